"""Crawl and visit at once: all sites, all their pages, every link once. The only caller of the two."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import time
from collections import defaultdict
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reviewer import __version__, read, urls, verdicts
from reviewer.browse import NotShown, Shown
from reviewer.fetch import INDEXES, ORIGIN, FolderDoor
from reviewer.look.crawl import Crawl, Homes, Shows
from reviewer.look.givens import EVERYTHING, NOTHING, Equipment, Found, Memory, Offered, Wants
from reviewer.look.visit import Sheets, Visits
from reviewer.model import FEED, Answer, Link, Looked, Page, PageState, Region, Unsure, Visit
from reviewer.read import Hints
from reviewer.settings import Config, LinkRule, Site

TROUBLED = 20
"""Pages that were read in part only and are named in the notes; the others are counted."""


def hints(config: Config, site: Site) -> Hints:
    """What the settings tell the readers about one site."""
    return Hints(
        date_order=site.date_order, language=site.language, labels=config.wording.labels, links=config.network.limits.links_per_page
    )


def reading_version(config: Config) -> str:
    """Names what reads pages: the version, the formats and readers of facts that are installed, and what of the config changes what is
    read. Facts that were read under another name are read anew."""
    given = [read.readers(), *((site.name, site.browser, hints(config, site)) for site in config.sites)]
    return f"{__version__}/{hashlib.sha256(repr(given).encode()).hexdigest()[:16]}"


async def look(config: Config, equipment: Equipment, wants: Wants = EVERYTHING, memory: Memory = NOTHING) -> Looked:
    """Look at the sites that are wanted, and return what was found.

    When ``equipment.stop`` is set, or the task is cancelled, what is known by then comes back with ``interrupted`` set. A style sheet of
    ours that a page loads is among the pages, with its references as links.
    """
    return await _Look(config, equipment, wants, memory).made()


class _Look:
    """One look while it goes on: the crawls find pages and hand their links on, the visits ask each address once."""

    def __init__(self, config: Config, equipment: Equipment, wants: Wants, memory: Memory) -> None:
        equipment.door.wait(memory.waits)
        self._config = config
        self._equipment = equipment
        self._memory = memory
        self._part = part = wants.part
        self._rules = standing(config, wants.today)
        self._sheets = Sheets(memory.known, self._read_sheet, self._loaded, self._sheet_read)
        self._visits = Visits(
            equipment.door,
            config.network,
            own=self._is_ours,
            told=equipment.progress,
            rules=self._rules,
            watch=config.watch_targets,
            trusted=self._believed,
            sheets=self._sheets,
            facts=wants.facts,
            today=wants.today,
            reads=equipment.readers(Hints(beginning=True)),
            moment=None if memory.now is None else partial(_moment, memory.now, time.monotonic()),
            delays=equipment.delays,
            made=part.visits if part else {},
            written=part.journal.visited if part else lambda *_: None,
        )
        also: dict[str, list[str]] = defaultdict(list)
        for url, name in wants.also.items():
            also[name].append(url)
        self._crawls = [
            Crawl(
                site,
                self._visits,
                equipment.door,
                config.network.limits,
                equipment.readers(given),
                memory.known,
                partial(self._handed, site),
                also=tuple(also.get(site.name, ())),
                moved=self._moved,
                written=partial(self._written, site),
                shows=self._shows(site, given),
            )
            for site in (config.sites if wants.sites is None else wants.sites)
            for given in (replace(hints(config, site), facts=wants.facts),)
        ]
        self._homes = Homes(self._crawls)

    def _shows(self, site: Site, given: Hints) -> Shows | None:
        """Who shows the pages of a site in a browser, and reads them there; None when it is to be read without one."""
        browser = self._equipment.browser
        if site.browser == "never" or browser is None:
            return None

        async def show(answer: Answer) -> Shown:
            return await browser.show(site.name, answer, self._is_ours)

        return Shows(show, self._equipment.readers(replace(given, shown=True)))

    async def made(self) -> Looked:
        """Crawl and visit to the end, or until somebody wants it now."""
        part = self._part
        if self._config.network.logins:
            await _unless(self._equipment.stop, self._log_in())
        for crawl in self._crawls:
            crawl.begin(maps=part is None or part.begins)
        if part is not None:
            self._resume(part.pages, part.offered)
        else:
            for canary in self._config.network.canaries:
                self._visits.ask(canary)
        interrupted = await _finish(self._visits, self._equipment.stop)
        for crawl in self._crawls:
            crawl.join()
        backwards, sheets = self._crawls[::-1], self._sheets  # of a page that two crawls read, the first says what is kept
        pages = sheets.pages | {url: page for crawl in backwards for url, page in crawl.pages.items()}
        incomplete = [line for crawl in self._crawls for line in crawl.incomplete]
        incomplete += [f"{crawl.site.name}: no page could be read." for crawl in self._crawls if not interrupted and crawl.empty]
        return Looked(
            pages=pages,
            site_of={url: self._owner(url).site.name for url in sheets.pages}
            | {url: crawl.site.name for crawl in backwards for url in crawl.pages},
            visits=self._visits.results(),
            known=sheets.known | {url: item for crawl in backwards for url, item in crawl.known.items()},
            notes=(*self._said(), *(() if part else notes(pages, self._config, self._rules))),
            incomplete=tuple(incomplete),
            interrupted=interrupted,
        )

    async def _log_in(self) -> None:
        """Log in where a form of the settings stands before one of the sites, once. Who is not let in is told, and reads what is open."""
        browser = self._equipment.browser
        for login in self._config.network.logins:
            behind = [crawl for crawl in self._crawls if any(urls.origin(start) == login.origin for start in crawl.site.start)]
            if not behind or browser is None:
                continue
            try:
                self._equipment.door.sign_in(login.origin, await browser.log_in(login))
            except NotShown as error:
                for crawl in behind:
                    crawl.lack(f"the login {login.name} did not work: {error}")

    def _said(self) -> Iterator[str]:
        """What the crawls and the visits tell the admin."""
        for crawl in self._crawls:
            yield from crawl.notes
        yield from self._visits.troubles

    # --- a part of a look -------------------------------------------------------------------------------------------

    def _resume(self, pages: Sequence[Found], offered: Sequence[Offered]) -> None:
        """Take what an earlier try of this part found, and what other parts offered."""
        crawls = {crawl.site.name: crawl for crawl in self._crawls}
        for found in pages:
            if found.page.sheet:
                self._sheets.again(found.page, found.known)
            elif found.site in crawls:
                crawls[found.site].again(found.asked, found.page, found.known, found.depth)
        for each in offered:
            self._hand(each.link, each.depth, asked=each.asked)

    def _written(self, site: Site, asked: str, page: Page, depth: int) -> None:
        """A crawl keeps a page: it is written down, when somebody does."""
        if self._part is not None:
            crawl = next(crawl for crawl in self._crawls if crawl.site is site)
            self._part.journal.page(Found(site.name, asked, page, crawl.known.get(page.url), depth))

    def _sheet_read(self, sheet: Page) -> None:
        """The same for a style sheet of ours."""
        if self._part is not None:
            owner = self._owner(sheet.url).site.name
            self._part.journal.page(Found(owner, sheet.url, sheet, self._sheets.known.get(sheet.url), 0))

    def _is_elsewhere(self, url: str) -> bool:
        """Whether another part of the look asks this address."""
        return self._part is not None and bool(self._crawls) and not any(self._homes.owning(url))

    def _elsewhere(self, link: Link, depth: int, *, asked: bool = True) -> None:
        """Hand a link to the part of the look that asks its host."""
        if self._part is not None:
            self._part.journal.elsewhere(Offered(link, depth, asked))

    # --- what the crawls, the visits and the style sheets ask of each other ----------------------------------------

    def _is_ours(self, url: str) -> bool:
        """Whether an address is on the host of one of the sites."""
        return any(self._homes.owning(url)) or (self._part is not None and urls.site_key(url) in self._part.homes)

    def _owner(self, url: str) -> Crawl:
        """The crawl on whose host an address of ours is; in a part of a look, where a redirect led to another part's, the first one."""
        return next(self._homes.owning(url), self._crawls[0])

    def _moved(self) -> None:
        """A site turned out to be on one more host."""
        self._homes.renew()

    async def _read_sheet(self, body: bytes, url: str, content_type: str | None) -> Page:
        """Read a style sheet as the pages of its site are."""
        return await self._owner(url).read(body, url, content_type)

    def _loaded(self, sheet: Page) -> None:
        """A style sheet was read: visit what it loads."""
        for link in sheet.links:
            if link.url is None or verdicts.beforehand(link) is not None:
                continue
            if self._is_elsewhere(url := urls.without_fragment(link.url)):
                self._elsewhere(link, 0)
            else:
                self._visits.ask(url)

    def _believed(self, url: str) -> Visit | None:
        """A visit of an earlier run that is still believed. What a canary said is not: it is asked how things are now."""
        visit = self._memory.trusted(url)
        return None if url in self._config.network.canaries and not isinstance(visit, Unsure) else visit

    def _handed(self, site: Site, page: Page, depth: int) -> None:
        """A page was read: its links become pages of a crawl, or visits, or neither."""
        self._equipment.progress.page(page.url)
        for link in page.links:
            if link.url is None:
                continue
            if self._visits.has(urls.without_fragment(link.url)):  # most links stand on many pages
                continue
            if link.attribute == FEED or verdicts.beforehand(link) is None:
                self._hand(link, depth + 1, asked=site.links and link.attribute != FEED)

    def _hand(self, link: Link, depth: int, *, asked: bool) -> None:
        """A link that is so many links away from a start becomes a page of a crawl, is handed to another part of the look, or is visited
        when it is to be ``asked``."""
        url = urls.without_fragment(link.url or "")
        if self._is_elsewhere(url):
            self._elsewhere(link, depth, asked=asked)
            return
        left_alone: str | None = None
        for crawl in self._homes.near(url):
            offer = crawl.offer(link, depth)
            if offer.taken:
                return
            left_alone = left_alone or offer.left_alone
        if left_alone:
            self._visits.leave(url, left_alone)
        elif asked:
            self._visits.ask(url, content=link.element == "a" and link.region is Region.MAIN)


