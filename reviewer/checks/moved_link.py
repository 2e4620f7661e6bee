"""Links to pages that have moved for good."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer import verdicts
from reviewer.checks import Context, Rank
from reviewer.model import Confidence, Finding, Link, Moved, Page, Severity, Works

SUMMARY = "Does a link lead to a page that has moved for good, or by http where only https answers?"
ABOUT = "link"
GISTS = {
    "": ("A link leads to a page that has moved.", "Link to the new address."),
}
RESTS_ON = {"": (Confidence.SEEN, "where the address leads")}
RANK = Rank.MOVED
NEEDS = "links"

_MOVED = "leads to a page that has moved for good."
_ONLY_SECURE = "works in browsers that try https by themselves: nobody answers at its http address."


def check(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each moved address, with the new one to paste; those that differ by a slash or https only when configured, or when
    nobody answers over http any more."""
    found: dict[str, tuple[str, list[Link]]] = {}
    closed = set()
    for link, visit in context.said(page):
        to = visit.to if isinstance(visit, Moved) else None
        if (
            isinstance(visit, Works)
            and context.tell_silent_redirects
            and visit.evidence.hops
            and all(hop.permanent for hop in visit.evidence.hops)
        ):
            to = visit.evidence.hops[-1].to
        if isinstance(visit, Works) and verdicts.closed(visit):
            to = visit.evidence.hops[0].to
            closed.add(verdicts.key(link) or link.href)
        if to is not None:
            found.setdefault(verdicts.key(link) or link.href, (to, []))[1].append(link)
    for subject, (to, links) in found.items():
        yield Finding(
            check="moved_link",
            page=page.url,
            subject=subject,
            severity=Severity.NOTE,
            says=f"The {verdicts.name(links[0])} {_ONLY_SECURE if subject in closed else _MOVED}" + verdicts.also(links[1:]),
            fix=f"Link to {to} instead.",
            quote=links[0].words,
            place=links[0].place,
            reason="only_https" if subject in closed else "permanent_redirect",
            suggestion=to,
        )
