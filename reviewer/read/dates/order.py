"""Which number is the day: what a page itself tells about 03/04/2024."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from reviewer import dates
from reviewer.read.document import Document, Hints
from reviewer.read.sieves import Sieve, Texts

_NUMERIC: Final = re.compile(r"(?<![\w./-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)?\d\d(?![\w/-])")
_DAY_MONTH: Final = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}",
    re.IGNORECASE,
)
_MONTH_DAY: Final = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?, \d{4}",
    re.IGNORECASE,
)
_DATED: Final = Sieve(_NUMERIC, _DAY_MONTH, _MONTH_DAY)
_DAY_FIRST_HOSTS: Final = (
    ".uk",
    ".ie",
    ".au",
    ".nz",
    ".za",
    ".in",
    ".de",
    ".at",
    ".ch",
    ".fr",
    ".es",
    ".it",
    ".nl",
    ".be",
    ".wales",
    ".cymru",
    ".scot",
)
_MONTH_FIRST: Final = frozenset({"en-us", "en-ph", "en-as", "en-gu", "en-mp", "en-pr", "en-vi"})
"""Languages that write the month first (CLDR short dates). Templates name the first of them unasked, so that doubt remains."""
_MONTH_FIRST_HOSTS: Final = (".gov", ".mil", ".edu", ".us")
_ENOUGH: Final = 200_000
"""Characters of a page that are looked at: evidence stands beside the dates, and one date is enough."""


@dataclass(frozen=True, slots=True)
class Order:
    """``order`` is ``dmy`` or ``mdy``; ``certain`` when the page, its language or its address leaves no doubt; ``why`` says so."""

    order: str
    certain: bool
    why: str


def order(document: Document, hints: Hints) -> Order:
    """The order of day and month on this page: as configured; else by its own evidence, then its language and address."""
    if hints.date_order is not None:
        return Order(hints.date_order, certain=True, why="as configured")
    texts = [block.text for block in document.blocks]
    text = "\n".join(texts[at] for at in _DATED.among(Texts(texts)))[:_ENOUGH]
    first = second = False
    for found in _NUMERIC.finditer(text):
        one, two = int(found[1]), int(found[2])
        first |= 12 < one <= 31 and two <= 12
        second |= 12 < two <= 31 and one <= 12
    if first is not second:
        return Order("dmy" if first else "mdy", certain=True, why="another date on the page has a day above 12")
    lang = document.lang or hints.language
    if dates.day_first(lang):
        return Order("dmy", certain=True, why=f"the page's language ({lang}) writes the day first")
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    american = (lang or "").lower() in _MONTH_FIRST
    if host.endswith(_DAY_FIRST_HOSTS):
        return Order("dmy", certain=not american, why="the address is of a country that writes the day first")
    worded = bool(_DAY_MONTH.search(text)), bool(_MONTH_DAY.search(text))
    if american and worded != (True, False):
        return Order("mdy", certain=False, why=f"the page's language ({lang}) writes the month first")
    if host.endswith(_MONTH_FIRST_HOSTS) and not worded[0]:
        return Order("mdy", certain=False, why="the address is of the United States")
    if worded == (False, True):
        return Order("mdy", certain=False, why="dates in words on the page have the month first")
    return Order("dmy", certain=False, why="nothing on the page tells")
