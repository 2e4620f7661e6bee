"""Labels without a value, and what a template asks to be filled in and was not. Forms, letters to fill in, code and a format that is
explained have nothing to be filled in by the owner of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from reviewer.model import Region
from reviewer.read.document import Block, BlockKind, Cell, Document
from reviewer.read.gaps.undated import STEM
from reviewer.read.gaps.values import CROSSED, LATER, REACH
from reviewer.read.sentences import Line
from reviewer.read.sieves import once

_REACH: Final = re.compile(rf"^[\s*_|•-]*{REACH}\s?:?[\s*_|]*$", re.IGNORECASE)
"""Labels of the ways to reach somebody, in a table or a list of terms."""
_NAMES: Final = (
    r"((?:(?:next|date of|date|last|page|policy|document|content|planned|scheduled|due|future|to be) ){0,4}(?:review(?:ed)?|"
    r"updated?|published|publication|expiry|expires|revision|effective|issue)"
    r"(?: (?:date|due|on|by|next|last|review))*|(?:(?:page|policy|document|content|guideline) )?(?:owner|author|contact|lead)|"
    r"version(?: number)?|dyddiad adolygu|adolygiad nesaf|nächste (?:prüfung|überprüfung)|"
    r"prochaine révision|date de révision|próxima revisión|fecha de revisión)"
)
_LABEL: Final = re.compile(rf"^[\s*_|•-]*{_NAMES}\s?(?P<colon>:)?[\s*_|]*$", re.IGNORECASE)
LABELLED: Final = re.compile(rf"^[\s*_|•-]*(?:{_NAMES}|[A-Z][\w ]{{1,25}})\s?:\s", re.IGNORECASE)
"""A label of the page with its value, which is no value of the label before it."""
_TO_COME: Final = r" (?:(?:still )?to be (?:added|inserted|supplied|completed|filled in|provided)|goes here|to come|needed here)"
"""What a placeholder ends with that says itself that it is one."""
PLACEHOLDER: Final = re.compile(
    r"\[(?:(?:insert|add|enter|your) )+(?:[\w'/ -]{1,40})\](?!\()|"
    r"\[(?:the |name of |details of |date of )*(?:date|name|e-?mail|address|telephone|number|organisation|committee|month|year|owner|"
    r"datum|nom|nombre|fecha|link)(?: (?:here|of [\w ]{1,30}|address|number))?\](?!\()|"
    rf"\[[^\[\]]{{1,60}}{_TO_COME}\](?!\()|"
    r"\[[^\[\]]{1,60} (?:einfügen|einsetzen|eintragen|ergänzen|invullen|invoegen)\]|"
    r"\[(?:insérer|compléter|insertar|introducir|inserire|inserir|infoga|indsæt|sett inn|wstawić|wpisać) [^\[\]]{1,60}\]|"
    r"[\[<{](?:insert|enter|add|type) [\w ]{1,40}[\]>}]|\blorem ipsum dolor\b|(?<!\w)\{\{ ?[\w. ]{1,40} ?\}\}",
    re.IGNORECASE,
)
DATE_SHAPE: Final = re.compile(
    r"(?::|\b(?:due|by|on|in))\s*[\[(<]?(?:YYYY-MM-DD|DD[/.-]MM[/.-]YY(?:YY)?|MM[/.-]DD[/.-]YYYY|XX[/.-]XX[/.-]XX(?:XX)?|TT\.MM\.JJJJ|JJ/MM/AAAA|DD/MM/AAAA|"
    r"(?:DD )?Month YYYY|MM[/.-]YYYY)(?!\w)",
    re.IGNORECASE,
)
_DATE_LETTERS: Final = ("yyyy", "/yy", "xx/xx", "xx.xx", "xx-xx", "jjjj", "aaaa")
_MARKS: Final = ("[", "{{", "<", "lorem", "{")
_MEANT: Final = re.compile(r"\bformat|\bform of\b|e\.g\.|for example|such as|\btemplate|\bplaceholder|\bexample", re.IGNORECASE)
"""Words of a page that explains how something is written."""
_TO_FILL_IN: Final = re.compile(
    r"\b(?:templates?|forms?|sample|specimen|example|model (?:letter|policy|form)|letters?|checklist|questionnaire|worksheet|application|"
    r"vorlage|formular|muster|modèle|formulaire|plantilla|formulario|modello|modulo|templed|ffurflen)\b",
    re.IGNORECASE,
)
"""Titles of pages that are there to be filled in by their readers."""
_BARE: Final = re.compile(rf"\[(?!(?:insert|add|enter)\b)(?![^\[\]]{{1,60}}{_TO_COME})", re.IGNORECASE)
"""A placeholder that does not ask its editor to fill it in: "[your name]" is the reader's, unless a label of the page stands before."""
_VALUE: Final = re.compile(r"(?:^|[:=])\W{0,4}$")
_CODED: Final = re.compile(r"\S=\W{0,2}$")
"""What stands before a value in an address or a line of code: "&to={{today}}"."""
_OWN: Final = re.compile(rf"(?:{_NAMES}|(?<!\w){REACH}|{STEM.pattern}\w*(?: \w+)?)\s?[:=]\W{{0,4}}$", re.IGNORECASE)
"""A label of the page's own, right before its value."""
_CARD: Final = re.compile(rf"{REACH}\s?:[\s*_|]*", re.IGNORECASE)
"""A line of a card for an address or a number. By itself it is the label of a form, too."""
_TO_REACH: Final = re.compile(r"mail|address|telephone|number", re.IGNORECASE)
_TO_ASK: Final = re.compile(
    r"^(?!.*\byour\b)(?:.*\b)?(?:please )?(?:contact|call|ring|phone|e-?mail|ask for|speak to|write to|"
    r"(?:e-?mail|call|ring|phon|contact)ing)\b[^.\[\]]{0,60}$",
    re.IGNORECASE,
)
"""A request to get in touch, right before."""
_AT: Final = re.compile(r"\b(?:on|at|to|via|by) $", re.IGNORECASE)
_OTHERS: Final = re.compile(r"\b(?:birth|born|arrival|departure|incident|injury|death|start|event|today|signature)\b", re.IGNORECASE)
"""Dates that readers are asked for, not those of the page."""


