"""Lists of dates to come: "Payment dates:" with nothing but dates under it, or "June 2023: public survey opens" line by line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from reviewer import dates
from reviewer.model import Precision
from reviewer.read.periods.tense import Group, groups
from reviewer.read.periods.words import Word, tagged

_LONGEST: Final = 160
_LIVE: Final = ("future", "duty", "present")
_HELD: Final = 128
LAST: Final = "the last of the dates announced"
_BARE: Final = 2
"""Words beside its dates that a line of nothing but dates may have ("due", "by")."""
_MARK: Final = re.compile(r"[:–—|-]\s")


@lru_cache(_HELD)
def days(text: str, order: str, lang: str) -> tuple[dates.FoundDate, ...]:
    """The dates of a text, found once for the line and for its only sentence."""
    return dates.find(text, order=order, lang=lang)


def announces(words: Sequence[Word]) -> bool:
    """Whether words announce dates to come."""
    return any(word.any("schedule", "deadline") for word in words) and not any(word.any("noschedule", "review", "former") for word in words)


def timetable(texts: Sequence[str], lang: str, *, announced: bool, order: str) -> Iterator[tuple[int, dt.date, str]]:
    """The lines that hold a date of a timetable, by number, with its day and why: of nothing but dates the last, otherwise each line that
    says what happens then. ``announced``: the line or the heading above announces dates."""
    last: tuple[int, dt.date, str] | None = None
    for number, text in enumerate(texts):
        if len(text) >= _LONGEST or not (announced or _MARK.search(text)):
            continue
        found = days(text, order, lang)
        if not found or found[-1].date.precision is Precision.YEAR:
            continue
        words = tagged(text, lang)
        day = found[-1].date
        beside = [one for one in words if not one.any("number", "mark", "to", "clock") and not found[0].start <= one.start < found[-1].end]
        if announced and len(beside) <= _BARE and day.day is not None and not of_the_page(words):
            if last is None or day.by > last[1]:
                last = number, day.by, LAST
        elif (
            _labelled(text, found)
            and not _over(words)
            and (announced or (announces(words) and any(one.tense in _LIVE for one in groups(words))))
        ):
            yield number, day.by, "a date of a timetable"
    if last is not None:
        yield last


def beside(
    words: Sequence[Word],
    verbs: Sequence[Group],
    found: Sequence[dates.FoundDate],
    *,
    lead: Sequence[Word],
    since: dt.date | None,
    top: bool,
) -> str | None:
    """Why a line that promises nothing by itself holds a day to come: it is a label with its day and stands below a deadline (``since``),
    or nothing but the days from and to of what the page is about (``top``: right below its main heading)."""
    day = found[-1].date
    if any(one.tense != "bare" for one in verbs) or day.precision is Precision.YEAR or of_the_page(words):
        return None
    bare = [word for word in words if not word.any("number", "mark", "to", "from", "clock")]
    if top and len(found) > 1 and found[0].date.day is not None and day.day is not None and found[0].date.first < day.first and not bare:
        return "the days from and to of what the heading names"
    label = [word for word in words if word.stop <= found[0].start] or lead
    known = any(word.any(*_STATED) for word in label) or (len(label) <= _BARE and any(word.any("participle") for word in label))
    named = label and label[-1].text == ":" and len(label) <= _LABEL and not known
    behind = len([word for word in bare if word.start >= found[-1].end]) <= _BARE
    return "what follows a deadline" if since is not None and day.by >= since and named and behind else None


_LABEL: Final = 6
_STATED: Final = ("birth", "valid", "publication", "past", "noschedule", "review", "dated")


def _over(words: Sequence[Word]) -> bool:
    """Whether a line of dates tells what was done, or is about the page itself."""
    return of_the_page(words) or any(one.tense == "past" for one in groups(words))


def of_the_page(words: Sequence[Word]) -> bool:
    """Whether words are about the page itself: its review, its last change."""
    return any(word.any("noschedule", "review", "dated") for word in words)


def _labelled(text: str, found: Sequence[dates.FoundDate]) -> bool:
    """Whether a line is a date and what happens then, with a mark between, in either order."""
    return (
        re.match(r"\s?[:–—|-]\s", text[found[-1].end :]) is not None or re.search(r"[:–—|]\s.{0,24}$", text[: found[-1].start]) is not None
    )
