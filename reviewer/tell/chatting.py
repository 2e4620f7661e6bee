"""What is said in the admin's chat: the weekly summary in short, and alarms; each once a day in each channel.

A channel is read by whoever is in it. So nothing stands there but figures, our own words, and the names that the config gives to sites; no
name of a person, no address of a reader, no word of a page. The mail to the admin and the report have the rest.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reviewer import dates, deliver, logs, neutral
from reviewer.settings import Chat, Config
from reviewer.store import Store

SITES: Final = 5
"""Sites that are named; the others are counted."""

_MARKS: Final = re.compile(r"[<>&*_~`|\[\]()#@!\\:]+")
"""Characters that mean something in a chat: mentions, links, bold."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What a run did, as far as a chat is told. ``told`` is how many messages a digest that was due has (None: none was due), ``first``
    how many digests wait because it is the first time, ``stopped`` whether sending ended early, ``unread`` the sites that could not be read
    as a whole, ``held`` how many messages wait for a person, ``silent`` who should have heard, in a sentence without addresses."""

    told: int | None = None
    first: int = 0
    stopped: bool = False
    unread: tuple[str, ...] = ()
    held: int = 0
    silent: str = ""


@dataclass(frozen=True, slots=True)
class Tidings:
    """One thing to say: what it is ``about`` (the same is said once a day), its title and its text."""

    about: str
    title: str
    text: str


def unread(incomplete: Iterable[str], config: Config) -> tuple[str, ...]:
    """The sites of which these lines of a look say that they could not be read as a whole."""
    lines = tuple(incomplete)
    return tuple(site.name for site in config.sites if any(line.startswith(f"{site.name}:") for line in lines))


def tidings(happened: Happened, config: Config, store: Store, today: dt.date) -> tuple[Tidings, ...]:
    """What there is to say."""
    ours = _plain(config.organisation.name)
    said = [Tidings(about, f"{ours}: {title}", text) for about, title, text in _alarms(happened)]
    if happened.told is not None and not happened.first:
        said.append(Tidings("summary", f"{ours}: content review, {dates.words(today)}", _summary(happened.told, config, store)))
    return tuple(said)


def _alarms(happened: Happened) -> Iterator[tuple[str, str, str]]:
    """What cannot wait for a person to read the mail: about what, title, text."""
    if happened.silent:
        yield "silent", "somebody should have heard", happened.silent
    if happened.stopped:
        yield "stopped", "mail could not be sent", "Sending ended early, and nothing is lost. `reviewer doctor` says what is in the way."
    if happened.unread:
        named = ", ".join(map(_plain, happened.unread[:SITES]))
        more = f" and {len(happened.unread) - SITES} more" if len(happened.unread) > SITES else ""
        yield "unread", "a site could not be read", f"Not read as a whole: {named}{more}. See the notes of the run, or `reviewer doctor`."
    if happened.held:
        text = f"{_count(happened.held, 'message')} for you: see `reviewer digest`, send with `reviewer digest --resend`."
        yield "held", "messages wait for you", text
    if happened.first:
        text = f"{_count(happened.first, 'digest')} for you: it is the first time. Look with `reviewer digest`, send with --send --yes."
        yield "first", "the first digests wait for you", text


def _count(number: int, what: str) -> str:
    """1 message waits, 2 messages wait."""
    return f"1 {what} waits" if number == 1 else f"{number} {what}s wait"


def _summary(told: int, config: Config, store: Store) -> str:
    """The week in figures, and where the report is."""
    ran = next(iter(store.runs(1)), None)
    lines = [f"{told} message{'' if told == 1 else 's'} {'for owners and the admin' if deliver.leaves(config.email) else 'in a folder'}."]
    if ran is not None:
        lines.append(
            f"{ran.pages} pages in {len(config.sites)} site{'' if len(config.sites) == 1 else 's'}: {ran.overdue} overdue for review, "
            f"{ran.broken} broken links, {ran.unsure} links to look at yourself, {ran.unread} pages that could not be read."
        )
    if config.email.report_url:
        lines.append(f"Report: {neutral.address(config.email.report_url)}")
    return "\n".join(lines)


def chat(happened: Happened, config: Config, store: Store, *, now: dt.datetime, today: dt.date) -> tuple[str, ...]:
    """Say what there is to say in every channel of the config, what was said today aside. What could not be said comes back in sentences,
    is logged, and is tried again by the next run; nothing is raised for it. Mail has gone before: nothing waits for a chat."""
    troubles: list[str] = []
    said = tidings(happened, config, store, today) if config.admin.chats else ()
    for channel in config.admin.chats:
        troubles += _said(channel, said, config, store, now=now, today=today)
    for trouble in troubles:
        logs.log(__name__).error("chat not told", why=trouble)
    return tuple(troubles)


def _said(channel: Chat, said: Sequence[Tidings], config: Config, store: Store, *, now: dt.datetime, today: dt.date) -> Iterator[str]:
    """Say it in one channel; the first refusal ends it, since a service that is away would cost its time for each."""
    for each in said:
        kind = f"chat {hashlib.sha256(f'{channel} {each.about}'.encode()).hexdigest()[:12]}"
        if today.isoformat() in store.periods_done(kind):
            continue
        try:
            deliver.post(channel, each.title, each.text, config.network)
        except deliver.NotTold as error:
            yield f"The chat {error}."
            return
        store.mark_period(kind, today.isoformat(), now=now)


def _plain(text: str) -> str:
    """A name of the config as words only."""
    return " ".join(_MARKS.sub(" ", neutral.words(text, 60)).split())
