"""A Word file to a document: paragraphs, headings, items, table cells, headers and footers, hyperlinks, core properties.

python-docx opens the package; the words are taken from its XML (ECMA-376, WordprocessingML), because what a person sees also stands in
content controls and hyperlinks. Deleted, hidden and struck-out text is not said, nor is the fallback of a drawing.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from reviewer import urls
from reviewer.model import Link, Place, Region
from reviewer.read.cleaning import clean
from reviewer.read.document import Block, BlockKind, Cell, Document, Unreadable

CONTENT_TYPES: Final = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
SUFFIXES: Final = (".docx",)

FILES: Final = 2000
UNPACKED: Final = 64 * 1024 * 1024
"""Bytes that the package may unpack to: python-docx reads every part into memory."""
BLOCKS: Final = 20_000
CHARACTERS: Final = 1_000_000
LINKS: Final = 2000

_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}pPr", f"{_W}delText"})
_FIELD: Final = re.compile(r'HYPERLINK\s{1,9}"([^"]{1,2048})"')
_CORE: Final = (
    "title", "author", "subject", "keywords", "category", "comments", "content_status", "created", "modified", "last_modified_by",
    "revision", "version", "language",
)  # fmt: skip


def parse(body: bytes, *, url: str, content_type: str | None = None) -> Document:
    """The document of a Word file.

    Raises ``Unreadable``: ``encrypted``, ``damaged``, ``too_large`` (unpacked), ``not_html`` (another format).
    """
    _safe(body)
    opened = _opened(body)
    reading = _Reading(opened.part, url)
    reading.edge("header")
    reading.body(opened.element.body)
    reading.edge("footer")
    properties = tuple(_properties(opened.core_properties))
    named = dict(properties)
    heading = next((block.text for block in reading.blocks if block.kind is BlockKind.HEADING), "")
    first = next((block.text for block in reading.blocks if block.region is Region.MAIN), "")
    return Document(
        url=url,
        title=(named.get("title") or heading or first)[:300],
        lang=named.get("language"),
        content_type=(content_type or CONTENT_TYPES[0]).split(";")[0].strip().lower(),
        blocks=tuple(reading.blocks),
        properties=properties,
        links=tuple(reading.links),
    )


def _safe(body: bytes) -> None:
    """Refuse what is no package of bounded size, before anything is unpacked."""
    if body.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in body:
            raise Unreadable("encrypted", "the Word file opens only with a password")
        raise Unreadable("not_html", "the file is of the Word format from before 2007, which is not read: save it as .docx or PDF")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            files = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("damaged", "the Word file does not open: it is damaged or cut short") from error
    if len(files) > FILES or sum(file.file_size for file in files) > UNPACKED:
        raise Unreadable("too_large", f"the Word file unpacks to more than {UNPACKED // 1024 // 1024} MiB or {FILES} files")


def _opened(body: bytes) -> Any:
    """The package, opened by python-docx."""
    import docx

    try:
        return docx.Document(io.BytesIO(body))
    except MemoryError:
        raise
    except ValueError as error:
        raise Unreadable("not_html", "the file is no Word document, whatever its name says") from error
    except Exception as error:
        # python-docx and lxml raise a dozen kinds on a broken package (KeyError for a missing part, XMLSyntaxError, BadZipFile ...).
        raise Unreadable("damaged", f"the Word file does not open: {type(error).__name__}") from error


def _properties(core: Any) -> Iterator[tuple[str, str]]:
    """The core properties that are set; dates in ISO form (python-docx gives None for a date that is none)."""
    for name in _CORE:
        value = getattr(core, name)
        if value:
            yield name, clean(value.date().isoformat() if hasattr(value, "date") else str(value))[:1000]


class _Reading:
    """Gathers blocks and links while the XML is walked."""

    def __init__(self, part: Any, url: str) -> None:
        self.part = part
        self.url = url
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.heading: str | None = None
        self.tables = self.lists = self.characters = 0
        self.region = Region.MAIN
        self.styles = {
            style.get(f"{_W}styleId"): (name.get(f"{_W}val") or "").lower()
            for style in part.styles.element.iter(f"{_W}style")
            for name in style.iter(f"{_W}name")
        }
        self.unsaid = {
            style.get(f"{_W}styleId")
            for style in part.styles.element.iter(f"{_W}style")
            if any(_switched(properties) for properties in style.iterchildren(f"{_W}rPr"))
        }
        self.listed = False

    def edge(self, kind: str) -> None:
        """Every ``header`` or every ``footer`` of the document, each once."""
        main = self.part
        self.region = Region(kind)
        for relation in list(main.rels.values()):
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                self.part = relation.target_part
                self.body(self.part.element)
        self.part, self.region = main, Region.MAIN

    def body(self, element: Any) -> None:
        """Every paragraph and table of a body, a header or a footer; content controls are looked into."""
        for child in element.iterchildren():
            if len(self.blocks) >= BLOCKS or self.characters >= CHARACTERS:
                return
            if child.tag == f"{_W}p":
                self.paragraph(child)
            elif child.tag == f"{_W}tbl":
                self.table(child)
            elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"}:
                self.body(child)

    def paragraph(self, element: Any) -> None:
        """One paragraph: a heading, an item or plain text by its style."""
        text, links = self.words(element)
        if not text:
            return
        style = self.style(element)
        if found := re.fullmatch(r"(?:heading|title|subtitle)\s?(\d?)", style):
            self.add(
                Block(
                    text.replace("\n", " "),
                    BlockKind.HEADING,
                    Place(self.heading),
                    self.region,
                    level=int(found[1] or 1),
                    links=links,
                    element=f"h{found[1] or 1}",
                )
            )
            self.heading = text.replace("\n", " ")[:300]
            self.listed = False
        elif style.startswith("list") or next(element.iter(f"{_W}numPr"), None) is not None:
            if not self.listed:
                self.lists += 1
            self.listed = True
            self.add(Block(text, BlockKind.ITEM, Place(self.heading), self.region, level=1, list=self.lists - 1, links=links, element="li"))
        else:
            self.listed = False
            self.add(Block(text, BlockKind.PARAGRAPH, Place(self.heading), self.region, links=links))

    def style(self, paragraph: Any) -> str:
        """The name of a paragraph's style, in lower case."""
        named = next(paragraph.iter(f"{_W}pStyle"), None)
        return "" if named is None else self.styles.get(named.get(f"{_W}val"), "")

    def table(self, element: Any) -> None:
        """The cells of a table, row by row. A table inside a cell is part of that cell's text."""
        self.tables += 1
        number = self.tables - 1
        for at, row in enumerate(element.iterchildren(f"{_W}tr")):
            header = next(row.iter(f"{_W}tblHeader"), None) is not None
            for column, cell in enumerate(row.iterchildren(f"{_W}tc", f"{_W}sdt")):
                if len(self.blocks) >= BLOCKS or self.characters >= CHARACTERS:
                    return
                pieces = [self.words(paragraph) for paragraph in _paragraphs(cell)]
                text = "\n".join(words for words, _ in pieces if words)
                if text:
                    links = tuple(index for _, mine in pieces for index in mine)
                    self.add(
                        Block(
                            text,
                            BlockKind.CELL,
                            Place(self.heading),
                            self.region,
                            cell=Cell(number, at, column, header),
                            links=links,
                            element="th" if header else "td",
                        )
                    )

    def add(self, block: Block) -> None:
        """Keep a block."""
        self.blocks.append(block)
        self.characters += len(block.text)

    def words(self, paragraph: Any) -> tuple[str, tuple[int, ...]]:
        """The seen text of a paragraph, and the indexes of its links."""
        first = len(self.links)
        pieces: list[str] = []
        fields: list[str] = []
        self.walk(paragraph, pieces, fields, 0)
        text = clean("".join(pieces))
        for address in _FIELD.findall("".join(fields)):
            self.link(address, text)
        return text, tuple(range(first, len(self.links)))

    def walk(self, element: Any, pieces: list[str], fields: list[str], depth: int) -> None:
        """Gather the text of an element's runs; XML is at most 200 deep here (Word's own files stay below 30)."""
        for child in element.iterchildren():
            tag = child.tag
            if tag in _UNSEEN or depth > 200 or (tag == f"{_W}r" and self.vanished(child)):
                continue
            if tag == f"{_W}t":
                pieces.append(child.text or "")
            elif tag == f"{_W}tab":
                pieces.append(" ")
            elif tag in {f"{_W}br", f"{_W}cr"}:
                pieces.append("\n")
            elif tag == f"{_W}noBreakHyphen":
                pieces.append("-")
            elif tag == f"{_W}instrText":
                fields.append(child.text or "")
            elif tag == f"{_W}hyperlink":
                before = len(pieces)
                self.walk(child, pieces, fields, depth + 1)
                self.hyperlink(child, "".join(pieces[before:]))
            else:
                if tag == f"{_W}fldSimple":
                    fields.append(child.get(f"{_W}instr") or "")
                self.walk(child, pieces, fields, depth + 1)

    def vanished(self, run: Any) -> bool:
        """Whether a run is hidden or struck out, by its own properties, else by its style."""
        properties = next(run.iterchildren(f"{_W}rPr"), None)
        if properties is None:
            return False
        own = _switched(properties)
        named = next(properties.iterchildren(f"{_W}rStyle"), None)
        return own if own is not None else named is not None and named.get(f"{_W}val") in self.unsaid

    def hyperlink(self, element: Any, words: str) -> None:
        """A hyperlink whose address is a relationship of the part."""
        relation = self.part.rels.get(element.get(f"{_R}id"))
        if relation is not None and relation.is_external:
            anchor = element.get(f"{_W}anchor")
            self.link(relation.target_ref + (f"#{anchor}" if anchor else ""), words)

    def link(self, href: str, words: str) -> None:
        """Keep a link as the HTML reader would make it."""
        if len(self.links) >= LINKS:
            return
        href, words = urls.masked(href), urls.masked(words)
        self.links.append(
            Link(
                href=href,
                url=urls.resolve(href, self.url),
                words=clean(words).replace("\n", " ")[:300],
                place=Place(self.heading),
                region=self.region,
            )
        )


def _paragraphs(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those of tables in it too, but not those inside a paragraph's drawing: these are that paragraph's words."""
    waiting = [cell]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}p":
            yield element
        else:
            waiting += reversed(list(element.iterchildren()))


_NOT_SAID: Final = (f"{_W}vanish", f"{_W}strike", f"{_W}dstrike")
"""Properties of a run whose text is hidden, or struck out: what stood there, and is no longer what the document says."""
_OFF: Final = frozenset({"0", "false", "off"})


def _switched(properties: Any) -> bool | None:
    """Whether these properties hide or strike out a text; None when they do not say."""
    said = [mark.get(f"{_W}val") not in _OFF for mark in properties.iterchildren(*_NOT_SAID)]
    return any(said) if said else None
