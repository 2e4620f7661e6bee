"""Tests for `reviewer.crawl.packed`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.look.crawl.packed import FROM, PackedLinks, kept, packed, shared
from reviewer.model import Link, Page, Place, Region
from reviewer.store import facts

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
LINKS = st.lists(
    st.builds(
        Link,
        href=TEXTS,
        url=st.none() | TEXTS,
        element=st.sampled_from(["a", "img", "style"]),
        attribute=st.sampled_from(["href", "src"]),
        words=TEXTS,
        place=st.builds(Place, st.none() | TEXTS, st.none() | st.integers(1, 2**31)),
        region=st.sampled_from(Region),
    ),
    min_size=2,
    max_size=6,
).map(tuple)


@given(LINKS)
def test_packed_links_are_the_same_links(links: tuple[Link, ...]) -> None:
    """Whoever goes through packed links, counts or compares them, or writes them to the state, has the links that were packed."""
    page = packed(Page("https://a.example/", links=links))
    kept: object = page.links
    assert isinstance(kept, PackedLinks)
    assert tuple(page.links) == links
    assert len(page.links) == len(links)
    assert page.links == links
    assert page.links == PackedLinks(links)
    assert hash(page) == hash(Page("https://a.example/", links=links))
    assert facts.page(facts.encode(page)) == facts.page(facts.encode(Page("https://a.example/", links=links)))


def test_what_cannot_be_packed_stays() -> None:
    """Half of a surrogate pair has no bytes: such a page keeps its links as they are, and so does one with a single link."""
    link = Link("https://a.example/\ud800", None)
    for page in (Page("https://a.example/", links=(link, link)), Page("https://a.example/", links=(Link("/x", None),))):
        assert packed(page) is page


@given(LINKS)
def test_shared_links_are_the_same_links(links: tuple[Link, ...]) -> None:
    """What is held once is what was there: nobody can tell a page from the same one as it came."""
    page = Page("https://a.example/", links=links)
    assert shared(page) == page


def test_what_is_the_same_is_held_once() -> None:
    """Of two pages that come from the state, every text anew, addresses, elements and headings of links are the same objects afterwards."""
    link = Link("https://b.example/x", "https://b.example/x", "a", "href", "Words", Place("Heading", 1))
    text = facts.encode(Page("https://a.example/", links=(link, link)))
    pages = [facts.page(text), facts.page(text)]
    assert pages[0] is not None
    assert pages[0].links[0].url is not pages[0].links[1].url
    held = [kept(page, 0) for page in pages if page is not None]
    urls = {id(one) for page in held for each in page.links for one in (each.href, each.url)}
    assert len(urls) == 1
    assert len({id(each.element) for page in held for each in page.links}) == 1
    assert held[0].links[0].place.heading is held[0].links[1].place.heading
    assert shared(held[0]) is held[0], "once is enough"
    assert isinstance(kept(held[0], FROM).links, PackedLinks)
