"""A sentence as tagged words: what the lexicon knows of each word, so that the grammar of periods reads tags and not spellings.

The ``[periods]`` section of a language's file names kinds of words (``past``, ``future``, ``by``, ``programme`` ...), each as phrases with
commas between; ``*ed`` is an ending, ``adolyg*`` a stem. The longest phrase wins, a whole word wins over an ending.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from reviewer.read import lexicon

_TOKEN: Final = re.compile(r"\d{1,2}[:.]\d\d(?!\d)|[^\W\d_](?:\.[^\W\d_])+\b|[^\W_]+|[.,;:()|–—?!\"“”/]")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2}(?:am|pm|uhr|h)")
_NOUNS: Final = (
    "programme",
    "yearly",
    "academic",
    "financial",
    "publication",
    "deadline",
    "schedule",
    "former",
    "archive",
)
"""Kinds that every language borrows from English: pages in Welsh have headings like "References"."""
_COMMON: Final = {
    "en": "the and of to in is are for with that this will you we by on be from or our at not have as it has was were",
    "cy": "y yr yn ac mae ar gyfer sydd wedi gan eich ein bydd gyda hyn neu oedd cael i eu",
    "fr": "le la les des et est du un une pour dans sur aux au vous nous sont par que qui ce cette avec en a ont il elle été d'un",
    "de": "der die das und ist für mit von im am wird werden sie zu den nicht auf dem des ein eine bei bis wir hat haben",
    "es": "el la los las de y que en para con por un una del es se al su como lo son este ha han",
    "nl": "de het een en van voor met op is zijn wordt worden te dat die niet aan bij door u naar",
    "it": "il la di e che per del della le un una con sono dei delle si da al alla è gli nel i",
    "pt": "o os as de e que em para com por um uma do da é se ao são no na dos das à",
    "ca": "el la els les de i que en per amb un una del és es al són dels aquest l d als",
    "sv": "och att det som en ett på är av för med till den i har de inte om vi ska du",
    "no": "og at det som en et på er av for med til den i har de ikke om vi skal du",
    "da": "og at det som en et på er af for med til den i har de ikke om vi skal du",
    "pl": "i w na z do się jest że nie od o dla są oraz to po przez za ze lub jak",
}
_SPEAKS: Final = {
    word: [lang for lang, words in _COMMON.items() if word in words.split()] for words in _COMMON.values() for word in words.split()
}
_ABBREVIATED: Final = 6
_STEM: Final = 16
_LEAST: Final = 4
NOTHING: Final[frozenset[str]] = frozenset()
PART: Final = frozenset({"number"})
_TIME: Final = frozenset({"clock"})
_MARK: Final = frozenset({"mark"})
_PARTICIPLE: Final = frozenset({"participle"})
_UNSURE: Final = frozenset({"plain", "participle"})


class Word(NamedTuple):
    """A word, number, mark or phrase at ``start:stop`` of a sentence, in lower case, with its kinds."""

    start: int
    stop: int
    text: str
    kinds: frozenset[str]

    def any(self, *kinds: str) -> bool:
        """Whether it is of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)


class _Lexicon(NamedTuple):
    """The words of one language: phrases by their first word, longest first; endings; stems; (beginning, ending) around a stem."""

    phrases: dict[str, list[tuple[list[str], frozenset[str]]]]
    endings: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]
    around: list[tuple[str, str, frozenset[str]]]
    strong: frozenset[str] = NOTHING


