"""Plain text and Markdown to a document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.read.document import BlockKind, Cell, Document
from reviewer.read.formats import text


def document(words: str, url: str = "https://www.example.org/a/b.md") -> Document:
    """The document of a text."""
    return text.parse(words.encode(), url=url, content_type="text/plain; charset=utf-8")


def kinds(words: str) -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    return [(block.kind.value, block.text) for block in document(words).blocks]


def test_headings() -> None:
    """Headings are marked with ``#`` or underlined; blocks stand under them, with their lines."""
    found = document("One\n===\n\n## Two ##\ntext\nmore\n\nThree\n---\n#\n## **\nend")
    assert [(block.text, block.level, block.place.line, block.place.heading) for block in found.blocks] == [
        ("One", 1, 1, None),
        ("Two", 2, 4, "One"),
        ("text\nmore", 0, 5, "Two"),
        ("Three", 2, 8, "Two"),
        ("#", 0, 10, "Three"),
        ("end", 0, 12, "Three"),
    ]
    assert found.title == "One"


def test_items() -> None:
    """Items know their list and how deep they are; a blank line with text after it ends the list."""
    found = document("- a\n  - b\n\n- c\n\nd\n\n1. e\n• f\n\n  g")
    assert [(block.text, block.kind.value, block.level, block.list) for block in found.blocks] == [
        ("a", "item", 1, 0),
        ("b", "item", 2, 0),
        ("c", "item", 1, 1),
        ("d", "paragraph", 0, None),
        ("e", "item", 1, 2),
        ("f", "item", 1, 2),
        ("g", "paragraph", 0, None),
    ]


def test_tables() -> None:
    """Rows between pipes are cells; those above the rule are header cells."""
    found = document("| A | B |\n|---|---|\n| 1 | |\n| 2 | 3 |\n\n|x|y|\n")
    assert [(block.text, block.cell) for block in found.blocks] == [
        ("A", Cell(0, 0, 0, header=True)),
        ("B", Cell(0, 0, 1, header=True)),
        ("1", Cell(0, 1, 0)),
        ("2", Cell(0, 2, 0)),
        ("3", Cell(0, 2, 1)),
        ("x", Cell(1, 0, 0)),
        ("y", Cell(1, 0, 1)),
    ]


def test_rule_below_the_head_only() -> None:
    """A second rule in a table makes no second head, and one at its top makes none."""
    cells = [block.cell for block in document("|---|\n| a |\n| b |\n|---|\n").blocks]
    assert [cell.header for cell in cells if cell] == [False, False]


def test_head_after_text() -> None:
    """The head of a table does not reach above the table."""
    found = document("x\n| A | B |\n|---|---|\n")
    assert [block.cell.header if block.cell else None for block in found.blocks] == [None, True, True]


def test_code_and_quotes() -> None:
    """Fenced code and quoted lines are their own kinds."""
    assert kinds("```\nReview date: 1 May 2024\n\n```\n> said\n>\nend") == [
        ("code", "Review date: 1 May 2024"),
        ("quote", "said"),
        ("paragraph", "end"),
    ]


def test_marks_and_links() -> None:
    """Emphasis, tags and comments are taken off; links are kept with their words, as a browser resolves them."""
    found = document(
        "**Owner:** _A_ <b>B</b> [the guide](../g) ![p](i.png) <mail@example.org> <https://x.example/> <!-- no\n -->snake_case"
    )
    assert found.blocks[0].text == "Owner: A B the guide p mail@example.org https://x.example/\nsnake_case"
    assert [(link.element, link.href, link.url) for link in found.links] == [
        ("a", "../g", "https://www.example.org/g"),
        ("img", "i.png", "https://www.example.org/a/i.png"),
        ("a", "mailto:mail@example.org", "mailto:mail@example.org"),
        ("a", "https://x.example/", "https://x.example/"),
    ]
    assert found.blocks[0].links == (0, 1, 2, 3)


@pytest.mark.parametrize("struck", ["~~1 May 2025~~", "<del>1 May 2025</del>", "<s class=x>1 May 2025</s>", "~~1 May\n2025~~"])
def test_what_is_struck_out_is_not_said(struck: str) -> None:
    """Struck-out text is no longer what the page says."""
    assert kinds(f"Review date: {struck} 1 May 2027") == [("paragraph", "Review date: 1 May 2027")]


@pytest.mark.parametrize("words", ["~~ a title ~~", "about ~5 and ~6 of them", "a ~~b"])
def test_tildes_that_strike_nothing_out(words: str) -> None:
    """Ornaments and "about" are no marks of struck-out text."""
    assert kinds(words) == [("paragraph", words)]


def test_front_matter() -> None:
    """Front matter is meta, and gives title and language; without an end it is text."""
    found = document("---\ntitle: 'A guide'\nlang: cy\nlast_reviewed_on: 2024-01-01\n- odd\n---\nText")
    assert (found.title, found.lang, found.meta[2]) == ("A guide", "cy", ("last_reviewed_on", "2024-01-01"))
    assert [block.text for block in found.blocks] == ["Text"]
    assert document("---\nx: y\n").meta == ()


def test_marks_alone() -> None:
    """A paragraph of nothing but marks is none."""
    assert kinds("**\n\nx") == [("paragraph", "x")]


def test_nothing() -> None:
    """An empty text has no title."""
    assert document("").title == ""
    assert document("A title\nmore").title == "A title"


def test_only_so_many_links() -> None:
    """Of very many links the first 2,000 are kept, all words stay."""
    found = document("[a](b) " * 2100)
    assert len(found.links) == 2000
    assert found.blocks[0].text.count("a") == 2100


def test_lines_end_in_any_way() -> None:
    """Carriage returns are line ends, too; the kind of content is kept."""
    found = text.parse(b"a\r\rb\r\n\r\nc", url="", content_type=None)
    assert [block.text for block in found.blocks] == ["a", "b", "c"]
    assert found.content_type == "text/plain"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="#-=|`>*_[]()!<> \nab1", max_size=200))
def test_any_text(words: str) -> None:
    """No text makes the reader fail, and no block is empty."""
    assert all(block.text for block in document(words).blocks)
    assert BlockKind.PARAGRAPH
