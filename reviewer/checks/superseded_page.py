"""Whether the page says of itself that it was replaced, withdrawn or archived."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.checks import Context
from reviewer.model import Finding, Page, Severity

SUMMARY = "Says of itself that it was replaced, withdrawn or archived"
ABOUT = "page"


def check(page: Page, context: Context) -> Iterable[Finding]:
    """One finding when the page was superseded, with what replaces it."""
    del context
    superseded = page.superseded
    if superseded is None:
        return
    by = f" What replaces it: {superseded.by}." if superseded.by else ""
    yield Finding(
        check="superseded_page",
        page=page.url,
        subject=f"superseded {superseded.quote}",
        severity=Severity.NOTE,
        says=f"This page says “{superseded.quote.rstrip('.')}”.{by}",
        fix="If nobody needs it any more, take it down or send its visitors to what replaces it.",
        quote=superseded.quote,
        place=superseded.place,
        reason="superseded",
        suggestion=superseded.url,
    )
