"""One visit, with a door that answers from a table."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Unpack

import pytest

from reviewer import fetch, verdicts
from reviewer.fetch import Door
from reviewer.fetch.targets import Jar, target
from reviewer.look import Silent
from reviewer.look.visit import Visits
from reviewer.look.visit.opening import ARCHIVE, Opening
from reviewer.model import Answer, Broken, Fetched, Hop, NoAnswer, Reason, Unsure, Visit, Works
from reviewer.settings import Limits, Network
from tests.doubles.clocks import Clock
from tests.doubles.doors import Table
from tests.origin import Asked, Origin, names

URL = "http://a.example/x"
HTML = (("content-type", "text/html"),)


def visit(table: Table, url: str = URL) -> Visit:
    """One visit of somebody else's address."""
    return asyncio.run(Opening(table, Limits(), lambda _: False).link(url))


def test_a_host_that_is_down_is_asked_once_for_its_front_page() -> None:
    """When the front page does not answer either, the host is down; nobody asks again."""
    down = NoAnswer(URL, URL, Reason.HOST_DOWN)
    table = Table({URL: down, "http://a.example/": Answer("http://a.example/", "http://a.example/", 503)})
    assert isinstance(visit(table), Unsure)
    assert table.asked == [URL, "http://a.example/"]
    assert table.trusted == ["http://a.example"]


def test_a_host_that_lives_keeps_its_turn() -> None:
    """When the front page answers, the addresses failed and not the host: this one is asked again, a few times at most."""
    table = Table({URL: NoAnswer(URL, URL, Reason.HOST_DOWN), "http://a.example/": Answer("http://a.example/", "http://a.example/", 200)})
    assert visit(table).reason is Reason.HOST_DOWN
    assert table.asked.count(URL) == 3


def test_pages_that_lead_in_circles() -> None:
    """Pages that send a reader round by meta refresh are a loop; a chain of them ends somewhere."""

    def leads(to: str) -> bytes:
        return f"<meta http-equiv=refresh content='0;url={to}'>".encode()

    other = "http://a.example/y"
    circle = Table({URL: Answer(URL, URL, 200, HTML, leads("/y")), other: Answer(other, other, 200, HTML, leads("/x"))})
    assert visit(circle).reason is Reason.REDIRECT_LOOP
    chain = Table(
        {
            f"http://a.example/{n}": Answer(f"http://a.example/{n}", f"http://a.example/{n}", 200, HTML, leads(f"/{n + 1}"))
            for n in range(20)
        }
    )
    assert visit(chain, "http://a.example/0").verdict == "moved"
    assert len(chain.asked) == 6


class Host(Table):
    """A door to pages that ask for cookies: ``says(url, cookie)``; what was sent is noted."""

    def __init__(self, says: Callable[[str, str], Fetched]) -> None:
        super().__init__({})
        self.says = says
        self.sent: list[tuple[str, str]] = []

    def reply(self, url: str, jar: Jar | None) -> Fetched:
        """Answer by the cookie."""
        cookie = jar.header(target(url)) if jar else ""
        self.sent.append((url, cookie))
        return self.says(url, cookie)


def leading(url: str, to: str, *cookies: str) -> Answer:
    """A page that leads on at once and sets cookies."""
    return Answer(url, url, 200, (*HTML, ("refresh", f"0; url={to}"), *(("set-cookie", cookie) for cookie in cookies)), b"<p>x")


TRIED = f"{URL}?c=1"


@pytest.mark.parametrize("back", [False, True])
def test_a_page_that_tries_cookies_works(back: bool) -> None:
    """A refresh takes the cookies of its page along; an address that was only tried for them moved nowhere."""

    def says(url: str, cookie: str) -> Fetched:
        if url == URL:
            return leading(URL, "/x?c=1", "c=1; Path=/")
        if not cookie:
            return NoAnswer(url, URL, Reason.REDIRECT_LOOP)
        if back:
            return Answer(url, URL, 200, HTML, b"<h1>Fine</h1>", hops=(Hop(url, 302, URL),))
        return Answer(url, url, 200, HTML, b"<h1>Fine</h1>")

    host = Host(says)
    assert isinstance(visit(host), Works)
    assert host.sent == [(URL, ""), (TRIED, "c=1")]


