"""Whether the page says of itself that it was replaced, withdrawn or archived."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from reviewer.checks import Context, Rank
from reviewer.model import Broken, Confidence, Finding, Page, Severity

SUMMARY = "Does the page say of itself that it was replaced, withdrawn or archived?"
ABOUT = "page"
GISTS = {
    "": ("This page says that it was withdrawn or replaced.", "Remove the page, or lead readers to what takes its place."),
}
RESTS_ON = {"": (Confidence.STATED, "a notice on the page itself")}
RANK = Rank.LATE
QUIET = frozenset({"archived", "closed", "named"})
"""As it should be is a page in an archive that says that it is archived, one that says that its consultation has closed, and one with the
name of what it lists ("Withdrawn guidance")."""
_CLOSED: Final = re.compile(
    r"\bclosed\b|geschlossen|beendet|\bclos(?:e|es)?\b|terminée?s?\b|cerrad[oa]|chius[oa]|gesloten|encerrad[oa]|fechad[oa]|tancad[oa]|"
    r"stängd?|lukket|stengt|zamknięt|\bar gau|wedi cau",
    re.IGNORECASE,
)
"""The state of what a page is about (a consultation, a scheme, a call), and not of what it says."""
_SIGN: Final = re.compile(r"[^\w\s'’]")
_NAME: Final = 4
"""Words of a title that names what a page lists."""


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
        reason=_reason(page, superseded.quote),
        suggestion=superseded.url,
    )


def _reason(page: Page, quote: str) -> str:
    """Why a page tells of its state: it was superseded, or all is as it should be."""
    if page.of_the_past:
        return "archived"
    if _CLOSED.search(quote):
        return "closed"
    titled = page.title.startswith(quote) and _SIGN.search(quote) is None and 1 < len(quote.split()) <= _NAME
    return "named" if titled else "superseded"
