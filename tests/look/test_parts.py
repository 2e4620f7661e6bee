"""One part of a look: begun, begun again, and looked at once more for what others found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pytest

from reviewer import urls
from reviewer.fetch import Manner
from reviewer.look import Found, Means, Offered, Part, Silent, Wants, look_now
from reviewer.model import Link, Looked, Visit
from reviewer.settings import Config, Network, Site
from tests.fleet.origin import Web, serving


@dataclass
class Kept:
    """A journal in memory."""

    pages: list[Found] = field(default_factory=list)
    visits: dict[str, Visit] = field(default_factory=dict)
    links: list[Offered] = field(default_factory=list)
    said: Mapping[str, Manner] = field(default_factory=dict)

    def page(self, found: Found) -> None:
        """Keep a page."""
        self.pages.append(found)

    def visited(self, url: str, visit: Visit) -> None:
        """Keep a visit."""
        self.visits[url] = visit

    def elsewhere(self, offered: Offered) -> None:
        """Keep a link that another part asks."""
        self.links.append(offered)

    def manners(self, said: Mapping[str, Manner]) -> None:
        """Keep what hosts said."""
        self.said = said


@pytest.fixture
def web() -> Iterator[Web]:
    """Two sites that link to each other and to others."""
    with serving(Web(sites=2, pages=8, others=3)) as made:
        yield made


def config(web: Web) -> Config:
    """Both sites."""
    sites = tuple(Site(f"Site {number}", (f"http://{web.site(number)}/",)) for number in range(2))
    return Config(sites=sites, network=Network(allow=("127.0.0.0/8",), ports=((80, 80), (web.port, web.port))))


def part(web: Web, kept: Kept, site: int | None, **more: object) -> Looked:
    """The part of one site, or of links only."""
    made = config(web)
    given = Part(frozenset({web.site(0), web.site(1)}), kept)
    sites = () if site is None else (made.sites[site],)
    return look_now(made, Means(Silent()), Wants(sites, part=replace(given, **more)))  # type: ignore[arg-type]


def hosts(found: Iterator[str] | list[str]) -> set[str]:
    """The hosts of addresses."""
    return {urls.host(url) for url in found}


def test_a_part_asks_its_own_hosts_and_hands_on_the_rest(web: Web) -> None:
    """Links to others and to other sites of ours are handed on with where they stand; what the part itself found is in its journal."""
    kept = Kept()
    looked = part(web, kept, 0)
    assert hosts(list(web.counts())) == {web.site(0)}
    assert {found.page.url for found in kept.pages} == set(looked.pages)
    assert kept.visits.keys() == looked.visits.keys()
    assert hosts([each.url for each in kept.links]) == {web.site(1), *(web.other(number) for number in range(3))}
    assert {each.depth for each in kept.links} == {2}


@pytest.mark.parametrize("begun", [0, 3, 9])
def test_a_part_that_is_begun_again_asks_for_nothing_that_is_there(web: Web, begun: int) -> None:
    """After so many pages that an earlier try read, the rest is found, and the same comes out."""
    first = Kept()
    whole = part(web, first, 0)
    web.asked.clear()
    pages = first.pages[:begun]
    there = {url for found in pages for url in (found.asked, found.page.url)}
    again = Kept()
    looked = part(web, again, 0, pages=pages, visits={url: visit for url, visit in first.visits.items() if url in there})
    assert not there & set(web.counts())
    assert looked.pages == whole.pages
    assert looked.visits == whole.visits
    assert looked.site_of == whole.site_of
    assert looked.known == whole.known
    assert {each.url for each in again.links} == {each.url for each in first.links}


def test_a_part_is_looked_at_once_more_for_what_others_found(web: Web) -> None:
    """A page of ours to which only another site links is read, and what it leads to; nothing is asked a second time, no start page and no
    sitemap either."""
    first = Kept()
    part(web, first, 1)
    url = f"http://{web.site(1)}/unlinked"
    before = web.counts()
    web.asked.clear()
    offered = [Offered(Link(url, url), 2), Offered(Link(f"http://{web.site(1)}/gone", f"http://{web.site(1)}/gone"), 2)]
    looked = part(web, Kept(), 1, begins=False, pages=first.pages, visits=first.visits, offered=offered)
    assert url in looked.pages
    assert set(web.counts()) == {url, f"http://{web.site(1)}/gone-too"}
    assert not set(web.counts()) & set(before)
    assert "/sitemap.xml" not in {each.path for each in web.asked}


def test_a_part_of_links_visits_each_once(web: Web) -> None:
    """Links of others are visited for the whole fleet; what a page there links to is nobody's business."""
    kept = Kept()
    those = [f"http://{web.other(0)}/about-{number}" for number in range(3)]
    looked = part(web, kept, None, begins=False, offered=[Offered(Link(url, url), 1) for url in (*those, *those)])
    assert looked.visits.keys() == kept.visits.keys() == set(those)
    assert looked.pages == {}
    assert looked.incomplete == ()
    assert max(web.counts().values()) == 1


def test_what_hosts_said_goes_along(web: Web) -> None:
    """A host that is taken as down is handed on, and the next part does not ask it for these links."""
    web.cut.add(web.other(1))
    kept = Kept()
    those = [f"http://{web.other(1)}/about-{number}" for number in range(8)]
    part(web, kept, None, begins=False, offered=[Offered(Link(url, url), 1) for url in those])
    assert kept.said[web.other(1)].down == (web.other(1),)
    web.asked.clear()
    part(web, Kept(), None, begins=False, offered=[Offered(Link(url, url), 1) for url in those[:1]], manners=kept.said)
    assert web.asked[0].path == "/"
