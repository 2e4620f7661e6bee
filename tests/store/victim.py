"""Kill a run at every statement and around every commit, then run again: the state opens, is whole, and ends as if nothing had been.

A program of its own with one thread, so that it can fork: each fork does one run and is killed with SIGKILL at its n-th step. Prints one
JSON object: how many steps a run has, and what went wrong. Usage: python -m tests.store.victim FOLDER STRIDE
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from reviewer import run as running
from reviewer.model import (
    Broken,
    DateClaim,
    DateKind,
    Evidence,
    LetterState,
    Link,
    Looked,
    Mailbox,
    Owner,
    Page,
    PartialDate,
    Period,
    PeriodKind,
    Reason,
)
from reviewer.schedule import Standing, Work, begin_anew
from reviewer.schedule.duty import Duty
from reviewer.settings import Config, Directory, Email, Organisation, Site, State
from reviewer.stopping import Stop
from reviewer.store import Store

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
MADE = NOW - dt.timedelta(days=30)
SITE = "https://pages.example/"


class Nobody:
    """Progress that nobody sees."""

    def page(self, url: str) -> None: ...
    def asked(self) -> None: ...
    def visited(self, url: str, visit: Any) -> None: ...


def one(name: str) -> Page:
    """A page that is overdue, speaks of a year that has ended, and has a dead link."""
    return Page(
        SITE + name,
        title=name,
        claims=(DateClaim(DateKind.DUE, PartialDate(2024, 5, 31), "Review date: 31 May 2024"),),
        periods=(Period(PeriodKind.YEAR_RANGE, "the targets for 2020/21", dt.date(2021, 3, 31)),),
        links=(Link("https://dead.example/", "https://dead.example/", words="dead"),),
    )


def look(*_args: object, **_more: object) -> Looked:
    """What every run of this test sees."""
    pages = {page.url: page for page in map(one, ("a", "b", "c"))}
    dead = Broken("https://dead.example/", Reason.GONE, Evidence(410))
    return Looked(pages, dict.fromkeys(pages, "Pages"), {dead.url: dead})


def config(folder: Path) -> Config:
    """Three owners, a folder as the way out, a state."""
    names = {"a": "ann@pages.example", "b": "ben@pages.example", "c": "cat@pages.example"}
    return Config(
        organisation=Organisation("Pages", Mailbox("Web team", "web@pages.example")),
        email=Email(sender=Mailbox("Review", "review@pages.example"), via=f"folder:{folder / 'outbox'}"),
        sites=(Site("Pages", (SITE,)),),
        directory=Directory(tuple(Owner(address.split("@")[0], address) for address in names.values())),
        overrides=tuple((f"{SITE}{name}", address) for name, address in names.items()),
        state=State(str(folder / "state.sqlite3")),
        report_folder=str(folder / "report"),
    )


def tick(folder: Path, kill_at: int | None = None) -> int:
    """One tick of the schedule; returns how many steps its transactions had."""
    running.look_now = look  # type: ignore[attr-defined]
    settings, steps = config(folder), 0

    def step(*_args: object, **_more: object) -> None:
        nonlocal steps
        steps += 1
        if steps == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with Store.open(settings.state.at, now=NOW) as store:
        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            sa.event.listen(store.engine, name, step)
        begin_anew(settings, store, NOW)
        stop = Stop()
        duty = Duty(
            settings.timetable, ZoneInfo("Europe/London"), Standing(store), Work(settings, store, stop=stop, progress=Nobody()), stop
        )
        duty.tick(NOW)
    return steps


def forked(job: Any) -> int:
    """Do a job in a fork; the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        try:
            job()
        except BaseException as error:  # noqa: BLE001 - a fork must never come back
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else -os.WEXITSTATUS(status)


def outcome(folder: Path) -> dict[str, Any]:
    """What a state and an outbox folder say in the end, without what may differ: how often something was tried."""
    with closing(sqlite3.connect(folder / "state.sqlite3")) as raw:
        integrity = raw.execute("PRAGMA integrity_check").fetchone()[0]
    with Store.open(str(folder / "state.sqlite3"), now=NOW) as store:
        letters = store.outbox.letters()
        return {
            "integrity": integrity,
            "issues": {
                id_: (issue.state.value, issue.told, issue.first_seen.isoformat(), issue.looks) for id_, issue in store.issues().items()
            },
            "pages": sorted(store.pages()),
            "periods": {kind: sorted(store.periods_done(kind)) for kind in ("check", "digest")},
            "letters": {letter.message.key: (letter.state.value, letter.message.payload.hex()) for letter in letters},
            "unsent": sum(letter.state is not LetterState.SENT for letter in letters),
            "mails": {file.name: file.read_bytes().hex() for file in sorted((folder / "outbox").glob("*.eml"))},
            "running": [run.id for run in store.runs() if run.outcome == "running"],
        }


def main() -> None:
    """Kill at each n-th step, and compare."""
    folder, stride = Path(sys.argv[1]), int(sys.argv[2])
    begin, quiet, warm = folder / "begin", folder / "undisturbed", folder / "warm"
    warm.mkdir(parents=True)
    tick(warm)  # every module is imported once, before the forks
    begin.mkdir(parents=True)
    with Store.open(str(begin / "state.sqlite3"), now=MADE):
        pass
    shutil.copytree(begin, quiet)
    assert forked(lambda: tick(quiet)) == 0
    wanted = outcome(quiet)
    assert len(wanted["mails"]) >= 3, wanted["mails"].keys()
    assert wanted["unsent"] == 0
    wrong, kill_at, kills = [], 1, 0
    while True:
        here = folder / f"kill-{kill_at}"
        shutil.copytree(begin, here)
        ended = forked(lambda here=here, kill_at=kill_at: tick(here, kill_at))
        if ended == 0:
            break
        assert ended == signal.SIGKILL, ended
        kills += 1
        again = forked(lambda here=here: tick(here))
        found = outcome(here)
        differs = [name for name in wanted if found[name] != wanted[name]]
        if again or differs:
            wrong.append({"step": kill_at, "again": again, "differs": {name: [wanted[name], found[name]] for name in differs}})
        kill_at += stride
    sys.stdout.write(json.dumps({"kills": kills, "wrong": wrong}) + "\n")


if __name__ == "__main__":
    main()
