"""Manners towards one host (http and https together): how many at once, how fast one after another, pauses, and when to leave it alone."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from reviewer.settings import Pace

SLOWEST = 10.0
"""Seconds between two requests, at most, when a host asks to be asked less."""

SLOWEST_OURS = 1.0
"""The same for hosts of our own and those that the settings allow by name: their admin is who waits."""

SHORT_WAIT = 60.0
"""A Retry-After up to this many seconds is waited for; a longer one is left to the next run. One URL waits no longer than this in all for
pauses that hosts ask for, whichever address made them ask; beyond it stands only its place in line, at its host's interval."""

RESTS = 180.0
"""The seconds of pauses that one host is granted in a run; after them a Retry-After ends the URL that got it and pauses nobody."""

STEADY = 20
"""How many good answers in a row earn one more connection for a host that was calmed."""


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


Turn = Callable[[str, float], Awaitable[float]]
"""Of a host and the seconds between two of its requests: in how many seconds it is our turn, among all the processes that ask this host."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What a host said that holds for the next one who asks it, too: ``paused`` for so many seconds yet, ``interval`` seconds between two
    requests, ``pauses`` granted so far, ``calmed``, and the ports (``host:port``) at which it is taken as ``down``."""

    paused: float = 0.0
    interval: float = 0.0
    pauses: float = 0.0
    calmed: bool = False
    down: tuple[str, ...] = ()


class TooLong(Exception):
    """A host asked for more pause than the one who waits has patience for."""


