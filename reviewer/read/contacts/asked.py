"""Sentences that ask to contact somebody, or that say who made or keeps the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from reviewer.model import ContactKind, Region
from reviewer.read.contacts.answers import offered
from reviewer.read.contacts.labels import QUOTED
from reviewer.read.contacts.shapes import employer
from reviewer.read.contacts.values import CALL, JOINERS, LONGEST, Value, addresses, names, typed
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
_NOUN: Final = ("close", "in", "of", "named", "a", "an", "our", "your", "the", "this", "by", "via")
"""Words before a noun: "our e-mail list", "a named contact"."""
_ASK: Final = re.compile(
    rf"\b(?:{''.join(f'(?<!{chr(92)}b{word} )' for word in _NOUN)}"
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
    rf"\b(?:(?:{_either(lexicon().spelt('keep'))})(?: [\w'’-]{{1,20}}){{0,4}}? (?:{_either(lexicon().spelt('by'))})|"
    rf"(?:{'|'.join(phrases('made'))}))\b",
    re.IGNORECASE,
)
_KEPT: Final = re.compile(
    rf"(?<= )(?:{_either(lexicon().spelt('by'))}) ((?:[\w'’.-]{{1,30}} ){{1,6}}?)(?:{_either(lexicon().spelt('keep'))})\b", re.IGNORECASE
)
"""Languages in which the verb comes last: "wird vom Rechenzentrum gepflegt"."""
_DEIXIS: Final = re.compile(rf"(?:this|these|{_either(lexicon().spelt('this'))})\b", re.IGNORECASE)
_THIS: Final = rf"(?:this|the) (?:[\w-]{{1,20}} ){{0,2}}?(?:{_either(lexicon().spelt('self'))})\b"
_DUTY: Final = re.compile(
    rf"{_THIS} (?:(?:is|remains) the (?:overall )?responsibility of|belongs to|is (?:with|in the hands of)) |"
    r"(?:the|your) (?:right |first |best )?(?:people|person|team|one|place|office) to "
    r"(?:ask|contact|go to|see|speak to|talk to|turn to) (?:is|are) ",
    re.IGNORECASE,
)
_KEEPING: Final = _either([word for word in lexicon().spelt("keeps") if len(word) > 3])
"""Verbs that say what somebody does for a page; "after" belongs to "looks"."""
_ITS: Final = _either([word for word in lexicon().spelt("det") if len(word) > 1])
_HOLDS: Final = re.compile(
    rf" (?:{_KEEPING})(?: after)? (?:{_ITS}) (?:[\w-]{{1,20}} )?(?:{_either(lexicon().spelt('self'))})\b|"
    rf" (?:is|are) (?:responsible for {_THIS}|"
    rf"(?:the|an?) (?:[\w-]{{1,20}} )?(?:owners?|maintainers?|contacts?|authors?)(?: (?:of|for) {_THIS})?\.?$)",
    re.IGNORECASE,
)
_RESTS: Final = re.compile(
    rf"{_THIS}\b[^.]{{0,80}}? (?:{'|'.join(phrases('rests'))}) (?:(?:{_ITS}) )?(?=(?-i:[^\W\d_a-zß-ÿ]))", re.IGNORECASE
)
"""A sentence about the page that says with whom the responsibility for it lies."""
_HELD: Final = re.compile(rf"(?:{_ITS}) (?:{_either(lexicon().spelt('self'))}) (?:{_KEEPING}) ", re.IGNORECASE)
"""Languages that may put the object first: "Diese Seite betreut Frau Muster"."""
_URGENT: Final = re.compile(r"(?<!\d)(?<!\d )(?:999|112|111)(?! ?\d)")
"""A number to call at once, not the end of a longer one."""
_THEIRS: Final = re.compile(rf"\b(?:your|their|ihren?|ihrem|votre|su|uw|eich) (?:{_either(lexicon().spelt('yours'))})\b")
"""Somebody whom each reader has another one of."""
_FIRST: Final = 4
_BEGINNINGS: Final = {begin: "(?= (?:the|our) " in phrase for phrase in phrases("ask") for begin in _begins(phrase)}
"""What requests begin with, and whether they go on with "the" or "our"."""
_ASKING: Final = frozenset(_TOKEN.findall(begin)[0][:_FIRST] for begin in _BEGINNINGS)
_TELLING: Final = Sieve(re.compile(rf"\W(?:{_either(list(_BEGINNINGS))})"), _HOLDS)
"""What a sentence, with a blank before it, has that asks to contact somebody, or says who holds the page."""
_BY_WHOM: Final = Sieve(_MADE, _KEPT)
_MAKING: Final = frozenset(word[:_FIRST] for word in lexicon().spelt("keep"))
_BY: Final = (*(f" {word}" for word in lexicon().spelt("by")), *(f"{phrase.split()[0]} " for phrase in phrases("made")))
_PUBLIC: Final = Sieve(phrases("public"))
_OUTSIDE: Final = frozenset(lexicon().spelt("outside"))
_OUTWARD: Final = Sieve(phrases("public"), _URGENT, _THEIRS, sorted(_OUTSIDE))
_NARRATIVE: Final = re.compile(
    r"\b(?:(?:asked|agreed|resolved|instructed|requested|reminded|arranged|tried|failed|going|chose|used|able|unable) to|"
    r"(?:we|they|he|she|i|it|who|will|would|did|may|might|cannot|could|not|never|don't|nicht|ne))(?: \w+ly)? $",
    re.IGNORECASE,
)
"""Before a verb: it tells what somebody does or did, and asks nobody to do it."""
_ORDER: Final = re.compile(r"(?:^|[.?!,:;—–]|\b(?:please|and|or|then|you|can|to))\s*$", re.IGNORECASE)
"""Before a verb that tells the reader what to do ("If you spot a mistake, tell the Web Team"); the duty of somebody else is no request."""
_ADDRESSED: Final = re.compile(r"@|\d{3}")
_SENT: Final = re.compile(r"(?:addressed|directed|sent|submitted|forwarded|e-?mailed|reported|returned) to\b", re.IGNORECASE)
_SUBJECTS: Final = frozenset({"contact", "talk", "query", "wrong", "page", "all"})
"""Kinds of what is sent to whom one asks; what else is sent ("Incidents are reported to ...") goes where it belongs."""
_NOUNS: Final = re.compile(
    r"(?:queries|questions|enquiries|inquiries|feedback|comments|suggestions|requests|correspondence)\b", re.IGNORECASE
)
_INTO: Final = re.compile(r"(?:\b(?:in|to|into|on|via|try|join|channel|slack|and|or|the)|[:(|,])[ *_`]*$", re.IGNORECASE)
"""Before a channel where one asks; a tag for posts in public comes "with" or "using"."""
_CHROME: Final = (Region.FOOTER, Region.ASIDE)
_SPEAKING: Final = (CONCEPTS - {"lead"}) | {"keep", "reach", "talk"}
_KEEPS: Final = frozenset({"own", "write", "answer", "keep", "talk", "query"})
"""Kinds that speak of the page, or of what is asked, in a footer, whose addresses are the whole organisation's."""
_GOING_ON: Final = tuple("!?:;,.)")
_MARKS: Final = frozenset({"", "—", "–", "|", "·", "•"})
"""What stands before a new piece of a line, as before the first."""


