"""The worst day of a fleet: workers and the deferrer are killed, and the database restarts, while a period is worked on."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("procrastinate", reason="a fleet needs procrastinate: pip install 'content-reviewer[fleet]'")

from reviewer import fleet
from reviewer.console.progress import Counting
from reviewer.look import reading_version
from reviewer.run import run
from reviewer.settings import Config, Pace
from reviewer.store import StateFailed, Store
from tests.fleet.estate import NOON, TODAY, alone, issues, loaded, named, told, written
from tests.fleet.origin import Web, serving
from tests.store.server import restartable

SITES, PAGES = int(os.environ.get("REVIEWER_FLEET_SITES", "20")), 20
"""How large the estate is: what a busy CI machine does in three minutes. On a machine of its own: REVIEWER_FLEET_SITES=200."""

WORKERS = 3
KILLS = 6
"""So many times a random worker is killed, evenly over the requests of the period: a busy machine starts a worker in ten seconds."""

SLOW = 0.02
"""Seconds that each answer takes, so that the period lasts long enough to be disturbed."""

PACED = Pace(2, 8.0)
"""The pace of the hosts of others."""

LONGEST = max(200.0, 3.0 * SITES)
"""Seconds that a period may take, whatever else the machine does."""


def clock() -> dt.datetime:
    """The machine's clock: deadlines and heartbeats go by it."""
    return dt.datetime.now(dt.UTC)


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


def deferred_and_killed(file: Path) -> None:
    """Hand the period out in a process that is killed right after it."""
    code = (
        "import sys, os, signal, datetime as dt\n"
        "from reviewer import fleet\n"
        "from reviewer.store import Store\n"
        "from reviewer.look import reading_version\n"
        "from tests.fleet.estate import NOON, TODAY, loaded\n"
        "from pathlib import Path\n"
        "config = loaded(Path(sys.argv[1]))\n"
        "store = Store.open(config.state.at, reading_version=reading_version(config), now=NOON)\n"
        "fleet.set_up(store)\n"
        "fleet.begin(config, store, now=NOON, today=TODAY, clock=dt.datetime.now(dt.UTC), digest=TODAY.isoformat(), send_first=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], cwd=root, check=False, timeout=60, env={**os.environ, "PYTHONPATH": root}
    )
    assert done.returncode == -signal.SIGKILL


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


@pytest.mark.slow
@pytest.mark.timeout(2 * LONGEST)
def test_whatever_is_killed_the_fleet_finds_and_tells_the_same_once(tmp_path: Path) -> None:
    """Findings, digests and Message-IDs are those of one process, no digest is written twice, no URL is asked more often than once and once
    for each job that died, and no host above its pace."""
    chance = random.Random(21)
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
        with working(file, tmp_path) as workers:
            deferred_and_killed(file)
            began, restarted, states = time.monotonic(), False, {"open"}
            step = len(addresses) // (KILLS + 1)
            with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store:
                while time.monotonic() - began < LONGEST:
                    time.sleep(0.05)
                    with contextlib.suppress(StateFailed), store.read() as connection:
                        period = fleet.latest(connection)
                        if period is None or period.ended is not None:
                            break
                        if period.state not in states:  # once as it is settled, and once as it is told
                            states.add(period.state)
                            workers.kill(chance)
                    if len(web.asked) > (workers.killed + 1) * step and workers.killed < KILLS:
                        workers.kill(chance)
                    if not restarted and len(web.asked) > len(addresses) // 2:
                        server.restart()
                        restarted = True
                seconds = time.monotonic() - began
                assert {each.state for each in fleet.site_looks(config, store, clock())} == {"looked at"}
                assert issues(store) == expected
                assert told(store) == digests
            assert restarted
            assert workers.killed > KILLS
            assert workers.ended() == 0
            assert set(workers.stop()) <= {128 + signal.SIGTERM, -signal.SIGTERM}  # the last: it had only just been started
        counts = web.counts()
        assert set(counts) == addresses
        assert max(counts.values()) <= 1 + workers.killed + WORKERS  # a restart of the database breaks off the job of every worker
        assert_paced(web)
        again = sum(count - 1 for count in counts.values())
        said = "%d sites of %d pages: %.0f s, %d workers killed, %d of %d URLs asked again"
        logging.getLogger(__name__).warning(said, SITES, PAGES, seconds, workers.killed, again, len(counts))
