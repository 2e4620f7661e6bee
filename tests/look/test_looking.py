"""Whole looks over real sockets: which pages a crawl reads, what it leaves, and that it ends."""

from __future__ import annotations

import asyncio
import datetime as dt
import gzip
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest

from reviewer import read, verdicts
from reviewer.fetch import Door, FolderDoor
from reviewer.judge import judge
from reviewer.look import Equipment, PageReader, Silent, Wants, files, look, look_at_folder
from reviewer.look.crawl import packed
from reviewer.look.visit import Visits
from reviewer.model import (
    Broken,
    Fetched,
    Hop,
    Link,
    Looked,
    Moved,
    NoAnswer,
    Page,
    PageState,
    PartialDate,
    Reason,
    Skipped,
    Unsure,
    Visit,
    Works,
)
from reviewer.read.document import Hints
from reviewer.report import Reported
from reviewer.report.formats import json
from reviewer.settings import Config, Limits, LinkRule, Network, Site
from reviewer.store import facts
from tests.links_origin.case import Reply, page
from tests.links_origin.origin import Origin
from tests.look.looks import asked, at, config, links, looked, paths


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[Origin]:
    """Hosts that answer nothing yet."""
    with Origin({}, tmp_path) as made:
        yield made


def test_follows_links_within_the_site(origin: Origin) -> None:
    """Pages that links lead to are read, within the globs and not on other hosts; each address is asked for once."""
    other = origin.places["OTHER"]
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/in/a", "/in/b", "/out", f"{other}/x")),
            ("MAIN", "/in/a"): Reply(200, links("/in/b", "/in/a", "/")),
            ("MAIN", "/in/b"): Reply(200, links("/in/a")),
            ("MAIN", "/out"): Reply(200, links("/in/c")),
            ("OTHER", "/x"): Reply(200, links("/y")),
        },
        within=("/in/**",),
    )
    assert paths(origin, found) == {"/", "/in/a", "/in/b"}
    assert isinstance(at(found, origin, "/out"), Works)
    assert isinstance(found.visits[f"{other}/x"], Works)
    assert [asked(origin, path) for path in ("/", "/in/a", "/in/b", "/out")] == [1, 1, 1, 1]
    assert not found.incomplete


def test_one_page_only(origin: Origin) -> None:
    """Without following, one page is read and its links are visited; places on pages of ours are known all the same."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/a#here", "/a#there", "/pic.png")),
            ("MAIN", "/a"): Reply(200, b"<h1 id=here>A</h1>"),
            ("MAIN", "/pic.png"): Reply(200, b"x"),
        },
        follow=False,
        sitemap=False,
    )
    main = found.pages[origin.places["MAIN"] + "/"]
    assert paths(origin, found) == {"/"}
    assert [verdicts.verdict(link, main, found.visits, found.pages).reason for link in main.links] == [
        Reason.OK,
        Reason.MISSING_ANCHOR,
        Reason.OK,
    ]


def test_redirected_page_is_kept_once_under_its_final_address(origin: Origin) -> None:
    """Two addresses of one page are one page; the old address has moved."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/old", "/new")),
            ("MAIN", "/old"): Reply(301, b"", (("Location", "/new"),)),
            ("MAIN", "/new"): Reply(200, page("New")),
        },
    )
    assert paths(origin, found) == {"/", "/new"}
    assert isinstance(at(found, origin, "/old"), Moved)
    assert isinstance(at(found, origin, "/new"), Works)


