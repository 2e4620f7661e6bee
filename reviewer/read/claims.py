"""The dates that a page states about itself: due, last reviewed, updated, published, expires.

A label (`claims_labels`) is found in a line, its date is looked for close behind it, in the next cell, definition or line, or in the column below;
then it is asked whose date it is. Each step is bounded, and works on short windows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from reviewer import dates
from reviewer.model import Basis, DateClaim, DateKind, Item, Precision, Source
from reviewer.read import claims_head, claims_reverse
from reviewer.read.claims_cadence import computed
from reviewer.read.claims_choice import Found, choose
from reviewer.read.claims_labels import (
    ABOUT,
    ELSEWHERE,
    LABELS,
    NOT_THE_PAGE,
    OF_PRICES,
    PLAIN,
    PLAIN_WORDS,
    PRONOUN,
    STRONG,
    SUBJECT,
    TRIGGER,
    WEAK,
    Label,
)
from reviewer.read.claims_lines import Line, lines
from reviewer.read.claims_order import Order, order
from reviewer.read.document import Block, BlockKind, Candidate, Document, Hints
from reviewer.model import Region

MOST: Final = 600
"""Places of a page that are looked at: half from its beginning, half from its end. A page with more is a register, or hostile."""
_AROUND: Final = 90
_BEHIND: Final = 170

_LEFT: Final = r"(?:(?<![^\W_])|(?-i:(?<=[a-zà-ÿ\d.)])(?=[A-ZÀ-Þ])))"
_RIGHT: Final = r"(?:(?![^\W_])|(?-i:(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ\d])))"

_FILLER: Final = re.compile(
    r"(?:\s?\([^()]{0,80}\))?"
    r"(?:\s?(?:is|was|are|were) (?:set (?:for|to)|scheduled (?:for|in)|planned (?:for|in)|due (?:on|in|by)|expected (?:in|by)|to be|currently))?"
    r"(?:[\W_]{0,12}(?:of (?:this|the|our) (?:[\w-]{2,20} ){0,4}?[\w-]{2,20}(?= (?:is|was|will|in|on|by|due|:)|:)|"
    r"(?:\d{1,2}|one|two|three|four|five) (?:years?|months?)(?: from[\w ]{0,30}| time)?|"
    r"on|in|by|at|the|is|was|be|are|of|for|to|before|until|till|from|no|not|later|than|due|date|dated|as|end|early|mid|late|beginning|start|middle|approx|approximately|around|circa|about|again|next|"
    r"will|take|place|scheduled|set|planned|currently|during|or|sooner|version|month|year|dd|mm|yyyy|d|m|y|"
    r"am|im|bis|zum|zur|der|dem|den|ab|seit|vom|ende|anfang|mitte|spätestens|voraussichtlich|"
    r"le|la|l'|du|d'ici|fin|début|en|au|avant|est|était|pour|prévue?|mois|"
    r"el|de|del|a|al|finales|principios|antes|es|para|mes|"
    r"ar|ym|yn|yr|y|o|mis|ddiwedd|diwedd|erbyn|oedd|yw|fydd)(?![^\W_])){0,7}"
    r"[\W_]{0,12}",
    re.IGNORECASE,
)
_BY_WHOM: Final = re.compile(
    r"\W{0,3}(?:by|von|durch|par|por|gan)\b[^!?;|]{2,90}?(?:\b(?:on|in|am|le|el|ar)\b|[,(–—:|-])\s?(?:date:?\s?)?", re.IGNORECASE
)
_EXTENDED: Final = re.compile(r"[^.;\n]{0,30}?\bextended (?:to|until|till)(?: the)?(?: end of)? ?", re.IGNORECASE)
_LISTED: Final = re.compile(r"\s?[,;/&+]\s?(?:and\s)?|\sand\s")
_FIELD: Final = re.compile(r"(?-i:[A-Z])")
_CLOCK: Final = re.compile(r"\W{1,3}(?:um )?\d{1,2}[:.]\d\d")
_VERB_AFTER: Final = re.compile(r"\W{0,3}(?:\w{2,20} ){0,2}(?:überprüft|geprüft|überarbeitet|zu (?:über)?prüfen)", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[.:;!?|•·–—\[\]*>\"“”/()]|\d(?=\s*$)|,(?=\s*$)")
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*")
_VERSION_ROWS: Final = re.compile(r"version|change|revision|amendment|author|änderung|modification", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """All labels as one expression; the group's number tells which."""

    expression: re.Pattern[str]
    labels: tuple[Label, ...]


