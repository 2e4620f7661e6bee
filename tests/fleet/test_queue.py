"""The queue in the state, and what becomes of the jobs of a worker that died."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job
from procrastinate.manager import JobManager

from reviewer.fleet import mourning, queue, working
from reviewer.fleet.fingerprints import OtherConfig
from reviewer.fleet.parts import HandedBack
from reviewer.store import Locked, StateFailed, StateRefused
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web


def states(fleet: Fleet) -> list[str]:
    """The states of all jobs, in the order in which they were deferred."""
    with fleet.store.read() as connection:
        return list(connection.execute(sa.text("SELECT status::text FROM procrastinate_jobs ORDER BY id")).scalars())


def died(fleet: Fleet, *, silent: float, pruned: bool) -> None:
    """A worker takes the next job, and gives no sign of life for so many seconds; ``pruned``: the queue has forgotten it."""

    async def take() -> None:
        app = working.tasks(fleet.hand(), working.USUAL)
        async with app.open_async():
            worker = await app.job_manager.register_worker()
            assert await app.job_manager.fetch_job(queues=None, worker_id=worker) is not None

    asyncio.run(take())
    with fleet.store.write() as connection:
        ago = sa.text("UPDATE procrastinate_workers SET last_heartbeat = now() - make_interval(secs => :silent)")
        connection.execute(ago, {"silent": silent})
        if pruned:
            connection.execute(sa.text("DELETE FROM procrastinate_workers"))


def mourn(fleet: Fleet, silent: float = queue.SILENT) -> None:
    """See after the dead, once."""

    async def once() -> None:
        app = working.tasks(fleet.hand(), working.USUAL)
        async with app.open_async():
            await mourning.mourn(app, silent, fleet.hand())

    asyncio.run(once())


@pytest.mark.parametrize("pruned", [False, True])
def test_the_job_of_a_dead_worker_is_done_by_another(tmp_path: Path, postgres: str, *, pruned: bool) -> None:
    """Also when the queue forgot the worker before anybody looked: a time-out for workers that is shorter than the time between two looks
    must not leave its job in `doing` for ever."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        died(fleet, silent=queue.SILENT + 5, pruned=pruned)
        assert states(fleet) == ["doing"]
        mourn(fleet)
        assert states(fleet) == ["todo"]
        fleet.do()
        assert fleet.now().outcome == "done"


def test_a_worker_is_forgotten_long_after_its_jobs_were_handed_on() -> None:
    """The two times that the trap is made of, and the signs of life that they allow for."""
    assert queue.PRUNED >= 3 * queue.SILENT
    assert queue.SILENT >= 3 * queue.HEARTBEAT
    assert working.USUAL.every < queue.SILENT


def test_a_living_worker_keeps_its_job(tmp_path: Path, postgres: str) -> None:
    """One that gave a sign of life lately is at it."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        died(fleet, silent=queue.SILENT / 2, pruned=False)
        mourn(fleet)
        assert states(fleet) == ["doing"]


def test_a_job_that_takes_its_workers_down_is_given_up(tmp_path: Path, postgres: str) -> None:
    """A page that kills every process that reads it costs its site, and not the fleet."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=2)) as fleet:
        fleet.begin()
        died(fleet, silent=60, pruned=False)
        with fleet.store.write() as connection:
            for _ in range(mourning.DEATHS - 1):
                queue.count(connection, fleet.now().id, queue.LOOK, fleet.lane(0), "died")
        mourn(fleet)
        assert states(fleet) == ["failed", "todo"]
        fleet.do()
        assert f"every try to look at it failed ({mourning.DEATHS} workers died over it)" in fleet.now().incomplete


