"""Sentences that give the date first: "In April 2017, changes to section 4.1 were made", "On 3 May 2024 we reviewed this page"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewer import dates
from reviewer.model import DateClaim, DateKind, Precision
from reviewer.read.dates.choice import Found
from reviewer.read.dates.lines import lines, sifted
from reviewer.read.dates.senses import WEAK
from reviewer.read.dates.values import Reading
from reviewer.read.dates.words import SUBJECT
from reviewer.read.document import Document
from reviewer.read.sentences import sentences
from reviewer.read.sieves import Sieve

_OPENING: Final = re.compile(r"\W{0,4}(?:in|on|im|am|en|le|el|ym|ar)\s(?:mis\s)?", re.IGNORECASE)
_SAID: Final = (
    r"(?:we|the|this|these|changes?|amendments?|minor|major|some|several|recommendations?|wording|it|wir|nous|"
    r"wurde)\b(?:[^.;]|\.(?=\d)){0,160}?"
    r"\b(?P<verb>updated|amended|revised|modified|changed|made|added|removed|reviewed|checked|aktualisiert|geändert|"
    r"überprüft|geprüft|mise?s? à jour|modifiée?|révisée?|vérifiée?)\b"
)
_CHANGED: Final = re.compile(rf"[, ]{{1,3}}{_SAID}", re.IGNORECASE)
_CHANGES: Final = Sieve(re.compile(_SAID))
_REVIEWS: Final = frozenset({"reviewed", "checked", "überprüft", "geprüft", "révisé", "révisée", "vérifié", "vérifiée"})
_OF_PAGE: Final = re.compile(
    r"\bchanges? (?:to|in)\b|\brecommendations?\b|\b(?:updated|amended|revised|reviewed|checked) this\b", re.IGNORECASE
)
_DIGIT: Final = re.compile(r"\d")
_MOST: Final = 200


def found(document: Document, reading: Reading) -> Iterator[Found]:
    """Every such sentence that speaks of the page; weaker than any label."""
    left = _MOST
    rows = lines(document)
    for line in (rows[at] for at in _CHANGES.among(sifted(document))):
        if not _DIGIT.search(line.text) or not _CHANGED.search(f" {line.text[:4000]}"):
            continue
        for start, stop in sentences(line.text[:20_000]):
            left -= 1
            if left < 0:
                return
            text = line.text[start : min(stop, start + 300)]
            opening = _OPENING.match(text)
            if not opening:
                continue
            day = next(iter(dates.find(text[: opening.end() + 40], order=reading.way.order, lang=reading.lang)), None)
            if day is None or day.start > opening.end() or day.date.precision is Precision.YEAR:
                continue
            changed = _CHANGED.match(text, day.end)
            said = text[day.end : day.end + 200]
            if changed is None or not (_OF_PAGE.search(said) or SUBJECT.search(said)):
                continue
            kind = DateKind.LAST_REVIEWED if changed["verb"].lower() in _REVIEWS else DateKind.UPDATED
            claim = DateClaim(kind, day.date, " ".join(text[: changed.end()].split()), line.block.place)
            yield Found(claim, WEAK, "a sentence that begins with the date", line.block)
