"""Another try of what failed, and how many of one host at once."""

from __future__ import annotations

import asyncio

import pytest

from reviewer.look.visit import Visits
from reviewer.model import Reason, Visit
from reviewer.settings import Network, Pace
from tests.doubles.doors import Failing


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
    ("host", "most"), [("a.example", 2), ("intranet.example", 8), ("intranet.example:8080", 8), ("127.0.0.2", 8), ("slow.example", 1)]
)
def test_how_many_of_one_host_at_once(host: str, most: int) -> None:
    """As many as the door lets in: our own pace for hosts that the settings allow by name, unless they name a pace for it."""
    door = Failing(None)
    network = Network(allow=("127.0.0.0/8", "intranet.example", "slow.example"), paces=(("slow.example", Pace(1, 0.0)),))
    visited(door, network, *(f"http://{host}/{number}" for number in range(20)))
    assert door.most == most