def is_form(document: Document) -> bool:
    """Whether the page is there to be filled in: by its title or its main heading."""
    heading = next((block.text for block in document.blocks if block.kind is BlockKind.HEADING and block.level <= 1), "")
    return _TO_FILL_IN.search(f"{document.title} {heading}") is not None


def is_label(text: str) -> bool:
    """Whether a line is the label of one of the page's own facts, with its colon."""
    found = _LABEL.match(text) if len(text) < 80 else None
    return found is not None and found["colon"] is not None


def unfilled(document: Document, line: Line, after: Line | None) -> bool:
    """Whether a line that is a label, in running text, a cell or a term, has no value behind it."""
    block = line.block
    if len(line.text) >= 80 or block.times:  # a script writes the words of a ``<relative-time>``
        return False
    known = _LABEL.match(line.text) is not None
    if block.cell is not None:
        return _empty_cell(document, line, block.cell, known=known or _REACH.match(line.text) is not None)
    if block.kind is BlockKind.TERM:
        drawn = document.blocks[line.number + 1 : line.number + 2]
        bare = not (drawn and drawn[0].kind is BlockKind.MEDIA) and line.number + 1 not in document.boxes
        return (known or _REACH.match(line.text) is not None) and bare and _unanswered(block, after)
    if _CARD.fullmatch(line.text) is not None:
        return _on_a_card(document, line, after) or _alone(document, line, after) or _among_others(document, line)
    if not known:
        return False
    if not is_label(line.text):
        return False
    return _unanswered(block, after) or _label_itself(after.text if after is not None else "")


def _unanswered(block: Block, after: Line | None) -> bool:
    """Whether the page ends behind a label, or something else begins."""
    return after is None or after.block.region is not block.region or after.block.kind in {BlockKind.HEADING, BlockKind.TERM}


def _on_a_card(document: Document, line: Line, after: Line | None) -> bool:
    """Whether a label for an address ends a card, a block of lines of which another label has its value: "Telephone: 01632 960001"."""
    block = line.block
    rows = block.text.split("\n")
    behind = document.blocks[line.number + 1 : line.number + 2]
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.region is Region.MAIN
        and not block.links
        and rows[-1].strip() == line.text
        and any(LABELLED.match(row) for row in rows[:-1])
        and not any(other.links or other.kind is BlockKind.MEDIA for other in behind)
        and (after is None or "@" not in after.text)
    )


def _alone(document: Document, line: Line, after: Line | None) -> bool:
    """Whether a label for an address is all that its section says of it, and no field of a form."""
    block, number = line.block, line.number
    around = document.blocks[max(0, number - 1) : number + 2]
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.region is Region.MAIN
        and block.text.strip() == line.text
        and (after is None or after.block.kind is BlockKind.HEADING)
        and not any(other.links or other.kind is BlockKind.MEDIA or (other is not block and _CARD.match(other.text)) for other in around)
        and not any(number - 1 <= box <= number + 1 for box in document.boxes)
    )


def _label_itself(text: str) -> bool:
    """Whether a line is a label, with or without its value."""
    return text.rstrip(" *_").endswith(":") or LABELLED.match(text) is not None


