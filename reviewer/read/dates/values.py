"""The date that belongs to a label: close behind it, in the next cell, definition or line, or in the column below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import DateClaim, DateKind, PartialDate, Precision, Source
from reviewer.read.dates.choice import Found
from reviewer.read.dates.grammar import Label
from reviewer.read.dates.lines import Line
from reviewer.read.dates.order import Order
from reviewer.read.dates.senses import EXPIRES, PLAIN, STRONG
from reviewer.read.dates.words import ACTS, EVENTS, FILLER, NOT_THE_PAGE
from reviewer.read.document import Block, BlockKind
from reviewer.read.layout import COST, Relation

BEHIND: Final = 170
"""Characters behind a label in which its date is looked for."""
_ROWS: Final = 600

_BY_WHOM: Final = re.compile(
    r"\W{0,3}(?:by|von|durch|par|por|gan)\b[^!?;|]{2,90}?(?:\b(?:on|in|am|le|el|ar)\b|[,(–—:|-])\s?(?:date:?\s?)?", re.IGNORECASE
)
_AT: Final = re.compile(
    r"\W{0,3}(?:at|by|in|during|durch|mit|im|auf|par|lors|à|por|en|mediante|con|per|da|em|na|no|bij|in de|vid|genom|ved|på|na|yng?|gan)\b"
    rf"[^!?;|.]{{0,70}}?\b{ACTS}\w{{0,4}}\b[^!?;|.]{{0,60}}?(?:\b(?:of|on|in|vom|am|du|le|del|el|de|di|il|em|van|op|den|af|av|dnia|ar|held)"
    r"(?:\sd[íi]a)?\b|[,(–—:-])\s?",
    re.IGNORECASE,
)
"""The meeting or decision by which it was done, before its day."""
_WHO: Final = re.compile(
    r"\s?:\s?(?:(?:[A-ZÀ-Þ][\w.'’&-]{0,20}|of|the|and|for|de|du|des|la|et|y|und|der|van|e|i|og|och) ){0,6}"
    r"[A-ZÀ-Þ][\w.'’&-]{0,20}(?:, ?|\s?[(–—-]\s?|\s(?=(?:on|le|am|el|il|den|op)\s))(?:(?:on|le|am|el|il|den|op)\s)?"
)
"""Who or what did it, before the day."""
_WHOM: Final = re.compile(r"\W{0,3}(?:by|von|durch|par|por|gan|door|da|av|af)\W{0,3}", re.IGNORECASE)
_EXTENDED: Final = re.compile(r"[^.;\n]{0,30}?\bextended (?:to|until|till)(?: the)?(?: end of)? ?", re.IGNORECASE)
_LISTED: Final = re.compile(r"\s?[,;/&+]\s?(?:and\s)?|\sand\s")
_CLOCK: Final = re.compile(r"\W{1,3}(?:um )?\d{1,2}[:.]\d\d")
_OPENS_VALUE: Final = re.compile(r"[:=(–—-]")
_DEADLINE: Final = re.compile(
    r"\s?(?:(?:on|at|in)\s)?(?:by|until|till|before|no later than|not later than|bis|jusqu'|hasta|antes|avant|"
    r"entro|até|innen|inden|uiterlijk|erbyn|abans)(?![^\W_]|\s?:)",
    re.IGNORECASE,
)
"""Words with which a date is a deadline, and not the day on which something was done ("must be published by 1 April")."""
_SHORT_MONTH: Final = re.compile(
    r"(?<![\w./-])(?P<month>0?[1-9]|1[0-2])/(?P<year>1[3-9]|[2-4]\d)(?=\s?(?:$|[|;,.)\]](?!\d)|[A-ZÀ-Þ]))",
)
"""A month with a year of two digits, as leaflets print it; a number above 12, so that it is no day of a month in "03/04"."""
_NUMBERED: Final = re.compile(r"issue|release|version|edition", re.IGNORECASE)
"""Labels behind which "3/24" is a number ("Issue 3/24")."""
_VALID: Final = re.compile(r"valid|gültig|force|vigueur|kraft|vigor|applica|kracht|effect", re.IGNORECASE)
_TO: Final = re.compile(r"\s?(?:to|until|till|through|up to|bis(?: zum)?|[-–—])\s", re.IGNORECASE)
_SHORT: Final = 60
_RELEASE: Final = re.compile(r"\s?:?\s?(?:no\.?\s?)?v?\d{1,3}(?:\.\d{1,3}){0,3}(?=\s?[,;(–—|-]\s?[^\W_])")
_SIGNS: Final = frozenset("|•·–—-")
_ALONE: Final = re.compile(r"[\W_]*")
_TRAILED: Final = re.compile(r"(?:\s[^\W\d_]{2,15}){1,3}\W*")
"""Some more words behind the label in the head of a row ("Next look at it")."""
_OTHERS: Final = NOT_THE_PAGE | EVENTS
_PAIRED: Final = frozenset({BlockKind.CELL, BlockKind.TERM})
FAR: Final = 8
"""What it costs when the next line or cell says more than the date."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How numbers are read on this page: the order of day and month, and the language."""

    way: Order
    lang: str | None


