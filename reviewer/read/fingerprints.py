"""The fingerprint of a page's main text: it stays the same when a review date is moved and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewer import dates, urls
from reviewer.model import DateClaim, Link, Region
from reviewer.read import genre, lexicon
from reviewer.read.dates.lines import lines
from reviewer.read.document import Block, BlockKind, Document

DATED: Final = 200
LONG: Final = 5_000
"""Blocks, and their characters, out of which dates are taken: what states a page's date is short, and there is little of it."""

_READ: Final = frozenset({"a", "area", "img", "iframe", "video", "audio"})
"""Elements that bear what a person follows or sees; what stands in a head or a script is no part of the text."""

_TYPOGRAPHY: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "…": "..."})
_TIME: Final = r",? ?(?:at )?\b\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?"
"""A time of day, right behind a date."""
_NUMBER: Final = r"(?:v(?=\d))?\d{1,4}(?:\.\d{1,4}){0,3}"
_COPIES: Final = "|".join(sorted({word for tongue in lexicon.LANGUAGES for word in lexicon.section(tongue, "states").get("copy", ())}))
_VERSION: Final = re.compile(
    rf"\b(?P<label>(?:{_COPIES}|v|rev|issue)(?: (?:no|number|nr|n[oº°]))?[.:]? ?){_NUMBER}(?![\d.]*\d)", re.IGNORECASE
)
"""Which version a page is, as it says beside its dates."""
_LABEL: Final = re.compile(rf"(?:{_COPIES})(?: (?:no|number|nr|n[oº°]))?[.:]?", re.IGNORECASE)
_BRIEF: Final = 80
"""Characters that a version with its label never has."""
_RIGHTS: Final = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b|crown copyright)[^.]{0,120}$", re.IGNORECASE)
"""A line of copyright, with its years."""
_COUNTED: Final = re.compile(
    r"(?:[^\W\d]+ ){0,3}(?:views?|visits?|hits?|reads?|downloads?|comments?|shares?|likes?)\W{1,3}[\d.,k]+|"
    r"[\d.,k]+ (?:views?|visits?|hits?|reads?|downloads?|comments?|shares?|likes?)|"
    r"(?:[^\d.?!]{0,60}[?.!] )?[\d.,k]+ (?:people|users|visitors|readers|of \d+ people)\b[^.\d]{0,40}\.?",
    re.IGNORECASE,
)
"""A counter that a system keeps."""
_OWN: Final = re.compile(
    r"\b(?:dated?|issued?|approved|ratified|published|created|written|produced|effective|modified|updated|reviewed|checked|agreed|due|"
    r"datum|date|fecha|data|dato)(?: (?:on|by|date|from|le|am|op|il))?\W{0,3} (?=\S{0,12}\d|[^\W\d_]{3,12}\.? \d{4})[^|•·;]{4,20}",
    re.IGNORECASE,
)
"""Another date of the page's own in a line that states one, behind its label."""
_SHOWN: Final = re.compile(
    r"\W{0,3}(?:printed|date printed|print date|downloaded|accessed|generated|today(?: is|'s date)?)\b[^.]{0,60}$", re.IGNORECASE
)
"""When somebody looks at the page."""
_LINKED: Final = 200
"""Characters of a line of related links."""


def fingerprint(document: Document, claims: Sequence[DateClaim] = ()) -> str:
    """SHA-256 (hexadecimal) of the main text without what a page says of its own days, and of where its links lead.

    Taken out are the dates (with a time of day behind them) and version numbers in the words in which the page states a date of its own,
    in the first ``DATED`` such blocks and in none that is longer than ``LONG`` characters; the number in a field that names its version;
    tables of its earlier versions; and lists of related links. Case, white space and typography do not count.
    """
    return hashlib.sha256("\n".join((*_main(document, claims), "")).encode("utf-8", "surrogatepass")).hexdigest()


def _main(document: Document, claims: Sequence[DateClaim]) -> Iterator[str]:
    """The main text block by block, as the fingerprint knows it."""
    quotes = sorted({" ".join(claim.quote.split()) for claim in claims}, key=len, reverse=True)
    related = genre.related(document)
    here = _page(document.url)
    histories = {line.block.cell.table for line in lines(document) if line.history and line.block.cell is not None}
    left = DATED if quotes else 0
    before = ""
    beside = _beside(document)
    for number, block in enumerate(document.blocks):
        if block.region is not Region.MAIN or number in beside or (block.cell is not None and block.cell.table in histories):
            continue
        if number in related and len(block.text) <= _LINKED and (block.links or genre.opens_references(block.text, kinds=("related",))):
            continue
        text = block.text.replace("\n", " ")
        if len(text) < _BRIEF and (_VERSION.fullmatch(text) or (_LABEL.fullmatch(before) and re.fullmatch(_NUMBER, text))):
            text = "version"
        elif left and text and len(text) <= LONG and (stated := [quote for quote in quotes if quote in text or text in quote]):
            left -= 1
            text = _VERSION.sub(r"\g<label>", _OWN.sub(_undated_after, _without(text, stated)))
        elif _SHOWN.match(text):
            text = _undated(text)
        elif _RIGHTS.match(text) or _COUNTED.fullmatch(text):
            text = re.sub(r"\d", "", text)
        before = block.text
        text = (text if text.isascii() else text.translate(_TYPOGRAPHY)).casefold()
        yield text + _led(block, document, here) if block.links else text


def _beside(document: Document) -> frozenset[int]:
    """The numbers of the blocks beside the text, by the names of their elements; of none when those are given to the text itself."""
    heads = (number for number, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING)
    return frozenset() if any(number in document.outer for number in heads if document.blocks[number].level <= 1) else document.outer


def _led(block: Block, document: Document, here: str) -> str:
    """Where the links of a block lead."""
    links = (document.links[index] for index in block.links if index < len(document.links))
    return "".join(f"\n>{_target(link, here)}" for link in links if link.element in _READ)


def _target(link: Link, here: str) -> str:
    """Where a link leads; a place on the page itself (``here``, as `_page` has it) by its name."""
    url = link.url or link.href
    if link.element == "img":
        url = urls.without_fragment(url).partition("?")[0]  # what stands behind it tells caches of a new copy
    return url[len(urls.without_fragment(url)) :] if _page(url) == here else url


def _page(url: str) -> str:
    """Which page an address names: without the place on it, and that of a folder's index as the folder's."""
    bare = urls.without_fragment(url)
    return urls.folder(bare) or bare


def _without(text: str, quotes: Sequence[str]) -> str:
    """A text without the dates in these quotations, the longest of which come first, or in all of it when it is a part of each."""
    within = [quote for quote in quotes if quote in text]
    for quote in within:
        text = re.sub(re.escape(quote) + f"(?:{_TIME})?", _undated(quote).replace("\\", ""), text, flags=re.IGNORECASE)
    return text if within else _undated(text)


def _undated_after(found: re.Match[str]) -> str:
    """A label without its date."""
    return _undated(found.group())


def _undated(text: str) -> str:
    """A text without its dates."""
    for found in reversed(dates.find(text)):
        text = text[: found.start] + text[found.end :]
    return text
