"""Years that have ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reviewer.checks import quiet
from reviewer.checks.stale_period import check
from reviewer.model import DateClaim, DateKind, Link, PartialDate, Period, PeriodKind, Place, Severity, Superseded
from tests.checks.facts import TODAY, context, page


def year(quote: str, end: dt.date | None, *, historical: bool = False, kind: PeriodKind = PeriodKind.YEAR_RANGE) -> Period:
    """A year range under a heading."""
    return Period(kind, quote, end, historical, Place("Aims", 3))


def test_one_finding_for_each_year() -> None:
    """The first mention is quoted, the others are counted, and each year is one finding with its last day as the subject."""
    periods = (
        year("for 2020/21.", dt.date(2021, 3, 31)),
        year("targets 20/21", dt.date(2021, 3, 31)),
        year("again 20/21", dt.date(2021, 3, 31)),
        year("for 2023-24", dt.date(2024, 3, 31)),
        year("in 2023-24", dt.date(2024, 3, 31)),
    )
    first, second = check(page(periods=periods), context())
    assert (
        first.says
        == "It says “for 2020/21”. That period ended on Wednesday 31 March 2021, 5 years and 7 months ago. It says so in 2 more places."
    )
    assert (first.subject, first.severity, first.reason, first.due) == (
        "year_range 2021-03-31",
        Severity.PROBLEM,
        "elapsed",
        dt.date(2021, 3, 31),
    )
    assert (first.quote, first.place) == ("for 2020/21.", Place("Aims", 3))
    assert second.says.endswith("It says so in 1 more place.")


def test_history_and_the_present_are_spared() -> None:
    """What is told as history, what has not ended (its last day is today), and what is no year range is not told."""
    periods = (
        year("in 2019/20", dt.date(2020, 3, 31), historical=True),
        year("for this year", TODAY),
        year("for some year", None),
        year("by May", dt.date(2020, 3, 31), kind=PeriodKind.PROMISE),
    )
    assert list(check(page(periods=periods), context())) == []


def test_the_subject_is_stable() -> None:
    """Another mention of the same year keeps the finding's id."""
    one = list(check(page(periods=(year("a 2020/21", dt.date(2021, 3, 31)),)), context()))
    two = list(check(page(periods=(year("b 2020/21", dt.date(2021, 3, 31)), year("a 2020/21", dt.date(2021, 3, 31)))), context()))
    assert [finding.id for finding in one] == [finding.id for finding in two]


def test_an_archived_page_offers_nothing() -> None:
    """A page that says that it was archived or replaced speaks of its own time."""
    assert not list(check(page(periods=(year("for 2020/21", dt.date(2021, 3, 31)),), superseded=Superseded("archived")), context()))


def test_what_ended_ten_years_ago_is_named_as_what_it_is() -> None:
    """Nobody takes it for the current year."""
    assert not list(check(page(periods=(year("files of 2013-14", dt.date(2014, 3, 31)),)), context()))
    assert list(check(page(periods=(year("files of 2017-18", dt.date(2018, 3, 31)),)), context()))


def test_the_name_of_another_document_is_its_own() -> None:
    """What is nothing but the words of a link names what the link leads to; a sentence with a link in it says more."""
    periods = (year("Plan for 2019 to 2022", dt.date(2022, 12, 31)), year("The plan for 2020 to 2023 applies.", dt.date(2023, 12, 31)))
    links = tuple(Link("/plan", "https://site.example/plan", words=words) for words in ("Plan for 2019 to 2022", "plan"))
    assert [one.due for one in check(replace(page(periods=periods), links=links), context())] == [dt.date(2023, 12, 31)]


def test_a_year_without_words_is_for_the_report() -> None:
    """The head of a column says nothing to its reader; what a review left standing for years was read."""
    (bare,) = check(page(periods=(year("2024/25", dt.date(2025, 3, 31)),)), context())
    seen = (DateClaim(DateKind.LAST_REVIEWED, PartialDate.parse("2026-05-01"), "a date"),)
    (left,) = check(replace(page(periods=(year("for 2020/21", dt.date(2021, 3, 31)),)), claims=seen), context())
    assert (bare.reason, quiet(bare), left.reason, quiet(left)) == ("wordless", True, "reviewed_since", True)
