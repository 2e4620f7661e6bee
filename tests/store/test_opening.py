"""What may be opened, and what is refused in words."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from unittest import mock

import pytest
import sqlalchemy as sa

from reviewer.store import StateFailed, StateRefused, Store, begin, migrating, opening
from tests.store.samples import DAY, NOW, looked, works

MOUNTS = """\
22 1 0:20 / / rw,relatime - ext4 /dev/vda rw
23 22 0:21 / /srv rw - nfs4 server:/srv rw
24 23 0:22 / /srv/local rw - xfs /dev/vdb rw
25 22 0:23 / /mnt/with\\040blank rw shared:1 - cifs //server/share rw
broken line
26 22 - nothing
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/reviewer", "ext4"),
        ("/srv/state", "nfs4"),
        ("/srv/local/state", "xfs"),
        ("/mnt/with blank/x", "cifs"),
        ("/srvx", "ext4"),
    ],
)
def test_the_file_system_of_a_path(path: str, kind: str) -> None:
    """The nearest mount above a path counts, blanks in its name included."""
    assert opening.file_system(Path(path), MOUNTS) == kind


def test_a_machine_that_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without /proc nobody says what a file system is, and nothing is refused for it."""
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_more: (_ for _ in ()).throw(OSError("no /proc")))
    assert opening.file_system(Path("/")) is None
    assert opening.file_system(Path("/"), "") is None


def test_this_machine_says() -> None:
    """On Linux the temporary folder has a file system, and it is none of a network's."""
    if not Path("/proc/self/mountinfo").exists():
        pytest.skip("no /proc here")
    assert opening.file_system(Path.cwd()) not in {None, "nfs4"}


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "9p", "fuse.sshfs", "smb3"])
def test_network_file_systems_are_refused(tmp_path: Path, kind: str) -> None:
    """SQLite's locks do not hold there: the state is refused before it is made, with what to do."""
    with pytest.raises(StateRefused, match=rf"network file system \({kind}\).*postgresql://"):
        opening.check_place(tmp_path / "state", kind=lambda _path: kind)


def test_a_full_disk_is_refused_before_anything_is_fetched(tmp_path: Path) -> None:
    """With too little space a run does not begin."""
    with pytest.raises(StateRefused, match=r"Only 3 MB are free.*Nothing was fetched"):
        opening.check_place(tmp_path / "state", kind=lambda _path: "ext4", free=lambda _path: 3 * 1024**2)
    opening.check_place(tmp_path / "state", kind=lambda _path: None)


