"""What a fleet looks like to a person: its sites with their last look, and how its queue stands."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from reviewer.doctor import Line, Mark
from reviewer.fleet import periods, queue, tables
from reviewer.settings import Config
from reviewer.store import StateFailed, StateRefused, Store


@dataclass(frozen=True, slots=True)
class SiteLook:
    """The last look at one site: when it began, how it stands (waits, being looked at, looked at, failed, left out), for how many seconds
    it lasted, so many pages, and the worker that did it last."""

    site: str
    began: dt.datetime | None
    state: str
    seconds: float | None
    pages: int
    worker: str


def site_looks(config: Config, store: Store, clock: dt.datetime) -> tuple[SiteLook, ...]:
    """The last look at each site of the config, in its order."""
    looks, held = tables.looks, tables.periods
    last = sa.select(looks, held.c.state, held.c.ended.label("over")).join(held, held.c.id == looks.c.period)
    newest = sa.select(looks.c.lane, sa.func.max(looks.c.period).label("period")).group_by(looks.c.lane).subquery()
    last = last.join(newest, (newest.c.lane == looks.c.lane) & (newest.c.period == looks.c.period))
    found: dict[str, tuple[int, SiteLook]] = {}
    with store.read() as connection:
        for row in connection.execute(last).mappings():
            state = _state(row)
            until = row["ended"] or (row["over"] or clock if row["started"] else None)
            seconds = (until - row["started"]).total_seconds() if until and row["started"] else None
            for name in json.loads(row["sites"]):
                look = SiteLook(name, row["started"], state, seconds, row["pages"], row["worker"])
                found[name] = max(
                    found.get(name, (0, look)), (row["period"], look), key=lambda each: each[0]
                )  # its lane may have had another name
    never = [SiteLook(site.name, None, "never looked at", None, 0, "") for site in config.sites]
    return tuple(found[each.site][1] if each.site in found else each for each in never)


def _state(row: sa.RowMapping) -> str:
    """How one look stands, in words."""
    if row["failed"]:
        return f"failed: {row['failed']}"
    if row["ended"]:
        return "looked at"
    if row["state"] != tables.OPEN:
        return "left out"
    return "being looked at" if row["started"] else "waits"


def unsettled(store: Store) -> str:
    """Why the last period could not be settled; empty when it could, or is not over."""
    with store.read() as connection:
        return _broken(connection)


def _broken(connection: sa.Connection) -> str:
    """The same, of a state that is open already."""
    newest = periods.latest(connection)
    return str(json.loads(newest.incomplete)[-1]) if newest is not None and newest.outcome == "failed" else ""


def lines(config: Config, clock: dt.datetime) -> Iterator[Line]:
    """What the doctor says of a fleet: whether its queue is there and of this version, and whether anybody works. Nothing is changed."""
    from reviewer import store as states

    try:
        installed = queue.library()
        engine = states.postgres_engine(config.state.at)
    except StateRefused as error:
        yield Line(Mark.WRONG, "fleet", str(error))
        return
    try:
        with engine.connect() as connection:
            if not sa.inspect(connection).has_table("about") or (made := queue.version(connection)) is None:
                yield Line(Mark.FINE, "queue", "not there yet, the first `reviewer schedule` or `reviewer worker` sets it up")
                return
            if made != installed:
                todo = "Install the same reviewer on every machine; the next worker brings the queue up to date."
                yield Line(Mark.NOTE, "queue", f"made by procrastinate {made}, and {installed} is installed here", todo)
            depth = queue.depth(connection)
            period, broken = periods.load(connection), _broken(connection)
        yield Line(Mark.FINE, "queue", f"procrastinate {made}, form {tables.FORM}; {_jobs(depth)}")
        failed = depth.jobs.get("failed", 0)
        if failed:
            yield Line(
                Mark.NOTE, "queue", f"{failed} jobs failed for good", "See the logs of the workers; `reviewer fleet` shows which sites."
            )
        if depth.workers:
            yield Line(Mark.FINE, "workers", f"{depth.workers} gave a sign of life within {queue.SILENT:g} seconds")
        elif period is not None:
            since = f"a period has been open since {period.opened:%Y-%m-%d %H:%M} UTC"
            yield Line(Mark.WRONG, "workers", f"none gave a sign of life, and {since}", "Start `reviewer worker` on at least one machine.")
        else:
            yield Line(Mark.NOTE, "workers", "none gave a sign of life", "Start `reviewer worker` on at least one machine.")
        if broken:
            yield Line(Mark.WRONG, "period", broken, "See the logs of the workers.")
        for note in json.loads(period.notes) if period is not None else ():
            yield Line(Mark.NOTE, "period", note)
        if period is not None and clock > period.deadline:
            yield Line(Mark.NOTE, "period", f"its deadline passed at {period.deadline:%Y-%m-%d %H:%M} UTC; the next worker settles it")
    except (sa.exc.DBAPIError, StateFailed) as error:
        yield Line(Mark.WRONG, "queue", f"cannot be read: {error}", "Check the state's server.")
    finally:
        engine.dispose()


def _jobs(depth: queue.Depth) -> str:
    """How many jobs wait and are being done, and for how long the oldest has been waiting."""
    waits, doing = depth.jobs.get("todo", 0), depth.jobs.get("doing", 0)
    return f"{waits} jobs wait, {doing} are being done" + (f"; the oldest has been waiting for {depth.oldest:.0f} seconds" if waits else "")
