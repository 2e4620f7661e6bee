"""Links to what was withdrawn, replaced or archived, by its own words."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer import urls, verdicts
from reviewer.checks import Context, Rank
from reviewer.model import Confidence, Finding, Link, Moved, Page, Severity, Superseded, Works

SUMMARY = "Does a link lead to guidance that says of itself that it was withdrawn, replaced or archived?"
ABOUT = "link"
GISTS = {
    "": ("A link leads to guidance that was withdrawn or replaced.", "Link to what takes its place."),
}
RESTS_ON = {"": (Confidence.STATED, "a notice on the page that the link leads to")}
RANK = Rank.LATE


def _told_there(visit: Works | Moved, page: Page, context: Context) -> bool:
    """Whether a link ends on the page that it stands on, or on another page of ours that says so: it is told of that page, once."""
    url = urls.without_fragment(visit.evidence.final_url or visit.url)
    ours = context.pages.get(url)
    return url == urls.without_fragment(page.url) or (ours is not None and ours.superseded is not None)


def check(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for each such target of others, with its words and what takes its place. What a page of ours says of itself, be it this
    one ("Skip to main content") or another, is told once, of that page: a list of what was archived is no fault, and forty pages whose menu
    leads there are none either. A page that is withdrawn itself may link to others that are."""
    if page.superseded is not None:
        return
    found: dict[str, tuple[Superseded, list[Link]]] = {}
    for link, visit in context.said(page):
        if isinstance(visit, Works | Moved) and visit.superseded is not None and link.element in {"a", "area"}:
            if _told_there(visit, page, context):
                continue
            found.setdefault(verdicts.key(link) or link.href, (visit.superseded, []))[1].append(link)
    for subject, (told, links) in found.items():
        new, quote = told.url or told.by, told.quote.rstrip(".")
        yield Finding(
            check="superseded_target",
            page=page.url,
            subject=subject,
            severity=Severity.PROBLEM,
            says=f"The {verdicts.name(links[0])} leads to a page that says of itself: “{quote}”." + verdicts.also(links[1:]),
            fix=f"Link to what takes its place: {new}."
            if new
            else "Find what takes its place, link to that, and check what your page says about it.",
            quote=links[0].words,
            place=links[0].place,
            reason="superseded",
            suggestion=told.url,
        )
