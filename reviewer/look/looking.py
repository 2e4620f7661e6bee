"""Crawl and visit at once: all sites, all their pages, every link once. The only caller of the two."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from reviewer import __version__, read, urls, verdicts
from reviewer.fetch import ORIGIN, Fetching, FolderDoor
from reviewer.look.crawl import Crawl, Reading, Robots
from reviewer.look.visit import DELAYS, Sheets, Visits
from reviewer.model import FEED, Known, Looked, Page, PageState, Unsure, Visit
from reviewer.read import Hints
from reviewer.settings import Config, Site

TROUBLED = 20
"""Pages that were read in part only and are named in the notes; the others are counted."""


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


class Door(Fetching, Robots, Protocol):
    """The door to the network, as far as a look needs it."""


def hints(config: Config, site: Site) -> Hints:
    """What the settings tell the readers about one site."""
    return Hints(
        date_order=site.date_order, language=site.language, labels=config.wording.labels, links=config.network.limits.links_per_page
    )


def reading_version(config: Config) -> str:
    """Names what reads pages: the version, the formats and readers of facts that are installed, and what of the config changes what is
    read. Facts that were read under another name are read anew."""
    given = [read.readers(), *((site.name, hints(config, site)) for site in config.sites)]
    return f"{__version__}/{hashlib.sha256(repr(given).encode()).hexdigest()[:16]}"


def _here(given: Hints) -> Reading:
    """Read pages in this process."""

    async def reading(body: bytes, url: str, content_type: str | None) -> Page:
        return read.read(body, url=url, content_type=content_type, hints=given)

    return reading


async def look(
    config: Config,
    door: Door,
    *,
    sites: Sequence[Site] | None = None,
    known: Callable[[str], Known | None] = lambda _: None,
    progress: Progress | None = None,
    today: dt.date | None = None,
    now: dt.datetime | None = None,
    stop: asyncio.Event | None = None,
    trusted: Callable[[str], Visit | None] = lambda _: None,
    reading: Callable[[Hints], Reading] = _here,
    delays: Sequence[float] = DELAYS,
    also: Mapping[str, str] | None = None,
) -> Looked:
    """Look at ``sites`` (default: all in the config) and return what was found.

    ``also`` maps further pages to the name of their site: they are read too, and nothing is incomplete when they cannot be.
    ``known(url)`` gives what is remembered of a page, ``trusted(url)`` a visit that is still believed; ``today`` ends link rules that are
    past their ``until``; ``now`` is the time at which the look begins, for one whose visits are kept: then they know until when a server
    asked us to wait; ``reading`` makes the reader of a site's pages. When ``stop`` is set, or the task is cancelled, what is known
    by then comes back with ``interrupted`` set. A style sheet of ours that a page loads is among the pages, with its references as links.
    """
    told = progress or Silent()
    rules = [rule for rule in config.link_rules if today is None or rule.until is None or rule.until >= today]
    crawls: list[Crawl] = []

    def owner(url: str) -> Crawl:
        return next(crawl for crawl in crawls if crawl.owns(url))

    async def read_sheet(body: bytes, url: str, content_type: str | None) -> Page:
        return await owner(url).read(body, url, content_type)

    def loads(sheet: Page) -> None:
        for link in sheet.links:
            if link.url is not None and verdicts.beforehand(link) is None:
                visits.ask(urls.without_fragment(link.url))

    began = time.monotonic()

    def moment(start: dt.datetime) -> Callable[[float], dt.datetime]:
        return lambda seconds: start + dt.timedelta(seconds=round(time.monotonic() - began + seconds))

    def believed(url: str) -> Visit | None:
        visit = trusted(url)
        return None if url in config.network.canaries and not isinstance(visit, Unsure) else visit

    sheets = Sheets(known, read_sheet, loads)
    visits = Visits(
        door,
        config.network,
        own=lambda url: any(crawl.owns(url) for crawl in crawls),
        told=told,
        rules=rules,
        watch=config.watch_targets,
        trusted=believed,
        sheets=sheets,
        moment=None if now is None else moment(now),
        delays=delays,
    )

    def handed(site: Site) -> Callable[[Page, int], None]:
        def one(page: Page, depth: int) -> None:
            told.page(page.url)
            for link in page.links:
                if link.url is None:
                    continue
                url = urls.without_fragment(link.url)
                if visits.has(url):  # most links stand on many pages
                    continue
                if link.attribute == FEED:
                    any(crawl.offer(link, depth + 1) for crawl in crawls)
                    continue
                if verdicts.beforehand(link) is not None:
                    continue
                if any(crawl.offer(link, depth + 1) for crawl in crawls):
                    continue
                why = next((why for crawl in crawls if (why := crawl.cut(url))), None)
                if why:
                    visits.leave(url, why)
                elif site.links:
                    visits.ask(url)

        return one

    for site in config.sites if sites is None else sites:
        given = reading(hints(config, site))
        more = tuple(url for url, name in (also or {}).items() if name == site.name)
        crawls.append(Crawl(site, visits, door, config.network.limits, given, known, handed(site), also=more))
    for crawl in crawls:
        crawl.begin()
    for canary in config.network.canaries:
        visits.ask(canary)
    interrupted = await _finish(visits, stop)
    for crawl in crawls:
        crawl.join()
    notes = [note for crawl in crawls for note in crawl.notes] + visits.troubles
    pages = sheets.pages | {url: page for crawl in reversed(crawls) for url, page in crawl.pages.items()}
    troubled = [f"{url}: {page.trouble}." for url, page in pages.items() if page.state is PageState.READ and page.trouble]
    notes += troubled[:TROUBLED] + [f"{len(troubled) - TROUBLED} more pages were read in part only."] * (len(troubled) > TROUBLED)
    notes += [
        f"The link rule {rule.pattern} ({rule.reason}; {rule.by or 'nobody'} said so) ended on {rule.until}: decide about it anew."
        for rule in config.link_rules
        if rule not in rules
    ]
    incomplete = [line for crawl in crawls for line in crawl.incomplete]
    incomplete += [f"{crawl.site.name}: no page could be read." for crawl in crawls if not interrupted and crawl.empty]
    return Looked(
        pages=pages,
        site_of={url: owner(url).site.name for url in sheets.pages}
        | {url: crawl.site.name for crawl in reversed(crawls) for url in crawl.pages},
        visits=visits.results(),
        known=sheets.known | {url: item for crawl in reversed(crawls) for url, item in crawl.known.items()},
        notes=tuple(notes),
        incomplete=tuple(incomplete),
        interrupted=interrupted,
    )


async def look_at_folder(
    path: Path,
    config: Config,
    *,
    door: Door | None = None,
    progress: Progress | None = None,
    today: dt.date | None = None,
    stop: asyncio.Event | None = None,
    reading: Callable[[Hints], Reading] = _here,
    max_pages: int | None = None,
) -> Looked:
    """Look at a built site on disk: every page and document below ``path``, its own links resolved inside the folder.

    A page's URL is ``https://folder.invalid/`` and its path. Links elsewhere are visited only when there is a ``door``; at most
    ``max_pages`` are read. The rest is as for ``look``.
    """
    folder = FolderDoor(path, door)
    pages = folder.pages()
    if not pages:
        return Looked({}, {}, {}, incomplete=(f"{path}: there is no page in this folder (no .html, .pdf or .docx file).",))
    site = Site(name=str(path), start=pages, sitemap=False, follow=False, max_pages=max_pages)
    return await look(config, folder, sites=(site,), progress=progress, today=today, stop=stop, reading=reading)


def files(looked: Looked) -> dict[str, str]:
    """The file of each page that was read from a folder, by the page's URL, for those who edit files."""
    return {
        url: (Path(folder) / urls.decoded(urls.path(url)).lstrip("/")).as_posix()
        for url, folder in looked.site_of.items()
        if urls.origin(url) == ORIGIN
    }


async def _finish(visits: Visits, stop: asyncio.Event | None) -> bool:
    """Wait for the end, or for somebody who wants it now; whether somebody did."""
    done = asyncio.create_task(visits.finish())
    stopped = asyncio.create_task(stop.wait()) if stop is not None else None
    try:
        await asyncio.wait({task for task in (done, stopped) if task is not None}, return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()
        await visits.stop()
        return True
    finally:
        if stopped is not None:
            stopped.cancel()
    if not done.done():
        await visits.stop()
        await done
        return True
    await done
    return False
