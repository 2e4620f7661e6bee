"""A look at a site of 49 ordinary pages and hostile ones, and (``python -m tests.origin.together START``) one in a process of its own.

That process says in JSON what came of the ordinary pages, and how much memory it all took. Nothing large is imported here, since the most
memory that a process ever had would hide what hostile pages take.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reviewer.fetch import Apart, Door
from reviewer.fetch.apart import Overrun
from reviewer.fetch.piped import Piped
from reviewer.look import look
from reviewer.model import Fetched, Looked
from reviewer.run import reader
from reviewer.settings import Config, Limits, Network, Pace, Site

PAGES = 49
PATHS = tuple(f"/page/{number}" for number in range(PAGES))
HOSTILE = "/hostile"

LIMITS = Limits(total_seconds=1.0, dns_seconds=0.3, connect_seconds=0.5, parse_seconds=2.0, parse_bytes=96 * 1024 * 1024, depth=100)
NETWORK = Network(allow=("127.0.0.1",), ports=((1, 65535),), pace=Pace(32, 0.0), own_pace=Pace(32, 0.0), limits=LIMITS)

HERE = 16 * 1024
"""Longer pages are read by the workers."""


class Watched(Door):
    """A door that remembers how long the longest fetch took."""

    longest = 0.0

    async def fetch(self, url: str, **more: Any) -> Fetched:
        """Fetch."""
        fetched = await super().fetch(url, **more)
        self.longest = max(self.longest, fetched.seconds)
        return fetched


class Counted(Apart):
    """Workers that say which work was given up, and who they were."""

    def __init__(self, limits: Limits, workers: int) -> None:
        super().__init__(seconds=limits.parse_seconds, memory=limits.parse_bytes, workers=workers)
        self.overran: list[str] = []
        self.pids: list[int] = []

    async def run(self, function: Callable[..., Any], *args: Any, **more: Any) -> Any:
        """Work."""
        try:
            return await super().run(function, *args, **more)
        except Overrun as error:
            self.overran.append(error.what)
            raise

    async def _start(self) -> Piped:
        made = await super()._start()
        self.pids.append(made.pid)
        return made


async def looked(start: str, workers: Counted) -> tuple[Looked, float]:
    """One look at a site, and how many seconds its longest fetch took."""
    config = Config(network=NETWORK, sites=(Site("Site", (start,), sitemap=False),))
    async with Watched(NETWORK, version="1") as door:
        found = await look(config, door, reading=lambda hints: reader(hints, workers, most=HERE), delays=(0.0,))
        return found, door.longest


def ordinary(found: Looked, start: str) -> dict[str, object]:
    """What came of the ordinary pages of a site, by their paths: the page, its visit, and what is remembered of it."""
    base = start.removesuffix(PATHS[0])
    there = {path: (found.pages.get(base + path), found.visits.get(base + path), found.known.get(base + path)) for path in PATHS}
    return {**there, "/missing": found.visits.get(f"{base}/missing")}


def memory(pid: int) -> int:
    """The most memory that a process had at once so far, in KiB; 0 when it is over."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)


async def main(idle: str, start: str) -> dict[str, object]:
    """Look at a site that is well, and then at another; say how the second one went, and what memory it took beyond the first."""
    most: dict[int, int] = {}
    over = threading.Event()
    async with Counted(Limits(), workers=1) as workers:  # as a run has it that is not told otherwise
        await looked(idle, workers)
        before, before_worker = memory(os.getpid()), memory(workers.pids[0])

        def watch() -> None:
            while not over.wait(0.01):
                for pid in workers.pids:
                    most[pid] = max(most.get(pid, 0), memory(pid))

        watching = threading.Thread(target=watch)
        watching.start()
        try:
            found, longest = await looked(start, workers)
        finally:
            over.set()
            watching.join()
        return {
            "process": memory(os.getpid()) - before,
            "worker": max(most.values()) - before_worker,
            "longest": longest,
            "incomplete": found.incomplete,
            "told": {path: hashlib.sha256(repr(one).encode()).hexdigest() for path, one in ordinary(found, start).items()},
        }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(main(*sys.argv[1:]))))
