"""Of all dates with labels, which are the page's: registers out, the best evidence first, contradictions kept."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from reviewer.model import DateClaim, DateKind, Item, PartialDate, Place, Source
from reviewer.read.dates.senses import PLAIN, STRONG
from reviewer.read.document import Block

REGISTER: Final = 3
"""So many different dates of one kind on a page are a register (or a log), not a contradiction."""
_MOVED: Final = re.compile(
    r"(?:new|revised|extended|current|amended)\b|.{0,40}\b(?:extended|moved|postponed|deferred|delayed|back|forward)\b", re.IGNORECASE
)
"""The words of a due date that took the place of an earlier one: no review lies between them."""
QUOTED: Final = "it stands in a quotation"
CITED: Final = "it is the date of a document that the page refers to"
ELSEWHERE: Final = frozenset({QUOTED, CITED})
"""Reasons to pass a date over that tell nothing of a register."""
_ITEM: Final = 200
_OPENING: Final = 1000
"""Characters of a row of a register that are shown, and in which they are looked for."""
_SOURCES: Final = (Source.TEXT, Source.TIME, Source.JSON_LD, Source.META, Source.PROPERTIES)


@dataclass(frozen=True, slots=True)
class Found:
    """A date with a label: the claim it would be, how clear the label is, why, where. ``refused`` says why it is not the page's; ``row``:
    it is the date of a row of a register, ``words`` that row's head; ``said``: a sentence states it, not a label with a value;
    ``outbid``: another label has its date."""

    claim: DateClaim
    strength: int
    why: str
    block: Block | None = None
    at: int = 0
    refused: str | None = None
    row: bool = False
    said: bool = False
    words: str = ""
    outbid: bool = False

    @property
    def quote(self) -> str:
        """The words that state it."""
        return self.claim.quote

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.claim.place

    @property
    def fact(self) -> DateClaim | Item:
        """The claim, or the register's item."""
        if self.row and self.block is not None:
            return Item(
                self.words or " ".join(self.block.text[:_OPENING].split())[:_ITEM], self.claim.kind, self.claim.date, self.claim.place
            )
        return self.claim


def choose(found: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """(taken, passed over): of each kind the page's date, in the order due, last reviewed, updated, published, expires; then items."""
    ours: dict[DateKind, list[Found]] = defaultdict(list)
    passed: list[Found] = []
    items: list[Found] = []
    for one in found:
        if one.row:
            items.append(one)
        elif one.refused:
            passed.append(replace(one, why=one.refused))
        else:
            ours[one.claim.kind].append(one)
    for kind, several in ours.items():
        told = [one for one in passed if one.claim.kind is kind and one.claim.source is Source.TEXT]
        others = sum(one.refused not in ELSEWHERE and not one.outbid for one in told)
        kept, rows = _without_register(several, others)
        ours[kind] = kept
        items += rows
    _weak_due(ours)
    taken: list[Found] = []
    for kind in DateKind:
        best, rest = _best(kind, ours.get(kind, []))
        taken += best
        passed += rest
    return taken + items, passed


def _without_register(several: list[Found], others: int) -> tuple[list[Found], list[Found]]:
    """Take out the rows of a register: three or more different dates of a kind in different blocks of the text, those of ``others`` (passed
    over as another document's) counted."""
    texts = [one for one in several if one.claim.source is Source.TEXT]
    different = {one.claim.date for one in texts}
    blocks = {id(one.block) for one in texts}
    if len(different) + others < REGISTER or len(blocks) + others < REGISTER:
        return several, []
    rows = [replace(one, row=True, why="a row of a register") for one in texts]
    return [one for one in several if one.claim.source is not Source.TEXT], rows


def _weak_due(ours: dict[DateKind, list[Found]]) -> None:
    """Make "Review date" beside a later "Next review date" the date of the last review; but not when the date was only moved."""
    due = ours.get(DateKind.DUE, [])
    latest = max((one.claim.date.by for one in due if one.strength == STRONG), default=dt.date.min)
    weak = [one for one in due if one.strength < STRONG and one.claim.date.by < latest]
    if weak:
        ours[DateKind.DUE] = [one for one in due if one.strength >= STRONG or one.claim.date.by >= latest]
        moved = any(one.strength == STRONG and _MOVED.match(one.quote) for one in due)
        if not moved and not any(one.strength >= PLAIN for one in ours.get(DateKind.LAST_REVIEWED, [])):
            told = [
                replace(one, claim=replace(one.claim, kind=DateKind.LAST_REVIEWED), why="a review date before the next one") for one in weak
            ]
            ours[DateKind.LAST_REVIEWED] = ours.get(DateKind.LAST_REVIEWED, []) + told


def _covers(coarse: PartialDate, fine: PartialDate) -> bool:
    """Whether one date says the same as another, only less exactly."""
    return coarse.first <= fine.first and fine.by <= coarse.by


def _best(kind: DateKind, several: list[Found]) -> tuple[list[Found], list[Found]]:
    """The date of a kind (of due dates all that contradict each other), and the rest with why it was passed over."""
    if not several:
        return [], []
    source = min((one.claim.source for one in several), key=_SOURCES.index)
    top = [one for one in several if one.claim.source is source]
    rest = [replace(one, why="the visible text says it") for one in several if one.claim.source is not source]
    labels = {one.claim.date: one for one in reversed(top) if not one.said and not one.quote[:1].islower()}
    strength = max(one.strength for one in top)
    rest += [replace(one, why="a clearer label says it") for one in top if one.strength < strength]
    top = [one for one in top if one.strength == strength]
    different: list[Found] = []
    for one in top:
        same = next(
            (other for other in different if _covers(other.claim.date, one.claim.date) or _covers(one.claim.date, other.claim.date)), None
        )
        if same is None:
            different.append(one)
        elif _covers(same.claim.date, one.claim.date) and same.claim.date != one.claim.date:
            different[different.index(same)] = one
            rest.append(replace(same, why="said more exactly elsewhere"))
        else:
            rest.append(replace(one, why="said already"))
    # Of a sentence and a label with the same date the label's words are the better quote.
    different = [labels.get(one.claim.date, one) for one in different]
    if kind is DateKind.DUE:
        different.sort(key=lambda one: one.claim.date.by)
        return different, rest
    if kind in {DateKind.LAST_REVIEWED, DateKind.UPDATED}:
        different.sort(key=lambda one: one.claim.date.by, reverse=True)
    rest += [
        replace(one, why="another date of the kind is later" if kind is not DateKind.PUBLISHED else "another one stands first")
        for one in different[1:]
    ]
    return different[:1], rest
