"""Sentences that ask to contact somebody, or that say who made or keeps the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from reviewer.model import ContactKind, Region
from reviewer.read.contacts import words
from reviewer.read.contacts.labels import QUOTED
from reviewer.read.contacts.values import LONGEST, Value, addresses, names
from reviewer.read.sentences import Line, sentences
from reviewer.read.sieves import Sieve

ASKED: Final = 12
"""Requests to contact somebody, and addresses, of one line that are looked at."""

_TOKEN: Final = re.compile(r"[^\W\d_]+")
_DOCUMENT: Final = re.compile(
    r"\b(?:this|the|our|these|diese[sr]?|die|das|cette|ce|esta|este) (?:[\w-]{1,20} ){0,4}?(?:page|document|site|website|web page|guide|"
    r"guideline|policy|content|resource|leaflet|report|manual|"
    r"handbook|toolkit|guidance|article|register|documentation|repository|protocol|procedure|pages|seite|dokument|página|documento|"
    r"tudalen|dudalen|ddogfen)\b",
    re.IGNORECASE,
)
_ASK: Final = re.compile(
    r"\b(?:"
    r"(?<!close )(?<!in )(?<!of )(?<!named )contact(?! with| details|"
    r" between| lens| tracing| sport| time| hours)|e-?mail|speak (?:to|with)|talk to|"
    r"write to|get in touch with|reach out to|liaise with|in contact with|"
    r"(?:addressed|directed|sent|submitted|forwarded|emailed|reported) to|(?:send|forward|submit|direct|address|"
    r"refer) [\w ]{1,60}? to|"
    r"(?:queries|questions|enquiries|inquiries|feedback|comments|suggestions|requests)[\w, ]{0,60}? to|"
    r"page owner|(?:content|document|policy|page) (?:owner|author|lead|contact|editor) is|the (?:owner|author|maintainer|contact|"
    r"lead) is|(?:owner|author|lead|contact|custodian|"
    r"maintainer)s? (?:of|for) (?:this|the) [\w ]{1,40}? (?:is|are)|"
    r"wenden sie sich (?:bitte )?an|kontaktieren sie(?: bitte)?|e-mail an|"
    r"contactez|adresse[rz](?:-vous)? à|écri(?:re|vez) à|joindre|prendre contact avec|"
    r"contacte (?:con|a)|póngase en contacto con|contactar (?:con|a)|diríjase a|escriba a|"
    r"cysylltwch (?:â|ag|gyda)|cysylltu (?:â|ag|gyda)|e-bostiwch|"
    r"(?:tell|ask|notify|inform|alert|ring|call|phone) (?=(?:the|our) [^.@]{1,80}? (?:at|on|via) \S{1,64}@)"
    r")\b[ :,]{0,3}",
    re.IGNORECASE,
)
_MADE: Final = re.compile(
    r"\b(?:owned|maintained|managed|compiled|created|prepared|written|authored|edited|produced|developed|drafted|gepflegt|betreut|verfasst|"
    r"erstellt|rédigée?|maintenue?|gérée?|mantenid[oa]|elaborad[oa]|redactad[oa])"
    r" (?:by|von|durch|par|por) ",
    re.IGNORECASE,
)
_HOLDS: Final = re.compile(
    r" (?:is|are) (?:the|an?) (?:(?:page|content|document|policy|guideline|main|lead|joint) )?(?:owners?|maintainers?|contacts?|authors?) ?"
    r"(?:(?:of|for) (?:this|the) [\w ]{1,40})?\.?$"
)
_DUTY: Final = re.compile(
    r"(?:this|the) (?:[\w-]{1,20} ){0,2}?(?:page|document|policy|guideline|guidance|procedure|protocol|handbook|"
    r"manual|content|website|register) "
    r"(?:is|remains) the (?:overall )?responsibility of ",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:the|our|its|your) (?P<role>[\w ]{0,60}?\b(?i:owner|author|lead|leader|editor|contact|manager|maintainer|"
    r"coordinator|officer)\b[\w ]{0,50}?)"
    r"(?P<mark>[,:(]| is) ?\(?(?=[^\W\d_a-z])"
)
"""Whom a request names after what he or she is ("the author, Ann Example")."""
_URGENT: Final = re.compile(r"(?<!\d)(?<!\d )(?:999|112|111)(?! ?\d)")
"""A number to call at once, not the end of a longer one."""
_MARKS: Final = frozenset({"", "—", "–", "|", "·", "•"})
"""What stands before a new piece of a line, as before the first."""
ASKING: Final = Sieve(_ASK, _MADE, _HOLDS, _DUTY, common=True)
"""A line that does not pass here asks nobody, and names no maker."""
_STOP: Final = re.compile(
    r"[!?:]|\.(?=\s|$)|^(?:in|on|for|from|within|per|via|of|through|during|by) |"
    r" (?:by|on|at|for|if|to|via|who|which|that|about|with|regarding|through|in|from|when|before|as|so|is|are|will|using|"
    r"und|unter|per|für|wenn|"
    r"pour|au|le|la|à|si|par|sur|para|en|ar|am|os|i|also|directly|immediately|first|please)(?= )| and (?=[a-z]+(?:ed|s) )"
)
_CALL: Final = re.compile(r"\b(?:tel(?:ephone|efon|éfono)?|phone|call|ring|mobile|ffôn|téléphone(?:z)?|tél|llame|contact)\b", re.IGNORECASE)


def asked(line: Line) -> Iterator[tuple[Value, str, str]]:
    """Whom the sentences of a line ask to contact, or name as the maker of the page."""
    for start, end in sentences(line.text):
        text = line.text[start:end]
        quote = text[:QUOTED]
        requested = False
        for found in islice(_ASK.finditer(text), ASKED):
            requested = True
            rest = text[found.end() : found.end() + LONGEST]
            for value in _whom(rest):
                yield value, quote, "not for questions about the page" if _public(text) else "asked to contact"
        for found in islice(_MADE.finditer(text), ASKED):
            begins = text[max(0, found.start() - 2) : found.start()].strip() in _MARKS
            if begins or _DOCUMENT.search(text[max(0, found.start() - 100) : found.start()]):
                rest = text[found.end() : found.end() + LONGEST]
                for value in _whom(rest):
                    yield value, quote, "made or kept by"
        duty = _DUTY.match(text)
        if duty:
            for value in _whom(text[duty.end() : duty.end() + LONGEST]):
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
            if value[0] is ContactKind.PHONE and not _CALL.search(before):
                continue
            if value[0] is ContactKind.SLACK and not (requested or "slack" in text.lower() or "owner" in text.lower()):
                continue
            yield value, quote, "not for questions about the page" if _public(text) else "an address beside contact words"


def _whom(rest: str) -> list[Value]:
    """Whom the words after a request name, up to where the sentence goes on."""
    named = _NAMED.match(rest)
    if named is not None:
        held = names(_cut(rest[named.end() :]), strong=False)
        if held and held[0][0] is ContactKind.PERSON:
            office = [] if named["mark"] == ":" else names(_cut(named["role"]), strong=False)
            return office + held
    return names(_cut(rest), strong=False)


def _cut(rest: str) -> str:
    """The words before a mark or a word with which a sentence goes on; the full stop of a title or an initial is no end."""
    for stop in _STOP.finditer(rest):
        word = rest[: stop.start()].rsplit(" ", 1)[-1]
        if stop.group() == "." and (word.lower() in words.TITLES or (len(word) == 1 and word.isupper())):
            continue
        return rest[: stop.start()]
    return rest


@lru_cache(maxsize=64)
def _public(sentence: str) -> bool:
    """Whether a sentence speaks of a number that is for patients, or of a body to which people complain."""
    low = sentence.lower()
    return (
        any(word in low for word in words.PUBLIC_LINES)
        or _URGENT.search(low) is not None
        or not words.OUTSIDE.isdisjoint(_TOKEN.findall(low))
    )
