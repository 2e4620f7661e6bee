"""What makes a period current: the page offers it to act on. Without such evidence a year is only a year."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.read.periods.tense import Group, quoted
from reviewer.read.periods.values import Span
from reviewer.read.periods.words import Word

_LIVE = ("future", "duty", "can", "present")
_BEFORE, _AFTER = 5, 4
_FEW = 5
_YEAR = 4
_ARTICLES = frozenset(("a", "an", "the", "our", "un", "une", "ein", "eine", "una", "uno", "um", "uma", "een", "en", "et"))


def offered(
    words: Sequence[Word], groups: Sequence[Group], span: Span, *, heading: bool, item: bool, live: bool, lead: Sequence[Word]
) -> str | None:
    """Why a period is offered as current, or None. ``heading``: the line is a heading or the page's title; ``live``: its sentence
    tells the reader to do something, or what is so."""
    if heading and len(words) <= _FEW and any(word.any("programme", "yearly", "academic") for word in lead) and _alone(words, span):
        return "the years of what the heading above names"
    before = [word for word in words if word.stop <= span.start]
    after = [word for word in words if word.start >= span.stop]
    live = live or any(one.tense in _LIVE for one in groups)
    meant = _meant(before)
    if span.kind == "single":
        if meant and live and span.stop - span.start > _YEAR:
            return "the season that it is for"
        return _single(before, after, meant=meant, live=live, heading=heading, item=item)
    noun = _noun(before, after, "programme") or any(word.any("programme") for word in lead)
    named = noun or _noun(before, after, "financial")
    if span.kind != "single" and _of_then(before) and _short(words, span):
        return None  # "forms from 2019-2022"
    if span.kind == "years" and not (before and before[-1].any("dated")):
        inside = any(word.text == "(" for word in before) and not any(word.text == ")" for word in before)
        if inside and _what_it_is(words, groups, span):
            return "the years of what it is said to be"
        if inside and not (heading or live):
            return None
        if noun or (heading and any(word.any("programme") for word in words)):
            return "the span of a plan" if heading or live or len(words) <= 14 else None
        going_on = _going_on(words, groups) and (meant or placed(before))
        return "the years that it is for" if going_on or (meant and live and any(word.any("programme") for word in words)) else None
    if span.kind == "years":
        return None
    if not (live or groups or heading or item) and words[-1].text == "." and placed(before):
        return None  # a sentence whose verb we do not know tells when something happens
    if live:
        found = next((one for one in groups if one.tense in _LIVE), None)
        return f"what is or is to be, by {quoted(words, found)}" if found else "a verb of the present or of what is to be done"
    if meant:
        return "what it is for"
    if named:
        return "the year of a programme"
    return "a heading" if heading and any(word.any("programme", "yearly") for word in words) else None


def _single(before: Sequence[Word], after: Sequence[Word], *, meant: bool, live: bool, heading: bool, item: bool) -> str | None:
    """Why a lone year is offered: it names what is made anew every year ("2025 meeting schedule"), or says what a line is for."""
    short = len(before) + len(after) <= 9
    headed = heading or (after and after[-1].text == ":") or (len(before) + len(after) <= 3 and not item)
    close = [word for word in (*before[-2:], *after[:3]) if not word.any("mark")]
    ends = not after or after[0].text in ":.)" or any(word.any("yearly") for word in after[:3])
    if before and before[-1].any("spring", "summer", "winter", "autumn"):
        return "the term that it is for" if live else None
    if short and headed and ends and any(word.any("yearly") for word in close):
        return "the year of what is made every year"
    if live and ((before and before[-1].any("yearly")) or (after and after[0].any("yearly"))):
        return "the year of what is made every year"
    if meant and (
        (short and headed)
        or (live and before[-1].any("year"))
        or (live and any(word.any("programme", "yearly", "schedule") for word in before[-6:]))
    ):
        return "the year that it is for"
    return None


def _what_it_is(words: Sequence[Word], groups: Sequence[Group], span: Span) -> bool:
    """Whether the brackets in which a period stands follow what something is: "it is a four-year project (2021-2024)"."""
    opens = next((number for number, word in enumerate(words) if word.start >= span.start), 0) - 1
    if opens < 0 or words[opens].text != "(":
        return False
    left = [one for one in groups if one.last < opens]
    named = words[left[-1].last + 1 : opens] if left and left[-1].tense == "present" else ()
    return len(named) > 1 and named[0].text in _ARTICLES and not any(word.any("mark", "during", "publication") for word in named)


def _of_then(before: Sequence[Word]) -> bool:
    """Whether something is said to be of, or from, its time ("certificates of 2023-24"), and not of the end of it."""
    return (
        len(before) > 1
        and before[-1].text in {"of", "from"}
        and before[-2].text.isalpha()
        and not before[-2].any("part", "year", "vague", "on", "during")
    )


def _short(words: Sequence[Word], span: Span) -> bool:
    """Whether the years are written with a dash, and so are one name."""
    return not any(span.start <= word.start < span.stop and word.any("to") for word in words)


def _going_on(words: Sequence[Word], groups: Sequence[Group]) -> bool:
    """Whether something is under way: "partners are planting trees"."""
    return any(one.tense == "present" and words[one.last + 1 : one.last + 2] and words[one.last + 1].text.endswith("ing") for one in groups)


def _alone(words: Sequence[Word], span: Span) -> bool:
    """Whether a line says nothing but its years."""
    return all(span.start <= word.start < span.stop or word.any("mark", "year", "vague", "number") for word in words)


def placed(before: Sequence[Word]) -> bool:
    """Whether "in" or "during" stands right before a period, which so only says when."""
    telling = (word for word in reversed(before[-4:]) if word.any("during") or not word.any("year", "vague", "academic", "number"))
    nearest = next(telling, None)
    return nearest is not None and nearest.any("during")


def _meant(before: Sequence[Word]) -> bool:
    """Whether "for", or "the year", stands right before a period."""
    for word in reversed(before[-4:]):
        if word.any("for"):
            return True
        if not word.any("year", "vague", "number") and word.text != "(":
            return False
    return False


def _noun(before: Sequence[Word], after: Sequence[Word], kind: str) -> bool:
    """Whether a word of this kind stands close to a period, with no mark between."""
    for side, most in ((reversed(before), _BEFORE), (after, _AFTER)):
        for number, word in enumerate(side):
            if word.text == ":" and not number and side is not after:
                continue
            if number >= most or word.text in {".", ";", "|", ":", "("}:
                break
            if word.any(kind):
                return True
    return False
