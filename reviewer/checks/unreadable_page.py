"""Could the page be read at all? A document that is encrypted, damaged or a scan is told to its owner, an outage to the site admin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reviewer.checks import Across, Context
from reviewer.model import Audience, Confidence, Doubt, Finding, Page, PageState, Severity

SUMMARY = "Could the page or document be read?"
ABOUT = "page"
GISTS = {
    "": ("This page or document could not be read.", "See whether it opens, and publish it again if not."),
}
ACROSS = {
    PageState.TOO_LARGE: Across(
        2,
        "{many} of the site are too large to be read: they are probably made by a program.",
        "Leave them out with `skip` of the site, or raise `page_bytes` in [network.limits].",
    ),
}
RESTS_ON = {"": (Confidence.SEEN, "what came for its address")}

_TOLD: Final[dict[PageState, tuple[Audience, Doubt, str, str]]] = {
    PageState.ENCRYPTED: (
        Audience.OWNER,
        Doubt.NONE,
        "This document is protected with a password, so nobody can read it without one.",
        "Publish it without a password, or as a web page.",
    ),
    PageState.DAMAGED: (
        Audience.OWNER,
        Doubt.NONE,
        "This document is damaged and does not open.",
        "Open the original, save it again and publish that.",
    ),
    PageState.NO_TEXT: (
        Audience.OWNER,
        Doubt.NONE,
        "This document could not be read: its pages are pictures, without text. Screen readers and searches find nothing in it either.",
        "Publish it from its original, or run text recognition over it, or publish it as a web page.",
    ),
    PageState.NEEDS_BROWSER: (
        Audience.ADMIN,
        Doubt.NONE,
        "This page could not be read without a browser.",
        'Have its site read in a browser (README, "Pages that need JavaScript"), or leave the page out.',
    ),
    PageState.NOT_FOUND: (
        Audience.ADMIN,
        Doubt.GONE,
        "This page is listed, and the site says that it does not exist.",
        "Take it off the list of pages, or restore it.",
    ),
    PageState.FORBIDDEN: (
        Audience.ADMIN,
        Doubt.BROKEN,
        "The site did not let us read this page.",
        "Let the reviewer in (its User-Agent is in the log), or leave the page out.",
    ),
    PageState.UNREACHABLE: (
        Audience.ADMIN,
        Doubt.BROKEN,
        "The site did not answer for this page.",
        "See whether the page opens in a browser.",
    ),
    PageState.TOO_LARGE: (
        Audience.ADMIN,
        Doubt.NONE,
        "This page is too large to be read.",
        "Leave it out with `skip` of the site, or raise `page_bytes` (for documents `document_bytes`) in [network.limits].",
    ),
    PageState.TOO_SLOW: (
        Audience.ADMIN,
        Doubt.BROKEN,
        "This page took too long to be read.",
        "See whether it opens in a browser, or leave the page out.",
    ),
    PageState.FAILED: (
        Audience.ADMIN,
        Doubt.NONE,
        "This page could not be read.",
        "Please report it with `reviewer read --explain` of the page.",
    ),
}
"""What is told of each state; the others (read, robots, skipped, not a page) are no fault of the page."""


def check(page: Page, context: Context) -> Iterable[Finding]:
    """One finding when the page could not be read."""
    del context
    told = _TOLD.get(page.state)
    if told is None:
        return
    audience, doubt, says, fix = told
    yield Finding(
        check="unreadable_page",
        page=page.url,
        subject=page.state.value,
        severity=Severity.PROBLEM if audience is Audience.OWNER else Severity.NOTE,
        says=f"{says} {_sentence(page.trouble)}" if page.trouble and audience is Audience.ADMIN else says,
        fix=fix,
        audience=audience,
        doubt=doubt,
        reason=page.state.value,
    )


def _sentence(trouble: str) -> str:
    """What the network said, as a sentence."""
    return trouble[0].upper() + trouble[1:] + ("" if trouble.endswith((".", "!", "?")) else ".")
