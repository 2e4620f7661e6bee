"""What a look is given: what it is made with, what is wanted of it, what earlier looks remember, and who is told how it goes."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reviewer import read
from reviewer.browse import Shown
from reviewer.fetch import Fetching
from reviewer.look.crawl import PageReader, Robots
from reviewer.look.visit import DELAYS
from reviewer.model import Answer, Known, Page, Visit
from reviewer.read import Hints
from reviewer.settings import FormLogin, Site


class Progress(Protocol):
    """Who is told how the look goes."""

    def page(self, url: str) -> None:
        """A page was read."""
        ...

    def asked(self) -> None:
        """One more address is to be visited."""
        ...

    def visited(self, url: str, visit: Visit) -> None:
        """An address was visited."""
        ...


class Silent:
    """Nobody is told."""

    def page(self, url: str) -> None:
        """Say nothing."""

    def asked(self) -> None:
        """Say nothing."""

    def visited(self, url: str, visit: Visit) -> None:
        """Say nothing."""


class WayOut(Fetching, Robots, Protocol):
    """The door to the network, as far as a look needs it."""

    def sign_in(self, origin: str, cookies: str) -> None:
        """Send these cookies to that origin from now on."""
        ...


class Browsing(Protocol):
    """Who shows pages as a browser does."""

    async def show(self, site: str, answer: Answer, own: Callable[[str], bool]) -> Shown:
        """What stands in the browser when that page of a site is opened; raises ``NotShown``."""
        ...

    async def log_in(self, login: FormLogin) -> str:
        """The cookies that a login's form gives; raises ``NotShown``."""
        ...


def _here(given: Hints) -> PageReader:
    """Read pages in this process."""

    async def reader(body: bytes, url: str, content_type: str | None) -> Page:
        return read.read(body, url=url, content_type=content_type, hints=given)

    return reader


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a look is made with: the way out, who reads a site's pages, who is told, what is set when somebody wants the end now, the
    seconds before further tries of what failed, and the browser for sites that want one. Wired by ``equipped``."""

    door: WayOut
    readers: Callable[[Hints], PageReader] = _here
    progress: Progress = field(default_factory=Silent)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    delays: Sequence[float] = DELAYS
    browser: Browsing | None = None


@dataclass(frozen=True, slots=True)
class Wants:
    """What is to be looked at: ``sites`` (None: all of the config), and ``also``: further pages, each with the name of its site. They are
    read too, and nothing is incomplete when they cannot be. ``today`` ends the link rules that are past their ``until``. Without ``facts``
    pages are read for their links only: for a look that nothing is remembered of."""

    sites: tuple[Site, ...] | None = None
    also: Mapping[str, str] = field(default_factory=dict)
    today: dt.date | None = None
    facts: bool = True


EVERYTHING = Wants()


def _nothing(url: str) -> None:
    """Nothing is known of any address."""
    del url


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier looks remember, and whether this one is remembered in turn.

    ``known(url)`` gives what is remembered of a page, ``trusted(url)`` a visit that is still believed; ``waits`` says for how many seconds
    yet addresses are left alone, as their servers asked. ``now`` is the time at which the look begins, for one whose visits are kept: then
    they know until when a server asked us to wait.
    """

    known: Callable[[str], Known | None] = _nothing
    trusted: Callable[[str], Visit | None] = _nothing
    waits: Mapping[str, float] = field(default_factory=dict)
    now: dt.datetime | None = None


NOTHING = Memory()
