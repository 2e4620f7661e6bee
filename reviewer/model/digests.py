"""What one owner is told for one period: what `tell` makes."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from reviewer.model.issues import Issue
from reviewer.model.people import Owner


class Change(StrEnum):
    """Why an item stands in this digest."""

    NEW = "new"
    STILL = "still"
    FIXED = "fixed"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One issue in a digest, and why now. ``since`` is the day on which its owner was first told, in the organisation's zone. ``same`` are
    further issues of the page that say the very same, or of further pages that link to the same address. ``elsewhere`` are the titles (or
    addresses) of further pages on which it stands too."""

    issue: Issue
    change: Change
    since: dt.date | None = None
    same: tuple[Issue, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestPage:
    """One page in a digest, with its items, most urgent first. ``more`` counts the items beyond the cap; ``lang`` is the title's."""

    url: str
    title: str
    items: tuple[DigestItem, ...]
    more: int = 0
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """What one owner is told for one period. ``period`` is the digest's date in the organisation's zone (ISO).

    ``more`` counts the pages beyond the cap, ``overdue`` the pages with an overdue review, those beyond the cap too. ``escalated_from``
    is the owner for whom a manager gets this. ``standing`` counts what the owner was told before and is still open, beside what is here.
    ``maybe`` are guesses, which come last, and ``maybe_more`` counts the pages of further ones. ``first``: this reader was never told
    anything, so the digest has the worst things only, and ``rest`` counts the others.
    """

    period: str
    owner: Owner
    why: tuple[str, ...]
    pages: tuple[DigestPage, ...]
    fixed: tuple[DigestPage, ...] = ()
    coming: tuple[DigestPage, ...] = ()
    more: int = 0
    escalated_from: Owner | None = None
    checked: dt.date | None = None
    overdue: int = 0
    standing: int = 0
    maybe: tuple[DigestPage, ...] = ()
    maybe_more: int = 0
    first: bool = False
    rest: int = 0


@dataclass(frozen=True, slots=True)
class AdminSummary:
    """What the admin is told for one period. ``volume`` is how many digests this period has, ``last_volume`` the period before (None: there
    was none). ``guesses`` are findings that were read between the lines: told last, and never alone. All texts are as they were found. They
    are made neutral when they are shown."""

    period: str
    nobody: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    findings: tuple[tuple[str, str], ...] = ()
    walls: tuple[tuple[str, int], ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    waiting: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    volume: int = 0
    last_volume: int | None = None
    guesses: tuple[tuple[str, str], ...] = ()

    @property
    def worth_sending(self) -> bool:
        """Whether there is anything to say: nothing to say, no mail. What is only guessed is no reason for one."""
        sure = replace(self, guesses=())
        return bool(self.volume) or any(value for value in asdict(sure).values() if isinstance(value, tuple))
