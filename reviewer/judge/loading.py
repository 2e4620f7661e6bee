"""Which page loads a style sheet: itself, or by a style sheet that imports it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer import urls
from reviewer.model import Moved, Page, Visit, Works

LOADING = frozenset({"link", "style"})
"""The elements that load style sheets."""


def landed(url: str, visits: Mapping[str, Visit]) -> str:
    """The address, without its fragment, at which a link to ``url`` arrives."""
    asked = urls.without_fragment(url)
    visit = visits.get(asked)
    final = visit.evidence.final_url if isinstance(visit, Works | Moved) else None
    return urls.without_fragment(final or asked)


def loaders(pages: Iterable[Page], visits: Mapping[str, Visit]) -> dict[str, str]:
    """For each style sheet among the ``pages`` that a page loads, the first such page, in the order of the pages. Costs nothing when there
    are no style sheets."""
    every = tuple(pages)
    sheets = {page.url: page for page in every if page.sheet}
    found: dict[str, str] = {}
    if not sheets:
        return found
    for page in every:
        below = [] if page.sheet else [page]
        while below:
            for link in below.pop().links:
                url = landed(link.url, visits) if link.element in LOADING and link.url else ""
                if url in sheets and url not in found:
                    found[url] = page.url
                    below.append(sheets[url])
    return found


def used(pages: Mapping[str, Page], visits: Mapping[str, Visit]) -> dict[str, Page]:
    """The pages without the style sheets that no page among them loads."""
    loaded = loaders(pages.values(), visits)
    return {url: page for url, page in pages.items() if not page.sheet or url in loaded}
