"""Titles as people say them: without the name of the site that a content management system hangs on each. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from reviewer import urls
from reviewer.model import Page
from reviewer.settings import Config

_BETWEEN: Final = re.compile(r"\s+(?:[|·•»«–—:~-]|::|>>)\s+|\s*\|\s*")
"""What stands between a page's own title and its site's name."""

LEAST: Final = 3
"""Pages of a host that have to share a part of their titles, half of its pages or more, before it is taken for the site's name."""


def own_titles(pages: Mapping[str, Page], config: Config) -> dict[str, Page]:
    """The same pages, each with its own title: parts at its ends that are the name of the organisation or of a site, or that half of the
    host's pages have before or behind their own, are cut ("Fieldwork | Handbook | School"). A title that would
    be empty then stays."""
    named = {_folded(name) for name in (config.organisation.name, *(site.name for site in config.sites)) if name}
    counted: defaultdict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    hosts = Counter(urls.host(url) for url, page in pages.items() if page.title)
    parts = {url: [part for part in _BETWEEN.split(page.title) if part.strip()] for url, page in pages.items()}
    for url, found in parts.items():
        before, behind = {(0, _folded(part)) for part in found[:-1]}, {(-1, _folded(part)) for part in found[1:]}
        counted[urls.host(url)].update(before | behind)

    def shared(url: str, end: int, part: str) -> bool:
        host = urls.host(url)
        often = counted[host][end, _folded(part)]
        return _folded(part) in named or (often >= LEAST and 2 * often >= hosts[host])

    made = {}
    for url, page in pages.items():
        kept = list(parts[url])
        for end in (-1, 0):
            while len(kept) > 1 and shared(url, end, kept[end]):
                kept.pop(end)
        title = page.title if len(kept) == len(parts[url]) else _between(page.title, kept)
        made[url] = page if title == page.title else replace(page, title=title)
    return made


def _between(title: str, kept: list[str]) -> str:
    """So much of a title as the kept parts span, with what stands between them."""
    begins = title.index(kept[0])
    ends = title.rindex(kept[-1]) if len(kept) > 1 else begins
    return title[begins : ends + len(kept[-1])].strip()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
