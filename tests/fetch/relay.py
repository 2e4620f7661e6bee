"""A relay before a TLS origin: it sees, and keeps, every byte that a client sends, and can take a server's place the second time."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from tests.origin import Origin
from tests.origin.behaviours import BEHAVIOURS

HOST = "secure.example"

Pipe = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Relay:
    """Stands before an origin and keeps what each connection sent. ``instead`` treats all connections after the first in its own way."""

    port: int
    instead: Pipe | None = None
    sent: list[bytearray] = field(default_factory=list)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection in a task of ours."""
        self.tasks.append(asyncio.get_running_loop().create_task(self.serve(reader, writer)))

    async def over(self) -> None:
        """All connections so far have ended, and all that they sent is kept."""
        await asyncio.wait_for(asyncio.gather(*self.tasks), 10)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection's bytes both ways, until its client ends it."""
        kept = bytearray()
        self.sent.append(kept)
        try:
            if self.instead and len(self.sent) > 1:
                await self.instead(reader, writer)
                return
            there, back = await asyncio.open_connection("127.0.0.1", self.port)
            answers = asyncio.create_task(pump(there, writer))
            try:
                with contextlib.suppress(ConnectionError):
                    while data := await reader.read(65536):
                        kept += data
                        back.write(data)
            finally:
                back.transport.abort()
                answers.cancel()
        finally:
            writer.transport.abort()


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes one way, to their end."""
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
        writer.close()


@contextlib.asynccontextmanager
async def relayed(context: ssl.SSLContext, instead: Pipe | None = None) -> AsyncIterator[tuple[Origin, Relay, str]]:
    """An origin behind a relay, and its address."""
    async with Origin(BEHAVIOURS, context=context) as origin:
        relay = Relay(origin.port, instead)
        async with await asyncio.start_server(relay.connected, "127.0.0.1", 0) as listening:
            yield origin, relay, f"https://{HOST}:{listening.sockets[0].getsockname()[1]}/plain"
            for task in relay.tasks:
                task.cancel()
            await asyncio.gather(*relay.tasks, return_exceptions=True)
            await asyncio.sleep(0.01)  # sockets that were dropped are closed in the loop's next round


def records(sent: bytes) -> list[tuple[int, int]]:
    """The types and lengths of the TLS records in a stream of bytes (RFC 8446, 5.1)."""
    found, at = [], 0
    while at + 5 <= len(sent):
        kind, _, length = struct.unpack_from("!BHH", sent, at)
        found.append((kind, length))
        at += 5 + length
    assert at == len(sent)
    return found
