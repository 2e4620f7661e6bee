"""What a judged site is made of: answers by address, and what a careful human reader finds wrong with it, written down beforehand.

``Site.page`` and its like take what the site's CMS would serve; ``fault`` and ``arguable`` take the truth. Nothing here knows the product.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from html import escape as escape
from urllib.parse import urlsplit

TODAY = dt.date(2026, 11, 23)
"""The day on which the truths were written down; a Monday."""

HTML = "text/html; charset=utf-8"
PIXEL = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer over HTTP."""

    body: bytes = b""
    kind: str = HTML
    status: int = 200
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """One thing that may be told of a page: by which checks, and what the telling has to name.

    ``page`` is a path, a path that ends in ``*`` for all below it, or ``*`` for a fact of the site. ``about`` are words of the quote, the
    address or the day, which what is told must hold. ``once``: one fact, however many pages show it; telling it again is arguable.
    """

    page: str
    checks: tuple[str, ...]
    about: str
    why: str
    once: bool = False


@dataclass(slots=True)
class Site:
    """A site, what it links to, and its truths. ``coming`` are the review dates of the next 90 days, by path."""

    name: str
    base: str
    start: str = "/"
    config: str = ""
    owners: str = ""
    answers: dict[str, Reply] = field(default_factory=dict)
    others: dict[str, Reply] = field(default_factory=dict)
    faults: list[Truth] = field(default_factory=list)
    arguables: list[Truth] = field(default_factory=list)
    coming: dict[str, dt.date] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """Its host."""
        return urlsplit(self.base).netloc

    def page(self, path: str, html: str) -> None:
        """A page of its own."""
        self._add(path, Reply(html.encode()))

    def file(self, path: str, body: bytes, kind: str) -> None:
        """A document, a picture or a style sheet."""
        self._add(path, Reply(body, kind))

    def moved(self, path: str, to: str) -> None:
        """An address that has moved for good."""
        self._add(path, Reply(status=301, to=to))

    def missing(self, path: str) -> None:
        """An address that is answered with 404 though one above it would be answered."""
        self._add(path, Reply(b"<!doctype html><title>Not found</title><h1>There is no such page</h1>", status=404))

    def _add(self, path: str, reply: Reply) -> None:
        if path in self.answers:
            raise ValueError(f"{self.name} has {path} twice")
        self.answers[path] = reply

    def fault(self, page: str, checks: str, about: str, why: str, *, once: bool = False) -> None:
        """A true fault; ``checks`` are the checks that may tell it, by spaces."""
        self.faults.append(Truth(page, tuple(checks.split()), about, why, once))

    def arguable(self, page: str, checks: str, about: str, why: str) -> None:
        """What one reader would be glad to hear, and another would not."""
        self.arguables.append(Truth(page, tuple(checks.split()), about, why))


def long(day: dt.date) -> str:
    """A date in words: 5 June 2026."""
    return f"{day.day} {day:%B %Y}"


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs; one that begins with a tag stays as it is."""
    return "\n".join(text if text.startswith("<") else f"<p>{text}</p>" for text in texts)


def listed(*texts: str) -> str:
    """A plain list."""
    return "<ul>\n" + "\n".join(f"<li>{text}</li>" for text in texts) + "\n</ul>"


def table(*rows: tuple[str, ...], head: bool = True) -> str:
    """A table; its first row is the head unless ``head`` is False."""
    lines = []
    for number, row in enumerate(rows):
        cell = "th" if head and number == 0 else "td"
        lines.append("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"
