"""One config for all processes of a fleet: what makes two of them another, and what a worker with another one does."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from structlog.testing import capture_logs

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet as fleets
from reviewer.cli import reviewer
from reviewer.fleet import dealing, parts, periods, queue, settling, tables, working
from reviewer.fleet.fingerprints import fingerprint
from reviewer.look import Silent, reading_version
from reviewer.model import Owner
from reviewer.schedule import Logged, Work
from reviewer.settings import Config, Directory, Email, Network, OAuth, Patience, Remind, Site, State, Watching
from reviewer.stopping import Stop
from reviewer.store import Locked, lock
from reviewer.timetable import CHECK, Due
from tests.fleet.estate import NOON, TODAY, told
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web
from tests.fleet.test_queue import states

USUAL = Config(sites=(Site("One", ("https://one.example/",)),), email=Email(via="smtp://mail.example", password="x"))


@pytest.mark.parametrize(
    "other",
    [
        replace(USUAL, sites=()),
        replace(USUAL, sites=(replace(USUAL.sites[0], owner="web@one.example"),)),
        replace(USUAL, patience=Patience(looks=7)),
        replace(USUAL, remind=Remind(escalate_after=9)),
        replace(USUAL, email=replace(USUAL.email, via="smtp://other.example")),
        replace(USUAL, network=Network(robots_for_links=True)),
        replace(USUAL, network=Network(credentials=(("https://one.example", ("name", "secret")),))),
        replace(USUAL, directory=Directory((Owner("Ann", "ann@one.example"),))),
        replace(USUAL, skip=("gone",)),
    ],
    ids=["sites", "owner", "patience", "remind", "way", "robots", "login", "directory", "checks"],
)
def test_what_changes_what_is_found_or_told_is_another_config(other: Config) -> None:
    """Sites, owners, patience, the way of mail, who logs in: a worker with another one would judge, ask or mail otherwise."""
    assert fingerprint(other) != fingerprint(USUAL)


def test_what_may_differ_between_machines_is_the_same_config() -> None:
    """Where the state, the report and the files are, ports, proxies, and passwords (of which nothing gets into the state)."""
    proxied = replace(USUAL.network, proxy="http://proxy.example:3128", transport="httpx")
    other = replace(
        USUAL,
        email=replace(USUAL.email, password="y", proxy="http://proxy.example:3128", oauth=OAuth(secret="z")),
        network=proxied,
        state=State("postgresql://elsewhere.example/x"),
        watching=Watching(port=9464),
        report_folder="/elsewhere",
        path="/elsewhere/reviewer.toml",
        warnings=("x",),
    )
    assert fingerprint(other) == fingerprint(USUAL)
    folders = [replace(USUAL, email=Email(via=f"folder:/{name}/outbox")) for name in ("a", "b")]
    assert fingerprint(folders[0]) == fingerprint(folders[1])


def test_another_version_is_another_config(monkeypatch: pytest.MonkeyPatch) -> None:
    """Machines are brought up to date one after another, and two versions may read a page otherwise."""
    before = fingerprint(USUAL)
    monkeypatch.setattr("reviewer.fleet.fingerprints.reading_version", lambda _: "another")
    fingerprint.cache_clear()
    assert fingerprint(USUAL) != before
    fingerprint.cache_clear()


def test_who_leaves_meanwhile_makes_no_other_config() -> None:
    """A worker that was started before somebody's last day has the same directory as one that was started after it."""
    leaving = replace(USUAL, directory=Directory((Owner("Ann", "ann@one.example", leaves=TODAY),)))
    assert fingerprint(leaving.as_of(TODAY)) == fingerprint(leaving.as_of(TODAY + dt.timedelta(days=1)))


