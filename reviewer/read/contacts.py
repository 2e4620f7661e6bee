"""Who a page names as its contact: people, teams, roles, e-mail addresses, telephone numbers, Slack channels.

Two families: a label with a value ("Owner: ...", in the next cell, on the next line, in a definition list), and a sentence that asks
("please contact either A or B", "by the page owner #team"). Reviewers, signatories and people who are quoted are under neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import unquote

from reviewer.model import Contact, ContactKind, Region
from reviewer.read import contacts_words as words
from reviewer.read.contacts_values import EMAIL, LONGEST, SLACK, Value, addresses, names
from reviewer.read.document import BlockKind, Candidate, Document, Hints
from reviewer.read.sentences import Line, lines, sentences

CHARACTERS: Final = 60_000
"""Characters of lines with a word of contact that are looked at on one page: ten times what any page for people has."""
COLONS: Final = 40
ASKED: Final = 12
"""Colons, and requests to contact somebody, of one line that are looked at."""

_KNOWN: Final = words.HEADS | words.QUALIFIERS | words.MAKERS | words.BY
_TOKEN: Final = re.compile(r"[^\W\d_]+")
_COLON: Final = re.compile(r":(?=[\s*_]|$|[^\s/\d\w]|[^\W\d_])|\s[-–—=]\s")
_NO_WORDS: Final = re.compile(r"[\d@#]")
_BEFORE: Final = 110
"""Characters before a colon in which its label stands."""
_WORDS: Final = 7
_NOT_LABEL: Final = re.compile(r"[.;|•>,?!](?:\s|$)|[|;•>,\d]")
_DOCUMENT: Final = re.compile(
    r"\b(?:this|the|our|these|diese[sr]?|die|das|cette|ce|esta|este) (?:[\w-]{1,20} ){0,4}?(?:page|document|site|website|web page|guide|"
    r"guideline|policy|content|resource|leaflet|report|manual|"
    r"handbook|toolkit|guidance|article|register|documentation|repository|protocol|procedure|pages|seite|dokument|página|documento|"
    r"tudalen|dudalen|ddogfen)\b",
    re.IGNORECASE,
)
_ASK: Final = re.compile(
    r"\b(?:"
    r"(?<!close )(?<!in )(?<!of )contact(?! with| details| between| lens| tracing| sport| time| hours)|e-?mail|speak (?:to|with)|talk to|"
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
    r"cysylltwch (?:â|ag|gyda)|cysylltu (?:â|ag|gyda)|e-bostiwch"
    r")\b[ :,]{0,3}",
    re.IGNORECASE,
)
_INTRODUCES: Final = re.compile(
    r"\b(?:officer|guardian|lead|manager|owner|contact|author|editor|coordinator|custodian|maintainer|team|webmaster|"
    r"person)s?\b[\w ()’']{0,80} (?:is|are)\s?:$",
    re.IGNORECASE,
)
_MADE: Final = re.compile(
    r"\b(?:owned|maintained|managed|compiled|prepared|written|authored|edited|produced|developed|drafted|gepflegt|betreut|verfasst|"
    r"erstellt|rédigée?|maintenue?|gérée?|mantenid[oa]|elaborad[oa]|redactad[oa])"
    r" (?:by|von|durch|par|por) ",
    re.IGNORECASE,
)
_HOLDS: Final = re.compile(
    r" (?:is|are) (?:the|an?) (?:(?:page|content|document|policy|guideline|main|lead|joint) )?(?:owners?|maintainers?|contacts?|authors?) ?"
    r"(?:(?:of|for) (?:this|the) [\w ]{1,40})?\.?$"
)
_STOP: Final = re.compile(
    r"[!?:]|\.(?=\s|$)| (?:on|at|for|if|to|via|who|which|that|about|with|regarding|through|in|from|when|before|as|so|is|are|will|using|"
    r"und|unter|per|für|wenn|"
    r"pour|au|le|la|à|si|par|sur|para|en|ar|am|os|i|also|directly|immediately|first|please)(?= )| and (?=[a-z]+(?:ed|s) )"
)
_CALL: Final = re.compile(r"\b(?:tel(?:ephone|efon|éfono)?|phone|call|ring|mobile|ffôn|téléphone(?:z)?|tél|llame|contact)\b", re.IGNORECASE)
_QUOTED: Final = 240


def facts(document: Document, hints: Hints) -> Iterable[Contact]:
    """The contacts that the page names, each once, in reading order."""
    return [one.fact for one in candidates(document, hints) if isinstance(one.fact, Contact) and one.taken]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every place that could name a contact: what was taken, and what was passed over and why."""
    extra = frozenset(" ".join(_TOKEN.findall(label.lower())) for kind, label in hints.labels if kind == "contact")
    rows = lines(document)
    seen: set[tuple[ContactKind, str]] = set()
    left = CHARACTERS
    for at, line in enumerate(rows):
        if line.block.region in {Region.NAV, Region.ASIDE} and not _speaks(line, extra):
            continue
        low = line.text.lower()
        if not (line.block.links or any(cue in low for cue in words.CUES) or any(label in low for label in extra)):
            continue
        left -= len(low)
        if left < 0:
            return
        for value, quote, why in _found(document, rows, at, extra):
            key = (value[0], value[1].casefold())
            taken = key not in seen and not why.startswith("not ")
            if taken:
                seen.add(key)
            elif key in seen:
                why = "named before"  # noqa: PLW2901 - the reason is replaced on purpose
            yield Candidate(Contact(value[0], value[1], quote, line.block.place), quote, taken, why, line.block.place)


