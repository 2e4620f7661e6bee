"""Names with a way to reach them, whatever the label: a name beside its address in a line, and cards of short lines.

A value with its address is the evidence: no page gives the number of somebody for nothing. Whose somebody is, is asked afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from reviewer.model import ContactKind, Region
from reviewer.read.contacts.labels import is_label, is_other, labels_in
from reviewer.read.contacts.shapes import employer, person, role
from reviewer.read.contacts.ties import Layout, away, field, fieldless, postal
from reviewer.read.contacts.values import (
    CALL,
    EMAIL,
    EXTENSION,
    JOINERS,
    PHONE,
    Value,
    addresses,
    behind_article,
    extensions,
    is_phone,
    names,
    typed,
)
from reviewer.read.contacts.words import kinds
from reviewer.read.document import BlockKind, Document
from reviewer.read.sentences import Line, sentences, sifted
from reviewer.read.sieves import Sieve

_UP: Final = 6
"""Lines of a card above its first address."""
_SHORT: Final = 70
_NAME: Final = 6
"""Words of a name at the end of a clause."""
_TIED: Final = re.compile(r"[^\w)]+$")
_DATE: Final = re.compile(r"^\s*\d{4}[-./]\d\d?[-./]\d\d?|^\s*\d\d?[-./ ]\d\d?[-./ ]\d{4}\b|^\s*(?:1[6-9]|20)\d\d ?[-–/] ?\d\d")
_SPOKEN: Final = 2
_END: Final = re.compile(r"[^\W\d_]{3}[.?!] ")
_LABEL: Final = 3
_CLAUSE: Final = re.compile(r"[,;(–—:|]| [-/] |(?<=[^\W\d_]{3})[.!?] ")
_KEYED: Final = (BlockKind.TERM, BlockKind.DEFINITION)
_PEOPLE: Final = 4
"""Cards of people on one page that make it a directory."""
_MOST: Final = 40
_OPENS: Final = 5
_UNTYPED: Final = frozenset({"agent", "field", "page", "common", "group", "post", "abstract", "small", "of", "det", "yours"})

_COMMON: Final = frozenset({"plain", "fill", "rank"})
_WITH_ADDRESS: Final = Sieve(["@"], re.compile(r"\d[ .)/-]{0,2}\d\d[ .-]?\d\d"), EXTENSION, re.compile(r"(?:^|[ (])#[a-z]"))
"""What a line with an address has."""

Card = tuple[int, list[int], list[Value]]
"""The line with the address, the lines that the card is made of, and whom they name."""


@lru_cache(maxsize=512)
def reached(text: str) -> tuple[Value, ...]:
    """The addresses of a line that stands in a card: an extension, or a number with fewer digits than elsewhere, are numbers there."""
    found = addresses(text)
    if not any(kind is ContactKind.PHONE for kind, _ in found):
        numbers = (one.group().strip() for one in PHONE.finditer(EMAIL.sub(" ", text)) if not _DATE.search(one.group()))
        found += [(ContactKind.PHONE, number) for number in numbers if is_phone(number, called=" " in number)]
        found += extensions(text)
    return tuple(found)


def beside(text: str) -> list[Value]:
    """Whom a line names before its first address: all that it begins with, or the end of the clause right before it."""
    first = min((text.find(value) for _, value in reached(text)), default=-1)
    if first <= 0:
        return []
    opening = _pieces(text[:first])
    labelled = bool(opening) and text[len(opening[0]) :].lstrip().startswith(":")
    label = text[:first].rpartition(":")[0].split()[-_LABEL:]
    if any("alien" in kinds(word) for word in label):
        return []  # "Organiser: Ann Example"
    if forward := _run(opening, labelled=labelled):
        return forward
    before = text[:first]
    start = max((start for start, _ in sentences(before)), default=0)
    pieces = _pieces(_stripped(before[start:]))
    found: list[Value] = []
    for piece in reversed(pieces):
        values, whole = typed(" ".join(_named_by(piece)), strong=False, after=True)
        if not (values and whole and all(_sure(value) for _, value in values)):
            return _last(piece) + found if " " in piece and not found else [*_role(piece), *found]
        found = values + found
    return found


def _pieces(text: str) -> list[str]:
    """The pieces between the signs of a line."""
    return [piece for part in _CLAUSE.split(text) if (piece := part.strip(" ).|/-"))]


def _run(pieces: Sequence[str], *, labelled: bool) -> list[Value]:
    """The names that a line begins with, up to the first piece that is none; behind the label of a field (``labelled``) second."""
    found: list[Value] = []
    for number, piece in enumerate(pieces):
        values, whole = typed(piece, strong=False, after=bool(found))
        if values and whole and all(_sure(value) for _, value in values):
            found += [value for value in values if not (found and employer(value[1]))]
        elif found or number or not labelled:
            break
    return found


def _role(piece: str) -> list[Value]:
    """The post that the words of a piece end with, before the name of who holds it ("with the Grants Officer, Ann Example")."""
    return [value for value in _last(piece) if value[0] is ContactKind.ROLE]


def _stripped(clause: str) -> str:
    """A clause without the words and signs that tie an address to it ("on", "tel.:", "(")."""
    while True:
        clause = _TIED.sub("", clause)
        word = clause.rsplit(" ", 1)[-1]
        if not word or " " not in clause or not (kinds(word) & {"reach", "via", "stop", "small"} or word.lower() in JOINERS):
            return clause
        clause = clause[: -len(word)]


def _last(piece: str) -> list[Value]:
    """The name that the words of a piece end with, up to a label's colon ("Bel of mail Ann Example")."""
    words = _named_by(piece.rsplit(": ", 1)[-1])
    while len(words) > 1 and words[-1].islower() and not kinds(words[-1]) & {"small", "post", "group"} and words[-2][0].isupper():
        words = words[:-1]
    for size in range(min(_NAME, len(words)), 0, -1):
        if words[-size][0].isupper():
            values, whole = typed(" ".join(words[-size:]), strong=False)
            if values and whole and all(_sure(value) for _, value in values):
                return values
    return []


