"""Sentences that ask to contact somebody, or that say who made or keeps the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from reviewer.model import ContactKind, Region
from reviewer.read.contacts.labels import QUOTED
from reviewer.read.contacts.values import JOINERS, LONGEST, Value, addresses, employer, names, typed
from reviewer.read.contacts.words import CONCEPTS, KNOWN, kinds, lexicon, phrases
from reviewer.read.sentences import Line, sentences
from reviewer.read.sieves import Sieve

ASKED: Final = 12
"""Requests to contact somebody, and addresses, of one line that are looked at."""


def _either(words: list[str]) -> str:
    """An expression for one of the words, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


_TOKEN: Final = re.compile(r"[^\W\d_]+")
_DOCUMENT: Final = re.compile(
    rf"\b(?:this|the|our|these|{_either([word for word in lexicon().spelt('det') if len(word) > 1])})"
    rf" (?:[\w-]{{1,20}} ){{0,4}}?(?:{_either(lexicon().spelt('page'))})\b",
    re.IGNORECASE,
)
_ASK: Final = re.compile(
    r"\b(?:(?<!\bclose )(?<!\bin )(?<!\bof )(?<!\bnamed )(?<!\ba )(?<!\bour )(?<!\byour )(?<!\ban )(?<!\bthe )(?<!\bthis )(?<!\bby )(?<!\bvia )"
    rf"(?:{'|'.join(sorted(phrases('ask'), key=len, reverse=True))})"
    r"(?! (?:with|details|between|lens|lenses|tracing|sport|time|hours|form)\b))\b[ :,]{0,3}(?:'r )?",
    re.IGNORECASE,
)


def _begins(phrase: str) -> list[str]:
    """What a phrase of a request begins with: words that it must have, so that a line can be asked for them first."""
    plain = re.sub(r"\(\?<[=!][^()]*\)", "", phrase).replace("(?:|)", "").replace("(?:||)", "")
    either = re.match(r"\(\?:([^()]*)\)", plain)
    if either:
        return either[1].split("|")
    literal = re.match(r"[^\[(?\\]*", plain)
    return [literal.group()[:-1] if plain[literal.end() : literal.end() + 1] == "?" else literal.group()] if literal else []


_MADE: Final = re.compile(
    rf"\b(?:{_either(lexicon().spelt('keep'))})(?: [\w'’-]{{1,20}}){{0,4}}? (?:{_either(lexicon().spelt('by'))})\b", re.IGNORECASE
)
_HOLDS: Final = re.compile(
    r" (?:is|are) responsible for (?:this|the) (?:page|content|document|policy|guideline|guidance|procedure|website)\b|"
    r" (?:is|are) (?:the|an?) (?:(?:page|content|document|policy|guideline|main|lead|joint) )?(?:owners?|maintainers?|contacts?|authors?) ?"
    r"(?:(?:of|for) (?:this|the) [\w ]{1,40})?\.?$"
)
_DUTY: Final = re.compile(
    r"(?:this|the) (?:[\w-]{1,20} ){0,2}?(?:page|document|policy|guideline|guidance|procedure|protocol|handbook|"
    r"manual|content|website|register) "
    r"(?:is|remains) the (?:overall )?responsibility of ",
    re.IGNORECASE,
)
_URGENT: Final = re.compile(r"(?<!\d)(?<!\d )(?:999|112|111)(?! ?\d)")
"""A number to call at once, not the end of a longer one."""
CUES: Final = sorted({begin for phrase in phrases("ask") for begin in _begins(phrase)})
_FIRST: Final = 2
_ASKING: Final = frozenset(cue[:_FIRST] for cue in CUES)
_MAKING: Final = frozenset(word[:_FIRST] for word in lexicon().spelt("keep"))
_BEGINS: Final = re.compile(r"\b\w")
_PUBLIC: Final = Sieve(phrases("public"))
_OUTSIDE: Final = frozenset(lexicon().spelt("outside"))
_NARRATIVE: Final = re.compile(
    r"\b(?:(?:asked|agreed|resolved|instructed|requested|reminded|arranged|tried|failed|going|chose|used|able|unable) to|"
    r"(?:we|they|he|she|i|it|who|will|would|did|may|might|cannot|could|not|never|don't|nicht|ne))(?: \w+ly)? $",
    re.IGNORECASE,
)
"""Before a verb: it tells what somebody does or did, and asks nobody to do it."""
_MARKS: Final = frozenset({"", "—", "–", "|", "·", "•"})
"""What stands before a new piece of a line, as before the first."""
_CALL: Final = re.compile(rf"\b(?:{'|'.join(phrases('call'))})\b", re.IGNORECASE)
_END: Final = re.compile(r"[!?:;\n]|\.(?=\s|$)|(?<=\w)[,(](?=\s|\w)")


