"""The doors of reading: formats, fact readers, what goes wrong, and the fingerprint."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer import read
from reviewer.model import DateKind, Extra, Item, PageState
from reviewer.read import Document, Hints, Unreadable, reading
from reviewer.read.document import Block

URL = "https://www.example.org/guide"


@pytest.mark.parametrize(
    ("body", "content_type", "url", "kind"),
    [
        (b"<p>x", "text/html; charset=utf-8", URL, "text/html"),
        (b"<p>x", "TEXT/HTML", URL, "text/html"),
        (b"x", "text/plain", URL, "text/plain"),
        (b"\xef\xbb\xbf <!doctype html>x", None, URL, "text/html"),
        (b"<p>x", "application/octet-stream", URL, "text/html"),
        (b"x", None, URL, "text/plain"),
        (b"x", "", "https://www.example.org/a.md", "text/plain"),
        (b"x", "application/octet-stream", "https://www.example.org/a.HTML", "text/html"),
        (b"x", None, "", "text/plain"),
    ],
)
def test_format(body: bytes, content_type: str | None, url: str, kind: str) -> None:
    """The format is found by media type, suffix or the look of the bytes."""
    assert read.parse(body, url=url, content_type=content_type).content_type == kind


@pytest.mark.parametrize(
    ("body", "content_type"), [(b"x", "image/png"), (b"\0\1", None), (b"x", "application/octet-stream"), (b"<a/>", "application/rss+xml")]
)
def test_no_reader(body: bytes, content_type: str | None) -> None:
    """What no format reads is a page that says so, not an exception."""
    with pytest.raises(Unreadable):
        read.parse(body, url=URL, content_type=content_type)
    page = read.read(body, url=URL, content_type=content_type)
    assert page.state is PageState.NOT_HTML
    assert page.trouble


def _module(**members: object) -> ModuleType:
    """A module with these members."""
    module = ModuleType("outside")
    vars(module).update(members)
    return module


def test_format_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format reader that raises, or returns something else, costs one page, with a sentence for the admin."""

    def fails(*_: object, **__: object) -> Document:
        raise RuntimeError("broken")

    for parse, words in ((fails, "RuntimeError: broken"), (lambda *_, **__: "text", "TypeError")):
        outside = _module(CONTENT_TYPES=("text/html",), SUFFIXES=(".html",), parse=parse)
        monkeypatch.setattr(reading, "_formats", lambda outside=outside: (outside,))
        page = read.read(b"<p>x", url=URL, content_type="text/html")
        assert page.state is PageState.FAILED
        assert words in (page.trouble or "")


def test_reader_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact reader that raises costs its own facts; those of the others stay, and the page says so."""

    def fails(*_: object) -> list[Extra]:
        raise ValueError("odd")

    good = _module(facts=lambda *_: [Extra("colour", "blue", "It is blue")])
    monkeypatch.setattr(reading, "_readers", lambda: (("bad", _module(facts=fails)), ("colours", good)))
    page = read.read(b"<p>x", url=URL, content_type="text/html")
    assert page.state is PageState.READ
    assert page.trouble == "the reader bad failed with ValueError: odd"
    assert [extra.value for extra in page.extras] == ["blue"]


def test_memory_that_runs_out_is_no_fault_of_one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without memory may be half loaded: it is not read on, so that the worker is replaced and fails no further page."""

    def greedy(*_args: object, **_more: object) -> None:
        raise MemoryError

    body = b"<p>x"
    with monkeypatch.context() as changed:
        changed.setattr(reading, "_readers", lambda: (("greedy", _module(facts=greedy)),))
        with pytest.raises(MemoryError):
            read.read(body, url="https://a.example/", content_type="text/html")
    monkeypatch.setattr(reading, "parse", greedy)
    with pytest.raises(MemoryError):
        read.read(body, url="https://a.example/", content_type="text/html")


