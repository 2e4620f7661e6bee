"""Cron lines: what they mean and when they are due, in local wall time. Pure: no clock, no zone, no library.

Five fields (minute, hour, day of the month, month, day of the week) as in Vixie cron, with one difference: days of the week are names only.
Cron counts Sunday as 0 and APScheduler Monday, so that a digit means one day to its writer and another to some program; a digit is refused.
When both the day of the month and the day of the week are restricted, either is enough (Vixie cron).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class BadCron(ValueError):
    """A line that is no cron line: ``says`` what is wrong, ``expected`` what would be right."""

    def __init__(self, says: str, expected: str) -> None:
        super().__init__(f"{says}; expected {expected}")
        self.says = says
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Cron:
    """A cron line, taken apart. ``weekdays`` counts Monday as 0 (as ``date.weekday``)."""

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]
    any_day: bool
    any_weekday: bool
    line: str

    def on(self, day: dt.date) -> bool:
        """Whether the line is due at some time of that day."""
        if day.month not in self.months:
            return False
        by_day, by_weekday = day.day in self.days, day.weekday() in self.weekdays
        if self.any_day or self.any_weekday:
            return by_day and by_weekday
        return by_day or by_weekday

    def times(self) -> tuple[dt.time, ...]:
        """All times of a due day, in order."""
        return tuple(dt.time(hour, minute) for hour in self.hours for minute in self.minutes)

    def after(self, moment: dt.datetime) -> dt.datetime:
        """The first due moment later than ``moment`` (both naive, local wall time)."""
        day = moment.date()
        while True:
            if self.on(day):
                for time in self.times():
                    due = dt.datetime.combine(day, time)
                    if due > moment:
                        return due
            day += dt.timedelta(days=1)

    def before(self, moment: dt.datetime) -> dt.datetime:
        """The last due moment that is not later than ``moment`` (both naive, local wall time)."""
        day = moment.date()
        while True:
            if self.on(day):
                for time in reversed(self.times()):
                    due = dt.datetime.combine(day, time)
                    if due <= moment:
                        return due
            day -= dt.timedelta(days=1)


def parse(line: str) -> Cron:
    """Read a cron line; raises ``BadCron`` with a sentence for the person who wrote it. A day that never comes (31 February) is refused."""
    fields = line.lower().split()
    if len(fields) != 5:
        raise BadCron(
            f'"{line}" has {len(fields)} fields', 'five: minute, hour, day of the month, month, day of the week, as in "0 8 * * mon"'
        )
    minute, hour, day, month, weekday = fields
    cron = Cron(
        minutes=_field(minute, "minute", 0, 59),
        hours=_field(hour, "hour", 0, 23),
        days=_field(day, "day of the month", 1, 31),
        months=_field(month, "month", 1, 12, MONTHS),
        weekdays=_weekdays(weekday),
        any_day=day.startswith("*"),
        any_weekday=weekday.startswith("*"),
        line=" ".join(fields),
    )
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
    if cron.any_weekday and not any(cron.days[0] <= longest.get(number, 31) for number in cron.months):
        raise BadCron(f'"{line}" names a day that its months never have', "a day that comes")
    return cron


def _weekdays(text: str) -> tuple[int, ...]:
    """The field of weekdays: names, ranges and lists of names; a range may run over the end of the week."""
    if any(letter.isdigit() for letter in text.partition("/")[0]):
        raise BadCron(
            f'the day of the week is "{text}", and programs disagree on whether 1 is Monday or Tuesday',
            "names: mon, tue, wed, thu, fri, sat, sun, as in mon-fri",
        )
    return _field(text, "day of the week", 0, 6, WEEKDAYS)


def _field(text: str, what: str, low: int, high: int, names: tuple[str, ...] = ()) -> tuple[int, ...]:
    """All numbers that one field means, in rising order."""
    found: set[int] = set()
    for part in text.split(","):
        span, slash, step = part.partition("/")
        first, dash, last = span.partition("-")
        if slash and not (step.isascii() and step.isdigit() and 0 < int(step) <= high):
            raise BadCron(f'the {what} is "{text}"', f"a step from 1 to {high} behind the slash")
        if span == "*":
            start, end = low, high
        else:
            start = _number(first, text, what, low, high, names)
            end = _number(last, text, what, low, high, names) if dash else (high if slash else start)
        if end < start and names == WEEKDAYS:
            end += 7
        if end < start:
            raise BadCron(f'the {what} is "{text}"', "a range that begins with the smaller one")
        found.update((number - low) % (high - low + 1) + low for number in range(start, end + 1, int(step or 1)))
    return tuple(sorted(found))


def _number(word: str, text: str, what: str, low: int, high: int, names: tuple[str, ...]) -> int:
    """One number or name."""
    if word in names:
        return names.index(word) + low
    if word.isascii() and word.isdigit() and low <= int(word) <= high:
        return int(word)
    allowed = ", ".join(names) if names else f"a number from {low} to {high}"
    raise BadCron(f'the {what} is "{text}"', allowed if names == WEEKDAYS else f"{allowed}, a range, a list, or *")
