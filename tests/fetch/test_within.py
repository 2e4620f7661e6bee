"""Time limits count the server's time, not ours."""

import asyncio
import time

import pytest

from reviewer.fetch import Door
from reviewer.fetch.within import Pulse, Within
from reviewer.model import Answer
from reviewer.settings import Limits, Network, Pace
from tests.origin import Origin
from tests.origin.behaviours import BEHAVIOURS

pytestmark = pytest.mark.anyio


async def test_a_limit_that_runs_out_is_a_timeout() -> None:
    """Who waits longer than the limit gets ``TimeoutError``; who is quicker does not notice."""
    pulse = Pulse()
    async with Within(pulse, 5):
        pass
    with pytest.raises(TimeoutError):
        async with Within(pulse, 0.01):
            await asyncio.Event().wait()
    assert not pulse._under_way


async def test_a_loop_that_stood_still_gives_the_time_back() -> None:
    """Something that was done in time, but that nobody looked at in time, is no timeout."""
    pulse = Pulse()
    loop = asyncio.get_running_loop()
    async with Within(pulse, 0.2):
        loop.call_soon(time.sleep, 0.4)  # as a page that is read in this process
        await asyncio.sleep(0.15)
        await asyncio.sleep(0.05)
    assert pulse.stalled > 0.2


async def test_what_makes_the_loop_stand_still_gains_no_endless_time() -> None:
    """The time that is given back is at most the limit once more: who floods us, so that we stall, is cut off all the same."""
    pulse = Pulse()
    loop = asyncio.get_running_loop()
    began = loop.time()

    async def flooded() -> None:
        async with Within(pulse, 0.2):
            while loop.time() - began < 5:
                time.sleep(0.12)  # noqa: ASYNC251 - as a flood that is parsed in this process
                await asyncio.sleep(0)

    with pytest.raises(TimeoutError):
        await flooded()
    assert loop.time() - began < 2


async def test_somebody_else_s_cancelling_stays_cancelling() -> None:
    """Ctrl-C inside a limit is not a timeout."""

    async def waiting() -> None:
        async with Within(Pulse(), 5):
            await asyncio.Event().wait()

    task = asyncio.create_task(waiting())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_reading_pages_between_answers_makes_no_timeouts() -> None:
    """Many fetches at once, and a process that is busy with each answer for longer than the limit: all of them are answers."""
    limits = Limits(total_seconds=0.8, connect_seconds=0.4, dns_seconds=0.2)
    network = Network(allow=("127.0.0.1",), ports=((1, 65535),), pace=Pace(64, 0.0), limits=limits)
    async with Origin(BEHAVIOURS) as origin, Door(network, version="1") as door:

        async def read(number: int) -> bool:
            fetched = await door.fetch(origin.url(f"/plain?{number}"))
            time.sleep(0.05)  # noqa: ASYNC251 - the event loop is to stand still
            return isinstance(fetched, Answer)

        assert all(await asyncio.gather(*(read(number) for number in range(24))))
