"""What the words of a label mean together: of which kind its date is, and how clear that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from reviewer.model import DateKind
from reviewer.read.dates.tokens import CONCEPTS, Words

WEAK, PLAIN, STRONG = 1, 2, 3
DUE, LAST, UPDATED, PUBLISHED, EXPIRES = DateKind.DUE, DateKind.LAST_REVIEWED, DateKind.UPDATED, DateKind.PUBLISHED, DateKind.EXPIRES

TELLING: Final = frozenset({"next", "last", "first", "moved", "due", "ahead", "coming", "will", "date"})
"""The aspects that tell by themselves of which kind a date is."""
_FORMS: Final = (
    *(
        "dated",
        "noun",
        "stated",
        "tight",
        "done",
        "loose",
        "broad",
        "active",
        "ours",
        "only",
        "wide",
        "until",
        "said",
        "back",
        "will",
        "promised",
    ),
    *("infinitive", "imperative"),
)
_STILL: Final = ("infinitive", "imperative", "done", "loose", "broad", "noun", "dated", "only", "wide", "will", "promised", "back")
_PROMISED: Final = ("verb", "infinitive", "imperative", "will", "noun")
"""The forms of a word, the likelier first; in the second list behind "will be", in the third behind "will"."""
_NAMED: Final = {"bare": PUBLISHED, "due": DUE, "last": LAST, "updated": UPDATED, "published": PUBLISHED, "expires": EXPIRES}
_OPENED: Final = re.compile(r"[ \xa0]?(?:(?:vom|von|am|du|le|on|of)[ \xa0]?)?[:=–—-]", re.IGNORECASE)
_VALUE: Final = re.compile(r" (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_LED: Final = re.compile(r" (?:in|by|on|vom|von|am|du|le|del|el) (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


class Sense(NamedTuple):
    """The kind of date that a label announces, how clear it is, and whether a sentence says it, which must speak of the page."""

    kind: DateKind
    strength: int
    said: bool = False


class Sight(NamedTuple):
    """What stands around the core of a label: its first and last token, the tags of all between, and the words that are not known."""

    first: int
    last: int
    tags: frozenset[str]
    between: tuple[str, ...]


Forms = Mapping[str, set[str]]
"""The concepts that a word may name, each with its forms ("review": noun, verb)."""


def literal(forms: Forms) -> Sense | None:
    """A phrase that is a label as it stands."""
    for concept, strength in (("phrases", PLAIN), ("weak", WEAK)):
        if concept in forms:
            return Sense(_NAMED[next(iter(forms[concept]))], strength)
    return None


def sense(words: Words, sight: Sight, forms: Forms) -> Sense | None:
    """What a label means; None for words that are none."""
    order = _PROMISED if "will" in sight.tags else _STILL if sight.tags & {"coming", "to"} else _FORMS
    for concept in CONCEPTS:
        if concept in forms:
            for form in order:
                if form in forms[concept] and (made := _formed(words, concept, form, sight, forms)) is not None:
                    return made
    return None


def _formed(words: Words, concept: str, form: str, sight: Sight, forms: Forms) -> Sense | None:
    """The same of one form of the word."""
    tags, follows = sight.tags, words.next_to(sight.last)
    if form in _COMMON:
        if not _is_of_page(words, form, sight):
            return None
        form = _COMMON[form]
    if form == "promised":
        meant = "this" in follows or "again" in tags or words.word(sight.first - 1) in _IT
        return Sense(DUE, STRONG) if meant else None
    if form == "back":
        return Sense(DUE, STRONG, said=True) if words.boxed or not _named(words, sight) else None
    if concept == "expire":
        return Sense(EXPIRES, STRONG if "date" in tags and form != "said" else PLAIN, form == "said")
    if concept in {"publish", "force", "make", "approve"}:
        if tags & {"next", "coming", "due", "will"}:
            renewed = concept == "approve" and words.boxed and form == "noun" and tags & {"next", "due"}
            return Sense(DUE, PLAIN) if renewed else None
        if form == "said":
            return Sense(PUBLISHED, PLAIN, said=True)
        return Sense(PUBLISHED, WEAK if concept == "approve" or "by" in follows else STRONG if concept == "publish" else PLAIN)
    if form == "will":
        return Sense(DUE, STRONG)
    if "by" in follows and "infinitive" in forms[concept] and form in {"done", "infinitive"}:
        return Sense(DUE, STRONG)  # "Herzien voor 1 juni 2031", "prüfen bis"
    if form == "imperative":
        still = "again" in tags or (words.boxed and words.word(sight.first - 1) == "to") or ("coming" in tags and "this" in follows)
        return Sense(DUE, STRONG) if still else None
    if form == "infinitive":
        said = "coming" in tags and words.word(sight.first - 1) not in _IT
        return Sense(DUE, STRONG, said) if tags & {"to", "coming", "again"} else None
    if form == "verb":
        return Sense(DUE, STRONG, said=True) if "this" in follows else None
    if form == "done" and not tags & TELLING and "things" in follows:
        return None  # "updated set of May 2030"
    if concept == "update" and ((made := _updated(words, form, sight)) or "review" not in forms):
        return made
    return _reviewed(words, concept, form, sight)


COMMON: Final = re.compile(r"\.(?:broad|wide|active|ours|promised|verb|imperative|infinitive)$")
"""Tags of words that name a concept only with others."""
THAT: Final = frozenset(("that", "que", "dass", "dat", "che", "bod", "fod", "att", "at", "że"))
"""What joins a check to what it found ("we confirmed that this page is right")."""
_IT: Final = frozenset(("le", "la", "l", "les", "lo", "los", "las", "li", "o", "a", "os", "as", "ho", "ją", "go", "je"))
"""The page as an object before its verb ("nous le relirons")."""
_COMMON: Final = {"loose": "done", "broad": "done", "active": "done", "ours": "done", "wide": "noun"}
"""Forms of words that are said of much else, and what they are when they are said of a page."""


def _is_of_page(words: Words, form: str, sight: Sight) -> bool:
    """Whether a word that is said of much else is said of a page: by the page as its subject or object, as a field, with an aspect. The
    more common the word, the more it takes."""
    this = "this" in words.next_to(sight.last)
    if form in {"active", "ours"}:
        return this and (form == "ours" or "last" in sight.tags or "we" in words.before(sight.first))
    telling = bool(sight.tags & _TELLING_OF_PAGES) or _named(words, sight)
    if form == "wide":
        again = "review.wide" in words.tokens[sight.last].tags or "review.wide" in words.tokens[sight.first].tags
        return words.boxed and (again or bool(sight.tags & (_TELLING_OF_PAGES | {"due"})))
    told = this or words.word(sight.last + 1) in THAT
    return (telling and (words.boxed or form == "loose")) or (told and form == "loose") or _of_page(words, sight)


def _reviewed(words: Words, concept: str, form: str, sight: Sight) -> Sense | None:
    """Of a review or a check."""
    tags = sight.tags
    still = bool(tags & _STILL_TO_DO)
    if form in {"stated", "tight"}:
        return Sense(LAST, PLAIN)
    if "coming" in tags:
        return Sense(DUE, STRONG, said=True)
    if "last" in tags and not tags & {"next", "due"}:
        return Sense(LAST, STRONG)
    if form == "dated":
        return Sense(DUE, STRONG if still else PLAIN)
    if form == "done":
        if still:
            return Sense(DUE, STRONG)
        strength = STRONG if tags & {"date", "how"} else WEAK if "by" in words.next_to(sight.last) else PLAIN
        return Sense(LAST, strength, concept == "check" and strength < STRONG and not _begins(words, sight))
    return _review(words, concept, form, sight, still=still)


_STILL_TO_DO: Final = frozenset({"next", "due", "ahead", "coming", "again", "to"})


def _review(words: Words, concept: str, form: str, sight: Sight, *, still: bool) -> Sense | None:
    """Of a review or a check, named by a noun."""
    tags = sight.tags
    if "done" in tags:
        return Sense(LAST, STRONG)
    if "moved" in tags:
        return Sense(DUE, STRONG)
    if "first" in tags:
        return Sense(DUE, WEAK) if "date" in tags else None
    if still or "by" in tags:
        return Sense(DUE, STRONG if concept == "review" else PLAIN)
    if concept == "check" or form == "only":
        return None
    if tags & {"date", "for"}:
        return Sense(DUE, PLAIN)
    return Sense(DUE, WEAK) if not tags & TELLING and _opens(words, sight) else None


def _updated(words: Words, form: str, sight: Sight) -> Sense | None:
    """Of an update."""
    tags = sight.tags
    if "coming" in tags:
        said = words.text[words.tokens[sight.first].start : words.tokens[sight.last].end].lower()
        return Sense(DUE, STRONG, said=True) if "next" in said else None
    if "last" in tags:
        return Sense(UPDATED, STRONG)
    if tags & _STILL_TO_DO:
        return Sense(DUE, PLAIN) if form in {"noun", "only"} and tags & {"next", "due"} else None
    if "done" in tags and form in {"noun", "only"}:
        return Sense(UPDATED, PLAIN)
    if form == "only":
        return None
    if form in {"noun", "dated"}:
        if "date" in tags or form == "dated":
            return Sense(UPDATED, STRONG)
        return Sense(UPDATED, WEAK) if _opens(words, sight, signed=True) else None
    return Sense(UPDATED, WEAK if "by" in words.next_to(sight.last) else STRONG if "date" in tags else PLAIN)


_TELLING_OF_PAGES: Final = frozenset({"last", "next", "again", "coming", "to", "date"})
"""The aspects with which a word that is said of much else is one of pages."""


def begin(words: Words, sight: Sight) -> int:
    """Where a label begins, what a hyphen ties to it included ("sanity-tested")."""
    first = sight.first
    while first > 0 and words.text[words.tokens[first].start - 1] == "-":
        first -= 1
    return words.tokens[first].start


def _named(words: Words, sight: Sight) -> bool:
    """Whether a word is the name of a field: it begins its line, or stands behind a sign, and a sign or a word that leads to a date
    follows."""
    start, end = begin(words, sight), words.tokens[sight.last].end
    begins = start == 0 or start - 1 in words.breaks or words.text[max(0, start - 2) : start].strip(" \xa0") in _FIELD_ENDS
    if not begins and words.text[start].isupper():
        stop = min((at for at in words.breaks if at >= end), default=len(words.text))
        begins = stop - end <= _CLOSING and "." not in words.text[max(0, start - _CLOSING) : start]
    return begins and (_OPENED.match(words.text, end) or _LED.match(words.text, end) or end == len(words.text)) is not None


_CLOSING: Final = 24
"""Characters of a day that closes its line, behind a label with a capital ("Minutes Uploaded on 3 May 2029")."""
_FIELD_ENDS: Final = frozenset("|•·–—-.;*>(")


def _of_page(words: Words, sight: Sight) -> bool:
    """Whether a word for the page is the subject: "page retouched on", "the text was tidied up on"."""
    at = sight.first - 1
    while (
        at >= 0
        and words.joined(at)
        and words.tokens[at].tags & {"was", "be", "link", "how", "last"}
        and "page" not in words.tokens[at].tags
    ):
        at -= 1
    return at >= 0 and words.joined(at) and "page" in words.tokens[at].tags


def _begins(words: Words, sight: Sight) -> bool:
    """Whether a label is the name of a field: it has a capital, or a sign follows."""
    return words.text[begin(words, sight)].isupper() or _OPENED.match(words.text, words.tokens[sight.last].end) is not None


def _opens(words: Words, sight: Sight, *, signed: bool = False) -> bool:
    """Whether a bare noun is the name of a field: a sign follows, or it has a capital and a date follows (which is not enough for a noun
    that must be ``signed``, if no small word leads to the date)."""
    end = words.tokens[sight.last].end
    if _OPENED.match(words.text, end):
        return True
    led = _LED.match(words.text, end) or (None if signed else _VALUE.match(words.text, end))
    return led is not None and words.text[words.tokens[sight.first].start].isupper()
