"""Does the page present a year that has ended as if it were now? ("indicators for 2020/21")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from reviewer import dates
from reviewer.checks import Context
from reviewer.model import Confidence, Finding, Page, Period, PeriodKind, Severity
from reviewer.verdicts import reviewed_since, worded

SUMMARY = "Does the page speak of a year or period that has ended as if it were now?"
ABOUT = "page"
GISTS = {
    "": ("This page speaks of a period that has ended.", "Say what holds now."),
}
RESTS_ON = {"": (Confidence.GUESSED, "the words around a year that has ended")}

QUIET = frozenset({"reviewed_since", "wordless"})
YEARS: Final = 10
"""After so many years nobody takes a year for the current one."""


def check(page: Page, context: Context) -> Iterable[Finding]:
    """One finding for each year that has ended, with its first mention and how many there are. A page that says of itself that it was
    archived or replaced offers nothing as current. What somebody who reviewed the page since has left there stands in the report only."""
    if page.superseded is not None:
        return
    for end, mentions in _elapsed(page, context.today):
        first = mentions[0]
        more = len(mentions) - 1
        again = "" if not more else f" It says so in {more} more place{'s' if more > 1 else ''}."
        yield Finding(
            check="stale_period",
            page=page.url,
            subject=f"year_range {end.isoformat()}",
            severity=Severity.PROBLEM,
            says=f"It says “{first.quote.rstrip('.')}”. That period ended on {dates.words(end)}, {dates.ago(end, context.today)}.{again}",
            fix="Bring this up to date, or say that it is about the past.",
            quote=first.quote,
            place=first.place,
            reason="wordless" if not worded(first.quote) else "reviewed_since" if reviewed_since(page, end, context.today) else "elapsed",
            due=end,
        )


def _elapsed(page: Page, today: dt.date) -> Iterator[tuple[dt.date, list[Period]]]:
    """The year ranges that ended before today and are not told as history, by their last day, in the order of their first mention. What
    ended ten years ago and is still named is named as what it is: "files of 2013-14 are on tape". What is nothing but the words of a link
    is the name of what the link leads to: "Plan for 2019 to 2022"."""
    oldest = today.replace(year=today.year - YEARS, day=1)
    named = {link.words for link in page.links if link.element == "a"}
    found: dict[dt.date, list[Period]] = {}
    for period in page.periods:
        if period.quote in named:
            continue
        if period.kind is PeriodKind.YEAR_RANGE and not period.historical and period.end is not None and oldest <= period.end < today:
            found.setdefault(period.end, []).append(period)
    yield from found.items()
