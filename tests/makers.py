"""Invented findings, issues and directories for tests of what is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from reviewer.model import Assignment, Finding, Issue, IssueState, Mailbox, Owner, Page, Place, Severity, ToldTo
from reviewer.settings import Config, Directory, Email, Organisation

NOW = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
"""A Monday morning."""

TODAY = NOW.date()
SITE = "https://gps.example.org/cancer-care-resources"
ALICE = Owner("Alice Example", "alice@alliance.example", aliases=("GP lead",), teams=("Primary care team",), manager="Mona Boss")
BOB = Owner("Bob Sample", "bob@alliance.example", teams=("Primary care team",))
MONA = Owner("Mona Boss", "mona@alliance.example")
CONTACT = Mailbox("Web team", "web.team@alliance.example")


def config(*owners: Owner, **more: Any) -> Config:
    """A config with these owners in its directory."""
    made = Config(
        organisation=Organisation("Example Alliance", CONTACT),
        email=Email(sender=Mailbox("Content review", "content-review@alliance.example")),
        directory=Directory(owners or (ALICE, BOB, MONA)),
    )
    return replace(made, **more)


def overdue(page: str = f"{SITE}/tips", **more: Any) -> Finding:
    """A review date that passed."""
    made = Finding(
        check="review_date",
        page=page,
        subject="due",
        severity=Severity.URGENT,
        says="This page was due for review on Friday 31 May 2024. That was 2 years and 5 months ago.",
        fix="Check the page, then set a new review date or remove the page.",
        quote="Next review: Friday, 31 May 2024",
        reason="overdue",
        due=dt.date(2024, 5, 31),
    )
    return replace(made, **more)


def broken(page: str = f"{SITE}/tips", subject: str = "https://other.example/fit", **more: Any) -> Finding:
    """A dead link."""
    made = Finding(
        check="broken_link",
        page=page,
        subject=subject,
        severity=Severity.PROBLEM,
        says="The link “Blood test rooms” does not work (404, page not found).",
        fix="Find where the content is now and link to that instead.",
        place=Place("Referral practice", 41),
        reason="not_found",
    )
    return replace(made, **more)


def soon(page: str = f"{SITE}/soon", due: dt.date = dt.date(2026, 12, 10), **more: Any) -> Finding:
    """A review that is due soon."""
    made = Finding(
        check="review_date",
        page=page,
        subject="due",
        severity=Severity.SOON,
        says="This page is due for review soon.",
        fix="Plan the review.",
        reason="due_soon",
        due=due,
    )
    return replace(made, **more)


def opened(finding: Finding, at: dt.datetime = NOW, *, to: Owner = ALICE, **more: Any) -> Issue:
    """An open issue. With ``told`` (and ``last_told``, ``fixed_told``) it is this owner who was told."""
    if more.get("told") and "tellings" not in more:
        last = more.setdefault("last_told", at)
        more["tellings"] = (ToldTo(to.email, more["told"], first=last, last=last, fixed=more.get("fixed_told", False)),)
    return replace(Issue(finding, IssueState.OPEN, first_seen=at, last_seen=at, changed=at), **more)


def by_id(*issues: Issue) -> dict[str, Issue]:
    """Issues as rooms hand them on."""
    return {issue.id: issue for issue in issues}


def theirs(
    owner: Owner, *issues: Issue, why: str = "the directory names you for /cancer-care-resources/**"
) -> dict[str, tuple[Assignment, ...]]:
    """All of them are one owner's."""
    return {issue.id: (Assignment(owner, why),) for issue in issues}


def page(url: str = f"{SITE}/tips", title: str = "Seven habits for quicker referrals", **more: Any) -> Page:
    """A page that was read."""
    return replace(Page(url, title=title), **more)