@cache
def _lexicon(lang: str) -> _Lexicon:
    """What is known of a language, with the nouns of English."""
    known: dict[str, set[str]] = {}
    for source in ("en", lang) if lang != "en" else ("en",):
        for kind, phrases in lexicon.section(source, "periods").items():
            if kind != "strong" and (source == lang or kind in _NOUNS):
                for number, phrase in enumerate(" ".join(phrases.split()).split(","), 1):
                    said = phrase.strip()
                    known.setdefault(said, set()).add(f"={number}" if kind == "numbers" else kind)
                    if len(said) < _ABBREVIATED and said[1:2] == " ":  # "e g" is also "e.g."
                        known.setdefault(said.replace(" ", "."), set()).add(kind)
    made: dict[str, list[tuple[list[str], frozenset[str]]]] = {}
    endings: dict[str, frozenset[str]] = {}
    stems: dict[str, frozenset[str]] = {}
    around: list[tuple[str, str, frozenset[str]]] = []
    for phrase, kinds in sorted(known.items(), key=lambda item: ("*" not in item[0], -len(item[0]))):
        if phrase.startswith("*"):
            endings[phrase[1:]] = frozenset(kinds)
        elif phrase.endswith("*"):
            stems[phrase[:-1]] = frozenset(kinds)
        elif "*" in phrase:
            opening, ending = phrase.split("*")
            around.append((opening, ending, frozenset(kinds)))
        else:
            first, *rest = phrase.split()
            if rest and kinds.issubset(_NOUNS):  # "term dates" are dates, too
                parts = set[str]().union(*(known.get(word, ()) for word in (first, *rest)))
                kinds.update(parts.intersection(_NOUNS))
            elif rest and kinds.intersection(("event", "held")):  # "tendrá lugar" has the tense of "tendrá"
                kinds.update(*(known.get(word) or _ending(word, endings) for word in (first, *rest)))
            made.setdefault(first, []).append((rest, frozenset(kinds)))
    strong = lexicon.section(lang, "periods").get("strong", "").replace(",", " ").split()
    return _Lexicon(made, endings, stems, around, frozenset(strong))


