"""Versions of the tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reviewer.model import Confidence, Severity
from reviewer.store import StateRefused, Store, migrating, tables
from tests.makers import broken, opened, overdue
from tests.store.samples import NOW, issue, issues


def test_the_scripts_make_the_tables(store: Store) -> None:
    """What the migrations make is what the statements expect: no column more, none less, of the same type."""
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": False})
        differences = [
            each for each in compare_metadata(context, tables.METADATA) if each[0] != "remove_table" or each[1].name != "alembic_version"
        ]
    assert differences == []


def test_the_newest_script_is_the_head() -> None:
    """HEAD, by which a newer state is refused without loading Alembic, is the newest script; scripts are numbered and in one line."""
    config = Config()
    config.set_main_option("script_location", str(migrating.SCRIPTS))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [migrating.HEAD]
    assert [script.revision for script in scripts.walk_revisions()] == [f"{number:04d}" for number in range(int(migrating.HEAD), 0, -1)]


def test_an_older_state_is_backed_up_and_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a migration a backup is made beside the state; it opens with what was there."""
    at = tmp_path / "state.sqlite3"
    with Store.open(at) as store:
        store.save_issues(issues(issue()))
        with store.write() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(
        migrating, "migrate", lambda connection, **_more: connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
    )
    with Store.open(at, now=NOW) as store:
        assert store.issues() == issues(issue())
    (backup,) = tmp_path.glob("*.backup")
    assert backup.name == "state.sqlite3.before-0002-20261123T060000Z.backup"
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
        assert raw.execute("SELECT count(*) FROM issues").fetchone() == (1,)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration is one transaction: killed or failing in the middle, the state is as it was and opens with the older program."""
    at = tmp_path / "state.sqlite3"
    monkeypatch.setattr("reviewer.store.tables.about.insert", lambda: (_ for _ in ()).throw(RuntimeError("pulled the plug")))
    with pytest.raises(RuntimeError, match="plug"):
        Store.open(at)
    monkeypatch.undo()
    with closing(sqlite3.connect(at)) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    Store.open(at).close()


@pytest.mark.parametrize("found", ["0003", "9999", "abcdef012345"])
def test_versions_that_are_not_known(found: str) -> None:
    """A higher number, or a name that this line of programs never used, is of a newer program."""
    with pytest.raises(StateRefused, match="newer reviewer"):
        migrating.check_version(found, "state.sqlite3", "0.1.0")


def test_versions_that_are_known() -> None:
    """An empty state and this version pass."""
    migrating.check_version(None, "state.sqlite3", "0.1.0")
    migrating.check_version(migrating.HEAD, "state.sqlite3", "0.1.0")


def test_a_state_is_looked_at_without_alembic(tmp_path: Path) -> None:
    """Opening a state of this version does not import Alembic, which costs start-up time."""
    import subprocess
    import sys

    Store.open(tmp_path / "state.sqlite3").close()
    code = "import sys; from reviewer.store import Store; Store.open(sys.argv[1]).close(); sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "state.sqlite3")], timeout=60, check=False).returncode == 0


def test_a_state_of_the_first_release_keeps_its_issues(tmp_path: Path) -> None:
    """A state that was written before findings had a confidence opens: what its checks had guessed is a note, the rest was stated or seen."""
    at = tmp_path / "state.sqlite3"
    found = [broken(), overdue(), broken(check="lapsed_promise", subject="promise", severity=Severity.PROBLEM)]
    with Store.open(at) as store:
        store.save_issues(issues(*map(opened, found)))
        with store.write() as connection:
            for column in ("confidence", "rests_on", "also"):
                connection.exec_driver_sql(f"ALTER TABLE issues DROP COLUMN {column}")
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with Store.open(at, now=NOW) as store:
        kept = {each.finding.check: each.finding for each in store.issues().values()}
    assert {check: (one.confidence, one.severity) for check, one in kept.items()} == {
        "broken_link": (Confidence.SEEN, Severity.PROBLEM),
        "review_date": (Confidence.STATED, Severity.URGENT),
        "lapsed_promise": (Confidence.GUESSED, Severity.NOTE),
    }
