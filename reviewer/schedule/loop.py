"""When to call run: at the times of the timetable, for as long as nobody asks to stop."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from reviewer import __version__, deliver, logs, timetable
from reviewer.look import Progress, reading_version
from reviewer.model import Visit
from reviewer.publish import publish
from reviewer.run import run
from reviewer.schedule.duty import Duty
from reviewer.schedule.metrics import Gauges
from reviewer.schedule.ping import rung
from reviewer.schedule.wellness import HEARD, Health, Silence, health, two_digests_ago, unheard
from reviewer.settings import Config, Timetable
from reviewer.stopping import Stop
from reviewer.store import Locked, Store, lock
from reviewer.tell import FIRST, Happened, Telling, alarm, chat, outage_since, tell, telling, unread, waits_for_a_person

BASELINE: Final = "baseline"
"""The kind of period under which a first digest is noted that waits for a person: it is not due again at the next tick."""

RUNS: Final = 50
"""How many runs are asked for the last one that did its work."""

FRESH: Final = dt.timedelta(hours=12)
"""A digest is made from the state when the last look is younger than this; else the sites are looked at first."""


class Logged:
    """Progress as log lines: one for each page, at debug."""

    def page(self, url: str) -> None:
        """A page was read."""
        logs.log(__name__).debug("page read", url=url)

    def asked(self) -> None:
        """A link will be followed."""

    def visited(self, url: str, visit: Visit) -> None:
        """A link was followed."""
        logs.log(__name__).debug("link followed", url=url, verdict=visit.verdict, reason=visit.reason.value)


class Standing:
    """What the state says, for ``Duty`` and for those who watch."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def done(self, kind: str) -> AbstractSet[str]:
        """The periods that are done; a first digest that waits for a person needs nothing more either."""
        done = self._store.periods_done(kind)
        return done | self._store.periods_done(BASELINE) if kind == timetable.DIGEST else done

    def since(self) -> dt.datetime:
        """When the state was made."""
        return self._store.created

    def pending(self, now: dt.datetime) -> int:
        """How many messages could go now."""
        return self._store.pending(now)

    def success(self) -> dt.datetime | None:
        """When the last run ended that did its work."""
        return next((run.ended for run in reversed(self._store.runs(RUNS)) if run.settled), None)

    def silence(self, now: dt.datetime, table: Timetable, zone: ZoneInfo, *, digests: bool = True) -> Silence:
        """Who should have heard and did not; where nobody asks for ``digests`` none is late."""
        store, since = self._store, two_digests_ago(now, table, zone)
        last = store.last_done(timetable.DIGEST, until=now)
        late = digests and (last is None or last < since) and not since <= store.created <= now
        waiting = store.unheard(since, now)
        why = f"{waiting[0].address}, {waiting[0].state.value}: {waiting[0].says}" if waiting else ""
        addresses = {each.address for each in waiting}
        return Silence(outage_since(store, now), len(addresses), why, store.untold(since) if late else 0, last)

    def figures(self, silence: Silence = HEARD) -> Gauges:
        """What Prometheus is told."""
        last = next((run for run in reversed(self._store.runs(RUNS)) if run.settled and run.ended), None)
        counts = self._store.counts()
        found = Gauges(
            issues=counts["issues"],
            messages=counts["messages"],
            runs=counts["runs"],
            digest=silence.last,
            outage=silence.outage,
            unheard=silence.unheard,
            untold=silence.untold,
        )
        if last is None or last.ended is None:
            return found
        return replace(
            found,
            success=last.ended,
            seconds=(last.ended - last.started).total_seconds(),
            pages={"read": last.pages, "unread": last.unread},
            links={name: getattr(last, name) for name in ("works", "moved", "broken", "unsure", "skipped")},
        )


def overlooked(config: Config, store: Store, now: dt.datetime, *, digests: bool = True, stop: Callable[[], bool] = bool) -> str:
    """Who should have heard and did not, in a sentence; empty when nobody. What the next digest cannot tell the admin is told at once."""
    zone = ZoneInfo(config.organisation.timezone)
    silence = Standing(store).silence(now, config.timetable, zone, digests=digests)
    says, today = unheard(silence, now), now.astimezone(zone).date()
    since = two_digests_ago(now, config.timetable, zone)
    if says and silence.outage is not None:
        alarm(config, store, "our own network does not work", says, now=now, today=today, since=max(silence.outage, since), stop=stop)
    elif says and (silence.last is None or silence.last < since):
        alarm(config, store, "somebody should have heard", says, now=now, today=today, since=since, stop=stop)
    return says


