"""Which period of the timetable is due. Pure: the moment, the zone and what is done are arguments.

A period is one due moment of a cron line, named by its day in the organisation's zone (``2026-11-23``), and by its time too when the line
has several times a day (``2026-11-23T14:00``). It is done or not; the state says which. Only the last period that has come is ever due:
after a week without a container there is one catch-up and not seven, and a clock that is set back finds its periods done.

A wall time that a zone skips in spring is due when it would have come by the clock that went before (01:30 is 02:30 then); one that comes
twice in autumn is due the first time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from reviewer.settings import Timetable
from reviewer.timetable.cron import Cron, parse

FORWARD: Final = dt.timedelta(hours=26)
"""More than any zone's wall clock jumps forward: Samoa left out a whole day in 2011."""

BACK: Final = dt.timedelta(hours=3)
"""More than any zone's wall clock jumps back: Troll moves by two hours."""

CHECK: Final = "check"
DIGEST: Final = "digest"

IsWorkday = Callable[[dt.date], bool]
"""Whether a day is a working day."""

_PARTS: Final = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One period: its name, and the moment (UTC) from which it is due."""

    period: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Due:
    """A period whose time has come and that is not done: ``kind`` is ``check`` or ``digest``."""

    kind: str
    period: str
    at: dt.datetime


def due(
    now: dt.datetime,
    timetable: Timetable,
    zone: ZoneInfo,
    done: Callable[[str], AbstractSet[str]],
    *,
    since: dt.datetime,
) -> tuple[Due, ...]:
    """What is due at ``now`` (aware): the check first, then the digest that it feeds.

    ``done(kind)`` gives the names of the periods that are done. ``since`` is when the state was made: a digest of the time before it was
    never missed; a state that is yet to be made was made by a clock that ran ahead. The first check is due at once.
    """
    found = []
    slot = last(now, cron(timetable.check), zone)
    if slot.period not in done(CHECK):
        found.append(Due(CHECK, slot.period, slot.at))
    slot = last(now, cron(timetable.digest), zone, workdays(timetable.skip))
    if slot.period not in done(DIGEST) and (slot.at >= since or since > now):
        found.append(Due(DIGEST, slot.period, slot.at))
    return tuple(found)


@lru_cache(maxsize=8)
def cron(line: str) -> Cron:
    """A cron line, read once: the schedule asks at every tick. Raises ``BadCron``."""
    return parse(line)


def last(now: dt.datetime, line: Cron, zone: ZoneInfo, works: IsWorkday | None = None) -> Slot:
    """The last period that has come at ``now``. With ``works``, a period waits for the next working day, at the same wall time."""
    wall = line.before(now.astimezone(zone).replace(tzinfo=None) + BACK)
    while (at := _moment(_shifted(wall, works), zone)) > now:
        wall = line.before(wall - dt.timedelta(microseconds=1))
    return Slot(_name(wall, line), at)


def following(now: dt.datetime, line: Cron, zone: ZoneInfo, works: IsWorkday | None = None) -> Slot:
    """The first period that comes after ``now``: what people are told."""
    wall = line.before(now.astimezone(zone).replace(tzinfo=None) - FORWARD)
    while _moment(_shifted(wall, works), zone) <= now:
        wall = line.after(wall)
    return Slot(_name(wall, line), _moment(_shifted(wall, works), zone))


def before_last(now: dt.datetime, line: Cron, zone: ZoneInfo) -> Slot:
    """The period before the last one: a success since then is younger than two periods."""
    return last(last(now, line, zone).at - dt.timedelta(microseconds=1), line, zone)


def _moment(wall: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """A wall time in UTC (PEP 495: the first of two, and the far side of a gap)."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)


def _shifted(wall: dt.datetime, works: IsWorkday | None) -> dt.datetime:
    """The same wall time on the next working day; a year without one is nobody's calendar, and moves nothing."""
    if works is not None:
        for days in range(366):
            if works((wall + dt.timedelta(days=days)).date()):
                return wall + dt.timedelta(days=days)
    return wall


def _name(wall: dt.datetime, line: Cron) -> str:
    """The day; with several times a day, the time too."""
    return wall.date().isoformat() if len(line.hours) * len(line.minutes) == 1 else wall.isoformat(timespec="minutes")


def workdays(skip: Sequence[str]) -> IsWorkday:
    """Whether a day is a working day, by the words of ``[schedule] skip``: ``weekends``, ``bank-holidays-england`` (wales, scotland,
    northern-ireland), ``holidays-IE``, ``holidays-US-NY``, or a day (ISO)."""
    return _workdays(tuple(skip))


@lru_cache(maxsize=8)
def _workdays(skip: tuple[str, ...]) -> IsWorkday:
    """The calendars are made once and grow by themselves from year to year."""
    weekends = "weekends" in skip
    days = {dt.date.fromisoformat(word) for word in skip if word[:1].isdigit()}
    calendars = [_calendar(word) for word in skip if "holidays-" in word]

    def works(day: dt.date) -> bool:
        return not (weekends and day.weekday() >= 5) and day not in days and not any(day in calendar for calendar in calendars)

    return works


def _calendar(word: str) -> Container[dt.date]:
    """The public holidays of a country or a part of it (the ``holidays`` library)."""
    from holidays import country_holidays

    place = word.partition("holidays-")[2]
    country, _, part = ("GB", "", _PARTS[place]) if place in _PARTS else place.partition("-")
    return country_holidays(country, subdiv=part or None)
