"""Every place of a page that bears a link, as a browser sees it (WHATWG HTML), in document order.

Not links: comments, what stands in ``<template>``, ``<noscript>``, ``<textarea>`` and scripts (a browser that runs scripts makes no
elements of it), JSON-LD, and addresses in plain text or code. ``preconnect`` and ``dns-prefetch`` name a host to get ready for, not
something to fetch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from reviewer import urls
from reviewer.model import Link, Place, Region
from reviewer.read.links_values import refresh, srcset, style
from reviewer.read.tree import UNSEEN, Element

LIMIT = 2000
"""Links of one page that are kept."""


class Collected(NamedTuple):
    """``links`` in document order, ``anchors`` (every id, and the names of ``a`` elements), the ``base`` that addresses were resolved with,
    and ``at``: which links (by index) an element bears, by ``id(element)``."""

    links: tuple[Link, ...]
    anchors: frozenset[str]
    base: str
    at: Mapping[int, tuple[int, ...]]


_BACKGROUND = frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "xlink:href"}),
    "area": frozenset({"href"}),
    "link": frozenset({"href", "imagesrcset"}),
    "img": frozenset({"src", "srcset"}),
    "script": frozenset({"src", "href", "xlink:href"}),
    "iframe": frozenset({"src"}),
    "frame": frozenset({"src"}),
    "source": frozenset({"src", "srcset"}),
    "video": frozenset({"src", "poster"}),
    "audio": frozenset({"src"}),
    "track": frozenset({"src"}),
    "embed": frozenset({"src"}),
    "object": frozenset({"data"}),
    "input": frozenset({"src", "formaction"}),
    "button": frozenset({"formaction"}),
    "form": frozenset({"action"}),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
    "del": frozenset({"cite"}),
    "ins": frozenset({"cite"}),
    "use": frozenset({"href", "xlink:href"}),
    "image": frozenset({"href", "xlink:href"}),
    "feimage": frozenset({"href", "xlink:href"}),
    "meta": frozenset({"content"}),
    **dict.fromkeys(_BACKGROUND, frozenset({"background"})),
}
_MEANS_ITSELF = frozenset({"a", "area"})
"""Only here an empty address is one: the page itself. An empty ``src`` is not fetched, an empty ``action`` is the page's own."""

_REGIONS = {"main": Region.MAIN, "nav": Region.NAV, "aside": Region.ASIDE}
_ROLES = {
    "main": Region.MAIN,
    "navigation": Region.NAV,
    "banner": Region.HEADER,
    "contentinfo": Region.FOOTER,
    "complementary": Region.ASIDE,
}
_SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})
_HEADING = re.compile(r"h[1-6]")
_WORDED = frozenset({"a", "area", "button", "img", "image", "input", "iframe", "frame", "video", "audio", "object", "embed", "link"})
_INLINE = re.compile(r"\s*(?:data|blob):", re.IGNORECASE)
_FOREIGN = frozenset({"svg", "math"})
_INTEGRATION = frozenset({"foreignobject", "desc", "annotation-xml"})
"""Where HTML begins anew in SVG and MathML."""
_NOT_FETCHED = frozenset({"preconnect", "dns-prefetch"})


def _written(element: Element, name: str, value: str) -> tuple[str, ...]:
    """The addresses in one attribute, as written."""
    if name in {"srcset", "imagesrcset"}:
        return srcset(value)
    if element.tag == "meta":
        found = refresh(value) if (element.get("http-equiv") or "").strip().lower() == "refresh" else None
        return (found[1],) if found else ()
    return (value,) if value.strip() or element.tag in _MEANS_ITSELF else ()


