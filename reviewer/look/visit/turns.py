"""Whose turn it is: many jobs for many hosts at once, so that no host is crowded and one slow host never delays another."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[float | None]]
"""One try. It returns None when it is done, or after how many seconds it wants another turn, at the end of its host's queue."""

ROOM = 4 * 1024 * 1024
"""Bytes that wait, all together, for work that goes on without a turn, whose bodies are in memory. When there is no room, who comes with
more keeps its turn, so that no more is fetched than can be read. What is larger than this is worked on alone."""

PAGES, LINKS = 0, 1
"""What is done first, and what then: a page that is read leads on, and may be read while links are visited."""


class _Queue:
    """The jobs of one host that wait, of each kind, and how many run. ``stands``: whether the host is in the line of that kind."""

    __slots__ = ("at_once", "running", "stands", "waiting")

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.running = 0
        self.waiting: tuple[deque[Job], deque[Job]] = (deque(), deque())
        self.stands = [False, False]


class Turns:
    """Gives each host's jobs their turns, hosts taking turns among themselves; pages come before links.

    ``total`` jobs run at once, of one host at most ``at_once(host)``; pages take half of the turns at most. A job that fails with an
    exception costs itself: ``trouble`` is told.
    """

    def __init__(self, total: int, at_once: Callable[[str], int], trouble: Callable[[Exception], None]) -> None:
        self._total = total
        self._at_once = at_once
        self._trouble = trouble
        self._queues: dict[str, _Queue] = {}
        self._lines: tuple[deque[str], deque[str]] = (deque(), deque())
        self._tasks: set[asyncio.Task[None]] = set()
        self._sleeping = 0
        self._running = 0
        self._fetching = 0
        self._most_pages = max(1, total // 2)
        self._aside = 0
        self._held = 0
        self._coming: deque[asyncio.Future[None]] = deque()
        self._idle = asyncio.Event()
        self._idle.set()
        self._stopped = False

    def add(self, host: str, job: Job, kind: int = LINKS) -> None:
        """Put a job at the end of its host's queue; after ``stop`` it is dropped."""
        if self._stopped:
            return
        queue = self._queues.get(host)
        if queue is None:
            queue = self._queues[host] = _Queue(max(1, self._at_once(host)))
        queue.waiting[kind].append(job)
        self._stand(host, queue)
        self._idle.clear()
        self._go()

    def _stand(self, host: str, queue: _Queue) -> None:
        """Put a host that may have another turn into the lines in which it has jobs."""
        if queue.running < queue.at_once:
            for kind in (PAGES, LINKS):
                if queue.waiting[kind] and not queue.stands[kind]:
                    queue.stands[kind] = True
                    self._lines[kind].append(host)

    def _next(self) -> tuple[str, int] | None:
        """The host whose turn it is, and for what."""
        for kind in (PAGES, LINKS):
            line = self._lines[kind]
            while line and (kind == LINKS or self._fetching < self._most_pages):
                host = line.popleft()
                queue = self._queues[host]
                queue.stands[kind] = False
                if queue.running < queue.at_once:
                    return host, kind
        return None

    def _go(self) -> None:
        """Start what may start."""
        while self._running < self._total and (found := self._next()):
            host, kind = found
            queue = self._queues[host]
            job = queue.waiting[kind].popleft()
            queue.running += 1
            self._running += 1
            self._fetching += kind == PAGES
            self._stand(host, queue)
            task = asyncio.create_task(self._run(host, queue, job, kind))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _run(self, host: str, queue: _Queue, job: Job, kind: int) -> None:
        """One turn, and what follows from it."""
        again: float | None = None
        try:
            again = await job()
        except Exception as error:  # noqa: BLE001 - one job costs itself
            self._trouble(error)
        finally:
            queue.running -= 1
            self._running -= 1
            self._fetching -= kind == PAGES
            self._stand(host, queue)
        if again is not None and not self._stopped:
            self._sleeping += 1
            asyncio.get_running_loop().call_later(again, self._return, host, job, kind)
        self._go()
        self._rest()

    async def aside(self, work: Callable[[], Awaitable[None]], size: int = 0) -> None:
        """For a job: do what asks no host any more (reading a page in a worker) without a turn, so that the next address is fetched
        meanwhile. Returns when the work has begun; while there is no ``ROOM`` for its ``size`` bytes, the job waits here in its turn."""
        while self._aside and self._held + size > ROOM:
            free = asyncio.get_running_loop().create_future()
            self._coming.append(free)
            await free
        self._aside += 1
        self._held += size
        task = asyncio.create_task(self._beside(work, size))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _beside(self, work: Callable[[], Awaitable[None]], size: int) -> None:
        """Work without a turn, and what follows from it."""
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - one piece of work costs itself
            self._trouble(error)
        finally:
            self._aside -= 1
            self._held -= size
            while self._coming:
                free = self._coming.popleft()
                if not free.done():
                    free.set_result(None)
        self._rest()

    def _rest(self) -> None:
        """Say so when nothing is left to do."""
        if not (self._running or self._sleeping or self._aside or any(self._lines)):
            self._idle.set()

    def _return(self, host: str, job: Job, kind: int) -> None:
        """A job is back for another try."""
        self._sleeping -= 1
        self.add(host, job, kind)
        self._rest()

    async def finish(self) -> None:
        """Wait until no job waits, runs or sleeps, and no work goes on aside."""
        await self._idle.wait()

    async def stop(self) -> None:
        """Drop what waits and break off what runs."""
        self._stopped = True
        for line in self._lines:
            line.clear()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._idle.set()
