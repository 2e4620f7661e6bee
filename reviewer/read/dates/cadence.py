"""Due dates that a page gives as a start and a period: "This policy is reviewed every 3 years", "four years after publication"."""

from __future__ import annotations

import re
from typing import Final

from reviewer import dates
from reviewer.model import Basis, DateClaim, DateKind, Source
from reviewer.read.dates.choice import Found
from reviewer.read.dates.lines import Line, lines, sifted
from reviewer.read.dates.senses import PLAIN
from reviewer.read.dates.words import SUBJECT
from reviewer.read.document import BlockKind, Document
from reviewer.read.sieves import Sieve, Sifted

_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        (
            "",
            "one a an eins einem ein un une uno",
            "two zwei deux dos",
            "three drei trois tres",
            "four vier quatre cuatro",
            "five fünf cinq cinco",
            "six sechs six seis",
        )
    )
    for name in names.split()
}
_COUNT: Final = rf"(?P<count>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:\s?\(\w{{1,6}}\))?[ -]?"
_UNIT: Final = r"(?P<unit>years?|yearly|months?|monthly|jahre?n?|monate?n?|ans?|années?|mois|años?|meses)"
_EVERY: Final = Sifted(
    re.compile(
        rf"(?:review(?:ed)?(?: date| period| cycle| frequency| interval)?|überprüft|überprüfung|révisée?|révision|revisad[oa]|"
        rf"revisión)(?:\b(?:(?!review)[\w ,:=()–-]){{0,60}}?"
        rf"(?:every|after|in|within|than|alle|"
        rf"nach|tous les|toutes les|cada|:|=|–|-))?\s(?:a |another )?{_COUNT}{_UNIT}(?P<rest>[\w ,]{{0,60}})",
        re.IGNORECASE,
    )
)
_WORD: Final = Sifted(
    re.compile(
        r"(?:review(?:ed)?(?: date| period| cycle| frequency| interval)?)\b(?:[ :=–-]{1,3}|(?:(?!review)[\w ]){0,40}? )(?P<word>annually|"
        r"yearly|every year|bienniall?y?|trienniall?y?|every other year|every second year|every third year|six[ -]monthly|half[ -]yearly|"
        r"twice a year|"
        r"6[ -]monthly|quarterly|every quarter|monthly|every month|once a year|annual)\b",
        re.IGNORECASE,
    )
)
_SHORT: Final = 60
_REVIEWS: Final = Sieve(("review", "prüf", "révis", "revis"))
_WORDS: Final = {
    "biennial": 24,
    "biennially": 24,
    "triennial": 36,
    "triennially": 36,
    "every second year": 24,
    "every third year": 36,
    "half yearly": 6,
    "twice a year": 6,
    "every other year": 24,
    "six monthly": 6,
    "6 monthly": 6,
    "quarterly": 3,
    "every quarter": 3,
    "monthly": 1,
    "every month": 1,
}
_HEAD: Final = re.compile(
    r"(?:^|[.;|(•·)–—*\]]|\d)\W{0,6}(?:\d[\d.]{0,5} )?(?P<of>(?:frequency|period|cycle|interval) of (?:the |policy |document )?)?"
    r"(?:policy |document |page |standard )?$",
    re.IGNORECASE,
)
"""What may stand before the name of a field: nothing, the end of another field, the field's number."""
_NAME: Final = re.compile(r"review (?:period|cycle|frequency|interval)\b|review(?: date)? ?[:=–—-]", re.IGNORECASE)
_OURS: Final = re.compile(
    r"\b(?:our|all(?: our| the| of our)?|these|the) (?:web ?)?(?:pages|leaflets|guidelines|documents|policies|information)\b|\bpages are\b",
    re.IGNORECASE,
)
"""All pages of a site, of which this is one."""
_FIELDS: Final = frozenset({BlockKind.CELL, BlockKind.TERM})
_PUBLICATION: Final = re.compile(
    r"publication|publish|issue|approval|approved|ratif|adopt|effective|implementation|veröffentlich|publi", re.IGNORECASE
)


