"""A schedule that runs for months: what it holds does not grow, nothing comes twice, and nothing is missing."""

from __future__ import annotations

import datetime as dt
import gc
import os
import random
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reviewer.model import LetterState
from reviewer.schedule import Logged, Standing, Work
from reviewer.schedule.duty import Duty
from reviewer.settings import Timetable
from tests.schedule.test_never_silent import NETWORKS, SERVERS, START, NeverSilent

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
TICKS = 10_000
STEP = dt.timedelta(minutes=5)


def held() -> int:
    """The memory that this process holds, in bytes."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def children() -> set[str]:
    """The processes that this one started and that have not been waited for: other tests of this worker may have left some (Linux)."""
    return {number for each in Path("/proc/self/task").iterdir() for number in (each / "children").read_text().split()}


def test_ten_thousand_ticks_with_faults_grow_nothing() -> None:
    """Five weeks of a tick every five minutes, in which network and mail server fail for hours: memory is flat within 5 MB, no file
    stays open, no process is left, each digest arrives once, and in the end none waits."""
    world, chance, before = NeverSilent(), random.Random(17), children()
    world.installed()
    try:
        world.somebody_lets_the_first_digests_go()
        work = Work(world.config(), world.store, stop=world.stop, progress=Logged())
        duty = Duty(Timetable(), ZoneInfo("UTC"), Standing(world.store), work, world.stop)
        now, memory, files = START, 0, 0
        for number in range(TICKS):
            if number % 36 == 0:
                world.network, mood = chance.choice(NETWORKS), chance.choice([each for each in SERVERS if each[:2] != "55"])
                world.wire.mood = mood if mood != "loses answers" else "takes"
            if number > TICKS - 1500:
                world.network, world.wire.mood = "up", "takes"
            now += STEP
            world.wire.now = now
            duty.tick(now)
            if number == TICKS // 2:
                memory, files = held(), len(list(Path("/proc/self/fd").iterdir()))
        assert held() - memory < 5 * 1024 * 1024
        assert len(list(Path("/proc/self/fd").iterdir())) <= files
        assert children() <= before
        assert set(Counter(key for key, _ in world.wire.arrived).values()) == {1}
        left = [letter for letter in world.store.outbox.letters() if letter.state is not LetterState.SENT]
        assert not [letter for letter in left if letter.state not in {LetterState.HELD, LetterState.REFUSED}]
        checks = {period for period in world.store.periods_done("check") if period[:10] > START.date().isoformat()}
        days = {(START + dt.timedelta(days=n)).date() for n in range(1, (now - START).days)}
        assert len({day for day in days if day.weekday() < 5} - {dt.date.fromisoformat(each[:10]) for each in checks}) < 12
    finally:
        world.teardown()