def test_start_that_leads_elsewhere(origin: Origin) -> None:
    """When the start page leads to another host, the site is there."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(301, b"", (("Location", "$OTHER/home"),)),
            ("OTHER", "/home"): Reply(200, links("/next")),
            ("OTHER", "/next"): Reply(200, page("Next")),
        },
    )
    assert {url for url, item in found.pages.items() if item.state is PageState.READ} == {
        origin.places["OTHER"] + path for path in ("/home", "/next")
    }


def test_sitemap_index_gzip_and_feed(origin: Origin) -> None:
    """Pages that only a sitemap (also an index, also gzipped) or a feed lists are found."""
    main = origin.places["MAIN"]
    inner = gzip.compress(f"<urlset><url><loc>{main}/from-map</loc></url><url><loc>https://else.invalid/</loc></url></urlset>".encode())
    rss = f"<?xml version='1.0'?><rss><channel><item><link>{main}/from-feed</link></item></channel></rss>"
    found = looked(
        origin,
        {
            ("MAIN", "/robots.txt"): Reply(200, b"User-agent: *\nAllow: /\nSitemap: $MAIN/index.xml", kind="text/plain"),
            ("MAIN", "/index.xml"): Reply(
                200, b"<sitemapindex><sitemap><loc>$MAIN/one.xml.gz</loc></sitemap></sitemapindex>", kind="application/xml"
            ),
            ("MAIN", "/one.xml.gz"): Reply(200, inner, kind="application/gzip"),
            ("MAIN", "/"): Reply(200, b"<title>x</title><link rel=alternate type=application/rss+xml href=/feed>"),
            ("MAIN", "/feed"): Reply(200, rss.encode(), kind="application/rss+xml"),
            ("MAIN", "/from-map"): Reply(200, page("Map")),
            ("MAIN", "/from-feed"): Reply(200, page("Feed")),
        },
    )
    assert paths(origin, found) == {"/", "/from-map", "/from-feed"}


def test_addresses_that_act_are_taken_from_no_list_and_no_refresh(origin: Origin) -> None:
    """RFC 9110, 9.2.1: what might log out, unsubscribe or delete is not asked, whether a sitemap, a feed or a refresh names it."""
    main = origin.places["MAIN"]
    found = looked(
        origin,
        {
            ("MAIN", "/robots.txt"): Reply(200, b"User-agent: *\nAllow: /\nSitemap: $MAIN/index.xml", kind="text/plain"),
            ("MAIN", "/index.xml"): Reply(
                200,
                b"<sitemapindex><sitemap><loc>$MAIN/map.xml</loc></sitemap><sitemap><loc>$MAIN/maps/delete</loc></sitemap></sitemapindex>",
                kind="application/xml",
            ),
            ("MAIN", "/map.xml"): Reply(
                200, b"<urlset><url><loc>$MAIN/logout</loc></url><url><loc>$MAIN/on</loc></url></urlset>", kind="application/xml"
            ),
            ("MAIN", "/"): Reply(200, b"<title>x</title><link rel=alternate type=application/rss+xml href=/feed>"),
            ("MAIN", "/feed"): Reply(
                200,
                f"<?xml version='1.0'?><rss><channel><item><link>{main}/list?do=unsubscribe</link></item></channel></rss>".encode(),
                kind="application/rss+xml",
            ),
            ("MAIN", "/on"): Reply(200, b"<title>x</title><meta http-equiv=refresh content='0; url=/sign-out'><h1>On</h1>"),
        },
    )
    assert paths(origin, found) == {"/", "/on"}
    asked = {path for _, _, path, _ in origin.asked}
    assert {"/map.xml", "/feed", "/on"} <= asked
    assert not asked & {"/logout", "/list?do=unsubscribe", "/sign-out", "/maps/delete"}


@pytest.mark.parametrize("asked_first", [False, True])
def test_robots_hold_for_links_when_the_settings_say_so(origin: Origin, asked_first: bool) -> None:
    """One look at a link of another site is no crawl, so robots.txt is not asked; ``robots_for_links`` asks it first."""
    closed = {
        ("MAIN", "/"): Reply(200, links("$OTHER/closed", "$OTHER/open")),
        ("OTHER", "/robots.txt"): Reply(200, b"User-agent: *\nDisallow: /closed", kind="text/plain"),
        ("OTHER", "/closed"): Reply(200, page("Closed")),
        ("OTHER", "/open"): Reply(200, page("Open")),
    }
    given = config()
    given = replace(given, network=replace(given.network, robots_for_links=asked_first))
    found = looked(origin, closed, given)
    there = {path: found.visits[origin.places["OTHER"] + path] for path in ("/closed", "/open")}
    assert isinstance(there["/open"], Works)
    assert there["/closed"].reason is (Reason.ROBOTS if asked_first else Reason.OK)
    to_other = [path for host, _, path, _ in origin.asked if host == "OTHER"]
    assert ("/robots.txt" in to_other) == asked_first
    assert ("/closed" in to_other) != asked_first


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ('<a href="/cal?month={n}">next</a>', "queries"),
        ('<a href="/cal/{year}/{month}/">next</a>', "calendar"),
        ('<a href="sub/">deeper</a>', "same folders"),
        ('<a href="/a/b/x{n}/">next</a><a href="/a/b/y{n}/">other</a>', "links away"),
    ],
)
def test_endless_sites_end(origin: Origin, template: str, why: str) -> None:
    """A calendar, ever new queries, ever deeper folders: the crawl ends by itself and says that it was cut."""
    count = 0

    class Endless(dict[tuple[str, str], Reply]):
        def get(self, key: tuple[str, str], default: object = None) -> Reply:
            nonlocal count
            count += 1
            if key[1] in {"/robots.txt", "/sitemap.xml"}:
                return Reply(404)
            text = template.format(n=count, year=2000 + count // 12, month=1 + count % 12)
            return Reply(200, f"<title>{count}</title><h1>{count}</h1>{text}".encode())

    origin.answers = {}
    limits = replace(config().network.limits, pages_per_site=150, depth=30 if why != "links away" else 4)
    given = replace(config(), network=replace(config().network, limits=limits))
    site = Site("site", (origin.places["MAIN"] + "/",))
    origin.answers = Endless()

    async def looking() -> Looked:
        async with Door(given.network, version="0") as door:
            return await look(given, Equipment(door, delays=()), Wants((site,)))

    found = asyncio.run(looking())
    assert any(why in note for note in found.notes), found.notes
    assert count < 400


def test_session_ids_and_query_order_are_one_page(origin: Origin) -> None:
    """Addresses that differ by a session id or the order of the query are one page, and each has its verdict."""
    sid = "sid=9f8a7c6b5d4e3f2a"
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links(f"/p?{sid}&a=1&b=2", f"/p?{sid}9&b=2&a=1", "/p?a=1&b=2&PHPSESSID=9")),
            ("MAIN", "/p?*"): Reply(200, page("P")),
        },
    )
    assert len(paths(origin, found)) == 2
    assert sum(where.startswith("/p") for _, _, where, _ in origin.asked) == 1
    assert isinstance(at(found, origin, f"/p?{sid}9&b=2&a=1"), Works)


def test_numbers_that_may_be_sessions_are_pages_of_their_own(origin: Origin) -> None:
    """Two short values of ``uid`` are two addresses, each asked: one that is gone is found."""
    staff = {("MAIN", "/staff?uid=1"): Reply(200, page("Ann")), ("MAIN", "/staff?uid=2"): Reply(404)}
    found = looked(origin, {("MAIN", "/"): Reply(200, links("/staff?uid=1", "/staff?uid=2")), **staff})
    assert [at(found, origin, f"/staff?uid={n}").reason for n in (1, 2)] == [Reason.OK, Reason.NOT_FOUND]


def test_page_and_depth_limits_are_told(origin: Origin) -> None:
    """What the limits cut is said; the first few of what was cut are visited as links, the others left alone with the reason in words."""
    answers = {
        ("MAIN", "/"): Reply(200, links(*(f"/{n}" for n in range(9)))),
        **{("MAIN", f"/{n}"): Reply(200, links("/deep")) for n in range(9)},
    }
    found = looked(origin, {**answers, ("MAIN", "/deep"): Reply(200, page("Deep"))}, max_pages=4)
    assert len(found.pages) == 4
    assert any("more than 4 pages" in note for note in found.notes)
    kinds = [at(found, origin, f"/{n}").verdict for n in range(9)]
    assert kinds == ["works"] * 8 + ["skipped"]
    assert at(found, origin, "/8") == Skipped(origin.places["MAIN"] + "/8", Reason.NOT_ASKED, "more than 4 pages")
    assert any(note.endswith(": 7 addresses were not read: more than 4 pages.") for note in found.notes)
    found = looked(origin, answers, max_depth=0)
    assert paths(origin, found) == {"/"}
    assert any("links away" in note for note in found.notes)


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("/day/{n}", "more than 30 pages"),
        ("/cal/{year}/{month}/{day}/", "calendar or archive"),
        ("/p?day={n}", "ever new queries"),
        ("/in;jsessionid={n}/{n}", "more than 30 pages"),
        ("sub/{n}/", "links away"),
    ],
)
def test_links_without_end_are_not_visited_without_end(origin: Origin, href: str, why: str) -> None:
    """Forty new addresses on every page cost a site hardly more requests than its pages; the others are skipped, and a note says why."""
    count = 0

    class Endless(dict[tuple[str, str], Reply]):
        def get(self, key: tuple[str, str], default: object = None) -> Reply:
            nonlocal count
            if key[1] in {"/robots.txt", "/sitemap.xml"}:
                return Reply(404)
            made = []
            for _ in range(40):
                count += 1
                made.append(href.format(n=count, year=2000 + count % 50, month=1 + count % 12, day=1 + count // 50 % 28))
            return Reply(200, links(*made))

    origin.answers = Endless()
    limits = replace(config().network.limits, pages_per_site=30, variants=10, depth=1 if why == "links away" else 30)
    if why == "links away":
        limits = replace(limits, pages_per_site=100)
    given = replace(config(), network=replace(config().network, limits=limits))

    async def looking() -> Looked:
        async with Door(given.network, version="0") as door:
            return await look(given, Equipment(door, delays=()), Wants((Site("site", (origin.places["MAIN"] + "/",)),)))

    found = asyncio.run(looking())
    assert any(why in note for note in found.notes), found.notes
    assert len(origin.asked) <= len(found.pages) + 2 + 2 * 5, (len(origin.asked), len(found.pages))
    skipped = [visit for visit in found.visits.values() if isinstance(visit, Skipped)]
    assert len(skipped) > 100
    assert all(visit.reason is Reason.NOT_ASKED and visit.why for visit in skipped)


def test_other_pages_of_the_own_host_are_still_visited(origin: Origin) -> None:
    """Links to pages beside the site are no trap: every one of them is visited."""
    beside = [f"/beside/{n}" for n in range(12)]
    answers = {("MAIN", "/in/"): Reply(200, links(*beside)), **{("MAIN", path): Reply(200) for path in beside}}
    found = looked(origin, answers, start=(origin.places["MAIN"] + "/in/",), within=("/in/**",))
    assert {at(found, origin, path).verdict for path in beside} == {"works"}


@pytest.mark.parametrize("status", [502, 503, 504])
def test_what_passes_is_no_fault_of_our_own_site(origin: Origin, status: int) -> None:
    """RFC 9110, 15.6.3 to 15.6.5: a busy server passes, on our own site too; 500 and its kin are faults there."""
    answers = {("MAIN", "/"): Reply(200, links("/busy", "/wrong")), ("MAIN", "/busy"): Reply(status), ("MAIN", "/wrong"): Reply(501)}
    for follow in (True, False):
        found = looked(origin, answers, follow=follow)
        busy, wrong = at(found, origin, "/busy"), at(found, origin, "/wrong")
        assert (busy.verdict, busy.reason) == ("unsure", Reason.SERVER_BUSY)
        assert (wrong.verdict, wrong.reason) == ("broken", Reason.SERVER_ERROR)


def test_the_fault_of_others_behind_our_redirect_is_theirs(origin: Origin) -> None:
    """A server error is ours when our server answers, whoever was asked first."""
    other = origin.places["OTHER"]
    answers = {
        ("MAIN", "/"): Reply(200, links("/go", f"{other}/go")),
        ("MAIN", "/go"): Reply(302, b"", (("Location", "$OTHER/x"),)),
        ("OTHER", "/x"): Reply(500),
        ("OTHER", "/go"): Reply(302, b"", (("Location", "$MAIN/x"),)),
        ("MAIN", "/x"): Reply(500),
    }
    found = looked(origin, answers, follow=False)
    assert at(found, origin, "/go").reason is Reason.SERVER_BUSY
    assert found.visits[f"{other}/go"].reason is Reason.SERVER_ERROR


def test_unchanged_pages_are_not_read_again(origin: Origin) -> None:
    """An unchanged page comes from memory: by 304 when the server knows ETags, by the hash of its body when not."""
    answers = {
        ("MAIN", "/"): Reply(200, links("/b"), (("ETag", '"1"'), ("Last-Modified", "Sat, 21 Nov 2026 06:00:00 GMT"))),
        ("MAIN", "/b"): Reply(200, page("B")),
    }
    first = looked(origin, answers)
    remembered = {url: replace(item, page=replace(item.page, title="from memory")) for url, item in first.known.items()}
    answers["MAIN", "/"] = Reply(304, b"")
    again = looked(origin, answers, known=remembered.get)
    assert {item.title for item in again.pages.values()} == {"from memory"}
    assert again.known.keys() == first.known.keys()
    visit = again.visits[origin.places["MAIN"] + "/"]
    assert isinstance(visit, Works)
    assert visit.evidence.status == 200, "as everybody gets it who does not know it"
    conditions = next(dict(headers) for _, _, path, headers in origin.asked if path == "/")
    assert conditions["if-none-match"] == '"1"'
    assert conditions["if-modified-since"] == "Sat, 21 Nov 2026 06:00:00 GMT"
    answers["MAIN", "/b"] = Reply(200, page("B is new"))
    changed = looked(origin, answers, known=remembered.get)
    assert changed.pages[origin.places["MAIN"] + "/b"].title == "B is new"


def test_lost_start_is_incomplete(origin: Origin) -> None:
    """A start page that cannot be read makes the look incomplete and says why; a page that is remembered keeps its state."""
    found = looked(origin, {("MAIN", "/"): Reply(503)})
    assert found.pages[origin.places["MAIN"] + "/"].state is PageState.UNREACHABLE
    assert any("could not be read" in line for line in found.incomplete)
    found = looked(origin, {}, start=("nonsense",))
    assert any("not an address of the web" in line for line in found.incomplete)
    found = looked(origin, {("MAIN", "/"): Reply(200, b"x", kind="image/png")})
    assert any("no page could be read" in line for line in found.incomplete)


def test_robots_that_fail_are_an_outage(origin: Origin) -> None:
    """A robots.txt that cannot be had makes the page unreachable, with the reason; the page is not said to be kept from us on purpose."""
    found = looked(origin, {("MAIN", "/robots.txt"): Reply(502), ("MAIN", "/"): Reply(200, page("Home"))})
    (kept,) = found.pages.values()
    assert (kept.state, kept.trouble) == (PageState.UNREACHABLE, "its robots.txt could not be had (it answered 502)")
    assert found.incomplete


def test_remembered_page_that_is_gone_is_kept_with_its_state(origin: Origin) -> None:
    """A page that was read before and is gone now is told as gone; one that nobody knew is only a broken link."""
    answers = {("MAIN", "/"): Reply(200, links("/gone", "/never"))}
    first = looked(origin, {**answers, ("MAIN", "/gone"): Reply(200, page("Was here"))})
    found = looked(origin, answers, known=first.known.get)
    assert found.pages[origin.places["MAIN"] + "/gone"].state is PageState.NOT_FOUND
    assert origin.places["MAIN"] + "/never" not in found.pages


def test_too_large_page_is_not_half_read(origin: Origin) -> None:
    """A page over the cap is too large, never read by half: its footer would be missing."""
    found = looked(origin, {("MAIN", "/"): Reply(200, links("/big")), ("MAIN", "/big"): Reply(200, b"<p>x</p>" * 200_000)})
    assert found.pages[origin.places["MAIN"] + "/big"].state is PageState.TOO_LARGE
    assert isinstance(at(found, origin, "/big"), Works)


def test_documents_may_be_longer_than_pages(origin: Origin) -> None:
    """A document has a cap of its own, whether its address, its content type or its first bytes name it; one over that is too large. A page
    is none, whatever its address ends in."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    made = io.BytesIO()
    docx.Document().save(made)
    size = len(made.getvalue())
    given = config()
    given = replace(given, network=replace(given.network, limits=Limits(page_bytes=size // 2, document_bytes=size)))
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/by-name.docx", "/by-type", "/by-bytes.docx", "/longer.docx", "/page", "/page.docx")),
            ("MAIN", "/by-name.docx"): Reply(200, made.getvalue(), kind=word),
            ("MAIN", "/by-type"): Reply(200, made.getvalue(), kind=word),
            ("MAIN", "/by-bytes.docx"): Reply(200, made.getvalue(), kind="text/html"),
            ("MAIN", "/longer.docx"): Reply(200, made.getvalue() + b" ", kind=word),
            ("MAIN", "/page"): Reply(200, b"<p>x</p>" * (size // 8)),
            ("MAIN", "/page.docx"): Reply(200, b"<p>x</p>" * (size // 8)),
        },
        given,
    )
    states = {url.removeprefix(origin.places["MAIN"]): item.state for url, item in found.pages.items() if not url.endswith("/")}
    assert states == {
        **dict.fromkeys(("/by-name.docx", "/by-type", "/by-bytes.docx"), PageState.READ),
        **dict.fromkeys(("/longer.docx", "/page", "/page.docx"), PageState.TOO_LARGE),
    }


def test_second_run_tells_what_changed(origin: Origin) -> None:
    """Against changed answers: fixed, new, known since, a link that turned into a redirect, and a blip that a second try clears."""
    first = looked(
        origin,
        {("MAIN", "/"): Reply(200, links("/a", "/b", "/c", "/d")), ("MAIN", "/a"): Reply(200), ("MAIN", "/d"): Reply(200)},
        follow=False,
    )
    assert [at(first, origin, path).verdict for path in ("/a", "/b", "/c", "/d")] == ["works", "broken", "broken", "works"]
    second = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/a", "/b", "/c", "/d")),
            ("MAIN", "/b"): Reply(200),
            ("MAIN", "/d"): Reply(301, b"", (("Location", "/d2"),)),
            ("MAIN", "/d2"): Reply(200),
        },
        follow=False,
    )
    assert [at(second, origin, path).verdict for path in ("/a", "/b", "/c", "/d")] == ["broken", "works", "broken", "moved"]


def test_blip_is_tried_again(origin: Origin) -> None:
    """What fails once and works at the next try works; what fails three times is what it was."""
    tries = 0

    class Blip(dict[tuple[str, str], Reply]):
        def get(self, key: tuple[str, str], default: object = None) -> Reply | None:  # type: ignore[override]
            nonlocal tries
            if key[1] == "/blip":
                tries += 1
                return Reply(500) if tries < 3 else Reply(200)
            return dict.get(self, key)

    origin.answers = Blip({("MAIN", "/"): Reply(200, links("/blip", "/always")), ("MAIN", "/always"): Reply(500)})
    given = config()

    async def looking() -> Looked:
        async with Door(given.network, version="0") as door:
            return await look(given, Equipment(door, delays=(0.0, 0.0)), Wants((Site("s", (origin.places["MAIN"] + "/",), follow=False),)))

    found = asyncio.run(looking())
    assert isinstance(at(found, origin, "/blip"), Works)
    always = at(found, origin, "/always")
    assert isinstance(always, Broken)
    assert not always.certain
    assert asked(origin, "/always") == 3


def test_rules_leave_links_alone_until_they_end(origin: Origin) -> None:
    """A rule leaves a link alone, with its reason; past its ``until`` it is visited, and the admin is told."""
    rule = LinkRule("**/private/**", "needs the VPN", by="Pat", until=dt.date(2026, 11, 20))
    answers = {("MAIN", "/"): Reply(200, links("/private/x"))}
    found = looked(origin, answers, config(link_rules=(rule,)), today=dt.date(2026, 11, 20), follow=False)
    visit = at(found, origin, "/private/x")
    assert isinstance(visit, Skipped)
    assert visit.why == "needs the VPN"
    found = looked(origin, answers, config(link_rules=(rule,)), today=dt.date(2026, 11, 21), follow=False)
    assert isinstance(at(found, origin, "/private/x"), Broken)
    assert any("needs the VPN" in note and "Pat" in note for note in found.notes)


def test_a_rule_leaves_a_link_alone_also_when_its_target_is_a_page_of_ours(origin: Origin) -> None:
    """The page is read all the same; of the link nothing is said."""
    rule = LinkRule("**/private/**", "is moving house")
    answers = {("MAIN", "/"): Reply(200, links("/private/x")), ("MAIN", "/private/x"): Reply(200, links("/private/gone"))}
    found = looked(origin, answers, config(link_rules=(rule,)))
    visit = at(found, origin, "/private/x")
    assert isinstance(visit, Skipped)
    assert visit.why == "is moving house"
    assert origin.places["MAIN"] + "/private/x" in found.pages


def test_trusted_visits_are_not_made_again(origin: Origin) -> None:
    """A good visit that is still believed is not made again."""
    url = origin.places["OTHER"] + "/good"
    good = Works(url)
    found = looked(origin, {("MAIN", "/"): Reply(200, links(url))}, trusted={url: good}.get)
    assert found.visits[url] is good
    assert not any(host == "OTHER" for host, _, _, _ in origin.asked)


def test_links_off(origin: Origin) -> None:
    """With links off, nothing but pages is asked for."""
    found = looked(origin, {("MAIN", "/"): Reply(200, links("/a", origin.places["OTHER"] + "/x")), ("MAIN", "/a"): Reply(200)}, links=False)
    assert paths(origin, found) == {"/", "/a"}
    assert not any(host == "OTHER" for host, _, _, _ in origin.asked)


def test_superseded_and_updated_targets(origin: Origin) -> None:
    """What a target says about itself comes back with its visit: withdrawn, replaced (also by a header), updated when it is watched."""
    other = origin.places["OTHER"]
    body = page("Old guidance", "This guidance was withdrawn on 3 March 2024. It has been replaced by the new guidance.")
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links(f"{other}/withdrawn", f"{other}/header", f"{other}/watched")),
            ("OTHER", "/withdrawn"): Reply(200, body),
            ("OTHER", "/header"): Reply(200, page("Version 1"), (("Link", '</v2>; rel="successor-version"'),)),
            ("OTHER", "/v2"): Reply(200, page("Version 2")),
            ("OTHER", "/watched"): Reply(200, page("Guidance", "Last updated: 14 May 2025")),
        },
        config(watch_targets=(f"{other}/**",)),
        follow=False,
    )
    withdrawn, header, watched = (found.visits[f"{other}/{name}"] for name in ("withdrawn", "header", "watched"))
    assert isinstance(withdrawn, Works)
    assert withdrawn.superseded is not None
    assert isinstance(header, Works)
    assert header.superseded is not None
    assert header.superseded.url == f"{other}/v2"
    assert isinstance(watched, Works)
    assert watched.updated == PartialDate(2025, 5, 14)


