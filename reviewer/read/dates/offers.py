"""Which date belongs to which label: all offers of a page are priced by the layout, and the best assignment as a whole wins.

Each label of a date offers itself to the dates around it (behind it, before it, at the same place of a torn column, in the next cell, line
or block, under the sub-label of a heading); `layout.assign` gives each label one date and each date one label.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import Precision
from reviewer.read.dates.choice import Found
from reviewer.read.dates.grammar import Label
from reviewer.read.dates.lines import Line
from reviewer.read.dates.tokens import tokens
from reviewer.read.dates.values import Dated, Reading, first, made, values
from reviewer.read.document import Block, BlockKind
from reviewer.read.layout import COST, DEAREST, Pair, Relation, assign

BEFORE: Final = 60
"""Characters before a label in which its date is looked for."""
_SIGNED: Final = re.compile(r"\s?(?:[:=–—(|-]\s?|$)")
_ENDS: Final = re.compile(r"\)?\s?(?:[.|;,]|$)|\s[–—-]\s")
_ALONE: Final = re.compile(r"[\s.;,|)]*")
_SIGNS: Final = re.compile(r"[\W_]{0,4}")
_TRAILED: Final = re.compile(r"[^\n:;.|]{1,60}:\s?")
_BROUGHT: Final = 5
"""What it costs to stand behind one's date."""
_SUBHEAD: Final = 40


class Offer(NamedTuple):
    """A label that may belong to a date: what it would state, where label and date stand, and what it costs; no cost for what no other
    label may have."""

    found: Found
    label: tuple[int, int]
    value: tuple[int, int]
    cost: float | None


def offers(line: Line, hits: Sequence[Label], number: int, reading: Reading) -> Iterator[Offer]:
    """What the label ``hits[number]`` of a line offers itself to; first the date close behind it, or in the cell or line that follows."""
    label = hits[number]
    stop = hits[number + 1].start if number + 1 < len(hits) else len(line.text)
    for found, block, at, cost in values(line, label, stop, reading):
        yield Offer(found, (id(line.block), label.start), (id(block), at), cost)
    if label.said or label.ours:
        return
    yield from _before(line, hits, number, reading)
    yield from _ranked(line, hits, number, reading)
    yield from _level(line, label, reading)
    yield from _beside(line, label, reading)
    yield from _trailed(line, label, reading)
    yield from _woven(line, label, reading)


def _offer(line: Line, label: Label, value: Block, dated: Dated, at: int, quote: str, relation: str, cost: float) -> Offer:
    """One offer; ``at`` is where the date stands in its block."""
    found = made(line.block, value, label, label.kind, dated, quote, label.start)
    return Offer(replace(found, why=f"a label with a date, {relation}"), (id(line.block), label.start), (id(value), at), cost)


def _before(line: Line, hits: Sequence[Label], number: int, reading: Reading) -> Iterator[Offer]:
    """The date before a label that ends its clause: "3 May 2031: next review", "3 May 2031 (next review)"."""
    label = hits[number]
    low = max(label.start - BEFORE, hits[number - 1].end if number else 0, *(at + 1 for at in line.breaks if at < label.start), 0)
    text = line.text[low : label.start]
    if not _ENDS.match(line.text, label.end) and label.end not in line.breaks:
        return
    days = dates.find(text, order=reading.way.order, lang=reading.lang)
    sign = text[days[-1].end :] if days else ""
    if sign.strip() and _SIGNED.fullmatch(sign) and days[-1].date.precision is not Precision.YEAR:
        day = replace(days[-1], other=None) if reading.way.certain else days[-1]
        quote = line.block.text[low + day.start : label.end]
        yield _offer(line, label, line.block, Dated("", day), low + day.start, quote, Relation.CLAUSE, _BROUGHT)


def _ranked(line: Line, hits: Sequence[Label], number: int, reading: Reading) -> Iterator[Offer]:
    """The date at the same place as the label, where columns were torn: as many labels, one after the other, as dates behind them."""
    top = last = number
    while top and _SIGNS.fullmatch(line.text, hits[top - 1].end, hits[top].start):
        top -= 1
    while last + 1 < len(hits) and _SIGNS.fullmatch(line.text, hits[last].end, hits[last + 1].start):
        last += 1
    count = last - top + 1
    if count < 2:
        return
    begin = hits[last].end
    text = line.text[begin : begin + 40 * count]
    ends = [0, *(at - begin for at in line.breaks if begin < at < begin + len(text)), len(text)]
    days = [
        replace(day, start=day.start + low, end=day.end + low)
        for low, high in itertools.pairwise(ends)
        for day in dates.find(text[low:high], order=reading.way.order, lang=reading.lang)
    ][:count]
    if len(days) < count or not _SIGNS.fullmatch(text, 0, days[0].start):
        return
    if all(_SIGNS.fullmatch(text, one.end, other.start) for one, other in itertools.pairwise(days)):
        day = days[number - top]
        quote = f"{line.block.text[hits[number].start : hits[number].end]} {line.block.text[begin + day.start : begin + day.end]}"
        yield _offer(line, hits[number], line.block, Dated("", day), begin + day.start, quote, Relation.RANK, 1)


