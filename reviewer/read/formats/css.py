"""A style sheet to a document without text: only its references are read, each with its line."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from reviewer import urls
from reviewer.model import SHEET, Place
from reviewer.read.document import Document
from reviewer.read.links import collecting as link_reader
from reviewer.read.links.css import references
from reviewer.read.tree import decode

CONTENT_TYPES: Final = (SHEET,)
SUFFIXES: Final = (".css",)

_CHARSET = re.compile(rb'@charset "([a-zA-Z0-9_:.-]{2,40})";')


def parse(body: bytes, *, url: str, content_type: str | None = None) -> Document:
    """The references of a style sheet (the first ``links.LIMIT``), resolved against ``url``, its final address. Never raises.

    Each is a link of the element ``style``: attribute ``import`` for another style sheet, ``style`` for the rest.
    """
    text = decoded(body, content_type)
    links, line, counted = [], 1, 0
    for found in islice(references(text), link_reader.LIMIT):
        line += text.count("\n", counted, found.at)
        counted = found.at
        attribute = "import" if found.sheet else "style"
        links.append(link_reader.link(found.address, url, element="style", attribute=attribute, place=Place(None, line)))
    name = urls.decoded(urls.path(url)).rpartition("/")[2]
    return Document(url=url, title=f"Style sheet {name}".strip(), content_type=SHEET, links=tuple(links))


def decoded(body: bytes, content_type: str | None = None) -> str:
    """The text of a style sheet: byte order mark, then the header's charset, then ``@charset``, then UTF-8 (CSS Syntax 3, 3.2); NUL is
    U+FFFD and a carriage return ends a line."""
    named = _CHARSET.match(body)
    label = named.group(1).decode("ascii") if named else "utf-8"
    text, _ = decode(body, content_type if "charset" in (content_type or "").lower() else f"{SHEET}; charset={label}")
    return text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
