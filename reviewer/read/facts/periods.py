"""Periods that a page speaks of, and promises that it makes: "2023-24", "by March 2023", "(available soon)".

Every range of years, every lone year and every date is a candidate; grammar decides (`reviewer.read.periods`). Reading knows no today:
every period is given with its last day, those that the page treats as the past with ``historical``. The checks judge what has elapsed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import Period, PeriodKind, Precision, Region
from reviewer.read.document import BlockKind, Candidate, Document, Hints
from reviewer.read.periods import history
from reviewer.read.periods.offers import offered
from reviewer.read.periods.promises import Said, judged
from reviewer.read.periods.tense import groups
from reviewer.read.periods.values import Scene, Span, single, spans, written_out
from reviewer.read.periods.words import Word, language, of_line, tagged, without
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
LONGEST_SENTENCE: Final = 2000
"""Characters of a sentence that are searched for a promise: longer ones are not written for people."""
_SERIES: Final = 3
"""Short lines that name so many different years are a menu, an archive or the columns of a table."""
_SHORT: Final = 80
_YEAR: Final = re.compile(r"20\d\d|\d\d ?[/‐‑‒–—-] ?\d\d|['’]\d\d|[Ff][Yy] ?\d\d|\d[/.]\d\d?[/.]\d\d")
_SOON: Final = re.compile(
    "soon|shortly|to follow|due course|demnächst|kürze|bientôt|prochainement|próxima|breve|fuan|ddilyn|binnenkort|prossimamente|in arrivo|"
    "properament|aviat|snart|wkrótce",
    re.IGNORECASE,
)
_TELLING: Final = Sieve(_YEAR, _SOON, common=True)
_COPYRIGHT: Final = re.compile(r"©|\(c\)|\bcopyright\b|all rights reserved", re.IGNORECASE)
_LONGEST: Final = 220
_LISTED: Final = (BlockKind.ITEM, BlockKind.CELL)
_ELSEWHERE: Final = (Region.NAV, Region.FOOTER, Region.ASIDE)


class Told(NamedTuple):
    """A line with a year or a promise: its language, the words of the line that introduces it and of its heading, and whether it stands
    among sources."""

    line: Line
    lang: str
    lead: str
    heading: Sequence[Word]
    listed: bool


class Ground(NamedTuple):
    """What the whole page says of its periods."""

    url: str
    around: Sequence[Word]
    known: frozenset[tuple[int, int]]
    latest: int
    record: bool
    over: bool
    menu: bool
    title: str


def facts(document: Document, hints: Hints) -> Iterable[Period]:
    """Every period and promise, in reading order; the same words twice are one."""
    return list(dict.fromkeys(one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, Period)))


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every period with why it is current or history, and every date that was passed over for a promise."""
    rows = _telling(document, hints)
    if not rows:
        return
    ground = _ground(document, rows, hints)
    yield from _schedules(rows, ground, hints)
    left, dated = RANGES, DATED
    for told in rows:
        for start, stop in sentences(told.line.text):
            text = told.line.text[start:stop]
            if not _tells(text):
                continue
            words = tagged(text, told.lang)
            scene = Scene(told.lang, ground.url, told.heading or ground.around, ground.known)
            found = spans(text, words, scene)[: min(left, SENTENCE_RANGES)]
            left -= len(found)
            dated -= text.count("20")
            days = dates.find(text[:LONGEST_SENTENCE], order=hints.date_order, lang=told.lang) if dated > 0 else ()
            said = _said(without(words, [(day.start, day.end) for day in days]), told)
            listed = told.listed or history.cited(told.line.text[stop : stop + NEAR])
            yield from _periods(text, said, found, days, told, ground, listed=listed)
            if dated > 0:
                yield from _promise(text, said, days, found, told, ground, listed=listed)


