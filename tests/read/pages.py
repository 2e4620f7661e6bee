"""Small documents for the tests of the fact readers."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.model import Link, Place, Region
from reviewer.read.document import Block, BlockKind, Cell, Document

URL = "https://site.example/guides/page"


def page(*blocks: Block | str, title: str = "", url: str = URL, links: Sequence[Link] = (), content_type: str = "text/html") -> Document:
    """A document of these blocks; a string is a paragraph."""
    made = tuple(Block(block) if isinstance(block, str) else block for block in blocks)
    return Document(url=url, title=title, blocks=made, links=tuple(links), content_type=content_type)


def heading(text: str, level: int = 2) -> Block:
    """A heading."""
    return Block(text, BlockKind.HEADING, level=level, element=f"h{level}")


def item(text: str, under: str | None = None) -> Block:
    """A list item under a heading."""
    return Block(text, BlockKind.ITEM, Place(under), level=1, list=0, element="li")


def under(text: str, title: str, region: Region = Region.MAIN) -> Block:
    """A paragraph under a heading."""
    return Block(text, place=Place(title), region=region)


def table(*rows: Sequence[str], header: bool = False, column_header: bool = False) -> list[Block]:
    """The cells of a table; ``header``: the first row, ``column_header``: the first column are header cells."""
    return [
        Block(text, BlockKind.CELL, cell=Cell(0, at, column, header=(header and at == 0) or (column_header and column == 0)), element="td")
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
