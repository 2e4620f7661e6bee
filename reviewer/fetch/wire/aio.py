"""The usual wire: aiohttp's client under the API of httpx.

aiohttp costs a tenth of stock httpx's CPU time for a request, and its connector lets the guard stand where sockets are made.
``exchange`` is the hot path; ``handle_async_request`` is the same for holders of an ``httpx.AsyncClient``.
Longer than 300 lines: all that reaches into aiohttp (its connector, its parser, its exceptions) stands here, and nowhere else.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import resource
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextvars import ContextVar
from typing import Any, cast

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_proto import ResponseHandler
from aiohttp.client_reqrep import ConnectionKey
from aiohttp.http_exceptions import BadHttpMessage, HttpProcessingError, LineTooLong
from yarl import URL

from reviewer.fetch.faults import Disconnected, TooLarge, chain
from reviewer.fetch.guard import Blocked, Guard
from reviewer.fetch.names import Names
from reviewer.fetch.wire.choosing import INTERIM, Headers, Reply
from reviewer.fetch.wire.mocking import Mocked, mocked, pool_mocked
from reviewer.fetch.wire.stock import HttpxWire
from reviewer.fetch.within import Pulse, Within
from reviewer.settings import Limits, Network

IDLE = 2048
"""At most so many connections are kept that nobody uses, and half of the files that the system lets us have: hosts of links are many, and
one whose connection was closed costs a new one (a quarter of the CPU time of fetching, with 1,000 hosts and 256 connections)."""

READ = 256 * 1024
"""asyncio reads at most so many bytes at once: that much of a body may come with the headers."""

FRAMING = READ + 64 * 1024, 16
"""Between the bytes of a body a server may send so many others (lengths of chunks, their extensions, trailers), and for each byte of the
body so many more: a chunk of one byte takes six. What comes beyond that is no body, and the cap on bodies would never end it."""

_dialled_host: ContextVar[str] = ContextVar("dialled_host", default="")
_fresh: ContextVar[bool] = ContextVar("fresh", default=False)


class Resolver(AbstractResolver):
    """Hands our names to aiohttp; the guard sees all addresses before one is used."""

    def __init__(self, names: Names, guard: Guard) -> None:
        """Keep whom to ask."""
        self._names = names
        self._guard = guard

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        """The addresses to dial, at most as many as the limits say."""
        del family
        addresses = await self._names.addresses(host)
        self._guard.check(host, addresses, port)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._names.dialled(addresses)
        ]

    async def close(self) -> None:
        """Nothing is held."""


def room() -> int:
    """How many idle connections may be kept, by the system's bound on open files at this moment: each is one."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return IDLE if soft == resource.RLIM_INFINITY else min(IDLE, soft // 2)


Idle = dict[ResponseHandler, "tuple[Connector, ConnectionKey]"]
"""The connections that nobody uses, with whose they are; who was used longest ago stands first."""


