"""Connections that nobody uses: how many are kept, and which. Real sockets."""

import asyncio
import resource
import ssl
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
import trustme

from reviewer.fetch import Door
from reviewer.fetch.wire import own, stock
from reviewer.model import Answer
from reviewer.settings import Network, Pace
from tests.origin import Asked, Origin, names
from tests.origin.behaviours import BEHAVIOURS

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def hosts(number: int) -> AsyncIterator[list[Origin]]:
    """So many hosts, each with an address of its own."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(Origin(BEHAVIOURS, address=f"127.0.0.{last}")) for last in range(1, number + 1)]


def door(transport: str = "own", ca_file: str | None = None) -> Door:
    """A door to this machine, without pace."""
    pace = Pace(8, 0.0)
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), transport=transport, pace=pace, own_pace=pace, ca_file=ca_file)
    return Door(network, version="1", lookup=names(secure_example="127.0.0.1"))


async def ask(way: Door, *urls: str) -> None:
    """Fetch one after the other."""
    for url in urls:
        assert isinstance(await way.fetch(url), Answer), url


async def until_open(of: Collection[object], number: int) -> None:
    """Wait until so many connections are left: the news of a closed one takes a moment."""
    async with asyncio.timeout(10):
        while len(of) != number:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_each_connection_counts_not_each_host(transport: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of four connections to one host, used at once, only as many stay open as may be kept."""
    monkeypatch.setattr(own, "IDLE", 2)
    monkeypatch.setattr(stock, "IDLE", 2)
    together = asyncio.Barrier(4)

    async def at_once(asked: Asked) -> bool:
        await together.wait()
        await asked.answer("200 OK", b"hello")
        return True

    async with Origin({"/at-once": at_once}) as origin, door(transport) as way:
        await asyncio.gather(*(ask(way, origin.url("/at-once")) for _ in range(4)))
        assert origin.connections == 4
        await until_open(origin.open, 2)
        await asyncio.gather(*(ask(way, origin.url("/at-once")) for _ in range(4)))
        assert origin.connections == 6


async def test_who_was_used_longest_ago_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more hosts than are kept, the one that was asked longest ago loses its connection; the others keep theirs."""
    monkeypatch.setattr(own, "IDLE", 2)
    async with hosts(3) as (a, b, c), door() as way:
        await ask(way, *(origin.url("/plain") for origin in (a, b, a, c)))
        await until_open(b.open, 0)
        await ask(way, *(origin.url("/plain") for origin in (a, c, b)))
        assert [origin.connections for origin in (a, b, c)] == [1, 2, 1]


async def test_plain_and_secure_connections_count_together(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There is one bound for http and https, and whichever was used longest ago is closed."""
    monkeypatch.setattr(own, "IDLE", 2)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("secure.example").configure_cert(context)
    async with hosts(3) as (a, b, c), Origin(BEHAVIOURS, context=context) as secure, door(ca_file=str(tmp_path / "ca.pem")) as way:
        await ask(way, secure.url("/plain", "secure.example"), a.url("/plain"), b.url("/plain"))
        await until_open(secure.open, 0)
        await ask(way, secure.url("/plain", "secure.example"), b.url("/plain"), c.url("/plain"))
        await until_open(a.open, 0)
        await until_open(secure.open, 0)
        assert [origin.connections for origin in (a, b, c, secure)] == [1, 1, 1, 2]


async def test_a_connection_in_use_is_not_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many others come and go meanwhile, an answer that is under way comes whole, and its connection does not count."""
    monkeypatch.setattr(own, "IDLE", 1)
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(asked: Asked) -> bool:
        await asked.send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
        begun.set()
        await go_on.wait()
        await asked.send(b"world")
        return True

    async with hosts(3) as others, Origin({**BEHAVIOURS, "/slowly": slowly}, address="127.0.0.9") as slow, door() as way:
        await ask(way, slow.url("/plain"))  # kept first, and used again
        under_way = asyncio.create_task(way.fetch(slow.url("/slowly")))
        await begun.wait()
        await ask(way, *(origin.url("/plain") for origin in others), others[2].url("/plain"))
        assert [len(origin.open) for origin in (slow, others[2])] == [1, 1]
        assert [origin.connections for origin in (slow, *others)] == [1, 1, 1, 1]
        go_on.set()
        fetched = await under_way
        assert isinstance(fetched, Answer)
        assert fetched.body == b"helloworld"
        await until_open(others[2].open, 0)
        await ask(way, slow.url("/plain"))
        assert slow.connections == 1


async def test_what_servers_close_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kept connection that its server closes makes room: nobody else is closed in its place."""
    monkeypatch.setattr(own, "IDLE", 2)
    async with hosts(3) as (a, b, c), door() as way:
        await ask(way, a.url("/plain"), b.url("/plain"))
        for task in b.open:
            task.cancel()
        wire = way._wire
        assert isinstance(wire, own.OwnTransport)
        await until_open(wire._idle, 1)
        await ask(way, c.url("/plain"), a.url("/plain"))
        assert [origin.connections for origin in (a, b, c)] == [1, 1, 1]


@pytest.mark.parametrize(("files", "kept"), [(20_000, 2048), (4096, 2048), (1024, 512), (resource.RLIM_INFINITY, 2048)])
def test_half_of_the_files_are_for_idle_connections(files: int, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """2,048 idle connections are kept, unless the system allows so few open files that others would find none."""
    monkeypatch.setattr(resource, "getrlimit", lambda _: (files, files))
    assert own.room() == kept


async def test_as_many_are_kept_as_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over 300 hosts with 512 files to open ends with 256 open connections: those used last."""
    door_to_be = door()
    monkeypatch.setattr(resource, "getrlimit", lambda _: (512, 512))
    async with Origin(BEHAVIOURS, address="0.0.0.0") as origin, door_to_be as way:
        urls = [f"http://127.0.{number // 200 + 1}.{number % 200 + 1}:{origin.port}/plain" for number in range(300)]
        await ask(way, *urls)
        await until_open(origin.open, 256)
        await ask(way, *urls[44:])
        assert origin.connections == 300
