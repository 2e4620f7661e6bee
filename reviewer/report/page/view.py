"""What the report page shows of single pages: rows to act on, dates to come, what was fixed, and each page's own block."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from reviewer.dates import words
from reviewer.model import DateKind, Event, Finding, IssueState, Page, PageState
from reviewer.report.reported import Reported, by_page, urgency
from reviewer.report.words import LINKS_ONLY, REVIEW_WORDS, fixed, number
from reviewer.verdicts import ReviewState

DATE_WORDS: Final = {
    DateKind.DUE: "Review due",
    DateKind.LAST_REVIEWED: "Last reviewed",
    DateKind.UPDATED: "Updated",
    DateKind.PUBLISHED: "Published",
    DateKind.EXPIRES: "Expires",
}
VERDICT_WORDS: Final = {
    "works": "work",
    "moved": "moved",
    "broken": "broken",
    "suspected": "suspected",
    "unsure": "to look at yourself",
    "skipped": "skipped",
}
STATE_WORDS: Final = {
    PageState.UNREACHABLE: "The page did not answer.",
    PageState.NOT_FOUND: "The page is not there.",
    PageState.FORBIDDEN: "The server refused to show the page.",
    PageState.ROBOTS: "robots.txt asks us not to read it.",
    PageState.WAITING: "The site asked us to wait before we ask again.",
    PageState.TOO_LARGE: "It is too large to read.",
    PageState.TOO_SLOW: "It took too long to read.",
    PageState.NOT_HTML: "It is of a kind that cannot be read.",
    PageState.ENCRYPTED: "It is encrypted.",
    PageState.DAMAGED: "The file is damaged.",
    PageState.NO_TEXT: "It is a scan without text.",
    PageState.NEEDS_BROWSER: "It could not be read without a browser.",
    PageState.SKIPPED: "It was left out.",
    PageState.FAILED: "Reading it failed.",
}

OF_REVIEW: Final = frozenset(ReviewState) | {"expired"}
"""Reasons of findings about the day on which a page was due for review."""

_YOU = re.compile(r"\byou\b")


@dataclass(frozen=True, slots=True)
class Row:
    """A page in a table: ``href`` leads to its block (None: it has none), ``owner`` is empty when nobody is known."""

    url: str
    title: str
    href: str | None
    site: str
    owner: str
    page: Page | None


@dataclass(frozen=True, slots=True)
class ActRow:
    """A page to act on: its most urgent finding, how many more there are, and the day it was due."""

    row: Row
    top: Finding
    more: int
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A review to come."""

    row: Row
    page: Page
    day: dt.date


@dataclass(frozen=True, slots=True)
class FixedRow:
    """Something that was fixed."""

    row: Row
    finding: Finding


@dataclass(frozen=True, slots=True)
class QuietRow:
    """A page with nothing to tell."""

    row: Row
    state: str
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding in its page's block, with what its issue says: why nobody has to act on it, or that it is not told yet."""

    finding: Finding
    standing: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page's history. ``about`` is empty when the page has one issue only."""

    event: Event
    about: str


@dataclass(frozen=True, slots=True)
class Block:
    """A page's own part of the report. ``maybe`` are guesses; ``facts`` are (name, words, quote)."""

    row: Row
    id: str
    findings: tuple[Standing, ...]
    maybe: tuple[Standing, ...]
    facts: tuple[tuple[str, str, str], ...]
    history: tuple[Line, ...]


def row(reported: Reported, url: str, homes: Mapping[str, str]) -> Row:
    """A page as a table names it. ``homes`` says in which file a page's block is (empty: in this one)."""
    return Row(
        url=url,
        title=reported.title(url),
        href=f"{homes[url]}#{anchor(url)}" if url in homes else None,
        site=reported.looked.site_of.get(url, ""),
        owner=", ".join(assignment.owner.name for assignment in reported.owners.get(url, ())),
        page=reported.looked.pages.get(url),
    )


def anchor(url: str) -> str:
    """The id of a page's block, made from its address, so that a bookmark of it holds in the next report."""
    return "p-" + hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:12]


def act_rows(reported: Reported, homes: Mapping[str, str]) -> tuple[ActRow, ...]:
    """The pages to act on, most urgent first."""
    return _act_rows(reported, reported.acting, homes)


def noted_rows(reported: Reported, homes: Mapping[str, str]) -> tuple[ActRow, ...]:
    """The pages with notes and suspicions only; one with nothing but guesses is none of them."""
    acting = {finding.page for finding in reported.acting}
    return _act_rows(reported, tuple(one for one in reported.active if one.page not in acting and not one.guessed), homes)


def maybe_rows(reported: Reported, homes: Mapping[str, str]) -> tuple[ActRow, ...]:
    """The pages with nothing but guesses."""
    sure = {finding.page for finding in reported.active if not finding.guessed}
    return _act_rows(reported, tuple(one for one in reported.active if one.page not in sure), homes)


def _act_rows(reported: Reported, findings: Iterable[Finding], homes: Mapping[str, str]) -> tuple[ActRow, ...]:
    """A row for each page of some findings, with how many more things were found on it."""
    every = Counter(finding.page for finding in reported.active)
    return tuple(
        ActRow(row(reported, url, homes), found[0], every[url] - 1, _review_day(found)) for url, found in by_page(findings, reported.linked)
    )


