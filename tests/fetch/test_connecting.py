"""How long connecting may take, and what is said when it takes longer. Real sockets that do not answer."""

import asyncio
import threading
from collections.abc import Sequence

import httpx
import pytest

from reviewer.fetch import Door
from reviewer.fetch.faults import chain
from reviewer.fetch.names import NameTimeout
from reviewer.model import Answer, NoAnswer, Reason
from reviewer.settings import Limits, Network, Pace
from tests.origin import Origin, deaf, names
from tests.origin.behaviours import BEHAVIOURS

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("transport", ["own", "httpx"])]

FOUR = tuple(f"127.0.0.{number}" for number in (2, 3, 4, 5))


def network(transport: str, *, connect_seconds: float, dns_seconds: float = 5.0) -> Network:
    """This machine may be reached, with those limits."""
    limits = Limits(total_seconds=60, dns_seconds=dns_seconds, connect_seconds=connect_seconds)
    return Network(allow=("127.0.0.0/8",), ports=((1, 65535),), transport=transport, pace=Pace(8, 0.0), limits=limits)


async def test_a_host_that_takes_no_connection_is_a_timeout_of_connecting(transport: str) -> None:
    """SYNs that nobody answers end at the limit of connecting, long before the deadline of the URL, and are told as such."""
    with deaf() as port:
        async with Door(network(transport, connect_seconds=0.2), version="1") as way:
            fetched = await way.fetch(f"http://127.0.0.1:{port}/")
            with pytest.raises(httpx.ConnectTimeout):
                await way._wire.exchange(f"http://127.0.0.1:{port}/", ())
    assert isinstance(fetched, NoAnswer)
    assert (fetched.reason, fetched.detail) == (Reason.TIMEOUT, "no connection within the time limit")
    assert 0.2 <= fetched.seconds < 5


async def test_all_addresses_share_one_limit(transport: str) -> None:
    """Four addresses that do not answer take the limit of connecting once, not four times."""
    with deaf(*FOUR) as port:
        async with Door(network(transport, connect_seconds=1.0), version="1", lookup=names(a_example=FOUR)) as way:
            fetched = await way.fetch(f"http://a.example:{port}/")
    assert isinstance(fetched, NoAnswer)
    assert (fetched.reason, fetched.detail) == (Reason.TIMEOUT, "no connection within the time limit")
    assert 1.0 <= fetched.seconds < 2.5


async def test_a_silent_address_leaves_time_for_the_next(transport: str) -> None:
    """The limit is shared out: an address that answers is reached behind one that does not."""
    lookup = names(a_example=("127.0.0.2", "127.0.0.1"))
    async with Origin(BEHAVIOURS) as origin, Door(network(transport, connect_seconds=3.0), version="1", lookup=lookup) as way:
        with deaf("127.0.0.2", port=origin.port):
            fetched = await way.fetch(origin.url("/plain", "a.example"))
    assert isinstance(fetched, Answer)
    assert fetched.body == b"hello"


@pytest.mark.parametrize("silent_first", [True, False])
async def test_a_host_of_which_one_address_is_silent_is_silent(transport: str, silent_first: bool) -> None:
    """One address refuses, another does not answer: that is a timeout (unsure), in whatever order they come."""
    addresses = ("127.0.0.2", "127.0.0.3") if silent_first else ("127.0.0.3", "127.0.0.2")
    with deaf("127.0.0.2") as port:
        async with Door(network(transport, connect_seconds=0.8), version="1", lookup=names(a_example=addresses)) as way:
            fetched = await way.fetch(f"http://a.example:{port}/")
    assert isinstance(fetched, NoAnswer)
    assert fetched.reason is Reason.TIMEOUT


async def test_a_handshake_counts_as_connecting(transport: str) -> None:
    """A server that takes the connection and is silent in TLS ends at the limit of connecting, which begins with the first SYN."""
    with deaf(room=8) as port:
        async with Door(network(transport, connect_seconds=0.3), version="1") as way:
            fetched = await way.fetch(f"https://127.0.0.1:{port}/")
    assert isinstance(fetched, NoAnswer)
    assert (fetched.reason, fetched.detail) == (Reason.TIMEOUT, "no connection within the time limit")
    assert 0.3 <= fetched.seconds < 5


async def test_a_slow_name_takes_nothing_from_connecting(transport: str) -> None:
    """A name that took longer than connecting may is no timeout: looking up has a limit of its own."""

    def lookup(host: str) -> Sequence[str]:
        threading.Event().wait(1.2)
        return ("127.0.0.1",)

    limits = network(transport, dns_seconds=30.0, connect_seconds=1.0)
    async with Origin(BEHAVIOURS) as origin, Door(limits, version="1", lookup=lookup) as way:
        assert isinstance(await way.fetch(origin.url("/plain", "slow.example")), Answer)


async def test_a_name_that_nobody_tells_is_a_timeout_of_its_own(transport: str) -> None:
    """A name server that does not answer ends at its own limit, however long connecting may take, and is named as what was slow."""
    stuck = threading.Event()

    def lookup(host: str) -> Sequence[str]:
        stuck.wait(30)
        return ("127.0.0.1",)

    try:
        async with Door(network(transport, dns_seconds=0.1, connect_seconds=30.0), version="1", lookup=lookup) as way, asyncio.timeout(10):
            fetched = await way.fetch("http://slow.example/")
            with pytest.raises(httpx.ConnectTimeout) as caught:
                await way._wire.exchange("http://slow.example/", ())
    finally:
        stuck.set()
    assert isinstance(fetched, NoAnswer)
    assert (fetched.reason, fetched.detail) == (Reason.TIMEOUT, "no name server answered for slow.example within 0.1 s")
    assert any(isinstance(item, NameTimeout) for item in chain(caught.value))
