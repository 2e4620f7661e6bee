"""Who a page names as its contact: people, teams, roles, e-mail addresses, telephone numbers, Slack channels.

Two families: a label with a value ("Owner: ...", in the next cell, on the next line, in a definition list), and a sentence that asks
("please contact either A or B", "by the page owner #team"). Reviewers, signatories and people who are quoted are under neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from reviewer.model import Contact, ContactKind, Region
from reviewer.read.contacts import words
from reviewer.read.contacts.asked import ASKING, asked
from reviewer.read.contacts.labels import BARE, QUOTED, colon_like, is_label, is_other, labelled, labels_in
from reviewer.read.contacts.values import EMAIL, LONGEST, SLACK, Value, addressed, addresses, names
from reviewer.read.document import BlockKind, Candidate, Document, Hints
from reviewer.read.sentences import Line, lines, sifted
from reviewer.read.sieves import Sieve

CHARACTERS: Final = 60_000
"""Characters of lines with a word of contact that are looked at on one page: ten times what any page for people has."""
_BESIDE: Final = (Region.NAV, Region.ASIDE)
_CUED: Final = Sieve(words.CUES, common=True)
_INTRODUCES: Final = re.compile(
    r"\b(?:officer|guardian|lead|manager|owner|contact|author|editor|coordinator|custodian|maintainer|team|webmaster|"
    r"person)s?\b[\w ()’']{0,80} (?:is|are)\s?:$",
    re.IGNORECASE,
)


_REQUEST: Final = re.compile(
    r"^(?:please |or |and |then )*(?:tell|ask|let|inform|notify|alert|ring|call|phone|contact|e-?mail|write to|"
    r"speak to|talk to|by e-?mailing|see)"
    r"(?= (?:the|our|us|your|[A-Z]))",
    re.IGNORECASE,
)
"""The verb of a request, which is no part of a name."""


def facts(document: Document, hints: Hints) -> Iterable[Contact]:
    """The contacts that the page names, each once, in reading order."""
    return [one.fact for one in candidates(document, hints) if isinstance(one.fact, Contact) and one.taken]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every place that could name a contact: what was taken, and what was passed over and why."""
    extra = frozenset(" ".join(re.findall(r"[^\W\d_]+", label.lower())) for kind, label in hints.labels if kind == "contact")
    rows, texts = lines(document), sifted(document)
    cued, asking = set(_CUED.among(texts)), set(ASKING.among(texts))
    seen: set[tuple[ContactKind, str]] = set()
    for value, quote in _front_matter(document, extra):
        seen.add((value[0], value[1].casefold()))
        yield Candidate(Contact(value[0], value[1], quote), quote, taken=True, why="in the front matter")
    left = CHARACTERS
    hrefs = " ".join([link.href for link in document.links])
    written = "slack.com/" in hrefs or "mailto:" in hrefs.lower()
    for at, line in enumerate(rows):
        if line.block.region in _BESIDE and not _speaks(line, extra):
            continue
        named = (at in cued or extra) and _cued(line.text, extra, cued=at in cued)
        if not named and not (line.block.links and (at in asking or _links_tell(document, line, written=written))):
            continue
        left -= len(line.text)
        if left < 0:
            return
        for value, quote, why in _found(document, rows, at, extra, asks=at in asking):
            key = (value[0], value[1].casefold())
            taken = key not in seen and not why.startswith("not ")
            if taken:
                seen.add(key)
            elif key in seen:
                why = "named before"  # noqa: PLW2901 - the reason is replaced on purpose
            yield Candidate(Contact(value[0], value[1], quote, line.block.place), quote, taken, why, line.block.place)


def _cued(text: str, extra: frozenset[str], *, cued: bool) -> bool:
    """Whether a line has a word of contact, or a label that the user added."""
    low = text.lower()
    return (cued and any(cue in low for cue in words.CUES)) or any(label in low for label in extra)


def _links_tell(document: Document, line: Line, *, written: bool = True) -> bool:
    """Whether a line without a word of contact could name one all the same, since it has links: by their addresses (``written``: the page
    has such an address), as a label of its own, before a colon or dash, or with a number."""
    text = line.text
    if len(text) < BARE or colon_like(text) or addressed(text):
        return True
    if not written:
        return False
    hrefs = " ".join([document.links[index].href for index in line.block.links])
    return "slack.com/" in hrefs or "mailto:" in hrefs.lower()