class _Table(NamedTuple):
    """Of a table: the last column of each row, all its columns, and those with a header cell."""

    ends: dict[int, int]
    columns: set[int]
    headed: set[int]


@once
def _tables(document: Document) -> dict[int, _Table]:
    """The tables of a page by their numbers: a cell is asked for each label, and a table may be the whole page."""
    found: dict[int, _Table] = {}
    for block in document.blocks:
        if (cell := block.cell) is not None:
            table = found.setdefault(cell.table, _Table({}, set(), set()))
            table.ends[cell.row] = max(cell.column, table.ends.get(cell.row, 0))
            table.columns.add(cell.column)
            if cell.header:
                table.headed.add(cell.column)
    return found


def _among_others(document: Document, line: Line) -> bool:
    """Whether a label for an address stands, as a paragraph of its own, beside another one that has its value."""
    block, number = line.block, line.number
    if block.kind is not BlockKind.PARAGRAPH or block.region is not Region.MAIN or block.links or block.text.strip() != line.text:
        return False
    if any(number - 1 <= box <= number + 1 for box in document.boxes):
        return False
    before, behind = document.blocks[max(0, number - 1) : number], document.blocks[number + 1 : number + 2]
    if any(other.links or other.kind is BlockKind.MEDIA for other in behind) or not all(_labelled(other) for other in behind):
        return False
    return any((found := _CARD.match(other.text)) is not None and len(other.text) > found.end() + 3 for other in (*before, *behind))


def _labelled(block: Block) -> bool:
    """Whether a block begins with a label of its own, or opens something else."""
    return block.kind is BlockKind.HEADING or _CARD.match(block.text) is not None or LABELLED.match(block.text) is not None


_FEW: Final = 3
"""Rows of a table of labels and values, at least, of which one without a value is a gap whatever its label is."""
_DAY: Final = re.compile(r"(?:\w+day|\w+tag|\d.*|.*\?|total|notes?|comments?|remarks?|signed?|signature|date|name)s?\s?:?", re.IGNORECASE)
"""Labels of rows that may well be empty, and of what readers fill in."""


def _empty_cell(document: Document, line: Line, cell: Cell, *, known: bool) -> bool:
    """Whether the cell beside a label is empty: in a table of labels and values, of which the others have theirs, or with a colon. A label
    that nobody knows counts where it is the only one without a value, and each has the mark-up of a label or the colon of one."""
    table = _tables(document)[cell.table]
    if table.ends[cell.row] > cell.column:
        return False
    if not known:
        short = len(line.text.split()) <= _FEW and _DAY.fullmatch(line.text) is None
        lone = len(table.ends) >= _FEW and sum(end == 0 for end in table.ends.values()) == 1
        return short and lone and cell.column == 0 and table.columns == {0, 1} and 1 not in table.headed
    return is_label(line.text) or (cell.column == 0 and len(table.columns) == 2 and 1 in table.columns and 1 not in table.headed)


def placeholders(line: Line, *, form: bool) -> Iterator[int]:
    """Where in a line a placeholder stands that the page's owner was to fill in. ``form``: the page is there for readers to fill in."""
    text = line.text
    low = text.lower()
    if form:
        return
    if any(mark in low for mark in _MARKS):
        for found in islice(PLACEHOLDER.finditer(text), 20):
            before = text[: found.start()]
            bare = _BARE.match(found.group()) is not None or found.group().startswith("{{")
            braced = found.group().startswith("{{") and _CODED.search(before) is None
            value = _VALUE.search(before) is not None and (braced or _OWN.search(before) is not None)
            if bare and not value and not _addressed(text, found) and LATER.search(found.group()) is None:
                continue
            if not _explained(text, found):
                yield found.start()
    if (crossed := CROSSED.search(text)) and not _explained(text, crossed):
        yield crossed.start()
    if any(mark in low for mark in _DATE_LETTERS):
        for found in islice(DATE_SHAPE.finditer(text), 20):
            before = text[max(0, found.start() - 80) : found.start()]
            if STEM.search(before) and not _OTHERS.search(before) and not _explained(text, found):
                yield found.start()


def _addressed(text: str, found: re.Match[str]) -> bool:
    """Whether a placeholder names what the page itself had to name, in a sentence of its own: "approved by [name of committee]"."""
    if text.lower().startswith("dear") or "copyright" in text.lower():
        return False
    before = text[: found.start()]
    return (
        " of " in found.group()
        or _TO_ASK.search(before) is not None
        or (_TO_REACH.search(found.group()) is not None and _AT.search(before) is not None)
    )


def _explained(text: str, found: re.Match[str]) -> bool:
    """Whether the words around speak of placeholders and formats."""
    return _MEANT.search(text[max(0, found.start() - 80) : found.end() + 80]) is not None
