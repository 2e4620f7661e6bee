"""The pages of one look as a key: what was worked out for all of them once need not be worked out again."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.model import Page


class OneLook:
    """The pages of one look, told apart by being the same object: no page is compared."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages = pages

    def __hash__(self) -> int:
        return id(self.pages)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OneLook) and other.pages is self.pages
