"""Whether the schedule is alive: the last successful run is younger than two periods. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from reviewer.settings import Timetable
from reviewer.timetable import before_last, parse


@dataclass(frozen=True, slots=True)
class Health:
    """``well`` and one sentence for whoever is on call."""

    well: bool
    says: str


def health(now: dt.datetime, timetable: Timetable, zone: ZoneInfo, *, success: dt.datetime | None, up: dt.datetime, hours: float) -> Health:
    """Judge the last success (None: never), of a process that is ``up`` since then.

    Two periods are counted by the timetable, so that a weekend without checks is no illness; ``hours`` is the least that must pass before
    anybody is worried. A process that has only just started has not failed yet.
    """
    limit = min(before_last(now, parse(timetable.check), zone).at, now - dt.timedelta(hours=hours))
    if success is not None and success >= limit:
        return Health(well=True, says=f"The last successful run ended at {success:%Y-%m-%d %H:%M} UTC.")
    if up >= limit:
        return Health(well=True, says=f"Up since {up:%Y-%m-%d %H:%M} UTC; no successful run yet in two periods.")
    last = f"at {success:%Y-%m-%d %H:%M} UTC" if success else "never"
    return Health(well=False, says=f"The last successful run ended {last}; one was expected since {limit:%Y-%m-%d %H:%M} UTC. See the log.")
