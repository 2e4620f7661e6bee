"""What a page says of itself as a whole: that it is under review or out of date (`Banner`), or that it was replaced, withdrawn or archived
(`Superseded`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reviewer.model import Banner, Region, Superseded
from reviewer.read.dates.lines import Stems, occurrences
from reviewer.read.document import Block, BlockKind, Candidate, Document, Hints
from reviewer.read.sentences import sentences

_NOUN: Final = (
    r"(?:page|document|policy|guideline|guidelines|guidance|procedure|protocol|statement|leaflet|information|content|"
    r"factsheet|website|site|web page|webpage|resource|article|"
    r"publication|section|pathway|formulary|guide|manual|advice|template|topic|standard|version|archive|seite|website|"
    r"dokument|leitlinie|page|fiche|página|documento|guía|dudalen|"
    r"tudalen|ddogfen|technology appraisal(?: guidance)?|quality standard|circular|bulletin|report|consultation|toolkit|form)"
)
_THIS: Final = rf"(?:this|these|diese[rs]?|cette|ce|esta|este|y|mae'r|'r)(?: [\w'-]{{1,20}}){{0,3}}? {_NOUN}(?: hon| hwn)?"
_UNDER_REVIEW: Final = re.compile(
    rf"\b(?:{_THIS}|(?:the )?(?:information|content|text|guidance) (?:on|in) {_THIS})\b,? (?:[\w'-]{{1,15}} ){{0,6}}?(?:"
    r"under (?:[a-z]{1,12} )?review|(?:being|been) (?:reviewed|updated|revised|rewritten|reworked)(?! (?:and|on|in|by|at|"
    r"every|to)\b)|in (?:the )?process of being (?:reviewed|updated|revised)|"
    r"(?:overdue|past|beyond) (?:its |for |a |for a )?(?:planned |next )?review(?: date)?|(?:was|were) (?:due|set|"
    r"scheduled|supposed|meant) (?:to be|for) review(?:ed)?|"
    r"(?:should|ought to|(?:was|were) (?:due |meant |supposed |scheduled )?to|needed to) have been (?:reviewed|updated|revised)|"
    r"out[ -]of[ -]date|outdated|needs? (?:reviewing|updating|to be (?:reviewed|updated)(?! (?:again|on|by|in|every|"
    r"before|annually|regularly)\b))|due for review(?! (?:on|in|by|at|every|again|before)\b)|"
    r"undergoing (?:a )?(?:review|revision)|awaiting review|pending review|"
    r"wird (?:derzeit|aktuell|zurzeit|gerade|momentan) (?:über(?:arbeitet|prüft)|aktualisiert)|veraltet|(?:en cours de|"
    r"in) (?:révision|relecture|mise à jour|überarbeitung)|obsolète|périmée?|"
    r"(?:está|se encuentra) (?:siendo |en )?(?:revisad[oa]|revisión|proceso de revisión|actualización)|desactualizad[oa]|"
    r"(?:wrthi'n |yn )?cael ei (?:h)?(?:adolygu|diweddaru) ar hyn o bryd|dan adolygiad|wedi dyddio"
    r")",
    re.IGNORECASE,
)
_OUTDATED: Final = re.compile(
    rf"\b(?:the )?(?:information|content|guidance|advice|details)(?: (?:shown|given|provided|contained|published))?(?: "
    rf"(?:here|below|(?:on|in) (?:it|{_THIS})))? "
    r"(?:may|might|could|is|are|will)(?: now| well| no longer| therefore){0,2} (?:be )?(?:out[ -]of[ -]date|outdated|"
    r"(?:un)?reliable|not be (?:current|up[ -]to[ -]date)|be current)",
    re.IGNORECASE,
)
_HEADLINE: Final = re.compile(
    r"^\W{0,6}(?:(?:currently |content |page |guideline |status\W{1,3})?under review|review overdue|overdue (?:for|a) "
    r"review|(?:needs|awaiting|pending) review|out of date|outdated|"
    r"(?:page|content|guideline) (?:is )?(?:currently )?(?:being|under) review(?:ed)?|in überarbeitung|en cours de "
    r"révision|en révision|en revisión|dan adolygiad|yn cael ei adolygu)"
    r"(?=\W{0,6}$| ?[—–:!|.-])",
    re.IGNORECASE,
)
_AT_WORK: Final = re.compile(
    rf"\b(?:we are|we're) (?:currently |now |still )?(?:reviewing|updating|revising|rewriting) "
    rf"(?:the (?:content|information|text|guidance|advice) "
    rf"(?:of|on|in) )?{_THIS}\b(?! (?:every|each|regularly|annually|yearly|monthly|in|on|by)\b)",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"\b(?:if|when|where|unless|once|print(?:ed|ing)?|paper|hard cop(?:y|ies)|copies|download(?:ed|s)?|cached|wenn|falls|si|cuando|os)\b",
    re.IGNORECASE,
)
_STEMS: Final = Stems(
    {"review", "out of date", "out-of-date", "outdated", "updat", "being re", "revis", "rewrit", "undergoing", "not be current"}
    | {"reliable", "up to date", "up-to-date", "überarb", "überprüf", "aktualisiert", "veraltet", "révision", "relecture"}
    | {"à jour", "obsol", "périm", "actualiz", "adolyg", "diweddaru", "dyddio", "replac", "supersed", "withdraw", "archiv"}
    | {
        "snapshot",
        "wayback",
        "retired",
        "rescind",
        "no longer",
        "moved",
        "relocated",
        "transferred",
        "discontinu",
        "decommission",
        "maintained",
    }
    | {"ersetzt", "zurückgezogen", "außer kraft", "aufgehoben", "remplac", "retirée", "retiré", "abrog", "sustitu"}
    | {"reemplaz", "retirad", "derogad", "disodli", "harchifo", "archifo", "tynnu", "thynnu"}
)
_GONE: Final = (
    r"(?:superseded|replaced|withdrawn|archived|retired|rescinded|discontinued|decommissioned|(?:updated|reviewed|"
    r"revised) and (?:replaced|superseded)|"
    r"no longer (?:current|maintained|updated|being updated|in use|in force|valid|available|supported|applicable|applies|"
    r"recommended)|obsolete|"
    r"ersetzt|zurückgezogen|archiviert|außer kraft|aufgehoben|remplacée?|retirée?|archivée?|abrogée?|sustituid[oa]|"
    r"reemplazad[oa]|retirad[oa]|archivad[oa]|derogad[oa]|"
    r"disodli|ddisodli|harchifo|archifo|thynnu'n ôl|tynnu'n ôl)"
)
_SUPERSEDED: Final = re.compile(
    rf"\b{_THIS},? (?:[\w',.()-]{{1,24}} ){{0,5}}?(?:has|have|was|were|is|are|had|wurde|ist|a|est|ha|fue|wedi)(?:'i)?(?: "
    rf"(?:now|been|since|therefore|été|sido|ei|being|is|durch [\w .-]{{2,60}}?|hat|worden))*"
    rf" {_GONE}\b",
    re.IGNORECASE,
)
_FROZEN: Final = re.compile(
    rf"\b{_THIS} (?:will (?:not|no longer) be|is not being|is no longer|will not|has not been|ceased to be|stopped being) "
    rf"(?:being )?(?:updated|maintained|kept up to date)\b(?! (?:until|since|for|daily|weekly))",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    rf"\b(?:{_THIS}|our (?:website|site|page)) (?:has|have) (?:now )?(?:moved|been moved|relocated|transferred) (?:to|from)\b",
    re.IGNORECASE,
)
_MARK: Final = re.compile(
    r"^\W{0,3}(?:status\W{1,3})?(?:withdrawn|archived(?: content| page| document)?|superseded|obsolete|retired|zurückgezogen|archiviert|"
    r"retirée?|archivée?|retirad[oa])"
    r"(?=\W{0,4}$|\]| ?[:—–|-]|\)|\. (?:superseded|replaced) by )",
    re.IGNORECASE,
)
_COPY: Final = re.compile(
    r"\bUK Government Web Archive\b.{0,80}\bsnapshot (?:was )?taken\b|\bWayback Machine\b.{0,30}\b\d{1,6} captures?\b", re.IGNORECASE
)
_OTHER_WAY: Final = re.compile(
    r"\b(?:replaces|supersedes|replacing|superseding|ersetzt (?:die|das|den)|remplace |sustituye|reemplaza|yn disodli)", re.IGNORECASE
)
_BY: Final = re.compile(
    r"\b(?:(?:replaced|superseded) (?:by|with)|now (?:in|at|on|part of)|moved to|(?:visit|see|go to|refer to|use|read)|"
    r"(?:please )?(?:visit|see)|ersetzt durch|durch|remplacée? par|sustituid[oa] por|gan)\s(?:the )?"
    r"(?P<by>[^.;\n(]{3,160}?(?:\.(?=\w)[^.;\s]{1,60}){0,4})(?=[.;,(\n]|$| on \d| from \d| in \d)",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"\b(?:https?://)?(?:www\.)[\w.-]{3,80}\b", re.IGNORECASE)
_SAID: Final = re.compile(r"[,.!?]?[\"”»],? (?:said|says|told|added|explained|sagte|a déclaré|dijo)\b")
_WINDOW: Final = 500
MOST: Final = 300
"""Blocks with a word of review or replacement that are looked at."""


def facts(document: Document, hints: Hints) -> Iterable[Banner | Superseded]:
    """The first banner and the first sentence of replacement, at most one of each."""
    taken = [one.fact for one in candidates(document, hints) if one.taken]
    banner = next((fact for fact in taken if isinstance(fact, Banner)), None)
    gone = next((fact for fact in taken if isinstance(fact, Superseded)), None)
    return [fact for fact in (banner, gone) if fact is not None]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every sentence that says so, and those that only look like it."""
    del hints
    if mark := _MARK.match(document.title):
        yield Candidate(Superseded(document.title), document.title, taken=True, why=f"the title says {mark.group().strip()}")
    near = {id(line): line.block for line, _ in occurrences(document, _STEMS, besides=Region.FOOTER)}
    for block in list(near.values())[:MOST]:
        yield from _in_block(block, document)


