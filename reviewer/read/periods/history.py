"""Whether a page speaks of an elapsed period as the past. History is spared: it is right as it stands.

What the whole page is, and which parts list sources, `reviewer.read.genre` tells. Here it is the section (versions), then the line (a
series of years, a citation, figures), then the words beside the period (a dated publication, a comparison), and last the tense of the verb
that governs it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reviewer.read.periods.tense import Group, quoted
from reviewer.read.periods.values import Span
from reviewer.read.periods.words import Word

_CITATION: Final = re.compile(
    r"\bet al\b|\bdoi\b|\bISBN\b|\bISSN\b|\bpp?\.\s?\d|\bvol\.?\s?\d|\bretrieved\b|\baccessed\b|\bavailable (?:at|from):|\bcited\b|"
    r"\bibid\b|\baccording to (?:[\w.-]+ ){1,4}\((?:19|20)\d\d|\b(?:19|20)\d\d(?: [A-Z][a-z]{2}\w{0,6})?;\s?\d{1,4}\s?[:(]",
    re.IGNORECASE,
)
_AUTHOR: Final = re.compile(
    r"(?<!\w)[^\W\d_a-z][^\W\d_]+(?:[-’' ][^\W\d_]+)?,? (?:[^\W\d_a-z]\.[ -]?){1,3}"
    r"(?:[^().]|(?<= [^\W\d_a-z])\.){0,80}\((?:19|20)\d\d[a-z]?\)"
)
"""An author by family name and initials, with the year in brackets: "Wick, A. (2011), ..."."""
_JOURNAL: Final = re.compile(r" [^.;!?]{2,80}[ .]\s?(?:19|20)\d\d(?: [A-Z][a-z]{2,8})?;\s?\d{1,4}\s?[:(]")
_FILE: Final = re.compile(r"\b(?:pdf|docx?|xlsx?|csv|pptx?|odt)\b|\d\s?[KM]B\b", re.IGNORECASE)
_CAPTION: Final = re.compile(r"[\s*_•-]{0,4}(?:table|figure|fig\.?|chart|graph|tabelle|abbildung|tableau|tabla|tabl)\s?\d", re.IGNORECASE)
_FIGURES: Final = re.compile(
    r"\b(?:income|expenditure|turnover|surplus|deficit|revenue|profit|spend|spending|attendances|donations|total|reserves|einnahmen|"
    r"ausgaben|umsatz|recettes|dépenses|ingresos|gastos|incwm|gwariant)\b[^.!?]{0,60}[:\s](?:[£$€]\s?\d|\d[\d.,]*\s?(?:%|m\b|bn\b|k\b|€))",
    re.IGNORECASE,
)
_AMOUNTS: Final = re.compile(
    r"(?:[\s|;,]*20\d\d\s?[/‐‑‒–—-]\s?(?:20)?\d\d\s?[:|=–-]?\s?[£$€]?\s?\d[\d.,]{0,12}\s?(?:%|m|bn|k|€|million|billion)?(?![\w])[.]?){2,12}\s*"
)
"""Nothing but years, each with its figure."""
_FROM: Final = re.compile(r"\b(?:from|than|against)\s[£$€]?\d[\d.,]{0,12}\s?(?:%|m|bn|k|per cent|million)?\s(?:in|for)\s(?:the\s)?$")
"""An amount that is compared with ("up from £112 in")."""
_UNDER: Final = re.compile(r"\b[a-z]{2,14}(?:ed|en) under (?:the |our )?$", re.IGNORECASE)
"""What was given under rules of their time ("granted under the 2010-2014 rules")."""
_CLOSE: Final = 4
_HEADING: Final = 20


_VERSION: Final = re.compile(
    r"\W{0,2}(?:v(?:ersion)?\s?\d{1,4}(?:\.\d{1,4}){0,3}|\d{1,4}\.\d{1,4}\.\d{1,4})(?:\W{0,9}$|\W{1,4}(?:\d{1,2} \w{3,9} )?(?:19|20)\d\d)",
    re.IGNORECASE,
)


def release(heading: str) -> bool:
    """Whether a heading is the number of a version ("2.1.0 (2023-05-04)"), under which stands what changed then."""
    return _VERSION.match(heading) is not None


def section(heading: Sequence[Word]) -> bool:
    """Whether a heading opens an archive or a history: by a strong word, or when it says nothing else."""
    if len(heading) > _HEADING or any(word.any("archive") for word in heading):
        return 0 < len(heading) <= _HEADING
    said = [word for word in heading if not word.any("mark", "number", "vague", "and", "subject")]
    return bool(said) and all(word.any("former") for word in said)


def cited(after: str) -> bool:
    """Whether what follows a sentence is the journal that it stands in ("Example J. 2020;12:33")."""
    return _JOURNAL.match(after) is not None


def citation(sentence: str) -> bool:
    """Whether a sentence cites a publication."""
    return _CITATION.search(sentence) is not None or _AUTHOR.search(sentence) is not None


def why(text: str, words: Sequence[Word], groups: Sequence[Group], span: Span, *, later: bool, later_here: bool) -> str | None:
    """Why the period ``span`` of a sentence is spoken of as the past, or None.

    ``later``: the page speaks of a later year as its own; ``later_here``: this very sentence does.
    """
    near = [word for word in words if word.stop > span.start - 60 and word.start < span.stop + 40]
    if citation(text):
        return "a citation"
    if _FILE.search(text[span.stop : span.stop + 60]):
        return "the title of a file"
    if _FROM.search(text[: span.start]):
        return "a figure of another year"
    if _UNDER.search(text[: span.start]):
        return "rules of that time"
    after = [word for word in words if word.start >= span.stop][:_CLOSE]
    near = [word for word in near if word.stop <= span.start or word in after]
    if any(word.any("publication") for word in _beside(near, words, groups, span)):
        return "the title of a dated publication"
    if any(word.any("compared") for word in near):
        return "a comparison with another time"
    if any(word.any("example") for word in near if word.stop <= span.start) and any(word.any("example") for word in near[-6:]):
        return "an example"
    if len(after) > 1 and after[0].text == "(" and after[1].any("past", "participle", "archive"):
        return "said to be over"
    if len(after) > 1 and after[0].any("and") and after[1].any("former", "by"):
        return "the years up to then"
    if any(word.any("since") for word in [word for word in words if word.stop <= span.start][-1:]):
        return "in force since"
    if later_here:
        return "a later year in the same sentence"
    if later and any(word.any("likened") for word in words):
        return "likened to a later year"
    if _CAPTION.match(text) or _AMOUNTS.fullmatch(text) or _FIGURES.search(text):
        return "figures of a year"
    if not past(words, groups, span):
        return None
    told = next((one for one in groups if one.tense == "past"), groups[0])
    return f"the past tense, by {quoted(words, told)}"


def _beside(near: Sequence[Word], words: Sequence[Word], groups: Sequence[Group], span: Span) -> list[Word]:
    """The words near a period that no verb of the present parts from it ("the budget is for 2022/23")."""
    live = [one for one in groups if one.tense not in {"past", "bare"}]
    left = max((words[one.last].stop for one in live if words[one.last].stop <= span.start), default=0)
    right = min((words[one.first].start for one in live if words[one.first].start >= span.stop), default=words[-1].stop)
    return [word for word in near if left <= word.start and word.stop <= right]


def past(words: Sequence[Word], groups: Sequence[Group], span: Span) -> bool:
    """Whether the verbs of a sentence tell of a period as the past: a verb of the past, and none of the present but about other things
    ("in 2019/20 we spent what is our own")."""
    before = [number for number, word in enumerate(words) if word.stop <= span.start][-2:]
    during = next((number for number in before if words[number].any("during")), None)
    told = [
        one
        for one in groups
        if one.tense == "past" or (during is not None and "past" in one.kinds and one.tense == "bare" and one.last == during - 1)
    ]
    return bool(told) and (during is not None or all(one.tense in {"past", "bare"} for one in groups))
