"""Dates from a page's head: JSON-LD, ``<meta>``, front matter and the core properties of a file. Weaker than any visible word.

``dateModified``, ``og:updated_time`` and their like say when a machine last touched the page: *updated*, never a review.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from reviewer import dates
from reviewer.model import DateClaim, DateKind, Source
from reviewer.read.dates.choice import Found
from reviewer.read.dates.grammar import keyed
from reviewer.read.dates.order import Order
from reviewer.read.dates.senses import PLAIN
from reviewer.read.document import Document

_STANDARD: Final = {
    **dict.fromkeys(("dcterms.valid", "article:expiration_time", "unpublish_date"), DateKind.EXPIRES),
    **dict.fromkeys(("dcterms.date", "dc.date", "sailthru.date", "citation_date"), DateKind.PUBLISHED),
    **dict.fromkeys(("lastmod", "moddate"), DateKind.UPDATED),
    **dict.fromkeys(("pubdate", "parsely-pub-date"), DateKind.PUBLISHED),
    **dict.fromkeys(("expires", "revisit-after", "revision"), None),
}
"""Names whose words do not tell: of Dublin Core and other vocabularies, short ones, and those that are no date of the page (``expires`` is
the cache's). All others are read by the grammar of labels."""
_JSON: Final = {
    "lastreviewed": DateKind.LAST_REVIEWED,
    "expires": DateKind.EXPIRES,
    "datemodified": DateKind.UPDATED,
    "datepublished": DateKind.PUBLISHED,
    "datecreated": DateKind.PUBLISHED,
}
_PAGES: Final = re.compile(
    r"(?:^|/)(?:\w{0,40}(?:WebPage|Page|Article|Posting|Report|Guideline|Document|CreativeWork|Work|Webpage|Chapter|Book|"
    r"Guide|Recipe|FAQPage|HowTo|WebContent|Entity|"
    r"MedicalCondition|MedicalEntity|Drug|Legislation|Dataset))$"
)
_PROPERTIES: Final = {"created": DateKind.PUBLISHED, "modified": DateKind.UPDATED}
_DEPTH: Final = 4


def found(document: Document, way: Order) -> Iterator[Found]:
    """All dates of the head, each as weak as its source."""
    for text in document.json_ld[:20]:
        yield from _json_ld(text)
    for name, value in document.meta:
        kind = _kind(name, html=document.content_type in _HTML)
        if kind is not None and (day := _date(value, way)):
            yield _one(kind, day, f"{name}: {value[:100]}", Source.META)
    for name, value in document.properties:
        kind = _PROPERTIES.get(name)
        if kind is not None and (day := _date(value, way)):
            yield _one(kind, day, f"{name}: {value[:100]}", Source.PROPERTIES)


_HTML: Final = ("text/html", "application/xhtml+xml")


@lru_cache(maxsize=2000)
def _kind(name: str, *, html: bool) -> DateKind | None:
    """What the date of a name of the head is, if it is one of the page's."""
    if name in _STANDARD and (html or name != "expires"):
        return _STANDARD[name]
    return keyed(name)


def _json_ld(text: str) -> Iterator[Found]:
    """The dates of the nodes that describe the page: the top ones and those of ``@graph``, not what is nested in them."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for node in _nodes(data, _DEPTH):
        kinds = node.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(kind, str) and _PAGES.search(kind) for kind in named):
            continue
        for key, value in node.items():
            date_kind = _JSON.get(key.lower())
            if date_kind is DateKind.UPDATED and value == node.get("datePublished"):
                continue  # the same moment: it was never touched
            if date_kind is not None and isinstance(value, str) and (day := _date(value[:60], None)):
                yield _one(date_kind, day, f"{key}: {value[:60]}", Source.JSON_LD)


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The nodes of a JSON-LD script."""
    if depth < 0:
        return
    if isinstance(data, list):
        for one in data[:200]:
            yield from _nodes(one, depth - 1)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"), depth - 1)
        yield from _nodes(data.get("mainEntity"), depth - 1)


def _date(value: str, way: Order | None) -> dates.FoundDate | None:
    """The date that a value begins with."""
    days = dates.find(value[:60], order=way.order if way else "dmy")
    return days[0] if days and days[0].start <= 12 else None


def _one(kind: DateKind, day: dates.FoundDate, quote: str, source: Source) -> Found:
    """A claim of the head."""
    claim = DateClaim(kind, day.date, quote, source=source, ambiguous=day.other is not None, other=day.other)
    return Found(claim, PLAIN, "in the head of the page, where no visible word says it")
