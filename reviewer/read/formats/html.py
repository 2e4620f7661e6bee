"""HTML to a document: the text that a browser shows, cut into blocks, each with its place.

What a browser hides is left out (`tree.hidden`), so are the choices of a form and what is struck out (`tree.struck`). What stands
beside the page (``<nav>``, ``<aside>``) keeps its region, and the fact readers decide whether it speaks for the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from reviewer import urls
from reviewer.model import Place, Region
from reviewer.read.boxes import BOXES, FILLED, filled_later, is_beside, may_show
from reviewer.read.cleaning import blanked, clean, squeezed
from reviewer.read.document import Block, BlockKind, Cell, Document, TimeTag
from reviewer.read.links import collecting as link_reader
from reviewer.read.links.veiled import unveiled
from reviewer.read.making import maker
from reviewer.read.regions import PARTS, marks, region
from reviewer.read.shells import is_shell
from reviewer.read.tree import STRUCK, UNSEEN, Element, decode, hidden, parse_tree, reference, struck
from reviewer.read.xhtml import as_html, is_xml

CONTENT_TYPES: Final = ("text/html", "application/xhtml+xml")
SUFFIXES: Final = (".html", ".htm", ".xhtml")

_KINDS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "dt": BlockKind.TERM,
    "dd": BlockKind.DEFINITION,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
}
"""What the text in an element is, until an element inside says otherwise."""
_BLOCKS: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext",
        "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    }
)  # fmt: skip
"""Elements that a browser starts on a line of their own (WHATWG HTML, 15.3)."""
_PARAGRAPH, _HEADING, _ITEM, _CODE = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.CODE
_CHOICES: Final = frozenset({"select", "textarea", "datalist", "svg", "math", "canvas"})
_LEFT_OUT: Final = _CHOICES | STRUCK | (UNSEEN - {"head"})
"""What is not shown, or not said any more, whatever its attributes say."""
_HIDING: Final = frozenset({"hidden", "aria-hidden", "style"})
"""Attributes that may keep an element from view."""
_MEDIA: Final = frozenset({"video", "audio", "iframe", "img", "object", "embed"})
_HEAD: Final = frozenset({"meta", "script", "title", "link"})
_EDITIONS: Final = ("successor-version", "canonical")
"""Relations of the head that name another edition of the page (RFC 5829, RFC 6596)."""
_TIMES: Final = frozenset({"time", "relative-time", "time-ago", "local-time"})
"""Elements whose ``datetime`` is the value of their words; scripts make the last three show it as they like."""
_CODES: Final = frozenset({"code", "kbd", "samp", "tt"})
_MARKED: Final = _TIMES | _CODES
_NOTES: Final = frozenset({"note", "info", "notice", "callout", "admonition", "alert", "warning", "important", "status"})
"""Classes of quotations that are notes of the page's own."""
_TITLES: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NOTED: Final = FILLED | _TITLES | {"form"}
"""Elements of which `_Blocks.entered` may note something."""
_SECTIONING: Final = frozenset({"article", "main", "section"})
_placed: Final = maker(Place)


def parse(body: bytes, *, url: str, content_type: str | None = None) -> Document:
    """The document of an HTML page. Raises ``Unreadable`` (too_large) for a tree that no person wrote."""
    text, encoding = decode(body, content_type)
    if is_xml(content_type):
        text = as_html(text)
    tree = parse_tree(unveiled(text))
    found = document(tree, url=url, encoding=encoding)
    tree.release()
    return found


