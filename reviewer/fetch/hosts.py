"""The manners towards all hosts: which share a pace, which are left alone, and what is handed on to the next process."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace

from reviewer.fetch.pace import Clock, Host, Manner, Turn
from reviewer.settings import Network

IN_A_ROW, HALF_OF = 5, 20


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

    def __init__(self, network: Network, clock: Clock, turn: Turn | None = None) -> None:
        """Take the paces from the settings; ``turn``: other processes ask the same hosts."""
        self._usual = network.pace
        self._own = network.own_pace
        self._paces = {host.lower(): pace for host, pace in network.paces}
        self._clock = clock
        self._turn = turn
        self._hosts: dict[str, Host] = {}
        self._breakers: dict[str, Breaker] = {}

    def host(self, authority: str, *, own: bool) -> Host:
        """The manners towards one host; those of our own as soon as it is known to be ours. Ports 80 and 443 are one host to it, which
        would else be asked twice as much; behind another port there is another service."""
        lane = _lane(authority)
        found = self._hosts.get(lane)
        if found is None:
            pace = self._paces.get(authority.rpartition(":")[0]) or (self._own if own else self._usual)
            turn = None if self._turn is None else functools.partial(self._turn, lane)
            found = self._hosts[lane] = Host(pace, self._clock, ours=own, turn=turn)
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

    def manners(self) -> dict[str, Manner]:
        """What the hosts said that holds for the next one who asks them, by host; those that said nothing are left out."""
        down: dict[str, list[str]] = {}
        for authority, breaker in self._breakers.items():
            if breaker.down:
                down.setdefault(_lane(authority), []).append(authority)
        found = {lane: replace(host.manner(), down=tuple(down.get(lane, ()))) for lane, host in self._hosts.items()}
        return {lane: manner for lane, manner in found.items() if manner != Manner()}

    def take(self, manners: Mapping[str, Manner], own: Callable[[str], bool]) -> None:
        """Go on where somebody else ended; ``own`` tells hosts of ours."""
        for lane, manner in manners.items():
            self.host(lane if ":" in lane.rpartition("]")[2] else f"{lane}:443", own=own(lane)).take(manner)
            for authority in manner.down:
                self.breaker(authority).down = True


def _lane(authority: str) -> str:
    """Which host and port share one pace: the host alone for the usual ports."""
    host, _, port = authority.rpartition(":")
    return host if port in {"80", "443"} else authority