def chatted(config: Config, store: Store, now: dt.datetime, happened: Happened, *, digests: bool = True) -> tuple[str, ...]:
    """Tell the admin's channels what happened, and who should have heard and did not, without an address; what could not be told."""
    if not config.admin.chats:
        return ()
    zone = ZoneInfo(config.organisation.timezone)
    silence = Standing(store).silence(now, config.timetable, zone, digests=digests)
    silent = unheard(replace(silence, why="`reviewer digest` says why"), now)
    return chat(replace(happened, silent=silent), config, store, now=now, today=now.astimezone(zone).date())


class Work:
    """What is done for due periods: look, tell, send, report; under the lock, with a ping before and after. ``unsaid``: what a chat was not
    told the last time."""

    def __init__(self, config: Config, store: Store, *, stop: Stop, progress: Progress, jobs: int = 1, sure: bool = False) -> None:
        self._config = config
        self._sure = sure
        self._store = store
        self._stop = stop
        self._progress = progress
        self._jobs = jobs
        self._zone = ZoneInfo(config.organisation.timezone)
        self._happened = Happened()
        self.unsaid: tuple[str, ...] = ()

    def __call__(self, tasks: tuple[timetable.Due, ...], now: dt.datetime) -> None:
        """Do it. Raises what goes wrong, ``Locked`` when another run is at it, ``StateRefused`` when the clock is not to be believed."""
        self._store.check_there()
        with lock(self._config.state.at, what="reviewer schedule", now=now):
            self.believe(now)
            kinds = {due.kind: due.period for due in tasks if due.period not in self._store.periods_done(due.kind)}
            self._store.bury_killed()
            if not kinds:
                self._said(deliver.send_batch(self._store.outbox, self._config.email, now, stop=self._stopped))
                return
            logs.log(__name__).info("due", **kinds)
            with rung(self._config) as bell:
                try:
                    outcome = self._do(kinds.get(timetable.CHECK), kinds.get(timetable.DIGEST), now)
                except Exception:
                    with contextlib.suppress(Exception):
                        overlooked(self._config, self._store, now, stop=self._stopped)
                        self.unsaid = chatted(self._config, self._store, now, Happened())
                    raise
                silent = overlooked(self._config, self._store, now, stop=self._stopped)
                if silent:
                    logs.log(__name__).error("somebody should have heard", says=silent)
                bell.well = outcome == "done" and not silent
                self.unsaid = chatted(self._config, self._store, now, replace(self._happened, held=self._store.outbox.held()))

    def believe(self, now: dt.datetime) -> None:
        """Look whether the clock can be believed. Raises ``StateRefused`` when it cannot."""
        if not self._sure:
            self._store.check_clock(now)
        self._sure = False

    def first_waits(self, digest: str, now: dt.datetime) -> None:
        """Note that a first digest waits for a person."""
        self._store.mark_period(BASELINE, digest, now=now)

    def _do(self, check: str | None, digest: str | None, now: dt.datetime) -> str:
        """A run, or a digest alone when the last look is fresh. Returns the outcome of the last run."""
        store, today = self._store, now.astimezone(self._zone).date()
        config = self._config.as_of(today)
        looked = store.last_done(timetable.CHECK, until=now)
        told: Telling | None
        incomplete: tuple[str, ...] = ()
        if digest and not check and looked and now - looked < FRESH:
            told = telling(config, store, now=now, today=today)
            held = waits_for_a_person(config, store, told)
            sent = None if held else tell(config, store, told, now=now, period=digest, stop=self._stopped)
            pages = None
        else:
            ran = run(
                config,
                store,
                now=now,
                today=today,
                progress=self._progress,
                digest_period=digest,
                check_period=check,
                stop=self._stop,
                jobs=self._jobs,
            )
            held, sent, pages, incomplete = ran.first, ran.sent, ran.pages, ran.judged.looked.incomplete
            told = ran.told
        if held and digest:
            self.first_waits(digest, now)
            logs.log(__name__).warning("the first digests wait for a person", do=FIRST)
        batch = sent or deliver.send_batch(store.outbox, config.email, now, stop=self._stopped)
        self._said(batch)
        self._happened = Happened(
            told=len(told.messages) if told is not None and sent is not None else None,
            first=len(told.digests) if told is not None and held else 0,
            stopped=bool(batch.stopped),
            unread=unread(incomplete, config),
        )
        store.tidy(now=now, keep_days=config.state.keep_days)
        try:
            publish(config, store, today, pages)
        except OSError as error:
            logs.log(__name__).error("report not written", folder=config.report_folder, why=str(error))
        done = store.runs(1)[0]
        logs.log(__name__).info("run " + done.outcome, pages=done.pages, broken=done.broken, issues=done.issues_open, overdue=done.overdue)
        return done.outcome

    def _stopped(self) -> bool:
        """Whether somebody asked us to end."""
        return bool(self._stop)

    def _said(self, sent: deliver.Sent) -> None:
        """One line for the messages of a run, when there were any."""
        counts = {name: len(getattr(sent, name)) for name in ("sent", "deferred", "refused", "held", "waiting")}
        if any(counts.values()) or sent.stopped:
            (logs.log(__name__).info if sent.complete else logs.log(__name__).warning)("messages", **counts, stopped=sent.stopped)


