"""What must stand in a page for a phrase to be there: the longest plain words of each pattern, found by reading the pattern.

A quick look searches bytes for these and parses only pages that have one. They are derived, so that phrases stand in one place. Of regular
expressions this knows what phrases are written with: groups, branches, repetitions, sets, escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_UNSURE: Final = re.compile(r"['.]+")
"""What text has in several spellings (quotation marks, an ellipsis), or as an entity."""

_TOKENS: Final = re.compile(
    r"(?P<look>\(\?<?[=!])"
    r"|(?P<open>\((?:\?:|\?P<\w+>)?)"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<perhaps>(?:[?*]|\{0?,\d*\}|\{0\})[?+]?)"
    r"|(?P<repeated>(?:\+|\{\d+(?:,\d*)?\})[?+]?)"
    r"|(?P<any>\[\^?\]?(?:\\.|[^\]\\])*\]|\\\w|[.^$])"
    r"|\\?(?P<letter>.)",
    re.DOTALL,
)


def marks(*tables: re.Pattern[str]) -> tuple[bytes, ...]:
    """Words of which a page must have at least one for any of the patterns to match its text, as bytes of UTF-8 in their usual cases.

    Raises ``ValueError`` for a pattern that can match without any plain word.
    """
    found: set[str] = set()
    for table in tables:
        words = _branches(_TOKENS.finditer(table.pattern))
        if words is None:
            raise ValueError(f"no plain word is sure to stand in what this matches: {table.pattern[:80]}")
        found |= words
    kept = {word for word in found if not any(other != word and other in word for other in found)}
    cases = {case for word in kept for case in ((word,) if word.isascii() else (word, word.capitalize(), word.upper()))}
    return tuple(sorted((case.encode() for case in cases), key=lambda mark: (len(mark), mark)))


def _branches(tokens: Iterator[re.Match[str]]) -> set[str] | None:
    """The words of a pattern, or of a group up to its end: one of them is in whatever it matches. None when there is none."""
    branches = [_Branch()]
    for token in tokens:
        match token.lastgroup:
            case "close":
                break
            case "bar":
                branches.append(_Branch())
            case "letter":
                branches[-1].letter(token["letter"])
            case "open":
                branches[-1].part(_branches(tokens))
            case "look":  # what stands beside a match is no part of it
                _branches(tokens)
                branches[-1].part(None)
            case "perhaps":
                branches[-1].drop()
            case _:  # a set, an escape, or a repetition of what stands before it
                branches[-1].part(None)
    words = [branch.words() for branch in branches]
    return None if None in words else {word for some in words for word in some or ()}


class _Branch:
    """One way through a pattern: its runs of letters, and the words of its groups."""

    def __init__(self) -> None:
        self._parts: list[str | set[str] | None] = []

    def letter(self, letter: str) -> None:
        """A letter is an item of its own: what follows may take it back."""
        self._parts.append(letter)

    def part(self, words: set[str] | None) -> None:
        """A group with its words, or something that has none."""
        self._parts.append(words)

    def drop(self) -> None:
        """What came last may be missing."""
        self._parts[-1] = None

    def words(self) -> set[str] | None:
        """The best set of words: long ones are rare ones, and few are quick to look for."""
        sets: list[set[str]] = []
        run = ""
        for part in (*self._parts, None):
            if isinstance(part, str):
                run += part
                continue
            if pieces := [piece for piece in _UNSURE.split(run) if len(piece.strip()) > 1]:
                sets.append({max(pieces, key=len)})
            run = ""
            if part:
                sets.append(part)
        return max(sets, key=lambda words: (min(map(len, words)), -len(words)), default=None)
