"""reviewer.read.layout: which label belongs to which value."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reviewer.read.layout import DEAREST, Pair, assign


def test_the_best_assignment_is_that_of_the_whole() -> None:
    """The cheapest pair is given up where both labels are better served so."""
    pairs = [Pair("a", 1, 1.0), Pair("a", 2, 2.0), Pair("b", 1, 2.0)]
    assert assign(pairs) == [Pair("a", 2, 2.0), Pair("b", 1, 2.0)]


def test_too_dear_a_pair_is_none() -> None:
    """A value may have no label."""
    assert assign([Pair("a", 1, DEAREST + 1)]) == []
    assert assign([Pair("a", 1, 1.0), Pair("b", 1, 5.0)]) == [Pair("a", 1, 1.0)]
    assert assign([Pair("b", 1, 5.0), Pair("a", 1, 1.0)]) == [Pair("a", 1, 1.0)]


def test_of_very_many_pairs_the_cheapest_are_taken() -> None:
    """A hostile page costs no more than a sort."""
    pairs = [Pair(label, value, float(abs(label - value))) for label in range(30) for value in range(30)]
    assert {(pair.label, pair.value) for pair in assign(pairs)} == {(one, one) for one in range(30)}


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(10, 13)), st.integers(0, DEAREST), max_size=9))
def test_no_other_assignment_is_cheaper(prices: dict[tuple[int, int], int]) -> None:
    """Against every assignment there is; each label and value is in one pair at most."""
    chosen = assign([Pair(label, value, float(price)) for (label, value), price in prices.items()])
    assert len({pair.label for pair in chosen}) == len({pair.value for pair in chosen}) == len(chosen)

    def total(keys: tuple[tuple[int, int], ...]) -> float:
        return sum(prices[key] - DEAREST for key in keys)

    every = [
        keys
        for count in range(len(prices) + 1)
        for keys in itertools.combinations(prices, count)
        if len({label for label, _ in keys}) == len({value for _, value in keys}) == count
    ]
    assert sum(pair.cost - DEAREST for pair in chosen) == min(map(total, every))
