"""Promises whose day has passed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reviewer.checks import quiet
from reviewer.checks.lapsed_promise import check
from reviewer.model import DateClaim, DateKind, PartialDate, Period, PeriodKind, Severity, Superseded
from tests.checks.facts import TODAY, context, page


def promise(quote: str, end: dt.date | None, *, historical: bool = False, kind: PeriodKind = PeriodKind.PROMISE) -> Period:
    """A promise."""
    return Period(kind, quote, end, historical)


def test_a_promise_has_lapsed() -> None:
    """The words are quoted and the time since then is told; the same day twice is one finding."""
    periods = (promise("by March 2023.", dt.date(2023, 3, 31)), promise("until March 2023", dt.date(2023, 3, 31)))
    (found,) = check(page(periods=periods), context())
    assert found.says == "It says “by March 2023”. That was 3 years and 7 months ago, on Friday 31 March 2023. It says so in 1 more place."
    assert (found.subject, found.severity, found.reason, found.due) == (
        "promise 2023-03-31",
        Severity.PROBLEM,
        "lapsed",
        dt.date(2023, 3, 31),
    )
    (three,) = check(page(periods=(*periods, promise("in March 2023", dt.date(2023, 3, 31)))), context())
    assert three.says.endswith("in 2 more places.")


def test_a_promise_without_a_day_is_a_note() -> None:
    """The word "soon" names no day: a note that keeps its id as long as the words stay."""
    (found,) = check(page(periods=(promise("(available soon)", None),)), context())
    assert found.says == "It says “(available soon)”. That promise has no date."
    assert (found.subject, found.severity, found.reason, found.due) == ("promise (available soon)", Severity.NOTE, "no_date", None)


def test_what_is_still_to_come_is_spared() -> None:
    """A day that is today or later, history, and year ranges are not told."""
    periods = (
        promise("by today", TODAY),
        promise("by May 2020", dt.date(2020, 5, 31), historical=True),
        promise("2020/21", dt.date(2021, 3, 31), kind=PeriodKind.YEAR_RANGE),
    )
    assert list(check(page(periods=periods), context())) == []


def test_an_archived_page_promises_nothing() -> None:
    """What a page promised before it was archived or replaced is part of what is kept."""
    assert not list(check(page(periods=(promise("by March 2023", dt.date(2023, 3, 31)),), superseded=Superseded("archived")), context()))


def reviewed(*kinds: DateKind, date: str = "2026-05-01") -> tuple[DateClaim, ...]:
    """Dates that the page gives of itself."""
    return tuple(DateClaim(kind, PartialDate.parse(date), "a date") for kind in kinds)


def test_the_pages_own_dates_are_no_promise_besides() -> None:
    """What is told of a review date, or of an end of validity, is not told again of the sentence that it stands in."""
    own = (promise("to be reviewed by 1 May 2026", dt.date(2026, 5, 1)),)
    assert list(check(replace(page(periods=own), claims=reviewed(DateKind.DUE)), context())) == []
    assert list(check(replace(page(periods=own), claims=reviewed(DateKind.EXPIRES)), context())) == []


def test_what_a_review_left_standing_for_years_is_for_the_report() -> None:
    """A slip of last year is told though somebody reviewed the page since; what is far back was read then, and left."""
    periods = (promise("by May 2021", dt.date(2021, 5, 31)), promise("by May 2025", dt.date(2025, 5, 31)))
    found = list(check(replace(page(periods=periods), claims=reviewed(DateKind.LAST_REVIEWED)), context()))
    assert [quiet(one) for one in found] == [True, False]


def test_weak_words_are_for_the_report() -> None:
    """A bare day has no words to look for, and after ten years nobody waits; both are kept out of messages."""
    found = list(check(page(periods=(promise("2026-11-20", dt.date(2026, 11, 20)), promise("by 2005", dt.date(2005, 12, 31)))), context()))
    assert [(one.reason, quiet(one)) for one in found] == [("wordless", True), ("long_ago", True)]
