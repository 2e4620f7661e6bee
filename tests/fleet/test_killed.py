"""The worst day of a fleet: workers and the deferrer are killed, and the database restarts, while a period is worked on."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet
from reviewer.console.progress import Counting
from reviewer.fleet import queue
from reviewer.look import reading_version
from reviewer.run import run
from reviewer.settings import Config, Pace
from reviewer.store import StateFailed, Store
from tests.fleet import deferrer
from tests.fleet.estate import NOON, TODAY, alone, issues, loaded, named, told, written
from tests.fleet.origin import Web, serving
from tests.store.server import Own, restartable

SITES, PAGES = int(os.environ.get("REVIEWER_FLEET_SITES", "20")), 20
"""How large the estate is: what does not take the processors from tests of other rooms that run beside it. CI has a step of its own for
REVIEWER_FLEET_SITES=200, with nothing beside it."""

WORKERS = 3

EVERY = 5.0
"""Seconds between two deaths of a worker ..."""

STEP = 12
"""... in which at least one in so many of the addresses was asked, so that a busy machine, where a worker takes ten seconds to start, gets on
all the same. At every third death the deferrer dies, too."""

SLOW = 0.02
"""Seconds that each answer takes, so that the period lasts long enough to be disturbed."""

PACED = Pace(2, 8.0)
"""The pace of the hosts of others."""

LONGEST = 900.0
"""Seconds that a period may take, whatever else the machine does."""


class Workers:
    """So many worker processes; one that was killed is started again, as an orchestrator does."""

    def __init__(self, file: Path, folder: Path) -> None:
        self._command = [sys.executable, "-m", "reviewer", "-c", str(file), "worker", "--heartbeat", "0.5", "--silent", "2"]
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self.killed = 0

    def start(self) -> None:
        """Start one more."""
        with (self._folder / f"worker-{time.monotonic_ns()}.log").open("wb") as log:
            self._running.append(subprocess.Popen(self._command, stderr=log, stdout=log))

    def kill(self, chance: random.Random) -> None:
        """Kill one, whatever it does, and start another."""
        victim = chance.choice(self._running)
        victim.send_signal(signal.SIGKILL)
        victim.wait(10)
        self._running.remove(victim)
        self.killed += 1
        self.start()

    def ended(self) -> int:
        """How many ended by themselves: none should."""
        return sum(each.poll() is not None for each in self._running)

    def stop(self) -> list[int]:
        """Ask all to stop; returns their exit codes."""
        for each in self._running:
            each.send_signal(signal.SIGTERM)
        return [each.wait(35) for each in self._running]

    def deaths(self) -> Counter[str]:
        """How often a job of each host's lane was broken off and done again, by what the workers logged: killed, or without a database. Lanes
        with links of others are one."""
        said = (line for log in self._folder.glob("worker-*.log") for line in log.read_text(encoding="utf-8").splitlines())
        events = [json.loads(line) for line in said if line.startswith("{")]
        lanes = [str(each.get("lane", "")) for each in events if each["event"] in BROKEN_OFF]
        return Counter("others" if ":127.2." in lane else lane.removeprefix("host:") for lane in lanes)


BROKEN_OFF = {"worker dead, job handed on", "handed back", "will try again", "failed"}


@contextlib.contextmanager
def working(file: Path, folder: Path) -> Iterator[Workers]:
    """Workers that are gone when the block is left."""
    workers = Workers(file, folder)
    try:
        for _ in range(WORKERS):
            workers.start()
        yield workers
    finally:
        for each in workers._running:
            each.kill()
            each.wait()


def killed_inside(file: Path, config: Config) -> None:
    """The deferrer dies between deferring and committing: nothing of its period is there."""
    assert deferrer.called(file, deferrer.INSIDE).wait(60) == -signal.SIGKILL
    with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store, store.read() as connection:
        assert fleet.latest(connection) is None
        assert not queue.depth(connection).jobs.get("todo")


def by_one(config: Config) -> tuple[dict[str, object], dict[str, tuple[str, bytes]]]:
    """The issues and digests of one process on the same sites."""
    with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store:
        named(store)
        run(config, store, now=NOON, today=TODAY, progress=Counting(), digest_period=TODAY.isoformat(), send_first=True)
        return issues(store), told(store)


def assert_paced(web: Web) -> None:
    """No host of others was asked above its pace, whoever asked."""
    most, compared = int(PACED.per_second) + PACED.connections, 0
    for number in range(web.others):
        moments = sorted(each.at for each in web.asked if each.host == web.other(number))
        for first, later in zip(moments, moments[most:], strict=False):
            assert later - first >= 0.9, f"more than {most} requests within a second to {web.other(number)}"
            compared += 1
    assert compared >= 5 * web.others


def disturbed(file: Path, config: Config, web: Web, workers: Workers, server: Own, addresses: int) -> float:
    """Let a period be worked on while workers, the deferrer and the database die; returns how many seconds it took."""
    chance, began, states, restarted = random.Random(21), time.monotonic(), {"open"}, False
    last, asked = began, 0
    waits = deferrer.called(file)
    try:
        with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store:
            while time.monotonic() - began < LONGEST:
                time.sleep(0.1)
                with contextlib.suppress(StateFailed), store.read() as connection:
                    period = fleet.latest(connection)
                    if period is not None and period.ended is not None:
                        break
                    if period is not None and period.state not in states:  # once as it is settled, and once as it is told
                        states.add(period.state)
                        workers.kill(chance)
                if time.monotonic() - last > EVERY and len(web.asked) - asked > addresses // STEP:
                    last, asked = time.monotonic(), len(web.asked)
                    workers.kill(chance)
                    if workers.killed % 3 == 1:
                        waits.kill()
                        waits.wait(10)
                        waits = deferrer.called(file)
                if not restarted and len(web.asked) > addresses // 2:
                    server.restart()
                    restarted = True
        assert restarted
        assert states >= {"open", "settling"}
        return time.monotonic() - began
    finally:
        waits.kill()
        waits.wait(10)


@pytest.mark.slow
@pytest.mark.timeout(2 * LONGEST)
def test_whatever_is_killed_the_fleet_finds_and_tells_the_same_once(tmp_path: Path) -> None:
    """Findings, digests and Message-IDs are those of one process, no digest is written twice, no URL is asked more often than once and once
    for each job of its host that was broken off, and no host above its pace."""
    web = Web(sites=SITES, pages=PAGES, others=8)
    with restartable() as server, serving(web):
        paces = "".join(
            f'[[network.host]]\nname = "{web.other(number).partition(":")[0]}"\nconnections = {PACED.connections}\n'
            f"per_second = {PACED.per_second}\n"
            for number in range(web.others)
        )
        file = written(tmp_path, web, server.url, paces=paces)
        config = loaded(file)
        expected, digests = by_one(alone(config, tmp_path / "one.sqlite3"))
        addresses = set(web.counts())
        web.asked.clear()
        for number in range(SITES):
            web.slow[web.site(number)] = SLOW
        with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store:
            named(store)
        killed_inside(file, config)
        with working(file, tmp_path) as workers:
            seconds = disturbed(file, config, web, workers, server, len(addresses))
            with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store:
                assert {each.state for each in fleet.site_looks(config, store, deferrer.clock())} == {"looked at"}
                assert len(fleet.site_looks(config, store, deferrer.clock())) == SITES
                assert issues(store) == expected
                assert told(store) == digests
            assert workers.killed > 3
            assert workers.ended() == 0
            assert set(workers.stop()) <= {128 + signal.SIGTERM, -signal.SIGTERM}  # the last: it had only just been started
            deaths = workers.deaths()
        counts = web.counts()
        assert set(counts) == addresses
        often = {url: count for url, count in counts.items() if count > 1 + deaths[lane(url)]}
        assert not often, f"asked more often than once and once for each death: {often}, {deaths}"
        assert_paced(web)
        again = sum(count - 1 for count in counts.values())
        said = "%d sites of %d pages: %.0f s, %d workers killed, %d jobs broken off, %d of %d URLs asked again"
        logging.getLogger(__name__).warning(said, SITES, PAGES, seconds, workers.killed, deaths.total(), again, len(counts))


def lane(url: str) -> str:
    """Whose job asks an address."""
    host = url.split("/")[2]
    return "others" if host.startswith("127.2.") else host
