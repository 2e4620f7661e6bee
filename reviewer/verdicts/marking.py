"""What must stand in a page for a phrase to be there: the longest plain words of each pattern, found by taking the pattern apart.

A quick look searches bytes for these and parses only pages that have one. They are derived, so that phrases stand in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # how a pattern is built, which nothing public tells
from typing import Any

_UNSURE = re.compile(r"['.]+")
"""What text has in several spellings (quotation marks, an ellipsis), or as an entity."""


def marks(*tables: re.Pattern[str]) -> tuple[bytes, ...]:
    """Words of which a page must have at least one for any of the patterns to match its text, as bytes of UTF-8 in their usual cases.

    Raises ``ValueError`` for a pattern that can match without any plain word.
    """
    found: set[str] = set()
    for table in tables:
        words = _words(_parser.parse(table.pattern))
        if words is None:
            raise ValueError(f"no plain word is sure to stand in what this matches: {table.pattern[:80]}")
        found |= words
    kept = {word for word in found if not any(other != word and other in word for other in found)}
    cases = {case for word in kept for case in ((word,) if word.isascii() else (word, word.capitalize(), word.upper()))}
    return tuple(sorted((case.encode() for case in cases), key=lambda mark: (len(mark), mark)))


def _words(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """The best set of words for a part of a pattern: one of them is in whatever it matches. None when there is none."""
    best: set[str] | None = None
    run: list[str] = []

    def take(words: set[str] | None) -> None:
        nonlocal best
        if words and (best is None or _worth(words) > _worth(best)):
            best = words

    def flush() -> None:
        pieces = [piece for piece in _UNSURE.split("".join(run)) if len(piece.strip()) > 1]
        run.clear()
        take({max(pieces, key=len)} if pieces else None)

    for kind, value in items:
        if kind is _constants.LITERAL:
            run.append(chr(value))
            continue
        flush()
        take(_inside(kind, value))
    flush()
    return best


def _inside(kind: object, value: Any) -> set[str] | None:
    """The words of a group, of a repetition that comes at least once, of all branches together."""
    if kind is _constants.SUBPATTERN:
        return _words(value[3])
    if kind in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
        return _words(value[2]) if value[0] else None
    if kind is _constants.BRANCH:
        branches = [_words(branch) for branch in value[1]]
        return None if None in branches else {word for branch in branches for word in branch or ()}
    return None


def _worth(words: set[str]) -> tuple[int, int]:
    """Long words are rare ones."""
    return min(len(word) for word in words), -len(words)