class Answering(ResponseHandler):
    """One connection's protocol. Headers are bounded while they come, all together: aiohttp itself bounds each one and their number."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, most: int, idle: Idle) -> None:
        """``most``: bytes of headers; ``idle``: where it stands while nobody uses it."""
        super().__init__(loop)
        self._most = most
        self._idle = idle
        self._head = 0
        self._interim = 0
        self._framing = 0

    def set_response_params(self, **params: Any) -> None:
        """A request begins: so do the headers of its answer."""
        self._idle.pop(self, None)
        self._head = self._interim = self._framing = 0
        super().set_response_params(**params)

    def feed_data(self, data: tuple[Any, Any], size: int = 0) -> None:
        """The headers of an answer are complete; after an interim one (1xx) others follow, which count with it."""
        if data[0].code >= 200 or data[0].code == 101:
            self._head = -(2**62)
        else:
            self._interim += 1
        if self._interim <= INTERIM:
            super().feed_data(data, size)

    def data_received(self, data: bytes) -> None:
        """Take what came, unless it is too much."""
        self._head += len(data)
        body = self._payload
        before = body.total_bytes if body else 0
        super().data_received(data)
        if body is not None:
            self._framing += len(data) - (body.total_bytes - before)
            if self._framing > FRAMING[0] + FRAMING[1] * body.total_bytes:
                self._refuse(refused := "its body is hidden among bytes that are no body: extensions of chunks, or trailers")
                body.set_exception(TooLarge(refused))
                return
        if self._interim > INTERIM:
            self._refuse(f"more than {INTERIM} interim answers came, and no answer")
        elif self._head > self._most + READ:
            self._refuse(f"the headers of the answer are longer than {self._most} bytes")

    def connection_lost(self, exc: BaseException | None) -> None:
        """It is over."""
        self._idle.pop(self, None)
        super().connection_lost(exc)

    def _refuse(self, why: str) -> None:
        """Break off. The exception is set last: what aborts forgets it, and the one who reads may have interim answers before it."""
        self.abort()
        self.set_exception(TooLarge(why))


class Connector(aiohttp.TCPConnector):
    """Makes connections, the guard at each step: at the names, at the socket, and at the peer that answered."""

    def __init__(
        self, names: Names, guard: Guard, pulse: Pulse, limits: Limits, *, idle: Idle, context: ssl.SSLContext | bool, force_close: bool
    ) -> None:
        """Unlimited by itself: the door counts what is under way. ``idle`` is shared by all that are bounded together."""
        self._guard = guard
        self._pulse = pulse
        self._names = names
        self._idle = idle
        self._most = room()
        self._seconds = limits.connect_seconds
        settings: dict[str, Any] = {} if force_close else {"keepalive_timeout": 30.0}
        super().__init__(
            limit=0,
            ssl=context,
            resolver=Resolver(names, guard),
            use_dns_cache=False,
            force_close=force_close,
            socket_factory=self._socket,
            **settings,
        )
        answering = functools.partial(Answering, loop=self._loop, most=limits.header_bytes, idle=idle)
        self._factory = cast("functools.partial[ResponseHandler]", answering)

    def _socket(self, info: tuple[Any, ...]) -> socket.socket:
        """Make the socket for one address, or raise ``Blocked``: the last moment before anything is sent, for every spelling."""
        self._guard.check(_dialled_host.get(), (info[4][0],))
        made = socket.socket(family=info[0], type=info[1], proto=info[2])
        made.settimeout(0)
        return made

    def _release(self, key: ConnectionKey, protocol: ResponseHandler, *, should_close: bool = False) -> None:
        """Take a connection back; of more than there is ``room`` for the one that was used longest ago is closed."""
        super()._release(key, protocol, should_close=should_close)
        if protocol.transport is not None:  # it is kept
            self._idle[protocol] = (self, key)
            if len(self._idle) > self._most:
                longest, (connector, where) = next(iter(self._idle.items()))
                connector._drop(where, longest)  # noqa: SLF001 - one of our own

    def _drop(self, key: ConnectionKey, protocol: ResponseHandler) -> None:
        """Close a connection that nobody uses. It stands first of its host, unless behind ones that are closed by now."""
        del self._idle[protocol]
        kept = self._conns.get(key)
        if kept and kept[0][0] is protocol:
            kept.popleft()
            if not kept:
                del self._conns[key]
        protocol.close()

    async def _create_connection(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Any],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's signature
    ) -> ResponseHandler:
        """Connect within the limit, TLS included, whatever number of addresses is tried; then look at who is there.

        The name is looked up first: that has a limit of its own, and what came of it is told where aiohttp asks again.
        """
        proxy = req.proxy
        host = (proxy.raw_host if proxy else req.url.raw_host) or ""
        _dialled_host.set(host)
        _fresh.set(True)
        with contextlib.suppress(OSError):
            await self._names.addresses(host)
        async with Within(self._pulse, self._seconds):
            made = await super()._create_connection(req, traces, timeout)
        peer = made.transport.get_extra_info("peername") if made.transport else None
        try:
            self._guard.check(host, (str(peer[0]),) if peer else ())
        except Blocked as error:
            made.close()
            raise httpx.ConnectError(str(error)) from error
        return made


class AioReply:
    """An answer of aiohttp."""

    __slots__ = ("_response", "headers", "status")

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        """Take the head; the body stays where it is."""
        self._response = response
        self.status = response.status
        self.headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.raw_headers)

    async def chunk(self) -> bytes:
        """The next bytes as sent; raises ``httpx.TransportError``."""
        try:
            return await self._response.content.readany()
        except (aiohttp.ClientError, OSError, HttpProcessingError) as error:
            raise translated(error) from error

    async def close(self) -> None:
        """Give the connection back when all was read, otherwise close it."""
        self._response.release()


class AioTransport(httpx.AsyncBaseTransport):
    """The wire, and an httpx transport."""

    def __init__(self, network: Network, guard: Guard, names: Names, pulse: Pulse, context: Callable[[], ssl.SSLContext]) -> None:
        """Nothing is opened before the first exchange; the TLS context is made when a URL first needs it."""
        self._network = network
        self._guard = guard
        self._names = names
        self._pulse = pulse
        self._context = context
        self._sessions: dict[tuple[bool, bool], aiohttp.ClientSession] = {}
        self._idle: Idle = {}
        self._mocked: HttpxWire | None = None

    def _session(self, *, secure: bool, fresh: bool) -> aiohttp.ClientSession:
        """One session for plain and one for TLS connections, and their likes that never reuse a connection."""
        found = self._sessions.get((secure, fresh))
        if found is None:
            limits = self._network.limits
            found = self._sessions[secure, fresh] = aiohttp.ClientSession(
                connector=Connector(
                    self._names,
                    self._guard,
                    self._pulse,
                    limits,
                    idle=self._idle,
                    context=self._context() if secure else True,
                    force_close=fresh,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
                timeout=aiohttp.ClientTimeout(total=None),
                max_line_size=limits.header_bytes,
                max_field_size=limits.header_bytes,
                max_headers=limits.headers,
                proxy=self._network.proxy,
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
            )
            # aiohttp asks again by itself, also on a connection that it has just made, and gives nobody a way to say no (3.14). Asking
            # again is our own matter, since only we count: once, and only when the connection was a kept one.
            found._retry_connection = False  # noqa: SLF001
        return found

    async def exchange(self, url: str, headers: Headers) -> Reply:
        """Send one request; through httpx itself while a test has it mocked."""
        if mocked():
            self._mocked = self._mocked or HttpxWire(Mocked(self), self._network)
            return await self._mocked.exchange(url, headers)
        return await self._send(url, headers)

    async def _send(self, url: str, headers: Headers) -> Reply:
        """Send one request; once more on a fresh connection when one that was kept alive turns out to be dead or dirty."""
        target = URL(url, encoded=True)
        _fresh.set(False)
        try:
            return await self._once(target, headers, fresh=False)
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            if _fresh.get():
                raise
        return await self._once(target, headers, fresh=True)

    async def _once(self, target: URL, headers: Headers, *, fresh: bool) -> AioReply:
        """Send the request on a kept or on a fresh connection."""
        session = self._session(secure=target.scheme == "https", fresh=fresh)
        try:
            response = await session.get(target, headers=headers, allow_redirects=False)
        except (aiohttp.ClientError, OSError, HttpProcessingError, ValueError) as error:
            raise translated(error) from error
        return AioReply(response)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Httpx's seam: the same exchange; httpx's own transport when a test has patched httpcore."""
        if pool_mocked():
            async with httpx.AsyncHTTPTransport(trust_env=False) as patched:
                return await patched.handle_async_request(request)
        await request.aread()
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw]
        reply = await self._send(str(request.url), headers)
        return httpx.Response(reply.status, headers=list(reply.headers), stream=_Stream(reply))

    async def aclose(self) -> None:
        """Close all connections."""
        for session in self._sessions.values():
            await session.close()
        self._sessions.clear()


