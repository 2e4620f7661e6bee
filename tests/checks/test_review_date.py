"""Tests of the check ``review_date``: one finding for what a page's review dates come to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reviewer.checks import Context
from reviewer.checks.review_date import check
from reviewer.model import Banner, DateClaim, DateKind, Finding, Gap, GapKind, Page, PageState, PartialDate, Place, Severity, Superseded
from reviewer.settings import Every, Site

TODAY = dt.date(2026, 11, 21)
PLACE = Place("Referral", 41)
SITE = Site("Ours", ())
YEARLY = Site("Ours", (), review_every=Every(months=12, words="12 months"))


def claim(kind: DateKind, date: str, other: str | None = None) -> DateClaim:
    """A date that a page states."""
    return DateClaim(
        kind,
        PartialDate.parse(date),
        f"{kind.value}: {date}",
        PLACE,
        ambiguous=bool(other),
        other=PartialDate.parse(other) if other else None,
    )


def findings(page: Page, site: Site = SITE) -> list[Finding]:
    """What the check finds."""
    return list(check(page, Context(TODAY, site)))


def only(*claims: DateClaim, site: Site = SITE, gaps: tuple[Gap, ...] = (), banner: Banner | None = None) -> Finding:
    """The one finding for a page with these facts."""
    (found,) = findings(Page("https://a.example/", claims=claims, gaps=gaps, banner=banner), site)
    assert (found.check, found.page) == ("review_date", "https://a.example/")
    return found


def test_a_date_that_passed_is_urgent_and_quoted_where_it_stands() -> None:
    """The sentence of the digest: when it was due, how long ago, what to do."""
    found = only(claim(DateKind.DUE, "2024-05-31"))
    assert found.says == "This page was due for review on Friday 31 May 2024. That was 2 years and 5 months ago."
    assert found.fix == "Check the page, then set a new review date or remove the page."
    assert (found.severity, found.reason, found.due) == (Severity.URGENT, "overdue", dt.date(2024, 5, 31))
    assert (found.quote, found.place) == ("due: 2024-05-31", PLACE)


def test_a_month_is_named_as_a_month() -> None:
    """Overdue begins after the last day of the month; the sentence keeps the page's precision."""
    assert only(claim(DateKind.DUE, "2026-10")).says.startswith("This page was due for review in October 2026.")
    assert only(claim(DateKind.DUE, "2026-11")).reason == "due_soon"


def test_the_same_date_keeps_its_id_from_due_soon_to_overdue() -> None:
    """The owner changes the date on the page: the old matter ends and a new one begins; the passing of time does neither."""
    page = Page("https://a.example/", claims=(claim(DateKind.DUE, "2026-12-01"),))
    (soon,) = check(page, Context(TODAY, SITE))
    (late,) = check(page, Context(dt.date(2026, 12, 2), SITE))
    assert (soon.severity, soon.reason, late.severity, late.reason) == (Severity.SOON, "due_soon", Severity.URGENT, "overdue")
    assert soon.id == late.id
    assert only(claim(DateKind.DUE, "2026-12-05")).id != soon.id


def test_a_date_far_ahead_is_nothing_to_tell() -> None:
    """So is a page that was withdrawn and is not overdue (another check tells it), and a page that was not read."""
    assert findings(Page("u", claims=(claim(DateKind.DUE, "2027-11-21"),))) == []
    assert findings(Page("u", claims=(claim(DateKind.DUE, "2031"),), superseded=Superseded("withdrawn"))) == []
    assert [one.reason for one in findings(Page("u", claims=(claim(DateKind.DUE, "2020"),), superseded=Superseded("withdrawn")))] == [
        "overdue"
    ]
    assert findings(Page("u", PageState.UNREACHABLE)) == []


def test_a_policy_is_named_as_yours_and_never_as_the_page_s_claim() -> None:
    """Last reviewed plus the site's period: a problem when it passed, soon before."""
    late = only(claim(DateKind.LAST_REVIEWED, "2024-03-14"), site=YEARLY)
    assert "your policy is a review every 12 months" in late.says
    assert (late.severity, late.reason, late.due) == (Severity.PROBLEM, "policy_due", dt.date(2025, 3, 14))
    soon = only(claim(DateKind.LAST_REVIEWED, "2025-11-30"), site=YEARLY)
    assert (soon.severity, soon.reason, soon.due) == (Severity.SOON, "due_soon", dt.date(2026, 11, 30))


def test_a_policy_may_run_from_the_last_update() -> None:
    """Then the finding says so, and not that the page was reviewed."""
    late = only(claim(DateKind.UPDATED, "2024-03-14"), site=replace(YEARLY, review_from="updated"))
    assert "It says that it was last updated" in late.says
    assert (late.reason, late.due) == ("policy_due", dt.date(2025, 3, 14))