def _front_matter(document: Document, extra: frozenset[str]) -> Iterator[tuple[Value, str]]:
    """The contacts in the front matter of a text ("owner: web team"); the head of an HTML page is its template's, and is not asked."""
    if not document.content_type.startswith("text/") or document.content_type == "text/html":
        return
    for name, value in document.meta:
        if is_label(name.replace("_", " "), extra) is not None:
            for found in names(value, strong=True) + addresses(value):
                yield found, f"{name}: {value}"[:QUOTED]


def _speaks(line: Line, extra: frozenset[str]) -> bool:
    """Whether an aside is a contact box: its own heading is a contact label."""
    return line.block.region is Region.ASIDE and is_label(line.block.place.heading or "", extra) is not None


def _found(document: Document, rows: tuple[Line, ...], at: int, extra: frozenset[str], *, asks: bool) -> Iterator[tuple[Value, str, str]]:
    """The values at one line, with their quote and why they are contacts; a reason that begins with "not" passes them over.

    ``asks``: one of the line's sentences may ask to contact somebody."""
    line = rows[at]
    whole = is_label(line.text.strip(" :*_#-–—"), extra)
    if whole is None and line.text.endswith(":") and _INTRODUCES.search(line.text[-160:]):
        whole = False
    if whole is not None:
        keyed = _keyed(rows, at, extra)
        if not keyed and _register(document, line):
            return
        for beside in _beside(rows, at, strong=whole, keyed=keyed):
            for value in names(beside.text, strong=whole) + addresses(beside.text) + _mailto(document, beside):
                yield value, f"{line.text} {beside.text}"[:QUOTED], "beside a contact label"
        return
    yield from _beside_address(line)
    taken = False
    for strong, text, far, quote in labelled(line.text, extra):
        for value in names(text, strong=strong) + addresses(far):
            taken = True
            yield value, quote, "after a contact label"
    refused: set[Value] = set()
    if not taken and (asks or addressed(line.text)):
        for value, quote, why in asked(line):
            if why.startswith("not "):
                refused.add(value)
            yield value, quote, why
    for value in _mailto(document, line):
        if value in refused:
            continue
        yield value, line.text[:QUOTED], "an address beside contact words" if _near(line) else "not beside contact words"


def _register(document: Document, line: Line) -> bool:
    """Whether the label heads a column of several rows: the owners of other things."""
    cell = line.block.cell
    if cell is None or cell.row > 0:
        return False
    below = [block.cell for block in document.blocks[line.number + 1 : line.number + 200] if block.cell and block.cell.table == cell.table]
    return sum(1 for other in below if other.column == cell.column and other.row > 0) > 1


def _keyed(rows: tuple[Line, ...], at: int, extra: frozenset[str]) -> bool:
    """Whether the label is the first of a column of labels, each with its value in the next cell: a cell below it is a label too."""
    cell = rows[at].block.cell
    if cell is None or cell.column > 0:
        return False
    below = (
        line.text
        for line in rows[at + 1 : at + 60]
        if line.block.cell and (line.block.cell.table, line.block.cell.column) == (cell.table, cell.column)
    )
    return any(is_label(text.strip(" :*_"), extra) is not None or is_other(text) for text in below)


def _beside(rows: tuple[Line, ...], at: int, *, strong: bool, keyed: bool) -> Iterator[Line]:
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
        yield from below if cell.header and headed and not keyed else row
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


def _beside_address(line: Line) -> Iterator[tuple[Value, str, str]]:
    """The person, role or team that a short line gives an address of: "Example Person, Web Editor - person@site.example"."""
    short = len(line.text) < 160 and line.block.region is Region.MAIN and "@" in line.text
    address = EMAIL.search(line.text) if short else None
    if address is not None and ":" not in line.text[: address.start()]:
        before = line.text[: address.start()].strip(" ,:;(<–—-|")
        before = _REQUEST.sub("", before)
        found = names(before, strong=False)
        if found and len(" ".join(value for _, value in found)) >= 0.6 * len(before):
            for value in found:
                yield value, line.text[:QUOTED], "beside an address"


def _near(line: Line) -> bool:
    """Whether the words around an address speak of contact; in a footer, which is the site's, only a label does."""
    if line.block.region is Region.FOOTER:
        return any(label.strong is not None for label in labels_in(line.text, frozenset()))
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
