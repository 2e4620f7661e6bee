"""Where a link stands on a page, and what a person reads of it: the region, the form, the words."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from reviewer.model import Region
from reviewer.read.tree import UNSEEN, Element

_REGIONS = {"main": Region.MAIN, "nav": Region.NAV, "aside": Region.ASIDE}
_ROLES = {
    "main": Region.MAIN,
    "navigation": Region.NAV,
    "banner": Region.HEADER,
    "contentinfo": Region.FOOTER,
    "complementary": Region.ASIDE,
}
_SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})

BUDGET = 400
"""Nodes that are looked at for the words of one link: links may be nested, and a hostile page nests them deep."""


def words(element: Element) -> str:
    """What a person reads of a link: its text with the alternative texts in it, or its label or title; blanks collapsed."""
    inside = element.children
    if len(inside) == 1 and isinstance(inside[0], str) and (text := " ".join(inside[0].split())):
        return text[:300]
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


class Part(NamedTuple):
    """What an element opens that reaches to its end: the region, whether a section is open, the form, whether it is a template's."""

    opener: Element | None = None
    region: Region = Region.MAIN
    sectioned: bool = False
    form: Element | None = None
    template: bool = False


OPENERS = _SECTIONING | {"form", "template", "header", "footer"}
"""The elements that open a part; so does any other that has a ``role``."""


def opened(node: Element, above: Part) -> Part:
    """The part that an element opens within another."""
    tag = node.tag
    if tag == "template" or above.template:
        return above._replace(opener=node, template=True)
    sectioned = above.sectioned or tag in _SECTIONING
    region = _region(node, above.region, sectioned=sectioned)
    return Part(node, region, sectioned, node if tag == "form" else above.form)
