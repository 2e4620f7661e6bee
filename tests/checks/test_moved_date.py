"""Tests of the check ``moved_date``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from reviewer.checks import Context
from reviewer.checks.moved_date import check
from reviewer.model import Audience, DateClaim, DateKind, Finding, Page, PageState, PartialDate, Severity
from reviewer.settings import Every, Site

TODAY = dt.date(2026, 11, 21)


def page(due: str | None, fingerprint: str = "same", state: PageState = PageState.READ) -> Page:
    """A page with a due date."""
    claims = (DateClaim(DateKind.DUE, PartialDate.parse(due), f"Review date: {due}"),) if due else ()
    return Page("https://a.example/", state, claims=claims, fingerprint=fingerprint)


def test_a_later_date_over_the_same_text_is_a_note_for_the_admin() -> None:
    """Both dates are named; nobody is blamed, and the owner is not told."""
    (found,) = check(page("2027-05-31"), Context(TODAY, Site("s", ()), before=page("2024-05-31")))
    assert found.says == ("The review date was moved from Friday 31 May 2024 to Monday 31 May 2027, and the text of the page is the same.")
    assert (found.severity, found.audience, found.quote) == (Severity.NOTE, Audience.ADMIN, "Review date: 2027-05-31")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (None, page("2027-05-31")),
        (page("2024-05-31", "other words"), page("2027-05-31")),
        (page("2024-05-31", ""), page("2027-05-31", "")),
        (page("2027-05-31"), page("2027-05-31")),
        (page("2027-05-31"), page("2024-05-31")),
        (page(None), page("2027-05-31")),
        (page("2024-05-31"), page(None)),
        (page("2024-05-31"), page("2027-05-31", state=PageState.FAILED)),
    ],
)
def test_anything_else_is_no_moved_date(before: Page | None, now: Page) -> None:
    """A changed text, the same or an earlier date, a first date, a page that was not read: nothing to note."""
    assert list(check(now, Context(TODAY, Site("s", ()), before=before))) == []


@pytest.mark.parametrize(
    ("kind", "told", "untold"),
    [(DateKind.LAST_REVIEWED, ("reviewed", "updated"), ()), (DateKind.UPDATED, ("updated",), ("reviewed",))],
)
def test_under_a_policy_the_date_that_it_runs_from_is_one(kind: DateKind, told: tuple[str, ...], untold: tuple[str, ...]) -> None:
    """Where the site says how often pages are reviewed, a later "last reviewed" moves the next review as a later due date does."""

    def said(day: str) -> Page:
        return Page("https://a.example/", claims=(DateClaim(kind, PartialDate.parse(day), day),), fingerprint="same")

    def found(**more: Any) -> list[Finding]:
        return list(check(said("2026-05-31"), Context(TODAY, Site("s", (), **more), before=said("2024-05-31"))))

    assert found() == []
    assert all(found(review_every=Every(12), review_from=source) for source in told)
    assert not any(found(review_every=Every(12), review_from=source) for source in untold)
    both = replace(said("2026-05-31"), claims=(*said("2026-05-31").claims, *page("2027-05-31").claims))
    assert not list(check(both, Context(TODAY, Site("s", (), review_every=Every(12)), before=said("2024-05-31")))), (
        "another date decides now"
    )
