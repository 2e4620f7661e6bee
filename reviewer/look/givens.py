"""What a look is given: what it is made with, what is wanted of it, what earlier looks remember, and who is told how it goes."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reviewer import read
from reviewer.browse import Shown
from reviewer.fetch import Fetching, Manner, Turn
from reviewer.look.crawl import PageReader, Robots
from reviewer.look.visit import DELAYS
from reviewer.model import Answer, Known, Link, Page, Visit
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


class Journal(Protocol):
    """Who is told what a part of a look finds, as it finds it, so that a part that is made again begins where the first one was."""

    def page(self, found: Found) -> None:
        """A page was read."""
        ...

    def visited(self, url: str, visit: Visit) -> None:
        """An address was visited, or is left alone."""
        ...

    def elsewhere(self, offered: Offered) -> None:
        """A link leads to a host that another part asks."""
        ...

    def manners(self, said: Mapping[str, Manner]) -> None:
        """What the hosts said that holds for the next one who asks them: whenever one says something, and when the part ends."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A page that was read: of which site, at which address it was asked for, with what is known of its bytes, so many links away from the
    start."""

    site: str
    asked: str
    page: Page
    known: Known | None
    depth: int


@dataclass(frozen=True, slots=True)
class Offered:
    """A link (without fragment) that one part of a look found and another part asks. ``asked``: it is visited also when it is no page of a
    site of ours."""

    link: Link
    depth: int
    asked: bool = True

    @property
    def url(self) -> str:
        """The address."""
        return self.link.url or ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a look that several processes make together.

    ``homes`` are the hosts (``urls.site_key``) of all our sites, those of this part included. ``pages`` and ``visits`` are what an earlier
    try of this part found: they are taken as they are, and none is asked again. ``begins``: from the start pages and sitemaps; a part that
    is looked at once more, for what other parts ``offered``, does not. ``journal`` is told of everything. ``manners`` are what hosts said
    to other parts; ``turn`` tells when it is our turn at a host that other parts may be led to.
    """

    homes: frozenset[str]
    journal: Journal
    begins: bool = True
    pages: Sequence[Found] = ()
    visits: Mapping[str, Visit] = field(default_factory=dict)
    offered: Sequence[Offered] = ()
    manners: Mapping[str, Manner] = field(default_factory=dict)
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Wants:
    """What is to be looked at: ``sites`` (None: all of the config), and ``also``: further pages, each with the name of its site. They are
    read too, and nothing is incomplete when they cannot be. ``today`` ends the link rules that are past their ``until``. Without ``facts``
    pages are read for their links only: for a look that nothing is remembered of. ``part``: it is one part of a look only."""

    sites: tuple[Site, ...] | None = None
    also: Mapping[str, str] = field(default_factory=dict)
    today: dt.date | None = None
    facts: bool = True
    part: Part | None = None


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
