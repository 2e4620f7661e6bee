"""Both modes of respx reach the door: whoever tests with mocks need not know about transports."""

import httpx
import pytest
import respx

from reviewer.fetch import Door
from reviewer.model import Answer, NoAnswer, Reason
from reviewer.settings import Network, Pace
from tests.origin import names

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_respx_on_httpcore_answers_for_the_network(transport: str) -> None:
    """The usual mode of respx (httpcore patched) answers, redirects and fails in place of servers."""
    async with respx.mock(using="httpcore") as mock, Door(Network(transport=transport, pace=Pace(8, 0.0)), version="1") as door:
        mock.get("https://a.example/old").respond(301, headers={"Location": "/new"})
        mock.get("https://a.example/new").respond(200, text="hello")
        mock.get("https://b.example/").mock(side_effect=httpx.ConnectTimeout("slow"))
        fetched = await door.fetch("https://a.example/old")
        assert isinstance(fetched, Answer)
        assert (fetched.status, fetched.body, fetched.final_url) == (200, b"hello", "https://a.example/new")
        failed = await door.fetch("https://b.example/")
        assert isinstance(failed, NoAnswer)
        assert failed.reason is Reason.TIMEOUT


@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_respx_on_httpx_answers_for_the_network(transport: str) -> None:
    """The other mode of respx (httpx's client patched) does the same, and a name that nobody has is not looked up."""
    async with respx.mock(using="httpx") as mock, Door(Network(transport=transport), version="1", lookup=names()) as door:
        route = mock.get("https://a.example/").respond(404)
        fetched = await door.fetch("https://a.example/")
        assert isinstance(fetched, Answer)
        assert fetched.status == 404
        assert route.calls.last.request.headers["user-agent"] == "reviewer/1"


@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize("using", ["httpcore", "httpx"])
async def test_what_fails_under_mocks_fails_once(using: str, transport: str) -> None:
    """A mocked failure is no kept connection that died: it is asked for once."""
    async with respx.mock(using=using) as mock, Door(Network(transport=transport), version="1") as door:
        route = mock.get("https://a.example/").mock(side_effect=httpx.ReadError("gone"))
        fetched = await door.fetch("https://a.example/")
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.RESET
        assert route.call_count == 1


@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize("using", ["httpcore", "httpx"])
async def test_the_guard_stands_also_while_the_network_is_mocked(using: str, transport: str) -> None:
    """An address written as such is refused before anybody is asked."""
    async with (
        respx.mock(using=using, assert_all_called=False) as mock,
        Door(Network(transport=transport), version="1") as door,
    ):
        route = mock.get("http://127.0.0.1/").respond(200)
        fetched = await door.fetch("http://127.0.0.1/")
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.BLOCKED_ADDRESS
        assert not route.called


async def test_our_transport_serves_an_httpx_client() -> None:
    """The transport is one of httpx: a client made with it works."""
    from reviewer.fetch.guard import Guard
    from reviewer.fetch.names import Names
    from reviewer.fetch.tls import context as tls
    from reviewer.fetch.wire.own import OwnTransport
    from reviewer.fetch.within import Pulse
    from tests.origin import Origin
    from tests.origin.behaviours import BEHAVIOURS

    network = Network(allow=("127.0.0.1",), ports=((1, 65535),))
    transport = OwnTransport(network, Guard(network), Names(seconds=1, most=4), Pulse(), lambda: tls.context(None))
    async with Origin(BEHAVIOURS) as origin, httpx.AsyncClient(transport=transport) as client:
        answer = await client.get(origin.url("/gzip"))
        assert (answer.status_code, answer.text) == (200, "hello")
        with pytest.raises(httpx.RemoteProtocolError):
            await client.get(origin.url("/garbage"))
