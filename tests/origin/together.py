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
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from reviewer.fetch import Door
from reviewer.fetch.names import system
from reviewer.look import Equipment, look
from reviewer.look.visit.opening import Opening
from reviewer.model import Fetched, Looked
from reviewer.settings import Config, Limits, Network, Pace, Site
from reviewer.workers import READ_HERE, Apart, reader
from reviewer.workers.apart import Overrun
from reviewer.workers.piped import Piped

PAGES = 49
PATHS = tuple(f"/page/{number}" for number in range(PAGES))
HOSTILE = "/hostile"

LIMITS = Limits(total_seconds=1.0, dns_seconds=0.3, connect_seconds=0.5, parse_seconds=2.0, parse_bytes=96 * 1024 * 1024, depth=100)
NETWORK = Network(allow=("127.0.0.1",), ports=((1, 65535),), pace=Pace(32, 0.0), own_pace=Pace(32, 0.0), limits=LIMITS)


SLACK, PAUSED = 0.5, 1.0
"""Seconds that a busy machine may take to end what is over; and that a server may ask to wait, which no limit counts."""

STALL = 5.0
"""So many seconds nothing may hold up the loop: what is read in the process itself takes one at most, of a page of 60 KB that is all dates."""

BEAT = 0.02


@dataclass
class Times:
    """How many seconds the longest fetch of a look took, the longest visit (all that was fetched for one address, tries and waiting included), and how
    long the look's own loop was held up: all together, and the longest time."""

    fetch: float = 0.0
    visit: float = 0.0
    stalled: float = 0.0
    stall: float = 0.0

    @property
    def latest(self) -> float:
        """When a fetch must be over: in its time, and what the loop was held up on top of it, as far as it extends the limit, and until it
        was on time again. So a look that nothing holds up has half a second beyond the limit, on a busy machine as on an idle one."""
        return LIMITS.total_seconds + min(self.stalled, LIMITS.total_seconds) + self.stall + SLACK

    async def beat(self) -> None:
        """See whether the loop is on time, for ever."""
        while True:
            began = time.monotonic()
            await asyncio.sleep(BEAT)
            late = time.monotonic() - began - BEAT
            self.stalled += late if late > BEAT else 0.0
            self.stall = max(self.stall, late)


NEVER = threading.Event()


def looked_up(host: str) -> Sequence[str]:
    """As the system does it; the name server of dead.example takes the question and never answers."""
    if host.endswith(".dead.example"):
        NEVER.wait(60)
    return system(host)


class Watched(Door):
    """A door that remembers how long the longest fetch took."""

    def __init__(self, times: Times) -> None:
        super().__init__(NETWORK, version="1", lookup=looked_up)
        self._times = times

    async def fetch(self, url: str, **more: Any) -> Fetched:
        """Fetch."""
        fetched = await super().fetch(url, **more)
        self._times.fetch = max(self._times.fetch, fetched.seconds)
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


async def looked(start: str, workers: Counted) -> tuple[Looked, Times]:
    """One look at a site, and how long it took for what."""
    config = Config(network=NETWORK, sites=(Site("Site", (start,), sitemap=False),))
    times = Times()
    took: dict[tuple[Opening, str], float] = {}
    real = Opening.open

    async def opened(self: Opening, url: str, **more: Any) -> Any:
        began = time.monotonic()
        try:
            return await real(self, url, **more)
        finally:
            took[self, url] = took.get((self, url), 0.0) + time.monotonic() - began
            times.visit = max(times.visit, took[self, url])

    beating = asyncio.create_task(times.beat())
    try:
        with mock.patch.object(Opening, "open", opened):
            async with Watched(times) as door:
                found = await look(config, Equipment(door, readers=lambda hints: reader(hints, workers, most=READ_HERE), delays=(0.0,)))
    finally:
        beating.cancel()
    return found, times


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
            found, times = await looked(start, workers)
        finally:
            over.set()
            watching.join()
        return {
            "process": memory(os.getpid()) - before,
            "worker": max(most.values()) - before_worker,
            "times": {**asdict(times), "latest": times.latest},
            "incomplete": found.incomplete,
            "told": {path: hashlib.sha256(repr(one).encode()).hexdigest() for path, one in ordinary(found, start).items()},
        }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(main(*sys.argv[1:]))))
