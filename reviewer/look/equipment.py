"""All that one look is made with, wired in one place: the way out, the workers, who says stop."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewer import __version__
from reviewer.fetch import Door
from reviewer.look.crawl import Reading
from reviewer.look.looking import Progress, look, look_at_folder
from reviewer.model import Known, Looked, Visit
from reviewer.read import Hints
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.workers import READ_HERE, Apart, reader


def look_now(
    config: Config,
    *,
    today: dt.date,
    progress: Progress,
    stop: Stop | None = None,
    jobs: int = 1,
    also: Mapping[str, str] | None = None,
    known: Callable[[str], Known | None] = lambda _url: None,
    trusted: Mapping[str, Visit] | None = None,
    waits: Mapping[str, float] | None = None,
    now: dt.datetime | None = None,
) -> Looked:
    """Crawl all sites of the config and follow their links, once.

    ``also`` maps further pages to look at to their site's name, ``known`` gives what is remembered of a page, ``trusted`` the visits that
    are still believed, ``waits`` for how many seconds yet addresses are left alone, as their servers asked in an earlier run. ``now`` is
    the time, for who remembers what servers ask for in this one. ``stop`` ends the look early, with what is known by then. ``jobs`` is as
    for ``equipped``.
    """

    async def looking() -> Looked:
        async with equipped(config, stop=stop, jobs=jobs) as with_:
            with_.door.wait(waits or {})
            return await look(
                config,
                with_.door,
                also=also,
                known=known,
                progress=progress,
                today=today,
                now=now,
                stop=with_.stop,
                trusted=(trusted or {}).get,
                reading=with_.reading,
            )

    return asyncio.run(looking())


def look_at_folder_now(
    folder: Path,
    config: Config,
    *,
    today: dt.date,
    progress: Progress,
    stop: Stop | None = None,
    jobs: int = 1,
    links: bool = True,
    max_pages: int | None = None,
) -> Looked:
    """Look at a site on disk, once, under the limits of ``look_now``; its links to other sites are followed when ``links``."""

    async def looking() -> Looked:
        async with equipped(config, stop=stop, jobs=jobs) as with_:
            return await look_at_folder(
                folder,
                config,
                door=with_.door if links else None,
                progress=progress,
                today=today,
                stop=with_.stop,
                reading=with_.reading,
                max_pages=max_pages,
            )

    return asyncio.run(looking())


@dataclass(frozen=True, slots=True)
class Equipment:
    """What every look is made with: the way out, who reads pages, and what is set when somebody wants the end now."""

    door: Door
    reading: Callable[[Hints], Reading]
    stop: asyncio.Event


@asynccontextmanager
async def equipped(config: Config, *, stop: Stop | None, jobs: int) -> AsyncIterator[Equipment]:
    """The equipment of one look. ``jobs`` above 1 reads every page in so many worker processes; else only what is large, or no HTML, is
    read apart, so that a small site pays for none."""
    contact, limits = config.organisation.contact, config.network.limits
    halt = asyncio.Event()
    if stop is not None:
        loop = asyncio.get_running_loop()

        def halting() -> None:
            loop.call_soon_threadsafe(halt.set)

        stop.then(halting)
    async with (
        Door(config.network, contact=contact.email if contact else "", version=__version__) as door,
        Apart(seconds=limits.parse_seconds, memory=limits.parse_bytes, workers=max(1, jobs)) as apart,
    ):
        yield Equipment(door, lambda hints: reader(hints, apart, most=0 if jobs > 1 else READ_HERE), halt)