def test_a_page_of_ours_is_read_once(origin: Origin, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page of ours says of itself is known from its reading as a page; one that is not read as such (outside the site's part, too
    large) is read as a target."""
    read_as_target: list[str] = []
    real = read.read

    def target(body: bytes, *, url: str, content_type: str | None, hints: Hints) -> Page:
        read_as_target.append(url.removeprefix(origin.places["MAIN"]))
        return real(body, url=url, content_type=content_type, hints=hints)

    others = {name: getattr(read, name) for name in ("Hints", "Unreadable", "collect", "decode", "parse", "parse_tree")}
    monkeypatch.setattr("reviewer.look.visit.opening.read", SimpleNamespace(read=target, **others))
    withdrawn = page("Old guidance", "This guidance was withdrawn on 3 March 2024. It has been replaced by the new guidance.")
    small = replace(config().network, limits=Limits(total_seconds=2.0, page_bytes=4096))
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/in/page", "/in/leads", "/in/large", "/out")),
            ("MAIN", "/in/page"): Reply(200, withdrawn),
            ("MAIN", "/in/leads"): Reply(302, b"", (("Location", "/out/there"),)),
            ("MAIN", "/in/large"): Reply(200, withdrawn + b" " * 5000),
            ("MAIN", "/out"): Reply(200, withdrawn),
            ("MAIN", "/out/there"): Reply(200, withdrawn),
        },
        config(network=small),
        within=("/in/**",),
    )
    for path in ("/in/page", "/in/leads", "/in/large", "/out"):
        visit = at(found, origin, path)
        assert isinstance(visit, Works)
        assert visit.superseded is not None, path
    assert sorted(read_as_target) == ["/in/large", "/out", "/out/there"]


@pytest.mark.parametrize("how", ["event", "cancel"])
def test_interrupted_look_is_usable(origin: Origin, how: str) -> None:
    """Stopped in the middle, a look comes back with what it has, marked; what had no turn is unsure."""
    origin.answers = {("MAIN", "/"): Reply(200, links("/slow")), ("MAIN", "/slow"): Reply(behave="hang")}
    given = config()
    site = Site("s", (origin.places["MAIN"] + "/",))

    async def looking() -> Looked:
        stop = asyncio.Event()

        class Told:
            def page(self, url: str) -> None:
                if how == "event":
                    stop.set()
                else:
                    task.cancel()

            def asked(self) -> None: ...

            def visited(self, url: str, visit: Visit) -> None: ...

        async with Door(given.network, version="0") as door:
            task = asyncio.create_task(
                look(given, Equipment(door, progress=Told(), stop=stop if how == "event" else asyncio.Event()), Wants((site,)))
            )
            return await task

    found = asyncio.run(looking())
    assert found.interrupted
    assert paths(origin, found) == {"/"}
    assert isinstance(at(found, origin, "/slow"), Unsure)
    assert at(found, origin, "/slow").reason is Reason.INTERRUPTED


def test_reader_that_fails_costs_one_page(origin: Origin) -> None:
    """An exception in the middle of one page's reading is a note for the admin; the other pages come out as without it."""
    origin.answers = {
        ("MAIN", "/"): Reply(200, links("/bad", "/good")),
        ("MAIN", "/bad"): Reply(200, page("Bad")),
        ("MAIN", "/good"): Reply(200, page("Good")),
    }
    given = config()

    def reading(hints: Hints) -> PageReader:
        async def one(body: bytes, url: str, content_type: str | None) -> Page:
            if url.endswith("/bad"):
                raise RuntimeError("boom")
            return read.read(body, url=url, content_type=content_type, hints=hints)

        return one

    async def looking() -> Looked:
        async with Door(given.network, version="0") as door:
            return await look(given, Equipment(door, readers=reading), Wants((Site("s", (origin.places["MAIN"] + "/",)),)))

    found = asyncio.run(looking())
    assert paths(origin, found) == {"/", "/good"}
    assert any("boom" in note for note in found.notes)


def test_folder_is_looked_at_without_a_network(tmp_path: Path) -> None:
    """A built site on disk: its own links are resolved inside the folder, others are not asked for."""
    (tmp_path / "about").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "x.html").write_text("x")
    (tmp_path / "index.html").write_text(
        '<h1 id=a>A</h1><a href="/about/">1</a><a href="/about">2</a><a href="/plain">3</a><a href="/none">4</a><a href="about/index.html#z">5</a>'
        '<a href="https://else.example/">6</a><a href="/../../etc/passwd">7</a>'
    )
    (tmp_path / "about" / "index.html").write_text('<p><a href="../index.html#a">back</a>')
    (tmp_path / "plain.html").write_text("<p>plain")
    found = asyncio.run(look_at_folder(FolderDoor(tmp_path), config()))
    front = found.pages["https://folder.invalid/"]
    said = [verdicts.verdict(link, front, found.visits, found.pages).reason.value for link in front.links]
    assert said == ["ok", "ok", "ok", "not_found", "missing_anchor", "not_asked", "not_found"]
    assert set(found.pages) == {f"https://folder.invalid/{name}" for name in ("", "about/", "plain.html")}
    assert files(found)["https://folder.invalid/about/"] == f"{tmp_path}/about/index.html"
    assert files(found)["https://folder.invalid/plain.html"] == f"{tmp_path}/plain.html"


