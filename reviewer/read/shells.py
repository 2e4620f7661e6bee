"""Is this page a shell, which a script fills once it stands in a browser? Told by what it is made of, not by the name of a framework."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from reviewer.model import Region
from reviewer.read.document import Block, BlockKind
from reviewer.read.tree import Element, hidden

SILENT: Final = 60
"""Letters of its main text up to which a page says nothing of its own: "Loading, please wait"."""
ASKING: Final = 200
"""The same for a page that asks for JavaScript in so many words, has an empty place for what a script will make, and no heading."""
AROUND: Final = 200
"""Letters in menus, head and foot from which a page has more than a shell: only an empty ``main`` is then the place of a script."""

_RUNS: Final = frozenset({"", "module", "text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript"})
"""Types of scripts that run (WHATWG HTML, 4.12.1); the others are data."""
_FRAMES: Final = frozenset({"iframe", "frame", "frameset", "object", "embed"})
_PLACES: Final = frozenset({"div", "main", "section"})
_WAITS: Final = re.compile(
    r"(?:\.\.\.|…)$|^(?:please |bitte |por favor,? |veuillez |un |even |vennligst |var god |proszę |yn )?(?:loading|wait|chargement|"
    r"patiente[rz]|(?:wird |wordt )?geladen|lädt|laden?|warten|geduld|cargando|espere|moment(?:o|je)?|caricamento|attend(?:ere|i|ez)|"
    r"carreg(?:ando|ar|ant)|aguard[ea]r?|laddar|lastes|laster|vent|vänta|indlæser|ładowanie|wczytywanie|(?:po)?czeka[jć]|llwytho|arhoswch)\b",
    re.IGNORECASE,
)
"""What stands where a script's text is to come: words that break off ("One moment ..."), or the verb of loading or of waiting."""
_TAGS: Final = re.compile(r"<[^<>]{0,2000}>")
_ASKS: Final = re.compile("javascript", re.IGNORECASE)
"""The language is called so in every language that writes of it."""


def is_shell(elements: Sequence[Element], blocks: Iterable[Block]) -> bool:
    """Whether the page of these elements, of which a person without a browser sees these blocks, has its text from a script.

    Its main text is next to nothing and a script runs on it. Besides, it either shows nothing at all, or it has an empty place for what the
    script makes, or its ``noscript`` asks for JavaScript. What stands in a frame is another page's, so a page of frames is none. No more
    blocks are asked for once enough was said.
    """
    if not any(map(_runs, elements)):
        return False
    said = around = 0
    headed = pictured = False
    for block in blocks:
        if block.region is not Region.MAIN:
            around += len(block.text)
            continue
        said += sum(map(str.isalpha, block.text))
        if said > ASKING:
            return False
        headed = headed or (block.kind is BlockKind.HEADING and bool(block.text))
        pictured = pictured or block.kind is BlockKind.MEDIA
    if any(element.tag in _FRAMES for element in elements):
        return False
    asks = any(element.tag == "noscript" and _ASKS.search(_TAGS.sub(" ", element.text()[:5000])) for element in elements)
    empty = any(_is_place(element, whole=around > AROUND) for element in elements)
    if asks:
        return said <= (ASKING if empty and not headed else SILENT)
    return not headed and said <= SILENT and (empty or not (said or around or pictured))


def _runs(element: Element) -> bool:
    """Whether it is a script that runs."""
    return element.tag == "script" and (element.get("type") or "").strip().lower() in _RUNS


def _is_place(element: Element, *, whole: bool) -> bool:
    """Whether it is an element that a script can find and fill, empty or with nothing but words that ask for patience: a box with an id, an
    element of the page's own making, or ``main``; ``whole``: only the place of the page's whole text counts."""
    role = (element.get("role") or "").strip().lower()
    main = element.tag == "main" or role == "main"
    if not main and (whole or role or not ("-" in element.tag or (element.tag in _PLACES and element.get("id")))):
        return False
    if hidden(element):
        return False
    shown = _shown(element)
    return not any(letter.isalpha() for letter in shown) or (len(shown) <= ASKING and _WAITS.search(shown.strip()) is not None)


def _shown(element: Element) -> str:
    """The text in an element, without that of scripts and what else is not shown; of much the beginning."""
    texts: list[str] = []
    unseen = 0
    for node, opens in element.walk():
        if isinstance(node, str):
            if not unseen:
                texts.append(node)
        elif hidden(node):
            unseen += 1 if opens else -1
        if len(texts) > ASKING:
            break
    return "".join(texts)
