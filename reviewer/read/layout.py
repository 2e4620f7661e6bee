"""Which label belongs to which value: what may name a piece of text by the layout of the page, at what cost, and the best assignment.

A *piece* is one line of a block. `Layout.heads` gives, for a piece, the other pieces that may name it (the head of its row or column,
the term of its definition, the heading or line before it, the line behind it), each with what that costs. `assign` takes priced pairs of
a label and a value, and finds the assignment that is best as a whole: each value has one label, each label one value. Dates, contacts and
periods ask the same; what a label and a value are, they know themselves.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, NamedTuple, TypeVar

from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sieves import once

L = TypeVar("L", bound=Hashable)
V = TypeVar("V", bound=Hashable)


class Relation(StrEnum):
    """How the layout ties a value to what names it."""

    CLAUSE = "in the same clause"
    ROW = "at the head of its row"
    COLUMN = "at the head of its column"
    TERM = "the term of its definition"
    HEADING = "the heading above it"
    LINE = "the line before it"
    RANK = "at the same place in the list of labels before it"
    BEHIND = "the line behind it"


COST: Final = {
    Relation.CLAUSE: 0,
    Relation.ROW: 2,
    Relation.COLUMN: 2,
    Relation.TERM: 2,
    Relation.HEADING: 3,
    Relation.LINE: 3,
    Relation.RANK: 4,
    Relation.BEHIND: 6,
}
"""What each relation costs, before anything that stands between is counted."""
DEAREST: Final = 12
"""A pair that costs more is none: the value has no label."""
_RUN: Final = 12
"""Labels in a row of torn columns, at most."""
_SEARCHED: Final = 400
"""Pairs among which the best assignment is searched; of more, the cheapest are taken one after the other."""


class Piece(NamedTuple):
    """One line of a block: its text, its block, the block's index in the document, and where in the block's text it begins."""

    text: str
    block: Block
    number: int
    start: int


class Head(NamedTuple):
    """What may name a piece: the index of that other piece, how the two stand to each other, and what it costs."""

    at: int
    relation: Relation
    cost: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The pieces of a page in reading order, the first one of each block, and the cells of each table."""

    pieces: tuple[Piece, ...]
    firsts: tuple[int, ...]
    tables: dict[int, dict[tuple[int, int], int]]

    def at(self, number: int, offset: int) -> int:
        """The index of the piece in which the character ``offset`` of block ``number`` stands."""
        first = self.firsts[number]
        low, high = first, self.firsts[number + 1] if number + 1 < len(self.firsts) else len(self.pieces)
        return max(first, bisect.bisect_right(self.pieces, offset, low, high, key=lambda piece: piece.start) - 1)

    def heads(self, index: int) -> list[Head]:
        """What may name the piece, cheapest first."""
        piece = self.pieces[index]
        found: list[Head] = []
        if piece.block.cell is not None:
            found += self._cells(piece)
        elif piece.block.kind is BlockKind.DEFINITION:
            term = next((at for at in range(index - 1, -1, -1) if self.pieces[at].block.kind is not BlockKind.DEFINITION), -1)
            if term >= 0 and self.pieces[term].block.kind is BlockKind.TERM:
                found.append(Head(term, Relation.TERM, COST[Relation.TERM]))
        if index and _beside(self.pieces[index - 1], piece):
            relation = Relation.HEADING if self.pieces[index - 1].block.kind is BlockKind.HEADING else Relation.LINE
            found.append(Head(index - 1, relation, COST[relation]))
        if index + 1 < len(self.pieces) and _beside(piece, self.pieces[index + 1]):
            found.append(Head(index + 1, Relation.BEHIND, COST[Relation.BEHIND]))
        return sorted(found, key=lambda head: head.cost)

    def _cells(self, piece: Piece) -> Iterator[Head]:
        """The heads of the row and the column of a cell: the cell on its left, the row's first, the column's first."""
        cell = piece.block.cell
        if cell is None:
            return
        table = self.tables[cell.table]
        for place, relation in (
            ((cell.row, cell.column - 1), Relation.ROW),
            ((cell.row, 0), Relation.ROW),
            ((0, cell.column), Relation.COLUMN),
        ):
            at = table.get(place)
            if at is not None and place != (cell.row, cell.column):
                yield Head(at, relation, COST[relation] + (place == (cell.row, 0) and cell.column > 1))

    def ranked(self, labels: Sequence[int], values: Sequence[int]) -> list[tuple[int, int]]:
        """Columns that were torn into lines: as many labels (indexes of pieces), one after the other, as values right behind them. Pairs
        the first with the first and so on; empty when it is not so."""
        if not 1 < len(labels) == len(values) <= _RUN:
            return []
        run = list(range(labels[0], labels[0] + 2 * len(labels)))
        return list(zip(labels, values, strict=True)) if [*labels, *values] == run else []


