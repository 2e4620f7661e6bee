"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest

from reviewer.patterns import lazily


def test_a_pattern_answers_as_a_compiled_one() -> None:
    """Whatever is asked, the first time and later; its text can be had without compiling."""
    for _ in range(2):
        made, real = lazily(r"(\w)\d", re.IGNORECASE), re.compile(r"(\w)\d", re.IGNORECASE)
        assert made.pattern == real.pattern
        for _ in range(2):
            assert made.findall("a1 B2") == real.findall("a1 B2")
            assert made.sub(r"\1", "a1 B2") == real.sub(r"\1", "a1 B2")
            assert made.fullmatch("A1") is not None
            assert made.search("-") is None
            assert [found.group() for found in made.finditer("a1 B2")] == ["a1", "B2"]


def test_nothing_is_compiled_before_it_is_asked() -> None:
    """A pattern that is wrong is told by its first use, and not before."""
    made = lazily("(")
    with pytest.raises(re.error):
        made.search("")
    with pytest.raises(AttributeError):
        made.scanner  # type: ignore[attr-defined]  # noqa: B018
