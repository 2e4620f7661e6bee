"""What becomes of jobs that fail by a mistake of ours, or of a template of the user's."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet as fleets
from reviewer.fleet import mourning, parts, periods, queue, settling, tables, working
from reviewer.look import Silent, reading_version
from reviewer.stopping import Stop
from reviewer.store import lock
from tests.fleet.estate import NOON, told, written
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web, serving
from tests.fleet.test_queue import died, mourn, states
from tests.fleet.test_showing import called
from tests.fleet.test_showing import said as doctor


def work(fleet: Fleet) -> None:
    """A worker does what there is, and ends."""
    fleets.work(fleet.config, stop=Stop(), progress=Silent(), clock=fleet.clock, reading_version=reading_version(fleet.config), idle=False)


def failing(*_: object, **__: object) -> None:
    """A mistake."""
    raise ValueError("a mistake of ours")


@pytest.mark.parametrize(("where", "name", "job"), [(parts, "look", "look"), (periods, "mind", "mind")])
def test_the_error_of_a_failing_job_is_logged(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch, where: object, name: str, job: str
) -> None:
    """At the first try and with its traceback, by us and not by the library, whatever was deferred before."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet, capture_logs() as said:
        fleet.begin()
        monkeypatch.setattr(where, name, failing)
        work(fleet)
        errors = [each for each in said if each["log_level"] == "error" and each["event"] == "failed"]
        assert {each["job"] for each in errors} == {job}
        assert all(each["exc_info"] for each in errors)
        assert logging.getLogger("procrastinate").level == logging.CRITICAL


def counted(fleet: Fleet, times: int, what: str = "failed", task: str = queue.SETTLE, lane: str = "settle") -> None:
    """A job failed, or took its worker down, so many times already."""
    with fleet.store.write() as connection:
        for _ in range(times):
            queue.count(connection, fleet.now().id, task, lane, what)


@pytest.mark.parametrize("name", ["keep", "overlooked"])
def test_a_settlement_that_keeps_failing_ends_the_period(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Before or after the look is kept: the period ends as failed, the admin is told, and the next one opens and is settled."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin(digest=False)
        fleet.do(queue.LOOK)
        fleet.do(queue.VISIT)
        counted(fleet, working.TRIES - 1)
        monkeypatch.setattr(settling, name, failing)
        work(fleet)
        assert (fleet.now().state, fleet.now().outcome, fleet.now().whole) == (tables.ENDED, "failed", False)
        assert "a mistake of ours" in fleet.now().incomplete
        assert fleet.store.runs(1)[0].outcome == "failed"
        assert len(told(fleet.store)) == 1
        assert "a mistake of ours" in doctor(fleet)["period"][1]
        assert "a mistake of ours" in fleets.unsettled(fleet.store)
        assert fleet.rows(tables.links) == fleet.rows(tables.pages) == []
        monkeypatch.undo()
        fleet.begin(day=1)
        fleet.do()
        assert fleet.now().outcome == "done"
        settling.failed(fleet.hand(), fleet.now().id, "x")
        assert fleet.now().outcome == "done"


def test_a_settlement_that_takes_its_workers_down_ends_the_period(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many deaths nobody tries it again, also when the admin cannot be told."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        fleet.do(queue.LOOK)
        fleet.do(queue.VISIT)
        counted(fleet, mourning.DEATHS - 1, "died")
        died(fleet, silent=60, pruned=False)
        monkeypatch.setattr(settling, "alarm", failing)
        mourn(fleet)
        assert fleet.now().outcome == "failed"


def test_a_wait_for_somebody_else_is_no_failed_try(tmp_path: Path, postgres: str) -> None:
    """However long a person's own run holds the state, the settlement keeps its tries."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        fleet.do(queue.LOOK)
        fleet.do(queue.VISIT)
        with lock(fleet.config.state.at, what="reviewer digest", now=NOON):
            work(fleet)
        assert fleet.rows(tables.tries) == []
        assert states(fleet) == ["todo"]
        assert fleet.now().state == tables.SETTLING


def test_what_was_handed_back_often_keeps_its_tries(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers come and go, as an autoscaler has it: a look that was handed back a hundred times, and then fails once, is tried again."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        with fleet.store.write() as connection:
            connection.execute(sa.text("UPDATE procrastinate_jobs SET attempts = 100"))
        monkeypatch.setattr(parts, "look", failing)
        work(fleet)
        assert states(fleet) == ["todo"]
        assert [(row["task"], row["failed"], row["died"]) for row in fleet.rows(tables.tries)] == [(queue.LOOK, 1, 0)]
        with fleet.store.write() as connection:
            connection.execute(sa.text("UPDATE procrastinate_jobs SET scheduled_at = NULL"))
        died(fleet, silent=60, pruned=False)
        mourn(fleet)
        assert states(fleet) == ["todo"]
        assert [(row["task"], row["failed"], row["died"]) for row in fleet.rows(tables.tries)] == [(queue.LOOK, 1, 1)]


def test_a_look_that_fails_too_often_is_left_out(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its own failures, not by the queue's count, which a new job for the same lane begins anew."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        counted(fleet, working.TRIES - 1, task=queue.LOOK, lane=fleet.lane(0))
        with monkeypatch.context() as broken:
            broken.setattr(parts, "look", failing)
            work(fleet)
        fleet.do()
        assert "Site 0: every try to look at it failed (ValueError: a mistake of ours)" in fleet.now().incomplete


@pytest.mark.parametrize("word", ["worker", "schedule"])
def test_a_mistake_in_a_template_is_said_at_the_start(tmp_path: Path, word: str) -> None:
    """Not when the first period is settled; exit code 2."""
    (tmp_path / "digest.txt").write_text("{{ onwer }}", encoding="utf-8")
    with serving(Web(sites=1, pages=2)) as web:
        file = written(tmp_path, web, "postgresql://nobody@127.0.0.1:9/none")
        file.write_text(file.read_text().replace("[email]\n", f'[email]\ntemplates = "{tmp_path}"\n'))
        done = called(file, word)
    assert done.returncode == 2
    assert "Nothing was fetched" in done.stderr


def test_failed_jobs_go_when_their_period_has_ended(tmp_path: Path, postgres: str) -> None:
    """Until then the doctor counts them; a failed job of minding is of no period, and goes at once."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        with fleet.store.write() as connection:
            queue.defer(connection, [queue.Job(queue.MIND, "x", {"timestamp": 1})])
            connection.execute(sa.text("UPDATE procrastinate_jobs SET status = 'failed'"))
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        assert states(fleet) == ["failed", "todo"]
        fleet.do()
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        assert states(fleet) == []
