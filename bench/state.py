"""A year of daily runs over 20,000 links: how large the state gets, and what a run's transaction costs.

    python bench/state.py [--links 20000] [--days 365] [--change 0.005] [--keep]

Every day a share of the links changes its answer and a share of the pages its words, as measured sites do (most links answer the same for
months); 20 owners get a digest of 30 KB each week; 3 % of the links are broken. The issue's bound is 100 MB. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from reviewer.model import (
    Broken,
    DateClaim,
    DateKind,
    Event,
    Evidence,
    Finding,
    Issue,
    IssueState,
    Known,
    LetterState,
    Link,
    Looked,
    Mailbox,
    Message,
    Page,
    PartialDate,
    Place,
    Reason,
    Severity,
    Works,
)
from reviewer.store import Store

START = dt.datetime(2026, 1, 1, 6, tzinfo=dt.UTC)
PER_PAGE = 20
OWNERS = 20
WORDS = ("referral", "pathway", "guidance", "screening", "primary", "care", "network", "review", "date", "contact", "team", "diagnosis")


def page(number: int, urls: list[str], dice: random.Random) -> Page:
    """One page with its links, as long-winded as real ones."""
    links = tuple(
        Link(url, url, words=" ".join(dice.choices(WORDS, k=4)), place=Place(" ".join(dice.choices(WORDS, k=3)), dice.randrange(900)))
        for url in urls
    )
    claim = DateClaim(DateKind.DUE, PartialDate(2026, dice.randrange(1, 13), dice.randrange(1, 28)), "Review date: a day of the year")
    anchors = frozenset(f"section-{n}" for n in range(12))
    return Page(
        f"https://pages.example/resources/{number}",
        title=f"Page {number}",
        claims=(claim,),
        links=links,
        anchors=anchors,
        fingerprint=f"{dice.getrandbits(128):032x}",
    )


def visit(url: str, dice: random.Random) -> Works | Broken:
    """An answer."""
    if dice.random() < 0.03:
        return Broken(url, Reason.NOT_FOUND, Evidence(404, final_url=url, detail="the server says that there is no such page"))
    return Works(url, Evidence(200, final_url=url, title=" ".join(dice.choices(WORDS, k=6))))


def issue(broken: Broken, on: str, now: dt.datetime) -> Issue:
    """An issue as the ledger makes them."""
    finding = Finding(
        "broken_link",
        on,
        broken.url,
        Severity.PROBLEM,
        "The link does not work (404, page not found).",
        "Link to what replaced it.",
        reason="not_found",
    )
    return Issue(finding, IssueState.OPEN, now, now, now, history=(Event(now, "suspected"), Event(now, "open")))


def main() -> None:  # noqa: PLR0915 - a bench is read from top to bottom
    parser = argparse.ArgumentParser()
    parser.add_argument("--links", type=int, default=20_000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--change", type=float, default=0.005)
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args()
    dice = random.Random(7)
    folder = Path(tempfile.mkdtemp(prefix="reviewer-bench-"))
    at = folder / "state.sqlite3"
    urls = [f"https://host-{number % 700}.example/path/of/a/usual/length/{number}" for number in range(asked.links)]
    pages = {one.url: one for one in (page(n, urls[n * PER_PAGE : (n + 1) * PER_PAGE], dice) for n in range(asked.links // PER_PAGE))}
    homes = {link.url: one.url for one in pages.values() for link in one.links}
    visits = {url: visit(url, dice) for url in urls}
    hashes = dict.fromkeys(pages, "ab" * 32)
    seconds, sizes, reading = [], [], []
    with Store.open(at, now=START) as store:
        issues: dict[str, Issue] = {}
        for day in range(asked.days):
            now = START + dt.timedelta(days=day)
            for url in dice.sample(urls, int(len(urls) * asked.change)):
                visits[url] = visit(url, dice)
            for url in dice.sample(list(pages), max(1, int(len(pages) * asked.change))):
                pages[url] = replace(page(0, [link.href for link in pages[url].links], dice), url=url)
                hashes[url] = f"{dice.getrandbits(256):064x}"
            begun = time.perf_counter()
            before = store.issues()
            store.pages()
            reading.append(time.perf_counter() - begun)
            broken = {one.id: one for url, found in visits.items() if isinstance(found, Broken) for one in [issue(found, homes[url], now)]}
            issues = {
                **{id_: replace(old, state=IssueState.RESOLVED) for id_, old in before.items() if id_ not in broken},
                **{
                    id_: replace(before[id_], last_seen=now, looks=before[id_].looks + 1, runs=before[id_].runs + 1)
                    if id_ in before
                    else new
                    for id_, new in broken.items()
                },
            }
            begun = time.perf_counter()
            run = store.begin_run("run", now=now, as_of=now.date())
            known = {url: Known(one, '"etag"', None, hashes[url]) for url, one in pages.items()}
            looked = Looked(pages, dict.fromkeys(pages, "Pages"), visits, known)
            store.commit_look(looked, issues, run=run, now=now, period=("check", now.date().isoformat()))
            store.end_run(run, "done", now=now)
            seconds.append(time.perf_counter() - begun)
            if now.weekday() == 0:
                period = now.date().isoformat()
                messages = [
                    Message(
                        f"{period}/o{n}@pages.example",
                        f"<{period}.{n}@x>",
                        Mailbox("O", f"o{n}@pages.example"),
                        Mailbox("R", "r@pages.example"),
                        "s",
                        dice.randbytes(30_000),
                        "",
                        "",
                    )
                    for n in range(OWNERS)
                ]
                store.prepare(messages, {}, now=now, period=("digest", period))
                for message in messages:
                    store.outbox.move(message.key, LetterState.SENT, now=now)
            store.tidy(now=now, keep_days=730)
            if day in {0, 29, 89, 179, asked.days - 1}:
                sizes.append((day + 1, sum(file.stat().st_size for file in folder.iterdir()) / 1e6))
        tables = dict(store.check().facts)
        with store.read() as connection:
            shares = (
                connection.exec_driver_sql("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 6").all()
                if has_dbstat(store)
                else []
            )
    begun = time.perf_counter()
    Store.open(at).close()
    opening = time.perf_counter() - begun
    print(
        f"{asked.links:,} links on {len(pages):,} pages, {asked.days} daily runs, {asked.change:.1%} change a day, {OWNERS} digests a week\n"
    )
    print("| after day | MB (file, WAL and all) |\n|---:|---:|")
    for day, size in sizes:
        print(f"| {day} | {size:.1f} |")
    print(
        f"\nA run's transaction: median {sorted(seconds)[len(seconds) // 2]:.2f} s, longest {max(seconds):.2f} s; reading issues and pages before it: median {sorted(reading)[len(reading) // 2]:.2f} s; opening with integrity check: {opening:.2f} s."
    )
    print(
        f"Rows: {tables['observations']} observations, {tables['page_changes']} page changes, {tables['issues']} issues, {tables['outbox']} messages."
    )
    if shares:
        print("Largest: " + ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in shares) + ".")
    print(f"Bound: 100 MB; {'kept' if sizes[-1][1] < 100 else 'MISSED'}.")
    if asked.keep:
        print(at)
    else:
        shutil.rmtree(folder)


def has_dbstat(store: Store) -> bool:
    """Whether this SQLite can say how its pages are used."""
    with store.read() as connection:
        return "ENABLE_DBSTAT_VTAB" in connection.exec_driver_sql("PRAGMA compile_options").scalars().all()


if __name__ == "__main__":
    main()