class Host:
    """What is known of one host in this run; between ``enter`` and ``leave`` lies one turn.

    ``ours``: it is one of our own, or the settings allow it by name, so it is slowed down less and trusted again sooner.
    """

    def __init__(self, pace: Pace, clock: Clock, *, ours: bool = False, turn: Callable[[float], Awaitable[float]] | None = None) -> None:
        """Begin with all turns free. ``turn`` tells when it is our turn, where other processes ask this host, too."""
        self._clock = clock
        self._turn = turn
        self._free = self._most = self._ceiling = pace.connections
        self._calmed = False
        self._good = 0
        self._base = self._interval = 1 / pace.per_second if pace.per_second else 0.0
        self._least = 0.0
        self._next = 0.0
        self._until = 0.0
        self._pauses = 0.0  # how long all pauses are so far, the rest of the one that lasts included
        self._barred: dict[str, float] = {}
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._line = asyncio.Lock()
        self._sleeper: asyncio.Future[None] | None = None
        self._ours = ours
        self.pace = pace

    async def enter(self, patience: float = SHORT_WAIT) -> float:
        """Wait for a free connection, then for the moment; returns how many seconds of that were pauses that the host asked for.

        Raises ``TooLong`` as soon as those will be more than ``patience`` seconds; then there is nothing to leave.
        """
        arrived = self._rested()
        if self._free > 0:
            self._free -= 1
        else:
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self.leave()
                raise
        if not (self._interval or self._until):
            return 0.0
        try:
            async with self._line:  # who comes first goes first
                await self._moment(arrived + patience)
        except (asyncio.CancelledError, TooLong):
            self.leave()
            raise
        return round(self._rested() - arrived, 3)

    async def _moment(self, most: float) -> None:
        """Wait until this host may be asked again, unless all its pauses come to more than ``most``."""
        while round(self._pauses - most, 3) <= 0:
            now = self._clock.now()
            at = max(self._next, self._until)
            if at <= now:
                wait = await self._turn(self._interval) if self._turn is not None and self._interval else 0.0
                if wait > 0:
                    await self._clock.sleep(wait)
                    if self.paused():
                        continue
                self._next = self._clock.now() + self._interval
                return
            sleeper = self._sleeper = asyncio.ensure_future(self._clock.sleep(at - now))
            try:
                await asyncio.wait({sleeper})
            finally:
                sleeper.cancel()
        raise TooLong

    def _rested(self) -> float:
        """How many seconds of pauses have passed."""
        return self._pauses - self.paused()

    def leave(self) -> None:
        """Hand the turn on, unless there are fewer turns than there were."""
        if self._free < 0:
            self._free += 1
            return
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def become(self, pace: Pace) -> None:
        """Take another pace: the host turned out to be one of our own. What its robots.txt asks for still holds."""
        self._base = self._interval = max(self._least, 1 / pace.per_second if pace.per_second else 0.0)
        self._ours = True
        self.pace = pace
        self._ceiling = pace.connections
        self._allow(pace.connections)

    def _allow(self, most: int) -> None:
        """Have so many turns at once from now on."""
        self._free += most - self._most
        self._most = most
        while self._free > 0 and self._waiting:
            self._free -= 1
            self.leave()

    def calm(self) -> None:
        """It failed too often and lives: one at a time, and one more whenever it answered well for a while."""
        self._calmed = True
        self._good = 0
        self._ceiling = max(1, self._most - 1)
        self._allow(1)

    def at_least(self, seconds: float) -> None:
        """Leave at least so many seconds between two requests (robots.txt: crawl-delay)."""
        self._least = max(self._least, seconds)
        self._base = max(self._base, seconds)
        self._interval = max(self._interval, seconds)

    def pause(self, seconds: float) -> None:
        """Ask nothing for so many seconds (Retry-After). Those who wait are woken, to see whether that is too long."""
        self._pauses += self._longer(seconds)
        self._until = max(self._until, self._clock.now() + seconds)
        if self._sleeper:
            self._sleeper.cancel()

    def _longer(self, seconds: float) -> float:
        """By how much a pause of so many seconds is longer than the one that lasts."""
        return max(0.0, seconds - self.paused())

    def grants(self, seconds: float) -> bool:
        """Whether a pause of so many seconds is worth waiting for: short, and the host did not ask for too many in this run."""
        return seconds <= SHORT_WAIT and round(self._pauses + self._longer(seconds) - RESTS, 3) <= 0

    def bar(self, href: str, seconds: float) -> None:
        """Ask for one URL no more for so many seconds. When a second URL says the same for long, the host means all of them."""
        self.remember({href: seconds})

    def remember(self, bars: Mapping[str, float]) -> None:
        """The same for several URLs at once, by how many seconds are left of each: what was said before this run holds in it too."""
        now = self._clock.now()
        self._barred.update((href, now + seconds) for href, seconds in bars.items())
        long = [until - now for until in self._barred.values() if until - now > SHORT_WAIT]
        if len(long) > 1:
            self.pause(min(long))

    def barred(self, href: str) -> float:
        """For how many seconds a URL may not be asked for yet."""
        return max(0.0, self._barred.get(href, 0.0) - self._clock.now()) if self._barred else 0.0

    def paused(self) -> float:
        """For how many seconds nothing may be asked yet."""
        return max(0.0, self._until - self._clock.now()) if self._until else 0.0

    def slower(self) -> None:
        """It answered that it is asked too much: half the speed, within bounds."""
        most = SLOWEST_OURS if self._ours else SLOWEST
        self._interval = max(self._base, min(most, max(0.5, 2 * self._interval)))
        self._next = max(self._next, self._clock.now() + self._interval)
        self._good = 0
        if self._calmed and self._most > 1:
            self._ceiling = self._most - 1
            self._allow(self._ceiling)

    def faster(self) -> None:
        """It answers well again: back to its pace, by half each time, or at once when it is ours."""
        if self._most < self._ceiling:
            self._good += 1
            if self._good >= STEADY:
                self._good = 0
                self._allow(self._most + 1)
        if self._interval > self._base:
            soon = self._ours or self._interval < 2 * self._base or self._interval < 0.1
            self._interval = self._base if soon else self._interval / 2

    def manner(self) -> Manner:
        """What it said, for the next one who asks it."""
        return Manner(self.paused(), self._interval if self._interval > self._base else 0.0, self._pauses, self._calmed)

    def take(self, manner: Manner) -> None:
        """Go on where somebody else ended."""
        self._pauses = max(self._pauses, manner.pauses - manner.paused)
        if manner.paused:
            self.pause(manner.paused)
        self._interval = max(self._interval, manner.interval)
        if manner.calmed:
            self.calm()
