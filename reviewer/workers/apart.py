"""Work on untrusted bytes in worker processes with limits: one page costs itself.

    async with Apart(seconds=10, memory=512 * 1024 * 1024, workers=2) as apart:
        page = await apart.run(read.read, body, ...)

A worker that goes over its limit of CPU time or memory, or that crashes, is killed and replaced; the others go on, and so does what it had
not begun yet. Workers start when they are first needed. What comes back is unpickled with a short list of classes, because a parser that
was taken over writes it.
"""

from __future__ import annotations

import asyncio
import pickle
import sys
from asyncio.subprocess import PIPE
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from reviewer.workers.answers import Overrun as Overrun
from reviewer.workers.piped import Again, Piped

P = ParamSpec("P")
T = TypeVar("T")

PROGRAM = Path(__file__).with_name("worker.py")

DEPTH = 32
"""Pieces of work that one worker has, the one that it does among them: it must not wait for us while we are busy with links."""


class Apart:
    """A few worker processes, started when they are needed."""

    def __init__(self, *, seconds: float, memory: int, workers: int = 1) -> None:
        """``seconds`` of CPU time and ``memory`` in bytes (on top of an idle worker) are the limits of one piece of work."""
        self._seconds = seconds
        self._memory = memory
        self._most = workers
        self._workers: list[Piped] = []
        self._starting = asyncio.Lock()
        self._room = asyncio.Semaphore(workers * DEPTH)

    async def __aenter__(self) -> Self:
        """Nothing is started yet."""
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all workers."""
        while self._workers:
            await self._workers.pop().end()

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function of some module in a worker; raises ``Overrun``. Arguments are pickled, results are nouns of the house."""
        job = pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        async with self._room:
            while True:
                worker = await self._worker()
                try:
                    what, value = await worker.do(job)
                    break
                except Again:
                    continue
        if what == "failed":
            raise Overrun("failed", str(value))
        result: T = value
        return result

    async def _worker(self) -> Piped:
        """The worker with the least to do; another one when all are busy and there may be more."""
        least = self._least()
        if least is not None:
            return least
        async with self._starting:  # one at a time: the next may find that it needs none
            least = self._least()
            if least is None:
                least = await self._start()
                self._workers.append(least)
            return least

    def _least(self) -> Piped | None:
        """The worker with the least to do; None when another one should be started."""
        self._workers = [worker for worker in self._workers if not worker.gone]
        working = [worker for worker in self._workers if not worker.ended]
        least = min(working, key=lambda worker: worker.load, default=None)
        return least if least is not None and (not least.load or len(working) >= self._most) else None

    async def _start(self) -> Piped:
        """Start a worker: this Python, and a file that imports nothing of ours before it must."""
        words = ("-P", str(PROGRAM), str(self._seconds), str(self._memory))
        return Piped(await asyncio.create_subprocess_exec(sys.executable, *words, stdin=PIPE, stdout=PIPE), self._seconds)
