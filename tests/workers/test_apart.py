"""The rules of ``reviewer/fetch/apart.py`` and its worker."""

import asyncio
import collections
import copy
import datetime as dt
import io
import os
import pickle
import signal
import time

import pytest

from reviewer import read
from reviewer.model import Extra, Page, PageState, PartialDate
from reviewer.workers.answers import Careful
from reviewer.workers.apart import Apart, Overrun

pytestmark = pytest.mark.anyio

MEMORY = 256 * 1024 * 1024


def apart(seconds: float = 0.3, workers: int = 1) -> Apart:
    """Worker processes with tight limits."""
    return Apart(seconds=seconds, memory=MEMORY, workers=workers)


async def test_the_nouns_of_the_house_come_back() -> None:
    """A worker returns pages, dates and plain values as they are."""
    async with apart() as work:
        assert await work.run(PartialDate.parse, "2024-05-31") == PartialDate(2024, 5, 31)
        assert await work.run(Page, "https://a.example/", state=PageState.DAMAGED) == Page("https://a.example/", PageState.DAMAGED)
        assert await work.run(dt.date.fromisoformat, "2024-05-31") == dt.date(2024, 5, 31)


async def test_too_slow_work_is_ended_and_the_next_is_done() -> None:
    """A worker that runs over its CPU time, even inside C code, costs only its own work."""
    async with apart(seconds=0.1) as work:
        with pytest.raises(Overrun) as caught:
            await work.run(pow, 3, 10**8)
        assert caught.value.what == "slow"
        assert await work.run(abs, -1) == 1


async def test_too_hungry_work_is_ended_and_the_next_is_done() -> None:
    """A worker that asks for more memory than it may have is replaced."""
    async with apart() as work:
        with pytest.raises(Overrun) as caught:
            await work.run(bytearray, 2 * MEMORY)
        assert caught.value.what == "memory"
        assert await work.run(abs, -1) == 1


async def test_a_page_that_needs_too_much_memory_costs_its_worker() -> None:
    """Who ran out of memory in the middle of anything is replaced: libraries that were loaded half would fail the next page too."""
    async with Apart(seconds=20, memory=96 * 1024 * 1024, workers=1) as work:
        first = await work.run(os.getpid)
        with pytest.raises(Overrun):
            await work.run(read.read, b"<b><i>" * 170_000, url="http://a.example/", content_type="text/html")
        assert await work.run(os.getpid) != first
        for reference in (False, True):
            page = await work.run(read.read, b"<p>well", url="http://a.example/", content_type="text/html", reference=reference)
            assert page.state is PageState.READ


async def test_a_crash_is_told() -> None:
    """A worker that dies in C code costs only its own work."""
    async with apart() as work:
        with pytest.raises(Overrun) as caught:
            await work.run(os._exit, 7)
        assert caught.value.what == "crashed"
        assert await work.run(abs, -1) == 1


async def test_an_exception_is_told_in_words() -> None:
    """An exception of the function comes back as ``failed`` with its type and words, and the worker stays."""
    async with apart() as work:
        first = await work.run(os.getpid)
        with pytest.raises(Overrun, match="ValueError: not a date in machine form") as caught:
            await work.run(PartialDate.parse, "soon")
        assert caught.value.what == "failed"
        assert await work.run(os.getpid) == first


async def test_a_worker_cannot_make_the_parent_call_anything() -> None:
    """What a worker sends is unpickled with a short list of classes: a parser that was taken over gains nothing."""
    async with apart() as work:
        with pytest.raises(Overrun, match="nobody can read") as caught:
            await work.run(collections.OrderedDict, [(1, 2)])
        assert caught.value.what == "crashed"


async def test_a_page_comes_back_as_it_was_read() -> None:
    """A page of facts is the same as if it was read here, also one that no UTF-8 can hold or that a third party's reader put odd things in."""
    body = b"<!doctype html><title>A page</title><h1 id=top>A page</h1><p>Review date: 1 May 2030</p><p><a href=/x>words</a>"
    url = "https://a.example/"
    async with apart(seconds=5) as work:
        assert await work.run(read.read, body, url=url, content_type="text/html") == read.read(body, url=url, content_type="text/html")
        for odd in (Page(url, title="half \ud800 a pair"), Page(url, extras=(Extra("odd", 1, ""),))):  # type: ignore[arg-type]
            assert await work.run(copy.copy, odd) == odd


