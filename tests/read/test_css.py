"""Style sheets as a format of their own."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import PageState
from reviewer.read.formats import css

URL = "https://x.example/css/main.css"


def test_a_sheet_is_a_page_of_links() -> None:
    """Its references are links with their lines, against the sheet's own address; it has no text, no dates and no contacts."""
    page = read.read(
        b"@import 'base.css';\r\np {\r\n b: url(../a.png) }\r\nq { b: url(b.png) }", url=URL, content_type="text/css; charset=utf-8"
    )
    assert (page.state, page.sheet, page.title) == (PageState.READ, True, "Style sheet main.css")
    assert [(link.url, link.element, link.attribute, link.place.line) for link in page.links] == [
        ("https://x.example/css/base.css", "style", "import", 1),
        ("https://x.example/a.png", "style", "style", 3),
        ("https://x.example/css/b.png", "style", "style", 4),
    ]
    assert (page.claims, page.contacts, page.gaps, page.periods) == ((), (), (), ())


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ("é".encode(), "text/css", "é"),
        ("é".encode("latin-1"), "text/css; charset=iso-8859-1", "é"),
        (b'@charset "iso-8859-1";' + "é".encode("latin-1"), "text/css", '@charset "iso-8859-1";é'),
        (b'@charset "no-such";' + "é".encode(), None, '@charset "no-such";é'),
        (b"\xef\xbb\xbf" + "é".encode(), "text/css; charset=iso-8859-1", "é"),
        (b"url(data:x;charset=latin-1)" + "é".encode(), None, "url(data:x;charset=latin-1)é"),
        (b"a\r\nb\rc\0", None, "a\nb\nc\ufffd"),
    ],
)
def test_encodings(body: bytes, content_type: str | None, expected: str) -> None:
    """CSS Syntax 3, 3.2: byte order mark, header, ``@charset``, UTF-8; what stands in an address is no declaration."""
    assert css.decoded(body, content_type) == expected


def test_only_so_many_references_are_kept() -> None:
    """A sheet of a million addresses has as many links as a page may have."""
    page = read.read(b"url(a)" * 5000, url=URL, content_type="text/css")
    assert len(page.links) == 2000