def _speaks(line: Line, extra: frozenset[str]) -> bool:
    """Whether an aside is a contact box: its own heading is a contact label."""
    return line.block.region is Region.ASIDE and is_label(line.block.place.heading or "", extra) is not None


def is_label(text: str, extra: frozenset[str] = frozenset()) -> bool | None:
    """Whether ``text`` as a whole is a contact label: True when it is a strong one, False when weak, None when it is none."""
    if len(text) > 80 or _NO_WORDS.search(text):
        return None
    tokens = _TOKEN.findall(text.lower())
    if not tokens:
        return None
    tokens = [next((end for end in words.LABEL_COMPOUNDS if token.endswith(end)), token) for token in tokens]
    if " ".join(tokens) in extra:
        return True
    if " ".join(tokens) in words.NAMED_OFFICES:
        return False
    if tokens[0] == "key" and len(tokens) == 2 and tokens[1] in words.KEY:
        return False
    made = any(token in words.MAKERS for token in tokens) and any(token in words.BY for token in tokens)
    if len(tokens) > 7 or not (made or any(token in words.HEADS for token in tokens)):
        return None
    if not all(token in _KNOWN for token in tokens):
        return None
    return made or any(token in words.STRONG for token in tokens)


def _found(document: Document, rows: tuple[Line, ...], at: int, extra: frozenset[str]) -> Iterator[tuple[Value, str, str]]:
    """The values at one line, with their quote and why they are contacts; a reason that begins with "not" passes them over."""
    line = rows[at]
    whole = is_label(line.text.strip(" :*_#-–—"), extra)
    if whole is None and _INTRODUCES.search(line.text[-160:]):
        whole = False
    if whole is not None:
        if _register(document, line):
            return
        for beside in _beside(rows, at, strong=whole):
            for value in names(beside.text, strong=whole) + addresses(beside.text) + _mailto(document, beside):
                yield value, f"{line.text} {beside.text}"[:_QUOTED], "beside a contact label"
        return
    yield from _beside_address(line)
    taken = False
    for strong, text, far, quote in _labelled(line.text, extra):
        for value in names(text, strong=strong) + addresses(far):
            taken = True
            yield value, quote, "after a contact label"
    if not taken:
        yield from _asked(line)
    for value in _mailto(document, line):
        yield value, line.text[:_QUOTED], "an address beside contact words" if _near(line) else "not beside contact words"


