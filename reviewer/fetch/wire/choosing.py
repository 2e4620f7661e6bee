"""One exchange with one server: what both transports (our own, httpx) offer to the door, and what they raise.

A wire sends one request and returns the head of the answer with its body still to be read. It follows no redirects, keeps no cookies
and decodes nothing. It raises ``httpx.TransportError`` (with its cause) and ``asyncio.TimeoutError``, nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

Headers = Sequence[tuple[str, str]]

INTERIM = 32
"""Most interim answers (1xx) that may come before the answer; their headers count with its own."""


class Reply(Protocol):
    """The head of an answer. ``headers`` are in order, names in lower case, values as latin-1 text."""

    status: int
    headers: tuple[tuple[str, str], ...]

    async def chunk(self) -> bytes:
        """The next bytes of the body as sent, empty at its end."""
        ...

    async def close(self) -> None:
        """Done with it; what is not read yet is not wanted, and its connection is closed."""
        ...


class Wire(Protocol):
    """Sends single requests."""

    async def exchange(self, url: str, headers: Headers, content: bytes | None = None) -> Reply:
        """Ask for a normalised URL by GET; with ``content`` send that by POST, once, whatever becomes of it."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...