def test_a_folder_that_is_served_below_a_path(tmp_path: Path) -> None:
    """Its rooted links lead below the path; what is beside it is not asked for; a file is named by its place on disk."""
    (tmp_path / "guide").mkdir()
    (tmp_path / "index.html").write_text('<a href="/docs/guide/">1</a><a href="/docs">2</a><a href="/">3</a><a href="/docs/none">4</a>')
    (tmp_path / "guide" / "index.htm").write_text('<a href="index.htm">me</a>')
    found = asyncio.run(look_at_folder(FolderDoor(tmp_path, base="docs"), config()))
    front = found.pages["https://folder.invalid/docs/"]
    said = [verdicts.verdict(link, front, found.visits, found.pages).reason.value for link in front.links]
    assert said == ["ok", "ok", "not_asked", "not_found"]
    bases = {str(tmp_path): "/docs/"}
    assert files(found, bases)["https://folder.invalid/docs/guide/"] == f"{tmp_path}/guide/index.htm"


def test_a_stub_that_leads_elsewhere_is_told_under_its_own_address(tmp_path: Path) -> None:
    """Where it leads to is not asked for without a network: the stub is left out, nothing "did not answer", and the look is whole."""
    (tmp_path / "index.html").write_text("<p>Here")
    (tmp_path / "old.html").write_text('<meta http-equiv="refresh" content="0; url=https://else.example/new">')
    (tmp_path / "lost.html").write_text('<meta http-equiv="refresh" content="0; url=/none.html">')
    found = asyncio.run(look_at_folder(FolderDoor(tmp_path), config()))
    states = {url.removeprefix("https://folder.invalid"): page.state.value for url, page in found.pages.items()}
    assert states == {"/": "read", "/old.html": "skipped", "/lost.html": "not_found"}
    assert [line for line in found.incomplete if "old.html" in line] == []