class _Stream(httpx.AsyncByteStream):
    """A body as httpx reads it."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while chunk := await self._reply.chunk():
            yield chunk

    async def aclose(self) -> None:
        """Done with the answer."""
        await self._reply.close()


def translated(error: BaseException) -> httpx.TransportError:
    """The exception of httpx that says the same as one of aiohttp, asyncio or the socket; its cause is the one given."""
    says = " ".join(str(error).split())[:300] or type(error).__name__
    causes = tuple(chain(error))
    if any(isinstance(item, LineTooLong) or (isinstance(item, BadHttpMessage) and "Too many headers" in str(item)) for item in causes):
        return TooLarge(says)
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return httpx.ConnectTimeout(says)
    if isinstance(error, TimeoutError):
        return httpx.ReadTimeout(says)
    if isinstance(error, aiohttp.ClientProxyConnectionError | aiohttp.ClientHttpProxyError):
        return httpx.ProxyError(says)
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ClientConnectorCertificateError | ssl.SSLError):
        return httpx.ConnectError(says)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return Disconnected(says)
    if isinstance(error, OSError) or "ConnectionResetError" in says:  # aiohttp only says it of a body that broke off
        return httpx.ReadError(says)
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return httpx.UnsupportedProtocol(says)
    return httpx.RemoteProtocolError(says)
