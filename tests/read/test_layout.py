"""reviewer.read.layout: which label belongs to which value."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reviewer.read import parse
from reviewer.read.layout import DEAREST, Layout, Pair, Relation, assign, layout


def laid(body: str, kind: str = "text/html") -> Layout:
    """The layout of a small page."""
    return layout(parse(body.encode(), url="https://quay.example/", content_type=kind))


def named(found: Layout, words: str) -> list[tuple[str, Relation]]:
    """What may name the piece with these words, cheapest first."""
    at = next(index for index, piece in enumerate(found.pieces) if piece.text == words)
    return [(found.pieces[head.at].text, head.relation) for head in found.heads(at)]


def test_a_cell_is_named_by_its_row_and_its_column() -> None:
    """The cell on its left first, then the head of its column, then the first cell of its row."""
    found = laid("<table><tr><th>Chart<th>Owner<th>Review<tr><td>Bay<td>Ann<td>May 2030</table>")
    assert named(found, "May 2030") == [("Ann", Relation.ROW), ("Review", Relation.COLUMN), ("Bay", Relation.ROW)]


def test_every_definition_has_its_term() -> None:
    """Also the second one of a term; a definition without a term has none."""
    found = laid("<dl><dt>Owner<dd>Ann<dd>Bob</dl>")
    assert ("Owner", Relation.TERM) in named(found, "Ann")
    assert ("Owner", Relation.TERM) in named(found, "Bob")
    assert named(laid("<dl><dd>Ann</dl>"), "Ann") == []
    assert named(laid("<p>x<dl><dd>Ann</dl>"), "Ann") == [("x", Relation.LINE)]


def test_lines_and_headings_name_what_stands_beside_them() -> None:
    """The heading or line before, then the line behind; of two headings, only the higher one names the other."""
    found = laid("<h2>Owner</h2><p>Ann<br>Harbour master</p><h3>Low</h3><h2>High</h2>")
    assert named(found, "Ann") == [("Owner", Relation.HEADING), ("Harbour master", Relation.BEHIND)]
    assert named(found, "High") == []
    assert named(found, "Owner") == [("Ann", Relation.BEHIND)]


def test_another_part_of_the_page_names_nothing() -> None:
    """A menu before the text is no label, a table's cell none for what stands outside."""
    assert named(laid("<nav>Owner</nav><main><p>Ann</p></main>"), "Ann") == []
    assert named(laid("<p>Owner</p><table><tr><td>Ann</table>"), "Ann") == []


def test_a_place_in_a_block_is_found() -> None:
    """By the block and the offset in its text."""
    found = laid("<p>one<br>two<br>three</p><p>four</p>")
    assert [found.pieces[found.at(0, offset)].text for offset in (0, 3, 4, 9)] == ["one", "one", "two", "three"]
    assert found.pieces[found.at(1, 2)].text == "four"


def test_torn_columns_are_put_together_by_rank() -> None:
    """As many labels as values, one after the other; nothing else is a torn column."""
    found = laid("<p>Owner<br>Review<br>Ann<br>May 2030</p>")
    assert found.ranked([0, 1], [2, 3]) == [(0, 2), (1, 3)]
    assert found.ranked([0, 1], [2]) == found.ranked([0, 2], [1, 3]) == found.ranked([0], [1]) == []


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
