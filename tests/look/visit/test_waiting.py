"""Until when a server asked us to wait: what a visit knows of it, and what comes of it in the next look."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace

import pytest

from reviewer.look.visit import LONGEST_WAIT, Visits
from reviewer.model import Evidence, Fetched, NoAnswer, Reason, Unsure, Visit
from reviewer.settings import Network
from tests.doubles.doors import Table

URL = "http://a.example/x"
NOW = dt.datetime(2026, 11, 28, 12, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


class Told:
    """Nobody is told."""

    def asked(self) -> None:
        """One more."""

    def visited(self, url: str, visit: Visit) -> None:
        """One less."""


def made(door: Table, before: Visit | None = None, *, remembers: bool = True, ours: bool = False) -> Visits:
    """The visits of a look at NOW, with what an earlier one left."""
    return Visits(
        door,
        Network(),
        own=lambda _: ours,
        told=Told(),
        trusted=lambda url: before if before is not None and url == before.url else None,
        moment=(lambda seconds: NOW + dt.timedelta(seconds=seconds)) if remembers else None,
        delays=(0.0, 0.0),
    )


def visited(door: Table, before: Visit | None = None, *, remembers: bool = True, ours: bool = False) -> Visit:
    """The visit of URL, as a link."""

    async def run() -> Visit:
        visits = made(door, before, remembers=remembers, ours=ours)
        visits.ask(URL)
        return (await visits.finish())[URL]

    return asyncio.run(run())


def later(seconds: float, reason: Reason = Reason.SERVER_BUSY, status: int | None = 503) -> Fetched:
    """A server that asks for so many seconds."""
    return NoAnswer(URL, URL, reason, "a.example asked to come back later", status=status, retry_after=seconds)


@pytest.mark.parametrize(
    ("seconds", "until"),
    [(30.0, None), (3600.0, NOW + HOUR), (1e9, NOW + dt.timedelta(days=7)), (LONGEST_WAIT, NOW + dt.timedelta(days=7))],
)
def test_until_when_a_server_asked_us_to_wait(seconds: float, until: dt.datetime | None) -> None:
    """A Retry-After that is too long for a run gives a moment, at most a week away; a short one none."""
    found = visited(Table({URL: later(seconds)}))
    assert isinstance(found, Unsure)
    assert (found.reason, found.until, found.waits) == (Reason.SERVER_BUSY, until, False)


def test_our_own_site_is_asked_again_after_a_day() -> None:
    """A site of ours that asks for a year is looked at again the next day: nobody else would notice."""
    found = visited(Table({URL: later(1e9)}), ours=True)
    assert isinstance(found, Unsure)
    assert found.until == NOW + dt.timedelta(days=1)


def test_what_was_not_asked_waits_however_short_the_rest_is() -> None:
    """Half a minute before the moment nobody is asked either, and that is no answer of the server."""
    found = visited(Table({URL: later(30.0, Reason.RATE_LIMITED, None)}))
    assert isinstance(found, Unsure)
    assert (found.until, found.waits) == (NOW + dt.timedelta(seconds=30), True)


def test_the_moment_is_told_in_words() -> None:
    """Whoever reads the evidence sees who asked for how much."""
    found = visited(Table({URL: later(3600.0)}))
    assert isinstance(found, Unsure)
    assert found.evidence.detail == "a.example asked us to wait until Saturday 28 November 2026, 13:00 UTC"


def test_who_remembers_nothing_knows_no_moment() -> None:
    """A single look without a state is as it was."""
    found = visited(Table({URL: later(3600.0)}), remembers=False)
    assert isinstance(found, Unsure)
    assert (found.until, found.retry_after, found.evidence.detail) == (None, 3600.0, "a.example asked to come back later")


@pytest.mark.parametrize(("seconds", "times"), [(30.0, 3), (3600.0, 1)])
def test_who_asks_for_an_hour_is_not_tried_again_after_a_second(seconds: float, times: int) -> None:
    """A busy server that says when it may be asked is not asked again before, so what it said stands."""
    table = Table({URL: later(seconds)})
    assert visited(table).reason is Reason.SERVER_BUSY
    assert table.asked == [URL] * times


WAITS = Unsure(URL, Reason.RATE_LIMITED, Evidence(detail="as it was"), until=NOW + HOUR)


def test_a_link_that_waits_is_not_asked() -> None:
    """Before the moment a link is not asked, and its visit is the one that is remembered."""
    table = Table({})
    assert visited(table, WAITS) is WAITS
    assert table.asked == []


def test_a_page_that_waits_keeps_the_visit_that_is_remembered() -> None:
    """What the door did not ask for says no more than what its server said then; what it did ask for does."""

    async def run(seen: Visit) -> Visit:
        visits = made(Table({}), WAITS)
        assert visits.claim(URL)
        visits.settle(URL, seen)
        return visits.results()[URL]

    assert asyncio.run(run(replace(WAITS, until=NOW + HOUR / 2))) is WAITS
    asked = Unsure(URL, Reason.RATE_LIMITED, Evidence(429), until=NOW + 2 * HOUR)
    assert asyncio.run(run(asked)) is asked
