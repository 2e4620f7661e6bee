"""One address of a crawl: its tries, what it turned out to be, and what it leads to."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer import urls
from reviewer.look.crawl import in_browser
from reviewer.look.crawl.maps import feed, is_feed
from reviewer.model import Answer, Known, Moved, NoAnswer, Page, PageState, Reason, Works

if TYPE_CHECKING:
    from reviewer.look.crawl.crawling import Crawl

DOCUMENT = re.compile(r"\.(?:pdf|docx?)$", re.IGNORECASE)
"""A document within the site is a page too."""

_MAGIC = (b"%PDF-", b"PK\x03\x04")
"""How documents begin, whatever their server calls them."""


class OnePage:
    """The reading of one address: its tries, what it was, what it leads to."""

    def __init__(self, crawl: Crawl, url: str, depth: int) -> None:
        self.crawl, self.url, self.depth, self.tries = crawl, url, depth, 0

    async def once(self) -> float | None:
        """One try; the seconds to the next, or None."""
        crawl, url = self.crawl, self.url
        known = crawl.remembered(url)
        most = crawl.limits.page_bytes
        cap = crawl.limits.document_bytes if DOCUMENT.search(urls.path(url)) else most
        fetched, look = await crawl.ways.open(url, cap=cap, robots=True, headers=known.conditions if known else ())
        if isinstance(fetched, Answer) and fetched.cut and cap < crawl.limits.document_bytes and _is_document(fetched):
            fetched, look = await crawl.ways.open(url, cap=crawl.limits.document_bytes, robots=True)
        if isinstance(fetched, Answer) and len(fetched.body) > most and _is_text(fetched):
            fetched = replace(fetched, body=fetched.body[:most], cut=True)  # a page is a page, whatever its path promises
        visit = await crawl.ways.conclude(fetched, look)
        wait = crawl.ways.again(visit, self.tries)
        self.tries += 1
        if wait is not None:
            return wait
        if isinstance(fetched, NoAnswer) and fetched.reason in {Reason.ROBOTS, Reason.ROBOTS_UNKNOWN}:
            crawl.lost(url, url, visit)
            crawl.shut(url, fetched.final_url, visit)
            return None
        if isinstance(fetched, NoAnswer) or not isinstance(visit, Works | Moved):
            crawl.ways.settle(url, visit)
            crawl.lost(url, fetched.final_url, visit)
            return None
        answer, good = fetched, visit
        await crawl.ways.aside(lambda: self._arrived(answer, good, known), len(answer.body))
        return None

    async def _arrived(self, answer: Answer, visit: Works | Moved, known: Known | None) -> None:
        """A good answer: a page of ours, somebody else's, a feed, or no page at all."""
        crawl, url = self.crawl, self.url
        final = urls.without_fragment(answer.final_url)
        if url in crawl.starts:
            crawl.adopt(final)
        content_type = answer.header("content-type")
        if not crawl.within(final):
            crawl.ways.settle(url, crawl.ways.told(answer, visit))
            return
        if is_feed(content_type, answer.body):
            crawl.ways.settle(url, visit)
            await crawl.listed(feed(answer.body), final, self.depth + 1)
            return
        if final in crawl.pages:
            page = crawl.pages[final]
        elif answer.status == 304 and known is not None:
            page = known.page
            crawl.known[page.url] = known
            visit = replace(visit, evidence=replace(visit.evidence, status=200))  # as everybody gets it who does not know it already
        elif answer.cut:
            page = Page(final, state=PageState.TOO_LARGE, trouble=f"The page is longer than {len(answer.body):,} bytes.")
        else:
            digest = hashlib.sha256(answer.body).hexdigest()
            if known is not None and known.body_hash == digest and known.page.url == final:
                page, made = known.page, None
            else:
                found, made = await in_browser.read(crawl, answer, final)
                if found is None:
                    return
                page = found
            final = page.url if made else final
            if page.state is PageState.READ and made:
                crawl.known[page.url] = Known(page)  # what the server sends may stay the same, and what scripts make of it change
            elif page.state is PageState.READ:
                crawl.known[page.url] = Known(page, answer.header("etag"), answer.header("last-modified"), digest)
        if page.state is not PageState.READ:
            visit = crawl.ways.told(answer, visit)
        if page.state is PageState.NOT_HTML and url not in crawl.starts:
            crawl.ways.settle(url, visit)
            return
        anchors = page.anchors if page.state is PageState.READ and "html" in page.content_type else None
        crawl.ways.settle(url, replace(visit, anchors=anchors, superseded=page.superseded or visit.superseded))
        if final != url and visit.verdict != "works":
            crawl.ways.settle(final, Works(final, anchors=anchors, superseded=page.superseded))
        crawl.keep(url, page, self.depth)


def _is_document(answer: Answer) -> bool:
    kind = answer.media_type
    return kind == "application/pdf" or "word" in kind


def _is_text(answer: Answer) -> bool:
    """Whether it is written in characters (a page, a feed), by its content type, and does not begin as a document does."""
    kind = answer.media_type
    return (kind.startswith("text/") or kind.endswith("xml")) and not answer.body[:1024].lstrip().startswith(_MAGIC)
