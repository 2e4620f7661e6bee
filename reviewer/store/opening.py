"""Open a state: which database, is it whole, may it stand there; else say why not. Nothing is changed before that is known."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import sqlalchemy as sa

from reviewer.store.failures import StateFailed, StateRefused

BUSY_SECONDS: Final = 30.0
"""How long a writer waits for another one. Readers never wait (WAL)."""

LEAST_FREE: Final = 64 * 1024 * 1024
"""Bytes that must be free beside a SQLite state before a run starts: several runs' worth of WAL for 100,000 links."""

KEEPALIVES: Final = {"tcp_keepalives_idle": 30, "tcp_keepalives_interval": 10, "tcp_keepalives_count": 4}
"""What the PostgreSQL server asks of a silent connection (seconds, seconds, times); its own default waits for two hours."""

MAGIC: Final = b"SQLite format 3\x00"

NETWORK_FILE_SYSTEMS: Final = frozenset(
    {
        *(
            "9p",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "gfs2",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs4",
            "ocfs2",
            "smb3",
            "smbfs",
        ),
        *("fuse.blobfuse", "fuse.blobfuse2", "fuse.ceph", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.goofys", "fuse.rclone"),
        *("fuse.s3fs", "fuse.sshfs"),
    }
)
"""File systems where SQLite's locks or shared memory do not hold (sqlite.org/howtocorrupt.html, 2.1; sqlite.org/wal.html)."""


def is_postgres(at: str) -> bool:
    """Whether the state is a PostgreSQL URL."""
    return at.partition("://")[0].partition("+")[0] in {"postgres", "postgresql"}


def shown(at: str) -> str:
    """The place of the state for people: without the password."""
    if not is_postgres(at):
        return at
    parts = urlsplit(at)
    return f"postgresql://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"


def file_system(path: Path, mounts: str | None = None) -> str | None:
    """The type of the file system that holds ``path`` (Linux: /proc/self/mountinfo, or ``mounts`` in its form); None where nobody says."""
    if mounts is None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
    best: tuple[int, str] | None = None
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        point = Path(fields[4].encode("latin-1", "replace").decode("unicode_escape"))
        if path.is_relative_to(point) and (best is None or len(point.parts) >= best[0]):
            best = (len(point.parts), after.split()[0])
    return best[1] if best else None


def check_place(
    path: Path, *, kind: Callable[[Path], str | None] = file_system, free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free
) -> None:
    """Refuse a place where SQLite cannot keep its word. ``path`` is absolute; its folder exists. Raises ``StateRefused``."""
    found = kind(path.parent)
    if found in NETWORK_FILE_SYSTEMS:
        raise StateRefused(
            f"The state {path} is on a network file system ({found}), where SQLite's locks do not hold and the file can be destroyed. "
            "Set [state] at to a path on a local disk, or to a postgresql:// URL."
        )
    left = free(path.parent)
    if left < LEAST_FREE:
        raise StateRefused(
            f"Only {left // 1024**2} MB are free where the state {path} is; a run needs {LEAST_FREE // 1024**2} MB. "
            "Free some space, or set [state] at to another disk. Nothing was fetched and nothing was sent."
        )


def check_file(path: Path) -> None:
    """Refuse a file that is no SQLite database. An empty or absent file is a state to be made. Raises ``StateRefused``."""
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise StateRefused(f"The state {path} cannot be read: {error.strerror or error}. Check its owner and mode.") from error
    if head and head != MAGIC:
        raise StateRefused(f"{path} is not a state: it is no SQLite database. Set [state] at to another path; this file was not touched.")


def sqlite_engine(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sa.Engine:
    """An engine on a SQLite file: WAL, synchronous FULL, foreign keys, BEGIN IMMEDIATE for writers.

    A deferred transaction that reads and then writes fails at once with SQLITE_BUSY_SNAPSHOT and never waits; synchronous NORMAL may forget
    a committed transaction in a power cut. Neither may happen to a message that is being sent.
    """
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_seconds, "check_same_thread": False, "isolation_level": None},
    )

    @sa.event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, record: Any) -> None:
        del record
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA journal_size_limit=16777216")

    @sa.event.listens_for(engine, "begin")
    def began(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get("reads_only") else "BEGIN IMMEDIATE")

    return engine


