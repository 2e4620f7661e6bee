"""The links of pages as memory holds them: it holds facts, and of these the links are most.

A link with its place takes some 560 bytes as it comes from the state or from a worker, each text anew; 250 with the texts that are the
same on many pages held once; and 25 packed, as the links of a large site are. Who asks for those gets them unpacked, one page at a time, in
a tenth of a millisecond.
"""

from __future__ import annotations

import sys
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
    return shared(page) if number < FROM else packed(page)


def shared(page: Page) -> Page:
    """The page, its links with addresses, elements and headings that are the same elsewhere held once. One that was read in this process
    has them so already, which is seen by its first link.

    The links stay the objects that they are: each text gives way to one that is equal, which nobody can see, and costs a third of new ones.
    """
    if len(page.links) < 2 or page.links[0].href is page.links[0].url:
        return page
    once, put, headings = sys.intern, object.__setattr__, dict[str, str]()
    for link in page.links:
        url, heading = link.url, link.place.heading
        if url is not None:
            put(link, "url", url := once(url))
            if link.href == url:
                put(link, "href", url)
        put(link, "element", once(link.element))
        put(link, "attribute", once(link.attribute))
        if heading is not None:
            put(link.place, "heading", headings.setdefault(heading, heading))
    return page


def packed(page: Page) -> Page:
    """The same page with its links packed; as it is when it has few, or one that cannot be packed."""
    if len(page.links) < 2:
        return page
    try:
        links = PackedLinks(page.links)
    except UnicodeEncodeError:
        return page
    return replace(page, links=cast("tuple[Link, ...]", links))  # all that anybody does with the links of a page is go through them