def test_folder_with_a_door(origin: Origin, tmp_path: Path) -> None:
    """With a door, links that leave the folder are visited."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(f'<a href="{origin.places["OTHER"]}/x">x</a>')

    async def looking() -> Looked:
        async with Door(config().network, version="0") as door:
            return await look_at_folder(FolderDoor(folder, door), config())

    found = asyncio.run(looking())
    assert isinstance(found.visits[f"{origin.places['OTHER']}/x"], Broken)


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without pages is incomplete, not clean."""
    assert asyncio.run(look_at_folder(FolderDoor(tmp_path), config())).incomplete


def test_what_changes_the_reading_names_another_reader() -> None:
    """New labels or another order of dates make unchanged pages be read anew; what only changes the mail does not."""
    from reviewer.look import reading_version
    from reviewer.settings import Email, Wording

    plain = Config(sites=(Site("a", ("https://a.example/",)),))
    assert reading_version(plain) == reading_version(replace(plain, email=Email(via="smtp://mail.example:587")))
    assert reading_version(plain) != reading_version(replace(plain, wording=Wording((("due", "Look again on"),))))
    assert reading_version(plain) != reading_version(replace(plain, sites=(Site("a", ("https://a.example/",), date_order="mdy"),)))


def test_a_large_site_is_looked_at_as_a_small_one(origin: Origin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages beyond a number keep their links packed: the look, its report and what the state remembers are the same."""
    answers = {
        ("MAIN", "/"): Reply(200, links("/a", "/b", "/gone", "$OTHER/x")),
        ("MAIN", "/a"): Reply(200, links("/", "/b#nowhere", "/gone")),
        ("MAIN", "/b"): Reply(200, links("/a", "/", "mailto:nobody")),
        ("OTHER", "/x"): Reply(200, page("Elsewhere")),
    }
    setting = config()
    plain = looked(origin, answers, setting)
    monkeypatch.setattr(packed, "FROM", 0)
    found = looked(origin, answers, setting)
    assert all(type(one.links).__name__ == "PackedLinks" for one in found.pages.values())
    assert found == plain
    assert json.write(_reported(found, setting)) == json.write(_reported(plain, setting))
    assert [facts.encode(one.page) for one in found.known.values()] == [facts.encode(one.page) for one in plain.known.values()]


def _reported(found: Looked, setting: Config) -> Reported:
    judged = judge(found, setting, dt.date(2026, 11, 28))
    return Reported(dt.date(2026, 11, 28), judged.looked, setting, judged.findings)


def test_a_page_with_too_many_links_is_told_to_the_admin(origin: Origin) -> None:
    """``links_per_page`` of the settings holds, and a note names the page whose other links nobody looked at."""
    answers = {("MAIN", "/"): Reply(200, links("/a", "/b", "/c")), **{("MAIN", f"/{name}"): Reply(200, page("A page")) for name in "abc"}}
    network = config().network
    found = looked(origin, answers, config(network=replace(network, limits=replace(network.limits, links_per_page=2))))
    assert paths(origin, found) == {"/", "/a", "/b"}
    assert any("/: it has more than 2 links" in note for note in found.notes)


def test_robots_of_ours_hold_for_links_too(origin: Origin) -> None:
    """What robots.txt of our own site closes is not asked for, whoever names it: a page, a picture, a form, a redirect, a sitemap."""
    found = looked(
        origin,
        {
            ("MAIN", "/robots.txt"): Reply(200, b"User-agent: *\nDisallow: /closed\nSitemap: $MAIN/map.xml", kind="text/plain"),
            ("MAIN", "/map.xml"): Reply(200, b"<urlset><url><loc>$MAIN/closed/listed</loc></url></urlset>", kind="application/xml"),
            ("MAIN", "/"): Reply(
                200,
                links("/closed/page", "/closed/file.pdf", "/out").replace(
                    b"</body>", b"<img src=/closed/a.png><form action=/closed/s></form></body>"
                ),
            ),
            ("MAIN", "/out"): Reply(302, headers=(("Location", "/closed/behind"),)),
        },
    )
    assert paths(origin, found) == {"/"}
    assert not [path for host, _, path, _ in origin.asked if host == "MAIN" and path.startswith("/closed")]
    for path in ("/closed/page", "/closed/file.pdf", "/closed/a.png", "/closed/s", "/closed/listed", "/out"):
        assert at(found, origin, path).reason is Reason.ROBOTS, path


def test_robots_of_others_are_not_asked_behind_a_redirect_of_ours(origin: Origin) -> None:
    """A link of ours that leads to another site is one look there, as a link to it would be."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/out")),
            ("MAIN", "/out"): Reply(302, headers=(("Location", "$OTHER/closed"),)),
            ("OTHER", "/robots.txt"): Reply(200, b"User-agent: *\nDisallow: /closed", kind="text/plain"),
            ("OTHER", "/closed"): Reply(200, page("Closed")),
        },
    )
    assert isinstance(at(found, origin, "/out"), Works)


