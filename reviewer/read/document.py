"""What a format reader (html, text, pdf, docx) hands to the fact readers: the page as a person sees it.

A ``Document`` is visible text in reading order, cut into blocks, with where each block stands. What a browser hides is not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reviewer.model import NOWHERE, Fact, Link, Place, Region


class BlockKind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    TERM = "term"
    DEFINITION = "definition"
    QUOTE = "quote"
    CODE = "code"
    CAPTION = "caption"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: which table of the document, row and column from 0, and whether it is a header cell (th)."""

    table: int
    row: int
    column: int
    header: bool = False


@dataclass(frozen=True, slots=True)
class TimeTag:
    """A ``<time datetime>`` in a block: its visible words and its machine value."""

    words: str
    value: str


class Block(NamedTuple):
    """One paragraph, heading, list item, table cell, term or definition.

    ``text`` has white space collapsed to single blanks, compatibility spaces made blanks, zero-width and bidirectional controls and
    soft hyphens removed; a ``<br>`` is a newline (the only control character). ``links`` are indexes into ``Document.links``.
    ``level`` is 1-6 for a heading, the nesting depth for an item, otherwise 0. ``list`` numbers the list that an item is in.
    ``codes`` are the pieces of the text that are set as code or as what is to be typed.
    A MEDIA block (video, audio, iframe, img, object, embed) has the alternative text or title as its text, and the tag in ``element``.
    A tuple, since a page has many: a frozen dataclass of ten fields costs four times as much to make.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    place: Place = NOWHERE
    region: Region = Region.MAIN
    level: int = 0
    list: int | None = None
    cell: Cell | None = None
    times: tuple[TimeTag, ...] = ()
    links: tuple[int, ...] = ()
    element: str = "p"
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """A page as a person sees it, with what its head says.

    ``meta`` holds (name or property in lower case, content); ``json_ld`` the raw texts of its JSON-LD scripts;
    ``properties`` the core properties of a PDF or Word file (lower-case name, value); ``boxes`` the numbers of blocks before which
    something stands that is no text: a form, a drawing, a part that is folded away, an empty element that a script may fill.
    ``outer`` are the numbers of blocks in elements that are named as menus, footers and the like are, which are no proof of it.
    ``shell``: its text comes from a script, once it stands in a browser.
    """

    url: str
    title: str = ""
    lang: str | None = None
    content_type: str = "text/html"
    blocks: tuple[Block, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    json_ld: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    boxes: tuple[int, ...] = ()
    outer: frozenset[int] = frozenset()
    shell: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """What the site's settings tell a reader: the order of day and month (``dmy`` or ``mdy``; None: what the page tells), the language
    when the page does not say, labels that the user added, as (kind, label), and how many ``links`` of a page are kept.

    Without ``facts`` a page is read for its links, its title and its anchors only. ``shown``: it is as a browser showed it, so that it says
    no more, however little that is. ``beginning``: of a document of pages the first one is read.
    """

    date_order: str | None = None
    language: str | None = None
    labels: tuple[tuple[str, str], ...] = ()
    links: int = 2000
    facts: bool = True
    shown: bool = False
    beginning: bool = False


class Unreadable(Exception):
    """A format reader cannot read these bytes. ``state`` is a ``PageState`` value (encrypted, damaged, no_text, too_large, not_html)."""

    def __init__(self, state: str, detail: str) -> None:
        """Keep the state and a sentence for the admin."""
        super().__init__(detail)
        self.state = state
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a reader looked at: what it would be (``fact``), its words, and why it was taken or passed over.

    ``reviewer read --explain`` shows these; a fact reader's ``facts`` are the facts of its taken candidates.
    """

    fact: Fact | None
    quote: str
    taken: bool
    why: str
    place: Place = NOWHERE
