"""Which part of the page an element opens: its navigation, head, foot, what stands beside it, and what visitors wrote."""

from __future__ import annotations

from typing import Final

from reviewer.model import Region
from reviewer.read.boxes import BOXES
from reviewer.read.tree import Element

PARTS: Final = frozenset({"nav", "aside", "main", "header", "footer"})
"""Elements that are parts of a page."""
_REGIONS: Final = {"nav": Region.NAV, "aside": Region.ASIDE, "main": Region.MAIN}
_ROLES: Final = {
    "main": Region.MAIN,
    "navigation": Region.NAV,
    "banner": Region.HEADER,
    "contentinfo": Region.FOOTER,
    "complementary": Region.ASIDE,
}
_ENDS: Final = frozenset({"banner", "contentinfo"})
"""Roles of the whole page's head and foot: in the middle of ``main``, where some systems give them to their messages, they are neither."""
_VOICES: Final = frozenset({"comments", "comment-list", "commentlist", "reviews", "review-list", "customer-reviews", "user-reviews"})
"""Classes and ids of what visitors wrote."""


def region(node: Element, inherited: Region, *, sectioned: bool) -> Region:
    """The part of the page that an element opens, or the one it stands in; a header of an article is not the page's (HTML-AAM)."""
    role = (node.get("role") or "").strip().lower()
    if role in _ROLES and not (sectioned and role in _ENDS):
        return _ROLES[role]
    if node.tag in {"header", "footer"} and not sectioned:
        return Region.HEADER if node.tag == "header" else Region.FOOTER
    if node.tag in BOXES and not _VOICES.isdisjoint(marks(node)):
        return Region.ASIDE
    return _REGIONS.get(node.tag, inherited)


def marks(node: Element) -> list[str]:
    """The classes of an element, and its id."""
    return f"{node.get('class') or ''} {node.get('id') or ''}".lower().split()
