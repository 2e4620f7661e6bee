"""Which parts of a page are entries with a day of their own: pieces of news, notices, the rows of an update history. What such an entry
says of a later day was said on its own, and is not the page's word of today. Pure.

An entry stands under a heading that is a day, or a title with one ("Flu clinics (4 September 2025)"); under a line that is nothing but a
day, where a page has several; in a line that begins with a day ("3 March 2026 - the water will be off"); or in the row of a table with a
cell that is nothing but a day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

from reviewer import dates
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sieves import Sieve, Texts, once

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./]\d\d(?!\d)")
_DATED: Final = Sieve(_YEAR)
_LONGEST: Final = 160
"""Characters of a heading that is looked at for its day."""
_LABEL: Final = 40
"""Characters of a line in which a day can stand for itself, or with which it begins."""
_BARE: Final = re.compile(r"[\W_]*(?:[^\W\d_]{1,9}[\W_]{1,2})?[\W_]*")
"""What may stand beside a day that is all that a line says: signs, the name of its weekday, an article."""
_PART: Final = re.compile(r"[)\]]?\s?[:–—|•·-]\s?(?=\S)")
"""The sign between a day and what it is the day of."""
_SIGNS: Final = " \t()[]–—-:|,.•·"
_CLOSING: Final = ("(", "[", ":", "–", "—", "-", "|", ",", "·")
"""Signs between the words of a heading and its day."""
_SEVERAL: Final = 2
"""Days on lines of their own that make a log: one is the dateline of the page, or the date of its last change."""
_WORDS: Final = 3
"""Words of a cell that says something."""


_VERSION: Final = re.compile(r"\W{0,2}(?:v\W?)?(\d{1,3}(?:\.\d{1,3}){0,3})\W{0,2}", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(?:ver|fer|rev|iss|edi|édi|fass|aus|utg|udg|uitg|wyd)", re.IGNORECASE)
"""How the head of a column begins whose numbers are those of versions: version, revision, issue, edition, Fassung, Ausgabe, utgåva."""


@once
def former(document: Document) -> frozenset[int]:
    """The numbers of the blocks in a table of versions, but for the row of the latest: what they say was so of a version that is gone."""
    columns: dict[tuple[int, int], dict[int, tuple[int, ...]]] = {}
    counted = {
        (cell.table, cell.column)
        for block in document.blocks
        if (cell := block.cell) is not None and cell.row == 0 and _COUNTED.match(block.text)
    }
    for block in document.blocks:
        cell = block.cell
        if cell is not None and cell.row and (cell.table, cell.column) in counted and (said := _VERSION.fullmatch(block.text)):
            number = tuple(map(int, said[1].split(".")))
            columns.setdefault((cell.table, cell.column), {})[cell.row] = number
    old = {(table, row) for (table, _), rows in columns.items() for row, number in rows.items() if number < max(rows.values())}
    return frozenset(number for number, block in enumerate(document.blocks) if block.cell and (block.cell.table, block.cell.row) in old)


@once
def entries(document: Document) -> Mapping[int, dt.date]:
    """The day of its entry, by the number of each block that stands in one. Looked at are headings, short lines and the rows of tables
    with a year in them."""
    order = document.lang
    blocks = document.blocks
    dated = dict.fromkeys(_DATED.among(Texts(block.text for block in blocks)))
    alone = {number: day for number in dated if (day := _alone(blocks[number], order))}
    log = {number for number in alone if blocks[number].kind is not BlockKind.HEADING and blocks[number].cell is None}
    rows = {(cell.table, cell.row): day for number, day in alone.items() if (cell := blocks[number].cell) is not None and not cell.header}
    found: dict[int, dt.date] = {}
    under: tuple[dt.date, int] | None = None
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            day = alone.get(number) or (_titled(block, order) if number in dated else None)
            if day is not None:
                under = day, block.level
            elif under is not None and block.level <= under[1]:
                under = None
        elif number in log and len(log) >= _SEVERAL:
            under = alone[number], _DEEPEST
        elif block.cell is not None:
            row = rows.get((block.cell.table, block.cell.row))
            if row is not None and number not in alone and len(block.text.split()) >= _WORDS:
                found[number] = row
        elif number in dated and (begins := _begins(block, order)):
            found[number] = begins
        elif under is not None:
            found[number] = under[0]
    return found


_DEEPEST: Final = 7
"""Below all headings: any heading ends what stands under a line."""


def _days(text: str, lang: str | None) -> tuple[dates.FoundDate, ...]:
    """The days in a text, and nothing that is less exact."""
    return tuple(one for one in dates.find(text, lang=lang) if one.date.day is not None) if _YEAR.search(text) else ()


def _alone(block: Block, lang: str | None) -> dt.date | None:
    """The day that is all that a block says."""
    text = block.text.strip()
    if not text or len(text) > _LABEL or block.kind in {BlockKind.CODE, BlockKind.MEDIA}:
        return None
    for one in _days(text, lang)[:1]:
        if _BARE.fullmatch(text[: one.start]) and not text[one.end :].strip(_SIGNS):
            return one.date.first
    return None


def _titled(block: Block, lang: str | None) -> dt.date | None:
    """The day with which a heading begins or ends, parted from its words by a sign."""
    text = block.text[:_LONGEST].strip()
    for one in _ends(text, lang):
        before, behind = text[: one.start].rstrip(), text[one.end :].lstrip()
        if (not before and _PART.match(text[one.end :])) or (
            before.endswith(("(", ":", "–", "—", "-", "|", ",")) and not behind.strip(_SIGNS)
        ):
            return one.date.first
    return None


def _ends(text: str, lang: str | None) -> Iterator[dates.FoundDate]:
    """The first and the last day of a text."""
    found = _days(text, lang)
    yield from dict.fromkeys((*found[:1], *found[-1:]))


def _begins(block: Block, lang: str | None) -> dt.date | None:
    """The day with which a line begins, parted from the rest by a sign."""
    found = _days(block.text[: 2 * _LABEL], lang)
    for one in found[:1]:
        part = _PART.match(block.text, one.end)
        ranged = part is not None and len(found) > 1 and found[1].start - part.end() < _LABEL // 10
        if part is not None and not ranged and not block.text[: one.start].strip(_SIGNS):
            return one.date.first
    return None
