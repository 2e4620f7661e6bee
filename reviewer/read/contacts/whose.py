"""Whether somebody whom a page names is its contact: what kind of page it is, and where they stand, may tell of whom they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from reviewer.model import ContactKind
from reviewer.read.contacts.shapes import person
from reviewer.read.contacts.values import EMAIL, Value, names
from reviewer.read.contacts.words import NONE, WORD, kinds
from reviewer.read.document import BlockKind, Document
from reviewer.read.genre import Genre, boxes, citing, dateline, kind, spoken
from reviewer.read.sentences import Line, lines, sentences

NAMED: Final = (ContactKind.PERSON, ContactKind.ROLE, ContactKind.TEAM)
DIRECTORY: Final = 4
"""Rows of one table or list with an address each that make it a directory."""
_TITLE: Final = 240
_SHORT: Final = 30
_ROWS: Final = 200
_SPELT: Final = re.compile(r"\w+")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
"""What an entry of a list of sources has, and a line that asks has not."""


class How(StrEnum):
    """What names somebody."""

    FIELD = "a label in the same line"
    BESIDE = "a label that stands alone"
    ASKED = "a sentence"
    ADDRESS = "an address beside it"
    POST = "the field behind a person"


class Found(NamedTuple):
    """A value, its quote, why it is a contact and what named it; ``refused``: why it is none after all; ``weak``: no strong label did."""

    value: Value
    quote: str
    why: str
    how: How
    refused: str = ""
    weak: bool = False


class Whose:
    """What is known of a page when it is asked whose somebody is."""

    def __init__(self, document: Document) -> None:
        """Take a page; each question about it is asked when the first somebody turns up."""
        self.document: Final = document
        self.rows: Final = lines(document)
        self._people: dict[tuple[str, int] | None, int] = {}
        self._addressed: Counter[tuple[str, int]] = Counter()

    @cached_property
    def meeting(self) -> bool:
        """Whether the page is the record of a meeting."""
        return kind(self.document).genre is Genre.MEETING

    @cached_property
    def boxes(self) -> frozenset[int]:
        """The quotations that are boxes of metadata."""
        quoting = any(block.kind is BlockKind.QUOTE for block in self.document.blocks)
        return boxes(self.document.blocks) if quoting else frozenset()

    @cached_property
    def citing(self) -> frozenset[int]:
        """The blocks that name the documents of others."""
        return citing(self.document)

    @cached_property
    def news(self) -> str:
        """The dateline of a post or a piece of news."""
        return dateline(self.document)

    @cached_property
    def own(self) -> str:
        """The page's own domain, where it gives an address at it."""
        own = _domain(urlsplit(self.document.url).hostname or "")
        mails = (mail.group() for line in self.rows if "@" in line.text for mail in EMAIL.finditer(line.text))
        return own if any(_domain(mail.rsplit("@", 1)[1]) == own for mail in mails) else ""

    @cached_property
    def topic(self) -> frozenset[str]:
        """The words of the page's own subject: of its title and its main headings."""
        heads = (block.text for block in self.document.blocks if block.kind is BlockKind.HEADING and block.level == 1)
        return frozenset(word.lower() for text in (self.document.title, *heads) for word in WORD.findall(text[:_TITLE]))

    @cached_property
    def hiring(self) -> bool:
        """Whether the page offers a job."""
        headings = (block.text for block in self.document.blocks[:3] if block.kind is BlockKind.HEADING)
        return any("hire" in kinds(word) for word in WORD.findall(f"{self.document.title} {' '.join(headings)}"[:_TITLE]))

    @cached_property
    def _body(self) -> str:
        """All lines, without their addresses."""
        return EMAIL.sub(" ", "\n".join([line.text for line in self.rows]))

    @cached_property
    def _spelt(self) -> frozenset[str]:
        """The words of all lines, each as it is spelt."""
        return frozenset(_SPELT.findall(self._body))

    def count(self, addressed: Iterable[Line]) -> None:
        """Take the lines that have an address."""
        self._addressed = Counter(key for line in addressed if (key := _list(line)))

    def refused(self, line: Line, found: Found, *, headed: bool, before: str = "") -> str:
        """Why somebody at a line is not the page's contact; empty when nothing speaks against it. ``headed``: the line stands under a
        heading of contact; ``before``: the short line before it, which may be a heading."""
        alone = found.how in {How.ASKED, How.ADDRESS}
        said = _sentence(line.text, found.value[1])
        text = "" if found.why.startswith("made") or found.why.startswith("said") else f"{said} {found.value[1]}"
        words = [kinds(word) for word in WORD.findall(text) if word.lower() not in self.topic]
        if (found.how is How.ADDRESS or found.why.startswith("an address")) and any(one & {"deal", "company"} for one in words):
            return "not for questions about the page: what is bought or booked, or a firm"
        if found.how is How.ADDRESS and spoken(said):
            return "not the page's own: somebody who is quoted"
        if alone and self.foreign(said):
            return "not the page's own: at another organisation, the page has an address of its own"
        if _shown(said, found.value[1]):
            return "not the page's own: an example, or in quotation marks"
        if alone and self._theirs(said, found.value):
            return "not the page's own: of the one whom the page is about, or of a firm"
        around = [kinds(word) for word in WORD.findall(f"{line.block.place.heading or ''} {before}") if word.lower() not in self.topic]
        if alone and any("elsewhere" in one for one in (*around, *words)):
            return "not for questions about the page: for complaints, emergencies or supplies"
        many = DIRECTORY - (not headed)
        key = _list(line)
        if key and self._addressed[key] >= many and self._named(key) >= many:
            return "not the page's own: one of a list of people"
        if line.number in self.citing and _YEAR.search(line.text):
            return "not the page's own: in a list of sources"
        if self.hiring and found.how in {How.ASKED, How.ADDRESS}:
            return "not for questions about the page: for those who apply"
        if line.block.kind is BlockKind.QUOTE and line.number not in self.boxes and found.how in {How.ASKED, How.ADDRESS}:
            return "not the page's own: in a quotation"
        if line.block.kind is BlockKind.ITEM and self._leads_away(line):
            return "not the page's own: a choice in a list of other sites"
        if self.meeting and found.how is How.ADDRESS:
            return "not for questions about the page: the record of a meeting"
        if self.news and (found.weak or found.how in {How.ASKED, How.ADDRESS}):
            return f"not for questions about the page: it is news (“{self.news[:40]}”)"
        if found.value[0] is ContactKind.PERSON and (found.weak or found.how in {How.ASKED, How.ADDRESS}) and self._words(found.value[1]):
            return "not a name: its words stand in small letters on the page"
        return ""

    @cached_property
    def _about(self) -> frozenset[str]:
        """The words of the page's main heading, where it names one person: the addresses of a profile are that person's."""
        head = next((block.text for block in self.document.blocks if block.kind is BlockKind.HEADING and block.level == 1), "")
        words = head.split()
        return frozenset(word.lower() for word in words) if words and "title" in kinds(words[0]) and person(head) else NONE

    def _theirs(self, said: str, value: Value) -> bool:
        """Whether an address is that of the person whom the page is about, or a group is named like a firm whose address follows."""
        if self._about:
            return value[0] in {ContactKind.EMAIL, ContactKind.PHONE}
        if value[0] is not ContactKind.TEAM:
            return False
        if value[1].endswith(" support") and value[1][0].isupper() and value[1].split()[0].lower() not in self.topic:
            return True
        here = urlsplit(self.document.url).hostname or ""
        firms = {_domain(mail.group().rsplit("@", 1)[1]).split(".")[0] for mail in EMAIL.finditer(said)}
        return any(word.lower() in firms and word.lower() not in here for word in value[1].split())

    def _leads_away(self, line: Line) -> bool:
        """Whether a line is nothing but a link to a page of another site."""
        here = urlsplit(self.document.url).hostname
        links = (self.document.links[at] for at in line.block.links if at < len(self.document.links))
        return any(
            " ".join(link.words.split()) == line.text and link.url is not None and urlsplit(link.url).hostname not in {here, None}
            for link in links
        )

    def foreign(self, text: str) -> bool:
        """Whether all e-mail addresses of a text are of another domain than the page, which gives one of its own, too."""
        found = [_domain(mail.group().rsplit("@", 1)[1]) for mail in EMAIL.finditer(text)] if self.own and "@" in text else []
        return bool(found) and self.own not in found

    def _named(self, key: tuple[str, int]) -> int:
        """How many lines of a table or list begin with a person: a list of offices may well be what the page has to say of itself."""
        if key not in self._people:
            same = [line.text for line in self.rows if _list(line) == key]
            self._people[key] = sum([value[0] for value in names(text, strong=False)][:1] == [ContactKind.PERSON] for text in same[:_ROWS])
        return self._people[key]

    def _words(self, name: str) -> bool:
        """Whether all words of what looks like a name stand in small letters elsewhere on the page."""
        words = name.split()
        if "title" in kinds(words[0]):
            return False
        return all(self._small(word.lower()) for word in words)

    def _small(self, word: str) -> bool:
        """Whether a word in small letters stands on the page; one with a mark in it ("o'neil") is looked for in all of its text."""
        if _SPELT.fullmatch(word):
            return word in self._spelt
        return word in self._body and re.search(rf"\b{re.escape(word)}\b", self._body) is not None


