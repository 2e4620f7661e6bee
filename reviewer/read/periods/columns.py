"""Columns of dates to come: under a head that names targets or deadlines, or beside what is to be done ("Call opens | 3 May 2025")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from reviewer.read.document import Block
from reviewer.read.periods.tense import AHEAD, groups
from reviewer.read.periods.words import Word, headed

_HEAD: Final = 30
_CELL: Final = 60
_LEAST: Final = 2


def due(blocks: Iterable[Block], lang: str) -> frozenset[tuple[int, int, int]]:
    """The cells (table, row, column) whose dates lie ahead of who reads them, but for rows that say that they are done."""
    tables: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell is not None and len(block.text) < _CELL:
            tables[block.cell.table].append(block)
    return frozenset(cell for table in tables.values() for cell in _of_table(table, lang))


def _of_table(table: Sequence[Block], lang: str) -> set[tuple[int, int, int]]:
    """Those cells of one table."""
    heads = {
        block.cell.column: headed(block.text, lang) for block in table if block.cell and not block.cell.row and len(block.text) < _HEAD
    }
    wanted = {at for at, words in heads.items() if _any(words, "deadline", "aim", "future") and not _any(words, "noschedule", "review")}
    results = {at for at, words in heads.items() if _any(words, "publication", "past", "participle")}
    dated = {at for at, words in heads.items() if len(words) <= _LEAST and _any(words, "timed")}
    if not wanted | dated or len(heads) < _LEAST:
        return set()
    rows = [(block.cell, headed(block.text, lang)) for block in table if block.cell and block.cell.row and block.cell.column not in dated]
    done = {cell.row for cell, words in rows if (dated or cell.column not in wanted) and (cell.column in results or _done(words))}
    if dated and not wanted & dated and not results:
        ahead = any(one.tense in AHEAD or "stands" in one.kinds for _, words in rows for one in groups(words))
        around = headed((table[0].place.heading or "")[:200], lang)
        most = 2 * len(done) <= len({cell.row for cell, _ in rows})
        wanted |= dated if (wanted or ahead) and most and not _any(around, "archive") else set()
    cells = {(block.cell.table, block.cell.row, block.cell.column) for block in table if block.cell and block.cell.row}
    return {one for one in cells if one[2] in wanted and one[1] not in done}


def _any(words: Sequence[Word], *kinds: str) -> bool:
    """Whether one of the words is of one of these kinds."""
    return any(word.any(*kinds) for word in words)


def _done(words: Sequence[Word]) -> bool:
    """Whether a cell says that its row is done: by its first word, or by a verb of the past; not when it is late."""
    said = [word for word in words if not word.any("mark", "number")]
    if _any(said[:2], "late"):
        return False
    return _any(said[:1], "past", "participle", "finished") or any(one.tense == "past" for one in groups(words))
