"""A PDF to a document: its text in reading order, what stands on every page as header and footer, its links and its properties.

PDFium reads the file. Of a long document the first and the last pages are read: that is where the front matter and the document
control stand. What bounds the time is the number of pages, characters and links; a hostile file is further bounded by the process
that it is parsed in (``fetch.parse_apart``).
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

from reviewer import dates, urls
from reviewer.model import Link, Place, Region
from reviewer.read.cleaning import clean
from reviewer.read.document import Block, BlockKind, Document, Unreadable

CONTENT_TYPES: Final = ("application/pdf", "application/x-pdf")
SUFFIXES: Final = (".pdf",)

FIRST_PAGES: Final = 20
LAST_PAGES: Final = 5
PAGE_CHARACTERS: Final = 40_000
LINKS: Final = 2000
FEWEST_PAGES: Final = 3
"""A document of so many pages may be a scan with a cover; of fewer, each page counts."""
_EDGE: Final = 2
"""Lines at the top and at the bottom of a page that may be its header or footer."""

_LOCK: Final = Lock()
"""PDFium is not safe to use from two threads."""

_DATE: Final = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_LETTER: Final = re.compile(r"[^\W\d_]")
_PAGE_NUMBER: Final = re.compile(r"\d+")
_BULLET: Final = re.compile(r"(?:[•·▪◦‣●○■–*-]|\uf0b7|\(?\d{1,2}[.)])\s+(?=\S)")
_LABEL: Final = re.compile(r"[A-ZÀ-Þ][\w'’()/& -]{1,40}:(?:\s|$)")
_ENDS: Final = re.compile(r"[.:;!?…][\"'”’)]?$")


def parse_beginning(body: bytes, *, url: str, content_type: str | None = None) -> Document:
    """The first page of a PDF as a document. Raises as ``parse`` does."""
    return parse(body, url=url, content_type=content_type, most=1)


def parse(body: bytes, *, url: str, content_type: str | None = None, most: int | None = None) -> Document:
    """The document of a PDF; at most its first ``most`` pages.

    Raises ``Unreadable`` when it needs a password (``encrypted``), does not open (``damaged``) or has no words,
    because its pages are pictures (``no_text``)."""
    import pypdfium2

    with _LOCK:
        try:
            opened = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError as error:
            if error.err_code in {pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY}:
                raise Unreadable("encrypted", "the PDF opens only with a password") from error
            raise Unreadable("damaged", "the PDF does not open: it is damaged, cut short, or not a PDF") from error
        try:
            return _document(opened, url, content_type or CONTENT_TYPES[0], most)
        finally:
            opened.close()


def _document(opened: Any, url: str, content_type: str, most: int | None) -> Document:
    """The open PDF, read."""
    count = len(opened)
    wanted = list(range(count)) if count <= FIRST_PAGES + LAST_PAGES else [*range(FIRST_PAGES), *range(count - LAST_PAGES, count)]
    pages = [page for page in (_page(opened, number) for number in wanted[:most]) if page is not None]
    if not pages:
        raise Unreadable("damaged", "none of the PDF's pages can be read")
    properties = tuple(_properties(opened))
    blocks, links = _assembled(pages, url)
    if not any(_says(block) for block in blocks) or _bare(pages, blocks):
        raise Unreadable("no_text", "the PDF has no text: its pages are pictures")
    title = next((value for name, value in properties if name == "title"), "")
    if not title or re.search(r"^microsoft word|\.(?:docx?|pptx?|indd|pdf)$", title, re.IGNORECASE):
        title = next((block.text.split("\n")[0] for block in blocks if block.region is Region.MAIN), "")
    return Document(
        url=url,
        title=title[:300],
        lang=_language(opened),
        content_type=content_type.split(";", maxsplit=1)[0].strip().lower(),
        blocks=blocks,
        properties=properties,
        links=links,
    )


def _says(block: Block) -> bool:
    """Whether a block has words of the document: a scanner's own mark on every page of a scan is none, unless a date stands in it."""
    return _LETTER.search(block.text) is not None and (block.region is Region.MAIN or bool(dates.find(block.text)))


def _bare(pages: list[_Page], blocks: tuple[Block, ...]) -> bool:
    """Whether at least half of the pages of a document of several have not one letter of their own, and no date stands anywhere: the words
    are those of a cover or a stamp over pages that are pictures."""
    running = _running(pages)
    own = (any(_LETTER.search(line) and _PAGE_NUMBER.sub("0", line) not in running for line in page.lines) for page in pages)
    return len(pages) >= FEWEST_PAGES and 2 * sum(own) <= len(pages) and not any(dates.find(block.text) for block in blocks)


