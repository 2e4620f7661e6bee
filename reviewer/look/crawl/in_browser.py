"""A page as a browser shows it, where the settings of its site want that: what it says there is read as any other page is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from reviewer import urls
from reviewer.browse import NotShown, Shown
from reviewer.look.crawl.ways import PageReader
from reviewer.model import Answer, Moved, Page, PageState, Place, Works

if TYPE_CHECKING:
    from reviewer.look.crawl.crawling import Crawl


@dataclass(frozen=True, slots=True)
class Shows:
    """Who shows an answer in a browser (raises ``NotShown``), and who reads what stands there."""

    show: Callable[[Answer], Awaitable[Shown]]
    read: PageReader


PLAIN: Final = "text/html; charset=utf-8"
HTML: Final = frozenset({"text/html", "application/xhtml+xml", ""})
_STATES: Final = {"slow": PageState.TOO_SLOW, "memory": PageState.TOO_LARGE, "large": PageState.TOO_LARGE}
_PLACED: Final = ("claims", "periods", "contacts", "gaps", "items", "extras", "links")


async def read(crawl: Crawl, answer: Answer, url: str) -> tuple[Page | None, Answer | None]:
    """The page of an answer at its final address, and the answer as the browser gave it when the page was read there. No page: what the
    browser shows is an error page, and that is settled.

    ``auto`` shows what is a shell, ``always`` every page of HTML. What could not be shown keeps the state that says so.
    """
    shows = crawl.shows
    if shows is not None and crawl.site.browser == "always" and answer.media_type in HTML:
        page = Page(url, PageState.NEEDS_BROWSER)
    else:
        page = await crawl.read(answer.body, url, answer.header("content-type"))
    if page.state is not PageState.NEEDS_BROWSER or shows is None:
        return page, None
    try:
        shown = await shows.show(answer)
    except NotShown as error:
        if error.what == "missing":
            crawl.lack(f"its pages need a browser: {error}")
        return replace(page, state=_STATES.get(error.what, PageState.NEEDS_BROWSER), trouble=str(error)), None
    at = urls.without_fragment(shown.url)
    if not crawl.within(at):
        return replace(page, trouble=f"in a browser it leads to {at}, which is not among the pages of its site"), None
    if shown.blank:
        lacks = f": it did not get {'; '.join(shown.refused)}" if shown.refused else ""
        return replace(page, trouble=f"a browser shows no text on it either{lacks}"), None
    made = replace(answer, final_url=at, headers=(*_kept(answer), ("content-type", PLAIN)), body=shown.html.encode("utf-8", "replace"))
    verdict = await crawl.ways.seen(made)
    if not isinstance(verdict, Works | Moved):
        crawl.ways.settle(made.url, verdict)
        crawl.lost(made.url, at, verdict)
        return None, made
    return _unlined(await shows.read(made.body, at, PLAIN)), made


def _kept(answer: Answer) -> list[tuple[str, str]]:
    """The headers that still hold of a page as the browser gave it."""
    return [(name, value) for name, value in answer.headers if name not in {"content-type", "etag", "last-modified", "refresh"}]


def _unlined(page: Page) -> Page:
    """The page without lines: those of what the browser gave stand in no source that anybody could open."""

    def bare(fact: Any) -> Any:
        return replace(fact, place=Place(fact.place.heading)) if fact.place.line is not None else fact

    changed: dict[str, Any] = {name: tuple(map(bare, getattr(page, name))) for name in _PLACED}
    changed |= {name: bare(fact) for name in ("banner", "superseded") if (fact := getattr(page, name)) is not None}
    return replace(page, **changed)