def parse_links(body: bytes, *, url: str, content_type: str | None = None) -> Document:
    """The same without its text: links, anchors, title, language, and whether it is a shell. Blocks are made only up to where that is
    told."""
    text, encoding = decode(body, content_type)
    if is_xml(content_type):
        text = as_html(text)
    tree = parse_tree(unveiled(text))
    collected = link_reader.collect(tree, url, encoding=encoding)
    head = _Head(collected.base)
    for element in tree.elements():
        if element.tag == "title":
            head.entered(element, shown=True)
    found = Document(
        url=url,
        title=head.title,
        lang=_lang(tree),
        links=collected.links,
        anchors=collected.anchors,
        shell=is_shell(tree.elements(), _blocks(tree, _Blocks({}), _Head(collected.base))),
    )
    tree.release()
    return found


def parse_safely(body: bytes, *, url: str, content_type: str | None = None) -> Document:
    """The same by the slow and safe parser, for a page on which the fast one was killed."""
    text, encoding = decode(body, content_type)
    return document(reference(unveiled(text)), url=url, encoding=encoding)


class _Open:
    """What the walk knows inside an element: what its text is, and where."""

    __slots__ = ("beside", "cell", "kind", "level", "list", "region", "tag")

    def __init__(self, tag: str, kind: BlockKind, region: Region, level: int, list_: int | None, cell: Cell | None) -> None:
        self.tag = tag
        self.kind = kind
        self.region = region
        self.level = level
        self.list = list_
        self.cell = cell
        self.beside = False


class _Blocks:
    """Gathers blocks while the tree is walked."""

    def __init__(self, at: Mapping[int, tuple[int, ...]]) -> None:
        self.at = at
        self.blocks: list[Block] = []
        self.heading: str | None = None
        self.pieces: list[str | None] = []  # runs of text as they stand in the source; None for a line break
        self.worded = False  # whether one of them is more than white space
        self.marked: list[int] = []  # where the words of each open ``time`` or piece of code begin
        self.times_done: list[TimeTag] = []
        self.codes_done: list[str] = []
        self.links: list[int] = []
        self.line: int | None = None
        self.first: int | None = None
        self.lists = self.tables = 0
        self.boxes: list[int] = []
        self.outer: list[int] = []
        self.beside: Element | None = None  # in which the last heading stands
        self.rows: list[list[int]] = []  # of each open table: its number, row, column

    def flush(self, here: _Open) -> None:
        """Close the block that is being gathered, when it has words."""
        if not (self.worded or self.links):
            if self.pieces:
                self.pieces.clear()
            if self.times_done or self.codes_done:
                self.times_done, self.codes_done = [], []
            return
        kind = here.kind
        text = _shown(self.pieces, kind) if self.worded else ""
        if text or self.links:
            self.outer += [len(self.blocks)] * here.beside
            self.blocks.append(
                Block(
                    text,
                    kind,
                    _placed(self.heading, self.line if self.first is None else self.first),
                    here.region,
                    int(here.tag[1]) if kind is _HEADING and here.tag[1:].isdigit() else here.level,
                    here.list if kind is _ITEM else None,
                    here.cell,
                    tuple(self.times_done),
                    tuple(self.links),
                    here.tag or "p",
                    tuple(self.codes_done),
                )
            )
            if kind is _HEADING and text:
                self.heading = text[:300]
        self.pieces.clear()
        self.links, self.times_done, self.codes_done, self.first, self.worded = [], [], [], None, False

    def media(self, element: Element, here: _Open) -> None:
        """A picture, film or frame: a block of its own, so that readers know that it is there."""
        words = next((element.attributes[name] for name in ("alt", "title", "aria-label") if element.attributes.get(name)), "")
        self.blocks.append(
            Block(
                text=clean(words)[:300],
                kind=BlockKind.MEDIA,
                place=Place(self.heading, element.line),
                region=here.region,
                cell=here.cell,
                links=self.at.get(id(element), ()),
                element=element.tag,
            )
        )

    def entered(self, node: Element, here: _Open) -> None:
        """Note an element of the page's own part in which something is, or will be, that is no text."""
        if here.region is Region.MAIN and (node.tag == "form" or filled_later(node, self.beside)):
            self.boxes.append(len(self.blocks))
        if node.tag in _TITLES:
            self.beside = node.parent

    def left_out(self, node: Element, here: _Open, *, within: int) -> None:
        """Note an element that is left out, unless it stands ``within`` another one, when something may be shown there after all."""
        if not within and self.blocks and here.region is Region.MAIN and may_show(node):
            self.boxes.append(len(self.blocks))

    def cell(self, header: bool) -> Cell | None:  # noqa: FBT001 - the one fact besides the count
        """Count one cell of the innermost open table on."""
        if not self.rows:
            return None
        table = self.rows[-1]
        table[2] += 1
        return Cell(table[0], max(table[1], 0), table[2], header)


