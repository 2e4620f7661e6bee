"""What takes the place of a page: only what its notice names, by a link in the notice or right behind it, or by a title that one link on
the page carries; never the rest of a sentence."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reviewer import urls
from reviewer.model import Link
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sentences import sentences
from reviewer.read.states.clauses import Told, plain
from reviewer.read.states.grammars import Grammar

NEAR: Final = 90
"""Characters between a word that sends the reader elsewhere and the link or title that it means."""
WITHIN: Final = 600
"""Characters behind the words of state that belong to the notice."""
_LAST: Final = frozenset({"de", "nl"})
"""Languages whose participle may stand behind what took the page's place."""
_NEXT: Final = 14
"""Characters between words of state and what they lead to without another word: "folded into the"."""
_APART: Final = re.compile(r"[.;:,!?–—]|\b(?:on|in|since|because|as|from|after|at|by|following)\b", re.IGNORECASE)
_IS: Final = re.compile(r"\b(?:is|are|est|sont|ist|sind|is|zijn|es|son|è|sono|é|são|är|er|jest|yw)\s(?:\S+\s){0,2}$|:\s*$", re.IGNORECASE)
"""What stands before the name of something."""
_FAR: Final = 3
"""Blocks behind a notice that may belong to it."""
_ASIDE: Final = re.compile(
    r"\b(?:contact|e-?mail|feedback|archiv\w*|why|privacy|cookies?|home|print|share|log ?in|sign ?in|about (?:this|the) (?:archive|notice)|"
    r"download this|pdf of this|old(?:er)?|previous|earlier|history|this (?:page|version|document)|kontakt|contacto|contatti)\b",
    re.IGNORECASE,
)
"""Words of links that lead to no successor: whom to ask, what archiving is, this page once more."""
_HOST: Final = re.compile(r"\b(?:https?://)?(?:www\.[\w.-]{3,80}|(?<=://)[\w.-]{3,80})(?:/[\w./#?=&%~-]{0,200})?\b", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"[.;,(\n\]\[]|\s(?:on|in|from|since|as|at|which|that|who|when|because|due|to|and|or|is|are|was|were|has|have|for|before|after|until|"
    r"le|du|el|en|il|desde|seit|vom|op|per)(?=\s[^A-Z]|\s*$)|\s[–—-]\s|\s{2}|:\s"
)
_DOTTED: Final = re.compile(r"\.(?=\w)")
_NAMED: Final = re.compile(r"[A-ZÀ-Þ][\w-]*\w|\d")
_ARTICLES: Final = re.compile(
    r"^(?:the|a|an|this|la|le|les|l'|der|die|das|den|el|los|las|il|lo|de|het|een|eine|einen|un|une|una)\s+", re.IGNORECASE
)
_NOTHING: Final = re.compile(
    r"(?:or|and|has|have|is|are|been|its|their|another|other|others|something|someone|one|ones|it|that|these|those|them|new ones|way|any|"
    r"the following|following|default|law|request|email|e-mail|post|mistake|accident|us|you|we|order)\b",
    re.IGNORECASE,
)


_RUNNING: Final = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.DEFINITION)


class Successor(NamedTuple):
    """What takes the page's place, in the page's words (``by``) and by its address, as far as the notice tells."""

    by: str | None = None
    url: str | None = None


def successor(document: Document, number: int, told: Told, start: int) -> Successor:
    """What the notice in this block names; ``start`` is where its sentence begins in the block, and ``told`` counts from there."""
    block = document.blocks[number]
    whole = plain(block.text)
    end = start + told.end
    text = whole[end : end + WITHIN]
    links = _links(document, block)
    if link := _subject(links, whole, start, start + told.start) or _meant(links, whole, start, end, told.grammar):
        return Successor(link.words or None, link.url)
    agent = told.grammar.agent.search(block.text, start, end) is not None  # "withdrawn by the safety team": by whom, not by what
    if not agent and (link := _carrying(document, text, told.grammar)):
        return Successor(link.words, link.url)
    title = _title(text, told.grammar, agent=agent) or _pointed(text, told.grammar)
    if title is None and (behind := _behind(document, number, told.grammar)):
        return behind
    if title is None:
        return Successor()
    carried = _carried(document, title)
    return Successor(title, carried.url if carried else None)


def _links(document: Document, block: Block) -> list[Link]:
    """The links of a block that could lead to a successor."""
    here = urls.without_fragment(document.url)
    found = [document.links[at] for at in block.links if at < len(document.links)]
    return [
        link
        for link in found
        if link.element == "a"
        and link.url
        and urls.is_web(link.url)
        and urls.without_fragment(link.url) != here
        and not _ASIDE.search(link.words)
    ]


def _subject(links: list[Link], text: str, start: int, verb: int) -> Link | None:
    """The link that is the subject of a sentence whose words of state are a verb: "<...> now covers this topic"."""
    for link in links:
        words = plain(link.words)
        at = text.find(words, start, verb) if words else -1
        if at >= 0 and len(text[at + len(words) : verb].split()) <= 1 and _APART.search(text[at + len(words) : verb]) is None:
            return link
    return None


def _meant(links: list[Link], text: str, start: int, end: int, grammar: Grammar) -> Link | None:
    """The link of the notice that is meant: one behind a word that sends the reader there, or one whose words say that it is newer."""
    behind: list[Link] = []
    for link in links:
        at = text.find(plain(link.words), start) if link.words else -1
        if at >= 0 and (_pointed_at(text, start, end, at, grammar) or grammar.new.search(link.words)):
            behind.append(link)
    different = list(dict.fromkeys(link.url for link in behind))
    return behind[0] if behind and (len(different) == 1 or len(links) <= 3) else None


