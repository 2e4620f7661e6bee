"""What servers do, wicked and merely odd: one function each, by path in ``BEHAVIOURS``."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Callable

from tests.origin import Asked, Behaviour

BEHAVIOURS: dict[str, Behaviour] = {}
BOMB = gzip.compress(b"\0" * (20 * 1024 * 1024))


def at(path: str) -> Callable[[Behaviour], Behaviour]:
    """Put a behaviour at a path."""

    def put(behaviour: Behaviour) -> Behaviour:
        BEHAVIOURS[path] = behaviour
        return behaviour

    return put


def raw(path: str, data: bytes, *, keep: bool = False) -> None:
    """Always send the same bytes at a path."""

    async def send(asked: Asked) -> bool:
        await asked.send(data)
        return keep

    BEHAVIOURS[path] = send


def body(path: str, data: bytes, *headers: str) -> None:
    """Always answer 200 with the same body at a path."""

    async def send(asked: Asked) -> bool:
        await asked.answer("200 OK", data, *headers)
        return True

    BEHAVIOURS[path] = send


def redirect(path: str, to: str, status: str = "302 Found") -> None:
    """Always redirect at a path."""

    async def send(asked: Asked) -> bool:
        await asked.answer(status, b"", f"Location: {to}")
        return True

    BEHAVIOURS[path] = send


# --- odd, but alive ------------------------------------------------------------------------------------------------

body("/plain", b"hello", "Content-Type: text/html")
raw("/chunked", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nTrailer: x\r\n\r\n", keep=True)
raw("/until-close", b"HTTP/1.1 200 OK\r\n\r\nhello")
raw("/http-1.0", b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nhello")
raw("/no-reason", b"HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello")
raw("/no-content", b"HTTP/1.1 204 No Content\r\n\r\n", keep=True)
raw("/early-hints", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", keep=True)
raw("/999", b"HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n", keep=True)
raw("/latin-header", b"HTTP/1.1 200 OK\r\nX-Name: caf\xe9\r\nContent-Length: 5\r\n\r\nhello", keep=True)
raw("/folded-header", b"HTTP/1.1 200 OK\r\nX-Long: a\r\n b\r\nContent-Length: 5\r\n\r\nhello")
raw("/long-header", b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 40_000 + b"\r\nContent-Length: 5\r\n\r\nhello", keep=True)
raw("/500", b"HTTP/1.1 500 Oh\r\nContent-Length: 3\r\n\r\noh!", keep=True)
raw("/redirect-nowhere", b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", keep=True)
body("/gzip", gzip.compress(b"hello"), "Content-Encoding: gzip")
body("/gzip-twice-over", gzip.compress(b"hel") + gzip.compress(b"lo"), "Content-Encoding: gzip")
body("/gzip-padded", gzip.compress(b"hello") + b"\0\0\0\0", "Content-Encoding: x-gzip")
body("/big", b"x" * 5000)
body("/exact", b"x" * 1000)
raw("/head-with-body", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", keep=True)
redirect("/to-plain", "/plain", "301 Moved Permanently")
redirect("/to-plain-308", "../plain#part", "308 Permanent Redirect")
redirect("/to-utf8", "/caf\u00e9")
body("/caf%C3%A9", b"hello")


@at("/dies-idle")
async def dies_idle(asked: Asked) -> bool:
    """Answer the first request of a connection, and close it when the second comes."""
    if asked.turn > 1:
        return False
    await asked.answer("200 OK", b"hello")
    return True


@at("/resets-idle")
async def resets_idle(asked: Asked) -> bool:
    """Answer the first request of a connection, and reset it when the second comes."""
    if asked.turn > 1:
        asked.abort()
        return False
    await asked.answer("200 OK", b"hello")
    return True


@at("/conditional")
async def conditional(asked: Asked) -> bool:
    """304 to whoever has the ETag."""
    if asked.headers.get("if-none-match") == '"1"':
        await asked.send(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
    else:
        await asked.answer("200 OK", b"hello", 'ETag: "1"')
    return True


@at("/cookie-wall")
async def cookie_wall(asked: Asked) -> bool:
    """Redirect to itself until its cookie comes back."""
    if asked.headers.get("cookie") == "seen=1":
        await asked.answer("200 OK", b"hello")
    else:
        await asked.answer("302 Found", b"", "Location: /cookie-wall", "Set-Cookie: seen=1; Path=/; HttpOnly")
    return True


# --- broken --------------------------------------------------------------------------------------------------------

redirect("/loop", "/loop-2")
redirect("/loop-2", "/loop")
redirect("/to-mail", "mailto:somebody@a.example")
redirect("/to-nonsense", "http://[/")
redirect("/to-long", "/" + "a" * 3000)
raw("/garbage", b"\x16\x03\x01 this is not HTTP\r\n\r\n")
raw("/http-2", b"HTTP/7 200 OK\r\nContent-Length: 5\r\n\r\nhello")
raw("/short", b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello")
raw("/bad-chunk", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n")
raw("/two-lengths", b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")
raw("/half-head", b"HTTP/1.1 200 OK\r\nContent-Le")
raw("/huge-header", b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 200_000 + b"\r\n\r\n")
raw("/many-headers", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 3000 + b"Content-Length: 0\r\n\r\n")
raw("/heavy-headers", b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"y" * 30_000 + b"\r\n") * 3 + b"Content-Length: 0\r\n\r\n")
body("/gzip-broken", b"this is not gzip", "Content-Encoding: gzip")
body("/brotli", b"hello", "Content-Encoding: br")
body("/double-gzip", gzip.compress(BOMB), "Content-Encoding: gzip, gzip")
body("/bomb", BOMB, "Content-Encoding: gzip")
body("/bomb-within", gzip.compress(BOMB), "Content-Encoding: gzip")
body("/deflate", zlib.compress(b"hello"), "Content-Encoding: deflate")


@at("/closes")
async def closes(asked: Asked) -> None:
    """Close without an answer."""


@at("/resets")
async def resets(asked: Asked) -> None:
    """Break off with a TCP reset."""
    asked.abort()


@at("/resets-late")
async def resets_late(asked: Asked) -> None:
    """Break off in the middle of the body."""
    await asked.send(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello")
    await asyncio.sleep(0.01)
    asked.abort()


@at("/silent")
async def silent(asked: Asked) -> None:
    """Take the request and say nothing."""
    await asyncio.sleep(60)


@at("/drips-head")
async def drips_head(asked: Asked) -> None:
    """Send one header after another, for ever."""
    await asked.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await asked.send(b"X: y\r\n")
        await asyncio.sleep(0.05)


@at("/drips-body")
async def drips_body(asked: Asked) -> None:
    """Send one byte after another, for ever."""
    await asked.send(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        await asked.send(b"x")
        await asyncio.sleep(0.05)


@at("/continues")
async def continues(asked: Asked) -> None:
    """Say "100 Continue" for ever."""
    while True:
        await asked.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 10)
        await asyncio.sleep(0.01)


@at("/hints-for-ever")
async def hints_for_ever(asked: Asked) -> None:
    """Send interim answers as fast as they are taken."""
    while True:
        await asked.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" * 1000)


@at("/heavy-hints")
async def heavy_hints(asked: Asked) -> None:
    """Send few interim answers with many headers, each within bounds, as fast as they are taken."""
    while True:
        await asked.send(b"HTTP/1.1 103 Early Hints\r\nLink: " + b"x" * 60_000 + b"\r\n\r\n")


@at("/some-hints")
async def some_hints(asked: Asked) -> None:
    """Send as many interim answers as a patient server may, then the answer."""
    await asked.send(b"HTTP/1.1 102 Processing\r\n\r\n" * 16 + b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 4)
    await asked.answer(body=b"hello")


@at("/headers-for-ever")
async def headers_for_ever(asked: Asked) -> None:
    """Send headers as fast as they are taken, each within bounds, after an interim answer."""
    await asked.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n")
    for _ in range(999):
        await asked.send(b"X: " + b"y" * 60_000 + b"\r\n")
    await asked.send(b"\r\n")


@at("/endless")
async def endless(asked: Asked) -> None:
    """Send a body that has no end, as fast as it is taken."""
    await asked.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        await asked.send(b"x" * 65536)


@at("/chunk-extension-for-ever")
async def chunk_extension_for_ever(asked: Asked) -> None:
    """Begin a chunk, and send its extension as fast as it is taken, without end."""
    await asked.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=")
    while True:
        await asked.send(b"y" * 65536)


@at("/chunk-extensions-for-ever")
async def chunk_extensions_for_ever(asked: Asked) -> None:
    """Send chunks of one byte, each with an extension within bounds, as fast as they are taken."""
    await asked.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await asked.send((b"1;x=" + b"y" * 2000 + b"\r\nz\r\n") * 30)


@at("/trailers-for-ever")
async def trailers_for_ever(asked: Asked) -> None:
    """End a body, and send one trailer after another, as fast as they are taken."""
    await asked.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n")
    while True:
        await asked.send(b"X: yyyyyyyy\r\n" * 5000)


@at("/endless-gzip")
async def endless_gzip(asked: Asked) -> None:
    """Send a gzip stream of nothing without end."""
    await asked.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
    while True:
        await asked.send(BOMB)


@at("/empty-gzip-for-ever")
async def empty_gzip_for_ever(asked: Asked) -> None:
    """Send one gzip member of nothing after another, as fast as they are taken."""
    await asked.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
    while True:
        await asked.send(gzip.compress(b"") * 3000)


@at("/on")
async def on(asked: Asked) -> bool:
    """Redirect to the next of itself, for ever."""
    number = int(asked.path.partition("?")[2] or 0)
    await asked.answer("302 Found", b"", f"Location: /on?{number + 1}")
    return True


@at("/later")
async def later(asked: Asked) -> bool:
    """429 with "Retry-After: 0" on the first request of the path, then 200."""
    if asked.turn == 1:
        await asked.answer("429 Too Many Requests", b"", "Retry-After: 0")
    else:
        await asked.answer("200 OK", b"hello")
    return True


@at("/much-later")
async def much_later(asked: Asked) -> bool:
    """503 until tomorrow."""
    await asked.answer("503 Service Unavailable", b"", "Retry-After: 86400")
    return True
