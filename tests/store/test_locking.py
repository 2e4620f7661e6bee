"""One run at a time, whatever kills it."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from reviewer.store import Locked, StateRefused, Store, lock
from reviewer.store.opening import KEEPALIVES, postgres_engine
from tests.store.samples import NOW

HOLD = """
import datetime, os, sys
from reviewer.store import lock
with lock(sys.argv[1], what="reviewer run", now=datetime.datetime(2026, 11, 23, 6, tzinfo=datetime.UTC)):
    if len(sys.argv) > 2 and os.fork() == 0:
        sys.stdin.readline()
        os._exit(0)
    print("held", flush=True)
    sys.stdin.readline()
"""


def hold(at: str, *more: str) -> subprocess.Popen[str]:
    """A process that holds the lock until it is told to end."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, at, *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_another_process_has_it(at: str) -> None:
    """Who comes second is told at once; the lock is free when the first one ends."""
    with hold(at) as process:
        with pytest.raises(Locked, match="Another run holds the lock since"), lock(at, now=NOW):
            pass
        process.communicate("\n", timeout=60)
    with lock(at, now=NOW):
        pass


def test_it_says_who_and_since_when(tmp_path: Path) -> None:
    """The message names the command, the process, the machine and the time."""
    at = str(tmp_path / "state.sqlite3")
    with hold(at) as process:
        with pytest.raises(Locked) as caught, lock(at, now=NOW):
            pass
        process.communicate("\n", timeout=60)
    assert str(caught.value).startswith(f"Another run holds the lock since 2026-11-23 06:00 UTC: reviewer run, process {process.pid} on ")
    assert caught.value.since == NOW


@pytest.mark.parametrize("forks", [(), ("with a worker that outlives it",)])
def test_it_dies_with_its_holder(tmp_path: Path, forks: tuple[str, ...]) -> None:
    """Kill -9 frees the lock, even when a worker process of the dead run is still there; the file stays."""
    at = str(tmp_path / "state.sqlite3")
    with hold(at, *forks) as process:
        process.send_signal(signal.SIGKILL)
        assert process.wait(60) == -signal.SIGKILL
        with lock(at, now=NOW):
            pass
    assert (tmp_path / "state.sqlite3.lock").exists()


def test_the_same_process_cannot_have_it_twice(tmp_path: Path) -> None:
    """Two threads of one process do not run at once either."""
    at = str(tmp_path / "state.sqlite3")
    with lock(at, now=NOW), pytest.raises(Locked, match="in this process"), lock(at, what="reviewer digest", now=NOW):
        pass
    with lock(at, now=NOW):
        pass


@pytest.mark.parametrize("says", [b"", b"{", b"[]", b'{"pid": 1}', b'{"pid":1,"host":"a","what":"b","since":"never"}'])
def test_a_half_written_holder_is_no_trouble(tmp_path: Path, says: bytes) -> None:
    """Who looks in the moment in which the holder is being written down is told that somebody has just started."""
    from reviewer.store.locking import _holder

    assert "only just started" in str(_holder(says))


def test_what_cannot_be_locked_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without rights, and a file system without locks, are said in words."""
    import fcntl

    (tmp_path / "state.sqlite3.lock").mkdir()
    with pytest.raises(StateRefused, match=r"lock file .* cannot be opened"), lock(str(tmp_path / "state.sqlite3"), now=NOW):
        pass
    monkeypatch.setattr(fcntl, "lockf", lambda *_args: (_ for _ in ()).throw(OSError(37, "No locks available")))
    with pytest.raises(StateRefused, match=r"No locks available.*local disk"), lock(str(tmp_path / "other.sqlite3"), now=NOW):
        pass


def test_a_server_that_is_away(tmp_path: Path) -> None:
    """The lock of a PostgreSQL state that cannot be reached is refused in words, without the password."""
    at = f"postgresql://me:hunter2@db.invalid/reviewer?host={tmp_path}"
    with pytest.raises(StateRefused, match="cannot be reached") as caught, lock(at, now=NOW):
        pass
    assert "hunter2" not in str(caught.value)


def test_the_server_knows_the_holder(postgres: str) -> None:
    """On PostgreSQL the lock is a session's: its name and start are told."""
    before = dt.datetime.now(dt.UTC)
    with lock(postgres, now=NOW):
        with pytest.raises(Locked, match=f"reviewer pid {os.getpid()}") as caught, lock(postgres, now=NOW):
            pass
        assert caught.value.since is not None
        assert abs(caught.value.since - before) < dt.timedelta(hours=1)


MIDWAY = """
import datetime, sys
from reviewer.store import Store, lock
now = datetime.datetime(2026, 11, 23, 6, tzinfo=datetime.UTC)
with lock(sys.argv[1], what="reviewer run", now=now), Store.open(sys.argv[1], now=now) as store:
    store.begin_run("run", now=now, as_of=now.date())
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_two_hosts_on_one_server_and_one_loses_its_power(postgres: str) -> None:
    """While one runs the other waits; the lock goes with the one that died in mid-run, whose run is called killed, and the other does it."""
    with subprocess.Popen([sys.executable, "-c", MIDWAY, postgres], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as host:
        assert host.stdout is not None
        assert host.stdout.readline() == "held\n"
        with pytest.raises(Locked), lock(postgres, now=NOW):
            pass
        host.send_signal(signal.SIGKILL)
        host.wait(60)
    for _ in range(100):  # the server ends the session of a process that is gone when it looks at it next
        with suppress(Locked), lock(postgres, now=NOW), Store.open(postgres, now=NOW) as store:
            store.end_run(store.begin_run("run", now=NOW, as_of=NOW.date()), "done", now=NOW)
            assert [run.outcome for run in store.runs()] == ["killed", "done"]
            return
    pytest.fail("the lock of a dead host stays")


def test_a_host_without_power_is_noticed_within_two_minutes(postgres: str) -> None:
    """Its connection says nothing, not even goodbye: the server asks after half a minute, and not after two hours."""
    engine = postgres_engine(postgres)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT name, source FROM pg_settings WHERE name LIKE 'tcp_keepalives_%%'").all()
    engine.dispose()
    assert {tuple(row) for row in found} == {(name, "session") for name in KEEPALIVES}
    idle, interval, count = KEEPALIVES.values()
    assert idle + interval * count < 120
