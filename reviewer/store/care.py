"""Care of a state: backup, check, export, retention, and forgetting a person."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import sqlalchemy as sa

from reviewer.store.failures import StateRefused


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