@functools.lru_cache(maxsize=64)
def _pattern(own: tuple[tuple[str, str], ...]) -> _Pattern:
    """The labels of the house and those that a user added (taken literally), longest alternatives first within a kind."""
    kinds = {kind.value for kind in DateKind}
    users = tuple(
        Label(DateKind(kind), STRONG, r"\s".join(map(re.escape, words.split()))) for kind, words in own if kind in kinds and words.split()
    )
    labels = (*users, *LABELS)
    alternatives = "|".join(f"(?P<l{number}>{label.pattern})" for number, label in enumerate(labels))
    return _Pattern(re.compile(rf"{_LEFT}(?:{alternatives}){_RIGHT}", re.IGNORECASE), labels)


@functools.lru_cache(maxsize=64)
def _trigger(own: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Where a label may stand, the user's own included."""
    words = "|".join(re.escape(label.split()[0]) for _, label in own if label.split())
    return re.compile(f"{TRIGGER.pattern}|{words}", re.IGNORECASE) if words else TRIGGER


@dataclass(frozen=True, slots=True)
class _Hit:
    """A label in a line."""

    label: Label
    start: int
    end: int


def facts(document: Document, hints: Hints) -> Iterable[DateClaim | Item]:
    """The page's own dates, the chosen one of each kind first, and the rows of a register as items."""
    return [one.fact for one in candidates(document, hints) if one.taken and isinstance(one.fact, (DateClaim, Item))]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every date with a label, and why it was taken or passed over; the taken ones first, in the order of `facts`."""
    way = order(document, hints)
    found = list(_in_text(document, hints, way))
    found += claims_reverse.found(document, way)
    found += claims_head.found(document, way)
    taken, passed = choose(found)
    taken += computed(document, taken)
    for one in taken:
        yield Candidate(one.fact, one.quote, taken=True, why=one.why, place=one.place)
    for one in passed:
        yield Candidate(one.fact, one.quote, taken=False, why=one.why, place=one.place)


def _in_text(document: Document, hints: Hints, way: Order) -> Iterator[Found]:
    """All dates with labels in the visible text."""
    trigger = _trigger(hints.labels)
    rows = [line for line in lines(document) if trigger.search(line.text)]
    about = any(ABOUT.search(line.text[:2000]) for line in rows) or bool(ABOUT.search(document.title))
    places = [(line, hit.start()) for line in rows for hit in trigger.finditer(line.text)]
    if len(places) > MOST:
        places = places[: MOST // 2] + places[-MOST // 2 :]
    spans: dict[int, tuple[Line, list[tuple[int, int]]]] = {}
    for line, at in places:
        _, windows = spans.setdefault(id(line), (line, []))
        start, end = max(0, at - _AROUND), min(len(line.text), at + _AROUND)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    for line, windows in spans.values():
        yield from _in_line(line, windows, hints, way, document, about=about)


def _in_line(line: Line, windows: list[tuple[int, int]], hints: Hints, way: Order, document: Document, *, about: bool) -> Iterator[Found]:
    """All dates with labels in one line."""
    pattern = _pattern(hints.labels)
    hits = [
        _Hit(pattern.labels[int((match.lastgroup or "l0")[1:])], match.start(), match.end())
        for start, end in windows
        for match in pattern.expression.finditer(line.text, start, end)
    ]
    lang = document.lang or hints.language
    for number, hit in enumerate(hits):
        stop = hits[number + 1].start if number + 1 < len(hits) else len(line.text)
        for one in _values(line, hit, stop, way, lang):
            why = _not_ours(line, hit, one)
            if (
                why is None
                and about
                and hit.label.kind in {DateKind.DUE, DateKind.LAST_REVIEWED}
                and line.block.region is not Region.FOOTER
            ):
                why = "an example: the page explains review dates"
            yield replace(one, refused=why) if why else one


def _values(line: Line, hit: _Hit, stop: int, way: Order, lang: str | None) -> Iterator[Found]:
    """The date of one label: behind it, in what follows, or in the column below."""
    text, label = line.text, hit.label
    behind = text[hit.end : min(stop, hit.end + _BEHIND)]
    dated = _first(behind, way, lang, by_whom=True)
    if dated is not None:
        gap, day = dated
        bare = day.date.precision is Precision.YEAR and not (
            label.strength == STRONG or len(text) < 60 or re.search(r"[:=(–—-]", gap) or text[max(0, hit.start - 1) : hit.start] == "("
        )
        if bare:
            return
        if label.kind in {DateKind.LAST_REVIEWED, DateKind.UPDATED}:
            day = _last_of_list(behind, day, way, lang)
        if extended := _EXTENDED.match(behind, day.end):
            later = dates.find(behind[extended.end() : extended.end() + 40], order=way.order, lang=lang)
            if later and later[0].start < 12:
                day = replace(later[0], start=later[0].start + extended.end(), end=later[0].end + extended.end())
        kind = label.kind
        if "stand" in text[hit.start : hit.end].lower() and kind is DateKind.LAST_REVIEWED and _CLOCK.match(behind, day.end):
            kind = DateKind.UPDATED  # a time of day is a stamp of the machine, not of a reviewer
        quote = line.block.text[hit.start : hit.end + day.end]
        yield _found(line.block, kind, label.strength, day, quote, way, hit.start)
        return
    if behind.strip(" :=–—-|*_.>()"):
        return
    whole = not text[: hit.start].strip(" *_|-–—•\"'(0123456789.") or text[hit.end :].lstrip().startswith(":") or label.strength >= PLAIN
    if hit.end + len(behind) < len(text) or label.said or not whole:
        return
    if line.column:
        yield from _column(line, label, way, lang)
    elif line.follows is not None and (got := _first(line.follows.text[:_BEHIND].replace("\n", " "), way, lang)):
        if line.block.kind is BlockKind.HEADING and line.follows.kind is BlockKind.HEADING:
            return
        day = got[1]
        yield _found(
            line.follows,
            label.kind,
            label.strength,
            day,
            f"{line.block.text[hit.start :]} {line.follows.text[: day.end]}",
            way,
            hit.start,
            block=line.block,
        )


def _last_of_list(behind: str, day: dates.FoundDate, way: Order, lang: str | None) -> dates.FoundDate:
    """Of "Revised: 1/2010; 3/2012, 5/2014" the latest."""
    first = day.end
    for other in dates.find(behind[first:], order=way.order, lang=lang)[:20]:
        if not _LISTED.fullmatch(behind[day.end : first + other.start]) or other.date.precision is Precision.YEAR:
            break
        day = replace(other, start=first + other.start, end=first + other.end)
    return day


def _column(line: Line, label: Label, way: Order, lang: str | None) -> Iterator[Found]:
    """The dates below a header cell: of one row they are the page's, of several they are a register's."""
    several = len(line.column) > 1
    for below in line.column[:MOST]:
        if got := _first(below.text[:_BEHIND].replace("\n", " "), way, lang):
            one = _found(
                below, label.kind, label.strength, got[1], f"{line.block.text}: {below.text[: got[1].end]}", way, 0, block=line.block
            )
            yield replace(one, refused="a row of a register", row=True) if several else one


def _first(behind: str, way: Order, lang: str | None, *, by_whom: bool = False) -> tuple[str, dates.FoundDate] | None:
    """The first date of ``behind`` and what stands before it, when that is no more than the small words that lead to a date."""
    found = dates.find(behind, order=way.order, lang=lang)
    if not found:
        return None
    day = found[0]
    gap = behind[: day.start]
    if not _FILLER.fullmatch(gap) and not (by_whom and _BY_WHOM.fullmatch(gap)):
        return None
    if way.certain:
        day = replace(day, other=None)
    return gap, day


def _found(
    place: Block, kind: DateKind, strength: int, day: dates.FoundDate, quote: str, way: Order, at: int, *, block: Block | None = None
) -> Found:
    """A date with its label; ``<time datetime>`` on the same words settles what the words leave open."""
    date, other, source = day.date, day.other, Source.TEXT
    said = place.text[day.start : day.end]
    for tag in place.times:
        machine = next(iter(dates.find(tag.value[:40])), None)
        if machine is not None and tag.words and other is not None and machine.date in {date, other} and tag.words in quote:
            date, other = machine.date, None
    del said
    claim = DateClaim(
        kind, date, " ".join(quote.split()), (block or place).place, Basis.STATED, source, ambiguous=other is not None, other=other
    )
    why = f"label with a date ({way.why})" if other is not None else "label with a date"
    return Found(claim, strength, why, (block or place), at)


def _not_ours(line: Line, hit: _Hit, one: Found) -> str | None:
    """Why the date is not the page's, or None."""
    text, label = line.text, hit.label
    if one.refused:
        return one.refused
    before = text[max(0, hit.start - 200) : hit.start]
    if OF_PRICES.search(text[hit.end : hit.end + 200]):
        return "the words behind it speak of prices or offers"
    if ELSEWHERE.search(before):
        return "the words before it speak of something else, or of an example"
    lines_back = [
        at for at in line.breaks if at < hit.start and not text[at + 1 : at + 2].islower()
    ]  # a wrapped line goes on in lower case
    clause = text[max(lines_back[-1] + 1 if lines_back else 0, hit.start - 200) : hit.start]
    sentence = re.split(r"(?<=[a-zà-ÿ)])[.!?] (?=[A-Z])", clause)[-1]
    cut = max((found.end() for found in _CLAUSE.finditer(clause)), default=0)
    words = [word.lower() for word in _WORD.findall(clause[cut:])]
    ours = bool(SUBJECT.search(sentence)) or _pronoun(sentence)
    if label.said:
        if ours:
            return None
        colon = re.match(r"\s?:", text[hit.end :])
        return None if not words and (colon or not sentence.strip()) else "the sentence does not speak of this page"
    glued = bool(re.match(r"(?-i:[a-zà-ÿ\d])$", text[hit.start - 1 : hit.start]))
    if not words or glued:
        return _attached(line, hit, clause)
    if words[-1] in NOT_THE_PAGE or (len(words) > 1 and words[-2] in NOT_THE_PAGE and words[-1] in PLAIN_WORDS):
        return f"it is the date of something else ({words[-1]})"
    if ours or all(word in PLAIN_WORDS for word in words):
        return None
    field = re.match(r"(?:\s?\([^()]{0,40}\))?\s?[:=]", text[hit.end :]) or _FIELD.match(text, hit.start)
    if field and (label.strength >= PLAIN or label.kind is DateKind.PUBLISHED):
        return None  # a field of a form that lost its lines: "Owner Head of Estates Review Date July 2025"
    return f"the words before it make it something else's ({' '.join(words[-4:])})"


def _pronoun(sentence: str) -> bool:
    """Whether the sentence begins with "It" or "This" and goes on without a noun ("This was last", not "This hiring authority")."""
    found = PRONOUN.match(sentence)
    return found is not None and all(word in PLAIN_WORDS for word in _WORD.findall(found["rest"].lower()))


_ITEM_WORDS: Final = re.compile(r"[^\W\d_]{3,}")


def _attached(line: Line, hit: _Hit, clause: str) -> str | None:
    """Why a label at the beginning of a clause is still another document's: it stands in brackets or behind a dash after that one's name."""
    before = clause.rstrip()
    if before.endswith(("(", "[")):
        named = before[:-1].strip()
        words = _ITEM_WORDS.findall(named)
        if (
            words
            and not SUBJECT.search(named)
            and re.search(
                r"\b(?:policy|policies|procedure|plan|code|scheme|statement|regulations?|orders?|guidelines?|guidance|form|terms|register|strategy|protocol|agreement|assessment|notice|leaflet|"
                r"pdf|docx?|word|kb|mb)\b",
                named,
                re.IGNORECASE,
            )
        ):
            return "it stands behind the name of another document"
    linked = line.block.links and line.block.kind is BlockKind.ITEM and _ITEM_WORDS.search(clause) and hit.start > 12
    if linked and not SUBJECT.search(clause):
        return "it stands behind a link to another document"
    return None
