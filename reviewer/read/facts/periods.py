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
from reviewer.read import genre
from reviewer.read.document import BlockKind, Candidate, Document, Hints
from reviewer.read.entries import entries
from reviewer.read.periods import history, voices
from reviewer.read.periods.columns import due
from reviewer.read.periods.governs import Said
from reviewer.read.periods.offers import offered, placed
from reviewer.read.periods.promises import judged
from reviewer.read.periods.tense import groups
from reviewer.read.periods.timetables import LAST, announces, beside, days, of_the_page, timetable
from reviewer.read.periods.values import Scene, Span, single, spans, written_out
from reviewer.read.periods.words import Word, headed, language, of_line, tagged, without
from reviewer.read.sentences import Line, lines, sentences, sifted
from reviewer.read.sieves import Sieve, Sifted

CHARACTERS: Final = 60_000
"""Characters of lines with a year or a promise that are judged on one page: six times what any page for people has."""
HALF: Final = 250
"""Days before the end of a period of which a day in its sentence tells that end."""
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
_LABEL: Final = 30
_LABELLED: Final = 16
_FEW: Final = 8
_FIRST: Final = 2000
_YEAR: Final = re.compile(r"20\d\d|\d\d ?[/‐‑‒–—-] ?\d\d|['’]\d\d|[Ff][Yy] ?\d\d|\d[/.]\d\d?[/.]\d\d")
_PROMISED: Final = re.compile(
    "soon|shortly|to follow|due course|demnächst|kürze|bientôt|prochainement|próxima|breve|fuan|ddilyn|binnenkort|prossimamente|in arrivo|"
    "properament|aviat|snart|wkrótce",
    re.IGNORECASE,
)
_SOON: Final = Sifted(_PROMISED)
_TELLING: Final = Sieve(_YEAR, _PROMISED)
_MORE: Final = re.compile(r"20\d\d|['’]\d\d|\d[/.-]\d\d?[/.-]\d\d")
_YEARS: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_COPYRIGHT: Final = re.compile(r"©|\(c\)|\bcopyright\b|all rights reserved", re.IGNORECASE)
_LONGEST: Final = 220
_TENSED: Final = frozenset(("fr", "es", "it", "pt", "ca", "pl", "nl", "sv", "no", "da"))
"""Languages whose verbs say that they are of the past, so that what is not is of the present."""
_PLEASE: Final = frozenset(("please", "bitte", "veuillez", "prosimy", "proszę", "gelieve", "alstublieft", "vänligen", "vennligst"))
_TOP: Final = 2
"""Blocks below the main heading that belong to it."""
_LISTED: Final = (BlockKind.ITEM, BlockKind.CELL)
_ELSEWHERE: Final = (Region.NAV, Region.FOOTER, Region.ASIDE)


class Told(NamedTuple):
    """A line with a year or a promise: its language, and the words of the line that introduces it and of its heading."""

    line: Line
    lang: str
    lead: str
    heading: Sequence[Word]


class Ground(NamedTuple):
    """What the whole page says of its periods: the ranges that it writes out, the latest year of them, whether it is of the
    ``past`` as a whole, which of its blocks name ``sources``, or whether it is a menu of years."""

    document: Document
    lang: str
    known: frozenset[tuple[int, int]]
    latest: int
    past: genre.Past
    sources: frozenset[int]
    menu: bool
    versions: frozenset[int]
    due: frozenset[tuple[int, int, int]]
    headline: int


class Sentence(NamedTuple):
    """One sentence of a line, with its ranges of years and its dates. ``at``: where it begins in the line."""

    text: str
    said: Said
    spans: Sequence[Span]
    days: Sequence[dates.FoundDate]
    told: Told
    listed: bool
    at: int


