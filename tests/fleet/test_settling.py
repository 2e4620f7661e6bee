"""The end of a period, and workers that die in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import deliver
from reviewer.fleet import queue, settling, tables
from reviewer.look import Silent, reading_version
from reviewer.run import run
from reviewer.store import Locked, Store, lock
from tests.fleet.estate import NOON, TODAY, alone, issues, named, told
from tests.fleet.hands import Fleet, at_work
from tests.fleet.origin import Web


class Died(BaseException):
    """The worker was killed: nothing of its own handles it."""


def dying(monkeypatch: pytest.MonkeyPatch, where: object, name: str, *, after: bool) -> None:
    """Let the worker die before or after it calls a function, the first time."""
    real: Callable[..., Any] = getattr(where, name)

    def call(*arguments: Any, **more: Any) -> Any:
        monkeypatch.setattr(where, name, real)
        if after:
            real(*arguments, **more)
        raise Died

    monkeypatch.setattr(where, name, call)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(
    ("where", "name"),
    [
        (settling, "keep"),
        (settling, "telling"),
        (settling, "write_down"),
        (deliver, "send_batch"),
        (settling, "overlooked"),
        (settling, "together"),
    ],
)
def test_a_worker_that_dies_in_the_settlement_changes_nothing(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch, where: object, name: str, *, after: bool
) -> None:
    """Before or after the look is kept, a digest is written down or sent: whoever comes next does the rest, and nothing twice."""
    with at_work(tmp_path, postgres, Web(sites=3, pages=6)) as fleet:
        expected = by_one(fleet, tmp_path / "one.sqlite3")
        period = fleet.begin()
        while fleet.do(queue.LOOK) + fleet.do(queue.VISIT):
            pass
        dying(monkeypatch, where, name, after=after)
        with pytest.raises(Died):
            settling.settle(fleet.hand("the dead one"), period.id)
        settling.settle(fleet.hand("the next one"), period.id)
        assert (issues(fleet.store), told(fleet.store)) == expected
        settling.settle(fleet.hand("one too many"), period.id)
        assert (issues(fleet.store), told(fleet.store)) == expected
        assert fleet.now().state == tables.ENDED
        assert [each.outcome for each in fleet.store.runs() if each.outcome != "killed"] == ["done"]
        assert fleet.rows(tables.links) == fleet.rows(tables.pages) == fleet.rows(tables.manners) == []


def by_one(fleet: Fleet, at: Path) -> tuple[dict[str, object], dict[str, tuple[str, bytes]]]:
    """The issues and digests of one process on the same sites."""
    one = alone(fleet.config, at)
    with Store.open(one.state.at, reading_version=reading_version(one), now=NOON) as store:
        named(store)
        run(one, store, now=NOON, today=TODAY, progress=Silent(), digest_period=TODAY.isoformat(), send_first=True)
        return issues(store), told(store)


def test_somebody_else_at_the_state_is_waited_for(tmp_path: Path, postgres: str) -> None:
    """A digest that a person sends holds the lock: the settlement is tried again later, and nothing is lost."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=3)) as fleet:
        period = fleet.begin()
        fleet.do(queue.LOOK)
        fleet.do(queue.VISIT)
        with lock(fleet.config.state.at, what="reviewer digest", now=NOON), pytest.raises(Locked):
            settling.settle(fleet.hand(), period.id)
        fleet.do(queue.SETTLE)
        assert fleet.now().outcome == "done"


def test_the_first_digests_wait_for_a_person(tmp_path: Path, postgres: str) -> None:
    """What leaves the house does so only when somebody says so, as in a run."""
    with at_work(tmp_path, postgres, Web(sites=1, pages=4)) as fleet:
        fleet.wait_for_a_person()
        assert fleet.now().waits == 1
        assert not told(fleet.store)
        assert "1 digest waits for you" in " ".join(fleet.store.runs(1)[0].notes)
