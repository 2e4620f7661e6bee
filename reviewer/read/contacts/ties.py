"""Which lines hold the values of a label that stands alone: all offers are priced by the layout, and the best assignment as a whole wins.

A label offers itself to the cells beside and below it, to the definitions of its term, to the lines under its heading or behind it, and to
those at its own place of a torn column. Other labels ("Approved by") do so as well, and so take their values away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reviewer.model import ContactKind
from reviewer.read.contacts.labels import Known, is_label, is_other, labels_in
from reviewer.read.contacts.shapes import employer, person, role
from reviewer.read.contacts.values import LONGEST, addresses, extensions, names
from reviewer.read.contacts.words import KNOWN, WORD, kinds
from reviewer.read.document import BlockKind, Document
from reviewer.read.layout import COST, Pair, Relation, assign
from reviewer.read.sentences import Line, lines
from reviewer.read.sieves import once

_BELOW: Final = 10
"""Lines below a label in which its values are looked for."""
_RIGHT: Final = 4
"""Cells beside a label in which its values are looked for."""
_DOWN: Final = 60
"""Cells below a head that are looked at: with more than one the column is a register anyway."""
_LINKED: Final = 60
"""Characters of a line below a label that need not name anybody in words, since it is a link."""
_MARKS: Final = " :*_#-–—"
_FIELD: Final = frozenset({"fill", "position", "reach", "crew", "det", "of", "small"})
"""Kinds of the words of a field of a card ("Name", "Job title", "Team", "E-mail"): it tells of the one whom the card is about."""
_TOP: Final = 2
_HOUSE: Final = 5
"""Lines within which a postal address goes on."""


class Tie(NamedTuple):
    """A label at one line that may belong to the value at another, what it costs, and how the layout ties them. ``rival``: the label that
    has the value, and at what cost, where that is another one; ``many``: one of several under the same head."""

    label: int
    value: int
    cost: float
    relation: Relation
    rival: tuple[int, float] | None = None
    many: bool = False


@once
def tables(document: Document) -> dict[int, dict[tuple[int, int], list[int]]]:
    """The indexes of the lines of each cell, by table, row and column."""
    found: dict[int, dict[tuple[int, int], list[int]]] = {}
    for at, line in enumerate(lines(document)):
        if (cell := line.block.cell) is not None:
            found.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(at)
    return found


class Layout:
    """The lines of one page, which of them are labels, and which values these have."""

    def __init__(self, document: Document, known: Known) -> None:
        """Take a page."""
        self.rows: Final = lines(document)
        self.known: Final = known
        self.tables: Final = tables(document)
        self._named: dict[int, bool | None] = {}

    def label(self, at: int) -> bool | None:
        """Whether the line is a contact label and nothing else (a strong or a weak one), or None."""
        if at not in self._named:
            line = self.rows[at]
            fielded = line.text.endswith(":") or line.block.kind in {BlockKind.TERM, BlockKind.CELL}
            text = line.text.strip(_MARKS)
            self._named[at] = None if _held(text) else is_label(text, self.known if fielded else self.known.bare())
        return self._named[at]

    def other(self, at: int) -> bool:
        """Whether the line is the label of something else."""
        return is_other(self.rows[at].text.rstrip(" :*_"))

    def headed(self, table: int) -> bool:
        """Whether the first row of a table names its columns: its cells are head cells, or labels all."""
        grid = self.tables[table]
        first = [one for (row, _), one in grid.items() if row == 0]
        if len(first) < _TOP or ((1, 0) not in grid and (1, 1) not in grid):
            return False
        cells = [self.rows[one[0]].block.cell for one in first]
        return all(cell is not None and cell.header for cell in cells) or all(
            self.label(one[0]) is not None or self.other(one[0]) or field(self.rows[one[0]].text) for one in first
        )

    def ties(self, at: int, *, several: bool) -> list[Tie]:
        """The lines that hold the values of the label at a line, in reading order, and those that another label has."""
        own = list(self._offers(at, several=several))
        others = {one for tie in own for one in self._rivals(tie)} - {at}
        offers = [*own, *(tie for one in sorted(others) for tie in self._offers(one, several=True))]
        pairs = [Pair((tie.label, number), tie.value, tie.cost) for number, tie in enumerate(offers)]
        held = {pair.value: (pair.label[0], pair.cost) for pair in assign(pairs)}
        return [tie if held[tie.value][0] == at else tie._replace(rival=held[tie.value]) for tie in own]

    def _rivals(self, tie: Tie) -> Iterator[int]:
        """Other labels that may have a value, too: at the head of its row or column."""
        cell = self.rows[tie.value].block.cell
        if cell is None or self.rows[tie.label].block.cell is None:
            return
        grid = self.tables[cell.table]
        for place in ((cell.row, cell.column - 1), (0, cell.column)):
            for at in grid.get(place, ())[:1]:
                if at < tie.value and (self.other(at) or self.label(at) is not None):
                    yield at

    def _offers(self, at: int, *, several: bool) -> Iterator[Tie]:
        """What one label offers itself to."""
        block = self.rows[at].block
        if block.cell is not None:
            yield from self._cells(at)
        elif (count := self._torn(at)) > 1:
            yield Tie(at, at + count, 1, Relation.RANK)
        else:
            relation = {BlockKind.TERM: Relation.TERM, BlockKind.HEADING: Relation.HEADING}.get(block.kind, Relation.LINE)
            for number, value in enumerate(self._lines(at, several=several or relation is not Relation.LINE)):
                yield Tie(at, value, COST[relation] + number / _BELOW, relation)

    def _torn(self, at: int) -> int:
        """How many labels stand one after the other around a line, with as many values behind them; 0 for no such columns."""
        top = last = at
        while top and self._alone(top - 1):
            top -= 1
        while last + 1 < len(self.rows) and self._alone(last + 1):
            last += 1
        count = last - top + 1
        behind = self.rows[last + 1 : last + 1 + count]
        torn = count > 1 and len(behind) == count and all(row.block.kind is not BlockKind.HEADING and _typed(row) for row in behind)
        return count if torn else 0

    def _alone(self, at: int) -> bool:
        """Whether a line is a label of a torn column: of whatever, and no heading, term or cell."""
        line = self.rows[at]
        return (
            line.block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
            and line.block.cell is None
            and (self.label(at) is not None or self.other(at))
        )

    def _cells(self, at: int) -> Iterator[Tie]:
        """The cells on the right, up to the next label, or those below a head."""
        here = self.rows[at].block.cell
        assert here is not None  # noqa: S101 - the caller asked
        grid = self.tables[here.table]
        if inside := [value for value in grid[here.row, here.column] if value > at]:
            for number, value in enumerate(inside):
                yield Tie(at, value, number / _BELOW, Relation.CLAUSE)
            return
        below = [row for row in range(1, _DOWN) if (row, here.column) in grid] if here.row == 0 and not self._keyed(at) else []
        beside = grid.get((0, here.column + 1), [at])[0]
        if below and (self.headed(here.table) or (len(below) > 1 and not _typed(self.rows[beside]))):
            for row in below:
                for value in grid[row, here.column]:
                    yield Tie(at, value, COST[Relation.COLUMN] + 1, Relation.COLUMN, many=len(below) > 1 or self._logged(here.table))
            return
        for column in range(here.column + 1, here.column + 1 + _RIGHT):
            for value in grid.get((here.row, column), ()):
                if column > here.column + 1 and (self.label(value) is not None or self.other(value)):
                    return
                yield Tie(at, value, COST[Relation.ROW] + column - here.column - 1, Relation.ROW)

    def _keyed(self, at: int) -> bool:
        """Whether a label is the first of a column of labels, each with its value in the next cell: a cell below it is a label, too."""
        here = self.rows[at].block.cell
        return (
            here is not None
            and here.column == 0
            and any(
                column == 0 and row > here.row and (self.label(one[0]) is not None or self.other(one[0]))
                for (row, column), one in self.tables[here.table].items()
            )
        )

    def _logged(self, table: int) -> bool:
        """Whether a table is a history of changes."""
        heads = (self.rows[one[0]].text for (row, _), one in self.tables[table].items() if row == 0)
        return any("change" in kinds(word) for text in heads for word in text.split())

    def _lines(self, at: int, *, several: bool) -> Iterator[int]:
        """The lines behind a label, while they name somebody, or go on with a card or a postal address."""
        block = self.rows[at].block
        before: set[ContactKind] = set()
        last: Line | None = None
        for value in range(at + 1, min(len(self.rows), at + 1 + _BELOW)):
            line = self.rows[value]
            if self._ended(at, value):
                return
            here = {one[0] for one in self.values(value, strong=self.label(at) is True)}
            card = field(line.text.split(":")[0])
            if not here and not card and not postal(line.text):
                goes_on = value + 1 < len(self.rows) and self.rows[value + 1].block is line.block is not block
                within = line.block is not block and last is not None and line.block is last.block
                linked = len(line.text) < _LINKED and line.block.links and not line.text.endswith(":")
                if not (within or linked or (goes_on and several and last is None)):
                    return
            if ContactKind.PERSON in here & before and not several and len(here) < _TOP:
                return
            if (
                here != {ContactKind.TEAM}
                or not before
                or not (employer(line.text.strip(" ,.")) or (ContactKind.TEAM in before and self.housed(value)))
            ):
                yield value
            before |= here
            last = line

    def housed(self, at: int) -> bool:
        """Whether a line stands above a postal address of its block, and below another line of it: a building, or who has that."""
        block = self.rows[at].block
        return (
            at > 0
            and self.rows[at - 1].block is block
            and not postal(self.rows[at].text)
            and any(row.block is block and postal(row.text) for row in self.rows[at + 1 : at + _HOUSE])
        )

    def _ended(self, at: int, value: int) -> bool:
        """Whether a line is none that a label further up could have."""
        block, line = self.rows[at].block, self.rows[value]
        lower = value == at + 1 and block.kind is BlockKind.HEADING and line.block.level > block.level
        return (
            line.block.region is not block.region
            or (line.block.kind is BlockKind.HEADING and not (lower and _typed(line)))
            or len(line.text) > LONGEST
            or (block.kind is BlockKind.TERM and line.block.kind is not BlockKind.DEFINITION)
            or (self.label(value) is not None and not role(line.text))
            or (self.other(value) and not field(line.text))
            or away(line.text)
            or signed(line.text)
            or (bool(labels_in(line.text, self.known)) and not addresses(line.text) and not field(line.text.split(":")[0]))
        )

    def values(self, at: int, *, strong: bool) -> list[tuple[ContactKind, str]]:
        """The people, teams, posts and addresses of a line, behind the name of its field; no names where it is part of a postal address.
        The first line of a card (a block of several lines, one of them an address) is a name, be it of no known kind; a name may be
        wrapped over two lines."""
        line = self.rows[at]
        if postal(fieldless(line.text)):
            return addresses(line.text)
        wrapped = self._wrapped(at)
        if wrapped and strong:
            return [(ContactKind.PERSON, wrapped)] if wrapped.startswith(line.text) else []
        text = fieldless(line.text)
        found = names(text, strong=strong) + addresses(text) + extensions(text)
        return found or (names(text, strong=True) if self._opens_card(at) else [])

    def _wrapped(self, at: int) -> str:
        """The name of a person of whom a line has but one word, and the line before or behind it in the same block the other."""
        for first in (at - 1, at):
            pair = [row for row in self.rows[max(0, first) : first + 2] if row.block is self.rows[at].block]
            words = [row.text for row in pair]
            led = first > 0 and self.rows[first - 1].block is self.rows[at].block and _typed(self.rows[first - 1])
            alone = len(pair) == _TOP and all(word.isalpha() and word.istitle() and not kinds(word) - {"agent"} for word in words)
            if alone and not led and person(" ".join(words)):
                return " ".join(words)
        return ""

    def _opens_card(self, at: int) -> bool:
        """Whether a line is the first behind a label, and another line of its block gives an address."""
        line = self.rows[at]
        rest = [row for row in self.rows[at + 1 : at + _BELOW] if row.block is line.block]
        first = at > 0 and (self.rows[at - 1].block is not line.block or self.rows[at - 1].text.endswith(":"))
        return first and len(line.text) < _LINKED and any(addresses(row.text) or postal(row.text) for row in rest)


def _typed(line: Line) -> bool:
    """Whether a line names somebody."""
    return bool(line.text.startswith("@") or names(line.text, strong=False) or addresses(line.text))


_POSTAL: Final = re.compile(
    r"^P\.? ?O\.? Box\b|^Post(?:fach|bus)\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b|(?<![\d ])\b\d{4,5} [A-ZÀ-Þ][\w-]+$|"
    r"^\d{1,4}[a-z]?,? (?:[\w'’-]+ ){0,4}[\w'’-]+$|^[A-ZÀ-Þ][\w.’'-]+(?: [\w.’'-]+){0,3},? \d{1,4}[a-z]?$"
)
"""A line of a postal address: with a postcode, or a street and its number."""


_AWAY: Final = frozenset({"alien", "deal", "elsewhere"})
"""Kinds of the words of a label that gives an address for something else ("Media enquiries: ...")."""


def away(text: str) -> bool:
    """Whether a line has a label of something else than the page."""
    label, colon, _ = text.partition(":")
    return bool(colon) and len(label) < _LINKED and any(kinds(word) & _AWAY for word in label.split())


def _held(text: str) -> bool:
    """Whether what could be a label ends with a person ("Responsible Executive Ann Example")."""
    *label, first, last = ["", "", *text.split()]
    known = (
        len(label) > _TOP + 1
        and "answer" in kinds(label[_TOP])
        and all(word == "-" or kinds(word) & (KNOWN | {"post"}) for word in label[_TOP:])
    )
    return known and "of" not in kinds(label[-1]) and person(f"{first} {last}")


def signed(text: str) -> bool:
    """Whether a line says who approved or checked ("Godkänd av Chefläkare ...")."""
    words = text.split(None, 2)
    return len(words) > _TOP and "other" in kinds(words[0]) and "by" in kinds(words[1])


def postal(text: str) -> bool:
    """Whether a line is part of a postal address."""
    if "@" in text:
        return False
    return _POSTAL.search(text) is not None or (len(text) < _LINKED and "site" in kinds(next(iter(text.split()), "")))


def field(text: str) -> bool:
    """Whether words are the name of a field of a card."""
    words = WORD.findall(text.lower()) if len(text) < _LINKED else []
    return bool(words) and all(kinds(word) & _FIELD for word in words) and not all(kinds(word) <= {"det", "of", "small"} for word in words)


def fieldless(text: str) -> str:
    """A line of a card without the name of its field."""
    name, sign, rest = text.partition(":")
    return rest.strip() if sign and rest[:1] in " *_" and field(name) else text
