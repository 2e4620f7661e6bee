"""A process that hands a period out, waits for its end, and can be killed: ``python -m tests.fleet.deferrer FILE [inside]``.

``inside``: it kills itself within ``begin``, when the jobs are deferred and nothing is committed.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa

from reviewer import fleet
from reviewer.fleet import queue
from reviewer.look import Silent, reading_version
from reviewer.stopping import Stop
from reviewer.store import Store
from tests.fleet.estate import NOON, TODAY, loaded

INSIDE = "inside"


def clock() -> dt.datetime:
    """The machine's clock."""
    return dt.datetime.now(dt.UTC)


def called(file: Path, *words: str) -> subprocess.Popen[bytes]:
    """Start such a process."""
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-m", "tests.fleet.deferrer", str(file), *words]
    return subprocess.Popen(command, cwd=root, env={**os.environ, "PYTHONPATH": root}, stderr=subprocess.DEVNULL)


def dying() -> None:
    """Have this process killed as soon as it has deferred jobs."""
    real = queue.defer

    def defer(connection: sa.Connection, jobs: Iterable[queue.Job]) -> None:
        real(connection, jobs)
        os.kill(os.getpid(), signal.SIGKILL)

    queue.defer = defer


def main(file: str, *words: str) -> None:
    """Hand out, and wait."""
    config = loaded(Path(file))
    with Store.open(config.state.at, reading_version=reading_version(config), now=NOON) as store:
        fleet.set_up(store)
        if INSIDE in words:
            dying()
        period, _ = fleet.begin(config, store, now=NOON, today=TODAY, clock=clock(), digest=TODAY.isoformat(), send_first=True)
        fleet.wait(config, store, period, progress=Silent(), stop=Stop(), clock=clock, seconds=1.0)


if __name__ == "__main__":
    main(*sys.argv[1:])
