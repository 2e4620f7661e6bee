"""The acceptance matrix: what servers do, and that both transports come to the same outcome. Real sockets: respx never connects."""

import asyncio
import resource

import pytest

from reviewer.fetch import Door
from reviewer.model import Answer, Fetched, Reason
from reviewer.settings import Limits, Network, Pace
from tests.origin import Asked, Origin, names
from tests.origin.behaviours import BEHAVIOURS

pytestmark = pytest.mark.anyio

LIMITS = Limits(page_bytes=1000)
HASTY = Limits(total_seconds=0.4, dns_seconds=0.2, connect_seconds=0.2, page_bytes=1000)


def door(transport: str, limits: Limits = LIMITS) -> Door:
    """A door to this machine, without pace."""
    network = Network(
        allow=("127.0.0.0/8",), ports=((1, 65535),), transport=transport, pace=Pace(8, 0.0), own_pace=Pace(8, 0.0), limits=limits
    )
    return Door(network, version="1")


def outcome(fetched: Fetched) -> object:
    """What matters of an outcome: the reason, or status, beginning of the body, whether it was cut, statuses of the hops."""
    if isinstance(fetched, Answer):
        hops = tuple(hop.status for hop in fetched.hops)
        return fetched.status, fetched.body[:5].decode(), *(["cut"] if fetched.cut else []), *([hops] if hops else [])
    return fetched.reason


MATRIX = {
    "/plain": (200, "hello"),
    "/chunked": (200, "hello"),
    "/until-close": (200, "hello"),
    "/http-1.0": (200, "hello"),
    "/no-reason": (200, "hello"),
    "/no-content": (204, ""),
    "/early-hints": (200, "hello"),
    "/999": (999, ""),
    "/latin-header": (200, "hello"),
    "/folded-header": (200, "hello"),
    "/long-header": (200, "hello"),
    "/500": (500, "oh!"),
    "/missing": (404, "not h"),
    "/redirect-nowhere": (302, ""),
    "/gzip": (200, "hello"),
    "/gzip-twice-over": (200, "hello"),
    "/gzip-padded": (200, "hello"),
    "/big": (200, "xxxxx", "cut"),
    "/exact": (200, "xxxxx"),
    "/bomb": (200, "\0\0\0\0\0", "cut"),
    "/endless": (200, "xxxxx", "cut"),
    "/endless-gzip": (200, "\0\0\0\0\0", "cut"),
    "/empty-gzip-for-ever": Reason.PROTOCOL_ERROR,
    "/resets-idle": (200, "hello"),
    "/conditional": (200, "hello"),
    "/to-plain": (200, "hello", (301,)),
    "/to-plain-308": (200, "hello", (308,)),
    "/to-utf8": (200, "hello", (302,)),
    "/cookie-wall": (200, "hello", (302,)),
    "/later": (200, "hello"),
    "/much-later": Reason.SERVER_BUSY,
    "/loop": Reason.REDIRECT_LOOP,
    "/on": Reason.TOO_MANY_REDIRECTS,
    "/to-mail": Reason.PROTOCOL_ERROR,
    "/to-nonsense": Reason.PROTOCOL_ERROR,
    "/to-long": Reason.TOO_LARGE,
    "/garbage": Reason.PROTOCOL_ERROR,
    "/http-2": Reason.PROTOCOL_ERROR,
    "/short": Reason.PROTOCOL_ERROR,
    "/bad-chunk": Reason.PROTOCOL_ERROR,
    "/two-lengths": Reason.PROTOCOL_ERROR,
    "/half-head": Reason.RESET,
    "/huge-header": Reason.TOO_LARGE,
    "/many-headers": Reason.TOO_LARGE,
    "/heavy-headers": Reason.TOO_LARGE,
    "/headers-for-ever": Reason.TOO_LARGE,
    "/gzip-broken": Reason.PROTOCOL_ERROR,
    "/brotli": Reason.PROTOCOL_ERROR,
    "/deflate": Reason.PROTOCOL_ERROR,
    "/double-gzip": Reason.PROTOCOL_ERROR,
    "/closes": Reason.RESET,
    "/resets": Reason.RESET,
    "/resets-late": Reason.RESET,
    "/silent": Reason.TIMEOUT,
    "/drips-head": Reason.TIMEOUT,
    "/drips-body": Reason.TIMEOUT,
    "/continues": Reason.TOO_LARGE,
    "/hints-for-ever": Reason.TOO_LARGE,
    "/heavy-hints": Reason.TOO_LARGE,
    "/some-hints": (200, "hello"),
}


