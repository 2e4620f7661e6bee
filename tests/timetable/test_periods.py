"""Which period is due: exactly once each, whatever clocks do."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.settings import Timetable
from reviewer.timetable import parse, periods
from reviewer.timetable.periods import CHECK, DIGEST, Due, due, following, last, workdays

LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
ZONES = ("Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kathmandu")
HOUR = dt.timedelta(hours=1)


def utc(text: str) -> dt.datetime:
    """A moment in UTC."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def moments(first: dt.datetime, until: dt.datetime, step: dt.timedelta) -> Iterator[dt.datetime]:
    """Ticks."""
    while first < until:
        yield first
        first += step


class State:
    """What a schedule did, period by period."""

    def __init__(self) -> None:
        self.kept: dict[str, list[str]] = {CHECK: [], DIGEST: []}
        self.at: dict[tuple[str, str], dt.datetime] = {}

    def done(self, kind: str) -> frozenset[str]:
        return frozenset(self.kept[kind])

    def tick(self, now: dt.datetime, timetable: Timetable, zone: ZoneInfo, since: dt.datetime = LONG_AGO) -> tuple[Due, ...]:
        found = due(now, timetable, zone, self.done, since=since)
        for each in found:
            self.kept[each.kind].append(each.period)
            self.at[each.kind, each.period] = now
        return found


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("check", "digest"), [("30 2 * * *", "15 1 * * sun"), ("0 0 * * *", "30 1 * * mon-sun"), ("0 6 * * mon-fri", "0 8 * * mon")]
)
def test_a_year_of_ticks_does_each_period_once(zone: str, check: str, digest: str) -> None:
    """Over a year with both changes of the clocks, each due day has exactly one period, done on that day within one tick of its time."""
    here, state, table = ZoneInfo(zone), State(), Timetable(check, digest)
    first = dt.datetime(2026, 1, 1, 12, tzinfo=here).astimezone(dt.UTC)
    state.tick(first, table, here)
    caught_up = {kind: list(kept) for kind, kept in state.kept.items()}
    for now in moments(first, dt.datetime(2027, 1, 1, tzinfo=here).astimezone(dt.UTC), HOUR):
        state.tick(now, table, here)
    for kind, line in ((CHECK, parse(check)), (DIGEST, parse(digest))):
        days = [dt.date(2026, 1, 2) + dt.timedelta(days=days) for days in range(364)]
        wanted = [day.isoformat() for day in days if line.on(day)]
        assert [period for period in state.kept[kind] if period not in caught_up[kind]][: len(wanted)] == wanted
        time = dt.time(line.hours[0], line.minutes[0])
        for period in wanted:
            wall = dt.datetime.combine(dt.date.fromisoformat(period), time, tzinfo=here)
            assert dt.timedelta(0) <= state.at[kind, period] - wall.astimezone(dt.UTC) <= HOUR


