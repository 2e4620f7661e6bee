"""What a person sees of a fleet, and what it does at the ticks of the schedule."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet as fleets
from reviewer.console.progress import Counting
from reviewer.doctor import Mark
from reviewer.fleet import parts, queue, tables
from reviewer.look import reading_version
from reviewer.schedule import Logged, Work
from reviewer.settings import Fleet as FleetSettings
from reviewer.settings import State, Timetable
from reviewer.stopping import Stop
from reviewer.timetable import CHECK, DIGEST, Due
from tests.fleet.estate import NOON, TODAY, loaded, told, written
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web, serving


def called(file: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One command, as a person gives it."""
    command = [sys.executable, "-m", "reviewer", "-c", str(file), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False, env={**os.environ, "COLUMNS": "100"})


def said(fleet: Fleet) -> dict[str, tuple[Mark, str]]:
    """What the doctor says of the fleet, by what it is about."""
    return {line.what: (line.mark, line.says) for line in fleets.lines(fleet.config, fleet.clock())}


def test_how_each_site_stands(tmp_path: Path, postgres: str) -> None:
    """Waits, being looked at, looked at, never looked at: with when, how long, how many pages and by whom."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=4)) as fleet:
        never = fleets.site_looks(fleet.config, fleet.store, fleet.clock())
        assert [(each.site, each.state) for each in never] == [(f"Site {number}", "never looked at") for number in range(3)]
        period = fleet.begin()
        with fleet.store.write() as connection:
            parts._begin(connection, fleet.hand("vm/7"), period.id, fleet.lane(1))
        parts.look(fleet.hand("vm/8"), period.id, fleet.lane(2))
        now = fleets.site_looks(fleet.config, fleet.store, fleet.clock())
        assert [each.state for each in now] == ["waits", "being looked at", "looked at"]
        assert [each.worker for each in now] == ["", "vm/7", "vm/8"]
        assert now[2].pages == 4
        assert now[2].seconds is not None
        fleet.passed = period.deadline - period.opened
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        assert [each.state for each in fleets.site_looks(fleet.config, fleet.store, fleet.clock())] == ["left out", "left out", "looked at"]


def test_what_the_doctor_says(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The queue's version, its jobs, the workers; nobody at work while a period is open is in the way of a run."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=2)) as fleet:
        assert said(fleet)["workers"] == (Mark.NOTE, "none gave a sign of life")
        period = fleet.begin()
        found = said(fleet)
        assert found["queue"][0] is Mark.FINE
        assert "2 jobs wait, 0 are being done; the oldest has been waiting for" in found["queue"][1]
        assert found["workers"][0] is Mark.WRONG
        with fleet.store.write() as connection:
            connection.execute(sa.text("INSERT INTO procrastinate_workers DEFAULT VALUES"))
        assert said(fleet)["workers"] == (Mark.FINE, "1 gave a sign of life within 30 seconds")
        fleet.passed = period.deadline - period.opened + dt.timedelta(hours=1)
        assert "deadline passed" in said(fleet)["period"][1]
        with fleet.store.write() as connection:
            connection.execute(sa.text("UPDATE procrastinate_jobs SET status = 'failed'"))
            queue._note(connection, "queue", "3.9.0")
        notes = [line.says for line in fleets.lines(fleet.config, fleet.clock()) if line.mark is Mark.NOTE]
        assert any("made by procrastinate 3.9.0" in note for note in notes)
        assert "2 jobs failed for good" in notes
        monkeypatch.setitem(sys.modules, "procrastinate", None)
        assert said(fleet)["fleet"][0] is Mark.WRONG


def test_the_doctor_before_there_is_a_queue(tmp_path: Path, postgres: str) -> None:
    """An empty server is no fault, and one that is not there is."""
    with serving(Web(sites=1, pages=2)) as web:
        config = loaded(written(tmp_path, web, postgres))
        assert [line.says[:13] for line in fleets.lines(config, NOON)] == ["not there yet"]
        away = replace(config, state=State("postgresql://nobody@127.0.0.1:9/none"))
        assert [line.mark for line in fleets.lines(away, NOON)] == [Mark.WRONG]


def test_a_schedule_hands_out_and_publishes(tmp_path: Path, postgres: str) -> None:
    """A due check is handed out once and is not due again while workers are at it; afterwards the report is written. A digest alone is told
    from the state."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=4)) as fleet:
        now = NOON
        own = Work(fleet.config, fleet.store, stop=Stop(), progress=Logged())
        sharing = fleets.Deferring(fleet.config, fleet.store, own, fleet.clock)
        sharing.beat(now)
        due = (Due(CHECK, TODAY.isoformat(), now),)
        sharing.act(due, now)
        sharing.act(due, now)
        assert len(fleet.waiting(queue.LOOK)) == 2
        assert TODAY.isoformat() in sharing.standing.done(CHECK)
        figures = sharing.standing.figures()
        assert (figures.queue, figures.workers) == ({"todo": 2}, 0)
        fleet.do()
        shutil.rmtree(tmp_path / "report")  # the settling worker's, on another machine
        sharing.beat(now)
        assert (tmp_path / "report" / "index.html").exists()
        assert not told(fleet.store)
        sharing.act((Due(DIGEST, TODAY.isoformat(), now),), now + dt.timedelta(hours=2))
        assert told(fleet.store)
        assert fleet.rows(tables.periods)[-1]["digest_period"] is None
        zone = ZoneInfo("UTC")
        assert sharing.standing.silence(now, Timetable(), zone).outage is None


