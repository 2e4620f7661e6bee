"""Tell a dead man's switch that we live: the convention of healthchecks.io, where a GET of the check's address is a ping.

``/start`` when a run begins, the bare address when it succeeded, ``/fail`` when it did not. Whoever waits for a success and hears nothing
raises the alarm: that catches the machine that is off. A ping is never worth a run: it fails in silence, with one line in the log.
"""

from __future__ import annotations

from typing import Final, Protocol
from urllib.parse import urlsplit, urlunsplit

from reviewer import logs
from reviewer.model import Answer, Fetched

SUFFIXES: Final = {"start": "/start", "success": "", "fail": "/fail"}


class Fetches(Protocol):
    """What of the network door a ping needs."""

    async def fetch(self, url: str, *, method: str = "GET", cap: int | None = None) -> Fetched:
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
