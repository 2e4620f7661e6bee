"""What is needed of a door to the network, by whoever opens addresses."""

from __future__ import annotations

from typing import Literal, Protocol

from reviewer.fetch.targets import Jar
from reviewer.model import Fetched

Robots = bool | Literal["own"]
"""Whether robots.txt is asked before each hop of a journey: never, always, or on the host of ours where it began."""


class Fetching(Protocol):
    """What is needed of the door to the network."""

    async def fetch(
        self,
        url: str,
        *,
        cap: int | None = ...,
        own: bool = ...,
        robots: Robots = ...,
        headers: tuple[tuple[str, str], ...] = ...,
        jar: Jar | None = ...,
    ) -> Fetched:
        """Fetch a URL, redirects followed, with the cookies of a jar, which takes those that redirects set, and what was spent; never
        raises for what a server does."""
        ...

    def trust(self, url: str) -> None:
        """Ask a host again that was left alone because it failed too often."""
        ...
