"""Promises and deadlines in a sentence: "by March 2023", "will open in summer 2022", "expires 9 May 2022", "(available soon)".

A date alone is never a promise: it needs words of deadline, obligation or future that govern it. A sentence about the review, the
validity or the publication of the page itself is left to the reader of dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewer import dates
from reviewer.model import Precision
from reviewer.read.periods.history import acted

_VAGUE: Final = (
    r"(?:(?:the |le |la |el |den |dem |der |y )?(?:end|start|beginning|close|middle|mid|early|late|later|ende|anfang|mitte|"
    r"fin|début|finales|principios|ddiwedd|diwedd|ddechrau)(?: of| de| du| von)?(?: the)?[ -])?"
)
_CLOCK: Final = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|noon|midday|midnight|hours|hrs|uhr)|\d{1,2}[:.]\d\d|noon|midday|midnight|"
    r"close of (?:play|business)|cob|the end of(?: the day)?)(?: \(?(?:GMT|BST|UTC|EST|EDT|CET)\)?)?,?(?: on| am| el| le| du)? )?"
)
"""A time of day before the day of a deadline."""
_DEADLINE: Final = re.compile(
    r"(?:\b(?:by|before|until|till|no later than|not later than|up to|through|between now and|on or before|in time for|"
    r"spätestens(?: bis)?(?: zum)?|bis(?: spätestens)?(?: zum| zur)?|vor dem|"
    r"avant(?: le| la)?|jusqu'(?:au|à)|au plus tard(?: le)?|d'ici(?: le| la| à| au)?|hasta(?: el)?|antes del?|para(?: el)?|"
    r"a más tardar(?: el)?|erbyn(?: mis)?|cyn(?: mis)?|tan|hyd at)(?: the)? )" + _CLOCK + _VAGUE + r"$",
    re.IGNORECASE,
)
_POINT: Final = re.compile(
    r"(?:\b(?:in|on|from|during|after|as of|as from|with effect from|starting|starting from|starting in|beginning|commencing|effective|"
    r"for|at|around|ab(?: dem)?|am|im|ab|dès|à partir (?:du|de)|à compter (?:du|de)|"
    r"en|le|au|a partir del?|desde(?: el)?|el|ym mis|ym|yn|ar|o|ddechrau)(?: the)? |\b(?:effective|beginning|starting|due|expires?|"
    r"expire on) )" + _VAGUE + r"$",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\b(?:will|shall|must|should|to be|(?:is|are|be|now) due|due to|due (?:in|on|by|for|out)|expect(?:ed|s|ing)?|plan(?:s|ned|"
    r"ning)?(?: to)?|aims?|aiming|intends?|intend to|going to|needs? to|required|have to|has to|scheduled|anticipated?|"
    r"target|goal|ambition|commit(?:s|ted|ment)|won't|we'll|it'll|they'll|you'll|is to|are to|ceasing|asked to|want to|hope to|"
    r"working towards|hoping to|on track to|likely to|(?:you|they|we|applicants|members|staff|practices) (?:still )?have(?= ?$)|"
    r"deadline|can (?:still )?(?:apply|register|book|submit)|coming|forthcoming|upcoming|"
    r"wird|werden|soll|sollen|muss|müssen|geplant|voraussichtlich|sera|seront|doit|doivent|devra|devront|prévue?s?|\w{3,20}(?:eront|"
    r"iront|arán|erán|irán|ará|erá|irá)|será|serán|debe|deben|"
    r"deberán?|está previsto|se prevé|bydd|byddwn|fydd|rhaid|disgwylir|bwriedir)\b",
    re.IGNORECASE,
)
_STANDS: Final = re.compile(
    r"\b(?:closes?|closing(?: date)?|ends?|ending|expires?|expiring|deadline|opens?|opening|runs?|running|launches|launching|starts?|"
    r"starting|begins?|available|remains?|extended|ceases?|ceasing|continues?|"
    r"goes? live|going live|closed(?= (?:until|till|to)\b)|"
    r"(?:becomes?|becoming) effective|comes? into (?:force|effect)|takes? effect|takes? place|taking place|is held|due|scheduled|planned|"
    r"coming|valid|in place|in force|"
    r"endet|läuft|gültig|geöffnet|geschlossen|startet|beginnt|tritt|expire|ouvre|ferme|débute|termine|finaliza|vence|abre|cierra|"
    r"comienza|caduca|"
    r"dod i ben|cau|agor|dechrau)\b",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(
    r"^(?:please |all \w+ (?:to|should) |to )?(?:apply|register|submit|complete|return|send|sign up|book|respond|reply|ensure|achieve|"
    r"deliver|implement|increase|reduce|improve|nominate|enter|pay|claim|order|"
    r"introduce|establish|develop|roll out|provide|offer|publish|email|contact|"
    r"have your say|tell us|vote|hand in|nominations|rsvp|remove|check|update|download|complete|"
    r"file|renew|confirm|let us know|notify|request|transfer|move|switch|upgrade|replace|bring|sign|collect|post|upload|clear|stop)\b",
    re.IGNORECASE,
)
_DUE: Final = re.compile(
    r"(?<!was )(?<!were )\b(?:due|expected|scheduled|planned|set|will|shall)(?: for| to)?(?: be)?(?: (?:\w{2,20}(?:ed|out|ion|en|wn|nt|"
    r"lt|ld)|run|made|set up))?(?: again)?,? ?(?:in|on|by|for|during|around)? ?" + _VAGUE + r"$",
    re.IGNORECASE,
)
_GONE: Final = re.compile(
    r"\b(?:was|were|had|would|could|did|came|became|took|has been|have been|used to|until then|wurde|wurden|war|waren|était|fut|ont été|"
    r"a été|fue|fueron|oedd|cafodd)\b",
    re.IGNORECASE,
)
_HAPPENED: Final = re.compile(
    _GONE.pattern[:-3] + r"|published|launched|introduced|agreed|approved|started|began|decided|held|created|became|saw|made|found|said|"
    r"set up|asked)\b",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\b(?:reviews?|reviewed|re-reviewed|reviewing|revision|last updated|date of issue|issue date|adolyg\w+|hadolygu|überprüf\w+|prüfung|"
    r"révis\w+|réexamin\w+|revue?s?|relue?s?|revisión|revisa\w+|überarbeit\w+)\b",
    re.IGNORECASE,
)
_VALIDITY: Final = re.compile(
    r"\b(?:this|the|these) (?:[\w-]{1,20} ){0,2}?(?:page|document|policy|guideline|guidance|version|leaflet|procedure|protocol|pgd|"
    r"publication|information|content|sop)\b[^.]{0,60}?\b(?:expires?|valid|expiring)\b",
    re.IGNORECASE,
)
_DEADLINE_LABEL: Final = re.compile(
    r"\b(?:deadline|closing date|closes|apply by|respond by|einsendeschluss|frist|date limite|"
    r"fecha límite|plazo|dyddiad cau)\b[\w ]{0,40}:\s?$",
    re.IGNORECASE,
)
_MAY_HAVE_DATE: Final = re.compile(r"20\d\d|['’]\d\d|\d[/.-]\d\d\b")
_TO: Final = re.compile(r" ?(?:to|until|till|and|or|[-–—]|bis|und|au|et|al?|y|i|hyd)(?: the)? ?")
_LINKING: Final = re.compile(r"[ :(,]{0,3}(?:is |are |date |for [\w ]{1,40} is )?(?:on |in )?")
_DATED: Final = re.compile(
    r"\b(?:published|issued|dated|introduced|since|approved|produced|released|edition|version|act|regulations?|order|adopted|amended|"
    r"signed|enacted|founded|established|launched|started|began|born|updated|accessed|retrieved)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_SOON: Final = re.compile(
    r"\((?:[\w ]{0,30}\b)?(?:soon|shortly|to follow|in due course|demnächst|in kürze|bientôt|prochainement|próximamente|en breve|yn fuan|"
    r"i ddilyn)\)|"
    r"\b(?<!as )(?<!how )(?:coming|available|launching|published here|opening|live|more (?:details|information)) (?:very )?(?:soon|"
    r"shortly)\b(?! (?:as|after))|"
    r"\bwill be (?:made )?(?:available|published|added|uploaded|announced|launched|updated|posted|released) (?:here |"
    r"on this page )?(?:very )?(?:soon|shortly|in due course)\b|"
    r"\b(?:folgt in kürze|demnächst verfügbar|bientôt disponible|prochainement disponible|disponible próximamente|ar gael yn fuan)\b",
    re.IGNORECASE,
)


DATES: Final = 12
"""Dates of one sentence that are judged: more are a list."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise at ``start:stop`` of a sentence; ``end`` is its last day, None when it names none."""

    start: int
    stop: int
    end: dt.date | None