def test_notes_for_machines_are_not_followed(origin: Origin) -> None:
    """The head of a stock WordPress page: what browsers load and where people are led is followed, all else is nobody's content."""
    head = (
        b"<link rel=dns-prefetch href=//s.w.org><link rel=preconnect href=$OTHER><link rel='https://api.w.org/' href=/wp-json/>"
        b"<link rel=alternate title=JSON type=application/json href=/wp-json/wp/v2/pages/7>"
        b"<link rel=alternate type='application/json+oembed' href=/oembed><link rel=alternate type='text/xml+oembed' href=/oembed?format=xml>"
        b"<link rel=EditURI type=application/rsd+xml href=/xmlrpc.php?rsd><link rel=wlwmanifest href=/wlwmanifest.xml>"
        b"<link rel=pingback href=/xmlrpc.php><link rel=shortlink href=/?p=7><link rel=edit-form href=/node/7/edit>"
        b"<link rel=version-history href=/node/7/revisions><link rel=search type=application/opensearchdescription+xml href=/os.xml>"
        b"<link rel=delete-form href=/node/7/remove><link rel=https://unknown.example/ href=/unknown>"
        b"<link rel=alternate type=application/atom+xml href=/feed>"
        b"<link rel='shortcut icon' href=/icon.png><link rel=next href=/next><link rel=alternate hreflang=cy href=/cy><link rel=stylesheet href=/s.css>"
    )
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links().replace(b"<body>", head + b"<body>").replace(b"</title>", b"</title>" + head, 1)),
            ("MAIN", "/next"): Reply(200, page("Next")),
            ("MAIN", "/cy"): Reply(200, page("Cymraeg")),
            ("MAIN", "/s.css"): Reply(200, b"p { color: red }", kind="text/css"),
            ("MAIN", "/feed"): Reply(404),
        },
    )
    on_page = found.pages[origin.places["MAIN"] + "/"]
    said = {verdicts.name(link).partition(" to ")[0]: verdicts.verdict(link, on_page, found.visits, found.pages) for link in on_page.links}
    told = {name: visit.verdict for name, visit in said.items() if visit.verdict != "skipped"}
    assert told == {
        "icon of the page": "broken",
        "next page that the page names": "works",
        "other version of the page": "works",
        "style sheet": "works",
    }
    assert {path for host, _, path, _ in origin.asked if host == "MAIN"} <= {
        *("/", "/robots.txt", "/sitemap.xml", "/icon.png", "/next", "/cy", "/s.css", "/feed"),
    }