def facts(document: Document, hints: Hints) -> Iterable[Period]:
    """Every period and promise, in reading order; the same words twice are one."""
    return list(dict.fromkeys(one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, Period)))


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every period with why it is current or history, and the dates that were passed over for a promise."""
    telling = _TELLING.among(sifted(document))
    if not telling:
        return
    every = lines(document)
    lang = language(document.lang or hints.language, (document.title, *(every[at].text for at in telling[:20])))
    rows = _telling(every, telling, lang)
    known = frozenset(one for told in rows for one in written_out(told.line.text))
    ground = Ground(
        document=document,
        lang=lang,
        known=known,
        latest=max((last for _, last in known), default=0),
        past=genre.past(document),
        sources=genre.sources(document),
        menu=_series(rows),
        headline=max(
            (int(year) for told in rows if told.line.block.kind is BlockKind.HEADING for year in _YEARS.findall(told.line.text)), default=0
        ),
        versions=frozenset(
            block.cell.table
            for block in document.blocks
            if block.cell is not None and block.cell.row == 0 and len(block.text) < _LABEL
            if any(word.any("former") for word in headed(block.text, lang))
        ),
        due=due(document.blocks, lang),
    )
    yield from _schedules(rows, ground, hints)
    heads = [number for number, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING and block.level <= 1][:1]
    deadline: tuple[str | None, dt.date] | None = None
    for sentence in _sentences(rows, ground, hints):
        promises = list(_promises(sentence, ground))
        under = sentence.told.line.block.place.heading
        if not any(one.taken for one in promises) and sentence.days:
            top = bool(heads) and 0 < sentence.told.line.number - heads[0] <= _TOP
            since = deadline[1] if deadline is not None and deadline[0] == under else None
            why = beside(sentence.said.words, sentence.said.groups, sentence.days, lead=sentence.said.lead, since=since, top=top)
            promises = [_dated(sentence.told, sentence.days[-1].date.by, ground, why)] if why else promises
        ends = [one.fact.end for one in promises if isinstance(one.fact, Period) and one.fact.end and not one.fact.historical]
        for one, span in _periods(sentence, ground):
            told = (
                any(-HALF // 2 < (span.end - end).days < HALF for end in ends) and isinstance(one.fact, Period) and not one.fact.historical
            )
            yield Candidate(None, one.quote, taken=False, why="its last day is told beside it", place=one.place) if told else one
        deadline = (under, ends[-1]) if ends else deadline
        yield from promises


def _series(rows: Sequence[Told]) -> bool:
    """Whether short lines, each with years of its own, are a menu, an archive or the columns of a table."""
    short = [years for told in rows if len(told.line.text) < _SHORT if (years := frozenset(written_out(told.line.text)))]
    return len(set(short)) >= _SERIES and len(frozenset[tuple[int, int]]().union(*short)) >= _SERIES


def _sentences(rows: Sequence[Told], ground: Ground, hints: Hints) -> Iterator[Sentence]:
    """The sentences with a year or a promise, up to the bounds of a page."""
    ranges, dated = RANGES, DATED
    first = next((block.text for block in ground.document.blocks), "")
    title = headed((ground.document.title or first)[:200], ground.lang)
    for told in rows:
        whole = told.line.text
        scene = Scene(told.lang, ground.document.url, told.heading or title, ground.known)
        for start, stop in sentences(whole):
            text = whole[start:stop]
            if not _tells(text):
                continue
            words = tagged(text, told.lang)
            found = spans(text, words, scene)[: min(ranges, SENTENCE_RANGES)]
            ranges -= len(found)
            dated -= text.count("20")
            rest = text
            for one in reversed(found):
                rest = rest[: one.start] + rest[one.stop :]
            more = dated > 0 and _MORE.search(rest) is not None
            held = days(text[:LONGEST_SENTENCE], hints.date_order or "dmy", told.lang) if more else ()
            said = _said(without(words, [(day.start, day.end) for day in held]), told, ground)
            cited = told.line.number in ground.sources or history.cited(whole[stop : stop + NEAR])
            yield Sentence(text, said, found, held, told, cited, start)


def _said(words: Sequence[Word], told: Told, ground: Ground) -> Said:
    """A sentence with its verbs, and whether it, or the line that introduces it, tells the reader to do something."""
    lead: Sequence[Word] = headed(told.lead[-120:], told.lang) if told.lead.endswith(":") or len(told.lead) < _LABEL else ()
    if not told.lead.endswith(":") and not all(word.any("deadline") for word in lead):
        lead = ()
    opening = [word for word in words[:4] if not word.any("mark", "number")]
    comma = next((number for number, word in enumerate(words) if word.text == ","), len(words)) + 1
    bid = (*lead[-4:], *opening[:1], *words[comma : comma + 1])
    asked = any(word.any("duty", "future") for word in lead) or any(word.any("order") for word in bid)
    goal = len(told.heading) <= _FEW and any(word.any("aim") for word in told.heading) and not _past(told.heading)
    cell = told.line.block.cell
    column = cell is not None and (cell.table, cell.row, cell.column) in ground.due
    asked = asked or any(word.text in _PLEASE for word in words)
    return Said(words, groups(words), lead, asked, goal, column, tensed=told.lang != "en")


def _past(heading: Sequence[Word]) -> bool:
    """Whether a heading tells of the past."""
    return any(word.any("past", "participle", "former", "archive") for word in heading)


def _periods(sentence: Sentence, ground: Ground) -> Iterator[tuple[Candidate, Span]]:
    """The ranges of years of a sentence, and its lone years where they are offered; each with its years."""
    text, said, found, told = sentence.text, sentence.said, sentence.spans, sentence.told
    block = told.line.block
    lead = said.lead if len(said.lead) <= _FEW else ()
    if block.kind is BlockKind.HEADING and not lead:
        lead = told.heading
    headline = block.kind is BlockKind.HEADING or (told.line.text == ground.document.title and bool(told.line.text))
    yearly = [day for day in sentence.days if day.date.precision in {Precision.YEAR, Precision.SEASON} and day.date.year >= _FIRST]
    lone = [single(day, said.words) for day in yearly if all(day.start >= one.stop or day.end <= one.start for one in found)]
    tensed = not said.groups and told.lang in _TENSED and text.endswith(".")
    for one in (*found, *lone):
        own = voices.clause(said.words, said.groups, one.start)
        live = said.imperative or (tensed and not placed([word for word in said.words if word.stop <= one.start]))
        current = offered(said.words, own, one, heading=headline, item=block.kind in _LISTED, live=live, lead=lead)
        if current is None and one.kind != "year":
            continue
        why = "a citation" if sentence.listed else _others(sentence, one.start, one.stop) or voices.named(said.words, own, one.start)
        why = why or _elsewhere(told, ground, promise=False)
        if why is None and headline and ground.headline > max(map(int, _YEARS.findall(text)), default=one.last):
            why = "a later year in another heading"
        if why is None and ground.menu and len(said.words) <= _FEW:
            why = "one of a series of years"
        if why is None and len(found) >= _SERIES and not said.groups:
            why = "one of a series of years"
        if why is None:
            longer = any(word.any("extended") for word in said.words) and any(day.date.year > one.last for day in sentence.days)
            later_here = longer or any(other.last > one.last for other in found)
            why = history.why(text, said.words, own, one, later=ground.latest > one.last, later_here=later_here)
        published = any(word.any("publication", "former") for word in told.heading)
        if (
            why is None
            and current is None
            and (said.groups or published or not _named(said.words, one, listed=block.kind in _LISTED and not said.due))
        ):
            why = "nothing offers it as current"
        period = Period(PeriodKind.YEAR_RANGE, phrase(text, one.start, one.stop), one.end, why is not None, block.place)
        yield _taken(period, why, current or "spoken of without a verb"), one


def _named(words: Sequence[Word], one: Span, *, listed: bool) -> bool:
    """Whether a short line without a verb names something by its year ("Uplift scheme 2021/22"), and does not only place it in time."""
    beside = [word for word in words if word.stop <= one.start or word.start >= one.stop]
    before = [word for word in beside if word.stop <= one.start]
    when = any(word.any("during", "number", "and") for word in before[-1:]) or (words[-1].text == "." and placed(before))
    known = any(word.any("programme", "yearly", "financial", "academic", "publication", "schedule") for word in beside)
    if not known and (listed or not any(word.text.isalpha() for word in before) or before[-1].text == "("):
        return False  # "2009-2010 Ada Frome": whose work it is
    return not when and len(beside) <= _LABELLED and any(word.text.isalpha() for word in beside)


def _promises(sentence: Sentence, ground: Ground) -> Iterator[Candidate]:
    """The promises of a sentence, and the date that comes nearest to one."""
    text, told = sentence.text, sentence.told
    place = told.line.block.place
    for one in judged(sentence.said, sentence.days, [(span.start, span.stop) for span in sentence.spans]):
        quote = phrase(text, one.start, one.stop) if one.end else text[one.start : one.stop]
        if one.promised:
            cited = sentence.listed or history.citation(text)
            why = "a citation" if cited else _others(sentence, one.start, one.stop) or _entered(told, ground, one.end)
            if why is None and voices.personal(sentence.said.words, sentence.said.groups, one.start):
                why = "what a person means to do"
            why = why or _elsewhere(told, ground, promise=not one.why.startswith("an appointment"))
            yield _taken(Period(PeriodKind.PROMISE, quote, one.end, why is not None, place), why, one.why)
        else:
            yield Candidate(None, quote, taken=False, why=one.why, place=place)


def _others(sentence: Sentence, start: int, stop: int) -> str | None:
    """Why a place of a sentence is not the page's word, or None."""
    line = sentence.told.line
    why = voices.whose(line.block, line.text, sentence.at + start, sentence.at + stop)
    return why or voices.unreal(sentence.said.words, sentence.said.groups, start)


