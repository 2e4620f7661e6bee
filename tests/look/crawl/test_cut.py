"""What a crawl cuts: counted once, a few of it visited as links, and read after all when a nearer page links to it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from reviewer.look.crawl import HELD, SAMPLE, Crawl
from reviewer.model import Answer, Fetched, Link, Moved, NoAnswer, Page, Reason, Visit, Works
from reviewer.settings import Limits, Site
from reviewer.verdicts.signs import NOTHING, Glance

ROOT = "http://a.example/"


class Paper:
    """Ways that lead nowhere: what the crawl wants to read is written down."""

    def __init__(self) -> None:
        """Nothing is wanted yet."""
        self.wanted: list[str] = []

    def turn(self, url: str, job: Callable[[], Awaitable[float | None]]) -> None:
        """Write it down."""
        del job
        self.wanted.append(url)

    async def seen(self, answer: Answer) -> Visit:
        """Nobody asks in these tests."""
        raise AssertionError(answer)

    async def aside(self, work: Callable[[], Awaitable[None]], size: int) -> None:
        """At once."""
        del size
        await work()

    async def open(self, url: str, *, cap: int, robots: bool, headers: tuple[tuple[str, str], ...] = ()) -> tuple[Fetched, Glance]:
        """Nobody answers."""
        del cap, robots, headers
        return NoAnswer(url, url, Reason.REFUSED), NOTHING

    async def conclude(self, fetched: Fetched, look: Glance) -> Visit:
        """All is well."""
        del look
        return Works(fetched.url)

    def told(self, answer: Answer, visit: Works | Moved) -> Works | Moved:
        """Nothing more."""
        del answer
        return visit

    def again(self, visit: Visit, tries: int) -> None:
        """Never."""
        del visit, tries

    def claim(self, url: str) -> bool:
        """The crawl may have it."""
        return url not in self.wanted

    def settle(self, url: str, visit: Visit) -> None:
        """Forget it."""

    def release(self, url: str) -> None:
        """Forget it."""

    def ask(self, url: str) -> None:
        """Forget it."""

    def alias(self, url: str, of: str) -> None:
        """Forget it."""

    async def sitemaps(self, origin: str, *, own: bool = False) -> tuple[str, ...]:
        """None."""
        del origin, own
        return ()


def crawl(paper: Paper, *, max_pages: int | None = None, max_depth: int | None = None) -> Crawl:
    """A crawl of ROOT that stands at its start."""

    async def read(body: bytes, url: str, content_type: str | None) -> Page:
        del body, content_type
        return Page(url)

    site = Site("site", (ROOT,), sitemap=False, max_pages=max_pages, max_depth=max_depth)
    made = Crawl(site, paper, paper, Limits(), read, lambda _: None, lambda _page, _depth: None)
    made.begin()
    return made


def link(path: str) -> Link:
    """A link to a path of the site."""
    return Link(path, ROOT + path, "a", "href", "words")


def test_an_address_is_counted_once_and_only_a_few_are_visited() -> None:
    """Ten pages that link to the same far addresses cut them once; the first few are left to be visited as links, the others not."""
    made = crawl(Paper(), max_depth=1)
    for _ in range(10):
        assert not any(made.offer(link(f"far/{n}?PHPSESSID={n}"), 2).taken for n in range(9))
    assert made.notes == ("site: 9 addresses were not read: more than 1 links away from the start.",)
    why = [made.offer(link(f"far/{n}?PHPSESSID={n}"), 2).left_alone for n in range(9)]
    assert why == [None] * SAMPLE + ["more than 1 links away from the start"] * (9 - SAMPLE)
    assert made.offer(link("near"), 1).left_alone is None


def test_the_same_page_with_another_session_is_no_new_sample() -> None:
    """Session ids without end make one address, of which one clothing is visited."""
    made = crawl(Paper(), max_pages=1)
    for n in range(50):
        made.offer(link(f"page?PHPSESSID={n}"), 1)
    assert sum(made.offer(link(f"page?PHPSESSID={n}"), 1).left_alone is None for n in range(50)) == 1
    assert made.notes == ("site: 1 addresses were not read: more than 1 pages.",)


def test_what_was_too_far_by_one_way_is_read_by_a_shorter_one() -> None:
    """The way that is found first need not be the shortest: then nothing was cut."""
    paper = Paper()
    made = crawl(paper, max_depth=1)
    assert not made.offer(link("page"), 2).taken
    assert made.offer(link("page"), 1).taken
    assert paper.wanted == [ROOT, f"{ROOT}page"]
    assert made.notes == ()
    assert made.offer(link("page"), 2).left_alone is None


def test_of_a_sitemap_without_end_no_more_is_taken_than_is_told() -> None:
    """When the pages are enough, so many more are counted and kept in mind; then the sitemap is left alone, and the note says that it had
    more. Whatever else is due has its turns meanwhile."""
    made = crawl(Paper(), max_pages=10)
    taken = turns = 0

    def addresses() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 100_000):
            yield f"{ROOT}listed/{taken}"

    async def listing() -> None:
        nonlocal turns
        task = asyncio.create_task(made.listed(addresses(), ROOT, 1))
        while not task.done():
            turns += 1
            await asyncio.sleep(0)

    asyncio.run(listing())
    assert made.notes == (f"site: more than {HELD} addresses were not read: more than 10 pages.",)
    assert HELD < taken <= HELD + 20
    assert len(made._refusals) == HELD
    assert turns >= HELD // 1000


def test_what_is_not_kept_in_mind_is_still_cut() -> None:
    """A link beyond those that are kept in mind is no page and is not visited, whoever links to it how often; it is counted no more."""
    made = crawl(Paper(), max_pages=1)
    for number in [*range(HELD + 50), HELD + 49, HELD + 49]:
        offer = made.offer(link(f"far/{number}"), 1)
        assert not offer.taken
        assert (offer.left_alone is None) == (number < SAMPLE)
    assert made.notes == (f"site: more than {HELD} addresses were not read: more than 1 pages.",)
    assert len(made._refusals) == HELD
