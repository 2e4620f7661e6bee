"""``reviewer schedule`` of a fleet: hands out what is due, sees after the period in hand, and publishes what came of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from reviewer import logs, timetable
from reviewer.fleet import periods, queue, tables
from reviewer.fleet.awaiting import silent
from reviewer.fleet.fingerprints import SAME, fingerprint
from reviewer.fleet.settling import set_aside
from reviewer.publish import publish
from reviewer.schedule import FRESH, HEARD, Gauges, Silence, Standing, Work, ring
from reviewer.settings import Config
from reviewer.store import Locked, Store
from reviewer.tell import FIRST

AGAIN: Final = dt.timedelta(minutes=15)
"""After so long a period that settled nothing is due again: our own network did not work."""


class SharedStanding(Standing):
    """What the state says, with what the workers are at: a period in hand is not due a second time."""

    def __init__(self, store: Store, clock: Callable[[], dt.datetime]) -> None:
        super().__init__(store)
        self._shared, self._clock = store, clock

    def done(self, kind: str) -> AbstractSet[str]:
        """The periods that need nothing more now."""
        table = tables.periods
        name = table.c.check_period if kind == timetable.CHECK else table.c.digest_period
        lately = table.c.ended.is_(None) | ((table.c.ended > self._clock() - AGAIN) & ~table.c.whole)
        with self._shared.read() as connection:
            return super().done(kind) | set(connection.execute(sa.select(name).where(lately, name.is_not(None))).scalars())

    def figures(self, silence: Silence = HEARD) -> Gauges:
        """What Prometheus is told, the queue included."""
        with self._shared.read() as connection:
            found = queue.depth(connection)
        return replace(super().figures(silence), queue=found.jobs, oldest=found.oldest, workers=found.workers)


class Deferring:
    """What a fleet does at a tick of the schedule. Made for one state; ``clock`` tells the time."""

    def __init__(self, config: Config, store: Store, own: Work, clock: Callable[[], dt.datetime]) -> None:
        self._config, self._store, self._own, self._clock = config, store, own, clock
        self._zone = ZoneInfo(config.organisation.timezone)
        self._said: set[int] = set()
        self._trouble = ""
        self._up, self._other = clock(), 0
        queue.set_up(store)
        with store.read() as connection:
            last = periods.last_ended(connection)
        own.unsaid = tuple(json.loads(last.unsaid)) if last else ()

    @property
    def standing(self) -> Standing:
        """What the state says of what is due."""
        return SharedStanding(self._store, self._clock)

    def act(self, tasks: tuple[timetable.Due, ...], now: dt.datetime) -> None:
        """Hand out what is due. A digest whose sites were looked at lately is told from the state by this process, as ever, and so are
        messages sent that wait."""
        kinds = {due.kind: due.period for due in tasks}
        looked = self._store.last_done(timetable.CHECK, until=now)
        if timetable.CHECK not in kinds and (timetable.DIGEST not in kinds or (looked is not None and now - looked < FRESH)):
            self._own(tasks, now)
            return
        self._own.believe(now)
        today = now.astimezone(self._zone).date()
        check, digest = kinds.get(timetable.CHECK), kinds.get(timetable.DIGEST)
        config = self._config.as_of(today)
        period, new = periods.begin(config, self._store, now=now, today=today, clock=self._clock(), check=check, digest=digest)
        if new:
            ring(self._config, "start")
            logs.log(__name__).info("handed out", period=period.id, until=period.deadline.isoformat(timespec="minutes"), **kinds)

    def beat(self, now: dt.datetime) -> None:
        """See after the period in hand, and say what came of those that have ended, also while nobody kept the times. Never raises."""
        try:
            aside = set_aside(self._config, self._store, self._clock(), since=self._up)
            if aside:
                logs.log(__name__).warning("begun anew", says=aside)
            self._look_for_others()
            periods.mind(self._config, self._store, self._clock())
            with self._store.read() as connection:
                ended = periods.unpublished(connection)
            for period in ended:
                self._ended(period, now, last=period is ended[-1])
        except Locked as error:
            logs.log(__name__).info("waiting", why=str(error))
        except Exception:  # noqa: BLE001 - the schedule outlives its ticks, and a database that restarts
            logs.log(__name__).exception("beat failed")

    def _look_for_others(self) -> None:
        """Say once of a period that somebody else handed out meanwhile, by another config, that it is in the way: to end it would only have
        both end each other's."""
        with self._store.read() as connection:
            period = periods.load(connection)
        other = 0 if period is None or period.config == fingerprint(self._config) else period.id
        if other and other != self._other:
            logs.log(__name__).error("somebody else hands out with another config", period=other, do=f"{SAME}, and one schedule.")
        self._other = other

    def _ended(self, period: periods.Period, now: dt.datetime, *, last: bool) -> None:
        """Say what came of a period; of the ``last`` one tell the dead man's switch, and write the report. It is marked when all is done:
        a report that could not be written is tried again at the next beat."""
        if period.id not in self._said:
            self._say(period, now, last=last)
            self._said.add(period.id)
        if last:
            try:
                publish(self._config.as_of(period.as_of), self._store, period.as_of)
            except OSError as error:
                if str(error) != self._trouble:
                    logs.log(__name__).error("report not written", folder=self._config.report_folder, why=str(error))
                self._trouble = str(error)
                return
        self._trouble = ""
        periods.mark_published(self._store, period, self._clock())

    def _say(self, period: periods.Period, now: dt.datetime, *, last: bool) -> None:
        """Say what came of a period, once in this process."""
        if period.waits and period.digest_period:
            self._own.first_waits(period.digest_period, now)
            logs.log(__name__).warning("the first digests wait for a person", do=FIRST)
        logs.log(__name__).info("period " + period.outcome, period=period.id, says=period.says)
        if last:
            self._own.unsaid = tuple(json.loads(period.unsaid))
            unheard = silent(self._config, self._store, now)
            if unheard:
                logs.log(__name__).error("somebody should have heard", says=unheard)
            ring(self._config, "success" if period.outcome == "done" and not unheard else "fail")
