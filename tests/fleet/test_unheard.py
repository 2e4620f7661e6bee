"""Readers who should have heard and did not, at the end of a fleet's period."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet as fleets
from reviewer.cli import reviewer
from reviewer.schedule import Logged, Work
from reviewer.stopping import Stop
from reviewer.timetable import CHECK, Due
from tests.fleet.estate import NOON, WEEKS
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web


@pytest.fixture
def mute(tmp_path: Path, postgres: str) -> Iterator[Fleet]:
    """A fleet whose digests have not gone for three weeks."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=4)) as fleet:
        fleet.config = fleet.by_mail()
        fleet.begin()
        fleet.do()
        yield fleet


def test_the_bell_of_a_schedule_is_not_well(mute: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    """The period is done, and the dead man's switch hears of a failure all the same."""
    rung: list[str] = []
    monkeypatch.setattr("reviewer.fleet.deferring.ring", lambda _, what: rung.append(what))
    sharing = fleets.Deferring(mute.config, mute.store, Work(mute.config, mute.store, stop=Stop(), progress=Logged()), mute.clock)
    for now, last in ((NOON, "success"), (NOON + WEEKS, "fail")):
        sharing.act((Due(CHECK, now.date().isoformat(), now),), now)
        mute.do()
        assert mute.now().outcome == "done"
        sharing.beat(now)
        assert rung[-1] == last


def test_a_run_of_the_fleet_ends_with_4(mute: Fleet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a run of one process does, and says who has not heard."""
    rung: list[str] = []
    monkeypatch.setattr("reviewer.schedule.ping.ring", lambda _, what: rung.append(what))

    def wait(*_: Any, **__: Any) -> fleets.Period:
        mute.do()
        return mute.now()

    monkeypatch.setattr(fleets, "wait", wait)
    file, day = tmp_path / "reviewer.toml", (NOON + WEEKS).date().isoformat()
    file.write_text(file.read_text(encoding="utf-8").replace(f"folder:{tmp_path / 'outbox'}", "smtp://127.0.0.1:9"), encoding="utf-8")
    done = CliRunner().invoke(reviewer, ["-c", str(file), "--as-of", day, "run", "--fleet", "--no-digest"])
    assert done.exit_code == 4, done.output
    assert "not got mail for two periods" in done.stderr
    assert rung == ["start", "fail"]
