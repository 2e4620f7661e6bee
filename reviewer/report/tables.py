"""The report page's tables of sums: for each owner, for each section of a site, and the hosts that turn us away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reviewer import checks, urls
from reviewer.model import Finding, Page, Reason, Unsure
from reviewer.report.reported import Reported
from reviewer.report.words import DATELESS, LATE
from reviewer.verdicts import ReviewState

NOBODY: Final = "Nobody"
TURNED_AWAY: Final = {
    Reason.BOT_WALL: "turns robots away",
    Reason.FORBIDDEN: "refuses us",
    Reason.RATE_LIMITED: "asks us to slow down",
    Reason.ROBOTS: "asks robots to stay out",
    Reason.LOGIN: "wants a login",
}


@dataclass(frozen=True, slots=True)
class SumRow:
    """Counts of pages under one name: all, by review state, with links that do not work, and with anything to act on."""

    name: str
    pages: int
    overdue: int
    due_soon: int
    no_date: int
    broken: int
    to_act: int


@dataclass(frozen=True, slots=True)
class Wall:
    """A host that does not let us look: how many links, why, and on how many pages they stand."""

    host: str
    links: int
    why: str
    pages: int


@dataclass(frozen=True, slots=True)
class Shared:
    """One address with the same trouble on several pages: the finding of the first of them, and the addresses of all."""

    finding: Finding
    pages: tuple[str, ...]


FEWEST: Final = 3
"""So many pages with the same trouble at one address make it worth a line of its own."""


def shared(reported: Reported) -> tuple[Shared, ...]:
    """The addresses with the same trouble on three pages or more, those of most pages first: one new address mends them all. What was told
    once for many pages counts with all of them."""
    links = checks.of_links()
    groups: defaultdict[tuple[str, str], dict[str, Finding]] = defaultdict(dict)
    for finding in reported.active:
        if finding.check in links:
            for url in (finding.page, *finding.also):
                groups[finding.check, finding.subject].setdefault(url, finding)
    rows = [Shared(next(iter(found.values())), tuple(sorted(found))) for found in groups.values() if len(found) >= FEWEST]
    return tuple(sorted(rows, key=lambda row: (-len(row.pages), row.finding.subject, row.finding.check)))


def by_owner(reported: Reported) -> tuple[SumRow, ...]:
    """One row for each owner, who has most to do first; pages that nobody owns come first of all. A page of two owners counts for both."""
    groups: defaultdict[str, list[Page]] = defaultdict(list)
    for page in reported.pages:
        for name in [assignment.owner.name for assignment in reported.owners.get(page.url, ())] or [NOBODY]:
            groups[name].append(page)
    acting = _to_act(reported)
    rows = [_row(reported, name, pages, acting) for name, pages in groups.items()]
    return tuple(sorted(rows, key=lambda row: (row.name != NOBODY, -row.to_act, row.name)))


def by_section(reported: Reported) -> tuple[SumRow, ...]:
    """One row for each section: the first folders of the path in which a site's pages differ."""
    groups: defaultdict[str, list[Page]] = defaultdict(list)
    depths = _depths(reported)
    for page in reported.pages:
        site = reported.looked.site_of.get(page.url, "")
        folders = _folders(page.url)[: depths[site] + 1]
        groups[f"{site}: /{'/'.join(folders)}" if site else f"/{'/'.join(folders)}"].append(page)
    acting = _to_act(reported)
    return tuple(_row(reported, name, pages, acting) for name, pages in sorted(groups.items()))


def walls(reported: Reported) -> tuple[Wall, ...]:
    """The hosts that block us, with most links first. Nothing is said against their pages: a person can look."""
    links: defaultdict[str, set[str]] = defaultdict(set)
    pages: defaultdict[str, set[str]] = defaultdict(set)
    why: defaultdict[str, Counter[Reason]] = defaultdict(Counter)
    for page in reported.pages:
        for visit in reported.visits[page.url]:
            if isinstance(visit, Unsure) and visit.reason in TURNED_AWAY and (host := urls.host(visit.url)):
                links[host].add(visit.url)
                pages[host].add(page.url)
                why[host][visit.reason] += 1
    rows = [Wall(host, len(found), TURNED_AWAY[why[host].most_common(1)[0][0]], len(pages[host])) for host, found in links.items()]
    return tuple(sorted(rows, key=lambda wall: (-wall.links, wall.host)))


def _row(reported: Reported, name: str, pages: Iterable[Page], acting: set[str]) -> SumRow:
    chosen = tuple(pages)
    states = Counter(reported.reviews[page.url].state for page in chosen if page.url in reported.reviews)
    return SumRow(
        name=name,
        pages=len(chosen),
        overdue=sum(states[state] for state in LATE),
        due_soon=states[ReviewState.DUE_SOON],
        no_date=sum(states[state] for state in DATELESS),
        broken=sum(any(verdict == "broken" for _, verdict in reported.addresses[page.url]) for page in chosen),
        to_act=sum(page.url in acting for page in chosen),
    )


def _to_act(reported: Reported) -> set[str]:
    return {finding.page for finding in reported.acting}


def _folders(url: str) -> list[str]:
    """The folders of a path, without the file."""
    return [part for part in urls.path(url).split("/")[:-1] if part]


def _depths(reported: Reported) -> dict[str, int]:
    """For each site how many first folders all its pages share."""
    shared: dict[str, list[str]] = {}
    for page in reported.pages:
        site, folders = reported.looked.site_of.get(page.url, ""), _folders(page.url)
        before = shared.setdefault(site, folders)
        same = next(
            (index for index, (one, other) in enumerate(zip(before, folders, strict=False)) if one != other), min(len(before), len(folders))
        )
        shared[site] = before[:same]
    return {site: len(folders) for site, folders in shared.items()}