@pytest.mark.parametrize(
    ("allow", "reasons"),
    [
        ((), [Reason.BAD_ADDRESS, Reason.BAD_ADDRESS, Reason.REDIRECT_TO_BROKEN]),
        (("10.20.0.0/16",), [Reason.BAD_ADDRESS, Reason.BLOCKED_ADDRESS, Reason.REDIRECT_TO_BROKEN]),
    ],
)
def test_links_that_lead_inward_are_faults_on_a_public_site(allow: tuple[str, ...], reasons: list[Reason]) -> None:
    """A link to the author's own computer, or into a private network, is a fault at once; where the config allows internal addresses our
    sites may be in there themselves, so a private one stays a matter for a person."""
    here, away = "http://localhost:3000/draft", "https://b.example/away"

    class Shut:
        async def fetch(self, url: str, **more: object) -> Fetched:
            del more
            hops = (Hop(url, 302, "http://127.0.0.1/"),) if url == away else ()
            return NoAnswer(url, hops[-1].to if hops else url, Reason.BLOCKED_ADDRESS, "it is internal", hops)

        def trust(self, url: str) -> None:
            del url

        def wait(self, seconds: Mapping[str, float]) -> None:
            del seconds

    async def visiting() -> dict[str, Visit]:
        visits = Visits(Shut(), Network(allow=allow), own=lambda _: False, told=Silent(), delays=())
        for url in (here, "http://10.99.0.1/x", away):
            visits.ask(url)
        return await visits.finish()

    found = asyncio.run(visiting())
    assert [found[url].reason for url in (here, "http://10.99.0.1/x", away)] == reasons
    assert verdicts.sentence(Link(here, here, words="the draft"), found[here]) == (
        "The link “the draft” does not work: it only works on the author's own computer."
    )


