"""Fields: short labels with their values, and what of a page a label tells ("Version", "Owner", "Approved")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from reviewer.read.dates.tokens import CONCEPTS, tokens
from reviewer.read.dates.words import FIELDS, NOT_THE_PAGE
from reviewer.read.document import Block

HEAD: Final = 60
"""Characters of a label, at most."""
_WORDS: Final = 7
_PIECES: Final = re.compile(r"\s[|·•]\s|[\n|]")
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


@lru_cache(maxsize=4000)
def tells(head: str) -> frozenset[str]:
    """What of a page a label tells, if anything: the concepts and the words of records that it has."""
    if not 0 < len(head) <= HEAD:
        return frozenset()
    found: set[str] = set()
    for token in tokens(head, 0, len(head))[:_WORDS]:
        if token.word in NOT_THE_PAGE:
            return frozenset()
        found |= {tag.partition(".")[0] for tag in token.tags & FIRM}
        if token.word in FIELDS:
            found.add(token.word)
        if "coming" in token.tags:
            return frozenset()
    if _BY.search(head):
        found.add("by")
    return frozenset(found)
