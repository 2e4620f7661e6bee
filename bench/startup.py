"""How long ``reviewer --version`` takes from nothing: the median of 15 runs (bound: 150 ms), and the CPU time of the quickest.

python bench/startup.py [--gate]

The gate is for machines of any speed that do other things too. It looks at CPU time, the least of all runs, which waiting for others does
not lengthen; and where 150 ms of it are not enough, it fails only when the program takes more than half as much again as the one library
that it cannot start without. One heavy import more (rich, asyncio, httpx, ...) is over that; a slow machine is not.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

BOUND_MS = 150
TIMES = 1.5
"""What ``reviewer --version`` may take of a Python that only imports click: it takes about 1.1 (asyncio more: 2, httpx more: over 3)."""

RUNS = 15


def main() -> None:
    program, yardstick = (Path(sys.executable).with_name("reviewer"), "--version"), (sys.executable, "-c", "import click")
    ours, theirs = [], []
    for _ in range(RUNS):  # in turns: what slows one down slows down the other
        ours.append(cost(*program))
        theirs.append(cost(*yardstick))
    middle = statistics.median(wall for wall, _ in ours)
    least, click = (min(cpu for _, cpu in runs) for runs in (ours, theirs))
    print(f"reviewer --version: median {middle:.0f} ms of {RUNS} runs (bound: {BOUND_MS} ms)")
    print(f"CPU time of the quickest: {least:.0f} ms; Python with click alone: {click:.0f} ms (bound: {BOUND_MS} ms or {TIMES} times that)")
    if "--gate" in sys.argv and late(least, click):
        sys.exit(1)


def cost(*command: str | Path) -> tuple[float, float]:
    """Milliseconds that a command takes: by the clock, and of CPU."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * wall, 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def late(least: float, click: float) -> bool:
    """Whether the gate fails."""
    return least > max(BOUND_MS, TIMES * click)


if __name__ == "__main__":
    main()
