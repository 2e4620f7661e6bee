"""What the lexicons say of the words around a label: whom a sentence speaks of, what may stand between a label and its date."""

from __future__ import annotations

import re
from typing import Final

from reviewer.read import lexicon


def _every(name: str, part: str = "whose") -> list[str]:
    """The words of one list in all languages, longest first."""
    found = {
        word
        for language in lexicon.LANGUAGES
        for word in (lexicon.section(language, "dates").get(part, {}) if part else lexicon.section(language, "dates")).get(name, ())
    }
    return sorted(found, key=lambda word: (-len(word), word))


def _any(name: str, part: str = "whose") -> str:
    """The same as a pattern."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in _every(name, part)) + ")"


SUBJECT: Final = re.compile(
    rf"(?:^|\b)(?:this|these|our)(?: [\w'-]{{1,24}}){{0,2}}? {_any('own')}\b|"
    rf"(?:^|\b)(?:{_any('these')}(?: [\w'-]{{1,24}}){{0,4}}? |{_any('articles')}(?: (?-i:[a-zà-ÿ][\w'-]{{0,23}})){{0,2}}? )"
    rf"{_any('nouns')}\b|"
    rf"\b(?:sidan|dokumentet|siden|y dudalen|niniejsze \w{{3,20}})\b",
    re.IGNORECASE,
)
"""A sentence that speaks of the page itself; behind "the", no name stands ("the NICE guideline" is another one)."""

PRONOUN: Final = re.compile(rf"^\W{{0,4}}(?:[\d.]{{1,6}} )?{_any('pronouns')}\b(?P<rest>.{{0,80}})", re.IGNORECASE)
"""A sentence that begins with a word for the page; ``rest`` must be no noun."""

AUXILIARY: Final = frozenset((*_every("was", ""), *_every("be", ""), *_every("how", "")))
"""Words between a noun and its participle ("teksten ble", "page medically")."""
PLAIN_WORDS: Final = frozenset(_every("plain")) | AUXILIARY
"""Words before a label that leave it the page's own ("Page last reviewed", "This content was last updated")."""

NOT_THE_PAGE: Final = frozenset(_every("others"))
"""The word before a label, or inside it, that makes it the date of something else ("Media last reviewed", "Next rent review")."""

FIELDS: Final = frozenset(_every("fields"))
"""Words of the labels with which a record tells that it is of a text ("Version", "Page")."""
PEOPLE: Final = frozenset(_every("people")) | {
    word
    for language in lexicon.LANGUAGES
    for name in ("own", "write", "keep")
    for word in lexicon.section(language, "contacts").get(name, "").split()
    if "*" not in word
}
"""Words of its labels for whoever keeps it ("Owner")."""
BESIDE: Final = frozenset(_every("beside"))
"""Words of labels that records of much else have, too ("Status")."""
EVENTS: Final = frozenset(_every("events"))
"""What may come next without being a review ("Next meeting")."""

ALIEN: Final = frozenset(_every("alien"))
"""Words of the labels with which a record tells of a thing or a person ("Serial number", "Patient")."""
DOERS: Final = frozenset(
    word for language in lexicon.LANGUAGES for word in lexicon.section(language, "contacts").get("group", "").split() if "*" not in word
)
"""Bodies that review, approve and change what is theirs ("Council", "Board")."""
ACTS: Final = _any("acts")
"""Where or with what it was done ("session", "Beschluss")."""

ARTICLES: Final = frozenset(_every("articles"))
STAPLE: Final = frozenset(_every("nouns")) - frozenset(_every("common"))
"""Nouns that name the page behind "the"; the others (``common``: "the report", "the plan") do so only if its title has them."""

USUAL: Final = frozenset(_every("usual")) | PLAIN_WORDS
"""Words inside "the last ... review was completed in" that leave it the page's own; with others it is a review of something."""

GENERIC: Final = frozenset(noun for language in lexicon.LANGUAGES for noun in lexicon.section(language, "states").get("page", ()))
"""Nouns that name nothing but a page or a site."""

FILLER: Final = re.compile(
    rf"(?:\s(?:(?:of|on|to|del?|des|der|du|di|da|van|av|af)\s)?(?:{_any('articles')}\s|{_any('these')}\s)?{_any('nouns')}(?![^\W_])"
    rf"(?:\s(?:{_any('these')}|[^\W\d_]{{3,15}}(?=\s?:)))?){{0,2}}(?:\sfor(?:\s\w{{2,20}}){{1,3}}(?=\s(?:on|in)\b|:))?(?:\s?\([^()]{{0,80}}\))?"
    r"(?:\s?(?:is|was|are|were) (?:set (?:for|to)|scheduled (?:for|in)|planned (?:for|in)|due (?:on|in|by)|expected (?:in|"
    r"by)|to be|currently))?"
    r"(?:[\W_]{0,12}(?:(?:of|for) (?:this|the|our) (?:[\w-]{2,20} ){0,4}?[\w-]{2,20}(?= (?:is|was|will|in|on|by|due|:|\()|:)|"
    rf"(?:\d{{1,2}}|one|two|three|four|five) (?:years?|months?)(?: from[\w ]{{0,30}}| time)?|"
    rf"\d{{1,2}}[:.]\d\d(?:\s?(?:am|pm|uhr|h))?|{_any('lead', '')}|{_any('by', '')}|{_any('again', '')})(?![^\W_])){{0,7}}"
    r"[\W_]{0,12}",
    re.IGNORECASE,
)
"""What may stand between a label and its date: small words that lead to it, and signs."""