def test_the_same_address_with_a_cookie_is_another_place() -> None:
    """A page that leads back to where a reader came from without a cookie is no loop when it sets one."""
    other = "http://a.example/y"

    def says(url: str, cookie: str) -> Fetched:
        if url == other:
            return leading(other, "/x", "c=1")
        return Answer(URL, URL, 200, HTML, b"<h1>Fine</h1>") if cookie else leading(URL, "/y")

    host = Host(says)
    assert isinstance(visit(host), Works)
    assert host.sent == [(URL, ""), (other, ""), (URL, "c=1")]


def test_a_cookie_of_a_page_goes_to_no_other_host() -> None:
    """Only the very host that set a cookie gets it back, and a secure one over https only."""
    there, home = "http://b.a.example/", "http://a.example/home"

    def says(url: str, cookie: str) -> Fetched:
        del cookie
        following = {URL: there, there: home}.get(url)
        return (
            leading(url, following, "c=1; Domain=a.example", "s=1; Secure") if following else Answer(url, url, 200, HTML, b"<h1>Fine</h1>")
        )

    host = Host(says)
    visit(host)
    assert host.sent[:3] == [(URL, ""), (there, ""), (home, "c=1")]


def test_a_cookie_of_a_redirect_goes_to_its_own_host_over_refreshes() -> None:
    """A cookie that a server's redirect sets is there after the page's own refresh, and whenever a later redirect leads back; no other host
    gets it."""
    got: list[tuple[str, str, str]] = []

    async def says(asked: Asked) -> bool:
        host = asked.headers["host"].partition(":")[0]
        got.append((host, asked.path, asked.headers.get("cookie", "")))
        port = asked.headers["host"].rpartition(":")[2]
        redirects = {"/in": "/page", "/there": "/other", "/back": f"http://a.example:{port}/end"}
        refreshes = {"/page": f"http://b.example:{port}/there", "/other": "/back"}
        if asked.path in redirects:
            await asked.answer("302 Found", b"", f"Location: {redirects[asked.path]}", f"Set-Cookie: {host[0]}=1; Path=/; Domain=example")
        else:
            to = refreshes.get(asked.path)
            body = f"<!doctype html><meta http-equiv=refresh content='0;url={to}'>" if to else "<!doctype html><title>Fine</title><p>Fine."
            await asked.answer("200 OK", body.encode(), "Content-Type: text/html")
        return True

    async def run() -> Visit:
        async with Origin(dict.fromkeys(("/in", "/page", "/there", "/other", "/back", "/end"), says)) as origin:
            network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),))
            async with Door(network, version="0", lookup=names(a_example="127.0.0.1", b_example="127.0.0.1")) as door:
                return await Opening(door, Limits(), lambda _: False).link(origin.url("/in", "a.example"))

    assert asyncio.run(run()).verdict in {"works", "moved"}
    assert got == [
        ("a.example", "/in", ""),
        ("a.example", "/page", "a=1"),
        ("b.example", "/there", ""),
        ("b.example", "/other", "b=1"),
        ("b.example", "/back", "b=1"),
        ("a.example", "/end", "a=1"),
    ]


async def refreshing(limits: Limits, *, takes: float = 0.0, busy: str = "") -> tuple[Fetched, list[str]]:
    """Open a page that leads on for ever, by a redirect to a page with a refresh to the next redirect; and what was asked for.

    Each answer ``takes`` seconds; with ``busy`` each redirect comes after a 503 with that Retry-After.
    """
    clock = Clock()
    seen: set[str] = set()

    async def says(asked: Asked) -> bool:
        clock.time += takes
        place, _, number = asked.path.partition("?")
        if place == "/page":
            await asked.answer(
                "200 OK", f"<meta http-equiv=refresh content='0;url=/in?{int(number) + 1}'>".encode(), "Content-Type: text/html"
            )
        elif busy and asked.path not in seen:
            seen.add(asked.path)
            await asked.answer("503 Service Unavailable", b"", f"Retry-After: {busy}")
        else:
            await asked.answer("302 Found", b"", f"Location: /page?{number}")
        return True

    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), limits=limits)
    async with Origin({"/in": says, "/page": says}) as origin, Door(network, version="0", clock=clock) as door:
        fetched, _ = await Opening(door, limits, lambda _: False).open(origin.url("/in?0"), cap=1000, robots=False)
        return fetched, origin.paths()


