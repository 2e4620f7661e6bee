"""The links of one page of a large site, packed: memory holds facts, and of these the links are most.

A link with its place takes some 230 bytes as objects and 25 packed. Who asks for them gets them unpacked, one page at a time, in a tenth of
a millisecond.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

import msgspec

from reviewer.model import Link, Page

FROM: Final = 2000
"""Pages of one site that are kept as they are; the links of further ones are packed."""

_decoder: Final = msgspec.msgpack.Decoder(tuple[Link, ...])


class PackedLinks:
    """Links that are bytes until somebody goes through them. Equal to the tuple that it was made of."""

    __slots__ = ("_bytes", "_count")

    def __init__(self, links: Sequence[Link]) -> None:
        """Pack the links. Raises ``UnicodeEncodeError`` for half of a surrogate pair, which no encoding has."""
        self._bytes = zlib.compress(msgspec.msgpack.encode(links), 1)
        self._count = len(links)

    def _links(self) -> tuple[Link, ...]:
        """The links as they were."""
        return _decoder.decode(zlib.decompress(self._bytes))

    def __iter__(self) -> Iterator[Link]:
        return iter(self._links())

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return self._links() == (other._links() if isinstance(other, PackedLinks) else other)

    def __hash__(self) -> int:
        return hash(self._links())


def kept(page: Page, number: int) -> Page:
    """A page as it is held in memory, by its number (from 0) among the pages of a look."""
    return page if number < FROM else packed(page)


def packed(page: Page) -> Page:
    """The same page with its links packed; as it is when it has few, or one that cannot be packed."""
    if len(page.links) < 2:
        return page
    try:
        links = PackedLinks(page.links)
    except UnicodeEncodeError:
        return page
    return replace(page, links=cast("tuple[Link, ...]", links))  # all that anybody does with the links of a page is go through them
