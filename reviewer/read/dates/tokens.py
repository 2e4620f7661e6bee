"""The words of a text with what the lexicons say of each: a concept in a form ("review.noun"), an aspect ("next"), a small word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from reviewer.read import lexicon
from reviewer.read.dates.inflected import inflected

CONCEPTS: Final = ("update", "review", "check", "publish", "force", "make", "approve", "expire")
"""In this order, where languages differ: a "revision" is an update in English and French."""
_ASPECTS: Final = (
    *("next", "last", "first", "moved", "due", "coming", "will", "done", "again", "date", "by", "link", "stop", "to", "for", "behind"),
    *("how", "was", "and", "this", "lead", "ahead", "things", "be", "we"),
)
"""What a word may be besides a concept: the names of the lists in a lexicon's section."""
_WORD: Final = re.compile(
    r"(?:[A-ZÀ-Þ]{2,}(?![a-zà-ÿ])|[^\W\d_](?:(?![A-ZÀ-Þ])[^\W\d_])*)(?:['’-](?:[A-ZÀ-Þ]{2,}(?![a-zà-ÿ])|[^\W\d_](?:(?![A-ZÀ-Þ])[^\W\d_])*))*"
)
"""A word; a capital behind a small letter begins another one (words that lost the blank between them)."""
SOFT: Final = re.compile(r"[ \xa0]{0,3}|[-_]|[ \xa0]?[&/+][ \xa0]?|[ \xa0](?:19|20)\d\d[ \xa0]")
"""What joins two words of a label; a lone year, too, which columns woven together may have put there."""
_STEM: Final = 5
_SHORT: Final = 5
_COMMON: Final = re.compile(r"\.(?:broad|wide|active|ours|verb|imperative|infinitive)$")
"""Letters that a word has at least for which lines are sifted, when it is said of much else ("seen", "lu")."""
PHRASE: Final = 6
"""Words of a phrase, at most; letters of a word that is long enough for a slip of the pen."""


_AGAIN: Final = re.compile(r"(?:r[eé]|ri|her|wieder|neu|ail|gen|om)-?(?=[^\W\d_]{4})")
"""What makes a word one of doing it again ("reconsidered", "re-approval", "réexaminer")."""
_REPEATED: Final = {
    **dict.fromkeys(("only", "noun"), "noun"),
    **dict.fromkeys(("done", "loose"), "done"),
    **{form: form for form in ("broad", "wide", "infinitive", "imperative", "verb")},
}
"""The form of a word for a review, by that of the word for the check that it repeats."""
_CLITIC: Final = re.compile(r"(?<=[aeiíêr])-?(?:l[aeo]s?|se)$")
"""The pronoun that an infinitive ends with ("revisarla", "revê-lo")."""


class Token(NamedTuple):
    """A word (or a phrase of the lexicon) of a text, and what the lexicons say of it."""

    start: int
    end: int
    word: str
    tags: frozenset[str]


@cache
def known() -> dict[str, frozenset[str]]:
    """Each word and phrase of all languages, with its tags: an aspect, or a concept and a form ("review.noun")."""
    found: dict[str, set[str]] = {}
    for language in lexicon.LANGUAGES:
        data = lexicon.section(language, "dates")
        for tag in _ASPECTS:
            for phrase in data.get(tag, ()):
                found.setdefault(phrase, set()).add(tag)
        for noun in data.get("whose", {}).get("nouns", ()):
            found.setdefault(noun, set()).add("page")
        for noun in data.get("whose", {}).get("own", ()):
            found.setdefault(noun, set()).add("own")
        for concept in (*CONCEPTS, "phrases", "weak"):
            for form, phrases in data.get(concept, {}).items():
                for phrase, meant in _conjugated(language, concept, form, phrases) if form in _VERBS else ((one, form) for one in phrases):
                    found.setdefault(phrase, set()).add(f"{concept}.{meant}")
    for phrase in [phrase for phrase in found if "-" in phrase and " " in phrase]:  # a word with a hyphen that is in no lexicon is two
        found.setdefault(phrase.replace("-", " "), set()).update(found[phrase])
    return {phrase: frozenset(tags - {"stop"} if "link" in tags else tags) for phrase, tags in found.items()}