def promise(
    sentence: str, *, lead: str = "", order: str = "dmy", lang: str | None = None, spans: Sequence[tuple[int, int]] = ()
) -> Promise | None:
    """The promise of a sentence, or None. Of several deadlines the last one counts: until then the sentence may still be right.

    ``lead`` is the line that introduces a list ("PCNs should:"), whose words govern its items too. ``spans`` are the year ranges of the
    sentence, which are told as such: a date in one of them is no promise as well.
    """
    best: tuple[dt.date, dates.FoundDate] | None = None
    governed: dates.FoundDate | None = None
    found = dates.find(sentence, order=order, lang=lang)[:DATES] if _MAY_HAVE_DATE.search(sentence) else ()
    for one in found:
        ranged = governed is not None and _TO.fullmatch(sentence[governed.end : one.start]) is not None
        if (
            one.date.year < 2000
            or any(start <= one.start < stop for start, stop in spans)
            or not (ranged or _governed(sentence, one, lead))
        ):
            continue
        governed = one
        if best is None or one.date.by > best[0]:
            best = one.date.by, one
    if best is not None:
        return Promise(best[1].start, best[1].end, best[0])
    soon = _SOON.search(sentence)
    return Promise(soon.start(), soon.end(), None) if soon else None


def _governed(sentence: str, found: dates.FoundDate, lead: str) -> bool:
    """Whether words of deadline, obligation or future govern the date."""
    before, after = sentence[max(0, found.start - 160) : found.start], sentence[found.end : found.end + 120]
    if _OWN.search(before[-80:]) or _OWN.search(after[:40]) or _VALIDITY.search(sentence[: found.start + 40]):
        return False
    if before.rstrip().endswith(":") and len(before) < 60:
        return _DEADLINE_LABEL.search(before) is not None
    if _DUE.search(before):
        return True
    preposition = _DEADLINE.search(before) or _POINT.search(before)
    if preposition is None:
        return _stands(sentence, before, found, prepositioned=False)
    head = before[: preposition.start()]
    deadline = _DEADLINE.search(before) is not None
    if not deadline and _DATED.search(head):
        return False
    if not head.strip(" ,("):
        ahead = _FUTURE.search(after)
        return ahead is not None and ahead.start() < 80 and not _HAPPENED.search(after[: ahead.start()])
    future = list(_FUTURE.finditer(head))
    if (
        future
        and not _GONE.search(head[future[-1].start() :])
        and not acted(head[future[-1].start() :])
        and not head[: future[-1].start()].endswith(("was ", "were "))
    ):
        return deadline or len(head) - future[-1].end() < 90
    if deadline and (_ORDER.match(sentence) or (_FUTURE.search(lead) and lead.rstrip().endswith(":"))):
        return not _GONE.search(sentence)
    return _stands(sentence, before, found, prepositioned=True)


def _stands(sentence: str, before: str, found: dates.FoundDate, *, prepositioned: bool) -> bool:
    """Whether a verb that stands for a term ("closes on", "is open until", "deadline is") governs the date, in the present."""
    stands = list(_STANDS.finditer(before))
    if not stands or _GONE.search(sentence):
        return False
    between = before[stands[-1].end() :]
    near = len(between) <= (14 if found.date.precision is Precision.YEAR else 45)
    return near and not _DATED.search(between) and (prepositioned or _LINKING.fullmatch(between) is not None)
