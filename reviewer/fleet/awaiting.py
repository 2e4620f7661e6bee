"""``reviewer run --fleet``: hand the work out, wait until the workers have done it, and say what came of it as a run does."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from reviewer import deliver
from reviewer.fleet import periods, tables
from reviewer.fleet.periods import Period
from reviewer.judge import Judged
from reviewer.look import Progress
from reviewer.model import Change, LetterState, Reason, Skipped
from reviewer.publish import reported
from reviewer.run import Ran
from reviewer.schedule import Standing, unheard
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.store import StateFailed, Store
from reviewer.tell import Telling

POLL: Final = 0.5
"""Seconds between two looks at what the workers have done."""

MINDED: Final = 20
"""After so many of them the period is seen after: what a dead deferrer left is done."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a period: as a run has it, what was sent, and what a chat could not be told."""

    ran: Ran
    sent: deliver.Sent
    unsaid: tuple[str, ...]


def wait(
    config: Config, store: Store, period: Period, *, progress: Progress, stop: Stop, clock: Callable[[], dt.datetime], seconds: float = POLL
) -> Period | None:
    """Wait until a period has ended, and tell how it goes; None when somebody asked to stop. A state that is away is waited for, too."""
    shown, turns = _Shown(progress), 0
    while not stop:
        try:
            with store.read() as connection:
                found = periods.load(connection, period.id)
                shown.show(connection, period.id)
            if found is None or found.state == tables.ENDED:
                return found
            turns += 1
            if turns % MINDED == 0:
                periods.mind(config, store, clock())
        except StateFailed:
            pass  # the server is restarting; the lock-free wait goes on
        stop.wait(seconds)
    return None


class _Shown:
    """Counts in the state, as steps of a progress bar."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._pages = self._asked = self._visited = 0

    def show(self, connection: sa.Connection, number: int) -> None:
        """Make up for what has come since the last time."""
        links, pages = tables.links, tables.pages
        read = connection.execute(sa.select(sa.func.count()).select_from(pages).where(pages.c.period == number)).scalar_one()
        asked, made = connection.execute(sa.select(sa.func.count(), sa.func.count(links.c.verdict)).where(links.c.period == number)).one()
        for _ in range(self._pages, read):
            self._progress.page("")
        for _ in range(self._asked, asked):
            self._progress.asked()
        for _ in range(self._visited, made):
            self._progress.visited("", Skipped("", Reason.NOT_ASKED))
        self._pages, self._asked, self._visited = max(read, self._pages), max(asked, self._asked), max(made, self._visited)


def came(config: Config, store: Store, period: Period) -> Came:
    """What came of a period that has ended, from the state."""
    found = reported(config, store, period.as_of)
    notes, incomplete = tuple(json.loads(period.notes)), tuple(json.loads(period.incomplete))
    looked = replace(found.looked, notes=notes, incomplete=incomplete, interrupted=False)
    judged = Judged(looked, tuple(found.findings), ours_down=bool(period.says), notes=notes, said=found.said)
    waiting = store.outbox.letters(*(state for state in LetterState if state is not LetterState.SENT))
    letters = {each.message.key: each for each in (*waiting, *store.outbox.letters(period=period.as_of.isoformat()))}
    told, what = None, json.loads(period.told or "{}")
    if period.digest_period and period.whole:
        counts = {key: {Change(change): number for change, number in parts.items()} for key, parts in what.get("counts", {}).items()}
        told = Telling(found.issues, {}, (), tuple(letters[key].message for key in what.get("messages", ()) if key in letters), counts)
    moved = [each for each in letters.values() if each.changed == period.now]  # what was sent, or tried, for this period
    by = {state: [each.message.key for each in moved if each.state is state] for state in LetterState}
    sent = deliver.Sent(
        sent=by[LetterState.SENT],
        deferred=by[LetterState.DEFERRED],
        refused=by[LetterState.REFUSED],
        held=by[LetterState.HELD],
        **json.loads(period.sent),
    )
    ran = Ran(judged, found.issues, told, sent if period.waits is None else None, store.pages(), baseline=period.baseline)
    return Came(ran, sent, tuple(json.loads(period.unsaid)))


def silent(config: Config, store: Store, now: dt.datetime, *, digests: bool = True) -> str:
    """Who should have heard and did not, in a sentence, from the state; empty when nobody. Whoever settles a period tells the admin."""
    return unheard(Standing(store).silence(now, config.timetable, ZoneInfo(config.organisation.timezone), digests=digests), now)
