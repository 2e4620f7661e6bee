"""Words to dates with a precision, and dates to words. Pure.

``find(text, order=, lang=)``, ``impossible(text)``, ``plain(text)``, ``add(date, months, days)``, ``words(date)``, ``ago(day, today)``.
"""

from __future__ import annotations

from reviewer.dates.finding import ENGLISH_MONTHS as ENGLISH_MONTHS
from reviewer.dates.finding import MONTHS as MONTHS
from reviewer.dates.finding import FoundDate as FoundDate
from reviewer.dates.finding import add as add
from reviewer.dates.finding import ago as ago
from reviewer.dates.finding import day_first as day_first
from reviewer.dates.finding import find as find
from reviewer.dates.finding import impossible as impossible
from reviewer.dates.finding import plain as plain
from reviewer.dates.finding import words as words