@given(
    zone=st.sampled_from([*ZONES, "Antarctica/Troll", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo"]),
    line=st.sampled_from(["30 1 * * *", "0 0 * * *", "30 2 * * sun", "0 */6 * * *"]),
    start=st.datetimes(dt.datetime.fromisoformat("2024-01-01"), dt.datetime.fromisoformat("2027-01-01")),
    jumps=st.lists(st.integers(-3 * 24 * 60, 3 * 24 * 60), max_size=25),
)
@settings(max_examples=60, deadline=None)
def test_no_jump_of_the_clock_doubles_a_period(zone: str, line: str, start: dt.datetime, jumps: list[int]) -> None:
    """However the clock is set, no period is done twice, none before its time, and nothing is due twice at one moment."""
    here, state, now = ZoneInfo(zone), State(), start.replace(tzinfo=dt.UTC)
    for jump in [0, *jumps]:
        now += dt.timedelta(minutes=jump)
        for each in state.tick(now, Timetable(line, line), here):
            assert each.at <= now
        assert state.tick(now, Timetable(line, line), here) == ()
    for kept in state.kept.values():
        assert not [period for period, times in Counter(kept).items() if times > 1]


def test_down_on_monday_is_one_catch_up() -> None:
    """A container that was down over two Mondays sends one digest when it is back, not two and not none."""
    here, state, table = ZoneInfo("Europe/London"), State(), Timetable()
    for now in moments(utc("2026-11-02T00:00"), utc("2026-11-03T00:00"), HOUR):
        state.tick(now, table, here, since=utc("2026-11-01T00:00"))
    assert state.kept[DIGEST] == ["2026-11-02"]
    for now in moments(utc("2026-11-17T10:00"), utc("2026-11-20T00:00"), HOUR):
        state.tick(now, table, here)
    assert state.kept[DIGEST] == ["2026-11-02", "2026-11-16"]
    assert state.kept[CHECK] == ["2026-10-30", "2026-11-02", "2026-11-17", "2026-11-18", "2026-11-19"]


def test_a_clock_set_back_does_nothing_again() -> None:
    """A clock that is set back by a week finds every period of that week done."""
    here, state, table = ZoneInfo("Europe/London"), State(), Timetable()
    week = list(moments(utc("2026-11-09T00:00"), utc("2026-11-16T00:00"), HOUR))
    for now in week:
        state.tick(now, table, here)
    before = {kind: list(kept) for kind, kept in state.kept.items()}
    for now in week:
        assert state.tick(now, table, here) == ()
    assert state.kept == before


def test_a_clock_set_forward_skips_no_period_when_it_is_put_right() -> None:
    """A clock that was a year ahead and is put right has not used up the periods of that year."""
    here, state, table = ZoneInfo("Europe/London"), State(), Timetable()
    state.tick(utc("2027-11-23T09:00"), table, here)
    assert [each.period for each in state.tick(utc("2026-11-23T09:00"), table, here)] == ["2026-11-23", "2026-11-23"]


def test_the_check_comes_before_the_digest() -> None:
    """When both are due the look is made first: the digest tells what it finds."""
    kinds = [each.kind for each in due(utc("2026-11-23T08:00"), Timetable(), ZoneInfo("UTC"), lambda _kind: set(), since=LONG_AGO)]
    assert kinds == [CHECK, DIGEST]


def test_a_new_installation_looks_at_once_and_missed_no_digest() -> None:
    """A state that was made on Wednesday missed no digest on Monday; its first look is due at once."""
    made = utc("2026-11-18T15:00")
    found = due(made, Timetable(), ZoneInfo("Europe/London"), lambda _kind: set(), since=made)
    assert [(each.kind, each.period) for each in found] == [(CHECK, "2026-11-18")]


@pytest.mark.parametrize(
    ("skip", "sent"),
    [
        ((), "2026-04-06T07:00"),
        (("bank-holidays-england",), "2026-04-07T07:00"),
        (("bank-holidays-scotland",), "2026-04-06T07:00"),
        (("bank-holidays-england", "2026-04-07", "2026-04-08"), "2026-04-09T07:00"),
        (("weekends", "2026-04-06", "2026-04-07", "2026-04-08", "2026-04-09", "2026-04-10"), "2026-04-13T07:00"),
        (("holidays-DE-BY",), "2026-04-07T07:00"),
    ],
)
def test_a_digest_waits_for_the_next_working_day(skip: tuple[str, ...], sent: str) -> None:
    """A digest due on Easter Monday goes out on the next working day at its usual time; the period keeps its own day's name."""
    here, state, table = ZoneInfo("Europe/London"), State(), Timetable(skip=skip)
    state.tick(utc("2026-03-30T12:00"), table, here)
    for now in moments(utc("2026-03-30T13:00"), utc("2026-04-13T07:00"), dt.timedelta(minutes=30)):
        state.tick(now, table, here)
    if "2026-04-06" not in state.kept[DIGEST]:
        state.tick(utc("2026-04-13T07:00"), table, here)
        assert sent == "2026-04-13T07:00"
        assert state.kept[DIGEST][-1] == "2026-04-13", "two digests that fall on one day are one"
    else:
        assert state.at[DIGEST, "2026-04-06"] == utc(sent)


def test_days_that_fall_on_one_working_day_are_one_digest() -> None:
    """A daily digest skips the weekend: Monday's one mail speaks for Saturday and Sunday too."""
    here, state, table = ZoneInfo("Europe/London"), State(), Timetable(digest="0 8 * * *", skip=("weekends",))
    for now in moments(utc("2026-11-19T12:00"), utc("2026-11-25T12:00"), HOUR):
        state.tick(now, table, here)
    assert state.kept[DIGEST] == ["2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25"]


def test_several_times_a_day_are_several_periods() -> None:
    """A line with several times a day names its periods by time too."""
    here, state, table = ZoneInfo("Europe/London"), State(), Timetable(check="0 6,14 * * *")
    for now in moments(utc("2026-11-19T05:00"), utc("2026-11-20T05:00"), HOUR):
        state.tick(now, table, here)
    assert state.kept[CHECK] == ["2026-11-18T14:00", "2026-11-19T06:00", "2026-11-19T14:00"]


def test_a_gap_in_spring_is_due_behind_it_and_an_hour_that_comes_twice_the_first_time() -> None:
    """02:30 does not exist in New York on 8 March 2026 (due at 03:30); 01:30 comes twice on 1 November (due the first time)."""
    here = ZoneInfo("America/New_York")
    assert following(utc("2026-03-08T05:00"), parse("30 2 * * *"), here).at == utc("2026-03-08T07:30")
    assert following(utc("2026-11-01T04:00"), parse("30 1 * * *"), here).at == utc("2026-11-01T05:30")
    assert last(utc("2026-11-01T06:10"), parse("30 1 * * *"), here).period == "2026-11-01"


def test_a_day_that_a_zone_left_out_moves_nothing_twice() -> None:
    """Samoa had no 30 December 2011: its period is due when the day would have come, once."""
    here, state, table = ZoneInfo("Pacific/Apia"), State(), Timetable(check="0 6 * * *")
    for now in moments(utc("2011-12-28T20:00"), utc("2012-01-02T20:00"), HOUR):
        state.tick(now, table, here)
    assert len(state.kept[CHECK]) == len(set(state.kept[CHECK]))
    assert {"2011-12-29", "2011-12-31", "2012-01-01"} <= set(state.kept[CHECK])


@given(
    now=st.datetimes(dt.datetime.fromisoformat("2024-01-01"), dt.datetime.fromisoformat("2030-01-01")),
    line=st.sampled_from(["0 8 * * mon", "30 1 * * *", "0 0 1 * *"]),
    skip=st.sampled_from([(), ("weekends",), ("weekends", "bank-holidays-wales"), ("holidays-IE",)]),
    zone=st.sampled_from(ZONES),
)
@settings(max_examples=60, deadline=None)
def test_last_and_following_meet(now: dt.datetime, line: str, skip: tuple[str, ...], zone: str) -> None:
    """What follows now is what is last when its time has come, and never comes on a day off."""
    here, cron, works = ZoneInfo(zone), parse(line), workdays(skip)
    moment = now.replace(tzinfo=dt.UTC)
    coming = following(moment, cron, here, works)
    assert last(moment, cron, here, works).at <= moment < coming.at
    assert last(coming.at, cron, here, works).at == coming.at
    assert works(coming.at.astimezone(here).date())


def test_a_calendar_without_working_days_moves_nothing() -> None:
    """Who works on no day of a year still gets the digest, on the day it was for."""
    assert periods.last(utc("2026-11-23T09:00"), parse("0 8 * * mon"), ZoneInfo("UTC"), lambda _day: False).at == utc("2026-11-23T08:00")


def test_two_periods_ago() -> None:
    """On a Monday after its check, the period before the last one is Friday's: a weekend is no illness."""
    found = periods.before_last(utc("2026-11-23T09:00"), parse("0 6 * * mon-fri"), ZoneInfo("Europe/London"))
    assert found.at == utc("2026-11-20T06:00")


def test_a_state_made_by_a_clock_that_ran_ahead_misses_no_digest() -> None:
    """It says that it will be made in ten years: the digest of this week is due all the same."""
    state, now = State(), utc("2026-11-23T09:00")
    found = state.tick(now, Timetable(), ZoneInfo("UTC"), since=now + dt.timedelta(days=3650))
    assert [each.kind for each in found] == [CHECK, DIGEST]
