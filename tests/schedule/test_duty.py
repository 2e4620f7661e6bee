"""One tick: what is due is done, what fails is tried again later, and nothing ends the schedule."""

from __future__ import annotations

import datetime as dt
import sys
from zoneinfo import ZoneInfo

import pytest

from reviewer.schedule.duty import PAUSES, Duty
from reviewer.settings import Timetable
from reviewer.stopping import Stop
from reviewer.store.failures import Locked
from reviewer.timetable.periods import Due

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


class World:
    """A state and somebody who works, both of words."""

    def __init__(self) -> None:
        self.kept: dict[str, set[str]] = {"check": set(), "digest": set()}
        self.acts: list[tuple[str, ...]] = []
        self.fault: BaseException | None = None
        self.marks = True
        self.waiting = 0
        self.made = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
        self.stop = Stop()

    def done(self, kind: str) -> frozenset[str]:
        return frozenset(self.kept[kind])

    def since(self) -> dt.datetime:
        return self.made

    def pending(self, now: dt.datetime) -> int:
        return self.waiting

    def act(self, tasks: tuple[Due, ...], now: dt.datetime) -> None:
        self.acts.append(tuple(due.kind for due in tasks))
        if self.fault:
            raise self.fault
        if self.marks:
            self.waiting = 0
            for due in tasks:
                self.kept[due.kind].add(due.period)

    def duty(self) -> Duty:
        return Duty(Timetable(), ZoneInfo("Europe/London"), self, self.act, self.stop)


def test_what_is_due_is_done_in_one_go_and_once() -> None:
    """On Monday at nine the check and the digest are due together; at the next tick nothing is."""
    world = World()
    duty = world.duty()
    assert duty.tick(NOW)
    assert not duty.tick(NOW + MINUTE)
    assert world.acts == [("check", "digest")]


def test_messages_that_wait_are_sent_when_nothing_is_due() -> None:
    """What a killed run left in the outbox goes at the next tick."""
    world = World()
    duty = world.duty()
    duty.tick(NOW)
    world.waiting = 2
    assert duty.tick(NOW + MINUTE)
    assert world.acts[1:] == [()]


@pytest.mark.parametrize("fault", [RuntimeError("no network"), SystemExit(3), MemoryError()])
def test_a_failure_is_tried_again_after_a_while(fault: BaseException) -> None:
    """An exception, and even sys.exit, ends one try: the next ones come after 1, 5, 15 and 60 minutes, 2 and 4 hours, and then every 4 hours."""
    world = World()
    duty, now = world.duty(), NOW
    world.fault = fault
    for pause in (*PAUSES, PAUSES[-1]):
        tries = len(world.acts)
        assert duty.tick(now)
        assert not duty.tick(now + pause - dt.timedelta(seconds=1))
        assert len(world.acts) == tries + 1
        now += pause
    world.fault = None
    assert duty.tick(now)
    assert world.kept["digest"] == {"2026-11-23"}
    world.fault, world.kept = fault, {"check": set(), "digest": set()}
    assert duty.tick(now)
    assert not duty.tick(now + PAUSES[0] - dt.timedelta(seconds=1)), "after a success the pauses begin anew"
    assert duty.tick(now + PAUSES[0])


def test_what_is_still_to_do_is_a_failure_too() -> None:
    """A run that ends well but leaves its period open (our own network was down) is not repeated at every tick."""
    world = World()
    world.marks = False
    duty = world.duty()
    assert duty.tick(NOW)
    assert not duty.tick(NOW + PAUSES[0] - dt.timedelta(seconds=1))
    assert duty.tick(NOW + PAUSES[0])


def test_messages_that_cannot_go_are_not_tried_at_every_tick() -> None:
    """A mail server that is away is asked again after the pause, not every 20 seconds."""
    world = World()
    duty = world.duty()
    duty.tick(NOW)
    world.waiting, world.marks = 1, False
    assert duty.tick(NOW + MINUTE)
    assert not duty.tick(NOW + MINUTE + PAUSES[0] - dt.timedelta(seconds=1))
    assert duty.tick(NOW + MINUTE + PAUSES[0])


def test_a_clock_that_is_set_back_ends_the_pause() -> None:
    """A pause that was counted on a clock a year ahead is over when the clock is put right."""
    world = World()
    duty = world.duty()
    world.fault = RuntimeError("no network")
    duty.tick(NOW + dt.timedelta(days=365))
    assert duty.tick(NOW)


def test_another_run_is_waited_for() -> None:
    """While somebody's own run holds the lock nothing is done and nothing counts as failed: the next tick tries again."""
    world = World()
    duty = world.duty()
    world.fault = Locked("reviewer run, process 7 on here", NOW)
    assert not duty.tick(NOW)
    world.fault = None
    assert duty.tick(NOW + dt.timedelta(seconds=20))


def test_who_is_asked_to_stop_begins_nothing() -> None:
    """After SIGTERM no tick begins, and what is left then is no failure."""
    world = World()
    world.stop.ask(15)
    assert not world.duty().tick(NOW)
    assert world.acts == []


def test_a_state_that_fails_is_tried_again() -> None:
    """A database server that is away for a moment costs a pause and not the schedule."""
    world = World()
    duty = world.duty()
    world.pending = lambda now: sys.exit(1)  # type: ignore[method-assign]
    world.kept = {"check": {"2026-11-23"}, "digest": {"2026-11-23"}}
    assert duty.tick(NOW)
    assert not duty.tick(NOW)
