"""What is sent, to the byte, and what is not told to the next host. Real sockets."""

import pytest

from reviewer.fetch import Door
from reviewer.model import Answer
from reviewer.settings import Network, Pace
from tests.origin import Asked, Behaviour, Origin
from tests.origin.behaviours import BEHAVIOURS

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("transport", ["own", "httpx"])]


def door(transport: str) -> Door:
    """A door to this machine, without pace."""
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), transport=transport, pace=Pace(8, 0.0))
    return Door(network, contact="web@trust.example", version="1.2")


async def test_a_request_says_who_asks_and_wants_gzip_only(transport: str) -> None:
    """Our name and whom to write to, what we read, one encoding, and nothing that a library adds by itself."""
    async with Origin(BEHAVIOURS) as origin, door(transport) as way:
        await way.fetch(origin.url("/plain?a=1#part"))
        (asked,) = origin.asked
    assert (asked.method, asked.path) == ("GET", "/plain?a=1")
    kept = asked.headers.pop("connection", "keep-alive")
    assert kept == "keep-alive"
    assert asked.headers == {
        "host": f"127.0.0.1:{origin.port}",
        "user-agent": "reviewer/1.2 (+web@trust.example)",
        "accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "accept-encoding": "gzip",
    }


async def test_a_cookie_stays_with_the_host_that_set_it(transport: str) -> None:
    """What one host sets on the way is sent back to it, and to no other host; the next fetch knows nothing of it."""
    behaviours: dict[str, Behaviour] = {}

    async def sets(asked: Asked) -> bool:
        to = f"{other.url('/plain')}" if asked.path.endswith("away") else "/plain"
        await asked.answer("302 Found", b"", f"Location: {to}", "Set-Cookie: who=me; Domain=127.0.0.2; Path=/")
        return True

    behaviours["/sets"] = sets
    async with Origin({**BEHAVIOURS, **behaviours}) as origin, Origin(BEHAVIOURS, address="127.0.0.2") as other, door(transport) as way:
        for path in ("/sets", "/sets?away", "/plain"):
            assert isinstance(await way.fetch(origin.url(path)), Answer)
        assert [(asked.path, asked.headers.get("cookie")) for asked in origin.asked] == [
            ("/sets", None),
            ("/plain", "who=me"),
            ("/sets?away", None),
            ("/plain", None),
        ]
        assert [asked.headers.get("cookie") for asked in other.asked] == [None]
