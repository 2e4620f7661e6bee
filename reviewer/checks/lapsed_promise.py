"""Did the page promise something by a day that has passed? ("by March 2023", "visiting times will change from 5 June 2017")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from reviewer import dates
from reviewer.checks import Context
from reviewer.model import Confidence, DateKind, Finding, Page, Period, PeriodKind, Severity
from reviewer.verdicts import reviewed_since, worded

SUMMARY = "Does the page promise something by a day that has passed?"
ABOUT = "page"
GISTS = {
    "": ("This page promises something for a day that has passed.", "Say what happened, or give the new date."),
}
RESTS_ON = {"": (Confidence.GUESSED, "the words of a sentence with a day in it")}
QUIET = frozenset({"reviewed_since", "long_ago", "wordless"})
YEARS: Final = 10
"""After so many years nobody waits for what was promised."""
_TOLD: Final = frozenset({DateKind.DUE, DateKind.EXPIRES})
"""The page's own dates, which ``review_date`` tells of."""


def check(page: Page, context: Context) -> Iterable[Finding]:
    """One finding for each day by which something was promised and that has passed; one note for promises without a day. What a page
    promised that says of itself that it was archived or replaced, nobody expects any more. The day of the page's own review is no promise
    besides. What somebody who reviewed the page since has left there stands in the report only."""
    if page.superseded is not None:
        return
    own = {claim.date.by for claim in page.claims if claim.kind in _TOLD}
    found: dict[dt.date | None, list[Period]] = {}
    for period in page.periods:
        if period.kind is PeriodKind.PROMISE and not period.historical and (period.end is None or period.end < context.today):
            found.setdefault(period.end, []).append(period)
    for end, mentions in found.items():
        if end in own:
            continue
        first = mentions[0]
        more = len(mentions) - 1
        again = "" if not more else f" It says so in {more} more place{'s' if more > 1 else ''}."
        yield Finding(
            check="lapsed_promise",
            page=page.url,
            subject=f"promise {end.isoformat() if end else first.quote.casefold()}",
            severity=Severity.PROBLEM if end else Severity.NOTE,
            says=f"It says “{first.quote.rstrip('.')}”. {_passed(end, context.today)}{again}",
            fix="Say what happened, or give the new date." if end else "If it is there now, say where; if not, say when it will be.",
            quote=first.quote,
            place=first.place,
            reason=_reason(page, first, end, context.today),
            due=end,
        )


def _reason(page: Page, first: Period, end: dt.date | None, today: dt.date) -> str:
    """What is told of a promise, or why it is for the report only."""
    if end is None:
        return "no_date"
    if not worded(first.quote):
        return "wordless"
    if end < today.replace(year=today.year - YEARS, day=1):
        return "long_ago"
    return "reviewed_since" if reviewed_since(page, end, today) else "lapsed"


def _passed(end: dt.date | None, today: dt.date) -> str:
    """How long ago the day was."""
    if end is None:
        return "That promise has no date."
    return f"That was {dates.ago(end, today)}, on {dates.words(end)}."
