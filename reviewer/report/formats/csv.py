"""The spreadsheet: a row for each finding, and one for each page that has none. Opens in Excel with its accents, and runs no formula."""

from __future__ import annotations

import csv
import io
from typing import Final

from reviewer import neutral
from reviewer.model import Finding, Page, PageState
from reviewer.report.reported import Reported
from reviewer.report.words import LINKS_ONLY, REVIEW_WORDS, label

SUFFIX: Final = ".csv"
BOM: Final = "\ufeff"
COLUMNS: Final = (
    "To do",
    "Severity",
    "Page",
    "Address",
    "Site",
    "What",
    "Fix",
    "Quote",
    "Heading",
    "Line",
    "Due",
    "Suggestion",
    "Owner",
    "Owner e-mail",
    "Review state",
    "Review due",
    "Issue state",
    "First seen",
    "Check",
    "Id",
    "Confidence",
    "Rests on",
    "Also on",
)
TRIGGERS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula, full-width forms too (OWASP, CSV injection)."""

LONGEST_CELL: Final = 2000


def write(reported: Reported) -> bytes:
    """The rows as UTF-8 with a byte order mark (Excel takes it for ANSI otherwise), CRLF, every cell quoted. It holds findings and
    pages only: that a look was stopped early is told beside it."""
    made = io.StringIO(newline="")
    rows = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for url, findings in reported.found.items():
        for finding in findings:
            rows.writerow([cell(value) for value in _row(reported, url, finding)])
    for page in reported.pages:
        if page.url not in reported.found:
            rows.writerow([cell(value) for value in _row(reported, page.url, None)])
    return (BOM + made.getvalue()).encode("utf-8", "replace")


def cell(value: object) -> str:
    """One cell: a single harmless line, an apostrophe before what would be a formula."""
    text = "" if value is None else neutral.masked(neutral.words(str(value), LONGEST_CELL))
    return f"'{text}" if text.startswith(TRIGGERS) else text


def _row(reported: Reported, url: str, finding: Finding | None) -> tuple[object, ...]:
    page = reported.looked.pages.get(url)
    owners = [assignment.owner for assignment in reported.owners.get(url, ())]
    issue = reported.issues.get(finding.id) if finding else None
    state, due = _review(reported, page) if page else ("", None)
    return (
        label(reported, finding) if finding else "Nothing",
        finding.severity.word if finding else "",
        reported.title(url),
        reported.files.get(url) or neutral.address(url),
        reported.looked.site_of.get(url, ""),
        finding and finding.says,
        finding and finding.fix,
        finding and finding.quote,
        finding and finding.place.heading,
        finding and finding.place.line,
        finding and finding.due,
        neutral.address(finding.suggestion) if finding and finding.suggestion else None,
        "; ".join(owner.name for owner in owners),
        "; ".join(owner.email for owner in owners),
        state,
        due,
        issue and issue.state.value,
        issue and issue.first_seen.date(),
        finding and finding.check,
        finding and finding.id,
        finding and finding.confidence.value,
        finding and finding.rests_on,
        " ".join(map(neutral.address, finding.also)) if finding else "",
    )


def _review(reported: Reported, page: Page) -> tuple[str, object]:
    if page.state is not PageState.READ:
        return f"Not read: {page.state.value}", None
    if page.sheet:
        return "Style sheet", None
    if page.url not in reported.reviews:
        return LINKS_ONLY, None
    review = reported.reviews[page.url]
    return REVIEW_WORDS[review.state], review.by
