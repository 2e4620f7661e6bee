"""Was the review date moved while the text stayed the same? A note for the admin, not a blame: a page may be right as it is.

Many owners simply bump the review date to silence a reminder. It is told in the run that sees the change, and stays in its history.
"""

from __future__ import annotations

from collections.abc import Iterable

from reviewer import dates
from reviewer.checks import Context
from reviewer.model import Audience, Confidence, DateClaim, DateKind, Finding, Page, PageState, Severity
from reviewer.settings import Site

SUMMARY = "Has its review date been moved, and nothing else changed?"
ABOUT = "page"
GISTS = {
    "": ("The review date was moved, and nothing else changed.", "Say whether the page was really reviewed."),
}
RESTS_ON = {"": (Confidence.SEEN, "the page as it was read before, and as it is now")}


def check(page: Page, context: Context) -> Iterable[Finding]:
    """One finding when the date that decides when the page is reviewed next is later than when it was read before, and its main text
    (without dates) is the same."""
    before = context.before
    if page.state is not PageState.READ or before is None or not page.fingerprint or page.fingerprint != before.fingerprint:
        return
    was, now = _decides(before, context.site), _decides(page, context.site)
    if was is None or now is None or was.kind is not now.kind or now.date.by <= was.date.by:
        return
    yield Finding(
        check="moved_date",
        page=page.url,
        subject=f"{was.date} to {now.date}",
        severity=Severity.NOTE,
        says=f"The review date was moved from {dates.words(was.date)} to {dates.words(now.date)}, and the text of the page is the same.",
        fix="If the page was checked and is right, there is nothing to do.",
        quote=now.quote,
        place=now.place,
        audience=Audience.ADMIN,
        reason="moved_date",
    )


def _decides(page: Page, site: Site) -> DateClaim | None:
    """The date that decides when the page is to be reviewed: its own due date, or the one that the site's policy runs from."""
    due = page.claim(DateKind.DUE)
    if due is not None or site.review_every is None:
        return due
    return page.claim(DateKind.LAST_REVIEWED) or (page.claim(DateKind.UPDATED) if site.review_from == "updated" else None)
