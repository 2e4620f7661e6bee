"""The style sheets of our own sites: what a visit to one brings is read once, and what it loads is handed on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from reviewer import urls
from reviewer.model import SHEET, Answer, Known, Page, PageState

DEPTH = 5
"""Most imports in a row that are read: a style sheet may import one that imports one, without end."""

MOST = 200
"""Style sheets of one host that are read in one look."""

PageReader = Callable[[bytes, str, str | None], Awaitable[Page]]


@dataclass
class Sheets:
    """The style sheets of one look, by their final address. ``pages`` and ``known`` fill while it goes on.

    ``remembered`` gives what the state knows of an address, ``read`` reads one, ``handed`` is told of each that was read, after
    ``written``.
    """

    remembered: Callable[[str], Known | None]
    read: PageReader
    handed: Callable[[Page], None]
    written: Callable[[Page], None] = lambda _: None
    pages: dict[str, Page] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    _depths: dict[str, int] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    def conditions(self, url: str) -> tuple[tuple[str, str], ...]:
        """The headers that ask for a style sheet only if it has changed; none when what is remembered is no style sheet at this address."""
        known = self.remembered(url)
        return known.conditions if known is not None and known.page.sheet and known.page.url == url else ()

    async def arrived(self, answer: Answer) -> None:
        """Take a good answer of a host of ours, and read it when it is a style sheet. An unchanged one (304, or the same bytes) is not
        parsed again. Never raises for what the sheet holds."""
        content_type = answer.header("content-type") or ""
        if answer.status != 304 and answer.media_type != SHEET:
            return
        final, host = urls.without_fragment(answer.final_url), urls.site_key(answer.final_url)
        depth = self._depths.get(answer.url, 0)
        if final in self.pages or depth > DEPTH or self._counts[host] >= MOST:
            return
        known = self.remembered(final)
        known = known if known is not None and known.page.sheet else None
        unchanged, digest = answer.status == 304, hashlib.sha256(answer.body).hexdigest()
        if unchanged and known is None:
            return
        if known is not None and (unchanged or known.body_hash == digest):
            found = known
        else:
            found = Known(await self.read(answer.body, final, content_type), body_hash=digest)
        if found.page.state is not PageState.READ or final in self.pages:
            return
        self._counts[host] += 1
        page = self.pages[final] = found.page
        etag, modified = answer.header("etag"), answer.header("last-modified")
        self.known[final] = found if unchanged else replace(found, etag=etag, last_modified=modified)
        self._imports(page, depth)
        self.written(page)
        self.handed(page)

    def _imports(self, page: Page, depth: int) -> None:
        """Note how deep the style sheets are that this one imports."""
        for link in page.links:
            if link.attribute == "import" and link.url is not None:
                self._depths.setdefault(urls.without_fragment(link.url), depth + 1)

    def again(self, page: Page, known: Known | None) -> None:
        """Take a style sheet as an earlier try of this look kept it, and hand it on; nothing is asked."""
        self._counts[urls.site_key(page.url)] += 1
        self.pages[page.url] = page
        if known is not None:
            self.known[page.url] = known
        self._imports(page, self._depths.get(page.url, 0))
        self.handed(page)
