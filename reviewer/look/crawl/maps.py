"""Sitemaps (sitemaps.org 0.9) and feeds (RSS 2.0, RFC 4287): addresses that a site itself lists."""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Iterable
from itertools import islice

_LOC = re.compile(rb"<(?:\w{1,20}:)?loc\s{0,9}>([^<]{0,4096}+(?:<!\[CDATA\[[^<\]]{0,4096}+)?)", re.IGNORECASE)
_RSS = re.compile(rb"<(?:link|guid|comments)(?:\s[^<>]{0,300}+)?>([^<]{0,4096}+(?:<!\[CDATA\[[^<\]]{0,4096}+)?)", re.IGNORECASE)
"""What stands in an element, blanks and all: a pattern that looked for the address among the blanks took minutes on a few hundred."""
_LONGEST = 2048
_ATOM = re.compile(rb"<(?:\w{1,20}:)?link\s[^<>]{0,1000}?\bhref\s*=\s*[\"']([^\"'<>]{1,2048})[\"']", re.IGNORECASE)
_LINE = re.compile(rb"[^\r\n]{8,}")
_BYTES = 10 * 1024 * 1024

MOST = 50_000
"""Addresses of one sitemap or feed that are taken: no sitemap may list more (sitemaps.org)."""


def unpacked(body: bytes) -> bytes:
    """A ``sitemap.xml.gz`` unpacked, at most 10 MiB; anything else as it is."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, _BYTES)
    except (zlib.error, gzip.BadGzipFile):
        return b""


def _bare(item: bytes) -> bytes:
    """What stands in an element, without blanks around it and the mark of CDATA."""
    return item.replace(b"<![CDATA[", b"", 1).strip()


def _text(found: Iterable[bytes]) -> tuple[str, ...]:
    texts = map(_bare, islice(found, MOST))
    return tuple(html.unescape(text.decode("utf-8", "replace")) for text in texts if 0 < len(text) <= _LONGEST)


def _within(pattern: re.Pattern[bytes], body: bytes) -> Iterable[bytes]:
    """What a pattern's group finds, one after the other: a body has room for many more than are taken."""
    return (found.group(1) for found in pattern.finditer(body))


def sitemap(body: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(addresses of pages, addresses of further sitemaps) that a sitemap lists; a plain list of addresses is one too."""
    body = unpacked(body)
    beginning = body[:2000].lower()
    if b"<sitemapindex" in beginning:
        return (), _text(_within(_LOC, body))
    if b"<urlset" in beginning or b"<loc" in beginning:
        return _text(_within(_LOC, body)), ()
    if b"<" in beginning:
        return (), ()
    lines = (found.group().strip() for found in _LINE.finditer(body))
    return _text(line for line in lines if line.startswith((b"http://", b"https://"))), ()


def is_feed(content_type: str | None, body: bytes) -> bool:
    """Whether an answer is a feed: by its content type or its first element."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    if kind in {"application/rss+xml", "application/atom+xml"}:
        return True
    return "xml" in kind and bool(re.search(rb"<(?:rss|feed|rdf:RDF)[\s>]", body[:2000]))


def feed(body: bytes) -> tuple[str, ...]:
    """The addresses that a feed lists, as written."""
    told = (item for item in _within(_RSS, body) if _bare(item)[:8].lower().startswith((b"http://", b"https://")))
    return tuple(text.split()[0] for text in _text(told)) + _text(_within(_ATOM, body))