def _bears(element: Element, name: str) -> bool:
    """Whether this attribute of this element makes a browser fetch or lead somewhere."""
    tag = element.tag
    if name not in _ATTRIBUTES.get(tag, ()):
        return False
    if tag == "link":
        kinds = set((element.get("rel") or "").lower().split())
        return bool(kinds - _NOT_FETCHED)
    if tag == "input" and name == "src":
        return (element.get("type") or "").strip().lower() == "image"
    if name == "xlink:href":
        return element.get("href") is None  # SVG 2, 16.1.3: href wins
    if tag == "script" and name == "href":
        return element.get("src") is None
    return not (tag == "form" and (element.get("method") or "").strip().lower() == "dialog")


def _label(element: Element, name: str, form: Element | None) -> str:
    """The attribute's name; ``post`` for the address of a form that sends its data (a visit by GET cannot judge it)."""
    if name not in {"action", "formaction"}:
        return name
    method = element.get("formmethod") if name == "formaction" else element.get("method")
    if method is None and form is not None:
        method = form.get("method")
    return "post" if (method or "").strip().lower() == "post" else name


BUDGET = 400
"""Nodes that are looked at for the words of one link: links may be nested, and a hostile page nests them deep."""


def words(element: Element) -> str:
    """What a person reads of a link: its text with the alternative texts in it, else its label or title; blanks collapsed."""
    pieces: list[str] = []
    unseen = 0
    for node, opens in islice(element.walk(), BUDGET):
        if isinstance(node, str):
            if not unseen:
                pieces.append(node)
        elif node.tag in UNSEEN:
            unseen += 1 if opens else -1
        elif opens and node.tag in {"img", "area"}:
            pieces.append(f" {node.get('alt') or ''} ")
        elif opens and node.tag == "br":
            pieces.append(" ")
    text = " ".join("".join(pieces).split())
    named = text or next((element.get(name) or "" for name in ("aria-label", "alt", "title", "value") if element.get(name)), "")
    return " ".join(named.split())[:300]


def _region(element: Element, inherited: Region, *, sectioned: bool) -> Region:
    """The part of the page that an element opens, or the one it stands in. A header in an article is not the page's (HTML-AAM)."""
    role = (element.get("role") or "").strip().lower()
    if role in _ROLES:
        return _ROLES[role]
    if element.tag in {"header", "footer"}:
        if sectioned:
            return inherited
        return Region.HEADER if element.tag == "header" else Region.FOOTER
    return _REGIONS.get(element.tag, inherited)


def _drawn(element: Element) -> bool:
    """Whether an element is one of SVG or MathML, whatever its name (WHATWG HTML, 13.2.6.5)."""
    nearest = next((above.tag for above in element.ancestors() if above.tag in _FOREIGN | _INTEGRATION), "")
    return nearest in _FOREIGN


def base_of(tree: Element, url: str) -> str:
    """The base of a page's addresses: that of the first ``<base href>``, wherever it stands, when it can be one (WHATWG HTML, 2.4.3)."""
    below: list[Element] = [tree]
    while below:
        element = below.pop()
        if element.tag == "template":
            continue
        below += [child for child in reversed(element.children) if not isinstance(child, str)]
        if element.tag == "base" and (written := element.get("href")) is not None and not _drawn(element):
            found = urls.resolve(written, url)
            return url if found is None or urls.scheme(found) in {"data", "javascript"} else found
    return url


def _encoded(href: str, encoding: str) -> str:
    """The query's letters beyond ASCII in the page's own encoding, as a browser sends them (WHATWG URL, "query state")."""
    if encoding.startswith("utf") or href.isascii() or "?" not in href:
        return href
    front, mark, rest = href.partition("?")
    asked, hash_, place = rest.partition("#")
    if urls.scheme(front) not in {"", "http", "https"}:
        return href
    return front + mark + "".join(letter if letter.isascii() else _escaped(letter, encoding) for letter in asked) + hash_ + place


def _escaped(letter: str, encoding: str) -> str:
    """One letter in an encoding, percent-encoded; as a character reference when the encoding does not have it (WHATWG URL, 1.3)."""
    try:
        return "".join(f"%{byte:02X}" for byte in letter.encode(encoding))
    except UnicodeEncodeError:
        return f"%26%23{ord(letter)}%3B"


