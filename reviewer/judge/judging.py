"""What a whole look means as of a day: every check put to every page. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reviewer import checks, owners
from reviewer.checks import Context
from reviewer.judge.outages import NO_PAST, Past, hosts_of, lost_dates, outages, sentences, softened
from reviewer.judge.template import across
from reviewer.model import Contact, Doubt, Finding, Looked, Match, Page, PageState
from reviewer.settings import Config, Site
from reviewer.verdicts import Said

GONE = frozenset({PageState.NOT_FOUND})


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


def judge(
    looked: Looked,
    config: Config,
    today: dt.date,
    past: Past = NO_PAST,
    *,
    soften: bool = True,
) -> Judged:
    """Put every check to every page. The ``past`` tells a lost template from removed dates, a host that is down from one that is dead, and
    what fell silent from what never spoke. A person who looks once, and mails nobody, wants to see what each link said: without ``soften``
    nothing is softened."""
    found = outages(looked.visits, config.patience, past, canaries=config.network.canaries, own=hosts_of(looked))
    if soften:
        looked = replace(looked, visits=softened(looked.visits, found))
    lost = frozenset(lost_dates(past.pages, looked.pages, config.patience))

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
            before=past.pages.get(url),
            watch_targets=config.watch_targets,
            tell_silent_redirects=config.tell_silent_redirects,
            verdicts=said,
            dates_lost=url in lost,
        )
        if gone_for_good(page, past.pages, config):
            continue
        findings.extend(checks.ask(page, context, config.only, config.skip))
    notes = [*(sentences(found) if soften else ()), *looked.notes, *looked.incomplete]
    if lost:
        notes.append(
            f"{len(lost)} pages that had a review date have none now, so the template has changed. Owners are not told, and the dates that "
            "were known are kept, until there are dates again. If it is meant so: one run with `[patience] lost_dates = 1`."
        )
    told = across(looked, findings)
    merged = frozenset(finding.id for finding in findings if finding.doubt is not Doubt.NEVER) - {finding.id for finding in told}
    return Judged(looked, told, found.ours, lost, merged, tuple(notes), said)


def gone_for_good(page: Page, before: Mapping[str, Page], config: Config) -> bool:
    """Whether the page was taken down, as its owner was told to do: it is not found for the second time running, and is no start page."""
    was = before.get(page.url) if page.state in GONE else None
    return was is not None and was.state in GONE and not any(page.url in site.start for site in config.sites)
