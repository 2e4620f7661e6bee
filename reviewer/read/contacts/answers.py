"""Sentences that say who answers, by their parts: an occasion to ask ("If you have questions", "Stimmt etwas nicht?"), a verb that no list
need know, and a name with a type of its own.

The occasion is the evidence. Where there is none, only a verb of turning to somebody ("ask", "fragen Sie") and a person are believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from reviewer.read.contacts.words import kinds, lexicon

_ELIDED: Final = re.compile(r"(?:l|d|un|all|dall)['’]")
_OCCASION: Final = 9
"""Words of a sentence within which its occasion stands."""
_WORDS: Final = 40
"""Words of a sentence that are looked at."""
_ASIDE: Final = frozenset({"about", "over", "über", "sur", "sobre", "om", "su", "dla", "am"})
_BARRED: Final = frozenset({"alien", "outside", "deal", "company", "elsewhere", "book", "not"})
_WHEN: Final = frozenset({"when", "query", "wrong"})
"""Kinds of the first word of an occasion: "if", "for", "any", or what is asked itself."""
_WITHIN: Final = frozenset({"small", "particle", "post", "group", "field"})
_HEADS: Final = frozenset({"title", "post", "group"})
_NAME: Final = 2
"""Words of a name that a sentence begins with; of more the first may tell what to do ("Let Ann Example know")."""
_TURNS: Final = frozenset(lexicon().spelt("turn"))
_GO: Final = frozenset({"det", "via", "mine"})
_END: Final = (",", "?", ":", ";", "–", "—")


def offered(text: str, before: str) -> Iterator[tuple[str, bool]]:
    """What may begin with the name of who answers, from each place of a sentence where one may stand, and whether only a person is
    believed there; ``before``: the sentence in front of it, which may be the occasion."""
    opening = [kinds(word) for word in text.split(None, _OCCASION)[:_OCCASION]]
    asked = before.endswith("?") and any(_occasion(kinds(word)) for word in before.split()[-_OCCASION:])
    first = 0 if asked else next((at + 1 for at, one in enumerate(opening) if _occasion(one)), _WORDS)
    if not asked and first < _WORDS and not (opening[0] & _WHEN or "when" in opening[1]):
        first = _WORDS  # somebody else's question
    if (first == _WORDS and _TURNS.isdisjoint(text.lower().split())) or any(one & _BARRED for one in opening):
        return
    words = [(word.group(), word.start()) for word in islice(re.finditer(r"\S+", text), _WORDS)]
    every = [kinds(word) for word, _ in words]
    for at in range(0 if asked else 1, len(words)):
        if at == 0:
            run = _run(text, words, 0)
            if len(run.split()) == _NAME or "title" in every[0]:
                yield run, True
        elif at < first:
            if "turn" in every[at - 1] and words[at][0][0].isupper() and _ordered(words, at - 1):
                yield _run(text, words, at), True
        elif _open(words, every, at, 0 if asked else first):
            run = _run(text, words, at)
            if every[at] & _HEADS or not any("title" in kinds(word) for word in run.split()[1:]):
                yield run, False


def _run(text: str, words: list[tuple[str, int]], at: int) -> str:
    """The words from one on, up to a small one that is no part of a name."""
    end = next((start for word, start in words[at + 1 :] if word[0].islower() and not _inside(kinds(word))), len(text))
    return text[words[at][1] : end]


def _inside(of: frozenset[str]) -> bool:
    """Whether a small word may stand within a name: "of", and "in" in no language."""
    return bool(of & _WITHIN) and ("stop" not in of or "of" in of)


def _occasion(of: frozenset[str]) -> bool:
    """Whether a word is what one asks about."""
    return bool(of & {"query", "wrong"})


def _open(words: list[tuple[str, int]], every: list[frozenset[str]], at: int, first: int) -> bool:
    """Whether a name may begin at a word: with a capital, and not as what the question is about, which ends before ``first``: a
    preposition belongs to a verb only behind a new clause, or a verb of turning to somebody."""
    grouped = "group" in every[at] and at + 1 < len(words) and words[at + 1][0][:1].isupper()  # "de afdeling Inkoop"
    if not grouped and not _ELIDED.sub("", words[at][0].lstrip("(*_"))[:1].isupper():
        return False
    last = at - 1
    while last > 0 and every[last] & _GO and words[last][0].islower():
        last -= 1
    said = words[last][0]
    if said.endswith(_END):
        return True
    if said.lower() in _ASIDE or not (said.islower() or "title" in every[at] or (last == 0 and said[:1].isupper())):
        return False
    return (
        "of" not in every[last]
        or "turn" in every[last - 1]
        or any(word.endswith(_END) for word, _ in words[max(first - 1, 0) : last - 1])
        or (first == 0 and last <= 1)
    )


def _ordered(words: list[tuple[str, int]], at: int) -> bool:
    """Whether a verb tells the reader what to do: at the beginning of a clause, or after "please", "can", "or"."""
    if at == 0:
        return True
    before = words[at - 1][0]
    return before.endswith((*_END, ".", "(")) or before.lower() in {"please", "can", "or", "and", "then", "just", "bitte", "to", "you"}