def canonical(to: str, says: str = "The same words on each of them, and a link that is dead.", leads: str = "/") -> bytes:
    """A page that gives an address as its own, with a dead link."""
    return (
        f"<!doctype html><title>Room</title><link rel=canonical href='{to}'><main><h1>Room</h1><p>{says}</p>"
        f"<p>It is enough of a text to be compared with another one.</p><a href={leads}>x</a></main>"
    ).encode()


def test_one_page_at_many_addresses_is_one_page(origin: Origin) -> None:
    """Variants that name one address of the site as theirs, and say the same, are one page with one finding; an address of another site, a
    chain, two addresses at once, or another text join nothing."""
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(
                200,
                links("/room", *(f"/room?view={n}" for n in range(4)), "/other", "/away", "/chain", "/middle", "/two", "/front", "/late"),
            ),
            ("MAIN", "/room"): Reply(200, canonical("/room", leads="/gone")),
            **{("MAIN", f"/room?view={n}"): Reply(200, canonical("/room#top", leads="/gone")) for n in range(4)},
            ("MAIN", "/other"): Reply(200, canonical("/room", "Not what the other page says, not at all.")),
            ("MAIN", "/away"): Reply(200, canonical("$OTHER/room")),
            ("OTHER", "/room"): Reply(200, canonical("/room")),
            ("MAIN", "/chain"): Reply(200, canonical("/middle")),
            ("MAIN", "/middle"): Reply(200, canonical("/room", leads="/gone")),
            ("MAIN", "/two"): Reply(200, canonical("/room").replace(b"<main>", b"<link rel=canonical href=/two/b><main>")),
            ("MAIN", "/front"): Reply(200, canonical("/")),
        },
    )
    assert paths(origin, found) == {"/", "/room", "/other", "/away", "/chain", "/two", "/front"}
    assert isinstance(at(found, origin, "/room?view=2"), Works)
    findings = judge(found, config(), dt.date(2026, 11, 21)).findings
    assert sum(finding.check == "broken_link" and "/room" in finding.page for finding in findings) == 1


def test_another_address_that_is_remembered_is_skipped(origin: Origin) -> None:
    """A variant that the state knows, or the config names, stays with a word why, so that its issues can be closed."""
    address = "/room?view=1"
    answers = {
        ("MAIN", "/"): Reply(200, links("/room", address)),
        ("MAIN", "/room"): Reply(200, canonical("/room")),
        ("MAIN", address): Reply(200, canonical("/room")),
    }
    before = looked(origin, {**answers, ("MAIN", "/room"): Reply(404)})
    found = looked(origin, answers, known=before.known.get)
    kept = found.pages[origin.places["MAIN"] + address]
    assert (kept.state, kept.trouble) == (PageState.SKIPPED, f"another address of {origin.places['MAIN']}/room")
    assert paths(origin, found) == {"/", "/room"}


def test_an_index_and_its_folder_are_one_page(origin: Origin) -> None:
    """A site links to ``/guides/`` here and ``/guides/index.html`` there: what says the same is one page; another text is another page."""
    same, other = canonical("/x").replace(b"<link rel=canonical href='/x'>", b""), b"<title>Other</title><main><p>Another text altogether"
    found = looked(
        origin,
        {
            ("MAIN", "/"): Reply(200, links("/guides/", "/guides/index.html", "/old/", "/old/default.aspx")),
            ("MAIN", "/guides/"): Reply(200, same),
            ("MAIN", "/guides/index.html"): Reply(200, same),
            ("MAIN", "/old/"): Reply(200, same),
            ("MAIN", "/old/default.aspx"): Reply(200, other),
        },
    )
    assert paths(origin, found) == {"/", "/guides/", "/old/", "/old/default.aspx"}
