"""Whose word a day or a year in a sentence is: the page's own, or that of somebody whom it quotes, of a person who tells of himself or of
whom it tells, or of a line of code; and whether it is said of what is, or only of what might have been."""

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


def unreal(words: Sequence[Word], groups: Sequence[Group], start: int) -> str | None:
    """Why a sentence does not say that something is or will be so, or None: it names its source, supposes a case, or tells what should
    have been."""
    if any(word.any("source") for word in words):
        return "what somebody said"
    said = [word for word in words[:_OPENING] if not word.any("mark")]
    if said and said[0].any("suppose") and words[0].start < start:
        return "an example"
    before = [one for one in groups if words[one.first].start < start]
    verbs = words[before[-1].first : before[-1].last + 1] if before else ()
    undone = len(verbs) > 1 and verbs[0].text in _UNMET and verbs[1].text.startswith("have") and verbs[-1].any("participle", "past")
    return "what should have been" if undone else None


def clause(words: Sequence[Word], groups: Sequence[Group], start: int) -> list[Group]:
    """The verbs of the clause in which a place of a sentence stands; those of the sentence, where it has none of its own."""
    marks = [word.start for word in words if word.text == ";"]
    left = max((at for at in marks if at < start), default=-1)
    right = min((at for at in marks if at > start), default=words[-1].stop)
    return [one for one in groups if left < words[one.first].start < right] or list(groups)


def named(words: Sequence[Word], groups: Sequence[Group], start: int) -> str | None:
    """Why years right behind a word are those of what was made then, or None ("built 2019-20", "Funded by the Tidal Fund, 2019-2022")."""
    before = [number for number, word in enumerate(words) if word.stop <= start]
    last = next((number for number in reversed(before) if not words[number].any("mark")), None)
    if last is None:
        return None
    beside = any(one.last == last and _made(words[last]) for one in groups if one.tense in {"bare", "past"})
    done = bool(groups) and all(one.tense == "bare" for one in groups) and groups[0].first == 0 and "past" in groups[0].kinds
    if beside or done:
        return "when it was made"
    return None


def _made(word: Word) -> bool:
    """Whether a word is a verb of the past, and no noun that only ends like a participle ("Joventut")."""
    return word.any("past") or not word.text.endswith(("ut", "uda", "it", "at", "et"))


_OPENING = 2
_UNMET = ("should", "could", "would", "might")
"""English verbs that before "have" tell of what did not come about; "need to have completed" is a duty."""
