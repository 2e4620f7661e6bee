"""Many sites on loopback, each with an address of its own, and the hosts that they link to: one server, which writes down who asked when.

Site number N is ``http://127.1.x.y:port``, host number N of others ``http://127.2.x.y:port``.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

OWNERS = 5
"""So many owners look after all the sites: each has pages on several."""


@dataclass(frozen=True)
class Asked:
    """One request: when (monotonic), of which host, for what, and with which status it was answered."""

    at: float
    host: str
    path: str
    status: int


@dataclass
class Web:
    """What is served, and what was asked. ``slow`` is how many seconds each answer takes, by host; a host that is ``mute`` never answers, one
    that is ``cut`` closes the connection instead, and one that ``leads`` redirects everything to another; one that is ``busy``, or one of
    its addresses, answers 503 with that Retry-After.
    ``mended``: the pages have no broken links of our own any more."""

    sites: int
    pages: int
    others: int = 4
    wide: int = 3
    port: int = 0
    slow: dict[str, float] = field(default_factory=dict)
    mute: set[str] = field(default_factory=set)
    cut: set[str] = field(default_factory=set)
    leads: dict[str, str] = field(default_factory=dict)
    busy: dict[str, str] = field(default_factory=dict)
    mended: bool = False
    asked: list[Asked] = field(default_factory=list)

    def site(self, number: int) -> str:
        """The host of one of our sites, with its port."""
        return f"127.1.{number // 250}.{number % 250 + 1}:{self.port}"

    def other(self, number: int) -> str:
        """The host of somebody else."""
        return f"127.2.{number // 250}.{number % 250 + 1}:{self.port}"

    def counts(self) -> Counter[str]:
        """How often each address was asked for; what a crawler asks a host first (robots.txt, sitemap.xml) is not counted."""
        return Counter(f"http://{each.host}{each.path}" for each in self.asked if each.path not in {"/robots.txt", "/sitemap.xml"})

    def page(self, number: int, path: str) -> str | None:
        """A page of a site: None when there is none."""
        if path == "/":
            links = [f'<a href="/page-{page}">Page {page}</a>' for page in range(1, self.pages)]
            return _html(f"Site {number}", "".join(f"<li>{link}</li>" for link in links))
        if path == "/unlinked":
            return _html(f"Only others link here, on site {number}", '<p>Review date: 1 March 2025.</p><a href="/gone-too">More</a>')
        if not path.startswith("/page-") or not path[6:].isdigit() or int(path[6:]) >= self.pages:
            return None
        page = int(path[6:])
        body = [f"<p>Next review: {page % 28 + 1} May 2024.</p>"] if page % 3 else []
        for link in range(self.wide):
            other = (number + page + link) % self.others
            body.append(f'<p><a href="http://{self.other(other)}/about-{(page * 7 + link) % 20}">Guidance {page} {link}</a></p>')
        if page % 4 == 1:
            body.append(f'<p><a href="http://{self.other(page % self.others)}/gone-{page}">Blood tests</a></p>')
        if page % 5 == 2 and not self.mended:
            body.append('<p><a href="/gone">Referral form</a></p>')
        if page == 1:
            body.append(f'<p><a href="http://{self.site((number + 1) % self.sites)}/unlinked">Our neighbour</a></p>')
        return _html(f"Page {page} of site {number}", "".join(body))

    def answer(self, host: str, path: str) -> tuple[int, str]:
        """What is answered: a status and a body."""
        address, _, _ = host.partition(":")
        parts = [int(part) for part in address.split(".")]
        number = parts[2] * 250 + parts[3] - 1
        if parts[1] == 1:
            body = self.page(number, path)
            return (200, body) if body is not None else (404, _html("Not found", "<p>Page not found.</p>"))
        if path.startswith("/about-"):
            return 200, _html(f"Guidance {path}", f"<p>About {path} at host {number}.</p>")
        return 404, _html("Not found", "<p>Page not found.</p>")

    def reply(self, host: str, path: str, status: int, body: str) -> bytes:
        """The answer of a host, unless it is busy or leads elsewhere."""
        if wait := self.busy.get(host) or self.busy.get(f"{host}{path}"):
            return _answered(503, "", f"Retry-After: {wait}")
        if host in self.leads:
            return _answered(302, "", f"Location: http://{self.leads[host]}{path}")
        return _answered(status, body)


def _answered(status: int, body: str = "", *headers: str) -> bytes:
    """An answer as it goes over the wire."""
    data = body.encode()
    lines = (f"HTTP/1.1 {status} X", "Content-Type: text/html", *headers, f"Content-Length: {len(data)}", "", "")
    return "\r\n".join(lines).encode() + data


def _html(title: str, body: str) -> str:
    words = "Information for general practice about early diagnosis and referral. " * 3
    return f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><main><h1>{title}</h1><p>{words}</p>{body}</main></body></html>'


@contextmanager
def serving(web: Web) -> Iterator[Web]:
    """Serve the sites on a free port while the block runs."""
    loop = asyncio.new_event_loop()
    ready, over = threading.Event(), asyncio.Event()

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                lines = head.decode("latin-1").split("\r\n")
                path = lines[0].split(" ")[1]
                host = next(line.partition(":")[2].strip() for line in lines if line.lower().startswith("host:"))
                at = time.monotonic()
                status, body = web.answer(host, path)
                web.asked.append(Asked(at, host, path, status))
                if host in web.cut:
                    break
                if host in web.mute:
                    await asyncio.sleep(3600)
                if host in web.slow:
                    await asyncio.sleep(web.slow[host])
                writer.write(web.reply(host, path, status, body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def serve() -> None:
        server = await asyncio.start_server(client, "0.0.0.0", web.port)
        web.port = server.sockets[0].getsockname()[1]
        ready.set()
        await over.wait()
        server.close()
        answering = asyncio.all_tasks() - {asyncio.current_task()}
        for task in answering:
            task.cancel()
        await asyncio.gather(*answering, return_exceptions=True)
        await asyncio.sleep(0.05)  # what was closed is let go of in the loop's next turns

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), name="origin", daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield web
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)
        loop.close()
