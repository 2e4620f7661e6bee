"""Blocks of a document as lines in which labels are looked for, each with what follows it: the next cell, definition or line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.model import Region
from reviewer.read.document import Block, BlockKind, Document

_MUTE: Final = frozenset({BlockKind.CODE, BlockKind.QUOTE, BlockKind.MEDIA})
_BESIDE: Final = frozenset({Region.NAV, Region.ASIDE})
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "\n": " ", "`": "'"})


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is the block's, every newline a blank and apostrophes straight, character for character. ``follows`` is what stands in the next
    cell, definition or block; ``column`` are the blocks below a header cell, ``row`` the words at the head of its row. ``breaks`` are the places
    of the newlines."""

    text: str
    block: Block
    follows: Block | None = None
    column: tuple[Block, ...] = ()
    breaks: tuple[int, ...] = ()


def speaks(block: Block) -> bool:
    """Whether the block speaks for the page: not a code sample, a quotation, a menu or what stands beside the page."""
    return block.kind not in _MUTE and block.region not in _BESIDE


def lines(document: Document) -> Iterator[Line]:
    """Every block that speaks for the page, in reading order."""
    blocks = document.blocks
    tables = _tables(blocks)
    for number, block in enumerate(blocks):
        if not speaks(block) or not block.text:
            continue
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        column: tuple[Block, ...] = ()
        if block.cell is not None:
            table = tables[block.cell.table]
            row, at = block.cell.row, block.cell.column
            head = row == 0 and _is_head(table)
            follows = None if head else table.get((row, at + 1))
            if head:
                column = tuple(table[key] for key in sorted(table) if key[1] == at and key[0] > row)
        elif follows is not None and (not speaks(follows) or follows.cell is not None):
            follows = None
        text = block.text.translate(_STRAIGHT)
        breaks = tuple(at for at, letter in enumerate(block.text) if letter == "\n") if "\n" in block.text else ()
        yield Line(text, block, follows, column, breaks)


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
    return headers == 0 and not any(letter.isdigit() for block in first for letter in block.text) and len(first) > 2


def row_words(document: Document, block: Block) -> str:
    """The words at the head of the row that a cell stands in."""
    if block.cell is None:
        return ""
    return next(
        (
            other.text
            for other in document.blocks
            if other.cell and (other.cell.table, other.cell.row) == (block.cell.table, block.cell.row)
        ),
        "",
    )
