"""Words that must stand in a page for a phrase to be there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.verdicts import phrases
from reviewer.verdicts.marking import marks


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"not found", {b"not found"}),
        (r"page (?:is )?gone for good", {b"gone for good"}),
        (r"n't find", {b"t find"}),
        (r"(?:missing|removed) page", {b"missing", b"removed"}),
        (r"(?:a|b)? long (?:word)+", {b" long "}),
        (r"(?:words?|(?:other)|xx)", {b"word", b"other", b"xx"}),
        (r"[ab]cde|fgh\.ij", {b"cde", b"fgh"}),
        (r"не найден", {"не найден".encode(), "Не найден".encode(), "НЕ НАЙДЕН".encode()}),
        (r"found|not found", {b"found"}),
        (r"\d(oth) words?\d", {b" word"}),
        (r"\d(others) a\d", {b"others"}),
        (r"(?<!no )page lost(?= here)", {b"page lost"}),
        (r"colou?r{2}s|wor{0,2}ds \| (?P<what>websites)", {b"colo", b"websites"}),
    ],
)
def test_marks(pattern: str, expected: set[bytes]) -> None:
    """The longest plain words that are sure to be there; of branches all; of what others hold only the others."""
    assert set(marks(re.compile(pattern))) == expected


@pytest.mark.parametrize("pattern", [r"\d+", r"(?:word)?", r"word|\d", r"a.b"])
def test_a_pattern_without_a_sure_word_is_a_mistake(pattern: str) -> None:
    """Such a phrase would never be looked for: it is refused when the program starts."""
    with pytest.raises(ValueError, match="no plain word"):
        marks(re.compile(pattern))


TABLE = st.sampled_from([*phrases.IN_TITLES, *phrases.IN_PAGES])


@settings(max_examples=300, deadline=None)
@given(TABLE.flatmap(lambda table: st.tuples(st.just(table), st.from_regex(re.compile(table.pattern), fullmatch=True))))
def test_whatever_matches_has_a_mark(drawn: tuple[re.Pattern[str], str]) -> None:
    """No text matches a phrase without one of its marks: a quick look misses none."""
    table, text = drawn
    assert any(mark in text.encode("utf-8", "replace") for mark in marks(table))
