"""A period from its opening to its settlement: which parts of the look are still to be made, and what is to be done next.

What is left is read from what was found, never from the queue: a job that was lost is deferred anew, and one too many finds nothing to do.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from reviewer import urls
from reviewer.fleet import queue, tables
from reviewer.fleet.lanes import dealt, homes, lanes
from reviewer.fleet.queue import Job
from reviewer.model import Evidence, Reason, Unsure
from reviewer.run import believed, since
from reviewer.settings import Config
from reviewer.store import Store, encode, url_hash

OPEN, SETTLING, KEPT, ENDED = "open", "settling", "kept", "ended"

KEPT_PERIODS: Final = 60
"""How many periods are remembered for how long their looks took."""

FIRST, THEN = 20, 10
"""Priorities: what ends a period goes before what it waits for."""

_OPENING: Final = 7_226_390_004
"""The PostgreSQL advisory lock under which a period is opened."""


class Over(Exception):
    """The period was settled meanwhile: what is found now is of no use."""


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a fleet. ``now`` and ``as_of`` are what it takes for now and today; ``opened`` and ``deadline`` go by the clock."""

    id: int
    state: str
    now: dt.datetime
    as_of: dt.date
    opened: dt.datetime
    deadline: dt.datetime
    check_period: str | None
    digest_period: str | None
    send_first: bool
    run_id: int | None
    whole: bool
    outcome: str
    says: str
    notes: str
    incomplete: str
    waits: int | None
    ended: dt.datetime | None

    def half(self) -> dt.datetime:
        """When links are dealt out although some sites are still being looked at."""
        return self.opened + (self.deadline - self.opened) / 2


def load(connection: sa.Connection, number: int | None = None, *, hold: bool = False) -> Period | None:
    """A period by its number, or the one that has not ended; ``hold``: nobody else changes it until the transaction ends."""
    table = tables.periods
    chosen = sa.select(table).where(table.c.id == number if number is not None else table.c.ended.is_(None))
    row = connection.execute(chosen.with_for_update() if hold else chosen).mappings().first()
    return Period(**row) if row else None


def latest(connection: sa.Connection) -> Period | None:
    """The period that was opened last, ended or not."""
    row = connection.execute(sa.select(tables.periods).order_by(tables.periods.c.id.desc()).limit(1)).mappings().first()
    return Period(**row) if row else None


def check_open(connection: sa.Connection, number: int) -> None:
    """Let nobody settle a period until the transaction ends. Raises ``Over`` when it is settled, or being settled, already."""
    table = tables.periods
    chosen = sa.select(table.c.state).where(table.c.id == number).with_for_update(read=True)
    if connection.execute(chosen).scalar() != OPEN:
        raise Over


def begin(
    config: Config,
    store: Store,
    *,
    now: dt.datetime,
    today: dt.date,
    clock: dt.datetime,
    check: str | None = None,
    digest: str | None = None,
    send_first: bool = False,
) -> tuple[Period, bool]:
    """Open a period and hand out its looks, all in one transaction; one that is open already goes on. Says whether it is new."""
    with store.write() as connection:
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _OPENING})
        found = load(connection)
        if found is not None:
            return found, False
        _forget(connection)
        number = connection.execute(
            tables.periods.insert()
            .values(
                state=OPEN,
                now=now,
                as_of=today,
                opened=clock,
                deadline=clock + dt.timedelta(hours=config.fleet.deadline_hours),
                check_period=check,
                digest_period=digest,
                send_first=send_first,
            )
            .returning(tables.periods.c.id)
        ).scalar_one()
        made = lanes(config.sites)
        took = _took(connection)
        order = sorted(made, key=lambda lane: -took.get(lane, float("inf")))  # the longest look first, and one that nobody knows
        rows = [{"period": number, "lane": lane, "sites": json.dumps([site.name for site in made[lane]])} for lane in order]
        if rows:
            connection.execute(tables.looks.insert(), rows)
        home = homes(made)
        canaries = [url for url in config.network.canaries if urls.site_key(url) not in home]
        if canaries:
            connection.execute(tables.links.insert(), [_link(number, url) for url in dict.fromkeys(canaries)])
        queue.defer(connection, [_look(number, lane) for lane in order])
        opened = load(connection, number)
        if opened is None:
            raise AssertionError("a period that was just written down")
        if not rows:
            forward(connection, config, store, opened, clock)
        return opened, True


