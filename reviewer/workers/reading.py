"""Who reads a page where: small HTML in this process, the rest in a worker with limits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from reviewer import read
from reviewer.model import SHEET, Page, PageState
from reviewer.read import Hints
from reviewer.workers.apart import Apart, Overrun

READ_HERE = 64 * 1024
"""Bytes of HTML that are read in this process: 15 ms of CPU (bench/reading.py), and a second on pages that are made to be slow
(``tests/origin``), where starting a worker takes 200 ms."""


HTML = frozenset({"text/html", "application/xhtml+xml"})


PLAIN = HTML | {"text/plain", SHEET}


SHEET_HERE = 16
"""A style sheet makes no tree: so many times as much of it costs the same."""


def reader(hints: Hints, apart: Apart, *, most: int) -> Callable[[bytes, str, str | None], Awaitable[Page]]:
    """Read pages: HTML of at most ``most`` bytes here, the rest in a worker that is killed when it takes too long or too much memory."""

    async def reading(body: bytes, url: str, content_type: str | None) -> Page:
        kind = (content_type or "").partition(";")[0].strip().lower()
        if kind in PLAIN and len(body) <= (most * SHEET_HERE if kind == SHEET else most):
            return read.read(body, url=url, content_type=content_type, hints=hints)
        given_up: Overrun | None = None
        for reference in (False, True) if kind in HTML else (False,):  # the slow and safe parser has the last word
            try:
                return await apart.run(read.read, body, url=url, content_type=content_type, hints=hints, reference=reference)
            except Overrun as error:
                given_up = given_up or error
        state = PageState.TOO_SLOW if given_up and given_up.what == "slow" else PageState.FAILED
        return Page(url, state, content_type=content_type or "", trouble=f"Reading it was given up: {given_up}")

    return reading
