"""The state as a report: written after each run, and whenever somebody asks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reviewer import report
from reviewer.model import Looked
from reviewer.report import Reported
from reviewer.run import judge
from reviewer.settings import Config
from reviewer.store import Store
from reviewer.tell import assigned_pages

RUNS = 60
"""How many runs the trend shows."""


def reported(config: Config, store: Store, today: dt.date) -> Reported:
    """Everything that a report shows, from the state alone; the facts are judged again as of ``today``, nothing is fetched."""
    pages, site_of = store.pages(), store.sites()
    now = dt.datetime.combine(today, dt.time(12), tzinfo=dt.UTC)
    judged = judge(Looked(pages, site_of, store.visits()), config, today, failing_since=store.failing_since(), now=now)
    return Reported(
        as_of=today,
        looked=judged.looked,
        config=config,
        findings=judged.findings,
        issues=store.issues(),
        owners=assigned_pages(pages, site_of, config, today),
        runs=store.runs(RUNS),
    )


def publish(config: Config, store: Store, today: dt.date) -> Path:
    """Write the report page and its calendar into the config's folder; returns the page's path. Raises ``OSError`` when it cannot."""
    folder = Path(config.report_folder)
    folder.mkdir(parents=True, exist_ok=True)
    made, formats = reported(config, store, today), report.formats()
    for name, file in (("html", "index.html"), ("ics", "review-dates.ics"), ("json", "report.json"), ("csv", "report.csv")):
        body = formats[name].write(made)
        whole = folder / file
        part = whole.with_suffix(whole.suffix + ".part")
        part.write_bytes(body if isinstance(body, bytes) else body.encode("utf-8"))
        part.replace(whole)
    return folder / "index.html"
