"""Every place of a page that bears a link, as a browser sees it (WHATWG HTML), in document order.

Not links: comments, what stands in ``<template>``, ``<noscript>``, ``<textarea>`` and scripts (a browser that runs scripts makes no
elements of it), JSON-LD, and addresses in plain text or code. ``preconnect`` and ``dns-prefetch`` name a host to get ready for, not
something to fetch.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from reviewer import urls
from reviewer.model import NOWHERE, Link, Place, Region
from reviewer.read.document import Unreadable
from reviewer.read.links.base import base_of
from reviewer.read.links.css import references
from reviewer.read.links.later import LATER, Later
from reviewer.read.links.places import OPENERS, Part, opened, words
from reviewer.read.links.rels import rel_of
from reviewer.read.links.values import refresh, srcset
from reviewer.read.making import maker
from reviewer.read.tree import Element, parse_tree

LIMIT = 20_000
"""Links of one page that are looked for at all; how many are kept is the settings' to say."""

EMBEDDED = (100, 10)
"""So many ``srcdoc`` of a page are read, and of a ``srcdoc`` itself; those within these are not."""


class Collected(NamedTuple):
    """``links`` in document order, ``anchors`` (every id, and the names of ``a`` elements), the ``base`` that addresses were resolved with,
    and ``at``: which links (by index) an element bears, by ``id(element)``."""

    links: tuple[Link, ...]
    anchors: frozenset[str]
    base: str
    at: Mapping[int, tuple[int, ...]]


_made = maker(Link)
_placed = maker(Place)

