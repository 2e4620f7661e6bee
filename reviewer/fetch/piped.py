"""One worker process, and the work that waits in its pipe: while it works, the next piece is there already."""

from __future__ import annotations

import asyncio
import signal
from asyncio.subprocess import Process
from collections import deque
from typing import Any

from reviewer.fetch.answers import Overrun, unpacked
from reviewer.fetch.worker import HEAD

WALL, GRACE = 6, 5.0
"""A worker that did not even get its CPU time within so many times its limit is stuck."""


class Again(Exception):
    """The worker ended over another piece of work, before it came to this one: somebody else must do it."""


class Piped:
    """A worker process. ``ended``: it takes no more work."""

    def __init__(self, process: Process, seconds: float) -> None:
        """Take a process that runs; ``seconds`` of CPU time are the limit of one piece of work."""
        self._process = process
        self._seconds = seconds
        self._waiting: deque[asyncio.Future[tuple[str, Any]]] = deque()
        self._listening: asyncio.Task[None] | None = None
        self.ended = False

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def load(self) -> int:
        """How much is to be done."""
        return len(self._waiting)

    async def do(self, job: bytes) -> tuple[str, Any]:
        """Send work, and wait for what comes back: (``done``, result) or (``failed``, words). Raises ``Overrun``, or ``Again``. Who cancels
        work while it is done ends the worker."""
        assert self._process.stdin  # noqa: S101 - a pipe, see Apart
        answer: asyncio.Future[tuple[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        self._process.stdin.write(HEAD.pack(len(job)))
        self._process.stdin.write(job)
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._listen())
        try:
            return await answer
        except asyncio.CancelledError:
            if self._waiting and self._waiting[0] is answer:
                self._waiting.popleft()
                await self.end()
            raise

    async def _listen(self) -> None:
        """Hand out what comes back, as long as something is to be done."""
        assert self._process.stdout  # noqa: S101 - a pipe, see Apart
        while self._waiting and not self.ended:
            try:
                async with asyncio.timeout(WALL * self._seconds + GRACE):
                    (size,) = HEAD.unpack(await self._process.stdout.readexactly(HEAD.size))
                    said = await self._process.stdout.readexactly(size)
                answer = self._waiting.popleft()
                what, value = unpacked(said)
            except (TimeoutError, asyncio.IncompleteReadError, ConnectionError):
                if self._waiting:
                    answer = self._waiting.popleft()
                    _fail(answer, _why(await self.end()))
                return
            except Exception as error:  # noqa: BLE001 - whatever a parser that was taken over may write
                await self.end()
                _fail(answer, Overrun("crashed", f"the worker sent what nobody can read: {error}"))
                return
            if what == "memory":
                await self.end()
                _fail(answer, Overrun("memory", "it needed more memory than one page may have"))
            elif not answer.done():
                answer.set_result((what, value))

    async def end(self) -> int:
        """End the process, and say how it ended: its exit code, or the negative number of the signal that killed it. What it had not begun
        is for somebody else."""
        self.ended = True
        for answer in self._waiting:
            _fail(answer, Again())
        self._waiting.clear()
        if self._process.stdin:
            self._process.stdin.close()
        if self._process.returncode is None:
            try:
                async with asyncio.timeout(0.2):
                    await self._process.wait()
            except TimeoutError:
                self._process.kill()
        return await self._process.wait()


def _fail(answer: asyncio.Future[tuple[str, Any]], error: Exception) -> None:
    """Say that there is no answer, unless nobody waits for it any more."""
    if not answer.done():
        answer.set_exception(error)


def _why(code: int) -> Overrun:
    """What an ended worker died of."""
    if code in {-signal.SIGPROF, -signal.SIGXCPU, -signal.SIGKILL}:
        return Overrun("slow", "it took longer than one page may take")
    return Overrun("crashed", f"the program that reads pages crashed on it (exit code {code})")
