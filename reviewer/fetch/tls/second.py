"""A second look behind a certificate that was refused: one more handshake, which verifies nothing, only to see what was shown.

Nothing is sent over it, and nothing could be: TLS runs here between two buffers in memory, and only what the handshake itself puts into
the one is carried to the server. Then the connection is dropped. No session, no request, no answer (docs/decisions/0009).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
from collections.abc import Callable

from reviewer.fetch.guard import Blocked, Guard
from reviewer.fetch.names import Names
from reviewer.fetch.sockets import dial
from reviewer.fetch.targets import Target
from reviewer.fetch.tls import certificate
from reviewer.fetch.tls import context as tls
from reviewer.fetch.within import Pulse, Within
from reviewer.model import Certificate
from reviewer.settings import Network

MOST = 256 * 1024
"""Bytes that a server may send in a handshake; OpenSSL itself takes at most 100 KB of certificates."""

PIECE = 16 * 1024


def _now() -> dt.datetime:
    """The moment, as OpenSSL took it in the first handshake."""
    return dt.datetime.now(dt.UTC)


class SecondLook:
    """Sees what servers show; each host and port is looked at once in a run."""

    def __init__(self, network: Network, guard: Guard, names: Names, pulse: Pulse, *, now: Callable[[], dt.datetime] = _now) -> None:
        """Take the settings, and the guard and the names of all other connections."""
        self._network = network
        self._guard = guard
        self._names = names
        self._pulse = pulse
        self._now = now
        self._known: dict[str, Certificate | None] = {}
        self._line: dict[str, asyncio.Lock] = {}

    async def certificate(self, at: Target, seconds: float) -> Certificate | None:
        """What the server at a place shows, within so many seconds and the limit of one connection; the caller has the host's turn.

        None: it showed nothing in time, nothing that can be read, or not where the guard lets us go. Behind a proxy there is no second
        look: the guard could not see where it leads. Never raises for what a server does.
        """
        if self._network.proxy or seconds <= 0 or not self._guard.port(at.host, at.port):
            return None
        line = self._line.setdefault(at.authority, asyncio.Lock())
        try:
            async with Within(self._pulse, min(seconds, self._network.limits.connect_seconds)), line:
                if at.authority not in self._known:
                    self._known[at.authority] = None  # once, also when it fails or takes too long
                    self._known[at.authority] = await self._look(at.host.strip("[]"), at.port)
        except (OSError, ValueError):  # time-outs, refusals of the guard and faults of TLS are of these
            return None
        return self._known[at.authority]

    async def _look(self, host: str, port: int) -> Certificate | None:
        """One connection, one handshake."""
        with await self._connected(host, port) as connection:
            der = await shown(connection, host.rstrip("."))
        return certificate.read(der, host.rstrip("."), self._now()) if der else None

    async def _connected(self, host: str, port: int) -> socket.socket:
        """The first address that answers. Raises ``OSError``; ``Blocked`` before anything is sent to an address that may not be reached."""
        addresses = await self._names.addresses(host)
        self._guard.check(host, addresses, port)
        *others, last = self._names.dialled(addresses)
        for address in others:
            try:
                return await dial(self._guard, host, address, port)
            except Blocked:
                raise
            except OSError:
                continue
        return await dial(self._guard, host, last, port)


async def shown(connection: socket.socket, host: str) -> bytes | None:
    """Shake hands on a connected, non-blocking socket; returns the server's certificate in DER, None when it showed none.

    Raises ``OSError`` (``ssl.SSLError`` is one) and ``ValueError`` for a host that TLS cannot name. Sends the handshake, nothing else.
    """
    loop = asyncio.get_running_loop()
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    shaking = tls.unverified().wrap_bio(incoming, outgoing, server_hostname=host)
    taken = 0
    while True:
        try:
            shaking.do_handshake()
            done = True
        except ssl.SSLWantReadError:
            done = False
        if outgoing.pending:
            await loop.sock_sendall(connection, outgoing.read())
        if done:
            return shaking.getpeercert(binary_form=True)
        data = await loop.sock_recv(connection, PIECE)
        taken += len(data)
        if not data or taken > MOST:
            return None
        incoming.write(data)
