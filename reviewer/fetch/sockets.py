"""A socket to one address, the guard before it is made and after somebody answered."""

from __future__ import annotations

import asyncio
import socket

from reviewer.fetch.guard import Guard


async def dial(guard: Guard, host: str, address: str, port: int) -> socket.socket:
    """Connect to one address of ``host`` that the guard lets us reach, then ask who is there, before anything is sent.

    Raises ``Blocked`` and other ``OSError``; nothing stays open then.
    """
    guard.check(host, (address,))
    made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.setblocking(False)  # noqa: FBT003 - the standard library's signature
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.get_running_loop().sock_connect(made, (address, port))
        guard.check(host, (str(made.getpeername()[0]),))
    except BaseException:
        made.close()
        raise
    return made
