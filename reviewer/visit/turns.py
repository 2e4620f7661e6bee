"""Whose turn it is: many jobs for many hosts at once, so that no host is crowded and one slow host never delays another."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[float | None]]
"""One try. It returns None when it is done, or after how many seconds it wants another turn, at the end of its host's queue."""

ASIDE = 16
"""Pieces of work that go on without a turn. Each may hold the body of a page or document: who comes when there are so many keeps its turn,
so that no more is fetched than can be read."""


class _Queue:
    """The jobs of one host that wait, and how many run."""

    __slots__ = ("at_once", "running", "waiting")

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.running = 0
        self.waiting: deque[Job] = deque()


class Turns:
    """Gives each host's jobs their turns, hosts taking turns among themselves.

    ``total`` jobs run at once, of one host at most ``at_once(host)``. A job that fails with an exception costs itself: ``trouble`` is told.
    """

    def __init__(self, total: int, at_once: Callable[[str], int], trouble: Callable[[Exception], None]) -> None:
        self._total = total
        self._at_once = at_once
        self._trouble = trouble
        self._queues: dict[str, _Queue] = {}
        self._ready: deque[str] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._sleeping = 0
        self._running = 0
        self._aside = 0
        self._room = asyncio.Semaphore(ASIDE)
        self._idle = asyncio.Event()
        self._idle.set()
        self._stopped = False

    def add(self, host: str, job: Job) -> None:
        """Put a job at the end of its host's queue; after ``stop`` it is dropped."""
        if self._stopped:
            return
        queue = self._queues.get(host)
        if queue is None:
            queue = self._queues[host] = _Queue(max(1, self._at_once(host)))
        queue.waiting.append(job)
        if len(queue.waiting) == 1 and queue.running < queue.at_once:
            self._ready.append(host)
        self._idle.clear()
        self._go()

    def _go(self) -> None:
        """Start what may start."""
        while self._ready and self._running < self._total:
            host = self._ready.popleft()
            queue = self._queues[host]
            job = queue.waiting.popleft()
            queue.running += 1
            self._running += 1
            if queue.waiting and queue.running < queue.at_once:
                self._ready.append(host)
            task = asyncio.create_task(self._run(host, queue, job))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _run(self, host: str, queue: _Queue, job: Job) -> None:
        """One turn, and what follows from it."""
        again: float | None = None
        try:
            again = await job()
        except Exception as error:  # noqa: BLE001 - one job costs itself
            self._trouble(error)
        finally:
            full = queue.running >= queue.at_once
            queue.running -= 1
            self._running -= 1
            if queue.waiting and full:
                self._ready.append(host)
        if again is not None and not self._stopped:
            self._sleeping += 1
            asyncio.get_running_loop().call_later(again, self._return, host, job)
        self._go()
        self._rest()

    async def aside(self, work: Callable[[], Awaitable[None]]) -> None:
        """For a job: do what asks no host any more (reading a page in a worker) without a turn, so that the next address is fetched
        meanwhile. Returns when the work has begun; while ``ASIDE`` pieces of it go on, the job waits here in its turn."""
        await self._room.acquire()
        self._aside += 1
        task = asyncio.create_task(self._beside(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _beside(self, work: Callable[[], Awaitable[None]]) -> None:
        """Work without a turn, and what follows from it."""
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - one piece of work costs itself
            self._trouble(error)
        finally:
            self._aside -= 1
            self._room.release()
        self._rest()

    def _rest(self) -> None:
        """Say so when nothing is left to do."""
        if not (self._running or self._sleeping or self._ready or self._aside):
            self._idle.set()

    def _return(self, host: str, job: Job) -> None:
        """A job is back for another try."""
        self._sleeping -= 1
        self.add(host, job)
        self._rest()

    async def finish(self) -> None:
        """Wait until no job waits, runs or sleeps, and no work goes on aside."""
        await self._idle.wait()

    async def stop(self) -> None:
        """Drop what waits and break off what runs."""
        self._stopped = True
        self._ready.clear()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._idle.set()