@dataclass
class _Page:
    """The lines of a page from top to bottom, and its links as (address, words)."""

    lines: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def _page(opened: Any, number: int) -> _Page | None:
    """One page, or None when it is damaged: the others are still worth reading."""
    import pypdfium2

    try:
        page = opened[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    words = text.get_text_range(0, min(text.count_chars(), PAGE_CHARACTERS))
    lines = [line for raw in re.split(r"[\r\n]+", words.replace("\ufffe", "").replace("\x02", "")) if (line := clean(raw))]
    return _Page(lines, list(_annotations(opened, page, text)))


def _annotations(opened: Any, page: Any, text: Any) -> Iterator[tuple[str, str]]:
    """The addresses of a page's link annotations, with the words they lie on."""
    from pypdfium2 import raw

    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(LINKS):
        if not raw.FPDFLink_Enumerate(page, at, link):
            return
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        size = raw.FPDFAction_GetURIPath(opened, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(opened, action, buffer, size)
        box = raw.FS_RECTF()
        words = text.get_text_bounded(box.left, box.bottom, box.right, box.top) if raw.FPDFLink_GetAnnotRect(link, box) else ""
        yield buffer.value.decode("utf-8", "replace"), clean(words).replace("\n", " ")[:300]


def _properties(opened: Any) -> Iterator[tuple[str, str]]:
    """The document information (ISO 32000-1, 14.3.3), named as in Word files; dates in ISO form."""
    names = {"CreationDate": "created", "ModDate": "modified"}
    for name, value in opened.get_metadata_dict(skip_empty=True).items():
        told = clean(value)[:1000]
        found = _DATE.match(told)
        if name in names and found:
            told = "-".join(part for part in found.groups() if part)
        yield names.get(name, name.lower()), told


def _language(opened: Any) -> str | None:
    """The language that the document's catalogue names."""
    from pypdfium2 import raw

    size = raw.FPDFCatalog_GetLanguage(opened, None, 0)
    if size <= 2:
        return None
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(opened, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").strip("\x00 ") or None


def _assembled(pages: list[_Page], url: str) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """The pages put together: running headers and footers once, lines joined to paragraphs."""
    running = _running(pages)
    blocks: list[Block] = []
    links: list[Link] = []
    told: set[str] = set()
    for page in pages:
        first = len(links)
        links += [_link(href, words, url) for href, words in page.links[: LINKS - len(links)]]
        mine = range(first, len(links))
        body: list[str] = []
        for at, line in enumerate(page.lines):
            key = _PAGE_NUMBER.sub("0", line)
            if key in running and (at < _EDGE or at >= len(page.lines) - _EDGE):
                if key not in told:
                    told.add(key)
                    blocks.append(Block(line, region=Region.HEADER if at < _EDGE else Region.FOOTER, links=_on(line, links, mine)))
                continue
            body.append(line)
        for text, kind in _paragraphs(body):
            blocks.append(Block(text, kind, links=_on(text, links, mine), element="li" if kind is BlockKind.ITEM else "p"))
    return tuple(blocks), tuple(links)


def _running(pages: list[_Page]) -> frozenset[str]:
    """The lines, without their numbers, that stand at the edge of at least three pages, or of both of two."""
    seen: Counter[str] = Counter()
    for page in pages:
        edges = page.lines if len(page.lines) <= 2 * _EDGE else page.lines[:_EDGE] + page.lines[-_EDGE:]
        seen.update({_PAGE_NUMBER.sub("0", line) for line in edges})
    least = 2 if len(pages) == 2 else max(3, len(pages) // 2)
    return frozenset(key for key, count in seen.items() if count >= least)


def _paragraphs(lines: list[str]) -> Iterator[tuple[str, BlockKind]]:
    """Lines joined where one goes on in the next: small letters follow, or a full line without an end. Labels and bullets begin anew."""
    full = 0.8 * max((len(line) for line in lines), default=0)
    held, kind = "", BlockKind.PARAGRAPH
    last = ""
    for line in lines:
        bullet = _BULLET.match(line)
        goes_on = (
            held and not bullet and not _LABEL.match(line) and not _ENDS.search(last) and (line[0].islower() or len(last) >= max(full, 40))
        )
        if goes_on:
            held = f"{held} {line}"
        else:
            if held:
                yield held, kind
            held, kind = (line[bullet.end() :], BlockKind.ITEM) if bullet else (line, BlockKind.PARAGRAPH)
        last = line
    if held:
        yield held, kind


def _on(text: str, links: list[Link], mine: range) -> tuple[int, ...]:
    """Which of a page's links lie on the words of this block."""
    return tuple(index for index in mine if links[index].words and links[index].words in text)


_WWW: Final = re.compile(r"www\.[\w\-]+\.", re.IGNORECASE)


def _link(href: str, words: str, url: str) -> Link:
    """A link as the HTML reader would make it, but for ``www.``: viewers put ``http://`` before it (Acrobat, Chromium's, Firefox's)."""
    href, words = urls.masked(href), urls.masked(words)
    if _WWW.match(href):
        href = f"http://{href}"
    return Link(href=href, url=urls.resolve(href, url), words=words, place=Place())
