"""The small tree: both parsers give it, hostile pages stay small, bytes are decoded as a browser does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.read import tree
from reviewer.read.document import Unreadable
from reviewer.read.tree import Element, hidden

PARSERS = [tree.parse_tree, tree.reference]


def shape(top: Element) -> list[str]:
    """The tree as a flat list, texts without white space around."""
    told = []
    for node, opens in top.walk():
        if isinstance(node, str):
            told += [node.strip()] if node.strip() else []
        else:
            told.append(f"<{node.tag}>" if opens else f"</{node.tag}>")
    return told


@pytest.mark.parametrize("parser", PARSERS)
def test_elements(parser: object) -> None:
    """Tags, attributes, texts and parents are there, comments are not."""
    assert callable(parser)
    top = parser('<html lang="en"><body><p class="a b" hidden>One <!-- no --><b>two</b></p></body></html>')
    paragraph = next(element for element in top.elements() if element.tag == "p")
    assert top.get("lang") == "en"
    assert dict(paragraph.attributes) == {"class": "a b", "hidden": ""}
    assert paragraph.get("id") is None
    assert paragraph.text() == "One two"
    assert paragraph.parent is not None
    assert paragraph.parent.parent is not None
    assert [paragraph.parent.tag, paragraph.parent.parent.tag] == ["body", "html"]


def test_same_shape() -> None:
    """Both parsers build the same tree of ordinary markup."""
    text = "<html><head><title>T</title></head><body><main><h1>A</h1><ul><li>x<li>y</ul><table><tr><th>k<td>v</table></main></body>"
    both = [[word for word in shape(parser(text)) if "tbody" not in word and "head" not in word] for parser in PARSERS]
    assert both[0] == both[1]


@pytest.mark.parametrize("mode", ["open", "closed"])
@pytest.mark.parametrize("parser", PARSERS)
def test_shadow_roots(parser: object, mode: str) -> None:
    """A declarative shadow root is in the tree of both parsers, whatever its mode."""
    assert callable(parser)
    top = parser(f"<x-a><template shadowrootmode={mode}><p>Due: </p><slot></slot></template>May 2025</x-a>")
    assert top.text().split() == ["Due:", "May", "2025"]


def test_lines() -> None:
    """The fast parser knows the line of each start tag."""
    lines = {element.tag: element.line for element in tree.parse_tree("<p>a</p>\n<div>\n<b>x</b></div>").elements() if element.line}
    assert lines == {"p": 1, "div": 2, "b": 3}


@pytest.mark.parametrize("parser", PARSERS)
def test_empty(parser: object) -> None:
    """Nothing at all is a page without content."""
    assert callable(parser)
    assert parser("").text() == ""


@pytest.mark.parametrize("parser", PARSERS)
def test_too_many_nodes(parser: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree that no person wrote is refused, not read for minutes."""
    assert callable(parser)
    monkeypatch.setattr(tree, "NODES", 500)
    with pytest.raises(Unreadable) as caught:
        parser("<br>" * (tree.NODES + 1))
    assert caught.value.state == "too_large"


def test_formatting_that_never_closes() -> None:
    """Formatting elements that every parser opens again in each paragraph do not multiply; their names stay as written."""
    top = tree.parse_tree("".join(f"<p><b id={number}>x" for number in range(2000)))
    assert sum(1 for _ in top.elements()) < 10_000
    assert {element.tag for element in top.elements()} == {"head", "body", "p", "b"}


def test_body_after_body() -> None:
    """Thousands of ``<body>`` with an attribute each do not cost quadratic memory; what is in them is still read."""
    top = tree.parse_tree("".join(f"<body a{number}=1>x" for number in range(500)))
    assert top.text() == "x" * 500


def test_body_in_words() -> None:
    """Words that look like many bodies, but are none, change nothing."""
    assert tree.parse_tree("<bodyguard>x" * 30).text() == "x" * 30


def test_deep_nesting() -> None:
    """A page may be nested deeper than Python's stack."""
    assert tree.parse_tree("<div>" * 5_000 + "x").text() == "x"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>x", False),
        ("<p class=a>x", False),
        ("<p hidden>x", True),
        ("<p hidden=until-found>x", True),
        ("<p aria-hidden=true>x", True),
        ("<p aria-hidden=false>x", False),
        ("<p style='color: red; display : none'>x", True),
        ("<p style='visibility:hidden'>x", True),
        ("<p style='display:block'>x", False),
        ("<dialog>x", True),
        ("<dialog open>x", False),
        ("<script>x</script>", True),
        ("<noscript>x</noscript>", True),
        ("<details>x", False),
    ],
)
def test_hidden(html: str, expected: bool) -> None:
    """What a browser keeps from view is hidden."""
    elements = [element for element in tree.parse_tree(f"<body>{html}").elements() if element.tag not in {"head", "body"}]
    assert hidden(elements[0]) is expected


@pytest.mark.parametrize(
    ("body", "content_type", "text", "encoding"),
    [
        ("é".encode(), None, "é", "utf-8"),
        ("éa".encode("cp1252"), None, "éa", "cp1252"),
        ("é".encode("cp1252"), "text/html; charset=ISO-8859-1", "é", "cp1252"),
        ("é".encode(), 'text/html; charset="utf-8"', "é", "utf-8"),
        (b"\xef\xbb\xbf" + "é".encode(), "text/html; charset=latin1", "é", "utf-8"),
        ("é".encode("utf-16"), None, "é", "utf-16-le"),
        (b"\xfe\xff" + "é".encode("utf-16-be"), None, "é", "utf-16-be"),
        (b'<meta charset="koi8-r">\xc1', None, '<meta charset="koi8-r">а', "koi8-r"),
        ('<meta charset="utf-16">é'.encode(), None, '<meta charset="utf-16">é', "utf-8"),
        (b'<meta charset="no-such">x', None, '<meta charset="no-such">x', "utf-8"),
        (b"x", "text/html; charset=base64", "x", "utf-8"),
        (b"x" * 200_000, "text/html; charset=punycode", "x" * 200_000, "utf-8"),
        (b"x..y", "text/html; charset=idna", "x..y", "utf-8"),
        (b"+AGE-", "text/html; charset=utf-7", "+AGE-", "utf-8"),
        (b"\\x41", "text/html; charset=unicode_escape", "\\x41", "utf-8"),
        ("aé".encode()[:-1], None, "a\ufffd", "utf-8"),
    ],
)
def test_decode(body: bytes, content_type: str | None, text: str, encoding: str) -> None:
    """Bytes are decoded by byte order mark, header, meta, then as UTF-8 or windows-1252."""
    assert tree.decode(body, content_type) == (text, encoding)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(body: bytes) -> None:
    """No bytes make decoding or either parser fail."""
    text, _ = tree.decode(body)
    tree.parse_tree(text)
    tree.reference(text)