def test_explain_without_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader without candidates shows its facts as taken."""
    good = _module(facts=lambda *_: [Extra("colour", "blue", "It is blue")])
    monkeypatch.setattr(reading, "_readers", lambda: (("colours", good),))
    document = read.parse(b"<p>x", url=URL, content_type="text/html")
    ((name, candidate),) = read.explain(document, Hints())
    assert (name, candidate.taken, candidate.quote) == ("colours", True, "It is blue")


def test_explain_with_candidates() -> None:
    """Taken and passed-over dates are shown with their reasons."""
    document = read.parse(b"<p>Review date: 31 May 2024</p><p>Rent review date: 1 May 2023</p>", url=URL, content_type="text/html")
    told = [(candidate.taken, candidate.why) for name, candidate in read.explain(document, Hints()) if name == "dates"]
    assert told == [(True, "a label with a date"), (False, "it is the date of something else (rent)")]


def test_all_readers_are_found() -> None:
    """The readers of the house are found by their files."""
    assert {"banners", "dates", "contacts", "gaps", "periods"} <= {name for name, _ in reading._readers()}
    assert len(reading._formats()) >= 2


def test_page_of_facts() -> None:
    """A page has its facts, its language (the site's when it does not say), links and anchors."""
    page = read.read(
        b"<h2 id=a>x</h2><a href=/b>c</a><p>Review date: 31 May 2024", url=URL, content_type="text/html", hints=Hints(language="en")
    )
    assert (page.lang, [link.href for link in page.links], "a" in page.anchors, len(page.claims)) == ("en", ["/b"], True, 1)


def test_a_list_of_guidelines_is_no_history_of_the_page() -> None:
    """A register has the versions of its documents, too; the page's own date below it stands."""
    rows = "".join(f"<tr><td><a href='/{n}.pdf'>Falls {n}</a></td><td>{n}</td><td>0{n}/03/2028</td></tr>" for n in range(1, 5))
    for head in ("Guideline", "Subject"):
        table = f"<table><tr><th>{head}</th><th>Version</th><th>Next review</th></tr>{rows}</table>"
        own = "<dl><dt>Page last reviewed</dt><dd>2 November 2026</dd><dt>Next review due</dt><dd>2 November 2027</dd></dl>"
        page = read.read(
            f"<title>Guidelines</title><h1>Guidelines</h1>{table}{own}".encode(), url="https://a.example/", content_type="text/html"
        )
        assert [str(claim.date) for claim in page.claims if claim.kind is DateKind.DUE] == ["2027-11-02"]
        assert len(page.items) == 4


def test_a_record_is_of_the_past() -> None:
    """What tells that the whole page is a record is kept with its facts; of other pages nothing."""
    record = "<title>Annual report 2023-24</title><h1>Annual report 2023-24</h1><p>By March 2025 all will have radios.</p>"
    page = read.read(record.encode(), url="https://a.example/", content_type="text/html")
    assert page.of_the_past == "Annual report 2023-24"
    assert all(period.historical for period in page.periods)
    assert read.read(b"<title>Annual reports</title><h1>Annual reports</h1>", url="https://a.example/").of_the_past == ""


def test_register_items() -> None:
    """The rows of a register with dates of their own are kept as items, not as the page's dates."""
    rows = "".join(f"<tr><td>Policy {name}<td>May 202{number}" for number, name in enumerate("abc"))
    page = read.read(f"<table><tr><th>Name<th>Review date{rows}</table>".encode(), url=URL, content_type="text/html")
    assert page.claims == ()
    assert [(item.words, str(item.date)) for item in page.items] == [
        ("Policy a", "2020-05"),
        ("Policy b", "2021-05"),
        ("Policy c", "2022-05"),
    ]
    assert all(isinstance(item, Item) for item in page.items)


def _print(text: str) -> str:
    """The fingerprint of a page with this main text."""
    return read.read(f"<main>{text}</main><footer>f</footer>".encode(), url=URL, content_type="text/html").fingerprint


def test_fingerprint_without_dates() -> None:
    """A moved review date leaves the fingerprint as it is; a changed word does not."""
    before = _print("<h1>Guide</h1><p>Wash it.</p><p>Review date: 31 May 2024</p>")
    assert before == _print("<h1>Guide</h1>\n<p>Wash  it.</p><p>Review date: 1 June 2026</p>")
    assert before != _print("<h1>Guide</h1><p>Dry it.</p><p>Review date: 31 May 2024</p>")


def test_fingerprint_of_a_folder_and_of_its_index() -> None:
    """A link to the page itself is one, by whichever of the two addresses it was asked for and is linked to."""
    body = b"<main><a href=/a/index.html>Home</a> <a href=/a/>Top</a> <a href=/a/b.html>B</a></main>"
    one, other, third = (
        read.read(body, url=f"https://a.example{at}", content_type="text/html").fingerprint for at in ("/a/", "/a/index.html", "/a/b.html")
    )
    assert one == other != third


def test_fingerprint_of_links_and_numbers() -> None:
    """Where a link leads counts, and so does a date that is not the page's own; typography and the page's own address do not."""
    before = _print(
        '<p>See <a href="/a">the form</a> and <a href="#b">below</a>. It is 5 mg, since 3 May 2021 – “so”.</p><p>Review date: 31 May 2024</p>'
    )
    assert before == _print(
        '<p>See <a href="/a">the form</a> and <a href="#b">below</a>. It is 5 mg, since 3 May 2021 - "so".</p><p>Review date: 1 June 2026</p>'
    )
    for old, new in (('"/a"', '"/z"'), ("#b", "#z"), ("5 mg", "6 mg"), ("2021", "2022")):
        text = '<p>See <a href="/a">the form</a> and <a href="#b">below</a>. It is 5 mg, since 3 May 2021 – “so”.</p><p>Review date: 31 May 2024</p>'
        assert _print(text.replace(old, new)) != before


def test_fingerprint_keeps_dates_beside_its_own() -> None:
    """Of a block only the words that state the page's date lose their dates."""
    text = "<p>Review date: {}. The clinic moves on 4 July {}.</p>"
    assert _print(text.format("31 May 2024", 2027)) == _print(text.format("31 May 2026", 2027))
    assert _print(text.format("31 May 2024", 2027)) != _print(text.format("31 May 2024", 2028))


def test_fingerprint_outside_main() -> None:
    """What stands beside the main text does not count."""
    assert _print("<p>x</p><aside>a</aside>") == _print("<p>x</p><aside>b</aside>")


def test_reference_reader() -> None:
    """The reference parser reads the same page; other formats do not need one."""
    assert read.read(b"<p>Review date: 31 May 2024", url=URL, content_type="text/html", reference=True).claims
    assert read.read(b"Review date: 31 May 2024", url=URL, content_type="text/plain", reference=True).claims


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/plain", "application/pdf", None]))
def test_any_bytes(body: bytes, content_type: str | None) -> None:
    """No bytes of any kind make reading raise."""
    assert read.read(body, url=URL, content_type=content_type).state in PageState


_HEAP = """Review date|Next review|31 May 2024|03/04/2024|:|<br>|<td>|<li>|<p>|this page|is under review|(|)|last updated|2020/21|by March 2023|contact
|A. Sample|&nbsp;|<time datetime='2024-05-31'>|</time>|Stand|every 2 years"""
_WORDS = st.sampled_from(re.split(r"[|\n]+", _HEAP))


@settings(max_examples=120, deadline=None)
@given(st.lists(_WORDS, max_size=40))
def test_any_words(words: list[str]) -> None:
    """No heap of labels, dates and tags makes a reader fail."""
    page = read.read(" ".join(words).encode(), url=URL, content_type="text/html")
    assert page.trouble is None


def test_of_a_very_long_page_the_head_and_the_foot_are_read() -> None:
    """The first 120,000 and the last 40,000 characters are asked for facts, cut inside a block where need be; the links stay whole."""
    words = "<p>" + "An ordinary sentence of a long page. " * 20 + "</p>"
    middle = words * 400
    page = f"<p>Owner: Ada Quill</p>{middle}<p>Last updated: 3 June 2025</p><a href='/x'>x</a>{middle}<p>Review date: 1 May 2024</p>"
    found = read.read(page.encode(), url="https://a.example/", content_type="text/html", hints=Hints())
    assert [contact.value for contact in found.contacts] == ["Ada Quill"]
    assert [claim.kind for claim in found.claims] == [DateKind.DUE], "what stands deep in the middle is not asked"
    assert [link.href for link in found.links] == ["/x"]


def test_a_single_block_is_cut_on_both_sides() -> None:
    """Half a million characters in one block are their beginning and their end."""
    long = Block("a" * 300_000 + "b" * 300_000)
    ends = read.both_ends(Document("u", blocks=(long,)))
    assert [block.text for block in ends.blocks] == ["a" * read.FIRST, "b" * read.LAST]
    short = Document("u", blocks=(Block("a"),))
    assert read.both_ends(short) is short


def test_links_beyond_the_limit_are_left_out_and_said_to_be() -> None:
    """A page keeps as many links as the settings say; that there were more is said, not hidden."""
    body = "<p>" + "".join(f"<a href=/{number}>x</a>" for number in range(9))
    page = read.read(body.encode(), url="https://a.example/", content_type="text/html", hints=Hints(links=5))
    assert [link.href for link in page.links] == ["/0", "/1", "/2", "/3", "/4"]
    assert page.state is PageState.READ
    assert page.trouble == "it has more than 5 links, and only the first 5 are looked at"
    whole = read.read(body.encode(), url="https://a.example/", content_type="text/html", hints=Hints(links=9))
    assert (len(whole.links), whole.trouble) == (9, None)