class Sharing(Protocol):
    """Another way to do what is due than in this process: it is handed out, and somebody else's workers do it."""

    @property
    def standing(self) -> Standing:
        """What the state says of what is due."""
        ...

    def act(self, tasks: tuple[timetable.Due, ...], now: dt.datetime) -> None:
        """Do what is due, as ``Work`` does."""
        ...

    def beat(self, now: dt.datetime) -> None:
        """Called at every tick, before it. Never raises."""
        ...


Shares = Callable[[Config, Store, Work, Callable[[], dt.datetime]], Sharing]


def begin_anew(config: Config, store: Store, now: dt.datetime) -> None:
    """Say of runs that were killed that they were, unless one is under way."""
    with contextlib.suppress(Locked), lock(config.state.at, what="reviewer schedule", now=now):
        store.bury_killed()


def schedule(
    config: Config,
    *,
    stop: Stop,
    clock: Callable[[], dt.datetime],
    seconds: float,
    jobs: int = 1,
    sure: bool = False,
    shares: Shares | None = None,
) -> None:
    """Keep running at the times in the config until somebody asks to stop. ``sure``: a person says that the clock is right, whatever the
    state says; it holds for the first run. ``shares``: what is due is handed out to a fleet. Raises ``StateRefused`` when the state cannot
    be opened, or the clock is not to be believed."""
    from reviewer.schedule.ticker import ticking
    from reviewer.schedule.watching import application, watched

    zone, up, watching = ZoneInfo(config.organisation.timezone), clock(), config.watching
    with Store.open(config.state.at, reading_version=reading_version(config), now=up) as store, contextlib.ExitStack() as stack:
        if not sure:
            store.check_clock(up)
        begin_anew(config, store, up)
        own = Work(config, store, stop=stop, progress=Logged(), jobs=jobs, sure=sure)
        sharing = shares(config, store, own, clock) if shares else None
        standing = sharing.standing if sharing else Standing(store)

        def silence(now: dt.datetime) -> Silence:
            return standing.silence(now, config.timetable, zone)

        def figures() -> Gauges:
            return standing.figures(silence(clock()))

        def well() -> Health:
            now, table = clock(), config.timetable
            found = health(now, table, zone, success=standing.success(), up=up, hours=watching.max_age_hours, silence=silence(now))
            return replace(found, says=" ".join((found.says, *own.unsaid)))

        if watching.port is not None:
            stack.enter_context(watched(application(well, figures, __version__), address=watching.address, port=watching.port))
        duty = Duty(config.timetable, zone, standing, sharing.act if sharing else own, stop)

        def tick(now: dt.datetime) -> None:
            if sharing:
                sharing.beat(now)
            duty.tick(now)

        logs.log(__name__).info("scheduled", check=config.timetable.check, digest=config.timetable.digest, zone=zone.key)
        ticking(tick, stop=stop, seconds=seconds, clock=clock)
