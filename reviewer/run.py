"""The whole product in one short function: look, judge, settle, keep; then tell whoever is due to be told."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import __version__, checks, closing, ledger, outages, owners, read
from reviewer.checks import Context
from reviewer.crawl import Reading, packed
from reviewer.fetch import Door
from reviewer.fetch.apart import Apart, Overrun
from reviewer.loading import landed
from reviewer.look import Progress, look, look_at_folder
from reviewer.model import SHEET, Contact, Doubt, Finding, Issue, IssueState, Known, Looked, Match, Moved, Page, PageState, Visit, Works
from reviewer.read.document import Hints
from reviewer.settings import Config, Site
from reviewer.stopping import Stop
from reviewer.verdicts import Said
from reviewer.visit import LONGEST_WAIT

if TYPE_CHECKING:  # a look that keeps nothing and tells nobody needs neither the database nor the templates (docs/decisions/0003)
    from reviewer.deliver import Sent
    from reviewer.store import Store
    from reviewer.tell import Telling

GONE = frozenset({PageState.NOT_FOUND})

READ_HERE = 64 * 1024
"""Bytes of HTML that are read in this process: 15 ms of CPU (bench/reading.py), and a second on pages that are made to be slow
(``tests/origin``), where starting a worker takes 200 ms."""

HTML = frozenset({"text/html", "application/xhtml+xml"})
PLAIN = HTML | {"text/plain", SHEET}
SHEET_HERE = 16
"""A style sheet makes no tree: so many times as much of it costs the same."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a look means as of a day. ``lost`` are pages whose dates went with a template, ``merged`` ids of findings that were told as
    one of the template instead; ``notes`` are for the admin; ``said`` knows what is said of each link in its place."""

    looked: Looked
    findings: tuple[Finding, ...]
    ours_down: bool = False
    lost: frozenset[str] = frozenset()
    merged: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    said: Said | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run did. ``told`` is None when no digest was due; ``sent`` when none was, or when it is the first and waits for a person.
    ``pages`` are all pages as the state has them now."""

    judged: Judged
    issues: Mapping[str, Issue]
    told: Telling | None = None
    sent: Sent | None = None
    pages: Mapping[str, Page] = field(default_factory=dict)

    @property
    def first(self) -> bool:
        """Whether the first digests of this installation are due, and wait for a person."""
        return self.told is not None and self.sent is None


def look_now(
    config: Config,
    *,
    today: dt.date,
    progress: Progress,
    stop: Stop | None = None,
    jobs: int = 1,
    also: Mapping[str, str] | None = None,
    known: Callable[[str], Known | None] = lambda _url: None,
    trusted: Mapping[str, Visit] | None = None,
    waits: Mapping[str, float] | None = None,
    now: dt.datetime | None = None,
) -> Looked:
    """Crawl all sites of the config and follow their links, once.

    ``also`` maps further pages to look at to their site's name, ``known`` gives what is remembered of a page, ``trusted`` the visits that
    are still believed, ``waits`` for how many seconds yet addresses are left alone, as their servers asked in an earlier run. ``now`` is
    the time, for who remembers what servers ask for in this one. ``stop`` ends the look early, with what is known by then. ``jobs`` is as
    for ``equipped``.
    """

    async def looking() -> Looked:
        async with equipped(config, stop=stop, jobs=jobs) as with_:
            with_.door.wait(waits or {})
            return await look(
                config,
                with_.door,
                also=also,
                known=known,
                progress=progress,
                today=today,
                now=now,
                stop=with_.stop,
                trusted=(trusted or {}).get,
                reading=with_.reading,
            )

    return asyncio.run(looking())


def look_at_folder_now(
    folder: Path,
    config: Config,
    *,
    today: dt.date,
    progress: Progress,
    stop: Stop | None = None,
    jobs: int = 1,
    links: bool = True,
    max_pages: int | None = None,
) -> Looked:
    """Look at a site on disk, once, under the limits of ``look_now``; its links to other sites are followed when ``links``."""

    async def looking() -> Looked:
        async with equipped(config, stop=stop, jobs=jobs) as with_:
            return await look_at_folder(
                folder,
                config,
                door=with_.door if links else None,
                progress=progress,
                today=today,
                stop=with_.stop,
                reading=with_.reading,
                max_pages=max_pages,
            )

    return asyncio.run(looking())


@dataclass(frozen=True, slots=True)
class Equipment:
    """What every look is made with: the way out, who reads pages, and what is set when somebody wants the end now."""

    door: Door
    reading: Callable[[Hints], Reading]
    stop: asyncio.Event


