"""A polite look at a site nobody has configured yet, and what it shows: pages, the wording of their dates, the contacts that they name."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from reviewer import __version__
from reviewer.fetch import Door
from reviewer.look import Equipment, Progress, Wants, look
from reviewer.model import Contact, DateKind, Looked, Page, PageState, Source
from reviewer.settings import Config, Pace, Site

PAGES: Final = 25
"""Pages that are looked at: enough to see how a site writes its dates."""

POLITE: Final = Pace(connections=2, per_second=2.0)
"""As for sites that are not ours: the person who asks may not be the owner yet."""

REVIEWED: Final = (DateKind.DUE, DateKind.LAST_REVIEWED)
VISIBLE: Final = frozenset({Source.TEXT, Source.TIME})
"""What a person can see on the page: the rest of a page's claims has no wording."""

_DIGITS: Final = re.compile(r"\d(?:[\d/.\-]*\d)?(?:st|nd|rd|th)?")
_MONTHS: Final = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look showed. ``wordings`` are the words around dates with the number of pages that use them, by kind of date; ``unread`` maps
    addresses to why they could not be read, and ``shells`` counts those of them that a browser would show."""

    start: str
    pages: tuple[Page, ...]
    unread: Mapping[str, str]
    wordings: tuple[tuple[DateKind, str, int], ...]
    undated: int
    contacts: tuple[tuple[Contact, int], ...]
    more: bool
    shells: int = 0

    @property
    def name(self) -> str:
        """The host: what the site is called until somebody knows better."""
        return (urlsplit(self.start).hostname or "the site").removeprefix("www.")


def look_politely(url: str, config: Config, *, progress: Progress, pages: int = PAGES, pace: Pace = POLITE) -> Survey:
    """Look at ``url`` and at pages that it leads to on its host, in its folder; links to other sites are not followed."""
    site = Site(name="site", start=(url,), within=within(url), links=False, max_pages=pages)
    config = replace(config, network=replace(config.network, own_pace=pace, robots_for_links=True))

    async def looking() -> Looked:
        async with Door(config.network, version=__version__) as door:
            return await look(config, Equipment(door, progress=progress), Wants((site,)))

    return survey(url, asyncio.run(looking()), most=pages)


def within(url: str) -> tuple[str, ...]:
    """The folder of a start page as patterns: ``/resources`` and what is below it. A page such as ``/a/tips.html`` stands for ``/a/**``;
    nothing for the whole host."""
    path = urlsplit(url).path.rstrip("/")
    if re.search(r"\.[a-z]{2,5}$", path):
        path = path.rpartition("/")[0]
    return (f"{path}/**",) if path else ()


def survey(url: str, looked: Looked, *, most: int) -> Survey:
    """Sum up a look."""
    read = tuple(page for page in looked.pages.values() if page.state is PageState.READ and not page.sheet)
    unread = {page.url: page.trouble or str(page.state) for page in looked.pages.values() if page.state is not PageState.READ}
    shown = [(claim.kind, wording(claim.quote)) for page in read for claim in page.claims if claim.source in VISIBLE]
    spelt = {(kind, text.casefold()): text for kind, text in reversed(shown)}
    words = Counter((kind, text.casefold()) for kind, text in shown)
    contacts: Counter[str] = Counter()
    first: dict[str, Contact] = {}
    for page in read:
        for contact in {contact.value.casefold(): contact for contact in page.contacts}.values():
            contacts[contact.value.casefold()] += 1
            first.setdefault(contact.value.casefold(), contact)
    return Survey(
        start=url,
        pages=read,
        unread=unread,
        wordings=tuple((kind, spelt[kind, text], count) for (kind, text), count in words.most_common(12)),
        undated=sum(not any(page.claim(kind) for kind in REVIEWED) for page in read),
        contacts=tuple((first[key], count) for key, count in contacts.most_common(12)),
        more=len(read) + len(unread) >= most,
        shells=sum(page.state is PageState.NEEDS_BROWSER for page in looked.pages.values()),
    )


def wording(quote: str) -> str:
    """The words around a date, with an ellipsis for the date itself: "Next review: Friday, 31 May 2024" gives "Next review: …"."""
    bare = _MONTHS.sub("…", _DIGITS.sub("…", quote))
    return re.sub(r"…(?:[\s,]*…)*", "…", " ".join(bare.split()))[:120]