def _review_day(found: Iterable[Finding]) -> dt.date | None:
    """The day on which the page was due for review, when that is among its findings."""
    return next((one.due for one in found if one.due and one.reason in OF_REVIEW), None)


def coming(reported: Reported, homes: Mapping[str, str]) -> tuple[ComingRow, ...]:
    """The reviews of the days to come, soonest first."""
    last = reported.as_of + dt.timedelta(days=reported.config.remind.coming_days)
    rows = [
        ComingRow(row(reported, page.url, homes), page, by)
        for page in reported.pages
        if page.url in reported.reviews and (by := reported.reviews[page.url].by) is not None and reported.as_of <= by <= last
    ]
    return tuple(sorted(rows, key=lambda entry: (entry.day, entry.page.url)))


def fixed_rows(reported: Reported, homes: Mapping[str, str]) -> tuple[FixedRow, ...]:
    """What was fixed since last time, by page."""
    done = sorted(fixed(reported), key=lambda one: (one.page, urgency(one)))
    return tuple(FixedRow(row(reported, found.page, homes), found) for found in done)


def quiet_rows(reported: Reported, homes: Mapping[str, str]) -> tuple[QuietRow, ...]:
    """The pages that have no block of their own: nothing was found on them, and nothing ever was."""
    return tuple(QuietRow(row(reported, page.url, homes), *_standing(reported, page)) for page in reported.pages if page.url not in homes)


def with_block(reported: Reported) -> tuple[str, ...]:
    """The addresses that have a block: pages with findings, in the order of the table, then those with a history, by address, then those
    of which a reader of a third party has something to show."""
    acting = (url for url, _ in by_page(reported.active, reported.linked))
    past = sorted(issue.finding.page for issue in reported.issues.values())
    return tuple(dict.fromkeys([*acting, *reported.found, *past, *(page.url for page in reported.pages if page.extras)]))


def blocks(reported: Reported, addresses: Iterable[str]) -> tuple[Block, ...]:
    """The blocks of the given pages, in that order."""
    wanted = tuple(addresses)
    history = _history(reported, frozenset(wanted))
    return tuple(
        Block(
            row(reported, url, {}),
            anchor(url),
            tuple(_standings(reported, url, guessed=False)),
            tuple(_standings(reported, url, guessed=True)),
            tuple(_facts(reported, url)),
            history.get(url, ()),
        )
        for url in wanted
    )


def _standings(reported: Reported, url: str, *, guessed: bool) -> Iterator[Standing]:
    """The findings of a page, guesses or the others, with what their issues say."""
    for finding in reported.found.get(url, ()):
        if finding.guessed is guessed:
            yield Standing(finding, _issue_words(reported, finding))


def _standing(reported: Reported, page: Page) -> tuple[str, dt.date | None]:
    if page.state is not PageState.READ:
        return STATE_WORDS[page.state], None
    if page.sheet:
        return "Style sheet", None
    if page.url not in reported.reviews:
        return LINKS_ONLY, None
    review = reported.reviews[page.url]
    return REVIEW_WORDS[review.state], review.by


def _issue_words(reported: Reported, finding: Finding) -> str:
    issue = reported.issues.get(finding.id)
    if issue is None or issue.state in {IssueState.OPEN, IssueState.RESOLVED}:
        return ""
    if reported.aside(finding):
        return f"{issue.state.value.capitalize()}{f' until {words(issue.until)}' if issue.until else ''}: nobody is told."
    return f"Seen in {number(issue.looks, 'look')} so far: nobody is told before it is certain."


def _history(reported: Reported, wanted: AbstractSet[str]) -> dict[str, tuple[Line, ...]]:
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    issues = [issue for issue in reported.issues.values() if issue.finding.page in wanted]
    counted = Counter(issue.finding.page for issue in issues)
    for issue in issues:
        about = issue.finding.says if counted[issue.finding.page] > 1 else ""
        lines[issue.finding.page].extend(Line(event, about) for event in reversed(issue.history))
    return {url: tuple(sorted(found, key=lambda line: line.event.at, reverse=True)) for url, found in lines.items()}


def _facts(reported: Reported, url: str) -> list[tuple[str, str, str]]:
    page = reported.looked.pages.get(url)
    facts = [
        ("Owner", f"{each.owner.name} ({_YOU.sub('them', each.why.replace('you are', 'they are'))})", "")
        for each in reported.owners.get(url, ())
    ]
    if page is None:
        return [*facts, ("State", "The page was not found in this look.", "")]
    if page.state is not PageState.READ:
        return [*facts, ("State", STATE_WORDS[page.state], "")]
    if url in reported.reviews:
        facts.append(("Review", REVIEW_WORDS[reported.reviews[url].state], reported.reviews[url].quote))
    facts += [(DATE_WORDS[claim.kind], words(claim.date), claim.quote) for claim in page.claims]
    facts += [("Contact named", contact.value, contact.quote) for contact in page.contacts]
    facts += [(extra.kind.replace("_", " ").capitalize(), extra.value, extra.quote) for extra in page.extras]
    verdicts = Counter(verdict for _, verdict in reported.addresses[url])
    if verdicts:
        facts.append(("Links", ", ".join(f"{verdicts[name]} {said}" for name, said in VERDICT_WORDS.items() if verdicts[name]), ""))
    return facts
