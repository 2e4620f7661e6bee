"""The verbs of a sentence in groups, each with its tense: "will be completed" lies ahead, "has been completed" is past.

A group is a run of auxiliaries, participles and adverbs. Its tense is ``past``, ``future``, ``duty``, ``can``, ``present``, or ``bare``
for a participle without an auxiliary, which says by itself nothing of the time ("places offered for 2022").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewer.read.periods.words import Word

_VERB: Final = ("future", "duty", "can", "have", "be", "present", "past", "participle", "stands")
AHEAD: Final = ("future", "duty")
_FINITE: Final = ("future", "duty", "can", "have", "present", "stands")
_GAP: Final = 2


class Group(NamedTuple):
    """The verbs ``first`` to ``last`` (indexes of words), their tense, and the kinds of all of them."""

    first: int
    last: int
    tense: str
    kinds: frozenset[str]


def quoted(words: Sequence[Word], group: Group) -> str:
    """The words of a group, between marks of quotation."""
    return f"“{' '.join(word.text for word in words[group.first : group.last + 1])}”"


def groups(words: Sequence[Word]) -> list[Group]:
    """The verb groups of a sentence, in order."""
    made: list[Group] = []
    at = 0
    while at < len(words):
        if not words[at].any(*_VERB) or (words[at].text == "s" and at and words[at - 1].text not in _IS):
            at += 1
            continue
        last, ahead = at, at + 1
        while ahead < len(words) and ahead - last <= _GAP + 1:
            if words[ahead].any(*_VERB):
                if words[last].any("participle") and words[ahead].any(*_FINITE) and not words[ahead].any("participle"):
                    break  # "places offered close at noon": another verb
                if words[last].any("present") and words[ahead].text in _FORMS:
                    break  # "the last day to apply was 3 May"
                last = ahead
            elif not words[ahead].any("adverb"):
                break
            ahead += 1
        made.append(_group(words, at, last))
        at = last + 1
    for number, one in enumerate(made):  # "haben wir 60 Anträge bearbeitet": the participle stands far from its auxiliary
        if one.tense == "have":
            later = any(other.tense == "bare" and other.first > one.last for other in made)
            made[number] = one._replace(tense="past" if later else "present")
        elif one.first == one.last and words[one.first].text in _BEING and _gone(words, made[number + 1 :]):
            made[number] = one._replace(tense="past")  # "ist die Zahl auf 300 gestiegen"
    if len(made) == 1 and made[0].tense == "bare":
        made = [_lone(words, made[0])]
    return [_to_be(words, one) for one in made if one.tense != "be" and not _noun(words, one)]


def _noun(words: Sequence[Word], one: Group) -> bool:
    """Whether a lone participle may as well be a noun of the Scandinavian neuter ("kommunestyret"): it is not the end of its sentence."""
    return one.tense == "bare" and one.first == one.last < len(words) - _GAP and _NEUTER.fullmatch(words[one.first].text) is not None


_NEUTER: Final = re.compile(r"\w{4,}et")
_BEING: Final = frozenset(("ist", "sind", "is", "zijn"))


def _gone(words: Sequence[Word], later: Sequence[Group]) -> bool:
    """Whether a form of "to be" makes the perfect tense with what follows: a verb of the past in German, a participle at the end in Dutch
    ("is van 2021 tot 2023 voorbereid")."""
    last = later[-1] if later else None
    return last is not None and (
        (last.tense == "past" and words[last.first].text.startswith(_PERFECT))
        or (last.tense == "bare" and "stands" not in last.kinds and len(words) - last.last <= _GAP and words[last.last].text[-2:] != "ed")
    )


_PERFECT: Final = ("ge", "er", "ver", "ent", "um", "ein", "zurück")


def _lone(words: Sequence[Word], one: Group) -> Group:
    """The only verb of a sentence, which looks like a participle: in German "verschickt" is also the present, "Pida ..." an order."""
    if one.first != one.last or words[-1].text not in {".", "!"}:
        return one
    if one.first == 0 and (words[0].text.endswith(_ASKED) or words[0].text in UNCHANGED):
        return one._replace(tense="duty")
    said = words[one.first].text
    finite = one.first > 0 and said.startswith(_UNMARKED) and (said.endswith("t") or (said.endswith("en") and not said.endswith("ten")))
    return one._replace(tense="present", kinds=one.kinds | {"stands"}) if finite else one


def _to_be(words: Sequence[Word], one: Group) -> Group:
    """A group of the present, or what has to be done ("est à pourvoir", "è da presentare")."""
    after = [word.text for word in words[one.last + 1 : one.last + 3]]
    done = one.tense == "present" and len(after) > 1 and after[1].endswith(_INFINITIVE.get(after[0], ("?",)))
    return one._replace(tense="duty") if done else one


_FORMS: Final = frozenset(("is", "are", "was", "were"))
_IS: Final = frozenset(("it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "which", "let"))
"""Words after which "'s" is a verb, and no genitive."""
UNCHANGED: Final = frozenset(("put", "set", "let", "cut", "shut", "hit", "spread", "read", "cost", "split"))
"""Verbs of English whose past has the form of the present."""
_UNMARKED: Final = ("ver", "er", "be", "zer", "ent", "über", "unter")
"""Beginnings of German verbs whose participle has no "ge"."""
_ASKED: Final = ("ida", "ada", "edi")
_INFINITIVE: Final = {"à": ("er", "ir", "re"), "da": ("are", "ere", "ire", "arsi", "ersi"), "te": ("en",), "zu": ("en",)}
"""What stands before an infinitive, and how that ends."""


def _group(words: Sequence[Word], first: int, last: int) -> Group:
    """One group with its tense."""
    within = [word for word in words[first : last + 1] if word.any(*_VERB)]
    kinds = frozenset().union(*(word.kinds for word in within))
    if "past" in within[0].kinds and not within[0].any(*AHEAD):
        tense = "past" if len(within) > 1 or not within[0].text.endswith("ed") or _preterite(words, first) else "bare"
    elif "have" in within[0].kinds and len(within) > 1 and (_done(kinds) or within[1].text.startswith(_COME)):
        tense = "past"
    else:
        order = ("future", "duty", "can", "present", "participle", "stands", "have", "past", "be")
        tense = next(kind for kind in order if kind in kinds)
        if tense in {"participle", "past"}:
            tense = "past" if _preterite(words, last) else "bare"
        tense = "present" if tense == "stands" else tense
    return Group(first, last, tense, kinds)


def _done(kinds: frozenset[str]) -> bool:
    """Whether a participle is among them."""
    return not kinds.isdisjoint(("participle", "past"))


_COME: Final = ("come", "become", "run", "gone")
"""Participles of English that have the form of the present ("has come to an end")."""


def _preterite(words: Sequence[Word], at: int) -> bool:
    """Whether a form in "-ed" is a verb of its own ("we planted", "walkers borrowed a map"): a pronoun before it, or an object after it."""
    if at and words[at - 1].any("to"):
        return False
    before = next((word for word in reversed(words[max(0, at - 3) : at]) if word.any("subject") or not word.any("adverb")), None)
    if before is not None and before.any("subject"):
        return True
    at += at + 1 < len(words) and words[at + 1].text in {"out", "up", "down", "off"}
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        before is not None
        and after is not None
        and not before.any("mark", "by", "from", "on")
        and (
            after.any("number")
            or any(kind[0] == "=" for kind in after.kinds)
            or after.text in {"a", "an", "the", "our", "its", "their", "more", "over", "nearly", "almost", "from", "some"}
        )
    )
