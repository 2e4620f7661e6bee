"""What a page says of itself as a whole: that it is under review, overdue for it, or out of date (`Banner`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reviewer.model import Banner
from reviewer.read.document import BlockKind, Candidate, Document, Hints
from reviewer.read.sentences import sentences
from reviewer.read.states.clauses import SAID, Told, noticed, plain, worn
from reviewer.read.states.names import Names
from reviewer.read.states.places import Spot, main_heading, spots

_SENTENCE: Final = 500
_LONGEST: Final = 20_000
_NOTICE: Final = 300
"""Characters of a block of which two words can be the gist."""


def facts(document: Document, hints: Hints) -> Iterable[Banner]:
    """The first banner."""
    return [one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, Banner)][:1]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every sentence that says so, and those that only look like it."""
    del hints
    names = Names(document, main_heading(document))
    for spot in spots(document):
        yield from _at(spot, names)


def _at(spot: Spot, names: Names) -> Iterator[Candidate]:
    """What the sentences of one block say."""
    block = spot.block
    whole = plain(block.text[:_LONGEST])
    if len(whole) < _NOTICE and block.kind is not BlockKind.CELL and spot.speaks and (found := noticed(whole)):
        yield _candidate(spot, whole, found[0], out=found[1])
        return
    for start, stop in list(sentences(block.text[:_LONGEST]))[:200]:
        text = whole[start : min(stop, start + _SENTENCE)]
        said = worn(text, spot, names)
        if said is None:
            continue
        told, out = said
        if told.against is None and SAID.search(whole, start + told.end, start + told.end + 200):
            told = told._replace(against="somebody's words")
        yield _candidate(spot, text, told, out=out)


def _candidate(spot: Spot, text: str, told: Told, *, out: bool) -> Candidate:
    """The banner, or why there is none."""
    if told.against is not None:
        return Candidate(None, text, taken=False, why=told.against, place=spot.block.place)
    fact = Banner(_quote(text, told.start, told.end), spot.block.place, outdated=out)
    return Candidate(fact, text, taken=True, why=told.why, place=spot.block.place)


def _quote(text: str, start: int, end: int) -> str:
    """The sentence, or 240 characters of it around what was found."""
    if len(text) <= 240:
        return " ".join(text.split())
    return " ".join(text[max(0, start - 60) : max(end, start + 180)].split())
