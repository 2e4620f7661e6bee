"""Records of a page: several fields close together (a table, a list of terms, a side card, a line with bars) of which two or more are known
to tell of a page, such as its version and its owner. In them words count that are said of much else, and even a label that no lexicon
knows has a sense: what comes next, again or is to be done is due, and its fellow is what was done last.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import DateClaim, DateKind
from reviewer.read.dates.choice import Found
from reviewer.read.dates.fields import FIRM, HEAD, Field, split, tells
from reviewer.read.dates.grammar import labels
from reviewer.read.dates.lines import Line, lines
from reviewer.read.dates.senses import PLAIN
from reviewer.read.dates.tokens import CONCEPTS, Token, tokens
from reviewer.read.dates.values import Reading
from reviewer.read.dates.words import ALIEN, EVENTS, FILLER, NOT_THE_PAGE, PEOPLE
from reviewer.read.document import BlockKind, Document
from reviewer.read.genre import Genre, kind
from reviewer.read.sieves import once

_LONGEST: Final = 300
"""Characters of a block that is a field, or a line of fields."""
_NEAR: Final = 12
"""Lines around a date among which the other fields of its record stand."""
_MOST: Final = 40
"""Fields of a record; a table with more is a register."""
_WORDS: Final = 7
_SUBJECTS: Final = frozenset({"check.broad", "check.wide"})
_SEVERAL: Final = 2
_DATE: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[/.-]\d\d?[/.-]\d")
_PAIRED: Final = (BlockKind.CELL, BlockKind.TERM)


class Records(NamedTuple):
    """The ``own`` records of a page, each with its fields in reading order, only those in which a date stands; and those of something
    else (``alien``: a machine, a patient, a tenancy)."""

    own: tuple[tuple[Field, ...], ...] = ()
    alien: tuple[tuple[Field, ...], ...] = ()


@once
def records(document: Document) -> Records:
    """The records of the page, and those of something else."""
    rows = lines(document)
    if any(not word.tags.isdisjoint(_SUBJECTS) for word in tokens(document.title, 0, len(document.title))):
        return Records()  # "Inspection report": what was inspected is not the page
    dated = [at for at, line in enumerate(rows) if len(line.text) <= _LONGEST and _DATE.search(line.text)]
    if not dated:
        return Records()
    near = sorted({at for one in dated for at in range(max(0, one - _NEAR), min(len(rows), one + _NEAR + 1))})
    title = document.title.lower()
    own: list[tuple[Field, ...]] = []
    alien: list[tuple[Field, ...]] = []
    for _, several in itertools.groupby(_grouped(rows, near), key=lambda one: one[0]):
        fields = [field for _, line in several for field in _fields(line)]
        if any(_is_alien(field.head, title) for field in fields):
            alien.append(tuple(fields))
            continue
        told = tells(field.head for field in fields)
        if len(fields) <= _MOST and (told.enough or ((told.text or (told.people and not told.beside)) and _has_fellows(fields))):
            own.append(tuple(fields))
    return Records(tuple(own), tuple(alien))


def _is_alien(head: str, title: str) -> bool:
    """Whether a label is one of a thing or a person ("Serial number") that the page is not about by its title, and of no date."""
    words = set(head.lower().split())
    if len(head) > HEAD or words.isdisjoint(ALIEN | NOT_THE_PAGE):
        return False
    if not (words.isdisjoint(NOT_THE_PAGE) or words.isdisjoint(PEOPLE)):  # "Risk owner"
        return not any("page" in word.tags for word in tokens(title, 0, len(title)))
    dated = any("." in tag for token in tokens(head, 0, len(head)) for tag in token.tags)
    return not dated and any(word in ALIEN and word not in title for word in words)


@once
def boxed(document: Document) -> frozenset[int]:
    """The blocks that stand in records of the page, by their ``id``."""
    return frozenset(id(field.block) for record in records(document).own for field in record)


@once
def strangers(document: Document) -> frozenset[int]:
    """The blocks that stand in records of something else, by their ``id``."""
    return frozenset(id(field.block) for record in records(document).alien for field in record)


def _grouped(rows: Sequence[Line], near: Iterable[int]) -> Iterator[tuple[object, Line]]:
    """The lines that may be fields, each with what it shares with the others of its record."""
    group, last = 0, -2
    registers = {line.block.cell.table for line in rows if line.block.cell is not None and len(line.column) > 1}
    for at in near:
        line = rows[at]
        block = line.block
        if block.cell is not None:
            if block.cell.table in registers:
                continue
            yield ("table", block.cell.table), line
            group, last = group + 1, at
            continue
        own = block.kind is not BlockKind.HEADING and len(line.text) <= _LONGEST
        if at != last + 1 or not own:
            group += 1
        last = at
        if own:
            yield group, line


def _fields(line: Line) -> Iterator[Field]:
    """The fields of a line: one in a cell or term, or several between bars and on lines of their own."""
    block = line.block
    if line.column:
        yield Field(line.text, "", block, 0)  # a table of one row may be a register, too
    elif block.kind in _PAIRED:
        if line.follows is not None and len(line.text) <= HEAD:
            yield Field(line.text, line.follows.text, block, 0)
    else:
        yield from split(block)


def found(document: Document, reading: Reading) -> Iterator[Found]:
    """The dates of labels that the grammar does not know, in records of the page: the next, and the last before it."""
    own = records(document).own
    if not own or kind(document).genre is not Genre.PAGE:
        return
    for record in own:
        strange = [one for field in record if (one := _strange(field, reading)) is not None]
        coming = [one for one in strange if one.due]
        if len(coming) > _SEVERAL:
            continue  # a timetable
        yield from (_one(DateKind.DUE, one, "in a record of the page, a label of what is to come") for one in coming)
        for done in strange:
            later = (due for due in coming if not done.due and done.day.date.by < due.day.date.first)
            if any(_fellows(due.words, done.words) for due in later):
                yield _one(DateKind.LAST_REVIEWED, done, "in a record of the page, the fellow of what is to come")


class _Strange(NamedTuple):
    """A field of a record whose label no lexicon knows, and whose value is a day; ``due``: its label is of what is to come."""

    field: Field
    words: tuple[Token, ...]
    day: dates.FoundDate
    due: bool


_COMING: Final = frozenset({"next", "again", "coming"})
_ALONE: Final = re.compile(r"[\W_]*")
_STEM: Final = 5
_LEAST: Final = 4
_PARTS: Final = re.compile(r"^(ab|an|auf|aus|durch|ein|nach|neu|um|vor|gegen|na|door|aan|bij|op)(?:ge|zu)(?=[^\W\d_]{3})")
"""What a participle and an infinitive have inside of a verb of two parts ("abgeklopft", "abzuklopfen")."""
_SMALL: Final = frozenset({"next", "last", "date", "lead", "link", "stop", "page", "again", "by"})


def _strange(field: Field, reading: Reading) -> _Strange | None:
    """The field, if its label is not known and its value a day."""
    day = next(iter(dates.find(field.value[:HEAD], order=reading.way.order, lang=reading.lang)), None)
    head = field.head.strip()
    if day is None or not head or not (_ALONE.fullmatch(field.value, day.end) and FILLER.fullmatch(field.value[: day.start])):
        return None
    words = tuple(tokens(head, 0, len(head)))
    if not 0 < len(words) <= _WORDS or any(word.word in NOT_THE_PAGE for word in words) or _is_event(words):
        return None
    tags = frozenset().union(*(word.tags for word in words))
    review = bool(tags & _REVIEWS) or (len(words) == 1 and bool(tags & _AGAIN))
    if labels(text := head if field.block.kind in _PAIRED else f"{head}:", 0, len(text), boxed=True) or tags & (_DONE if review else FIRM):
        return None
    day = replace(day, other=None) if reading.way.certain else day
    return _Strange(field, words, day, review or _is_coming(words))


_REVIEWS: Final = frozenset({"review.noun", "review.dated", "review.wide"})
_AGAIN: Final = frozenset({"review.infinitive", "review.imperative", "review.verb"})
_DONE: Final = frozenset({"last", "first", "done", *(f"{concept}.done" for concept in CONCEPTS)})


def _is_event(words: Sequence[Token]) -> bool:
    """Whether a label names what may come next without being a review: last of its words, or behind "next"."""
    told = [word for word in words if "again" in word.tags or word.tags.isdisjoint({"date", "lead", "by"})] or words
    return told[-1].word in EVENTS or any("next" in one.tags and other.word in EVENTS for one, other in itertools.pairwise(told))


def _is_coming(words: Sequence[Token]) -> bool:
    """Whether a label says that its day is to come: "next", "again", "will be", or something "to" do."""
    if any(word.tags & _COMING for word in words):
        return True
    if len(words) < 2:
        return False
    return "by" in words[-1].tags or ("to" in words[0].tags or any(word.word == "to" for word in words[:-1]))


def _has_fellows(fields: Sequence[Field]) -> bool:
    """Whether two of the fields share a word, and one of them is of what is to come ("Council reconsidered", "Council to reconsider")."""
    heads = [tuple(tokens(field.head, 0, len(field.head))) for field in fields if _DATE.search(field.value) and len(field.head) <= HEAD]
    coming = [_is_coming(head) for head in heads]
    return any(
        due and not done and _fellows(one, other)
        for (one, due), (other, done) in itertools.permutations(zip(heads, coming, strict=True), 2)
    )


def _fellows(one: Iterable[Token], other: Iterable[Token]) -> bool:
    """Whether two labels share a word, whatever its end."""
    return not _stems(one).isdisjoint(_stems(other))


def _stems(words: Iterable[Token]) -> set[str]:
    """The beginnings of the words of a label that say something."""
    return {_PARTS.sub(r"\1", word.word)[:_STEM] for word in words if len(word.word) >= _LEAST and word.tags.isdisjoint(_SMALL)}


def _one(kind: DateKind, strange: _Strange, why: str) -> Found:
    """A date of a record."""
    field, day = strange.field, strange.day
    quote = f"{field.head.strip().rstrip(':')}: {field.value[: day.end].strip()}"
    claim = DateClaim(kind, day.date, quote, field.block.place, ambiguous=day.other is not None, other=day.other)
    return Found(claim, PLAIN, why, field.block, field.at)
