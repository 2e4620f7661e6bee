"""A period from its opening to its settlement: which parts of the look are still to be made, and what is to be done next.

What is left is read from what was found, never from the queue: a job that was lost is deferred anew, and one too many finds nothing to do.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from reviewer import urls
from reviewer.fleet import dealing, queue, tables
from reviewer.fleet.fingerprints import SAME, OtherConfig, fingerprint
from reviewer.fleet.lanes import homes, lanes
from reviewer.fleet.tables import OPEN
from reviewer.settings import Config
from reviewer.store import Store, url_hash

KEPT_PERIODS: Final = 60
"""How many periods are remembered for how long their looks took."""

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
    config: str
    run_id: int | None
    baseline: bool
    whole: bool
    outcome: str
    says: str
    notes: str
    incomplete: str
    waits: int | None
    told: str | None
    sent: str
    unsaid: str
    ended: dt.datetime | None
    published: dt.datetime | None

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


def last_ended(connection: sa.Connection) -> Period | None:
    """The last period that has ended."""
    table = tables.periods
    row = connection.execute(sa.select(table).where(table.c.ended.is_not(None)).order_by(table.c.id.desc()).limit(1)).mappings().first()
    return Period(**row) if row else None


def unpublished(connection: sa.Connection) -> list[Period]:
    """The periods that have ended, and of which the schedule has not said yet what came of them, oldest first."""
    table = tables.periods
    chosen = sa.select(table).where(table.c.ended.is_not(None), table.c.published.is_(None)).order_by(table.c.id)
    return [Period(**row) for row in connection.execute(chosen).mappings()]


def mark_published(store: Store, period: Period, clock: dt.datetime) -> None:
    """What came of a period was said, and the report is written."""
    with store.write() as connection:
        connection.execute(tables.periods.update().where(tables.periods.c.id == period.id).values(published=clock))


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
    """Open a period and hand out its looks, all in one transaction; one that is open already goes on. Says whether it is new. Raises
    ``OtherConfig`` when another config handed out the one that is open."""
    with store.write() as connection:
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _OPENING})
        found = load(connection)
        if found is not None and found.config != fingerprint(config):
            raise OtherConfig(
                f"The workers are at a run that was handed out with another config or version, at {found.opened:%Y-%m-%d %H:%M} UTC. "
                f"{SAME}: copy those of `reviewer schedule` here, or wait until that run has ended, at {found.deadline:%Y-%m-%d %H:%M} UTC "
                "at the latest."
            )
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
                config=fingerprint(config),
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
        queue.defer(connection, [dealing.look(number, lane) for lane in order])
        opened = load(connection, number)
        if opened is None:
            raise AssertionError("a period that was just written down")
        if not rows:
            dealing.forward(connection, config, store, opened, clock)
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


def mind(config: Config, store: Store, clock: dt.datetime) -> None:
    """See after the period in hand: what is next is done, and what nobody is at is handed out again. Of a period that another config
    handed out nothing is done."""
    with store.write() as connection:
        queue.tidy(connection)
        period = load(connection, hold=True)
        if period is None or period.config != fingerprint(config):
            return
        dealing.forward(connection, config, store, period, clock)
        period = load(connection, period.id)
        if period is None:
            return
        if period.state != OPEN:
            if not _there(connection, queue.SETTLE, period.id):
                queue.defer(connection, [dealing.settle(period.id)])
            return
        looks, links = tables.looks, tables.links
        open_ = sa.select(looks.c.lane).where(looks.c.period == period.id, looks.c.ended.is_(None))
        lost = set(connection.execute(open_).scalars()) - _there(connection, queue.LOOK, period.id)
        left = sa.select(links.c.lane).where(
            links.c.period == period.id, links.c.lane.is_not(None), links.c.verdict.is_(None), ~links.c.believed
        )
        home = set(homes(lanes(config.sites)).values())
        unvisited = set(connection.execute(left.distinct()).scalars()) - _there(connection, queue.VISIT, period.id) - home
        queue.defer(connection, [dealing.look(period.id, lane) for lane in sorted(lost)])
        queue.defer(connection, [dealing.visit(period.id, lane) for lane in sorted(unvisited)])


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
