"""Words that several formats share: labels, places, sums."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Final

from reviewer import neutral, settle
from reviewer.dates import ENGLISH_MONTHS
from reviewer.model import Finding, IssueState, PageState, Place, Severity
from reviewer.report.reported import SUSPECTED, Reported
from reviewer.settings import Patience
from reviewer.verdicts import ReviewState

LINKS_ONLY: Final = "Not asked: links only"
"""What stands in the place of a review's state when pages were read for their links only."""

REVIEW_WORDS: Final = {
    ReviewState.OK: "In time",
    ReviewState.DUE_SOON: "Due soon",
    ReviewState.OVERDUE: "Overdue",
    ReviewState.NO_DATE: "No review date",
    ReviewState.POLICY_DUE: "Overdue by your policy",
    ReviewState.LABEL_WITHOUT_VALUE: "A label without a date",
    ReviewState.PLACEHOLDER: "A placeholder in place of the date",
    ReviewState.UNREADABLE_DATE: "A review date that cannot be read",
    ReviewState.AMBIGUOUS: "A date that can be read in two ways",
    ReviewState.CONFLICT: "Two different due dates",
    ReviewState.SUPERSEDED: "Replaced or withdrawn",
}
RECOGNISED: Final = 40
"""So much of a quote is enough to know it again in a sentence that quotes it shortened."""

LATE: Final = (ReviewState.OVERDUE, ReviewState.POLICY_DUE)
DATELESS: Final = (ReviewState.NO_DATE, ReviewState.LABEL_WITHOUT_VALUE, ReviewState.PLACEHOLDER, ReviewState.UNREADABLE_DATE)
LABELS: Final = {Severity.URGENT: "Act now", Severity.PROBLEM: "Fix", Severity.SOON: "Soon", Severity.NOTE: "Note"}


def label(reported: Reported, finding: Finding) -> str:
    """The finding's label for people: "Overdue", "Suspected" for what nobody is told of yet, "Perhaps" for a guess, or by severity."""
    if reported.suspected(finding):
        return "Suspected"
    if finding.guessed:
        return "Perhaps"
    return "Overdue" if finding.reason == "overdue" else LABELS[finding.severity]


def quoted(finding: Finding) -> str:
    """The page's words, unless the finding's sentence has them already."""
    quote = neutral.words(finding.quote)
    return "" if quote[:RECOGNISED].rstrip("…") in neutral.sentence(finding.says) else quote


def suggested(finding: Finding) -> str:
    """The address to paste, unless the instruction has it already."""
    address = neutral.address(finding.suggestion or "")
    return "" if address in neutral.sentence(finding.fix) else address


def where(place: Place) -> str:
    """Where on the page, as the end of a sentence: ``under "Referral", line 41``; empty when it is not known."""
    parts = [f'under "{neutral.words(place.heading, 80)}"'] if place.heading else []
    if place.line:
        parts.append(f"line {place.line}")
    return ", ".join(parts)


def short(day: dt.date) -> str:
    """A day in short: ``31 May 2024``."""
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1][:3]} {day.year}"


def number(count: int, one: str, many: str | None = None) -> str:
    """How many of what: ``1 page``, ``2 pages``, ``5,000 pages``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


@dataclass(frozen=True, slots=True)
class Sums:
    """All that is ever counted: the glance, the trend, the terminal, the mail and JSON show these figures and no others.

    Pages by review state; links by verdict, each address once; ``suspected`` links failed, and are not called broken yet. ``to_act``:
    pages with something to act on, ``noted``: those with notes and suspicions only. ``fixed``: issues that were resolved on the report's
    day or since the run before it; ``open``: issues that somebody has to act on.
    """

    pages: int
    unread: int
    overdue: int
    due_soon: int
    no_date: int
    links: int
    works: int
    moved: int
    broken: int
    suspected: int
    unsure: int
    skipped: int
    to_act: int
    noted: int
    fixed: int
    open: int


def sums(reported: Reported) -> Sums:
    """Count a report."""
    pages = reported.pages
    states = Counter(review.state for review in reported.reviews.values())
    verdicts = Counter(verdict for _, verdict in {said for links in reported.addresses.values() for said in links})
    acting = {finding.page for finding in reported.acting}
    return Sums(
        pages=len(pages),
        unread=sum(page.state is not PageState.READ for page in pages),
        overdue=sum(states[state] for state in LATE),
        due_soon=states[ReviewState.DUE_SOON],
        no_date=sum(states[state] for state in DATELESS),
        links=verdicts.total(),
        works=verdicts["works"],
        moved=verdicts["moved"],
        broken=verdicts["broken"],
        suspected=verdicts[SUSPECTED],
        unsure=verdicts["unsure"],
        skipped=verdicts["skipped"],
        to_act=len(acting),
        noted=len({finding.page for finding in reported.active} - acting),
        fixed=len(fixed(reported)),
        open=sum(issue.state is IssueState.OPEN for issue in reported.issues.values()),
    )


def suspicion(counted: Sums, patience: Patience) -> str:
    """One sentence about the links that failed and are not called broken yet; empty when there are none."""
    if not counted.suspected:
        return ""
    links = number(counted.suspected, "link")
    verb, they = ("is", "it has") if counted.suspected == 1 else ("are", "they have")
    return (
        f"{links} failed and {verb} not called broken yet: {they} to fail in {number(patience.looks, 'look')} "
        f"over {number(round(patience.hours), 'hour')} first."
    )


def fixed(reported: Reported) -> tuple[Finding, ...]:
    """What was fixed since the run before this one (on this very day, when there was none before)."""
    before = [run.as_of for run in reported.runs if run.as_of < reported.as_of]
    since = max(before, default=reported.as_of)
    return tuple(
        issue.finding for issue in reported.issues.values() if settle.mended(issue) and since <= issue.changed.date() <= reported.as_of
    )


def conclusion(reported: Reported, counted: Sums) -> str:
    """One sentence: how many pages need attention."""
    if not reported.looked.pages:
        return "No page was found."
    if not counted.to_act and counted.unread == counted.pages:
        return f"{number(counted.pages, 'page')} could not be read."
    if not counted.to_act:
        unread = f"; {number(counted.unread, 'page')} could not be read" if counted.unread else ""
        return f"Nothing needs attention on {number(counted.pages - counted.unread, 'page')}{unread}."
    overdue = f" ({number(counted.overdue, 'review')} overdue)" if counted.overdue else ""
    return f"{number(counted.to_act, 'page')} {'needs' if counted.to_act == 1 else 'need'} attention{overdue}."
