"""The page of our own site that a broken link probably meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from reviewer import urls
from reviewer.model import Link, Page, PageState, Visit, Works

_LIKELY = 0.72
_CLEAR = 0.04
"""So much likelier than the next page has the best one to be: a near tie is a guess, and no suggestion."""
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
    marks = {*re.findall(r"[^\W\d_]{2,}", name), f"{name[:3]}…", f"…{name[-3:]}"}
    return name, frozenset(marks) if name else frozenset()


def _likeness(url: str, words: str, page: Page) -> float:
    """How probable it is that the link meant this page: 0 to 1, by the name in its path and by its title."""
    (wanted, marks), (name, other) = _name(url), _name(page.url)
    by_name = 0.0 if marks.isdisjoint(other) else difflib.SequenceMatcher(None, wanted, name).ratio()
    said, title = _words(words), _words(page.title)
    by_title = len(said & title) / len(said | title) if said and len(said & title) > 1 else 0.0
    return max(by_name, by_title, (by_name + by_title) / 1.6)


class _Among:
    """The pages of one look, told apart by being the same object: what was found among them once need not be looked for again.

    Only a page that shares a mark of its name, or a word of its title, can be likely: those are found by an index.
    """

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages = pages
        self._index: dict[tuple[str, str], list[Page]] | None = None

    def __hash__(self) -> int:
        return id(self.pages)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Among) and other.pages is self.pages

    def sharing(self, url: str, words: str) -> Iterable[Page]:
        """The pages that were read, on the host of ``url``, that share something with its name or with the words; each once."""
        if self._index is None:
            self._index = self._indexed()
        host = urls.host(url)
        keys = (*_name(url)[1], *(f" {word}" for word in _words(words)))
        return {page.url: page for key in keys for page in self._index.get((host, key), ())}.values()

    def _indexed(self) -> dict[tuple[str, str], list[Page]]:
        """The pages by host and mark, and by host and word (with a blank before it, so that it is no mark)."""
        index: dict[tuple[str, str], list[Page]] = {}
        for page in self.pages.values():
            if page.state is PageState.READ and not page.sheet:
                host = urls.host(page.url)
                for key in (*_name(page.url)[1], *(f" {word}" for word in _words(page.title))):
                    index.setdefault((host, key), []).append(page)
        return index


@lru_cache(maxsize=1)
def _among(pages: _Among) -> _Among:
    """The same with its index: one look is judged at a time."""
    return pages


_FOLLOWED = frozenset({"a", "area"})
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg)$", re.IGNORECASE)
_SAME_NAME = 0.85


def nearest(link: Link, pages: Mapping[str, Page], visits: Mapping[str, Visit] = MappingProxyType({})) -> str | None:
    """The URL of the most likely page on the link's own host; None when none is likely, or two are nearly equally so. For a picture it is a
    picture of that host that works, by its name; for what is neither a page nor a picture there is none."""
    if link.element not in _FOLLOWED:
        return _picture(link.url or "", visits)
    return _nearest(link.url or "", link.words, _among(_Among(pages)))


def _picture(url: str, visits: Mapping[str, Visit]) -> str | None:
    """The picture on the same host whose name is nearly the same."""
    if not _PICTURE.search(urls.path(url)):
        return None
    host, names = urls.host(url), {}
    for other, visit in visits.items():
        if (
            isinstance(visit, Works)
            and other != urls.without_fragment(url)
            and _PICTURE.search(urls.path(other))
            and urls.host(other) == host
        ):
            names.setdefault(_file_name(other), other)
    found = difflib.get_close_matches(_file_name(url), names, n=1, cutoff=_SAME_NAME)
    return names[found[0]] if found else None


def _file_name(url: str) -> str:
    return urls.decoded(urls.path(url)).rpartition("/")[2].lower()


@lru_cache(maxsize=512)
def _nearest(url: str, words: str, among: _Among) -> str | None:
    """The same, once for each address and its words: a broken link may stand on every page of a site."""
    asked = urls.without_fragment(url)
    here = among.sharing(url, words) if urls.is_web(url) else ()
    likely = sorted(
        ((how, page.url) for page in here if (how := _likeness(url, words, page)) >= _LIKELY and page.url != asked), reverse=True
    )
    if not likely or (len(likely) > 1 and likely[1][0] > likely[0][0] - _CLEAR):
        return None
    return likely[0][1]
