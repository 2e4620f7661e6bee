"""Where the words ask the reader to write or call, and the address or number to do it with is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reviewer import dates
from reviewer.model import Region
from reviewer.read.contacts.values import EMAIL, addresses
from reviewer.read.document import BlockKind, Document
from reviewer.read.sentences import Line, sentences

_WHOM: Final = r"(?: (?:us|them|me|him|her|(?:the|our|your|a|this) [\w' ]{1,40}?|[A-Z][\w' ]{1,30}?))?"
_DO: Final = r"(?:e-?mail|telephone|phone|ring|call|text|contact|write to)"
_ASKED: Final = rf"(?:(?<!\w)(?:please|can|should|must|may|to|and|or)(?: also| then)? |, |^\W{{0,3}}){_DO}{_WHOM}"
DUE: Final = re.compile(
    rf"(?:{_ASKED} ?(?:(?:at|on|via|by e-?mail at|to)\s?[:.]?|by e-?mail\s?:)|"
    rf"(?<!\w)please(?: also)? {_DO}{_WHOM}\s?:|{_ASKED} (?:us|them|me)\s?:|"
    r"(?<!\w)(?:addressed|sent|directed|submitted|returned|posted|emailed) to\s?:?|"
    r"^\W{0,3}(?:send|return|post) (?:it|them|[\w ]{1,30}) to\s?:|"
    r"write to(?: us at)?\s?:?|e-bostiwch\s?:?|(?:cysylltwch â|cysylltu â)(?: ni)?(?: ar| yn)?\s?:?|e-mail an\s?:?|"
    r"wenden sie sich (?:bitte )?an\s?:?|écri(?:vez|re) à\s?:?|contacte[rz](?:-nous)?(?: à| au)\s?:?|escriba a\s?:?)$",
    re.IGNORECASE,
)
"""A request that ends where its address would begin."""
HOLE: Final = re.compile(
    rf"(?<![\w-])(?:e-?mail|telephone|phone|ring|call) [.;](?!\w)|"
    rf"(?<![\w-]){_DO}{_WHOM} (?:on|at|via|by phone on|by e-?mail at) (?:[.;)](?!\w)|\(\s?\))|{_ASKED} (?:on|at|via)"
    r"(?:\s[.,;)](?!\w)|\s(?:or|and)\s(?!before|after|about|around|near|by|off|from|in |at |on )|[,;]\s(?=quoting|or |and ))|"
    r"\b(?:by|via) (?:e-?mail|phone|telephone|text) (?:at|on) (?:or|and) (?:by|on|via|in)\b|"
    r"\b(?:from to|between and)\b(?= (?:on |[a-z]+days?\b|[.,]))|"
    r"\b(?:at|on|via|from|visit|see|called|named|is|ring|call|unter|bei|auf|op|på|pod|al|au|ar|yn) \.(?=\s|$)|"
    r"(?<!\w)(?:ring|phone|telephone|call|text|contact)(?: us| me| them)? (?:on|at) (?=(?:before|after|between|if)\b)",
    re.IGNORECASE,
)
"""A request out of whose middle its address was lost: "contact the clinic on ."."""
HERE: Final = re.compile(r"\b(?:download|click)(?: on)?(?: [\w-]+){0,6} here\s?[.!]?$", re.IGNORECASE)
"""A sentence that leads to something by a link on its last word."""
_MEANT: Final = re.compile(r"\b(?:number|address|line|who|whom|which|how|where|someone|person)\b", re.IGNORECASE)
"""Words before a request that is itself the description of an address: "the number to call us on"."""
_SENTENCE: Final = 3
"""Words of a sentence out of which an address was lost; what is shorter was cut off itself."""
_NEAR: Final = 3
"""Lines behind a request in which its address may stand."""
_LEADING_ON: Final = frozenset(
    {"at", "on", "to", "via", "by", "email", "e-mail", "mail", "us", "yn", "ar", "à", "a", "an", "ni", "phone", "telephone", "e-bostiwch"}
)
"""Last words after which an address is due though there is no colon."""
_SILENT: Final = (BlockKind.HEADING, BlockKind.TERM, BlockKind.CELL, BlockKind.CAPTION)
"""Blocks that name something and ask nobody to do anything."""


def due(line: Line) -> bool:
    """Whether a line ends with a request whose address would come next."""
    tail = line.text[-200:]
    found = DUE.search(tail) if line.block.kind not in _SILENT else None
    return found is not None and _MEANT.search(_before(tail, found.start())) is None


def lost(document: Document, line: Line) -> Iterator[str]:
    """The sentence out of whose middle an address was lost, or whose "here" leads nowhere."""
    text = line.text[:2000]
    if line.block.kind is BlockKind.PARAGRAPH and not line.block.links and HERE.search(text[-120:]) is not None:
        near = document.blocks[max(0, line.number - 1) : line.number + 3]
        if not any(block.links or block.kind is BlockKind.MEDIA for block in near if block.region is line.block.region) and not any(
            line.number - 1 <= box <= line.number + 2 for box in document.boxes
        ):
            yield text[list(sentences(text))[-1][0] :]
    found = HOLE.search(text) if line.block.kind not in _SILENT and not _unworded(document, line) else None
    if found is None or EMAIL.search(text) is not None:
        return
    if found.group().endswith(" .") or _MEANT.search(_before(text, found.start())) is None:
        start, stop = [span for span in sentences(text) if span[0] <= found.start()][-1]
        if len(text[start:stop].split()) >= _SENTENCE:
            yield text[start:stop]


def _unworded(document: Document, line: Line) -> bool:
    """Whether a link of a line may stand where words seem to be lost: one that is a picture or an icon."""
    return any(not document.links[at].words or document.links[at].words not in line.text for at in line.block.links)


def leads_on(text: str) -> bool:
    """Whether the end of a line leads on to something: by a colon, or by a word after which more must come."""
    end = text.rstrip("*_| ")
    return end.endswith(":") or end[end.rfind(" ") + 1 :].lower().strip(".") in _LEADING_ON


def answered(document: Document, rows: Sequence[Line], at: int) -> bool:
    """Whether the address stands in the line or behind it: an address, a number, a link, a form, a postal address. A footer's does not
    answer: it is that of the site."""
    line = rows[at]
    if line.block.links or EMAIL.search(line.text) is not None:
        return True
    behind = [
        other for other in rows[at + 1 : at + 1 + _NEAR] if other.block.region is not Region.FOOTER or line.block.region is Region.FOOTER
    ]
    until = behind[0].number if behind else line.number + 3
    if any(block.kind is BlockKind.MEDIA or block.links for block in document.blocks[line.number + 1 : until]):
        return True
    for distance, other in enumerate(behind):
        if other.block.kind is BlockKind.HEADING:
            return False
        if distance == 0 and not line.text.endswith(":") and other.text[0].islower():  # the sentence goes on
            return True
        if other.block.links or addresses(other.text) or EMAIL.search(other.text) or _postal(other.text, first=distance == 0):
            return True
    return False


_LABEL: Final = re.compile(r"[A-Z][\w ]{1,25}\s?:\s")
"""A label with its value, which is that of something else."""
_POST: Final = re.compile(
    r"\b(?:house|street|road|lane|avenue|square|building|centre|floor|box \d+|[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2})\b", re.IGNORECASE
)
"""Words of postal addresses."""


def _postal(text: str, *, first: bool) -> bool:
    """Whether a line is one of a postal address, or right behind the request a short line that can be nothing else."""
    short = first and len(text) < 60 and not text.endswith((":", ".")) and not dates.find(text) and _LABEL.match(text) is None
    return short or (len(text) < 120 and _POST.search(text) is not None)


def _before(text: str, at: int) -> str:
    """The words of its sentence before a place in a text."""
    spans = [span for span in sentences(text) if span[0] <= at]
    return text[spans[-1][0] : at] if spans else ""
