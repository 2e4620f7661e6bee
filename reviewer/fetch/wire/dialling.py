"""Makes connections, the guard at each step: at the names, at the socket, and at the peer that answered."""

from __future__ import annotations

import asyncio
import base64
import socket
import ssl
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

import httpx

from reviewer.fetch.guard import Guard
from reviewer.fetch.names import Names
from reviewer.fetch.sockets import dial
from reviewer.fetch.wire.answering import Answering
from reviewer.fetch.within import Pulse, Within
from reviewer.settings import Network

STAGGER: Final = 0.25
"""Seconds after which the next address of a host is tried beside one that has not answered yet (RFC 8305, 5)."""

TUNNEL: Final = 200
"""What a proxy says that has connected to the place (RFC 9110, 9.3.6); anything else is no tunnel."""

Place = tuple[bool, str, int]
"""Where a request goes: whether over TLS, host without brackets, port."""


class Dialler:
    """Connects to places, directly or through the proxy of the settings."""

    def __init__(self, network: Network, guard: Guard, names: Names, pulse: Pulse, context: Callable[[], ssl.SSLContext]) -> None:
        """``context`` makes the settings of TLS when they are first needed."""
        self._limits = network.limits
        self._guard = guard
        self._names = names
        self._pulse = pulse
        self._make = context
        self._context: ssl.SSLContext | None = None
        self._proxy: Place | None = None
        self.forwards = ""
        """The header that the proxy wants with a plain request; empty when there is none."""
        if network.proxy:
            parts = urlsplit(network.proxy)
            secure = parts.scheme == "https"
            self._proxy = (secure, parts.hostname or "", parts.port or (443 if secure else 80))
            if parts.username or parts.password:
                pair = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()
                self.forwards = f"Proxy-Authorization: Basic {base64.b64encode(pair).decode('ascii')}\r\n"

    @property
    def proxied(self) -> bool:
        """Whether requests go through a proxy."""
        return self._proxy is not None

    async def connect(self, place: Place) -> Answering:
        """A connection on which the server at ``place`` answers, made within the limit, TLS included, whatever number of addresses is
        tried. The name is looked up first: that has a limit of its own. Raises ``httpx.TransportError`` with its cause."""
        secure, host, port = self._proxy or place
        try:
            addresses = await self._names.addresses(host)
            self._guard.check(host, addresses, port)
            async with Within(self._pulse, self._limits.connect_seconds):
                made = await self._connected(host, port, self._names.dialled(addresses), secure=secure)
                if self._proxy and place[0]:
                    await self._through(made, place)
        except httpx.TransportError:
            raise
        except (OSError, ValueError) as error:  # time-outs, refusals of the guard and faults of TLS are of these
            says = " ".join(str(error).split())[:300] or type(error).__name__
            if isinstance(error, TimeoutError):
                raise httpx.ConnectTimeout(says) from error
            raise (httpx.ProxyError if self._proxy else httpx.ConnectError)(says) from error
        return made

    async def _connected(self, host: str, port: int, addresses: Sequence[str], *, secure: bool) -> Answering:
        """A connection to the first of the addresses that answers, TLS included."""
        connection = await self._first(host, port, addresses)
        try:
            _, made = await asyncio.get_running_loop().create_connection(
                lambda: Answering(self._limits),
                sock=connection,
                ssl=self._tls() if secure else None,
                server_hostname=host.rstrip(".") if secure else None,
            )
        except BaseException:
            connection.close()
            raise
        return made

    async def _through(self, made: Answering, place: Place) -> None:
        """Have the proxy connect to a place, and speak TLS with that. Raises ``httpx.TransportError`` and ``OSError``."""
        _, host, port = place
        at = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        loop = asyncio.get_running_loop()
        try:
            status = await made.tunnel(f"CONNECT {at} HTTP/1.1\r\nHost: {at}\r\n{self.forwards}\r\n".encode())
            if status == TUNNEL and made.transport is not None:
                made.transport = await loop.start_tls(made.transport, made, self._tls(), server_hostname=host.rstrip("."))
        except BaseException:
            made.abort()
            raise
        if status != TUNNEL:
            made.abort()
            raise httpx.ProxyError(f"the proxy said {status}")

    async def _first(self, host: str, port: int, addresses: Sequence[str]) -> socket.socket:
        """The socket of the first address that answers; each next one is tried after a moment, or when one has failed."""
        if len(addresses) == 1:
            return await dial(self._guard, host, addresses[0], port)
        todo, under_way, failed = list(addresses), set[asyncio.Task[socket.socket]](), list[OSError]()
        try:
            while todo or under_way:
                if todo:
                    under_way.add(asyncio.create_task(dial(self._guard, host, todo.pop(0), port)))
                done, _ = await asyncio.wait(under_way, timeout=STAGGER if todo else None, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    under_way.discard(task)
                    error = task.exception()
                    if error is None:
                        return task.result()
                    if not isinstance(error, OSError):
                        raise error
                    failed.append(error)
        finally:
            for task in under_way:
                task.add_done_callback(_unwanted)
                task.cancel()
        raise failed[0] if failed else OSError(f"{host} has no address")

    def _tls(self) -> ssl.SSLContext:
        """The settings of TLS."""
        if self._context is None:
            self._context = self._make()
        return self._context


def _unwanted(task: asyncio.Task[socket.socket]) -> None:
    """An address that answered after another one had."""
    if not task.cancelled() and task.exception() is None:
        task.result().close()