def test_refreshes_share_one_time_limit() -> None:
    """The time limit is for a link with all that its pages redirect to: a chain of slow refreshes does not get it anew at each."""
    fetched, asked = asyncio.run(refreshing(Limits(total_seconds=1.0), takes=0.3))
    assert isinstance(fetched, NoAnswer)
    assert fetched.reason is Reason.TIMEOUT
    assert fetched.seconds == pytest.approx(1.2)
    assert asked == ["/in?0", "/page?0", "/in?1", "/page?1"]


def test_refreshes_share_one_number_of_hops() -> None:
    """Redirects of servers and of pages count together: four hops are gone, whoever makes them, and no fifth."""
    fetched, asked = asyncio.run(refreshing(Limits(hops=4)))
    assert isinstance(fetched, NoAnswer)
    assert (fetched.reason, len(fetched.hops)) == (Reason.TOO_MANY_REDIRECTS, 4)
    assert asked == ["/in?0", "/page?0", "/in?1", "/page?1", "/in?2"]
    fetched, asked = asyncio.run(refreshing(Limits(hops=3)))  # here a page makes the one too many
    assert isinstance(fetched, NoAnswer)
    assert fetched.reason is Reason.TOO_MANY_REDIRECTS
    assert asked == ["/in?0", "/page?0", "/in?1", "/page?1"]


def test_refreshes_share_one_patience() -> None:
    """A link waits for a minute in all for the pauses that its hosts ask for, however often its pages redirect."""
    fetched, asked = asyncio.run(refreshing(Limits(), busy="25"))
    assert isinstance(fetched, NoAnswer)
    assert (fetched.reason, fetched.retry_after) == (Reason.SERVER_BUSY, 25.0)
    assert [path for path in asked if path == "/in?2"] == ["/in?2"]


def test_who_is_asked_anew_begins_with_what_it_had() -> None:
    """What was spent while the breaker stood does not count when a host that lives is asked again."""
    spent: list[int] = []

    class Spending(Table):
        async def fetch(self, url: str, **asked: Unpack[fetch.Asked]) -> Fetched:
            jar = asked.get("jar")
            if jar is None:
                return Answer(url, url, 200)
            spent.append(jar.spent.hops)
            jar.spent.hops += 20
            return NoAnswer(url, url, Reason.HOST_DOWN)

    visit(Spending({}))
    assert spent == [0, 0, 0]


@pytest.mark.parametrize("changing", [False, True])
def test_a_loop_with_cookies_is_a_loop(changing: bool) -> None:
    """Pages that send a reader round whatever cookie comes back are a loop, also when the cookie is another one each time."""
    host = Host(lambda url, _: leading(url, "/y" if url == URL else "/x", f"c={len(host.sent) if changing else 1}"))
    assert visit(host).reason is Reason.REDIRECT_LOOP
    assert len(host.sent) == (6 if changing else 3)


@pytest.mark.parametrize("to", ["/logout", "/list?do=unsubscribe", "http://b.example/item/delete#now"])
def test_a_refresh_that_may_act_is_not_followed(to: str) -> None:
    """RFC 9110, 9.2.1: where a page's refresh might log out, unsubscribe or delete, the page itself is what is judged."""
    host = Host(lambda url, _: leading(url, to))
    found = visit(host)
    assert isinstance(found, Works)
    assert found.evidence.hops == ()
    assert not any("logout" in url or "unsubscribe" in url or "delete" in url for url, _ in host.sent)


def test_refresh_header_and_no_content_type() -> None:
    """A Refresh header is a meta refresh; a page without a content type is known by how it begins."""
    other = "http://a.example/y"
    table = Table(
        {
            URL: Answer(URL, URL, 200, (*HTML, ("refresh", "0; url=/y")), b"<p>x"),
            other: Answer(other, other, 200, (), b"<!doctype html><h1>Page not found</h1>"),
        }
    )
    assert visit(table).reason is Reason.SOFT_404


