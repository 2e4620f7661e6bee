"""Periods in a text that are written as years, and the day on which each ends: 2020/21, 20/21, 2021-2023, FY24, "annual statement 2023".

A UK financial year ends on 31 March, an academic year on 31 August, a US federal fiscal year on 30 September; which one it is, the words
around it tell. Years that do not follow one another are the span of a plan, or something else ("2020/85"); that, the grammar decides.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from reviewer import dates
from reviewer.read.periods.words import Word

MOST: Final = 16
"""Ranges of one sentence that are looked at."""
LONGEST: Final = 12
LONGEST_IN_FULL: Final = 40
"""Years of the longest plan, in short ("2020/32") and where both years have four digits: a local plan covers "2019 to 2036"."""

_RANGE: Final = re.compile(
    r"(?<![\w/.@#£$€-])(?<!\d,)(?:(?P<fy>FY|HJ|AY|WS)\s?)?(?P<first>20\d\d|\d\d)(?P<dash>\s?[/‐‑‒–—-]\s?|\s(?:to|bis|à|a|al|tot|til|till|do|i)\s)"
    r"(?:FY\s?)?(?P<last>20\d\d|\d\d)(?![\w/@%£$€-]|[.,:]\d)",
    re.IGNORECASE,
)
_FISCAL: Final = re.compile(r"\b(?:FY\s?(?:20)?|(?:financial|fiscal|tax) year (?:ending |ended )?20)(?P<year>\d\d)(?!\s?[\d/‐‑‒–—-])(?!\w)")
_NUMBERED: Final = re.compile(
    r"(?:\b(?:No|Nr|SI|WSI|SSI|regulation|directive|decision|resolution|minute|ref|reference|application|case|order|act|circular|iso|ticket|"
    r"batch|item|page|pages|aged?|ages|score|ratio|version|windows|ios|android|office|bp|room|rooms|grade|psalm|chapter|section|verordnung|"
    r"richtlinie|règlement|reglamento|tel|telephone|phone|fax|call|tél|cases?)\b\.?:?[ ]?(?:\((?:EU|EC|EEC|UE|EG)\)[ ]?)?(?:No\.? )?|"
    r"\((?:EU|EC|EEC|UE|EG)\)[ ]?|©|\(c\)|copyright)[ ]?$",
    re.IGNORECASE,
)
_AFTER_SHORT: Final = re.compile(
    r"\s?(?:%|mm|cm|kg|ml|mg|am\b|pm\b|patients?\b|cases\b|points?\b|years old|days?\b|hours?\b|people\b|of\b|were\b|marks?\b|x\b|(?:jan|"
    r"feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)",
    re.IGNORECASE,
)
_BEFORE_SHORT: Final = re.compile(r"(?:\b(?:for|in|during|from|since|until|gyfer|für|pour|para)|^)\s?$", re.IGNORECASE)
_WRITTEN_OUT: Final = re.compile(r"(?<![\w/.-])(20\d\d) ?[/‐‑‒–—-] ?(20\d\d|\d\d)(?![\w/-])")


class Span(NamedTuple):
    """A period at ``start:stop`` of a text: its first and last year, and its last day. ``kind`` is ``year`` (two years that follow one
    another, or a fiscal one), ``years`` (a longer span) or ``single``."""

    start: int
    stop: int
    first: int
    last: int
    end: dt.date
    kind: str = "year"


def written_out(text: str) -> Iterator[tuple[int, int]]:
    """(first, last) of the ranges that ``text`` writes with four digits: a cheap look, whatever they are about."""
    for first, last in _WRITTEN_OUT.findall(text):
        if int(last) % 100 == (int(first) + 1) % 100:
            yield int(first), int(first) + 1


class Scene(NamedTuple):
    """Where a text stands: its language, the page's address, the words of the heading or title around it, and the ranges that the page
    writes out in full, so that their short form ("20/21") is believed."""

    lang: str = "en"
    url: str = ""
    around: Sequence[Word] = ()
    known: frozenset[tuple[int, int]] = frozenset()


def spans(text: str, words: Sequence[Word], scene: Scene) -> list[Span]:
    """The ranges in ``text`` (whose ``words`` these are), in order. A span of them ("2023/24 to 2027/28") is one: it ends with the last."""
    made: list[Span] = []
    ranges = list(_ranges(text, words, scene))
    fiscal = [one for one in _fiscal(text, scene.url) if all(one.stop <= other.start or other.stop <= one.start for other in ranges)]
    for one in sorted([*ranges, *fiscal], key=lambda one: one.start):
        between = text[made[-1].stop : one.start].strip() if made else ""
        if made and between in _THROUGH and one.start - made[-1].stop <= 8 and one.last > made[-1].last:
            made[-1] = made[-1]._replace(stop=one.stop, last=one.last, end=one.end)
        else:
            made.append(one)
    return made


_THROUGH: Final = frozenset({"-", "–", "—", "to", "bis", "à", "a", "i", "through", "tot", "al"})


def single(found: dates.FoundDate, words: Sequence[Word]) -> Span:
    """A lone year as a period: a calendar year, or the term that stands before it ("Sommersemester 2025")."""
    year = found.date.year
    before = [word for word in words if word.stop <= found.start][-1:]
    end = found.date.by
    if before and before[0].any("spring", "summer"):
        end = dt.date(year, 4, 30) if before[0].any("spring") else dt.date(year, 9, 30)
    return Span(found.start, found.end, year, year, end, "single")


def _ranges(text: str, words: Sequence[Word], scene: Scene) -> Iterator[Span]:
    """Ranges of two years."""
    for found in islice(_RANGE.finditer(text), MOST):
        first, last = _year(found["first"]), _year(found["last"])
        follows = last == first + 1
        if not 2000 <= first < last <= 2060 or (len(found["first"]) == 2 and len(found["last"]) == 4):
            continue
        if not follows and (
            len(found["first"]) == 2 or "/" in found["dash"] or last - first > (LONGEST if len(found["last"]) == 2 else LONGEST_IN_FULL)
        ):
            continue
        before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() : found.end() + 24]
        if _NUMBERED.search(before) or _in_address(text, found.start(), found.end()):
            continue
        if not follows and len(found["last"]) == 2 and (found["dash"].strip().isalpha() or _AFTER_SHORT.match(after)):
            continue
        if len(found["first"]) == 2:
            vouched = bool(found["fy"]) or (first, last) in scene.known or (first >= 2010 and _of_years(words, found, before))
            if _AFTER_SHORT.match(after) or not vouched:
                continue
        near = [word for word in words if word.stop > found.start() - 200 and word.start < found.end() + 200]
        whole = not follows and len(found["last"]) == 4 and not any(word.any("academic") for word in near)
        end = dt.date(last, 12, 31) if whole else _end(last, near, scene)
        yield Span(found.start(), found.end(), first, last, end, "year" if follows else "years")


def _of_years(words: Sequence[Word], found: re.Match[str], before: str) -> bool:
    """Whether the words around a short form speak of years; with a slash, "for" before it is enough."""
    near = [word for word in words if word.stop > found.start() - 60 and word.start < found.end() + 60]
    if any(word.any("year", "financial") for word in near):
        return True
    beside = [word for word in near if word.stop > found.start() - 24 and word.start < found.end() + 24]
    ahead = [word for word in words if word.stop <= found.start()][-1:]
    if ahead and ahead[0].any("programme"):
        return True
    return "/" in found["dash"] and (_BEFORE_SHORT.search(before) is not None or any(word.any("programme") for word in beside))


def _fiscal(text: str, url: str) -> Iterator[Span]:
    """Fiscal years with one number: FY24 ends in 2024."""
    for found in _FISCAL.finditer(text):
        last = 2000 + int(found["year"])
        yield Span(found.start(), found.end(), last - 1, last, dt.date(last, 9, 30) if _american(url) else dt.date(last, 3, 31))


def _year(text: str) -> int:
    """A year of two or four digits, as a year of this century."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _american(url: str) -> bool:
    """Whether the page is of the US federal government."""
    return re.search(r"//[^/]{1,200}\.(?:gov|mil)(?:[:/]|$)", url) is not None


