"""Every figure that the project states, one after the other: ``make bench``. With ``--quick`` only what takes seconds (CI runs that).

python bench/all.py [--quick]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
QUICK = (
    ("start-up", ("startup.py", "--gate")),
    ("reading, on the labelled corpus", ("reading.py",)),
    ("first digests of ten sites", ("sites.py", "--gate")),
    ("what a page costs on disk", ("size.py",)),
    ("the state after 30 days", ("state.py", "--days", "30", "--links", "5000")),
)
WHOLE = (
    ("start-up", ("startup.py", "--gate")),
    ("reading, on the labelled corpus", ("reading.py",)),
    ("parsers, on real-like and hostile pages", ("parsers.py",)),
    ("reading hostile pages of 1 MiB", ("parsers.py", "--read")),
    ("first digests of ten sites", ("sites.py", "--gate")),
    ("what a page costs on disk", ("size.py",)),
    ("the state after a year", ("state.py",)),
    ("judging links, beside other checkers", ("links.py",)),
    ("a fleet: sites an hour", ("fleet.py",)),
    ("a fleet: the state of 500 sites", ("fleet.py", "--state")),
    ("the report page of 5,000 pages", ("report.py",)),
    ("speed and memory, beside other checkers", ("speed.py",)),
    ("what a site will cost", ("cost.py",)),
)


def main() -> None:
    failed = []
    for title, (script, *words) in QUICK if "--quick" in sys.argv else WHOLE:
        print(f"\n=== {title}\n", flush=True)
        if script == "reading.py" and not (HERE.parents[1] / "shared" / "corpus").is_dir():
            print("the labelled corpus (../shared/corpus) is not on this machine")
        elif subprocess.run([sys.executable, HERE / script, *words], cwd=HERE.parent, check=False).returncode:
            failed.append(title)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
