"""Who reads a page where: small HTML in this process, the rest in a worker with limits."""

from __future__ import annotations

import math
import time
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


PRICE = 0.5
"""Seconds of CPU that one worker costs before it reads its first page: a Python with all readers."""


class Budget:
    """How many seconds more pages are read in this process before all go to workers. As many as the workers cost: a look that ends before
    that has paid for none, and one that goes on has paid at most twice what would have been best, had anybody known how long it is."""

    def __init__(self, seconds: float = math.inf) -> None:
        """Infinite: workers never pay."""
        self.left = seconds


def budget(jobs: int) -> Budget:
    """What one look may spend before it starts so many workers; with one job it reads by itself."""
    return Budget(PRICE * jobs if jobs > 1 else math.inf)


def reader(
    hints: Hints, apart: Apart, *, most: int = READ_HERE, spends: Budget | None = None
) -> Callable[[bytes, str, str | None], Awaitable[Page]]:
    """Read pages: HTML of at most ``most`` bytes here, while the budget lasts that all sites of a look share, the rest in a worker that is
    killed when it takes too long or too much memory."""
    purse = spends or Budget()

    async def reading(body: bytes, url: str, content_type: str | None) -> Page:
        kind = (content_type or "").partition(";")[0].strip().lower()
        if kind in PLAIN and purse.left > 0 and len(body) <= (most * SHEET_HERE if kind == SHEET else most):
            began = time.thread_time()
            page = read.read(body, url=url, content_type=content_type, hints=hints)
            purse.left -= time.thread_time() - began
            return page
        given_up: Overrun | None = None
        for reference in (False, True) if kind in HTML else (False,):  # the slow and safe parser has the last word
            try:
                return await apart.run(read.read, body, url=url, content_type=content_type, hints=hints, reference=reference)
            except Overrun as error:
                given_up = given_up or error
        state = PageState.TOO_SLOW if given_up and given_up.what == "slow" else PageState.FAILED
        return Page(url, state, content_type=content_type or "", trouble=f"Reading it was given up: {given_up}")

    return reading
