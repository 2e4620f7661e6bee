"""Whether a page speaks of an elapsed period as the past. History is spared: it is right as it stands.

Each rule is a family of phrasing: the kind of page (minutes, archives), the section (references), a series of years, the title of a dated
publication, a citation, a comparison with another year, the past tense.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from reviewer.read.document import Document

_RECORD: Final = re.compile(
    r"\b(?:minutes|agendas?|cofnodion|chofnodion|protokoll|niederschrift|sitzung|procès-verbal|compte[ -]rendu|ordre du jour|actas?|"
    r"orden del día|board papers|committee papers|archived?|archives|archiv|"
    r"press releases?|pressemitteilung\w*|communiqué|nota de prensa|newsletters?|meeting notes|release notes|changelog|change log|"
    r"timeline|annual reports?|annual accounts|jahresbericht|rapport annuel)\b",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"\b(?:RESOLVED|apologies (?:for absence|were|received)|in attendance|matters arising|minutes of the (?:last|previous|meeting)|"
    r"present:|action points?:|(?:proposed|seconded) by|penderfynwyd|ymddiheuriadau|"
    r"beschlossen|anwesend|tagesordnung|présents|ordre du jour|asistentes|orden del día)",
)
_SECTION: Final = re.compile(
    r"\b(?:references?|bibliography|further reading|sources?|citations?|footnotes?|endnotes|literature|works cited|archived?|archives|"
    r"previous|past|older|earlier|historic\w*|history|timeline|"
    r"literatur|quellen|références|bibliographie|referencias|bibliografía|cyfeiriadau|background|version (?:history|control)|"
    r"change (?:log|history)|revision history|amendments?)\b",
    re.IGNORECASE,
)
_CITATION: Final = re.compile(
    r"\bet al\b|\bdoi\b|\bISBN\b|\bISSN\b|\bpp?\.\s?\d|\bvol\.?\s?\d|\bretrieved\b|\baccessed\b|\bavailable (?:at|from):|\bcited\b|"
    r"\bibid\b|\b(?:19|20)\d\d(?: [A-Z][a-z]{2}\w{0,6})?;\s?\d{1,4}\s?[:(]",
    re.IGNORECASE,
)
_JOURNAL: Final = re.compile(r" [^.;!?]{2,80}[ .]\s?(?:19|20)\d\d(?: [A-Z][a-z]{2,8})?;\s?\d{1,4}\s?[:(]")
_SOURCES: Final = re.compile(
    r"(?:\d{1,2}[.)]? )?(?:references|bibliography|further reading|sources|works cited|literature|literatur|quellen|références|"
    r"bibliographie|referencias|bibliografía|cyfeiriadau)"
    r"(?: (?:and|&) (?:references|bibliography|further reading|sources|links|resources))? ?:?",
    re.IGNORECASE,
)
"""A line that opens a list of sources though it is no heading."""
_FILE: Final = re.compile(r"\b(?:pdf|docx?|xlsx?|csv|pptx?|odt)\b|\d\s?[KM]B\b", re.IGNORECASE)
_PUBLICATION: Final = re.compile(
    r"\b(?:annual reports?|reports?|accounts|statistics|surveys?|audits?|census|performance|achievements|results|newsletters?|bulletins?|"
    r"evaluations?|findings|"
    r"outturn|minutes|budgets?|dataset|data|returns?|figures|"
    r"yearbook|editions?|review of the year|case stud(?:y|ies)|award(?:s)?|winners?|adroddiad(?:au)?|cyllideb|ystadegau|cyfrifon|bericht|"
    r"jahresbericht|statistik|haushalt|umfrage|rapport|comptes|enquête|informe|cuentas|memoria|encuesta|"
    r"presupuesto|statement of accounts|cohort|intake|season review|impact report|quality account)\b",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(
    r"\b(?:compar(?:ed|ison|ing)|than in|than for|versus|vs|since|previous(?:ly)?|prior|last year|years? before|earlier|former(?:ly)?|"
    r"up from|down from|(?:rise|rose|fell|fall|increase|increased|decrease|decreased|drop|grew) (?:\w+ ){0,4}from|"
    r"baseline|in contrast|historic(?:al|ally)?|used to|no longer|replac(?:es|ed|ing)|supersed\w+|carried (?:over|forward) from|"
    r"left over from|vorjahr|gegenüber|im vergleich|par rapport|comparé|respecto|en comparación|o'i gymharu)\b",
    re.IGNORECASE,
)
_LIKENED: Final = re.compile(
    r"\b(?:reflects?|ambitions?|similar|same|build(?:s|ing)? on|built on|continu\w+|follow(?:s|ing) on|in line with|unchanged|as (?:in|"
    r"for|with)|based on|learning from|lessons|additional|remain\w*|rolled)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|saw|held|began|became|made|took|gave|fell|rose|grew|spent|met|won|led|ran|went|came|undertook|achieved|"
    r"delivered|received|reported|increased|decreased|completed|launched|introduced|"
    r"published|awarded|funded|invested|recorded|treated|reached|established|commissioned|participated|attended|approved|agreed|reduced|"
    r"improved|started|ended|moved|changed|showed|exceeded|underwent|secured|raised|"
    r"opened|closed|appointed|joined|developed|produced|conducted|piloted|created|helped|worked|provided|totalled|cost|earned|paid|"
    r"we (?:let|put|set|cut|spread|hit) (?=[\d£$€])|sank|brought|built|bought|sold|sent|wrote|chose|drew|"
    r"war|waren|wurde|wurden|hatte|hatten|gab|était|étaient|fut|avait|a été|ont été|fue|fueron|era|eran|tuvo|había|oedd|roedd|cafodd|"
    r"cafwyd|bu|"
    r"stieg|stiegen|sanken|betrug|betrugen|lag|lagen|kam|kamen|ging|gingen|nahm|nahmen|fand|fanden|erhielt|erhielten|begann|begannen|"
    r"wuchs|wuchsen|fiel|fielen|blieb|blieben|erreichten?|führten?|verzeichneten?|besuchten?|unterstützten?|beteiligten|starteten?|"
    r"(?:ont|avons|avez|ai) (?:\w{2,14}ment )?\w{0,16}(?:é|i|u|is|it|rt)e?s?|a \w{2,16}(?:é|lli|rti|çu|enu|endu|aru|mis|pris|fait|ert)|"
    r"\w{3,16}(?:aron|ieron|ó)|(?:gwn)?aeth(?:om|ant|och|pwyd)|\w{3,16}(?:odd|asom|asant|on ni)|\w{4,16}wyd)\b|"
    r"\b(?:haben|hat|habe) (?:[^\s.;]{1,30} ){0,12}(?:\w{0,6}ge\w{2,16}(?:t|en)|(?:be|ver|er|ent|zer)\w{2,16}(?:t|en))\b",
    re.IGNORECASE,
)
_ADJECTIVES: Final = (
    "based|called|named|required|needed|related|limited|attached|listed|linked|dated|designed|aimed|associated|entitled|titled|located|"
    "described|detailed|outlined|shown|proposed|expected|planned|revised|updated|employed|registered|aged|interested|affected|covered"
)
_NOUN: Final = r"(?: (?!(?:of|to|for|in|at|on|by|with|from|as)\b)[\w'’-]{1,24})"
_AIMED: Final = re.compile(r"\b(?:targets?|goals?|aims?|objectives?|ambitions?)\b[^.]{0,80}:", re.IGNORECASE)
_ACTED: Final = re.compile(
    rf"(?:\b(?:[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|I|who|which|that)|(?:^|, |\d )(?:[Tt]he|[Oo]ur|[Aa]|[Aa]n){_NOUN}{{1,4}}?|"
    rf"(?<![\w/‐‑‒–—.-])(?!20\d\d\b)\d[\d,.]{{0,12}}{_NOUN}{{1,4}}?)"
    rf"(?: (?:also|then|only|successfully|jointly|again|both|together|all))? (?!(?:{_ADJECTIVES})\b)[a-z]{{2,16}}[a-z](?<!e)ed\b(?! by\b)",
)
"""Somebody, and what they did: a subject right before a verb that ends in "-ed"; words that as often stand after a noun as adjectives
("the form attached") are no verb here."""
_CAPTION: Final = re.compile(r"[\s*_•-]{0,4}(?:table|figure|fig\.?|chart|graph|tabelle|abbildung|tableau|tabla|tabl)\s?\d", re.IGNORECASE)
_FIGURES: Final = re.compile(
    r"\b(?:income|expenditure|turnover|surplus|deficit|revenue|profit|spend|spending|attendances|donations|total|reserves|einnahmen|"
    r"ausgaben|umsatz|recettes|dépenses|ingresos|gastos|incwm|gwariant)\b[^.!?]{0,60}[:\s](?:[£$€]\s?\d|\d[\d.,]*\s?(?:%|m\b|bn\b|k\b|€))",
    re.IGNORECASE,
)
_AMOUNTS: Final = re.compile(
    r"(?:[\s|;,]*20\d\d\s?[/‐‑‒–—-]\s?(?:20)?\d\d\s?[:|=–-]?\s?[£$€]?\s?\d[\d.,]{0,12}\s?(?:%|m|bn|k|€|million|billion)?(?![\w])[.]?){2,12}\s*"
)
"""Nothing but years, each with its figure."""
_PRESENT: Final = re.compile(
    r"\b(?:is|are|will|must|should|shall|can|may|need|needs|requires?|provides?|please|now|currently|this year|to be|has|have|be|"
    r"supports?|includes?|outlines?|describes?|applies|apply|contains?|covers?|"
    r"ist|sind|wird|werden|muss|müssen|soll|sollen|kann|können|gilt|gelten|est|sont|sera|seront|doit|doivent|es|son|será|serán|debe|"
    r"deben|mae|yw|bydd|rhaid)\b",
    re.IGNORECASE,
)
_DURING: Final = re.compile(
    r"\b(?:in|during|throughout|over|im|en|au cours de|pendant|durante|yn|yn ystod|back in)(?: the)?(?: financial| academic|"
    r" fiscal)?(?: year)?(?: of)?\s$",
    re.IGNORECASE,
)


def record(document: Document) -> bool:
    """Whether the whole page records the past: minutes, agendas, archives, press releases, annual reports."""
    heads = [document.title, *islice((block.text for block in document.blocks if block.level == 1 and len(block.text) < 200), 2)]
    return (
        any(_RECORD.search(head) for head in heads)
        or re.search(r"/(?:archived?|archives|minutes|agendas?)[/._-]", document.url.lower()) is not None
    )


def minutes(document: Document) -> bool:
    """Whether the page is the record of one meeting, and not a list of such records: attendance, resolutions, apologies."""
    return any(_MEETING.search(block.text) for block in document.blocks)


def section(heading: str | None) -> bool:
    """Whether a heading opens references, sources, an archive or a history."""
    return heading is not None and len(heading) < 120 and _SECTION.search(heading) is not None


def why(sentence: str, start: int, stop: int, *, later: bool, later_here: bool) -> str | None:
    """Why the period at ``start:stop`` of ``sentence`` is spoken of as the past, or None.

    ``later``: the page speaks of a later year as its own; ``later_here``: this very sentence does.
    """
    near = sentence[max(0, start - 60) : stop + 40]
    if _CITATION.search(sentence):
        return "a citation"
    if _FILE.search(sentence[stop : stop + 60]):
        return "the title of a file"
    if _PUBLICATION.search(near):
        return "the title of a dated publication"
    if _COMPARED.search(near):
        return "a comparison with another time"
    if later_here:
        return "a later year in the same sentence"
    if later and _LIKENED.search(sentence):
        return "likened to a later year"
    if _CAPTION.match(sentence) or _AMOUNTS.fullmatch(sentence) or _FIGURES.search(sentence):
        return "figures of a year"
    if _PRESENT.search(sentence) and not _DURING.search(sentence[max(0, start - 50) : start]):
        return None
    return "the past tense" if _PAST.search(sentence) or acted(sentence) else None


def sources(text: str) -> bool:
    """Whether a line is nothing but the name of a list of sources, be it marked up as a heading or not."""
    return len(text) < 60 and _SOURCES.fullmatch(text.strip(" *_#")) is not None


def cited(after: str) -> bool:
    """Whether what follows a sentence is the journal that it stands in ("Example J. 2020;12:33")."""
    return _JOURNAL.match(after) is not None


def acted(sentence: str) -> bool:
    """Whether a sentence says what somebody did ("we supported", "300 people used")."""
    return _ACTED.search(sentence) is not None and _AIMED.match(sentence) is None


def citation(sentence: str) -> bool:
    """Whether a sentence cites a publication."""
    return _CITATION.search(sentence) is not None
