"""A site to its pages: from the start pages along links, sitemaps and feeds, within bounds; what was cut is said in the notes."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace

from reviewer import urls, verdicts
from reviewer.look.crawl import packed
from reviewer.look.crawl.addresses import other_addresses, own_address
from reviewer.look.crawl.in_browser import Shows
from reviewer.look.crawl.maps import sitemap
from reviewer.look.crawl.one_page import DOCUMENT, OnePage
from reviewer.look.crawl.traps import Traps, plain
from reviewer.look.crawl.ways import PageReader, Robots, Ways
from reviewer.model import Answer, Known, Link, Moved, Page, PageState, Reason, Unsure, Visit, Works
from reviewer.settings import Limits, Site

SITEMAPS = 50
"""Most sitemaps of one site that are read."""

SAMPLE = 5
"""How many of the addresses that are cut for one reason are still visited as links; the others are left alone."""

HELD = 5000
"""Addresses that are cut for one reason and are kept in mind, so that each counts once; of further ones nothing is kept, and the note says
that there are more."""

_CHUNK = 500
"""Addresses of a sitemap that are taken in one go, in some 10 ms; then whatever else is due has its turn."""

_NO_PAGE = re.compile(
    r"\.(?:xlsx?|pptx?|od[tsp]|rtf|csv|zip|gz|tgz|7z|rar|epub|mp[34]|m4[av]|mov|avi|webm|ogg|wav|jpe?g|png|gif|svg|webp|avif|ico|bmp|tiff?"
    r"|css|m?js|json|woff2?|ttf|otf|eot|exe|dmg|msi|apk|ics|vcf|txt)$",
    re.IGNORECASE,
)
_LEADS_TO_PAGES = frozenset({"a", "area", "iframe", "frame", "link", "meta"})
_STATES = {
    Reason.NOT_FOUND: PageState.NOT_FOUND,
    Reason.GONE: PageState.NOT_FOUND,
    Reason.SOFT_404: PageState.NOT_FOUND,
    Reason.REDIRECT_TO_BROKEN: PageState.NOT_FOUND,
    Reason.FORBIDDEN: PageState.FORBIDDEN,
    Reason.LOGIN: PageState.FORBIDDEN,
    Reason.BOT_WALL: PageState.FORBIDDEN,
    Reason.ROBOTS: PageState.ROBOTS,
    Reason.TOO_LARGE: PageState.TOO_LARGE,
    Reason.TIMEOUT: PageState.TOO_SLOW,
}


@dataclass(frozen=True, slots=True)
class Offered:
    """What came of a link that was offered to a crawl: it reads the page (``taken``), or it says why the address is not even visited as a
    link (``left_alone``): a site without end has links without end, so only the first few that are cut for one reason are. Or neither."""

    taken: bool = False
    left_alone: str | None = None


TAKEN = Offered(taken=True)
NO_PAGE = Offered()


def _nobody() -> None:
    """Nobody is told."""


def _nowhere(asked: str, page: Page, depth: int) -> None:
    """Nobody writes it down."""


@dataclass
class Crawl:
    """The crawl of one site. ``pages``, ``known``, ``notes`` and ``incomplete`` fill while it goes on.

    ``also`` are pages that were read before and may be linked from nowhere now: they are looked at, and are no start pages.
    ``handed(page, depth)`` is told of each page that was read, so many links away from the start: its links are offered to all crawls.
    ``moved`` is told when the site turns out to be on one more host, ``written`` of each page before its links are handed on, with the
    address at which it was asked for. ``shows`` shows pages in a browser, for a site that wants it.
    """

    site: Site
    ways: Ways
    door: Robots
    limits: Limits
    read: PageReader
    remembered: Callable[[str], Known | None]
    handed: Callable[[Page, int], None]
    also: tuple[str, ...] = ()
    moved: Callable[[], None] = _nobody
    written: Callable[[str, Page, int], None] = _nowhere
    shows: Shows | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    incomplete: list[str] = field(default_factory=list)
    _cut: Counter[str] = field(default_factory=Counter)
    _refusals: dict[str, str] = field(default_factory=dict)
    _sampled: set[str] = field(default_factory=set)
    _first: dict[str, str] = field(default_factory=dict)
    _keys: set[str] = field(default_factory=set)
    starts: set[str] = field(default_factory=set)
    _reserved: int = 0
    _maps: set[str] = field(default_factory=set)
    _own_address: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._traps = Traps(self.limits.variants)
        self._most = self.site.max_pages or self.limits.pages_per_site
        self._depth = self.limits.depth if self.site.max_depth is None else self.site.max_depth
        for start in self.site.start:
            if found := urls.resolve(start):
                self._keys.add(urls.site_key(found))

    @property
    def notes(self) -> tuple[str, ...]:
        """What was cut, in sentences for the admin."""
        told = ((f"more than {HELD}" if count > HELD else str(count), why) for why, count in sorted(self._cut.items()) if count)
        return tuple(f"{self.site.name}: {many} addresses were not read: {why}." for many, why in told)

    @property
    def empty(self) -> bool:
        """Whether no page was read and nothing else says so yet."""
        return not self.incomplete and not any(page.state is PageState.READ for page in self.pages.values())

    def begin(self, *, maps: bool = True) -> None:
        """Put the start pages and the sitemaps in their queues; without ``maps`` the sitemaps are left out."""
        for start in self.site.start:
            url = urls.resolve(start)
            if url is None or not urls.is_web(url):
                self.incomplete.append(f"{self.site.name}: the start page {start} is not an address of the web.")
                continue
            url = urls.without_fragment(url)
            self.starts.add(url)
            self._add(url, 0)
            if maps and self.site.sitemap and self.site.follow:
                self.ways.turn(url, self._robots_maps(urls.origin(url)))
        for url in self.also:
            self._add(url, 0)

    @property
    def hosts(self) -> set[str]:
        """The hosts of all addresses that this crawl may take, list or refuse: its own, and those of the further pages."""
        return self._keys | {urls.site_key(url) for url in self.also}

    def owns(self, url: str) -> bool:
        """Whether an address is on this site's host, whether or not its pages are read."""
        return urls.site_key(url) in self._keys

    def within(self, url: str) -> bool:
        """Whether the site's settings make this address one of its pages."""
        if not self.owns(url) or any(urls.matches(pattern, url) for pattern in self.site.skip):
            return False
        return url in self.starts or not self.site.within or any(urls.matches(pattern, url) for pattern in self.site.within)

    def offer(self, link: Link, depth: int) -> Offered:
        """Take a link that leads to a page of this site, which is so many links away from the start."""
        url = urls.without_fragment(link.url or "")
        leads = self.site.follow and link.element in _LEADS_TO_PAGES and link.attribute != "post" and self.within(url)
        offer = self._add(url, depth) if leads else NO_PAGE
        if offer.taken or url in self._sampled:
            return TAKEN if offer.taken else NO_PAGE
        return Offered(left_alone=self._refusals.get(plain(url)) or offer.left_alone)

    def _add(self, url: str, depth: int) -> Offered:
        """Queue an address, once. One that may act is read only when it is a start page."""
        path = urls.path(url)
        if url not in self.starts and (_NO_PAGE.search(path) or (DOCUMENT.search(path) and not self.site.documents)):
            return NO_PAGE
        key = plain(url)
        first = self._first.get(key)
        if first is not None:
            if first != url:
                self.ways.alias(url, first)
            return TAKEN
        if url not in self.starts and verdicts.acts(url):
            return NO_PAGE
        if depth > self._depth:
            return self._refused(url, key, f"more than {self._depth} links away from the start")
        if self._reserved >= self._most:
            return self._refused(url, key, self._full)
        if url not in self.starts and (why := self._traps.objection(key)):
            return self._refused(url, key, why)
        if not self.ways.claim(url):
            return NO_PAGE
        if key in self._refusals:  # too far from the start by the way that was found first
            self._cut[self._refusals.pop(key)] -= 1
        self._first[key] = url
        self._reserved += 1
        self.ways.turn(url, OnePage(self, url, depth).once)
        return TAKEN

    def _refused(self, url: str, key: str, why: str) -> Offered:
        """Count an address that is cut, once, however many pages link to it. Not all of them are kept in mind."""
        refused = Offered(left_alone=why)
        if key in self._refusals or self._cut[why] > HELD:
            return refused
        self._cut[why] += 1
        if self._cut[why] <= SAMPLE:
            self._sampled.add(url)
        if self._cut[why] <= HELD:
            self._refusals[key] = why
        return refused

    @property
    def _full(self) -> str:
        """What is said of pages beyond the number that is read."""
        return f"more than {self._most} pages"

    # --- what the site lists -------------------------------------------------------------------------------------

    def _robots_maps(self, origin: str) -> Callable[[], Awaitable[float | None]]:
        async def job() -> None:
            named = await self.door.sitemaps(origin, own=True)
            for found in named or (f"{origin}/sitemap.xml",):
                self._map(found)

        return job

    def _map(self, address: str) -> None:
        """Read a sitemap of the site's own hosts, once."""
        if len(self._maps) >= SITEMAPS:
            return
        url = urls.resolve(address)
        if url is None or verdicts.acts(url) or not self.owns(url) or url in self._maps:
            return
        self._maps.add(url)

        async def job() -> None:
            fetched, _ = await self.ways.open(url, cap=self.limits.document_bytes, robots=False)
            if isinstance(fetched, Answer) and fetched.status == 200:
                pages, maps = sitemap(fetched.body)
                for found in maps:
                    self._map(found)
                await self.listed(pages, url, 1)

        self.ways.turn(url, job)

    async def listed(self, addresses: Iterable[str], base: str, depth: int) -> None:
        """Take the pages that a sitemap or feed lists; when no more are read or counted, its further ones are left alone."""
        for number, address in enumerate(addresses, 1):
            if self._reserved >= self._most and self._cut[self._full] > HELD:
                return
            url = urls.resolve(address, base)
            if url and urls.is_web(url) and self.within(urls.without_fragment(url)):
                self._add(urls.without_fragment(url), depth)
            if number % _CHUNK == 0:
                await asyncio.sleep(0)

    # --- what robots.txt closes ----------------------------------------------------------------------------------

    def shut(self, url: str, final: str, visit: Visit) -> None:
        """robots.txt keeps us from an address. Ours holds for links too; that of another site, where a redirect leads, speaks to crawls,
        and one visit to a link is none."""
        if self.owns(final):
            self.ways.settle(url, visit)
        else:
            self.ways.release(url)

    # --- one page ------------------------------------------------------------------------------------------------

    def adopt(self, url: str) -> None:
        """A start page leads to another host: the site is there."""
        self.starts.add(url)
        host = urls.site_key(url)
        if host not in self._keys:
            self._keys.add(host)
            self.moved()

    def keep(self, asked: str, page: Page, depth: int) -> None:
        """Keep a page that was read, once, and hand its links on."""
        if page.url in self.pages:
            return
        self._first.setdefault(plain(page.url), asked)
        self.written(asked, page, depth)
        if (own := own_address(page) or urls.folder(page.url)) is not None and self.owns(own):
            self._own_address[page.url] = own
        kept = packed.kept(page, len(self.pages))
        self.pages[page.url] = kept
        if kept is not page and (known := self.known.get(page.url)):
            self.known[page.url] = replace(known, page=kept)
        self.handed(page, depth)

    def again(self, asked: str, page: Page, known: Known | None, depth: int) -> None:
        """Take a page as an earlier try of this crawl kept it, and hand its links on; nothing is asked."""
        self._first.setdefault(plain(asked), asked)
        self._reserved += 1
        if known is not None:
            self.known[page.url] = known
        if asked in self.starts and page.state is PageState.READ:
            self.adopt(page.url)
        if page.state is PageState.READ:
            self.keep(asked, page, depth)
        else:
            self.pages.setdefault(page.url, page)

    def join(self) -> None:
        """Leave out the pages that are other addresses of pages that were read: they say so themselves (rel=canonical), on the same site,
        in one step, and what they say is the same. One that the state or the config knows stays, *skipped*: nobody waits for it."""
        hashes = {url: known.body_hash for url, known in self.known.items()}
        for url, own in other_addresses(self.pages, self._own_address, hashes).items():
            del self.pages[url]
            self.known.pop(url, None)
            if url in self.starts or self.remembered(url) is not None:
                self.pages[url] = Page(url, state=PageState.SKIPPED, trouble=f"another address of {own}")

    def lack(self, says: str) -> None:
        """Something that the site's pages need is not there; told once."""
        line = f"{self.site.name}: {says}."
        if line not in self.incomplete:
            self.incomplete.append(line)

    def lost(self, asked: str, final: str, visit: Visit) -> None:
        """A page could not be read: it is kept with its state when it is a start page or was read before, under its own address, wherever
        that leads. One that leads to where nobody asked is left out, and not missing."""
        state = _STATES.get(visit.reason, PageState.UNREACHABLE)
        trouble = visit.evidence.detail if not isinstance(visit, Works | Moved) and hasattr(visit, "evidence") else None
        if isinstance(visit, Unsure) and visit.waits:
            state = PageState.WAITING
        if visit.reason is Reason.NOT_ASKED:
            state, trouble = PageState.SKIPPED, f"it leads to {final}, which is not asked for"
        known = self.remembered(asked)
        if asked in self.starts or asked in self.also or (known is not None and not known.page.sheet):
            self.pages.setdefault(asked, Page(asked, state=state, trouble=trouble or visit.reason.value.replace("_", " ")))
        if asked in self.starts and state is not PageState.SKIPPED:
            self.incomplete.append(f"{self.site.name}: the start page {asked} could not be read ({trouble or visit.reason.value}).")
