"""Whether the schedule is alive."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from reviewer.schedule.wellness import health
from reviewer.settings import Timetable


def utc(text: str) -> dt.datetime:
    """A moment in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("success", "up", "hours", "well", "says"),
    [
        ("2026-11-23T06:05", "2026-01-01T00:00", 0, True, "The last successful run ended at 2026-11-23 06:05 UTC."),
        ("2026-11-20T06:05", "2026-01-01T00:00", 0, True, "The last successful run ended at 2026-11-20 06:05 UTC."),
        ("2026-11-19T06:05", "2026-01-01T00:00", 0, False, "one was expected since 2026-11-20 06:00 UTC"),
        ("2026-11-19T06:05", "2026-01-01T00:00", 200, True, "2026-11-19"),
        (None, "2026-11-23T08:00", 0, True, "Up since 2026-11-23 08:00 UTC; no successful run yet"),
        (None, "2026-11-01T08:00", 0, False, "ended never"),
    ],
)
def test_two_periods(success: str | None, up: str, hours: float, well: bool, says: str) -> None:
    """On Monday at nine a success on Friday is younger than two periods and one on Thursday is not; a new process has time."""
    last = utc(success) if success else None
    found = health(utc("2026-11-23T09:00"), Timetable(), ZoneInfo("Europe/London"), success=last, up=utc(up), hours=hours)
    assert found.well is well
    assert says in found.says