def test_an_impossible_address_is_opened_as_a_browser_would() -> None:
    """Pages that lead whatever is unknown to one page of errors by a refresh lead the impossible address there too."""
    lost = "http://a.example/lost"
    leads = b"<meta http-equiv=refresh content='0;url=/lost'>"
    page = b"<title>Page not found</title><h1>Page not found</h1><p>" + b"Please use the menu. " * 90

    class Leading(Table):
        async def fetch(self, url: str, **asked: Unpack[fetch.Asked]) -> Fetched:
            del asked
            return Answer(url, url, 200, HTML, page if url == lost else leads)

    assert visit(Leading({})).reason is Reason.SOFT_404


@pytest.mark.parametrize(
    ("markup", "to"),
    [
        ('<link rel="successor-version" href="/v2/guide">', "http://a.example/v2/guide"),
        ("<link rel='Successor-Version latest-version' href=../v3>", "http://a.example/v3"),
        ("<base href='http://b.example/'><link rel=successor-version href=v2>", "http://b.example/v2"),
        ("<link rel=predecessor-version href=/v1>", None),
        ("<link rel=successor-version>", None),
        ("<p>Our successor-version is near.", None),
    ],
)
def test_a_newer_version_that_the_page_names(markup: str, to: str | None) -> None:
    """RFC 5829, 3.3: the relation is one of HTML links as well as of the Link header."""
    answers = {URL: Answer(URL, URL, 200, HTML, f"<!doctype html><title>A guide</title>{markup}<p>Words.".encode())}
    found = visit(Table(answers | ({to: Answer(to, to, 200, HTML, b"<p>New.")} if to else {})))
    assert isinstance(found, Works)
    assert (found.superseded.url if found.superseded else None) == to


def test_a_successor_has_to_answer() -> None:
    """What takes a target's place is asked too: one that is dead, or the page itself, is not named, and the notice is told."""
    body = "<p>This guide was replaced by <a href='{}'>the new guide</a>."
    for href, url in (("/new", "http://a.example/new"), ("/gone", None), ("/x/../guide", None)):
        there = "http://a.example/guide"
        new, gone = "http://a.example/new", "http://a.example/gone"
        answers = {
            there: Answer(there, there, 200, HTML, body.format(href).encode()),
            new: Answer(new, new, 200, HTML, b"<p>New."),
            gone: Answer(gone, gone, 404, HTML, b"<p>No."),
        }
        found = visit(Table(answers), there)
        assert isinstance(found, Works)
        assert found.superseded is not None
        assert found.superseded.url == url


@pytest.mark.parametrize("said", ["<link rel=successor-version href=/v2>", "<p>This guidance was withdrawn on 3 March 2024."])
@pytest.mark.parametrize("own", [False, True])
def test_no_more_of_a_target_is_looked_at_than_of_a_link(said: str, own: bool) -> None:
    """What a page says of itself is heard within ``link_bytes``, however much of it came: it is read in this process."""
    opening = Opening(Table({}), Limits(link_bytes=4096), lambda _: own)

    def superseded(blanks: int) -> bool:
        body = f"<!doctype html><title>A guide</title>{' ' * blanks}{said}<p>Words.".encode()
        return opening.told(Answer(URL, URL, 200, HTML, body), Works(URL)).superseded is not None

    assert [superseded(blanks) for blanks in (0, 2048, 4096)] == [True, True, False]


@pytest.mark.parametrize(
    ("hop", "suggestion"),
    [
        ("https://web.archive.org/web/20200101000000/http://a.example/x", "https://web.archive.org/web/20200101000000/http://a.example/x"),
        ("https://web.archive.org/sorry", None),
    ],
)
def test_archived_copy(hop: str, suggestion: str | None) -> None:
    """Only when the config wants it, a dead link gets the copy that the archive's redirect names; anything else there is nothing."""
    asks = ARCHIVE + URL
    table = Table({asks: Answer(asks, hop, 200, hops=(Hop(asks, 302, hop),))})

    class Told:
        def asked(self) -> None: ...

        def visited(self, url: str, visit: Visit) -> None: ...

    async def run(network: Network) -> Visit:
        visits = Visits(table, network, own=lambda _: False, told=Told(), delays=())
        visits.ask(URL)
        return (await visits.finish())[URL]

    found = asyncio.run(run(Network(ask_archive=True)))
    assert isinstance(found, Broken)
    assert found.suggestion == suggestion
    table.asked.clear()
    assert asyncio.run(run(Network())).reason is Reason.NOT_FOUND
    assert asks not in table.asked


