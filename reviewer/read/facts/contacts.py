"""Who a page names as its contact: people, teams, roles, e-mail addresses, telephone numbers, Slack channels.

Two families: a label with a value ("Owner: ...", in the next cell, on the next line, in a definition list), and a sentence that asks
("please contact either A or B", "by the page owner #team"). Reviewers, signatories and people who are quoted are under neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from reviewer.model import Contact, ContactKind, Region
from reviewer.read.contacts.asked import CUED, asked, outward, speaks, unfinished
from reviewer.read.contacts.labels import QUOTED, Known, is_label, is_other, labelled, labels_in
from reviewer.read.contacts.values import EMAIL, LONGEST, SLACK, Value, addresses, employer, names, role
from reviewer.read.contacts.words import NONE, WORD, kinds
from reviewer.read.document import BlockKind, Candidate, Cell, Document, Hints
from reviewer.read.genre import Genre, kind
from reviewer.read.sentences import Line, lines, sentences, sifted

CHARACTERS: Final = 60_000
"""Characters of lines with a word of contact that are looked at on one page: ten times what any page for people has."""
DIRECTORY: Final = 4
"""Rows of one table or list with an address each that make it a directory: it names other people than the page's own."""
_BELOW: Final = 8
"""Lines below a label, or a request, in which its values are looked for."""
_LINKED: Final = 60
"""Characters of a line below a label that need not name anybody in words, since it is a link."""
_BESIDE: Final = (Region.NAV, Region.ASIDE)
_NAMED: Final = (ContactKind.PERSON, ContactKind.ROLE, ContactKind.TEAM)
_MARKS: Final = " :*_#-–—"

Found = tuple[Value, str, str]
"""A value, its quote, and why it is a contact; a reason that begins with "not" passes it over."""


def facts(document: Document, hints: Hints) -> Iterable[Contact]:
    """The contacts that the page names, each once, in reading order."""
    return [one.fact for one in candidates(document, hints) if isinstance(one.fact, Contact) and one.taken]


def candidates(document: Document, hints: Hints) -> Iterator[Candidate]:
    """Every place that could name a contact: what was taken, and what was passed over and why."""
    extra = frozenset(" ".join(WORD.findall(label.lower())) for kind, label in hints.labels if kind == "contact")
    page = _Page(document, Known(extra, _topic(document)))
    seen: set[tuple[ContactKind, str]] = set()
    for value, quote in _front_matter(document, page.known):
        seen.add((value[0], value[1].casefold()))
        yield Candidate(Contact(value[0], value[1], quote), quote, taken=True, why="in the front matter")
    found = list(page.found())
    fields = {(line.number, line.text, quote.partition(":")[0]) for line, (_, quote, why) in found if why.startswith("after")}
    often = Counter(label for _, _, label in fields)
    for line, (value, quote, why) in found:
        if value[0] in _NAMED and why.startswith("after") and often[quote.partition(":")[0]] >= DIRECTORY:
            why = "not the page's own: one of many with this label"  # noqa: PLW2901 - the reason is replaced on purpose
        key = (value[0], value[1].casefold())
        taken = key not in seen and not why.startswith("not ")
        if taken:
            seen.add(key)
        elif key in seen:
            why = "named before"  # noqa: PLW2901 - the reason is replaced on purpose
        yield Candidate(Contact(value[0], value[1], quote, line.block.place), quote, taken, why, line.block.place)


def _topic(document: Document) -> frozenset[str]:
    """The words of the page's own subject: its title and first headings, and what their first letters make."""
    heads = [block.text for block in document.blocks[:40] if block.kind is BlockKind.HEADING and block.level <= 2][:2]
    heads += [block.text for block in document.blocks[:4] if len(block.text) < _LINKED]
    words = WORD.findall(" ".join([document.title, *heads])[:600])
    letters = "".join(word[0] for word in words if len(word) > 3).lower()
    acronyms = {letters[at : at + size] for size in (3, 4) for at in range(len(letters) - size + 1)}
    return frozenset(word.lower() for word in words if len(word) > 2) | acronyms