def _beside(one: Piece, other: Piece) -> bool:
    """Whether two pieces that follow each other may be a label and its value: lines of one block, or blocks of one part of the page."""
    if one.number == other.number:
        return True
    if one.block.region is not other.block.region or one.block.cell is not None or other.block.cell is not None:
        return False
    return not one.block.kind is other.block.kind is BlockKind.HEADING or one.block.level < other.block.level


@once
def layout(document: Document) -> Layout:
    """The layout of a page."""
    pieces: list[Piece] = []
    firsts: list[int] = []
    tables: dict[int, dict[tuple[int, int], int]] = {}
    for number, block in enumerate(document.blocks):
        firsts.append(len(pieces))
        if block.cell is not None:
            tables.setdefault(block.cell.table, {}).setdefault((block.cell.row, block.cell.column), len(pieces))
        at = 0
        for text in block.text.split("\n"):
            pieces.append(Piece(text, block, number, at))
            at += len(text) + 1
    return Layout(tuple(pieces), tuple(firsts), tables)


class Pair(NamedTuple, Generic[L, V]):
    """A label that may belong to a value, and what it costs."""

    label: L
    value: V
    cost: float


def assign(pairs: Iterable[Pair[L, V]]) -> list[Pair[L, V]]:
    """The pairs of the assignment that costs least as a whole, where a value without a label costs `DEAREST`; in the order given.

    Each label and each value is in one pair at most. Of more than 400 pairs the cheapest are taken one after the other.
    """
    among = [pair for pair in pairs if pair.cost <= DEAREST]
    if len(among) > _SEARCHED:
        return _cheapest(among)
    offers: dict[L, list[Pair[L, V]]] = defaultdict(list)
    for pair in among:
        offers[pair.label].append(pair)
    held: dict[V, Pair[L, V]] = {}
    for label in offers:
        _settle(label, offers, held)
    chosen = {(pair.label, pair.value, pair.cost) for pair in held.values()}
    return [pair for pair in among if (pair.label, pair.value, pair.cost) in chosen]


def _cheapest(pairs: list[Pair[L, V]]) -> list[Pair[L, V]]:
    """One pair after the other, cheapest first."""
    labels: set[L] = set()
    values: set[V] = set()
    chosen: list[Pair[L, V]] = []
    for pair in sorted(pairs, key=lambda pair: pair.cost):
        if pair.label not in labels and pair.value not in values:
            labels.add(pair.label)
            values.add(pair.value)
            chosen.append(pair)
    return chosen


def _settle(label: L, offers: dict[L, list[Pair[L, V]]], held: dict[V, Pair[L, V]]) -> None:
    """Give one more label its value, moving others on where that is cheaper as a whole (a shortest augmenting path: Kuhn and Munkres); or
    leave the dearest of them without."""
    best: dict[V, tuple[float, Pair[L, V], V | None]] = {}
    leaves: tuple[float, V | None] = (DEAREST, None)  # what it costs to end the chain by leaving a label without a value, and at which
    waiting: list[tuple[float, L, V | None]] = [(0.0, label, None)]
    while waiting:
        spent, one, came = waiting.pop(0)
        for pair in offers[one]:
            cost = spent + pair.cost
            if pair.value in best and best[pair.value][0] <= cost:
                continue
            best[pair.value] = (cost, pair, came)
            if (holder := held.get(pair.value)) is not None:
                waiting.append((cost - holder.cost, holder.label, pair.value))
                if cost - holder.cost + DEAREST < leaves[0]:
                    leaves = (cost - holder.cost + DEAREST, pair.value)
    free = min(((cost, value) for value, (cost, _, _) in best.items() if value not in held), key=lambda end: end[0], default=None)
    end = leaves[1] if free is None or leaves[0] < free[0] else free[1]
    while end is not None:
        _, pair, before = best[end]
        held[end] = pair
        end = before
