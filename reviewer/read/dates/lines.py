"""Blocks of a document as lines in which labels are looked for, each with what follows it: the next cell, definition or line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from reviewer.model import Region
from reviewer.read.dates.fields import split, tells
from reviewer.read.dates.words import FIELDS, NOT_THE_PAGE, PEOPLE
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.genre import boxes
from reviewer.read.sieves import Sieve, Texts, once, straight

_MUTE: Final = (BlockKind.CODE, BlockKind.QUOTE, BlockKind.MEDIA)  # tuples: Python code hashes an Enum, and these are asked of every block
_BESIDE: Final = (Region.NAV, Region.ASIDE)


class Line(NamedTuple):
    """``text`` is the block's, every newline a blank and apostrophes straight, character for character.

    ``follows`` is what stands in the next cell, definition or block, ``before`` the cell on its left, ``then`` the block behind the next;
    ``column`` are the blocks below a header cell, each with the cell at
    the head of its row, and ``history`` says that the table is a
    history of versions, ``listing`` that its first column names documents or other things. ``breaks`` are the places of the newlines."""

    text: str
    block: Block
    follows: Block | None = None
    column: tuple[tuple[Block, Block | None], ...] = ()
    breaks: tuple[int, ...] = ()
    history: bool = False
    before: Block | None = None
    then: Block | None = None
    listing: bool = False


def speaks(block: Block) -> bool:
    """Whether the block speaks for the page: not a code sample, a quotation, a menu or what stands beside the page."""
    return block.kind not in _MUTE and block.region not in _BESIDE


@once
def lines(document: Document) -> tuple[Line, ...]:
    """The blocks that speak for the page, in reading order."""
    return tuple(_lines(document))


@once
def sifted(document: Document) -> Texts:
    """The same lines for a sieve, which tells by index in which of them a pattern could match."""
    return Texts([line.text for line in lines(document)])


def _lines(document: Document) -> Iterator[Line]:
    """The lines of the blocks with these indexes, one after the other."""
    blocks = document.blocks
    notes = boxes(blocks)
    cards = _cards(document)
    tables = _tables(blocks)
    heads = {number for number, table in tables.items() if _is_head(table)}
    histories = {number for number in heads if _is_history(tables[number])}
    columns = {number: _columns(tables[number]) for number in heads}
    for number, block in enumerate(blocks):
        if not (speaks(block) or number in notes or number in cards) or not block.text:
            continue
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        column: tuple[tuple[Block, Block | None], ...] = ()
        before: Block | None = None
        if block.cell is not None:
            table, row, at = block.cell.table, block.cell.row, block.cell.column
            if row == 0 and table in heads:
                follows, column = None, tuple(columns[table].get(at, ()))
            else:
                follows = tables[table].get((row, at + 1))
                before = tables[table].get((row, at - 1)) if table not in heads else None
        elif follows is not None and (not (speaks(follows) or number + 1 in notes or number + 1 in cards) or follows.cell is not None):
            follows = None
        text = straight(block.text)
        breaks: tuple[int, ...] = ()
        if "\n" in text:
            breaks = tuple(at for at, letter in enumerate(text) if letter == "\n")
            text = text.replace("\n", " ")
        history = block.cell is not None and bool(column) and block.cell.table in histories
        then = blocks[number + 2] if block.kind is BlockKind.HEADING and number + 2 < len(blocks) else None
        listing = bool(column) and block.cell is not None and _is_listing(tables[block.cell.table])
        yield Line(text, block, follows, column, breaks, history, before, then, listing)


_CARD: Final = 16
"""Blocks of a card beside the text, at most."""


def _cards(document: Document) -> frozenset[int]:
    """The indexes of what stands beside the text and is a record of the page: two fields or more tell of a page, nothing is linked but a
    name, and its heading, if it has one, names nothing else."""
    blocks, title = document.blocks, document.title.lower()
    found: set[int] = set()
    run: list[int] = []
    head = ""
    for number, block in enumerate((*blocks, _END)):
        if block.region is Region.ASIDE and block.kind is not BlockKind.HEADING and block.kind not in _MUTE:
            run.append(number)
            continue
        if block.region is Region.ASIDE and block.kind is BlockKind.HEADING and not run:
            head = block.text.lower()
            continue
        if run:
            several = [blocks[at] for at in run]
            heads = [field.head for one in several for field in split(one)]
            heads += [one.text for one in several if one.kind in _LABELS]
            links = sum(bool(one.links) for one in several)
            ours = all(word in FIELDS or word in PEOPLE or word in title or word in _ABOUT for word in re.findall(r"[^\W\d_]{4,}", head))
            if ours and len(run) <= _CARD and links <= 1 and tells(heads).enough:
                found.update(run)
            run = []
        head = block.text.lower() if block.region is Region.ASIDE and block.kind is BlockKind.HEADING else ""
    return frozenset(found)


_END: Final = Block("")
_ABOUT: Final = frozenset(
    ("about", "this", "details", "detail", "information", "control", "metadata", "facts", "properties", "quick", "glance", "info", "data")
)
"""Words of the headings of such cards."""
_LABELS: Final = (BlockKind.CELL, BlockKind.TERM)


def _tables(blocks: Sequence[Block]) -> dict[int, dict[tuple[int, int], Block]]:
    """Of each table, the first block of each cell, by row and column."""
    found: dict[int, dict[tuple[int, int], Block]] = {}
    for block in blocks:
        if block.cell is not None:
            found.setdefault(block.cell.table, {}).setdefault((block.cell.row, block.cell.column), block)
    return found


def _is_head(table: dict[tuple[int, int], Block]) -> bool:
    """Whether the first row names columns: its cells are header cells (more than one), or it has three columns or more and the rows below
    have dates where it has none."""
    first = [block for (row, _), block in table.items() if row == 0]
    below = [block for (row, _), block in table.items() if row > 0]
    if not below or len(first) < 2:
        return False
    headers = sum(block.cell.header for block in first if block.cell is not None)
    if headers == len(first):
        return True
    if headers or any(letter.isdigit() for block in first for letter in block.text):
        return False
    second = [block for (row, _), block in table.items() if row == 1]
    return len(first) > 2 or all(any(letter.isdigit() for letter in block.text) for block in second)


def _columns(table: dict[tuple[int, int], Block]) -> dict[int, list[tuple[Block, Block | None]]]:
    """The cells below the first row, by column from above, each with the cell at the head of its row."""
    found: dict[int, list[tuple[Block, Block | None]]] = {}
    for row, at in sorted(table):
        if row > 0:
            found.setdefault(at, []).append((table[row, at], table.get((row, 0))))
    return found


_HISTORY: Final = re.compile(
    r"\b(?:version|changes?|amendments?|revision|description|änderung(?:en)?|modifications?|cambios)\b", re.IGNORECASE
)


def _is_history(table: dict[tuple[int, int], Block]) -> bool:
    """Whether a table lists the versions of the page: one of its columns says so, and its first one does not name, or link to, documents
    (a register of guidelines has their versions, too)."""
    linked = [bool(block.links) for (row, column), block in table.items() if row and not column]
    if _is_listing(table) or (len(linked) > 1 and all(linked)):
        return False
    return any(row == 0 and len(block.text) < 40 and _HISTORY.search(block.text) for (row, _), block in table.items())


_LISTED: Final = re.compile(
    r"\W*(?:polic(?:y|ies)|documents?|guidelines?|titles?|names?|risks?|actions?|items?|services?|forms?|files?|publications?|resources?|"
    r"dokumente?|titel|risiko|maßnahmen?|documento|título|riesgo|nom|titre|risque|dogfen|polisi|enw)(?: (?:name|title|no\.?|number))?\W*",
    re.IGNORECASE,
)


def _is_listing(table: dict[tuple[int, int], Block]) -> bool:
    """Whether the first column of a table names documents or other things, one in each row."""
    first = table.get((0, 0))
    return first is not None and (_LISTED.fullmatch(first.text) is not None or first.text.lower() in NOT_THE_PAGE)


class Stems:
    """Pieces of words (in small letters) that are looked for on every page."""

    def __init__(self, words: Iterable[str]) -> None:
        """Keep them with their sieve."""
        self.words: Final = tuple(words)
        self.sieve: Final = Sieve(self.words)


_sieve: Final = lru_cache(maxsize=64)(Sieve)


def stated(document: Document, common: Stems, own: tuple[str, ...] = ()) -> list[Line]:
    """The lines in which one of the stems stands, or one that a user added (``own``), in reading order."""
    sieve = _sieve((*common.words, *own)) if own else common.sieve
    rows = lines(document)
    return [rows[at] for at in sieve.among(sifted(document))]
