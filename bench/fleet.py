"""A fleet: sites an hour by workers, what a site and a job cost beside their pages, and the state of 500 sites after a year.

    python bench/fleet.py [--sites 40] [--pages 20] [--workers 1,2,4] [--jobs 200]
    python bench/fleet.py --state [--sites 500] [--pages 20] [--links 10] [--days 10]

Needs PostgreSQL's programs (it starts a server of its own) and procrastinate. Sites and their server are on this machine, so the server's CPU time is part of
every figure of the first table. CPU seconds are those of the workers alone. Rows and bytes grow by days: those of a year are counted on from the days that were simulated.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.state import START, issue, page, visit
from reviewer import fleet, logs
from reviewer.console.progress import Counting
from reviewer.fleet import finds, parts, periods, queue
from reviewer.look import Means, Memory, Silent, Wants, look_now, reading_version
from reviewer.model import Broken, Known, Looked
from reviewer.stopping import Stop
from reviewer.store import Store
from tests.fleet.estate import NOON, TODAY, loaded, written
from tests.fleet.origin import Web, serving
from tests.store.server import restartable

DAY = dt.timedelta(days=1)


def clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def throughput(folder: Path, url: str, web: Web, counts: list[int]) -> None:
    """Sites an hour, by how many workers there are: pages are known and read again, as in all looks but the first, which is made before."""
    print("| workers | sites an hour | wall, s | CPU of the workers, s | CPU a site, s |\n|---:|---:|---:|---:|---:|")
    file = written(folder, web, url)
    config = loaded(file)
    with Store.open(url, reading_version=reading_version(config), now=NOON) as store:
        fleet.set_up(store)
        for turn, count in enumerate((max(counts), *counts)):
            command = [sys.executable, "-m", "reviewer", "-q", "-c", str(file), "worker"]
            workers = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for _ in range(count)]
            while registered(store) < count:
                time.sleep(0.1)
            before = [cpu(worker.pid) for worker in workers]
            begun, now = time.monotonic(), NOON + 7 * turn * DAY
            period, _ = fleet.begin(config, store, now=now, today=now.date(), clock=clock())
            fleet.wait(config, store, period, progress=Counting(), stop=Stop(), clock=clock, seconds=0.05)
            wall = time.monotonic() - begun
            spent = sum(cpu(worker.pid) - was for worker, was in zip(workers, before, strict=True))
            first = "" if turn else " (first look)"
            print(f"| {count}{first} | {web.sites / wall * 3600:,.0f} | {wall:.1f} | {spent:.1f} | {spent / web.sites:.3f} |", flush=True)
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.wait(40)


def registered(store: Store) -> int:
    with store.read() as connection:
        return int(connection.execute(sa.text("SELECT count(*) FROM procrastinate_workers")).scalar_one())


def cpu(pid: int) -> float:
    found = psutil.Process(pid).cpu_times()
    return found.user + found.system + found.children_user + found.children_system


def fixed(folder: Path, url: str, web: Web) -> None:
    """What a site costs beside its own requests and pages: a look of the fleet against the same look by itself."""
    config = loaded(written(folder, web, url))
    with Store.open(url, reading_version=reading_version(config), now=NOON) as store:
        fleet.set_up(store)
        period, _ = fleet.begin(config, store, now=NOON + 700 * DAY, today=TODAY, clock=clock())
        hand = parts.Hand(config, store, "bench", Silent(), clock)
        alone, shared, walls = [], [], []
        for number, site in enumerate(config.sites):
            memory = Memory(store.remembered(names=[site.name]).known.get)
            begun = time.process_time()
            look_now(config, Means(Silent()), Wants((dataclasses.replace(site, links=False),)), memory)
            alone.append(time.process_time() - begun)
            begun, wall = time.process_time(), time.monotonic()
            parts.look(hand, period.id, f"host:{web.site(number)}")
            shared.append(time.process_time() - begun)
            walls.append(time.monotonic() - wall)
        print(
            f"\nA site of {web.pages} pages: {statistics.median(alone):.3f} s of CPU for its requests and pages alone, "
            f"{statistics.median(shared):.3f} s in a fleet: **{statistics.median(shared) - statistics.median(alone):.3f} s fixed** "
            f"(wall in a fleet: {statistics.median(walls):.3f} s); medians of {len(alone)}."
        )


def overhead(folder: Path, url: str, web: Web, jobs: int) -> None:
    """What the queue costs a job: jobs of a period that is over do nothing else."""
    config = loaded(written(folder, web, url))
    with Store.open(url, reading_version=reading_version(config), now=NOON) as store:
        fleet.set_up(store)
        with store.write() as connection:
            connection.execute(sa.text("DELETE FROM procrastinate_jobs"))
            connection.execute(sa.text("UPDATE fleet_periods SET state = 'ended', ended = now() WHERE ended IS NULL"))
            number = connection.execute(sa.text("SELECT max(id) FROM fleet_periods")).scalar_one()
            begun = time.process_time()
            queue.defer(
                connection, [queue.Job(queue.VISIT, f"host:{each}", {"period": number, "lane": f"host:{each}"}) for each in range(jobs)]
            )
            deferred = time.process_time() - begun
        spent, wall = time.process_time(), time.monotonic()
        fleet.work(config, stop=Stop(), progress=Counting(), clock=clock, reading_version=reading_version(config), idle=False)
        spent, wall = time.process_time() - spent, time.monotonic() - wall
        print(
            f"\n{jobs} jobs that do nothing: deferred in {deferred / jobs * 1000:.2f} ms of CPU each; "
            f"taken, done and put away in {spent / jobs * 1000:.1f} ms of CPU and {wall / jobs * 1000:.1f} ms of wall time each."
        )


def year(url: str, sites: int, pages_each: int, links_each: int, days: int) -> None:
    """Rows and bytes of the state of so many sites, counted on to a year, and how long what it is asked takes."""
    dice = random.Random(7)
    urls = [
        f"https://host-{number % 7000}.example/path/of/a/usual/length/{number}" for number in range(sites * pages_each * links_each // 4)
    ]
    pages, site_of = {}, {}
    for number in range(sites * pages_each):
        site, base = number // pages_each, number * links_each // 4
        one = page(number, [urls[(base + each) % len(urls)] for each in range(links_each)], dice)
        one = dataclasses.replace(one, url=f"https://site-{site}.example/resources/{number}")
        pages[one.url], site_of[one.url] = one, f"Site {site}"
    homes = {link.url: one.url for one in pages.values() for link in one.links}
    visits = {each: visit(each, dice) for each in urls}
    hashes = dict.fromkeys(pages, "ab" * 32)
    sizes: list[dict[str, tuple[int, int]]] = []
    commits = []
    with Store.open(url, now=START) as store:
        fleet.set_up(store)
        for day in range(days):
            now = START + day * DAY
            for each in dice.sample(urls, int(len(urls) * 0.005)):
                visits[each] = visit(each, dice)
            for each in dice.sample(list(pages), max(1, int(len(pages) * 0.005))):
                hashes[each] = f"{dice.getrandbits(256):064x}"
                pages[each] = dataclasses.replace(pages[each], fingerprint=f"{dice.getrandbits(128):032x}")
            broken = {
                one.id: one for each, found in visits.items() if isinstance(found, Broken) for one in [issue(found, homes[each], now)]
            }
            run = store.begin_run("run", now=now, as_of=now.date())
            known = {each: Known(one, '"etag"', None, hashes[each]) for each, one in pages.items()}
            begun, before = time.perf_counter(), store.issues()
            store.commit_look(
                Looked(pages, site_of, visits, known),
                before | {i: one for i, one in broken.items() if i not in before},
                run=run,
                now=now,
                before=before,
            )
            commits.append(time.perf_counter() - begun)
            store.end_run(run, "done", now=now)
            with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(sa.text("VACUUM"))  # a year has the time for autovacuum, and a bench has not
            if day in {0, days - 1}:
                sizes.append(weighed(store))
        print(
            f"\n{sites} sites, {len(pages):,} pages, {len(urls):,} links; {days} daily runs, 0.5 % change a day; a year counted on from them.\n"
        )
        print("| table | rows | MB | rows after a year | MB after a year |\n|---|---:|---:|---:|---:|")
        first, last, total = sizes[0], sizes[-1], 0.0
        for name, (rows, size) in sorted(last.items(), key=lambda item: -item[1][1])[:8]:
            then = first[name][0]
            rows_then = rows + (rows - then) / max(1, days - 1) * (365 - days)
            grown = [rows_then, size * rows_then / max(1, rows)]
            total += grown[1]
            print(f"| {name} | {rows:,} | {size / 1e6:.1f} | {grown[0]:,.0f} | {grown[1] / 1e6:.1f} |")
        print(f"| in all | | {sum(size for _, size in last.values()) / 1e6:.1f} | | {total / 1e6:.1f} |")
        print(f"\nA settlement's transaction: median {statistics.median(commits):.2f} s.\n\n| what is asked | ms |\n|---|---:|")
        asked = sorted(((milliseconds(do), what) for what, do in questions(store, urls).items()), reverse=True)
        for took, what in asked:
            print(f"| {what} | {took:.1f} |")


def weighed(store: Store) -> dict[str, tuple[int, int]]:
    """Rows and bytes (indexes and all) of each table."""
    names = "SELECT relname, pg_total_relation_size(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE relkind = 'r' AND nspname = 'public'"
    with store.read() as connection:
        sizes = {str(name): int(size) for name, size in connection.execute(sa.text(names))}
        return {
            name: (int(connection.execute(sa.text(f'SELECT count(*) FROM "{name}"')).scalar_one()), size) for name, size in sizes.items()
        }


def questions(store: Store, urls: list[str]) -> dict[str, Callable[[], object]]:
    """What the state is asked: once for each site, and once for each period."""
    now = START + 400 * DAY

    def read(do: Callable[[sa.Connection], object]) -> Callable[[], object]:
        def ask() -> object:
            with store.read() as connection:
                return do(connection)

        return ask

    return {
        "a site: its pages with their facts": lambda: store.remembered(names=["Site 7"]),
        "a site: pages of which something is unsettled": lambda: store.unsettled(["Site 7"]),
        "a site: links whose servers asked for time": lambda: store.waiting(now, 7 * DAY),
        "a site: what was found already": read(lambda connection: finds.begun(connection, 1, "host:x", 1)),
        "500 links: the last visit of each": lambda: store.visits_of(urls[:500], START - DAY, now),
        "the queue: how deep it is": read(queue.depth),
        "the queue: which period is open": read(periods.load),
        "a period: all pages with their facts": store.remembered,
        "a period: all issues": store.issues,
        "a period: all visits": lambda: store.visits(START - DAY, now),
        "a period: since when links fail": store.failing_since,
        "a period: hosts that ever answered": store.answered,
    }


def milliseconds(do: Callable[[], object]) -> float:
    """CPU and server, in ms: the best of three."""
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        do()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--state", action="store_true")
    parser.add_argument("--sites", type=int)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--links", type=int, default=10)
    parser.add_argument("--days", type=int, default=10)
    parser.add_argument("--workers", default="1,2,4")
    parser.add_argument("--jobs", type=int, default=200)
    asked = parser.parse_args()
    logs.set_up(None, verbose=0, quiet=True, secrets=())
    with restartable() as server, tempfile.TemporaryDirectory(prefix="reviewer-bench-") as name:
        if asked.state:
            year(server.url, asked.sites or 500, asked.pages, asked.links, asked.days)
            return
        with serving(Web(sites=asked.sites or 40, pages=asked.pages, others=40)) as web:
            throughput(Path(name), server.url, web, [int(count) for count in asked.workers.split(",")])
            fixed(Path(name), server.url, web)
            overhead(Path(name), server.url, web, asked.jobs)


if __name__ == "__main__":
    main()
