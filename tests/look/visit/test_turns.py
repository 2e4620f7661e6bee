"""Fair queues."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from reviewer.look.visit.turns import PAGES, ROOM, Turns


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


@pytest.mark.parametrize(("size", "most"), [(ROOM // 4, 4), (ROOM // 4 + 1, 3), (2 * ROOM, 1)])
def test_work_aside_is_bounded(size: int, most: int) -> None:
    """While as many bytes wait aside as may, whoever comes with more waits in its turn: no more is fetched than can be held. What is larger
    than all of the room is worked on alone."""

    async def run() -> tuple[int, int, int]:
        queues, _ = turns(total=2, at_once=2)
        began, fetched, at_once = 0, 0, 0
        full, go = asyncio.Event(), asyncio.Event()

        async def read() -> None:
            nonlocal began, at_once
            began += 1
            at_once = max(at_once, began)
            if began == most:
                full.set()
            await go.wait()
            began -= 1

        async def job() -> None:
            nonlocal fetched
            fetched += 1
            await queues.aside(read, size)

        for _ in range(10):
            queues.add("a", job)
        await full.wait()
        for _ in range(10):
            await asyncio.sleep(0)
        held = fetched
        go.set()
        await queues.finish()
        return held, at_once, fetched

    assert asyncio.run(run()) == (most + 2, most, 10)


def test_exception_aside_costs_one_piece_of_work() -> None:
    """Work that fails aside is told, gives its room back, and the end comes all the same."""

    async def run() -> list[Exception]:
        queues, troubles = turns()

        async def bad() -> None:
            raise ValueError("unexpected")

        async def job() -> None:
            await queues.aside(bad, ROOM)

        for _ in range(3):
            queues.add("a", job)
        await queues.finish()
        return troubles

    assert [str(error) for error in asyncio.run(run())] == ["unexpected"] * 3


def test_pages_come_before_links() -> None:
    """A page leads on, and may be read while links are visited: its turn comes first, whoever waits for the next."""

    async def run() -> list[str]:
        queues, _ = turns(total=1)
        log: list[str] = []
        for number in range(3):
            queues.add("a", recording(log, f"link a{number}"))
            queues.add("b", recording(log, f"link b{number}"))
            queues.add("a", recording(log, f"page {number}"), PAGES)
        await queues.finish()
        return log

    pages = ["page 0", "page 1", "page 2"]
    assert asyncio.run(run()) == ["link a0", *pages, "link b0", "link a1", "link b1", "link a2", "link b2"]


def test_pages_leave_turns_to_links() -> None:
    """However many pages wait, half of the turns are for links: a slow site of ours holds up nobody else."""

    async def run() -> list[str]:
        queues, _ = turns(total=4, at_once=4)
        log: list[str] = []
        never, done = asyncio.Event(), asyncio.Event()

        async def slow() -> None:
            log.append("page")
            await never.wait()

        async def last() -> None:
            done.set()

        for _ in range(5):
            queues.add("ours", slow, PAGES)
        for number in range(3):
            queues.add("a", recording(log, f"link {number}"))
        queues.add("a", last)
        await done.wait()
        await queues.stop()
        return log

    assert asyncio.run(run()) == ["page", "page", "link 0", "link 1", "link 2"]


def test_a_page_that_wants_another_try_stays_a_page() -> None:
    """Another try of a page comes before links, too."""

    async def run() -> list[str]:
        queues, _ = turns(total=1)
        log: list[str] = []
        back = asyncio.Event()

        async def page() -> float | None:
            log.append("page")
            if log.count("page") == 1:
                asyncio.get_running_loop().call_later(0, back.set)
                return 0.0
            return None

        async def link() -> None:
            log.append("link")
            await back.wait()
            await asyncio.sleep(0)

        queues.add("a", page, PAGES)
        for _ in range(3):
            queues.add("a", link)
        await queues.finish()
        return log

    assert asyncio.run(run()) == ["page", "link", "page", "link", "link"]


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
