"""PDF files to documents."""

from __future__ import annotations

import pytest

from reviewer import urls, verdicts
from reviewer.model import PageState, Region
from reviewer.read.document import BlockKind, Document, Unreadable
from reviewer.read.formats import pdf as reader
from tests.read.small_pdf import pdf

URL = "https://site.example/files/policy.pdf"


def parsed(body: bytes) -> Document:
    """The document of a PDF."""
    return reader.parse(body, url=URL)


def texts(document: Document, region: Region = Region.MAIN) -> list[str]:
    """The texts of a region."""
    return [block.text for block in document.blocks if block.region is region]


def test_lines_become_paragraphs() -> None:
    """A line that goes on in the next is joined with it; labels, bullets and ended sentences begin anew."""
    page = [
        "Leave policy",
        "Owner: Ann Other",
        "This is the longest line of this page and it goes on in the",
        "next line. The end.",
        "• one",
        "goes on",
        "• two",
        "After",
    ]
    document = parsed(pdf([page]))
    assert texts(document) == [
        "Leave policy",
        "Owner: Ann Other",
        "This is the longest line of this page and it goes on in the next line. The end.",
        "one goes on",
        "two",
        "After",
    ]
    assert [block.kind for block in document.blocks][3] is BlockKind.ITEM


def test_running_lines_are_header_and_footer_and_told_once() -> None:
    """What stands at the edge of every page, page numbers aside, is a header or a footer."""
    pages = [["Example Trust", f"Body of page {'abc'[n]}", f"Page {n + 1} of 3"] for n in range(3)]
    document = parsed(pdf(pages))
    assert texts(document, Region.HEADER) == ["Example Trust"]
    assert texts(document, Region.FOOTER) == ["Page 1 of 3"]
    assert texts(document) == ["Body of page a", "Body of page b", "Body of page c"]
    two = parsed(pdf([["Top line", "Anna", "Bert", "Carl", "Dora", "Emil"], ["Top line", "Fritz", "Gerd", "Hans", "Ida", "Jan"]]))
    assert texts(two, Region.HEADER) == ["Top line"]


def test_a_line_of_the_body_that_equals_a_header_stays() -> None:
    """Only at the edge is a repeated line a header."""
    pages = [["Top line", "Anna", "Bert", "Top line", "Carl", "End " + "abc"[n]] for n in range(3)]
    assert texts(parsed(pdf(pages))).count("Top line") == 3


def test_links_have_their_words_and_address() -> None:
    """Link annotations are links, resolved against the address of the file; the block on whose words one lies knows it."""
    document = parsed(pdf([["See the guide", "Write to us"]], uris=[(0, 0, "https://x.example/a(b)"), (0, 1, "mailto:ann@x.example")]))
    assert [(link.href, link.url, link.words) for link in document.links] == [
        ("https://x.example/a(b)", "https://x.example/a(b)", "See the guide"),
        ("mailto:ann@x.example", "mailto:ann@x.example", "Write to us"),
    ]
    assert document.blocks[0].links == (0,)


def test_a_fault_of_an_address_is_kept() -> None:
    """A link's address stays as it is written, so that it is judged as in HTML."""
    (link,) = parsed(pdf([["x"]], uris=[(0, 0, "htp://x.example/")])).links
    assert urls.fault(link.href) is not None


def test_www_opens_as_viewers_open_it() -> None:
    """Viewers put http:// before "www.", so it is no fault in a PDF."""
    links = parsed(pdf([["x", "y"]], uris=[(0, 0, "www.x.example/a"), (0, 1, "wwww.x.example")])).links
    assert [verdicts.beforehand(link) for link in links[:1]] == [None]
    assert [link.url for link in links[:1]] == ["http://www.x.example/a"]
    assert verdicts.beforehand(links[1]) is not None


def test_an_action_that_is_no_address_is_no_link() -> None:
    """A link inside the document leads nowhere outside."""
    body = pdf([["x"]], uris=[(0, 0, "unused")]).replace(b"/S /URI /URI (unused)", b"/S /Named /N /Next   ")
    assert parsed(body).links == ()


