"""What is next in a period: links are dealt out by host, lanes are looked at once more, and in the end the period is settled."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from reviewer import urls
from reviewer.fleet import queue, tables
from reviewer.fleet.fingerprints import fingerprint
from reviewer.fleet.lanes import dealt, homes, lanes
from reviewer.fleet.queue import Job
from reviewer.fleet.tables import OPEN, SETTLING
from reviewer.model import Evidence, Reason, Unsure
from reviewer.run import believed, since
from reviewer.settings import Config
from reviewer.store import Store, encode, url_hash

if TYPE_CHECKING:
    from reviewer.fleet.periods import Period

FIRST: Final = 20
"""The priority of what ends a period: it goes before what it waits for."""


def look(number: int, lane: str) -> Job:
    """The look at one lane."""
    return Job(queue.LOOK, lane, {"period": number, "lane": lane})


def visit(number: int, lane: str) -> Job:
    """The next links of one lane."""
    return Job(queue.VISIT, lane, {"period": number, "lane": lane})


def settle(number: int) -> Job:
    """The end of a period."""
    return Job(queue.SETTLE, "settle", {"period": number}, priority=FIRST)


def forward(connection: sa.Connection, config: Config, store: Store, period: Period, clock: dt.datetime) -> None:
    """Do what is next: deal links out, or have the period settled; nothing by another config than that of the period. The caller holds
    the period."""
    if period.state != OPEN or period.config != fingerprint(config):
        return
    looking = connection.execute(
        sa.select(sa.func.count()).select_from(tables.looks).where(tables.looks.c.period == period.id, tables.looks.c.ended.is_(None))
    ).scalar_one()
    late = clock >= period.deadline
    if not late and (not looking or clock >= period.half()):
        looking += _deal(connection, config, store, period)
    if late or not (looking or _waiting(connection, period)):
        connection.execute(tables.periods.update().where(tables.periods.c.id == period.id).values(state=SETTLING))
        queue.defer(connection, [settle(period.id)])


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
    queue.defer(connection, [visit(period.id, lane) for lane, those in by_lane.items() for _ in range(0, len(those), most)])
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
        queue.defer(connection, [look(period.id, lane) for lane in ready])
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
