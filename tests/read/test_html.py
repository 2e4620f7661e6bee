"""HTML to a document: blocks as a browser shows them, regions, cells, lists, and nothing that is hidden."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import read
from reviewer.model import Page, Region
from reviewer.read import Hints, tree
from reviewer.read.document import Block, BlockKind, Cell, Document
from reviewer.read.formats import html

URL = "https://www.example.org/guide"


def document(text: str) -> Document:
    """The document of some HTML."""
    return html.parse(text.encode(), url=URL, content_type="text/html; charset=utf-8")


def texts(text: str) -> list[str]:
    """The words of the blocks."""
    return [block.text for block in document(text).blocks]


def test_blocks_and_places() -> None:
    """Headings, paragraphs and items are blocks, each with its heading and line."""
    blocks = document("<h1>One</h1>\n<p>Two <b>three</b></p>\n<h2>Four</h2>\n<ul>\n<li>Five<ul><li>Six</ul></ul>").blocks
    assert [(block.text, block.kind.value, block.level, block.place.heading, block.place.line) for block in blocks] == [
        ("One", "heading", 1, None, 1),
        ("Two three", "paragraph", 0, "One", 2),
        ("Four", "heading", 2, "One", 3),
        ("Five", "item", 1, "Four", 5),
        ("Six", "item", 2, "Four", 5),
    ]
    assert [block.list for block in blocks] == [None, None, None, 0, 1]


def test_white_space() -> None:
    """White space of every kind is one blank, a ``<br>`` a newline, invisible characters are gone."""
    assert texts("<p> a\n\t b&nbsp;c&thinsp;d<br> e&#8203;f&shy;g\u202e\u0007 </p>") == ["a b c d\nefg"]


def test_letters_beyond_ascii() -> None:
    """Letters are composed, what cannot be seen is gone, white space is one blank: whether a text has all of this or none."""
    found = texts("<p> a\u2013b  e\u0301 <p>\u00fc\u00a0\u200by\u00adz <p>\u2019x<p>\u200b\u00ad<p>&#1;")
    assert found == ["a\u2013b \u00e9", "\u00fc yz", "\u2019x"]


def test_preformatted_lines_stay() -> None:
    """In ``<pre>`` a newline is one."""
    (block,) = document("<pre>a\n  b</pre>").blocks
    assert (block.text, block.kind) == ("a\nb", BlockKind.CODE)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>x</div>",
        "<!-- x -->",
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<p style='display:none'>x <b>y</b></p>",
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<svg><title>x</title><text>y</text></svg>",
        "<div hidden><main><header>x</header></main></div>",
        "<dialog>x</dialog>",
    ],
)
def test_hidden_text(hidden: str) -> None:
    """What a browser does not show is not on the page."""
    assert texts(f"<p>before</p>{hidden}<p>after</p>") == ["before", "after"]


@pytest.mark.parametrize(
    "struck",
    [
        "<s>1 May 2025</s>",
        "<del>1 May 2025</del>",
        "<strike>1 <b>May</b> 2025</strike>",
        "<span style='text-decoration:line-through'>1 May 2025</span>",
        "<span style='color:red; text-decoration-line: underline line-through;'>1 May 2025</span>",
        "<span class='text-muted text-decoration-line-through'>1 May 2025</span>",
        "<i class='line-through'>1 May 2025</i>",
    ],
)
def test_what_is_struck_out_is_not_said(struck: str) -> None:
    """What an editor struck out is no longer what the page says; what was put in its place is."""
    assert texts(f"<p>Review date: {struck} <ins>1 May 2027</ins></p>") == ["Review date: 1 May 2027"]


@pytest.mark.parametrize("attribute", ["style='text-decoration:underline'", "class='walkthrough'", "class='strike-plate'", "class=b"])
def test_what_is_not_struck_out_is_said(attribute: str) -> None:
    """Other decorations and classes leave the text as it is."""
    assert texts(f"<p>Review date: <span {attribute}>1 May 2027</span></p>") == ["Review date: 1 May 2027"]


def test_a_shadow_root_is_part_of_the_page() -> None:
    """A declarative shadow root is shown where its host stands, with the host's children in its slots; other templates are not."""
    shadow = "<template shadowrootmode=open><p>Next review due: <slot></slot></p><p><a href=/g>Guide</a></p></template>"
    found = document(f"<x-a>{shadow}1 May 2025</x-a><template><p>x</p></template>")
    assert [block.text for block in found.blocks] == ["Next review due: 1 May 2025", "Guide"]
    assert [link.href for link in found.links] == ["/g"]