_VERBS: Final = {"verbs": ("loose", "only"), "broad": ("broad", "wide")}
"""Lists of verbs: which form their participles and their nouns are."""


def _conjugated(language: str, concept: str, form: str, verbs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The words of a list of verbs, each with its form; what is to be done tells of a review only when it is one of looking."""
    done, noun = _VERBS[form]
    for verb in verbs:
        forms = inflected(language, verb)
        yield from ((word, done) for word in forms.done)
        yield from ((word, "active") for word in forms.active)
        yield from ((word, "ours") for word in forms.ours)
        yield from ((word, noun) for word in forms.noun)
        promised = "will" if language == "cy" else "promised"  # "gwirir" has nobody who does it
        yield from ((word, promised) for word in forms.promised if concept == "check" and form == "verbs")
        if concept == "check":  # "a study in May": an English infinitive has no sign of its own
            due = ("imperative" if language == "en" else "infinitive", "verb")
            yield from ((word, one) for word in forms.infinitive for one in due)


@cache
def _longest() -> dict[str, int]:
    """For each word that begins a phrase, how many words its longest phrase has."""
    longest: dict[str, int] = {}
    for phrase in known():
        first, *rest = phrase.split()
        longest[first] = max(longest.get(first, 1), len(rest) + 1)
    return longest


def split(text: str) -> list[str]:
    """The words of a phrase as the tokens have them."""
    return [found.group().lower().replace("’", "'") for found in _WORD.finditer(text)]


_LEFT, _RIGHT = 3, 6
_COMPOUND: Final = frozenset(f"{concept}.{form}" for concept in ("check", "review") for form in ("noun", "only", "wide"))
"""Letters of the parts of a compound, at least, and what its last part may be."""


@lru_cache(maxsize=20_000)
def tags_of(word: str) -> frozenset[str]:
    """What the lexicons say of a word: as it stands, without its hyphen ("re-view"), or its last part ("d'expiration", "peer-reviewed")."""
    lexicons = known()
    if found := lexicons.get(word) or lexicons.get(word.replace("-", "")):
        return found
    if again := _AGAIN.match(word):
        stem = lexicons.get(word[again.end() :], frozenset())
        if forms := {_REPEATED.get(tag.partition(".")[2], "") for tag in stem if tag.startswith(("check.", "approve."))} - {""}:
            return frozenset(f"review.{form}" for form in forms)
    if (found := lexicons.get(_CLITIC.sub("", word))) and any(tag.endswith(".infinitive") for tag in found):
        return found
    for at in range(_LEFT, len(word) - _RIGHT + 1):  # "Textkontrolle", "innholdskontroll"
        if forms := {tag.partition(".")[0] for tag in lexicons.get(word[at:], ()) if tag in _COMPOUND}:
            return frozenset(f"{concept}.wide" for concept in forms)
    part = re.split(r"['-]", word)[-1]
    if part != word and len(part) > 4 and part in lexicons:
        return lexicons[part] - {"weak.bare"}
    return next((lexicons[meant] for meant in _alike().get((word[:3], word[-2:]), ()) if _slip(word, meant)), frozenset())


_SURE: Final = frozenset({"noun", "only", "dated", "until", "said"})
_LONG: Final = 7


@cache
def _alike() -> dict[tuple[str, str], list[str]]:
    """The long words that name a concept beyond doubt, by their beginnings and ends; of nouns those that no other language's word is like
    ("ending", "endring")."""
    found: dict[tuple[str, str], list[str]] = {}
    for word, tags in known().items():
        size = 0 if " " in word else len(word)
        if size > PHRASE and any(tag.endswith(".done") or (size > _LONG and tag.partition(".")[2] in _SURE) for tag in tags):
            found.setdefault((word[:3], word[-2:]), []).append(word)
    return found


def _slip(word: str, meant: str) -> bool:
    """Whether a word is another one with a slip of the pen inside: a letter too few or too many, or two exchanged."""
    if sorted(word) == sorted(meant):
        return sum(one != other for one, other in zip(word, meant, strict=True)) == 2
    long, short = (word, meant) if len(word) > len(meant) else (meant, word)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(3, len(long) - 2))


def stems() -> frozenset[str]:
    """The beginnings of words of which each label has one, in small letters: for a sieve, which passes over any text without them."""
    found = set()
    for phrase, tags in known().items():
        if any("." in tag for tag in tags) and len(phrase) >= (_SHORT if all(_COMMON.search(tag) for tag in tags if "." in tag) else 1):
            word = phrase.split()[0]
            found.add(word[:_STEM] if len(word) > PHRASE else word if len(word) >= _STEM else phrase)
    short = sorted(found, key=len)
    kept: set[str] = set()
    for stem in short:
        if not any(stem[at : at + size] in kept for at in range(len(stem)) for size in range(3, len(stem) - at + 1)):
            kept.add(stem)
    return frozenset(kept)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of ``text[start:end]``, the phrases of the lexicon as one each."""
    every, longest = known(), _longest()
    words = [piece for word in _WORD.finditer(text, start, end) for piece in _pieces(word)]
    found: list[Token] = []
    at = 0
    while at < len(words):
        begin, stop, word = words[at]
        size = min(longest.get(word, 1), len(words) - at)
        while size > 1:
            phrase = " ".join(one for _, _, one in words[at : at + size])
            if phrase in every and all(SOFT.fullmatch(text, words[last][1], words[last + 1][0]) for last in range(at, at + size - 1)):
                found.append(Token(begin, words[at + size - 1][1], phrase, every[phrase]))
                break
            size -= 1
        else:
            size = 1
            found.append(Token(begin, stop, word, tags_of(word)))
        at += size
    return found


def _pieces(found: re.Match[str]) -> list[tuple[int, int, str]]:
    """A word as (start, end, small letters); one with hyphens that no lexicon has ("last-reviewed") as its parts."""
    word, at = found.group().lower().replace("’", "'"), found.start()
    if "-" not in word or word in known() or word.replace("-", "") in known() or (_AGAIN.match(word) and tags_of(word)):
        return [(at, found.end(), word)]
    pieces = []
    for part in word.split("-"):
        pieces.append((at, at + len(part), part))
        at += len(part) + 1
    return pieces


class Words:
    """The tokens of one text, where its lines end, and whether it is of a record that tells of the page (``boxed``)."""

    def __init__(self, text: str, tokens: Sequence[Token], breaks: frozenset[int], *, boxed: bool = False) -> None:
        self.text = text
        self.boxed = boxed
        self.tokens = tokens
        self.breaks = breaks

    def joined(self, left: int) -> bool:
        """Whether nothing but a blank (or "and" in a sign) stands between a word and the next one."""
        end, start = self.tokens[left].end, self.tokens[left + 1].start
        if SOFT.fullmatch(self.text, end, start) is None:
            return False
        return end not in self.breaks or self.text[start].islower()

    def word(self, at: int) -> str:
        """The word at an index, which may be none."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def before(self, first: int) -> frozenset[str]:
        """The tags of the word that is joined to another one's beginning; none for no word."""
        return self.tokens[first - 1].tags if first > 0 and self.joined(first - 1) else frozenset()

    def next_to(self, last: int) -> frozenset[str]:
        """The tags of the word that is joined to another one's end; none for no word."""
        return self.tokens[last + 1].tags if last + 1 < len(self.tokens) and self.joined(last) else frozenset()
