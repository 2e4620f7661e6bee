"""Which label belongs to which value: how the layout ties the two, what each tie costs, and the assignment that is best as a whole.

A reader prices the pairs of labels and values that it sees (``COST`` is the price of the layout alone); ``assign`` gives each value one
label and each label one value. What a label and a value are, and what stands between them, the reader knows itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from enum import StrEnum
from typing import Final, Generic, NamedTuple, TypeVar

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
_SEARCHED: Final = 400
"""Pairs among which the best assignment is searched; of more, the cheapest are taken one after the other."""


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
