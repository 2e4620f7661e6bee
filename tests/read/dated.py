"""What a page states of its own dates, by short names: for all tests of the reader of dates."""

from __future__ import annotations

from reviewer import read
from reviewer.model import DateKind, Page
from reviewer.read import Hints

SHORT = {
    "due": DateKind.DUE,
    "last": DateKind.LAST_REVIEWED,
    "updated": DateKind.UPDATED,
    "published": DateKind.PUBLISHED,
    "expires": DateKind.EXPIRES,
}


def named(found: Page) -> dict[str, str]:
    """The dates of a page that was read."""
    return {name: str(claim.date) for name, kind in SHORT.items() if (claim := found.claim(kind))}


def stated(body: str, title: str = "") -> dict[str, str]:
    """The dates of a text: HTML when it begins with a tag (under a heading, if there is a title), any other Markdown."""
    kind = "text/html" if body.startswith("<") else "text/markdown"
    if kind == "text/html":
        body = f"<!doctype html><title>{title}</title><main><h1>{title}</h1>{body}</main>" if title else f"<!doctype html>{body}"
    return named(read.read(body.encode(), url="https://harbour.example/notes", content_type=kind, hints=Hints()))