@asynccontextmanager
async def equipped(config: Config, *, stop: Stop | None, jobs: int) -> AsyncIterator[Equipment]:
    """The equipment of one look. ``jobs`` above 1 reads every page in so many worker processes; else only what is large, or no HTML, is
    read apart, so that a small site pays for none."""
    contact, limits = config.organisation.contact, config.network.limits
    halt = asyncio.Event()
    if stop is not None:
        loop = asyncio.get_running_loop()

        def halting() -> None:
            loop.call_soon_threadsafe(halt.set)

        stop.then(halting)
    async with (
        Door(config.network, contact=contact.email if contact else "", version=__version__) as door,
        Apart(seconds=limits.parse_seconds, memory=limits.parse_bytes, workers=max(1, jobs)) as apart,
    ):
        yield Equipment(door, lambda hints: reader(hints, apart, most=0 if jobs > 1 else READ_HERE), halt)


def reader(hints: Hints, apart: Apart, *, most: int) -> Callable[[bytes, str, str | None], Awaitable[Page]]:
    """Read pages: HTML of at most ``most`` bytes here, all else in a worker that is killed when it takes too long or too much memory."""

    async def reading(body: bytes, url: str, content_type: str | None) -> Page:
        kind = (content_type or "").partition(";")[0].strip().lower()
        if kind in PLAIN and len(body) <= (most * SHEET_HERE if kind == SHEET else most):
            return read.read(body, url=url, content_type=content_type, hints=hints)
        given_up: Overrun | None = None
        for reference in (False, True) if kind in HTML else (False,):  # the slow and safe parser has the last word
            try:
                return await apart.run(read.read, body, url=url, content_type=content_type, hints=hints, reference=reference)
            except Overrun as error:
                given_up = given_up or error
        state = PageState.TOO_SLOW if given_up and given_up.what == "slow" else PageState.FAILED
        return Page(url, state, content_type=content_type or "", trouble=f"Reading it was given up: {given_up}")

    return reading


def judge(
    looked: Looked,
    config: Config,
    today: dt.date,
    *,
    before: Mapping[str, Page] | None = None,
    failing_since: Mapping[str, dt.datetime] | None = None,
    now: dt.datetime | None = None,
    soften: bool = True,
) -> Judged:
    """Put every check to every page. ``before`` are the pages as they were last read, to tell a lost template from removed dates;
    ``failing_since`` and ``now`` tell a host that is down from one that is dead. Whoever looks once, and mails nobody, wants to see what
    each link said: then nothing is softened."""
    found = outages.outages(looked.visits, config.patience, canaries=config.network.canaries, failing_since=failing_since, now=now)
    if soften:
        looked = replace(looked, visits=outages.softened(looked.visits, found))
    lost = frozenset(outages.lost_dates(before or {}, looked.pages, config.patience))

    def match(contact: Contact) -> Match:
        return owners.match(contact, config.directory)

    said = Said(looked.visits, looked.pages)
    findings: list[Finding] = []
    for url, page in looked.pages.items():
        context = Context(
            today=today,
            site=config.site(looked.site_of.get(url)) or Site(looked.site_of.get(url, ""), ()),
            visits=looked.visits,
            pages=looked.pages,
            remind=config.remind,
            directory=config.directory,
            match=match,
            before=(before or {}).get(url),
            watch_targets=config.watch_targets,
            tell_silent_redirects=config.tell_silent_redirects,
            verdicts=said,
        )
        if gone_for_good(page, before, config):
            continue
        findings.extend(
            finding
            for finding in checks.ask(page, context, config.only, config.skip)
            if not (url in lost and finding.check == "review_date")
        )
    notes = [*(outages.sentences(found) if soften else ()), *looked.notes, *looked.incomplete]
    if lost:
        notes.append(
            f"{len(lost)} pages that had a review date have none now, so the template has changed. Owners are not told, and the dates that "
            "were known are kept, until there are dates again. If it is meant so: one run with `[patience] lost_dates = 1`."
        )
    told = checks.across(looked, findings)
    merged = frozenset(finding.id for finding in findings if finding.doubt is not Doubt.NEVER) - {finding.id for finding in told}
    return Judged(looked, told, found.ours, lost, merged, tuple(notes), said)


def gone_for_good(page: Page, before: Mapping[str, Page] | None, config: Config) -> bool:
    """Whether the page was taken down, as its owner was told to do: it is not found for the second time running, and is no start page."""
    was = (before or {}).get(page.url) if page.state in GONE else None
    return was is not None and was.state in GONE and not any(page.url in site.start for site in config.sites)


