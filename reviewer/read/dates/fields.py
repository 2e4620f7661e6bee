"""Fields: short labels with their values, and what of a page a label tells ("Version", "Owner", "Approved")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from reviewer.read.dates.tokens import CONCEPTS, tokens
from reviewer.read.dates.words import BESIDE, FIELDS, NOT_THE_PAGE, PEOPLE, STAPLE
from reviewer.read.document import Block

HEAD: Final = 60
"""Characters of a label, at most."""
_WORDS: Final = 7
_PIECES: Final = re.compile(r"\s[|·•]\s|[\n|]|\.\s(?=[A-ZÀ-Þ][^.:\n]{2,40}:\s)")
_BY: Final = re.compile(r"[^\W\d_]\s(?:by|von|par|por|gan|door|da|av|af|przez)\s?:?$", re.IGNORECASE)
"""The end of a label that asks by whom ("Text by")."""
_COLON: Final = re.compile(r"\s?[:=](?:\s|$)")
FIRM: Final = frozenset(
    f"{concept}.{form}" for concept in CONCEPTS for form in ("noun", "dated", "done", "until", "tight", "stated", "will")
) | {"review.wide", "review.broad"}
"""What the lexicons say of words that name a concept by themselves."""


class Field(NamedTuple):
    """A label with its value, and the block and the place where the label stands."""

    head: str
    value: str
    block: Block
    at: int


def split(block: Block) -> Iterator[Field]:
    """The fields of a block of text: one, or several between bars and on lines of their own."""
    at = 0
    pieces = _PIECES.split(block.text)
    for piece in pieces:
        if colon := _COLON.search(piece, 0, HEAD):
            yield Field(piece[: colon.start()], piece[colon.end() :], block, at)
        elif len(pieces) > 1 and len(piece) <= HEAD:
            yield Field(piece, "", block, at)
        at = block.text.find(piece, at) + len(piece)


class Told(NamedTuple):
    """What the labels of a record tell: of a ``text`` (its version, its review), who keeps it (``people``), and what much else has, too
    (``beside``), as words."""

    text: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    @property
    def enough(self) -> bool:
        """Whether the record is one of a page: two labels are known, one of them of a text."""
        return bool(self.text) and len(self.text) + len(self.people) + len(self.beside) >= _KNOWN


_KNOWN: Final = 2
_OF_TEXTS: Final = frozenset({"review", "check", "update", "approve", "expire"})


def tells(heads: Iterable[str]) -> Told:
    """What several labels tell together."""
    every = [_tells(head) for head in heads]
    return Told(*(frozenset().union(*(told[at] for told in every)) for at in range(len(Told._fields))))


@lru_cache(maxsize=4000)
def _tells(head: str) -> Told:
    """The same of one label; nothing of one that is of something else, or of what is to be done."""
    if not 0 < len(head) <= HEAD:
        return Told()
    words = tokens(head, 0, len(head))[:_WORDS]
    if any(word.word in NOT_THE_PAGE or "coming" in word.tags for word in words):
        return Told()
    concepts = {tag.partition(".")[0] for word in words for tag in word.tags & FIRM}
    named = {word.word for word in words}
    text, beside = named & (FIELDS | STAPLE) | concepts & _OF_TEXTS, named & BESIDE | concepts - _OF_TEXTS
    people = named & PEOPLE | ({"by"} if _BY.search(head) else set())
    return Told(frozenset(text), frozenset(people), frozenset(beside))
