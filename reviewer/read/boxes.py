"""What stands on a page and is no text: parts that are folded away, drawings, and empty elements that a script fills; and what is named as
something beside the text."""

from __future__ import annotations

import re
from typing import Final

from reviewer.read.tree import Element

BOXES: Final = frozenset({"div", "section", "ul", "ol"})
"""Elements that hold a part of a page."""
FILLED: Final = BOXES | {"tbody"}
"""Elements that a script may fill."""
_WAITING: Final = re.compile(
    r"map|form|widget|app\b|root\b|embed|list|result|accordion|tab|player|chart|calendar|feed|load|slider|gallery|content|async|placeholder"
)
"""Words in the class or id of an element that a script fills."""
_DRAWN: Final = frozenset({"svg", "canvas"})
_ICONS: Final = frozenset({"a", "button", "span", "i", "li", "label", "p"})
"""Elements in which a drawing is an icon."""


_BESIDE: Final = re.compile(
    r"(?<![^\s_-])(?:(?:left|right|main|top|sub|side|site|local|global|primary|secondary)?(?:nav(?:bar|igation)?|menu|sidebar|col)|"
    r"side-bar|bread-?crumbs?|crumbs?|(?:site|page|global)?foot(?:er)?|social|shar(?:e|ing)|sharedaddy|cookies?|widget-area|toolbar|"
    r"pag(?:er|ination)|skip-?links?)(?!\S)"
)
"""What menus, footers and other parts beside a page's text are called in its markup."""


def is_beside(node: Element) -> bool:
    """Whether an element has the name of a part beside the text, which is no proof of it."""
    return _BESIDE.search(_called(node)) is not None


def filled_later(node: Element, beside: Element | None) -> bool:
    """Whether an element is empty and waits for a script: it has a name or data for one, or it stands where the text under a heading
    would."""
    if node.tag not in FILLED or any(not isinstance(child, str) or not child.isspace() for child in node.children):
        return False
    if node.parent is beside or any(name.startswith("data-") for name in node.attributes):
        return True
    return _WAITING.search(_called(node)) is not None


def may_show(node: Element) -> bool:
    """Whether what is left out may be shown after all, or shows something: a part that a person can open, a drawing, a script that writes
    where it stands."""
    if node.tag in _DRAWN:
        return node.parent is None or node.parent.tag not in _ICONS
    if node.tag == "script":
        return "json" not in (node.get("type") or "").lower()
    return node.tag in BOXES


def _called(node: Element) -> str:
    """The classes of an element, and its id."""
    return f"{node.get('class') or ''} {node.get('id') or ''}".lower()