def held(judged: Judged, before: Mapping[str, Page]) -> Looked:
    """The look as it is kept: pages that lost their dates with a template keep the facts of before, until dates are there again."""
    lost = judged.lost
    return replace(
        judged.looked,
        pages={url: before[url] if url in lost else page for url, page in judged.looked.pages.items()},
        known={url: known for url, known in judged.looked.known.items() if url not in lost},
    )


def after(kept: Looked, before: Mapping[str, Page]) -> dict[str, Page]:
    """All pages as the state has them when the look is kept: one that could not be read has the facts of the last time it was read."""
    now = dict(before)
    for url, page in kept.pages.items():
        now[url] = page if page.state is PageState.READ else replace(before.get(url, Page(url)), state=page.state)
    return now


def read_now(judged: Judged, before: Mapping[str, Page]) -> frozenset[str]:
    """The pages whose issues this look may resolve: those that were read, and those that are gone for the second time running."""
    return frozenset(
        url
        for url, page in judged.looked.pages.items()
        if (page.state is PageState.READ and url not in judged.lost) or (page.state in GONE and url in before and before[url].state in GONE)
    )


def believed(visits: Mapping[str, Visit], before: Mapping[str, Page]) -> dict[str, Visit]:
    """The visits of earlier runs that need not be made again: the good ones, but for those of style sheets, whose insides are wanted; an
    unchanged one costs a 304. A look takes them for other sites only (``Visits``), and asks its own again."""
    good: dict[str, Visit] = {url: visit for url, visit in visits.items() if isinstance(visit, Works | Moved)}
    sheets = {url for url, page in before.items() if page.sheet}
    return {url: visit for url, visit in good.items() if landed(url, good) not in sheets} if sheets else good


def run(
    config: Config,
    store: Store,
    *,
    now: dt.datetime,
    today: dt.date,
    progress: Progress,
    digest_period: str | None = None,
    check_period: str | None = None,
    send_first: bool = False,
    stop: Stop | None = None,
    jobs: int = 1,
) -> Ran:
    """One full run: look at every site, judge, settle, keep; and when ``digest_period`` is due, tell the owners.

    The caller holds the state's lock. A run that was killed is done again as if it had never begun: everything is kept in two
    transactions, one for the look and one for the messages. The first digest of an installation is a baseline, and waits for a person
    unless ``send_first``. Raises ``StateFailed`` when the state cannot be written.
    """
    started = time.monotonic()
    number = store.begin_run("run", now=now, as_of=today)
    before, remembered, site_of = store.issues(), store.remembered(packed.kept), store.sites()
    pages = remembered.pages
    unsettled = {issue.finding.page for issue in before.values() if issue.state is not IssueState.RESOLVED}
    since = now - dt.timedelta(hours=config.network.trusted_hours)
    later = store.waiting(now, dt.timedelta(seconds=LONGEST_WAIT))
    looked = look_now(
        config,
        today=today,
        progress=progress,
        stop=stop,
        jobs=jobs,
        also={url: name for url, name in site_of.items() if url in unsettled and not pages[url].sheet},
        known=remembered.known.get,
        trusted=believed(store.visits(since, now), pages) | later,
        waits={visit.evidence.final_url or url: (visit.until - now).total_seconds() for url, visit in later.items() if visit.until},
        now=now,
    )
    judged = judge(looked, config, today, before=pages, failing_since=store.failing_since(), now=now)
    left = closing.unmended(before, judged.findings, judged.looked, before=pages, site_of=site_of, config=config, merged=judged.merged)
    issues = ledger.settle(
        before,
        judged.findings,
        read=read_now(judged, pages),
        now=now,
        today=today,
        patience=config.patience,
        ours_down=judged.ours_down,
        held=left.held,
        closed=left.closed,
    )
    whole = not looked.interrupted and not judged.ours_down
    kept = held(judged, pages)
    store.commit_look(kept, issues, run=number, now=now, period=("check", check_period or today.isoformat()) if whole else None)
    told, sent = None, None
    if digest_period and whole:
        from reviewer.tell import tell, telling, waits_for_a_person

        told = telling(config, store, now=now, today=today, notes=judged.notes)
        if send_first or not waits_for_a_person(config, store, told):
            sent = tell(config, store, told, now=now, period=digest_period, run=number, stop=lambda: bool(stop))
    outcome = "interrupted" if looked.interrupted else "incomplete" if looked.incomplete else "done"
    ended = now + dt.timedelta(seconds=time.monotonic() - started)
    store.end_run(number, outcome, now=ended, notes=judged.notes, messages=len(told.messages) if told and sent else 0)
    return Ran(judged, issues, told, sent, after(kept, pages))
