"""Who asks whom: every host has one lane in a period, and a lane is worked on by one worker at a time. Pure.

A lane is the name of a lock. Sites that share a host share a lane, and so do links to them; small hosts of others are put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from reviewer import urls
from reviewer.settings import Site

SMALL: Final = 50
"""A host with fewer links than this shares its lane with others ..."""

TOGETHER: Final = 200
"""... until there are so many links in it: a job is then some seconds' work, and worth its overhead."""


def hosts_of(site: Site) -> frozenset[str]:
    """The hosts of a site's start pages."""
    found = (urls.resolve(start) for start in site.start)
    return frozenset(urls.site_key(url) for url in found if url)


def lanes(sites: Iterable[Site]) -> dict[str, tuple[Site, ...]]:
    """The sites by lane, in the order of the config. Those that share a host, with others between them or not, are one lane, which has the
    name of its first host; a site without any valid start page has a lane of its own."""
    every = tuple(sites)
    groups: list[tuple[frozenset[str], tuple[int, ...]]] = []
    for number, site in enumerate(every):
        hosts = hosts_of(site) or frozenset({site.name})
        near = [group for group in groups if group[0] & hosts]
        groups = [group for group in groups if group not in near]
        groups.append((hosts.union(*(known for known, _ in near)), (*(each for _, members in near for each in members), number)))
    return {f"host:{min(hosts)}": tuple(every[number] for number in sorted(members)) for hosts, members in groups}


def homes(of: Mapping[str, tuple[Site, ...]]) -> dict[str, str]:
    """The lane of each of our own hosts."""
    return {host: lane for lane, sites in of.items() for site in sites for host in hosts_of(site)}


def dealt(counts: Mapping[str, int], known: Mapping[str, str]) -> dict[str, str]:
    """The lane of each host that has so many links to be visited. ``known`` are lanes of hosts that were dealt earlier in the period: they
    keep theirs, or two workers could ask one host at once."""
    found = {host: known[host] for host in counts if host in known}
    lane, held = "", TOGETHER
    for host in sorted(counts.keys() - found.keys()):
        if counts[host] >= SMALL:
            found[host] = f"host:{host}"
            continue
        if held >= TOGETHER:
            lane, held = f"hosts:{host}", 0
        found[host] = lane
        held += counts[host]
    return found
