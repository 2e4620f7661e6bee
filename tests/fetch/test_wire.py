"""Our own wire: one connection and what comes over it, proxies, and which connections are used again. Real sockets."""

from __future__ import annotations

import asyncio
import base64
import ssl
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import trustme

from reviewer.fetch import Door
from reviewer.fetch.faults import Disconnected, TooLarge
from reviewer.fetch.wire import own
from reviewer.model import Answer, Fetched, NoAnswer, Reason
from reviewer.settings import Limits, Network, Pace
from tests.origin import Asked, Behaviour, Origin, names
from tests.origin.behaviours import BEHAVIOURS

pytestmark = pytest.mark.anyio

HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def door(*, limits: Limits = Limits(), proxy: str | None = None, ca_file: str | None = None) -> Door:  # noqa: B008 - frozen
    """A door to this machine, without pace."""
    pace = Pace(8, 0.0)
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=pace, own_pace=pace, limits=limits, proxy=proxy, ca_file=ca_file)
    return Door(network, version="1", lookup=names(secure_example="127.0.0.1"))


def says(*pieces: bytes, keep: bool = False, repeat: int = 1) -> Behaviour:
    """Send bytes, all but the first piece ``repeat`` times, each once the one before has gone."""

    async def behaviour(asked: Asked) -> bool:
        await asked.send(pieces[0])
        for _ in range(repeat):
            for piece in pieces[1:]:
                await asked.send(piece)
        return keep

    return behaviour


async def fetched(behaviour: Behaviour, *, times: int = 1, limits: Limits = Limits(total_seconds=10)) -> tuple[Fetched, int]:  # noqa: B008
    """What comes of asking so many times, and over how many connections."""
    async with Origin({"/": behaviour}) as origin, door(limits=limits) as way:
        for _ in range(times - 1):
            await way.fetch(origin.url())
        return await way.fetch(origin.url()), origin.connections


@pytest.mark.parametrize(
    ("answer", "status", "body"),
    [
        (HEAD + b'5;name=value;other="x"\r\nhello\r\n0\r\n\r\n', 200, b"hello"),
        (HEAD + b"5  \r\nhello\r\n0\r\nTrailer: x\r\n\r\n", 200, b"hello"),
        (HEAD + b"1\r\nh\r\n1\r\ni\r\n0\r\n\r\n", 200, b"hi"),
        (b"HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", 200, b"hi"),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5000\r\n\r\n", 304, b""),
        (b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", 204, b""),
        (
            b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
            200,
            b"hi",
        ),
    ],
)
async def test_an_answer_is_taken_and_its_connection_used_again(answer: bytes, status: int, body: bytes) -> None:
    """However an answer is framed, its end is known, and the next request goes over the same connection."""
    found, connections = await fetched(says(answer, keep=True), times=3)
    assert isinstance(found, Answer)
    assert (found.status, found.body, connections) == (status, body, 1)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhihi",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi",
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\nhi",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhi",
    ],
)
async def test_what_comes_after_an_answer_is_not_the_next_one(answer: bytes) -> None:
    """A connection on which more came than was asked for, or whose server wants to close, is not used again."""
    found, connections = await fetched(says(answer, keep=True), times=2)
    assert isinstance(found, Answer)
    assert found.body in {b"hi", b""}
    assert connections == 2


async def test_what_comes_while_nobody_asks_closes_the_connection() -> None:
    """An answer that nobody asked for, sent later, is never taken for that of the next request."""
    sent = asyncio.Event()

    async def late(asked: Asked) -> bool:
        await asked.answer("200 OK", b"good")
        await asyncio.sleep(0)
        if asked.connection == 1:
            await asked.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")
            sent.set()
        return True

    async with Origin({"/": late}) as origin, door() as way:
        assert isinstance(await way.fetch(origin.url()), Answer)
        await sent.wait()
        again = await way.fetch(origin.url())
        assert isinstance(again, Answer)
        assert again.body == b"good"


@pytest.mark.parametrize(
    "behaviour",
    [
        says(HEAD + b"5;", b"x" * 65536, repeat=400),
        says(HEAD, b"1;" + b"x" * 4000 + b"\r\nh\r\n", repeat=4000),
        says(HEAD + b"0\r\nA: " + b"x" * 60000, b"x" * 60000, repeat=400),
        says(HEAD + b"0\r\n", b"A: b\r\n" * 9000, repeat=400),
    ],
    ids=["one extension without end", "extensions of every byte", "one trailer without end", "trailers without end"],
)
async def test_what_is_around_a_body_is_bounded(behaviour: Behaviour) -> None:
    """Chunk extensions and trailers without end are too large, soon: nobody waits for the time to run out."""
    found, _ = await fetched(behaviour)
    assert isinstance(found, NoAnswer)
    assert found.reason is Reason.TOO_LARGE
    assert found.seconds < 5


