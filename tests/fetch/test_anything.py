"""``fetch`` never raises for what a server or a name does: random answers, random addresses, random redirects."""

import asyncio
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.fetch import Door
from reviewer.model import Answer, NoAnswer
from reviewer.settings import Limits, Network, Pace
from tests.origin import Asked, Behaviour, Origin

PIECES = (
    *(b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200\n", b"HTTP/1.1 99999 X\r\n", b"HTTP/1.1 -1 X\r\n", b"HTTP/1.1 301 Moved\r\n", b"HTTP/0.9\r\n"),
    *(b"Content-Length: 5\r\n", b"Content-Length: -5\r\n", b"Content-Length: 5, 5\r\n", b"Content-Length: 9999999999999999999999\r\n"),
    *(
        b"Transfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: gzip, chunked\r\n",
        b"Transfer-Encoding: identity\r\n",
        b"Connection: close\r\n",
    ),
    *(
        b"Content-Encoding: gzip\r\n",
        b"Content-Encoding: \xff\r\n",
        b"Location: \x00\r\n",
        b"Location: http://[::1\r\n",
        b"Location: /\xff\r\n",
    ),
    *(
        b"Location: //\r\n",
        b"Location: http://a b/\r\n",
        b"Location: http://%zz/\r\n",
        b"Set-Cookie: \xff\x00=;\r\n",
        b"Retry-After: \xff\r\n",
    ),
    *(b"Upgrade: h2c\r\n", b"X\r\n", b": empty\r\n", b" folded\r\n", b"X y: z\r\n", b"\x00\x01\xff", b"\r\n", b"\r\n\r\n", b"\n\n"),
    *(
        b"5\r\nhello\r\n",
        b"0\r\n\r\n",
        b"fffffffffffffffff\r\n",
        b"-1\r\n",
        b"hello",
        b"\x1f\x8b\x08\x00",
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n",
    ),
)


def door(transport: str) -> Door:
    """A hasty door that knows one name."""

    def lookup(host: str) -> Sequence[str]:
        del host
        return ("127.0.0.1",)

    limits = Limits(total_seconds=0.3, connect_seconds=0.2)
    network = Network(allow=("127.0.0.1",), ports=((1024, 65535),), transport=transport, pace=Pace(64, 0.0), limits=limits)
    return Door(network, version="1", lookup=lookup)


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_any_answer_is_an_outcome(transport: str) -> None:
    """300 answers put together from good and bad pieces, on connections that may be kept: each is an answer or says why not."""
    chance = random.Random(transport + "GET")

    async def anything(asked: Asked) -> bool:
        first = [PIECES[0]] if chance.random() < 0.7 else []
        await asked.send(b"".join(first + chance.choices(PIECES, k=chance.randint(0, 7))))
        return chance.random() < 0.3

    behaviours: dict[str, Behaviour] = {"/": anything}
    async with Origin(behaviours) as origin, door(transport) as way:

        async def some(host: int) -> None:
            for number in range(4):  # fewer than the breaker takes
                fetched = await way.fetch(origin.url(f"/?{number}", f"h{host}.example"))
                assert isinstance(fetched, Answer | NoAnswer)

        await asyncio.gather(*(some(host) for host in range(75)))


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
async def test_any_address_is_an_outcome(transport: str) -> None:
    """Addresses of every kind of character: an outcome, whether or not a browser would open them."""
    chance = random.Random(transport)
    letters = "ab./:@?#[]%\\ \t\r\n\x00\u00e9\u3002\u2024\u200d\U0001f4a9-_0129xX\ud800"
    async with door(transport) as way:
        for _ in range(400):
            tail = "".join(chance.choices(letters, k=chance.randint(0, 12)))
            fetched = await way.fetch(
                chance.choice(["http://", "https://", "http:", "//", "", "http://a.example/", "http://127.0.0.1:1024/"]) + tail
            )
            assert isinstance(fetched, Answer | NoAnswer)
            assert isinstance(await way.allowed("http://" + tail), bool)


@given(st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_target_or_no_address(text: str) -> None:
    """Whatever is taken as an address is http or https, and its host, port and address agree."""
    from reviewer.fetch.targets import target

    for given_text in (text, "http://" + text, "https://a.example/" + text):
        try:
            at = target(given_text)
        except ValueError:
            continue
        assert at.href.startswith(f"{at.scheme}://{at.host}")
        assert 0 <= at.port < 65536
        assert "#" not in at.href
