"""Work on untrusted bytes in worker processes with limits: one page costs itself.

    async with Apart(seconds=10, memory=512 * 1024 * 1024, workers=2) as apart:
        page = await apart.run(read.read, body, ...)

A worker that goes over its limit of CPU time or memory, or that crashes, is killed and replaced; the others go on. Workers start when
they are first needed. What comes back is unpickled with a short list of classes, because a parser that was taken over writes it.
"""

from __future__ import annotations

import asyncio
import enum
import io
import pickle
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

import msgspec

from reviewer.fetch.worker import HEAD, PAGE
from reviewer.model import Page

P = ParamSpec("P")
T = TypeVar("T")

PROGRAM = Path(__file__).with_name("worker.py")
WALL, GRACE = 6, 5.0
"""A worker that did not even get its CPU time within so many times its limit is stuck."""

MODULES = frozenset({"reviewer.model", "reviewer.read.document", "datetime"})
BUILTINS = frozenset({"frozenset", "set", "bytearray", "complex", "range"})


class Overrun(Exception):
    """The work was given up. ``what`` is ``slow``, ``memory``, ``crashed`` or ``failed`` (an exception, named in the message)."""

    def __init__(self, what: str, says: str) -> None:
        """Keep one word and a sentence."""
        super().__init__(says)
        self.what = what


def _member(of: object, name: object) -> enum.Enum:
    """A member of an ``Enum`` by its name; raises ``UnpicklingError`` for whatever else ``getattr`` would give."""
    if isinstance(of, enum.EnumType) and isinstance(name, str) and name in of.__members__:
        member: enum.Enum = of.__members__[name]
        return member
    raise pickle.UnpicklingError(f"a worker asked for {name!r} of {of!r}")


class Careful(pickle.Unpickler):
    """Makes nothing but the nouns of the house and plain values."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        """A class of the short list; raises ``UnpicklingError`` for any other. Python 3.11 before 3.11.4 writes a member of an ``Enum`` as
        ``getattr(class, name)``: that, and no other attribute of anything, can be had."""
        if (module_name, global_name) == ("builtins", "getattr"):
            return _member
        if module_name in MODULES or (module_name == "builtins" and global_name in BUILTINS):
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"a worker sent {module_name}.{global_name}")


class Apart:
    """A few worker processes, started when they are needed."""

    def __init__(self, *, seconds: float, memory: int, workers: int = 1) -> None:
        """``seconds`` of CPU time and ``memory`` in bytes (on top of an idle worker) are the limits of one piece of work."""
        self._seconds = seconds
        self._memory = memory
        self._idle: list[Process] = []
        self._turns = asyncio.Semaphore(workers)

    async def __aenter__(self) -> Self:
        """Nothing is started yet."""
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all workers."""
        while self._idle:
            await _end(self._idle.pop())

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function of some module in a worker; raises ``Overrun``. Arguments are pickled, results are nouns of the house."""
        job = pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        async with self._turns:
            worker = self._idle.pop() if self._idle else await self._start()
            try:
                async with asyncio.timeout(WALL * self._seconds + GRACE):
                    answer = await _ask(worker, job)
            except (TimeoutError, asyncio.IncompleteReadError, ConnectionError):
                raise _why(await _end(worker)) from None
            except BaseException:
                await _end(worker)
                raise
            try:
                what, value = _unpacked(answer)
            except Exception as error:
                await _end(worker)
                raise Overrun("crashed", f"the worker sent what nobody can read: {error}") from error
            if what == "memory":
                await _end(worker)
                raise Overrun("memory", "it needed more memory than one page may have")
            self._idle.append(worker)
        if what == "failed":
            raise Overrun("failed", str(value))
        result: T = value
        return result

    async def _start(self) -> Process:
        """Start a worker: this Python, and a file that imports nothing of ours before it must."""
        return await asyncio.create_subprocess_exec(
            sys.executable, "-P", str(PROGRAM), str(self._seconds), str(self._memory), stdin=PIPE, stdout=PIPE
        )


def _unpacked(answer: bytes) -> tuple[str, Any]:
    """What a worker says. Raises whatever a decoder does for bytes that are no answer."""
    if answer.startswith(PAGE):
        return "done", msgspec.msgpack.decode(memoryview(answer)[len(PAGE) :], type=Page)
    what, value = Careful(io.BytesIO(answer)).load()
    return what, value


async def _ask(worker: Process, job: bytes) -> bytes:
    """Send work and wait for what comes back."""
    assert worker.stdin  # noqa: S101 - a pipe, see _start
    assert worker.stdout  # noqa: S101 - as above
    worker.stdin.write(HEAD.pack(len(job)))
    worker.stdin.write(job)
    await worker.stdin.drain()
    (size,) = HEAD.unpack(await worker.stdout.readexactly(HEAD.size))
    return await worker.stdout.readexactly(size)


async def _end(worker: Process) -> int:
    """End a worker and say how it ended: its exit code, or the negative number of the signal that killed it."""
    if worker.stdin:
        worker.stdin.close()
    if worker.returncode is None:
        try:
            async with asyncio.timeout(0.2):
                await worker.wait()
        except TimeoutError:
            worker.kill()
    return await worker.wait()


def _why(code: int) -> Overrun:
    """What an ended worker died of."""
    if code in {-signal.SIGPROF, -signal.SIGXCPU, -signal.SIGKILL}:
        return Overrun("slow", "it took longer than one page may take")
    return Overrun("crashed", f"the program that reads pages crashed on it (exit code {code})")
