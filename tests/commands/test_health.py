"""``reviewer health``: alive or not, for a container's HEALTHCHECK."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewer.cli import reviewer
from reviewer.store import Store

CONFIG = """
[organisation]
contact = "w@example.org"
[[site]]
start = ["https://x.example/"]
[health]
max_age_hours = 1
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config with its state beside it."""
    path = tmp_path / "reviewer.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return path


def ask(config: Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(reviewer, ["-c", str(config), "health"])


def test_no_state_yet(config: Path) -> None:
    """Without a state nothing has run, and none is made by asking."""
    result = ask(config)
    assert (result.exit_code, "There is no state at" in result.output) == (1, True)
    assert list(config.parent.iterdir()) == [config]


def test_well(config: Path) -> None:
    """A run that has just ended well is well."""
    now = dt.datetime.now(dt.UTC)
    with Store.open(config.parent / "reviewer.sqlite3", now=now) as store:
        store.end_run(store.begin_run("run", now=now, as_of=now.date()), "done", now=now)
    result = ask(config)
    assert result.exit_code == 0, result.output
    assert "The last successful run ended" in result.output


def test_ill(config: Path) -> None:
    """A state that is old and has no good run says since when one was expected."""
    long_ago = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    with Store.open(config.parent / "reviewer.sqlite3", now=long_ago) as store:
        store.end_run(store.begin_run("run", now=long_ago, as_of=long_ago.date()), "failed", now=long_ago)
    result = ask(config)
    assert result.exit_code == 1
    assert "one was expected since" in result.output


def test_a_state_that_cannot_be_opened(config: Path) -> None:
    """A damaged state is ill, in words."""
    (config.parent / "reviewer.sqlite3").write_text("something else altogether", encoding="utf-8")
    result = ask(config)
    assert result.exit_code == 1
    assert "is not a state" in result.output
