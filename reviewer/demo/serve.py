"""Serve the sample site on loopback: the alliance's own site, and "elsewhere", where it links to. Free ports, this machine only."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from reviewer.demo.documents import pdf, word

SITE = Path(__file__).parent / "site"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARK = re.compile(r"\{\{([+-]\d{1,4}|this-year|elsewhere)\}\}")


@dataclass(frozen=True, slots=True)
class Served:
    """Where the sample site answers, while it does."""

    own: str
    elsewhere: str

    @property
    def ports(self) -> tuple[int, int]:
        """The two free ports."""
        return int(self.own.rsplit(":", 1)[1]), int(self.elsewhere.rsplit(":", 1)[1])


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """One answer of the sample site."""

    status: int
    kind: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


def _long(day: dt.date) -> str:
    """A date as the sample pages write it: 5 June 2026."""
    return f"{day.day} {day:%B %Y}"


def filled(text: str, today: dt.date, elsewhere: str) -> str:
    """The page with its marks filled in: ``{{+20}}`` is 20 days from today, ``{{this-year}}`` the financial year (from 1 April)."""

    def fill(mark: re.Match[str]) -> str:
        word_ = mark[1]
        if word_ == "elsewhere":
            return elsewhere
        if word_ == "this-year":
            first = today.year if (today.month, today.day) >= (4, 1) else today.year - 1
            return f"{first}-{(first + 1) % 100:02d}"
        return _long(today + dt.timedelta(days=int(word_)))

    return _MARK.sub(fill, text)


def _file(week: int, path: str) -> Path | None:
    """The file behind a path: week 2's own, or week 1's; None when there is none."""
    name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
    for folder in ("week-2", "week-1") if week > 1 else ("week-1",):
        found = (SITE / folder / name).resolve()
        if found.is_relative_to(SITE.resolve()) and found.is_file():
            return found
    return None


def own(path: str, *, week: int, today: dt.date, base: str, elsewhere: str) -> SampleAnswer:
    """What the alliance's own site answers."""
    if path == "/robots.txt":
        return SampleAnswer(200, TYPES[".txt"], f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n".encode())
    if path == "/sitemap.xml":
        return SampleAnswer(200, TYPES[".xml"], _sitemap(base, week).encode())
    if path.endswith("referral-form-guide.pdf"):
        lines = (
            "Referral form: a guide",
            "Fill in both sides and send it the same day.",
            "Document owner: Screening team",
            "Review date: 1 May 2025",
        )
        return SampleAnswer(200, TYPES[".pdf"], pdf("Referral form: a guide", lines))
    if path.endswith("home-test-protocol.docx"):
        control = (("Version", "2"), ("Author", "Tomos Larch"), ("Date of next review", _long(today + dt.timedelta(days=150))))
        return SampleAnswer(200, DOCX, word("Home test protocol", ("Send the kit within two working days.",), control))
    if week > 1 and path.endswith("annual-report.html"):
        return _missing()
    found = _file(week, path)
    if found is None:
        return _missing()
    return SampleAnswer(200, TYPES[found.suffix], filled(found.read_text(encoding="utf-8"), today, elsewhere).encode())


def other(path: str) -> SampleAnswer:
    """What "elsewhere" answers: a permanent redirect, guidance that was withdrawn, a bot wall; 404 otherwise."""
    if path == "/old/photo-guide":
        return SampleAnswer(301, TYPES[".html"], b"", (("Location", "/guides/photographs"),))
    if path == "/guides/photographs":
        return SampleAnswer(
            200, TYPES[".html"], b"<!doctype html><title>Photographs</title><h1>How to take a photograph</h1><p>Use daylight.</p>"
        )
    if path == "/guidance/skin-lesions":
        words = (
            "This guidance was withdrawn on 9 January 2026. It has been replaced by <a href='/guidance/skin-2026'>Skin: recognition</a>."
        )
        return SampleAnswer(200, TYPES[".html"], f"<!doctype html><title>Skin lesions</title><h1>Skin lesions</h1><p>{words}</p>".encode())
    if path.startswith("/walled/"):
        body = b"<!doctype html><title>Just a moment...</title><p>Checking that you are a person.</p>"
        return SampleAnswer(403, TYPES[".html"], body, (("cf-mitigated", "challenge"),))
    return _missing()


def _missing() -> SampleAnswer:
    return SampleAnswer(404, TYPES[".html"], b"<!doctype html><title>Page not found</title><h1>Page not found</h1>")


def _sitemap(base: str, week: int) -> str:
    folder = SITE / "week-1"
    paths = sorted("/" + str(file.relative_to(folder)).removesuffix("index.html") for file in folder.rglob("*.html"))
    gone = {"/alliance/annual-report.html"} if week > 1 else set()
    places = "".join(f"<url><loc>{base}{path}</loc></url>" for path in paths if path not in gone)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'


class _Listener(ThreadingHTTPServer):
    """A quiet server on a port of 127.0.0.1; 0 is any free one."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Asked)
        self.answer: Callable[[str], SampleAnswer] = lambda _path: _missing()

    @property
    def base(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Asked(BaseHTTPRequestHandler):
    """One connection to the sample site."""

    protocol_version = "HTTP/1.1"
    server: _Listener

    def do_GET(self) -> None:
        """Answer with the page."""
        self._reply(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers only."""
        self._reply(with_body=False)

    def _reply(self, *, with_body: bool) -> None:
        reply = self.server.answer(self.path.split("?", 1)[0])
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing: the progress bar has the terminal."""


@contextmanager
def serving(start: dt.date, week: int, ports: tuple[int, int] = (0, 0)) -> Iterator[Served]:
    """Serve both sites until the block ends. ``start`` is the first day of week 1: the dates that move are counted from it, so that a page
    does not change from week to week. ``week`` 2 and later is the changed site. ``ports`` asks for the ports of an earlier week.

    Raises ``OSError`` when a port is taken.
    """
    ours, theirs = _Listener(ports[0]), _Listener(ports[1])
    ours.answer = lambda path: own(path, week=week, today=start, base=ours.base, elsewhere=theirs.base)
    theirs.answer = other
    threads = [threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True) for server in (ours, theirs)]
    for thread in threads:
        thread.start()
    try:
        yield Served(ours.base, theirs.base)
    finally:
        for server, thread in zip((ours, theirs), threads, strict=True):
            server.shutdown()
            thread.join()
            server.server_close()
