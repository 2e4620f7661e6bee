"""Periods that a page speaks of, and promises that it makes: "2023-24", "by March 2023", "(available soon)".

Reading knows no today: every period is given with its last day, those that the page treats as the past with ``historical``.
Whether a period has elapsed is judged by the checks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from reviewer import dates
from reviewer.model import Period, PeriodKind, Region
from reviewer.read.document import BlockKind, Candidate, Document, Hints
from reviewer.read.periods import history
from reviewer.read.periods.promises import promise
from reviewer.read.periods.years import YearRange, written_out, year_ranges
from reviewer.read.sentences import Line, lines, sentences, sifted
from reviewer.read.sieves import Sieve

CHARACTERS: Final = 100_000
"""Characters of lines with a year or a promise that are judged on one page: ten times what any page for people has."""
RANGES: Final = 400
SENTENCE_RANGES: Final = 20
"""Year ranges of one page, and of one sentence, that are judged: more are a table."""
DATED: Final = 800
"""Years of one page around which promises are looked for."""
NEAR: Final = 400
"""Characters around a range that tell whether it is history."""
_SERIES: Final = 3
"""Short lines that name so many different years are a menu, an archive or the columns of a table."""
_YEAR: Final = re.compile(r"20\d\d|\d\d ?[/‐‑‒–—-] ?\d\d|['’]\d\d|[Ff][Yy] ?\d\d|\d[/.]\d\d?[/.]\d\d")
_SOON: Final = (
    "soon",
    "shortly",
    "to follow",
    "due course",
    "demnächst",
    "kürze",
    "bientôt",
    "prochaine",
    "próxima",
    "breve",
    "yn fuan",
    "i ddilyn",
)
_TELLING: Final = Sieve(_YEAR, _SOON, common=True)
LONGEST_SENTENCE: Final = 2000
"""Characters of a sentence that are searched for a promise: longer ones are not written for people."""
_ANNOUNCED: Final = re.compile(
    r"\b(?:dates|deadlines?|schedule|timetable|closing|instal?ments?|termine|fristen|échéances|fechas|dyddiadau)\b[^:]{0,60}:$",
    re.IGNORECASE,
)
_NOT_AHEAD: Final = re.compile(
    r"\b(?:review|revision|meeting|publication|previous|past|last|version|approv\w+|update|birth|issue)\b", re.IGNORECASE
)
_COPYRIGHT: Final = re.compile(r"©|\(c\)|\bcopyright\b|all rights reserved", re.IGNORECASE)
_LONGEST: Final = 220
_ELSEWHERE: Final = (Region.NAV, Region.FOOTER, Region.ASIDE)


def facts(document: Document, hints: Hints) -> Iterable[Period]:
    """Every period and promise, in reading order; the same words twice are one."""
    return list(dict.fromkeys(one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, Period)))


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every period with why it is current or history."""
    rows = _telling(document)
    if not rows:
        return
    known = frozenset(one for line, _ in rows for one in written_out(line.text))
    record = history.record(document)
    meeting = record and history.minutes(document)
    menu = len({one for line, _ in rows if len(line.text) < 80 for one in written_out(line.text)}) >= _SERIES
    latest = max((last for _, last in known), default=0)
    lang = document.lang or hints.language
    for line, end in _schedule(rows, hints, lang):
        spared = _spared(line, line.text, record=record)
        yield _taken(
            Period(PeriodKind.PROMISE, line.text, end, spared is not None, line.block.place),
            spared or "",
            "the last of the dates announced",
        )
    left, dated = RANGES, DATED
    for line, lead in rows:
        around = f"{line.block.place.heading or ''} {document.title}"
        listed = history.sources(lead)
        for start, stop in sentences(line.text):
            text = line.text[start:stop]
            if not _tells(text):
                continue
            found = list(islice(year_ranges(text, around=around, url=document.url, known=known), min(left, SENTENCE_RANGES)))
            left -= len(found)
            for one in found:
                if listed or history.cited(line.text[stop : stop + NEAR]):
                    why: str | None = "a citation"
                else:
                    why = _why(line, text, one, found, record=record, menu=menu, latest=latest)
                quote = phrase(text, one.start, one.stop)
                yield _taken(
                    Period(PeriodKind.YEAR_RANGE, quote, one.end, why is not None, line.block.place), why or "", "spoken of as current"
                )
            dated -= text.count("20")
            if dated < 0:
                continue
            told = promise(
                text[:LONGEST_SENTENCE], lead=lead, order=hints.date_order, lang=lang, spans=[(one.start, one.stop) for one in found]
            )
            if told is not None:
                why = "a citation" if listed else _spared(line, text, record=meeting)
                quote = phrase(text, told.start, told.stop) if told.end else text[told.start : told.stop]
                yield _taken(
                    Period(PeriodKind.PROMISE, quote, told.end, why is not None, line.block.place), why or "", "a promise or a deadline"
                )


