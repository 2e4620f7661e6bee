"""What kind of page this is, and which of its parts speak for others: the evidence with which a reader decides whose a fact is.

Words are data: the ``[genre]`` section of each language's lexicon. The kinds are those whose dates, people and periods belong to what
the page records, lists or shows, and not to the page.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import islice
from typing import Final, NamedTuple

from reviewer.model import Region
from reviewer.read import lexicon
from reviewer.read.document import Block, BlockKind, Document
from reviewer.read.sieves import once


class Genre(StrEnum):
    """What kind of page it is."""

    PAGE = "page"
    MEETING = "meeting"
    """The record of a meeting: what was said, decided and promised there."""
    ASSESSMENT = "assessment"
    """A completed review, audit or inspection: its "review date" is the day on which it took place."""
    NEWS = "news"
    CERTIFICATE = "certificate"
    SAMPLE = "sample"
    """A template, model text or example, to be filled in by others."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The genre of a page and the words that tell."""

    genre: Genre = Genre.PAGE
    evidence: str = ""


class Past(NamedTuple):
    """What tells that a whole page is of the past; empty for none. ``record``: it reports what was (its years are history); ``over``: so is
    also what it promises (the record of one meeting, an archived page, a dated post, a decision record)."""

    record: str = ""
    over: str = ""


_NONE: Final[frozenset[str]] = frozenset()
_TITLE: Final = 300
_HEAD: Final = 60
_HEADINGS: Final = 2
_FIRST: Final = 4
_MARKED: Final = ("text/html", "application/xhtml+xml")
_NOT_YET: Final = ("of", "for", "to", "under", "next", "last", "due", "date", "de", "para", "pour", "zur")
"""Words before "review" with which it is none that took place."""


def words(name: str) -> list[str]:
    """The words of one kind, of every language; a part of the ``[genre]`` sections."""
    return [word for language in lexicon.LANGUAGES for word in lexicon.section(language, "genre").get(name, ())]


@cache
def _titles() -> dict[Genre, re.Pattern[str]]:
    """What tells the genre in a title. An assessment must be the head of its phrase: "Stage 4 security review", not "Review dates" and not
    "Audit policy"."""
    found = {}
    for genre in (Genre.SAMPLE, Genre.MEETING, Genre.ASSESSMENT, Genre.CERTIFICATE, Genre.NEWS):
        either = "|".join(map(re.escape, sorted(words(genre.value), key=len, reverse=True)))
        ends = r"(?=\s{0,2}(?:$|[^\w\s'’]|\d)|\s(?:of|by|for|on|and|de|du|des|della|do|da|von|der|zu|für|van|over|av|om|til|results?)\b)"
        begins = "".join(rf"(?<!\b{word}\s)" for word in _NOT_YET) if genre is Genre.ASSESSMENT else ""
        found[genre] = re.compile(rf"(?<!\w){begins}(?:{either})(?!\w){ends if genre is Genre.ASSESSMENT else ''}", re.IGNORECASE)
    return found


@once
def kind(document: Document) -> Kind:
    """The genre of the page, told by its title and its first headings, or the first words of a record."""
    for text in _heads(document):
        for genre, pattern in _titles().items():
            if found := pattern.search(text[:_TITLE]):
                return Kind(genre, found.group())
    held = _held(document)
    return Kind(Genre.MEETING, held) if held else Kind()


def _heads(document: Document) -> Iterator[str]:
    """The page's title and its first headings of the first level; the title of a site behind a dash is not the page's."""
    yield document.title
    heads = (block.text for block in document.blocks if block.kind is BlockKind.HEADING and block.level <= 1)
    given = list(islice(heads, _HEADINGS))
    yield from given
    if not given and document.content_type not in _MARKED:  # a plain text has its title in one of its first lines
        first = (line for block in document.blocks[:_HEADINGS] for line in block.text.split("\n"))
        yield from (line for line in islice(first, _FIRST) if len(line) < _BYLINE and ":" not in line)


@once
def opening(document: Document) -> tuple[Block, ...]:
    """The blocks with which the page's own text begins: from just above its first main heading on, without the menus, banners and notices
    on cookies that whole pages have before it; of a page without such a heading, those at its top."""
    own = [block for block in document.blocks if block.region not in _AROUND]
    head = next((number for number, block in enumerate(own) if block.kind is BlockKind.HEADING and block.level <= 1), 0)
    return tuple(own[max(0, head - _ABOVE) : head + _TOP])


