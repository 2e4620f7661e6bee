"""The ticker: it ticks, it forgets nothing that a job throws, and it ends when asked."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from reviewer.schedule import Standing
from reviewer.schedule.duty import Duty
from reviewer.schedule.ticker import EverySeconds, hurry, ticking
from reviewer.settings import Timetable
from reviewer.stopping import Stop
from reviewer.store import Store
from reviewer.timetable import Due

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


@pytest.mark.parametrize(
    ("zone", "line", "first", "moments"),
    [
        ("Europe/London", "30 1 * * *", "2026-03-28", ["2026-03-28T01:30Z", "2026-03-29T01:30Z", "2026-03-30T00:30Z"]),
        ("Europe/London", "30 1 * * *", "2026-10-24", ["2026-10-24T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z"]),
        ("America/Santiago", "0 0 * * *", "2026-09-05", ["2026-09-05T04:00Z", "2026-09-06T04:00Z", "2026-09-07T03:00Z"]),
        ("Australia/Lord_Howe", "45 1 * * *", "2026-04-04", ["2026-04-03T14:45Z", "2026-04-04T14:45Z", "2026-04-05T15:15Z"]),
    ],
)
def test_days_on_which_the_clocks_change_have_one_period_each(tmp_path: Path, zone: str, line: str, first: str, moments: list[str]) -> None:
    """The real ticker, the real state, three days around a change of the clocks: a time that is skipped is due when it would have come by the clock of the day before, one that
    comes twice is due the first time, and each day is done once."""
    here, stop = ZoneInfo(zone), Stop()
    now = dt.datetime.fromisoformat(first).replace(tzinfo=here).astimezone(dt.UTC) - dt.timedelta(minutes=10)
    end = now + dt.timedelta(days=2, hours=20)
    done: list[tuple[str, dt.datetime]] = []

    with Store.open(str(tmp_path / "state.sqlite3"), now=now - dt.timedelta(hours=1)) as store:

        def act(tasks: tuple[Due, ...], at: dt.datetime) -> None:
            for task in tasks:
                store.mark_period(task.kind, task.period, now=at)
                done.append((task.period, at))

        duty = Duty(Timetable(line, "0 0 1 1 *"), here, Standing(store), act, stop)

        duty.tick(now)  # what a new state catches up with
        done.clear()

        def tick(at: dt.datetime) -> None:
            nonlocal now
            duty.tick(at)
            now = at + dt.timedelta(minutes=15)
            if now > end:
                stop.ask(15)

        ticking(tick, stop=stop, seconds=0.001, clock=lambda: now)
    wanted = [dt.datetime.fromisoformat(each) for each in moments]
    assert [period for period, _ in done] == [each.astimezone(here).date().isoformat() for each in wanted]
    for (_, at), due in zip(done, wanted, strict=True):
        assert dt.timedelta(0) <= at - due < dt.timedelta(minutes=15)
