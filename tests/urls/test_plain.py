"""Tests for `reviewer.urls.plain`."""

from __future__ import annotations

import ada_url
from hypothesis import given
from hypothesis import strategies as st

from reviewer import urls

PIECES = st.sampled_from(
    (
        *(
            "http://",
            "https://",
            "HTTP://",
            "a.example",
            "b-c.example",
            "127.0.0.1",
            "127.1",
            "0x7f.1",
            "256.1.1.1",
            "xn--a",
            "x_y",
            "example",
        ),
        *(":80", ":443", ":8080", ":65536", ":08", "/", "/a", "/.", "/..", "/%2e", "/%2E%2e/", "/.a", "/a.", "?", "?a=b", "&copy=2", "#x"),
        *("'", "%zz", "é", " ", "\t", "\\", "//", "@", "a@b", "[::1]", ".", "-", "A"),
    )
)


@given(st.lists(PIECES, min_size=1, max_size=8).map("".join))
def test_what_is_plain_is_what_a_parser_makes_of_it(url: str) -> None:
    """An address that is taken for plain is read as ada-url reads it, by all its parts."""
    found = urls.plain(url)
    if found is None:
        return
    parsed = ada_url.URL(url)
    assert found.href == parsed.href
    assert (found.scheme, found.host) == (parsed.protocol[:-1], parsed.hostname)
    assert found.port == (int(parsed.port) if parsed.port else {"http": 80, "https": 443}[found.scheme])


def test_most_addresses_are_plain() -> None:
    """Common addresses need no parser, on a port of their own, too; what a browser would change does."""
    for url in ("https://a.example/x/y.html?z=1", "http://127.0.0.1:8080/", "https://a.example"):
        assert urls.plain(url) is not None
    for url in (
        "https://a.example:443/",
        "https://A.example/",
        "https://a.example/../x",
        "https://a.example/#x",
        "https://é.example/",
        "/x",
    ):
        assert urls.plain(url) is None