@once
def past(document: Document) -> Past:
    """Whether the page as a whole tells of the past: by its address, its title and first headings, how it is built, or its dateline."""
    heads = [head[:_TITLE] for head in _heads(document)]
    found = next((said.group() for head in heads if (said := _named("record", "archive", "meeting").search(head))), "")
    yearly = next((head for head in heads if _POSTED.search(head) and _named("record").search(head)), "")
    found = found or (address[0] if (address := _ADDRESS.search(document.url.lower())) else "")
    held = "" if found else _held(document)
    shown = kind(document)
    sample = shown.evidence if shown.genre is Genre.SAMPLE else ""
    kept = address[0] if (address := _KEPT.search(document.url.lower())) else ""
    over = (
        sample
        or kept
        or _archived(heads)
        or _decided(document)
        or dateline(document)
        or held
        or yearly
        or (found and _met(document, heads))
    )
    return Past(found or held, over)


def _archived(heads: Sequence[str]) -> str:
    """The word with which a title says that the page is kept from former times, or was made once and for one day (a speech, a case study):
    among its first two, or in a title of five at most."""
    for head in heads:
        said = _WORD.findall(head)
        opening = head if len(said) <= _BRIEF else " ".join(said[:2])
        if found := _named("archive", "once").search(opening):
            return found.group()
    return ""


def _decided(document: Document) -> str:
    """Whether the headings are those of a decision record, or it is among the decisions and says whether it was accepted."""
    headings = {block.text.lower().strip(" :.0123456789") for block in document.blocks if block.kind is BlockKind.HEADING}
    if "decision" in headings and not headings.isdisjoint(("context", "consequences")):
        return "decision"
    taken = (_STATUS.search(block.text[:_TITLE]) for block in opening(document)) if _DECISIONS.search(document.url.lower()) else ()
    return next((said.group() for said in taken if said), "")


def _held(document: Document) -> str:
    """What opens the record of a meeting that is not called so in its title: "Minutes of the meeting held on 19 November 2025", or who was
    there ("Present: Adair, Lunn (chair)"), on a page that names its day or that counts what was said."""
    begun = [block.text[:_TITLE] for block in opening(document)]
    dated = [text for text in begun if _DAY.search(text)]
    if found := next((session.group() for text in dated if (session := _named("session").search(text))), ""):
        return found
    present = next((said.group().strip() for text in begun if (said := _roll().match(text))), "")
    return present if present and (dated or _ISO.search(document.url) or any(map(_DAY.search, _heads(document)))) else ""


@cache
def _roll() -> re.Pattern[str]:
    """A line that begins with who was at a meeting: the label, and several names behind it, or nothing."""
    either = "|".join(map(re.escape, sorted(words("roll"), key=len, reverse=True)))
    return re.compile(rf"\W{{0,3}}(?i:{either})\s?(?:\([^)]{{1,30}}\)\s?)?:(?=\W{{0,3}}(?:$|[^\W\d_a-z][^,;(\n]{{1,60}}[,;(]))")


def _met(document: Document, heads: Sequence[str]) -> str:
    """Whether the page is the record of one meeting: its title says of which, or the text says who was there. A list of records is none."""
    title = next((head for head in heads if _named("meeting").search(head)), "")
    if title and (_OF.search(title) or _DAY.search(title)):
        return title
    found = (_named("session").search(block.text[:_TITLE]) for block in document.blocks)
    return next((said.group() for said in found if said), "")


@once
def dateline(document: Document) -> str:
    """The dateline of a post or a piece of news: a line near the top that is a date, or says that it was posted then, on a page whose
    address is of news, which gives what somebody said, or with the name of the one who posted it; empty for none."""
    news = _NEWS.search(document.url.lower()) is not None
    for block in opening(document):
        line = block.text
        if block.kind is BlockKind.HEADING or len(line) >= _BYLINE or not _POSTED.search(line):
            continue
        posted = _named("posted").search(line) is not None
        bare = sum(not word[0].isdigit() and len(word) > _SHORT for word in _WORD.findall(line)) <= _BARE
        if news or (posted and _BY.search(line)):
            return line
        if (posted or bare) and ":" not in line and any(spoken(one.text) for one in document.blocks if _QUOTED.search(one.text[:_SPEECH])):
            return line
    return ""


