"""What the schedule of a fleet says of periods that have ended, and when it writes the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from structlog.testing import capture_logs

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet as fleets
from reviewer import tell
from reviewer.fleet import queue, settling, tables
from reviewer.schedule import BASELINE, Logged, Work
from reviewer.stopping import Stop
from tests.fleet.estate import NOON, TODAY
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web


def schedule(fleet: Fleet) -> fleets.Deferring:
    """A schedule that has just been started."""
    return fleets.Deferring(fleet.config, fleet.store, Work(fleet.config, fleet.store, stop=Stop(), progress=Logged()), fleet.clock)


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the dead man's switch is told."""
    heard: list[str] = []
    monkeypatch.setattr("reviewer.fleet.deferring.ring", lambda _, what: heard.append(what))
    return heard


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The days of which the schedule writes a report."""
    days: list[str] = []
    monkeypatch.setattr("reviewer.fleet.deferring.publish", lambda _, __, day: days.append(day.isoformat()))
    return days


def test_what_ended_while_nobody_kept_the_times_is_said_and_published(
    tmp_path: Path, postgres: str, rung: list[str], published: list[str]
) -> None:
    """A schedule that was down catches up: the report is that of the last period, and no period is said twice."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        for day in (0, 7):
            fleet.begin(day)
            fleet.do()
        late = schedule(fleet)
        late.beat(NOON)
        assert published == ["2026-11-30"]
        assert rung == ["success"]
        assert all(row["published"] for row in fleet.rows(tables.periods))
        late.beat(NOON)
        schedule(fleet).beat(NOON)
        assert (published, rung) == (["2026-11-30"], ["success"])


def test_a_report_that_could_not_be_written_is_tried_again(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch, rung: list[str]
) -> None:
    """The mark comes after the report, so a full disk, or a schedule that dies meanwhile, loses none; the log has the trouble once."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        fleet.begin()
        fleet.do()

        def full(*_: object) -> None:
            raise OSError("no space left")

        sharing = schedule(fleet)
        with monkeypatch.context() as disk, capture_logs() as said:
            disk.setattr("reviewer.fleet.deferring.publish", full)
            sharing.beat(NOON)
            sharing.beat(NOON)
        assert [each["why"] for each in said if each["event"] == "report not written"] == ["no space left"]
        assert fleet.rows(tables.periods)[0]["published"] is None
        sharing.beat(NOON)
        assert fleet.rows(tables.periods)[0]["published"] is not None
        assert rung == ["success"]


def test_first_digests_of_a_missed_period_still_wait(tmp_path: Path, postgres: str, rung: list[str], published: list[str]) -> None:
    """A period that ended while the schedule was down, and whose first digests wait for a person, is not due again."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=4)) as fleet:
        fleet.wait_for_a_person()
        schedule(fleet).beat(NOON)
        assert TODAY.isoformat() in fleet.store.periods_done(BASELINE)
        assert (rung, published) == (["success"], [TODAY.isoformat()])


def test_the_report_is_there_before_the_digests_that_lead_to_it(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever settles writes it between the judgement and the first message; a folder that it cannot write to holds nobody up."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        there: list[bool] = []
        real = tell.telling

        def telling(*arguments: object, **more: object) -> object:
            there.append((tmp_path / "report" / "index.html").exists())
            return real(*arguments, **more)  # type: ignore[arg-type]  # handed on as it came

        monkeypatch.setattr(settling, "telling", telling)
        fleet.begin()
        fleet.do()
        assert there == [True]

        def refused(*_: object) -> None:
            raise OSError("read-only file system")

        monkeypatch.setattr(settling, "publish", refused)
        fleet.begin(day=7)
        with capture_logs() as said:
            fleet.do()
        assert [each["why"] for each in said if each["event"] == "report not written"] == ["read-only file system"]
        assert fleet.now().outcome == "done"


def test_what_a_chat_was_not_told_reaches_health(tmp_path: Path, postgres: str, rung: list[str], published: list[str]) -> None:
    """`/healthz` of the schedule says it, also after a restart, until a period's chats were told."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        fleet.begin()
        fleet.do(queue.LOOK)
        fleet.do(queue.VISIT)
        fleet.do(queue.SETTLE)
        with fleet.store.write() as connection:
            connection.execute(tables.periods.update().values(unsaid=json.dumps(["The chat teams:ops answered 500."])))
        own = Work(fleet.config, fleet.store, stop=Stop(), progress=Logged())
        fleets.Deferring(fleet.config, fleet.store, own, fleet.clock).beat(NOON)
        assert own.unsaid == ("The chat teams:ops answered 500.",)
        again = Work(fleet.config, fleet.store, stop=Stop(), progress=Logged())
        sharing = fleets.Deferring(fleet.config, fleet.store, again, fleet.clock)
        assert [*again.unsaid] == ["The chat teams:ops answered 500."]
        fleet.begin(day=7)
        fleet.do()
        sharing.beat(NOON)
        assert [*again.unsaid] == []
        assert (rung, published) == (["success", "success"], ["2026-11-23", "2026-11-30"])
