"""What the doctor says of the checks, by what the last run left in the state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reviewer.doctor import Mark, flags
from reviewer.model import Confidence, IssueState, Severity
from reviewer.settings import Config, State
from reviewer.store import Store
from tests.makers import NOW, SITE, broken, by_id, opened


def config(at: Path) -> Config:
    """A config with this state."""
    return Config(state=State(at=str(at)))


def test_the_share_of_each_check_and_what_is_noise(tmp_path: Path) -> None:
    """One line with the shares, one for what is noise here with the line that switches it off; nothing that is over counts."""
    at = tmp_path / "state.sqlite3"
    guess = broken(check="stale_period", severity=Severity.NOTE, confidence=Confidence.GUESSED)
    found = [opened(replace(guess, page=f"{SITE}/{n}")) for n in range(12)]
    over = opened(broken(), state=IssueState.RESOLVED)
    with Store.open(at) as store:
        store.save_issues(by_id(*found, over))
    shares, noise = flags.checks(config(at))
    assert (shares.mark, shares.says) == (Mark.FINE, "of the pages, each flags: stale_period 100%")
    assert noise.mark is Mark.NOTE
    assert '[checks] skip = ["stale_period"]' in noise.todo


def test_without_a_state_that_can_be_read_there_is_nothing_to_say(tmp_path: Path) -> None:
    """None yet, one without findings, one of an earlier version, a file that is none, a server without a name: other lines say so."""
    none, empty, older, other = (tmp_path / name for name in ("none", "empty", "older", "other"))
    for at in (empty, older):
        Store.open(at, now=NOW).close()
    with Store.open(older, now=NOW) as store, store.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    other.write_text("no database at all, and longer than its head")
    for at in (none, empty, older, other):
        assert list(flags.checks(config(at))) == []
    assert list(flags.checks(Config(state=State(at="postgresql://nobody@nowhere.invalid/x")))) == []
    assert not none.exists()
