"""Looks at a site of a test over real sockets: what is configured, what was asked, and what came of it."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from reviewer.fetch import Door
from reviewer.look import Equipment, Memory, Wants, look
from reviewer.model import Known, Looked, PageState, Visit
from reviewer.settings import Config, Limits, Network, Pace, Site
from tests.links_origin.case import Reply, page
from tests.links_origin.origin import Origin

Answers = Mapping[tuple[str, str], Reply]


def config(**more: object) -> Config:
    """Loopback allowed, no manners."""
    pace = Pace(connections=4, per_second=0)
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=pace, own_pace=pace, limits=Limits(total_seconds=2.0))
    return replace(Config(network=network), **more)  # type: ignore[arg-type]


def links(*hrefs: str) -> bytes:
    """A page of links."""
    return page("Links", extra="").replace(b"</body>", "".join(f'<a href="{href}">{href}</a> ' for href in hrefs).encode() + b"</body>")


def looked(
    origin: Origin,
    answers: Answers,
    given: Config | None = None,
    *,
    known: Callable[[str], Known | None] = lambda _: None,
    today: dt.date | None = None,
    trusted: Callable[[str], Visit | None] = lambda _: None,
    **settings: object,
) -> Looked:
    """One look at the MAIN host, from its front page."""
    origin.answers = dict(answers)
    origin.asked.clear()
    site = replace(Site("site", (origin.places["MAIN"] + "/",)), **settings)  # type: ignore[arg-type]
    setting = given or config()

    async def looking() -> Looked:
        async with Door(setting.network, version="0") as door:
            return await look(setting, Equipment(door, delays=(0.0, 0.0)), Wants((site,), today=today), Memory(known, trusted))

    return asyncio.run(looking())


def paths(origin: Origin, found: Looked) -> set[str]:
    """The paths of the pages that were read."""
    return {url.removeprefix(origin.places["MAIN"]) for url, item in found.pages.items() if item.state is PageState.READ}


def asked(origin: Origin, path: str) -> int:
    """How often a path of MAIN was asked for."""
    return sum(host == "MAIN" and where == path for host, _, where, _ in origin.asked)


def at(found: Looked, origin: Origin, path: str) -> Visit:
    """The visit of a path of MAIN."""
    return found.visits[origin.places["MAIN"] + path]
