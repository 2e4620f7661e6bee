"""Bytes to a page of facts. Pure, and it never knows today's date.

``read(body, url=, content_type=, hints=) -> Page`` never raises for what a page holds; ``parse`` gives the ``Document``, ``understand``
asks every fact reader, ``explain`` says what was passed over and why.

Plug-ins, each one file, found by its name or by an entry point of the folder's name:

- ``reviewer.read.formats``: ``CONTENT_TYPES``, ``SUFFIXES``, ``parse(body, *, url, content_type) -> Document`` (raises ``Unreadable``) and
  ``parse_safely`` where a slower parser stands by for a page on which the fast one was killed, ``parse_links`` where the links can be had
  without the text;
- ``reviewer.read.facts``: ``facts(document, hints) -> Iterable[Fact]``, and ``candidates(document, hints) -> Iterable[Candidate]`` where
  passing over matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.doors import opening

if TYPE_CHECKING:
    from reviewer.read.document import Block as Block
    from reviewer.read.document import BlockKind as BlockKind
    from reviewer.read.document import Candidate as Candidate
    from reviewer.read.document import Cell as Cell
    from reviewer.read.document import Document as Document
    from reviewer.read.document import Hints as Hints
    from reviewer.read.document import Unreadable as Unreadable
    from reviewer.read.links.base import base_of as base_of
    from reviewer.read.links.collecting import collect as collect
    from reviewer.read.links.values import refresh as refresh
    from reviewer.read.reading import FIRST as FIRST
    from reviewer.read.reading import LAST as LAST
    from reviewer.read.reading import both_ends as both_ends
    from reviewer.read.reading import explain as explain
    from reviewer.read.reading import fingerprint as fingerprint
    from reviewer.read.reading import parse as parse
    from reviewer.read.reading import read as read
    from reviewer.read.reading import readers as readers
    from reviewer.read.reading import understand as understand
    from reviewer.read.states.clauses import may_be_over as may_be_over
    from reviewer.read.tree import Element as Element
    from reviewer.read.tree import decode as decode
    from reviewer.read.tree import hidden as hidden
    from reviewer.read.tree import parse_tree as parse_tree
else:
    __getattr__ = opening(
        __name__,
        {
            "document": ("Block", "BlockKind", "Candidate", "Cell", "Document", "Hints", "Unreadable"),
            "links.base": ("base_of",),
            "links.collecting": ("collect",),
            "links.values": ("refresh",),
            "reading": ("FIRST", "LAST", "both_ends", "explain", "fingerprint", "parse", "read", "readers", "understand"),
            "states.clauses": ("may_be_over",),
            "tree": ("Element", "decode", "hidden", "parse_tree"),
        },
    )