@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize("path", MATRIX)
async def test_a_get_comes_to_the_same_outcome_on_both_transports(path: str, transport: str) -> None:
    """Every behaviour of a server has one stated outcome, whichever transport meets it."""
    expected = MATRIX[path]
    async with Origin(BEHAVIOURS) as origin, door(transport, HASTY if expected is Reason.TIMEOUT else LIMITS) as way:
        assert outcome(await way.fetch(origin.url(path))) == expected


@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize("path", ["/dies-idle", "/resets-idle"])
async def test_a_kept_connection_that_died_is_replaced(path: str, transport: str) -> None:
    """A server that closes or resets a kept-alive connection costs one request more on a fresh one, not the page."""
    async with Origin(BEHAVIOURS) as origin, door(transport) as way:
        await way.fetch(origin.url("/plain"))
        fetched = await way.fetch(origin.url(path))
        assert isinstance(fetched, Answer)
        assert (fetched.status, fetched.body) == (200, b"hello")
        assert [(asked.path, asked.connection) for asked in origin.asked] == [("/plain", 1), (path, 1), (path, 2)]


@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize("path", ["/closes", "/resets", "/garbage", "/half-head", "/huge-header"])
async def test_a_fresh_connection_is_not_replaced(path: str, transport: str) -> None:
    """What a server does on a connection that was made for the request is its answer: it is asked once, after a kept connection twice."""
    async with Origin(BEHAVIOURS) as origin, door(transport) as way:
        assert outcome(await way.fetch(origin.url(path))) == MATRIX[path]
        assert origin.paths() == [path]
    async with Origin(BEHAVIOURS) as origin, door(transport) as way:
        await way.fetch(origin.url("/plain"))
        assert outcome(await way.fetch(origin.url(path))) == MATRIX[path]
        assert origin.paths() == ["/plain", path, path]


@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize("path", ["/dies-idle", "/resets-idle"])
async def test_many_dead_connections_cost_one_request_more(path: str, transport: str) -> None:
    """However many kept connections are dead, an address is asked for twice at most: the second time a connection is made for it."""
    together = asyncio.Barrier(4)

    async def at_once(asked: Asked) -> bool:
        await together.wait()
        await asked.answer("200 OK", b"hello")
        return True

    async with Origin({**BEHAVIOURS, "/at-once": at_once}) as origin, door(transport) as way:
        await asyncio.gather(*(way.fetch(origin.url("/at-once")) for _ in range(4)))
        assert origin.connections == 4
        assert outcome(await way.fetch(origin.url(path))) == (200, "hello")
        assert [(asked.path, asked.turn) for asked in origin.asked[4:]] == [(path, 2), (path, 1)]


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_connections_are_kept(transport: str) -> None:
    """Requests to one host in a row share one connection."""
    async with Origin(BEHAVIOURS) as origin, door(transport) as way:
        for _ in range(5):
            await way.fetch(origin.url("/plain"))
        assert origin.connections == 1


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_a_refused_connection_is_refused(transport: str) -> None:
    """Nobody listens: REFUSED."""
    async with Origin(BEHAVIOURS) as origin:
        url = origin.url("/plain")
    async with door(transport) as way:
        assert outcome(await way.fetch(url)) == Reason.REFUSED


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_a_condition_gets_a_304(transport: str) -> None:
    """A conditional request comes through ``headers`` and its 304 is an answer."""
    async with Origin(BEHAVIOURS) as origin, door(transport) as way:
        fetched = await way.fetch(origin.url("/conditional"), headers=(("If-None-Match", '"1"'),))
        assert outcome(fetched) == (304, "")
        assert isinstance(fetched, Answer)
        assert fetched.header("etag") == '"1"'


async def test_as_many_files_are_opened_as_the_system_allows() -> None:
    """A soft bound on open files below ours is lifted: a connection that finds no file would look like a broken link."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    try:
        async with door("own"):
            assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(4096, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_the_next_address_of_a_host_is_tried(transport: str) -> None:
    """A host of several addresses is reached when one of the first four answers; a fifth is not tried."""
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), transport=transport, pace=Pace(8, 0.0))
    dead = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")
    lookup = names(a_example=(*dead[:3], "127.0.0.1"), b_example=(*dead, "127.0.0.1"))
    async with Origin(BEHAVIOURS) as origin, Door(network, version="1", lookup=lookup) as way:
        assert outcome(await way.fetch(origin.url("/plain", "a.example"))) == (200, "hello")
        assert outcome(await way.fetch(origin.url("/plain", "b.example"))) == Reason.REFUSED