async def test_small_chunks_are_no_attack() -> None:
    """A body in chunks of one byte comes whole."""
    found, _ = await fetched(says(HEAD, *[b"1\r\nx\r\n" * 1000] * 50, b"0\r\n\r\n"))
    assert isinstance(found, Answer)
    assert found.body == b"x" * 50_000


@pytest.mark.parametrize("lines", [b"A: " + b"x" * 3000, b"A: b\r\n" * 300])
async def test_a_head_is_bounded_while_it_comes(lines: bytes) -> None:
    """A head that does not end is too large, and nobody keeps more of it than the limit and one reading."""
    found, _ = await fetched(
        says(b"HTTP/1.1 200 OK\r\n", lines, repeat=2000), limits=Limits(total_seconds=10, header_bytes=2048, headers=50)
    )
    assert isinstance(found, NoAnswer)
    assert found.reason is Reason.TOO_LARGE
    assert found.seconds < 5


async def test_no_more_is_read_than_somebody_wants() -> None:
    """While nobody takes a body, its server cannot send it on: what waits here is bounded."""
    through = 0

    async def floods(asked: Asked) -> None:
        nonlocal through
        await asked.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
        for _ in range(1000):
            await asked.send(b"x" * 65536)
            through += 65536

    async with Origin({"/": floods}) as origin, door() as way:
        reply = await way._wire.exchange(origin.url(), ())
        for _ in range(200):
            await asyncio.sleep(0.001)
        assert through < 32 * 1024 * 1024
        got = 0
        while got < 2 * 1024 * 1024:
            got += len(await reply.chunk())
        await reply.close()


async def whole(way: Door, url: str) -> None:
    """Ask, and read to the end."""
    reply = await way._wire.exchange(url, ())
    while await reply.chunk():
        pass


async def test_an_answer_that_breaks_off_is_no_answer() -> None:
    """A body that ends too early, a reset in it, a connection that closes before a head: each has its name and its cause."""

    async def resets(asked: Asked) -> None:
        await asked.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi")
        asked.writer.get_extra_info("socket").setsockopt(1, 13, struct.pack("ii", 1, 0))
        asked.writer.transport.abort()

    short = says(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi")
    async with Origin({"/short": short, "/resets": resets, "/half": says(b"HTTP/1.1 200 OK\r\nA:")}) as origin, door() as way:
        for path, kind, cause in (
            ("/short", httpx.RemoteProtocolError, None),
            ("/resets", httpx.ReadError, ConnectionResetError),
            ("/half", Disconnected, None),
        ):
            with pytest.raises(kind) as caught:
                await whole(way, origin.url(path))
            assert (type(caught.value.__cause__) if caught.value.__cause__ else None) is cause


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("ftp://127.0.0.1/", ()),
        ("http://", ()),
        ("http://u:p@127.0.0.1/", ()),
        ("http://127.0.0.1/", (("Cookie", "a\r\nHost: b"),)),
        ("http://127.0.0.1/", (("A\nB", "c"),)),
    ],
)
async def test_what_cannot_be_asked_is_not_sent(url: str, headers: tuple[tuple[str, str], ...]) -> None:
    """Another scheme, no host, a password, a header with a line break: nothing is opened for them."""
    async with door() as way:
        with pytest.raises(httpx.UnsupportedProtocol):
            await way._wire.exchange(url, headers)


