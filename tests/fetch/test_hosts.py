"""What one process hands on to the next one that asks the same hosts, and the pace that several share."""

from __future__ import annotations

import asyncio

from reviewer.fetch.hosts import Hosts
from reviewer.fetch.pace import Manner
from reviewer.settings import Network, Pace


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 100.0
        self.slept: list[float] = []

    def now(self) -> float:
        """The time."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.slept.append(seconds)
        self.time += seconds
        await asyncio.sleep(0)


NETWORK = Network(pace=Pace(2, 2.0), own_pace=Pace(8, 0.0))


def test_a_host_that_said_nothing_is_not_handed_on() -> None:
    """Thousands of hosts are asked, and few say anything."""
    hosts = Hosts(NETWORK, Clock())
    hosts.host("quiet.example:443", own=False)
    hosts.breaker("quiet.example:443").count(failed=True)
    assert hosts.manners() == {}


def test_pauses_speed_and_breakers_are_handed_on() -> None:
    """The next process waits for the rest of a pause, goes no faster, and leaves alone what was left alone."""
    clock = Clock()
    hosts = Hosts(NETWORK, clock)
    busy = hosts.host("busy.example:443", own=False)
    busy.slower()
    busy.pause(30.0)
    hosts.trust("busy.example:443")
    for _ in range(5):
        hosts.breaker("down.example:8080").count(failed=True)
    hosts.host("down.example:8080", own=False)
    clock.time += 10
    said = hosts.manners()
    assert said == {
        "busy.example": Manner(paused=20.0, interval=1.0, pauses=30.0, calmed=True),
        "down.example:8080": Manner(down=("down.example:8080",)),
    }
    later = Clock()
    later.time = 7.0
    next_ = Hosts(NETWORK, later)
    next_.take(said, lambda _: False)
    again = next_.host("busy.example:80", own=False)
    assert again.paused() == 20.0
    assert again.manner() == Manner(paused=20.0, interval=1.0, pauses=30.0, calmed=True)
    assert next_.breaker("down.example:8080").down
    assert not next_.breaker("busy.example:443").down


def test_a_host_is_asked_when_it_is_our_turn_among_all() -> None:
    """Who says when it is our turn is asked before each request to a host with a pace, and for no other."""
    clock, asked = Clock(), []

    async def turn(host: str, seconds: float) -> float:
        asked.append((host, seconds))
        return 3.0

    async def go() -> None:
        hosts = Hosts(NETWORK, clock, turn)
        for _ in range(2):
            host = hosts.host("busy.example:443", own=False)
            await host.enter()
            host.leave()
        ours = hosts.host("ours.example:443", own=True)
        await ours.enter()

    asyncio.run(go())
    assert asked == [("busy.example", 0.5)] * 2
    assert clock.slept == [3.0, 0.5, 3.0]


def test_a_pause_that_begins_while_we_wait_for_our_turn_is_kept_to() -> None:
    """Somebody else's answer asked for it: we ask for another turn when it is over."""
    clock, turns = Clock(), []

    async def go() -> None:
        async def turn(host: str, seconds: float) -> float:
            turns.append(clock.now())
            if len(turns) == 1:
                hosts.host(f"{host}:443", own=False).pause(20.0)
            return 1.0

        hosts = Hosts(NETWORK, clock, turn)
        await hosts.host("busy.example:443", own=False).enter()

    asyncio.run(go())
    assert turns == [100.0, 120.0]
