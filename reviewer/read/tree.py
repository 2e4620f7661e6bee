"""The small tree that readers of HTML see, whichever parser made it.

``parse`` is turbohtml (WHATWG tree, line numbers; `bench/parsers.py` has the figures), ``reference`` is BeautifulSoup on lxml, to which
a page is given when the fast parser was killed on it. Both give the same `Element`, and a test asserts that both read the same facts.
"""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Final

import turbohtml

from reviewer.read.document import Unreadable

NODES: Final = 150_000
"""Most elements and texts of one page; a page of 1 MiB that people wrote has under 60,000 (measured)."""

NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})


class Element:
    """One element: ``tag`` in lower case, ``attributes`` by lower-case name (empty string for one without a value), the ``line`` of its
    start tag (1 is the first; None when the parser cannot tell), its ``children`` (elements and texts, in order) and its ``parent``."""

    __slots__ = ("attributes", "children", "line", "parent", "tag")

    def __init__(
        self, tag: str, attributes: Mapping[str, str] = NO_ATTRIBUTES, line: int | None = None, parent: Element | None = None
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.parent = parent
        self.children: list[Element | str] = []

    def get(self, name: str) -> str | None:
        """The attribute's value, or None when the element does not have it."""
        return self.attributes.get(name)

    def walk(self) -> Iterator[tuple[Element | str, bool]]:
        """Everything below, in document order: (element, True) where it opens, (element, False) where it closes, (text, True).

        Not recursive: a page may be nested 200,000 deep.
        """
        stack: list[tuple[Element, Iterator[Element | str]]] = [(self, iter(self.children))]
        while stack:
            element, rest = stack[-1]
            for child in rest:
                yield child, True
                if not isinstance(child, str):
                    stack.append((child, iter(child.children)))
                    break
            else:
                stack.pop()
                if stack:
                    yield element, False

    def release(self) -> None:
        """Nobody reads this page's tree any more. Without the way back to their parents its elements are gone at once; a circle of them
        waits for the collector of garbage, and hundreds of pages with it."""
        for element in self.elements():
            element.parent = None

    def elements(self) -> list[Element]:
        """All elements below, in document order."""
        return [node for node, opens in self.walk() if opens and not isinstance(node, str)]

    def text(self) -> str:
        """All text below as it stands in the source, hidden or not."""
        return "".join(node for node, _ in self.walk() if isinstance(node, str))


class Whole(Element):
    """The ``html`` element of a page that is walked several times: it keeps the ``steps`` of a walk, and all ``inside`` of it in order."""

    __slots__ = ("inside", "steps")

    def __init__(self, attributes: Mapping[str, str], steps: list[tuple[Element | str, bool]], inside: list[Element]) -> None:
        """The lists may be filled later."""
        super().__init__("html", attributes, 1)
        self.steps = steps
        self.inside = inside

    def walk(self) -> Iterator[tuple[Element | str, bool]]:
        """As for any element."""
        return iter(self.steps)

    def elements(self) -> list[Element]:
        """As for any element."""
        return self.inside


UNSEEN: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "datalist", "noembed", "noframes", "param", "source", "track"}
)
"""Elements whose text a browser (with scripting) does not show."""

_HIDING = re.compile(r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse))\b", re.IGNORECASE)


def hidden(element: Element) -> bool:
    """Whether a browser keeps this element (its ancestors aside) from view: by its tag, ``hidden``, ``aria-hidden`` or its style.

    ``hidden=until-found`` counts as hidden; a closed ``<details>`` does not: a person opens it. A style sheet is not consulted.
    """
    if element.tag in UNSEEN:
        return True
    attributes = element.attributes
    if element.tag == "dialog":
        return "open" not in attributes
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style[:2000]))


STRUCK: Final = frozenset({"s", "del", "strike"})
"""Elements whose text is struck out: what stood there, and is no longer what the page says (WHATWG HTML, 4.5.5 and 4.7.2)."""
_STRIKING = re.compile(r"(?:^|;)\s{0,9}text-decoration(?:-line)?\s{0,9}:[^;]{0,100}\bline-through\b", re.IGNORECASE)
_STRIKERS: Final = frozenset({"line-through", "text-decoration-line-through", "strikethrough", "strike-through"})
"""Classes that strike a text out by the style sheets that most sites build on (Bootstrap, Tailwind) and by editors' own."""


