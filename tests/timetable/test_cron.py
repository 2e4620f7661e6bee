"""Cron lines: read strictly, due by wall time."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.timetable import BadCron, parse


@pytest.mark.parametrize(
    ("line", "moment", "after", "before"),
    [
        ("0 8 * * mon", "2026-11-21T12:00", "2026-11-23T08:00", "2026-11-16T08:00"),
        ("0 6 * * mon-fri", "2026-11-20T06:00", "2026-11-23T06:00", "2026-11-20T06:00"),
        ("*/15 9-10 * * *", "2026-11-20T09:50", "2026-11-20T10:00", "2026-11-20T09:45"),
        ("5/30 0 * * *", "2026-11-20T00:05", "2026-11-20T00:35", "2026-11-20T00:05"),
        ("30 7 29 feb *", "2026-01-01T00:00", "2028-02-29T07:30", "2024-02-29T07:30"),
        ("0 0 1,15 * *", "2026-11-02T00:00", "2026-11-15T00:00", "2026-11-01T00:00"),
        ("0 0 13 * fri", "2026-11-02T00:00", "2026-11-06T00:00", "2026-10-30T00:00"),
        ("0 0 31 jan,mar *", "2026-02-01T00:00", "2026-03-31T00:00", "2026-01-31T00:00"),
        ("0 8 * * sat-mon", "2026-11-18T00:00", "2026-11-21T08:00", "2026-11-16T08:00"),
        ("0 8 * * */2", "2026-11-20T09:00", "2026-11-22T08:00", "2026-11-20T08:00"),
        ("0 8 1 12 *", "2026-12-01T07:59", "2026-12-01T08:00", "2025-12-01T08:00"),
    ],
)
def test_due_moments(line: str, moment: str, after: str, before: str) -> None:
    """A line is due at the wall times that Vixie cron gives it, names of weekdays meaning those days."""
    cron = parse(line)
    assert cron.after(dt.datetime.fromisoformat(moment)) == dt.datetime.fromisoformat(after)
    assert cron.before(dt.datetime.fromisoformat(moment)) == dt.datetime.fromisoformat(before)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("0 8 * * 1", "programs disagree on whether 1 is Monday"),
        ("0 8 * * 1-5", "names: mon, tue"),
        ("0 8 * * funday", "mon, tue, wed, thu, fri, sat, sun"),
        ("0 8 * *", "has 4 fields"),
        ("", "has 0 fields"),
        ("60 8 * * *", "a number from 0 to 59"),
        ("0 24 * * *", "a number from 0 to 23"),
        ("0 8 0 * *", "a number from 1 to 31"),
        ("0 8 * 13 *", "jan, feb"),
        ("*/0 8 * * *", "a step from 1 to 59"),
        ("*/ 8 * * *", "a step from 1 to 59"),
        ("0 17-9 * * *", "begins with the smaller one"),
        ("0 8 31 feb *", "a day that its months never have"),
        ("0 8 31 4,6 *", "a day that its months never have"),
        ("٣ 8 * * *", "a number from 0 to 59"),
        ("0 8 * * mon#2", "programs disagree"),
    ],
)
def test_bad_lines(line: str, words: str) -> None:
    """A line that is no cron line, or that means different days to different programs, is refused with what would be right."""
    with pytest.raises(BadCron, match=words) as caught:
        parse(line)
    assert caught.value.says
    assert caught.value.expected


@given(
    st.sampled_from(["0 8 * * mon", "*/20 */7 * * *", "15 3 1-7 * sun", "0 0 29 feb *", "59 23 31 * *", "0 12 */9 jan-mar wed-sat"]),
    st.datetimes(dt.datetime.fromisoformat("1999-01-01"), dt.datetime.fromisoformat("2096-12-31")),
)
@settings(max_examples=60)
def test_after_and_before_agree(line: str, moment: dt.datetime) -> None:
    """Nothing is due between the last due moment and the next one, and each is what the other leads to."""
    cron = parse(line)
    last, following = cron.before(moment), cron.after(moment)
    assert last <= moment < following
    assert cron.after(last) == following
    assert cron.before(following) == following
    assert cron.on(following.date())