async def test_an_old_connection_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that nobody used for half a minute is closed when somebody wants it: servers forget theirs."""
    monkeypatch.setattr(own, "KEPT", -1.0)
    async with Origin(BEHAVIOURS) as origin, door() as way:
        for _ in range(2):
            assert isinstance(await way.fetch(origin.url("/plain")), Answer)
        assert origin.connections == 2


async def test_who_gives_up_closes_the_connection() -> None:
    """A request that is given up while it waits leaves no connection on which its answer would come to somebody else."""
    async with Origin(BEHAVIOURS) as origin, door() as way:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await way._wire.exchange(origin.url("/silent"), ())
        assert isinstance(await way.fetch(origin.url("/plain")), Answer)
        assert origin.connections == 2


async def test_one_way_in_failing_does_not_hold_up_the_other() -> None:
    """Of two addresses the first refuses: the second is asked at once, and a third that answers later is closed."""
    lookup = names(a_example=("127.0.0.2", "127.0.0.1"))
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=Pace(8, 0.0))
    async with Origin(BEHAVIOURS) as origin, Door(network, version="1", lookup=lookup) as way:
        found = await way.fetch(origin.url("/plain", "a.example"))
        assert isinstance(found, Answer)
        assert found.seconds < 5
    async with Door(network, version="1", lookup=lookup) as way:
        refused = await way.fetch(f"http://a.example:{origin.port}/")
        assert isinstance(refused, NoAnswer)
        assert refused.reason is Reason.REFUSED


@asynccontextmanager
async def proxying(status: str = "200 Connection established") -> AsyncIterator[tuple[str, list[bytes]]]:
    """A proxy that opens tunnels to where it is told; its address, and the heads of what it was asked."""
    heads: list[bytes] = []
    tasks: set[asyncio.Task[None]] = set()

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(f"HTTP/1.1 {status}\r\n\r\n".encode())
        if status.startswith("200"):
            there, back = await asyncio.open_connection("127.0.0.1", int(heads[-1].split()[1].rpartition(b":")[2]))
            tasks.update({asyncio.create_task(pump(reader, back)), asyncio.create_task(pump(there, writer))})
            await asyncio.wait(tasks)
            back.transport.abort()
        writer.transport.abort()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}", heads
        for task in tasks:
            task.cancel()
        for _ in range(5):
            await asyncio.sleep(0)


async def test_a_proxy_makes_a_tunnel_for_what_is_secure(tmp_path: Path) -> None:
    """CONNECT with the password of the settings; then TLS with the server itself, whose certificate is verified; used again."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("secure.example").configure_cert(context)
    async with Origin(BEHAVIOURS, context=context) as origin, proxying() as (at, heads):
        async with door(proxy=f"http://me:se%40cret@{at}", ca_file=str(tmp_path / "ca.pem")) as way:
            for _ in range(2):
                found = await way.fetch(origin.url("/plain", "secure.example"))
                assert isinstance(found, Answer), found
                assert found.body == b"hello"
        (head,) = heads
        lines = head.decode().split("\r\n")
        assert lines[:2] == [f"CONNECT secure.example:{origin.port} HTTP/1.1", f"Host: secure.example:{origin.port}"]
        assert f"Proxy-Authorization: Basic {base64.b64encode(b'me:se@cret').decode()}" in lines
        assert [asked.headers.get("proxy-authorization") for asked in origin.asked] == [None, None]


async def test_a_proxy_that_refuses_is_told_as_such() -> None:
    """Without a tunnel nothing is sent to it that was meant for the server."""
    async with proxying("407 Proxy Authentication Required") as (at, heads), door(proxy=f"http://{at}") as way:
        found = await way.fetch("https://secure.example/")
        assert isinstance(found, NoAnswer)
        assert "407" in found.detail
        assert len(heads) == 1


async def test_a_proxy_gets_its_password_with_plain_requests() -> None:
    """It is asked for the whole address, and is told the password that the settings have for it."""

    async def by_proxy(asked: Asked) -> bool:
        await asked.answer("200 OK", asked.headers["proxy-authorization"].encode())
        return True

    async with Origin({"http://a.example/x": by_proxy}) as proxy, door(proxy=f"http://me:secret@127.0.0.1:{proxy.port}") as way:
        found = await way.fetch("http://a.example/x")
        assert isinstance(found, Answer)
        assert found.body == b"Basic " + base64.b64encode(b"me:secret")


async def test_a_proxy_that_is_not_there_is_refused() -> None:
    """The proxy's own failure has its cause."""
    async with door(proxy="http://127.0.0.1:9") as way:
        found = await way.fetch("http://a.example/")
        assert isinstance(found, NoAnswer)
        assert found.reason is Reason.REFUSED
        with pytest.raises(httpx.ProxyError):
            await way._wire.exchange("https://secure.example/", ())


def test_too_large_is_a_fault_of_the_protocol() -> None:
    """What is too large is not asked for again on another connection than a kept one."""
    assert issubclass(TooLarge, httpx.RemoteProtocolError)