def test_looking_at_a_state_needs_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state on a full disk can still be looked at."""
    at = str(tmp_path / "state.sqlite3")
    Store.open(at).close()
    monkeypatch.setattr(opening, "LEAST_FREE", 1 << 62)
    with pytest.raises(StateRefused, match="MB are free"):
        Store.open(at)
    Store.open(at, room=False).close()


def test_the_pragmas_hold(tmp_path: Path) -> None:
    """WAL, synchronous FULL and foreign keys hold on every connection; a transaction begins by taking the write lock."""
    with Store.open(tmp_path / "state.sqlite3") as store:
        with store.write() as connection:
            told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")]
            with (
                closing(sqlite3.connect(tmp_path / "state.sqlite3", timeout=0)) as other,
                pytest.raises(sqlite3.OperationalError, match="locked"),
            ):
                other.execute("BEGIN IMMEDIATE")
        with store.read(), closing(sqlite3.connect(tmp_path / "state.sqlite3", timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")
    assert told == ["wal", 2, 1]


def test_the_state_is_private(tmp_path: Path) -> None:
    """The file and what SQLite puts beside it are readable by their owner only: they hold addresses of people."""
    with Store.open(tmp_path / "new" / "state.sqlite3") as store:
        store.mark_period("check", "2026-11-23", now=NOW)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "new").iterdir()}
    assert modes == dict.fromkeys(("state.sqlite3", "state.sqlite3-wal", "state.sqlite3-shm", "state.sqlite3.id"), 0o600)


def test_a_file_that_is_no_state_is_not_touched(tmp_path: Path) -> None:
    """Somebody else's file, whatever it is, is refused and left as it is."""
    letter, other = tmp_path / "letter.txt", tmp_path / "other.sqlite3"
    letter.write_text("Dear all, this is not a database at all.")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = letter.read_bytes()
    with pytest.raises(StateRefused, match="is no SQLite database"):
        Store.open(letter)
    with pytest.raises(StateRefused, match=r"tables that are not reviewer's \(recipes\)"):
        Store.open(other)
    assert letter.read_bytes() == before
    with closing(sqlite3.connect(other)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_folder_is_no_state(tmp_path: Path) -> None:
    """A folder given for a file, and a file given for a folder, are said in words."""
    with pytest.raises(StateRefused, match="is a folder"):
        Store.open(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(StateRefused, match="cannot be made"):
        Store.open(tmp_path / "file" / "state.sqlite3")


def test_what_may_not_be_read_or_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing rights are said with what to check. Root may all, so the system call is made to fail."""
    Store.open(tmp_path / "state.sqlite3").close()

    def denied(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", denied)
        with pytest.raises(StateRefused, match="cannot be read: Permission denied"):
            opening.check_file(tmp_path / "state.sqlite3")
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", denied)
        with pytest.raises(StateRefused, match="cannot be made: Permission denied"):
            opening.make_private(tmp_path / "other.sqlite3")


def test_a_damaged_state_is_refused(tmp_path: Path) -> None:
    """A state with a hole in the middle is refused at start, and the words say which backup to use and what to run."""
    at = tmp_path / "state.sqlite3"
    with Store.open(at) as store:
        store.commit_look(
            looked(visits=tuple(works(f"https://a.example/{n}") for n in range(2000))),
            {},
            run=store.begin_run("run", now=NOW, as_of=NOW.date()),
            now=NOW,
        )
    whole = at.read_bytes()
    at.write_bytes(whole[: len(whole) // 2] + b"\xff" * 8192 + whole[len(whole) // 2 + 8192 :])
    with pytest.raises(StateRefused, match=r"is damaged.*newest backup"):
        Store.open(at)
    at.write_bytes(whole[:5000])
    with pytest.raises(StateRefused, match="is damaged"):
        Store.open(at)


def test_a_full_disk_in_the_middle_undoes_the_whole(tmp_path: Path) -> None:
    """When the disk fills in a transaction nothing of it is kept, and the state goes on when there is space again."""
    with Store.open(tmp_path / "state.sqlite3") as store:
        run = store.begin_run("run", now=NOW, as_of=NOW.date())
        store.engine.dispose()
        with store.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        with store.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 4}")
        many = looked(visits=tuple(works(f"https://a.example/{n}") for n in range(3000)))
        with pytest.raises(StateFailed, match=r"full.*nothing is half done. Free some space"):
            store.commit_look(many, {}, run=run, now=NOW, period=("check", "2026-11-23"))
        assert (store.visits(), store.periods_done("check")) == ({}, frozenset())
        store.engine.dispose()
        store.commit_look(many, {}, run=run, now=NOW, period=("check", "2026-11-23"))
        assert len(store.visits()) == 3000


def test_a_writer_waits_and_then_says_who_it_waits_for(tmp_path: Path) -> None:
    """A state that another program keeps for writing is a StateFailed after the busy timeout, not a hang."""
    Store.open(tmp_path / "state.sqlite3").close()
    engine = opening.sqlite_engine(tmp_path / "state.sqlite3", busy_seconds=0.01)
    with (
        Store(engine, str(tmp_path / "state.sqlite3"), reading_version="1") as store,
        closing(sqlite3.connect(tmp_path / "state.sqlite3")) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StateFailed, match="Another program holds the state"):
            store.mark_period("check", "2026-11-23", now=NOW)


@pytest.mark.parametrize(
    ("says", "todo"),
    [
        ("database or disk is full", "Free some space"),
        ("database is locked", "close it"),
        ("attempt to write a readonly database", "owner and mode"),
        ("disk I/O error", "reviewer state check"),
    ],
)
def test_what_to_do_when_the_disk_fails(says: str, todo: str) -> None:
    """Each kind of failure says what a person does about it."""
    assert todo in opening.failed("state.sqlite3", says)


def test_a_newer_state_is_refused(at: str) -> None:
    """A state that a newer program wrote is refused and stays as it is; the words name both versions."""
    with Store.open(at) as store, store.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9001'")
    with pytest.raises(StateRefused, match=rf"newer reviewer \(its version is 9001.*knows up to {migrating.HEAD}"):
        Store.open(at, now=NOW + DAY)


def test_a_server_that_is_away_is_said(tmp_path: Path) -> None:
    """A PostgreSQL state that cannot be reached fails in words that hold no password."""
    with pytest.raises(StateFailed, match=r"postgresql://db.invalid/reviewer") as caught:
        Store.open(f"postgresql://me:hunter2@db.invalid/reviewer?host={tmp_path}")
    assert "hunter2" not in str(caught.value)


def test_postgres_needs_psycopg(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra a postgresql:// state says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(StateRefused, match=r"pip install 'content-reviewer\[postgres\]'"):
        Store.open("postgresql://db.example/reviewer")


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("state.sqlite3", "state.sqlite3"),
        ("postgresql://me:secret@db.example:5433/reviewer?sslmode=require", "postgresql://db.example:5433/reviewer"),
        ("postgres:///reviewer", "postgresql:///reviewer"),
    ],
)
def test_the_place_is_shown_without_secrets(at: str, shown: str) -> None:
    """What people are shown of a state's place has neither user nor password."""
    assert opening.shown(at) == shown


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_a_state_that_is_gone_is_not_made_anew_in_silence(tmp_path: Path, how: str) -> None:
    """Everybody would be told everything again: it is refused until somebody says that it is meant so."""
    at = tmp_path / "state.sqlite3"
    with Store.open(at) as store:
        was = store.installation
    for file in tmp_path.glob("state.sqlite3*"):
        if file.suffix != ".id":
            file.unlink()
    if how == "empty":
        at.touch()
    with pytest.raises(StateRefused, match=rf"{how}, and one was here \(installation {was}\).*reviewer state init --again"):
        Store.open(at)
    assert at.exists() is (how == "empty")
    assert begin(str(at), again=True) != was
    with Store.open(at) as store, pytest.raises(StateRefused, match="There is a state"):
        begin(str(at), again=bool(store.installation))


def test_a_state_that_vanishes_while_it_is_open_is_said(tmp_path: Path) -> None:
    """What is written to a file that nobody can find is lost; the same goes for one that was replaced."""
    at = tmp_path / "state.sqlite3"
    with Store.open(at) as store:
        store.check_there()
        at.rename(tmp_path / "elsewhere")
        with pytest.raises(StateRefused, match="is gone while this program ran"):
            store.check_there()
        at.touch()
        with pytest.raises(StateRefused, match="was replaced while this program ran"):
            store.check_there()


def test_a_full_disk_is_not_called_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The advice for damage is to put a backup in the place of the state; of a state that is whole it destroys the newest."""
    at = tmp_path / "state.sqlite3"
    Store.open(at).close()
    full = sa.exc.OperationalError("PRAGMA", {}, sqlite3.OperationalError("database or disk is full"))
    monkeypatch.setattr(sa.Engine, "connect", mock.Mock(side_effect=full))
    with pytest.raises(StateFailed, match=r"disk is full.*Free some space \(64 MB.*nothing is damaged") as caught:
        Store.open(at)
    assert "backup" not in str(caught.value)


def test_shared_memory_that_was_left_read_only_is_mended(tmp_path: Path) -> None:
    """A -shm without its write bit, as a restore as another user leaves it, is ours to mend."""
    at, beside = tmp_path / "state.sqlite3", tmp_path / "state.sqlite3-shm"
    Store.open(at).close()
    beside.touch()
    beside.chmod(0o400)
    with Store.open(at) as store:
        store.mark_period("check", "2026-11-23", now=NOW)
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600
