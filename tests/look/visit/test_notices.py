"""What a target says of itself in its headers, and whether its body is worth reading for it."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer import read
from reviewer.look.visit import notices
from reviewer.model import Answer, Banner, Page, Superseded
from reviewer.read import Hints
from tests.read.notices import GONE, NOT_GONE

URL = "https://a.example/v1/guide"
NOW = ("date", "Sat, 21 Nov 2026 09:00:00 GMT")
HTML = ("content-type", "text/html")


def answer(*headers: tuple[str, str], body: bytes = b"") -> Answer:
    """An answer of today."""
    return Answer(URL, URL, 200, headers, body)


@pytest.mark.parametrize(
    ("header", "quote"),
    [
        (("link", '</v2>; rel="successor-version"'), "rel=successor-version"),
        (("link", '</v2>; rel="next"'), None),
        (("deprecation", "@1688169599"), "Deprecation: @1688169599"),
        (("deprecation", "true"), "Deprecation: true"),
        (("deprecation", "Sun, 11 Nov 2018 23:59:59 GMT"), "Deprecation: Sun, 11 Nov 2018 23:59:59 GMT"),
        (("deprecation", "@4688169599"), None),
        (("deprecation", "soon"), None),
        (("sunset", "Mon, 31 Dec 2018 23:59:59 -0000"), "Sunset: Mon, 31 Dec 2018 23:59:59 -0000"),
        (("sunset", "Sat, 31 Dec 2050 23:59:59 GMT"), None),
        (("x-robots-tag", "noindex, unavailable_after: 25 Jun 2010 15:00:00 PST"), "unavailable_after: 25 Jun 2010 15:00:00 PST"),
        (("x-robots-tag", "unavailable_after: 25 Jun 2040"), None),
        (("x-robots-tag", "unavailable_after: some day"), None),
        (("x-robots-tag", "noindex"), None),
    ],
)
def test_headers_say_that_its_time_is_over(header: tuple[str, str], quote: str | None) -> None:
    """Successor, deprecation and sunset (RFC 5829, 9745, 8594), and the day for robots: when that day has passed by the answer's own clock."""
    found = notices.declared(answer(NOW, HTML, header), b"")
    assert (found.quote if found else None) == quote
    assert header[0] == "link" or notices.declared(answer(HTML, header), b"") is None


def test_without_a_date_of_its_own_an_answer_is_of_today() -> None:
    """A server that sends no ``Date`` is read by the day of the look (RFC 9110, 6.6.1); without one nothing has passed."""
    passed = answer(HTML, ("x-robots-tag", "unavailable_after: 25 Jun 2010"))
    assert notices.declared(passed, b"", dt.date(2010, 6, 26)) is not None
    assert notices.declared(passed, b"", dt.date(2010, 6, 25)) is None
    assert notices.declared(passed, b"") is None
    assert notices.declared(answer(HTML, ("deprecation", "true")), b"", dt.date(2010, 6, 26)) is not None


@pytest.mark.parametrize(
    "body",
    [
        b"<p>This page is no <b>longer</b> maintained.</p>",
        "<p>Cette page n’est plus mise à jour.</p>".encode(),
        b"<title>ZZ OLD - DO NOT USE - Checklist</title><p>x",
    ],
)
def test_the_gate_reads_through_marks_and_apostrophes(body: bytes) -> None:
    """Words that are torn by an element, a typographic apostrophe, and a title that says so by itself."""
    assert notices.may_say(answer(HTML), body)


def test_the_head_may_say_when_it_ends() -> None:
    """The day for robots may stand in the head of a page of HTML."""
    body = b"<meta name=robots content='unavailable_after: 2010-06-25'><p>x"
    assert notices.declared(answer(NOW, HTML), body) == Superseded("unavailable_after: 2010-06-25")
    assert notices.declared(answer(NOW, ("content-type", "text/plain")), body) is None


@pytest.mark.parametrize("body", [f"<title>{case[2]}</title>{case[1]}" for case in GONE], ids=[case[0] for case in GONE])
def test_the_gate_lets_through_whatever_the_reader_reads(body: str) -> None:
    """It is made of the reader's own lexicon, for every encoding, and for words that are torn over two lines or written as entities."""
    for raw in (body.encode(), body.replace(" ", "\n").encode(), body.replace("é", "&eacute;").replace("ü", "&uuml;").encode("utf-8")):
        assert notices.may_say(answer(HTML, body=raw), raw)
    if all(ord(letter) < 256 for letter in body):
        latin = body.encode("latin-1")
        assert notices.may_say(answer(("content-type", "text/html; charset=iso-8859-1"), body=latin), latin)


def test_the_gate_holds_back_what_says_nothing() -> None:
    """A page without any of the words, and what is neither HTML nor text, is not read; one that names another address as its own is."""
    plain = b"<h1>Asthma</h1><p>Guidance on asthma, of May 2024.</p><link rel=canonical href=/v1/guide>"
    assert not notices.may_say(answer(HTML), plain)
    assert not notices.may_say(answer(("content-type", "application/pdf")), b"This document was withdrawn.")
    assert notices.may_say(answer(("content-type", "text/plain")), b"This document was withdrawn.")
    assert notices.may_say(answer(HTML), plain.replace(b"/v1/", b"/v2/"))
    assert not notices.may_say(answer(HTML), b"<link rel=canonical><p>x")


@pytest.mark.parametrize("body", [case[1] for case in (*GONE, *NOT_GONE)], ids=[case[0] for case in (*GONE, *NOT_GONE)])
def test_a_target_is_read_as_a_page_of_our_own(body: str) -> None:
    """The same facts are asked of both."""
    page = read.read(body.encode(), url=URL, content_type="text/html; charset=utf-8", hints=Hints())
    assert page.superseded is None or notices.said(page) == page.superseded


def test_an_out_of_date_notice_of_a_target_counts() -> None:
    """What a target says of itself is told when it is out of date, not when it is only under review."""
    assert notices.said(Page(URL, banner=Banner("This page is out of date.", outdated=True))) == Superseded("This page is out of date.")
    assert notices.said(Page(URL, banner=Banner("This page is under review."))) is None
    assert notices.said(Page(URL)) is None
