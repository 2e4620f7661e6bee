"""Promises and deadlines in a sentence: "by March 2023", "will open in summer 2022", "expires 9 May 2022", "(available soon)".

A date alone is never a promise. The verb that governs it has to lie ahead, or to stand for a term ("closes on"), or a noun names the
deadline; a verb of the past makes it history. A rule that began ("from 1 April 2025 properties will pay") is in force and promises nothing:
only a change does ("from 5 June visiting times will change"). The review, the validity and the publication of the page itself are left to
the reader of dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.model import PartialDate, Precision
from reviewer.read.periods.governs import ENDS, Ruler, Said, assumed, held, opened, rulers, weighed
from reviewer.read.periods.tense import AHEAD, Group
from reviewer.read.periods.words import Word

DATES: Final = 12
"""Dates of one sentence that are judged: more are a list."""
_BACK: Final = 9
_DAY: Final = 2
_NEAR: Final = 7
_SHORT: Final = 4
_UNTIL: Final = ENDS[1:]


class Judged(NamedTuple):
    """A date or a phrase at ``start:stop`` of a sentence: whether it is a promise, why, and its last day (None when it names none)."""

    start: int
    stop: int
    end: dt.date | None
    promised: bool
    why: str


def judged(said: Said, found: Sequence[dates.FoundDate], spans: Sequence[tuple[int, int]] = ()) -> list[Judged]:
    """The promises of a sentence, or the date that comes nearest to one. Of several deadlines the last one counts: until then the sentence
    may still be right; a promise without a day stands beside it.

    ``spans`` are the periods of the sentence that are told as such: a date in one of them is no promise too.
    """
    best: Judged | None = None
    before: Judged | None = None
    for one in found[:DATES]:
        if one.date.year < 2000 or _adjective(said.words, one) or any(start <= one.start < stop for start, stop in spans):
            continue
        kind, prep = preposition(said.words, one)
        if kind == "and" and before is not None:
            now = before._replace(start=one.start, stop=one.end, end=one.date.by)
        else:
            promised, why = _governed(said, one, kind, prep)
            end = (
                _early(one.date)
                if any(word.any("early", "middle") for word in said.words[max(0, prep - 1) : _index(said.words, one.start)])
                else one.date.by
            )
            now = Judged(one.start, one.end, (lasting(said.words, one) if why in _LASTING else None) or end, promised, why)
        before = now
        if best is None or (now.promised, now.end or dt.date.min) > (best.promised, best.end or dt.date.min):
            best = now
    soon = next((word for word in said.words if "soon" in word.kinds), None) or next(
        (word for mark, word in pairwise(said.words) if mark.text == "(" and "lone" in word.kinds), None
    )
    vague = [Judged(soon.start, soon.stop, None, promised=True, why="a promise without a day")] if soon else []
    return [*([best] if best is not None and (best.promised or not vague) else []), *vague]


def preposition(words: Sequence[Word], found: dates.FoundDate) -> tuple[str, int]:
    """What stands before a date (``by``, ``until``, ``from``, ``on``, ``and``, or nothing), and the index of the first word of it."""
    at = _index(words, found.start)
    kind, first = "", at
    for number in range(at - 1, max(-1, at - 1 - _BACK), -1):
        word = words[number]
        if kind == "on" and not word.any("clock", "number", "by", "until", "vague") and word.text not in "(),":
            break
        if word.any("and") and number > 1 and words[number - 1].text in dates.MONTHS and words[number - 2].any("between"):
            return "span", number - 2
        if word.any("between"):
            return "span", number
        if word.any("to") and number and (words[number - 1].any("stands") or (found.date.day and words[number - 1].text.endswith("ed"))):
            return ("until", number) if not words[number - 1].any("compared") else ("", number)
        if word.any("and") and _listed(words, number) and not word.any("until"):
            return _before_list(words, number)
        if word.any("to") and _dated(words, number):
            return ("and", number) if not word.any("until") and word.any("and") else ("span", _opening(words, number))
        named = next((name for name in ("until", "by", "after", "from", "on") if name in word.kinds), "")
        if named == "on":
            kind, first = kind or "on", number
        elif named:
            return named, number
        elif not (
            word.any("vague", "clock", "year", "when")
            or word.text == "l"
            or word.text in dates.MONTHS
            or (word.any("and") and words[number - 1].text in dates.MONTHS)
            or (word.any("number") and (kind or at - number <= _DAY))
            or word.text in "(),"
        ):
            break
    if not kind and at and all(word.any("vague", "part") for word in words[:at]) and _index(words, found.end) < len(words) - 1:
        kind, first = "on", 0  # "Ende 2025 ziehen wir um"
    # "stands until the new standard comes out in March 2023"
    clause = next((number for number in range(first - 1, -1, -1) if words[number].text in ".;:|"), -1)
    since = next((number for number in range(first - 1, max(clause, first - 1 - _BACK), -1) if words[number].any("until")), None)
    if since is not None and not words[since].any("by", "on") and not any(one.any("number") for one in words[since:first]):
        return "until", since
    return kind, first


def _listed(words: Sequence[Word], at: int) -> bool:
    """Whether "and" links the last of several days that have no year of their own ("on 15 January, 19 March and 21 May 2026")."""
    day = at - 2 if at > 1 and words[at - 1].text in dates.MONTHS else at - 1
    return day > 0 and words[day].text.isdigit() and len(words[day].text) <= _DAY


def _before_list(words: Sequence[Word], at: int) -> tuple[str, int]:
    """What stands before a list of days, and where."""
    first = next((n for n in range(at - 1, -1, -1) if not words[n].any("number") and words[n].text not in {",", *dates.MONTHS}), -1)
    kind = next((name for name in ("until", "by", "from", "on") if first >= 0 and words[first].any(name)), "")
    kind = "span" if first >= 0 and words[first].any("between") else kind
    return (kind, first) if kind else ("", first + 1)


def _adjective(words: Sequence[Word], found: dates.FoundDate) -> bool:
    """Whether a year only describes the noun after it ("the 2022 round")."""
    at = _index(words, found.start)
    article = at > 0 and words[at - 1].any("vague", "for") and not words[at - 1].any("part")
    return found.date.precision is Precision.YEAR and article and at + 1 < len(words) and not words[at + 1].kinds.intersection(_NO_NOUN)


_NO_NOUN: Final = frozenset(
    {"mark", "future", "duty", "can", "present", "past", "be", "have", "to", "on", "from", "by", "until", "and", "number"}
)


def _early(date: PartialDate) -> dt.date:
    """The last day that is early in a year."""
    return dt.date(date.year, 6, 30) if date.precision is Precision.YEAR else date.by


def _dated(words: Sequence[Word], at: int) -> bool:
    """Whether the words before ``at`` end with a day, a month or a year, so that ``at`` links two dates."""
    return any(word.any("number", "clock") or word.text in dates.MONTHS for word in words[max(0, at - 3) : at])


def _opening(words: Sequence[Word], at: int) -> int:
    """The index of the word that opens a span of dates which ends after ``at``."""
    return next((number for number in range(at - 1, max(-1, at - 6), -1) if words[number].any("from", "for", "between")), at)


def lasting(words: Sequence[Word], found: dates.FoundDate) -> dt.date | None:
    """The last day of a duration that a date begins ("for three years from April 2019", "extended for six months in April 2022")."""
    at = _index(words, found.start)
    stop = _index(words, found.end)
    for number in (*range(at - 1, max(0, at - 8), -1), *range(stop, min(len(words), stop + 8))):
        follows = number >= stop and not words[number - 2].any("for", "stands", "present")
        if not follows and words[number].any("years", "months") and (count := _count(words[number - 1])):
            months = count * (12 if words[number].any("years") else 1)
            return dates.add(PartialDate.of(found.date.first), months).by - dt.timedelta(days=1)
    return None


def _count(word: Word) -> int:
    """A small number, in digits or in words."""
    if word.text.isdigit() and len(word.text) < 3:
        return int(word.text)
    return next((int(kind[1:]) for kind in word.kinds if kind[0] == "="), 0)


_LASTING: Final = ("an extension from a day on", "a duration from its start")


def _index(words: Sequence[Word], start: int) -> int:
    """The index of the first word that stands at ``start`` or after it."""
    return next((number for number, word in enumerate(words) if word.start >= start), len(words))


def _governed(said: Said, found: dates.FoundDate, kind: str, prep: int) -> tuple[bool, str]:
    """Whether a date is promised, and why."""
    words, stop = said.words, _index(said.words, found.end)
    start = max((number + 1 for number in range(prep) if words[number].text in ";|"), default=0)
    left = [one for one in said.groups if start <= one.first and (one.last < prep or (one.first == prep and one.tense == "duty"))]
    right = [one for one in said.groups if stop <= one.first]
    ruling = rulers(words, said.groups, (start, prep, stop), kind, tensed=said.tensed)
    ruler = ruling[0] if ruling else None
    if why := _spared(said, prep, stop, ruler.group if ruler else None):
        return False, why
    if kind == "from" and words[prep].any("since") and not words[prep].text.startswith("as"):
        return False, "in force since"
    if any(word.any("extended") for word in words[max(0, prep - 9) : prep + 1]):
        if kind in ENDS and not words[prep].any("between"):
            return True, "an extension that ends"
        if lasting(words, found):
            return True, _LASTING[0]
    begins = any("stands" in one.kinds and one.tense != "past" and words[one.first - 1].text != "to" for one in right)
    past = ruler is not None and ruler.before and ruler.group.tense == "past"
    if (begins or (kind == "from" and not past)) and lasting(words, found):
        return True, _LASTING[1]
    if _offered(said, found, stop):
        return True, "what is offered for then"
    label = next((number for number in range(prep - 1, max(start - 1, prep - 18), -1) if words[number].any("deadline")), None)
    if label is not None and not any(one.tense == "past" for one in left) and _linked(words[label + 1 : prep], found):
        return True, "a deadline"
    if kind == "after" and any(one.tense in AHEAD for one in (*left, *right[:1])):
        refused = any(word.any("no") for word in words[start : stop + _NEAR])
        return refused, "what is refused from then on"
    if not said.groups and (why := _unsaid(said, found, kind, prep, stop)):
        return True, why
    if prep and words[prep - 1].text == ":":
        named = kind == "by" and not any(word.any("noschedule", "review", "dated") for word in words[start:prep])
        return named, "a day by which its label is to be" if named else "a label that promises nothing"
    if (
        kind in {"by", "until"}
        and (said.goal or any(word.any("aim") for word in words[start:prep]))
        and not any(word.any("other") for word in words[start:prep])
        and not any(one.tense == "past" for one in left)
    ):
        return True, "a target"
    promised, why = _ruled(said, found, kind, (start, prep, stop), ruling)
    return promised, weighed(why, words, ruling)


def _ruled(said: Said, found: dates.FoundDate, kind: str, clause: tuple[int, int, int], ruling: Sequence[Ruler]) -> tuple[bool, str]:
    """What the cheapest of the verbs that may govern a date makes of it; without a verb, what is left."""
    words, (start, prep, stop) = said.words, clause
    if not ruling:
        asked = said.imperative or (start > 0 and any(word.any("order") for word in words[start : start + 2]))
        if kind in ENDS and asked:
            return True, "a deadline to act by"
        why = assumed(said, found, kind, clause)
        return why is not None, why or "nothing promises it"
    group = ruling[0].group
    if not ruling[0].before and kind == "by" and prep > start + 2 and words[prep - 1].text != ",":
        asked = any(word.any("schedule", "programme", "deadline") for word in words[start:prep])
        if not asked and ruling[0].group.tense == "can":
            return False, "it tells of whom this is said"
    if not ruling[0].before:
        return opened(said, found, kind, group, stop)
    right = next((one for one in said.groups if stop <= one.first), None)
    over = right is not None and (right.tense == "past" or ("past" in right.kinds and words[right.first - 1].text == ","))
    if group.tense in AHEAD and over and right is not None and right.first - stop <= 1:
        return False, "told in the past by what follows"
    if group.tense != "bare":
        return held(said, found, kind, group, clause)
    if kind in _UNTIL and "stands" in group.kinds:
        return True, "what stands until then"
    asked = any(word.any("schedule", "programme", "deadline") for word in words[start:prep])
    ahead = kind == "by" and asked and prep - group.last == 1 and right is not None and right.tense in (*AHEAD, "can")
    return (True, "a deadline with what follows") if ahead else (False, "told as done")


def _offered(said: Said, found: dates.FoundDate, stop: int) -> bool:
    """Whether a month only says which of several things a sentence offers ("places remain on the March 2024 course")."""
    words, at = said.words, _index(said.words, found.start)
    if found.date.precision is not Precision.MONTH or not at or any(one.tense == "past" for one in said.groups):
        return False
    if not said.groups and words[at - 1].any("for"):
        return any(word.any("programme", "yearly") for word in words[max(0, at - 4) : at - 1])
    named = stop < len(words) and words[stop].any("programme", "yearly", "schedule")
    live = said.imperative or any(one.tense in (*AHEAD, "can", "present") for one in said.groups)
    return words[at - 1].any("vague") and not words[at - 1].any("on", "during") and named and live


def _unsaid(said: Said, found: dates.FoundDate, kind: str, prep: int, stop: int) -> str | None:
    """Why a date in words without a verb is promised: the label before it asks for one, or it closes what is offered until then."""
    beside = [word for word in (*said.words[:prep], *said.words[stop:]) if not word.any("mark", "number", "clock")]
    if len(beside) <= _SHORT and any(word.any("deadline") for word in said.lead) and not any(word.any("noschedule") for word in said.lead):
        return "a deadline by its label"
    if said.due and len(beside) <= _SHORT:
        return "a deadline by the head of its column"
    if _appointment(said, found, beside):
        return "an appointment with its weekday and time"
    offer = kind in ENDS and any(word.any("programme", "schedule", "yearly") for word in beside)
    return "what is offered until then" if offer and len(beside) <= 2 * _SHORT else None


def _spared(said: Said, prep: int, stop: int, group: Group | None) -> str | None:
    """What keeps a date from being a promise of this page, whatever its verb says."""
    words = said.words
    near, after = words[max(0, prep - 8) : prep], words[stop : stop + 4]
    held = range(group.first, group.last + 1) if group is not None and group.tense in AHEAD else range(0)
    if any(word.any("example") for word in (*words[:1], *words[max(0, prep - 8) : prep])):
        return "an example"
    takes_place = any(word.any("held") for word in words[held.start : stop])
    if not takes_place and any(word.any("review") for word in (*near, *after, *(said.lead if len(said.lead) <= _SHORT + 1 else ()))):
        return "the review of the page"
    valid = next((number for number in range(stop) if number < len(words) and words[number].any("valid")), None)
    subject = [word for word in words[: valid or 0] if not word.any("vague", "mark", "adverb", "be", "present")]
    if valid is not None and (not subject or any(word.any("validity") for word in words[:prep])):
        return "the validity of the page"
    if any(word.any("birth") for word in near):
        return "a birth"
    verbs = {number for one in said.groups for number in range(one.first, one.last + 1) if one.tense != "bare"}
    close = [number for number in (prep - 1, prep - 2) if number >= 0 and verbs.isdisjoint(range(number, prep))]
    if any(words[number].any("dated") and number not in held for number in close):
        return "the date of a law or a publication"
    told = [one for one in said.groups if one.tense == "past" and "report" in one.kinds and group is not None and one != group]
    if told and not any(word.text in {"we", "our"} for word in words[max(0, told[0].first - _SHORT) : told[0].first]):
        return "what somebody said"
    if group is not None and any(word.any("other") for word in words[max(0, group.first - 4) : group.first]):
        return "the promise of somebody else"
    return None


def _appointment(said: Said, found: dates.FoundDate, beside: Sequence[Word]) -> bool:
    """Whether a line without a verb names something with its day and the time of day ("Talk: Saturday 21 February 2026, 2 pm")."""
    words, at = said.words, _index(said.words, found.start)
    clocks = [number for number, word in enumerate(words) if word.any("clock")]
    if found.date.day is None or not clocks or any(word.text == ":" for number in clocks for word in words[number + 1 : number + 2]):
        return False
    label = [*beside, *said.lead]
    weekday = words[at].text.isalpha() and words[at].text not in dates.MONTHS
    alone = weekday or at == 0 or words[at - 1].any("mark", "clock")
    byline = label[0].any("by") if label else False
    if (
        byline
        or any(word.any("noschedule", "review", "dated", "report") for word in label)
        or not any(word.text.isalpha() for word in label)
    ):
        return False
    return alone and (weekday or any(words[number].text.isalpha() for number in clocks))


def _linked(words: Sequence[Word], found: dates.FoundDate) -> bool:
    """Whether the words between the name of a deadline and its date let it be its date."""
    return not any(word.text in {";", ".", "?"} for word in words) and (
        len(words) < _SHORT or found.date.day is not None or words[0].text == ":"
    )
