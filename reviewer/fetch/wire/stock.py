"""The other wire: httpx on its own transport (``--transport httpx``), with the same guard where it connects.

It is the fallback, the oracle that the usual wire is measured against, and what is used while a test mocks httpx.
"""

from __future__ import annotations

import asyncio
import math
import ssl
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextvars import ContextVar
from typing import Any, cast

import httpcore
import httpx

from reviewer.fetch.faults import Disconnected, TooLarge
from reviewer.fetch.guard import Blocked, Guard
from reviewer.fetch.names import Names, NameTimeout
from reviewer.fetch.wire.choosing import INTERIM, Headers
from reviewer.fetch.wire.mocking import Mocked, mocked
from reviewer.settings import Network

IDLE = 256
"""At most so many idle connections are kept, fewer than by the other wire: httpcore goes through all of them at each request."""

READ = 64 * 1024
"""Httpcore reads at most so many bytes at once: that much of a body may come with the headers."""

_head: ContextVar[Head | None] = ContextVar("head", default=None)


class Head:
    """How much has come of an answer before its body: h11 bounds each interim answer (1xx), and nobody their number.

    ``fresh``: a connection was made for it.
    """

    def __init__(self, most: int) -> None:
        """``most``: bytes of headers."""
        self.fresh = False
        self._most = most
        self._size = 0
        self._interim = 0
        self._open = False

    async def trace(self, event: str, _: Mapping[str, Any]) -> None:
        """Httpcore tells what it does (its ``trace`` extension)."""
        if ".receive_response_headers." in event:
            self._open = event.endswith(".started")
        elif event == "connection.connect_tcp.started":
            self.fresh = True

    def take(self, data: bytes) -> None:
        """Count what came; raises what httpcore raises when it is too much."""
        if self._open:
            self._size += len(data)
            self._interim += data.count(b"HTTP/1.1 1")
            if self._interim > INTERIM or self._size > self._most + READ:
                raise httpcore.RemoteProtocolError("Receive buffer too long")