def _said(words: Sequence[Word], told: Told) -> Said:
    """A sentence with its verbs, and whether it, or the line that introduces it, tells the reader to do something."""
    lead = tagged(told.lead[-120:], told.lang) if told.lead.rstrip().endswith(":") else ()
    asked = any(word.any("duty", "future") for word in lead) or any(word.any("order") for word in lead[-4:])
    opening = [word for word in words[:4] if not word.any("mark", "number")]
    return Said(
        words, groups(words), lead, bool(opening) and (opening[0].any("order") or any(word.text == "please" for word in opening) or asked)
    )


def _periods(
    text: str, said: Said, found: Sequence[Span], days: Sequence[dates.FoundDate], told: Told, ground: Ground, *, listed: bool
) -> Iterator[Candidate]:
    """The ranges of years of a sentence, and its lone years where they are offered."""
    line = told.line
    headed = line.block.kind is BlockKind.HEADING or (line.text == ground.title and bool(line.text))
    lone = [
        single(day, said.words)
        for day in days
        if day.date.precision in {Precision.YEAR, Precision.SEASON}
        and day.date.year >= 2000
        and all(day.start >= one.stop or day.end <= one.start for one in found)
    ]
    for one in (*found, *lone):
        current = offered(said.words, said.groups, one, heading=headed, item=line.block.kind in _LISTED, imperative=said.imperative)
        if current is None and one.kind != "year":
            continue
        why = "a citation" if listed else _elsewhere(told, ground, promise=False)
        if why is None and ground.menu and len(said.words) <= 8:
            why = "one of a series of years"
        if why is None:
            why = history.why(
                text, said.words, said.groups, one, later=ground.latest > one.last, later_here=any(other.last > one.last for other in found)
            )
        if why is None and current is None:
            why = "nothing offers it as current"
        period = Period(PeriodKind.YEAR_RANGE, phrase(text, one.start, one.stop), one.end, why is not None, line.block.place)
        yield _taken(period, why, current or "")


def _promise(
    text: str, said: Said, days: Sequence[dates.FoundDate], found: Sequence[Span], told: Told, ground: Ground, *, listed: bool
) -> Iterator[Candidate]:
    """The promises of a sentence, and the date that comes nearest to one."""
    place = told.line.block.place
    for one in judged(said, days, [(span.start, span.stop) for span in found]):
        quote = phrase(text, one.start, one.stop) if one.end else text[one.start : one.stop]
        if one.promised:
            why = "a citation" if listed or history.citation(text) else _elsewhere(told, ground, promise=True)
            yield _taken(Period(PeriodKind.PROMISE, quote, one.end, why is not None, place), why, one.why)
        else:
            yield Candidate(None, quote, taken=False, why=one.why, place=place)


def _elsewhere(told: Told, ground: Ground, *, promise: bool) -> str | None:
    """Why all that stands here is history, or None."""
    if ground.over or (ground.record and not promise):
        return "the page is a record of the past"
    if told.line.block.kind is not BlockKind.HEADING and history.section(told.heading):
        return "the section is about the past or about sources"
    return None


def _schedules(rows: Sequence[Told], ground: Ground, hints: Hints) -> Iterator[Candidate]:
    """Dates under a line or a heading that announces them ("Payment dates:"): of a list of nothing but dates the last, otherwise each line
    that says what happens then."""
    for (lead, _), group in groupby(rows, key=lambda row: (row.lead, row.line.block.place.heading)):
        block = list(group)
        announced = (
            _announces(tagged(lead.rstrip().rsplit(". ", 1)[-1][-80:], block[0].lang))
            if lead.rstrip().endswith(":")
            else _announces(block[0].heading)
        )
        last: tuple[dt.date, Told] | None = None
        for told in block:
            text = told.line.text
            found = dates.find(text, order=hints.date_order, lang=told.lang) if len(text) < 160 else ()
            if not found or found[-1].date.precision is Precision.YEAR:
                continue
            words = tagged(text, told.lang)
            bare = [
                word for word in words if not word.any("number", "mark", "to", "clock") and not found[0].start <= word.start < found[-1].end
            ]
            if announced and len(bare) <= 2 and found[-1].date.day is not None:
                if last is None or found[-1].date.by > last[0]:
                    last = found[-1].date.by, told
            elif (announced or _announces(words)) and _labelled(text, found) and not _told(words):
                yield _dated(told, found[-1].date.by, ground, "a date of a timetable")
        if last is not None:
            yield _dated(last[1], last[0], ground, "the last of the dates announced")