def struck(attributes: Mapping[str, str]) -> bool:
    """Whether an element's style, or a class that says nothing else, strikes its text out. A style sheet is not consulted."""
    if (style := attributes.get("style")) and _STRIKING.search(style[:2000]):
        return True
    named = attributes.get("class")
    return bool(named and ("through" in named or "strike" in named) and not _STRIKERS.isdisjoint(named.lower().split()))


def parse_tree(text: str) -> Element:
    """The page's tree, by the fast parser; returns its ``html`` element. A declarative shadow root stands in it as browsers show it: its
    tree in place of its host's children, which fill its slots.

    Raises ``Unreadable`` (too_large) for a tree of more than `NODES` nodes.
    """
    below = attrgetter("flattened_children" if "shadowrootmode" in text.lower() else "children")
    document = turbohtml.parse(_tamed(text), scripting=True)
    root = next(document.iter_elements("html"))  # there always is one (WHATWG HTML, 13.2.6.4)
    steps: list[tuple[Element | str, bool]] = []
    inside: list[Element] = []
    top = Whole(_attributes(root.attrs) if root.attrs else NO_ATTRIBUTES, steps, inside)
    parent: Element = top
    rest: Iterator[turbohtml.Node] = iter(below(root))
    above: list[tuple[Element, Iterator[turbohtml.Node]]] = []
    room = NODES
    a_text, an_element = turbohtml.Text, turbohtml.Element
    names: dict[str, str] = {}
    while True:
        children = parent.children
        for node in rest:
            room -= 1
            kind = type(node)
            if kind is a_text:
                words: str = node.data  # type: ignore[attr-defined]
                children.append(words)
                steps.append((words, True))
            elif kind is an_element:
                written: str = node.tag  # type: ignore[attr-defined]
                tag = names.get(written) or names.setdefault(written, written.lower().removeprefix(_TAMED))
                found = node.attrs  # type: ignore[attr-defined]
                element = Element(tag, _attributes(found) if found else NO_ATTRIBUTES, node.source_line, parent)
                children.append(element)
                steps.append((element, True))
                inside.append(element)
                above.append((parent, rest))
                parent, rest = element, iter(below(node))
                break
        else:
            if not above:
                break
            steps.append((parent, False))
            parent, rest = above.pop()
        if room < 0:
            raise Unreadable("too_large", f"The page has more than {NODES:,} elements and texts.")
    return top


def _attributes(found: Mapping[str, str | list[str] | None]) -> Mapping[str, str]:
    """The attributes as a mapping of ours. A copy is linear; asking by key is not, and one element may have 100,000 attributes."""
    attributes: dict[str, str] = found.copy()  # type: ignore[attr-defined]
    for key, value in attributes.items():
        if type(value) is not str:
            attributes[key] = " ".join(value or ())
    return attributes


_TAMED = "x-tamed-"
_MAYBE_FORMATTING: Final = ("<b", "<code", "<em", "<font", "<i", "<nobr", "<s", "<tt", "<u")
"""What every formatting element begins with (others do, too)."""
_WORST: Final = 3_000_000
"""Formatting elements times tags: the number of nodes that they may make. Pages of 100 KB that people wrote stay below."""
_FEW: Final = 20
"""Tags of a page that cannot be one of these cases."""
_FORMATTING = re.compile(r"<(/?)(?=(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>])", re.IGNORECASE)
_MAYBE_BODIES = re.compile("<(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])")
"""What every ``<body>`` and ``<html>`` begins with; a search without regard to case would cost twice as much."""
_BODIES = re.compile(r"<(?=(?:body|html)[\s/>])", re.IGNORECASE)


