"""The state, the folders that are written to, and the disk under them. Looking only: nothing is made, nothing is migrated."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import sqlalchemy as sa

from reviewer import __version__, store
from reviewer.doctor.line import Line, Mark
from reviewer.settings import Config
from reviewer.store import Locked, StateRefused, lock


def places(config: Config, now: dt.datetime) -> Iterator[Line]:
    """Lines about the state, the outbox folder and the report folder."""
    if store.is_postgres(config.state.at):
        yield _server(config.state.at)
    else:
        yield from _file(Path(config.state.at).absolute(), now)
    scheme, _, folder = config.email.via.partition(":")
    if scheme == "folder":
        yield _folder("outbox", Path(folder), "[email] via")
    yield _folder("report", Path(config.report_folder), "[report] folder")


def _server(at: str) -> Line:
    """Whether the PostgreSQL server lets us in, and what is there."""
    shown = store.shown(at)
    try:
        engine = store.postgres_engine(at)
        try:
            with engine.connect() as connection:
                found = store.version(connection)
            store.check_version(found, shown, __version__)
        finally:
            engine.dispose()
    except StateRefused as error:
        return Line(Mark.WRONG, "state", str(error))
    except sa.exc.DBAPIError as error:
        says = f"{shown} cannot be used: {str(error.orig).strip()}"
        return Line(Mark.WRONG, "state", says, "Check host, name, user and password in REVIEWER_STATE or [state] at.")
    return Line(Mark.FINE, "state", f"{shown}: {_version(found)}")


def _version(found: str | None) -> str:
    """What a state's version means for the next run."""
    if found is None:
        return "empty, the first run sets it up"
    return "whole and current" if found == store.HEAD else "older, the next run brings it up to date (a backup is made first)"


def _file(path: Path, now: dt.datetime, *, free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free) -> Iterator[Line]:
    """Whether the file may stand there, is whole, is ours, and free."""
    home = existing(path.parent)
    try:
        store.check_place(home / path.name, free=free)
        yield Line(Mark.FINE, "disk", f"{free(home) / 1024**3:.1f} GB free at {home}")
        if not os.access(home, os.W_OK | os.X_OK):
            yield Line(Mark.WRONG, "state", f"{home} cannot be written to by this user", "Change its owner or mode, or set [state] at.")
            return
        if not path.exists():
            yield Line(Mark.FINE, "state", f"{path} does not exist yet, the first run makes it")
            return
        store.check_file(path)
        yield Line(Mark.FINE, "state", f"{path}: {_whole(path)}")
        with lock(str(path), what="reviewer doctor", now=now):
            pass
    except StateRefused as error:
        yield Line(Mark.WRONG, "state", str(error))
    except Locked as error:
        yield Line(Mark.NOTE, "lock", str(error))


def _whole(path: Path) -> str:
    """Check a state file from end to end, and say what version it has. Raises ``StateRefused``."""
    engine = store.sqlite_engine(path)
    try:
        store.check_whole(engine, path)
        with engine.connect().execution_options(reads_only=True) as connection:
            found = store.version(connection)
        store.check_version(found, str(path), __version__)
    finally:
        engine.dispose()
    return _version(found)


def existing(path: Path) -> Path:
    """The folder itself, or the nearest one above it that exists."""
    return path if path.is_dir() else existing(path.parent)


def _folder(what: str, path: Path, key: str) -> Line:
    """Whether a folder can be written to, or made."""
    path = path.absolute()
    if path.exists() and not path.is_dir():
        return Line(Mark.WRONG, what, f"{path} is no folder", f"Name another one in {key}.")
    home = existing(path)
    if not os.access(home, os.W_OK | os.X_OK):
        return Line(Mark.WRONG, what, f"{home} cannot be written to by this user", f"Change its owner or mode, or set {key}.")
    return Line(Mark.FINE, what, f"{path}{'' if home == path else ' (will be made)'}")
