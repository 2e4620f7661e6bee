"""The whole product in one short function: look, judge, settle, keep; then tell those who are due to be told."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from reviewer.judge import GONE, Judged, Past, judge, landed
from reviewer.look import LONGEST_WAIT, Means, Memory, Progress, Wants, kept, look_now, sparing
from reviewer.model import Issue, IssueState, Looked, Moved, Page, PageState, Unsure, Visit, Works
from reviewer.settings import Config
from reviewer.stopping import Stop

if TYPE_CHECKING:  # a look that keeps nothing and tells nobody needs neither the database nor the templates (docs/decisions/0003)
    from sqlalchemy import Connection

    from reviewer.deliver import Sent
    from reviewer.store import Remembered, Store
    from reviewer.tell import Telling

    Also = Callable[["Settled", Connection], None]


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run did. ``told`` is None when no digest was due; ``sent`` when none was, or when it is the first and waits for a person.
    ``pages`` are all pages as the state has them now. ``baseline``: nothing was known before."""

    judged: Judged
    issues: Mapping[str, Issue]
    told: Telling | None = None
    sent: Sent | None = None
    pages: Mapping[str, Page] = field(default_factory=dict)
    baseline: bool = False

    @property
    def first(self) -> bool:
        """Whether the first digests of this installation are due, and wait for a person."""
        return self.told is not None and self.sent is None


def worth_keeping(judged: Judged, before: Mapping[str, Page]) -> Looked:
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


@dataclass(frozen=True, slots=True)
class Before:
    """What the state says before a look: all ``issues``, what is ``known`` of pages, the ``trusted`` visits (the good ones, and those that
    wait: ``later``), as of ``now``."""

    issues: Mapping[str, Issue]
    known: Remembered
    trusted: Mapping[str, Visit]
    later: Mapping[str, Unsure]
    now: dt.datetime

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages as they were last read."""
        return self.known.pages

    def wants(self, today: dt.date) -> Wants:
        """What a look is to see again: pages of which something is unsettled, linked or not."""
        unsettled = {issue.finding.page for issue in self.issues.values() if issue.state is not IssueState.RESOLVED}
        sites = self.known.site_of.items()
        return Wants(also={url: name for url, name in sites if url in unsettled and not self.pages[url].sheet}, today=today)

    def memory(self) -> Memory:
        """What a look remembers."""
        return Memory(self.known.known.get, self.trusted.get, waits_of(self.later, self.now), self.now)


def waits_of(later: Mapping[str, Unsure], now: dt.datetime) -> dict[str, float]:
    """For how many seconds yet addresses are left alone, by where they lead."""
    return {visit.evidence.final_url or url: (visit.until - now).total_seconds() for url, visit in later.items() if visit.until}


def since(config: Config, now: dt.datetime) -> dt.datetime:
    """From when on a good visit of another site is believed at ``now``."""
    return now - dt.timedelta(hours=config.network.trusted_hours)


def recall(config: Config, store: Store, now: dt.datetime) -> Before:
    """What the state says before a look at ``now``."""
    issues, known = store.issues(), store.remembered(kept)
    later = store.waiting(now, dt.timedelta(seconds=LONGEST_WAIT))
    return Before(issues, known, believed(store.visits(since(config, now), now), known.pages) | later, later, now)


@dataclass(frozen=True, slots=True)
class Settled:
    """A look that was judged, settled and kept. ``whole``: it was not broken off, and our own network worked; ``pages`` are all pages as
    the state has them now."""

    judged: Judged
    issues: Mapping[str, Issue]
    pages: Mapping[str, Page]
    whole: bool

    @property
    def outcome(self) -> str:
        """How the run ends that made it, in one word."""
        if self.judged.looked.interrupted:
            return "interrupted"
        return "incomplete" if self.judged.looked.incomplete or self.judged.ours_down else "done"

    @property
    def says(self) -> str:
        """Why it settled nothing; empty when it did."""
        return self.judged.notes[0] if self.judged.ours_down else ""


def keep(
    config: Config, store: Store, looked: Looked, before: Before, *, run: int, today: dt.date, check: str | None, also: Also | None = None
) -> Settled:
    """Judge a look, settle its findings, and keep both in one transaction, in which ``also`` does something more. ``check`` names the
    period that is done with a whole look."""
    from reviewer.report import Reported, sums  # what follows a look is imported while nobody waits for its first request
    from reviewer.settle import fates, settle

    now, pages = before.now, before.pages
    judged = judge(
        looked,
        config,
        today,
        Past(
            pages,
            store.failing_since(),
            answered=store.answered(),
            believed={url for url, visit in before.trusted.items() if looked.visits.get(url) is visit},
            now=now,
        ),
    )
    issues = settle(
        before.issues,
        judged.findings,
        read=read_now(judged, pages),
        now=now,
        today=today,
        patience=config.patience,
        ours_down=judged.ours_down,
        fates=fates(before.issues, judged, before=pages, site_of=before.known.site_of, config=config),
    )
    keeping = worth_keeping(judged, pages)
    done = Settled(judged, issues, after(keeping, pages), whole=not looked.interrupted and not judged.ours_down)
    counted = sums(Reported(today, judged.looked, config, judged.findings, issues, said=judged.said))
    figures = {name: getattr(counted, name) for name in ("pages", "unread", "works", "moved", "broken", "unsure", "skipped", "overdue")}
    period = ("check", check or today.isoformat()) if done.whole else None
    then = None if also is None else partial(also, done)
    store.commit_look(keeping, issues, run=run, now=now, period=period, figures=figures, before=before.issues, also=then)
    return done


def tell_now(
    config: Config,
    store: Store,
    period: str,
    *,
    now: dt.datetime,
    today: dt.date,
    notes: Sequence[str],
    run: int,
    send_first: bool = False,
    stop: Stop | None = None,
) -> tuple[Telling, Sent | None]:
    """Tell the owners what the state says after a look with these ``notes``; nothing is sent when it waits for a person."""
    from reviewer.tell import tell, telling, waits_for_a_person

    told = telling(config, store, now=now, today=today, notes=notes)
    if not send_first and waits_for_a_person(config, store, told):
        return told, None
    return told, tell(config, store, told, now=now, period=period, run=run, stop=lambda: bool(stop))


@sparing()
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
    before = recall(config, store, now)
    looked = look_now(config, Means(progress, stop, jobs), before.wants(today), before.memory())
    done = keep(config, store, looked, before, run=number, today=today, check=check_period)
    told, sent, notes = None, None, done.judged.notes
    if digest_period and done.whole:
        told, sent = tell_now(config, store, digest_period, now=now, today=today, notes=notes, run=number, send_first=send_first, stop=stop)
    ended = now + dt.timedelta(seconds=time.monotonic() - started)
    messages = len(told.messages) if told and sent else 0
    store.end_run(number, done.outcome, now=ended, says=done.says, notes=notes, messages=messages)
    return Ran(done.judged, done.issues, told, sent, done.pages, baseline=not before.pages)