def _tamed(text: str) -> str:
    """Disarm the two cases in which every parser that follows the standard needs quadratic time or memory (measured: 80 KB of
    ``<p><b id=1><p><b id=2>`` make 40 million nodes; 1 MiB of ``<body a1><body a2>`` takes all memory).

    In pages of many tags, formatting elements become unknown elements (which are never opened again in the next paragraph), and so do all
    but the first few ``<body>`` and ``<html>``. `parse` takes the prefix off again.
    A page whose tags are too few for either is not searched.
    """
    tags = text.count("<")
    if tags <= _FEW:
        return text
    if tags * tags > _WORST and sum(map(text.lower().count, _MAYBE_FORMATTING)) * tags > _WORST:
        text = _FORMATTING.sub(rf"<\1{_TAMED}", text)
    if len(_MAYBE_BODIES.findall(text)) > 20:
        cut = next(itertools.islice(_BODIES.finditer(text), 20, None), None)
        if cut is not None:
            text = text[: cut.end()] + _BODIES.sub(f"<{_TAMED}", text[cut.end() :])
    return text


def reference(text: str) -> Element:
    """The same tree by BeautifulSoup on lxml: slower, without line numbers. Same result and exception as `parse`."""
    import bs4

    soup = bs4.BeautifulSoup(text.replace("\0", "\ufffd"), "lxml", multi_valued_attributes=None)
    top = Element("html", line=1)
    root = soup.find("html")
    stack: list[tuple[Element, Iterator[bs4.element.PageElement]]] = []
    if isinstance(root, bs4.Tag):
        top.attributes = {key: str(value) for key, value in root.attrs.items()}
        stack.append((top, iter(root.contents)))
    room = NODES
    while stack:
        parent, rest = stack[-1]
        for node in rest:
            room -= 1
            if isinstance(node, bs4.Tag):
                # The slots of a shadow root stay empty here: what fills them comes behind it.
                tag = "x-shadow" if node.name == "template" and "shadowrootmode" in node.attrs else node.name.lower()
                element = Element(tag, {key: str(value) for key, value in node.attrs.items()}, None, parent)
                parent.children.append(element)
                stack.append((element, iter(node.contents)))
                break
            if not isinstance(node, bs4.element.PreformattedString):
                parent.children.append(str(node))
        else:
            stack.pop()
        if room < 0:
            raise Unreadable("too_large", f"The page has more than {NODES:,} elements and texts.")
    return top


_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([a-zA-Z0-9_:.-]{2,40})", re.IGNORECASE)
_WHATWG: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
"""Encodings that browsers read as another one (WHATWG Encoding, 4.2), by Python's names."""
_BROWSERS: Final = frozenset(
    {"utf-8", "utf-16", "utf-16-be", "utf-16-le", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874"}
    | {f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
    | {f"cp{number}" for number in range(1250, 1259)}
    | {"gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"}
)
"""The encodings that browsers know (WHATWG Encoding, 4.2), by Python's names. Python's own are no text of the web: some take minutes for a
page (punycode), some raise (idna), some are no text at all."""
_BYTE_ORDER_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))


def decode(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    """Bytes to text as a browser does it, and Python's name of the encoding: byte order mark, then the header's charset, then a
    ``<meta charset>`` in the first 1,024 bytes, then UTF-8 when the bytes are UTF-8, otherwise windows-1252 (WHATWG HTML, 13.2.3).

    Never raises; bytes that cannot be become U+FFFD.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    found = _HEADER_CHARSET.search((content_type or "")[:1000])
    encoding = _encoding(found.group(1)) if found else None
    if encoding is None:
        declared = _CHARSET.search(body[:1024])
        encoding = _encoding(declared.group(1).decode("ascii")) if declared else None
        if encoding in {"utf-16", "utf-16-le", "utf-16-be"}:  # the prescan read it as ASCII, so it cannot be
            encoding = "utf-8"
    if encoding is None:
        encoding = "utf-8"
        try:
            return body.decode(encoding), encoding
        except UnicodeDecodeError as error:
            # A page that was cut at a cap may end inside a character.
            encoding = encoding if error.reason == "unexpected end of data" else "cp1252"
    return body.decode(encoding, "replace"), encoding


def _encoding(label: str) -> str | None:
    """Python's name for a charset label, or None for one that no browser knows."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, UnicodeError):
        return None
    name = _WHATWG.get(name, name)
    return name if name in _BROWSERS else None
