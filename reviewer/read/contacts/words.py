"""What the readers of contacts know of a word: its kinds, from the ``[contacts]`` sections of the lexicon.

The languages are one vocabulary: pages often give no language, or a wrong one, and quote each other's titles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from reviewer.read.lexicon import LANGUAGES, section

NONE: Final[frozenset[str]] = frozenset()
CONCEPTS: Final = frozenset({"own", "write", "contact", "lead", "answer"})
"""Kinds of the words that a label of a contact is about."""
STRONG: Final = frozenset({"own", "write", "answer"})
"""Those after which a name is believed even when it has no form that tells a person or a team."""
KNOWN: Final = CONCEPTS | {"page", "rank", "fill", "of", "det", "keep", "by", "reach", "verb"}
"""Kinds that may stand beside one of them in any label."""
NOT_NAMES: Final = CONCEPTS | {"page", "post", "group", "field", "other", "plain", "nobody", "reach", "alien", "abstract", "site"}
"""Kinds of words that are no part of a person's name."""
WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PHRASES: Final = frozenset({"ask", "call", "public", "office", "rests", "made"})
_FORE: Final = frozenset({"fr", "es", "it", "pt", "ca", "pl", "cy", "nl"})
"""Languages whose phrases begin with their noun ("Service juridique", "Kierownik działu"): what follows it is written small. A word that is
English, too, is none of these."""
_HEADS: Final = frozenset({"post", "group"})


class Kinds:
    """The kinds of words of the lexicon: whole ones, and by their beginnings ("manag*") and ends ("*leiter")."""

    def __init__(self) -> None:
        """Read the sections."""
        self.whole: dict[str, frozenset[str]] = {}
        self.begins: dict[str, frozenset[str]] = {}
        self.ends: dict[str, frozenset[str]] = {}
        fore: set[str] = set()
        for language in LANGUAGES:
            for kind, entries in section(language, "contacts").items():
                for entry in entries.split() if kind not in _PHRASES else ():
                    where = self.begins if entry.endswith("*") else self.ends if entry.startswith("*") else self.whole
                    word = entry.strip("*")
                    where[word] = where.get(word, NONE) | {kind}
                    if kind in _HEADS and language in _FORE:
                        fore.add(entry)
        for kind in _HEADS:
            fore.difference_update(section("en", "contacts")[kind].split())
        for entry in fore:
            where = self.ends if entry.startswith("*") else self.whole
            where[entry.strip("*")] |= {"fore"}

    def of(self, word: str) -> frozenset[str]:
        """The kinds of a word in small letters."""
        found = self.whole.get(word, NONE) | self.begins.get(word, NONE)
        for at in range(2, len(word)):
            found |= self.begins.get(word[:at], NONE) | self.ends.get(word[-at:], NONE)
        found |= self.ends.get(word, NONE)
        return found

    def spelt(self, *kinds: str) -> list[str]:
        """The words of some kinds, without the asterisks."""
        every: tuple[Mapping[str, frozenset[str]], ...] = (self.whole, self.begins, self.ends)
        return sorted({word for words in every for word, found in words.items() if not found.isdisjoint(kinds)})


@cache
def lexicon() -> Kinds:
    """The kinds of all languages."""
    return Kinds()


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """The phrases of one kind in all languages."""
    return tuple(phrase for language in LANGUAGES for phrase in section(language, "contacts").get(kind, ()))


@lru_cache(maxsize=8192)
def kinds(word: str) -> frozenset[str]:
    """The kinds of a word, however it is written: "Managers," is a post, and so is "Abteilungsleiterin"."""
    low = word.lower().strip(' .,:;()[]*_"“”!?').replace("’", "'").removesuffix("'s")
    if low[1:2] == "'":
        low = low[2:] or low  # an elision: "l'équipe"
    found = lexicon().of(low)
    return found | (lexicon().of(low[:-1]) & {"post"}) if low.endswith("s") else found  # a plural: "nurses"
