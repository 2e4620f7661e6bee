"""The page that a broken link probably meant."""

from __future__ import annotations

import pytest

from reviewer import verdicts
from reviewer.model import Broken, Link, Page, PageState, Reason, Visit, Works

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


def picture(name: str) -> str:
    """The address of a picture of the site."""
    return f"http://a.example/images/{name}"


def test_a_hint_for_a_picture_is_a_picture() -> None:
    """A picture of the same host that works and has nearly the same name; never a page, never a picture that is broken, never itself."""
    asked = picture("breast-screening.png")
    lost = Link(asked, asked, "img", words="Breast screening programme")
    assert verdicts.nearest(lost, PAGES) is None
    others: dict[str, Visit] = {
        asked: Works(asked),
        picture("breast-screening2.png"): Broken(picture("breast-screening2.png"), Reason.NOT_FOUND),
        "http://b.example/breast-screening.png": Works("http://b.example/breast-screening.png"),
        picture("contact.png"): Works(picture("contact.png")),
        "http://a.example/services/breast-screening": Works("http://a.example/services/breast-screening"),
    }
    assert verdicts.nearest(lost, PAGES, others) is None
    better = picture("breast-screening.jpg")
    assert verdicts.nearest(lost, PAGES, others | {better: Works(better)}) == better


def test_what_is_neither_a_page_nor_a_picture_has_no_hint() -> None:
    """A script that is not there was not meant to be a page of the same name."""
    script = "http://a.example/services/brest-screening"
    assert verdicts.nearest(Link(script, script, "script"), PAGES) is None
