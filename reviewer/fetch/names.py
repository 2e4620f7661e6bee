"""Names to addresses: ``getaddrinfo`` in daemon threads, a time limit, and one answer a name for the whole run.

The threads are daemons because a name server that never answers must not hold the process at its end, as the threads of
``concurrent.futures`` would.
"""

from __future__ import annotations

import asyncio
import queue
import socket
import threading
from collections.abc import Callable, Sequence

Lookup = Callable[[str], Sequence[str]]
"""A host name to its addresses; raises ``socket.gaierror``. Blocking: it is called in a thread."""

THREADS = 512
"""Far more than look-ups that are under way at once (as many as connections): a thread whose name server never answers is held by the
system for half a minute, and names that others serve must not wait behind it. Threads are only started when they are needed."""


class NameTimeout(TimeoutError):
    """The name server did not answer in time."""


def system(host: str) -> tuple[str, ...]:
    """Ask the operating system; raises ``socket.gaierror``. Special names are never asked (RFC 6761)."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return ("127.0.0.1",)
    if name == "invalid" or name.endswith(".invalid"):
        raise socket.gaierror(socket.EAI_NONAME, "names that end in .invalid do not exist (RFC 6761)")
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise socket.gaierror(socket.EAI_NONAME, f"not a host name: {error}") from error
    return tuple(dict.fromkeys(str(item[4][0]) for item in found))


class Names:
    """Resolves each name once a run; those who ask while it is looked up wait for the same answer."""

    def __init__(self, *, seconds: float, most: int, lookup: Lookup = system) -> None:
        """Take the limit of one look-up in seconds and how many addresses of a name are used at most."""
        self._seconds = seconds
        self._most = most
        self._lookup = lookup
        self._known: dict[str, tuple[str, ...] | BaseException] = {}
        self._asked: dict[str, asyncio.Future[tuple[str, ...]]] = {}
        self._jobs: queue.SimpleQueue[tuple[str, asyncio.AbstractEventLoop, asyncio.Future[tuple[str, ...]]] | None] = queue.SimpleQueue()
        self._threads = 0
        self._pending = 0

    async def addresses(self, host: str) -> tuple[str, ...]:
        """All addresses of a host, so that the guard sees every one. Raises ``socket.gaierror`` or ``NameTimeout``."""
        if ":" in host or host[-1:].isdigit():  # an address written as such; no top-level domain ends in a digit
            return (host,)
        known = self._known.get(host)
        if known is None:
            known = await self._first(host)
        if isinstance(known, BaseException):
            raise known
        return known

    def dialled(self, addresses: Sequence[str]) -> Sequence[str]:
        """Those of the addresses of a host that are tried."""
        return addresses[: self._most]

    async def _first(self, host: str) -> tuple[str, ...] | BaseException:
        """Look a name up, or wait for the one who does already."""
        asked = self._asked.get(host)
        if asked is None:
            loop = asyncio.get_running_loop()
            asked = self._asked[host] = loop.create_future()
            self._pending += 1
            if self._threads < min(self._pending, THREADS):
                self._threads += 1
                threading.Thread(target=self._work, name="names", daemon=True).start()
            self._jobs.put((host, loop, asked))
            loop.call_later(self._seconds, self._give_up, host, asked)
        try:
            answer: tuple[str, ...] | BaseException = await asyncio.shield(asked)
        except OSError as error:
            answer = error
        self._known[host] = answer
        self._asked.pop(host, None)
        return answer

    def _give_up(self, host: str, asked: asyncio.Future[tuple[str, ...]]) -> None:
        """End a look-up that took too long; its thread is left to its fate."""
        if not asked.done():
            asked.set_exception(NameTimeout(f"no name server answered for {host} within {self._seconds:g} s"))

    def _work(self) -> None:
        """Answer look-ups until there are no more."""
        while True:
            job = self._jobs.get()
            if job is None:
                return
            host, loop, asked = job
            outcome: tuple[str, ...] | OSError
            try:
                outcome = tuple(self._lookup(host))
            except OSError as error:
                outcome = error
            try:
                loop.call_soon_threadsafe(self._settle, asked, outcome)
            except RuntimeError:  # the loop was closed while the name server thought
                return

    def _settle(self, asked: asyncio.Future[tuple[str, ...]], outcome: tuple[str, ...] | OSError) -> None:
        """Hand an answer to those who wait for it, unless they gave up."""
        self._pending -= 1
        if asked.done():
            return
        if isinstance(outcome, OSError):
            asked.set_exception(outcome)
        else:
            asked.set_result(outcome)

    def close(self) -> None:
        """Let the threads end."""
        for _ in range(self._threads):
            self._jobs.put(None)