_OPENED: Final = 2
"""Words between a quotation mark and a value, so that its label stands in the quotation, too."""


def _shown(said: str, value: str) -> bool:
    """Whether a sentence shows how somebody is named: it begins as an example, or quotes the value with its label."""
    label, colon, _ = said.partition(":")
    if colon and len(label) < _SHORT and any("sample" in kinds(word) for word in label.split()):
        return True
    before = said[: max(0, said.find(value))]
    mark = max(before.rfind(sign) for sign in '"“„«')
    return (
        mark >= 0
        and before.count('"') % 2 == (before[mark] == '"')
        and not any(sign in before[mark + 1 :] for sign in "”»")
        and (len(before[mark:].split()) >= _OPENED)
    )


def _sentence(text: str, value: str) -> str:
    """The sentence of a line in which a value stands; the line where it has none."""
    return next((text[start:end] for start, end in sentences(text) if value in text[start:end]), text)


def _domain(host: str) -> str:
    """The name under which an organisation has its hosts: the last two labels, three below a short second level ("gov.uk")."""
    parts = host.lower().rstrip(".").split(".")
    short = len(parts) > _TWO and (len(parts[-2]) <= _SECOND or parts[-2] == "example")
    return ".".join(parts[-3:] if short else parts[-2:])


_TWO: Final = 2
_SECOND: Final = 3


def _list(line: Line) -> tuple[str, int] | None:
    """The table or list that a line stands in."""
    block = line.block
    if block.cell is not None:
        return "table", block.cell.table
    return ("list", block.list) if block.list is not None else None
