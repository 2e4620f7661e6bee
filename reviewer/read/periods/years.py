"""Year ranges in a text: 2020/21, 20/21, 2023-24, 2018/2019, FY24/25, and the day on which each ends.

A UK financial year ends on 31 March, an academic year on 31 August, a US federal fiscal year on 30 September; which one it is,
the words around the range tell. Two years are a range only when the second follows the first: "2020/85" is something else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

MOST: Final = 16
"""Ranges of one sentence that are looked at."""

_DASH: Final = r"\s?[/‐‑‒–—-]\s?"
_RANGE: Final = re.compile(
    rf"(?<![\w/.@#£$€-])(?:(?P<fy>FY|HJ)\s?)?(?P<first>20\d\d|\d\d)(?P<dash>{_DASH}|\sto\s|\s?/\s?)(?:FY\s?)?(?P<last>20\d\d|"
    rf"\d\d)(?![\w/@%£$€-]|[.,:]\d)",
    re.IGNORECASE,
)
_FISCAL: Final = re.compile(r"\b(?:FY\s?(?:20)?|(?:financial|fiscal|tax) year (?:ending |ended )?20)(?P<year>\d\d)(?!\s?[\d/‐‑‒–—-])(?!\w)")
_ACADEMIC: Final = re.compile(
    r"\b(?:students?|term dates?|term-time|school terms?|(?:autumn|spring|summer) terms?|universit\w+|tuition|schools?|colleges?|"
    r"academic|pupils?|semesters?|undergraduates?|postgraduates?|"
    r"admissions?|enrol\w*|facult\w+|campus|curriculum|"
    r"prospectus|courses?|modules?|classes|teaching|degree|studierende|semester|schuljahr|hochschule|étudiants?|scolaire|universitaire|"
    r"rentrée|alumnos|curso|escolar|académico|myfyrwyr|ysgol\w*|prifysgol|addysg)\b",
    re.IGNORECASE,
)
_FINANCIAL: Final = re.compile(
    r"\b(?:financial|fiscal|tax|budget|council tax|QOF|DES|NHS|tariff|allocation|contract|haushaltsjahr|ariannol|blwyddyn ariannol|FY|"
    r"accounts?)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"(?:\b(?:No|Nr|SI|WSI|SSI|regulations?|directive|decision|resolution|minute|ref|reference|application|case|order|act|circular|iso|"
    r"ticket|batch|item|page|pages|aged?|ages|score|ratio|"
    r"bp|room|grade|psalm|chapter|section|verordnung|richtlinie|règlement|reglamento)\b\.?:?[ ]?(?:\((?:EU|EC|EEC|UE|"
    r"EG)\)[ ]?)?(?:No\.? )?|©|\(c\)|copyright)[ ]?$",
    re.IGNORECASE,
)
_OF_YEAR: Final = re.compile(
    r"\b(?:years?|financial|fiscal|fy|academic|season|winter|budget|adroddiad|reports?|contract|specification|scheme|tariff|programme|"
    r"plan|blwyddyn|jahr|année|año|jahre|ejercicio|exercice|saison)\b",
    re.IGNORECASE,
)
_BEFORE_SHORT: Final = re.compile(
    r"(?:\b(?:for|in|during|from|since|until|winter|season|year|the|summer|autumn|gyfer|für|pour|para)|\b[A-Z]{2,8}|\b[A-Z][a-z]+|^|"
    r"[:(•])\s?$"
)
_AFTER_SHORT: Final = re.compile(
    r"\s?(?:%|mm|cm|kg|ml|mg|am\b|pm\b|patients?\b|cases\b|points?\b|years old|days?\b|hours?\b|people\b|of\b|were\b|marks?\b|x\b|(?:jan|"
    r"feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)",
    re.IGNORECASE,
)


_WRITTEN_OUT: Final = re.compile(r"(?<![\w/.-])(20\d\d) ?[/‐‑‒–—-] ?(20\d\d|\d\d)(?![\w/-])")


def written_out(text: str) -> Iterator[tuple[int, int]]:
    """(first, last) of the ranges that ``text`` writes with four digits: a cheap look, whatever they are about."""
    for first, last in _WRITTEN_OUT.findall(text):
        if int(last) % 100 == (int(first) + 1) % 100:
            yield int(first), int(first) + 1


@dataclass(frozen=True, slots=True)
class YearRange:
    """A range in a text: where it stands, its first and last year, and the last day of it."""

    start: int
    stop: int
    first: int
    last: int
    end: dt.date


def year_ranges(text: str, *, around: str = "", url: str = "", known: frozenset[tuple[int, int]] = frozenset()) -> Iterator[YearRange]:
    """The ranges in ``text``, in order. ``around`` are the words that tell an academic year (heading, title); ``known`` are the
    ranges that the page writes out in full elsewhere, so that its short form ("20/21") is believed.

    A span of ranges ("2023/24 to 2027/28") is one range that ends with the second.
    """
    held: YearRange | None = None
    for one in sorted([*_ranges(text, around, url, known), *_fiscal(text, url)], key=lambda one: one.start):
        if held is not None:
            between = text[held.stop : one.start]
            if one.start < held.stop:
                continue
            if len(between) <= 5 and between.strip(" ") in {"-", "–", "—", "to", "bis", "à", "a", "i", "through"} and one.last > held.last:
                held = YearRange(held.start, one.stop, held.first, one.last, one.end)
                continue
            yield held
        held = one
    if held is not None:
        yield held


def _ranges(text: str, around: str, url: str, known: frozenset[tuple[int, int]]) -> Iterator[YearRange]:
    """Ranges of two years."""
    for found in islice(_RANGE.finditer(text), MOST):
        first, last = _year(found["first"]), _year(found["last"])
        if last != first + 1 or not 2000 <= first <= 2060 or (len(found["first"]) == 2 and len(found["last"]) == 4):
            continue
        before, after = text[max(0, found.start() - 40) : found.start()], text[found.end() : found.end() + 24]
        if _NUMBERED.search(before) or _in_address(text, found.start(), found.end()):
            continue
        if len(found["first"]) == 2:
            vouched = bool(found["fy"]) or (first, last) in known or (first >= 2010 and _of_years(text, found, before, after))
            if _AFTER_SHORT.match(after) or not vouched:
                continue
        yield YearRange(
            found.start(), found.end(), first, last, _end(first, last, text[max(0, found.start() - 200) : found.end() + 200], around, url)
        )


def _of_years(text: str, found: re.Match[str], before: str, after: str) -> bool:
    """Whether the words around a short form speak of years; with a slash a capital word or "for" beside it is enough."""
    if _OF_YEAR.search(text[max(0, found.start() - 60) : found.end() + 60]):
        return True
    return "/" in found["dash"] and (_BEFORE_SHORT.search(before) is not None or re.match(r" [A-Z]{2,}", after) is not None)


def _fiscal(text: str, url: str) -> Iterator[YearRange]:
    """Fiscal years with one number: FY24 ends in 2024."""
    for found in _FISCAL.finditer(text):
        last = 2000 + int(found["year"])
        yield YearRange(found.start(), found.end(), last - 1, last, dt.date(last, 9, 30) if _american(url) else dt.date(last, 3, 31))


def _year(text: str) -> int:
    """A year of two or four digits, as a year of this century."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _american(url: str) -> bool:
    """Whether the page is of the US federal government."""
    return re.search(r"//[^/]{1,200}\.(?:gov|mil)(?:[:/]|$)", url) is not None


def _end(first: int, last: int, text: str, around: str, url: str) -> dt.date:
    """The last day: the words next to the range decide before the words around it."""
    for words in (text, around, re.sub(r"[^a-z]+", " ", url.lower())):
        academic, financial = _ACADEMIC.search(words), _FINANCIAL.search(words)
        if academic and not financial:
            return dt.date(last, 8, 31)
        if financial:
            break
    if _american(url) and first < last:
        return dt.date(last, 9, 30)
    return dt.date(last, 3, 31)


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether the range is part of an address or a file name."""
    left = text[max(0, start - 200) : start].rsplit(" ", 1)[-1]
    right = text[end : end + 200].split(" ", 1)[0]
    return any(mark in left + right for mark in ("://", "www.", "@", ".pdf", ".doc", ".xls"))
