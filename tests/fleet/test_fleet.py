"""Tests of a fleet as a whole: what one process finds and tells, several find and tell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet
from reviewer.console.progress import Counting
from reviewer.look import reading_version
from reviewer.run import run
from reviewer.settings import Config
from reviewer.stopping import Stop
from reviewer.store import Store
from tests.fleet.estate import NOON, alone, issues, loaded, named, told, written
from tests.fleet.origin import Web, serving


def clock() -> dt.datetime:
    """The machine's clock: deadlines go by it."""
    return dt.datetime.now(dt.UTC)


def by_one(config: Config, store: Store, day: int) -> None:
    """A run of one process, so many days after the first."""
    now = NOON + dt.timedelta(days=day)
    run(config, store, now=now, today=now.date(), progress=Counting(), digest_period=now.date().isoformat(), send_first=True)


def by_a_fleet(config: Config, store: Store, day: int) -> None:
    """The same, handed out and done by a worker in this process."""
    now = NOON + dt.timedelta(days=day)
    fleet.set_up(store)
    period, new = fleet.begin(config, store, now=now, today=now.date(), clock=clock(), digest=now.date().isoformat(), send_first=True)
    assert new
    fleet.work(config, stop=Stop(), progress=Counting(), clock=clock, reading_version=reading_version(config), idle=False)
    done = fleet.wait(config, store, period, progress=Counting(), stop=Stop(), clock=clock, seconds=0.01)
    assert done is not None


def test_a_fleet_finds_and_tells_what_one_process_does(tmp_path: Path, postgres: str) -> None:
    """Issues, digests and Message-IDs are byte for byte those of one process, and no URL is asked for twice."""
    with serving(Web(sites=6, pages=8)) as web:
        config = loaded(written(tmp_path, web, postgres))
        one = alone(config, tmp_path / "one.sqlite3")
        with Store.open(one.state.at, reading_version=reading_version(one), now=NOON) as single:
            named(single)
            for day in (0, 1, 7):
                by_one(one, single, day)
            expected, digests = issues(single), told(single)
        web.asked.clear()
        with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store:
            named(store)
            for day in (0, 1, 7):
                web.asked.clear()
                by_a_fleet(config, store, day)
                assert max(web.counts().values()) == 1
            assert issues(store) == expected
            assert told(store) == digests
            assert len(digests) > 5