def test_two_due_dates_are_both_quoted_and_the_earlier_sorts() -> None:
    """A conflict is urgent when the earlier date has passed, else a problem; the order on the page does not matter for its id."""
    early, late = claim(DateKind.DUE, "2024-05-31"), claim(DateKind.DUE, "2027-05-31")
    found = only(late, early)
    assert early.quote in found.says
    assert late.quote in found.says
    assert (found.severity, found.reason, found.due) == (Severity.URGENT, "conflict", dt.date(2024, 5, 31))
    assert only(early, late).id == found.id
    assert only(late, claim(DateKind.DUE, "2028-05-31")).severity is Severity.PROBLEM


def test_a_date_with_two_readings_is_told_when_it_matters() -> None:
    """Both readings are given, with the way out."""
    found = only(claim(DateKind.DUE, "2026-11-01", "2027-01-11"))
    assert "Sunday 1 November 2026 or Monday 11 January 2027" in found.says
    assert (found.reason, found.fix) == ("ambiguous", "Write the month as a word.")


@pytest.mark.parametrize(
    ("gap", "reason", "words"),
    [
        (GapKind.LABEL_WITHOUT_VALUE, "label_without_value", "no date behind it"),
        (GapKind.PLACEHOLDER, "placeholder", "never filled in"),
    ],
)
def test_a_label_that_says_nothing_is_a_problem(gap: GapKind, reason: str, words: str) -> None:
    """An empty label, or a template that was never filled in, is quoted where it stands."""
    found = only(gaps=(Gap(gap, "Review date:", PLACE),))
    assert (found.severity, found.reason, found.quote, found.place) == (Severity.PROBLEM, reason, "Review date:", PLACE)
    assert words in found.says


def test_no_date_is_a_note_that_names_the_last_review_if_there_is_one() -> None:
    """A page without any date, and one with a last review only."""
    assert only().says == "This page gives no review date."
    last = only(claim(DateKind.LAST_REVIEWED, "2024-03"))
    assert last.says == "This page says that it was last reviewed in March 2024, and not when it is due again."
    assert {only().severity, last.severity} == {Severity.NOTE}
    assert only().id == last.id


def test_a_banner_without_a_date_is_a_problem() -> None:
    """The page says of itself that it is under review."""
    found = only(banner=Banner("This page is under review", PLACE))
    assert (found.severity, found.reason, found.quote, found.place) == (Severity.PROBLEM, "banner", "This page is under review", PLACE)


@pytest.mark.parametrize("kind", [DateKind.DUE, DateKind.EXPIRES])
def test_a_page_that_is_out_of_date_is_told_before_its_day(kind: DateKind) -> None:
    """A notice of its own outweighs a day that is to come; that it is under review does not, and a day that has passed goes first."""
    worn = Banner("This guide is out of date", PLACE, outdated=True)
    found = only(claim(kind, "2030-05"), banner=worn)
    assert (found.reason, found.quote, found.place) == ("banner", worn.quote, PLACE)
    assert findings(Page("u", claims=(claim(kind, "2030-05"),), banner=Banner("Under review", PLACE))) == []
    assert only(claim(kind, "2025-05"), banner=worn).reason in {"overdue", "expired"}


def test_an_expiry_stands_in_for_a_review_date() -> None:
    """A page that is valid until a day needs no review date until then, and is urgent after it."""
    assert findings(Page("u", claims=(claim(DateKind.EXPIRES, "2027-01"),))) == []
    found = only(claim(DateKind.EXPIRES, "2026-10-01"))
    assert (found.severity, found.reason, found.due) == (Severity.URGENT, "expired", dt.date(2026, 10, 1))
    assert "valid until Thursday 1 October 2026" in found.says


@pytest.mark.parametrize("kind", [GapKind.UNREADABLE_DATE, GapKind.IMPOSSIBLE_DATE])
def test_a_value_that_is_no_date_is_quoted(kind: GapKind) -> None:
    """What stands in place of the date is told in the page's words, never "gives no review date"."""
    found = only(gaps=(Gap(kind, "Review date: 1 Setpember 2026", PLACE),))
    assert found.says == "It says “Review date: 1 Setpember 2026”: that is no date that can be read."
    assert (found.reason, found.place) == ("unreadable_date", PLACE)


def test_a_record_is_not_asked_for_a_review_date() -> None:
    """Minutes, a dated post and a decision are kept as they were; a date that they state of themselves is still theirs."""
    record = Page("https://a.example/", of_the_past="Minutes of the meeting")
    assert findings(record) == []
    assert [one.reason for one in findings(replace(record, claims=(claim(DateKind.DUE, "2024-05-31"),)))] == ["overdue"]


def test_a_withdrawn_page_that_expired_is_told_as_expired() -> None:
    """A notice never hides that the page was valid until a day that has passed."""
    gone = Superseded("archived")
    (found,) = findings(Page("u", claims=(claim(DateKind.EXPIRES, "2020"),), superseded=gone))
    assert found.reason == "expired"
    assert findings(Page("u", claims=(claim(DateKind.EXPIRES, "2031"),), superseded=gone)) == []
