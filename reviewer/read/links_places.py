"""Where a link stands on a page, and what a person reads of it: the heading above, the region, the form, the words."""

from __future__ import annotations

import re
from itertools import islice

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
_HEADING = re.compile(r"h[1-6]")

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


class Standing:
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
