"""Tests of the nouns: the few rules that they keep themselves."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import (
    SEASONS,
    Answer,
    DateClaim,
    DateKind,
    Finding,
    Hop,
    Issue,
    IssueState,
    Mailbox,
    Owner,
    Page,
    PartialDate,
    Precision,
    Severity,
    finding_id,
)

days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 31))
partials = st.one_of(
    days.map(PartialDate.of),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year)),
    st.builds(lambda year, quarter: PartialDate(year, quarter=quarter), st.integers(1900, 2200), st.integers(1, 4)),
    st.builds(lambda year, season: PartialDate(year, season=season), st.integers(1900, 2200), st.sampled_from(SEASONS)),
)


@pytest.mark.parametrize(
    ("text", "precision", "first", "by"),
    [
        ("2024-05-31", Precision.DAY, "2024-05-31", "2024-05-31"),
        ("2024-02", Precision.MONTH, "2024-02-01", "2024-02-29"),
        ("2024-12", Precision.MONTH, "2024-12-01", "2024-12-31"),
        ("2024-Q3", Precision.QUARTER, "2024-07-01", "2024-09-30"),
        ("2024-Q4", Precision.QUARTER, "2024-10-01", "2024-12-31"),
        ("2025-spring", Precision.SEASON, "2025-03-01", "2025-05-31"),
        ("2025-autumn", Precision.SEASON, "2025-09-01", "2025-11-30"),
        ("2023-winter", Precision.SEASON, "2023-12-01", "2024-02-29"),
        ("2024", Precision.YEAR, "2024-01-01", "2024-12-31"),
    ],
)
def test_a_partial_date_spans_its_whole_period(text: str, precision: Precision, first: str, by: str) -> None:
    """A date keeps its precision; it begins on the first day of its period and is due by the last."""
    date = PartialDate.parse(text)
    assert (date.precision, str(date.first), str(date.by), str(date)) == (precision, first, by, text)


@given(partials)
def test_the_machine_form_round_trips(date: PartialDate) -> None:
    """What str() writes, parse() reads back, and the first day never comes after the last."""
    assert PartialDate.parse(str(date)) == date
    assert date.first <= date.by
    assert date.by.day == calendar.monthrange(date.by.year, date.by.month)[1] or date.precision is Precision.DAY


@pytest.mark.parametrize("text", ["", "31 May 2024", "2024-13", "2024-02-30", "2024-Q5", "2024-Summer", "24-05-31", "2024-05-31T00:00"])
def test_what_is_no_date_in_machine_form_is_refused(text: str) -> None:
    """Only machine forms of dates that a calendar has are read."""
    with pytest.raises(ValueError):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "fields",
    [
        {"month": 5, "quarter": 2},
        {"quarter": 1, "season": "spring"},
        {"day": 3},
        {"quarter": 0},
        {"season": "fall"},
        {"month": 2, "day": 30},
    ],
)
def test_a_date_that_no_calendar_has_cannot_be_made(fields: dict[str, int | str]) -> None:
    """A partial date is valid from the start, or is not."""
    with pytest.raises(ValueError):
        PartialDate(2024, **fields)  # type: ignore[arg-type]


def test_the_first_claim_of_a_kind_is_the_chosen_one() -> None:
    """Page.claim gives the first date of that kind, and None when the page has none."""
    first = DateClaim(DateKind.DUE, PartialDate(2024), "Review: 2024")
    second = DateClaim(DateKind.DUE, PartialDate(2025), "Review: 2025")
    page = Page("https://a.example/", claims=(first, second))
    assert page.claim(DateKind.DUE) is first
    assert page.claim(DateKind.EXPIRES) is None


def test_only_301_and_308_are_permanent() -> None:
    """RFC 9110, 15.4: 302, 303 and 307 are temporary."""
    assert [status for status in (300, 301, 302, 303, 307, 308) if Hop("a", status, "b").permanent] == [301, 308]


def test_a_header_is_found_by_its_name() -> None:
    """Answer.header gives the first header of that name, else None."""
    answer = Answer("u", "u", 200, headers=(("etag", "1"), ("etag", "2")))
    assert (answer.header("etag"), answer.header("age")) == ("1", None)


def test_a_finding_is_known_by_check_page_and_subject_only() -> None:
    """The id does not move with the wording, the place or the severity; no two of its parts can be confused."""
    one = Finding("c", "p", "s", Severity.NOTE, "says", "fix")
    other = Finding("c", "p", "s", Severity.URGENT, "other words", "other fix", quote="q")
    assert one.id == other.id == finding_id("c", "p", "s")
    assert finding_id("ab", "c", "d") != finding_id("a", "bc", "d")
    now = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    assert Issue(one, IssueState.OPEN, now, now, now).id == one.id


def test_severities_compare_and_have_words() -> None:
    """`--fail-on` compares severities; machine output names them."""
    assert Severity.NOTE < Severity.SOON < Severity.PROBLEM < Severity.URGENT
    assert [severity.word for severity in Severity] == ["note", "soon", "problem", "urgent"]


def test_a_mailbox_reads_as_people_write_it() -> None:
    """With a name it is "Name <address>", without one the address alone."""
    assert str(Mailbox("Web team", "web@example.org")) == "Web team <web@example.org>"
    assert str(Mailbox("", "web@example.org")) == "web@example.org"
    assert Owner("Ada Quill", "ada@example.org").mailbox == Mailbox("Ada Quill", "ada@example.org")
