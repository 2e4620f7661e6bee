"""Tests of ``reviewer state``: backup, check, export, forget."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer
from reviewer.store import Store, lock
from tests.store.samples import NOW, message


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config with a state beside it and one owner."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "owners.toml").write_text('[[owner]]\nname = "A Owner"\nemail = "a.owner@pages.example"\n')
    path = tmp_path / "reviewer.toml"
    path.write_text(
        '[organisation]\ncontact = "Web <web@pages.example>"\n'
        f'[state]\nat = "{tmp_path / "state.sqlite3"}"\n[[site]]\nname = "Pages"\nstart = ["https://pages.example/"]\n'
    )
    return path


@pytest.fixture
def at(config: Path) -> Path:
    """A state with a message in it."""
    at = config.parent / "state.sqlite3"
    with Store.open(at) as store:
        store.prepare([message()], {}, now=NOW)
    return at


def state(config: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(reviewer, ["-c", str(config), "state", *words], catch_exceptions=False)


def test_a_backup_is_named(config: Path, at: Path) -> None:
    """The copy's path is the one thing on stdout; without a name it stands beside the state, named by the time."""
    named = state(config, "backup", "copy.sqlite3")
    assert (named.exit_code, named.stdout) == (0, "copy.sqlite3\n")
    with Store.open("copy.sqlite3") as copy:
        assert copy.pending(NOW) == 1
    unnamed = state(config, "backup")
    made = Path(unnamed.stdout.strip())
    assert made.exists()
    assert made.name.startswith("state.sqlite3.20")
    again = state(config, "backup", "copy.sqlite3")
    assert again.exit_code == 2
    assert "never replaces one" in again.stderr


def test_a_check(config: Path, at: Path) -> None:
    """A whole state is said to be whole, with its counts."""
    done = state(config, "check")
    assert done.exit_code == 0
    assert "outbox                 1" in done.stdout
    assert done.stdout.endswith("The state is whole.\n")


def test_a_check_of_damage(config: Path, at: Path) -> None:
    """A fault is said on stderr, exit code 2."""
    with Store.open(at) as store:
        connection = store.engine.raw_connection()
        connection.cursor().execute("PRAGMA foreign_keys=OFF")
        connection.cursor().execute("INSERT INTO outbox_events (key, at, state) VALUES ('nobody', '', 'sent')")
        connection.close()
    done = state(config, "check")
    assert done.exit_code == 2
    assert "Fault: a row of outbox_events names a row of outbox that is not there" in done.stderr
    at.write_bytes(b"not a database, but long enough to be read")
    assert "is no SQLite database" in state(config, "check").stderr


def test_an_export(config: Path, at: Path) -> None:
    """Every row is a line of JSON on stdout."""
    done = state(config, "export")
    assert done.exit_code == 0
    assert {json.loads(line)["table"] for line in done.stdout.splitlines()} == {"about", "outbox", "outbox_events"}


def test_forgetting(config: Path, at: Path) -> None:
    """The address leaves the state; what is left to do elsewhere is said: the directory still has it."""
    done = state(config, "forget", "A.Owner@pages.example")
    assert done.exit_code == 0
    assert "A.Owner@pages.example is gone from the state: 1 messages to it" in done.stdout
    assert "directory still has it" in done.stderr
    assert "a.owner" not in state(config, "export").stdout.casefold()


def test_forgetting_waits_for_no_run(config: Path, at: Path) -> None:
    """While a run holds the lock nothing is forgotten, exit code 75; what is no address is refused."""
    with lock(str(at), now=dt.datetime.now(dt.UTC)):
        assert state(config, "forget", "a.owner@pages.example").exit_code == 75
    refused = state(config, "forget", "nobody")
    assert refused.exit_code == 2
    assert "is no e-mail address" in refused.stderr


@pytest.mark.parametrize("words", [("check",), ("backup",), ("export",), ("forget", "a@b.example")])
def test_a_state_that_is_not_there_is_not_made(config: Path, words: tuple[str, ...]) -> None:
    """Care of a state never makes one: a wrong path in the config is said."""
    done = state(config, *words)
    assert done.exit_code == 2
    assert "There is no state at" in done.stderr
    assert not (config.parent / "state.sqlite3").exists()


def test_a_state_is_begun_anew_only_when_somebody_says_so(config: Path, at: Path) -> None:
    """Gone: every command says so and ends with 2, until ``state init --again``; one that is there is never replaced."""
    assert state(config, "init", "--again").exit_code == 2
    for file in config.parent.glob("state.sqlite3*"):
        if file.suffix != ".id":
            file.unlink()
    refused = CliRunner().invoke(reviewer, ["-c", str(config), "run"])
    assert (refused.exit_code, "reviewer state init --again" in refused.stderr) == (2, True)
    assert state(config, "init").exit_code == 2
    made = state(config, "init", "--again")
    assert (made.exit_code, "is new (installation " in made.stdout) == (0, True)
    with Store.open(at) as store:
        assert store.outbox.letters() == ()