def _named_by(text: str) -> list[str]:
    """The words of a name behind what is to be done ("Call Ann Example", "Ring the Poisons Bureau", "Rufen Sie Herrn Muster")."""
    words = text.split()
    while len(words) > 1 and CALL.fullmatch(words[0]):
        words = words[1:]
    titled = next((at for at, word in enumerate(words) if at and word[0].isupper() and "title" in kinds(word)), 0)
    return words[titled:] if titled else behind_article(words)


def _sure(name: str) -> bool:
    """Whether a name is written as one: all its words with capitals, or behind a noun of office or of a group; no line of capitals, and no
    street."""
    words = name.split()
    if name.isupper() or "street" in kinds(words[-1]):
        return False
    capital = all(word[0].isupper() or kinds(word) & {"small", "particle"} for word in words)
    return (
        words[0][0].isupper() and (capital or bool(kinds(words[0]) & {"post", "group"})) and ": " not in name and _END.search(name) is None
    )


def cards(document: Document, layout: Layout) -> Iterator[Card]:
    """The cards of a page, each once."""
    rows = layout.rows
    taken: set[int] = set()
    for at in islice((at for at in _WITH_ADDRESS.among(sifted(document)) if _addressed(rows[at])), _MOST):
        if at in taken or is_other(rows[at].text.partition(":")[0]):
            continue
        group = _group(layout, at)
        named: list[Value] = []
        for spot, value in ((line, value) for line in group for value in _named(layout, line)):
            if not (named and (employer(value[1]) or (value[0] is named[-1][0] is ContactKind.TEAM and layout.housed(spot)))):
                named.append(value)
        if not named:
            named = _opening(layout, group)
        if not named and (head := group[0] - 1) >= 0 and rows[head].block.kind is BlockKind.HEADING:
            named = _heading(rows[head].text)
        taken.update(group)
        if named or len({kind for one in group for kind, _ in reached(rows[one].text)}) > 1:
            yield at, group, named


def _addressed(row: Line) -> bool:
    """Whether a line is short and gives an address, in the page's own text."""
    own = row.block.region in {Region.MAIN, Region.ASIDE} and row.block.kind not in _KEYED
    return own and len(row.text) < 2 * _SHORT and bool(reached(row.text))


