"""Manners towards one host (http and https together): how many at once, how fast one after another, pauses, and when to leave it alone."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Mapping
from typing import Protocol

from reviewer.settings import Network, Pace

SLOWEST = 10.0
"""Seconds between two requests, at most, when a host asks to be asked less."""

SLOWEST_OURS = 1.0
"""The same for hosts of our own and those that the settings allow by name: their admin is who waits."""

SHORT_WAIT = 60.0
"""A Retry-After up to this many seconds is waited for; a longer one is left to the next run. One URL waits no longer than this in all for
pauses that hosts ask for, whichever address made them ask; beyond it stands only its place in line, at its host's interval."""

RESTS = 180.0
"""The seconds of pauses that one host is granted in a run; after them a Retry-After ends the URL that got it and pauses nobody."""

IN_A_ROW, HALF_OF = 5, 20

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


class TooLong(Exception):
    """A host asked for more pause than the one who waits has patience for."""


class Host:
    """What is known of one host in this run; between ``enter`` and ``leave`` lies one turn.

    ``ours``: it is one of our own, or the settings allow it by name, so it is slowed down less and trusted again sooner.
    """

    def __init__(self, pace: Pace, clock: Clock, *, ours: bool = False) -> None:
        """Begin with all turns free."""
        self._clock = clock
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
                self._next = now + self._interval
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


class Breaker:
    """Counts failures of one host and port; ``down`` from 5 in a row, or half of at least 20, for the rest of the run."""

    __slots__ = ("_asked", "_failed", "_row", "down", "turn")

    def __init__(self) -> None:
        """Trust it at first."""
        self._asked = self._failed = self._row = self.turn = 0
        self.down = False

    def count(self, *, failed: bool, turn: int | None = None) -> None:
        """Note one outcome; that of a request from before it was trusted anew (its ``turn`` is an older one) says nothing."""
        if turn is not None and turn != self.turn:
            return
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
        self.turn += 1
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

    def host(self, authority: str, *, own: bool) -> Host:
        """The manners towards one host; those of our own as soon as it is known to be ours. Ports 80 and 443 are one host to it, which
        would else be asked twice as much; behind another port there is another service."""
        lane = _lane(authority)
        found = self._hosts.get(lane)
        if found is None:
            pace = self._paces.get(authority.rpartition(":")[0]) or (self._own if own else self._usual)
            found = self._hosts[lane] = Host(pace, self._clock, ours=own)
        elif own and found.pace is not self._own and authority.rpartition(":")[0] not in self._paces:
            found.become(self._own)
        return found

    def breaker(self, authority: str) -> Breaker:
        """The breaker of one host and port: behind each there may be another server."""
        found = self._breakers.get(authority)
        if found is None:
            found = self._breakers[authority] = Breaker()
        return found

    def trust(self, authority: str) -> None:
        """Ask a host again that was left alone, slowly: what failed before may fail again when it is asked as much."""
        self.breaker(authority).trust()
        lane = _lane(authority)
        if lane in self._hosts:
            self._hosts[lane].calm()


def _lane(authority: str) -> str:
    """Which host and port share one pace: the host alone for the usual ports."""
    host, _, port = authority.rpartition(":")
    return host if port in {"80", "443"} else authority