class Valued(NamedTuple):
    """What a label states with a date: the block and the place in it where the date stands, and what that costs; no cost for the rows of
    a column, which no other label asks for."""

    found: Found
    block: Block
    at: int
    cost: float | None = None


def values(line: Line, label: Label, stop: int, reading: Reading) -> Iterator[Valued]:
    """The date of a label of the line; the next label begins at ``stop``. Nothing, one, or the column below it."""
    start, end = label.start, label.end
    behind = line.text[end : min(stop, end + BEHIND)]
    numbered = _NUMBERED.search(line.text, start, end) is not None
    if numbered and (number := _RELEASE.match(behind)):
        behind = " " * number.end() + behind[number.end() :]  # "Version 3.2, May 2030"
    brief = label.strength >= PLAIN and not numbered
    dated = first(behind, reading, brief=brief) or _by_machine(line.block, line.text, start, end)
    if dated is not None and label.tight and any(letter.isalpha() for letter in dated.gap):
        return
    if dated is not None and (label.said or label.ours) and ". " in dated.gap:
        return
    if dated is not None:
        for found in _behind(line, label, start, end, behind, dated, reading):
            cost = COST[Relation.CLAUSE] if found.claim.kind is not EXPIRES or label.kind is EXPIRES else None
            yield Valued(found, line.block, end + dated.day.start, cost)
        return
    trailed = line.block.kind in _PAIRED and _TRAILED.fullmatch(behind) and _OTHERS.isdisjoint(behind.lower().split())
    if not (trailed or FILLER.fullmatch(behind)) or end + len(behind) < len(line.text) or (label.said and line.block.kind not in _PAIRED):
        return
    if line.column:
        for found in _column(line, label, reading):
            yield Valued(found, line.block, 0)
    elif line.follows is not None and not (line.block.kind is line.follows.kind is BlockKind.HEADING):
        text = line.follows.text[:BEHIND].replace("\n", " ")
        if got := first(text, reading, brief=brief, whom=_WHOM.fullmatch(behind), field=line.block.kind in _PAIRED) or _by_machine(
            line.follows, text, 0, 0
        ):
            quote = f"{line.block.text[start:]} {line.follows.text[: got.day.end]}"
            near = COST[Relation.ROW if line.block.kind in _PAIRED else Relation.LINE]
            cost = near if _ALONE.fullmatch(text, got.day.end) else FAR
            yield Valued(made(line.block, line.follows, label, label.kind, got, quote), line.follows, got.day.start, cost)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a label, with what stands between."""

    gap: str
    day: dates.FoundDate
    source: Source = Source.TEXT


def first(behind: str, reading: Reading, *, brief: bool = False, whom: object = None, field: bool = False) -> Dated | None:
    """The first date of ``behind``, when no more than the small words that lead to a date stand before it; ``brief``: a month with a year
    of two digits is one too ("11/26"; not "Feb 26", which may be a day); ``whom``: the label asks by whom, too ("Approved by");
    ``field``: it is the value of a field, where who or what did it may stand before the day ("Approved: Harbour Board, May 2030")."""
    found = dates.find(behind, order=reading.way.order, lang=reading.lang)
    if (
        brief
        and (short := _SHORT_MONTH.search(behind))
        and (not found or short.start() < found[0].start)
        and FILLER.fullmatch(behind[: short.start()])
    ):
        month = PartialDate(2000 + int(short["year"]), int(short["month"]))
        return Dated(behind[: short.start()], dates.FoundDate(*short.span(), month))
    if not found:
        return None
    day = found[0]
    gap = behind[: day.start]
    if (
        not FILLER.fullmatch(gap)
        and not _BY_WHOM.fullmatch(f"by {gap}" if whom else gap)
        and not _AT.fullmatch(gap)
        and not _WHO.fullmatch(f": {gap}" if field else gap)
    ):
        return None
    return Dated(gap, replace(day, other=None) if reading.way.certain else day)


def _by_machine(block: Block, text: str, start: int, end: int) -> Dated | None:
    """The machine value of a ``<time>`` whose words are no date ("in two weeks"), behind the label at ``text[start:end]``."""
    for tag in block.times:
        at = text.find(tag.words.replace("\n", " "), start) if tag.words else -1
        machine = next(iter(dates.find(tag.value[:40])), None)
        if at >= 0 and machine is not None and at <= end + BEHIND and FILLER.fullmatch(text[end:at]):
            return Dated(text[end:at], replace(machine, start=at - end, end=at + len(tag.words) - end), Source.TIME)
    return None


def _behind(line: Line, label: Label, start: int, end: int, behind: str, dated: Dated, reading: Reading) -> Iterator[Found]:
    """The date that stands behind its label in the same text."""
    text, day = line.text, dated.day
    opened = _OPENS_VALUE.search(dated.gap) or text[start - 1 : start] == "("
    if day.date.precision is Precision.YEAR and not (label.strength == STRONG or len(text) < _SHORT or opened):
        return  # "updated 2020 guidelines"
    begins = start == 0 or start - 1 in line.breaks or text[start - 2 : start].strip() in _SIGNS
    if day.date.precision is Precision.YEAR and label.kind is DateKind.PUBLISHED and not (opened or begins):
        return  # a citation: "Knots. Published 2020."
    if label.kind not in {DateKind.DUE, DateKind.EXPIRES} and _DEADLINE.match(dated.gap) and FILLER.fullmatch(dated.gap):
        return
    if label.kind in {DateKind.LAST_REVIEWED, DateKind.UPDATED}:
        day = _last_of_list(behind, day, reading)
    if extended := _EXTENDED.match(behind, day.end):
        later = dates.find(behind[extended.end() : extended.end() + 40], order=reading.way.order, lang=reading.lang)
        if later and later[0].start < 12:
            day = replace(later[0], start=later[0].start + extended.end(), end=later[0].end + extended.end())
    if label.kind is DateKind.PUBLISHED and _VALID.match(text, start) and (ended := _end_of_range(behind, day.end, reading)):
        quote = line.block.text[start : end + ended.end]
        yield made(line.block, line.block, label, DateKind.EXPIRES, replace(dated, day=ended), quote, start)
    kind = label.kind
    if kind is DateKind.LAST_REVIEWED and "stand" in text[start:end].lower() and _CLOCK.match(behind, day.end):
        kind = DateKind.UPDATED  # a time of day is the stamp of a machine, not of a reviewer
    yield made(line.block, line.block, label, kind, replace(dated, day=day), line.block.text[start : end + day.end], start)


def _end_of_range(behind: str, at: int, reading: Reading) -> dates.FoundDate | None:
    """The end of "1 May 2024 to 30 April 2026", whose beginning ends at ``at``."""
    to = _TO.match(behind, at)
    later = dates.find(behind[to.end() : to.end() + 40], order=reading.way.order, lang=reading.lang) if to else ()
    if to is None or not later or later[0].start:
        return None
    return replace(later[0], start=to.end(), end=later[0].end + to.end())


def _last_of_list(behind: str, day: dates.FoundDate, reading: Reading) -> dates.FoundDate:
    """Of "Revised: 1/2010; 3/2012, 5/2014" the latest."""
    begin = day.end
    for other in dates.find(behind[begin:], order=reading.way.order, lang=reading.lang):
        if not _LISTED.fullmatch(behind[day.end : begin + other.start]) or other.date.precision is Precision.YEAR:
            break
        day = replace(other, start=begin + other.start, end=begin + other.end)
    return day


def _column(line: Line, label: Label, reading: Reading) -> Iterator[Found]:
    """The dates below a header cell: of one row they are the page's, if its head is no link to a document; of a history the latest is;
    else they are a register's."""
    if line.history and label.strength < PLAIN and len(line.column) > 1:
        return  # the dates of versions
    rows: list[Found] = []
    listed = len(line.column) > 1
    for below, head in line.column[:_ROWS]:
        if got := first(below.text[:BEHIND].replace("\n", " "), reading, brief=label.strength >= PLAIN):
            found = made(below, below, label, label.kind, got, f"{line.block.text}: {below.text[: got.day.end]}")
            rows.append(replace(found, words=" ".join(head.text.split())[:200] if head is not None else ""))
            listed = listed or (head is not None and head is not below and bool(head.links))
    latest = max(rows, key=lambda one: one.claim.date.by, default=None) if line.history else None
    for one in rows:
        if one is latest or not listed:
            yield one
        elif line.history:
            yield replace(one, refused="an earlier row of the page's history")
        else:
            yield replace(one, row=True, why="a row of a register")


def made(block: Block, value: Block, label: Label, kind: DateKind, dated: Dated, quote: str, at: int = 0) -> Found:
    """A date with its label; a ``<time datetime>`` on the same words settles what the words leave open."""
    date, other = dated.day.date, dated.day.other
    for tag in value.times:
        machine = next(iter(dates.find(tag.value[:40])), None)
        if machine is not None and other is not None and machine.date in {date, other} and tag.words and tag.words in quote:
            date, other = machine.date, None
    words = " ".join(quote.split())
    claim = DateClaim(kind, date, words, block.place, source=dated.source, ambiguous=other is not None, other=other)
    return Found(claim, label.strength, "a label with a date", block, at, said=label.said)
