"""A digest written down as a message: subject, text, HTML and calendar, by the templates of the house or of the user."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import textwrap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any, Final

from reviewer import neutral, places
from reviewer.model import AdminSummary, Digest, Mailbox, Message
from reviewer.render import calendar as upcoming
from reviewer.render import languages
from reviewer.render.shown import admin_shown, shown
from reviewer.settings import Config

if TYPE_CHECKING:
    import jinja2


WIDTH: Final = 78
"""Characters of a line of the text part; addresses are never cut."""


_ADDRESS: Final = re.compile(r"[^\s@<>(),;:\\\"\[\]]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)*[^\W_](?:[\w-]{0,61}[^\W_])?")
"""What may stand before and after the @ of an owner: no quoted local parts and no address literals; nobody has those."""


class TemplateFault(Exception):
    """A template cannot be used: says which, where, and what to do."""

    def __init__(self, template: str, line: int | None, says: str) -> None:
        """Keep the place for the error that is shown."""
        super().__init__(f"template {template}{f', line {line}' if line else ''}: {says}")
        self.template = template
        self.line = line


def message(digest: Digest, *, config: Config, installation: str, now: dt.datetime, previous: Sequence[str] = ()) -> Message:
    """The message of one digest, with its final bytes: the same arguments give the same bytes.

    ``installation`` is the random id of the state; ``previous`` the Message-IDs of earlier digests to this owner, oldest first; ``now``
    becomes the ``Date``. Raises ``TemplateFault`` when a template of the user is wrong, ``ValueError`` when an address cannot stand in
    a header.
    """
    view = shown(digest, config)
    values = asdict(view)
    letter = _Letter(
        key_of(digest),
        thread_of(digest),
        digest.owner.mailbox,
        subject=_typeset("subject.txt", config, asdict(view.counts), view.language),
        text=_typeset("digest.txt", config, values, view.language),
        html=_typeset("digest.html", config, values, view.language),
        calendar=upcoming.calendar(digest.coming if config.email.carries_files else (), installation=installation, now=now),
    )
    return _write(letter, config, installation, now, previous)


ALARM = "/alarm"
"""How the key of a message ends that could not wait for the weekly summary."""


def admin_message(
    summary: AdminSummary, *, config: Config, installation: str, now: dt.datetime, previous: Sequence[str] = (), alarm: str = ""
) -> Message:
    """The weekly summary for the admin, to ``email.admin`` or the organisation's contact. ``alarm`` is what cannot wait for that, in
    a few words: a message of its own with the notes.

    Raises as ``message`` does, and ``ValueError`` when the config names neither.
    """
    values = admin_shown(summary, config) | {"alarm": alarm}
    letter = _Letter(
        f"{summary.period}/{admin_thread(config)}{ALARM if alarm else ''}",
        admin_thread(config),
        _admin(config),
        subject=f"Content review: {alarm}" if alarm else _typeset("admin-subject.txt", config, values["counts"]),
        text=_typeset("admin.txt", config, values),
        html=_typeset("admin.html", config, values),
    )
    return _write(letter, config, installation, now, previous)


def admin_thread(config: Config) -> str:
    """What the keys of all the admin's summaries have in common. Raises ``ValueError`` when the config names nobody."""
    return f"admin/{_admin(config).email.casefold()}"


def _admin(config: Config) -> Mailbox:
    """Who reads the summary."""
    to = config.email.admin or config.organisation.contact
    if to is None:
        raise ValueError("nobody is named for the admin's summary: set [email] admin or [organisation] contact")
    return to


def key_of(digest: Digest) -> str:
    """What tells a message apart from all others: period and address, and for a manager whose issues it is about."""
    key = f"{digest.period}/{digest.owner.email.casefold()}"
    return f"{key}/{digest.escalated_from.email.casefold()}" if digest.escalated_from else key


def thread_of(digest: Digest) -> str:
    """What all digests to one reader have in common: the key without its period."""
    return key_of(digest).partition("/")[2]


@dataclass(frozen=True, slots=True)
class _Letter:
    """What is said to whom: ``thread`` is what the keys of all letters to this reader have in common."""

    key: str
    thread: str
    to: Mailbox
    subject: str
    text: str
    html: str
    calendar: bytes | None = None


