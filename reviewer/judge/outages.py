"""When many links fail at once, it is not the links: a host that is down, our own network, or a template that lost its dates. Pure.

Our own network is judged by what must work: our own sites and the well-known addresses. What pages link to is no witness: a page may link
to any number of hosts that never existed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from reviewer.model import Broken, DateKind, Looked, Page, PageState, Reason, Skipped, Unsure, Visit
from reviewer.settings import Patience

SILENT = frozenset(
    {
        Reason.HOST_NOT_FOUND,
        Reason.REFUSED,
        Reason.RESET,
        Reason.TIMEOUT,
        Reason.TLS_FAILED,
        Reason.PROTOCOL_ERROR,
        Reason.HOST_DOWN,
        Reason.ROBOTS_UNKNOWN,
    }
)
"""No answer over HTTP: the host or our own network. A 404 is an answer, and so is a 500: the network works."""

FAILING = SILENT | {Reason.SERVER_ERROR, Reason.SERVER_BUSY, Reason.CERTIFICATE, Reason.TLS_CHAIN}
"""The host fails as a whole. A 404 is not among them: a host that says "not found" is up."""

NOBODY: Final[Mapping[str, bool]] = MappingProxyType({})

NAMED: Final = 5
"""Hosts that one sentence names."""

OURS: Final = (
    "None of our own sites, or none of the well-known addresses ([network] well_known), gave an answer: this looks like our own network. "
    "No issue was changed and no owner was written to. Check this machine's network and DNS; the next run tries again."
)

DATES = (DateKind.DUE, DateKind.LAST_REVIEWED)


@dataclass(frozen=True, slots=True)
class Outages:
    """``hosts`` that failed for most of their links, in alphabetical order; ``ours``: it is our own network. ``together`` are hosts that
    worked before and fell silent in one run, so many that what lies between us and them is to blame: their links are unsure, no more."""

    hosts: tuple[str, ...] = ()
    ours: bool = False
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of earlier runs, as of ``now`` (None: nothing is, and nothing was).

    ``pages`` as they were last read, by URL; ``failing_since``: since when an address fails; ``answered``: hosts that ever did;
    ``believed``: addresses whose visit is one of an earlier run.
    """

    pages: Mapping[str, Page] = field(default_factory=dict)
    failing_since: Mapping[str, dt.datetime] = field(default_factory=dict)
    answered: Collection[str] = ()
    believed: Collection[str] = ()
    now: dt.datetime | None = None


NO_PAST: Final = Past()
"""A first look, or one that remembers nothing."""


def outages(
    visits: Mapping[str, Visit],
    patience: Patience,
    past: Past = NO_PAST,
    *,
    canaries: Collection[str] = (),
    own: Mapping[str, bool] = NOBODY,
) -> Outages:
    """What the visits of one run say together.

    A host is down when at least ``patience.host_least`` of its links and more than ``host_share`` of them fail. It is our own network when
    none of the ``canaries`` (URLs in ``visits``) answered, or when none of our ``own`` hosts did (host to whether any of its pages gave an
    answer) and nothing else either. Of the hosts that ever answered more than that share of at least ``host_least`` may fall silent
    together. What fails for longer than ``slow_days`` is dead, not down, and counts no more: that ends an outage. What was not asked in
    this run says nothing of its host: visits that are believed, and what its server had asked to leave alone.
    """
    hosts: dict[str, list[tuple[str, Visit]]] = defaultdict(list)
    for url, visit in visits.items():
        host = urlsplit(url).hostname
        if host and not isinstance(visit, Skipped) and not (isinstance(visit, Unsure) and visit.waits) and url not in past.believed:
            hosts[host].append((url, visit))
    now, slow = past.now, dt.timedelta(days=patience.slow_days)
    long_dead = {url for url, moment in past.failing_since.items() if now is not None and now - moment > slow}
    down = tuple(
        sorted(
            host
            for host, links in hosts.items()
            if _most(sum(visit.reason in FAILING and url not in long_dead for url, visit in links), len(links), patience)
        )
    )
    silent = {host for host, links in hosts.items() if all(visit.reason in SILENT for _, visit in links)}
    asked = [visits[url] for url in canaries if url in visits]
    cut_off = bool(own) and not any(own.values()) and silent == hosts.keys()
    ours = cut_off or (bool(asked) and all(visit.reason in SILENT for visit in asked))
    known = {host for host in past.answered if any(url not in long_dead for url, _ in hosts.get(host, ()))}
    fell = tuple(sorted(known & silent))
    return Outages(down, ours, fell if _most(len(fell), len(known), patience) else ())


def hosts_of(looked: Looked) -> dict[str, bool]:
    """Our own hosts, and whether any page of each gave an answer in this look; a page that waits, as its server asked, was not asked."""
    found: dict[str, bool] = {}
    for url, page in looked.pages.items():
        host, visit = urlsplit(url).hostname, looked.visits.get(url)
        if host and (page.state is PageState.READ or (visit is not None and page.state is not PageState.WAITING)):
            found[host] = found.get(host, False) or page.state is PageState.READ or (visit is not None and visit.reason not in SILENT)
    return found


def _most(failed: int, all_: int, patience: Patience) -> bool:
    """Whether so many failed that the single link is not to blame."""
    return failed >= patience.host_least and failed > all_ * patience.host_share


def softened(visits: Mapping[str, Visit], found: Outages) -> dict[str, Visit]:
    """The visits, with each failing link of a host that is down made *unsure*, ``host_down``."""
    down = frozenset((*found.hosts, *found.together))
    if not down:
        return dict(visits)
    return {url: _soft(visit) if urlsplit(url).hostname in down else visit for url, visit in visits.items()}


def _soft(visit: Visit) -> Visit:
    """What failed because the host is down proves nothing about the link."""
    if not isinstance(visit, Broken | Unsure) or visit.reason not in FAILING:
        return visit
    detail = visit.evidence.detail or f"most links of this host failed ({visit.reason})"
    until = visit.until if isinstance(visit, Unsure) else None
    return Unsure(visit.url, Reason.HOST_DOWN, replace(visit.evidence, detail=detail), until=until)


def sentences(found: Outages) -> tuple[str, ...]:
    """One line for the admin for each outage."""
    if found.ours:
        return (OURS,)
    said = [f"{host} failed for most of its links: it is taken as down, and its links are unsure in this run." for host in found.hosts]
    if found.together:
        names = ", ".join(found.together[:NAMED]) + (f" and {len(found.together) - NAMED} more" if len(found.together) > NAMED else "")
        said.append(f"{len(found.together)} sites that worked before fell silent together ({names}): their links are unsure in this run.")
    return tuple(said)


def lost_dates(before: Mapping[str, Page], pages: Mapping[str, Page], patience: Patience) -> tuple[str, ...]:
    """The URLs of pages that had a review date and have none now, when they are so many that the template changed; else nothing.

    Compared are pages that were read both times; many is more than ``patience.lost_dates`` of those that had a date, and at least two:
    one page alone was edited by a person.
    """
    had = [url for url, page in before.items() if _dated(page) and url in pages and pages[url].state is PageState.READ]
    lost = sorted(url for url in had if not _dated(pages[url]))
    return tuple(lost) if len(lost) >= 2 and len(lost) > patience.lost_dates * len(had) else ()


def _dated(page: Page) -> bool:
    return page.state is PageState.READ and any(page.claim(kind) for kind in DATES)