def _entered(told: Told, ground: Ground, end: dt.date | None) -> str | None:
    """Why a day was promised on an earlier one, the day of the entry that it stands in, or None."""
    day = entries(ground.document).get(told.line.number) if end is not None else None
    return f"an entry of {day}" if day is not None and end is not None and day < end else None


def _elsewhere(told: Told, ground: Ground, *, promise: bool) -> str | None:
    """Why all that stands here is history, or None."""
    cell = told.line.block.cell
    if cell is not None and cell.table in ground.versions:
        return "a table of versions"
    if ground.past.over or (ground.past.record and not promise):
        return f"the page is a record of the past (“{(ground.past.over or ground.past.record)[:60]}”)"
    under = told.line.block.place.heading or ""
    ahead = cell is not None and (cell.table, cell.row, cell.column) in ground.due
    if (
        told.line.block.kind is not BlockKind.HEADING
        and not ahead
        and (history.section(told.heading) or history.release(under) or genre.opens_references(under, kinds=("references",)))
    ):
        return "the section is about the past or about sources"
    return None


def _schedules(rows: Sequence[Told], ground: Ground, hints: Hints) -> Iterator[Candidate]:
    """Dates under a line or a heading that announces them ("Payment dates:"), and lines that are a date and what happens then."""
    for (lead, _), group in groupby(rows[:DATED], key=lambda row: (row.lead, row.line.block.place.heading)):
        block = list(group)
        above = headed(lead.rsplit(". ", 1)[-1][-80:], block[0].lang) if lead.endswith(":") else block[0].heading
        texts = [told.line.text for told in block]
        label = headed(lead, block[0].lang) if len(lead) < _LABEL else ()
        announced = announces(above) and not (of_the_page(label) or _past(label))
        for number, end, why in timetable(texts, block[0].lang, announced=announced, order=hints.date_order or "dmy"):
            yield _dated(block[number], end, ground, why)