class Counted(httpcore.AsyncNetworkStream):
    """A connection whose answers' heads are counted."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, ends: float) -> None:
        """Take the connection, and the moment (on the loop's clock) when it must be ready."""
        self._stream = stream
        self._ends = ends

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        """The next bytes, unless the head of the answer is too long."""
        data = await self._stream.read(max_bytes, timeout)
        head = _head.get()
        if head is not None:
            head.take(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - as above
        """Send bytes."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> httpcore.AsyncNetworkStream:
        """The same connection under TLS, within what is left of the limit for connecting."""
        timeout = max(0.0, self._ends - asyncio.get_running_loop().time())
        return Counted(await self._stream.start_tls(ssl_context, server_hostname, timeout), self._ends)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)


class Backend(httpcore.AsyncNetworkBackend):
    """Dials addresses that the guard has seen, and looks at who answers."""

    def __init__(self, names: Names, guard: Guard) -> None:
        """Keep whom to ask."""
        self._names = names
        self._guard = guard
        self._dialler = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address that answers; ``timeout`` is for all of them, and each gets its share of what is left.

        Raises what httpcore raises; ``Blocked`` is the cause of a refusal. A host whose addresses refuse or are silent is silent.
        """
        try:
            addresses = await self._names.addresses(host.strip("[]"))
            self._guard.check(host, addresses, port)
        except NameTimeout as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        dialled = self._names.dialled(addresses)
        clock = asyncio.get_running_loop().time
        ends = clock() + timeout if timeout is not None else math.inf
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for number, address in enumerate(dialled):
            share = max(0.0, ends - clock()) / (len(dialled) - number)
            try:
                return Counted(await self._dial(host, address, port, share, local_address, socket_options), ends)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                if not isinstance(failed, httpcore.ConnectTimeout):
                    failed = error
        raise failed or httpcore.ConnectError(f"{host} has no address")

    async def _dial(
        self,
        host: str,
        address: str,
        port: int,
        timeout: float,  # noqa: ASYNC109 - as above
        local_address: str | None,
        socket_options: Iterable[Any] | None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to one address, then ask who is there."""
        stream = await self._dialler.connect_tcp(address, port, timeout, local_address, socket_options)
        peer = stream.get_extra_info("server_addr")
        try:
            self._guard.check(host, (str(peer[0]),))
        except Blocked as error:
            await stream.aclose()
            raise httpcore.ConnectError(str(error)) from error
        return stream


class StockTransport(httpx.AsyncHTTPTransport):
    """Httpx's transport with our way of connecting."""

    def __init__(self, network: Network, guard: Guard, names: Names, context: ssl.SSLContext, *, keep: bool = True) -> None:
        """Behind a proxy httpx dials as it always does; the proxy is named in the settings. ``keep``: whether any connection is kept."""
        idle = IDLE if keep else 0
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=idle, keepalive_expiry=30.0)
        super().__init__(verify=context, trust_env=False, limits=limits, proxy=network.proxy)
        if not network.proxy:
            self._pool = httpcore.AsyncConnectionPool(
                ssl_context=context,
                max_connections=None,
                max_keepalive_connections=idle,
                keepalive_expiry=30.0,
                network_backend=Backend(names, guard),
            )


class HttpxReply:
    """An answer of httpx."""

    __slots__ = ("_chunks", "_response", "headers", "status")

    def __init__(self, response: httpx.Response) -> None:
        """Take the head; the body stays where it is."""
        self._response = response
        self._chunks: AsyncIterator[bytes] | None = None
        self.status = response.status_code
        self.headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.headers.raw)

    async def chunk(self) -> bytes:
        """The next bytes as sent; raises ``httpx.TransportError``."""
        if self._chunks is None:
            self._chunks = aiter(cast("httpx.AsyncByteStream", self._response.stream))  # a mocked answer counts as read already
        return await anext(self._chunks, b"")

    async def close(self) -> None:
        """Give the connection back when all was read, otherwise close it."""
        await self._response.aclose()


class HttpxWire:
    """The wire on any transport of httpx."""

    def __init__(
        self, transport: httpx.AsyncBaseTransport, network: Network, spare: Callable[[], httpx.AsyncBaseTransport] | None = None
    ) -> None:
        """Without an ``AsyncClient``: it would follow, keep and decode what the door looks after.

        ``spare`` makes a transport that keeps no connections, for what failed on a kept one; without it nothing is asked again.
        """
        self._transport = transport
        self._make_spare = spare
        self._spare: httpx.AsyncBaseTransport | None = None
        self._mocked = Mocked(transport) if spare else None
        self._most = network.limits.header_bytes
        self._timeout = httpx.Timeout(None, connect=network.limits.connect_seconds).as_dict()

    async def exchange(self, url: str, headers: Headers, content: bytes | None = None) -> HttpxReply:
        """Send one request; once more on a fresh connection when one that was kept alive turns out to be dead or dirty. What a test has
        mocked answers once."""
        head = Head(self._most)
        if self._mocked and mocked():
            return await self._once(self._mocked, head, url, headers, content)
        if content is not None and self._make_spare:  # once, and on a fresh connection: nobody could say whether it was taken
            self._spare = self._spare or self._make_spare()
            return await self._once(self._spare, head, url, headers, content)
        try:
            return await self._once(self._transport, head, url, headers)
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            if head.fresh or not self._make_spare:
                raise
        self._spare = self._spare or self._make_spare()
        return await self._once(self._spare, Head(self._most), url, headers)

    async def _once(
        self, transport: httpx.AsyncBaseTransport, head: Head, url: str, headers: Headers, content: bytes | None = None
    ) -> HttpxReply:
        """Send the request."""
        _head.set(head)
        method, extensions = "GET" if content is None else "POST", {"timeout": self._timeout, "trace": head.trace}
        try:
            request = httpx.Request(method, url, headers=list(headers), content=content, extensions=extensions)
            return HttpxReply(await transport.handle_async_request(request))
        except httpx.InvalidURL as error:
            raise httpx.UnsupportedProtocol(str(error)) from error
        except httpx.RemoteProtocolError as error:
            if "Receive buffer too long" in str(error):
                raise TooLarge("the headers of the answer are too long") from error
            if "without sending" in str(error):
                raise Disconnected(str(error)) from error
            raise

    async def aclose(self) -> None:
        """Close all connections."""
        await self._transport.aclose()
        if self._spare:
            await self._spare.aclose()