def test_files_count_by_what_is_in_them(tmp_path: Path) -> None:
    """Templates stand in other places on other machines; when they say something else, mails would."""
    made = []
    for name, text in (("one", "Dear {{ owner }}"), ("two", "Dear {{ owner }}"), ("three", "Hello {{ owner }}")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "digest.txt").write_text(text, encoding="utf-8")
        made.append(fingerprint(replace(USUAL, email=replace(USUAL.email, templates=str(tmp_path / name)))))
    assert made[0] == made[1] != made[2]
    (tmp_path / "ca.pem").write_text("x", encoding="utf-8")
    named = replace(USUAL, network=Network(ca_file=str(tmp_path / "ca.pem")))
    assert fingerprint(named) != fingerprint(USUAL) == fingerprint(replace(USUAL, network=Network(ca_file=str(tmp_path / "gone.pem"))))


def look(hand: parts.Hand, fleet: Fleet) -> None:
    """Look at a site."""
    parts.look(hand, fleet.now().id, fleet.lane(0))


def visit(hand: parts.Hand, fleet: Fleet) -> None:
    """Visit links of others."""
    fleet.do(queue.LOOK)
    job = fleet.take(queue.VISIT)
    assert job is not None
    parts.visit(hand, fleet.now().id, job[1]["lane"])


def settle(hand: parts.Hand, fleet: Fleet) -> None:
    """Settle the period."""
    fleet.do(queue.LOOK)
    fleet.do(queue.VISIT)
    settling.settle(hand, fleet.now().id)


@pytest.mark.parametrize("kind", [look, visit, settle])
def test_a_worker_with_another_config_refuses_every_kind_of_job(
    tmp_path: Path, postgres: str, kind: Callable[[parts.Hand, Fleet], None]
) -> None:
    """Its sites may be the same, and its patience another: nothing is asked, judged or told by it, and another worker does the job."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        fleet.begin()
        hand = fleet.hand("vm-9/7")
        hand.config = replace(fleet.config, patience=Patience(looks=9))
        with pytest.raises(fleets.OtherConfig, match="The worker on vm-9 does nothing of the run of 2026-11-23"):
            kind(hand, fleet)
        assert fleet.now().state != tables.KEPT
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        fleet.do()
        assert fleet.now().outcome == "done"
        assert told(fleet.store)


def test_a_refusing_worker_leaves_the_queue_alone_and_the_admin_hears_of_it(tmp_path: Path, postgres: str) -> None:
    """It takes no job, deals nothing out, logs why once, and the admin reads it in the summary; without waiting it ends at once."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        period = fleet.begin()
        other = replace(fleet.config, patience=Patience(looks=9))
        with pytest.raises(fleets.OtherConfig, match="does nothing of the run"):
            fleets.work(other, stop=Stop(), progress=Silent(), clock=fleet.clock, reading_version=reading_version(other), idle=False)
        hand = fleet.hand("vm-9/7")
        hand.config = other
        with capture_logs() as logged:
            said = working._refused(hand, "", idle=True)
            working._refused(hand, said, idle=True)
        assert [each["says"] for each in logged if each["event"] == "another config"] == [said]
        assert said in [line.says for line in fleets.lines(fleet.config, fleet.clock())]
        assert states(fleet) == ["todo"]
        fleet.passed = period.deadline - period.opened
        periods.mind(other, fleet.store, fleet.clock())
        with fleet.store.write() as connection:
            dealing.forward(connection, other, fleet.store, period, fleet.clock())
        assert fleet.now().state == tables.OPEN
        fleet.passed = dt.timedelta()
        fleet.do()
        assert json.loads(fleet.now().notes).count(said) == 1
        admin = next(payload for key, (_, payload) in told(fleet.store).items() if "/admin/" in key)
        assert b"The worker on vm-9 does nothing" in admin.replace(b"=\r\n", b"").replace(b"=20", b" ")


