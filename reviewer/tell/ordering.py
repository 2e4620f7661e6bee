"""What stands before what in a digest, and what is told once: items in their order, by page. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from reviewer import checks, settle
from reviewer.model import Change, DigestItem, DigestPage, Page
from reviewer.settings import Config

MOST_ITEMS: Final = 10
"""Items of one page; the rest are a number."""

MOST_FIRST: Final = 10
MOST_FIRST_OF_A_PAGE: Final = 3
"""Things in the first digest that somebody ever gets, and how many of them may be of one page; the rest is counted."""

FEWEST_PAGES: Final = 3
"""So many pages of one digest that link to the same address with the same trouble have it told once."""


def worst(items: Iterable[DigestItem]) -> list[DigestItem]:
    """The worst of items that are in order, not too many of one page."""
    kept: list[DigestItem] = []
    of_page: Counter[str] = Counter()
    for item in items:
        page = item.issue.finding.page
        if of_page[page] < MOST_FIRST_OF_A_PAGE and len(kept) < MOST_FIRST:
            of_page[page] += 1
            kept.append(item)
    return kept


@dataclass(frozen=True, slots=True)
class Order:
    """What stands before what: by the config's patience, and by how many pages link to each page."""

    config: Config
    linked: Mapping[str, int]

    def gathered(self, items: Iterable[DigestItem], pages: Mapping[str, Page]) -> list[DigestItem]:
        """The items in their order, those that say the very same of a page as one, and those of many pages that link to one address."""
        return sorted(_joined(_across(sorted(items, key=self.urgency), pages)), key=self.urgency)

    def by_page(self, items: Iterable[DigestItem], pages: Mapping[str, Page], most: int = MOST_ITEMS) -> tuple[DigestPage, ...]:
        """The items by page, the most urgent page first, and the most urgent item of each first."""
        groups: dict[str, list[DigestItem]] = {}
        for item in _joined(sorted(items, key=self.urgency)):
            groups.setdefault(item.issue.finding.page, []).append(item)
        return tuple(_page(url, own, pages.get(url), most) for url, own in groups.items())

    def urgency(self, item: DigestItem) -> tuple[int, int, bool, int, dt.date, bool, str, str, str]:
        """The order of items: by rank (overdue and withdrawn, broken, moved, the rest) and severity, new before known, then those of the
        pages that most others link to, the longest overdue, what is certain before what is unstable."""
        finding = item.issue.finding
        return (
            checks.rank(finding),
            -finding.severity,
            item.change is not Change.NEW,
            -self.linked.get(finding.page, 0),
            finding.due or dt.date.max,
            settle.unstable(item.issue, self.config.patience),
            finding.page,
            finding.check,
            finding.subject,
        )


def _page(url: str, items: list[DigestItem], page: Page | None, most: int) -> DigestPage:
    """One page with its items, as many as may be shown."""
    return DigestPage(
        url,
        page.title if page is not None else "",
        tuple(items[:most]),
        max(0, len(items) - most),
        page.lang if page is not None else None,
    )


def _joined(items: Iterable[DigestItem]) -> tuple[DigestItem, ...]:
    """The items, with those that say the very same as one: a person reads ten equal lines as one."""
    made: dict[tuple[object, ...], DigestItem] = {}
    for item in items:
        one = item.issue.finding
        key = (one.page, item.change, item.since, one.check, one.says, one.fix, one.quote, one.suggestion, one.due, item.elsewhere)
        first = made.get(key)
        made[key] = item if first is None else replace(first, same=(*first.same, item.issue, *item.same))
    return tuple(made.values())


def _across(items: Iterable[DigestItem], pages: Mapping[str, Page]) -> list[DigestItem]:
    """The items, with one for an address that many pages link to, all with the same trouble: it is one thing to find a new address for.
    So is what many pages say, or lack, in the very same words: "archived" in the banner of a project's pages, no review date. What has a
    day is each page's own matter. What a finding says of further pages of its own is named too."""
    links = checks.of_links()
    groups: dict[tuple[object, ...], list[DigestItem]] = {}
    for item in items:
        one = item.issue.finding
        if checks.across_words(one) is not None:
            about: tuple[object, ...] = (one.reason,)
        elif one.check in links:
            about = (one.subject,)
        else:
            about = (one.subject, one.says, one.quote) if one.due is None else (one.subject, one.page)
        groups.setdefault((one.check, item.change, *about), []).append(item)
    told: list[DigestItem] = []
    for group in groups.values():
        first, others = group[0], group[1:]
        if len(group) >= FEWEST_PAGES:
            named = tuple(_named(other.issue.finding.page, pages) for other in others)
            first = replace(first, same=tuple(other.issue for other in others), elsewhere=named)
            others = []
        told += [_spread(item, pages) for item in (first, *others)]
    return told


def _spread(item: DigestItem, pages: Mapping[str, Page]) -> DigestItem:
    """The item with the further pages that its finding itself names."""
    also = tuple(_named(url, pages) for url in item.issue.finding.also)
    return replace(item, elsewhere=(*item.elsewhere, *also)) if also else item


def _named(url: str, pages: Mapping[str, Page]) -> str:
    """A page's title, or its address."""
    page = pages.get(url)
    return (page.title if page is not None else "") or url
