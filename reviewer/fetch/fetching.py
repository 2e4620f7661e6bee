"""What is needed of a door to the network by those who open addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol, TypedDict, Unpack

from reviewer.fetch.targets import Jar
from reviewer.fetch.wire.choosing import Headers
from reviewer.model import Fetched

Robots = bool | Literal["own"]
"""Whether robots.txt is asked before each hop of a journey: never, always, or on the host of ours where it began."""


class Asked(TypedDict, total=False):
    """How an address is asked for; each is told with ``Door.fetch``."""

    cap: int | None
    own: bool
    robots: Robots
    headers: Headers
    jar: Jar | None
    form: tuple[str, bytes] | None


class Fetching(Protocol):
    """What is needed of the door to the network."""

    async def fetch(self, url: str, **asked: Unpack[Asked]) -> Fetched:
        """Fetch a URL, redirects followed; never raises for what a server does."""
        ...

    def trust(self, url: str) -> None:
        """Ask a host again that was left alone because it failed too often."""
        ...

    def wait(self, seconds: Mapping[str, float]) -> None:
        """Leave addresses alone for so many seconds yet, as their servers asked in an earlier run."""
        ...