def _pointed_at(text: str, start: int, end: int, at: int, grammar: Grammar) -> bool:
    """Whether the words of a notice point at what stands at a place in it: words of state that it is in ("wurde durch ... ersetzt") or
    right behind ("folded into ..."), of which it is the subject ("... now covers this topic"), or one that sends the reader there."""
    within = at < end and grammar.language in _LAST
    if grammar.see.search(text, max(start, at - NEAR), at):
        return True
    if by := grammar.by.search(text, max(start if within else end, at - NEAR), at):
        return " " in by.group() or grammar.agent.search(text, start, end) is None  # not "archived by the safety team"
    between = text[end:at] if at >= end else ""
    if at >= end and len(between) <= _NEXT and _APART.search(between) is None:
        return True
    sentence = text[max(text.rfind(". ", start, at), start - 1) + 1 : at]
    return _IS.search(sentence) is not None and grammar.new.search(sentence) is not None


def _title(text: str, grammar: Grammar, *, agent: bool) -> str | None:
    """The title behind "by", right behind the words of state, where what follows is not who (an ``agent``) ended the page."""
    begins = grammar.by.match(text, len(text) - len(text.lstrip())) if not agent else None
    found = begins or grammar.ended_by.search(text)
    return _name(text[found.end() :].lstrip(" :"), grammar) if found else None


def _carrying(document: Document, text: str, grammar: Grammar) -> Link | None:
    """The one link on the page whose words, two or more, stand right behind "by" as the title: it tells where the title ends."""
    found = grammar.by.match(text, len(text) - len(text.lstrip()))
    if found is None:
        return None
    said = f"{_folded(text[found.end() :].lstrip(' :'))} "
    here = urls.without_fragment(document.url)
    leading = [link for link in document.links if link.element == "a" and link.url and urls.without_fragment(link.url) != here]
    fitting = [(_folded(link.words), link) for link in leading]
    fitting = [(words, link) for words, link in fitting if " " in words and said.startswith(f"{words} ")]
    longest = max((len(words) for words, _ in fitting), default=0)
    meant = {link.url: link for words, link in fitting if len(words) == longest}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _pointed(text: str, grammar: Grammar) -> str | None:
    """The title, or the host, behind a word that sends the reader elsewhere."""
    if host := _HOST.search(text):
        return host.group().removeprefix("https://").removeprefix("http://").rstrip("/")
    for found in grammar.see.finditer(text):
        if name := _name(text[found.end() :].lstrip(" :"), grammar):
            return name
    return None


def _name(text: str, grammar: Grammar) -> str | None:
    """The title that a text begins with, or None when it begins with nothing that could be one."""
    quoted = re.match(r"[\"“„«‘]([^\"”“»’]{3,120})[\"”“»’]", text)
    if quoted:
        return quoted[1].strip()
    masked = _DOTTED.sub("\0", text[:160])
    stop = _ENDS.search(masked)
    name = text[: stop.start() if stop else 160].strip(" '\"*_")
    bare = _ARTICLES.sub("", name, count=1)
    if len(bare) < 3 or _NOTHING.match(bare) or _NOTHING.match(name):
        return None
    telling = _NAMED.search(bare) is not None or (grammar.new.search(bare) is not None and grammar.noun.search(bare) is not None)
    return bare if telling and len(name.split()) <= 14 else None


def _behind(document: Document, number: int, grammar: Grammar) -> Successor | None:
    """What the block right behind the notice names, when it sends the reader there; behind a notice that is a heading, one of the blocks
    of its section, and of one that is short the next but one."""
    section = document.blocks[number].kind is BlockKind.HEADING
    behind = document.blocks[number + 1 : number + 2 + _FAR]
    head = next((at for at, block in enumerate(behind) if block.kind is BlockKind.HEADING and block.level == 1), None)
    above = head is not None and sum(bool(_links(document, block)) for block in behind[:head]) == 1  # one link above the page's heading
    for at in range(number + 1, min(number + 1 + _FAR, len(document.blocks))):
        block = document.blocks[at]
        text = plain(block.text)
        if (label := grammar.ended_by.match(text)) and not text[label.end() :].strip(" :") and at + 1 < len(document.blocks):
            link = next(iter(_links(document, document.blocks[at + 1])), None)
            return Successor(link.words or None, link.url) if link else None
        if block.kind not in _RUNNING or len(text) > WITHIN:
            return None
        first = text[: next(iter(sentences(text)), (0, 0))[1]]
        if above and len(block.links) == 1 and plain(document.links[block.links[0]].words) == text.strip():
            link = next(iter(_links(document, block)), None)
            return Successor(link.words, link.url) if link else None
        if grammar.see.search(first) or grammar.new.search(first):
            link = _meant(_links(document, block), text, 0, 0, grammar)
            return Successor(link.words or None, link.url) if link else None
        if not section and (block.links or len(text) > NEAR):
            return None
    return None


def _carried(document: Document, title: str) -> Link | None:
    """The one link on the page that carries the title."""
    wanted = _folded(title)
    found = {link.url: link for link in document.links if link.element == "a" and link.url and _folded(link.words) == wanted}
    return next(iter(found.values())) if len(found) == 1 else None


def _folded(words: str) -> str:
    """Words without case, marks and articles."""
    return " ".join(re.findall(r"\w+", _ARTICLES.sub("", plain(words), count=1).casefold()))
