"""The whole product in one short function: look, judge, settle, keep; then tell those who are due to be told."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reviewer.judge import GONE, Judged, Past, judge, landed
from reviewer.look import LONGEST_WAIT, Means, Memory, Progress, Wants, kept, look_now, sparing
from reviewer.model import Issue, IssueState, Looked, Moved, Page, PageState, Visit, Works
from reviewer.settings import Config
from reviewer.stopping import Stop

if TYPE_CHECKING:  # a look that keeps nothing and tells nobody needs neither the database nor the templates (docs/decisions/0003)
    from reviewer.deliver import Sent
    from reviewer.store import Store
    from reviewer.tell import Telling


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
    before, remembered = store.issues(), store.remembered(kept)
    pages, site_of = remembered.pages, remembered.site_of
    unsettled = {issue.finding.page for issue in before.values() if issue.state is not IssueState.RESOLVED}
    since = now - dt.timedelta(hours=config.network.trusted_hours)
    later = store.waiting(now, dt.timedelta(seconds=LONGEST_WAIT))
    trusted = believed(store.visits(since, now), pages) | later
    wants = Wants(also={url: name for url, name in site_of.items() if url in unsettled and not pages[url].sheet}, today=today)
    memory = Memory(
        known=remembered.known.get,
        trusted=trusted.get,
        waits={visit.evidence.final_url or url: (visit.until - now).total_seconds() for url, visit in later.items() if visit.until},
        now=now,
    )
    looked = look_now(config, Means(progress, stop, jobs), wants, memory)
    from reviewer.report import Reported, sums  # what follows a look is imported while nobody waits for its first request
    from reviewer.settle import fates, settle

    judged = judge(
        looked,
        config,
        today,
        Past(
            pages,
            store.failing_since(),
            answered=store.answered(),
            believed={url for url, visit in trusted.items() if looked.visits.get(url) is visit},
            now=now,
        ),
    )
    issues = settle(
        before,
        judged.findings,
        read=read_now(judged, pages),
        now=now,
        today=today,
        patience=config.patience,
        ours_down=judged.ours_down,
        fates=fates(before, judged, before=pages, site_of=site_of, config=config),
    )
    whole = not looked.interrupted and not judged.ours_down
    keeping = worth_keeping(judged, pages)
    counted = sums(Reported(today, judged.looked, config, judged.findings, issues, said=judged.said))
    figures = {name: getattr(counted, name) for name in ("pages", "unread", "works", "moved", "broken", "unsure", "skipped", "overdue")}
    done = ("check", check_period or today.isoformat()) if whole else None
    store.commit_look(keeping, issues, run=number, now=now, period=done, figures=figures, before=before)
    told, sent = None, None
    if digest_period and whole:
        from reviewer.tell import tell, telling, waits_for_a_person

        told = telling(config, store, now=now, today=today, notes=judged.notes)
        if send_first or not waits_for_a_person(config, store, told):
            sent = tell(config, store, told, now=now, period=digest_period, run=number, stop=lambda: bool(stop))
    outcome = "interrupted" if looked.interrupted else "incomplete" if looked.incomplete or judged.ours_down else "done"
    ended = now + dt.timedelta(seconds=time.monotonic() - started)
    says = judged.notes[0] if judged.ours_down else ""
    store.end_run(number, outcome, now=ended, says=says, notes=judged.notes, messages=len(told.messages) if told and sent else 0)
    return Ran(judged, issues, told, sent, after(keeping, pages), baseline=not pages)