def postgres_engine(at: str) -> sa.Engine:
    """An engine on a PostgreSQL server, through psycopg. Raises ``StateRefused`` when psycopg is not installed."""
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise StateRefused("A postgresql:// state needs psycopg: pip install 'content-reviewer[postgres]'.") from error
    url = sa.make_url(at).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(
        url, pool_pre_ping=True, connect_args={"connect_timeout": 10, "application_name": f"reviewer pid {os.getpid()}"}
    )

    @sa.event.listens_for(engine, "connect")
    def connected(connection: Any, record: Any) -> None:
        """Let the server notice within a minute or so that this host lost its power: until then it would hold the lock for hours."""
        del record
        for name, value in KEEPALIVES.items():
            connection.execute(f"SET {name} = {value}")
        connection.commit()

    return engine


def check_whole(engine: sa.Engine, path: Path) -> None:
    """SQLite's integrity check. Raises ``StateRefused`` with what it found."""
    try:
        with engine.connect().execution_options(reads_only=True) as connection:
            says = connection.exec_driver_sql("PRAGMA integrity_check(3)").scalars().all()
    except sa.exc.DatabaseError as error:
        if is_damage(says := str(error.orig)):
            raise StateRefused(damaged(path, says)) from error
        raise StateFailed(failed(str(path), says)) from error
    if says != ["ok"]:
        raise StateRefused(damaged(path, "; ".join(map(str, says))))


def is_damage(says: str) -> bool:
    """Whether the database speaks of the file itself; a full disk, a lock or a wrong mode say nothing of what is in it."""
    return "malformed" in says or "not a database" in says


def damaged(path: Path, says: str) -> str:
    """What a person does about a damaged state."""
    return (
        f"The state {path} is damaged ({' '.join(says.split())}). Keep the file, put the newest backup in its place (*.backup beside it, "
        "or one made by `reviewer state backup`), and run `reviewer state check`."
    )


def failed(shown: str, says: str) -> str:
    """What a person does about a transaction that the database did not take."""
    if "full" in says:
        todo = f"Free some space ({LEAST_FREE // 1024**2} MB where it is) and run again; nothing is damaged."
    elif "locked" in says or "busy" in says:
        todo = "Another program holds the state open for writing; close it and run again."
    elif "readonly" in says or "unable to open" in says or "ermission" in says:
        todo = "Check the owner and mode of the file, of its folder, and of the files -wal and -shm beside it."
    else:
        todo = "Run `reviewer state check`, then run again."
    return f"The state {shown} did not take a change ({says}). The change was undone as a whole: nothing is half done. {todo}"


def remembered(path: Path) -> Path:
    """The file beside the lock that holds the id of the installation whose state stood here."""
    return path.with_name(f"{path.name}.id")


def check_there(path: Path) -> None:
    """Refuse to make a new state silently where one has been: it would tell everybody everything again. Raises ``StateRefused``."""
    kept = remembered(path)
    if kept.exists() and (not path.exists() or path.stat().st_size == 0):
        was = "is empty" if path.exists() else "is gone"
        raise StateRefused(
            f"The state {path} {was}, and one was here (installation {kept.read_text(errors='replace').strip()[:40]}). Put the newest "
            "backup in its place. If it is meant so, begin anew: reviewer state init --again. Nothing was done."
        )


def remember(path: Path, installation: str) -> None:
    """Write down beside the lock that a state stands here."""
    kept = remembered(path)
    with contextlib.suppress(OSError):
        if not kept.exists() or kept.read_text(errors="replace").strip() != installation:
            kept.touch(mode=0o600)
            kept.write_text(f"{installation}\n")


def mend_shared_memory(path: Path) -> None:
    """Make the files of SQLite beside the state writable again when they are ours and somebody took the bit away."""
    for ending in ("-shm", "-wal"):
        with contextlib.suppress(OSError):
            beside = path.with_name(f"{path.name}{ending}")
            if not beside.stat().st_mode & stat.S_IWUSR:
                beside.chmod(0o600)


def check_folder(path: Path) -> None:
    """Make the state's folder when it is absent. Raises ``StateRefused`` when it cannot be made or is a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StateRefused(
            f"The folder {path.parent} of the state cannot be made: {error.strerror}. Make it, or set [state] at."
        ) from error
    if path.is_dir():
        raise StateRefused(f"The state {path} is a folder. Set [state] at to a file in it, such as {path / 'reviewer.sqlite3'}.")


def make_private(path: Path) -> None:
    """Make an absent file so that only its owner reads it: it holds addresses of people. SQLite's own files beside it get the same mode."""
    with contextlib.suppress(FileExistsError):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        except PermissionError as error:
            raise StateRefused(f"The state {path} cannot be made: {error.strerror}. Check the folder's owner and mode.") from error
