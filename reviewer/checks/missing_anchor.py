"""Links to a place on one of our own pages that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer import verdicts
from reviewer.checks import Context, Rank
from reviewer.model import Broken, Confidence, Finding, Link, Page, Reason, Severity

SUMMARY = "Is the place on the page that a link names there?"
ABOUT = "link"
GISTS = {
    "": ("A link leads to a place that is not on the page.", "Link to a heading that is there."),
}
RESTS_ON = {"": (Confidence.SEEN, "the places that the page at that address has")}
RANK = Rank.BROKEN
NEEDS = "links"


def check(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each such address: readers land at the top of the page, which is a nuisance and no more."""
    found: dict[str, tuple[Broken, list[Link]]] = {}
    for link, visit in context.said(page):
        if isinstance(visit, Broken) and visit.reason is Reason.MISSING_ANCHOR:
            found.setdefault(link.url or link.href, (visit, []))[1].append(link)
    for subject, (visit, links) in found.items():
        yield Finding(
            check="missing_anchor",
            page=page.url,
            subject=subject,
            severity=Severity.NOTE,
            says=verdicts.sentence(links[0], visit) + verdicts.also(links[1:]),
            fix=verdicts.instruction(visit),
            quote=links[0].words,
            place=links[0].place,
            reason=visit.reason.value,
            suggestion=visit.suggestion,
        )
