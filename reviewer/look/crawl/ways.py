"""What a crawl needs of others: whom it asks for turns, answers and verdicts, who reads a page, and what robots.txt lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from reviewer.model import Answer, Fetched, Moved, Page, Visit, Works
from reviewer.verdicts import Glance


class Ways(Protocol):
    """What the crawl needs of the visits: turns, opened addresses, verdicts, and where to hand what is no page of the site."""

    def turn(self, url: str, job: Callable[[], Awaitable[float | None]]) -> None:
        """Do a job when it is this host's turn."""
        ...

    async def aside(self, work: Callable[[], Awaitable[None]], size: int) -> None:
        """Within a job: do what asks no host any more, with so many bytes in hand, without a turn."""
        ...

    async def open(self, url: str, *, cap: int, robots: bool, headers: tuple[tuple[str, str], ...] = ...) -> tuple[Fetched, Glance]:
        """Fetch as a browser would."""
        ...

    async def conclude(self, fetched: Fetched, look: Glance) -> Visit:
        """The verdict on what was opened, without what the page's text says of itself: the crawl reads it."""
        ...

    async def seen(self, answer: Answer) -> Visit:
        """The verdict on a page as a browser shows it."""
        ...

    def told(self, answer: Answer, visit: Works | Moved) -> Works | Moved:
        """The verdict with what the page says of itself, when the crawl does not read it."""
        ...

    def again(self, visit: Visit, tries: int) -> float | None:
        """After how many seconds to try again."""
        ...

    def claim(self, url: str) -> bool:
        """Whether the crawl may settle this address."""
        ...

    def settle(self, url: str, visit: Visit) -> None:
        """Keep a visit."""
        ...

    def release(self, url: str) -> None:
        """Visit it as a link."""
        ...

    def ask(self, url: str) -> None:
        """Visit a link."""
        ...

    def alias(self, url: str, of: str) -> None:
        """One visit stands for both."""
        ...


class Robots(Protocol):
    """What is needed of the door besides fetching."""

    async def sitemaps(self, origin: str, *, own: bool = ...) -> tuple[str, ...]:
        """The sitemaps that robots.txt names."""
        ...


PageReader = Callable[[bytes, str, str | None], Awaitable[Page]]
"""(body, final URL, content type) to the facts of a page; in this process or in another."""
