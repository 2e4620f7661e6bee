"""The whole product in one short function: look, judge, settle, keep; then tell whoever is due to be told."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewer import __version__, checks, deliver, ledger, outages, owners
from reviewer.checks import Context
from reviewer.fetch import Door
from reviewer.look import Progress, look
from reviewer.model import Contact, Finding, Issue, IssueState, Looked, Match, Page, PageState
from reviewer.settings import Config, Site
from reviewer.store import Store
from reviewer.tell import Telling, site_named, tell, telling, waits_for_a_person

GONE = frozenset({PageState.NOT_FOUND})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a look means as of a day. ``lost`` are pages whose dates went with a template; ``notes`` are for the admin."""

    looked: Looked
    findings: tuple[Finding, ...]
    ours_down: bool = False
    lost: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run did. ``told`` is None when no digest was due; ``sent`` when none was, or when it is the first and waits for a person."""

    judged: Judged
    issues: Mapping[str, Issue]
    told: Telling | None = None
    sent: deliver.Sent | None = None

    @property
    def first(self) -> bool:
        """Whether the first digests of this installation are due, and wait for a person."""
        return self.told is not None and self.sent is None


def look_now(config: Config, *, also: Mapping[str, str] | None = None, store: Store | None = None, progress: Progress) -> Looked:
    """Crawl all sites of the config and follow their links, once. ``store`` gives what is remembered of unchanged pages."""
    contact = config.organisation.contact

    async def looking() -> Looked:
        async with Door(config.network, contact=contact.email if contact else "", version=__version__) as door:
            remembered = store.known if store is not None else (lambda _url: None)
            return await look(config, door, sites=with_unsettled(config, also or {}), known=remembered, progress=progress)

    return asyncio.run(looking())


def with_unsettled(config: Config, site_of: Mapping[str, str]) -> tuple[Site, ...]:
    """The sites, with pages that have unsettled issues among their starts: a page that nothing links to any more is still looked at."""
    return tuple(
        replace(site, start=tuple(dict.fromkeys((*site.start, *(url for url, name in site_of.items() if name == site.name)))))
        for site in config.sites
    )


def judge(looked: Looked, config: Config, today: dt.date, *, before: Mapping[str, Page] | None = None) -> Judged:
    """Put every check to every page. ``before`` are the pages as they were last read, to tell a lost template from removed dates."""
    found = outages.outages(looked.visits, config.patience, canaries=config.network.canaries)
    looked = replace(looked, visits=outages.softened(looked.visits, found))
    lost = frozenset(outages.lost_dates(before or {}, looked.pages, config.patience))

    def match(contact: Contact) -> Match:
        return owners.match(contact, config.directory)

    findings = []
    for url, page in looked.pages.items():
        context = Context(
            today=today,
            site=site_named(config, looked.site_of.get(url)) or Site(looked.site_of.get(url, ""), ()),
            visits=looked.visits,
            pages=looked.pages,
            remind=config.remind,
            directory=config.directory,
            match=match,
            watch_targets=config.watch_targets,
            tell_silent_redirects=config.tell_silent_redirects,
        )
        findings.extend(
            finding
            for finding in checks.ask(page, context, config.only, config.skip)
            if not (url in lost and finding.check == "review_date")
        )
    notes = [*outages.sentences(found), *looked.notes, *looked.incomplete]
    if lost:
        notes.append(f"{len(lost)} pages that had a review date have none now: the template has changed. Owners were not told.")
    return Judged(looked, tuple(findings), found.ours, lost, tuple(notes))


def read_now(judged: Judged, before: Mapping[str, Page]) -> frozenset[str]:
    """The pages whose issues this look may resolve: those that were read, and those that are gone for the second time running."""
    return frozenset(
        url
        for url, page in judged.looked.pages.items()
        if (page.state is PageState.READ and url not in judged.lost) or (page.state in GONE and url in before and before[url].state in GONE)
    )


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
) -> Ran:
    """One full run: look at every site, judge, settle, keep; and when ``digest_period`` is due, tell the owners.

    The caller holds the state's lock. A run that was killed is done again as if it had never begun: everything is kept in two
    transactions, one for the look and one for the messages. The first digest of an installation is a baseline, and waits for a person
    unless ``send_first``. Raises ``StateFailed`` when the state cannot be written.
    """
    number = store.begin_run("run", now=now, as_of=today)
    before, pages, site_of = store.issues(), store.pages(), store.sites()
    unsettled = {issue.finding.page for issue in before.values() if issue.state is not IssueState.RESOLVED}
    looked = look_now(config, also={url: name for url, name in site_of.items() if url in unsettled}, store=store, progress=progress)
    judged = judge(looked, config, today, before=pages)
    issues = ledger.settle(
        before, judged.findings, read=read_now(judged, pages), now=now, patience=config.patience, ours_down=judged.ours_down
    )
    whole = not looked.interrupted
    store.commit_look(judged.looked, issues, run=number, now=now, period=("check", check_period or today.isoformat()) if whole else None)
    told, sent = None, None
    if digest_period and whole and not judged.ours_down:
        told = telling(config, store, now=now, today=today)
        if send_first or not waits_for_a_person(config, store, told):
            sent = tell(config, store, told, now=now, period=digest_period, run=number)
    outcome = "interrupted" if looked.interrupted else "incomplete" if looked.incomplete else "done"
    store.end_run(number, outcome, now=now, notes=judged.notes, messages=len(told.messages) if told and sent else 0)
    return Ran(judged, issues, told, sent)
