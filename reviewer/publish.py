"""The state as a report: written after each run, and whenever somebody asks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reviewer.loading import used
from reviewer.model import IssueState, Looked
from reviewer.report import Reported, csv, html, ics, json
from reviewer.run import GONE, judge
from reviewer.settings import Config
from reviewer.store import Store
from reviewer.tell import assigned_pages

RUNS = 60
"""How many runs the trend shows."""

INDEX = "index.html"


def reported(config: Config, store: Store, today: dt.date) -> Reported:
    """Everything that a report shows, from the state alone; the facts are judged again as of ``today``, nothing is fetched.

    A page that is gone, and of which nothing is unsettled, is left out; so is a style sheet that no page loads any more.
    """
    issues, site_of = store.issues(), store.sites()
    unsettled = {issue.finding.page for issue in issues.values() if issue.state is not IssueState.RESOLVED}
    pages = {url: page for url, page in store.pages().items() if page.state not in GONE or url in unsettled}
    visits = store.visits()
    pages = used(pages, visits)
    now = dt.datetime.combine(today, dt.time(12), tzinfo=dt.UTC)
    judged = judge(Looked(pages, site_of, visits), config, today, failing_since=store.failing_since(), now=now)
    return Reported(
        as_of=today,
        looked=judged.looked,
        config=config,
        findings=judged.findings,
        issues=issues,
        owners=assigned_pages(pages, site_of, config, today),
        runs=store.runs(RUNS),
        installation=store.installation,
    )


def publish(config: Config, store: Store, today: dt.date) -> Path:
    """Write the report page (with its further files, when the estate is large) and its calendar, JSON and spreadsheet into the config's
    folder; returns the page's path. Raises ``OSError`` when it cannot."""
    folder = Path(config.report_folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = reported(config, store, today)
    files: dict[str, str | bytes] = {
        **html.parts(made, INDEX),
        "review-dates.ics": ics.write(made),
        "report.json": json.write(made),
        "report.csv": csv.write(made),
    }
    for name, body in files.items():
        part = folder / f"{name}.part"
        part.write_bytes(body if isinstance(body, bytes) else body.encode("utf-8"))
        part.replace(folder / name)
    for old in folder.glob("index-*.html"):
        if old.name not in files:
            old.unlink()
    return folder / INDEX
