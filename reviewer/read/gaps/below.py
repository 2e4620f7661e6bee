"""What a sentence asks to take from below, where the page then has nothing of the kind up to its end: "download the checklist below", with
no link, form or picture behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewer.model import Region
from reviewer.read.document import BlockKind, Document
from reviewer.read.sentences import Line

BELOW: Final = re.compile(
    r"\b(?:download|complete|fill in|fill out|sign|print) (?:and \w+ )?(?:the|this|our) (?:[\w-]+ ){1,3}below\b", re.IGNORECASE
)
"""A thing that is to be taken from below."""
_SPOKEN: Final = re.compile(r"\b(?:if|unless|example|e\.g|template)\b", re.IGNORECASE)


def missing(document: Document, line: Line) -> Iterator[int]:
    """Where in a line something is to be taken from below that is not there."""
    found = BELOW.search(line.text)
    if found is None or line.block.region is not Region.MAIN or line.block.links:
        return
    if _SPOKEN.search(line.text, line.text.rfind(". ", 0, found.start()) + 1, found.start()):
        return
    rest = [block for block in document.blocks[line.number + 1 :] if block.region is Region.MAIN]
    there = any(block.links or block.kind is BlockKind.MEDIA for block in rest) or any(box > line.number for box in document.boxes)
    if not there and not any(link.attribute == "post" for link in document.links):
        yield found.start()
