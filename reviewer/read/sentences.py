"""Cut a block of text into sentences, and a document into lines. Linear in the length of the text.

A sentence ends at a full stop, question or exclamation mark before white space and a capital, a digit or an opening mark; at a newline,
unless the next line goes on in lower case (a line that was wrapped); never after a title ("Dr."), an initial or two ("S.", "P.J."), the
number of a day ("31. Mai") or "e.g.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sieves import Texts, once

_END: Final = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]*_]{0,3}[ \n]++(?=[\"'“‘«(\[*_¿¡•-]{0,3}[A-ZÀ-ÞŴŶ0-9])|\n\s{0,9}(?=[^a-zà-ÿŵŷ\s])|\n\s{0,9}$"
)
_ABBREVIATED: Final = (
    "med phil rer nat habil dr mr mrs ms prof st sr jr rev revd hon no nr art fig vol pp p ed eds e.g i.e eg ie cf vs approx ext tel inc "
    "ltd co bzw z.b ca abs dra mme mlle jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun"
)
_MONTH: Final = re.compile(r"(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_INITIALS: Final = re.compile(r"(?!U\.[SKN]|E\.U|D\.C)(?:[A-ZÀ-Þ]\.-?){1,2}[A-ZÀ-Þ]")
"""Two initials before a surname, and no state or town."""
_NO_END: Final = frozenset(_ABBREVIATED.split())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence of ``text``, in order; white space around it is left out. Every reader asks for those of the same
    lines: they are held for a while."""
    return iter(_held(text)) if len(text) <= _HELD else _sentences(text)


_HELD: Final = 1000
"""Characters of a text whose sentences are held: those of 1,000 such texts take 2 MB at most."""


@lru_cache(maxsize=1000)
def _held(text: str) -> tuple[tuple[int, int], ...]:
    """The same, all at once."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The same, one by one."""
    start = 0
    for found in _END.finditer(text):
        mark = found.group()
        if not mark.startswith("\n"):
            before = text[max(start, found.start() - 8) : found.start()]
            said = before.rsplit(" ", 1)[-1].rsplit("\n", 1)[-1].strip("(\"'*_[")
            word = said.lower()
            initials = text[found.end()].isalpha() and _INITIALS.fullmatch(said) is not None
            ordinal = word.isdigit() and _MONTH.match(text, found.end()) is not None
            if mark[0] == "." and (word in _NO_END or (len(word) == 1 and word.isalpha()) or ordinal or initials):
                continue
        if text[start : found.end()].strip():
            yield _trimmed(text, start, found.end())
        start = found.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span without white space at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, start + len(piece.rstrip())


class Line(NamedTuple):
    """One line of a block, with the block it stands in and that block's number (its index in the document)."""

    text: str
    block: Block
    number: int


_WRAPPED: Final = 60
_WIDEST: Final = 100
"""Characters of a line that was wrapped: plain text is wrapped at 65 to 80 columns, rarely at 100. Longer lines are not wrapped at all."""
_BEGINS: Final = re.compile(r"[a-zà-ÿŵŷ(]")
_LABELLED: Final = re.compile(r"[^:.]{2,40}:(?:\s|$)")


_MUTE: Final = (BlockKind.CODE, BlockKind.MEDIA)  # a tuple: Python code hashes an Enum, and this is asked of every block
LINES: Final = 20_000
LONGEST: Final = 3000
"""No page that is written for people has more lines, or longer ones: what is longer is read in pieces, what is more is left out."""


@once
def lines(document: Document) -> tuple[Line, ...]:
    """Every line with words on it, in reading order; code and media are not lines. A line that was wrapped is put together again."""
    found: list[Line] = []
    for index, block in enumerate(document.blocks):
        text = block.text
        if block.kind in _MUTE or not text:
            continue
        if "\n" not in text and len(text) <= LONGEST:
            if text := text.strip():
                found.append(Line(text, block, index))
        else:
            found += [Line(line[at : at + LONGEST], block, index) for line in unwrapped(text) for at in range(0, len(line), LONGEST)]
        if len(found) >= LINES:
            break
    return tuple(found[:LINES])


@once
def sifted(document: Document) -> Texts:
    """The same lines for a sieve, which tells by index in which of them a pattern could match."""
    return Texts([line.text for line in lines(document)])


def unwrapped(text: str) -> list[str]:
    """The lines of a block; a line goes on in the next when that begins with a small letter, or when it is full and has no end."""
    found: list[str] = []
    last = ""
    gathered: list[str] = []
    pieces = text.split("\n", LINES)[:LINES]
    full = [len(piece) >= _WRAPPED for piece in pieces]
    wrapped = sum(full) > 1 and all(len(piece) <= _WIDEST for piece in pieces)
    for piece in pieces:
        line = piece.strip()
        if not line:
            continue
        ended = not last or last[-1] in ".:;!?|" or _LABELLED.match(line) is not None
        if not ended and (_BEGINS.match(line) or (wrapped and len(last) >= _WRAPPED)):
            gathered.append(line)
        else:
            if gathered:
                found.append(" ".join(gathered))
            gathered = [line]
        last = line
    if gathered:
        found.append(" ".join(gathered))
    return found
