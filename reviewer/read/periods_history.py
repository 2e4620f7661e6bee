"""Whether a page speaks of an elapsed period as the past. History is spared: it is right as it stands.

Each rule is a family of phrasing: the kind of page (minutes, archives), the section (references), a series of years, the title of a dated
publication, a citation, a comparison with another year, the past tense.
"""

from __future__ import annotations

import re
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
    r"\bibid\b",
    re.IGNORECASE,
)
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
    r"war|waren|wurde|wurden|hatte|hatten|gab|était|étaient|fut|avait|a été|ont été|fue|fueron|era|eran|tuvo|había|oedd|roedd|cafodd|"
    r"cafwyd|bu)\b",
    re.IGNORECASE,
)
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
    heads = [document.title, *[block.text for block in document.blocks if block.level == 1 and len(block.text) < 200][:2]]
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
    past, present = _PAST.search(sentence), _PRESENT.search(sentence)
    if past and not present:
        return "the past tense"
    if past and _DURING.search(sentence[max(0, start - 50) : start]):
        return "the past tense"
    return None


def citation(sentence: str) -> bool:
    """Whether a sentence cites a publication."""
    return _CITATION.search(sentence) is not None
