"""Links to watched guidance that was updated after this page was last reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer import verdicts
from reviewer.checks import Context
from reviewer.model import Confidence, DateKind, Finding, Link, Moved, Page, PartialDate, Severity, Works

SUMMARY = "Was guidance that the page links to updated after the page was last reviewed?"
ABOUT = "link"
GISTS = {
    "": ("Guidance that this page links to was updated after the page was reviewed.", "Check whether the page is still right."),
}
RESTS_ON = {"": (Confidence.STATED, "the dates that the two pages state")}


def check(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each such target. Silent when the page does not say when it was last reviewed (or at least updated or published)."""
    claim = page.claim(DateKind.LAST_REVIEWED) or page.claim(DateKind.UPDATED) or page.claim(DateKind.PUBLISHED)
    if claim is None:
        return
    found: dict[str, tuple[PartialDate, list[Link]]] = {}
    for link, visit in context.said(page):
        if isinstance(visit, Works | Moved) and visit.updated is not None and visit.updated.first > claim.date.by:
            found.setdefault(verdicts.key(link) or link.href, (visit.updated, []))[1].append(link)
    for subject, (updated, links) in found.items():
        yield Finding(
            check="updated_target",
            page=page.url,
            subject=f"{subject} {updated}",
            severity=Severity.SOON,
            says=f"The {verdicts.name(links[0])} leads to guidance of {updated}; this page says “{claim.quote}”."
            + verdicts.also(links[1:]),
            fix="Check whether the page still says what the guidance says, then set the date of its review.",
            quote=links[0].words,
            place=links[0].place,
            reason="updated_since",
        )
