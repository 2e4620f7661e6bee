"""Looks at a site of a test with a browser at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reviewer.browse import Browser
from reviewer.fetch import Door
from reviewer.look import Equipment, Memory, Wants, look
from reviewer.model import Known, Looked
from reviewer.settings import Config, Limits, Network, Pace, Site
from tests.origin import Origin

PACE = Pace(8, 0.0)
NETWORK = Network(allow=("127.0.0.1",), ports=((1, 65535),), pace=PACE, own_pace=PACE, limits=Limits(total_seconds=5.0))


async def looked(
    origin: Origin, *, known: Callable[[str], Known | None] = lambda _: None, network: Network = NETWORK, **site: object
) -> Looked:
    """One look at the site, from its front page."""
    chosen = replace(Site("app", (origin.url("/"),), sitemap=False), **site)  # type: ignore[arg-type]
    async with Door(network, version="0") as door, Browser(door, network) as browser:
        equipment = Equipment(door, delays=(0.0, 0.0), browser=browser)
        return await look(replace(Config(), network=network), equipment, Wants((chosen,)), Memory(known))
