"""Patterns that meet, and patterns inside each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import urls
from reviewer.config.sites import inside, meet


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("/a/**", "/b/**", False),
        ("/a/**", "/**/b", True),
        ("/a/*", "/a/b", True),
        ("/a/*", "/a/b/c", False),
        ("/a/**", "/a/b/c", True),
        ("/*/b", "/a/*", True),
        ("/*/b", "/a/*/c", False),
        ("/a", "/a", True),
        ("/a", "/ab", False),
        ("/a***", "/ab", True),
        ("/a/b", "/*", False),
        ("/**", "/", True),
    ],
)
def test_meet(one: str, other: str, wanted: bool) -> None:
    """Two patterns meet when some path fits both, whichever comes first."""
    assert meet(one, other) is wanted
    assert meet(other, one) is wanted


PATTERNS = st.lists(st.sampled_from(["a", "b", "/", "*", "**"]), max_size=5).map(lambda parts: "/" + "".join(parts))
PATHS = st.text("ab/", max_size=5).map(lambda text: "/" + text)


@given(PATTERNS, PATTERNS, PATHS)
@settings(max_examples=200)
def test_meet_finds_every_path(one: str, other: str, path: str) -> None:
    """No path fits two patterns that do not meet."""
    if urls.matches(one, path) and urls.matches(other, path) and "/**" not in one + other:
        assert meet(one, other)


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [("/a/b/**", "/a/**", True), ("/a/**", "/a/b/**", False), ("/a/x", "/a/*", True), ("/a/*", "/a/**", True)]
)
def test_inside(one: str, other: str, wanted: bool) -> None:
    """An area inside another one is fine: the narrower one wins."""
    assert inside(one, other) is wanted
