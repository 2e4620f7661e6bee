"""How long the report page takes for a large estate: to write, to open in the system's Chromium, and how large it is.

    .venv/bin/python -m bench.report [PAGES]

Prints the figures that the README states. Everything in it is invented.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from reviewer.model import (
    Assignment,
    Broken,
    DateClaim,
    DateKind,
    Event,
    Evidence,
    Finding,
    Issue,
    IssueState,
    Link,
    Looked,
    Owner,
    Page,
    PartialDate,
    Place,
    Reason,
    Severity,
    Works,
)
from reviewer.report import Figures, Reported, writers
from reviewer.report.formats import html
from reviewer.settings import Config, Organisation, Site

TODAY = dt.date(2026, 11, 21)
NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
ROOT = "https://estate.example/"


def estate(count: int, links: int = 30) -> Reported:
    """A report of ``count`` pages: three in five with findings (an overdue review, a broken link), each with a history."""
    owners = [Owner(f"Team {number}", f"team{number}@estate.example") for number in range(40)]
    targets = [f"https://target{number % 300}.example/{number}" for number in range(count * 3)]
    visits = {
        url: Broken(url, Reason.NOT_FOUND, Evidence(404)) if number % 40 == 0 else Works(url, Evidence(200))
        for number, url in enumerate(targets)
    }
    pages, findings, issues, whose = {}, [], {}, {}
    for number in range(count):
        url = f"{ROOT}section-{number % 60}/page-{number}"
        due = dt.date(2024, 1, 1) + dt.timedelta(days=number * 7 % 1500)
        chosen = tuple(
            Link(
                targets[(number * links + index) % len(targets)],
                targets[(number * links + index) % len(targets)],
                words=f"Guidance {index}",
                place=Place("Further reading", 40 + index),
            )
            for index in range(links)
        )
        pages[url] = Page(
            url,
            title=f"Guidance on subject {number} for primary care",
            claims=(DateClaim(DateKind.DUE, PartialDate.of(due), f"Next review due {due}"),),
            links=chosen,
        )
        whose[url] = (Assignment(owners[number % 40], "the config names you for this section"),)
        made = []
        if due < TODAY:
            made.append(
                Finding(
                    "review_date",
                    url,
                    "due",
                    Severity.URGENT,
                    f"This page was due for review on {due}. That was a long time ago.",
                    "Check the page, then set a new review date or remove the page.",
                    f"Next review due {due}",
                    Place("About this page", 90),
                    reason="overdue",
                    due=due,
                )
            )
        if number % 3 == 0:
            made.append(
                Finding(
                    "broken_link",
                    url,
                    targets[number],
                    Severity.PROBLEM,
                    f'The link "Guidance {number}" does not work (404, page not found).',
                    "Find where the content is now and link to that instead.",
                    f"Guidance {number}",
                    Place("Further reading", 41),
                    reason="not_found",
                )
            )
        for finding in made:
            findings.append(finding)
            history = (
                Event(NOON - dt.timedelta(days=60), "first seen"),
                Event(NOON - dt.timedelta(days=58), "opened"),
                Event(NOON - dt.timedelta(days=30), "told"),
            )
            issues[finding.id] = Issue(finding, IssueState.OPEN, NOON, NOON, NOON, history=history)
    runs = tuple(Figures(TODAY - dt.timedelta(days=60 - day), count, 900 - day * 3, 400 - day * 2, 30, 1300 - day * 4) for day in range(61))
    return Reported(
        TODAY,
        Looked(pages, dict.fromkeys(pages, "Estate"), visits),
        Config(organisation=Organisation("Large Estate"), sites=(Site("Estate", (ROOT,)),)),
        tuple(findings),
        issues,
        whose,
        runs,
    )


def main() -> None:
    """Measure, and print a table."""
    from tests.browser import Chromium, executable

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    reported = estate(count)
    print(f"{count:,} pages, {sum(len(page.links) for page in reported.pages):,} places of links, {len(reported.findings):,} findings\n")
    print("| format | seconds of CPU to write | MB |\n|---|---|---|")
    bodies = {}
    for name, module in writers().items():
        fresh = replace(reported)
        start = time.process_time()
        body = module.write(fresh)
        bodies[name] = body if isinstance(body, bytes) else body.encode()
        print(f"| {name} | {time.process_time() - start:.2f} | {len(bodies[name]) / 1e6:.1f} |")
    path = executable()
    if path is None:
        print("\nNo Chromium here, so the page was not opened.")
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, text in html.parts(replace(reported)).items():
            (Path(folder) / name).write_text(text, "utf-8")
        sizes = [file.stat().st_size / 1e6 for file in Path(folder).iterdir()]
        print(f"\nSplit into {len(sizes)} files, the largest {max(sizes):.1f} MB.")
        chromium = Chromium(path)
        try:
            for page, width in (
                (Path(folder) / "index.html", 1100),
                (Path(folder) / "index.html", 375),
                (Path(folder) / "index-2.html", 1100),
            ):
                timing = chromium.look(
                    page,
                    lambda opened: opened.evaluate("""async () => {
                    const painted = await new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)));
                    const n = performance.getEntriesByType('navigation')[0];
                    return {interactive: n.domInteractive, loaded: n.loadEventEnd, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? painted};
                }"""),
                    width=width,
                )
                paints = f"first paint {timing['paint'] / 1000:.2f} s, ready {timing['interactive'] / 1000:.2f} s, loaded {timing['loaded'] / 1000:.2f} s"
                if page.name != "index.html":
                    print(f"Chromium, {page.name} at {width} px: {paints}")
                    continue
                sort = chromium.look(
                    page,
                    lambda opened: opened.evaluate("""() => {
                    const start = performance.now(); document.querySelector('#act-table thead button').click(); document.body.offsetHeight; return performance.now() - start;
                }"""),
                    width=width,
                )
                filtered = chromium.look(
                    page,
                    lambda opened: opened.evaluate("""() => {
                    const box = document.querySelector('#filter-words'), start = performance.now(); box.value = 'subject 12'; box.dispatchEvent(new Event('input')); document.body.offsetHeight; return performance.now() - start;
                }"""),
                    width=width,
                )
                print(f"Chromium, {page.name} at {width} px: {paints}, sort {sort / 1000:.2f} s, filter {filtered / 1000:.2f} s")
        finally:
            chromium.close()


if __name__ == "__main__":
    main()
