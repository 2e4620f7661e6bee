"""A host that is alive, but answers 503 when it is asked too much at once, over real sockets."""

from __future__ import annotations

import asyncio
from collections import Counter

from reviewer.fetch import Door
from reviewer.look.visit import Visits
from reviewer.model import Visit
from reviewer.settings import Network, Pace
from tests.doubles.clocks import Clock
from tests.origin import Asked, Origin


class Told:
    """Nobody is told."""

    def asked(self) -> None:
        """Once more."""

    def visited(self, url: str, visit: Visit) -> None:
        """Done."""


def test_a_host_that_cannot_take_many_at_once_is_asked_slowly_and_not_given_up() -> None:
    """After the breaker a host that lives is asked one at a time, then more as it answers well: nearly all its links are judged."""
    under_way = 0

    async def narrow(asked: Asked) -> bool:
        nonlocal under_way
        under_way += 1
        try:
            await asyncio.sleep(0.002)
            if under_way > 2:
                await asked.answer("503 Service Unavailable")
            else:
                await asked.answer("404 Not Found" if asked.path.endswith("7") else "200 OK")
        finally:
            under_way -= 1
        return True

    async def run() -> Counter[str]:
        paths = {f"/item/{number}": narrow for number in range(300)}
        network = Network(allow=("127.0.0.1",), ports=((1, 65535),), pace=Pace(8, 0.0), own_pace=Pace(8, 0.0))
        async with Origin({**paths, "/": narrow}) as origin, Door(network, version="1", clock=Clock()) as door:
            visits = Visits(door, network, own=lambda _: False, told=Told(), delays=(0.01, 0.03))
            for path in paths:
                visits.ask(origin.url(path))
            return Counter(visit.verdict for visit in (await visits.finish()).values())

    found = asyncio.run(run())
    assert found["broken"] == 30
    assert found["works"] >= 265