def _ending(word: str, endings: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The kinds of the longest ending of a word."""
    return next((endings[word[at:]] for at in range(max(0, len(word) - 9), len(word)) if word[at:] in endings), NOTHING)


def language(declared: str | None, texts: Iterable[str]) -> str:
    """The language of a page: the one it declares, unless its words speak another one three times as often; English in doubt."""
    said = (declared or "").lower().split("-")[0].replace("nb", "no").replace("nn", "no")
    heard: Counter[str] = Counter()
    for text in texts:
        for word in text.lower().split():
            heard.update(_SPEAKS.get(word, ()))
        if heard.total() > 150:
            break
    best = max(heard, key=lambda lang: (heard[lang], lang == said, lang == "en"), default="en")
    return said if said in _COMMON and heard[best] < 3 * heard[said] + 3 else best if heard[best] else "en"


def of_line(text: str, lang: str) -> str:
    """The language of one line of a page in ``lang``: that, or English when more of its words are English."""
    if lang == "en":
        return lang
    heard = Counter(one for word in text.lower().split() for one in _SPEAKS.get(word, ()))
    return "en" if heard["en"] > heard[lang] else lang


@lru_cache(512)
def headed(text: str, lang: str) -> tuple[Word, ...]:
    """The words of a heading or a title, which many lines share."""
    return tuple(tagged(text, lang))


def tagged(text: str, lang: str) -> list[Word]:
    """The words of a text in order, each phrase of the lexicon as one."""
    known = _lexicon(lang).phrases
    found = list(_TOKEN.finditer(text))
    lows = [one.group().lower() for one in found]
    words: list[Word] = []
    at = 0
    while at < len(lows):
        low, size, kinds = lows[at], 1, NOTHING
        for rest, said in known.get(low, ()):
            if not rest or lows[at + 1 : at + 1 + len(rest)] == rest:
                size, kinds = 1 + len(rest), said
                break
        if size == 1 and (not kinds or "event" in kinds):
            kinds |= _inflected(low, lang)
        if size == 1 and words and low.isalpha():
            if lang == "de" and kinds <= _UNSURE:
                noun = kinds == _PARTICIPLE and found[at].group()[0].isupper()
                kinds = NOTHING if noun else _strong(found[at].group()) or kinds
            if not kinds:
                kinds = _finite(found[at].group(), words, lang)
        start, stop = found[at].start(), found[at + size - 1].end()
        words.append(Word(start, stop, low if size == 1 else text[start:stop].lower(), kinds))
        at += size
    return words


_ARTICLES: Final = frozenset(
    ("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "im", "am", "zum", "zur", "vom", "und")
)
_OPENS: Final = frozenset({"programme", "schedule", "yearly"})
_LONG: Final = 5


def _finite(word: str, words: Sequence[Word], lang: str) -> frozenset[str]:
    """The tense of a word that no lexicon knows, by its form and the ``words`` before it: "the timetable operates"; in German, where nouns
    have capitals, "zählte" behind anything but an article, and no other verb ("werden ... angeboten"); in French "chanta"."""
    before = words[-1]
    if len(word) < _LONG or not word.islower():
        return NOTHING
    if lang in _SECOND and before.any("number") and len(words) <= _OPENING and words[0].any("during", "by", "until", "from"):
        return NOTHING if word.endswith(("ten", "den")) else _PAST if word.endswith(("te", "de")) else _PRESENT
    if lang == "de" and word.endswith(("te", "ten")) and not word.endswith(("ste", "sten", "tzte", "tzten")):
        verb = any(one.any("be", "have", "future", "can", "duty", "present") for one in words)
        if before.text in _ARTICLES or verb:
            return NOTHING
        return _UNCERTAIN if word.endswith(_EITHER) and not word.endswith(_WEAK) else _PAST
    if lang == "fr" and word.endswith("a") and not word.endswith(_AHEAD):
        return _PAST if before.text not in _DETERMINERS else NOTHING
    third = lang == "en" and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return _PRESENT if third and before.any(*_OPENS) and not before.text.endswith("s") else NOTHING


_EITHER: Final = ("chten", "rten", "lten", "iten", "eten", "aten", "chte", "rte", "lte")
"""How German verbs end that may be of the present or the past ("richten", "machten")."""
_WEAK: Final = ("teten", "deten", "neten", "meten")
_UNCERTAIN: Final = frozenset({"uncertain"})
_PAST: Final = frozenset({"past"})
_PRESENT: Final = frozenset({"present"})
_SECOND: Final = frozenset(("de", "nl", "sv", "no", "da"))
"""Languages in which the verb follows what opens a sentence: "In der Saison 2025/26 spielt ..."."""
_OPENING: Final = 7
_AHEAD: Final = ("era", "ira", "dra", "rra", "vra")
_DETERMINERS: Final = frozenset(("le", "la", "les", "l", "un", "une", "de", "du", "d", "des", "en", "à", "au", "et", "ce", "cette"))
_BEFORE_STEMS: Final = re.compile(r"(?:be|ent|er|ver|zer|ge|miss|über|unter|um|durch|voll|wider|hinter)(?=..)")


def _strong(word: str) -> frozenset[str]:
    """Whether a word of German that begins with a small letter is a strong verb of the past ("stand", "entstanden", "bezog")."""
    if word[0].isupper():
        return NOTHING
    strong = _lexicon("de").strong
    for stem in (word, _BEFORE_STEMS.sub("", word, count=1)):
        if stem in strong or (stem.endswith("en") and (stem[:-2] in strong or stem[:-1] in strong)):
            return _PAST
    return NOTHING


@lru_cache(4096)
def _inflected(word: str, lang: str) -> frozenset[str]:
    """The kinds of a word that is no phrase: a number, a mark, or by its longest stem or its ending."""
    known = _lexicon(lang)
    if word[0].isdigit():
        return _TIME if _CLOCK.fullmatch(word) else PART
    if not word[0].isalnum():
        return _MARK
    if len(word) < _LEAST:
        return NOTHING
    for size in range(min(len(word), _STEM), 2, -1):
        if found := known.stems.get(word[:size]):
            return found
    if found := _ending(word, known.endings):
        return found
    if lang in _PLURAL and (number := _one_or_many(word, known)):
        return number
    for opening, ending, kinds in known.around:
        if word.startswith(opening) and word.endswith(ending) and len(word) > len(opening) + len(ending) + 1:
            return kinds
    return NOTHING


_NAMED: Final = ("programme", "yearly")
_PLURAL: Final = frozenset(("en", "fr", "es", "pt", "ca"))


def _one_or_many(word: str, known: _Lexicon) -> frozenset[str]:
    """What is known of the same noun in the other number ("permits", "permit")."""
    other = word[:-1] if word.endswith("s") else word + "s"
    return next((kinds.intersection(_NAMED) for rest, kinds in known.phrases.get(other, ()) if not rest), NOTHING)


def without(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> list[Word]:
    """The same words, where those of a date say nothing but that ("May" is no verb there)."""
    made = list(words)
    for start, stop in spans:
        for number, word in enumerate(made):
            if start <= word.start < stop and word.kinds is not _MARK:
                made[number] = word._replace(kinds=PART)
    return made