def _front_matter(document: Document, known: Known) -> Iterator[tuple[Value, str]]:
    """The contacts in the front matter of a text ("owner: web team"); the head of an HTML page is its template's, and is not asked."""
    if not document.content_type.startswith("text/") or document.content_type == "text/html":
        return
    for name, value in document.meta:
        if is_label(re.sub(r"[_.-]", " ", name), known) is not None:
            listed = re.sub(r"[\[\]{}\"']+", "", value)
            for found in names(listed, strong=True) + addresses(value):
                yield found, f"{name}: {value}"[:QUOTED]


class _Page:
    """The lines of one page, and what is known of them while they are read."""

    def __init__(self, document: Document, known: Known) -> None:
        self.document = document
        self.known = known
        self.rows = lines(document)
        hrefs = " ".join([link.href for link in document.links])
        self.written = "slack.com/" in hrefs or "mailto:" in hrefs.lower()
        self.meeting = kind(document).genre is Genre.MEETING
        self.outward = -1  # up to which line the last request sends people to somebody outside
        self.body = ""
        self.people: dict[tuple[str, int] | None, int] = {}

    def found(self) -> Iterator[tuple[Line, Found]]:
        """Every value of every line that could name a contact."""
        passed = set(CUED.among(sifted(self.document)))
        chosen = [
            at
            for at, line in enumerate(self.rows)
            if (at in passed or (self.written and line.block.links) or self._added(line.text))
            and (line.block.region not in _BESIDE or self._box(line))
        ]
        addressed = Counter(
            key for at in chosen if (key := self._list(self.rows[at])) and ("@" in self.rows[at].text or self._mailto(self.rows[at]))
        )
        left = CHARACTERS
        for at in chosen:
            line = self.rows[at]
            left -= len(line.text)
            if left < 0:
                return
            directory = addressed[self._list(line) or ("", 0)] >= DIRECTORY and self._people(self._list(line)) >= DIRECTORY
            for value, quote, why in self._line(at):
                if directory:
                    yield line, (value, quote, "not the page's own: one of a list of people")
                elif (
                    value[0] is ContactKind.PERSON
                    and why.startswith(("asked", "beside an", "after a contact label,"))
                    and self._words(value[1])
                ):
                    yield line, (value, quote, "not a name: its words stand in small letters on the page")
                else:
                    yield line, (value, quote, why)

    def _added(self, text: str) -> bool:
        """Whether a line has a label that the user added."""
        return bool(self.known.extra) and any(label in text.lower() for label in self.known.extra)

    def _box(self, line: Line) -> bool:
        """Whether an aside is a contact box: it has a contact label as its own heading, or in the line."""
        if line.block.region is not Region.ASIDE:
            return False
        heading = line.block.place.heading or ""
        return (
            is_label(heading, self.known) is not None
            or any(label.strong for label in labels_in(line.text, self.known))
            or is_label(line.text.strip(_MARKS), self.known) is not None
            or ("@" in line.text and speaks(line))
        )

    def _list(self, line: Line) -> tuple[str, int] | None:
        """The table or list that a line stands in."""
        block = line.block
        if block.cell is not None:
            return "table", block.cell.table
        return ("list", block.list) if block.list is not None else None

    def _people(self, key: tuple[str, int] | None) -> int:
        """How many lines of a table or list begin with a person: a list of offices may well be what the page has to say of itself."""
        if key not in self.people:
            same = [line.text for line in self.rows if self._list(line) == key]
            self.people[key] = sum([value[0] for value in names(text, strong=False)][:1] == [ContactKind.PERSON] for text in same[:200])
        return self.people[key]

    def _words(self, name: str) -> bool:
        """Whether all words of what looks like a name stand in small letters elsewhere on the page."""
        words = name.split()
        if "title" in kinds(words[0]):
            return False
        self.body = self.body or EMAIL.sub(" ", "\n".join([line.text for line in self.rows]))
        return all(re.search(rf"\b{re.escape(word.lower())}\b", self.body) for word in words)

    def _line(self, at: int) -> Iterator[Found]:
        """The values at one line."""
        line = self.rows[at]
        fielded = line.text.endswith(":") or line.block.kind in {BlockKind.TERM, BlockKind.CELL}
        whole = is_label(line.text.strip(_MARKS), self.known if fielded else self.known._replace(topic=NONE))
        if whole is not None:
            keyed = self._keyed(line)
            if not keyed and self._register(line):
                return
            strong = whole and not self._headed(line)
            for beside in self._beside(at, strong=strong, keyed=keyed):
                for value in names(beside.text, strong=strong) + addresses(beside.text) + self._mailto(beside):
                    yield value, f"{line.text} {beside.text}"[:QUOTED], "beside a contact label"
            return
        yield from self._beside_address(line)
        taken = False
        last: Value | None = None
        for strong, text, far, quote in labelled(line.text, self.known):
            for value in names(text, strong=strong) + addresses(far):
                taken = True
                last = value
                yield value, quote, "after a contact label" if strong else "after a contact label, by its form"
        if last and last[0] is ContactKind.PERSON and at + 1 < len(self.rows) and line.text.endswith(last[1]):
            below = self.rows[at + 1]
            for value in names(below.text, strong=False):
                if value == (ContactKind.ROLE, below.text.strip(" ,.")) and below.block.region is line.block.region:
                    yield value, f"{line.text} {below.text}"[:QUOTED], "below whom a label names"
        refused: set[Value] = set()
        if not taken:
            for value, quote, why in asked(line, meeting=self.meeting):
                if why.startswith("not ") or (at <= self.outward and why.startswith("an address")):
                    refused.add(value)
                    yield value, quote, "not for questions about the page"
                else:
                    yield value, quote, why
                taken = True
            yield from self._below(at, taken=taken)
        elif "@" in line.text:
            for value, quote, why in asked(line):
                if value[0] is ContactKind.EMAIL and not why.startswith("not "):
                    yield value, quote, why
        for value in self._mailto(line):
            if value not in refused:
                yield value, line.text[:QUOTED], "an address beside contact words" if self._near(line) else "not beside contact words"

    def _below(self, at: int, *, taken: bool) -> Iterator[Found]:
        """Whom the lines below a request name that ends before it has said whom; where it sends people outside, nobody."""
        line = self.rows[at]
        text = line.text
        asks = text[-1] not in ".!?" and unfinished(text)
        if not asks and not text.endswith(":"):
            return
        if outward(text[max(0, text.rfind(". ")) :]):
            self.outward = at + _BELOW
            return
        if (taken and not text.endswith(":")) or not (
            asks or any(one.strong is not None and one.end >= len(text) for one in labels_in(text, self.known))
        ):
            return
        for beside in self._beside(at, strong=False, keyed=False, several=True):
            for value in names(beside.text, strong=False) + addresses(beside.text) + self._mailto(beside):
                yield value, f"{line.text} {beside.text}"[:QUOTED], "below a request"

    def _table(self, line: Line) -> list[tuple[Cell, str]]:
        """The cells near a line that stands in a table, with their texts."""
        here, blocks = line.block.cell, self.document.blocks[max(0, line.number - 200) : line.number + 200]
        return [(block.cell, block.text) for block in blocks if here and block.cell and block.cell.table == here.table]

    def _register(self, line: Line) -> bool:
        """Whether the label heads a column of several rows, or of a history of changes: the owners of other things."""
        here, table = line.block.cell, self._table(line)
        if here is None or here.row > 0:
            return False
        changes = any(cell.row == 0 and any("change" in kinds(word) for word in text.split()) for cell, text in table)
        return changes or sum(cell.column == here.column and cell.row > 0 for cell, _ in table) > 1

    def _headed(self, line: Line) -> bool:
        """Whether a label is the first cell of a row below a row of heads: it may be the name of something."""
        here = line.block.cell
        below = here is not None and here.row > 0 and here.column == 0
        return below and any(cell.row == 0 and cell.column > 0 and cell.header for cell, _ in self._table(line))

    def _keyed(self, line: Line) -> bool:
        """Whether the label is the first of a column of labels, each with its value in the next cell: a cell below it is a label too."""
        here = line.block.cell
        below = [text.strip(_MARKS) for cell, text in self._table(line) if here and cell.column == here.column == 0 and cell.row > here.row]
        return any(is_label(text, self.known) is not None or is_other(text) for text in below)

    def _beside(self, at: int, *, strong: bool, keyed: bool, several: bool = False) -> Iterator[Line]:
        """The lines that hold the value of a label that stands alone: the next cell, the definitions, or the lines below it."""
        block = self.rows[at].block
        if block.cell is not None:
            yield from self._cells(at, keyed=keyed)
            return
        several = several or strong or block.kind is BlockKind.TERM
        before: set[ContactKind] = set()
        for line in self.rows[at + 1 : at + 1 + _BELOW]:
            if line.block.region is not block.region or line.block.kind is BlockKind.HEADING or len(line.text) > LONGEST:
                return
            if (
                (is_label(line.text.strip(" :*_")) is not None and not role(line.text))
                or (labels_in(line.text, self.known) and not addresses(line.text))
                or (block.kind is BlockKind.TERM and line.block.kind is not BlockKind.DEFINITION)
            ):
                return
            here = {value[0] for value in names(line.text, strong=strong) + addresses(line.text)}
            if not here and not before and several and line.block is self.rows[at + 1].block and line.block is not block:
                continue  # a postal address begins with the organisation
            if (
                (not here and (len(line.text) >= _LINKED or not line.block.links or line.text.endswith(":")))
                or (ContactKind.PERSON in here & before and not several and len(here) < 2)
                or is_other(line.text.rstrip(" :*_"))
            ):
                return
            if here != {ContactKind.TEAM} or not before or not employer(line.text.strip(" ,.")):
                yield line
            before |= here

    def _cells(self, at: int, *, keyed: bool) -> Iterator[Line]:
        """The cells with the value of a label in a cell: beside it, or below it in a row of heads."""
        here = self.rows[at].block.cell
        assert here is not None  # noqa: S101 - the caller asked
        near = [
            (line, line.block.cell)
            for line in self.rows[max(0, at - 12) : at + 40]
            if line.block.cell and line.block.cell.table == here.table
        ]
        row = [(line, cell) for line, cell in near if cell.row == here.row and line is not self.rows[at]]
        below = [line for line, cell in near if (cell.row, cell.column) == (here.row + 1, here.column)]
        headed = any(cell.header for _, cell in row)
        yield from below if here.header and headed and not keyed else [line for line, cell in row if cell.column > here.column]

    def _beside_address(self, line: Line) -> Iterator[Found]:
        """The person, role or team that a short line gives an address of: "Example Person, Web Editor - person@site.example"."""
        short = len(line.text) < 160 and line.block.region is Region.MAIN and "@" in line.text
        address = EMAIL.search(line.text) if short else None
        if address is not None and ":" not in line.text[: address.start()]:
            before = line.text[: address.start()].strip(" ,:;(<–—-|")
            found = names(before, strong=False)
            if found and len(" ".join(value for _, value in found)) >= 0.6 * len(before):
                for value in found:
                    yield value, line.text[:QUOTED], "beside an address"

    def _near(self, line: Line) -> bool:
        """Whether the words around a linked address speak of contact, or are a sentence; in a footer only a label does."""
        if line.block.region is Region.FOOTER:
            return any(label.strong is not None for label in labels_in(line.text, self.known))
        if outward(line.text):
            return False
        words = WORD.findall(f"{line.block.place.heading or ''} {line.text}")
        return any(kinds(word) & {"contact", "own", "write", "keep", "lead", "answer", "reach"} for word in words) or self._spoken(line)

    def _spoken(self, line: Line) -> bool:
        """Whether a linked address stands in a sentence that says more than the link's own words."""
        links = [self.document.links[index] for index in line.block.links]
        wanted = [link.words for link in links if link.href[:7].lower() == "mailto:" and link.words]
        spoken = [line.text[start:end] for start, end in sentences(line.text)]
        return any(words in said and len(said) > len(words) + 20 for said in spoken for words in wanted)

    def _mailto(self, line: Line) -> list[Value]:
        """The addresses of the ``mailto:`` links and the channels of the Slack links of a line."""
        found: list[Value] = []
        for index in line.block.links:
            link = self.document.links[index]
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
