"""Whether the page says of itself that it was replaced, withdrawn or archived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reviewer.checks import Context, Rank
from reviewer.model import Broken, Confidence, Finding, Page, Severity

SUMMARY = "Does the page say of itself that it was replaced, withdrawn or archived?"
ABOUT = "page"
GISTS = {
    "": ("This page says that it was withdrawn or replaced.", "Remove the page, or lead readers to what takes its place."),
}
RESTS_ON = {"": (Confidence.STATED, "a notice on the page itself")}
RANK = Rank.LATE
ARCHIVED = "archived"
QUIET = frozenset({ARCHIVED})
"""A page in an archive that says that it is archived, or a record of the past, is as it should be."""


def check(page: Page, context: Context) -> Iterable[Finding]:
    """One finding when the page was superseded, with what replaces it."""
    superseded = page.superseded
    if superseded is None:
        return
    dead = any(link.url == superseded.url and isinstance(visit, Broken) for link, visit in context.said(page) if superseded.url)
    if dead:  # what takes its place has to be there
        superseded = replace(superseded, by=None, url=None)
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
        reason=ARCHIVED if page.of_the_past else "superseded",
        suggestion=superseded.url,
    )
