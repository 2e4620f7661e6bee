"""Pictures that a script loads when a reader comes near: their address stands in an attribute that no browser knows."""

from __future__ import annotations

import re
from typing import Final

from reviewer.read.tree import Element

LATER: Final = frozenset({"data-src", "data-srcset", "data-lazy-src", "data-lazy-srcset", "data-original"})
"""Where such scripts look for an address: the names that lazysizes, lozad, WP Rocket and jQuery's Lazy Load share."""

_SCRIPT_FILE: Final = re.compile(r"lazy|lozad|unveil", re.IGNORECASE)
_SCRIPT_TEXT: Final = re.compile(r"data-(?:lazy-)?src|data-original|dataset\.(?:lazy)?src|lazy-?load", re.IGNORECASE)


class Later:
    """Whether a page has a script that loads what stands in one of ``LATER``; looked for once, and only when it is asked."""

    def __init__(self, tree: Element) -> None:
        self._tree = tree
        self._scripts: tuple[bool, bool] | None = None

    def loads(self, element: Element) -> bool:
        """Whether somebody loads this element's address: a script says so, or the element does and there is a script at all."""
        if self._scripts is None:
            self._scripts = self._looked()
        some, sure = self._scripts
        return sure or (some and "lazy" in (element.get("class") or "").lower())

    def _looked(self) -> tuple[bool, bool]:
        """Whether there is a script, and one that speaks of it."""
        some = False
        for element in self._tree.elements():
            if element.tag == "script":
                some = True
                text = "".join(child for child in element.children if isinstance(child, str))
                if _SCRIPT_FILE.search(element.get("src") or "") or _SCRIPT_TEXT.search(text):
                    return True, True
        return some, False
