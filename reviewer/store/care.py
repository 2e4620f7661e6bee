"""Care of a state: backup, check, export."""

from __future__ import annotations

import base64
import contextlib
import datetime as dt
import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import sqlalchemy as sa

from reviewer.store import facts, outbox, tables
from reviewer.store.failures import StateRefused
from reviewer.store.tables import METADATA, runs


def backup(engine: sa.Engine, to: Path) -> None:
    """Copy a SQLite state, consistent even while it is written to. The file appears whole or not at all; an existing one is never replaced.

    Raises ``StateRefused`` when it cannot be written.
    """
    if engine.dialect.name != "sqlite":
        raise StateRefused("The state is on a PostgreSQL server: make its backup with pg_dump.")
    if to.exists():
        raise StateRefused(f"{to} exists. Name another file: a backup never replaces one.")
    part = to.with_name(f"{to.name}.part")
    try:
        with contextlib.closing(sqlite3.connect(str(engine.url.database))) as source:
            os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_CLOEXEC, 0o600))
            with contextlib.closing(sqlite3.connect(part)) as copy:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.rename(to)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise StateRefused(
            f"The backup {to} could not be written: {error}. Name a place with enough space. The state is unchanged."
        ) from error


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at a state found: ``facts`` for people, as (name, value), and ``faults``, which are sentences."""

    facts: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def check(connection: sa.Connection, *, shown: str, version: str) -> Checked:
    """Look at a state as a whole: its form, its references, its size, its last run."""
    faults: list[str] = []
    known = [("state", shown), ("version of the tables", version)]
    if connection.dialect.name == "sqlite":
        faults += [f"SQLite says: {says}" for says in connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars() if says != "ok"]
        faults += [
            f"a row of {table} names a row of {of} that is not there"
            for table, _, of, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        ]
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one() * connection.exec_driver_sql("PRAGMA page_size").scalar_one()
        known.append(("size", f"{pages / 1024**2:.1f} MB"))
    faults += [f"the bytes of the message {key} are not those that were written down" for key in sorted(outbox.damaged(connection))]
    faults += _unreadable(connection)
    known += [
        (table.name, str(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()))
        for table in METADATA.sorted_tables
    ]
    last = connection.execute(sa.select(runs.c.started, runs.c.outcome).order_by(runs.c.id.desc()).limit(1)).first()
    known.append(("last run", f"{last.started:%Y-%m-%d %H:%M} UTC, {last.outcome}" if last else "none"))
    return Checked(tuple(known), tuple(faults))


def _unreadable(connection: sa.Connection) -> list[str]:
    """What cannot be read back of pages and visits, by address."""
    found = []
    for table, column in ((tables.pages, tables.pages.c.facts), (tables.visits, tables.visits.c.evidence)):
        query = sa.select(tables.urls.c.url, column).join(tables.urls, tables.urls.c.id == table.c.url_id).where(column.is_not(None))
        for url, text in connection.execute(query):
            try:
                msgspec.json.decode(facts.unpacked(text))
            except (msgspec.MsgspecError, ValueError) as error:
                found.append(f"what is kept of {url} in {table.name} cannot be read ({error})")
    return found


def export(connection: sa.Connection) -> Iterator[str]:
    """Every row of every table, one JSON object a line: ``{"table": "issues", "row": {...}}``. Bytes are base64, facts are unpacked."""
    for table in METADATA.sorted_tables:
        for row in connection.execute(sa.select(table).order_by(*table.primary_key.columns)).mappings():
            plain = {key: _plain(value) for key, value in row.items()}
            if table is tables.pages and plain["facts"]:
                plain["facts"] = facts.unpacked(str(plain["facts"]))
            yield json.dumps({"table": table.name, "row": plain}, ensure_ascii=False)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, dt.date) else value


def vacuum(engine: sa.Engine) -> None:
    """Write a SQLite file anew, so that nothing of what was deleted is left in it; a server does that by itself."""
    if engine.dialect.name == "sqlite":
        with contextlib.closing(sqlite3.connect(str(engine.url.database), isolation_level=None, timeout=30)) as connection:
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