def test_a_file_is_read_only_at_its_beginning() -> None:
    """A file that is there works, whatever it holds."""
    url = "http://a.example/x.pdf"
    assert isinstance(visit(Table({url: Answer(url, url, 200, (("content-type", "application/pdf"),), b"%PDF", cut=True)}), url), Works)


@pytest.mark.parametrize("reason", [Reason.REFUSED, Reason.TIMEOUT, Reason.RESET])
def test_https_is_asked_where_nobody_listens_for_http(reason: Reason) -> None:
    """A closed port of http beside an open one of https is what browsers get by with: it works, and the hop tells how."""
    secure = "https://a.example/x"
    table = Table({URL: NoAnswer(URL, URL, reason), secure: Answer(secure, secure, 200, HTML, b"<title>x</title>")})
    found = visit(table)
    assert isinstance(found, Works)
    assert found.evidence.hops == (Hop(URL, 0, secure),)
    assert (found.url, found.evidence.final_url) == (URL, secure)


@pytest.mark.parametrize(("url", "other"), [(URL, 404), ("http://a.example:8080/x", 200), ("https://a.example/x", 200)])
def test_https_is_no_help_elsewhere(url: str, other: int) -> None:
    """An error over https says nothing about http; another port has no https; https itself has nothing behind it."""
    secure = "https://a.example/x"
    answers: dict[str, Fetched] = {secure: Answer(secure, secure, other)} | {url: NoAnswer(url, url, Reason.REFUSED)}
    assert visit(Table(answers), url).reason is Reason.REFUSED


class Dropping(Table):
    """A front that breaks programs off: it answers ``as_browser`` only to what a browser sends with a click."""

    def __init__(self, answers: Mapping[str, Fetched], as_browser: Fetched | None = None) -> None:
        super().__init__(answers)
        self.as_browser = as_browser

    async def fetch(self, url: str, **asked: Unpack[fetch.Asked]) -> Fetched:
        """Answer."""
        self.asked.append(url)
        if self.as_browser is not None and ("Sec-Fetch-Mode", "navigate") in asked.get("headers", ()):
            return self.as_browser
        return self.answers.get(url, NoAnswer(url, url, Reason.RESET))


SHUT = "https://a.example/x"
FRONT = Answer("https://a.example/", "https://a.example/", 200)


def looked(table: Table, *addresses: str) -> dict[str, Visit]:
    """The visits of some addresses, with one more try of what failed."""

    async def asking() -> dict[str, Visit]:
        visits = Visits(table, Network(), own=lambda _: False, told=Silent(), delays=(0.0,))
        for url in addresses:
            visits.ask(url)
        return await visits.finish()

    return asyncio.run(asking())


def test_a_front_that_drops_programs_is_no_dead_link() -> None:
    """Broken off on every try, also when asked as a browser asks, while the front page answers: a person has to look."""
    found = looked(Dropping({FRONT.url: FRONT}), SHUT)[SHUT]
    assert isinstance(found, Unsure)
    assert (found.reason, found.evidence.detail) == (Reason.BOT_WALL, verdicts.DROPPED)


def test_another_page_of_the_host_is_as_good_as_its_front() -> None:
    """When the front page is dropped too, a page that answered tells as much."""
    other = "https://a.example/open"
    table = Dropping({other: Answer(other, other, 200)})
    assert isinstance(looked(table, other, SHUT)[SHUT], Unsure)
    assert FRONT.url not in table.asked


def test_a_host_that_drops_everybody_is_broken() -> None:
    """Nothing of the host answers: its connection is broken off."""
    assert looked(Dropping({}), SHUT)[SHUT].reason is Reason.RESET


def test_the_second_way_of_asking_may_answer() -> None:
    """What answers to a browser's own words is judged by that answer."""
    assert isinstance(looked(Dropping({}, Answer(SHUT, SHUT, 200)), SHUT)[SHUT], Works)
    assert looked(Dropping({}, Answer(SHUT, SHUT, 404)), SHUT)[SHUT].reason is Reason.NOT_FOUND
