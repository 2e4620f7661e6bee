"""Which crawls an address concerns: those that know its host, and no other is asked."""

from __future__ import annotations

from reviewer.look.crawl import Crawl, Homes
from reviewer.model import Page
from reviewer.settings import Limits, Site
from tests.look.crawl.test_cut import Paper


def crawl(start: str, *also: str) -> Crawl:
    """The crawl of a site that goes nowhere."""

    async def read(body: bytes, url: str, content_type: str | None) -> Page:
        del body, content_type
        return Page(url)

    paper = Paper()
    return Crawl(Site(start, (start,)), paper, paper, Limits(), read, lambda _: None, lambda _page, _depth: None, also=also)


def test_those_that_know_the_host_are_near_in_the_order_of_the_config() -> None:
    """Two sites of one host are both asked, by http and https, and a page that was read before counts although its host is not the site's."""
    one, two, other = crawl("http://a.example/one/"), crawl("https://a.example/two/", "http://old.example/page"), crawl("http://b.example/")
    homes = Homes([one, two, other])
    assert homes.near("https://a.example/three") == [one, two]
    assert homes.near("http://old.example/") == [two]
    assert not any(homes.owning("http://old.example/"))
    assert not homes.near("http://elsewhere.example/")


def test_a_site_that_moved_is_found_where_it_is() -> None:
    """A start page that leads to another host makes that one the site's own."""
    made = crawl("http://a.example/")
    homes = Homes([made])
    made.moved = homes.renew
    made.adopt("http://www.a.example/")
    assert list(homes.owning("http://www.a.example/page")) == [made]