def test_properties_and_language() -> None:
    """The document information has the names of Word's core properties, with dates in ISO form; the catalogue names the language."""
    info = {"Title": "Leave policy", "Author": "Ann Other", "CreationDate": "D:20240531120000Z", "ModDate": "never"}
    document = parsed(pdf([["x"]], info=info, lang="en-GB"))
    assert dict(document.properties) == {"title": "Leave policy", "author": "Ann Other", "created": "2024-05-31", "modified": "never"}
    assert (document.title, document.lang, document.content_type) == ("Leave policy", "en-GB", "application/pdf")


@pytest.mark.parametrize("info", [None, {"Title": "Microsoft Word - draft7"}, {"Title": "final.docx"}])
def test_a_title_without_use_is_not_taken(info: dict[str, str] | None) -> None:
    """Without a title, or with a file name for one, the first line is the title."""
    document = parsed(pdf([["Leave policy", "By us"]], info=info))
    assert (document.title, document.lang) == ("Leave policy", None)


def test_of_a_long_document_both_ends_are_read() -> None:
    """The first pages and the last ones are read."""
    document = parsed(pdf([["A policy of 3 May 2024"], *[[f"Text {n}x"] for n in range(40)]]))
    assert texts(document) == ["A policy of 3 May 2024"]
    assert texts(document, Region.HEADER) == ["Text 0x"]
    pages = [[f"Text {chr(97 + n)}"] for n in range(26)]
    assert [text[-1] for text in texts(parsed(pdf(pages)))] == list("abcdefghijklmnopqrstvwxyz")


def test_a_lost_page_costs_itself() -> None:
    """The other pages of a damaged file are read; with none left the file is damaged."""
    assert texts(parsed(pdf([["one"], ["two"]], lost=[0]))) == ["two"]
    with pytest.raises(Unreadable, match="none of"):
        parsed(pdf([["one"]], lost=[0]))


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7", b"not a pdf at all"])
def test_what_is_no_pdf_is_damaged(body: bytes) -> None:
    """Bytes that do not open are told as damaged."""
    with pytest.raises(Unreadable) as error:
        parsed(body)
    assert error.value.state == "damaged"


def test_a_password_is_told() -> None:
    """A file that needs a password is told as encrypted."""
    locked = pdf([["x"]]).replace(
        b"trailer\n<< ",
        b"trailer\n<< /ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ("
        + b"o" * 32
        + b") /U ("
        + b"u" * 32
        + b") >> ",
    )
    with pytest.raises(Unreadable) as error:
        parsed(locked)
    assert error.value.state == "encrypted"


@pytest.mark.parametrize("pages", [[[]], [["1"], ["2"]], [["Scanned by Example Scanner"]] * 3])
def test_a_scan_could_not_be_read(pages: list[list[str]]) -> None:
    """Pages that are pictures have no words; numbers and a scanner's mark on every page are none."""
    with pytest.raises(Unreadable) as caught:
        parsed(pdf(pages))
    assert caught.value.state == PageState.NO_TEXT


def test_a_scan_whose_footer_has_a_date_is_read() -> None:
    """What was laid over a scan and tells a date is worth reading."""
    document = parsed(pdf([["Policy", "Review date: 1 May 2027"]] * 3))
    assert "Review date: 1 May 2027" in [block.text for block in document.blocks]


def test_too_many_links_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more links than the bound are kept, whatever the page holds."""
    monkeypatch.setattr(reader, "LINKS", 1)
    assert len(parsed(pdf([["a", "b"]], uris=[(0, 0, "https://a.example/"), (0, 1, "https://b.example/")])).links) == 1


@pytest.mark.parametrize(
    ("pages", "says"),
    [
        ([["Cover of a leaflet"], [], [], []], False),
        ([["Cover of a leaflet"], ["A stamp"], [], []], False),
        ([["Cover of a leaflet"], []], True),
        ([["Cover, reviewed 3 May 2024"], [], [], []], True),
        ([["Words that somebody wrote for this page"], ["And more of them for the second page"], ["And for the third page"]], True),
    ],
)
def test_a_scan_with_a_few_words_is_a_scan(pages: list[list[str]], says: bool) -> None:
    """A cover or a stamp over pages that are pictures is no text to read; a date on it is, and so are the words of a short leaflet."""
    if says:
        assert parsed(pdf(pages)).blocks
    else:
        with pytest.raises(Unreadable) as caught:
            parsed(pdf(pages))
        assert caught.value.state == "no_text"
