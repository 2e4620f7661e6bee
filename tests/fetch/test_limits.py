"""The limits: each overflow is a stated outcome, in bounded memory and time."""

import asyncio
import contextlib
import gzip
import itertools
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.fetch import Door
from reviewer.fetch.body import Gunzip, Undecodable, coded, read
from reviewer.model import Answer, NoAnswer, Reason
from reviewer.settings import Limits, Network, Pace
from tests.origin import Asked, Origin
from tests.origin.behaviours import BEHAVIOURS

TRANSPORTS = pytest.mark.parametrize("transport", ["own", "httpx"])


def door(limits: Limits, transport: str = "own") -> Door:
    """A door to this machine with those limits."""
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=Pace(64, 0.0), limits=limits, transport=transport)
    return Door(network, version="1")


@TRANSPORTS
@pytest.mark.anyio
async def test_a_cap_is_kept_and_told(transport: str) -> None:
    """``cap`` bounds the decoded body; ``cut`` says that there was more; the rest is not read."""
    async with Origin(BEHAVIOURS) as origin, door(Limits(), transport) as way:
        for cap, cut in ((4999, True), (5000, False), (5001, False), (0, True)):
            fetched = await way.fetch(origin.url("/big"), cap=cap)
            assert isinstance(fetched, Answer)
            assert (len(fetched.body), fetched.cut) == (min(cap, 5000), cut)


@pytest.mark.anyio
async def test_addresses_beyond_the_limit_are_told_without_a_request() -> None:
    """An address of more than 2,048 characters is not asked for."""
    async with Origin(BEHAVIOURS) as origin, door(Limits()) as way:
        fetched = await way.fetch(origin.url("/" + "a" * 3000))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.TOO_LARGE
        assert origin.connections == 0


@pytest.mark.anyio
@pytest.mark.parametrize(
    "url", ["", "nonsense", "http://", "http://[", "ftp://a.example/", "javascript:alert(1)", "http://a b/", "//a.example/"]
)
async def test_what_is_no_address_is_told_without_a_request(url: str) -> None:
    """An address that no browser could open is BAD_ADDRESS, not an exception."""
    async with door(Limits()) as way:
        fetched = await way.fetch(url)
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.BAD_ADDRESS


@TRANSPORTS
@pytest.mark.anyio
async def test_twenty_redirects_are_followed_and_no_more(transport: str) -> None:
    """As browsers do: the place behind the twentieth redirect is reached, the twenty-first is not gone."""

    async def down(asked: Asked) -> bool:
        number = int(asked.path.partition("?")[2])
        await asked.answer(*(("302 Found", b"", f"Location: /down?{number - 1}") if number else ("200 OK", b"there")))
        return True

    async with Origin({"/down": down}) as origin, door(Limits(), transport) as way:
        reached = await way.fetch(origin.url("/down?20"))
        assert isinstance(reached, Answer)
        assert (reached.body, len(reached.hops)) == (b"there", 20)
        fetched = await way.fetch(origin.url("/down?21"))
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, len(fetched.hops)) == (Reason.TOO_MANY_REDIRECTS, 20)
        assert origin.paths()[-1] == "/down?1"


@TRANSPORTS
@pytest.mark.anyio
async def test_a_thousand_headers_are_read_and_no_more(transport: str) -> None:
    """1,000 headers in less than 64 KB are an answer; one more is not."""

    async def many(asked: Asked) -> bool:
        number = int(asked.path.partition("?")[2])
        await asked.answer("200 OK", b"hello", *(f"X-{line}: y" for line in range(number - 1)))  # and Content-Length
        return True

    async with Origin({"/many": many}) as origin, door(Limits(), transport) as way:
        read = await way.fetch(origin.url("/many?1000"))
        assert isinstance(read, Answer), read
        assert (read.body, len(read.headers)) == (b"hello", 1000)
        fetched = await way.fetch(origin.url("/many?1001"))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.TOO_LARGE


