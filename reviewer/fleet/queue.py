"""The queue is procrastinate's, in the state's own database: its jobs, locks, heartbeats and retries are used as they are.

Imported where a fleet works only. What is deferred here goes into the caller's transaction: a job is there when what it is about is.
"""

from __future__ import annotations

import importlib.metadata
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from reviewer.fleet import tables
from reviewer.store import StateRefused, Store

if TYPE_CHECKING:
    from procrastinate import App

LOOK, VISIT, SETTLE, MIND = "reviewer:look", "reviewer:visit", "reviewer:settle", "reviewer:mind"

HEARTBEAT: Final = 5.0
"""Seconds between two signs of life of a worker."""

SILENT: Final = 30.0
"""Seconds without a sign of life after which a worker is dead, and its jobs are done again."""

PRUNED: Final = 10 * SILENT
"""Seconds without a sign of life after which a worker is forgotten: much later than its jobs were handed on."""

_SETUP_LOCK: Final = 7_226_390_003
"""The PostgreSQL advisory lock that lets one process make the tables while the others wait."""

_QUEUE, _FORM = "queue", "fleet"
"""What ``about`` says of the versions of the queue's tables and of ours."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be deferred: a task by its name, the lane that it locks, and what it is about."""

    task: str
    lane: str
    about: Mapping[str, Any]
    priority: int = 0


def library() -> str:
    """The version of procrastinate that is installed. Raises ``StateRefused`` when none is."""
    try:
        import procrastinate  # noqa: F401 - whether it can be imported is the question

        return importlib.metadata.version("procrastinate")
    except ImportError as error:
        raise StateRefused("A fleet needs procrastinate: pip install 'content-reviewer[fleet]'.") from error


def address(store: Store) -> str:
    """The state's address as libpq reads it."""
    return store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


def hush() -> None:
    """Let the libraries log nothing: what a job ends with is logged by the worker, once, and as all else is."""
    for noisy in ("procrastinate", "psycopg.pool"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)


def deferrer() -> App:
    """The queue for those who only defer: it has no connection of its own."""
    from procrastinate import App, SyncPsycopgConnector

    hush()
    return App(connector=SyncPsycopgConnector())


def defer(connection: sa.Connection, jobs: Iterable[Job]) -> None:
    """Put jobs into the queue, within the transaction of ``connection``."""
    app, raw = deferrer(), connection.connection.driver_connection
    for job in jobs:
        app.configure_task(job.task, allow_unknown=True, lock=job.lane, priority=job.priority, connection=raw).defer(**job.about)


def count(connection: sa.Connection, period: int, task: str, lane: str, what: str) -> int:
    """Count that a job ``failed`` by itself, or that its worker ``died`` over it; returns how often that was so far in this period. A job
    that was handed back, or waited for somebody, is not counted."""
    table = tables.tries
    made = insert(table).values({"period": period, "task": task, "lane": lane, what: 1})
    more = made.on_conflict_do_update(index_elements=["period", "task", "lane"], set_={what: table.c[what] + 1})
    return int(connection.execute(more.returning(table.c[what])).scalar_one())


def tidy(connection: sa.Connection) -> None:
    """Let go of the failed jobs of periods that have ended, and of those of no period: the logs have them."""
    connection.execute(
        sa.text(
            "DELETE FROM procrastinate_jobs j WHERE j.status = 'failed' AND j.task_name LIKE 'reviewer:%' AND NOT EXISTS "
            "(SELECT 1 FROM fleet_periods p WHERE p.ended IS NULL AND p.id = (j.args->>'period')::int)"
        )
    )


def version(connection: sa.Connection) -> str | None:
    """The version of procrastinate that made or last changed the queue's tables; None when there are none."""
    found = connection.execute(sa.text("SELECT value FROM about WHERE key = :key"), {"key": _QUEUE}).scalar()
    return str(found) if found else None


def set_up(store: Store) -> None:
    """Make the tables of the queue and of the work in hand, or bring them to this version; once, however many ask. Raises
    ``StateRefused`` when the queue was made by a newer procrastinate."""
    installed = library()
    with store.read() as connection:
        form = connection.execute(sa.text("SELECT value FROM about WHERE key = :key"), {"key": _FORM}).scalar()
        if form == tables.FORM and version(connection) == installed:
            return
    with store.write() as connection:
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _SETUP_LOCK})
        before = version(connection)
        if before is not None and _figures(before) > _figures(installed):
            raise StateRefused(
                f"The queue of this state was made by procrastinate {before}, and {installed} is installed here. Install the same reviewer "
                "on every machine, then start the workers again."
            )
        for script in _scripts(before, installed):
            connection.exec_driver_sql(script.replace("%", "%%"))
        _note(connection, _QUEUE, installed)
        form = connection.execute(sa.text("SELECT value FROM about WHERE key = :key"), {"key": _FORM}).scalar()
        if form != tables.FORM:
            tables.METADATA.drop_all(connection)
            tables.METADATA.create_all(connection)
            for index in tables.INDEXES:
                connection.exec_driver_sql(index)
            _note(connection, _FORM, tables.FORM)


def _scripts(before: str | None, installed: str) -> list[str]:
    """The SQL that brings the queue's tables from one version to another: all of it, or the migrations between."""
    from procrastinate.schema import SchemaManager

    if before is None:
        return [SchemaManager.get_schema()]
    files = sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))
    due = [file for file in files if _figures(before) < _figures(file.name.partition("_")[0]) <= _figures(installed)]
    return [file.read_text(encoding="utf-8") for file in due]


def _figures(text: str) -> tuple[int, ...]:
    """A version as numbers: ``03.04.00`` and ``3.4.0`` are the same."""
    return tuple(int(part) for part in text.split(".")[:3] if part.isdigit())


def _note(connection: sa.Connection, key: str, value: str) -> None:
    """Write down what was made."""
    connection.execute(
        sa.text("INSERT INTO about (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = :value"),
        {"key": key, "value": value},
    )


@dataclass(frozen=True, slots=True)
class Depth:
    """How the queue stands: jobs by state, the age of the oldest that waits (seconds), and workers that gave a sign of life lately."""

    jobs: Mapping[str, int]
    oldest: float
    workers: int


def workers(store: Store) -> int:
    """How many workers gave a sign of life lately."""
    with store.read() as connection:
        return depth(connection).workers


def depth(connection: sa.Connection) -> Depth:
    """How the queue stands now."""
    counts = {
        str(state): int(count)
        for state, count in connection.execute(sa.text("SELECT status, count(*) FROM procrastinate_jobs GROUP BY status"))
    }
    oldest = connection.execute(
        sa.text(
            "SELECT extract(epoch FROM now() - min(e.at)) FROM procrastinate_jobs j JOIN procrastinate_events e ON e.job_id = j.id "
            "WHERE j.status = 'todo' AND j.task_name <> :mind AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())"
        ),
        {"mind": MIND},
    ).scalar()
    seen = sa.text("SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => :silent)")
    workers = connection.execute(seen, {"silent": SILENT}).scalar_one()
    return Depth(counts, float(oldest or 0.0), int(workers))