def _in_block(block: Block, document: Document) -> Iterator[Candidate]:
    """What the sentences of one block say."""
    whole = block.text[:20_000].translate({0x2019: "'", 0x2018: "'"})
    head = whole[:_WINDOW].replace("\n", " ")
    if len(whole) < 300 and (found := _HEADLINE.match(head)) and block.kind is not BlockKind.CELL:
        yield Candidate(
            Banner(_quote(head, 0, len(head)), block.place), head, taken=True, why=f"a notice: {found.group().strip()}", place=block.place
        )
    if len(whole) < 120 and block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH} and (found := _MARK.match(head)) and block.level <= 1:
        yield Candidate(
            _superseded(block, head, head, document), head, taken=True, why=f"a mark: {found.group().strip()}", place=block.place
        )
    if _COPY.search(head):
        yield Candidate(
            Superseded(_quote(head, 0, len(head)), place=block.place), head, taken=True, why="an archive's banner", place=block.place
        )
    spans = list(sentences(whole))[:200]
    for number, (start, stop) in enumerate(spans):
        text = whole[start : min(stop, start + _WINDOW)].replace("\n", " ")
        after = whole[stop : stop + _WINDOW].replace("\n", " ") if number + 1 < len(spans) else ""
        if gone := _SUPERSEDED.search(text) or _FROZEN.search(text) or _MOVED.search(text):
            if _OTHER_WAY.search(text[: gone.end()]) or _CONDITION.search(text[: gone.start()]):
                yield Candidate(None, text, taken=False, why="it speaks of what this page replaces, or on a condition", place=block.place)
            elif _reported(text, gone.start()) or _SAID.search(whole, start + gone.end(), start + gone.end() + 200):
                yield Candidate(None, text, taken=False, why="somebody's words", place=block.place)
            else:
                yield Candidate(
                    _superseded(block, text, after, document), text, taken=True, why="the page says it of itself", place=block.place
                )
        elif found := _UNDER_REVIEW.search(text) or _OUTDATED.search(text) or _AT_WORK.search(text):
            if _SAID.search(whole, start + found.end(), start + found.end() + 200):
                yield Candidate(None, text, taken=False, why="somebody's words", place=block.place)
            elif _CONDITION.search(text):
                yield Candidate(None, text, taken=False, why="only on a condition, or of copies", place=block.place)
            else:
                fact = Banner(_quote(text, found.start(), found.end()), block.place)
                yield Candidate(fact, text, taken=True, why="the page says it of itself", place=block.place)


