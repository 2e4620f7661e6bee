"""The usual wire: our own connections (``answering``, ``dialling``), and which of them are kept.

``exchange`` is the hot path; ``handle_async_request`` is the same for holders of an ``httpx.AsyncClient``.
"""

from __future__ import annotations

import asyncio
import resource
import ssl
from collections.abc import AsyncIterator, Callable
from typing import Final

import httpx

from reviewer.fetch.guard import Guard
from reviewer.fetch.names import Names
from reviewer.fetch.wire.answering import Answering
from reviewer.fetch.wire.choosing import Headers, Reply, Wire
from reviewer.fetch.wire.dialling import Dialler, Place
from reviewer.fetch.wire.mocking import Mocked, mocked, pool_mocked
from reviewer.fetch.within import Pulse
from reviewer.settings import Network

IDLE: Final = 2048
"""At most so many connections are kept that nobody uses, and half of the files that the system lets us have: hosts of links are many, and
one whose connection was closed costs a new one."""

KEPT: Final = 30.0
"""Seconds for which a connection is kept that nobody uses."""

PORTS: Final = {"http": 80, "https": 443}


def room() -> int:
    """How many idle connections may be kept, by the system's bound on open files at this moment: each is one."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return IDLE if soft == resource.RLIM_INFINITY else min(IDLE, soft // 2)


class OwnReply:
    """An answer."""

    __slots__ = ("_connection", "_place", "_wire", "headers", "status")

    def __init__(self, connection: Answering, place: Place, wire: OwnTransport) -> None:
        """Take the head; the body stays where it is."""
        self._connection = connection
        self._place = place
        self._wire = wire
        self.status = connection.status
        self.headers = tuple([(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in connection.fields])

    async def chunk(self) -> bytes:
        """The next bytes as sent; raises ``httpx.TransportError``."""
        return await self._connection.chunk()

    async def close(self) -> None:
        """Give the connection back when all was read, otherwise close it."""
        self._wire.take_back(self._connection, self._place)


class OwnTransport(httpx.AsyncBaseTransport):
    """The wire, and an httpx transport."""

    def __init__(self, network: Network, guard: Guard, names: Names, pulse: Pulse, context: Callable[[], ssl.SSLContext]) -> None:
        """Nothing is opened before the first exchange; the TLS context is made when a URL first needs it."""
        self._network = network
        self._dialler = Dialler(network, guard, names, pulse, context)
        self._kept: dict[Place, list[Answering]] = {}
        self._idle: dict[Answering, Place] = {}
        self._most = -1
        self._mocked: Wire | None = None

    async def exchange(self, url: str, headers: Headers, content: bytes | None = None) -> Reply:
        """Send one request; through httpx itself while a test has it mocked."""
        if mocked():
            if self._mocked is None:
                from reviewer.fetch.wire.stock import HttpxWire

                self._mocked = HttpxWire(Mocked(self), self._network)
            return await self._mocked.exchange(url, headers, content)
        return await self._send(url, headers, content)

    async def _send(self, url: str, headers: Headers, content: bytes | None = None) -> OwnReply:
        """Send one request; once more on a fresh connection when one that was kept alive turns out to be dead or dirty. With ``content``
        once, on a fresh one: nobody could say whether it was taken."""
        place, request = self._request(url, headers, content)
        connection = self._take(place) if content is None else None
        if connection is not None:
            try:
                return await self._once(connection, place, request)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                pass
        return await self._once(await self._dialler.connect(place), place, request)

    async def _once(self, connection: Answering, place: Place, request: bytes) -> OwnReply:
        """Send a request on a connection. Who gives up waiting closes it."""
        try:
            await connection.ask(request)
        except BaseException:
            connection.abort()
            raise
        return OwnReply(connection, place, self)

    def _request(self, url: str, headers: Headers, content: bytes | None = None) -> tuple[Place, bytes]:
        """Where a normalised URL is asked for, and the bytes of the request. Raises ``httpx.UnsupportedProtocol``."""
        scheme, _, rest = url.partition("#")[0].partition("://")
        authority, slash, path = rest.partition("/")
        host, colon, port = authority.rpartition(":")
        if not colon or not port.isdigit():
            host, port = authority, ""
        if scheme not in PORTS or not host or "@" in authority or "?" in authority:
            raise httpx.UnsupportedProtocol(f"not a normalised http or https address: {url[:200]}")
        secure = scheme == "https"
        asked = url.partition("#")[0] if self._dialler.proxied and not secure else slash + path or "/"
        lines = [f"{'GET' if content is None else 'POST'} {asked} HTTP/1.1"]
        if not any(name.lower() == "host" for name, _ in headers):
            lines.append(f"Host: {authority}")
        lines += [f"{name}: {value}" for name, value in headers]
        if content is not None:
            lines.append(f"Content-Length: {len(content)}")
        if any("\n" in line or "\r" in line or "\0" in line for line in lines):
            raise httpx.UnsupportedProtocol("a header of the request has a line break")
        more = self._dialler.forwards if self._dialler.proxied and not secure else ""
        place = (secure, host.strip("[]"), int(port) if port else PORTS[scheme])
        return place, ("\r\n".join(lines) + "\r\n" + more + "\r\n").encode("utf-8", "replace") + (content or b"")

    def _take(self, place: Place) -> Answering | None:
        """A connection to a place that is kept, the one that was used last; None when there is none."""
        kept = self._kept.get(place)
        while kept:
            connection = kept.pop()
            del self._idle[connection]
            if connection.reusable and connection.since > asyncio.get_running_loop().time() - KEPT:
                return connection
            connection.abort()
        return None

    def take_back(self, connection: Answering, place: Place) -> None:
        """Keep a connection, or close it; of more than there is ``room`` for the one that was used longest ago is closed."""
        if not connection.reusable:
            connection.abort()
            return
        if self._most < 0:
            self._most = room()
        connection.since = asyncio.get_running_loop().time()
        connection.lost = self._forget
        connection.rest()
        self._kept.setdefault(place, []).append(connection)
        self._idle[connection] = place
        if len(self._idle) > self._most:
            longest = next(iter(self._idle))
            self._forget(longest)
            longest.abort()

    def _forget(self, connection: Answering) -> None:
        """A connection is no longer kept."""
        place = self._idle.pop(connection, None)
        if place is not None:
            kept = self._kept[place]
            kept.remove(connection)
            if not kept:
                del self._kept[place]

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
        for connection in list(self._idle):
            connection.abort()
        await asyncio.sleep(0)  # asyncio closes their sockets now
        self._kept.clear()
        self._idle.clear()


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