def test_a_job_that_is_refused_in_hand_is_no_failed_try(tmp_path: Path, postgres: str) -> None:
    """A worker that took it before it saw the period: it is given back at once, and the worker takes no other."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=2)) as fleet:
        period, hand, left = fleet.begin(), fleet.hand("vm-9/7"), []
        hand.config, hand.leave = replace(fleet.config, patience=Patience(looks=9)), lambda: left.append(1)
        with pytest.raises(fleets.OtherConfig):
            working.timed(hand, "look", lambda: parts.look(hand, period.id, fleet.lane(0)))
        assert hand.refuses
        assert left == [1]
        assert fleet.rows(tables.tries) == []


def test_whoever_keeps_the_times_decides_which_config_it_is(tmp_path: Path, postgres: str) -> None:
    """A schedule that is started with a changed config ends the period in hand, which no worker with that config would do anything of,
    says so to the admin, and hands out a new one a quarter of an hour later."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=3)) as fleet:
        fleet.begin(digest=False)
        fleet.config = replace(fleet.config, patience=Patience(looks=2))
        sharing = fleets.Deferring(fleet.config, fleet.store, Work(fleet.config, fleet.store, stop=Stop(), progress=Logged()), fleet.clock)
        with lock(fleet.config.state.at, what="reviewer digest", now=NOON):
            sharing.beat(NOON)
        assert fleet.now().state == tables.OPEN
        sharing.beat(NOON)
        assert (fleet.now().state, fleet.now().outcome) == (tables.ENDED, "failed")
        assert "The config was changed" in fleets.unsettled(fleet.store)
        assert "The config was changed" in fleet.store.runs(1)[0].notes[0]
        fleet.passed = dt.timedelta(minutes=16)
        assert TODAY.isoformat() not in sharing.standing.done(CHECK)
        sharing.act((Due(CHECK, TODAY.isoformat(), NOON),), NOON)
        fleet.do()
        assert fleet.now().outcome == "done"


def test_two_who_keep_the_times_do_not_end_each_others_periods(tmp_path: Path, postgres: str) -> None:
    """Of a period that somebody else hands out later, by another config, the schedule says once that it is in the way, and leaves it."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        other = replace(fleet.config, patience=Patience(looks=2))
        sharing = fleets.Deferring(other, fleet.store, Work(other, fleet.store, stop=Stop(), progress=Logged()), fleet.clock)
        period = fleet.begin()
        with capture_logs() as said:
            sharing.beat(NOON)
            sharing.beat(NOON)
        assert [each["period"] for each in said if each["log_level"] == "error"] == [period.id]
        assert fleet.now().state == tables.OPEN
        fleet.passed = period.deadline - period.opened
        sharing.beat(NOON)
        assert fleet.now().outcome == "failed"


def test_a_run_of_the_fleet_with_another_config_waits_for_nothing(tmp_path: Path, postgres: str) -> None:
    """A person with another file is told so, exit code 2, and so is a worker that is not to wait; past its deadline the period in hand is
    ended, so that nothing is stuck."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        period = fleet.begin()
        other = replace(fleet.config, patience=Patience(looks=9))
        assert fleets.set_aside(other, fleet.store, fleet.clock()) == ""
        file = tmp_path / "reviewer.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("looks = 1", "looks = 9"), encoding="utf-8")
        done = CliRunner().invoke(reviewer, ["-c", str(file), "--as-of", TODAY.isoformat(), "run", "--fleet"])
        assert done.exit_code == 2, done.output
        assert "handed out with another config" in done.stderr
        worker = CliRunner().invoke(reviewer, ["-c", str(file), "worker", "--until-idle"])
        assert worker.exit_code == 2, worker.output
        assert "does nothing of the run of 2026-11-23" in worker.stderr
        with lock(fleet.config.state.at, what="x", now=NOON), pytest.raises(Locked):
            fleets.set_aside(other, fleet.store, period.deadline)
        assert "The config was changed" in fleets.set_aside(other, fleet.store, period.deadline)
        assert fleets.set_aside(fleet.config, fleet.store, fleet.clock()) == ""
        with fleet.store.read() as connection:
            assert connection.execute(sa.select(sa.func.count()).select_from(tables.links)).scalar() == 0
