"""What kind of page this is, and which of its parts speak for others: the evidence with which a reader decides whose a fact is.

Words are data: the ``[genre]`` section of each language's lexicon. The kinds are those whose dates, people and periods belong to what
the page records, lists or shows, and not to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from reviewer.read import lexicon
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sieves import once


class Genre(StrEnum):
    """What kind of page it is."""

    PAGE = "page"
    MEETING = "meeting"
    """The record of a meeting: what was said, decided and promised there."""
    ASSESSMENT = "assessment"
    """A completed review, audit or inspection: its "review date" is the day on which it took place."""
    NEWS = "news"
    CERTIFICATE = "certificate"
    SAMPLE = "sample"
    """A template, model text or example, to be filled in by others."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The genre of a page and the words that tell."""

    genre: Genre = Genre.PAGE
    evidence: str = ""


_TITLE: Final = 300
_HEAD: Final = 60
_HEADINGS: Final = 2
_NOT_YET: Final = ("of", "for", "to", "under", "next", "last", "due", "date", "de", "para", "pour", "zur")
"""Words before "review" with which it is none that took place."""


def words(name: str) -> list[str]:
    """The words of one kind, of every language; a part of the ``[genre]`` sections."""
    return [word for language in lexicon.LANGUAGES for word in lexicon.section(language, "genre").get(name, ())]


@cache
def _titles() -> dict[Genre, re.Pattern[str]]:
    """What tells the genre in a title. An assessment must be the head of its phrase: "Stage 4 security review", not "Review dates" and not
    "Audit policy"."""
    found = {}
    for genre in (Genre.SAMPLE, Genre.MEETING, Genre.ASSESSMENT, Genre.CERTIFICATE, Genre.NEWS):
        either = "|".join(map(re.escape, sorted(words(genre.value), key=len, reverse=True)))
        ends = r"(?=\s{0,2}(?:$|[^\w\s'’]|\d)|\s(?:of|by|for|on|and|de|du|des|della|do|da|von|der|zu|für|van|over|av|om|til|results?)\b)"
        begins = "".join(rf"(?<!\b{word}\s)" for word in _NOT_YET) if genre is Genre.ASSESSMENT else ""
        found[genre] = re.compile(rf"(?<!\w){begins}(?:{either})(?!\w){ends if genre is Genre.ASSESSMENT else ''}", re.IGNORECASE)
    return found


@once
def kind(document: Document) -> Kind:
    """The genre of the page, told by its title and its first headings."""
    for text in _heads(document):
        for genre, pattern in _titles().items():
            if found := pattern.search(text[:_TITLE]):
                return Kind(genre, found.group())
    return Kind()


def _heads(document: Document) -> Iterator[str]:
    """The page's title and its first headings of the first level; the title of a site behind a dash is not the page's."""
    yield document.title
    heads = (block.text for block in document.blocks if block.kind is BlockKind.HEADING and block.level <= 1)
    for _, text in zip(range(_HEADINGS), heads, strict=False):
        yield text


@cache
def _citing() -> re.Pattern[str]:
    """A heading, or a line that is nothing else, under which a page names the documents of others."""
    either = "|".join(map(re.escape, sorted(words("references"), key=len, reverse=True)))
    return re.compile(rf"\W{{0,4}}(?:[\d.]{{1,4}} )?(?:{either})\W{{0,4}}", re.IGNORECASE)


@once
def citing(document: Document) -> frozenset[int]:
    """The indexes of the blocks that stand under references, further reading or related links."""
    found: set[int] = set()
    under = False
    for number, block in enumerate(document.blocks):
        head = block.kind is BlockKind.HEADING
        if head or len(block.text) < _HEAD:
            opens = opens_references(block.text)
            under = opens if head else under or opens
        if under:
            found.add(number)
    return frozenset(found)


def opens_references(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether the text (or a line of it) is nothing but the name of a list of sources."""
    stop = len(text) if end is None else end
    return stop - start < _HEAD and _citing().fullmatch(text, start, stop) is not None


_FIELD: Final = re.compile(r"[^\W\d_][^\n:|“”\"]{1,48}(?::|\s[–—-])(?:\s|$)")
_LETTER: Final = re.compile(
    r"(?:from|to|subject|von|an|betreff|de|à|objet|para|asunto|assumpte|van|aan|onderwerp|da|oggetto|fra|til|från|till|od|do|temat)\s?:",
    re.IGNORECASE,
)
"""The head of a letter, which a page shows."""
_FIELDS: Final = 2
_LINE: Final = 50


def boxes(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the quotations that are boxes of metadata: two fields or more (short lines of a label and a value), or a label with
    its value on the next line. A lone field in a quotation is quoted."""
    found: set[int] = set()
    run: list[tuple[int, str]] = []
    begins = True  # front matter may stand in a fence, where nothing but headings is before it
    prose = [number for number, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and len(block.text) >= _HEAD]
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.QUOTE or (block.kind is BlockKind.CODE and begins):
            run += [(number, row) for row in block.text.split("\n")]
        else:
            begins = begins and block.kind is BlockKind.HEADING
            found |= _box(run, prose)
            run = []
    return frozenset(found | _box(run, prose))


def _box(run: Sequence[tuple[int, str]], prose: Sequence[int]) -> set[int]:
    """The blocks of one run of quoted lines that is a box of metadata, or none: at the head or the foot of the ``prose``, and without any
    prose in it."""
    if not run or any(len(row) > _LINE and _FIELD.match(row) is None for _, row in run):
        return set()
    if sum(number < run[0][0] for number in prose) > 1 and any(number > run[-1][0] for number in prose):
        return set()
    fields = [row for _, row in run if len(row) < 2 * _HEAD and _FIELD.match(row)]
    if any(_LETTER.match(row) for row in fields):
        return set()
    parted = len(fields) == 1 and len(run) == _FIELDS and fields[0].endswith(":")
    if (len(fields) >= _FIELDS and len(fields) * 2 > len(run)) or parted:
        return {number for number, _ in run}
    return set()
