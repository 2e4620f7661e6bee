"""Links that do not work, and those of which only a person can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reviewer import verdicts
from reviewer.checks import Context, Rank
from reviewer.model import Broken, Confidence, Doubt, Finding, Link, Page, Reason, Severity, Unsure

SUMMARY = "Does every link on the page work?"
ABOUT = "link"
GISTS = {
    "": ("A link on this page does not work.", "Find where the content is now and link to that, or remove the link."),
}
RESTS_ON = {"": (Confidence.SEEN, "what the address answered, or how it is written")}
RANK = Rank.BROKEN
NEEDS = "links"
SEES = ("works", "moved", "broken")

_FACTS = frozenset({Reason.BAD_ADDRESS, Reason.BAD_MAIL, Reason.BAD_PHONE})
"""Facts of the page itself: one look is enough."""

_SLOW = frozenset({Reason.TIMEOUT, Reason.SERVER_BUSY})
"""What may turn out broken after days."""


def check(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each address that does not work, wherever it stands on the page; the first place is named."""
    found: dict[str, list[tuple[Link, Broken | Unsure]]] = {}
    for link, visit in context.said(page):
        if isinstance(visit, Broken | Unsure) and visit.reason is not Reason.MISSING_ANCHOR:
            found.setdefault(verdicts.key(link) or link.href, []).append((link, visit))
    for subject, places in found.items():
        link, visit = places[0]
        if isinstance(visit, Broken) and visit.suggestion is None and (better := verdicts.nearest(link, context.pages, context.visits)):
            visit = replace(visit, suggestion=better)
        yield Finding(
            check="broken_link",
            page=page.url,
            subject=subject,
            severity=Severity.PROBLEM if isinstance(visit, Broken) and any(_seen(other) for other, _ in places) else Severity.NOTE,
            says=verdicts.sentence(link, visit) + verdicts.also(other for other, _ in places[1:]),
            fix=verdicts.instruction(visit),
            quote=link.words,
            place=link.place,
            doubt=_doubt(visit),
            reason=visit.reason.value,
            suggestion=visit.suggestion if isinstance(visit, Broken) else None,
        )


def _seen(link: Link) -> bool:
    """Whether a browser opens the address by itself or a person does: one in ``data-src`` waits for a script, which may have another."""
    return not link.attribute.startswith("data-")


def _doubt(visit: Broken | Unsure) -> Doubt:
    """How often it has to be seen before an owner hears of it."""
    if isinstance(visit, Unsure):
        return Doubt.SLOW if visit.reason in _SLOW or visit.evidence.detail == verdicts.DROPPED else Doubt.NEVER
    if visit.reason in _FACTS and visit.evidence.status is None:
        return Doubt.NONE
    return Doubt.GONE if visit.reason is Reason.GONE else Doubt.BROKEN
