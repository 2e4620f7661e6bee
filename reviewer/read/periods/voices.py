"""Whose word a day or a year in a sentence is: the page's own, or that of somebody whom it quotes, of a person who tells of himself or of
whom it tells, or of a line of code."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.read.dates.quotations import quoted
from reviewer.read.document import Block
from reviewer.read.periods.tense import Group
from reviewer.read.periods.words import Word

_NEAR = 2
"""Words before a verb among which its subject stands."""


def whose(block: Block, text: str, start: int, stop: int) -> str | None:
    """Why what stands at ``text[start:stop]`` (a line of the ``block``) is not said by the page, or None."""
    if quoted(text, start, stop) or (text[:start].count('"') % 2 and '"' in text[stop:]):
        return "what somebody said"
    return "code" if any(at <= start and stop <= end for at, end in _coded(block, text)) else None


def _coded(block: Block, text: str) -> list[tuple[int, int]]:
    """Where the pieces of code of a block stand in a line of it, the first of the same ones for all."""
    places = ((text.find(code), len(code)) for code in block.codes if code)
    return [(at, at + size) for at, size in places if at >= 0]


def personal(words: Sequence[Word], groups: Sequence[Group], start: int) -> bool:
    """Whether the nearest verb before a day has a person for its subject: what she plans, or what I said, the page does not promise."""
    before = [one for one in groups if words[one.first].start < start]
    first = before[-1].first if before else 0
    return any(word.any("person") for word in words[max(0, first - _NEAR) : first])
