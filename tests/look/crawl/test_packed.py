"""Tests for `reviewer.crawl.packed`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.look.crawl.packed import PackedLinks, packed
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
