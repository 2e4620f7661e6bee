"""The page of our own site that a broken link probably meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import lru_cache

from reviewer import urls
from reviewer.model import Link, Page, PageState

_LIKELY = 0.72
_FILLERS = frozenset("the a an of and or for to in on at by with our your this that page here more read click".split())  # noqa: SIM905 - words


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w{2,}", text.lower()) if word not in _FILLERS)


@lru_cache(maxsize=8192)
def _name(url: str) -> tuple[str, frozenset[str]]:
    """The last name in a path, without its suffix, and its marks: its words, its first and its last letters.

    Names without a mark in common are not compared any further: a site has thousands of pages, and comparing letters takes its time.
    """
    name = re.sub(r"\.\w{2,5}$", "", urls.decoded(urls.path(url)).rstrip("/").rpartition("/")[2]).lower()
    marks = {*re.split(r"[\W_]+", name), f"{name[:3]}…", f"…{name[-3:]}"}
    return name, frozenset(marks - {""}) if name else frozenset()


def _likeness(link: Link, url: str, page: Page) -> float:
    """How probable it is that the link meant this page: 0 to 1, by the name in its path and by its title."""
    (wanted, marks), (name, other) = _name(url), _name(page.url)
    by_name = 0.0 if marks.isdisjoint(other) else difflib.SequenceMatcher(None, wanted, name).ratio()
    said, title = _words(link.words), _words(page.title)
    by_title = len(said & title) / len(said | title) if said and len(said & title) > 1 else 0.0
    return max(by_name, by_title, (by_name + by_title) / 1.6)


def nearest(link: Link, pages: Mapping[str, Page]) -> str | None:
    """The URL of the most likely page on the link's own host; None when none is likely, or two are equally so."""
    url = link.url or ""
    here = [page for page in pages.values() if page.state is PageState.READ and urls.site_key(page.url) == urls.site_key(url)]
    ranked = sorted(((_likeness(link, url, page), page.url) for page in here if page.url != urls.without_fragment(url)), reverse=True)[:2]
    if not ranked or ranked[0][0] < _LIKELY or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]
