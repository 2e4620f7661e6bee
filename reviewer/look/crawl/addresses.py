"""One page at several addresses: which of them is its own (``rel=canonical``, RFC 6596; the folder of an index)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reviewer import urls
from reviewer.model import Page, PageState

CANONICAL: Final = "canonical"
"""The kind of a ``link`` element that names a page's own address."""


def own_address(page: Page) -> str | None:
    """The address that a page gives as its own, when it names one only and stands at another."""
    named = {urls.without_fragment(link.url) for link in page.links if link.attribute == CANONICAL and link.element == "link" and link.url}
    return named.pop() if len(named) == 1 and page.url not in named else None


def other_addresses(pages: Mapping[str, Page], own: Mapping[str, str], bytes_of: Mapping[str, str | None]) -> dict[str, str]:
    """Of the ``own`` addresses that pages name, by their URL, those to be believed: that page was read, names no further one, and its main
    text is the same, or its bytes are (``bytes_of``: their hash, where it is known). A theme that names the front page everywhere is not
    believed, nor is a page that was translated or has moved on."""
    found = {}
    for url, address in own.items():
        here, there = pages.get(url), pages.get(address)
        if here is None or there is None or address in own:
            continue
        read = here.state is PageState.READ and there.state is PageState.READ
        same = bytes_of.get(url) is not None and bytes_of.get(url) == bytes_of.get(address)
        if read and (same or (here.fingerprint and here.fingerprint == there.fingerprint)):
            found[url] = address
    return found
