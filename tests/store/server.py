"""A PostgreSQL server for tests: the one that ``REVIEWER_TEST_POSTGRES`` names, or one of our own from the distribution's package."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest


def _programs() -> Path | None:
    """Where initdb and pg_ctl are."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    here = shutil.which("initdb")
    return found[0].parent if found else Path(here).parent if here else None


def _user() -> str | None:
    """Whom the server runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class Own:
    """A server of our own. ``url`` is its maintenance database's."""

    def __init__(self, programs: Path, home: Path, user: str | None) -> None:
        self._programs, self._home, self._user = programs, home, user
        self.url = f"postgresql://reviewer@/postgres?host={quote(str(home), safe='')}"

    def call(self, program: str, *arguments: str) -> None:
        """Call one of the server's programs."""
        command = (str(self._programs / program), "-D", str(self._home / "data"), *arguments)
        environment = {"PATH": os.environ["PATH"]}
        subprocess.run(command, user=self._user, cwd=self._home, check=True, capture_output=True, timeout=60, env=environment)

    def start(self) -> None:
        """Start it."""
        options = f"-c listen_addresses='' -c unix_socket_directories={self._home} -c fsync=off"
        self.call("pg_ctl", "-w", "-l", str(self._home / "log"), "-o", options, "start")

    def stop(self) -> None:
        """Stop it at once, as a power cut would."""
        self.call("pg_ctl", "-m", "immediate", "stop")

    def restart(self) -> None:
        """Let it crash, and start it again."""
        self.stop()
        self.start()


@contextmanager
def restartable() -> Iterator[Own]:
    """A server of our own; skips the test, saying why, where there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL here: install the distribution's package, or name a server in REVIEWER_TEST_POSTGRES")
    user = _user()
    home = Path(tempfile.mkdtemp(prefix="reviewer-postgres-"))
    if user:
        shutil.chown(home, user)
    own = Own(programs, home, user)
    try:
        own.call("initdb", "-U", "reviewer", "--auth=trust", "--encoding=UTF8", "--no-sync")
        own.start()
    except (subprocess.CalledProcessError, OSError) as error:
        shutil.rmtree(home, ignore_errors=True)
        pytest.skip(f"PostgreSQL does not start here: {getattr(error, 'stderr', error)!r}")
    try:
        yield own
    finally:
        own.stop()
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server's maintenance database; skips the test, saying why, where there is none."""
    if given := os.environ.get("REVIEWER_TEST_POSTGRES"):
        yield given
        return
    with restartable() as own:
        yield own.url


@contextmanager
def database(server: str) -> Iterator[str]:
    """The URL of a new, empty schema on that server: a database of its own, but made in an instant."""
    name = f"reviewer_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    try:
        yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA {name} CASCADE".encode())