def _forget(connection: sa.Connection) -> None:
    """Let go of periods of long ago."""
    ids = sa.select(tables.periods.c.id).order_by(tables.periods.c.id.desc()).offset(KEPT_PERIODS)
    connection.execute(tables.periods.delete().where(tables.periods.c.id.in_(ids)))


def _took(connection: sa.Connection) -> dict[str, float]:
    """How many seconds the last look of each lane took."""
    table = tables.looks
    last = sa.select(sa.func.max(table.c.period)).where(table.c.ended.is_not(None)).scalar_subquery()
    rows = connection.execute(
        sa.select(table.c.lane, table.c.started, table.c.ended).where(table.c.period == last, table.c.started.is_not(None))
    )
    return {lane: (ended - started).total_seconds() for lane, started, ended in rows if ended}


def _link(number: int, url: str) -> dict[str, Any]:
    """A link to be visited, as a row."""
    return {"period": number, "hash": url_hash(url), "url": url, "host": urls.site_key(url)}


def _look(number: int, lane: str) -> Job:
    return Job(queue.LOOK, lane, {"period": number, "lane": lane})


def _visit(number: int, lane: str) -> Job:
    return Job(queue.VISIT, lane, {"period": number, "lane": lane})


def _settle(number: int) -> Job:
    return Job(queue.SETTLE, "settle", {"period": number}, priority=FIRST)


def forward(connection: sa.Connection, config: Config, store: Store, period: Period, clock: dt.datetime) -> None:
    """Do what is next: deal links out, or have the period settled. The caller holds the period."""
    if period.state != OPEN:
        return
    looking = connection.execute(
        sa.select(sa.func.count()).select_from(tables.looks).where(tables.looks.c.period == period.id, tables.looks.c.ended.is_(None))
    ).scalar_one()
    late = clock >= period.deadline
    if not late and (not looking or clock >= period.half()):
        looking += _deal(connection, config, store, period)
    if late or not (looking or _waiting(connection, period)):
        connection.execute(tables.periods.update().where(tables.periods.c.id == period.id).values(state=SETTLING))
        queue.defer(connection, [_settle(period.id)])


def _waiting(connection: sa.Connection, period: Period) -> bool:
    """Whether a link is still to be visited."""
    table = tables.links
    waits = sa.select(table.c.id).where(table.c.period == period.id, table.c.verdict.is_(None), ~table.c.believed).limit(1)
    return connection.execute(waits).first() is not None


def _deal(connection: sa.Connection, config: Config, store: Store, period: Period) -> int:
    """Deal out the links that nobody has yet; says how many lanes of our own are to be looked at once more."""
    table = tables.links
    new = sa.select(table.c.url).where(table.c.period == period.id, table.c.lane.is_(None), table.c.verdict.is_(None), ~table.c.believed)
    found = list(connection.execute(new).scalars())
    if not found:
        return 0
    home = homes(lanes(config.sites))
    ours = {url: home[urls.site_key(url)] for url in found if urls.site_key(url) in home}
    others = [url for url in found if url not in ours]
    good = trusted(config, store, others, period.now)
    _mark(connection, period, good, {"believed": True})
    asked = [url for url in others if url not in good]
    known = sa.select(table.c.host, table.c.lane).where(table.c.period == period.id, table.c.lane.is_not(None)).distinct()
    of = dealt(Counter(urls.site_key(url) for url in asked), {host: lane for host, lane in connection.execute(known)})  # noqa: C416
    by_lane: dict[str, list[str]] = {}
    for url in asked:
        by_lane.setdefault(of[urls.site_key(url)], []).append(url)
    for lane, those in by_lane.items():
        _mark(connection, period, those, {"lane": lane})
    most = config.fleet.links_per_job
    queue.defer(connection, [_visit(period.id, lane) for lane, those in by_lane.items() for _ in range(0, len(those), most)])
    again: dict[str, list[str]] = {}
    for url, lane in ours.items():
        again.setdefault(lane, []).append(url)
    for lane, those in again.items():
        _mark(connection, period, those, {"lane": lane})
    for lane in connection.execute(
        sa.select(tables.looks.c.lane).where(
            tables.looks.c.period == period.id, tables.looks.c.lane.in_(again), tables.looks.c.failed != ""
        )
    ).scalars():
        give_up(connection, period.id, lane)
    return once_more(connection, period, again.keys())


