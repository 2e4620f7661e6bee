"""The state as a report: written after each run, and whenever somebody asks."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reviewer import report
from reviewer.judge import GONE, Past, judge, used
from reviewer.model import IssueState, Looked, Page
from reviewer.report import Reported, data
from reviewer.settings import Config
from reviewer.store import Store, as_kept
from reviewer.tell import assigned_pages

RUNS = 60
"""How many runs the trend shows."""

INDEX = "index.html"
BESIDE = (
    ("report.csv", "csv", "a spreadsheet (CSV)"),
    ("review-dates.ics", "ics", "a calendar of the review dates (ICS)"),
    ("report.json", "json", "data (JSON)"),
)
"""What is written beside the page: file, format, and what the page calls it."""

PRIVATE = 0o750
"""The mode of a folder that we make. A report names people: others read it when somebody opens the folder to them."""

AT_ONCE = 1 << 20
"""Bytes of a file that are copied in one go."""


def reported(config: Config, store: Store, today: dt.date, pages: Mapping[str, Page] | None = None) -> Reported:
    """Everything that a report shows, from the state alone; the facts are judged again as of ``today``, nothing is fetched.

    ``pages`` are those of the state, when the caller has them at hand: they are not decoded again.

    A page that is gone, and of which nothing is unsettled, is left out; so is a style sheet that no page loads any more.
    """
    issues, site_of = store.issues(), store.sites()
    unsettled = {issue.finding.page for issue in issues.values() if issue.state is not IssueState.RESOLVED}
    every = store.pages() if pages is None else {url: as_kept(pages[url]) for url in sorted(pages)}
    pages = {url: page for url, page in every.items() if page.state not in GONE or url in unsettled}
    visits = store.visits()
    pages = used(pages, visits)
    now = dt.datetime.combine(today, dt.time(12), tzinfo=dt.UTC)
    runs = store.runs(RUNS)
    broken_off = bool(runs) and runs[-1].outcome == "interrupted"
    judged = judge(
        Looked(pages, site_of, visits, interrupted=broken_off), config, today, Past(failing_since=store.failing_since(), now=now)
    )
    return Reported(
        as_of=today,
        looked=judged.looked,
        config=config,
        findings=judged.findings,
        issues=issues,
        owners=assigned_pages(pages, site_of, config, today),
        runs=runs,
        installation=store.installation,
        said=judged.said,
    )


def publish(config: Config, store: Store, today: dt.date, pages: Mapping[str, Page] | None = None) -> Path:
    """Write the report page (with its further files, when the estate is large) and its calendar, JSON and spreadsheet into the config's
    folder; returns the page's path. ``pages`` as for ``reported``. Raises ``OSError`` when it cannot."""
    folder = Path(config.report_folder)
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    made = reported(config, store, today, pages)
    formats = report.writers()
    parts = formats["html"].parts(made, INDEX, {said: name for name, _, said in BESIDE})
    for name, body in parts.items():
        put(folder / name, (body.encode("utf-8"),))
    for name, form, _ in BESIDE:
        put(folder / name, data(formats[form], made))
    for old in folder.glob("index-*.html"):
        if old.name not in parts:
            old.unlink()
    return folder / INDEX


def put(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file piece by piece; it takes its place when it is whole. One that holds just that already is left as it is: nobody who
    mirrors the folder has to fetch it again. It may be read by those who may read its folder."""
    coming = iter(pieces)
    same, more = _already(path, coming)
    if more is None:
        return
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as out:
        os.fchmod(out.fileno(), stat.S_IMODE(path.parent.stat().st_mode) & 0o644)
        if same:
            with path.open("rb") as old:
                for start in range(0, same, AT_ONCE):
                    out.write(old.read(min(AT_ONCE, same - start)))
        out.write(more)
        out.writelines(coming)
    part.replace(path)


def _already(path: Path, coming: Iterator[bytes]) -> tuple[int, bytes | None]:
    """How many bytes at the head of a file are as they are to be, and the first piece that is not; None when the whole file is."""
    same = 0
    if not path.is_file():
        return same, b""
    with path.open("rb") as old:
        for piece in coming:
            if old.read(len(piece)) != piece:
                return same, piece
            same += len(piece)
        return same, b"" if old.read(1) else None