def _schedule(rows: list[tuple[Line, str]], hints: Hints, lang: str | None) -> Iterator[tuple[Line, dt.date]]:
    """Lists of nothing but dates under a line that announces them ("Payment dates:"): the line of the last date of each list."""
    for lead, group in groupby(rows, key=lambda row: row[1]):
        if not _ANNOUNCED.search(lead) or _NOT_AHEAD.search(lead):
            continue
        last: tuple[dt.date, Line] | None = None
        for line, _ in group:
            found = dates.find(line.text, order=hints.date_order, lang=lang)[-1:] if len(line.text) < 60 else ()
            for one in found:
                if one.date.day is not None and (last is None or one.date.by > last[0]):
                    last = one.date.by, line
        if last is not None:
            yield last[1], last[0]


def _telling(document: Document) -> list[tuple[Line, str]]:
    """The lines with a year or a promise, each with the line that introduces it, up to a bound."""
    found: list[tuple[Line, str]] = []
    left = CHARACTERS
    lead = sources = ""
    telling = _TELLING.among(sifted(document))
    among = set(telling)
    last = telling[-1] if telling else -1
    for at, line in enumerate(lines(document)[: last + 1]):
        if line.block.region in _ELSEWHERE:
            continue
        if history.sources(line.text):
            sources = line.text
        elif line.block.kind is BlockKind.HEADING:
            sources = ""
        if sources:
            lead = sources
        elif line.block.kind is not BlockKind.ITEM or line.text.endswith(":"):
            lead = line.text[-300:]
        if at in among and _tells(line.text) and not _COPYRIGHT.search(line.text):
            left -= len(line.text)
            if left < 0:
                break
            found.append((line, lead))
    return found


def _tells(text: str) -> bool:
    """Whether a text has a year or words of a promise without one: a cheap look."""
    if _YEAR.search(text):
        return True
    low = text.lower()
    return any(word in low for word in _SOON)


def _taken(period: Period, why: str, current: str) -> Candidate:
    """A period as a candidate: all are taken, the past with its reason."""
    return Candidate(period, period.quote, taken=True, why=f"history: {why}" if why else current, place=period.place)


def _why(line: Line, text: str, one: YearRange, found: list[YearRange], *, record: bool, menu: bool, latest: int) -> str | None:
    """Why the range is history, or None."""
    if record:
        return "the page is a record of the past"
    if history.section(line.block.place.heading) and line.block.kind is not BlockKind.HEADING:
        return "the section is about the past or about sources"
    if menu and len(text.split()) <= 8:
        return "one of a series of years"
    low = max(0, one.start - NEAR)
    return history.why(
        text[low : one.stop + NEAR],
        one.start - low,
        one.stop - low,
        later=latest > one.last,
        later_here=any(other.last > one.last for other in found),
    )


def _spared(line: Line, text: str, *, record: bool) -> str | None:
    """Why a promise is history, or None."""
    if record:
        return "the page is a record of the past"
    if history.section(line.block.place.heading) and line.block.kind is not BlockKind.HEADING:
        return "the section is about the past or about sources"
    return "a citation" if history.citation(text) else None


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
