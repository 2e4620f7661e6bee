"""The ticker: it ticks, it forgets nothing that a job throws, and it ends when asked."""

from __future__ import annotations

import datetime as dt
import threading
from types import SimpleNamespace

import pytest

from reviewer.schedule.ticker import EverySeconds, hurry, ticking
from reviewer.stopping import Stop

NOW = dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


def test_it_ticks_at_once_and_again_until_asked_to_stop() -> None:
    """The first tick is now; ticks get the clock's moment; the tick in hand is waited for."""
    stop, seen, ended = Stop(), [], threading.Event()

    def tick(now: dt.datetime) -> None:
        seen.append(now)
        if len(seen) == 3:
            stop.ask(15)
            stop.wait(60)
            ended.set()

    ticking(tick, stop=stop, seconds=0.01, clock=lambda: NOW)
    assert ended.is_set()
    assert seen == [NOW] * 3


@pytest.mark.parametrize("error", [ValueError("a bug"), SystemExit(3)])
def test_what_a_tick_throws_is_logged_and_the_next_one_comes(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    """An exception or a sys.exit in a job, which the library swallows, is an error line, and ticking goes on."""
    stop, ticks = Stop(), []

    def tick(now: dt.datetime) -> None:
        ticks.append(now)
        if len(ticks) == 2:
            stop.ask(15)
            return
        raise error

    ticking(tick, stop=stop, seconds=0.01, clock=lambda: NOW)
    said = capsys.readouterr().out
    assert "tick crashed" in said
    assert repr(error) in said


def test_a_jump_of_the_clock_is_one_tick() -> None:
    """After a jump over years the trigger gives one next moment, in front of the new clock."""
    trigger = EverySeconds(20)
    assert trigger.get_next_fire_time(None, NOW) == NOW
    assert trigger.get_next_fire_time(NOW, NOW + dt.timedelta(days=2000)) == NOW + dt.timedelta(days=2000, seconds=20)


@pytest.mark.parametrize(("ahead", "hurried"), [(20, False), (40, False), (41, True), (86_400 * 14, True), (None, False)])
def test_a_clock_that_was_set_back_does_not_stop_the_ticks(ahead: int | None, hurried: bool) -> None:
    """When the next tick stands far ahead of the clock, the clock was set back: tick now."""
    changes: list[dt.datetime] = []

    def modify(next_run_time: dt.datetime) -> None:
        changes.append(next_run_time)

    job = SimpleNamespace(next_run_time=None if ahead is None else NOW + ahead * SECOND, modify=modify)
    assert hurry(job, NOW, 20) is hurried
    assert changes == ([NOW] if hurried else [])