_BACKGROUND = frozenset({"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "xlink:href"}),
    "area": frozenset({"href"}),
    "link": frozenset({"href", "imagesrcset"}),
    "img": frozenset({"src", "srcset"}) | LATER,
    "script": frozenset({"src", "href", "xlink:href"}),
    "iframe": frozenset({"src"}) | LATER,
    "frame": frozenset({"src"}),
    "source": frozenset({"src", "srcset"}) | LATER,
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

_WORDED = frozenset({"a", "area", "button", "img", "image", "input", "iframe", "frame", "video", "audio", "object", "embed", "link"})
_STYLED = frozenset({"style", "import"})
_INLINE = re.compile(r"\s*(?:data|blob):", re.IGNORECASE)
_ROOTED = ("http://", "https://", "/")
"""What an address begins with for which of its base only the host matters: most do."""
_SHORT = ("http", "#", "mailto:")
"""What others begin with that are no whole file."""
_NOTHING: frozenset[str] = frozenset()
_BARE = frozenset({"style", "a"})
"""Elements that matter without an attribute: what they hold, or what opens them again."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_FETCHED = frozenset({"preconnect", "dns-prefetch"})


def _written(element: Element, name: str, value: str) -> tuple[str, ...]:
    """The addresses in one attribute, as written."""
    if name.endswith("srcset"):
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
    if tag == "iframe":
        return element.get("srcdoc") is None  # which wins (WHATWG HTML, 4.8.5)
    if name == "xlink:href":
        return element.get("href") is None  # SVG 2, 16.1.3: href wins
    if tag == "script" and name == "href":
        return element.get("src") is None
    return not (tag == "form" and (element.get("method") or "").strip().lower() == "dialog")


def _label(element: Element, name: str, form: Element | None) -> str:
    """The attribute's name; of a ``link`` its kind; ``post`` for the address of a form that sends its data (a GET cannot judge it)."""
    if element.tag == "link":
        return rel_of(element)
    if name not in {"action", "formaction"}:
        return name
    method = element.get("formmethod") if name == "formaction" else element.get("method")
    if method is None and form is not None:
        method = form.get("method")
    return "post" if (method or "").strip().lower() == "post" else name


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


def collect(tree: Element, url: str, *, encoding: str = "utf-8", limit: int = LIMIT, depth: int = 0) -> Collected:
    """All links and anchors of a page. ``url`` is its final address, ``encoding`` the one that its bytes were in (Python's name).

    At most ``limit`` links are kept, the first ones. What an ``iframe`` has in its ``srcdoc`` is a document of its own: its links stand
    where the ``iframe`` does, and its anchors are none of the page's. ``depth`` counts the ``srcdoc`` around. Never raises.
    """
    base = base_of(tree, url)
    links: list[Link] = []
    anchors = {tree.get("id") or ""}
    at: dict[int, tuple[int, ...]] = {}
    parts = [Part()]
    part = parts[-1]
    heading: str | None = None
    before: Element | None = None
    later = Later(tree)
    embedded = EMBEDDED[depth] if depth < len(EMBEDDED) else 0
    for node, opens in tree.walk():
        if isinstance(node, str):
            continue
        if not opens:
            if part.opener is node:
                parts.pop()
                part = parts[-1]
            continue
        tag, attributes = node.tag, node.attributes
        if tag in OPENERS or "role" in attributes:
            part = opened(node, part)
            parts.append(part)
        if part.template:
            continue
        if tag in _HEADINGS:
            heading = words(node) or heading
        if not attributes and tag not in _BARE:
            continue
        if "id" in attributes:
            anchors.add(attributes["id"])
        if tag == "a":
            if "name" in attributes:
                anchors.add(attributes["name"])
            if before is not None and node.line == before.line and _reopened(node, before):
                continue
            before = node
        if tag != "style" and "style" not in attributes and _ATTRIBUTES.get(tag, _NOTHING).isdisjoint(attributes) and tag != "iframe":
            continue
        begins = len(links)
        place = _placed(heading, node.line)
        said: str | None = None
        for attribute, written in _borne(node, part.form, later, limit - begins):
            if said is None:
                said = words(node) if tag in _WORDED else ""
            links.append(_link(written, base, tag, attribute, encoding, "" if attribute in _STYLED else said, place, part.region))
        if len(links) > begins:
            at[id(node)] = tuple(range(begins, len(links)))
        if embedded and tag == "iframe" and (markup := node.get("srcdoc")):
            embedded -= 1
            inner = _embedded(markup, base, encoding, limit=limit - len(links), depth=depth + 1)
            links += (replace(found, place=Place(heading, node.line), region=part.region) for found in inner)
    return Collected(tuple(links), frozenset(anchors - {""}), base, at)


def link(written: str, base: str, *, element: str, attribute: str, said: str = "", place: Place = NOWHERE) -> Link:
    """The link that an address as ``written`` makes, against its ``base``; ``said`` are its words. Never raises."""
    return _link(written, base, element, attribute, "utf-8", said, place, Region.MAIN)


def _link(written: str, base: str, element: str, attribute: str, encoding: str, said: str, place: Place, region: Region) -> Link:
    """The same in a page of this ``encoding``, in this part of it."""
    if written.startswith(_ROOTED):
        base = urls.front(base)
    elif not written.startswith(_SHORT) and _INLINE.match(written):  # the whole file stands in the address: its beginning says what it is
        written = written[:80]
    written, said = sys.intern(urls.masked(written)), sys.intern(urls.masked(said))  # a menu stands on every page: one string for all
    resolved = urls.resolve(written if written.isascii() else _encoded(written, encoding), base)
    return _made(written, resolved, element, attribute, said, place, region)


def _embedded(markup: str, base: str, encoding: str, *, limit: int, depth: int) -> Iterator[Link]:
    """The links of a ``srcdoc``. Its addresses have the base of the page around, unless it names its own; what is only a fragment leads to
    a place in the ``srcdoc`` itself (WHATWG HTML, 2.4.3 and 7.4.2)."""
    try:
        tree = parse_tree(markup)
    except Unreadable:
        return
    for found in collect(tree, base, encoding=encoding, limit=limit, depth=depth).links:
        part = found.href.strip()
        yield replace(found, url=f"about:srcdoc{part}") if part.startswith("#") else found


def _reopened(element: Element, before: Element) -> bool:
    """Whether this ``a``, on the line of the one before, was not written: the parser opens one that was never closed again in the next
    block, with nothing in it (WHATWG HTML, "reconstruct the active formatting elements")."""
    return (
        element.parent is not before.parent
        and element.attributes == before.attributes
        and not any(not isinstance(child, str) or child.strip() for child in element.children)
    )


def _borne(element: Element, form: Element | None, later: Later, room: int) -> Iterable[tuple[str, str]]:
    """The first of what `_places` gives; most links have one place."""
    attributes = element.attributes
    if element.tag == "a" and "href" in attributes and "style" not in attributes and "xlink:href" not in attributes:
        return (("href", attributes["href"]),)[:room]
    return islice(_places(element, form, later), room)


def _places(element: Element, form: Element | None, later: Later) -> Iterator[tuple[str, str]]:
    """(attribute, address as written) of everything that an element bears, in the order of its attributes."""
    for name, value in element.attributes.items():
        if name == "style":
            yield from (("style", found.address) for found in references(value) if not found.sheet)
        elif _bears(element, name) and (name not in LATER or later.loads(element)):
            label = _label(element, name, form)
            yield from ((label, found) for found in _written(element, name, value))
    if element.tag == "style":
        css = "".join(child for child in element.children if isinstance(child, str))
        yield from (("import" if found.sheet else "style", found.address) for found in references(css))
