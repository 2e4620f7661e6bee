"""Runs and periods: what was done when, and what of the timetable is done."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from reviewer import __version__
from reviewer.store import tables
from reviewer.store.failures import StateRefused

LONGEST: Final = dt.timedelta(days=60)
"""Runs further apart are two months of silence or a clock that ran ahead: a person says which."""

SLACK: Final = dt.timedelta(minutes=10)
"""By so much a clock may be set back by its time server between two runs."""

SETTLED: Final = frozenset({"done", "incomplete"})
"""Outcomes of runs that came to their end."""


@dataclass(frozen=True, slots=True)
class Run:
    """One row of the table ``runs``: a run and what came of it. ``ended`` is None while it runs, or when it was killed. ``says`` is why it
    settled nothing: it was killed, or our own network did not work."""

    id: int
    kind: str
    started: dt.datetime
    ended: dt.datetime | None
    as_of: dt.date
    outcome: str
    says: str = ""
    pages: int = 0
    unread: int = 0
    works: int = 0
    moved: int = 0
    broken: int = 0
    unsure: int = 0
    skipped: int = 0
    issues_open: int = 0
    overdue: int = 0
    messages: int = 0
    notes: tuple[str, ...] = ()
    version: str = ""

    @property
    def settled(self) -> bool:
        """Whether the run did its work: a site that is down is the site's illness, an outage of our own is ours."""
        return self.outcome in SETTLED and not self.says

    @property
    def outage(self) -> bool:
        """Whether the run could do nothing because our own network did not work."""
        return self.outcome in SETTLED and bool(self.says)


def bury(connection: sa.Connection) -> None:
    """Runs that never ended were killed, since the caller holds the lock."""
    connection.execute(
        tables.runs.update()
        .where(tables.runs.c.outcome == "running")
        .values(outcome="killed", says="The run was killed before its end; the next one did its work.")
    )


def begin(connection: sa.Connection, *, kind: str, now: dt.datetime, as_of: dt.date) -> int:
    """Write down that a run begins. Returns the run's number."""
    bury(connection)
    made = connection.execute(
        tables.runs.insert().values(kind=kind, started=now, as_of=as_of, outcome="running", version=__version__).returning(tables.runs.c.id)
    )
    return int(made.scalar_one())


def end(connection: sa.Connection, run: int, *, outcome: str, says: str, notes: Sequence[str], messages: int, now: dt.datetime) -> None:
    """Write down how a run ended."""
    connection.execute(
        tables.runs.update()
        .where(tables.runs.c.id == run)
        .values(ended=now, outcome=outcome, says=says, notes=json.dumps(list(notes), ensure_ascii=True), messages=messages)
    )


def load(connection: sa.Connection, limit: int | None = None) -> tuple[Run, ...]:
    """All runs, or the last ``limit`` of them, oldest first."""
    rows = connection.execute(sa.select(tables.runs).order_by(tables.runs.c.id.desc()).limit(limit)).mappings()
    return tuple(Run(**{**row, "notes": tuple(json.loads(row["notes"]))}) for row in rows)[::-1]


def done(connection: sa.Connection, kind: str) -> frozenset[str]:
    """The periods of that kind that are done."""
    return frozenset(connection.execute(sa.select(tables.periods.c.period).where(tables.periods.c.kind == kind)).scalars())


def last_done(connection: sa.Connection, kind: str, until: dt.datetime | None = None) -> dt.datetime | None:
    """When a period of that kind was last done; what was done later than ``until`` was done by a clock that ran ahead."""
    moments = sa.select(sa.func.max(tables.periods.c.done, type_=tables.Moment())).where(tables.periods.c.kind == kind)
    if until is not None:
        moments = moments.where(tables.periods.c.done <= until)
    return connection.execute(moments).scalar_one_or_none()


def mark(connection: sa.Connection, kind: str, period: str, *, run: int | None, now: dt.datetime) -> None:
    """A period is done; marking it again changes nothing."""
    where = (tables.periods.c.kind == kind) & (tables.periods.c.period == period)
    if not connection.execute(sa.select(tables.periods.c.kind).where(where)).first():
        connection.execute(tables.periods.insert().values(kind=kind, period=period, done=now, run_id=run))


def check_clock(now: dt.datetime, last: dt.datetime) -> None:
    """Compare the clock with the time of the last run. Raises ``StateRefused`` for one that was set back, or ran ahead: reminders, retries
    and retention would follow it for years."""
    if last - SLACK <= now <= last + LONGEST:
        return
    where = "before" if now < last else f"more than {LONGEST.days} days after"
    raise StateRefused(
        f"This machine's clock says {now:%Y-%m-%d %H:%M} UTC, which is {where} the last run ({last:%Y-%m-%d %H:%M} UTC). Nothing was done. "
        "If one of the two clocks was wrong, put this one right. If this one is right, say so once with --clock-is-right."
    )


def count_issues(connection: sa.Connection, run: int) -> None:
    """Write down how many issues are open, and how many of them are reviews overdue: the trend."""
    is_open = sa.select(sa.func.count()).select_from(tables.issues).where(tables.issues.c.state == "open")
    counts = {
        "issues_open": is_open.scalar_subquery(),
        "overdue": is_open.where(tables.issues.c.reason == "overdue").scalar_subquery(),
    }
    connection.execute(tables.runs.update().where(tables.runs.c.id == run).values(counts))


def count(connection: sa.Connection, run: int, figures: Mapping[str, int]) -> None:
    """Write down a run's figures as the reports show them: the trend and the glance agree."""
    connection.execute(tables.runs.update().where(tables.runs.c.id == run).values(dict(figures)))


def counts(connection: sa.Connection, column: sa.Column[str]) -> dict[str, int]:
    """How many rows of a table have each value of one of its columns."""
    found = connection.execute(sa.select(column, sa.func.count()).group_by(column).order_by(column))
    return {str(value): int(count) for value, count in found}
