"""What one job does, and what is left when it is broken off."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer.fleet import finds, parts, queue, tables
from reviewer.store import StateFailed
from tests.fleet.hands import at_work
from tests.fleet.origin import Web


def test_a_look_that_is_handed_back_goes_on_where_it_ended(tmp_path: Path, postgres: str) -> None:
    """A worker that is to stop hands its look back within seconds, and no page that was read is asked for a second time."""
    web = Web(sites=1, pages=100)
    with at_work(tmp_path, postgres, web) as fleet:
        web.slow[web.site(0)] = 0.5  # a look takes many times what it takes to see that it has begun
        period = fleet.begin()
        hand, ended = fleet.hand(), []

        def looking() -> None:
            with pytest.raises(parts.HandedBack):
                parts.look(hand, period.id, fleet.lane(0))
            ended.append(time.monotonic())

        thread = threading.Thread(target=looking)
        thread.start()
        while len(fleet.rows(tables.pages)) < 10:
            time.sleep(0.02)
        asked = time.monotonic()
        hand.let_go()
        thread.join(30)
        assert ended
        assert ended[0] - asked < 10
        kept = {row["url"] for row in fleet.rows(tables.links) if row["verdict"] == "works"}
        before = web.counts()
        web.slow.clear()
        fleet.do()
        assert fleet.now().state == "ended"
        assert fleet.now().outcome == "done"
        again = [url for url, count in web.counts().items() if count > 1]
        assert len(kept) >= 10
        assert not kept & set(again)
        assert len(again) <= len(before) - len(kept)


def test_a_worker_that_is_to_stop_begins_nothing(tmp_path: Path, postgres: str) -> None:
    """A job that it gets all the same is handed back before any page is asked for."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        period, hand = fleet.begin(), fleet.hand()
        hand.let_go()
        with pytest.raises(parts.HandedBack):
            parts.look(hand, period.id, fleet.lane(0))
        assert not fleet.web.counts()


def test_links_of_one_host_are_visited_in_slices(tmp_path: Path, postgres: str) -> None:
    """Each slice takes what the one before left; no address is asked twice, and one job too many finds nothing to do."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=12, others=1, wide=4)) as fleet:
        fleet.as_set(links_per_job=5)
        period = fleet.begin()
        fleet.do(queue.LOOK)
        lane = f"hosts:{fleet.web.other(0)}"
        links = [row for row in fleet.rows(tables.links) if row["lane"] == lane]
        assert len(links) > 15
        assert len(fleet.waiting(queue.VISIT)) == -(-len(links) // 5)
        sizes = []
        while fleet.take(queue.VISIT):
            parts.visit(fleet.hand(), period.id, lane)
            sizes.append(sum(row["verdict"] is not None for row in fleet.rows(tables.links) if row["lane"] == lane))
        assert sizes[:3] == [5, 10, 15]
        assert sizes[-1] == len(links)
        parts.visit(fleet.hand(), period.id, lane)
        assert max(fleet.web.counts().values()) == 1


def test_what_a_host_said_holds_for_the_next_slice(tmp_path: Path, postgres: str) -> None:
    """A host that failed too often for one worker is not asked by the next as if nothing had happened: first for its front page."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=12, others=1, wide=4)) as fleet:
        fleet.as_set(links_per_job=8)
        fleet.web.cut.add(fleet.web.other(0))
        fleet.begin()
        fleet.do(queue.LOOK)
        fleet.do(queue.VISIT, most=1)
        with fleet.store.read() as connection:
            assert finds.manners(connection, fleet.now().id)[fleet.web.other(0)].down
        fleet.web.asked.clear()
        fleet.do(queue.VISIT, most=1)
        assert next(each.path for each in fleet.web.asked if each.host == fleet.web.other(0)) == "/"


def test_a_redirect_keeps_to_the_pace_of_the_host_it_leads_to(tmp_path: Path, postgres: str) -> None:
    """Two workers, one with the links to a host and one with links that are redirected to it, ask it no faster than one may."""
    web = Web(sites=1, pages=20, others=3, wide=3)
    with at_work(tmp_path, postgres, web, paces='[[network.host]]\nname = "127.2.0.1"\nconnections = 2\nper_second = 10\n') as fleet:
        for number in (1, 2):
            web.leads[web.other(number)] = web.other(0)
        period = fleet.begin()
        fleet.do(queue.LOOK)
        lanes = [f"host:{web.other(number)}" for number in range(3)]
        rows = [row for row in fleet.rows(tables.links) if row["host"] in {web.other(number) for number in range(3)}]
        with fleet.store.write() as connection:
            for row in rows:
                chosen = (tables.links.c.id == row["id"],)
                connection.execute(tables.links.update().where(*chosen).values(lane=f"host:{row['host']}"))
        threads = [threading.Thread(target=parts.visit, args=(fleet.hand(), period.id, lane)) for lane in lanes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        moments = sorted(each.at for each in web.asked if each.host == web.other(0))
        assert len(moments) >= 20
        assert all(later - first >= 0.85 for first, later in zip(moments, moments[10:], strict=False))


def test_what_comes_after_the_settlement_is_let_go(tmp_path: Path, postgres: str) -> None:
    """A worker that was taken for dead, and finds more when the period is settled, changes nothing and fails nowhere."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        period = fleet.begin()
        fleet.do()
        settled = fleet.store.issues()
        parts.look(fleet.hand("a ghost"), period.id, fleet.lane(0))
        with fleet.store.write() as connection:
            connection.execute(tables.periods.update().values(ended=None))
        parts.visit(fleet.hand("a ghost"), period.id, "hosts:x")
        journal = finds.Written(fleet.store, period.id, fleet.lane(0), number=1, homes=(), broken=lambda: None)
        journal._links["x"] = {"period": period.id, "hash": "x", "url": "x", "host": "x", "offer": None}
        parts._finished(fleet.hand(), period, journal, interrupted=True)
        assert fleet.rows(tables.links) == []
        assert fleet.store.issues() == settled


def test_a_state_that_is_away_ends_the_look(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written down is not worth finding: the look ends, and the job is tried again."""
    web = Web(sites=1, pages=30)
    with at_work(tmp_path, postgres, web) as fleet:
        web.slow[web.site(0)] = 0.1
        period = fleet.begin()
        flush, calls = finds.Written.flush, []

        def failing(self: Any) -> None:
            calls.append(1)
            if len(calls) > 1:
                raise StateFailed("the server is away")
            flush(self)

        monkeypatch.setattr(finds.Written, "flush", failing)
        monkeypatch.setattr(finds, "SECONDS", 0.05)
        with pytest.raises(StateFailed, match="away"):
            parts.look(fleet.hand(), period.id, fleet.lane(0))
        assert len(web.counts()) < 31
        monkeypatch.undo()
        web.slow.clear()
        fleet.do()
        assert fleet.now().outcome == "done"


def test_what_the_deadline_breaks_off_moves_the_period_on_once(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is settled with what is there, by one step and not by two."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        period, moved = fleet.begin(), []
        monkeypatch.setattr(parts, "_forward", lambda _, number: moved.append(number))
        fleet.passed = period.deadline - period.opened
        journal = finds.Written(fleet.store, period.id, fleet.lane(0), number=1, homes=(), broken=lambda: None)
        parts._finished(fleet.hand(), period, journal, interrupted=True)
        assert moved == [period.id]
