"""Which pages are read where."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from reviewer.model import PageState
from reviewer.read import Hints
from reviewer.workers import Apart, budget, reader
from reviewer.workers.reading import PRICE, READ_HERE, Budget

SMALL, LARGE = b"<title>Small</title><p>Hello", b"<title>Large</title><p>" + b"x" * READ_HERE


class Seen(Apart):
    """Workers that note what they were given, and do it here."""

    def __init__(self) -> None:
        super().__init__(seconds=1, memory=1)
        self.given: list[bytes] = []

    async def run(self, function: Callable[..., Any], *args: Any, **settings: Any) -> Any:
        """Do it here."""
        self.given.append(args[0])
        return function(*args, **settings)


def given(spends: Budget, *bodies: bytes) -> list[bytes]:
    """Which of some pages, read one after the other, went to workers. Two sites share the budget."""

    async def reading() -> list[bytes]:
        apart = Seen()
        sites = [reader(Hints(), apart, spends=spends) for _ in range(2)]
        for number, body in enumerate(bodies):
            page = await sites[number % 2](body, "https://a.example/", "text/html")
            assert page.state is PageState.READ
        return apart.given

    return asyncio.run(reading())


def test_one_job_reads_small_pages_by_itself() -> None:
    """However long it takes; what is large goes to a worker."""
    assert given(budget(1), SMALL, LARGE, SMALL) == [LARGE]


def test_workers_are_started_when_they_pay() -> None:
    """Pages are read here until that has cost as much as the workers do, over all sites of a look; all further ones are read there."""
    assert budget(2).left == 2 * PRICE
    assert given(Budget(1e-9), SMALL, SMALL, SMALL) == [SMALL, SMALL]
    assert given(budget(2), SMALL, SMALL) == []