def _register(document: Document, line: Line) -> bool:
    """Whether the label heads a column of several rows: the owners of other things."""
    cell = line.block.cell
    if cell is None or cell.row > 0:
        return False
    below = [block.cell for block in document.blocks[line.index + 1 : line.index + 200] if block.cell and block.cell.table == cell.table]
    return sum(1 for other in below if other.column == cell.column and other.row > 0) > 1


def _beside(rows: tuple[Line, ...], at: int, *, strong: bool) -> Iterator[Line]:
    """The lines that hold the value of a label that stands alone: the next cell, the definitions, or the lines below it."""
    block = rows[at].block
    after = rows[at + 1 : at + 8]
    if block.cell is not None:
        cell = block.cell
        row = [line for line in after if line.block.cell and (line.block.cell.table, line.block.cell.row) == (cell.table, cell.row)]
        below = [
            line
            for line in rows[at + 1 : at + 40]
            if line.block.cell
            and (line.block.cell.table, line.block.cell.row, line.block.cell.column) == (cell.table, cell.row + 1, cell.column)
        ]
        beside = [
            block.cell
            for line in rows[max(0, at - 12) : at]
            if (block := line.block).cell and (block.cell.table, block.cell.row) == (cell.table, cell.row)
        ]
        headed = any(other.header for other in (*beside, *(line.block.cell for line in row if line.block.cell)))
        yield from below if cell.header and headed else row
        return
    for line in after:
        if line.block.region is not block.region or line.block.kind is BlockKind.HEADING or is_label(line.text.strip(" :*_")) is not None:
            return
        if block.kind is BlockKind.TERM and line.block.kind is not BlockKind.DEFINITION:
            return
        if (
            line.text.rstrip(" *_").endswith(":")
            or not (names(line.text, strong=strong) or addresses(line.text) or line.block.links)
            or len(line.text) > LONGEST
        ):
            return
        yield line
        if not strong and block.kind is not BlockKind.TERM:
            return


@dataclass(frozen=True, slots=True)
class _Label:
    """A label in a line: where it stands, and whether it is a contact's (strong or weak), an address's, or another one."""

    start: int
    end: int
    strong: bool | None
    reach: bool = False


def _labels(text: str, extra: frozenset[str]) -> list[_Label]:
    """The labels of one line. Before a colon stand up to seven words: the longest end of them that is a label counts."""
    found: list[_Label] = []
    last = 0
    for colon in islice(_COLON.finditer(text), COLONS):
        low = max(last, colon.start() - _BEFORE)
        cuts = [cut.end() for cut in _NOT_LABEL.finditer(text, low, colon.start())]
        low = cuts[-1] if cuts else low
        starts = [word.start() for word in re.finditer(r"\S+", text[low : colon.start()])][-_WORDS:]
        for at in (low + start for start in starts):
            one = _label(text[at : colon.start()], at, colon.end(), extra, first=at == low + starts[0])
            if one is not None:
                found.append(one)
                break
        last = colon.end()
    return found


def _label(label: str, start: int, end: int, extra: frozenset[str], *, first: bool) -> _Label | None:
    """What a label before a colon is, or None."""
    strong = is_label(label, extra)
    if strong is not None:
        return _Label(start, end, strong) if first or label.lstrip("*_([")[:1].isupper() else None
    tokens = _TOKEN.findall(label.lower())
    if tokens and all(token in words.REACH for token in tokens):
        return _Label(start, end, None, reach=True)
    if tokens and all(token in words.STOPPERS for token in tokens):
        return _Label(start, end, None)
    return None