class _Standing:
    """Where a walk through the page stands: the heading above, the region, the form, and whether in a template."""

    def __init__(self) -> None:
        self.heading: str | None = None
        self.regions = [Region.MAIN]
        self.forms: list[Element] = []
        self._sections = self._templates = 0

    def enters(self, node: Element, *, opens: bool) -> bool:
        """Take a step; whether it opens an element that a browser has in the page."""
        change = 1 if opens else -1
        if node.tag == "template":
            self._templates += change
            return False
        if self._templates:
            return False
        self._sections += change * (node.tag in _SECTIONING)
        if not opens:
            self.regions.pop()
            if node.tag == "form":
                self.forms.pop()
            return False
        self.regions.append(_region(node, self.regions[-1], sectioned=self._sections > 0))
        if node.tag == "form":
            self.forms.append(node)
        if _HEADING.fullmatch(node.tag):
            self.heading = words(node) or self.heading
        return True


def collect(tree: Element, url: str, *, encoding: str = "utf-8", limit: int = LIMIT) -> Collected:
    """All links and anchors of a page. ``url`` is its final address, ``encoding`` the one that its bytes were in (Python's name).

    At most ``limit`` links are kept, the first ones. Never raises.
    """
    base = base_of(tree, url)
    links: list[Link] = []
    anchors = {tree.get("id") or ""}
    at: dict[int, tuple[int, ...]] = {}
    standing = _Standing()
    before: Element | None = None
    for node, opens in tree.walk():
        if isinstance(node, str) or not standing.enters(node, opens=opens):
            continue
        anchors |= {node.get("id") or "", (node.get("name") or "") if node.tag == "a" else ""}
        if node.tag == "a":
            if _reopened(node, before):
                continue
            before = node
        begins = len(links)
        for attribute, written in islice(_places(node, standing.forms[-1] if standing.forms else None), limit - begins):
            links.append(_link(node, attribute, written, base, encoding, standing))
        if len(links) > begins:
            at[id(node)] = tuple(range(begins, len(links)))
    return Collected(tuple(links), frozenset(anchors - {""}), base, at)


def _link(node: Element, attribute: str, written: str, base: str, encoding: str, standing: _Standing) -> Link:
    """One link in its place."""
    if _INLINE.match(written):  # the whole file stands in the address: its beginning says what it is
        written = written[:80]
    wrong = urls.fault(written)
    return Link(
        href=written,
        url=urls.resolve(_encoded(written, encoding), base),
        element=node.tag,
        attribute=attribute,
        words=words(node) if node.tag in _WORDED and attribute != "style" else "",
        place=Place(standing.heading, node.line),
        region=standing.regions[-1],
        fault=wrong.reason if wrong and wrong.certain else None,
        meant=wrong.meant if wrong else None,
    )


def _reopened(element: Element, before: Element | None) -> bool:
    """Whether this ``a`` was not written: the parser opens one that was never closed again in the next block, with nothing in it
    (WHATWG HTML, "reconstruct the active formatting elements")."""
    return (
        before is not None
        and element.line == before.line
        and element.parent is not before.parent
        and element.attributes == before.attributes
        and not any(not isinstance(child, str) or child.strip() for child in element.children)
    )


def _places(element: Element, form: Element | None) -> Iterator[tuple[str, str]]:
    """(attribute, address as written) of everything that an element bears, in the order of its attributes."""
    for name, value in element.attributes.items():
        if name == "style":
            yield from (("style", found) for found in style(value))
        elif _bears(element, name):
            label = _label(element, name, form)
            yield from ((label, found) for found in _written(element, name, value))
    if element.tag == "style":
        yield from (("style", found) for found in style("".join(child for child in element.children if isinstance(child, str))))
