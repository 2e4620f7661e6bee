"""Which pages are linked most: where two pages have the like trouble, more readers meet the one that more pages lead to. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from reviewer import urls
from reviewer.model import Page

_FOLLOWED: Final = frozenset({"a", "area"})


def links_to(pages: Iterable[Page]) -> Counter[str]:
    """How many of the other pages link to each address (without its fragment), each page counted once."""
    counted: Counter[str] = Counter()
    for page in pages:
        counted.update({urls.without_fragment(link.url) for link in page.links if link.url and link.element in _FOLLOWED} - {page.url})
    return counted
