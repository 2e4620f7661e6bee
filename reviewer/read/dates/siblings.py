"""Two dates of one kind in two places of the same shape: cards, search results, the lines of a small register. They are not the page's."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Final

from reviewer.model import DateKind, Source
from reviewer.read.dates.choice import Found
from reviewer.read.dates.senses import WEAK
from reviewer.read.document import Block, BlockKind, Document

_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_WORDS: Final = 2
"""Words of a label that tell whether two are the same."""


def apart(document: Document, found: Sequence[Found]) -> list[Found]:
    """The same dates; those that stand in siblings of the same shape, with different dates, as rows of a register."""
    told = [
        (one, one.block)
        for one in found
        if one.block is not None and one.claim.source is Source.TEXT and not (one.refused or one.row or one.said)
    ]
    if not told:
        return list(found)
    where = {id(block): number for number, block in enumerate(document.blocks)}
    stating = {id(block) for _, block in told}
    groups: dict[Hashable, list[Found]] = defaultdict(list)
    for one, block in told:
        words = " ".join(itertools.takewhile(str.isalpha, one.quote.lower().replace(":", " ").split()[:_WORDS]))
        for shape in _shapes(document.blocks, where[id(block)], one.at, stating):
            groups[one.claim.kind, words, *shape].append(one)
        if one.strength == WEAK and one.claim.kind is DateKind.PUBLISHED:
            groups["twin", words.partition(" ")[0]].append(one)
    rows = {id(one) for several in groups.values() if len({one.claim.date for one in several}) > 1 for one in several}
    labelled = {(id(block), block.text.rfind("\n", 0, one.at) + 1) for one, block in told}
    behind = [(one, where[id(block)]) for one, block in told if _named(one, block)]
    dated = {number: _dated(document.blocks, number, labelled) for number in dict.fromkeys(number for _, number in behind)}
    rows |= {id(one) for one, number in behind if dated[number]}
    heads = {id(one): _head(document.blocks, where[id(block)]) for one, block in told}
    cards = {head for number, head in heads.items() if number in rows and head is not None}
    if len(cards) > 1:  # what else stands under the same headings is theirs, too
        rows |= {number for number, head in heads.items() if head in cards}
    return [replace(one, row=True, why="a row of a register") if id(one) in rows else one for one in found]


def _shapes(blocks: Sequence[Block], number: int, at: int, stating: set[int]) -> list[tuple[Hashable, ...]]:
    """The shapes of the place of a label: two labels that share one stand in siblings."""
    block = blocks[number]
    begin = block.text.rfind("\n", 0, at) + 1
    named = _LONG_WORD.search(block.text, begin, at) is not None
    shapes: list[tuple[Hashable, ...]] = []
    head = _head(blocks, number)
    if head is not None:
        shapes.append(("card", blocks[head].level, number - head, block.kind))
    if block.kind is BlockKind.ITEM and (named or _follows_name(blocks, number, stating)):
        shapes.append(("item", block.list, block.level))
    if block.kind is BlockKind.PARAGRAPH and named:
        shapes.append(("line", id(block)))
        shapes += [("neighbours", number), ("neighbours", number + 1)]
    return shapes


_NEAR: Final = 12
"""Blocks between a heading and a label in its card, at most."""


def _head(blocks: Sequence[Block], number: int) -> int | None:
    """The index of the lower heading close above a block, which may be the name of a card."""
    head = next((index for index in range(number - 1, max(-1, number - _NEAR), -1) if blocks[index].kind is BlockKind.HEADING), None)
    return head if head is not None and blocks[head].level > 1 and blocks[number].cell is None else None


_DATED: Final = re.compile(r"[^\W\d_].{2,120}?[\s(][–—:(-]?\s?(?:\d{1,2} )?[^\W\d_]{3,10} (?:19|20)\d\d\W{0,3}")
"""A name with a date at the end of its line."""
_LISTED: Final = 2


def _named(one: Found, block: Block) -> bool:
    """Whether a label stands behind a name on its line."""
    begin = block.text.rfind("\n", 0, one.at) + 1
    return _LONG_WORD.search(block.text, begin, one.at) is not None and not block.text[begin : one.at].rstrip().endswith(".")


def _dated(blocks: Sequence[Block], number: int, labelled: set[tuple[int, int]]) -> bool:
    """Whether a block stands in, or is, a list of names with dates, of which no label is known (``labelled`` are the lines that have
    one: their blocks and where they begin)."""
    block = blocks[number]
    if block.kind is BlockKind.ITEM:
        near = blocks[max(0, number - _FAR) : number + _FAR]
        rows = [other.text for other in near if other.list == block.list and (id(other), 0) not in labelled]
    else:
        rows, at = [], 0
        for row in block.text.split("\n"):
            rows += [row] * ((id(block), at) not in labelled)
            at += len(row) + 1
    return sum(_DATED.fullmatch(row) is not None for row in rows) >= _LISTED


_FAR: Final = 40


def _follows_name(blocks: Sequence[Block], number: int, stating: set[int]) -> bool:
    """Whether the item's label stands behind a name of its own: a block of the same list that states no date."""
    before = blocks[number - 1]
    return number > 0 and before.list == blocks[number].list and id(before) not in stating
