"""Both modes of respx reach the door: while a test has patched httpx or httpcore, either wire sends through what was patched."""

from __future__ import annotations

import sys
from typing import Final

import httpx

_POOL: Final = "httpcore._async.connection_pool"
"""The module of httpcore's connections. Where nobody has imported it nobody has patched it; it takes 30 ms."""

_CHOICE = httpx.AsyncClient._transport_for_url  # noqa: SLF001 - looked at only, to notice that respx has replaced it


def pool_mocked() -> bool:
    """Whether httpcore's connections are patched (respx's usual mode)."""
    pool = sys.modules.get(_POOL)
    return pool is not None and pool.AsyncConnectionPool.handle_async_request.__module__ != _POOL


def mocked() -> bool:
    """Whether httpx or httpcore is patched."""
    return _CHOICE is not httpx.AsyncClient._transport_for_url or pool_mocked()  # noqa: SLF001 - as above


class Mocked(httpx.AsyncBaseTransport):
    """Asks httpx's client which transport to use: respx answers that question while it mocks."""

    def __init__(self, real: httpx.AsyncBaseTransport) -> None:
        self._client = httpx.AsyncClient(transport=real, trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send it where the client would."""
        return await self._client._transport_for_url(request.url).handle_async_request(request)  # noqa: SLF001 - respx's own hook
