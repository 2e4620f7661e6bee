"""The state as a report: written after each run, and whenever somebody asks."""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
import stat
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from reviewer import places, report
from reviewer.families import members
from reviewer.judge import GONE, Past, judge, used
from reviewer.model import IssueState, Looked, Page
from reviewer.report import Reported, data
from reviewer.settings import Config
from reviewer.store import Store, as_kept
from reviewer.tell import assigned_pages

RUNS = 60
"""How many runs the trend shows."""

INDEX, PAGE = "index.html", "html"
FURTHER = "index-*.html"
BESIDE = (
    ("report.csv", "csv", "a spreadsheet (CSV)"),
    ("review-dates.ics", "ics", "a calendar of the review dates (ICS)"),
    ("report.json.gz", "json", "data (JSON, gzip)"),
)
"""What is written beside the page: file, format, and what the page calls it. A name that ends in ``.gz`` is packed: of the JSON of a site
nine tenths are the links of its menu, on every page again."""

PLAIN = "report.json"
"""What an earlier version wrote without packing it."""

PRIVATE = 0o750
"""The mode of a folder that we make. A report names people: others read it when somebody opens the folder to them."""

MADE = ".made"
"""The file beside the page that says what the report was made from, and which files were written then."""

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
    with _alone(folder):
        return _publish(folder, config, store, today, pages)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time write into a folder: a schedule and the run that a person started may both want to. It is let go of with
    the process that holds it."""
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _publish(folder: Path, config: Config, store: Store, today: dt.date, pages: Mapping[str, Page] | None) -> Path:
    """Write what does not stand in the folder as it is to be."""
    sources, formats = made_from(config, store, today), report.writers()
    known = _known(folder)
    stale = [form for form, source in sources.items() if not stands(folder, known.get(form), source)]
    if not stale:
        return folder / INDEX
    made = reported(config, store, today, pages)
    for form in stale:
        known[form] = {"from": sources[form], "files": {}}
        parts = {name: data(formats[form], made) for name, of, _ in BESIDE if of == form}
        if form == PAGE:
            texts = formats[form].parts(made, INDEX, {said: name for name, _, said in BESIDE})
            parts = {name: iter((text.encode("utf-8"),)) for name, text in texts.items()}
        for name, pieces in parts.items():
            put(folder / name, gzipped(pieces) if name.endswith(".gz") else pieces)
            known[form]["files"][name] = _stat(folder / name)
    (folder / PLAIN).unlink(missing_ok=True)
    for old in folder.glob(FURTHER):
        if old.name not in known[PAGE]["files"]:
            old.unlink()
    put(folder / MADE, (json.dumps(known).encode(),))
    return folder / INDEX


def made_from(config: Config, store: Store, today: dt.date) -> dict[str, str]:
    """For each format that is written a hash of all that it is made from: the state, the config, the day, and the program with its
    templates and plug-ins. Only the page shows the trend, and how often what is not certain yet was seen."""
    runs = store.runs(RUNS)
    days = {run.as_of.isoformat(): (run.pages, run.overdue, run.broken, run.unsure, run.issues_open) for run in runs}
    shown, doubted = store.seal()
    parts: list[Any] = [shown, store.installation, [run.outcome == "interrupted" for run in runs[-1:]], today, config, _program()]
    return {form: _hash(parts) for _, form, _ in BESIDE} | {PAGE: _hash([*parts, doubted, days])}


def _hash(parts: list[Any]) -> str:
    return hashlib.blake2b(msgspec.json.encode(parts, order="sorted", enc_hook=str), digest_size=16).hexdigest()


def _program() -> list[tuple[str, int, int]]:
    """The files of the program, of its templates and of the checks and formats of third parties: who changes one gets a new report."""
    ours = [file for folder in (places.PACKAGE, places.templates()) for file in sorted(folder.rglob("*.*")) if file.suffix != ".pyc"]
    modules = (*members("reviewer.checks", "check").values(), *report.writers().values())
    theirs = [Path(module.__file__) for module in modules if module.__file__]
    return [(str(file), found.st_size, found.st_mtime_ns) for file in (*ours, *theirs) for found in (file.stat(),)]


def _known(folder: Path) -> dict[str, Any]:
    """What was written into the folder by the last report; nothing when nobody says, or nobody can read it."""
    try:
        found = json.loads((folder / MADE).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def stands(folder: Path, made: Any, source: str) -> bool:
    """Whether what was ``made`` in one format still stands in the folder, each file as it was written, and was made from just this."""
    try:
        return made["from"] == source and all(_stat(folder / name) == tuple(was) for name, was in made["files"].items())
    except (OSError, LookupError, TypeError, AttributeError):
        return False


def _stat(file: Path) -> tuple[int, int, int]:
    """What changes when somebody writes a file or puts another one in its place."""
    found = file.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def gzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as a gzip file (RFC 1952) without a time in it: the same report is the same bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    for piece in pieces:
        if made := packer.compress(piece):
            yield made
    yield packer.flush()


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
