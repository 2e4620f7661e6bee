"""What a case is: a piece of markup, what the hosts answer, and the verdict with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Reply:
    """What a host answers.

    ``behave``: reset, close, hang, garbage, endless, short (less than promised), slow (in pieces), raw (``body`` is all that is sent, status
    line and headers included). ``head`` is what HEAD gets instead, ``stranger`` what a request without a cookie
    of the path's name gets.
    """

    status: int = 200
    body: bytes = b"<!doctype html><title>A page</title><h1>A page</h1><p>Words that say something of use."
    headers: Headers = ()
    behave: str = ""
    head: Reply | None = None
    stranger: Reply | None = None
    kind: str = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Case:
    """One heading with a piece of markup under it. ``expected`` holds (verdict, reason) for each link in it, in document order.

    ``$MAIN``, ``$OTHER`` ... in the markup and in headers become ``http://host:port``; ``answers`` maps (host, path) to replies.
    ``because`` is the rule that the expectation rests on. What Chromium does on a click follows from the verdict (``clicks.py``);
    ``chromium`` is written only where it does something else: (what it does, and why the verdict is right all the same).
    """

    id: str
    markup: str
    expected: tuple[tuple[str, str], ...]
    because: str
    answers: Mapping[tuple[str, str], Reply] = field(default_factory=dict)
    to: str | None = None
    chromium: tuple[str, str] | None = None
    styled: tuple[tuple[str, str], ...] = ()
    """What is expected of each reference in the case's own style sheets (``served.SHEETS``), in the order of the sheets' addresses."""


WORKS = ("works", "ok")
MOVED = ("moved", "permanent_redirect")
SKIPPED = ("skipped", "other_scheme")


def broken(reason: str) -> tuple[str, str]:
    """A broken verdict."""
    return ("broken", reason)


def unsure(reason: str) -> tuple[str, str]:
    """An unsure verdict."""
    return ("unsure", reason)


def page(title: str, text: str = "Words that say something of use to the reader.", *, extra: str = "") -> bytes:
    """A small page."""
    return f"<!doctype html><html><head><title>{title}</title>{extra}</head><body><h1>{title}</h1><p>{text}</p></body></html>".encode()


def article(title: str) -> bytes:
    """A page with an article's length of text."""
    return page(title, " ".join(f"Sentence {number} of a long article that explains the matter at hand." for number in range(60)))


def one(
    id_: str,
    reply: Reply,
    expected: tuple[str, str],
    because: str,
    *,
    host: str = "OTHER",
    tag: str = "a",
    to: str | None = None,
    chromium: tuple[str, str] | None = None,
) -> Case:
    """A link to one address with one answer."""
    path = f"/{id_}"
    markup = f'<a href="${host}{path}">{id_.replace("-", " ")}</a>' if tag == "a" else f'<{tag} src="${host}{path}" alt="{id_}">'
    return Case(id_, markup, (expected,), because, {(host, path): reply}, to, chromium)


def chain(
    id_: str,
    hops: Iterable[tuple[int, str]],
    last: Reply,
    expected: tuple[str, str],
    because: str,
    *,
    host: str = "OTHER",
    to: str | None = None,
    chromium: tuple[str, str] | None = None,
) -> Case:
    """A link to a chain of redirects: (status, next path or address) each, then the last answer."""
    at = (host, f"/{id_}")
    answers: dict[tuple[str, str], Reply] = {}
    for status, target in hops:
        answers[at] = Reply(status, b"", (("Location", target),))
        at = _place(host, target.partition("#")[0])
    answers[at] = last
    return Case(id_, f'<a href="${host}/{id_}">{id_}</a>', (expected,), because, answers, to, chromium)


def _place(at: str, target: str) -> tuple[str, str]:
    """``$HOST/path``, ``/path`` or ``path`` on the host ``at`` as (HOST, /path)."""
    if not target.startswith("$"):
        return at, "/" + target.lstrip("/")
    host, slash, path = target.removeprefix("$").partition("/")
    return host, slash + path