def _dated(told: Told, end: dt.date, ground: Ground, why: str) -> Candidate:
    """A line of a timetable as a promise."""
    entered = None if why == LAST else _entered(told, ground, end)  # days in a list that announces them are no entries
    spared = entered or _elsewhere(told, ground, promise=True)
    return _taken(Period(PeriodKind.PROMISE, told.line.text[:_LONGEST], end, spared is not None, told.line.block.place), spared, why)


def _telling(every: Sequence[Line], telling: Sequence[int], lang: str) -> list[Told]:
    """The lines with a year or a promise, each with the line, term or head of a row that introduces it, up to a bound."""
    found: list[Told] = []
    left = CHARACTERS
    lead = term = ""
    among = set(telling)
    for at, line in enumerate(every[: telling[-1] + 1]):
        block, text = line.block, line.text
        if block.region in _ELSEWHERE:
            continue
        labelled = block.kind is BlockKind.DEFINITION or (block.cell is not None and block.cell.column > 0)
        if at in among and _tells(text) and not _COPYRIGHT.search(text):
            left -= len(text)
            if left < 0:
                break
            heading = headed((block.place.heading or "")[:200], lang)
            found.append(Told(line, of_line(text, lang), term if labelled else lead, heading))
        if block.kind is BlockKind.TERM or (block.cell is not None and not block.cell.column):
            term = f"{text[-300:]}:"
        elif text.endswith(":") or block.kind not in {*_LISTED, BlockKind.DEFINITION}:
            lead = text[-300:].rstrip()
    return found


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
