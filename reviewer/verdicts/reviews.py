"""The review state of a page: what its facts and the site's policy mean today."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewer import dates
from reviewer.model import DateClaim, DateKind, GapKind, Page, PartialDate
from reviewer.settings import Remind, Site


class ReviewState(StrEnum):
    """Where a page stands with its review. Stable: machine output and reports name it."""

    OK = "ok"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    NO_DATE = "no_date"
    POLICY_DUE = "policy_due"
    LABEL_WITHOUT_VALUE = "label_without_value"
    PLACEHOLDER = "placeholder"
    UNREADABLE_DATE = "unreadable_date"
    AMBIGUOUS = "ambiguous"
    CONFLICT = "conflict"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Review:
    """The state, and what it rests on.

    ``due`` is the page's own due date (of several the earlier), None when it states none; ``by`` is the last day before the page is
    overdue: that of ``due``, or ``since`` plus the site's period (then ``policy`` is true, and no word of it is the page's); ``since`` is
    when the page was last reviewed, or updated if the site's ``review_from`` lets that do.
    ``others`` are the other due dates of a conflict, ``quote`` the words of an empty label, a placeholder, or a value that is no date.
    """

    state: ReviewState
    due: DateClaim | None = None
    by: dt.date | None = None
    policy: bool = False
    last_reviewed: DateClaim | None = None
    others: tuple[DateClaim, ...] = ()
    quote: str = ""
    since: DateClaim | None = None


_OF_REVIEW: Final = re.compile(r"review|prüf|wiedervorlage|révis|relecture|réexamen|revisi|adolyg", re.IGNORECASE)


_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST: Final = 1
_LEFT: Final = 24
"""Months after which a day that a review left standing is no slip."""

_EMPTY: Final = {
    GapKind.LABEL_WITHOUT_VALUE: ReviewState.LABEL_WITHOUT_VALUE,
    GapKind.PLACEHOLDER: ReviewState.PLACEHOLDER,
    GapKind.UNREADABLE_DATE: ReviewState.UNREADABLE_DATE,
    GapKind.IMPOSSIBLE_DATE: ReviewState.UNREADABLE_DATE,
}
"""What a page without a review date has in its place, first what says most."""


def review(page: Page, site: Site | None, today: dt.date, remind: Remind | None = None) -> Review:
    """The page's review state on ``today``: overdue begins the day after ``by``; due soon is the longest of ``remind.before`` before it.

    A page that was superseded is told as such while no date of its own is late: what is read as a notice must never hide a date that has
    passed, be it one of several. The policy asks nothing more of it.
    """
    found = _dated(page, site, today, remind)
    if page.superseded is None or (found.due is not None and found.by is not None and found.by < today):
        return found
    due = found.due
    return Review(ReviewState.SUPERSEDED, due, due.date.by if due else None, last_reviewed=found.last_reviewed)


def _dated(page: Page, site: Site | None, today: dt.date, remind: Remind | None) -> Review:
    """The state by the page's dates and the policy alone."""
    soon = max((remind or Remind()).before, default=0)
    due = tuple(sorted((claim for claim in page.claims if claim.kind is DateKind.DUE), key=lambda claim: claim.date.by))
    last = page.claim(DateKind.LAST_REVIEWED)
    if due:
        first = due[0]
        by = first.date.by
        others = tuple(claim for claim in due[1:] if claim.date != first.date)
        if others:
            return Review(ReviewState.CONFLICT, first, by, last_reviewed=last, others=others)
        state = _state(by, today, soon)
        if first.ambiguous and first.other is not None and _state(first.other.by, today, soon) is not state:
            state = ReviewState.AMBIGUOUS
        return Review(state, first, by, last_reviewed=last)
    since = last or (page.claim(DateKind.UPDATED) if site is not None and site.review_from == "updated" else None)
    if since is not None and site is not None and site.review_every is not None:
        by = dates.add(since.date, site.review_every.months, site.review_every.days).by
        state = _state(by, today, soon)
        state = ReviewState.POLICY_DUE if state is ReviewState.OVERDUE else state
        return Review(state, None, by, policy=True, last_reviewed=last, since=since)
    for kind, state in _EMPTY.items():
        empty = next((gap for gap in page.gaps if gap.kind is kind and _OF_REVIEW.search(gap.quote)), None)
        if empty is not None:
            return Review(state, last_reviewed=last, quote=empty.quote)
    return Review(ReviewState.NO_DATE, last_reviewed=last)


def reviewed_since(page: Page, day: dt.date, today: dt.date) -> bool:
    """Whether a day is more than two years ago, and the page says that somebody reviewed it since: what names the day was read, and left as
    it is. What slipped through one review is a slip."""
    last = page.claim(DateKind.LAST_REVIEWED)
    return last is not None and last.date.first > day and dates.add(PartialDate.of(day), _LEFT).by < today


def worded(quote: str) -> bool:
    """Whether a quotation says anything besides a day or a year: "2025/26" at the head of a column tells its reader nothing."""
    return sum(word.lower() not in dates.MONTHS for word in _WORD.findall(quote)) >= _FEWEST


def _state(by: dt.date, today: dt.date, soon: int) -> ReviewState:
    """What a due day means today."""
    if today > by:
        return ReviewState.OVERDUE
    return ReviewState.DUE_SOON if (by - today).days <= soon else ReviewState.OK
