"""Tell a dead man's switch that we live: the convention of healthchecks.io, where a GET of the check's address is a ping.

``/start`` when a run begins, the bare address when it succeeded, ``/fail`` when it did not. A watcher that waits for a success and
hears nothing raises the alarm: that catches the machine that is off. A ping is never worth a run: it fails in silence, with one line
in the log.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import urlsplit, urlunsplit

from reviewer import __version__, logs
from reviewer.model import Answer, Fetched
from reviewer.settings import Config

SUFFIXES: Final = {"start": "/start", "success": "", "fail": "/fail"}


class Fetches(Protocol):
    """What of the network door a ping needs."""

    async def fetch(self, url: str, *, cap: int | None = None) -> Fetched:
        """Fetch a URL; never raises for what a server does."""
        ...


def address(url: str, what: str) -> str:
    """The address to get for ``start``, ``success`` or ``fail``."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=parts.path.rstrip("/") + SUFFIXES[what]))


async def ping(door: Fetches, url: str, what: str) -> bool:
    """Ping; says whether it was heard. The address is a secret of sorts and is not logged, only its host."""
    host = urlsplit(url).hostname
    try:
        fetched = await door.fetch(address(url, what), cap=1024)
    except Exception as error:  # noqa: BLE001 - a ping is never worth a run
        logs.log(__name__).warning("ping failed", host=host, what=what, why=type(error).__name__)
        return False
    if isinstance(fetched, Answer) and fetched.status < 300:
        return True
    why = f"status {fetched.status}" if isinstance(fetched, Answer) else fetched.reason.value
    logs.log(__name__).warning("ping failed", host=host, what=what, why=why)
    return False


def ring(config: Config, what: str) -> None:
    """Ping for a run that is not asynchronous itself; does nothing when the config names no switch. Never raises."""
    from reviewer.fetch import Door

    url, contact = config.watching.ping, config.organisation.contact
    if not url:
        return

    async def ringing() -> None:
        async with Door(config.network, contact=contact.email if contact else "", version=__version__) as door:
            await ping(door, url, what)

    with contextlib.suppress(Exception):
        asyncio.run(ringing())


@dataclass(slots=True)
class Bell:
    """Set ``well`` when the run went well; else the end of the block is a ``/fail``."""

    well: bool = False


@contextlib.contextmanager
def rung(config: Config) -> Iterator[Bell]:
    """Ping ``/start`` before the block, and success or ``/fail`` after it, whatever happens in it."""
    bell = Bell()
    ring(config, "start")
    try:
        yield bell
    finally:
        ring(config, "success" if bell.well else "fail")
