"""A period from its opening to its settlement."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet as fleets
from reviewer.fleet import parts, periods, queue, tables
from reviewer.model import IssueState
from tests.fleet.estate import NOON, TODAY, told
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web


def mended(fleet: Fleet) -> set[str]:
    """The pages of which something is resolved."""
    return {issue.finding.page for issue in fleet.store.issues().values() if issue.state is IssueState.RESOLVED}


def test_a_period_is_open_once(tmp_path: Path, postgres: str) -> None:
    """Two deferrers at the same moment hand the work out once: each lane has one job."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=2)) as fleet:
        first = fleet.begin()
        again, new = fleets.begin(fleet.config, fleet.store, now=NOON, today=TODAY, clock=fleet.clock())
        assert (again.id, new) == (first.id, False)
        assert len(fleet.waiting(queue.LOOK)) == 3
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        assert len(fleet.waiting(queue.LOOK)) == 3


def test_what_the_queue_lost_is_handed_out_again(tmp_path: Path, postgres: str) -> None:
    """What is left is read from what was found: a queue that was emptied at any moment is filled again, and all is done once."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=4)) as fleet:
        fleet.begin()
        jobs = 0
        for _ in range(40):
            with fleet.store.write() as connection:
                connection.execute(sa.text("DELETE FROM procrastinate_jobs"))
            fleets.mind(fleet.config, fleet.store, fleet.clock())
            jobs += fleet.do(most=1)
            if fleet.now().state == tables.ENDED:
                break
        assert fleet.now().outcome == "done"
        assert jobs == 3 + 3 + 1 + 1  # looks, looks for what a neighbour links to, links, settlement
        assert max(fleet.web.counts().values()) == 1


def test_a_site_that_hangs_holds_nobody_up_beyond_the_deadline(tmp_path: Path, postgres: str) -> None:
    """The period ends with what is there: of the missing site nothing is resolved, the admin is told which, all others have their digests,
    and the links of the others were visited long before."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=4)) as fleet:
        fleet.begin()
        fleet.do()
        before = told(fleet.store).keys()
        web = fleet.web
        fixed = [f"http://{web.site(number)}/page-2" for number in (0, 1, 2)]
        web.mended = True
        period = fleet.begin(day=7)
        stuck = fleet.lane(1)
        while (job := fleet.take(queue.LOOK)) is not None:
            if job[1]["lane"] != stuck:
                parts.look(fleet.hand(), period.id, job[1]["lane"])
        assert not fleet.waiting(queue.VISIT)
        fleet.passed = period.half() - period.opened
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        assert fleet.waiting(queue.VISIT)
        fleet.do(queue.VISIT)
        assert fleet.now().state == tables.OPEN
        fleet.passed = period.deadline - period.opened + dt.timedelta(seconds=1)
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        fleet.do(queue.SETTLE)
        ended = fleet.now()
        assert (ended.state, ended.outcome) == (tables.ENDED, "incomplete")
        assert "Site 1: it was not looked at before the deadline" in ended.incomplete
        assert "Site 0" not in ended.incomplete
        assert mended(fleet) == {fixed[0], fixed[2]}
        new = told(fleet.store).keys() - before
        assert {"owner0@example.org", "owner2@example.org", "web.team@example.org"} <= {key.rpartition("/")[2] for key in new}
        admin = next(payload for key, (_, payload) in told(fleet.store).items() if key in new and "/admin/" in key)
        assert b"Site 1: it was not looked at before" in admin.replace(b"=\r\n", b"").replace(b"=20", b" ")


