"""Files of the report: each takes its place when it is whole, and only when it says something else than before."""

from __future__ import annotations

import datetime as dt
import fcntl
import gzip
import os
import stat
import threading
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from reviewer import publish, report
from reviewer.model import Event, Evidence, IssueState, Page, Reason, Unsure
from reviewer.settings import Config, Organisation
from reviewer.store import Store, seals
from tests.store.samples import DAY, NOW, issue, looked, page, works


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, ["a", "b"]),
        (None, []),
        ("", ["a"]),
        ("ab", ["a", "c"]),
        ("abc", ["ab"]),
        ("ab", ["ab", "c"]),
        ("abcdef", ["abc", "xyz", "..."]),
        ("abcdef", []),
    ],
)
def test_what_changed_is_written_whole(old: str | None, new: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was there before, and wherever it differs, the file is what was given, and nothing is left beside it."""
    monkeypatch.setattr(publish, "AT_ONCE", 2)
    path = tmp_path / "report.json"
    if old is not None:
        path.write_text(old)
    publish.put(path, (piece.encode() for piece in new))
    assert path.read_text() == "".join(new)
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.parametrize("pieces", [["abc"], ["a", "", "bc"]])
def test_what_did_not_change_is_left_alone(pieces: list[str], tmp_path: Path) -> None:
    """A file that holds just that is not replaced."""
    path = tmp_path / "report.json"
    path.write_text("abc")
    before = path.stat()
    publish.put(path, (piece.encode() for piece in pieces))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_report_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    """Nobody ever sees half a report."""

    def pieces() -> Iterator[bytes]:
        yield b"ab"
        yield b"x"
        raise OSError("no space")

    path = tmp_path / "report.json"
    path.write_text("abc")
    with pytest.raises(OSError, match="no space"):
        publish.put(path, pieces())
    assert path.read_text() == "abc"


@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o750, 0o640), (0o755, 0o644), (0o777, 0o644)])
def test_a_file_may_be_read_by_those_who_may_read_its_folder(folder: int, file: int, tmp_path: Path) -> None:
    """A report names people: whoever opens its folder to others opens it, and nobody else may write it."""
    tmp_path.chmod(folder)
    publish.put(tmp_path / "report.json", iter((b"abc",)))
    assert stat.S_IMODE((tmp_path / "report.json").stat().st_mode) == file


TODAY = NOW.date()
LINK = "https://other.example/fit"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A state of one page, one link and two issues, one of them suspected."""
    with Store.open(tmp_path / "state.sqlite3", now=NOW) as made:
        keep(made)
        yield made


def keep(store: Store, *, day: int = 0, read: Page | None = None, **more: Any) -> None:
    """One run that finds the page, the link and the two issues (``more``: how the suspected one stands)."""
    now = NOW + day * DAY
    run = store.begin_run("run", now=now, as_of=now.date())
    doubted = issue(subject="none", **{"state": IssueState.SUSPECTED, "looks": 1, **more})
    issues = {each.id: each for each in (issue(), doubted)}
    store.commit_look(looked(read or page(), visits=(works(LINK),)), issues, run=run, now=now)
    store.end_run(run, "done", now=now)


def config(folder: Path) -> Config:
    """Reports go into a folder below."""
    return Config(report_folder=str(folder / "report"))


def written(folder: Path) -> dict[str, bytes]:
    """The files of a report, without the one that says what they were made from."""
    return {file.name: file.read_bytes() for file in (folder / "report").iterdir() if file.name != publish.MADE}


def as_made_anew(folder: Path, store: Store, today: dt.date = TODAY, **more: Any) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What stands in the folder after ``publish``, and what it writes where nothing was."""
    (folder / "new").mkdir()
    for where in (folder, folder / "new"):
        publish.publish(replace(config(where), **more), store, today)
    return written(folder), written(folder / "new")


def test_a_report_of_the_same_is_not_made_again(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """While state, config, day and program are the same nothing is judged and no format is asked; another run on the same day is the same."""
    publish.publish(config(tmp_path), store, TODAY)
    keep(store)
    publish.publish(config(tmp_path), store, TODAY)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("the report was made again")

    monkeypatch.setattr(publish, "reported", never)
    keep(store)
    publish.publish(config(tmp_path), store, TODAY)


def test_two_who_publish_into_one_folder_take_turns(tmp_path: Path, store: Store) -> None:
    """A schedule and the run that a person started end in the same second: the second one finds the report of the first."""
    folder = Path(config(tmp_path).report_folder)
    folder.mkdir(exist_ok=True)
    held = os.open(folder, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    second = threading.Thread(target=publish.publish, args=(config(tmp_path), store, TODAY))
    second.start()
    second.join(0.3)
    assert second.is_alive()
    assert list(folder.iterdir()) == []
    os.close(held)
    second.join(30)
    assert (folder / "report.csv").exists()


def test_only_what_shows_it_is_made_again(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """How often a suspected issue was seen stands on the page alone: spreadsheet, calendar and JSON are left as they are."""
    publish.publish(config(tmp_path), store, TODAY)
    keep(store, looks=2)
    for name in ("csv", "ics", "json"):
        monkeypatch.setattr(report.writers()[name], "write", None)
        monkeypatch.setattr(report.writers()[name], "pieces", None, raising=False)
    publish.publish(config(tmp_path), store, TODAY)
    keep(store, state=IssueState.OPEN)
    with pytest.raises(TypeError):
        publish.publish(config(tmp_path), store, TODAY)


def edited(folder: Path, _: Store) -> None:
    """Somebody wrote into the page."""
    (folder / "report" / "index.html").write_text("Mine")


def gone(folder: Path, _: Store) -> None:
    """Somebody took the spreadsheet away."""
    (folder / "report" / "report.csv").unlink()


def unknown(text: str) -> Callable[[Path, Store], None]:
    """What the report was made from cannot be read, and the spreadsheet is somebody's."""

    def change(folder: Path, _: Store) -> None:
        (folder / "report" / publish.MADE).write_text(text)
        (folder / "report" / "report.csv").write_text("Mine")

    return change


CHANGES: dict[str, Callable[[Path, Store], None]] = {
    "page": lambda _, store: keep(store, read=page(due="2026-12-01")),
    "link": lambda _, store: store.commit_look(
        looked(page(), visits=(Unsure(LINK, Reason.TIMEOUT, Evidence()),)),
        {},
        run=store.begin_run("run", now=NOW, as_of=TODAY),
        now=NOW + DAY / 24,
    ),
    "another day": lambda _, store: keep(store, day=1),
    "seen again": lambda _, store: keep(store, looks=2),
    "opened": lambda _, store: keep(store, state=IssueState.OPEN, history=(Event(NOW, "first seen"), Event(NOW, "opened"))),
    "mended": lambda _, store: keep(store, state=IssueState.RESOLVED),
    "snoozed": lambda _, store: keep(store, state=IssueState.SNOOZED, until=TODAY + DAY),
    "edited": edited,
    "gone": gone,
    "no object": unknown("[]"),
    "no JSON": unknown("{"),
    "of another form": unknown('{"csv": 1, "ics": {"from": "x"}}'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_in_the_report(tmp_path: Path, store: Store, change: Callable[[Path, Store], None]) -> None:
    """After any change the report is the one that is made where none was."""
    publish.publish(config(tmp_path), store, TODAY)
    change(tmp_path, store)
    there, anew = as_made_anew(tmp_path, store)
    assert there == anew


@pytest.mark.parametrize("name", sorted(seals.UNSEEN))
def test_what_is_not_sealed_is_not_shown(tmp_path: Path, store: Store, name: str) -> None:
    """Whatever changes in a column that the seal leaves out, the report stays the same: nobody is shown an old one."""
    assert {one.name for one in fields(issue())} >= seals.UNSEEN
    other: Any = {"fixed_told": True}.get(name, NOW + DAY if name in {"last_seen", "failing_since", "last_told"} else 7)
    keep(store, state=IssueState.OPEN)
    publish.publish(config(tmp_path), store, TODAY)
    before = written(tmp_path)
    keep(store, **{"state": IssueState.OPEN, name: other})
    there, anew = as_made_anew(tmp_path, store)
    assert before == there == anew


def test_another_config_or_day_is_another_report(tmp_path: Path, store: Store) -> None:
    """Who renames the organisation, or asks on another day, gets a report that says so."""
    publish.publish(config(tmp_path), store, TODAY)
    before = written(tmp_path)
    there, anew = as_made_anew(tmp_path, store, TODAY + 400 * DAY, organisation=Organisation("Other"))
    assert before != there == anew


def test_a_changed_program_makes_the_report_again(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the program or of its templates that was written since is another program."""
    file = tmp_path / "report.css"
    file.write_text("a{}")
    monkeypatch.setattr("reviewer.places.templates", lambda: tmp_path)
    before = publish.made_from(config(tmp_path), store, TODAY)
    assert publish.made_from(config(tmp_path), store, TODAY) == before
    os.utime(file, (1, 1))
    after = publish.made_from(config(tmp_path), store, TODAY)
    assert {form for form in before if before[form] != after[form]} == {"html", "csv", "ics", "json"}


def test_a_packed_file_is_the_same_bytes_each_time() -> None:
    """What is packed comes out whole, and holds no time: an unchanged report is left as it is."""
    pieces = [b"one ", b"", b"two " * 1000]
    made = b"".join(publish.gzipped(pieces))
    assert gzip.decompress(made) == b"".join(pieces)
    assert made == b"".join(publish.gzipped(pieces))
    assert len(made) < 100