def _shown(pieces: list[str | None], kind: BlockKind) -> str:
    """The text of a block as a browser shows it: only a line break makes a new line, except in code."""
    if kind is not _CODE and None not in pieces:
        return squeezed("".join(pieces))  # type: ignore[arg-type]
    return clean("".join("\n" if piece is None else piece if kind is _CODE else blanked(piece) for piece in pieces))


def document(tree: Element, *, url: str, encoding: str = "utf-8", content_type: str = "text/html") -> Document:
    """The document of a parsed page; ``url`` is its final address, ``encoding`` the one of its bytes."""
    collected = link_reader.collect(tree, url, encoding=encoding)
    gathered, head = _Blocks(collected.at), _Head(collected.base)
    blocks = tuple(_blocks(tree, gathered, head))
    return Document(
        url=url,
        title=head.title,
        lang=_lang(tree),
        content_type=content_type,
        blocks=blocks,
        meta=tuple(head.meta),
        json_ld=tuple(head.json_ld),
        links=collected.links,
        anchors=collected.anchors,
        boxes=tuple(dict.fromkeys(gathered.boxes)),
        outer=frozenset(gathered.outer),
        shell=is_shell(tree.elements(), blocks),
    )


def _lang(tree: Element) -> str | None:
    """The language that the page says it is in."""
    return (tree.get("lang") or tree.get("xml:lang") or "").strip() or None


def _blocks(tree: Element, gathered: _Blocks, head: _Head) -> Iterator[Block]:
    """The blocks of a page one by one, as the walk comes to them; what ``head`` keeps is known at the end."""
    pieces = gathered.pieces
    opened = [_Open("", _PARAGRAPH, Region.MAIN, 0, None, None)]
    given = 0
    skipped = sectioned = 0  # how many hidden elements are open, how many sections
    for node, opens in tree.walk():
        if isinstance(node, str):
            if not skipped:
                pieces.append(node)
                if gathered.first is None and not node.isspace():
                    gathered.first = gathered.line
                    gathered.worded = True
            continue
        tag = node.tag
        if not opens:
            if skipped:
                skipped -= 1
            elif tag in _BLOCKS:
                sectioned -= tag in _SECTIONING
                gathered.flush(opened.pop())
                if tag == "table":
                    gathered.rows.pop()
                if given < len(gathered.blocks):
                    yield from gathered.blocks[given:]
                    given = len(gathered.blocks)
            elif tag in _MARKED:
                _marked(gathered, node)
            continue
        if tag in _HEAD:
            head.entered(node, shown=not skipped)
        if skipped or tag in _LEFT_OUT or ((node.attributes or tag == "dialog") and tag != "head" and _left_out(node)):
            gathered.left_out(node, opened[-1], within=skipped)
            skipped += 1
            continue
        if node.line is not None:
            gathered.line = node.line
        if tag in _BLOCKS:
            opened.append(_open(gathered, opened[-1], node, sectioned=sectioned > 0))
            sectioned += tag in _SECTIONING
        elif tag == "br":
            pieces.append(None)
        elif tag in _MEDIA:
            gathered.media(node, opened[-1])
        else:
            if tag in _MARKED:
                gathered.marked.append(len(pieces))
            if mine := gathered.at.get(id(node)):
                gathered.links.extend(mine)
    gathered.flush(opened[-1])
    yield from gathered.blocks[given:]


