"""Another try of what failed, and how many of one host at once."""

from __future__ import annotations

import asyncio

import pytest

from reviewer.look.visit import Visits
from reviewer.model import Reason, Visit
from reviewer.settings import Network, Pace
from tests.doubles.doors import Failing, Slow


class Told:
    """Nobody is told."""

    def asked(self) -> None:
        """One more."""

    def visited(self, url: str, visit: Visit) -> None:
        """One less."""


def visited(door: Failing, network: Network, *links: str) -> None:
    """Visit those links, failures again at once."""

    async def run() -> None:
        visits = Visits(door, network, own=lambda _: False, told=Told(), delays=(0.0, 0.0), jitter=lambda: 0.0)
        for link in links:
            visits.ask(link)
        await visits.finish()

    asyncio.run(run())


@pytest.mark.parametrize(("reason", "times"), [(Reason.TIMEOUT, 2), (Reason.REFUSED, 3), (Reason.RESET, 4), (Reason.RATE_LIMITED, 1)])
def test_how_often_a_failure_is_tried(reason: Reason, times: int) -> None:
    """Two more tries, but one of an address that hangs, since each takes the whole time limit, and one, as a browser asks, of what
    was broken off each time; none when we were asked to stay away."""
    door = Failing(reason)
    visited(door, Network(), "http://a.example/x")
    assert door.asked["http://a.example/x"] == times


@pytest.mark.parametrize(
    ("reason", "seconds", "times"),
    [(Reason.TIMEOUT, 20.0, 1), (Reason.TIMEOUT, 10.0, 2), (Reason.SERVER_ERROR, 12.0, 1), (Reason.SERVER_ERROR, 4.0, 3)],
)
def test_the_time_limit_is_for_an_address_all_tries_included(reason: Reason, seconds: float, times: int) -> None:
    """An address costs 20 seconds at most, however often it is tried: a try is only made when there is as much time as the last took."""
    door = Slow(reason, seconds)
    visited(door, Network(), "https://a.example/x")
    assert door.asked["https://a.example/x"] == times
    assert door.spent <= 20.0


def test_the_other_scheme_shares_the_time_limit() -> None:
    """Where http takes all of the time, https is not asked on top of it; where half is left, it gets that."""
    for seconds, times in ((20.0, 0), (10.0, 1)):
        door = Slow(Reason.TIMEOUT, seconds)
        visited(door, Network(), "http://a.example/x")
        assert door.asked["https://a.example/x"] == times
        assert door.spent == 20.0


@pytest.mark.parametrize(
    ("host", "most"), [("a.example", 2), ("intranet.example", 8), ("intranet.example:8080", 8), ("127.0.0.2", 8), ("slow.example", 1)]
)
def test_how_many_of_one_host_at_once(host: str, most: int) -> None:
    """As many as the door lets in: our own pace for hosts that the settings allow by name, unless they name a pace for it."""
    door = Failing(None)
    network = Network(allow=("127.0.0.0/8", "intranet.example", "slow.example"), paces=(("slow.example", Pace(1, 0.0)),))
    visited(door, network, *(f"http://{host}/{number}" for number in range(20)))
    assert door.most == most
