"""What a page says of itself as a whole: that it was replaced, withdrawn, archived (`Superseded`), and by what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reviewer import urls
from reviewer.model import Superseded
from reviewer.read.document import BlockKind, Candidate, Cell, Document, Hints
from reviewer.read.sentences import sentences
from reviewer.read.states import publishers
from reviewer.read.states.clauses import SAID, Told, ended_on, marked, over, plain, shelved, worn
from reviewer.read.states.grammars import grammars, speaking
from reviewer.read.states.names import Names
from reviewer.read.states.notices import elsewhere
from reviewer.read.states.places import Spot, main_heading, spots
from reviewer.read.states.successors import successor

_SENTENCE: Final = 500
_LONGEST: Final = 20_000
_NOTICE: Final = 300
"""Characters of a block that can be a notice and nothing more."""
_NO: Final = re.compile(r"(?:no|non|nein|nee|nej|nei|não|nie|na)\s{0,2}[.,:;!–—-]\s*", re.IGNORECASE)
"""An answer that stands between a question and its reason."""
_HEADER: Final = 12
"""Lines of a block of which each can be a mark."""


def facts(document: Document, hints: Hints) -> Iterable[Superseded]:
    """The first statement that the page was superseded; one that names what takes its place goes first."""
    found = [one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, Superseded)]
    return sorted(found, key=lambda fact: not (fact.url or fact.by))[:1]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every sentence, mark, status and declaration that says so, and those that only look like it."""
    del hints
    yield from _declared(document)
    title = plain(document.title.split(" | ")[0])
    if told := marked(title, name=True) or shelved(title, (document.lang or "")[:2].lower()):
        yield Candidate(Superseded(document.title), document.title, taken=True, why=f"in the title {told.why}")
    found = spots(document)
    names = Names(document, main_heading(document))
    statuses: list[Candidate] = []
    for spot in found:
        statuses += _status(spot, document)
        yield from _at(spot, document, names)
    if len(statuses) == 1:
        yield from statuses
    else:
        yield from (Candidate(None, one.quote, taken=False, why="one state of several", place=one.place) for one in statuses)


def _declared(document: Document) -> Iterator[Candidate]:
    """What the head declares: a successor (RFC 5829, 3.3), or a newer edition as the address that is meant."""
    for name, value in document.meta:
        if name == "rel=successor-version" or (name == "rel=canonical" and newer_edition(document.url, value)):
            yield Candidate(Superseded(name, url=value), value, taken=True, why=f"its head says {name}")


_VERSION: Final = re.compile(r"v?\d+(?:[._-]\d+)*")
_LATEST: Final = frozenset({"latest", "stable", "current"})


def newer_edition(url: str, other: str) -> bool:
    """Whether two addresses of one host differ in one number, or version, of their paths only, and the other one's is the higher."""
    if urls.origin(url) != urls.origin(other) or urls.query(url) != urls.query(other):
        return False
    one, two = (re.split(r"([/_-])", urls.path(each).strip("/").lower()) for each in (url, other))
    different = [(mine, its) for mine, its in zip(one, two, strict=False) if mine != its]
    if len(one) != len(two) or len(different) != 1:
        return False
    mine, its = different[0]
    if not _VERSION.fullmatch(mine):
        return False
    return its in _LATEST or (_VERSION.fullmatch(its) is not None and _numbers(its) > _numbers(mine))


def _numbers(version: str) -> list[int]:
    """The numbers of a version."""
    return [int(part) for part in re.findall(r"\d+", version)]


def _status(spot: Spot, document: Document) -> list[Candidate]:
    """The value of a status that stands in this block, when it says that the page's time is over."""
    text = plain(spot.block.text)
    told = marked(text, label=spot.label) if spot.label else None
    if told is None and not spot.label and not spot.top and not spot.block.cell:
        told = marked(text)
        told = told if told and told.why == "a line of its status" else None
    if told is None and (spot.block.cell or spot.block.kind is BlockKind.TERM):
        beside = document.blocks[spot.number + 1] if spot.number + 1 < len(document.blocks) else spot.block
        same = beside.kind is BlockKind.DEFINITION or (beside.cell and spot.block.cell and _beside(spot.block.cell, beside.cell))
        if same and (told := ended_on(text, plain(beside.text))):
            text = f"{text.rstrip(' :')}: {plain(beside.text)}"
    elif told is None:
        told = ended_on(f"{spot.label}: {text}" if spot.label else text, "")
    return [_candidate(spot, document, told, 0, text)] if told else []