def _labelled(text: str, extra: frozenset[str]) -> Iterator[tuple[bool, str, str, str]]:
    """(strong, value, value with the addresses after it, quote) for each contact label of one line."""
    labels = _labels(text, extra)
    for at, label in enumerate(labels):
        if label.strong is None:
            continue
        rest = labels[at + 1 :]
        stop = rest[0].start if rest else len(text)
        reach = next((other.start for other in rest if not other.reach), len(text))
        value = text[label.end : min(stop, label.end + LONGEST)]
        end = next(iter(sentences(value)), (0, 0))[1]
        far = text[label.end : min(reach, label.end + LONGEST)]
        yield label.strong, value[:end], far, text[label.start : min(reach, label.start + _QUOTED)].strip()
    tokens = text.split(" ", 4)
    heads = [word.lower() for word in tokens[:3]]
    if (
        ":" not in text
        and len(text) < 100
        and len(tokens) > 2
        and tokens[0][:1].isupper()
        and heads[0] in words.NO_COLON
        and heads[1] in words.NO_COLON_HEADS
        and tokens[2][:1].isupper()
    ):
        value = " ".join(tokens[2:])
        yield heads[1] in words.STRONG, value, value, text


def _asked(line: Line) -> Iterator[tuple[Value, str, str]]:
    """Whom the sentences of a line ask to contact, or name as the maker of the page."""
    for start, end in sentences(line.text):
        text = line.text[start:end]
        quote = text[:_QUOTED]
        low = text.lower()
        public = any(word in low for word in words.PUBLIC_LINES) or not words.OUTSIDE.isdisjoint(_TOKEN.findall(low))
        asked = False
        for found in islice(_ASK.finditer(text), ASKED):
            asked = True
            rest = text[found.end() : found.end() + LONGEST]
            stop = _STOP.search(rest)
            for value in names(rest[: stop.start()] if stop else rest, strong=False):
                yield value, quote, "not for questions about the page" if public else "asked to contact"
        for found in islice(_MADE.finditer(text), ASKED):
            if found.start() == 0 or _DOCUMENT.search(text[max(0, found.start() - 100) : found.start()]):
                rest = text[found.end() : found.end() + LONGEST]
                stop = _STOP.search(rest)
                for value in names(rest[: stop.start()] if stop else rest, strong=False):
                    yield value, quote, "made or kept by"
        holder = _HOLDS.search(text)
        if holder:
            for value in names(text[: holder.start()], strong=False):
                yield value, quote, "said to hold the page"
        for value in addresses(text)[:ASKED]:
            spot = text.find(value[1])
            before = text[max(0, spot - 60) : spot]
            if value[0] is ContactKind.EMAIL and line.block.region is Region.FOOTER and not asked:
                continue
            if value[0] is ContactKind.PHONE and not _CALL.search(before):
                continue
            if value[0] is ContactKind.SLACK and not (asked or "slack" in low or "owner" in low):
                continue
            yield value, quote, "not for questions about the page" if public else "an address beside contact words"


def _beside_address(line: Line) -> Iterator[tuple[Value, str, str]]:
    """The person, role or team that a short line gives an address of: "Example Person, Web Editor - person@site.example"."""
    address = EMAIL.search(line.text) if len(line.text) < 160 and line.block.region is Region.MAIN else None
    if address is not None and ":" not in line.text[: address.start()]:
        before = line.text[: address.start()].strip(" ,:;(<–—-|")
        found = names(before, strong=False)
        if found and len(" ".join(value for _, value in found)) >= 0.6 * len(before):
            for value in found:
                yield value, line.text[:_QUOTED], "beside an address"


def _near(line: Line) -> bool:
    """Whether the words around an address speak of contact; in a footer, which is the site's, only a label does."""
    if line.block.region is Region.FOOTER:
        return any(label.strong is not None for label in _labels(line.text, frozenset()))
    low = f"{line.block.place.heading or ''} {line.text}".lower()
    return any(word in low for word in words.NEAR)


def _mailto(document: Document, line: Line) -> list[Value]:
    """The addresses of the ``mailto:`` links and the channels of the Slack links of a line."""
    found: list[Value] = []
    for index in line.block.links:
        link = document.links[index]
        href = link.href.strip()
        if link.words and link.words not in line.text:
            continue
        if href.lower().startswith("mailto:"):
            address = EMAIL.match(unquote(href[7:].split("?")[0]).strip())
            if address:
                found.append((ContactKind.EMAIL, address.group()))
        elif "slack.com/" in href and SLACK.fullmatch(link.words.strip()):
            found.append((ContactKind.SLACK, link.words.strip()))
    return found
