"""The lexicon's words of state as patterns, one set for each language, made when they are first needed.

In the lexicon ``(x)`` may be missing, ``a/b`` are alternatives, ``_`` is any word, and ``#`` asks for something numbered to follow,
``!`` for the end of the clause.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from reviewer.read.lexicon import LANGUAGES, section
from reviewer.read.sieves import Sieve, straight

NEVER: Final = r"(?!)"
STATES: Final = (
    "gone",
    "done",
    "frozen",
    "mark",
    "newer",
    "old",
    "stopped",
    "no_more",
    "ender",
    "ends",
    "away",
    "history",
    "latest",
    "dont",
    "any_more",
    "barred",
    "resolved",
    "quit",
)
WORN: Final = ("out", "aged", "under", "doing", "working", "date_of")
"""The names of the words that say that a page's time is over, and that it is out of date or under review: every notice has one of them."""
_PAIRED: Final = {"old": "copy", "latest": "copy", "dont": "use", "resolved": "undertaken", "quit": "using"}
"""Words that say something together with one of others only."""
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
"""Marks that may stand in the middle of a phrase: "no <b>longer</b> in force"."""
WORD: Final = r"[\w'’·-]+"
_ENDINGS: Final = {
    "fr": (("é", ("é", "ée", "és", "ées")), ("du", ("du", "due", "dus", "dues")), ("lu", ("lu", "lue", "lus", "lues"))),
    "es": (("o", ("o", "a", "os", "as")),),
    "pt": (("o", ("o", "a", "os", "as")),),
    "it": (("o", ("o", "a", "i", "e")),),
    "ca": (("at", ("at", "ada", "ats", "ades")), ("it", ("it", "ida", "its", "ides")), ("ït", ("ït", "ïda", "ïts", "ïdes"))),
    "sv": (("ad", ("ad", "at", "ade", "ats")), ("en", ("en", "et", "na")), ("vd", ("vd", "vt", "vda", "vts"))),
    "pl": (("ny", ("ny", "na", "ne", "ni")), ("ty", ("ty", "ta", "te", "ci")), ("ły", ("ły", "ła", "łe"))),
}
"""How a language's participles and adjectives end, from the form that a dictionary has to all of them."""
_INFLECTED: Final = frozenset({"gone", "mark", "unmarked", "done", "frozen", "ender"})


@cache
def words(language: str, *names: str) -> tuple[str, ...]:
    """The words and phrases of a language's section of states, under these names; participles and adjectives in all their forms."""
    found = section(language, "states")
    endings = _ENDINGS.get(language, ())
    every = ((name, entry) for name in names for entry in found.get(name, ()))
    return tuple(dict.fromkeys(form for name, entry in every for form in (_forms(entry, endings) if name in _INFLECTED else (entry,))))


def _forms(entry: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    """The forms of one word; a phrase stands as it is."""
    for ending, forms in endings if " " not in entry else ():
        if entry.endswith(ending):
            return tuple(entry[: -len(ending)] + form for form in forms)
    return (entry,)


@cache
def marks(*names: str, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    """Of each word and phrase under these names, a piece that stands in every text in which it is said, in small letters; what is old or
    the latest is said of a copy only, and what is not to be done of a page that is used."""
    plain = [name for name in names if name not in _PAIRED]
    found = {mark for language in languages for entry in words(language, *plain) for mark in pieces(entry)}
    for language, name in itertools.product(languages, _PAIRED.keys() & names):
        for one, other in itertools.product(words(language, name), words(language, _PAIRED[name])):
            found |= {f"{left} {right}" for left, right in itertools.product(pieces(one), pieces(other))}
            found |= {f"{other} {one}"} if name == "old" else set()
    return tuple(sorted(_shortest(found)))


_STEM: Final = 7
"""Letters of a word or phrase by which a page is first searched for it: one look for hundreds of them at once."""


def stems(*names: str) -> list[str]:
    """The beginnings of what `marks` gives, without those that hold another one."""
    return _shortest({mark[:_STEM] for mark in marks(*names)})


def _shortest(pieces: set[str]) -> list[str]:
    """Those in which no other one stands."""
    kept: list[str] = []
    for piece in sorted(pieces, key=lambda piece: (len(piece), piece)):
        if not any(short in piece for short in kept):
            kept.append(piece)
    return kept


@cache
def _ending(more: tuple[str, ...]) -> Sieve:
    """What passes every text that says that a page's time is over, or that it is out of date, or that has one of these words."""
    return Sieve((*marks(*STATES, "out"), *more))


def may_say(text: str, more: tuple[str, ...] = ()) -> bool:
    """Whether a page with this text, on one line and marked up or not, could say in words that its time is over, in those of
    the lexicon or in ``more`` of them."""
    plain = straight(text)
    return _ending(more).passes(plain) or ("<" in plain and _ending(more).passes(" ".join(_TAG.sub("", plain).split())))


def pieces(entry: str) -> list[str]:
    """The longest run of words of a phrase that may not be missing, in each way in which it is written."""
    runs: list[list[list[str]]] = [[]]
    for token in entry.split():
        if token[0] in "(_#!":
            runs.append([])
        else:
            runs[-1].append(token.split("/"))
    whole = max(runs, key=lambda run: sum(min(map(len, either)) for either in run))
    return [" ".join(way) for way in itertools.product(*whole)]


def pattern(entries: Iterable[str]) -> str:
    """Any of these words and phrases, the longest first; a pattern that never matches for none."""
    return f"(?:{'|'.join(phrase(entry) for entry in sorted(entries, key=lambda entry: (-len(entry), entry)))})" if entries else NEVER


def phrase(entry: str) -> str:
    """One entry of the lexicon as a pattern."""
    made = ""
    for piece in entry.split():
        if piece == "!":
            made += r"(?=[\W_]*$|\s*[.,;:!?–—]|\s+(?:and|und|et|y|e|en|och|og)\s)"
            continue
        if piece == "#":
            made += r"(?=\s+(?:\S{1,30}\s)?\S{0,30}\d)"
            continue
        either = piece.strip("()").split("/")
        word = WORD if either == ["_"] else "(?:" + "|".join(re.escape(one).replace("'", "['’]") for one in either) + ")"
        gap = r"\s+" if made else ""
        made += f"(?:{gap}{word})?" if piece.startswith("(") else f"{gap}{word}"
    return made