def _each(exact: re.Pattern[str], begins: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    """What ``exact.finditer(text)`` gives, tried only at words that begin as one of its matches can: a tenth of the cost."""
    low = text.lower()
    end = 0
    for word in _BEGINS.finditer(text):
        at = word.start()
        if at >= end and low[at : at + _FIRST] in begins and (found := exact.match(text, at)):
            end = found.end()
            yield found


def asked(line: Line, *, meeting: bool = False) -> Iterator[tuple[Value, str, str]]:
    """Whom the sentences of a line ask to contact, or name as the maker of the page; the record of a ``meeting`` asks people who were there."""
    for start, end in sentences(line.text):
        text = line.text[start:end]
        quote = text[:QUOTED]
        public = outward(text)
        requested = False
        for found in () if meeting else islice(_each(_ASK, _ASKING, text), ASKED):
            before = text[max(0, found.start() - 40) : found.start()]
            if _NARRATIVE.search(before) or "alien" in kinds((before.split() or [""])[-1]):
                continue
            requested = True
            for value in whom(text[found.end() : found.end() + LONGEST]):
                yield value, quote, "not for questions about the page" if public else "asked to contact"
        for found in islice(_each(_MADE, _MAKING, text), ASKED):
            if text[: found.start()].rsplit(None, 1)[-1:] and "not" in kinds(text[: found.start()].rsplit(None, 1)[-1]):
                continue
            begins = text[max(0, found.start() - 2) : found.start()].strip() in _MARKS
            if begins or _of_page(text[: found.start()]) or _DOCUMENT.search(text[max(0, found.start() - 100) : found.start()]):
                for value in whom(text[found.end() : found.end() + LONGEST].lstrip(" :")):
                    yield value, quote, "made or kept by"
        duty = _DUTY.match(text)
        if duty:
            for value in whom(text[duty.end() : duty.end() + LONGEST]):
                yield value, quote, "said to be responsible for the page"
        holder = _HOLDS.search(text)
        if holder:
            for value in names(text[: holder.start()], strong=False):
                yield value, quote, "said to hold the page"
        for value in addresses(text)[:ASKED]:
            spot = text.find(value[1])
            before = text[max(0, spot - 60) : spot]
            if value[0] is ContactKind.EMAIL and line.block.region is Region.FOOTER and not requested:
                continue
            if value[0] is ContactKind.PHONE and not (requested or _CALL.search(before)):
                continue
            if value[0] is ContactKind.SLACK and not (requested or "slack" in text.lower() or "owner" in text.lower()):
                continue
            yield value, quote, "not for questions about the page" if public else "an address beside contact words"


def _of_page(before: str) -> bool:
    """Whether the words before a participle are its page, and nothing else ("Page maintained by ...")."""
    every = [kinds(word) for word in before.split()]
    return bool(every) and all(one & KNOWN for one in every) and any("page" in one for one in every)


def unfinished(text: str) -> bool:
    """Whether a line ends in a request that has not said yet whom to ask ("For more information please contact")."""
    end = text[-QUOTED:].rstrip(" :")
    return any(found.end() >= len(end) for found in _each(_ASK, _ASKING, end + " "))


def whom(rest: str) -> list[Value]:
    """Whom the words after a request name, up to where the sentence goes on: after a title or an initial a full stop is no end."""
    found: list[Value] = []
    at = 0
    joined = True
    while joined and at < len(rest):
        piece, at, mark = _piece(rest, at)
        values = _best(piece)
        found += [value for value in values if value not in found and not (found and (value[1].isupper() or employer(value[1])))]
        joined = bool(values) and (mark in {",", "(", ":"} or rest[at : at + 1] == ")")
        if mark == ":" and not (values and values[0][0] is ContactKind.ROLE):
            break
    return found


def _piece(rest: str, at: int) -> tuple[str, int, str]:
    """The words up to a mark or a word with which the sentence goes on, where to read on, and the mark."""
    start = at
    for word in re.finditer(r"\S+", rest[at:]):
        here = at + word.start()
        said = word.group()
        of = kinds(said)
        if said.lower() in JOINERS and rest[here + len(said) + 1 : here + len(said) + 2].isupper():
            continue
        goes_on = (
            of & {"small", "particle"}
            and rest[start:here].rstrip().rsplit(" ", 1)[-1][:1].isupper()
            and rest[here + len(said) + 1 : here + len(said) + 2].isupper()
        )
        if "stop" in of and said.islower() and "det" not in of and not goes_on:
            return rest[start:here], len(rest), "word"
        bare = said.rstrip("*_")
        if (bare[-1:] in "!?:;,." and bare) or "(" in said[1:] or said.startswith("("):
            initial = bare[-1] == "." and ("title" in of or (len(bare) == 2 and bare[0].isupper()))
            if initial:
                continue
            if said.startswith("(") and here > start:
                return rest[start:here], here + 1, "("
            mark = bare[-1] if bare[-1] in "!?:;,." else ""
            if mark:
                return rest[start : here + len(bare) - 1].strip("("), here + len(said), mark
    return rest[start:].strip("("), len(rest), ""


def _best(piece: str) -> list[Value]:
    """Who the words begin with: all of them, or up to their last noun of a post or a group."""
    values = names(piece, strong=False)
    if values or piece.lstrip().startswith(("(", "[", "<")):
        return values
    words = piece.split()[:12]
    for end in range(len(words), 0, -1):
        if kinds(words[end - 1]) & {"post", "group"}:
            found, _ = typed(" ".join(words[:end]), strong=False)
            if found and (found[0][0] is not ContactKind.ROLE or found[0][1][0].isupper() or len(found[0][1].split()) > 1):
                return found
    return []


@lru_cache(maxsize=64)
def outward(sentence: str) -> bool:
    """Whether a sentence speaks of a number that is for patients, or of a body to which people complain."""
    low = sentence.lower()
    return _PUBLIC.passes(low) or _URGENT.search(low) is not None or not _OUTSIDE.isdisjoint(_TOKEN.findall(low))


_STEM: Final = 6
"""Letters of a word that a line is first asked for: a part of it is as good a sign, and the automaton of all stays small."""


def _fewest(words: Iterable[str]) -> list[str]:
    """The same words without those that have another one in them: a line that has "authors" has "author"."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda one: (len(one), one)):
        if not any(short in word for short in kept):
            kept.append(word)
    return kept


def _ends(kind: str, letters: int) -> str:
    """An expression for the last letters of the words of one kind."""
    return _either(_fewest(word[-letters:] for word in lexicon().spelt(kind)))


CUED: Final = Sieve(
    _fewest(
        [
            *("@", *(cue[:_STEM] for cue in (*CUES, *lexicon().spelt(*CONCEPTS, "outside"), *phrases("office")))),
            *(f"{word} " for word in lexicon().spelt("appointed")),
        ]
    ),
    re.compile(rf"(?:{_ends('keep', 2)}) (?:{_either(lexicon().spelt('by'))})[ :]"),
    re.compile(rf"(?:{_ends('post', 3)})s?(?::| is | are )"),
    re.compile(r"\d\d\d[ .)-]?\d\d\d"),
    common=True,
)
"""What a line must have to name a contact at all."""
