"""The site that speed is measured on, and its server: ``python bench/speed_site.py PORT PAGES LINKS EXTERNALS HOSTS DELAY``.

Everything is computed from numbers, so that the server holds no state and the expected broken links are known.
"""

from __future__ import annotations

import asyncio
import dataclasses
import re
import sys
from pathlib import Path

TEXT = (
    "Most people who come to a clinic want to know how long it will take and whom they will see there. "
    "The waiting room has water and a quiet corner, and somebody at the desk can explain each of the steps in plain words."
)
WORDS = TEXT.split()
PAGE_BYTES = 29_000


@dataclasses.dataclass(frozen=True)
class Shape:
    """How large the site is. Three of a hundred targets are missing."""

    port: int
    pages: int = 2000
    links: int = 50
    externals: int = 5000
    hosts: int = 1000

    @property
    def base(self) -> str:
        """The origin of the site."""
        return f"http://127.0.0.1:{self.port}"

    def external(self, number: int) -> str:
        """One of the links to other sites; they are spread over the addresses of the loopback network."""
        host = number % self.hosts
        return f"http://127.1.{host // 250}.{host % 250 + 1}:{self.port}/target/{number}"

    def targets(self, page: int) -> list[str]:
        """The links of one page: a fifth to pages of the site, the others elsewhere."""
        inner = self.links // 5
        own = [f"{self.base}/page/{(page * inner + step) % self.pages}.html" for step in range(1, inner + 1)]
        if page % 33 == 5:
            own[-1] = f"{self.base}/gone/{page}.html"
        outer = self.links - inner
        away = [self.external((page * outer + step) % self.externals) for step in range(outer)]
        return own + away

    def broken(self) -> set[str]:
        """The links that lead nowhere."""
        away = {self.external(number) for number in range(self.externals) if number % 33 == 7}
        return away | {f"{self.base}/gone/{page}.html" for page in range(self.pages) if page % 33 == 5}

    def html(self, page: int) -> bytes:
        """One page of about 29 kB, with headings, paragraphs, lists and its links among them."""
        parts = [
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Page {page}</title></head>\n<body><header><p>Example</p></header><main>',
            f"<h1>Page {page}</h1>\n<p>Review date: 31 May 2030</p>",
        ]
        targets = self.targets(page)
        each = PAGE_BYTES // len(targets) - 130
        for number, target in enumerate(targets):
            if number % 10 == 0:
                parts.append(f"<h2>Part {number // 10}</h2>")
            start = (page + number) % len(WORDS)
            words = (" ".join(WORDS[start:] + WORDS) * 9)[:each]
            parts.append(f'<p class="text">{words} <a href="{target}">Leaflet {number}.{page}</a>.</p>')
        parts.append("</main><footer><p>End</p></footer></body></html>\n")
        return "\n".join(parts).encode()

    def write(self, folder: Path) -> None:
        """The pages as files, for a checker that reads files."""
        folder.mkdir(parents=True, exist_ok=True)
        for page in range(self.pages):
            (folder / f"{page}.html").write_bytes(self.html(page))


TARGET = b"<!doctype html><html lang=en><title>A page</title><p>" + b"Words of a page somewhere else. " * 80
MISSING = b"<!doctype html><title>Not found</title><p>No such page."


def answer(status: bytes, body: bytes, tag: bytes = b"") -> bytes:
    """A whole answer."""
    return b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\n%sContent-Length: %d\r\n\r\n%s" % (status, tag, len(body), body)


class Serving(asyncio.Protocol):
    """As little server as will do: its cost is part of every figure."""

    def __init__(self, shape: Shape, delay: float) -> None:
        self.shape = shape
        self.delay = delay
        self.loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer whole requests; those of checkers come in one piece."""
        for head in data.split(b"\r\n\r\n")[:-1]:
            reply = self.reply(head)
            if self.delay:
                self.loop.call_later(self.delay, self.send, reply)
            else:
                self.transport.write(reply)  # type: ignore[attr-defined]

    def send(self, reply: bytes) -> None:
        """Answer, unless nobody is there any more."""
        if not self.transport.is_closing():
            self.transport.write(reply)  # type: ignore[attr-defined]

    def reply(self, head: bytes) -> bytes:
        """What to answer to one request."""
        method, path, _ = head.split(b" ", 2)
        path = b"/page/0.html" if path == b"/page/" else path  # some checkers crawl only below the folder that they are given
        found = GOOD
        if path.startswith(b"/page/") and path[6:-5].isdigit() and int(path[6:-5]) < self.shape.pages:
            number = int(path[6:-5])
            tag = b'"%d"' % number
            if b"if-none-match: " + tag in head.lower():
                return b"HTTP/1.1 304 Not Modified\r\nETag: %s\r\n\r\n" % tag
            found = PAGES.get(number) or PAGES.setdefault(number, answer(b"200 OK", self.shape.html(number), b"ETag: %s\r\n" % tag))
        elif not path.startswith(b"/target/") or not path[8:].isdigit() or int(path[8:]) % 33 == 7:
            found = GONE
        return re.split(rb"(?<=\r\n\r\n)", found, maxsplit=1)[0] if method == b"HEAD" else found


PAGES: dict[int, bytes] = {}
GOOD, GONE = answer(b"200 OK", TARGET), answer(b"404 Not Found", MISSING)


async def serve(shape: Shape, delay: float) -> None:
    """Serve until killed."""
    for page in range(shape.pages if shape.pages <= 5000 else 0):
        PAGES[page] = answer(b"200 OK", shape.html(page), b'ETag: "%d"\r\n' % page)
    server = await asyncio.get_running_loop().create_server(lambda: Serving(shape, delay), "0.0.0.0", shape.port, backlog=4096)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:6]]
    asyncio.run(serve(Shape(*numbers), float(sys.argv[6])))
