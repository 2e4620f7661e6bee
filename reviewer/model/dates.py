"""Dates with a precision."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Precision(StrEnum):
    """How exactly a page states a date."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"


SEASONS: Final = ("spring", "summer", "autumn", "winter")
"""Meteorological seasons: spring is March to May, winter is December to the end of February of the next year."""


_ISO = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|(spring|summer|autumn|winter)))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exactly as it was stated: a day, a month, a quarter, a season or a year.

    ``str()`` gives the machine form (``2024-05-31``, ``2024-05``, ``2024-Q3``, ``2025-summer``, ``2024``) and
    ``PartialDate.parse`` reads it back. Raises ``ValueError`` for a date that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    season: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if sum(x is not None for x in (self.month, self.quarter, self.season)) > 1:
            raise ValueError("a date has a month, a quarter or a season, not two of them")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if self.quarter is not None and self.quarter not in range(1, 5):
            raise ValueError(f"no such quarter: {self.quarter}")
        if self.season is not None and self.season not in SEASONS:
            raise ValueError(f"no such season: {self.season}")
        dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)  # 00 is no day and no month

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the machine form; raises ``ValueError`` for other text."""
        found = _ISO.fullmatch(text)
        if not found:
            raise ValueError(f"not a date in machine form: {text!r}")
        year, month, day, quarter, season = found.groups()
        return cls(
            int(year),
            int(month) if month else None,
            int(day) if day else None,
            int(quarter) if quarter else None,
            season,
        )

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The exact day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How exact it is."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        if self.quarter is not None:
            return Precision.QUARTER
        if self.season is not None:
            return Precision.SEASON
        return Precision.YEAR

    @property
    def first(self) -> dt.date:
        """The first day of the period."""
        if self.quarter is not None:
            return dt.date(self.year, 3 * self.quarter - 2, 1)
        if self.season is not None:
            return dt.date(self.year, 3 * SEASONS.index(self.season) + 3, 1)
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def by(self) -> dt.date:
        """The last day of the period; overdue begins the day after."""
        if self.day is not None:
            return self.first
        months = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3}.get(self.precision, 12)
        last = self.first.month - 1 + months - 1
        year, month = self.year + last // 12, last % 12 + 1
        return dt.date(year, month, calendar.monthrange(year, month)[1])

    def __str__(self) -> str:
        """The machine form."""
        text = f"{self.year:04d}"
        if self.season is not None:
            return f"{text}-{self.season}"
        if self.quarter is not None:
            return f"{text}-Q{self.quarter}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text