def once_more(connection: sa.Connection, period: Period, those: Collection[str]) -> int:
    """Have lanes of ours looked at again, for what others link to there; those that are still being looked at are, when they end."""
    table = tables.looks
    where = (table.c.period == period.id) & table.c.lane.in_(those) & table.c.ended.is_not(None) & (table.c.failed == "")
    ready = list(connection.execute(sa.select(table.c.lane).where(where)).scalars())
    if ready:
        chosen = (table.c.period == period.id) & table.c.lane.in_(ready)
        connection.execute(table.update().where(chosen).values(ended=None, round=table.c.round + 1))
        queue.defer(connection, [_look(period.id, lane) for lane in ready])
    return len(ready)


def give_up(connection: sa.Connection, number: int, lane: str) -> None:
    """Visit no more links of a lane in this period: nobody could, and they are unsure."""
    table = tables.links
    chosen = (table.c.period == number) & (table.c.lane == lane) & table.c.verdict.is_(None) & ~table.c.believed
    for url in list(connection.execute(sa.select(table.c.url).where(chosen)).scalars()):
        visit = unvisited(url)
        values = {"verdict": visit.verdict, "evidence": encode(visit)}
        connection.execute(table.update().where(chosen, table.c.hash == url_hash(url)).values(values))


def unvisited(url: str) -> Unsure:
    """What is said of a link that nobody could visit before the end of its period."""
    return Unsure(url, Reason.INTERRUPTED, Evidence(detail="the look was stopped before its turn"))


def _mark(connection: sa.Connection, period: Period, those: Collection[str], values: dict[str, Any]) -> None:
    """Set columns of the rows of some links."""
    table, every = tables.links, [url_hash(url) for url in those]
    for start in range(0, len(every), 500):
        chosen = (table.c.period == period.id) & table.c.hash.in_(every[start : start + 500])
        connection.execute(table.update().where(chosen).values(values))


def trusted(config: Config, store: Store, those: Collection[str], now: dt.datetime) -> set[str]:
    """The links of others that need not be visited: a good visit is believed, or their server asked to be left alone."""
    good = set(believed(store.visits_of(those, since(config, now), now), {})) - set(config.network.canaries)
    return good | waiting(store, those, now).keys()


def waiting(store: Store, those: Collection[str], now: dt.datetime) -> dict[str, Unsure]:
    """Those of the links whose servers asked for time."""
    from reviewer.look import LONGEST_WAIT

    later = store.waiting(now, dt.timedelta(seconds=LONGEST_WAIT))
    return {url: later[url] for url in those if url in later}


def mind(config: Config, store: Store, clock: dt.datetime) -> None:
    """See after the period in hand: what is next is done, and what nobody is at is handed out again."""
    with store.write() as connection:
        queue.tidy(connection)
        period = load(connection, hold=True)
        if period is None:
            return
        forward(connection, config, store, period, clock)
        period = load(connection, period.id)
        if period is None:
            return
        if period.state != OPEN:
            if not _there(connection, queue.SETTLE, period.id):
                queue.defer(connection, [_settle(period.id)])
            return
        looks, links = tables.looks, tables.links
        open_ = sa.select(looks.c.lane).where(looks.c.period == period.id, looks.c.ended.is_(None))
        lost = set(connection.execute(open_).scalars()) - _there(connection, queue.LOOK, period.id)
        left = sa.select(links.c.lane).where(
            links.c.period == period.id, links.c.lane.is_not(None), links.c.verdict.is_(None), ~links.c.believed
        )
        home = set(homes(lanes(config.sites)).values())
        unvisited = set(connection.execute(left.distinct()).scalars()) - _there(connection, queue.VISIT, period.id) - home
        queue.defer(
            connection, [*(_look(period.id, lane) for lane in sorted(lost)), *(_visit(period.id, lane) for lane in sorted(unvisited))]
        )


def _there(connection: sa.Connection, task: str, number: int) -> set[str]:
    """The lanes of a period for which such a job waits or is being done."""
    rows = connection.execute(
        sa.text(
            "SELECT lock FROM procrastinate_jobs "
            "WHERE status IN ('todo', 'doing') AND task_name = :task AND (args->>'period')::int = :number"
        ),
        {"task": task, "number": number},
    )
    return set(rows.scalars())