def _group(layout: Layout, at: int) -> list[int]:
    """The short lines around an address that make a card with it, up to a heading, a sentence or a label."""
    rows = layout.rows
    top = at
    spoken = (
        sum(word[0].islower() and word.strip(":,.").isalpha() and not kinds(word) & {"reach", "via"} for word in rows[at].text.split())
        > _SPOKEN
    )
    while rows[at].block.cell is None and top > 0 and at - top < _UP and _part(layout, top - 1, rows[at]):
        if spoken and rows[top - 1].block is not rows[at].block:
            break  # a sentence has no name above it
        joined = rows[top - 1].block in (rows[at].block, rows[top].block)
        if not (joined or _named(layout, top - 1) or postal(rows[top - 1].text) or field(rows[top - 1].text)):
            break
        top -= 1
    last = at
    while last + 1 < len(rows) and last - at < _UP and _part(layout, last + 1, rows[at]):
        text = rows[last + 1].text
        if not (postal(text) or reached(text)) or beside(text):
            break  # somebody else's card begins
        last += 1
    return list(range(top, last + 1))


def _part(layout: Layout, at: int, card: Line) -> bool:
    """Whether a line may be part of a card."""
    row = layout.rows[at]
    text = row.text
    return (
        row.block.kind is not BlockKind.HEADING
        and row.block.region is card.block.region
        and row.block.cell is None
        and row.block.list == card.block.list
        and len(text) < _SHORT
        and text[-1] not in ".!?:"
        and not (labels_in(text, layout.known) and fieldless(text) == text and not _post(text.partition(":")[0]))
        and not is_other(text.partition(":")[0])
        and not away(text)
    )


def _post(label: str) -> bool:
    """Whether what stands before a colon is a post, and not what a label of contact is."""
    return role(label) and is_label(label) is None


def _named(layout: Layout, at: int) -> list[Value]:
    """Whom one line of a card names."""
    text = layout.rows[at].text
    if postal(text):
        return []
    if reached(text):
        found = beside(text)
        found += [value for start, end in sentences(text) if start for value in beside(text[start:end]) if value not in found]
    else:
        found = names(fieldless(text), strong=False)
    return [value for value in found if _sure(value[1])]


def _opening(layout: Layout, group: list[int]) -> list[Value]:
    """The name of no known kind that a card opens with: the line above its addresses, or what its first line begins with."""
    first = layout.rows[group[0]]
    above = layout.rows[group[0] - 1] if group[0] and _part(layout, group[0] - 1, first) else first
    pieces = _pieces(above.text)
    words = pieces[0].split() if pieces else []
    if not 1 < len(words) <= _OPENS or reached(pieces[0]) or postal(pieces[0]) or (len(pieces) == 1 and above is first and len(group) == 1):
        return []
    capital = words[0][0].isupper() and all((word[0].isupper() or kinds(word) & {"small", "of"}) for word in words)
    capital = capital and all(kinds(word) <= _UNTYPED | _COMMON for word in words) and not all(kinds(word) & _COMMON for word in words)
    return [(ContactKind.TEAM, pieces[0])] if capital and not person(pieces[0]) else []


def _heading(text: str) -> list[Value]:
    """The team or post that a heading names above a card: with its verb ("Call the Lending Team"), or as it is ("Parking Shop")."""
    if is_label(text) is not None or text.endswith("?"):
        return []
    words = _named_by(text.rstrip(":"))
    for start in range(min(len(words), 3)):
        values, _ = typed(" ".join(words[start:]), strong=False)
        if values and values[0][0] is not ContactKind.PERSON and _sure(values[0][1]):
            return values
    bare = len(words) < len(text.split()) and 1 < len(words) <= 3 and all(word[0].isupper() for word in words)
    bare = bare or (1 < len(words) <= 3 and all(word[0].isupper() and kinds(word) <= _UNTYPED for word in words))
    return [(ContactKind.TEAM, " ".join(words))] if bare and not person(" ".join(words[:1])) else []


def directory(found: Sequence[Card], rows: Sequence[Line]) -> bool:
    """Whether so many cards are of people, or stand under the name of one, that the page is a list of them."""
    people = (any(kind is ContactKind.PERSON for kind, _ in named) or person(rows[at].block.place.heading or "") for at, _, named in found)
    return sum(people) >= _PEOPLE
