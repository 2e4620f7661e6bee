"""How long ``reviewer --version`` takes from nothing, and that it stays under 150 ms: the median of 15 runs.

python bench/startup.py [--gate]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

BOUND_MS = 150


def main() -> None:
    program = Path(sys.executable).with_name("reviewer")
    times = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run([program, "--version"], check=True, stdout=subprocess.DEVNULL)
        times.append(1000 * (time.perf_counter() - start))
    middle = statistics.median(times)
    print(f"reviewer --version: median {middle:.0f} ms of {len(times)} runs (bound: {BOUND_MS} ms)")
    if "--gate" in sys.argv and middle > BOUND_MS:
        sys.exit(1)


if __name__ == "__main__":
    main()
