"""Looks and issues to keep."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any

from reviewer.model import (
    DateClaim,
    DateKind,
    Event,
    Evidence,
    Finding,
    Issue,
    IssueState,
    Known,
    Looked,
    Mailbox,
    Message,
    Page,
    PartialDate,
    Severity,
    Visit,
    Works,
)

NOW = dt.datetime(2026, 11, 23, 6, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
HOME = "https://pages.example/"


def page(url: str = HOME, *, due: str | None = "2027-05-31", fingerprint: str = "f1", **more: Any) -> Page:
    """A page with a due date."""
    claims = (DateClaim(DateKind.DUE, PartialDate.parse(due), f"Review date: {due}"),) if due else ()
    return Page(url, title="Tips", claims=claims, fingerprint=fingerprint, **more)


def body_hash(page: Page) -> str:
    """As different pages have different bodies."""
    return hashlib.sha256(repr(page).encode("utf-8", "replace")).hexdigest()


def looked(*pages: Page, visits: tuple[Visit, ...] = (), known: bool = True) -> Looked:
    """A look."""
    return Looked(
        pages={page.url: page for page in pages},
        site_of={page.url: "Pages" for page in pages},
        visits={visit.url: visit for visit in visits},
        known={page.url: Known(page, '"e1"', "Mon, 23 Nov 2026 06:00:00 GMT", body_hash(page)) for page in pages} if known else {},
    )


def works(url: str, status: int = 200) -> Works:
    """A visit that went well."""
    return Works(url, Evidence(status=status, final_url=url))


def issue(page_url: str = HOME, subject: str = "due", **more: Any) -> Issue:
    """An open issue."""
    finding = Finding("review_date", page_url, subject, Severity.URGENT, "It was due.", "Check it.", reason="overdue")
    made = Issue(finding, IssueState.OPEN, NOW, NOW, NOW, history=(Event(NOW, "open"),))
    return replace(made, **more)


def message(owner: str = "a.owner@pages.example", period: str = "2026-11-23", text: str = "Hello") -> Message:
    """A message."""
    payload = f"From: r@pages.example\r\nTo: {owner}\r\nSubject: 1 page\r\n\r\n{text}\r\n".encode()
    return Message(
        f"{period}/{owner}",
        f"<{period}.{owner}>",
        Mailbox("A Owner", owner),
        Mailbox("R", "r@pages.example"),
        "1 page",
        payload,
        text,
        "",
    )


def issues(*each: Issue) -> dict[str, Issue]:
    """Issues by id."""
    return {issue.id: issue for issue in each}