def standing(config: Config, today: dt.date | None) -> list[LinkRule]:
    """The link rules that stand on a day: those that are not past their ``until``."""
    return [rule for rule in config.link_rules if today is None or rule.until is None or rule.until >= today]


def notes(pages: Mapping[str, Page], config: Config, rules: Sequence[LinkRule]) -> Iterator[str]:
    """What the admin is told of a whole look: pages that were read in part only, and rules that do not stand any more."""
    troubled = [f"{url}: {page.trouble}." for url, page in pages.items() if page.state is PageState.READ and page.trouble]
    yield from troubled[:TROUBLED]
    if len(troubled) > TROUBLED:
        yield f"{len(troubled) - TROUBLED} more pages were read in part only."
    for rule in config.link_rules:
        if rule not in rules:
            said = f"{rule.reason}; {rule.by or 'nobody'} said so"
            yield f"The link rule {rule.pattern} ({said}) ended on {rule.until}: decide about it anew."


def _moment(start: dt.datetime, began: float, seconds: float) -> dt.datetime:
    """What time it will be in so many seconds, for a look that began at ``start``, when the clock of the machine stood at ``began``."""
    return start + dt.timedelta(seconds=round(time.monotonic() - began + seconds))


async def look_at_folder(
    folder: FolderDoor,
    config: Config,
    equipment: Equipment | None = None,
    *,
    today: dt.date | None = None,
    max_pages: int | None = None,
    facts: bool = True,
) -> Looked:
    """Look at a built site on disk: every page and document of the folder, its own links resolved inside it.

    A page's URL is ``https://folder.invalid``, the path below which the folder is served, and its own path. Links elsewhere are visited
    only when the folder's door has another one behind it, which is then the way out, whatever the ``equipment`` has; at most ``max_pages``
    are read, without ``facts`` for their links only. The rest is as for ``look``.
    """
    pages = folder.pages()
    if not pages:
        return Looked({}, {}, {}, incomplete=(f"{folder.path}: there is no page in this folder (no .html, .pdf or .docx file).",))
    site = Site(name=str(folder.path), start=pages, sitemap=False, follow=False, max_pages=max_pages)
    return await look(config, replace(equipment, door=folder) if equipment else Equipment(folder), Wants((site,), today=today, facts=facts))


def files(looked: Looked, bases: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """The file of each page that was read from a folder, by the page's URL, for those who edit files. ``bases`` says below which path each
    folder is served."""
    return {
        url: _file(Path(folder), urls.decoded(urls.path(url))[len(bases.get(folder, "/")) :]).as_posix()
        for url, folder in looked.site_of.items()
        if urls.origin(url) == ORIGIN
    }


def _file(folder: Path, path: str) -> Path:
    """The file behind a path in a folder; that of a folder is its index."""
    at = folder / path
    return next((at / name for name in INDEXES if (at / name).is_file()), at) if path.endswith("/") or not path else at


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do that, until somebody wants the end now."""
    done, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({done, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if done.done():
            done.result()
    finally:
        stopped.cancel()
        if not done.done():
            done.cancel()
            await asyncio.wait({done})


async def _finish(visits: Visits, stop: asyncio.Event) -> bool:
    """Wait for the end, or for somebody who wants it now; whether somebody did."""
    done = asyncio.create_task(visits.finish())
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({done, stopped}, return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()
        await visits.stop()
        return True
    finally:
        stopped.cancel()
    if not done.done():
        await visits.stop()
        await done
        return True
    await done
    return False