def _level(line: Line, label: Label, reading: Reading) -> Iterator[Offer]:
    """The date on the same line of the block that follows, where a column of labels stands in one block and that of their values in the
    next: as many lines, and the label alone on its own."""
    follows = line.follows
    if follows is None or not line.breaks or follows.text.count("\n") != len(line.breaks) or follows.cell is not None:
        return
    at = sum(one < label.start for one in line.breaks)
    ends = [-1, *line.breaks, len(line.text)]
    if not (_ALONE.fullmatch(line.text, ends[at] + 1, label.start) and _SIGNS.fullmatch(line.text, label.end, ends[at + 1])):
        return
    rows = follows.text.split("\n")
    if (got := first(rows[at], reading)) and not got.gap and _ALONE.fullmatch(rows[at], got.day.end):
        start = sum(len(row) + 1 for row in rows[:at]) + got.day.start
        quote = f"{line.block.text[label.start : label.end]} {rows[at][: got.day.end]}"
        yield _offer(line, label, follows, got, start, quote, Relation.RANK, 1)


def _beside(line: Line, label: Label, reading: Reading) -> Iterator[Offer]:
    """The date in the cell before, below a heading's sub-label, or under two headings."""
    if line.before is not None and _ALONE.fullmatch(line.text, label.end):
        text = line.before.text[:BEFORE]
        if (got := first(text, reading)) and not got.gap and _ALONE.fullmatch(text, got.day.end):
            yield _offer(line, label, line.before, got, got.day.start, f"{text} {line.block.text}", Relation.ROW, 6)
    follows = line.follows
    if line.block.kind is not BlockKind.HEADING or follows is None or not _ALONE.fullmatch(line.text, label.end):
        return
    text = follows.text[:200].replace("\n", " ")
    head, sign, rest = text.partition(":")
    if sign and _names_date(head) and (got := first(rest, reading)):
        at = len(head) + 1 + got.day.start
        quote = f"{line.block.text}: {text[: len(head) + 1 + got.day.end]}"
        yield _offer(line, label, follows, got, at, quote, Relation.HEADING, COST[Relation.HEADING])
    elif line.then is not None and _names_date(text) and (got := first(line.then.text[:BEFORE], reading)):
        quote = f"{line.block.text}: {text} {line.then.text[: got.day.end]}"
        yield _offer(line, label, line.then, got, got.day.start, quote, Relation.HEADING, COST[Relation.HEADING])


def _names_date(text: str) -> bool:
    """Whether a sub-label is nothing but a word for a date with few words around it ("Recommended date")."""
    if len(text) > _SUBHEAD:
        return False
    words = tokens(text, 0, len(text))
    return (
        0 < len(words) <= 3
        and any("date" in word.tags for word in words)
        and not any("." in tag and tag != "weak.bare" for word in words for tag in word.tags)
    )


def _trailed(line: Line, label: Label, reading: Reading) -> Iterator[Offer]:
    """The date on the line behind a label that goes on to a colon at the end of its line ("Date displayed on the school's site:")."""
    begins = label.start == 0 or label.start - 1 in line.breaks
    end = next((at for at in line.breaks if at >= label.end), None)
    if not begins or end is None or not _TRAILED.fullmatch(line.text, label.end, end):
        return
    stop = next((at for at in line.breaks if at > end), len(line.text))
    text = line.text[end + 1 : stop]
    days = dates.find(text[:BEFORE], order=reading.way.order, lang=reading.lang)
    if days and days[0].start == 0 and _ALONE.fullmatch(text, days[0].end) and days[0].date.precision is not Precision.YEAR:
        day = replace(days[0], other=None) if reading.way.certain else days[0]
        quote = f"{line.block.text[label.start : end]} {text[: day.end]}"
        yield _offer(line, label, line.block, Dated("", day), end + 1, quote, Relation.LINE, COST[Relation.LINE] + 1)


def _woven(line: Line, label: Label, reading: Reading) -> Iterator[Offer]:
    """The date that columns woven together put inside of its label ("Date for next 2031 review:")."""
    if line.text[label.end : label.end + 1] != ":" or not any(letter.isdigit() for letter in line.text[label.start : label.end]):
        return
    for day in dates.find(line.text[label.start : label.end], order=reading.way.order, lang=reading.lang)[:1]:
        quote = line.block.text[label.start : label.end]
        yield _offer(line, label, line.block, Dated("", day), label.start + day.start, quote, Relation.CLAUSE, _BROUGHT)


def settled(every: Iterable[Offer]) -> Iterator[Found]:
    """The winners of the best assignment, and the others with the label that took their date."""
    offered = list(every)
    pairs = [Pair(one.label, one.value, one.cost) for one in offered if one.cost is not None]
    won = {(pair.label, pair.value, pair.cost) for pair in assign(pairs)}
    by_value = {value: (label, cost) for label, value, cost in won}
    words = {one.label: one.found.quote for one in offered}
    named: set[tuple[int, int]] = set()
    for one in offered:
        if one.cost is None:
            yield one.found
        elif (one.label, one.value, one.cost) in won and one.label not in named:
            named.add(one.label)
            yield one.found
        else:
            taker, cost = by_value.get(one.value, (one.label, DEAREST))
            told = (
                f"its date goes to “{words[taker][:80]}” (cost {cost:g}, here {one.cost:g})"
                if taker != one.label
                else "another date is nearer"
            )
            yield replace(one.found, refused=one.found.refused or told, outbid=True)