def test_a_job_that_ended_meanwhile_keeps_no_other_waiting(tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that was only slow ends its job between the question which are stalled and the answer: the next dead one's is handed on."""
    with at_work(tmp_path, postgres, Web(sites=2, pages=2)) as fleet:
        fleet.begin()
        for _ in range(2):
            died(fleet, silent=60, pruned=False)
        real = JobManager.get_stalled_jobs

        async def slow(self: JobManager, **more: Any) -> list[Job]:
            found = sorted(await real(self, **more), key=lambda job: job.id or 0)
            with fleet.store.write() as connection:
                connection.execute(sa.text("DELETE FROM procrastinate_jobs WHERE id = :id"), {"id": found[0].id})
            return found

        monkeypatch.setattr(JobManager, "get_stalled_jobs", slow)
        assert states(fleet) == ["doing", "doing"]
        mourn(fleet)
        assert states(fleet) == ["todo"]


def test_a_worker_that_dies_while_it_sees_after_the_dead_ends_nothing(tmp_path: Path, postgres: str) -> None:
    """The job of minding is no lock for the next one, and a dead one is not handed on: there is another one waiting."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        with fleet.store.write() as connection:
            queue.defer(connection, [queue.Job(queue.MIND, "x", {"timestamp": 1})])
            connection.execute(sa.text("UPDATE procrastinate_jobs SET queueing_lock = 'mind', lock = NULL"))
        died(fleet, silent=60, pruned=True)
        with fleet.store.write() as connection:
            queue.defer(connection, [queue.Job(queue.MIND, "x", {"timestamp": 2})])
            connection.execute(sa.text("UPDATE procrastinate_jobs SET queueing_lock = 'mind', lock = NULL WHERE status = 'todo'"))
        mourn(fleet)
        assert states(fleet) == ["todo"]


def test_when_a_job_is_tried_again() -> None:
    """Handed back or refused: at once. The state is away or held: soon, for ever. Another failure: later each time, and then never."""
    moments = [working.again(working.Failed(times), 1000) for times in range(1, working.TRIES + 1)]
    assert moments[-1] is None
    assert all(moment is not None for moment in moments[:-1])
    assert working.again(ValueError("x"), working.TRIES) is None
    assert working.again(ValueError("x"), 0) is not None
    assert working.again(HandedBack(), 1000) is not None
    assert working.again(OtherConfig("x"), 1000) is not None
    assert working.again(StateFailed("x"), 1000) is not None
    assert working.again(Locked("somebody", None), 1000) is not None


def test_what_counts_as_a_lost_database() -> None:
    """A server that restarts ends no worker; a mistake of ours does."""
    assert working._lost(ConnectorException())
    assert working._lost(ConnectionResetError())
    assert working._lost(StateFailed("x"))
    assert not working._lost(ValueError())


def test_the_tables_are_made_once_and_brought_up_to_date(tmp_path: Path, postgres: str) -> None:
    """A queue that an older procrastinate made gets the migrations between; one of a newer one is refused, with what to do."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        queue.set_up(fleet.store)
        with fleet.store.read() as connection:
            assert queue.version(connection) == queue.library()
        assert queue._scripts("3.4.0", "3.10.0") == []
        assert len(queue._scripts("3.3.0", "3.10.0")) == 2
        with fleet.store.write() as connection:
            queue._note(connection, "queue", "3.9.0")
        queue.set_up(fleet.store)
        with fleet.store.write() as connection:
            assert queue.version(connection) == queue.library()
            queue._note(connection, "queue", "99.0.0")
        with pytest.raises(StateRefused, match="made by procrastinate 99"):
            queue.set_up(fleet.store)


def test_the_form_of_the_work_in_hand_is_made_anew(tmp_path: Path, postgres: str) -> None:
    """Tables of another form are dropped: nothing in them outlives a period."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=2)) as fleet:
        fleet.begin()
        with fleet.store.write() as connection:
            queue._note(connection, "fleet", "0")
        queue.set_up(fleet.store)
        with fleet.store.read() as connection:
            assert connection.execute(sa.text("SELECT count(*) FROM fleet_periods")).scalar() == 0


def test_a_base_install_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra a fleet says which one to install."""
    monkeypatch.setitem(sys.modules, "procrastinate", None)
    with pytest.raises(StateRefused, match=r"content-reviewer\[fleet\]"):
        queue.library()


def test_how_deep_the_queue_is(tmp_path: Path, postgres: str) -> None:
    """Jobs by state, workers seen, and for how long the oldest job has been waiting."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=2)) as fleet:
        fleet.begin()
        died(fleet, silent=1, pruned=False)
        with fleet.store.write() as connection:
            connection.execute(sa.text("UPDATE procrastinate_events SET at = at - interval '90 seconds'"))
        with fleet.store.read() as connection:
            depth = queue.depth(connection)
        assert dict(depth.jobs) == {"todo": 2, "doing": 1}
        assert 90 <= depth.oldest < 120
        assert depth.workers == 1
