"""What the page announces that is not there, and values that cannot be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reviewer.checks import Context
from reviewer.model import Confidence, Finding, GapKind, Page, Severity
from reviewer.verdicts import review

SUMMARY = "Does the page announce something that is missing, leave a label empty, or state a date that cannot be?"
ABOUT = "page"
GISTS = {
    "": ("Something that this page announces is missing.", "Put it there, or take the announcement away."),
}
RESTS_ON = {
    "": (Confidence.GUESSED, "what the words announce, and what follows them"),
    GapKind.LABEL_WITHOUT_VALUE: (Confidence.SEEN, "a label with nothing behind it"),
    GapKind.PLACEHOLDER: (Confidence.SEEN, "words that stand for others"),
    GapKind.UNREADABLE_DATE: (Confidence.STATED, "a label that asks for a date"),
    GapKind.IMPOSSIBLE_DATE: (Confidence.STATED, "a label that asks for a date"),
}

_TOLD: Final[dict[GapKind, tuple[Severity, str, str]]] = {
    GapKind.MISSING_LIST: (Severity.NOTE, "It says “{quote}”, and no list follows.", "Add the list, or take the words out."),
    GapKind.MISSING_ADDRESS: (Severity.PROBLEM, "It says “{quote}”, and no address follows.", "Add the address or telephone number."),
    GapKind.MISSING_MEDIA: (
        Severity.NOTE,
        "It says “{quote}”, and no video or recording was found there.",
        "Add the recording, or take the words out.",
    ),
    GapKind.MISSING_THING: (
        Severity.NOTE,
        "It says “{quote}”, and nothing of the kind was found there.",
        "Put it there, or take the words out.",
    ),
    GapKind.EMPTY_SECTION: (Severity.NOTE, "Nothing stands under the heading “{quote}”.", "Write the section, or take the heading out."),
    GapKind.LABEL_WITHOUT_VALUE: (Severity.PROBLEM, "It says “{quote}”, and nothing follows.", "Fill it in, or take the label out."),
    GapKind.PLACEHOLDER: (Severity.PROBLEM, "It says “{quote}”: a placeholder was never filled in.", "Put in what belongs there."),
    GapKind.UNREADABLE_DATE: (
        Severity.PROBLEM,
        "It says “{quote}”, and that is no date that can be read.",
        "Write the date there, the month as a word.",
    ),
    GapKind.IMPOSSIBLE_DATE: (Severity.PROBLEM, "It says “{quote}”, and there is no such date.", "Correct the date."),
}


def check(page: Page, context: Context) -> Iterable[Finding]:
    """One finding for each gap of the page; the same words twice are one, and an empty review date is told by ``review_date``. A page that
    says of itself that it was archived or replaced is not filled in any more."""
    if page.superseded is not None:
        return
    state = review(page, context.site, context.today, context.remind)
    seen: set[str] = set()
    for gap in page.gaps:
        subject = f"{gap.kind} {gap.quote}"
        if subject in seen or (state.quote and gap.quote == state.quote):
            continue
        seen.add(subject)
        severity, says, fix = _TOLD[gap.kind]
        yield Finding(
            check="gap",
            page=page.url,
            subject=subject,
            severity=severity,
            says=says.replace("{quote}", gap.quote.rstrip(".")),
            fix=fix,
            quote=gap.quote,
            place=gap.place,
            reason=gap.kind.value,
        )
