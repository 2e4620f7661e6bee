"""All that one look is made with, wired in one place: the way out, the workers, who says stop."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewer import __version__
from reviewer.browse import Browser
from reviewer.fetch import Door, FolderDoor, Turn
from reviewer.look.givens import NOTHING, Equipment, Memory, Progress, Wants
from reviewer.look.looking import look, look_at_folder
from reviewer.model import Looked
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.workers import Apart, budget, reader

RARELY = (20_000, 50, 100)
"""The garbage collector's thresholds while a look and what follows from it is made (docs/decisions/0018): what a look makes is facts, which
stay, and their number only grows; what goes is freed by its reference count."""


@dataclass(frozen=True, slots=True)
class Means:
    """By what means a person has a look made: who is told how it goes, who may end it early, and how many processes read pages.

    ``jobs`` above 1 reads pages in so many worker processes as soon as they pay (``workers.budget``); until then, and with 1, only what is
    large, or no HTML, is read apart, so that a small site pays for none.
    """

    progress: Progress
    stop: Stop | None = None
    jobs: int = 1


@contextmanager
def sparing() -> Iterator[None]:
    """Have the garbage collector look through the facts of a look less often; as it was afterwards, also within another one."""
    before = gc.get_threshold()
    if before[0]:  # 0: somebody has switched it off
        gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def look_now(config: Config, means: Means, wants: Wants, memory: Memory = NOTHING) -> Looked:
    """Crawl the sites and follow their links, once. A look that is ended early has what is known by then."""
    part = wants.part

    async def looking() -> Looked:
        async with equipped(config, means, part.turn if part else None) as equipment:
            door = equipment.door
            if part is None or not isinstance(door, Door):
                return await look(config, equipment, wants, memory)
            door.take(part.manners, part.homes.__contains__)
            door.tell(part.journal.manners)
            looked = await look(config, equipment, wants, memory)
            part.journal.manners(door.manners())
            return looked

    with sparing():
        return asyncio.run(looking())


def look_at_folder_now(
    folder: Path,
    config: Config,
    means: Means,
    *,
    today: dt.date,
    base: str = "/",
    links: bool = True,
    max_pages: int | None = None,
    facts: bool = True,
) -> Looked:
    """Look at a site on disk that is served below ``base``, once, under the limits of ``look_now``; its links to other sites are followed
    when ``links``."""

    async def looking() -> Looked:
        async with equipped(config, means) as equipment:
            door = FolderDoor(folder, equipment.door if links else None, base)
            return await look_at_folder(door, config, equipment, today=today, max_pages=max_pages, facts=facts)

    with sparing():
        return asyncio.run(looking())


@asynccontextmanager
async def equipped(config: Config, means: Means, turn: Turn | None = None) -> AsyncIterator[Equipment]:
    """The equipment of one look, until it ends; ``turn``: other processes ask the same hosts."""
    contact, limits = config.organisation.contact, config.network.limits
    halt = asyncio.Event()
    if means.stop is not None:
        loop = asyncio.get_running_loop()
        means.stop.then(lambda: loop.call_soon_threadsafe(halt.set))
    async with (
        Door(config.network, contact=contact.email if contact else "", version=__version__, turn=turn) as door,
        Apart(seconds=limits.parse_seconds, memory=limits.parse_bytes, workers=max(1, means.jobs)) as apart,
        Browser(door, config.network) as browser,
    ):
        spends = budget(means.jobs)
        yield Equipment(door, lambda hints: reader(hints, apart, spends=spends), means.progress, halt, browser=browser)