@TRANSPORTS
@pytest.mark.anyio
async def test_the_deadline_covers_redirects(transport: str) -> None:
    """The time limit is for a URL with all its hops: a chain of slow ones does not get it anew at each."""

    async def slow_hop(asked: Asked) -> bool:
        await asyncio.sleep(0.15)
        await asked.answer("302 Found", b"", f"Location: /hop?{int(asked.path.partition('?')[2] or 0) + 1}")
        return True

    async with Origin({"/hop": slow_hop}) as origin, door(Limits(total_seconds=0.4), transport) as way:
        fetched = await way.fetch(origin.url("/hop"))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.TIMEOUT
        assert len(fetched.hops) <= 2


HUNGRY = (
    "/endless",
    "/endless-gzip",
    "/empty-gzip-for-ever",
    "/bomb",
    "/bomb-within",
    "/double-gzip",
    "/huge-header",
    "/many-headers",
    "/heavy-headers",
    "/headers-for-ever",
    "/on",
    "/continues",
    "/hints-for-ever",
    "/heavy-hints",
    "/chunk-extension-for-ever",
    "/chunk-extensions-for-ever",
    "/trailers-for-ever",
)


@TRANSPORTS
@pytest.mark.anyio
@pytest.mark.parametrize("path", HUNGRY)
async def test_a_hungry_answer_takes_little_memory(path: str, transport: str) -> None:
    """However much a server sends, a page takes a few MB: the cap, and the buffers of one connection."""
    limits = Limits(total_seconds=0.5)
    async with Origin(BEHAVIOURS) as origin, door(limits, transport) as way:
        await way.fetch(origin.url("/plain"))
        tracemalloc.start()
        try:
            await way.fetch(origin.url(path))
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 8 * 1024 * 1024


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["own", "httpx"])
@pytest.mark.parametrize("path", ["/hints-for-ever", "/heavy-hints"])
async def test_interim_answers_without_end_are_told_soon(path: str, transport: str) -> None:
    """However fast 1xx answers come, they are counted with the headers: the look ends long before its deadline, after a few hundred KB."""
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=Pace(64, 0.0), limits=Limits(), transport=transport)
    async with Origin(BEHAVIOURS) as origin, Door(network, version="1") as way:
        fetched = await way.fetch(origin.url(path))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.TOO_LARGE
        assert fetched.seconds < 5


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/chunk-extension-for-ever", "/chunk-extensions-for-ever", "/trailers-for-ever"])
async def test_bytes_that_are_no_body_do_not_hide_from_the_cap(path: str) -> None:
    """Extensions of chunks and trailers (RFC 9112, 7.1) are bounded as headers are: the look ends after a few hundred KB, not at its
    deadline, which would cost as many seconds of CPU time."""
    async with Origin(BEHAVIOURS) as origin, door(Limits()) as way:
        fetched = await way.fetch(origin.url(path))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.TOO_LARGE
        assert fetched.seconds < 5


@TRANSPORTS
@pytest.mark.anyio
async def test_a_body_in_chunks_of_one_byte_is_read(transport: str) -> None:
    """The smallest chunks that there are take six bytes for each byte of the body: no fault, however long the body is."""

    async def drops(asked: Asked) -> bool:
        await asked.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 200_000 + b"0\r\n\r\n")
        return True

    async with Origin({"/drops": drops}) as origin, door(Limits(), transport) as way:
        fetched = await way.fetch(origin.url("/drops"))
        assert isinstance(fetched, Answer)
        assert fetched.body == b"x" * 200_000


PROGRAM = """
import asyncio, resource, sys
from reviewer.fetch import Door
from reviewer.settings import Limits, Network, Pace
async def main(base, paths):
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=Pace(64, 0.0), limits=Limits(total_seconds=2.0))
    async with Door(network, version="1") as door:
        await door.fetch(base + "/plain")
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        await asyncio.gather(*(door.fetch(base + path) for path in paths * 8))
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) // 1024)
asyncio.run(main(sys.argv[1], sys.argv[2:]))
"""


@pytest.mark.anyio
async def test_eighty_hungry_answers_at_once_stay_below_200_mb() -> None:
    """Peak memory of the process with 80 wicked answers at once is less than 200 MB above idle."""
    async with Origin(BEHAVIOURS) as origin:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", PROGRAM, origin.url(""), *HUNGRY, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        out, _ = await process.communicate()
        assert process.returncode == 0
        assert int(out) < 200