def _each(exact: re.Pattern[str], begins: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    """What ``exact.finditer(text)`` gives, tried only at words that begin as one of its matches can: a tenth of the cost."""
    end = 0
    for word in _TOKEN.finditer(text):
        if word.group()[:_FIRST].lower() in begins and word.start() >= end and (found := exact.match(text, word.start())):
            end = found.end()
            yield found


def asked(line: Line, *, meeting: bool = False, called: bool = False) -> Iterator[tuple[Value, str, str]]:
    """Whom the sentences of a line ask to contact, or name as the page's maker; the record of a ``meeting`` asks those who were there.
    ``called``: the line before it says that a number follows."""
    before = ""
    for start, end in sentences(line.text):
        text = line.text[start:end]
        low = text.lower()
        quote = text[:QUOTED]
        telling = _TELLING.passes(f" {text}")
        told = _requests(text) if telling and not meeting else []
        public = outward(text) or any(_sold(text, at) for at in told)
        named = False
        for at, why in (*((at, "not for questions about the page" if public else "asked to contact") for at in told), *_makers(text)):
            rest = text[at : at + LONGEST].lstrip(" :")
            yours = rest.split(" ", 1)[-1] if "mine" in kinds(rest.split(" ", 1)[0]) else ""
            for value in whom(rest) or reached(rest):
                if yours.startswith(value[1]) and not value[1].rsplit(" ", 1)[-1].isupper():
                    continue  # the reader's: "speak to your Client and Data teams"
                named = True
                yield value, quote, why
        answered = _answering(text, before) if not named and not public and not meeting else []
        for value in answered:
            yield value, quote, "said to answer"
        before = text
        if holder := _HOLDS.search(text) if telling else None:
            subject = text[: holder.start()]
            first, _, others = subject.partition(" ")
            for value in names(others if "det" in kinds(first) else subject, strong=False):
                yield value, quote, "said to hold the page"
        for value in addresses(text)[:ASKED]:
            spot = text.find(value[1])
            if (
                (value[0] is ContactKind.EMAIL and (told or line.block.region not in _CHROME or speaks(line)))
                or (
                    value[0] is ContactKind.PHONE
                    and (
                        told
                        or answered
                        or called
                        or _led(text[:spot])
                        or CALL.search(text[max(0, spot - 60) : spot])
                        or _asking(text[:spot])
                    )
                )
                or (value[0] is ContactKind.SLACK and (told or "owner" in low or (_INTO.search(text[:spot]) and _chat(text))))
            ):
                away = public or (not told and any("book" in kinds(word) for word in text[:spot].split()[-_BOOKED:]))
                yield value, quote, "not for questions about the page" if away else "an address beside contact words"


def _answering(text: str, before: str) -> list[Value]:
    """Whom a sentence without a request names as the one who answers: no whole organisation, which has other things to answer."""
    for rest, alone in offered(text, before):
        values = [value for value in whom(rest) if not (value[0] is ContactKind.TEAM and employer(value[1]))]
        if values and (not alone or values[0][0] is ContactKind.PERSON):
            return values
    return []


def _chat(text: str) -> bool:
    """Whether a sentence speaks of asking in a channel."""
    return any("chat" in kinds(word) for word in _TOKEN.findall(text))


def _led(before: str) -> bool:
    """Whether the word before a number says that one reaches somebody by it ("on", "unter")."""
    return "via" in kinds((before.split() or [""])[-1])


def _asking(before: str) -> bool:
    """Whether the last words before a number are of asking ("General enquiries 01632 960123")."""
    every = [kinds(word) for word in before[-30:].split()]
    return any("contact" in one for one in every[-2:]) and not any("alien" in one for one in every)


def speaks(line: Line) -> bool:
    """Whether a line beside the text, or its heading, speaks of asking, keeping or helping, and of nothing else that has addresses."""
    heading = line.block.place.heading if line.block.region is Region.ASIDE else None
    every = [kinds(word) for word in f"{heading or ''} {line.text}".split()]
    if line.block.region is Region.FOOTER and not any(one & _KEEPS for one in every):
        return any("self" in one for one in every) and any(one & _SPEAKING for one in every)
    speaking = any(one & _SPEAKING for one in every) or bool(_requests(line.text))
    return speaking and not any("alien" in one for one in every)


def _requests(text: str) -> list[int]:
    """Where the requests of a sentence end, before whom they name; what somebody did or does is no request."""
    found: list[int] = []
    for ask in islice(_each(_ASK, _ASKING, text), ASKED):
        before = text[max(0, ask.start() - 40) : ask.start()]
        if _BEGINNINGS.get(ask.group().strip(" :,").lower()) and _ORDER.search(before) is None and not _ADDRESSED.search(text):
            continue
        if _SENT.match(ask.group()) and not any(kinds(word) & _SUBJECTS for word in text[: ask.start()].split()):
            continue
        after = text[ask.end() : ask.end() + 20].split(" ", 1)[0]
        if _NOUNS.match(ask.group()) and after.islower() and "@" not in after and "det" not in kinds(after):
            continue  # "common questions and answers to support agencies"
        if not _NARRATIVE.search(before) and "alien" not in kinds(before.rsplit(None, 1)[-1] if before.strip() else ""):
            found.append(ask.end())
    return found


_BARE: Final = frozenset({"det", "fill"})
_CLOSE: Final = 7
_AFTER: Final = 8
_BOOKED: Final = 4
"""Words before an address, one of which says that one books by it."""


def _sold(text: str, at: int) -> bool:
    """Whether a request that ends at ``at`` is to buy, book or print something, or goes to a firm."""
    before, after = text[:at].split(), text[at:].split()
    aims = (word for aim, word in pairwise(after) if kinds(aim) & {"of", "small"})
    dealt = any("deal" in kinds(word) for word in (*before, *aims))
    return dealt or any("book" in kinds(word) for word in before[-_CLOSE:]) or any("company" in kinds(word) for word in after[:_AFTER])


def _makers(text: str) -> Iterator[tuple[int, str]]:
    """Where a sentence goes on to say who made or keeps the page, and why that is believed."""
    subject = False  # whether the page is the subject of the sentence, of all its verbs
    if any(by in text for by in _BY) and _BY_WHOM.passes(text):
        for made in islice(_each(_MADE, _MAKING, text), ASKED):
            before = text[: made.start()].rstrip()
            every = [kinds(word) for word in before[-100:].split()]
            its = bool(every) and all(one & KNOWN for one in every) and any("page" in one for one in every)
            pens = any("penned" in kinds(word) for word in made.group().split()[:1]) and _DEIXIS.match(before)
            subject = subject or bool(pens or _DOCUMENT.search(before[-100:]))
            bare = all(one & _BARE for one in every)  # "A cura di ..."
            if before[-1:] in _MARKS or bare or its or (subject and "not" not in every[-1]):
                yield made.end(), "made or kept by"
        for made in islice(_KEPT.finditer(text), ASKED):
            if _DOCUMENT.search(text[: made.start()][-100:]):
                yield made.start(1), "made or kept by"
    if duty := _DUTY.match(text) or _HELD.match(text) or _RESTS.search(text):
        yield duty.end(), "said to be responsible for the page"


def unfinished(text: str) -> bool:
    """Whether a line ends in a request that has not said yet whom to ask ("For more information please contact")."""
    end = text[-QUOTED:].rstrip(" :")
    return _TELLING.passes(f" {end} ") and any(found.end() >= len(end) for found in _each(_ASK, _ASKING, end + " "))


def whom(rest: str) -> list[Value]:
    """Whom the words after a request name, up to where the sentence goes on: after a title or an initial a full stop is no end."""
    found: list[Value] = []
    start = 0
    for word in re.finditer(r"\S+", rest):
        said = word.group().rstrip("*_")
        of = kinds(said)
        ahead = rest[word.end() + 1 : word.end() + 2].isupper()
        if said.lower() in JOINERS:
            if ahead:
                continue
            if "verb" in kinds(rest[word.end() : word.end() + 12].split(" ", 2)[1] if rest[word.end() :] else ""):
                return found + _more(found, rest[start : word.start()])
        lone = (
            of & {"small"} and rest[start : start + 1].isupper() and "group" in kinds(rest[start : word.start()].strip())
        )  # "Enheten för inköp"
        inside = lone or (of & {"small", "particle"} and ahead and rest[start : word.start()].rstrip().rsplit(" ", 1)[-1][:1].isupper())
        if "verb" in of and word.start() > start:
            return found  # what was named is the subject of a sentence
        if "stop" in of and said.islower() and "det" not in of and not inside:
            return found + _more(found, rest[start : word.start()])
        if said.startswith("(") and word.start() > start:
            found += _more(found, rest[start : word.start()])
            start = word.start() + 1
        mark = said[-1:]
        if mark in _GOING_ON and not (mark == "." and ("title" in of or (len(said) == 2 and said[0].isupper()))):
            values = _more(found, rest[start : word.start() + len(said) - 1].rstrip(")"))
            found += values
            start = word.end()
            if mark not in ",:)" or not values or (mark == ":" and values[0][0] is not ContactKind.ROLE):
                return found
    return found + _more(found, rest[start:])


_REACHED: Final = re.compile(
    rf"(?P<name>(?-i:[^\W\d_a-zß-ÿ])[\w'’-]*(?: (?:of|and|de|du|&|(?-i:[^\W\d_a-zß-ÿ])[\w'’-]*)){{0,4}}?),? "
    rf"(?:\(|<|(?:{_either(lexicon().spelt('via'))})\b ?(?:{_either(list(phrases('call')))})?:? ?)(?:[\d+(]|\S{{1,64}}@)",
    re.IGNORECASE,
)


def reached(rest: str) -> list[Value]:
    """The name of no known kind that a request gives with a way to reach it ("Contact Registry on 01632 960123")."""
    found = _REACHED.match(rest)
    words = found["name"].split() if found else []
    if not found or any(kinds(word) - {"agent", "small", "field", "common"} for word in words):
        return []
    return [(ContactKind.TEAM, found["name"])]


def _more(found: list[Value], piece: str) -> list[Value]:
    """Who the words begin with, if need be up to their last noun of a post or a group; no short form or employer of those ``found``."""
    values = names(piece, strong=False)
    if not values and found and found[-1][0] is ContactKind.PERSON:
        values, _ = typed(piece.strip(" ,."), strong=False, after=True)  # "Nils Example, driftchef"
    words = [] if values or piece.lstrip().startswith(("(", "[", "<")) else piece.split()[:12]
    for end in range(len(words), 0, -1):
        if kinds(words[end - 1]) & {"post", "group"}:
            values, _ = typed(" ".join(words[:end]), strong=False)
            if values:
                break
    return [value for value in values if value not in found and not (found and (value[1].isupper() or employer(value[1])))]


@lru_cache(maxsize=64)
def outward(sentence: str) -> bool:
    """Whether a sentence speaks of a number that is for patients, or of a body to which people complain."""
    low = sentence.lower()
    return _OUTWARD.passes(low) and (
        _PUBLIC.passes(low)
        or _URGENT.search(low) is not None
        or _THEIRS.search(low) is not None
        or not _OUTSIDE.isdisjoint(_TOKEN.findall(low))
    )


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
            *("@", *(word[:_STEM] for word in (*lexicon().spelt(*CONCEPTS), *phrases("office")))),
            *(
                begin[:_STEM] if len(begin) > _FIRST or not begin.isascii() else f"{begin} "
                for begin, also in _BEGINNINGS.items()
                if not also
            ),
            *(f"{begin} {word}" for begin, also in _BEGINNINGS.items() if also for word in ("the", "our")),
            *(f"{word} " for word in lexicon().spelt("appointed")),
            *(word[:_STEM] for word in lexicon().spelt("wrong", "query") if len(word) > _FIRST),
            *(word for word in lexicon().spelt("outside") if len(word) > _STEM),
        ]
    ),
    re.compile(rf"(?:{_ends('keep', 2)})(?: \w+)? (?:{_either(lexicon().spelt('by'))})(?:[ :]|$)", re.MULTILINE),
    re.compile(rf"(?:{_ends('post', 4)})s?(?::| is | are )"),
    re.compile(rf" (?:{_KEEPING})(?: after)? \w"),
    re.compile(rf" (?:{'|'.join(phrases('rests'))}) |(?:^|[ (])(?:{_either(lexicon().spelt('turn'))}) ", re.MULTILINE),
    re.compile("|".join(phrases("made"))),
    re.compile(r"(?:for|need|any) help\b|to (?:ask|see|go to|turn to) (?:is|are) |in the hands of "),
    re.compile(r"\d\d\d[ .)-]?\d\d\d|\d\d[ .-]\d\d[ .-]\d\d"),
    re.compile(r"(?:^|[ (])#[a-z]"),
    re.compile(rf"^[ *_>]*(?:{_either(lexicon().spelt('crew', 'bureau'))})[*_ ]*(?::|$)", re.MULTILINE),
)
"""What a line must have to name a contact at all."""