def _end(last: int, near: Sequence[Word], scene: Scene) -> dt.date:
    """The last day of two years: the words next to them decide before the words around them; outside Britain a year that begins in one year
    and ends in the next is a school year or a season."""
    british = scene.lang in {"en", "cy"}
    if any(word.any("winter") for word in near):
        return dt.date(last, 3, 31)
    if british and any(word.any("playing") for word in near):
        return dt.date(last, 6, 30)
    for words in (near, scene.around):
        academic, financial = any(word.any("academic") for word in words), any(word.any("financial") for word in words)
        if academic and not financial:
            return dt.date(last, 8, 31)
        if financial:
            break
    else:
        if not british or _SCHOOL.search(scene.url.lower()):
            return dt.date(last, 8, 31)
    if _american(scene.url):
        return dt.date(last, 9, 30)
    return dt.date(last, 3, 31) if british else dt.date(last, 12, 31)


_SCHOOL: Final = re.compile(
    r"[^a-z](?:students?|tuition|schools?|colleges?|academ(?:ic|y|ies)|undergraduates?|postgraduates?|admissions?|courses?)(?![a-z])"
)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the range is part of an address or a file name."""
    left = text[max(0, start - 200) : start].rsplit(" ", 1)[-1]
    right = text[end : end + 200].split(" ", 1)[0]
    return any(mark in left + right for mark in ("://", "www.", "@", ".pdf", ".doc", ".xls"))