def test_regions() -> None:
    """The parts of a page by element and role; the header of an article is not the page's."""
    found = document(
        "<header>a</header><nav>b</nav><main>c<aside>d</aside><article><header>e</header></article><footer>f</footer></main>"
        "<div role=complementary>g</div><footer>h</footer><p>i</p>"
    )
    assert {block.text: block.region for block in found.blocks} == {
        "a": Region.HEADER,
        "b": Region.NAV,
        "c": Region.MAIN,
        "d": Region.ASIDE,
        "e": Region.MAIN,
        "f": Region.MAIN,
        "g": Region.ASIDE,
        "h": Region.FOOTER,
        "i": Region.MAIN,
    }


def test_cells() -> None:
    """Each cell knows its table, row and column; a table in a cell is a table of its own; a cell outside a table is none."""
    blocks = document("<table><caption>t</caption><tr><th>a<td>b<table><tr><td>c</table><tr><td><p>d<p>e</table>").blocks
    assert [(block.text, block.cell) for block in blocks] == [
        ("t", None),
        ("a", Cell(0, 0, 0, header=True)),
        ("b", Cell(0, 0, 1)),
        ("c", Cell(1, 0, 0)),
        ("d", Cell(0, 1, 0)),
        ("e", Cell(0, 1, 0)),
    ]
    assert blocks[0].kind is BlockKind.CAPTION


def test_cell_without_a_table() -> None:
    """A cell that the reference parser leaves outside a table is a block without a place in one."""
    found = html.document(tree.reference("<body><td>x</td></body>"), url=URL)
    assert [(block.text, block.cell) for block in found.blocks] == [("x", None)]


def test_xhtml() -> None:
    """XHTML is read like HTML."""
    body = b"<html xmlns='http://www.w3.org/1999/xhtml' xml:lang='de'><body><p>x<br/>y</p></body></html>"
    found = html.parse(body, url=URL, content_type="application/xhtml+xml")
    assert [block.text for block in found.blocks] == ["x\ny"]
    assert found.lang == "de"


def test_terms() -> None:
    """A definition list has terms and definitions, a quotation its own kind."""
    kinds = [(block.text, block.kind.value) for block in document("<dl><dt>a<dd>b</dl><blockquote><p>c</p></blockquote>").blocks]
    assert kinds == [("a", "term"), ("b", "definition"), ("c", "quote")]


def test_media() -> None:
    """Pictures and films are blocks with their alternative text."""
    blocks = document("<p>a<img src=i.png alt='A picture'>b</p><video src=v.mp4></video>").blocks
    assert [(block.text, block.element) for block in blocks if block.kind is BlockKind.MEDIA] == [("A picture", "img"), ("", "video")]
    assert [block.text for block in blocks if block.kind is not BlockKind.MEDIA] == ["ab"]


def test_links_of_a_block() -> None:
    """A block knows its links by their place in the document; one that surrounds blocks or has no words is kept, too."""
    found = document("<p>a <a href=/x>b</a></p><a href=/y><div>c</div></a><p><a href=/z></a></p><form action=/f>d</form>")
    assert [(block.text, [found.links[number].href for number in block.links]) for block in found.blocks] == [
        ("a b", ["/x"]),
        ("", ["/y"]),
        ("c", []),
        ("", ["/z"]),
        ("d", ["/f"]),
    ]


def test_times() -> None:
    """A ``<time>`` keeps its words and its machine value; one without a value, or outside any block that shows, is none."""
    (block,) = document("<p>Due <time datetime='2024-05-31'>31 May</time> or <time>June</time></p>").blocks
    assert [(tag.words, tag.value) for tag in block.times] == [("31 May", "2024-05-31")]


