"""reviewer.read.genre: what kind of page it is, and which of its parts speak for others."""

from __future__ import annotations

import pytest

from reviewer.read import genre, parse
from reviewer.read.document import Document
from reviewer.read.genre import Genre


def document(body: str, kind: str = "text/html") -> Document:
    """A small page."""
    return parse(body.encode(), url="https://quay.example/", content_type=kind)


KINDS = [
    ("Stage 4 security review", Genre.ASSESSMENT),
    ("Codebase Review & Delivery Plan", Genre.ASSESSMENT),
    ("Informe de seguridad", Genre.ASSESSMENT),
    ("Review dates", Genre.PAGE),
    ("Audit policy", Genre.PAGE),
    ("Mooring policy", Genre.PAGE),
    ("Minutes of the pilots' forum", Genre.MEETING),
    ("Sample mooring policy", Genre.SAMPLE),
    ("Pressemitteilung: Neue Mole", Genre.NEWS),
    ("Certificate of insurance", Genre.CERTIFICATE),
]


@pytest.mark.parametrize(("title", "expected"), KINDS)
def test_the_title_tells_the_genre(title: str, expected: Genre) -> None:
    """An assessment must be the head of its phrase; the words that told are kept."""
    found = genre.kind(document(f"<title>{title}</title>"))
    assert found.genre is expected
    assert found.evidence.lower() in title.lower()


def test_the_first_headings_tell_it_too() -> None:
    """A title may be the site's."""
    assert genre.kind(document("<title>Quay</title><h1>Tides</h1><h1>Agenda</h1>")).genre is Genre.MEETING


def test_what_stands_under_references_is_others() -> None:
    """Until the next heading; a short line may be a heading, too."""
    found = document(
        "<h1>Knots</h1><p>Text</p><h2>References</h2><p>One</p><p>Two</p><h2>Contact</h2><p>Ann</p><p>Sources:</p><p>Three</p>"
    )
    assert [found.blocks[number].text for number in sorted(genre.citing(found))] == ["References", "One", "Two", "Sources:", "Three"]


def test_a_box_amid_the_text_is_a_sample() -> None:
    """Metadata stands at the head or the foot of a page; between its paragraphs it shows how metadata looks."""
    prose = "<p>The harbour keeps its moorings in good order for all who sail, in summer and in winter.</p>"
    box = "<blockquote>Owner: Ann<br>Review: May 2030</blockquote>"
    assert genre.boxes(document(f"{prose}{prose}{box}{prose}").blocks) == frozenset()
    assert genre.boxes(document(f"{prose}{prose}{box}").blocks) == {2}


def test_a_quotation_of_fields_is_a_box_of_metadata() -> None:
    """Prose is not, nor is a lone field, if its value is not on a line of its own."""
    found = document(
        "<blockquote>Owner: Ann<br>Review: May 2030</blockquote><p>x</p><blockquote>He said that the tide was low.</blockquote>"
    )
    assert genre.boxes(found.blocks) == {0}
    found = document(
        "> Reviewed:\n> May 2030\n\nText\n\n> It was a fine day: we sailed\n> to the islands\n\nText\n\n> Reviewed: May 2030", "text/plain"
    )
    assert {found.blocks[number].text for number in genre.boxes(found.blocks)} == {"Reviewed:", "May 2030"}
