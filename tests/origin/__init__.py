"""A hostile test origin on raw sockets: what real and wicked servers send, byte by byte.

    async with Origin(BEHAVIOURS) as origin:
        await door.fetch(origin.url("/endless"))

Every address of 127.0.0.0/8 is a host of its own; ``names`` makes host names of them for the door's ``lookup``.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass
class Asked:
    """One request as it came, and the way to answer it. ``connection`` numbers the connections from 1, ``turn`` the requests on it."""

    method: str
    path: str
    headers: dict[str, str]
    connection: int
    turn: int
    reader: asyncio.StreamReader = field(repr=False)
    writer: asyncio.StreamWriter = field(repr=False)

    async def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, status: str = "200 OK", body: bytes = b"", *headers: str, length: bool = True) -> None:
        """Send a well-formed answer (no body to HEAD)."""
        lines = [f"HTTP/1.1 {status}", *headers]
        if length:
            lines.append(f"Content-Length: {len(body)}")
        await self.send("\r\n".join(lines).encode() + b"\r\n\r\n" + (b"" if self.method == "HEAD" else body))

    def abort(self) -> None:
        """Break the connection off with a TCP reset."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.writer.transport.abort()


Behaviour = Callable[[Asked], Awaitable[bool | None]]
"""Answers one request; returning True keeps the connection open for the next."""


class Origin:
    """A server whose paths are behaviours; a path that has none answers 404. ``asked`` holds all requests, ``connections`` counts, and
    ``open`` has a task for each that is open."""

    def __init__(self, behaviours: Mapping[str, Behaviour], *, address: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> None:
        self._behaviours = behaviours
        self._address = address
        self._context = context
        self.open: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.asked: list[Asked] = []
        self.connections = 0
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, self._address, 0, ssl=self._context, limit=2**20)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self._server
        self._server.close()
        for _ in range(3):  # who was accepted at the very end has a task by then, and what was cancelled while it closed is closed
            await asyncio.sleep(0)
            for task in self.open:
                task.cancel()
            await asyncio.gather(*self.open, return_exceptions=True)
        await self._server.wait_closed()
        await asyncio.sleep(0)

    def url(self, path: str = "/", host: str | None = None) -> str:
        """The address of a path, by the origin's address or by a host name."""
        return f"{'https' if self._context else 'http'}://{host or self._address}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection in a task of ours."""
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self.open.add(task)
        task.add_done_callback(self.open.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number, turn = self.connections, 0
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
                while True:
                    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                    first, *lines = head.strip().split("\r\n")
                    method, path, _ = first.split(" ", 2)
                    turn += 1
                    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
                    asked = Asked(method, path, headers, number, turn, reader, writer)
                    self.asked.append(asked)
                    behaviour = self._behaviours.get(path.partition("?")[0], missing)
                    if not await behaviour(asked):
                        break
        finally:
            writer.transport.abort() if writer.transport.is_closing() else writer.close()
            with contextlib.suppress(ConnectionError, ssl.SSLError, TimeoutError):
                async with asyncio.timeout(1):
                    await writer.wait_closed()


async def missing(asked: Asked) -> bool:
    """404, as an ordinary server says it."""
    await asked.answer("404 Not Found", b"not here", "Content-Type: text/plain")
    return True


def names(**hosts: str | Sequence[str]) -> Callable[[str], Sequence[str]]:
    """A look-up for the door: ``names(a_example="127.0.0.2")`` makes ``a.example`` lead there; others do not exist."""
    table = {name.replace("_", "."): (to,) if isinstance(to, str) else tuple(to) for name, to in hosts.items()}

    def lookup(host: str) -> Sequence[str]:
        if host not in table:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return table[host]

    return lookup


@contextlib.contextmanager
def deaf(*addresses: str, port: int = 0, room: int = 0) -> Iterator[int]:
    """A port of those addresses (default: 127.0.0.1) where nobody answers: their queues of connections are full, and Linux drops
    what knocks then. With ``room`` so many more are let into the queue, where nobody speaks to them."""
    with contextlib.ExitStack() as stack:
        for address in addresses or ("127.0.0.1",):
            listening = stack.enter_context(socket.socket())
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((address, port))
            listening.listen(room)
            port = listening.getsockname()[1]
            full = bool(room)
            while not full:
                knocking = stack.enter_context(socket.socket())
                knocking.settimeout(0.05)
                try:
                    knocking.connect((address, port))
                except TimeoutError:
                    full = True
        yield port