def _reported(text: str, at: int) -> bool:
    """Whether somebody is quoted there: a quotation is open, and words stand before it."""
    before = text[:at]
    opened = before.rfind("“") if before.rfind("“") > before.rfind("”") else before.rfind('"') if before.count('"') % 2 else -1
    return opened > 0 and any(letter.isalpha() for letter in before[:opened])


def _quote(text: str, start: int, end: int) -> str:
    """The sentence, or 240 characters of it around what was found."""
    if len(text) <= 240:
        return " ".join(text.split())
    return " ".join(text[max(0, start - 60) : max(end, start + 180)].split())


def _superseded(block: Block, text: str, after: str, document: Document) -> Superseded:
    """The fact, with what replaces the page when the sentence or the next one says it."""
    found = _BY.search(text) or _BY.search(after)
    host = _HOST.search(text) or _HOST.search(after)
    by = found["by"].strip(" ,") if found else None
    links = [document.links[number] for number in block.links if number < len(document.links)]
    link = next((one for one in links if one.element == "a" and one.url and one.url.startswith("http")), None)
    if host is not None and (by is None or host.group() in by or len(by) > 60):
        by = host.group()
    elif by is None and link is not None and link.words:
        by = link.words
    return Superseded(_quote(text, 0, len(text)), by, link.url if link else None, block.place)
