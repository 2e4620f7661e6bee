"""A site of 49 ordinary pages and a hostile one, by its kind in ``KINDS``; and all kinds at once for a process of its own to look at."""

from __future__ import annotations

import functools
import gzip
import io
import zipfile
from collections.abc import Callable

from reviewer.workers import READ_HERE
from tests.origin import Asked, Behaviour
from tests.origin.behaviours import BEHAVIOURS
from tests.origin.together import HOSTILE, LIMITS, PAGES, PATHS

SIZE, HERE = 200_000, 60_000
"""Bytes of wicked pages that a worker reads, and of those that are read in the process itself (``READ_HERE``)."""
EVERY, PADDED = 16, READ_HERE + 1000
"""Every so many pages one has so many bytes: it is read by the workers, as hostile ones are."""


@functools.cache
def document() -> bytes:
    """A Word file of a few KB whose text has 64 MB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("[Content_Types].xml", "<Types/>")
        whole.writestr("word/document.xml", b" " * (64 * 1024 * 1024))
    return made.getvalue()


def wicked(size: int) -> dict[str, bytes]:
    """Pages of about so many bytes that are wicked to read."""
    return {
        "deep": b"<div>" * (size // 5),
        "deep-inline": b"<b><i>" * (size // 6),
        "attributes": b"<p " + b"".join(b"a%d=1 " % number for number in range(size // 10)) + b">x",
        "open-tags": b"<a href=x" * (size // 9),
        "comments": b"<!--" * (size // 4),
        "entities": b"&a" * (size // 2),
        "tables": b"<table><tr><td>" * (size // 15),
        "formatting": b"<a><b><p>" * (size // 9),
        "selects": b"<select><option>" * (size // 16),
        "scripts": b"<script>" * (size // 8),
        "json-ld": b'<script type="application/ld+json">' + b"[" * (size // 2) + b"</script>",
        "one-word": b"<p>" + b"review" * (size // 6),
        "digits": b"<p>" + b"1/" * (size // 2),
        "blanks": b"<p>Review date:" + b" " * size,
        "dates": b"<p>" + b"Review date: 1 May 2024. " * (size // 25),
        "years": b"<p>" + b"2023-24 " * (size // 8),
        "links": b"".join(b'<a href="/plain?%d">x</a>' % number for number in range(size // 50)),
        "nuls": b"\0" * size,
        "high": b"<p>" + b"\xff\xfe" * (size // 2),
        "punycode": b'<meta charset="punycode"><p>' + b"a-" * (size // 2),
        "idna": b'<meta charset="idna"><p>' + b"xn--" * (size // 4),
        "questions": b"<p>" + b"?" * size,
        "asked-in-words": b"<p>" + b"Is it? " * (size // 7),
        "long-title": b"<title>" + b"t" * size,
    }


HTML = {
    "hungry": b"<b><i>" * (1_000_000 // 6),
    **wicked(SIZE),
    **{f"{kind}-{HERE}": content for kind, content in wicked(HERE).items()},
    "refresh": b'<meta http-equiv="refresh" content="0; url=/hostile">',
    "html-as-pdf": b'<p><a href="/page.pdf">x</a>',
    "inside": b'<a href="http://INSIDE/">x</a><a href="http://[::ffff:7f00:2]:PORT/">y</a><iframe src="http://169.254.169.254/"></iframe>'
    b'<link rel="stylesheet" href="//INSIDE/style.css"><meta http-equiv="refresh" content="0; url=http://INSIDE/">',
}
"""Pages that are wicked to read; "hungry" needs more memory than the limit. INSIDE and PORT stand for a server that may not be reached."""

AS_PDF = "/page.pdf"

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCUMENTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "docx-bomb": (document, WORD),
    "docx-torn": (lambda: document()[:1000], WORD),
    "pdf-nested": (lambda: b"%PDF-1.7\n1 0 obj\n" + b"[" * SIZE, "application/pdf"),
    "pdf-html": (lambda: b"%PDF-1.7\n<html><p>Review date: 1 May 2024", "text/html"),
}
"""Documents that are wicked to read, made when they are needed."""

TO = {
    "to-inside": "http://INSIDE/plain",
    "to-inside-short": "http://0177.0.0.2:PORT/plain",
    "to-nobody": "http://nowhere.invalid/",
    "to-dead-name-server": "http://links.dead.example/",
    "to-refused": "http://127.0.0.1:1/",
    "to-deaf": "http://127.0.0.1:DEAF/",
    "to-half-open": "https://127.0.0.1:HALF/",
    "to-file": "file:///etc/passwd",
}
"""Where redirects lead. DEAF takes no connection, HALF takes it and says nothing."""

KINDS = (*BEHAVIOURS, *HTML, *DOCUMENTS, *TO)


def fixed(content: bytes, kind: str = "text/html; charset=utf-8") -> Behaviour:
    """Always answer with that."""
    packed = gzip.compress(content, 1)

    async def send(asked: Asked) -> bool:
        await asked.answer("200 OK", packed, f"Content-Type: {kind}", "Content-Encoding: gzip")
        return True

    return send


@functools.cache
def as_pdf() -> Behaviour:
    """A page at an address that promises a document: as long as a document may be, and with the word for which its head is looked through."""
    return fixed(b"<!doctype html><title>x</title><p>successor-version" + b"<b>x" * (LIMITS.document_bytes // 4 - 100))


def page(number: int, *more_links: str) -> bytes:
    """One ordinary page; the first one links to the hostile one too, and to whatever else."""
    to = [f"/page/{other}" for other in (number + 1, 2 * number + 1, 2 * number + 2) if other < PAGES]
    links = " ".join(f'<a href="{path}">{path}</a>' for path in ["/missing", *([HOSTILE] if number == 0 else []), *to, *more_links])
    more = "<p>Wash your hands.</p>" * (PADDED // 23) if number % EVERY == EVERY - 1 else ""
    return (
        f"<!doctype html><html lang=en><title>Page {number}</title><h1>Page {number}</h1><p>Review date: {number % 28 + 1} May 2024</p>"
        f"<p>Contact: Ann Example</p><p>{links}</p>{more}"
    ).encode()


ORDINARY = {path: fixed(page(number)) for number, path in enumerate(PATHS)}


def hostile(kind: str | None, places: dict[str, str]) -> Behaviour:
    """The hostile page of a kind, or (None) an ordinary one in its place; ``places`` says what INSIDE and its likes are."""

    def filled(text: bytes) -> bytes:
        for name, place in places.items():
            text = text.replace(name.encode(), place.encode())
        return text

    if kind is None:
        return fixed(page(PAGES))
    if kind in HTML:
        return fixed(filled(HTML[kind]))
    if kind in DOCUMENTS:
        made, content_type = DOCUMENTS[kind]
        return fixed(made(), content_type)
    if kind in TO:
        to = filled(TO[kind].encode()).decode()

        async def send(asked: Asked) -> bool:
            await asked.answer("302 Found", b"", f"Location: {to}")
            return True

        return send
    return BEHAVIOURS[kind]


def site(kind: str | None, places: dict[str, str]) -> dict[str, Behaviour]:
    """All that such a site answers."""
    return {**BEHAVIOURS, **ORDINARY, AS_PDF: as_pdf(), HOSTILE: hostile(kind, places)}
