"""What a part writes down while it is made: of a worker that dies nothing is lost that a host said."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer.fetch import Manner
from reviewer.fleet import finds, parts, queue
from reviewer.model import Unsure
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web


def manners(fleet: Fleet) -> dict[str, Manner]:
    """What the state knows that hosts said."""
    with fleet.store.read() as connection:
        return finds.manners(connection, fleet.now().id)


@contextmanager
def at_work_on(fleet: Fleet, task: str) -> Iterator[threading.Thread]:
    """A worker is at a job of that kind while the block runs; then it hands it back."""
    job, hand = next(iter(fleet.waiting(task))), fleet.hand("the dead one")
    do = parts.look if task == queue.LOOK else parts.visit

    def working() -> None:
        with suppress(parts.HandedBack):
            do(hand, fleet.now().id, job[1]["lane"])

    thread = threading.Thread(target=working)
    thread.start()
    try:
        yield thread
    finally:
        hand.let_go()
        thread.join(30)


def heard(fleet: Fleet) -> dict[str, Manner]:
    """What hosts said, as soon as the state knows anything of it."""
    until = time.monotonic() + 30
    while not (found := manners(fleet)) and time.monotonic() < until:
        time.sleep(0.02)
    return found


def test_a_retry_after_is_kept_while_the_job_goes_on(tmp_path: Path, postgres: str) -> None:
    """A host that asks for 50 seconds has them also when the worker dies that was told: the next one waits, too."""
    web = Web(sites=1, pages=6, others=1, wide=4)
    with at_work(tmp_path, postgres, web) as fleet:
        other = web.other(0)
        fleet.begin()
        fleet.do(queue.LOOK)
        web.busy[other] = "50"
        with at_work_on(fleet, queue.VISIT) as first:
            assert 20 < heard(fleet)[other].paused <= 50
            assert first.is_alive()
        asked = len(web.asked)
        with at_work_on(fleet, queue.VISIT) as second:
            time.sleep(1.0)
            assert second.is_alive()
            assert len(web.asked) == asked


def test_a_host_that_is_down_is_known_before_the_job_has_ended(tmp_path: Path, postgres: str) -> None:
    """What five failures said is in the state when the fifth has come."""
    web = Web(sites=1, pages=30, others=2, wide=4)
    with at_work(tmp_path, postgres, web) as fleet:
        fleet.begin()
        fleet.do(queue.LOOK)
        web.cut.add(web.other(0))
        web.slow[web.other(1)] = 3.0
        with at_work_on(fleet, queue.VISIT) as first:
            assert heard(fleet)[web.other(0)].down == (web.other(0),)
            assert first.is_alive()


def test_an_address_that_asked_for_hours_is_left_alone_by_the_next_try(tmp_path: Path, postgres: str) -> None:
    """A page of ours that said when to come back is not asked again by the worker that looks at its site after the first one died."""
    web = Web(sites=1, pages=4)
    with at_work(tmp_path, postgres, web) as fleet:
        web.busy[f"{web.site(0)}/page-2"] = "7200"
        period = fleet.begin()
        hand, real = fleet.hand("the dead one"), parts._keep_look
        parts._keep_look = lambda *_: None  # it dies before its look is kept
        try:
            parts.look(hand, period.id, fleet.lane(0))
        finally:
            parts._keep_look = real
        with fleet.store.read() as connection:
            waits = finds.waiting(connection, period.id, fleet.lane(0))
        assert [type(each) for each in waits.values()] == [Unsure]
        fleet.do()
        assert web.counts()[f"http://{web.site(0)}/page-2"] == 1
        visit = fleet.store.visits()[f"http://{web.site(0)}/page-2"]
        assert isinstance(visit, Unsure)
        assert visit.evidence.status == 503


def test_only_news_of_a_host_is_written(tmp_path: Path, postgres: str) -> None:
    """What another worker heard meanwhile is not overwritten by one that heard nothing; a host that recovered is written down as such."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        period = fleet.begin()
        heard = {"slow.example": Manner(interval=2.0), "pause.example": Manner(paused=50.0, pauses=50.0)}
        with fleet.store.write() as connection:
            finds.put_manners(connection, period.id, heard)
        journal = finds.Written(fleet.store, period.id, "host:x", number=1, homes=(), broken=lambda: None, heard=heard)
        journal._coming = True  # no loop here
        with fleet.store.write() as connection:
            finds.put_manners(connection, period.id, {"pause.example": Manner(paused=50.0, pauses=50.0, down=("pause.example:80",))})
        journal.manners({"slow.example": Manner(interval=2.0), "pause.example": Manner(paused=20.0, pauses=50.0)})
        journal.flush()
        assert manners(fleet)["pause.example"].down
        assert manners(fleet)["slow.example"].interval == 2.0
        journal.manners({"pause.example": Manner(paused=10.0, pauses=50.0)})
        journal.flush()
        assert manners(fleet)["slow.example"] == Manner()