def _beside(one: Cell, other: Cell) -> bool:
    """Whether a cell is the next one of a row of two."""
    return (one.table, one.row, one.column + 1) == (other.table, other.row, other.column) and one.column == 0


def _at(spot: Spot, document: Document, names: Names) -> Iterator[Candidate]:
    """What the marks and sentences of one block say."""
    whole = plain(spot.block.text[:_LONGEST])
    if spot.top and not _linked(spot, document):
        for start, line in _lines(spot.block.text):
            if (told := marked(line, name=spot.main)) and not _one_of_several(spot, document):
                yield _candidate(spot, document, told, start, line)
                return
        if told := _elsewhere(whole[:_SENTENCE]):
            yield _candidate(spot, document, told, 0, whole[:_SENTENCE])
            return
    if told := _formal(whole[:_SENTENCE], spot):
        yield _candidate(spot, document, told, 0, whole[:_SENTENCE])
        return
    before = _asked(spot, document)
    for start, stop in list(sentences(spot.block.text[:_LONGEST]))[:200]:
        answer = _NO.match(whole, start, stop) if before.endswith("?") else None
        begins = answer.end() if answer else start
        text = whole[begins : min(stop, begins + _SENTENCE)]
        told = over(text, spot, names, before) or _formal(text, spot)
        before = text
        if told is None:
            if (out := worn(text, spot, names)) and out[1] and out[0].against is None:
                newer = _candidate(spot, document, out[0], begins, text)
                if isinstance(newer.fact, Superseded) and newer.fact.url:  # out of date, and the notice names what is not
                    yield newer
            continue
        if told.against is None and SAID.search(whole, begins + told.end, begins + told.end + 200):
            told = told._replace(against="somebody's words")
        if told.against is not None:
            yield Candidate(None, text, taken=False, why=told.against, place=spot.block.place)
        else:
            yield _candidate(spot, document, told, begins, text)


def _elsewhere(text: str) -> Told | None:
    """Whether a short text sends its reader to the version that counts."""
    for grammar in speaking(text) if len(text) <= _NOTICE else ():
        if found := elsewhere(text, grammar):
            return Told(grammar, *found, "its reader is sent to another version")
    return None


def _asked(spot: Spot, document: Document) -> str:
    """The question that the heading before a block asks."""
    above = document.blocks[spot.number - 1] if spot.number else None
    return above.text if above and above.kind is BlockKind.HEADING and above.text.rstrip().endswith("?") else ""


def _formal(text: str, spot: Spot) -> Told | None:
    """Whether a sentence at the top of a page is the form of a publisher."""
    found = publishers.begins(text) if spot.top and not text.rstrip().endswith("?") else None
    return Told(grammars()[0], 0, found.end, f"the form of {found.publisher}") if found else None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The first lines of a block, each with where it begins: a header of plain text is one block."""
    at = 0
    for line in text.split("\n", _HEADER)[:_HEADER]:
        yield at, plain(line)
        at += len(line) + 1


def _one_of_several(spot: Spot, document: Document) -> bool:
    """Whether a heading is a mark, and another one, too: a page that tells what marks mean."""
    if spot.main or spot.block.kind is not BlockKind.HEADING:
        return False
    others = (block for number, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING and number != spot.number)
    return any(marked(plain(block.text)) for block in others)


def _linked(spot: Spot, document: Document) -> bool:
    """Whether a block is nothing but a link, as a choice in a menu is."""
    words = plain(spot.block.text).strip()
    return any(plain(document.links[at].words) == words for at in spot.block.links if at < len(document.links))


def _candidate(spot: Spot, document: Document, told: Told, start: int, text: str) -> Candidate:
    """The fact, with what takes the page's place."""
    new = successor(document, spot.number, told, start)
    quote = f"{spot.label.rstrip(' :')}: {text}" if spot.label else text
    fact = Superseded(_quote(quote), new.by, new.url, spot.block.place)
    return Candidate(fact, text, taken=True, why=told.why, place=spot.block.place)


def _quote(text: str) -> str:
    """The sentence, or the first 240 characters of it."""
    return " ".join(text.split())[:240]
