"""Where a label asks for a date and what stands behind it is none: "Setpember 2026", "31/09/2026", "01/05/20225", "Invalid Date", "TBC".

A number that only looks like a date with an impossible part ("Guideline No. 36 Sept 2017") is none of these: no label asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from reviewer import dates
from reviewer.model import GapKind
from reviewer.read.document import BlockKind
from reviewer.read.lexicon import LANGUAGES, section
from reviewer.read.sentences import Line


def _words(name: str) -> str:
    """The stems of every language under this name, as a pattern."""
    stems = {stem for language in LANGUAGES for stem in section(language, "states").get(name, ())}
    return "|".join(re.escape(stem) for stem in sorted(stems, key=lambda stem: (-len(stem), stem)))


STEM: Final = re.compile(rf"(?<!\w)(?:re-?)?(?:{_words('dated')})", re.IGNORECASE)
"""How a word begins that asks for a date: review, update, publish, expire, issue, a date."""
_REVIEW: Final = re.compile(_words("reviewing"), re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"\b(?:(?:of|to)(?=\s*$)|no|nr|num|number|vol|volume|part|version|v|page|p|pages|ref|reference|room|ward|section)\b", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"[^\W\d_]*(?:[ '’/()&-]+[^\W\d_]+\.?){0,4}[ )*_|]*[:=–—|-]?[ (*_|]*(?:[^\W\d_]{1,5} ){0,2}")
"""What may stand between the stem and its value: the rest of the word, a few words, a colon, an "on the"."""
_LABEL: Final = re.compile(r"[\s*_|•-]{0,9}(?P<label>[^:\n\"{}]{2,60}?)[\s*_|]{0,4}:[\s*_|]{0,4}(?P<value>\S.{0,60})?$")
_MONTHS: Final = tuple(sorted({name for name in dates.MONTHS if len(name) > 3}))
_SHUFFLED: Final = frozenset("".join(sorted(name)) for name in dates.MONTHS if len(name) == 3)
"""The letters of short months, for "3 Mya 2026"."""
_YEAR: Final = re.compile(r"(?:19|20)\d{3}")
"""A year with a figure too many."""
_SHAPES: Final = re.compile(
    r"(?<![\w./-])(?:"
    r"(?P<numbers>\d{1,5}\s?(?P<mark>[/.-])\s?\d{1,2}\s?(?P=mark)\s?\d{1,5})"
    r"|(?:(?P<day>[\dlIO]{1,2})(?:st|nd|rd|th|er|\.|º)?\s{1,2}(?:de |of )?)?"
    r"(?P<month>[^\W\d_]{3,12})\.?,?\s{1,2}(?:de |of )?(?P<year>(?:19|20) \d\d|[\dOlI]{2,6})"
    r")(?![\w/-]|\.\d)"
)
_NULLS: Final = re.compile(
    r"(?:invalid date|nan(?:[/.-]nan)*|undefined|null|0{1,4}[/.-]0{1,2}[/.-]0{1,4}|#(?:value|ref|n/a|name)[!?]?|"
    r"\[object \w+\]|\?{1,9})",
    re.IGNORECASE,
)
"""What programs write where a date should be."""
_LATER: Final = re.compile(
    r"(?:tb[acd]|n/?a|t\.b\.[acd]\.|to be (?:confirmed|agreed|announced|determined|decided|advised|set)|"
    r"not (?:yet )?(?:set|known|agreed|given|specified|applicable)|unknown|pending|none|i'w gadarnhau|à (?:confirmer|définir|préciser)|"
    r"noch offen|offen|wird noch festgelegt|"
    r"por (?:confirmar|determinar)|nog te bepalen|da definire|a definir|per determinar|do ustalenia)",
    re.IGNORECASE,
)
"""What people write where the date of the next review should be."""
LONGEST: Final = 400
"""Characters of a line that is looked at: a label and its value stand in short lines and in sentences."""


def undated(line: Line, after: Line | None) -> Iterator[tuple[GapKind, str]]:
    """The values of a line with a `STEM`, or of the next one when this line is their label, that are asked for as a date and are none."""
    text = line.text
    label = _LABEL.match(text) if len(text) < 140 else None
    alone = label is not None and label["value"] is None
    if after is not None and len(text) < 60 and (alone or _beside(line, after)):
        if len(after.text) < 60 and not after.text.endswith(":"):
            yield from _judged(f"{text.rstrip(' *_|')} {after.text.strip(' *_|')}", text, after.text)
    elif label is not None:
        yield from _judged(text, label["label"], label["value"] or "")
    else:
        yield from _in_words(text)


def _beside(line: Line, after: Line) -> bool:
    """Whether the next line is the value of a term or of the cell before it."""
    if line.block.kind is BlockKind.TERM:
        return after.block.kind is BlockKind.DEFINITION
    one, other = line.block.cell, after.block.cell
    if one is None or other is None or other.header:
        return False
    return (one.table, one.row, one.column + 1) == (other.table, other.row, other.column)


def _judged(whole: str, label: str, value: str) -> Iterator[tuple[GapKind, str]]:
    """What the value behind a label is: a word in place of a date, or a date that cannot be."""
    said = value.strip(" .*_|()")
    if _NULLS.fullmatch(said) or (_REVIEW.search(label) and (_LATER.fullmatch(said) or (_YEAR.fullmatch(said) and _of_day(label)))):
        yield GapKind.UNREADABLE_DATE, whole
    else:
        yield from _in_words(whole)


def _of_day(label: str) -> bool:
    """Whether a label ends with a word that asks for a date ("Review date"); another may ask for a number ("Review ref")."""
    return any(STEM.match(word) for word in re.findall(r"[^\W\d_]+", label)[-1:])


def _in_words(text: str) -> Iterator[tuple[GapKind, str]]:
    """The dates of a line that cannot be, or that cannot be read, each with the words before it."""
    text = text[:LONGEST]
    spans = [(start, end, GapKind.IMPOSSIBLE_DATE) for start, end in dates.impossible(text)]
    read = [(found.start, found.end) for found in dates.find(text)] + [span[:2] for span in spans]
    spans += [
        (found.start(), found.end(), GapKind.UNREADABLE_DATE)
        for found in _SHAPES.finditer(dates.plain(text))
        if not any(start <= found.start() < end for start, end in read) and _meant(found, text)
    ]
    for start, end, kind in sorted(spans):
        if _asked(text[max(0, start - 80) : start]):
            yield kind, text[text.find(" ", start - 60) + 1 if start > 60 else 0 : end]


def _meant(found: re.Match[str], text: str) -> bool:
    """Whether something is written as a date would be: three numbers of which one is as long as a year, or a month, spelt right or nearly,
    with a year; without a day it could be somebody's name ("by Marc 2024"), so a colon stands before it."""
    if found["numbers"]:
        return max(map(len, re.split(r"\D+", found["numbers"]))) >= 3
    month, year = found["month"].casefold(), found["year"]
    if not any(letter.isdigit() for letter in year):
        return False
    if found["day"] is None and (len(year) < 4 or not text[: found.start()].rstrip().endswith(":")):
        return False
    if month in dates.MONTHS or get_close_matches(month, _MONTHS, 1, 0.75):
        return True
    return found["day"] is not None and "".join(sorted(month)) in _SHUFFLED


def _asked(before: str) -> bool:
    """Whether a label stands right before."""
    ends = [found.end() for found in STEM.finditer(before)]
    return bool(ends) and _BETWEEN.fullmatch(before, ends[-1]) is not None and _NUMBERED.search(before, ends[-1]) is None
