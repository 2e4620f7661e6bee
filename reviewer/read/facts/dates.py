"""The dates that a page states about itself: due, last reviewed, updated, published, expires.

A label (`grammar`) is found near a date, the two are put together (`values`), then it is asked whose date it is (`whose`), and of all that
is left the page's dates are chosen (`choice`). Each step is bounded, on short windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from reviewer.model import DateClaim, DateKind, Item, Region
from reviewer.read.dates import covers, records
from reviewer.read.dates import head as claims_head
from reviewer.read.dates import reverse as claims_reverse
from reviewer.read.dates.cadence import computed
from reviewer.read.dates.choice import Found, choose
from reviewer.read.dates.grammar import labels
from reviewer.read.dates.known import Known, known
from reviewer.read.dates.lines import Line, Stems, lines, sifted, stated
from reviewer.read.dates.offers import Offer, offers, settled
from reviewer.read.dates.order import order
from reviewer.read.dates.senses import STRONG
from reviewer.read.dates.siblings import apart
from reviewer.read.dates.tokens import stems
from reviewer.read.dates.values import Reading
from reviewer.read.dates.whose import ABOUT, not_ours, of_item
from reviewer.read.document import Candidate, Document, Hints

MOST: Final = 120
"""Windows of a page that are looked at: half from its beginning, half from its end. A page with more is a register, or hostile."""
LABELS: Final = 24
"""Labels of one window, at most."""
_SHORT: Final = 400
_WIDEST: Final = 1000
_BEFORE: Final = 220
_BEHIND: Final = 120
_NUMBER: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[/.-]\d|['’]\d\d\b|\b[A-Za-z]{3}[ -]\d\d\b")
"""What each date has: a year of four digits, or numbers with a sign between."""
_STATED: Final = Stems(stems())
"""Pieces of words of which each label of the house has one."""
_BRIEF: Final = 200
_DONE: Final = frozenset({DateKind.LAST_REVIEWED, DateKind.UPDATED})
_EXAMPLES: Final = frozenset({DateKind.DUE, DateKind.LAST_REVIEWED})


def facts(document: Document, hints: Hints) -> Iterable[DateClaim | Item]:
    """The page's own dates, the chosen one of each kind first, and the rows of a register as items."""
    return [one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, (DateClaim, Item))]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every date with a label, and why it was taken or passed over; the taken ones first, in the order of `facts`."""
    reading = Reading(order(document, hints), document.lang or hints.language)
    found = list(_in_text(document, hints, reading))
    found += claims_reverse.found(document, reading)
    found += records.found(document, reading)
    told = {one.claim.date for one in found}
    found += [one for one in covers.found(document, reading) if one.claim.date not in told]
    found += claims_head.found(document, reading.way)
    taken, passed = choose(apart(document, found))
    taken += computed(document, taken)
    for one in taken:
        doubt = f"; day and month are read {reading.way.order} ({reading.way.why})" if one.claim.ambiguous else ""
        yield Candidate(one.fact, one.quote, taken=True, why=one.why + doubt, place=one.place)
    for one in passed:
        yield Candidate(one.fact, one.quote, taken=False, why=one.why, place=one.place)


def _in_text(document: Document, hints: Hints, reading: Reading) -> Iterator[Found]:
    """All dates with labels in the visible text."""
    near = stated(document, _STATED, tuple(words.split()[0].lower() for _, words in hints.labels if words.split()))
    windows = [(line, start, end) for line in near for start, end in _windows(line)]
    about = bool(windows) and _explains(document)
    if len(windows) > MOST:
        windows = windows[: MOST // 2] + windows[-MOST // 2 :]
    page = known(document) if windows else Known()
    boxed, alien = (records.boxed(document), records.strangers(document)) if windows else (frozenset(), frozenset())
    every: list[Offer] = []
    for line, start, end in windows:
        example = about and line.block.region is not Region.FOOTER
        every += _in_window(
            line, (start, end), hints, reading, page, example=example, boxed=id(line.block) in boxed, alien=id(line.block) in alien
        )
    yield from settled(every)


def _explains(document: Document) -> bool:
    """Whether the page explains review dates, and shows some."""
    rows = lines(document)
    return ABOUT.search(document.title) is not None or any(ABOUT.search(rows[at].text[:2000]) for at in ABOUT.sieve.among(sifted(document)))


def _windows(line: Line) -> list[tuple[int, int]]:
    """The parts of a line in which a label with its date may stand: around each date, and its end, since the date may stand in the next
    cell or line."""
    text = line.text
    if len(text) <= _SHORT:
        near = (block for block in (line.block, line.follows, line.before, line.then) if block is not None)
        dated = line.column or line.block.times or any(block.times or _NUMBER.search(block.text[:_SHORT]) for block in near)
        return [(0, len(text))] if dated else []
    found: list[tuple[int, int]] = []
    for at in [*(number.start() for number in _NUMBER.finditer(text)), len(text)]:
        start, end = max(0, at - _BEFORE), min(len(text), at + _BEHIND)
        if found and start <= found[-1][1] and end - found[-1][0] <= _WIDEST:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _in_window(
    line: Line, span: tuple[int, int], hints: Hints, reading: Reading, page: Known, *, example: bool, boxed: bool, alien: bool
) -> Iterator[Offer]:
    """What the labels of one part of a line offer; ``example``: the page explains review dates, and shows some; ``boxed``: it stands in a
    record of the page; ``alien``: in one of something else."""
    hits = labels(line.text, *span, line.breaks, hints.labels, boxed=boxed)[:LABELS]
    if not boxed and len(line.text) <= _BRIEF and any(label.strength == STRONG and label.kind in _DONE for label in hits):
        # what was done to the page is said: the rest of so short a text is of it, too
        hits = labels(line.text, *span, line.breaks, hints.labels, boxed=True)[:LABELS]
    for number, label in enumerate(hits):
        for offer in offers(line, hits, number, reading):
            if offer.found.refused or offer.found.row:
                yield offer
                continue
            why = not_ours(line, label, page) or ("it stands in the record of something else" if alien else None)
            if why is None and example and label.kind in _EXAMPLES:
                why = "an example: the page explains review dates"
            if why is None and (of := of_item(line, label, page)):
                yield offer._replace(found=replace(offer.found, row=True, why=of))
                continue
            yield offer._replace(found=replace(offer.found, refused=why))
