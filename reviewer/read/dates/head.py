"""Dates from a page's head: JSON-LD, ``<meta>``, front matter and the core properties of a file. Weaker than any visible word.

``dateModified``, ``og:updated_time`` and their like say when a machine last touched the page: *updated*, never a review.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from reviewer import dates
from reviewer.model import DateClaim, DateKind, Source
from reviewer.read.dates.choice import Found
from reviewer.read.dates.grammar import PLAIN
from reviewer.read.dates.order import Order
from reviewer.read.document import Document

_NAMES: Final = {
    DateKind.DUE: (
        {"review_date", "review-date", "reviewdate", "next_review", "next-review", "nextreview", "next_review_date"}
        | {"next-review-date", "nextreviewdate", "review_due", "review-due", "review_by", "review-by", "reviewby"}
        | {"review_on", "date.review", "dc.date.review", "dcterms.review", "nextreviewed", "next_review_due"}
        | {"review_due_date", "review-due-date"}
    ),
    DateKind.LAST_REVIEWED: (
        {"last_reviewed", "last-reviewed", "lastreviewed", "last_reviewed_on", "last-reviewed-on", "last_review"}
        | {"last-review", "lastreview", "last_review_date", "last-review-date", "date_reviewed", "date-reviewed"}
        | {"datereviewed", "reviewed", "reviewed_on", "dc.date.reviewed", "dcterms.datereviewed", "dc.date.lastreviewed"}
        | {"last_verified", "lastverified"}
    ),
    DateKind.UPDATED: (
        {"article:modified_time", "og:updated_time", "og:article:modified_time", "dcterms.modified", "dc.date.modified"}
        | {"datemodified", "last-modified", "last_modified", "lastmodified", "last_updated", "last-updated", "lastupdated"}
        | {"updated", "modified", "date.modified", "revised", "revision_date", "lastmod", "last_update", "moddate"}
    ),
    DateKind.PUBLISHED: (
        {"article:published_time", "og:published_time", "article:published", "dcterms.issued", "dcterms.created"}
        | {"dcterms.date", "dc.date", "dc.date.issued", "dc.date.created", "datepublished", "date", "pubdate"}
        | {"publish_date", "publish-date", "publishdate", "publication_date", "published", "published_on", "date_published"}
        | {"dc.date.published", "created", "creationdate", "sailthru.date", "parsely-pub-date", "citation_publication_date"}
        | {"citation_date", "effective_date"}
    ),
    DateKind.EXPIRES: (
        {"expires_on", "expiry_date", "expiry-date", "expirydate", "expiration_date", "valid_until", "valid-until"}
        | {"dcterms.valid", "article:expiration_time", "unpublish_date"}
    ),
}
_KIND: Final = {name: kind for kind, names in _NAMES.items() for name in names}
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
        kind = _KIND.get(name.replace(" ", "_"))
        if kind is not None and (day := _date(value, way)):
            yield _one(kind, day, f"{name}: {value[:100]}", Source.META)
    for name, value in document.properties:
        kind = _PROPERTIES.get(name)
        if kind is not None and (day := _date(value, way)):
            yield _one(kind, day, f"{name}: {value[:100]}", Source.PROPERTIES)


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