def _announces(words: Sequence[Word]) -> bool:
    """Whether words announce dates to come."""
    return any(word.any("schedule", "deadline") for word in words) and not any(word.any("noschedule", "review", "former") for word in words)


def _told(words: Sequence[Word]) -> bool:
    """Whether a line of dates tells what was done, or is about the page itself."""
    return any(one.tense == "past" for one in groups(words)) or any(word.any("noschedule", "review", "dated") for word in words)


def _labelled(text: str, found: Sequence[dates.FoundDate]) -> bool:
    """Whether a line is a date and what happens then, with a mark between, in either order."""
    return (
        re.match(r"\s?[:–—|-]\s", text[found[-1].end :]) is not None or re.search(r"[:–—|]\s.{0,24}$", text[: found[-1].start]) is not None
    )


def _dated(told: Told, end: dt.date, ground: Ground, why: str) -> Candidate:
    """A line of a timetable as a promise."""
    spared = _elsewhere(told, ground, promise=True)
    return _taken(Period(PeriodKind.PROMISE, told.line.text[:_LONGEST], end, spared is not None, told.line.block.place), spared, why)


def _telling(document: Document, hints: Hints) -> list[Told]:
    """The lines with a year or a promise, each with the line that introduces it, up to a bound."""
    telling = _TELLING.among(sifted(document))
    if not telling:
        return []
    every = lines(document)
    lang = language(document.lang or hints.language, (document.title, *(every[at].text for at in telling[:20])))
    found: list[Told] = []
    left = CHARACTERS
    lead = sources = term = ""
    among = set(telling)
    for at, line in enumerate(every[: telling[-1] + 1]):
        if line.block.region in _ELSEWHERE:
            continue
        if len(line.text) < 60 and history.sources(line.text, lang):
            sources = line.text
        elif line.block.kind is BlockKind.HEADING:
            sources = ""
        if sources:
            lead = sources
        elif line.block.kind is BlockKind.DEFINITION:
            lead = term
        if at in among and _tells(line.text) and not _COPYRIGHT.search(line.text):
            left -= len(line.text)
            if left < 0:
                break
            found.append(Told(line, of_line(line.text, lang), lead, tagged((line.block.place.heading or "")[:200], lang), bool(sources)))
        if line.block.kind is BlockKind.TERM:
            term = f"{line.text[-300:]}:"
        elif line.text.endswith(":") or line.block.kind not in {BlockKind.ITEM, BlockKind.CELL}:
            lead = line.text[-300:]
    return found


def _ground(document: Document, rows: Sequence[Told], hints: Hints) -> Ground:
    """What the whole page says."""
    lang = language(document.lang or hints.language, (document.title, *(row.line.text for row in rows[:20])))
    known = frozenset(one for row in rows for one in written_out(row.line.text))
    series = {one for row in rows if len(row.line.text) < _SHORT for one in written_out(row.line.text)}
    return Ground(
        url=document.url,
        around=tagged(document.title[:200], lang),
        known=known,
        latest=max((last for _, last in known), default=0),
        record=history.record(document, lang),
        over=history.over(document, lang),
        menu=len(series) >= _SERIES,
        title=document.title,
    )


def _tells(text: str) -> bool:
    """Whether a text has a year or words of a promise without one: a cheap look."""
    return _YEAR.search(text) is not None or _SOON.search(text) is not None


def _taken(period: Period, why: str | None, current: str) -> Candidate:
    """A period as a candidate: all are taken, the past with its reason."""
    return Candidate(period, period.quote, taken=True, why=f"history: {why}" if why else current, place=period.place)


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
