"""The review state of a page."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.model import DateClaim, DateKind, Gap, GapKind, Page, PartialDate, Superseded
from reviewer.settings import Every, Remind, Site
from reviewer.verdicts.reviews import ReviewState, review

TODAY = dt.date(2026, 11, 21)
URL = "https://www.example.org/guide"
SITE = Site("GP", ("https://www.example.org/",))


def claim(date: str, kind: DateKind = DateKind.DUE, other: str | None = None) -> DateClaim:
    """A claim of the page."""
    second = PartialDate.parse(other) if other else None
    return DateClaim(kind, PartialDate.parse(date), f"Review date: {date}", ambiguous=second is not None, other=second)


@pytest.mark.parametrize(
    ("due", "state"),
    [
        ("2026-11-20", ReviewState.OVERDUE),
        ("2026-11-21", ReviewState.DUE_SOON),
        ("2026-12-21", ReviewState.DUE_SOON),
        ("2026-12-22", ReviewState.OK),
        ("2026-11", ReviewState.DUE_SOON),
        ("2026-10", ReviewState.OVERDUE),
    ],
)
def test_due(due: str, state: ReviewState) -> None:
    """Overdue begins the day after the last day of the period; due soon is the longest reminder before it."""
    assert review(Page(URL, claims=(claim(due),)), SITE, TODAY, Remind(before=(7, 30))).state is state


def test_no_reminder_before() -> None:
    """Without reminders nothing is due soon before its day."""
    assert review(Page(URL, claims=(claim("2026-11-22"),)), SITE, TODAY, Remind(before=())).state is ReviewState.OK


def test_no_date() -> None:
    """A page without a due date and without a policy has no date, also when it says when it was last reviewed."""
    assert review(Page(URL), SITE, TODAY).state is ReviewState.NO_DATE
    last = claim("2025-01-01", DateKind.LAST_REVIEWED)
    found = review(Page(URL, claims=(last,)), None, TODAY)
    assert (found.state, found.last_reviewed, found.by) == (ReviewState.NO_DATE, last, None)


@pytest.mark.parametrize(
    ("last", "state", "by"),
    [
        ("2025-11-20", ReviewState.POLICY_DUE, "2026-11-20"),
        ("2025-11-21", ReviewState.DUE_SOON, "2026-11-21"),
        ("2026-06", ReviewState.OK, "2027-06-30"),
    ],
)
def test_policy(last: str, state: ReviewState, by: str) -> None:
    """Last reviewed plus the site's period is the policy's date, never the page's claim."""
    site = Site("GP", (), review_every=Every(months=12, words="12 months"))
    found = review(Page(URL, claims=(claim(last, DateKind.LAST_REVIEWED),)), site, TODAY)
    assert (found.state, found.by, found.due, found.policy) == (state, dt.date.fromisoformat(by), None, True)


def test_policy_from_the_last_update() -> None:
    """Where the config says so, a page that was never reviewed falls due by its last update; a review comes first."""
    every = Every(months=12, words="12 months")
    updated, last = claim("2025-11-20", DateKind.UPDATED), claim("2026-06", DateKind.LAST_REVIEWED)
    found = review(Page(URL, claims=(updated,)), Site("GP", (), review_every=every, review_from="updated"), TODAY)
    assert (found.state, found.since, found.last_reviewed) == (ReviewState.POLICY_DUE, updated, None)
    assert review(Page(URL, claims=(updated,)), Site("GP", (), review_every=every), TODAY).state is ReviewState.NO_DATE
    assert review(Page(URL, claims=(updated, last)), Site("GP", (), review_every=every, review_from="updated"), TODAY).since == last


def test_conflict() -> None:
    """Two different due dates are a conflict: the earlier sorts, both are kept."""
    later, earlier = claim("2027-01-01"), claim("2026-01-01")
    found = review(Page(URL, claims=(later, earlier)), SITE, TODAY)
    assert (found.state, found.due, found.others, found.by) == (ReviewState.CONFLICT, earlier, (later,), dt.date(2026, 1, 1))


def test_ambiguous_only_when_it_matters() -> None:
    """Day and month in doubt is a state of its own only when the two readings mean different things today."""
    assert review(Page(URL, claims=(claim("2026-10-12", other="2026-12-10"),)), SITE, TODAY).state is ReviewState.AMBIGUOUS
    assert review(Page(URL, claims=(claim("2024-03-04", other="2024-04-03"),)), SITE, TODAY).state is ReviewState.OVERDUE


def test_superseded() -> None:
    """A page that was replaced needs no review date; one that it states and that has passed is told all the same."""
    gone = Superseded("This page has been replaced.")
    assert review(Page(URL, superseded=gone), SITE, TODAY).state is ReviewState.SUPERSEDED
    assert review(Page(URL, superseded=gone, claims=(claim("2031-01-01"),)), SITE, TODAY).state is ReviewState.SUPERSEDED
    assert review(Page(URL, superseded=gone, claims=(claim("2024-01-01"),)), SITE, TODAY).state is ReviewState.OVERDUE


@pytest.mark.parametrize(
    ("kind", "quote", "state"),
    [
        (GapKind.LABEL_WITHOUT_VALUE, "Review date:", ReviewState.LABEL_WITHOUT_VALUE),
        (GapKind.PLACEHOLDER, "Next review: DD/MM/YYYY", ReviewState.PLACEHOLDER),
        (GapKind.LABEL_WITHOUT_VALUE, "Owner:", ReviewState.NO_DATE),
    ],
)
def test_empty_labels(kind: GapKind, quote: str, state: ReviewState) -> None:
    """A review label without a value, or with a placeholder, is told as such."""
    found = review(Page(URL, gaps=(Gap(kind, quote),)), SITE, TODAY)
    assert (found.state, found.quote) == (state, quote if state is not ReviewState.NO_DATE else "")


def test_what_is_late_is_never_hidden_by_a_notice() -> None:
    """A word like "archived" in a table of versions must not hide that the page is overdue, by one of two dates, too. The policy asks
    nothing of a page that was withdrawn."""
    gone = Superseded("archived")
    two = (claim("2024-01-01"), claim("2031-01-01"))
    assert review(Page(URL, superseded=gone, claims=two), SITE, TODAY).state is ReviewState.CONFLICT
    yearly = Site("GP", (), review_every=Every(12, words="12 months"))
    old = (claim("2020-01-01", DateKind.LAST_REVIEWED),)
    told = review(Page(URL, superseded=gone, claims=old), yearly, TODAY)
    assert (told.state, told.by) == (ReviewState.SUPERSEDED, None)
