"""Bytes to a page: one file for each format (html, text, pdf, docx), one for each kind of fact (claims, contacts, periods, gaps, banners).

Reading never knows today. A format is a module of this folder with ``CONTENT_TYPES``, ``SUFFIXES`` and ``parse``; a fact reader is
one with ``facts``, and with
``candidates`` where passing over matters. Third parties add theirs by entry points in the group ``reviewer.read``.
"""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Final
from urllib.parse import urlsplit

from reviewer.families import installed, members, outside
from reviewer.model import Banner, Contact, DateClaim, Extra, Fact, Gap, Item, Link, Page, PageState, Period, Region, Source, Superseded
from reviewer.read.alike import sketch
from reviewer.read.document import Block, Candidate, Document, Hints, Unreadable
from reviewer.read.fingerprints import fingerprint

__all__ = ["Candidate", "Document", "Hints", "Unreadable", "explain", "fingerprint", "parse", "read", "understand"]

_MAGIC: Final = ((b"%PDF-", "application/pdf"), (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
FIRST: Final = 120_000
LAST: Final = 40_000
"""Characters of a page's text, at its head and its foot, that are asked for facts (``both_ends``)."""

_EVIDENCE: Final = 200
_SHOWN: Final = frozenset({Source.TEXT, Source.TIME})
"""Where a page's dates stand for its readers."""

_MARKUP: Final = (
    b"<!doctype",
    b"<html",
    b"<head",
    b"<body",
    b"<!--",
    b"<p",
    b"<div",
    b"<h1",
    b"<title",
    b"<table",
    b"<script",
    b"<a ",
    b"<br",
)
"""What a page of HTML may begin with (WHATWG MIME Sniffing, 7.1)."""


def _formats() -> tuple[ModuleType, ...]:
    """The format readers, found by their files and by entry points."""
    return tuple(members("reviewer.read.formats", "CONTENT_TYPES").values())


def _readers() -> tuple[tuple[str, ModuleType], ...]:
    """The fact readers with their names."""
    return tuple(members("reviewer.read.facts", "facts").items())


def _asked(*, facts: bool) -> tuple[tuple[str, ModuleType], ...]:
    """The fact readers that are put to a page; when nobody wants ``facts``, those from outside only: what they find may be links."""
    return _readers() if facts else tuple(outside("reviewer.read.facts", "facts").items())


def readers() -> tuple[str, ...]:
    """What reads pages here, a line for each format and each reader of facts; those from outside with the version of their distribution.
    Facts that were read by others are read anew (``look.reading_version``)."""
    return (*installed("reviewer.read.formats"), *installed("reviewer.read.facts"))


def read(body: bytes, *, url: str, content_type: str | None = None, hints: Hints | None = None, reference: bool = False) -> Page:
    """The page that these bytes are. ``url`` is the final address, ``content_type`` the header as it came. What cannot be
    read is a page with another state than ``read``, and a sentence for the admin; nothing is raised but ``MemoryError``, after which
    the process is better replaced: libraries that were loaded half stay so.

    ``reference`` reads HTML with the slow and safe parser: for a page on which the fast one was killed.
    """
    try:
        given = hints or Hints()
        links = not given.facts and not _asked(facts=False)
        found = parse(body, url=url or "", content_type=content_type, reference=reference, beginning=given.beginning, links=links)
        return understand(found, given)
    except Unreadable as error:
        return Page(url, PageState(error.state), content_type=_plain(content_type), trouble=error.detail)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one page costs itself
        trouble = f"reading failed with {type(error).__name__}: {error}"
        return Page(url, PageState.FAILED, content_type=_plain(content_type), trouble=trouble)


def parse(
    body: bytes, *, url: str, content_type: str | None = None, reference: bool = False, beginning: bool = False, links: bool = False
) -> Document:
    """The document in these bytes, by the format that the content type, the address or the first bytes name; its ``beginning`` only, or
    what leads from it without its text (``links``), where the format can (``parse_beginning``, ``parse_links``).

    Raises ``Unreadable`` when no format reads them (``not_html``) or the one that should cannot.
    """
    module = _format(body, url, content_type)
    parsing = getattr(module, "parse_links", module.parse) if links else module.parse
    parsing = getattr(module, "parse_safely", parsing) if reference else parsing
    parsing = getattr(module, "parse_beginning", parsing) if beginning else parsing
    found = parsing(body, url=url, content_type=content_type)
    if not isinstance(found, Document):
        raise TypeError(f"{module.__name__}.parse returned {type(found).__name__}, not Document")
    return found


def _plain(content_type: str | None) -> str:
    """The media type without its parameters."""
    return (content_type or "").split(";")[0].strip().lower()


def _format(body: bytes, url: str, content_type: str | None) -> ModuleType:
    """The format reader for these bytes: magic bytes, then the media type, then (when that says nothing) the look of the text and the
    address's suffix."""
    plain = _plain(content_type)
    magic = next((kind for start, kind in _MAGIC if body[:1024].lstrip().startswith(start)), None)
    start = body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    path = urlsplit(url).path.lower() if url else ""
    by_suffix = next((module for module in _formats() if path.endswith(module.SUFFIXES)), None)
    for kind in (magic, plain):
        for module in _formats():
            if kind in module.CONTENT_TYPES:
                return module
    if plain in {"", "application/octet-stream", "binary/octet-stream", "text/xml", "application/xml"}:
        if by_suffix is not None:
            return by_suffix
        wanted = "text/html" if start.startswith(_MARKUP) else "text/plain"
        if wanted == "text/html" or (plain == "" and b"\0" not in body[:1024]):
            return next(module for module in _formats() if wanted in module.CONTENT_TYPES)
    raise Unreadable(PageState.NOT_HTML, f"No reader for {plain or 'bytes of this kind'}.")


def understand(document: Document, hints: Hints) -> Page:
    """What the document says, as a page of facts. A fact reader that fails costs its own facts, and the page says so in ``trouble``. Of a
    shell its links are kept, and nothing is said of the text that it does not have yet."""
    facts: list[Fact] = []
    troubles: list[str] = []
    ends = both_ends(document)
    for name, module in _asked(facts=hints.facts):
        try:
            facts += module.facts(ends, hints)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - one reader costs itself
            troubles.append(f"the reader {name} failed with {type(error).__name__}: {error}")
    claims = tuple(fact for fact in facts if isinstance(fact, DateClaim))
    links = document.links + tuple(fact for fact in facts if isinstance(fact, Link))
    if document.shell and not hints.shown and not any(map(_said, facts)):
        return Page(
            document.url,
            PageState.NEEDS_BROWSER,
            document.title,
            content_type=document.content_type,
            links=links[: hints.links],
            trouble="its text is made by scripts, and none of it stands in what the server sends",
        )
    if len(links) > hints.links:
        troubles.append(f"it has more than {hints.links:,} links, and only the first {hints.links:,} are looked at")
    return Page(
        url=document.url,
        title=document.title,
        lang=document.lang or hints.language,
        content_type=document.content_type,
        claims=claims,
        banner=next((fact for fact in facts if isinstance(fact, Banner)), None),
        superseded=next((fact for fact in facts if isinstance(fact, Superseded)), None),
        periods=tuple(fact for fact in facts if isinstance(fact, Period)),
        contacts=tuple(fact for fact in facts if isinstance(fact, Contact)),
        gaps=tuple(fact for fact in facts if isinstance(fact, Gap)),
        items=tuple(fact for fact in facts if isinstance(fact, Item)),
        extras=tuple(fact for fact in facts if isinstance(fact, Extra)),
        links=links[: hints.links],
        anchors=document.anchors,
        fingerprint=fingerprint(document, claims) if hints.facts else "",
        sketch=sketch(block.text for block in document.blocks if block.region is Region.MAIN) if hints.facts else "",
        of_the_past=_over(ends) if hints.facts else "",
        trouble="; ".join(troubles) or None,
    )


def _said(fact: Fact) -> bool:
    """Whether a page says something of itself to its readers by this fact: then it is no shell, however little else it says."""
    if isinstance(fact, DateClaim):
        return fact.source in _SHOWN
    return isinstance(fact, Period | Contact | Banner | Superseded | Item)


def _over(document: Document) -> str:
    """What tells that the whole page is of the past. Who looks at links alone pays for no lexicon."""
    from reviewer.read.genre import past

    return past(document).over[:_EVIDENCE]


def both_ends(document: Document) -> Document:
    """The document as far as it is asked for facts: its first ``FIRST`` and last ``LAST`` characters. Links and places stay whole.

    A page says who it is at its head and its foot; half a million hostile characters in between would cost every reader seconds. A page of
    this length has 25,000 words.
    """
    if sum(len(block.text) for block in document.blocks) <= FIRST + LAST:
        return document
    head = _taken(document.blocks, FIRST)
    tail = tuple(reversed(_taken(tuple(reversed(document.blocks)), LAST, from_end=True)))
    return replace(document, blocks=head + tail)


def _taken(blocks: tuple[Block, ...], room: int, *, from_end: bool = False) -> tuple[Block, ...]:
    """Blocks until the room is used up; the last of them is cut."""
    taken: list[Block] = []
    for block in blocks:
        if room <= 0:
            break
        text = block.text[-room:] if from_end else block.text[:room]
        taken.append(block if len(text) == len(block.text) else block._replace(text=text))
        room -= len(text)
    return tuple(taken)


def explain(document: Document, hints: Hints) -> tuple[tuple[str, Candidate], ...]:
    """Every candidate that a fact reader looked at, with the reader's name. A reader without candidates gives its facts as taken."""
    document = both_ends(document)
    found: list[tuple[str, Candidate]] = []
    for name, module in _readers():
        if hasattr(module, "candidates"):
            found += [(name, candidate) for candidate in module.candidates(document, hints)]
        else:
            found += [(name, Candidate(fact, getattr(fact, "quote", ""), taken=True, why="read")) for fact in module.facts(document, hints)]
    return tuple(found)
