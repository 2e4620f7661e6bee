"""Backup, check, export."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.store import StateRefused, Store, care, tables
from tests.store.samples import HOME, NOW, issue, issues, looked, message, page, works


def fill(store: Store) -> None:
    """One run with a page, a link, an issue and a message."""
    run = store.begin_run("run", now=NOW, as_of=NOW.date())
    store.commit_look(
        looked(page(), visits=(works("https://a.example/"),)), issues(issue()), run=run, now=NOW, period=("check", "2026-11-23")
    )
    store.prepare([message()], issues(issue(told=1)), now=NOW)
    store.end_run(run, "done", now=NOW)


def test_a_backup_is_a_state(tmp_path: Path) -> None:
    """A backup that is made in the middle of a transaction opens, and holds what was there before it."""
    with Store.open(tmp_path / "state.sqlite3") as store:
        fill(store)
        with store.write() as connection:
            connection.exec_driver_sql("DELETE FROM issue_events")
            store.backup(tmp_path / "copy")
    with Store.open(tmp_path / "copy") as copy:
        assert copy.issues() == issues(issue(told=1))
        assert copy.check().faults == ()
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / "copy.part").exists()


def test_a_backup_replaces_nothing(tmp_path: Path) -> None:
    """An existing file is never overwritten, and a place that cannot be written is said; the state is untouched."""
    (tmp_path / "copy").write_text("precious")
    with Store.open(tmp_path / "state.sqlite3") as store:
        with pytest.raises(StateRefused, match="never replaces"):
            store.backup(tmp_path / "copy")
        with pytest.raises(StateRefused, match="could not be written"):
            store.backup(tmp_path / "nowhere" / "copy")
    assert (tmp_path / "copy").read_text() == "precious"


def test_a_server_makes_its_own_backups(postgres: str, tmp_path: Path) -> None:
    """On PostgreSQL the words name pg_dump; forgetting needs no rewriting of a file there."""
    with Store.open(postgres) as store:
        with pytest.raises(StateRefused, match="pg_dump"):
            store.backup(tmp_path / "copy")
        care.vacuum(store.engine)


def test_a_check_says_what_is_there(store: Store) -> None:
    """A whole state is told by its counts and its last run."""
    assert ("last run", "none") in store.check().facts
    fill(store)
    found = store.check()
    assert found.faults == ()
    assert {("issues", "1"), ("outbox", "1"), ("last run", "2026-11-23 06:00 UTC, done")} <= set(found.facts)


def test_a_check_finds_references_to_nowhere(tmp_path: Path) -> None:
    """A row that names another one that is not there is a fault."""
    with Store.open(tmp_path / "state.sqlite3") as store:
        fill(store)
        with closing(sqlite3.connect(tmp_path / "state.sqlite3")) as raw:
            raw.execute("DELETE FROM issues")
            raw.commit()
        assert store.check().faults == ("a row of issue_events names a row of issues that is not there",)


def test_a_check_says_what_sqlite_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that appears while the state is open is told, too."""
    with Store.open(tmp_path / "state.sqlite3") as store:
        with store.write() as connection:
            connection.exec_driver_sql("CREATE TABLE odd (a TEXT)")
            connection.exec_driver_sql("INSERT INTO odd VALUES (NULL)")
            connection.exec_driver_sql("PRAGMA writable_schema=ON")
            connection.exec_driver_sql("UPDATE sqlite_master SET sql = 'CREATE TABLE odd (a TEXT NOT NULL)' WHERE name = 'odd'")
        store.engine.dispose()
        assert [fault for fault in store.check().faults if fault.startswith("SQLite says: NULL value in odd.a")]


def test_every_row_is_written_out(store: Store) -> None:
    """An export is one JSON object a line, each with its table; bytes are base64, moments ISO."""
    fill(store)
    rows = [json.loads(line) for line in store.export()]
    assert {row["table"] for row in rows} == {
        "about",
        "issue_events",
        "issues",
        "observations",
        "outbox",
        "outbox_events",
        "page_changes",
        "pages",
        "periods",
        "runs",
        "urls",
        "visits",
    }
    (outbox,) = (row["row"] for row in rows if row["table"] == "outbox")
    assert outbox["payload"].startswith("RnJvbTog")
    assert outbox["prepared"] == "2026-11-23T06:00:00+00:00"
    assert json.loads(next(row["row"]["facts"] for row in rows if row["table"] == "pages"))["url"] == HOME


def test_facts_that_cannot_be_read_are_a_fault(store: Store) -> None:
    """A page's facts and a visit's evidence are read back, too."""
    run = store.begin_run("run", now=NOW, as_of=NOW.date())
    store.commit_look(looked(page(), visits=(works("https://a.example/"),)), {}, run=run, now=NOW)
    assert store.check().faults == ()
    with store.write() as connection:
        connection.execute(tables.pages.update().values(facts='{"url": '))
        connection.execute(tables.visits.update().values(evidence="\x01"))
    faults = store.check().faults
    assert [fault.partition(" cannot be read")[0] for fault in faults] == [
        f"what is kept of {HOME} in pages",
        "what is kept of https://a.example/ in visits",
    ]
