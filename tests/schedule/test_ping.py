"""Pings: where to, and that nothing comes of their failure."""

from __future__ import annotations

import asyncio

import pytest
from pytest_httpserver import HTTPServer

from reviewer.model import Answer, Fetched, NoAnswer, Reason
from reviewer.schedule.ping import address, ping, ring, rung
from reviewer.settings import Config, Network, Watching

CHECK = "https://hc.example/ping/7b1f"


class Door:
    """A door that gives one answer."""

    def __init__(self, answer: Fetched | Exception) -> None:
        self.answer = answer
        self.asked: list[str] = []

    async def fetch(self, url: str, *, cap: int | None = None) -> Fetched:
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


def test_without_a_switch_nothing_is_rung(monkeypatch: pytest.MonkeyPatch) -> None:
    """A config that names no switch opens no door."""
    monkeypatch.setattr("reviewer.schedule.ping.ping", lambda *_args: pytest.fail("rung"))
    ring(Config(), "start")


@pytest.mark.parametrize(("well", "last"), [(True, "success"), (False, "fail")])
def test_a_block_is_rung_in_and_out(monkeypatch: pytest.MonkeyPatch, well: bool, last: str) -> None:
    """A run rings before it and after it; who does not say that it went well, failed."""
    rings: list[str] = []
    monkeypatch.setattr("reviewer.schedule.ping.ring", lambda _config, what: rings.append(what))
    with rung(Config()) as bell:
        bell.well = well
    assert rings == ["start", last]


def test_an_exception_rings_out_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that dies of an exception has failed, and the exception goes on."""
    rings: list[str] = []
    monkeypatch.setattr("reviewer.schedule.ping.ring", lambda _config, what: rings.append(what))
    with pytest.raises(RuntimeError), rung(Config()):
        raise RuntimeError("a bug")
    assert rings == ["start", "fail"]


def test_a_real_ping_leaves_through_the_door(httpserver: HTTPServer) -> None:
    """Over a real socket: one GET of the address, and a switch that cannot be reached costs nothing."""
    httpserver.expect_oneshot_request("/check/start", method="GET").respond_with_data("OK")
    network = Network(allow=("localhost", "127.0.0.1"), ports=((httpserver.port, httpserver.port),))
    ring(Config(network=network, watching=Watching(ping=httpserver.url_for("/check"))), "start")
    httpserver.check_assertions()
    assert len(httpserver.log) == 1
    ring(Config(watching=Watching(ping="http://127.0.0.1:9/check")), "start")
