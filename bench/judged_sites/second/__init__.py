"""Six more sites to judge by, of other kinds than the ten, written blind and kept for acceptance: ``every()`` makes them anew, alike each time."""

from __future__ import annotations

from bench.judged_sites.made import TODAY as TODAY
from bench.judged_sites.made import Reply as Reply
from bench.judged_sites.made import Site as Site
from bench.judged_sites.made import Truth as Truth

from . import agency, bilingual, charity, handbook, institute, leaflets
from .abroad import HOSTS as HOSTS
from .abroad import OTHERS as OTHERS

MISSING = Reply(b"<!doctype html><title>Not found</title><h1>There is no such page</h1>", status=404)
"""What any other address of these hosts answers."""

MAKERS = (handbook, agency, charity, leaflets, bilingual, institute)


def every() -> tuple[Site, ...]:
    """All sites, in the order in which they are told of."""
    return tuple(maker.made() for maker in MAKERS)
