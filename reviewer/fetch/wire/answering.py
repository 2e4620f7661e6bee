"""One connection to a server: sends one request at a time and takes what comes back, within bounds.

The parser is llhttp (httptools), as lenient as browsers are. Its callbacks run while bytes come in; the body waits here until somebody
wants it, and no more is read from the socket than that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

import httptools
import httpx

from reviewer.fetch.faults import Disconnected, TooLarge
from reviewer.fetch.wire.choosing import INTERIM
from reviewer.settings import Limits

READ: Final = 256 * 1024
"""asyncio reads at most so many bytes at once: that much of a body may come with the headers."""

WAITING: Final = 64 * 1024
"""With so many bytes of a body waiting here no more is read: as much as one reading more is held for each request that is under way."""

WRAPPING: Final = 16
"""A chunked body may come with so many times its own bytes around it: chunks of one byte have 5, and nobody needs extensions."""

BODILESS: Final = frozenset({101, 204, 304})
"""Answers that end with their headers, whatever these say (RFC 9112, 6.3)."""


def _nobody(gone: Answering) -> None:
    """Nobody keeps it yet."""
    del gone


class Answering(asyncio.Protocol):
    """The protocol of one connection. ``lost`` is called when it closes; ``since`` is when it was used last."""

    def __init__(self, limits: Limits) -> None:
        """Not connected yet."""
        self.transport: asyncio.Transport | None = None
        self.lost: Callable[[Answering], None] = _nobody
        self.since = 0.0
        self.status = 0
        self.fields: list[tuple[bytes, bytes]] = []
        self._most = limits.header_bytes
        self._number = limits.headers
        self._loop = asyncio.get_running_loop()
        self._parser: httptools.HttpResponseParser | None = None
        self._waiting: asyncio.Future[None] | None = None
        self._whole = False
        self._bare = False

    async def tunnel(self, request: bytes) -> int:
        """Ask a proxy for a tunnel: what follows the head of its answer is not the proxy's. Returns the status."""
        self._bare = True
        try:
            await self.ask(request)
        finally:
            self._bare = False
        self.rest()
        return self.status

    async def ask(self, request: bytes) -> None:
        """Send a request; returns when the head of its answer is there. Raises ``httpx.TransportError``."""
        self._parser = httptools.HttpResponseParser(self)
        self._parser.set_dangerous_leniencies(
            lenient_headers=True, lenient_optional_cr_before_lf=True, lenient_spaces_after_chunk_size=True
        )
        self._body = bytearray()
        self._error: httpx.TransportError | None = None
        self._answered = self._framed = self._whole = self._kept = self._paused = False
        self._interim = self._came = self._size = 0
        self.fields = []
        if self.transport is None or self.transport.is_closing():
            raise Disconnected("the server had closed the connection")
        self.transport.write(request)
        while not self._headed():
            await self._more()

    def _headed(self) -> bool:
        """Whether the head of the answer is there. Raises what went wrong before it was."""
        if self._error and not self._answered:
            raise self._error
        return self._answered

    async def chunk(self) -> bytes:
        """The next bytes of the body as sent, empty at its end. Raises ``httpx.TransportError``."""
        while not self._body:
            if self._error:
                raise self._error
            if self._whole:
                return b""
            await self._more()
        data = bytes(self._body)
        self._body.clear()
        if self._paused and self.transport:
            self._paused = False
            self.transport.resume_reading()
        return data

    @property
    def reusable(self) -> bool:
        """Whether another request may be sent: the answer was read to its end, nothing came after it, and nobody wants to close."""
        return self._whole and self._kept and not self._body and self.transport is not None and not self.transport.is_closing()

    def rest(self) -> None:
        """Nobody uses it from now on: what comes then is dirt."""
        self._parser = None

    def abort(self) -> None:
        """Close at once."""
        if self.transport is not None:
            self.transport.abort()

    async def _more(self) -> None:
        """Wait for news."""
        self._waiting = self._loop.create_future()
        try:
            await self._waiting
        finally:
            self._waiting = None

    def _news(self) -> None:
        """There is something new for the one who waits."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def _fail(self, error: httpx.TransportError, cause: BaseException | None = None) -> None:
        """It is over: what was wrong first is told."""
        if self._error is None and not self._whole:
            error.__cause__ = cause
            self._error = error
        self._kept = False
        self.abort()
        self._news()

    # --- what asyncio says -------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It stands; once more when TLS begins inside of it."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - asyncio gives a stream protocol nothing else
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Take what came, unless it is too much, or nobody asked for it."""
        if self._parser is None or self._whole:
            self._kept = False
            self.abort()
            return
        if not self._answered and self._came > self._most:
            self._fail(TooLarge(f"the headers of the answer are longer than {self._most} bytes"))
            return
        self._came += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._kept = False
        except httptools.HttpParserError as error:
            self._kept = False
            self._fail(httpx.RemoteProtocolError(" ".join(str(error).split())[:300]), error)
        if self._answered and self._came > self._most + READ + (WRAPPING + 1) * self._size:
            self._fail(TooLarge("nearly nothing of what comes as the body is one: it is chunk extensions, or trailers without end"))
        if len(self._body) > WAITING and not self._paused and self.transport:
            self._paused = True
            self.transport.pause_reading()
        self._news()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over. An answer without a length ends here; any other is incomplete."""
        self.lost(self)
        if self._parser is not None and not self._whole and self._error is None:
            if self._answered and not self._framed and exc is None:
                self._whole = True
            elif exc is not None:
                self._fail(httpx.ReadError(" ".join(str(exc).split()) or type(exc).__name__), exc)
            elif self._answered:
                self._fail(httpx.RemoteProtocolError("the server closed the connection before the end of the body"))
            else:
                self._fail(Disconnected("the server closed the connection without an answer"))
        self._kept = False
        self._news()

    # --- what the parser says ----------------------------------------------------------------------------------------

    def on_message_begin(self) -> None:
        """An answer begins. One that nobody asked for makes the connection dirty."""
        if self._whole:
            self._kept = False

    def on_header(self, name: bytes, value: bytes) -> None:
        """One field of the head; those of trailers are passed over."""
        if not self._answered:
            self.fields.append((name, value))
            if len(self.fields) > self._number:
                self._fail(TooLarge(f"the answer has more than {self._number} headers"))

    def on_headers_complete(self) -> None:
        """The head of an answer is there; after an interim one (1xx) another follows, which counts with it."""
        if self._parser is None or self._whole or self._error:
            return
        status = self._parser.get_status_code()
        if 100 <= status < 200 and status != 101:
            self._interim += 1
            self.fields = []
            if self._interim > INTERIM:
                self._fail(TooLarge(f"more than {INTERIM} interim answers came, and no answer"))
            return
        self.status = status
        self._answered = True
        self._came = 0
        names = {name.lower() for name, _ in self.fields}
        self._framed = b"content-length" in names or b"transfer-encoding" in names
        if self._bare or status in BODILESS:
            self._ended()

    def on_body(self, data: bytes) -> None:
        """A piece of the body."""
        if self._whole:
            self._kept = False
        else:
            self._body += data
            self._size += len(data)

    def on_message_complete(self) -> None:
        """The answer is whole, unless it was an interim one."""
        if self._answered and not self._whole and not self._error:
            self._ended()

    def _ended(self) -> None:
        """No more is to come of this answer."""
        self._whole = True
        self._kept = self._parser is not None and self._parser.should_keep_alive()
