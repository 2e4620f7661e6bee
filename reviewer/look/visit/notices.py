"""What a target says of itself as a whole: in its headers, and whether its body may say that its time is over.

What may be said at all is asked of the lexicon that the readers read by, so that the one is never narrower than the other.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Final

from reviewer import dates, read, urls
from reviewer.look.visit.glance import is_html
from reviewer.model import Answer, Page, Superseded

TEXTS: Final = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_SUCCESSOR: Final = re.compile(
    r"<([^<>]{1,2048})>\s{0,9};[^,<]{0,200}?\brel\s{0,9}=\s{0,9}\"?[^\",;]{0,100}?\bsuccessor-version\b", re.IGNORECASE
)
_CANONICAL: Final = re.compile(rb"<link\b[^<>]{0,300}\bcanonical\b[^<>]{0,300}>", re.IGNORECASE)
_HREF: Final = re.compile(rb"\bhref\s{0,9}=\s{0,9}[\"']?([^\"'\s<>]{1,2048})", re.IGNORECASE)
_UNAVAILABLE: Final = re.compile(r"unavailable_after\s{0,9}:\s{0,9}([^\"'<>;]{6,60})", re.IGNORECASE)
_UNAVAILABLE_META: Final = re.compile(rb"unavailable_after\s{0,9}:\s{0,9}[^\"'<>;]{6,60}", re.IGNORECASE)


def may_say(answer: Answer, body: bytes) -> bool:
    """Whether a target's body, so much of it, is worth reading for what it says of itself."""
    if not is_html(answer) and answer.media_type not in TEXTS:
        return False
    text = html.unescape(read.decode(body, answer.header("content-type"))[0])
    return b"uccessor-" in body or read.may_be_over(" ".join(text.split())) or _elsewhere(answer, body)


def _elsewhere(answer: Answer, body: bytes) -> bool:
    """Whether a page names another address as the canonical one."""
    link = _CANONICAL.search(body)
    href = _HREF.search(link.group()) if link else None
    meant = urls.resolve(href.group(1).decode("utf-8", "replace"), answer.final_url) if href else None
    return meant is not None and urls.path(meant) != urls.path(answer.final_url)


def declared(answer: Answer, body: bytes, today: dt.date | None = None) -> Superseded | None:
    """What the headers say: a successor (RFC 5829, 3.3), that it is deprecated (RFC 9745), or that its day has passed (``Sunset``, RFC
    8594; ``unavailable_after`` in the headers or the head). Whether a day has passed is told by the answer's own ``Date``, or by ``today``
    where it has none (RFC 9110, 6.6.1)."""
    for name, value in answer.headers:
        if name == "link" and (found := _SUCCESSOR.search(value[:8192])):
            return Superseded("rel=successor-version", url=urls.resolve(found.group(1), answer.final_url))
    now = _moment(answer.header("date")) or (dt.datetime.combine(today, dt.time.min, dt.UTC) if today else None)
    for quote, moment in _ends(answer, body, now):
        if moment is not None and now is not None and moment <= now:
            return Superseded(quote)
    return None


def _ends(answer: Answer, body: bytes, now: dt.datetime | None) -> Iterator[tuple[str, dt.datetime | None]]:
    """The statements that its time ends, with when; what is deprecated without a day is so ``now``."""
    deprecation = (answer.header("deprecation") or "").strip()[:60]
    if deprecation.lower() == "true":
        yield f"Deprecation: {deprecation}", now
    elif deprecation:
        seconds = re.fullmatch(r"@(\d{1,11})", deprecation)
        yield f"Deprecation: {deprecation}", _of_seconds(int(seconds[1])) if seconds else _moment(deprecation)
    if sunset := (answer.header("sunset") or "").strip()[:60]:
        yield f"Sunset: {sunset}", _moment(sunset)
    in_head = _UNAVAILABLE_META.search(body) if is_html(answer) else None
    robots = f"{answer.header('x-robots-tag') or ''} {in_head.group().decode('ascii', 'replace') if in_head else ''}"
    if found := _UNAVAILABLE.search(robots[:2048]):
        read = dates.find(found[1])
        yield found.group().strip(), dt.datetime.combine(read[0].date.by, dt.time.max, dt.UTC) if read else None


def _of_seconds(seconds: int) -> dt.datetime:
    """The moment so many seconds after 1970."""
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _moment(text: str | None) -> dt.datetime | None:
    """The moment that a header names (RFC 9110, 5.6.7), or None when it names none."""
    try:
        found = parsedate_to_datetime(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def said(page: Page) -> Superseded | None:
    """What a target that was read says of itself: that its time is over, or at least that it is out of date."""
    if page.superseded is not None:
        return page.superseded
    return Superseded(page.banner.quote, place=page.banner.place) if page.banner and page.banner.outdated else None
