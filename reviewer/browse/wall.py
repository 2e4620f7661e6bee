"""The proxy that lets nothing through: the only way to the network that the browser itself is given.

What a page asks for is answered before it comes here (``asking``). Here ends what a browser does of its own accord: WebSockets, service and
shared workers, prefetching, redirects that it follows itself, and its calls home.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from types import TracebackType
from typing import Self

HEAD = 16 * 1024
SECONDS = 5.0
"""Bytes and seconds in which somebody must have said what they want."""


class Wall:
    """An HTTP proxy on a free port of this machine that refuses everybody. ``refused`` counts the methods that were asked for."""

    def __init__(self) -> None:
        """Nothing listens yet."""
        self.refused: Counter[str] = Counter()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        """Listen."""
        self._server = await asyncio.start_server(self._refuse, "127.0.0.1", 0, limit=HEAD)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Listen no more."""
        if self._server:
            self._server.close()

    @property
    def address(self) -> str:
        """Where it listens, as a browser is told."""
        assert self._server  # noqa: S101 - entered before it is asked
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _refuse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read what is wanted, and say no."""
        with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                self.refused[head.split(b" ", 1)[0][:10].decode("latin-1")] += 1
                writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                await writer.drain()
        writer.close()