def test_a_period_that_settled_nothing_is_not_due_at_once(tmp_path: Path, postgres: str) -> None:
    """While our own network is down the fleet is not sent out every few seconds."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        own = Work(fleet.config, fleet.store, stop=Stop(), progress=Logged())
        sharing = fleets.Deferring(fleet.config, fleet.store, own, fleet.clock)
        fleet.web.cut.add(fleet.web.site(0))
        sharing.act((Due(CHECK, TODAY.isoformat(), NOON),), NOON)
        fleet.do()
        assert not fleet.now().whole
        sharing.beat(NOON)
        assert TODAY.isoformat() in sharing.standing.done(CHECK)
        fleet.passed = dt.timedelta(minutes=16)
        assert TODAY.isoformat() not in sharing.standing.done(CHECK)


def test_a_beat_outlives_whatever_fails(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The schedule goes on when the database is away."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        sharing = fleets.Deferring(fleet.config, fleet.store, Work(fleet.config, fleet.store, stop=Stop(), progress=Logged()), fleet.clock)
        monkeypatch.setattr("reviewer.fleet.periods.mind", lambda *_: 1 / 0)
        sharing.beat(NOON)


def test_a_run_of_the_fleet_ends_as_a_run_does(tmp_path: Path, postgres: str) -> None:
    """`reviewer run --fleet` hands out, waits, and says what came of it; `reviewer worker` ends when nothing is left; `reviewer fleet` shows
    the sites, and `reviewer doctor` the queue."""
    with serving(Web(sites=2, pages=4)) as web:
        file = written(tmp_path, web, postgres)
        done: list[subprocess.CompletedProcess[str]] = []
        runner = threading.Thread(target=lambda: done.append(called(file, "run", "--fleet", "--digest", "--send-first")))
        runner.start()
        process = subprocess.Popen([sys.executable, "-m", "reviewer", "-c", str(file), "worker"], stderr=subprocess.DEVNULL)
        runner.join(100)
        process.terminate()
        assert process.wait(35) in {143, -15}
        assert done[0].returncode == 0, done[0].stderr
        assert "broken links" in done[0].stdout
        assert "Owner 0" in done[0].stdout
        assert (tmp_path / "report" / "index.html").exists()
        shown = called(file, "fleet").stdout
        assert shown.count("looked at, ") == 2
        assert "procrastinate 3." in called(file, "doctor").stdout


@pytest.mark.parametrize("words", [("worker",), ("fleet",), ("run", "--fleet")])
def test_a_config_without_a_fleet_has_none(tmp_path: Path, words: tuple[str, ...]) -> None:
    """The commands of a fleet say what to set; exit code 2."""
    with serving(Web(sites=1, pages=2)) as web:
        file = written(tmp_path, web, str(tmp_path / "state.sqlite3"), more="[fleet]\nenabled = false\n")
        done = called(file, *words)
    assert done.returncode == 2
    assert "[fleet] enabled = true" in done.stderr


def test_a_fleet_needs_a_server(tmp_path: Path) -> None:
    """A file is on one machine: said with everything else that is wrong with the config."""
    with serving(Web(sites=1, pages=2)) as web:
        done = called(written(tmp_path, web, str(tmp_path / "state.sqlite3")), "run")
    assert done.returncode == 2
    assert "fleet.enabled is true, and the state is a file" in done.stderr
    assert FleetSettings().enabled is False


def test_who_no_longer_waits_leaves_the_workers_at_it(tmp_path: Path, postgres: str) -> None:
    """Asked to stop, the one who waits goes; the period stays open."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        period, stop, bar = fleet.begin(), Stop(), Counting()
        timer = threading.Timer(0.3, stop.ask, (15,))
        timer.start()
        assert fleets.wait(fleet.config, fleet.store, period, progress=bar, stop=stop, clock=fleet.clock, seconds=0.01) is None
        assert fleet.now().state == "open"
        fleet.do(queue.LOOK)
        fleet.do(queue.VISIT)
        fleet.do(queue.SETTLE)
        assert fleets.wait(fleet.config, fleet.store, period, progress=bar, stop=Stop(), clock=fleet.clock) is not None
        came = fleets.came(fleet.config, fleet.store, fleet.now())
        assert came.sent.complete
        assert came.ran.told is not None
        assert len(came.ran.told.messages) == len(told(fleet.store))
        assert reading_version(fleet.config) == fleet.store.reading_version
