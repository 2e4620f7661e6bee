"""Plain text and Markdown to a document: paragraphs, headings (``#`` and underlined), items, table rows, definition-like lines.

Markdown is read for its words: emphasis, code marks and link targets are taken off the text; front matter becomes ``meta``.
"""

from __future__ import annotations

import re
from typing import Final

from reviewer import dates, urls
from reviewer.model import Link, Place
from reviewer.read.cleaning import clean
from reviewer.read.document import Block, BlockKind, Cell, Document
from reviewer.read.front import front
from reviewer.read.making import maker
from reviewer.read.tree import decode

CONTENT_TYPES: Final = ("text/plain", "text/markdown", "text/x-markdown")
SUFFIXES: Final = (".txt", ".text", ".md", ".markdown")

_placed: Final = maker(Place)
_cell: Final = maker(Cell)
_HEADING: Final = re.compile(r"(#{1,6})\s{1,9}(\S.{0,400})")
_UNDERLINE: Final = re.compile(r"(=|-){3,200}\s{0,9}")
_ITEM: Final = re.compile(r"([ \t]{0,40})(?:[-*+•·–◦▪]|\d{1,3}[.)])[ \t]{1,9}(?=\S)")
_DAY: Final = 40
_ROW: Final = re.compile(r"\s{0,9}\|.{0,4000}\|\s{0,9}")
_QUOTED: Final = re.compile(r"\s{0,3}>{1,5}\s?")
_FIELD: Final = re.compile(r"\s{0,3}(?:\*\*|__)[^*_:\n]{1,40}(?::(?:\*\*|__)|(?:\*\*|__)\s?:)")
"""A field in bold: people set the state of a page in a quotation, as a box."""
_SAMPLE: Final = re.compile(r"(?<=[\w:,;(] )`(?=[^`\n]{1,100}: ?[^`\n]{0,40}\d)([^`\n]{5,160})`")
"""A field with its value as code within a sentence: it shows how a field is written."""
_RULE: Final = re.compile(r"[\s|:=-]{3,4000}")
_FENCE: Final = re.compile(r"\s{0,9}(```|~~~)")
_LINK: Final = re.compile(r"(!?)\[([^\[\]\n]{0,300})\]\(\s{0,9}<?([^\s()<>]{1,2048})>?(?:\s{1,9}[\"'(][^\n\"')]{0,300}[\"')])?\s{0,9}\)")
_AUTOLINK: Final = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2048}|[^\s<>@]{1,100}@[^\s<>@]{1,200})>")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_EMPHASIS: Final = re.compile(
    r"(?=[*_`{\\])(?:"  # one look in place of seven at each letter
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\w])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w])|`{1,3}|\{%[^%\n]{0,200}%\}|\\(?=[*_`\[\]#.-]))"
)
_STRUCK: Final = re.compile(
    r"(?<!~)~~(?![~\s])(?:[^~]|(?<!~)~(?!~)){1,2000}?(?<![~\s])~~(?!~)|"
    r"<(?P<tag>del|strike|s)(?:\s[^<>]{0,300})?>(?:[^<]|<(?!/?(?:del|strike|s)\b)){0,2000}</(?P=tag)\s{0,9}>",
    re.IGNORECASE,
)
"""Struck-out text (GitHub Flavored Markdown, 6.5): what stood there, and is no longer what the page says."""
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_LINES: Final = 60_000


