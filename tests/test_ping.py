"""Pings: where to, and that nothing comes of their failure."""

from __future__ import annotations

import asyncio

import pytest

from reviewer.model import Answer, Fetched, NoAnswer, Reason
from reviewer.ping import address, ping

CHECK = "https://hc.example/ping/7b1f"


class Door:
    """A door that gives one answer."""

    def __init__(self, answer: Fetched | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []

    async def fetch(self, url: str, *, method: str = "GET", cap: int | None = None) -> Fetched:
        self.asked.append(url)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.parametrize(
    ("url", "what", "wanted"),
    [
        (CHECK, "start", f"{CHECK}/start"),
        (CHECK, "success", CHECK),
        (CHECK + "/", "fail", f"{CHECK}/fail"),
        (f"{CHECK}?create=1", "start", f"{CHECK}/start?create=1"),
    ],
)
def test_where_a_ping_goes(url: str, what: str, wanted: str) -> None:
    """The convention of healthchecks.io: /start, the bare address, /fail; a query stays."""
    door = Door(Answer(wanted, wanted, 200))
    assert address(url, what) == wanted
    assert asyncio.run(ping(door, url, what))
    assert door.asked == [wanted]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(CHECK, CHECK, 404), "status 404"),
        (NoAnswer(CHECK, CHECK, Reason.TIMEOUT), "timeout"),
        (OSError("no network"), "OSError"),
    ],
)
def test_a_ping_that_fails_costs_a_line(answer: Fetched | Exception, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A ping that is not heard is a warning without the check's address, which is a secret of sorts."""
    assert not asyncio.run(ping(Door(answer), CHECK, "fail"))
    said = capsys.readouterr().out
    assert why in said
    assert "hc.example" in said
    assert "7b1f" not in said