def computed(document: Document, taken: list[Found]) -> list[Found]:
    """The due date that a start and a period on the page give, when none is stated; empty otherwise.

    The start is the page's last review, or, where the sentence says so or there is none, the date it was published or came into force.
    """
    claims = {one.claim.kind: one.claim for one in reversed(taken) if isinstance(one.fact, DateClaim)}
    if DateKind.DUE in claims:
        return []
    for name, value in document.meta:
        if (
            name in {"review_in", "review-in"}
            and (last := claims.get(DateKind.LAST_REVIEWED))
            and (found := re.match(rf"{_COUNT}{_UNIT}", value, re.IGNORECASE))
        ):
            return [_due(last, _months(found), f"{name}: {value}", last)]
    rows = lines(document)
    for line in (rows[at] for at in _REVIEWS.among(sifted(document))):
        if "review" not in line.text.lower() and "prüf" not in line.text.lower() and "révis" not in line.text and "revis" not in line.text:
            continue
        text = line.text[:3000]
        if line.follows is not None and line.block.kind in _FIELDS and len(text) < _SHORT:
            text = f"{text.rstrip(': ')}: {line.follows.text[:_SHORT]}"
        for pattern in (_EVERY, _WORD):
            found = pattern.search(text)
            if not found:
                continue
            sentence = re.split(r"(?<=[a-zà-ÿ)])[.!?] (?=[A-Z])", text[: found.start()])[-1]
            if not (
                SUBJECT.search(sentence)
                or _OURS.search(text[max(0, found.start() - _SHORT) : found.end()])
                or _is_field(line, text, found.start())
            ):
                continue
            months = _months(found) if pattern is _EVERY else _WORDS.get(found["word"].lower().replace("-", " "), 12)
            from_issue = pattern is _EVERY and bool(_PUBLICATION.search(found["rest"]))
            start = _start(claims, from_issue=from_issue) or (_signed(document) if from_issue else None)
            if start is not None and months:
                return [_due(start, months, found.group().strip(), start, line.block.place)]
    return []


def _is_field(line: Line, text: str, start: int) -> bool:
    """Whether the words at ``start`` are the name of a field ("Review cycle: ...", "(review every two years)")."""
    begin = max((at + 1 for at in line.breaks if at < start), default=0)
    head = _HEAD.search(text[max(begin, start - 40) : start])
    return head is not None and (head["of"] is not None or "(" in head.group() or _NAME.match(text, start) is not None)


def _start(claims: dict[DateKind, DateClaim], *, from_issue: bool) -> DateClaim | None:
    """The date that the period runs from; only what the page's text (or its front matter) says."""
    kinds = (DateKind.PUBLISHED,) if from_issue else (DateKind.LAST_REVIEWED, DateKind.PUBLISHED)
    return next((claims[kind] for kind in kinds if kind in claims and claims[kind].source is Source.TEXT), None)


_SIGNATURE: Final = re.compile(r"^\W{0,4}(?:\w+ \d{4}|\d{1,2} \w+ \d{4})\W{0,2}$")


def _signed(document: Document) -> DateClaim | None:
    """The date under a signature: a line of its own at the end that is nothing but a date."""
    for block in reversed(document.blocks):
        for text in reversed(block.text.split("\n")):
            if len(text) < 40 and _SIGNATURE.match(text) and (days := dates.find(text)):
                return DateClaim(DateKind.PUBLISHED, days[0].date, text.strip(), block.place)
    return None


def _months(found: re.Match[str]) -> int:
    """The period in months."""
    count = found["count"].lower()
    number = int(count) if count.isdigit() else _NUMBERS.get(count, 0)
    unit = found["unit"].lower()
    return number * (1 if unit.startswith(("mo", "me")) else 12)


def _due(start: DateClaim, months: int, quote: str, said: DateClaim, place: object = None) -> Found:
    """The computed claim, with both quotes."""
    del place
    date = dates.add(start.date, months)
    words = f"{' '.join(quote.split())} ({' '.join(said.quote.split())})"
    claim = DateClaim(DateKind.DUE, date, words, start.place, Basis.COMPUTED, start.source, ambiguous=start.ambiguous)
    return Found(claim, PLAIN, "a start and a period on the page give it")
