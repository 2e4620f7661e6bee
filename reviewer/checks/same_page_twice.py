"""Two pages of a site that say the same: one of them will be forgotten when the other is reviewed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from reviewer import urls, verdicts
from reviewer.checks import Context
from reviewer.model import Audience, Confidence, Finding, Page, PageState, Severity
from reviewer.verdicts import OneLook

SUMMARY = "Does another page of the site say the same, or nearly the same?"
ABOUT = "page"
RESTS_ON = {"": (Confidence.SEEN, "the words of both pages")}

_DIGITS: Final = 8
_SHARED: Final = 0.8
"""So much of two sketches has to be the same: more than nine of ten words stand in the same passages."""
_APART: Final = 0.86
"""So much where each has a name of its own: two clinics, or what is for adults and what is for children, are described alike."""
_WORD: Final = re.compile(r"\w+")
_SITE: Final = re.compile(r"\s[–—|·-]\s")
"""What stands before the name of a site in a title."""
_COVERED: Final = 0.77
"""So much of the longer of two sketches: a page of few words has a heading of its own, and perhaps a line for sharing it."""
_INDEX: Final = re.compile(r"(?<=/)(?:index|default|home)\.\w{3,5}$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+")
_COMMON: Final = 30
"""A checksum that so many pages have is boilerplate, and no reason to compare two of them."""


def check(page: Page, context: Context) -> Iterator[Finding]:
    """One finding for the page that is linked less, with the address of the other and how often each is linked."""
    twins = _twins(OneLook(context.pages))
    other = twins.other(page)
    if other is None:
        return
    here, there = twins.linked(page.url), twins.linked(other)
    yield Finding(
        check="same_page_twice",
        page=page.url,
        subject=other,
        severity=Severity.NOTE,
        says=f"It says nearly the same as {other} ({_times(there)} to that one, {_times(here)} to this one).",
        fix="Keep one of the two, and let the other lead to it.",
        audience=Audience.TEMPLATE,
        reason="same_page_twice",
        suggestion=other,
    )


def _times(count: int) -> str:
    return f"{count or 'no'} page{'s link' if count > 1 else ' links'}"


class _Twins:
    """Which pages are alike, and how often each is linked; worked out once for all."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages
        self._sums = {url: frozenset(_sums(page.sketch)) for url, page in pages.items() if page.state is PageState.READ and page.sketch}
        self._having: dict[str, list[str]] = {}
        for url, sums in self._sums.items():
            for each in sums:
                self._having.setdefault(each, []).append(url)
        self._links: Counter[str] | None = None

    def other(self, page: Page) -> str | None:
        """The page that this one says the same as, when that one is linked more, or as often and is the one that was copied by its address
        ("tuesdays" before "copy-of-tuesdays"), or comes first."""
        mine = self._sums.get(page.url, frozenset())
        near = Counter(url for each in mine if len(having := self._having[each]) <= _COMMON for url in having)
        alike = [
            url
            for url, shared in near.items()
            if url != page.url and urls.host(url) == urls.host(page.url) and self._alike(url, page, shared) and not _one_page(url, page.url)
        ]
        best = min(alike, key=self._order, default=None)
        if best is None or self.linked(best) < self.linked(page.url):
            return None
        same = self.linked(best) == self.linked(page.url)
        copied = _copied(page.url, best) if same else True
        return best if copied or (not _copied(best, page.url) and self._order(best) < self._order(page.url)) else None

    def _order(self, url: str) -> tuple[int, str]:
        return -self.linked(url), url

    def _alike(self, url: str, page: Page, shared: int) -> bool:
        few, most = sorted((len(self._sums[url]), len(self._sums[page.url])))
        other = self._pages[url]
        if other.lang != page.lang or _of_a_series(other.title, page.title):
            return False
        share, covered = (_APART, _APART) if _named_apart(other.title, page.title) else (_SHARED, _COVERED)
        return shared >= share * few and shared >= covered * most

    def linked(self, url: str) -> int:
        """How many other pages link to it."""
        if self._links is None:
            self._links = verdicts.links_to(self._pages.values())
        return self._links[url]


def _named_apart(one: str, other: str) -> bool:
    """Whether each of two titles has a word that the other lacks: "for adults", "for children"; the name of the site left out."""
    mine, its = (set(_WORD.findall(_SITE.split(title)[0].casefold())) for title in (one, other))
    return bool(mine - its) and bool(its - mine)


def _one_page(one: str, other: str) -> bool:
    """Whether two addresses are those of one page: a folder and its index."""
    return _INDEX.sub("", urls.path(one)) == _INDEX.sub("", urls.path(other))


def _copied(one: str, other: str) -> bool:
    """Whether an address is that of a copy of the other one: its last part has all of the other's and more."""
    mine, first = (urls.path(url).rstrip("/").rpartition("/")[2] for url in (one, other))
    return bool(first) and first != mine and first in mine


def _of_a_series(one: str, other: str) -> bool:
    """Whether two titles are those of a series, which is written alike each time: the same words with other numbers ("Award 2019-20")."""
    return _NUMBER.findall(one) != _NUMBER.findall(other) and _NUMBER.sub("", one) == _NUMBER.sub("", other)


def _sums(sketch: str) -> Iterator[str]:
    """The checksums of a sketch."""
    return (sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS))


@lru_cache(maxsize=1)
def _twins(pages: OneLook) -> _Twins:
    """What is alike among the pages of one look."""
    return _Twins(pages.pages)
