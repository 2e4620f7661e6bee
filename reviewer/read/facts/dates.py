"""The dates that a page states about itself: due, last reviewed, updated, published, expires.

A label (`claims_labels`) is found in a line, its date is looked for (`claims_values`), then it is asked whose date it is
(`claims_whose`), and of all that is left the page's dates are chosen (`claims_choice`). Each step is bounded, on short windows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from reviewer.model import DateClaim, DateKind, Item, Region
from reviewer.read.dates import head as claims_head
from reviewer.read.dates import reverse as claims_reverse
from reviewer.read.dates.cadence import computed
from reviewer.read.dates.choice import Found, choose
from reviewer.read.dates.labels import ABOUT, LABELS, STEMS, STRONG, Label
from reviewer.read.dates.lines import Line, Stems, occurrences
from reviewer.read.dates.order import order
from reviewer.read.dates.siblings import apart
from reviewer.read.dates.values import BEHIND, Reading, values
from reviewer.read.dates.whose import Known, known, not_ours
from reviewer.read.document import Candidate, Document, Hints
from reviewer.read.sieves import Sieve

MOST: Final = 600
"""Places of a page that are looked at: half from its beginning, half from its end. A page with more is a register, or hostile."""
_AROUND: Final = 90
_DIGIT: Final = re.compile(r"\d")

_LEFT: Final = r"(?:(?<![^\W_])|(?-i:(?<=[a-zà-ÿ\d.)])(?=[A-ZÀ-Þ])))"
_RIGHT: Final = r"(?:(?![^\W_])|(?-i:(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ\d])))"
"""A label begins and ends at a word's edge, or where glued words change from small to capital letters."""
_STATED: Final = Stems(STEMS)
"""Pieces of words of which each label of the house has one."""
_EXAMPLES: Final = frozenset({DateKind.DUE, DateKind.LAST_REVIEWED})


@dataclass(frozen=True, slots=True)
class _Pattern:
    """All labels as one expression (the number of the group that matched tells which), and pieces of words of which each label that a user
    added has one."""

    expression: re.Pattern[str]
    sieve: Sieve
    labels: tuple[Label, ...]
    own: tuple[str, ...]


@functools.lru_cache(maxsize=64)
def _pattern(own: tuple[tuple[str, str], ...]) -> _Pattern:
    """The labels that a user added (``own``, taken literally), then those of the house."""
    kinds = {kind.value for kind in DateKind}
    added = [(DateKind(kind), words.split()) for kind, words in own if kind in kinds and words.split()]
    labels = (*(Label(kind, STRONG, r"\s".join(map(re.escape, words))) for kind, words in added), *LABELS)
    alternatives = "|".join(f"(?P<l{number}>{label.pattern})" for number, label in enumerate(labels))
    expression = re.compile(f"{_LEFT}(?:{alternatives}){_RIGHT}", re.IGNORECASE)
    return _Pattern(expression, Sieve(expression), labels, tuple(words[0].lower() for _, words in added))


def facts(document: Document, hints: Hints) -> Iterable[DateClaim | Item]:
    """The page's own dates, the chosen one of each kind first, and the rows of a register as items."""
    return [one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, (DateClaim, Item))]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every date with a label, and why it was taken or passed over; the taken ones first, in the order of `facts`."""
    reading = Reading(order(document, hints), document.lang or hints.language)
    found = list(_in_text(document, hints, reading))
    found += claims_reverse.found(document, reading)
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
    pattern = _pattern(hints.labels)
    places = occurrences(document, _STATED, pattern.own)
    near = {id(line): line for line, _ in places}
    about = bool(ABOUT.search(document.title)) or any(ABOUT.search(line.text[:2000]) for line in near.values())
    places = [(line, at) for line, at in places if _dated(line, at)]
    if len(places) > MOST:
        places = places[: MOST // 2] + places[-MOST // 2 :]
    windows: dict[int, tuple[Line, list[tuple[int, int]]]] = {}
    for line, at in places:
        _, spans = windows.setdefault(id(line), (line, []))
        start, end = max(0, at - _AROUND), min(len(line.text), at + _AROUND)
        if spans and start <= spans[-1][1]:
            start = spans.pop()[0]
        spans.append((start, end))
    page = known(document) if windows else Known()
    for line, spans in windows.values():
        example = about and line.block.region is not Region.FOOTER
        yield from _in_line(line, spans, pattern, reading, page, example=example)


def _dated(line: Line, at: int) -> bool:
    """Whether a date can follow: there is a digit behind, or the text ends, so that the next cell or line is asked."""
    return len(line.text) - at < _AROUND or bool(_DIGIT.search(line.text, at, at + BEHIND + _AROUND))


def _in_line(
    line: Line, spans: list[tuple[int, int]], pattern: _Pattern, reading: Reading, page: Known, *, example: bool
) -> Iterator[Found]:
    """All dates with labels in one line; ``example``: the page explains review dates, and shows some."""
    hits = [
        (pattern.labels[int((match.lastgroup or "l0")[1:])], match.start(), match.end())
        for start, end in spans
        for match in pattern.sieve.finditer(pattern.expression, line.text, start, end)
    ]
    for number, (label, start, end) in enumerate(hits):
        stop = hits[number + 1][1] if number + 1 < len(hits) else len(line.text)
        for one in values(line, label, start, end, stop, reading):
            if one.refused or one.row:
                yield one
                continue
            why = not_ours(line, label, start, end, page)
            if why is None and example and label.kind in _EXAMPLES:
                why = "an example: the page explains review dates"
            yield replace(one, refused=why)