def test_head() -> None:
    """Title, language, meta and JSON-LD come from the head; hidden scripts do not."""
    found = document(
        "<html lang=cy><head><title> A \n title </title><meta name=DC.date content=' 2024 '><meta property=og:x content=y><meta charset=utf-8>"
        "<meta name=empty content=''><script type='application/ld+json'>{}</script></head><body><title>no</title>"
        "<div hidden><script type='application/ld+json'>[]</script></div>"
    )
    assert (found.title, found.lang, found.json_ld) == ("A title", "cy", ("{}",))
    assert found.meta == (("dc.date", "2024"), ("og:x", "y"))


def test_title_of_a_drawing() -> None:
    """The title of an SVG is not the page's."""
    assert document("<body><svg><title>no</title></svg><p>x").title == ""


def test_anchors() -> None:
    """The ids of a page are its anchors."""
    assert document("<h2 id=a>x</h2><a name=b></a>").anchors >= {"a", "b"}


def test_element_names() -> None:
    """A block names the element that holds it."""
    assert [block.element for block in document("x<p>y<h3>z").blocks] == ["body", "p", "h3"]


FIXTURES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))


def _facts(page: Page) -> object:
    """The facts without lines and anchors' order: what both parsers must agree on."""
    return (
        page.title,
        page.lang,
        [(claim.kind, claim.date, claim.quote) for claim in page.claims],
        page.banner and page.banner.quote,
        page.superseded and page.superseded.quote,
        [(period.quote, period.end, period.historical) for period in page.periods],
        [(contact.kind, contact.value) for contact in page.contacts],
        [(gap.kind, gap.quote) for gap in page.gaps],
        [(item.words, item.date) for item in page.items],
        [(link.href, link.url, link.words, link.element, link.place.heading) for link in page.links],
        page.anchors,
        page.fingerprint,
    )


@pytest.mark.parametrize("path", FIXTURES, ids=[path.name for path in FIXTURES])
def test_both_parsers_read_the_same(path: Path) -> None:
    """The fast parser and the reference read the same facts from every fixture."""
    body = path.read_bytes()
    fast, slow = (read.read(body, url=URL, content_type="text/html", hints=Hints(), reference=reference) for reference in (False, True))
    assert _facts(fast) == _facts(slow)


def test_there_are_fixtures() -> None:
    """The comparison above has something to compare."""
    assert len(FIXTURES) >= 10


def test_block_is_a_plain_value() -> None:
    """Two parses of the same bytes give equal documents (so they can cross a process boundary)."""
    assert document("<p>x") == document("<p>x")
    assert isinstance(document("<p>x").blocks[0], Block)


LINKED = {
    "a page": "<!doctype html><html lang=cy><title>A</title><h1 id=top>B</h1><p>Words <a href=/a>a</a> <img src=/b alt=c></p>",
    "a shell": "<title>App</title><div id=root></div><script src=/a.js></script>",
    "no shell": f"<script src=/a.js></script><div id=root></div>{'<p>Ask your doctor first. <a href=/a>More</a>' * 20}<title>Late</title>",
    "titles": "<svg><title>Logo</title></svg><p>x<title> </title><title>Second</title>",
    "as XML": '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><head><title>A</title></head><body><p><a href="b"/></p></body></html>',
}


@pytest.mark.parametrize("text", LINKED.values(), ids=LINKED)
def test_links_alone_are_those_of_the_whole_page(text: str) -> None:
    """Who looks at links alone gets the same links, places, title, language and whether it is a shell; and no text."""
    kind = "application/xhtml+xml" if "xmlns" in text else "text/html"
    whole = html.parse(text.encode(), url=URL, content_type=kind)
    assert html.parse_links(text.encode(), url=URL, content_type=kind) == replace(whole, blocks=(), boxes=(), meta=(), json_ld=())


@pytest.mark.parametrize("script", ["", "<script src=/a.js></script>"])
def test_links_alone_cost_no_blocks(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks are made only up to where it is told that a page is no shell: a page of ten times the length has no more of them made."""
    made: list[str] = []

    def counted(text: str) -> str:
        made.append(text)
        return " ".join(text.split())

    monkeypatch.setattr(html, "squeezed", counted)
    counts = []
    for length in (30, 300):
        made.clear()
        body = f"{script}<main>{'<p>Ask your doctor about it first. <a href=/a>More</a></p>' * length}</main>".encode()
        assert len(read.read(body, url=URL, content_type="text/html", hints=Hints(facts=False)).links) == length + bool(script)
        counts.append(len(made))
    assert counts[0] == counts[1] < 10
