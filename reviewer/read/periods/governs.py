"""Which verb governs a date: a search over the verbs of a sentence, in which every word between costs, and what parts them costs more.

A verb before the date is nearer than one behind it, unless the date opens its clause ("by March 2025, we will have built"); a participle
governs only a date right behind it ("applications received by"); what is so at present rarely ends on a day. Where no verb is known, a
sentence still has one: every language marks its past and its future, so that what is left is the present ("passwords stop working on
1 March 2025") or an order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import Precision
from reviewer.read.periods.tense import AHEAD, UNCHANGED, Group, quoted
from reviewer.read.periods.words import Word

ENDS: Final = ("by", "until", "span")
"""Prepositions after which a day ends something."""
_FAR: Final = 22
_NEAR: Final = 3
_PARTED, _OPENING, _BEHIND, _STATE = 3, 6, 12, 30
"""What a mark between costs; a verb before a date that opens its clause; one behind a date that does not; and a verb of a mere state."""
_REACH: Final = 7
_TAIL: Final = 8
_LEAST: Final = 2
_NOUNS: Final = ("vague", "on", "from", "for", "by")
"""What follows "and" where it joins two nouns, and no two verbs."""
_DONE: Final = ("ed", "é", "ée", "és", "ées", "ado", "ada", "ato", "ata", "ad", "at", "et", "t")


class Said(NamedTuple):
    """A sentence: its words, their verb groups, and the words of the line that introduces it. ``goal``: its heading names goals; ``due``:
    it stands in a column of deadlines; ``tensed``: its language marks the past in the verb itself, in every person."""

    words: Sequence[Word]
    groups: Sequence[Group]
    lead: Sequence[Word] = ()
    imperative: bool = False
    goal: bool = False
    due: bool = False
    tensed: bool = False


class Ruler(NamedTuple):
    """A verb group that may govern a date, at what cost, and whether it stands ``before`` it."""

    group: Group
    cost: int
    before: bool


def rulers(words: Sequence[Word], groups: Sequence[Group], clause: tuple[int, int, int], kind: str, *, tensed: bool = False) -> list[Ruler]:
    """The verbs that may govern a date, the cheapest first. ``clause``: where its part of the sentence starts, the first word of its
    preposition, and the first word after it; ``kind``: what its preposition says; ``tensed``: of a language in which participles also are
    adjectives behind their nouns, with verbs of their own beside them."""
    start, prep, stop = clause
    opens = prep <= start or words[prep - 1].any("and") or words[prep - 1].text == ","
    made: list[Ruler] = []
    for one in groups:
        if start <= one.first and (one.first < prep or (one.first == prep and one.tense == "duty")):
            gap = max(0, prep - one.last - 1)
            if one.tense == "bare" and gap > (0 if tensed and kind in ENDS else _NEAR):
                continue
            cost = gap + _PARTED * _marks(words[one.last + 1 : prep]) + _OPENING * opens
            idle = kind in ENDS[:2] and one.tense == "present" and "stands" not in one.kinds
            made.append(Ruler(one, cost + _STATE * idle, before=True))
        elif stop <= one.first < stop + _FAR and kind and (one.tense != "bare" or (opens and kind not in ENDS)):
            gap = one.first - stop
            made.append(Ruler(one, gap + _BEHIND * (not opens), before=False))
    return sorted(made, key=lambda ruler: ruler.cost)


def _marks(words: Sequence[Word]) -> int:
    """How many marks part a verb from a date."""
    return sum(word.text in ",(–—" for word in words)


def weighed(why: str, words: Sequence[Word], ruling: Sequence[Ruler]) -> str:
    """The reason, with the verbs that were weighed and what each costs."""
    if not ruling:
        return why
    told = [f"{quoted(words, one.group)} (cost {one.cost})" for one in ruling[:_SHOWN]]
    return f"{why}, by {told[0]}" + (f", not {' or '.join(told[1:])}" if told[1:] else "")


_SHOWN: Final = 3


def assumed(said: Said, found: dates.FoundDate, kind: str, clause: tuple[int, int, int]) -> str | None:
    """Why a date is promised by a verb that no lexicon knows: the sentence has one, and it is not of the past."""
    words, (start, prep, stop) = said.words, clause
    told = any(
        one.tense == "past" or (one.tense == "bare" and not (said.tensed and kind in ENDS and 0 < one.first < prep - 1))
        for one in said.groups
    )
    if not words or words[-1].text not in {".", "!"} or told:
        return None
    beside = [word for word in (*words[start:prep], *words[stop:]) if word.text.isalpha() and not word.any("clock", "vague")]
    if (
        len(beside) < _LEAST
        or any(word.any("uncertain") for word in words)
        or any(word.any("noschedule") and word.text.endswith(_DONE) for word in words[start:prep])
    ):
        return None
    if kind == "span" and not words[prep].any("from", "between"):
        return None
    if kind in ENDS and (prep > start or len(words) - stop > _LEAST):
        return "a verb that is not of the past"
    last = sum(not word.any("mark", "clock", "number") for word in words[stop:]) <= _TAIL
    ends = prep == start and words[prep].any("part")
    exact = ends or found.date.day is not None or (said.tensed and found.date.precision is not Precision.YEAR)
    if kind == "on" and exact and (last or prep == start):
        return "a verb of the present with its day"
    return None


def held(said: Said, found: dates.FoundDate, kind: str, group: Group, clause: tuple[int, int, int]) -> tuple[bool, str]:
    """Whether the verb group before a date promises it."""
    words, (_, prep, stop) = said.words, clause
    gap = max(0, prep - group.last - 1)
    year = found.date.precision is Precision.YEAR
    event = any(word.any("event") for word in words[group.first : stop + _FAR]) or any(
        word.any("no") for word in words[group.first : group.last + 2]
    )
    if group.tense == "past" and kind == "until" and "have" in group.kinds and words[group.first].any("have"):
        return True, "what has been done until then"
    if group.tense == "past":
        return False, "told in the past"
    if kind in {"from", "after"}:
        kept = any(word.any("state") for word in words[group.first : prep])
        started = (
            (group.tense == "future" or (event and "stands" in group.kinds and not words[prep].any("since"))) and not kept and gap <= _FAR
        )
        return (True, "a change announced") if started else (False, "in force since")
    if group.tense in AHEAD:
        if not kind and words[prep - 1].text == "(":
            return False, "only noted beside it"
        both = next((at for at in range(prep - 2, group.last, -1) if words[at].any("and") and not words[at + 1].any(*_NOUNS)), group.last)
        gap = min(gap, prep - both - 1)  # "we will look into it and, if we can, mend it in May"
        if kind in ENDS or (kind and gap <= (5 if year and group.tense == "duty" else _REACH * 2)) or (gap <= 2 and not year):
            return True, "the future" if group.tense == "future" else "an obligation"
        return False, "too far from its verb"
    if group.tense == "can":
        return (kind in ENDS), "what can be done until then"
    if (
        kind == "until"
        or (kind == "span" and (found.date.day is not None or _meant(words, prep)))
        or (kind == "span" and any(word.any("programme", "schedule", "stands") for word in words[:prep]))
    ):
        return True, "what stands until then"
    if year and words[group.last].text in UNCHANGED:
        return False, "a verb that may be of the past"
    if "stands" in group.kinds and gap <= (3 if year else _REACH) and (kind or gap <= 1):
        return True, "a term that ends or begins"
    if kind == "by" and (said.imperative or "participle" in group.kinds):
        return True, "a deadline to act by"
    follows = words[group.last + 1].text if group.last + 1 < prep else ""
    close = not year or any(word.any("part") for word in words[prep:stop])
    weekday = next((word.text.isalpha() and word.text not in dates.MONTHS for word in words if word.start >= found.start), False)
    if kind == "on" and found.date.day is not None and weekday:
        return True, "an event with its weekday"
    doing = follows.endswith("ing") or (_verbnoun(words[group.last + 1 : prep]) and found.date.day is not None)
    set_for = words[prep].text == "for" and follows.endswith(("ed", "en")) and gap <= _NEAR
    if kind == "on" and (doing or set_for) and gap <= _REACH and close:
        return True, "what is under way or set for then"
    return False, "told as a state"


def _meant(words: Sequence[Word], prep: int) -> bool:
    """Whether something is for the time from a month to another ("the cap for October to December 2025"), and no figures of it."""
    return words[prep].any("for") and not any(word.any("publication") for word in words[:prep])


def _verbnoun(words: Sequence[Word]) -> bool:
    """Whether the words after "mae" tell in Welsh what is done ("mae'r caffi yn agor")."""
    after = next((number + 1 for number, word in enumerate(words) if word.text == "yn"), len(words))
    return after < len(words) and words[after].text not in {"y", "yr"}


def opened(said: Said, found: dates.FoundDate, kind: str, group: Group, stop: int) -> tuple[bool, str]:
    """Whether the verb group after a date, which opens its clause, promises it."""
    event = any(word.any("event") for word in said.words[stop : stop + _FAR]) or any(
        word.any("no") for word in said.words[group.first : group.last + 2]
    )
    if group.tense == "past" or (kind == "span" and any(word.any("publication") for word in said.words[:stop])):
        return False, "told in the past"
    if kind in {"from", "after"}:
        changes = any(word.any("change") for word in said.words[group.first : group.last + 1])
        kept = any(word.any("state") for word in said.words[group.first : stop + _FAR]) and not event
        return (True, "a change announced") if changes or (group.tense == "future" and not kept) else (False, "in force since")
    if kind == "on" and found.date.day is not None and group.tense == "present" and not group.kinds.isdisjoint(("stands", "event")):
        return True, "what happens on that day"
    if (
        group.tense == "future"
        or (group.tense in {"duty", "can"} and kind in ENDS)
        or (kind in ENDS[1:] and (group.tense == "present" or "stands" in group.kinds))
    ):
        return True, f"the verb that follows ({group.tense})"
    return False, "told as a state"
