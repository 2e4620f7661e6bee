"""The page that a broken link probably meant."""

from __future__ import annotations

import pytest

from reviewer import verdicts
from reviewer.model import Link, Page, PageState

PAGES = {
    page.url: page
    for page in (
        Page("http://a.example/services/breast-screening", title="Breast screening programme"),
        Page("http://a.example/services/bowel-screening.html", title="Bowel screening programme"),
        Page("http://a.example/contact", title="Contact us"),
        Page("http://b.example/brest-screening", title="Elsewhere"),
        Page("http://a.example/brest-screening-lost", PageState.FAILED),
    )
}


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("http://a.example/services/brest-screening", "x", "http://a.example/services/breast-screening"),
        ("http://a.example/old/bowel-screening", "x", "http://a.example/services/bowel-screening.html"),
        ("http://a.example/n/1234", "Bowel screening programme", "http://a.example/services/bowel-screening.html"),
        ("http://a.example/n/1234", "the screening programme", None),
        ("http://a.example/entirely-else", "More", None),
        ("http://c.example/contact", "Contact us", None),
        ("http://a.example/contact", "x", None),
    ],
)
def test_nearest(url: str, words: str, expected: str | None) -> None:
    """By the name in the path, else by the title; on the same host, only when it is likely and alone."""
    assert verdicts.nearest(Link(url, url, words=words), PAGES) == expected
    assert verdicts.nearest(Link(url, url, words=words), PAGES) == expected
    assert verdicts.nearest(Link(url, url, words=words), {}) is None
