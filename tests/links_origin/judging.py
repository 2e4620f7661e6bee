"""One look at the test origin over real sockets, and what the product said of each case."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass

from reviewer import verdicts
from reviewer.fetch import Door
from reviewer.look import Equipment, Wants, look
from reviewer.model import Looked, Visit
from reviewer.settings import Config, Limits, Network, Pace, Site
from tests.links_origin import served
from tests.links_origin.origin import Origin


@dataclass(frozen=True)
class Judged:
    """What the product said: for each case the visits of its links, in document order, and of the references in its style sheets."""

    looked: Looked
    visits: dict[str, list[Visit]]
    styled: dict[str, list[Visit]]
    origin: Origin


def network(origin: Origin) -> Network:
    """Loopback allowed, no manners towards ourselves, a short deadline."""
    limits = Limits(total_seconds=1.0)
    pace = Pace(connections=8, per_second=0)
    return Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=pace, own_pace=pace, limits=limits, ca_file=str(origin.ca))


def judged(origin: Origin) -> Judged:
    """Look at the page of all cases, once."""
    given = network(origin)
    page_url = origin.places["MAIN"] + "/folder/page.html"

    async def looking() -> Looked:
        async with Door(given, version="0") as door:
            site = Site("cases", (page_url,), follow=False, sitemap=False)
            return await look(Config(network=given), Equipment(door, delays=(0.0, 0.0)), Wants((site,)))

    looked = asyncio.run(looking())
    page = looked.pages[page_url]
    visits: dict[str, list[Visit]] = defaultdict(list)
    for link in page.links:
        visits[link.place.heading or ""].append(verdicts.verdict(link, page, looked.visits, looked.pages))
    styled: dict[str, list[Visit]] = defaultdict(list)
    for url, sheet in sorted(looked.pages.items()):
        if sheet.sheet:
            styled[served.case_of(url)] += [verdicts.verdict(link, sheet, looked.visits, looked.pages) for link in sheet.links]
    return Judged(looked, visits, styled, origin)
