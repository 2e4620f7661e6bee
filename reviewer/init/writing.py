"""The config that ``reviewer init`` writes, with a comment on each line that somebody may want to change."""

from __future__ import annotations

import json
from dataclasses import dataclass

from reviewer.init.survey import Survey, within
from reviewer.model import ContactKind, Mailbox
from reviewer.neutral import words


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said, or left as it was proposed. ``review_every`` is empty when pages without a date have no policy."""

    organisation: str
    contact: Mailbox
    timezone: str
    site: str
    review_every: str
    allow: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()


def quoted(text: str, most: int = 500) -> str:
    """Text as a TOML basic string: one line, no control characters, cut at ``most`` characters; an address is never cut."""
    return json.dumps(words(text, most), ensure_ascii=False)


def config(survey: Survey, answers: Answers) -> str:
    """The text of ``reviewer.toml``."""
    ports = ", ".join(str(port) for port in dict.fromkeys((80, 443, *answers.ports)))
    allowed = ", ".join(quoted(each) for each in answers.allow)
    policy = f"review_every = {quoted(answers.review_every)}" if answers.review_every else '# review_every = "12 months"'
    shells = f"   # {survey.shells} of the pages that were looked at have no text without one (README, Pages that need JavaScript)"
    browser = f'browser = "auto"{shells}' if survey.shells else '# browser = "auto"             # reads pages whose text is made by scripts'
    patterns = ", ".join(quoted(pattern, len(pattern)) for pattern in within(survey.start))
    return f"""\
# The config of reviewer, written by `reviewer init {words(survey.start, len(survey.start))}`.
# `reviewer doctor` says what it thinks of it. Every key is told in docs/config.md; what is left out has its default.
# Passwords are never in this file: REVIEWER_SMTP_PASSWORD, or REVIEWER_SMTP_PASSWORD_FILE with a path.

[organisation]
name = {quoted(answers.organisation)}
contact = {quoted(str(answers.contact))}   # a mailbox that people read: Reply-To, and pages that nobody owns
timezone = {quoted(answers.timezone)}

[schedule]
check = "0 6 * * mon-fri"       # when to look: minute, hour, day, month, weekday by name
digest = "0 8 * * mon"          # when to send
skip = ["weekends"]             # add "bank-holidays-england" or the like

[email]
# from = "Content review <content-review@example.org>"   # default: the contact above
via = "folder:outbox"           # writes files and mails nobody; for real: "smtp://mail.example.org:587"

[network]
allow = [{allowed}]             # internal hosts or networks that may be reached
ports = [{ports}]

[remind]
before = [30, 7]                # days before a review is due
overdue = 30                    # then every 30 days

[[site]]
name = {quoted(answers.site)}
start = [{quoted(survey.start, len(survey.start))}]
within = [{patterns}]           # only these pages are read; [] for the whole host
# owner = "Name <address>"      # or a name of owners.toml; without one: the contact above
{policy}   # your policy for pages that give no date
{browser}

# A part of the site with an owner of its own:
#   [[site.area]]
#   path = "{(within(survey.start) or ("/**",))[0].removesuffix("**")}part/**"
#   owner = "Name <address>"
{_wordings(survey)}"""


def _wordings(survey: Survey) -> str:
    """What was seen, as comments, and where labels of one's own go."""
    seen = "".join(f"#   {words(text)}  ({kind}, {count} of {len(survey.pages)} pages)\n" for kind, text, count in survey.wordings)
    none = "#   none on the pages that were looked at\n"
    return (
        f"\n# Words around dates that were recognised:\n{seen or none}"
        '# If your pages use others, name them:\n# [wording]\n# due = ["To be looked at again by"]\n'
    )


def owners(survey: Survey) -> str:
    """The text of ``owners.toml``: everybody whom the pages name, as comments, since an address that only a page gives is never mailed."""
    entries = []
    for contact, count in survey.contacts:
        mail = contact.value if contact.kind is ContactKind.EMAIL else ""
        name = "" if mail else contact.value
        pages = "1 page" if count == 1 else f"{count} pages"
        entries.append(f"# [[owner]]   # {contact.kind}, named on {pages}\n# name = {quoted(name)}\n# email = {quoted(mail)}\n")
    body = "\n".join(entries) or "# The pages that were looked at name nobody.\n"
    return (
        "# The directory: who can be told. An address that stands only on a page is never mailed: it has to be here.\n"
        "# The site's pages name these; take the # away, and fill in what is missing.\n\n" + body
    )
