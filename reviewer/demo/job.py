"""The whole job on the sample site: week 1, and the weeks after it, in two folders that a person can look into."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer import config as configs
from reviewer.demo.serve import Served, serving
from reviewer.look import Progress, reading_version
from reviewer.publish import publish
from reviewer.run import Ran, run
from reviewer.settings import Config
from reviewer.store import Store

HERE = Path(__file__).parent
MEMORY = "demo.json"
STATE = "demo.sqlite3"


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the demo: its number, its day, the first day of all, and the ports of the sample site (0: any)."""

    number: int
    start: dt.date
    ports: tuple[int, int] = (0, 0)

    @property
    def day(self) -> dt.date:
        """The day that this week's run takes for today."""
        return self.start + dt.timedelta(weeks=self.number - 1)


@dataclass(frozen=True, slots=True)
class WeekShown:
    """What a week of the demo did, the config that it did it with, and its report page."""

    week: Week
    ran: Ran
    config: Config
    page: Path


def next_week(report: Path, today: dt.date, asked: int | None) -> Week:
    """Which week comes now: the one that was asked for, or the one after the last, or the first.

    Week 1 begins anew. A later week whose earlier ones were never shown has the number 1 first: ask again for the next.
    """
    try:
        memory = json.loads((report / MEMORY).read_text(encoding="utf-8"))
        last = Week(int(memory["week"]), dt.date.fromisoformat(memory["start"]), (int(memory["ports"][0]), int(memory["ports"][1])))
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        last = None
    if asked == 1 or last is None or not (report / STATE).exists():
        return Week(1, today)
    return replace(last, number=asked or last.number + 1)


def begin_anew(report: Path) -> None:
    """Forget what an earlier demo remembered; other files in the folder stay as they are."""
    for name in (MEMORY, STATE, f"{STATE}-wal", f"{STATE}-shm", f"{STATE}.id"):
        (report / name).unlink(missing_ok=True)


def write_config(served: Served, outbox: Path, report: Path) -> Path:
    """Fill in the demo's config beside its report, with its directory of owners; returns the config's path."""
    marks = {
        "own": served.own,
        "ports": ", ".join(map(str, served.ports)),
        "outbox": str(outbox.absolute()),
        "report": str(report.absolute()),
        "state": str((report / STATE).absolute()),
    }
    text = (HERE / "reviewer.toml").read_text(encoding="utf-8")
    for mark, value in marks.items():
        text = text.replace("{{" + mark + "}}", value)
    report.mkdir(parents=True, exist_ok=True)
    (report / "owners.toml").write_text((HERE / "owners.toml").read_text(encoding="utf-8"), encoding="utf-8")
    path = report / "demo.toml"
    path.write_text(text, encoding="utf-8")
    return path


def show(week: Week, outbox: Path, report: Path, *, now: dt.datetime, progress: Progress) -> WeekShown:
    """Serve the sample site as it is in that week, and do the whole job on it. ``now`` gives the time of day; the day is the week's.

    Raises ``OSError`` when a port of an earlier week is taken.
    """
    if week.number == 1:
        begin_anew(report)
    with serving(week.start, week.number, week.ports) as served:
        config = configs.load(write_config(served, outbox, report), {})
        moment = dt.datetime.combine(week.day, now.timetz())
        with Store.open(config.state.at, reading_version=reading_version(config), now=moment) as store:
            ran = run(config, store, now=moment, today=week.day, progress=progress, digest_period=week.day.isoformat(), send_first=True)
            page = publish(config, store, week.day, ran.pages)
        memory = {"week": week.number, "start": week.start.isoformat(), "ports": list(served.ports)}
        (report / MEMORY).write_text(json.dumps(memory) + "\n", encoding="utf-8")
        return WeekShown(week, ran, config, page)
