"""Values that hold addresses among other things."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.read.links.values import refresh, srcset


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a 1x, b 2x", ("a", "b")),
        ("a, b", ("a", "b")),
        ("a,b 1x", ("a,b",)),
        ("a 100w,b 200w 50h", ("a", "b")),
        (" , a 1.5x ,", ("a",)),
        ("data:,x 1x, b", ("data:,x", "b")),
        ("a (x,y), b", ("b",)),
        ("a 1q, b", ("b",)),
        ("", ()),
        (",,,", ()),
        ("a .5x", ("a",)),
        ("a )1x, b", ("b",)),
    ],
)
def test_srcset(value: str, expected: tuple[str, ...]) -> None:
    """WHATWG HTML, 4.8.4.2.2: commas may stand in an address; candidates that cannot be read are passed over."""
    assert srcset(value) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("0; url=/x", (0, "/x")),
        ("5;URL='/x'y", (5, "/x")),
        ('3,url="/x"', (3, "/x")),
        ("0 /x", (0, "/x")),
        ("0;/x", (0, "/x")),
        (".5; url=/x", (0, "/x")),
        ("1.9; url=/x", (1, "/x")),
        ("0; url = /x ", (0, "/x")),
        ("300", None),
        ("0; url=", None),
        ("url=/x", None),
        ("", None),
        ("0; urlx", (0, "urlx")),
    ],
)
def test_refresh(content: str, expected: tuple[float, str] | None) -> None:
    """WHATWG HTML, shared declarative refresh steps."""
    assert refresh(content) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="url()'\"\\/*@import;,. 0x1ab\n", max_size=80))
def test_values_are_total(text: str) -> None:
    """Any text has an answer."""
    assert isinstance(srcset(text), tuple)
    assert refresh(text) is None or isinstance(refresh(text), tuple)


@pytest.mark.parametrize("piece", ["/*", "url(", "@import '", "'", "a 1x,", "(", "*/", "\\", "/**"])
def test_hostile_values_have_an_end(piece: str) -> None:
    """A value that repeats itself is no value that takes for ever."""
    text = piece * (60_000 // len(piece))
    assert isinstance(srcset(text), tuple)
