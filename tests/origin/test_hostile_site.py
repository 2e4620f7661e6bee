"""One hostile page of each kind in a site: the others come out exactly as without it, no internal address is reached, no deadline is passed."""

import asyncio
import gzip
from dataclasses import replace

import pytest

from reviewer.fetch import Apart, Door
from reviewer.look import look
from reviewer.model import Looked, PageState
from reviewer.run import reader
from reviewer.settings import Config, Limits, Network, Pace, Site
from tests.origin import Asked, Behaviour, Origin
from tests.origin.behaviours import BEHAVIOURS

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

LIMITS = Limits(
    total_seconds=1.0,
    dns_seconds=0.3,
    connect_seconds=0.5,
    parse_seconds=0.5,
    parse_bytes=256 * 1024 * 1024,
    page_bytes=512 * 1024,
    depth=100,
)
NETWORK = Network(allow=("127.0.0.1",), ports=((1, 65535),), pace=Pace(32, 0.0), own_pace=Pace(32, 0.0), limits=LIMITS)


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the product does."""
    return "asyncio"


SIZE = 200_000
HOSTILE_HTML = {
    "/deep": b"<div>" * (SIZE // 5),
    "/deep-inline": b"<b><i>" * (SIZE // 6),
    "/attributes": b"<p " + b"".join(b"a%d=1 " % number for number in range(20_000)) + b">x",
    "/open-tags": b"<a href=x" * (SIZE // 9),
    "/comments": b"<!--" * (SIZE // 4),
    "/entities": b"&a" * (SIZE // 2),
    "/tables": b"<table><tr><td>" * (SIZE // 15),
    "/formatting": b"<a><b><p>" * (SIZE // 9),
    "/selects": b"<select><option>" * (SIZE // 16),
    "/scripts": b"<script>" * (SIZE // 8),
    "/json-ld": b'<script type="application/ld+json">' + b"[" * (SIZE // 2) + b"</script>",
    "/one-word": b"<p>" + b"review" * (SIZE // 6),
    "/digits": b"<p>" + b"1/" * (SIZE // 2),
    "/blanks": b"<p>Review date:" + b" " * SIZE,
    "/dates": b"<p>" + b"Review date: 1 May 2024. " * (SIZE // 25),
    "/years": b"<p>" + b"2023-24 " * (SIZE // 8),
    "/links": b"".join(b'<a href="/plain?%d">x</a>' % number for number in range(4_000)),
    "/nuls": b"\0" * SIZE,
    "/high": b"<p>" + b"\xff\xfe" * (SIZE // 2),
    "/refresh": b'<meta http-equiv="refresh" content="0; url=/refresh">',
    "/long-title": b"<title>" + b"t" * SIZE,
    "/inside": b'<a href="http://127.0.0.2/">x</a><a href="http://[::ffff:7f00:2]/">y</a><iframe src="http://169.254.169.254/"></iframe>',
}
BAD = (
    *("/endless", "/endless-gzip", "/bomb", "/bomb-within", "/double-gzip", "/brotli", "/gzip-broken", "/huge-header", "/many-headers"),
    *(
        "/heavy-headers",
        "/short",
        "/bad-chunk",
        "/resets-late",
        "/silent",
        "/drips-head",
        "/drips-body",
        "/continues",
        "/loop",
        "/on",
        "/to-mail",
    ),
)
"""Kinds of answers that fail by themselves; those that break connections off are left to the breaker's tests, since they end a host."""


def page(number: int, more: str = "") -> bytes:
    """One ordinary page."""
    return (
        f"<!doctype html><html lang=en><title>Page {number}</title><h1>Page {number}</h1><p>Review date: {number % 28 + 1} May 2024</p>"
        f'<p>Contact: Ann Example</p><p><a href="/page/{(number + 1) % 49}">next</a> <a href="/missing">gone</a></p>{more}'
    ).encode()


def site(*, hostile: bool) -> dict[str, Behaviour]:
    """The behaviours of a site of 49 pages, with or without the hostile ones linked from its first page."""

    def fixed(content: bytes) -> Behaviour:
        async def send(asked: Asked) -> bool:
            await asked.answer("200 OK", gzip.compress(content, 1), "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip")
            return True

        return send

    bad = (*HOSTILE_HTML, *BAD) if hostile else ()
    links = "".join(f'<a href="{path}">{path}</a>' for path in bad)
    pages = {f"/page/{number}": fixed(page(number, links if number == 0 else "")) for number in range(49)}
    return {**BEHAVIOURS, **{path: fixed(content) for path, content in HOSTILE_HTML.items()}, **pages}


async def looked(origin: Origin) -> Looked:
    """One look at the site."""
    where = Site("Site", (origin.url("/page/0"),), sitemap=False)
    config = Config(network=NETWORK, sites=(where,))
    async with Door(NETWORK, version="1") as door, Apart(seconds=LIMITS.parse_seconds, memory=LIMITS.parse_bytes, workers=2) as apart:
        return await look(config, door, reading=lambda hints: reader(hints, apart, most=16 * 1024), delays=())


async def test_the_other_pages_come_out_as_without_the_hostile_ones() -> None:
    """42 kinds of hostile pages cost themselves; the 48 ordinary pages beside them read the same, and their links are judged the same."""
    async with Origin(site(hostile=False)) as origin:
        before = await looked(origin)
        port = origin.port
    async with Origin(site(hostile=True)) as origin, Origin(BEHAVIOURS, address="127.0.0.2") as inside:
        async with asyncio.timeout(100):
            after = await looked(origin)
        assert inside.connections == 0

    def plain(found: Looked, number: int, at: int) -> object:
        one = found.pages[f"http://127.0.0.1:{at}/page/{number}"]
        return replace(
            one,
            url="",
            links=tuple(replace(link, url=(link.url or "").replace(f":{at}", "")) for link in one.links),
        )

    for number in range(1, 49):
        assert plain(after, number, origin.port) == plain(before, number, port)
        for found, at in ((before, port), (after, origin.port)):
            assert found.pages[f"http://127.0.0.1:{at}/page/{number}"].state is PageState.READ
            assert found.visits[f"http://127.0.0.1:{at}/page/{number}"].verdict == "works"
    assert after.visits[origin.url("/missing")].verdict == "broken"
    assert not after.incomplete
