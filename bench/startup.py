"""How long ``reviewer --version`` takes from nothing: the median of 15 runs (bound: 150 ms), and the CPU time of the quickest; and the CPU
time of ``reviewer run`` to its first request (bound: 350 ms).

python bench/startup.py [--gate]

The gate is for machines of any speed that do other things too. It looks at CPU time, the least of all runs, which waiting for others does
not lengthen; and where 150 ms of it are not enough, it fails only when the program takes more than half as much again as the one library
that it cannot start without. One heavy import more (rich, asyncio, httpx, ...) is over that; a slow machine is not. A run is held against the
one library that it cannot do without, SQLAlchemy, in the same way.
"""

from __future__ import annotations

import compileall
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BOUND_MS = 150
TIMES = 1.5
"""What ``reviewer --version`` may take of a Python that only imports click: it takes about 1.1 (asyncio more: 2, httpx more: over 3)."""

RUN_MS = 350
RUN_TIMES = 3.2
"""What ``reviewer run`` may take to its first request of a Python that only imports SQLAlchemy: about 2.7; over 4 with all readers."""

RUNS = 15
FEWER = 7
CONFIG = """
[organisation]
name = "Bench"
contact = "Bench <bench@trust.example>"
[email]
from = "Bench <bench@trust.example>"
via = "folder:{folder}/outbox"
[state]
at = "{folder}/state.sqlite3"
[report]
folder = "{folder}/report"
[network]
allow = ["127.0.0.0/8"]
ports = ["1-65535"]
[[site]]
name = "Site"
start = ["http://127.0.0.1:{port}/"]
"""


def main() -> None:
    compiled()
    program, yardstick = (Path(sys.executable).with_name("reviewer"), "--version"), (sys.executable, "-c", "import click")
    ours, theirs = [], []
    for _ in range(RUNS):  # in turns: what slows one down slows down the other
        ours.append(cost(*program))
        theirs.append(cost(*yardstick))
    middle = statistics.median(wall for wall, _ in ours)
    least, click = (min(cpu for _, cpu in runs) for runs in (ours, theirs))
    print(f"reviewer --version: median {middle:.0f} ms of {RUNS} runs (bound: {BOUND_MS} ms)")
    print(f"CPU time of the quickest: {least:.0f} ms; Python with click alone: {click:.0f} ms (bound: {BOUND_MS} ms or {TIMES} times that)")
    first, library = 1e9, 1e9
    with tempfile.TemporaryDirectory(prefix="startup-") as folder:
        to_first_request(Path(folder))  # makes the state, and compiles what was not compiled yet
        for _ in range(FEWER):
            first = min(first, to_first_request(Path(folder)))
            library = min(library, cost(sys.executable, "-c", "import sqlalchemy")[1])
    print(
        f"reviewer run: {first:.0f} ms of CPU to its first request; Python with SQLAlchemy alone: {library:.0f} ms (bound: {RUN_MS} ms or {RUN_TIMES} times that)"
    )
    if "--gate" in sys.argv and (late(least, click) or late(first, library, RUN_MS, RUN_TIMES)):
        sys.exit(1)


def compiled() -> None:
    """Compile the package, as pip leaves it: where nothing may be written down, each process compiles an editable installation anew."""
    compileall.compile_dir(Path(__file__).parents[1] / "reviewer", quiet=1)


def to_first_request(folder: Path) -> float:
    """Milliseconds of CPU that a run takes until its first request comes in at a server; it is ended then."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        (folder / "reviewer.toml").write_text(CONFIG.format(folder=folder, port=server.getsockname()[1]))
        words = [Path(sys.executable).with_name("reviewer"), "-q", "-c", folder / "reviewer.toml", "run", "--no-digest", "--clock-is-right"]
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            try:
                connection, _ = server.accept()
                with connection:
                    connection.recv(1)
                    used = Path(f"/proc/{run.pid}/stat").read_text().rpartition(")")[2].split()
            finally:
                run.kill()
    return 1000 * (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


def cost(*command: str | Path) -> tuple[float, float]:
    """Milliseconds that a command takes: by the clock, and of CPU."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * wall, 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def late(least: float, library: float, bound: float = BOUND_MS, times: float = TIMES) -> bool:
    """Whether the gate fails."""
    return least > max(bound, times * library)


if __name__ == "__main__":
    main()