async def test_nothing_is_started_before_it_is_needed() -> None:
    """A site that needs no worker pays nothing for them."""
    async with apart() as work:
        assert not work._workers


async def test_workers_run_at_the_same_time_up_to_their_number() -> None:
    """Two workers are two processes; a third piece of work waits for one of them."""
    async with apart(workers=2) as work:
        pids = await asyncio.gather(*(work.run(os.getpid) for _ in range(6)))
        assert 1 <= len(set(pids)) <= 2


async def test_given_up_work_ends_its_worker() -> None:
    """Work that is cancelled (Ctrl-C) does not go on in the background."""
    async with apart(seconds=5) as work:
        pid = await work.run(os.getpid)
        task = asyncio.create_task(work.run(time.sleep, 60))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


async def test_work_behind_what_ends_a_worker_is_done_all_the_same() -> None:
    """A page costs itself: what waits in the pipe of a worker that is killed for another page is done by the next worker."""
    async with apart(seconds=0.1) as work:
        slow = asyncio.create_task(work.run(pow, 3, 10**8))
        others = [asyncio.create_task(work.run(abs, -number)) for number in range(10)]
        with pytest.raises(Overrun) as caught:
            await slow
        assert caught.value.what == "slow"
        assert await asyncio.gather(*others) == list(range(10))


async def test_work_is_given_up_before_its_turn() -> None:
    """Work that is cancelled while it waits behind other work ends no worker, and what comes of it is nobody's."""
    async with apart(seconds=5) as work:
        pid = await work.run(os.getpid)
        first = asyncio.create_task(work.run(time.sleep, 0.05))
        given_up, last = asyncio.create_task(work.run(abs, -1)), asyncio.create_task(work.run(os.getpid))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        given_up.cancel()
        assert list(await asyncio.gather(first, last)) == [None, pid]
        assert given_up.cancelled()


@pytest.mark.parametrize("turns", [1, 5, 50])
async def test_much_work_is_given_up_at_once(turns: int) -> None:
    """However much lies in the pipe, both ways, giving all of it up ends the worker, and nobody waits for what nobody reads."""
    async with asyncio.timeout(20), apart(seconds=5) as work:
        pid = await work.run(os.getpid)
        tasks = [asyncio.create_task(work.run(bytes.ljust, bytes(100_000), 600_000)) for _ in range(30)]
        for _ in range(turns):
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(end, bytes | asyncio.CancelledError) for end in ends)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)


async def test_a_worker_that_waits_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """CPU time is not the only limit: who sleeps instead of working is stuck."""
    monkeypatch.setattr("reviewer.workers.piped.WALL", 0)
    monkeypatch.setattr("reviewer.workers.piped.GRACE", 0.05)
    async with apart() as work:
        with pytest.raises(Overrun) as caught:
            await work.run(time.sleep, 60)
        assert caught.value.what == "slow"


async def test_what_a_library_prints_does_not_disturb() -> None:
    """Standard output of a worker is not the channel of its answers."""
    async with apart() as work:
        await work.run(print, "hello")
        assert await work.run(abs, -1) == 1


class _Member:
    """What an older Python writes for a member of an Enum, or what a parser that was taken over might."""

    def __init__(self, of: object, name: str) -> None:
        self.of, self.name = of, name

    def __reduce__(self) -> tuple[object, tuple[object, str]]:
        return getattr, (self.of, self.name)


async def test_members_of_enums_arrive_from_every_python() -> None:
    """Python 3.11.2 (Debian 12) pickles an Enum's member as ``getattr(class, name)``; that is read as the member."""
    told = pickle.dumps(_Member(PageState, "READ"))
    assert Careful(io.BytesIO(told)).load() is PageState.READ


@pytest.mark.parametrize(("of", "name"), [(PageState, "__init__"), (PageState, "mro"), (Page, "__init__"), ("text", "upper")])
async def test_no_other_attribute_can_be_had(of: object, name: str) -> None:
    """A worker that asks for anything but a member of an Enum is not believed."""
    with pytest.raises(pickle.UnpicklingError):
        Careful(io.BytesIO(pickle.dumps(_Member(of, name)))).load()