def _write(letter: _Letter, config: Config, installation: str, now: dt.datetime, previous: Sequence[str]) -> Message:
    """Put the parts together. Nothing here is random: boundaries come from the Message-ID."""
    import css_inline

    sender = config.email.sender or config.organisation.contact or Mailbox(config.organisation.name, "content-review@localhost")
    domain = _ascii(sender.email.rpartition("@")[2]) or "localhost"
    message_id = f"<{_digits(installation, letter.key)}@{domain}>"
    root = f"<{_digits(installation, 'thread', letter.thread)}@{domain}>"
    subject = neutral.header(letter.subject)
    html = (
        css_inline.CSSInliner(keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False).inline(letter.html).rstrip() + "\n"
    )
    mail = EmailMessage(policy=SMTP if letter.to.email.isascii() and sender.email.isascii() else SMTPUTF8)
    mail["From"] = _mailbox(sender)
    mail["To"] = _mailbox(letter.to)
    if config.organisation.contact is not None:
        mail["Reply-To"] = _mailbox(config.organisation.contact)
    mail["Subject"] = subject
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id
    mail["In-Reply-To"] = [root, *previous][-1]
    mail["References"] = " ".join([root, *previous[-5:]])
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["List-Id"] = f"<{config.email.list_id or f'content-review.{domain}'}>"
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    if letter.calendar is not None:
        mail.add_attachment(letter.calendar, maintype="text", subtype="calendar", filename="review-dates.ics", params={"method": "PUBLISH"})
        for part in mail.iter_attachments():
            part.set_param("charset", "utf-8")
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{_digits(message_id, str(number))}")
    return Message(letter.key, message_id, letter.to, sender, subject, mail.as_bytes(), letter.text, html)


def _digits(*parts: str) -> str:
    """32 hexadecimal digits that these parts give."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:32]


def _ascii(domain: str) -> str:
    """The domain as the mail system writes it (IDNA)."""
    return domain if domain.isascii() else domain.encode("idna").decode("ascii")


def _mailbox(box: Mailbox) -> Address:
    """A mailbox for a header. Raises ``ValueError`` for an address that mail does not know."""
    local, _, domain = box.email.rpartition("@")
    if not _ADDRESS.fullmatch(box.email):
        raise ValueError(f"{box.email!r} is no address that mail can be sent to; correct it in the directory or the config")
    return Address(neutral.header(box.name), local, _ascii(domain))


def _typeset(name: str, config: Config, values: dict[str, Any], language: str = languages.ENGLISH) -> str:
    """Fill one template, in a language that there is a catalogue of. The user's folder goes before the house's."""
    import jinja2

    try:
        return _types(config.email.templates, language, html=name.endswith(".html")).get_template(name).render(values)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault(error.filename or error.name or name, error.lineno, str(error.message)) from error
    except jinja2.TemplateError as error:
        raise TemplateFault(*_where(error, name), f"{error.message}; these are known here: {', '.join(sorted(values))}") from error
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise TemplateFault(*_where(error, name), f"{type(error).__name__}: {error}") from error


def _where(error: Exception, name: str) -> tuple[str, int | None]:
    """The template's file and line, which Jinja2 puts into the traceback."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith((".txt", ".html", ".css"))]
    return (frames[-1].filename, frames[-1].lineno) if frames else (name, None)


@lru_cache(maxsize=16)
def _types(folder: str | None, language: str, *, html: bool) -> jinja2.Environment:
    """The environment of one kind of template, with those that were compiled (one that changes on disk is compiled anew). HTML always
    escapes, whatever the file is called; text has nothing to escape."""
    import jinja2

    folders = [Path(folder)] if folder else []
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, places.templates()]),
        autoescape=html,  # noqa: S701 - False only for text/plain
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=not html,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(languages.catalogue(language), newstyle=True)  # type: ignore[attr-defined]  # of the extension
    made.filters["hang"] = hang
    made.filters["count"] = count
    return made


def hang(text: str, first: str = "", rest: int | None = None) -> str:
    """Text in lines of at most ``WIDTH`` characters: the first begins with ``first``, the others with as many blanks (or ``rest``)."""
    indent = " " * (len(first) if rest is None else rest)
    return (
        textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        or first.rstrip()
    )


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun: "1 page", "2 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
