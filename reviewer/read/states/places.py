"""Where on a page a notice of the page's own may stand: a word of state belongs to the row, the item or the section in which it stands."""

from __future__ import annotations

from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import Region
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sentences import lines, sifted
from reviewer.read.sieves import Sieve, once
from reviewer.read.states import publishers
from reviewer.read.states.revisions import looks
from reviewer.read.states.words import STATES, WORN, stems

BEFORE: Final = 40
AFTER: Final = 5
"""Blocks before the main heading, and after it, that are the top of a page: there a single word can be a notice."""
MOST: Final = 150
"""Blocks with a word of state that are looked at."""
TABLE: Final = 400
"""Cells on either side of one that are looked at for the rest of its table."""
_SIEVE: Final = Sieve((*stems(*STATES, *WORN), *publishers.marks()), *looks())
_ELSEWHERE: Final = (Region.NAV, Region.FOOTER)


class Spot(NamedTuple):
    """A block in which something may be said of the page: its ``number`` among the document's blocks, whether it stands at the ``top``,
    whether it ``speaks`` for the page as a whole (where it does not, a sentence has to name the page), the words that are its ``label``
    (the head of its row, its term), and whether it is the page's ``main`` heading. A date as a heading right below
    that one is its second line."""

    block: Block
    number: int
    top: bool
    speaks: bool
    label: str = ""
    main: bool = False


@once
def spots(document: Document) -> tuple[Spot, ...]:
    """The blocks with a word of state that may speak for the page, in reading order."""
    every = lines(document)
    numbers = list(dict.fromkeys(every[at].number for at in _SIEVE.among(sifted(document))))[:MOST]
    if not numbers:
        return ()
    blocks = document.blocks
    headings = [number for number, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.region not in _ELSEWHERE]
    head = next((number for number in headings if blocks[number].level <= 1), 0)
    sections = [at for at in headings if at > head + 1 or (at == head + 1 and not dates.find(blocks[at].text))]
    found: list[Spot] = []
    for number in numbers:
        top = head - BEFORE <= number <= head + AFTER
        region = blocks[number].region
        beside = region is Region.ASIDE and not (top and number <= head + 1)
        if region not in _ELSEWHERE and not beside and (top or blocks[number].kind is not BlockKind.QUOTE) and not _led_in(blocks, number):
            found.append(_spot(blocks, number, top=top, head=head, sections=sections))
    return tuple(found)


def _led_in(blocks: tuple[Block, ...], number: int) -> bool:
    """Whether a block is a quotation that the one before it announces."""
    return blocks[number].kind is BlockKind.QUOTE and number > 0 and blocks[number - 1].text.rstrip().endswith((":", ","))


def _spot(blocks: tuple[Block, ...], number: int, *, top: bool, head: int, sections: list[int]) -> Spot:
    """One block with what is known of its place."""
    block = blocks[number]
    match block.kind:
        case BlockKind.CELL:
            around = [other for other in blocks[max(0, number - TABLE) : number + TABLE] if other.cell and block.cell]
            table = [other for other in around if other.cell and block.cell and other.cell.table == block.cell.table]
            if not _laid_out(table, blocks[head]):
                return Spot(block, number, top=False, speaks=len(table) == 1, label=_row_label(table, block, blocks[head].text))
            return _in_text(block, number, top=top, head=head, sections=sections)
        case BlockKind.DEFINITION:
            above = blocks[max(0, number - 3) : number]
            term = next((other.text for other in reversed(above) if other.kind is BlockKind.TERM), "")
            return Spot(block, number, top=False, speaks=False, label=term)
        case BlockKind.ITEM | BlockKind.TERM | BlockKind.CAPTION:
            return Spot(block, number, top=False, speaks=False)
        case _:
            return _in_text(block, number, top=top, head=head, sections=sections)


def _in_text(block: Block, number: int, *, top: bool, head: int, sections: list[int]) -> Spot:
    """A block of running text with what is known of its place."""
    passed = sum(at < number for at in sections)
    several = passed > 1 or (passed == 1 and passed < len(sections) and block.kind is not BlockKind.HEADING)
    top = top and passed == 0 and (block.kind is not BlockKind.HEADING or number <= head + 1)
    return Spot(block, number, top=top, speaks=top or not several, main=number == head and block.kind is BlockKind.HEADING)


def _laid_out(table: list[Block], heading: Block) -> bool:
    """Whether a table holds no data: the page itself, with its main heading, or one box with an icon beside its words."""
    page = heading.kind is BlockKind.HEADING and heading.cell is not None and heading.cell.table == getattr(table[0].cell, "table", None)
    return page or (len({other.cell.row for other in table if other.cell}) == 1 and sum(len(other.text) > 1 for other in table) == 1)


def _row_label(table: list[Block], block: Block, heading: str) -> str:
    """The words at the head of a cell's row in a table of labels and values, or of its column where there is one record, and that not of
    something else than the page (by its main ``heading``); in a table of several records no cell speaks for the page."""
    at = {(other.cell.row, other.cell.column): other for other in table if other.cell}
    cell = block.cell
    rows, columns = {row for row, _ in at}, {column for _, column in at}
    if cell is None or cell.row not in rows or len(columns) < 2:
        return ""
    heads = all(other.cell is not None and other.cell.header for (row, _), other in at.items() if row == 0)
    if heads:
        other = at[1, 0].text.casefold() if (1, 0) in at else ""
        if sum(word.isalpha() for word in other.split()) > 1 and other not in heading.casefold():
            return ""
        return at[0, cell.column].text if len(rows) == 2 and cell.row == 1 and cell.column and (0, cell.column) in at else ""
    if len(columns) != 2 or cell.column != max(columns) or (cell.row, min(columns)) not in at:
        return ""
    return at[cell.row, min(columns)].text


def main_heading(document: Document) -> str:
    """The words of the page's main heading."""
    return next((block.text for block in document.blocks if block.kind is BlockKind.HEADING and block.level <= 1), "")
