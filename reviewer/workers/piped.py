"""One worker process, and the work that waits in its pipe: while it works, the next piece is there already."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from asyncio.subprocess import Process
from collections import deque
from typing import Any

from reviewer.workers.answers import Overrun, unpacked
from reviewer.workers.worker import HEAD

WALL, GRACE = 6, 5.0
"""A worker that did not even get its CPU time within so many times its limit is stuck."""

PATIENCE = 0.2
"""Seconds in which a worker may end by itself, once there is no more to do."""

HEAP = 1 << 20


class Again(Exception):
    """The worker ended over another piece of work, before it came to this one: another worker must do it."""


class Piped:
    """A worker process. ``ended``: it takes no more work."""

    def __init__(self, process: Process, seconds: float) -> None:
        """Take a process that runs; ``seconds`` of CPU time are the limit of one piece of work."""
        self._process = process
        self._seconds = seconds
        self._waiting: deque[asyncio.Future[tuple[str, Any]]] = deque()
        self._listening: asyncio.Task[None] | None = None
        self._ending: asyncio.Task[int] | None = None
        self.ended = False

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def gone(self) -> bool:
        """Whether its end has come."""
        return self._ending is not None and self._ending.done()

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
        while self._waiting:
            said = b""
            try:
                async with asyncio.timeout(WALL * self._seconds + GRACE):
                    (size,) = HEAD.unpack(await self._process.stdout.readexactly(HEAD.size))
                    said = await self._process.stdout.readexactly(size)
            except (TimeoutError, asyncio.IncompleteReadError, ConnectionError):
                pass
            if not self._waiting:  # it was given up meanwhile
                return
            answer = self._waiting.popleft()
            error = self._told(answer, said) if said else None
            if error or not said:
                self._listening = None
                code = await self.end()
                _fail(answer, error or _why(code))
                return

    def _told(self, answer: asyncio.Future[tuple[str, Any]], said: bytes) -> Overrun | None:
        """Hand one answer out; what is wrong with it when this is the worker's last."""
        try:
            what, value = unpacked(said)
        except Exception as error:  # noqa: BLE001 - whatever a parser that was taken over may write
            return Overrun("crashed", f"the worker sent what nobody can read: {error}")
        if what == "memory":
            return Overrun("memory", "it needed more memory than one page may have")
        if not answer.done():
            answer.set_result((what, value))
        return None

    async def end(self) -> int:
        """End the process, and say how it ended: its exit code, or the negative number of the signal that killed it. What it had not begun
        is for another. A caller that is cancelled meanwhile does not stop it."""
        if self._ending is None:
            self.ended = True
            for answer in self._waiting:
                _fail(answer, Again())
            self._waiting.clear()
            self._ending = asyncio.create_task(self._end())
        return await asyncio.shield(self._ending)

    async def _end(self) -> int:
        """The same, once."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin  # noqa: S101 - a pipe, see Apart
        assert stdout  # noqa: S101 - as above
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.wait({self._listening})
        stdin.close()
        for patience in (PATIENCE, None):
            try:
                async with asyncio.timeout(patience):
                    while await stdout.read(HEAP):  # nobody wants it, but what is not read keeps the pipe, and us, from the end
                        pass
                    break
            except TimeoutError:
                self._process.kill()
        code = await self._process.wait()
        with contextlib.suppress(ConnectionError):  # what lay in the pipe is lost, and Python before 3.11.5 would complain of it
            await stdin.wait_closed()
        return code


def _fail(answer: asyncio.Future[tuple[str, Any]], error: Exception) -> None:
    """Say that there is no answer, unless nobody waits for it any more."""
    if not answer.done():
        answer.set_exception(error)


def _why(code: int) -> Overrun:
    """What an ended worker died of."""
    if code in {-signal.SIGPROF, -signal.SIGXCPU, -signal.SIGKILL}:
        return Overrun("slow", "it took longer than one page may take")
    return Overrun("crashed", f"the program that reads pages crashed on it (exit code {code})")