def parse(body: bytes, *, url: str, content_type: str | None = None) -> Document:
    """The document of a text. Never raises; beyond 60,000 lines the rest is left out."""
    text, _ = decode(body, content_type)
    lines = _COMMENT.sub(_blank, text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")[:_LINES]
    meta, first = front(lines)
    reading = _Reading(url)
    reading.read(lines, first)
    title = next((block.text for block in reading.blocks if block.kind is BlockKind.HEADING), "")
    front_title = next((value for name, value in meta if name == "title"), "")
    first_line = reading.blocks[0].text.split("\n")[0] if reading.blocks else ""
    return Document(
        url=url,
        title=(front_title or title or first_line)[:300],
        lang=next((value for name, value in meta if name in {"lang", "language"}), None),
        content_type=(content_type or "text/plain").split(";")[0].strip().lower(),
        blocks=tuple(reading.blocks),
        meta=tuple(meta),
        links=tuple(reading.links),
        anchors=frozenset(),
    )


def _blank(comment: re.Match[str]) -> str:
    """As many newlines as the comment has, so that lines keep their numbers."""
    return "\n" * comment.group().count("\n")


def _is_day(line: str, end: int) -> bool:
    """Whether what looks like the number of an item is the day of a date ("3. Mai 2031")."""
    return any(day.start < end < day.end for day in dates.find(line[:_DAY])[:1])


class _Reading:
    """Gathers blocks while the lines are read."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.heading: str | None = None
        self.lists = self.tables = 0
        self.pending: list[str] = []
        self.start = 1
        self.note = False  # whether the quotation that is open is a note of the page's own ("> [!NOTE]")
        self.item: tuple[int, int] | None = None  # nesting depth and number of the list

    def read(self, lines: list[str], first: int) -> None:
        """Read the lines from number ``first`` (from 0) on."""
        fenced = False
        row = -1
        for number, line in enumerate(lines[first:], first + 1):
            if _FENCE.match(line):
                self._flush()
                fenced = not fenced
                continue
            if fenced:
                self._code(line, number)
                continue
            if _ROW.fullmatch(line[:4100]):
                self._flush()
                row = self._row(line, number, row)
                continue
            row = -1
            self._line(line, number)
        self._flush()

    def _line(self, line: str, number: int) -> None:
        """One line that is no table row and no code."""
        if not line.strip():
            self._flush()
            self.note = False
            if self.item and not line.startswith(" "):
                self.item = None
            return
        if found := _HEADING.match(line):
            self._flush()
            self._head(found[2].rstrip("# "), len(found[1]), number)
            return
        if self.pending and self.item is None and len(self.pending) == 1 and _UNDERLINE.fullmatch(line):
            words = self.pending.pop()
            self._head(words, 1 if line[0] == "=" else 2, number - 1)
            return
        if found := _QUOTED.match(line):
            self._flush()
            words = line[found.end() :]
            self.note = self.note or words.startswith("[!")
            if text := self._plain(words, number):
                kind = BlockKind.PARAGRAPH if self.note or _FIELD.match(words) else BlockKind.QUOTE
                self.blocks.append(Block(text, kind, Place(self.heading, number), element="blockquote"))
            return
        self.note = False
        if (found := _ITEM.match(line)) and not (self.item is None and _is_day(line, found.end())):
            self._flush()
            if self.item is None:
                self.lists += 1
            self.item = (len(found[1].expandtabs(4)) // 2 + 1, self.lists - 1)
            line = line[found.end() :]
        if not self.pending:
            self.start = number
        self.pending.append(line)

    def _head(self, words: str, level: int, number: int) -> None:
        """A heading."""
        self.item = None
        text = self._plain(words, number)
        if text:
            self.blocks.append(Block(text, BlockKind.HEADING, Place(self.heading, number), level=level, element=f"h{level}"))
            self.heading = text[:300]

    def _code(self, line: str, number: int) -> None:
        """One line of fenced code."""
        if text := clean(line):
            self.blocks.append(Block(text, BlockKind.CODE, Place(self.heading, number), element="pre"))

    def _row(self, line: str, number: int, row: int) -> int:
        """One row of a table; returns its number."""
        if row < 0:
            self.tables += 1
        if _RULE.fullmatch(line):
            if row == 0:  # what stood above the rule is the head
                self._make_head()
            return row
        row += 1
        for column, words in enumerate(line.strip().strip("|").split("|")):
            text = self._plain(words, number)
            if text:
                cell = _cell(self.tables - 1, row, column)
                self.blocks.append(Block(text, BlockKind.CELL, _placed(self.heading, number), cell=cell, element="td"))
        return row

    def _make_head(self) -> None:
        """Turn the cells of the table's first row into header cells."""
        at = len(self.blocks) - 1
        while at >= 0 and (cell := self.blocks[at].cell) is not None and cell.table == self.tables - 1:
            block = self.blocks[at]
            self.blocks[at] = Block(
                block.text, block.kind, block.place, cell=Cell(cell.table, cell.row, cell.column, header=True), element="th"
            )
            at -= 1

    def _flush(self) -> None:
        """Close the paragraph or item that is being gathered. Line ends stay: in plain text they often mean something."""
        if not self.pending:
            return
        before = len(self.links)
        text = self._plain("\n".join(self.pending), self.start)
        self.pending = []
        if not text:
            return
        mine = tuple(range(before, len(self.links)))
        place = Place(self.heading, self.start)
        if self.item:
            level, number = self.item
            self.blocks.append(Block(text, BlockKind.ITEM, place, level=level, list=number, links=mine, element="li"))
        else:
            self.blocks.append(Block(text, BlockKind.PARAGRAPH, place, links=mine))

    def _plain(self, words: str, number: int) -> str:
        """The words without marks; what is linked is kept as links."""
        tagged = "<" in words
        if tagged or "~~" in words:
            words = _STRUCK.sub(" ", words)
        if "](" in words:
            words = _LINK.sub(lambda found: self._link(found[3], found[2], number, image=bool(found[1])), words)
        if tagged:
            words = _AUTOLINK.sub(lambda found: self._link(found[1], found[1], number), words)
        if "`" in words:
            words = _SAMPLE.sub(r"“\1”", words)
        if "<" in words:
            words = _TAG.sub("", words)
        return clean(_EMPHASIS.sub("", words))

    def _link(self, href: str, words: str, number: int, *, image: bool = False) -> str:
        """Keep a link; its words stay in the text."""
        href, words = urls.masked(href), urls.masked(words)
        address = f"mailto:{href}" if "@" in href and ":" not in href else href
        resolved = urls.resolve(address, self.url)
        element, attribute = ("img", "src") if image else ("a", "href")
        if len(self.links) < 2000:
            self.links.append(Link(address, resolved, element, attribute, clean(words)[:300], Place(self.heading, number)))
        return words.removeprefix("mailto:")