def spoken(text: str) -> bool:
    """Whether a paragraph quotes what somebody said."""
    marks = islice(_QUOTED.finditer(text[:_SPEECH]), _TOP)
    return any(_named("said").search(text, max(0, mark.start() - _SAID), mark.end() + _SAID) for mark in marks)


@cache
def _named(*kinds: str) -> re.Pattern[str]:
    """One of the words of some kinds, whole, whatever signs stand between the words of a phrase."""
    every = {word for one in kinds for word in (_said() if one == "said" else words(one))}
    either = "|".join(r"[^\w]{1,3}".join(map(re.escape, re.split(r"[^\w]+", word))) for word in sorted(every, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _said() -> list[str]:
    """The verbs of saying of all languages, which the reader of periods knows."""
    every = ",".join(lexicon.section(language, "periods").get("report", "") for language in lexicon.LANGUAGES)
    return [word for word in (" ".join(one.split()) for one in every.split(",")) if word]


_WORD: Final = re.compile(r"[^\W_]+")
_BRIEF: Final = 5
_TOP: Final = 8
_ABOVE: Final = 3
"""Blocks from the main heading on, and above it, that are the beginning of a page."""
_AROUND: Final = (Region.NAV, Region.ASIDE, Region.FOOTER)
_BYLINE: Final = 80
_BARE: Final = 2
_SHORT: Final = 3
_SPEECH: Final = 600
_SAID: Final = 30
_ADDRESS: Final = re.compile(r"/(?:archived?|archives|minutes|agendas?|adrs?|decisions|changelog|releases?|press-releases?)(?:[/._-]|$)")
_KEPT: Final = re.compile(r"/(?:archived?|archives|archivos?|archivio|archiv|arkiv|archief|arxius?)/(?!\d{1,7}/?$)[^/?#]")
"""A page below an archive; a number there is what some systems give to each post."""
_DECISIONS: Final = re.compile(r"/(?:adrs?|decisions)(?:[/._-]|$)")
_STATUS: Final = re.compile(r"\bstatus\W{1,4}(?:accepted|proposed|rejected|deprecated|superseded)\b", re.IGNORECASE)
_NEWS: Final = re.compile(
    r"/(?:news|blogs?|posts?|press|stories|aktuelles|nachrichten|actualites?|noticias|notizie|nyheter|nyheder|nieuws|newyddion)/."
)
_POSTED: Final = re.compile(r"(?:19|20)\d\d")
_QUOTED: Final = re.compile(r"[\"“”„«»]")
_BY: Final = re.compile(r"\b(?:[Bb]y|par|von|door|por)\s[A-Z]")
_OF: Final = re.compile(r"\b(?:of|de|du|des|della|do|der|van|fra|från|av|af|z|zu)\s", re.IGNORECASE)
_ISO: Final = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)")
_DAY: Final = re.compile(r"\b(?:\d{1,2}\W{1,2}(?:[^\W\d_]{3,12}|\d{1,2})|[^\W\d_]{3,12}\.? \d{1,2}),?\W{1,2}(?:19|20)\d\d")


@cache
def _citing(kind: str) -> re.Pattern[str]:
    """A heading, or a line that is nothing else, under which a page names the documents of others."""
    either = "|".join(map(re.escape, sorted(words(kind), key=len, reverse=True)))
    also = r"(?: (?:and|&|und|et|y|e|i|og|och|en) [^\W\d]{2,14})?"
    return re.compile(rf"\W{{0,4}}(?:[\d.]{{1,4}} )?(?:{either}){also}\W{{0,4}}", re.IGNORECASE)


@once
def citing(document: Document) -> frozenset[int]:
    """The indexes of the blocks that stand under references, further reading or related links."""
    return _under(document, "references", "related")


@once
def related(document: Document) -> frozenset[int]:
    """The indexes of the blocks that stand under related links."""
    return _under(document, "related")


@once
def sources(document: Document) -> frozenset[int]:
    """The indexes of the blocks that stand under references: what others published, and when."""
    return _under(document, "references")


def _under(document: Document, *kinds: str) -> frozenset[int]:
    """The indexes of the blocks under a heading of these kinds, or under a short line that is nothing else."""
    found: set[int] = set()
    begun: int | None = None
    for number, ends, opens in _openers(document):
        if begun is not None and ends:
            found.update(range(begun, number))
            begun = None
        if begun is None and not opens.isdisjoint(kinds):
            begun = number
    if begun is not None:
        found.update(range(begun, len(document.blocks)))
    return frozenset(found)


@once
def _openers(document: Document) -> tuple[tuple[int, bool, frozenset[str]], ...]:
    """The blocks at which a list of sources begins or ends: its number, whether it is a heading, and what it opens."""
    said = ((number, block.kind is BlockKind.HEADING, _opened(block.text)) for number, block in enumerate(document.blocks))
    return tuple(one for one in said if one[1] or one[2])


def opens_references(text: str, start: int = 0, end: int | None = None, kinds: tuple[str, ...] = ("references", "related")) -> bool:
    """Whether the text (or a line of it) is nothing but the name of a list of sources."""
    stop = len(text) if end is None else end
    return stop - start < _HEAD and not _opened(text[start:stop]).isdisjoint(kinds)


def _opened(text: str) -> frozenset[str]:
    """What a heading or a line opens: references, related links or neither."""
    return _lists(text) if len(text) < _HEAD else _NONE


@lru_cache(maxsize=4096)
def _lists(text: str) -> frozenset[str]:
    """The same of a short text. The headings and menus of a site stand on each of its pages."""
    return frozenset(kind for kind in ("references", "related") if _citing(kind).fullmatch(text))


_FIELD: Final = re.compile(r"[^\W\d_][^\n:|“”\"]{1,48}(?::|\s[–—-])(?:\s|$)")
_LETTER: Final = re.compile(
    r"(?:from|to|subject|von|an|betreff|de|à|objet|para|asunto|assumpte|van|aan|onderwerp|da|oggetto|fra|til|från|till|od|do|temat)\s?:",
    re.IGNORECASE,
)
"""The head of a letter, which a page shows."""
_PARTS: Final = re.compile(r"(?<=\d)[.;,]? ?[|•·]? (?=[A-ZÀ-Þ])")
"""What parts two fields on one line: "Reviewed: 3 May 2030. Next review: May 2032", "Reviewed: 2030 | Due: 2032"."""
_SENTENCE: Final = 5
"""Words of a line that are more than a label."""
_FIELDS: Final = 2
_LINE: Final = 50


def boxes(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the quotations that are boxes of metadata: two fields or more (short lines of a label and a value), or a label with
    its value on the next line. A lone field in a quotation is quoted."""
    runs: list[list[tuple[int, str]]] = [[]]
    begins = True  # front matter may stand in a fence, where nothing but headings is before it
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.QUOTE or (begins and block.kind is BlockKind.CODE):
            runs[-1] += [(number, row) for row in block.text.split("\n")]
        else:
            begins = begins and block.kind is BlockKind.HEADING
            if runs[-1]:
                runs.append([])
    if not runs[0]:
        return frozenset()
    prose = [number for number, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and len(block.text) >= _HEAD]
    return frozenset().union(*(_box(run, prose) for run in runs if run and not _shown(blocks, run[0][0])))


def _shown(blocks: Sequence[Block], first: int) -> bool:
    """Whether a sentence right before a quotation shows it: "Write this at the foot of each page:"."""
    before = blocks[first - 1].text if first else ""
    return before.endswith(":") and len(before.split()) >= _SENTENCE


def _box(run: Sequence[tuple[int, str]], prose: Sequence[int]) -> set[int]:
    """The blocks of one run of quoted lines that is a box of metadata, or none: at the head or the foot of the ``prose``, and without any
    prose in it."""
    if any(len(row) > _LINE and _FIELD.match(row) is None for _, row in run):
        return set()
    if bisect(prose, run[0][0]) > 1 and prose[-1] > run[-1][0]:
        return set()
    fields = [part for _, row in run if len(row) < 2 * _HEAD for part in _PARTS.split(row) if _FIELD.match(part)]
    if any(_LETTER.match(row) for row in fields):
        return set()
    parted = len(fields) == 1 and len(run) == _FIELDS and fields[0].endswith(":")
    if (len(fields) >= _FIELDS and len(fields) * 2 > len(run)) or parted:
        return {number for number, _ in run}
    return set()
