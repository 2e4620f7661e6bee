"""One run at a time. The lock is the operating system's, or the database server's: it dies with its holder, whatever kills it.

The lock file stays where it is: who unlinks it lets two runs lock two files of one name.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from reviewer.store.failures import Locked, StateRefused
from reviewer.store.opening import is_postgres, postgres_engine, shown

RUN_LOCK: Final = 7_226_390_002
"""The PostgreSQL advisory lock of a run."""

_held: set[str] = set()


@contextlib.contextmanager
def lock(at: str, *, what: str = "reviewer run", now: dt.datetime) -> Iterator[None]:
    """Hold the state's lock for a while. ``at`` is the state's path or URL, ``what`` says who holds it.

    Raises ``Locked`` at once when another run has it. A POSIX record lock is used: unlike flock it is not inherited by forked workers, so
    that it ends with the run even when a worker outlives it.
    """
    if is_postgres(at):
        with _lock_server(at):
            yield
        return
    path = Path(at).absolute()
    path = path.with_name(f"{path.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    name = os.path.realpath(path)
    if name in _held:
        raise Locked(f"{what} in this process", None)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StateRefused(f"The lock file {path} cannot be opened: {error.strerror}. Check the folder's owner and mode.") from error
    _held.add(name)
    try:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EAGAIN}:
                raise StateRefused(f"The lock file {path} cannot be locked: {error.strerror}. Put the state on a local disk.") from error
            raise _holder(os.pread(descriptor, 4096, 0)) from None
        says = json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "what": what, "since": now.astimezone(dt.UTC).isoformat()})
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, says.encode(), 0)
        yield
    finally:
        _held.discard(name)
        os.close(descriptor)


def _holder(says: bytes) -> Locked:
    """What the lock file says of its holder; it may be half written."""
    try:
        found = json.loads(says)
        return Locked(f"{found['what']}, process {found['pid']} on {found['host']}", dt.datetime.fromisoformat(found["since"]))
    except (ValueError, KeyError, TypeError):
        return Locked("a process that has only just started", None)


@contextlib.contextmanager
def _lock_server(at: str) -> Iterator[None]:
    """Hold an advisory lock on the server for as long as one connection lives."""
    engine = postgres_engine(at)
    try:
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            if not connection.execute(sa.text("SELECT pg_try_advisory_lock(:lock)"), {"lock": RUN_LOCK}).scalar():
                row = connection.execute(
                    sa.text(
                        "SELECT a.application_name, a.client_addr, a.backend_start FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
                        "WHERE l.locktype = 'advisory' AND l.granted AND l.objid = :low AND l.classid = :high "
                        "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                    ),
                    {"low": RUN_LOCK & 0xFFFFFFFF, "high": RUN_LOCK >> 32},
                ).first()
                raise Locked(f"{row[0]} at {row[1] or 'the server itself'}", row[2]) if row else Locked("a run that has just ended", None)
            yield
    except sa.exc.OperationalError as error:
        raise StateRefused(f"The state {shown(at)} cannot be reached: {str(error.orig).strip()}") from error
    finally:
        engine.dispose()
