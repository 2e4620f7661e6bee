"""What is worth telling: what `checks` make."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache

from reviewer.model.facts import NOWHERE, Place


class Severity(IntEnum):
    """How much it matters, in rising order; ``--fail-on`` compares them."""

    NOTE = 1
    SOON = 2
    PROBLEM = 3
    URGENT = 4

    @property
    def word(self) -> str:
        """The lower-case name that machine output uses."""
        return self.name.lower()


class Audience(StrEnum):
    """Who can act on a finding: the page's owner, the owner of the site's template, or the site admin."""

    OWNER = "owner"
    TEMPLATE = "template"
    ADMIN = "admin"


class Doubt(StrEnum):
    """How often a finding must be seen before an owner is told (figures: ``settings.Patience``)."""

    NONE = "none"
    GONE = "gone"
    BROKEN = "broken"
    SLOW = "slow"
    NEVER = "never"


class Confidence(StrEnum):
    """How sure a finding is, by what it rests on.

    ``STATED``: the page (or the page that it links to) says it in words of its own, at a label or in a notice: a review date, "this page
    was withdrawn". ``SEEN``: we saw it ourselves: a link that failed, a document that does not open. ``GUESSED``: read between the lines:
    what running text seems to mean ("by March 2023", "the following lists"). A guess may be worth a look, and is never a reason to write to
    anybody, to fail a build, or to say that a page needs attention.
    """

    STATED = "stated"
    SEEN = "seen"
    GUESSED = "guessed"


NO_OWNER = "no_owner"
UNKNOWN_PERSON = "unknown_person"
"""Reasons of findings that the admin answers in the directory: a page that nobody owns, a contact whom the directory does not know."""


@lru_cache(maxsize=2**16)
def finding_id(check: str, page: str, subject: str) -> str:
    """The stable id of a finding: 16 hexadecimal digits of a hash of check, page and subject. Sorting asks for it again and again."""
    return hashlib.sha256(f"{check}\x00{page}\x00{subject}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a check worth telling.

    ``subject`` tells two findings of one check on one page apart and is stable over runs (a link's URL, a quote): never
    a count, a date of today or a line number. ``says`` and ``fix`` are sentences for the owner. ``due`` is the day that
    the finding is about (reminders and the calendar use it). ``suggestion`` is an address to paste. ``reason`` is a Reason's value
    for links, or a word of the check (``overdue``, ``due_soon``, ``no_date`` ...). ``confidence`` says how sure it is, and ``rests_on``
    on what, in a few words; ``checks.ask`` sees to it that a guess is a note. ``also`` are the further pages of the site on which the very
    same stands, when it is told once for all of them.
    """

    check: str
    page: str
    subject: str
    severity: Severity
    says: str
    fix: str
    quote: str = ""
    place: Place = NOWHERE
    audience: Audience = Audience.OWNER
    doubt: Doubt = Doubt.NONE
    reason: str = ""
    due: dt.date | None = None
    suggestion: str | None = None
    confidence: Confidence = Confidence.SEEN
    rests_on: str = ""
    also: tuple[str, ...] = ()

    @property
    def guessed(self) -> bool:
        """Whether it was read between the lines: told last, and never alone."""
        return self.confidence is Confidence.GUESSED

    @property
    def id(self) -> str:
        """The stable id."""
        return finding_id(self.check, self.page, self.subject)