def _left_out(node: Element) -> bool:
    """Whether an element's attributes keep its text from view, or strike it out."""
    attributes = node.attributes
    if not attributes:
        return node.tag == "dialog"
    return ((node.tag == "dialog" or not _HIDING.isdisjoint(attributes)) and hidden(node)) or struck(attributes)


class _Head:
    """What the page says in its head: title, ``meta`` (with the editions that a ``<link>`` names, as ``rel=...``) and JSON-LD."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.title = ""
        self.meta: list[tuple[str, str]] = []
        self.json_ld: list[str] = []

    def entered(self, node: Element, *, shown: bool) -> None:
        """Keep what a named ``<meta>``, a script of JSON-LD or the first title says, and which other edition a ``<link>`` names."""
        if node.tag == "meta":
            name = node.get("name") or node.get("property") or node.get("itemprop") or node.get("http-equiv") or ""
            content = node.get("content")
            if name and content and len(self.meta) < 500:
                self.meta.append((name.strip().lower()[:200], clean(blanked(content[:2000]))))
        elif node.tag == "link":
            relations = (node.get("rel") or "").lower().split()
            editions = [relation for relation in _EDITIONS if relation in relations] if node.get("href") else []
            if editions and (named := urls.resolve(node.get("href") or "", self.base)):
                self.meta += [(f"rel={relation}", named) for relation in editions if len(self.meta) < 500]
        elif node.tag == "script" and shown and "ld+json" in (node.get("type") or "").lower():
            self.json_ld.append(node.text()[:200_000])
        elif node.tag == "title" and not self.title and (node.parent is None or node.parent.tag != "svg"):
            self.title = clean(blanked(node.text()))[:300]


def _open(gathered: _Blocks, above: _Open, node: Element, *, sectioned: bool) -> _Open:
    """Enter an element that begins a block; ``sectioned``: it stands in a section of the page."""
    tag = node.tag
    if gathered.pieces or gathered.links or gathered.times_done:
        gathered.flush(above)
    here = _Open(tag, above.kind, above.region, above.level, above.list, above.cell)
    if tag in PARTS or (node.attributes and (tag in BOXES or "role" in node.attributes)):
        here.region = region(node, above.region, sectioned=sectioned)
    here.beside = above.beside or (bool(node.attributes) and tag in BOXES and is_beside(node))
    if kind := _KINDS.get(tag):
        here.kind = kind if tag != "blockquote" or _NOTES.isdisjoint(marks(node)) else _PARAGRAPH
    elif tag == "table":
        gathered.tables += 1
        gathered.rows.append([gathered.tables - 1, -1, -1])
        here.kind = _PARAGRAPH
    elif tag == "tr" and gathered.rows:
        gathered.rows[-1][1] += 1
        gathered.rows[-1][2] = -1
    elif tag in {"ul", "ol", "menu", "dir"}:
        gathered.lists += 1
        here.list, here.level = gathered.lists - 1, above.level + 1
    if tag in {"td", "th"}:
        here.cell = gathered.cell(tag == "th")
    if node.attributes and (mine := gathered.at.get(id(node))):
        gathered.links.extend(mine)
    if tag in _NOTED:
        gathered.entered(node, here)
    return here


def _marked(gathered: _Blocks, node: Element) -> None:
    """Leave a ``<time>``, and keep its words with its value; or a piece of code, and keep its words."""
    start = gathered.marked.pop()
    value = node.get("datetime")
    if node.tag in _CODES:
        if code := _shown(gathered.pieces[start:], _PARAGRAPH).strip():
            gathered.codes_done.append(code)
    elif value:
        words = _shown(gathered.pieces[start : start + 20], _PARAGRAPH)
        gathered.times_done.append(TimeTag(words, clean(value)[:100]))
