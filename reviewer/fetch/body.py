"""Bodies, up to a cap: one layer of gzip, undone in bounded steps, so that a small bomb stays small."""

from __future__ import annotations

import zlib

from reviewer.fetch.wire.choosing import Reply

MAGIC = b"\x1f\x8b"
STEP = 16 * 1024
"""How many coded bytes are decoded at once: what is left behind the end of a member is copied, and members may be tiny."""

MEMBERS = 1000
"""Most gzip members that may follow each other: one of 20 bytes says nothing, and costs a decoder."""

SLACK = 64 * 1024
"""By so much a coded body may be longer than the decoded bytes that are wanted of it. What cannot be packed grows by a few bytes in each
16 KiB, and by a header; what comes beyond that is no text, but padding without end."""


class Undecodable(Exception):
    """The body has an encoding that was not asked for, or is not what its encoding says."""


class Gunzip:
    """Undoes gzip (RFC 1952, several members in a row included), never more than asked for."""

    def __init__(self) -> None:
        """Wait for the first member."""
        self._member = zlib.decompressobj(wbits=31)
        self._members = 1
        self._rest = b""

    def feed(self, data: bytes, most: int) -> bytes:
        """Up to ``most`` decoded bytes of what has come so far; raises ``Undecodable``."""
        got: list[bytes] = []
        data = self._rest + data
        at = 0
        while at < len(data) and most > 0:
            if self._member.eof:
                if data[at:] == MAGIC[:1]:  # half a beginning: the rest comes with the next piece
                    break
                if not data.startswith(MAGIC, at):  # padding after the last member, which browsers pass over
                    at = len(data)
                    break
                self._next()
            step = data[at : at + STEP]
            try:
                piece = self._member.decompress(step, most)
            except zlib.error as error:
                raise Undecodable(f"the body is not the gzip that it says it is: {error}") from error
            got.append(piece)
            most -= len(piece)
            at += len(step) - len(self._member.unused_data if self._member.eof else self._member.unconsumed_tail)
        self._rest = data[at:]
        return b"".join(got)

    def _next(self) -> None:
        """Begin another member."""
        self._members += 1
        if self._members > MEMBERS:
            raise Undecodable(f"the body is gzip of more than {MEMBERS:,} members")
        self._member = zlib.decompressobj(wbits=31)


CODINGS = frozenset({"gzip", "x-gzip", "deflate", "compress", "x-compress", "br", "zstd", "dcb", "dcz"})
"""What can be a Content-Encoding (RFC 9110, 18.6). Any other word ("utf-8", "none") is a slip, and browsers show the body as it came."""


def coded(encoding: str | None) -> bool:
    """Whether a Content-Encoding is one layer of gzip; raises ``Undecodable`` for a coding that was not asked for."""
    layers = [layer.strip().lower() for layer in (encoding or "").split(",")]
    layers = [layer for layer in layers if layer not in {"", "identity"}]
    if not CODINGS.issuperset(layers) or not layers:
        return False
    if layers in (["gzip"], ["x-gzip"]):
        return True
    raise Undecodable(f"the body is encoded as {', '.join(layers)[:60]}, which was not asked for")


async def read(reply: Reply, cap: int, encoding: str | None) -> tuple[bytes, bool]:
    """Read at most ``cap`` decoded bytes; whether there was more. Raises ``Undecodable`` and what the wire raises."""
    gunzip = Gunzip() if coded(encoding) else None
    got: list[bytes] = []
    size = coded_size = 0
    while chunk := await reply.chunk():
        if gunzip:
            coded_size += len(chunk)
            # Decoding stops one byte over the cap, so that "exactly the cap" is not called cut.
            chunk = gunzip.feed(chunk, cap + 1 - size)
        got.append(chunk)
        size += len(chunk)
        if size > cap:
            return b"".join(got)[:cap], True
        if coded_size > cap + SLACK:
            raise Undecodable(f"the body is gzip of {coded_size} bytes or more, and nearly nothing in it")
    return b"".join(got), False
