"""reviewer.read.genre: what kind of page it is, and which of its parts speak for others."""

from __future__ import annotations

import pytest

from reviewer.read import genre, parse
from reviewer.read.document import Document
from reviewer.read.genre import Genre


def document(body: str, kind: str = "text/html", path: str = "/") -> Document:
    """A small page."""
    return parse(body.encode(), url=f"https://quay.example{path}", content_type=kind)


MENU = "<p>Skip to content</p><nav><ul><li>Tides</li><li>Moorings</li></ul></nav>" + "<p>A notice.</p>" * 12
"""What whole pages have before their own text."""


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


def test_a_post_begins_at_its_heading() -> None:
    """A dateline is looked for where the page's own text begins, not among the menus and notices before it."""
    post = "<h1>A new shed</h1><p>Posted on 14 March 2018 by Tam in news</p><p>It will be finished by May 2018.</p>"
    assert genre.past(document(f"{MENU}{post}")).over == "Posted on 14 March 2018 by Tam in news"
    assert genre.past(document(f"{MENU}<h1>Mayor</h1><p>Published: 18 May 2023</p><p>Text.</p>", path="/news/mayor")).over
    assert not genre.past(document(f"{MENU}<h1>Mayor</h1><p>Text.</p>{'<p>More.</p>' * 9}<p>Posted on 14 March 2018 by Tam</p>")).over
    assert [block.text for block in genre.opening(document("<p>One</p><aside>Two</aside><p>Three</p>"))] == ["One", "Three"]


def test_a_record_of_a_meeting_may_say_so_in_its_first_words_only() -> None:
    """The title names the committee; the first words say that these are the minutes, and of which day."""
    body = f"{MENU}<h1>Harbour committee</h1><p>Minutes of the meeting held on 19 November 2025 in the Long Room.</p><p>Action: Jo by 12 May.</p>"
    assert genre.past(document(body)).over == genre.past(document(body)).record != ""
    about = f"{MENU}<h1>How we meet</h1><p>Minutes of the meeting are sent to all.</p>"
    assert genre.past(document(about)) == genre.Past()


def test_a_decision_says_whether_it_was_accepted() -> None:
    """Among decisions, a status makes the record; elsewhere it is anybody's."""
    body = f"{MENU}<h1>Decision 1: text</h1><p>Date: 2021-03-02. Status: accepted.</p>"
    assert genre.past(document(body, path="/decisions/0001/")).over
    assert not genre.past(document(f"{MENU}<h1>Decision 1: text</h1><p>We decide.</p>", path="/decisions/0001/")).over
    assert not genre.past(document(body, path="/offers/1")).over


ROLLS = [
    ("<h1>School committee, 14 October 2026</h1><p>Present: Adair, Okoye (chair)</p>", "/papers/10"),
    ("<h1>Comité</h1><p>Présents : Mme Roy, M. Gris</p>", "/comites/2026-03-03"),
    ("<h1>Beirat</h1><p>3. März 2026</p><p>Anwesend: Frau Holm, Herr Lang</p>", "/beirat/3"),
]


@pytest.mark.parametrize(("body", "path"), ROLLS)
def test_who_was_there_opens_a_record(body: str, path: str) -> None:
    """A page with a day that begins with those who were present is the record of a meeting, whatever it is called."""
    found = document(body, path=path)
    assert genre.kind(found).genre is Genre.MEETING
    assert genre.past(found).over


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("<h1>Training day, 4 May 2027</h1><p>Attendees: all staff</p>", "/training"),
        ("<h1>Committee</h1><p>Present: Adair, Okoye (chair)</p>", "/committee"),
    ],
)
def test_a_label_alone_is_no_roll_call(body: str, path: str) -> None:
    """Those who are asked to come are not named, and a record has a day."""
    assert genre.kind(document(body, path=path)).genre is Genre.PAGE


@pytest.mark.parametrize(
    ("path", "over"), [("/archive/2021-22", True), ("/fr/archives/plan-2019", True), ("/archives/123", False), ("/archive/", False)]
)
def test_a_page_below_an_archive_is_of_the_past(path: str, over: bool) -> None:
    """The archive itself is a list, and some systems number their posts there."""
    assert bool(genre.past(document("<h1>Plan</h1><p>We will build by 2022.</p>", path=path)).over) is over


@pytest.mark.parametrize(
    ("title", "over"), [("Case study: Marl", True), ("Speech by the chair", True), ("How to give a speech at a funeral", False)]
)
def test_what_is_made_once_is_of_its_day(title: str, over: bool) -> None:
    """A speech, a case study, a decision notice say what was so then."""
    assert bool(genre.past(document(f"<h1>{title}</h1><p>We will build by 2022.</p>")).over) is over


def test_a_box_may_have_its_fields_on_one_line_and_is_not_shown_by_a_sentence() -> None:
    """“Reviewed: 3 May 2030. Due: May 2032” in a quotation is a box; not behind “Write this at the foot of each page:”."""
    quote = "<blockquote>Reviewed: 3 May 2030 | Due: May 2032</blockquote>"
    assert genre.boxes(document(f"<p>Document control:</p>{quote}").blocks) == {1}
    assert genre.boxes(document(f"<p>Write this at the foot:</p>{quote}").blocks) == frozenset()
