"""Periods that a page speaks of, and promises that it makes: "2023-24", "by March 2023", "(available soon)".

Reading knows no today: every period is given with its last day, those that the page treats as the past with ``historical``.
Whether a period has elapsed is judged by the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reviewer.model import Period, PeriodKind, Region
from reviewer.read import periods_history as history
from reviewer.read.document import BlockKind, Candidate, Document, Hints
from reviewer.read.periods_promises import promise
from reviewer.read.periods_years import YearRange, year_ranges
from reviewer.read.sentences import Line, lines, sentences

MOST: Final = 500
"""Sentences with a period that are judged on one page."""
_HINT: Final = re.compile(
    r"\d\d|FY|soon|shortly|follow|due course|demnächst|kürze|bientôt|prochaine|próxima|breve|fuan|ddilyn", re.IGNORECASE
)
LONGEST_SENTENCE: Final = 2000
"""Characters of a sentence that are searched for a promise: longer ones are not written for people."""
_COPYRIGHT: Final = re.compile(r"©|\(c\)|\bcopyright\b|all rights reserved", re.IGNORECASE)
_LONGEST: Final = 220
_ELSEWHERE: Final = frozenset({Region.NAV, Region.FOOTER, Region.ASIDE})


def facts(document: Document, hints: Hints) -> Iterable[Period]:
    """Every period and promise, in reading order; the same words twice are one."""
    return list(dict.fromkeys(one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, Period)))


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every period with why it is current or history."""
    rows = [line for line in lines(document) if line.block.region not in _ELSEWHERE]
    known = frozenset((one.first, one.last) for line in rows if _HINT.search(line.text) for one in year_ranges(line.text))
    record = history.record(document)
    meeting = record and history.minutes(document)
    menu = _menu(rows, known)
    latest = max((last for _, last in known), default=0)
    left = MOST
    lead = ""
    for line in rows:
        if line.block.kind is not BlockKind.ITEM or line.text.endswith(":"):
            lead = line.text[-300:]
        if not _HINT.search(line.text) or _COPYRIGHT.search(line.text):
            continue
        for start, stop in sentences(line.text):
            text = line.text[start:stop]
            around = f"{line.block.place.heading or ''} {document.title}"
            found = list(year_ranges(text, around=around, url=document.url, known=known))
            for one in found:
                left -= 1
                if left < 0:
                    return
                why = _why(line, text, one, found, record=record, menu=menu, latest=latest)
                quote = phrase(text, one.start, one.stop)
                fact = Period(PeriodKind.YEAR_RANGE, quote, one.end, historical=why is not None, place=line.block.place)
                yield Candidate(fact, quote, taken=True, why=f"history: {why}" if why else "spoken of as current", place=line.block.place)
            told = promise(text[:LONGEST_SENTENCE], lead=lead, order=hints.date_order, lang=document.lang or hints.language)
            if told is not None:
                left -= 1
                why = _spared(line, text, record=meeting)
                quote = phrase(text, told.start, told.stop) if told.end else text[told.start : told.stop]
                fact = Period(PeriodKind.PROMISE, quote, told.end, historical=why is not None, place=line.block.place)
                yield Candidate(
                    fact, quote, taken=True, why=f"history: {why}" if why else "a promise or a deadline", place=line.block.place
                )


def _why(line: Line, text: str, one: YearRange, found: list[YearRange], *, record: bool, menu: bool, latest: int) -> str | None:
    """Why the range is history, or None."""
    if record:
        return "the page is a record of the past"
    if history.section(line.block.place.heading) and line.block.kind is not BlockKind.HEADING:
        return "the section is about the past or about sources"
    if menu and len(text.split()) <= 8:
        return "one of a series of years"
    return history.why(text, one.start, one.stop, later=latest > one.last, later_here=any(other.last > one.last for other in found))


def _spared(line: Line, text: str, *, record: bool) -> str | None:
    """Why a promise is history, or None."""
    if record:
        return "the page is a record of the past"
    if history.section(line.block.place.heading) and line.block.kind is not BlockKind.HEADING:
        return "the section is about the past or about sources"
    return "a citation" if history.citation(text) else None


def _menu(rows: list[Line], known: frozenset[tuple[int, int]]) -> bool:
    """Whether three or more short lines name different years: a menu, an archive, the columns of a table."""
    short: set[tuple[int, int]] = set()
    for line in rows:
        if _HINT.search(line.text) and len(line.text) < 80:
            short.update((one.first, one.last) for one in year_ranges(line.text, known=known))
    return len(short) >= 3


def phrase(text: str, start: int, stop: int) -> str:
    """The sentence, or the words around ``start:stop`` when it is long; always a piece of the text."""
    if len(text) <= _LONGEST:
        return text
    left = max(0, start - 120)
    right = min(len(text), max(stop + 60, left + _LONGEST))
    if left:
        left = text.find(" ", left, start) + 1 or left
    if right < len(text):
        right = max(text.rfind(" ", stop, right), stop)
    return text[left:right]
