"""What is known of the page when it is asked whose a date is: its names, what it records, which blocks speak of other documents."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.entries import entries, former
from reviewer.read.genre import Kind, citing, dateline, kind, past

_BEFORE: Final = 200
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*")
_CARD: Final = 12
"""Blocks under the heading of a card, at most."""
_FACTS: Final = (BlockKind.TERM, BlockKind.DEFINITION)
_OF_FILE: Final = re.compile(r"(?:file|document) ?(?:size|type|format)\b|dateigr|dateityp|taille|tamaño", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the page when it is asked whose a date is: the words of its title, headings and address; whether it records a
    meeting or an event; the blocks in which it names the documents of others; its genre; the words of
    the link with which a block begins; the blocks that state the facts of a file; those that stand under one of several headings that are
    links, as cards do; the rows of versions that are no more; what was said on a day of its own: in a dated post, or in an entry."""

    words: frozenset[str] = frozenset()
    record: bool = False
    citing: frozenset[int] = frozenset()
    genre: Kind = Kind()
    linked: Mapping[int, str] = field(default_factory=dict)
    filed: frozenset[int] = frozenset()
    carded: frozenset[int] = frozenset()
    former: frozenset[int] = frozenset()
    posted: bool = False
    entered: frozenset[int] = frozenset()


def known(document: Document) -> Known:
    """What the page's title, headings and address tell; blocks are known by their ``id``."""
    blocks = document.blocks
    said = [document.title, document.url.split("?")[0]]
    said += [block.text[:_BEFORE] for block in blocks if block.kind is BlockKind.HEADING and block.level <= 1]
    linked = {
        id(block): words
        for block in blocks
        if block.links and (words := document.links[block.links[0]].words) and len(words) > 2 and block.text.startswith(words)
    }
    filed: set[int] = set()
    facts: list[Block] = []
    for block in (*blocks, Block("")):
        if block.kind in _FACTS:
            facts.append(block)
        elif facts:
            if any(_OF_FILE.match(fact.text) for fact in facts):
                filed |= set(map(id, facts))
            facts = []
    cited = frozenset(id(blocks[number]) for number in citing(document))
    stems = frozenset(stem(word) for text in said for word in _WORD.findall(text.lower()))
    return Known(
        words=stems,
        record=bool(past(document).record),
        citing=cited,
        genre=kind(document),
        linked=linked,
        filed=frozenset(filed),
        carded=_carded(document),
        former=frozenset(id(blocks[number]) for number in former(document)),
        posted=bool(dateline(document)),
        entered=frozenset(id(blocks[number]) for number in entries(document)),
    )


def _carded(document: Document) -> frozenset[int]:
    """The blocks under lower headings that are nothing but a link to another page, where two or more of a level are."""
    heads: dict[int, list[int]] = {}
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING and block.level > 1 and block.links:
            link = document.links[block.links[0]]
            if link.words == block.text and not link.href.startswith("#"):
                heads.setdefault(block.level, []).append(number)
    found: set[int] = set()
    for number in itertools.chain.from_iterable(several for several in heads.values() if len(several) > 1):
        under = itertools.takewhile(lambda block: block.kind is not BlockKind.HEADING, document.blocks[number + 1 : number + _CARD])
        found |= set(map(id, under))
    return frozenset(found)


def stem(word: str) -> str:
    """A word without the sign of its plural or possession."""
    return word.removesuffix("'s").removesuffix("s")
