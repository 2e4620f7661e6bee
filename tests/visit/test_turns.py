"""Fair queues."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from reviewer.visit.turns import ASIDE, Turns


def turns(total: int = 4, at_once: int = 1) -> tuple[Turns, list[Exception]]:
    """Queues, and what went wrong in them."""
    troubles: list[Exception] = []
    return Turns(total, lambda _: at_once, troubles.append), troubles


def recording(log: list[str], name: str) -> Callable[[], Awaitable[float | None]]:
    """A job that notes its name."""

    async def job() -> None:
        log.append(name)
        await asyncio.sleep(0)

    return job


def test_one_slow_host_delays_no_other() -> None:
    """A host that never answers holds its own turn and no more."""

    async def run() -> list[str]:
        queues, _ = turns(total=2)
        log: list[str] = []
        never, done = asyncio.Event(), asyncio.Event()

        async def slow() -> None:
            await never.wait()

        async def last() -> None:
            done.set()

        for number in range(5):
            queues.add("slow", slow)
            queues.add("quick", recording(log, f"quick {number}"))
        queues.add("quick", last)
        await done.wait()
        await queues.stop()
        return log

    assert asyncio.run(run()) == [f"quick {number}" for number in range(5)]


def test_hosts_take_turns() -> None:
    """With one place for all, hosts take turns, whoever came first with how many."""

    async def run() -> list[str]:
        queues, _ = turns(total=1)
        log: list[str] = []
        for host in ("a", "b"):
            for number in range(3):
                queues.add(host, recording(log, f"{host}{number}"))
        await queues.finish()
        return log

    assert asyncio.run(run()) == ["a0", "b0", "a1", "b1", "a2", "b2"]


def test_bounds() -> None:
    """Never more of one host, nor in all, than was said."""

    async def run() -> tuple[int, int]:
        queues, _ = turns(total=5, at_once=2)
        running: dict[str, int] = {}
        most_of_one = most = 0

        def job(host: str) -> Callable[[], Awaitable[float | None]]:
            async def one() -> None:
                nonlocal most_of_one, most
                running[host] = running.get(host, 0) + 1
                most_of_one, most = max(most_of_one, running[host]), max(most, sum(running.values()))
                for _ in range(3):
                    await asyncio.sleep(0)
                running[host] -= 1

            return one

        for host in "abcdef":
            for _ in range(6):
                queues.add(host, job(host))
        await queues.finish()
        return most_of_one, most

    assert asyncio.run(run()) == (2, 5)


def test_again_at_the_end_of_the_queue() -> None:
    """A job that wants another turn gets it after the others of its host."""

    async def run() -> list[str]:
        queues, _ = turns()
        log: list[str] = []

        async def twice() -> float | None:
            log.append("twice")
            return 0.0 if log.count("twice") == 1 else None

        queues.add("a", twice)
        for number in range(3):
            queues.add("a", recording(log, str(number)))
        await queues.finish()
        return log

    assert asyncio.run(run()) == ["twice", "0", "1", "2", "twice"]


def test_exception_costs_one_job() -> None:
    """A job that raises is told and the others go on."""

    async def run() -> tuple[list[str], list[Exception]]:
        queues, troubles = turns()
        log: list[str] = []

        async def bad() -> None:
            raise RuntimeError("boom")

        queues.add("a", bad)
        queues.add("a", recording(log, "good"))
        await queues.finish()
        return log, troubles

    log, troubles = asyncio.run(run())
    assert log == ["good"]
    assert [str(error) for error in troubles] == ["boom"]


def test_stop_drops_what_waits() -> None:
    """After a stop nothing starts any more, and whoever waits for the end is let go."""

    async def run() -> list[str]:
        queues, _ = turns(total=1)
        log: list[str] = []
        never = asyncio.Event()

        async def slow() -> None:
            await never.wait()

        queues.add("a", slow)
        queues.add("b", recording(log, "b"))
        await asyncio.sleep(0)
        await queues.stop()
        queues.add("c", recording(log, "c"))
        await queues.finish()
        return log

    assert asyncio.run(run()) == []


def test_nothing_to_do_is_done() -> None:
    """An empty queue is finished at once."""

    async def run() -> None:
        await turns()[0].finish()

    asyncio.run(run())


def test_work_aside_holds_no_turn() -> None:
    """What goes on aside leaves its turn to the next job, and the end waits for it."""

    async def run() -> list[str]:
        queues, _ = turns(total=1)
        log: list[str] = []
        arrived = asyncio.Event()

        async def read() -> None:
            await arrived.wait()
            log.append("read")

        async def first() -> None:
            await queues.aside(read)
            log.append("fetched")

        async def second() -> None:
            log.append("fetched too")
            arrived.set()

        queues.add("a", first)
        queues.add("a", second)
        await queues.finish()
        return log

    assert asyncio.run(run()) == ["fetched", "fetched too", "read"]


def test_work_aside_is_bounded() -> None:
    """While as much goes on aside as may, whoever comes with more waits in its turn: no more is fetched than can be held."""

    async def run() -> tuple[int, int]:
        queues, _ = turns(total=2, at_once=2)
        began, fetched = 0, 0
        full, go = asyncio.Event(), asyncio.Event()

        async def read() -> None:
            nonlocal began
            began += 1
            if began == ASIDE:
                full.set()
            await go.wait()

        async def job() -> None:
            nonlocal fetched
            fetched += 1
            await queues.aside(read)

        for _ in range(2 * ASIDE):
            queues.add("a", job)
        await full.wait()
        for _ in range(10):
            await asyncio.sleep(0)
        held = fetched
        go.set()
        await queues.finish()
        return held, began

    assert asyncio.run(run()) == (ASIDE + 2, 2 * ASIDE)


def test_exception_aside_costs_one_piece_of_work() -> None:
    """Work that fails aside is told, gives its room back, and the end comes all the same."""

    async def run() -> list[Exception]:
        queues, troubles = turns()

        async def bad() -> None:
            raise ValueError("unexpected")

        async def job() -> None:
            await queues.aside(bad)

        for _ in range(ASIDE + 1):
            queues.add("a", job)
        await queues.finish()
        return troubles

    assert [str(error) for error in asyncio.run(run())] == ["unexpected"] * (ASIDE + 1)


def test_stop_breaks_work_aside_off() -> None:
    """Who stops does not wait for what goes on aside."""

    async def run() -> bool:
        queues, _ = turns()
        begun, ended = asyncio.Event(), False

        async def read() -> None:
            nonlocal ended
            begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                ended = True

        async def job() -> None:
            await queues.aside(read)

        queues.add("a", job)
        await begun.wait()
        await queues.stop()
        await queues.finish()
        return ended

    assert asyncio.run(run())