def test_what_is_said_of_a_missing_site_is_true_when_a_reminder_is_due(tmp_path: Path, postgres: str) -> None:
    """Its owner is reminded of what was known before, and the admin is not told that nobody was told."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=4)) as fleet:
        fleet.begin()
        fleet.do()
        before = told(fleet.store).keys()
        period = fleet.begin(day=35)
        fleet.passed = period.deadline - period.opened
        fleets.mind(fleet.config, fleet.store, fleet.clock())
        fleet.do(queue.SETTLE)
        assert "owner0@example.org" in {key.rpartition("/")[2] for key in told(fleet.store).keys() - before}
        assert "what was known before is told as ever" in fleet.now().incomplete
        assert "nobody was told" not in fleet.now().incomplete


def test_a_look_in_hand_ends_at_the_deadline(tmp_path: Path, postgres: str) -> None:
    """A worker does not go on with a site when its period has to end: the job is done, and the period goes on without it."""
    web = Web(sites=1, pages=200)
    with at_work(tmp_path, postgres, web) as fleet:
        web.slow[web.site(0)] = 0.2
        fleet.as_set(deadline_hours=1.5 / 3600)
        period = fleet.begin()
        parts.look(fleet.hand(), period.id, fleet.lane(0))
        assert fleet.now().state == tables.SETTLING
        web.slow.clear()
        fleet.do()
        assert fleet.now().outcome == "incomplete"
        assert len(web.counts()) < 150


def test_what_nobody_can_do_is_given_up_and_told(tmp_path: Path, postgres: str) -> None:
    """A look that fails whoever tries is left out with its reason; the links that nobody could visit are unsure."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=4)) as fleet:
        period = fleet.begin()
        fleet.take(queue.LOOK)
        parts.failed(fleet.hand(), period.id, fleet.lane(0), "MemoryError: 4 workers died over it", looking=True)
        fleet.do(queue.LOOK)
        job = fleet.take(queue.VISIT)
        assert job is not None
        parts.failed(fleet.hand(), period.id, job[1]["lane"], "x", looking=False)
        fleet.do()
        assert fleet.now().outcome == "incomplete"
        assert "Site 0: every try to look at it failed (MemoryError: 4 workers died over it)" in fleet.now().incomplete
        visits = fleet.store.visits()
        assert {visit.reason.value for url, visit in visits.items() if "127.2." in url} == {"interrupted"}
        assert "failed" in fleets.site_looks(fleet.config, fleet.store, fleet.clock())[0].state


def test_what_was_visited_lately_is_believed(tmp_path: Path, postgres: str) -> None:
    """Within [network] trusted_hours a good link of others is not asked again, whichever site has it; a broken one is."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=8)) as fleet:
        fleet.begin()
        fleet.do()
        first = {url for url in fleet.web.counts() if "//127.2." in url}
        fleet.web.asked.clear()
        fleet.begin(day=0)
        fleet.do()
        second = {url for url in fleet.web.counts() if "//127.2." in url}
        assert second == {url for url in first if "/gone-" in url}
        assert fleet.now().outcome == "done"


def test_well_known_addresses_are_asked_once_for_the_whole_fleet(tmp_path: Path, postgres: str) -> None:
    """They say whether our own network works; when none answers, nobody is blamed and nothing is told."""
    web = Web(sites=2, pages=3)
    with at_work(tmp_path, postgres, web) as fleet:
        canary = f"http://{web.other(7)}/about-1"
        fleet.config = fleet.with_network(canaries=(canary,))
        fleet.begin()
        fleet.do()
        assert web.counts()[canary] == 1
        web.cut.add(web.other(7))
        settled = fleet.store.issues()
        fleet.begin(day=1)
        fleet.do()
        assert not fleet.now().whole
        assert "our own network" in fleet.now().says
        assert fleet.store.issues() == settled


def test_a_fleet_without_sites_ends_at_once(tmp_path: Path, postgres: str) -> None:
    """There is nothing to wait for."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.config = fleet.without_sites()
        fleet.begin()
        fleet.do()
        assert fleet.now().state == tables.ENDED


def test_periods_of_long_ago_are_forgotten(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The state does not grow with how long looks took a year ago."""
    monkeypatch.setattr(periods, "KEPT_PERIODS", 2)
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        for day in range(4):
            fleet.begin(day=day, digest=False)
            fleet.do()
        assert [row["id"] for row in fleet.rows(tables.periods)] == [2, 3, 4]
        assert {row["period"] for row in fleet.rows(tables.looks)} == {2, 3, 4}
        assert fleet.rows(tables.links) == fleet.rows(tables.pages) == []
