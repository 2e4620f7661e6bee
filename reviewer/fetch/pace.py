"""Manners towards one host: how many at once, how quickly one after another, pauses that it asked for, and when to leave it alone."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from types import TracebackType
from typing import Protocol

from reviewer.settings import Network, Pace

SLOWEST = 10.0
"""Seconds between two requests, at most, when a host asks to be asked less."""

IN_A_ROW, HALF_OF = 5, 20


class Clock(Protocol):
    """Time, so that tests need not wait."""

    def now(self) -> float:
        """Seconds, monotonic."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class RealClock:
    """The machine's clock."""

    def now(self) -> float:
        """Seconds, monotonic."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class Host:
    """What is known of one host in this run; ``async with host:`` is one turn."""

    def __init__(self, pace: Pace, clock: Clock) -> None:
        """Begin with all turns free."""
        self._clock = clock
        self._free = pace.connections
        self._base = self._interval = 1 / pace.per_second if pace.per_second else 0.0
        self._next = 0.0
        self._until = 0.0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self.pace = pace

    async def __aenter__(self) -> None:
        """Wait for a free connection, then for the moment."""
        if self._free > 0:
            self._free -= 1
        else:
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self._leave()
                raise
        if self._interval or self._until:
            await self._moment()

    async def _moment(self) -> None:
        """Wait until this host may be asked again."""
        while True:
            now = self._clock.now()
            at = max(now, self._next, self._until)
            self._next = at + self._interval
            if at <= now:
                return
            try:
                await self._clock.sleep(at - now)
            except asyncio.CancelledError:
                self._leave()
                raise
            if self._until <= at:  # nobody asked for a longer pause meanwhile
                return

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let the next one in."""
        self._leave()

    def _leave(self) -> None:
        """Hand the turn on."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def become(self, pace: Pace) -> None:
        """Take another pace: the host turned out to be one of our own."""
        self._free += pace.connections - self.pace.connections
        self._base = self._interval = 1 / pace.per_second if pace.per_second else 0.0
        self.pace = pace
        while self._free > 0 and self._waiting:
            self._free -= 1
            self._leave()

    def at_least(self, seconds: float) -> None:
        """Leave at least so many seconds between two requests (robots.txt: crawl-delay)."""
        self._base = max(self._base, seconds)
        self._interval = max(self._interval, seconds)

    def pause(self, seconds: float) -> None:
        """Ask nothing for so many seconds (Retry-After)."""
        self._until = max(self._until, self._clock.now() + seconds)

    def paused(self) -> float:
        """For how many seconds nothing may be asked yet."""
        return max(0.0, self._until - self._clock.now()) if self._until else 0.0

    def slower(self) -> None:
        """It answered that it is asked too much: half the speed."""
        self._interval = min(SLOWEST, max(0.5, 2 * self._interval))
        self._next = max(self._next, self._clock.now() + self._interval)

    def faster(self) -> None:
        """It answers well again: back to its pace, by half each time."""
        if self._interval > self._base:
            self._interval = self._base if self._interval < 2 * self._base or self._interval < 0.1 else self._interval / 2


class Breaker:
    """Counts failures of one host and port; ``down`` from 5 in a row, or half of at least 20, for the rest of the run."""

    __slots__ = ("_asked", "_failed", "_row", "down")

    def __init__(self) -> None:
        """Trust it at first."""
        self._asked = self._failed = self._row = 0
        self.down = False

    def count(self, *, failed: bool) -> None:
        """Note one outcome."""
        self._asked += 1
        if not failed:
            self._row = 0
        else:
            self._failed += 1
            self._row += 1
        if self._row >= IN_A_ROW or (self._asked >= HALF_OF and 2 * self._failed >= self._asked and failed):
            self.down = True

    def trust(self) -> None:
        """Begin anew."""
        self._asked = self._failed = self._row = 0
        self.down = False


class Hosts:
    """The manners towards all hosts."""

    def __init__(self, network: Network, clock: Clock) -> None:
        """Take the paces from the settings."""
        self._usual = network.pace
        self._own = network.own_pace
        self._paces = {host.lower(): pace for host, pace in network.paces}
        self._clock = clock
        self._hosts: dict[str, Host] = {}
        self._breakers: dict[str, Breaker] = {}

    def host(self, name: str, *, own: bool) -> Host:
        """The manners towards one host; those of our own as soon as it is known to be ours."""
        found = self._hosts.get(name)
        if found is None:
            pace = self._paces.get(name) or (self._own if own else self._usual)
            found = self._hosts[name] = Host(pace, self._clock)
        elif own and name not in self._paces and found.pace is not self._own:
            found.become(self._own)
        return found

    def breaker(self, authority: str) -> Breaker:
        """The breaker of one host and port."""
        found = self._breakers.get(authority)
        if found is None:
            found = self._breakers[authority] = Breaker()
        return found