@given(st.binary(max_size=3000), st.integers(1, 4), st.integers(1, 4000), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_gunzip_gives_the_beginning_however_it_is_cut(data: bytes, members: int, most: int, chance: random.Random) -> None:
    """Whatever the pieces in which gzip comes, and however many members, the first ``most`` bytes come out, never more."""
    coded_data = b"".join(gzip.compress(data) for _ in range(members))
    whole = data * members
    gunzip, got = Gunzip(), b""
    while coded_data:
        size = chance.randint(1, len(coded_data))
        piece, coded_data = coded_data[:size], coded_data[size:]
        got += gunzip.feed(piece, most - len(got))
    assert got == whole[:most]


class Coming:
    """An answer whose body comes in those pieces; ``taken`` counts them."""

    status = 200
    headers: tuple[tuple[str, str], ...] = ()

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.taken = 0
        self._pieces = iter(pieces)

    async def chunk(self) -> bytes:
        """The next piece."""
        self.taken += 1
        return next(self._pieces, b"")

    async def close(self) -> None:
        """Nothing is held."""


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [
        (b"", gzip.compress(b"", mtime=0)),
        (gzip.compress(b"", mtime=0)[:10], b"\0\0\0\xff\xff"),  # a deflate block that holds nothing
        (gzip.compress(b"hello", mtime=0), b"\0"),  # padding
        (gzip.compress(b"", mtime=0)[:3] + b"\x08" + bytes(6), b"a"),  # the name of a file
    ],
)
async def test_gzip_of_nothing_has_an_end(begins: bytes, goes_on: bytes) -> None:
    """Coded bytes in which there is nearly nothing are bounded: members by their number, all by 64 KiB more than is wanted."""
    coming = Coming(itertools.chain([begins] if begins else [], itertools.repeat(goes_on * (3000 // len(goes_on)))))
    with pytest.raises(Undecodable, match=r"nearly nothing|1,000 members"):
        await read(coming, 100_000, "gzip")
    assert coming.taken <= 57


@pytest.mark.anyio
@pytest.mark.parametrize("level", [0, 1, 9])
async def test_what_cannot_be_packed_is_read(level: int) -> None:
    """A body that gzip makes longer comes whole, up to the very cap and however it is packed, and so do a thousand members."""
    data = random.Random(1).randbytes(1024 * 1024)
    packed = gzip.compress(data, level)
    assert await read(Coming([packed]), len(data), "gzip") == (data, False)
    assert await read(Coming([packed]), len(data) - 1, "gzip") == (data[:-1], True)
    assert await read(Coming([gzip.compress(b"x", level) * 1000]), 1000, "gzip") == (b"x" * 1000, False)


@pytest.mark.anyio
async def test_a_little_of_a_large_piece_is_cut_not_undecodable() -> None:
    """What comes at once is no more than a connection's buffer: a small cap of a large file is a cut answer."""
    data = random.Random(1).randbytes(300_000)
    assert await read(Coming([gzip.compress(data)]), 4096, "gzip") == (data[:4096], True)


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_gunzip_of_anything_is_bytes_or_undecodable(data: bytes) -> None:
    """Nothing but ``Undecodable`` comes out of the decoder."""
    with contextlib.suppress(Undecodable):
        assert len(Gunzip().feed(b"\x1f\x8b\x08" + data, 1000)) <= 1000


@pytest.mark.parametrize(
    ("encoding", "gzipped"), [(None, False), ("", False), ("identity", False), ("gzip", True), ("X-GZip", True), ("identity, gzip", True)]
)
def test_one_layer_of_gzip_is_decoded(encoding: str | None, gzipped: bool) -> None:
    """Gzip under both its names, once."""
    assert coded(encoding) is gzipped


@pytest.mark.parametrize("encoding", ["utf-8", "none", "gzip, nonsense"])
def test_words_that_are_no_encoding_are_passed_over(encoding: str) -> None:
    """A Content-Encoding that nobody knows leaves the body as it came, as in a browser."""
    assert coded(encoding) is False


@pytest.mark.parametrize("encoding", ["br", "deflate", "zstd", "gzip, gzip", "gzip,br", "compress"])
def test_other_encodings_are_refused(encoding: str) -> None:
    """What was not asked for is not decoded: two layers are how a small bomb grows large."""
    with pytest.raises(Undecodable, match="not asked for"):
        coded(encoding)
