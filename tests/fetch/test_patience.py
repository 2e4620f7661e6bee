"""How long anybody waits for a host: pauses, slow-downs, and whom they concern. On a clock that nobody waits for."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.fetch import Door
from reviewer.fetch.guard import Guard
from reviewer.fetch.hosts import Hosts
from reviewer.fetch.pace import RESTS, SHORT_WAIT, Host, TooLong
from reviewer.model import Answer, Fetched, NoAnswer, Reason
from reviewer.settings import Network, Pace
from tests.doubles.clocks import Clock
from tests.origin import Asked, Behaviour, Origin, names

DAY = 86400


class Standing(Clock):
    """Time that stands still until a test moves it; who sleeps is woken by nobody."""

    async def sleep(self, seconds: float) -> None:
        """Wait for ever."""
        await asyncio.Event().wait()


def door(clock: Clock, *, allow: tuple[str, ...] = ("127.0.0.0/8",), pace: Pace = Pace()) -> Door:  # noqa: B008 - frozen
    """A door to this machine on that clock, with the default manners."""
    lookup = names(a_example="127.0.0.1", b_example="127.0.0.1")
    return Door(Network(allow=allow, ports=((1, 65535),), pace=pace), version="1", clock=clock, lookup=lookup)


def saying(later: dict[str, int | None], status: str = "429 Too Many Requests") -> dict[str, Behaviour]:
    """An origin where those paths say "later", with a Retry-After of so many seconds or none, and all others answer."""

    async def answer(asked: Asked) -> bool:
        path = asked.path.lstrip("/?")
        if path not in later:
            await asked.answer()
        else:
            await asked.answer(status, b"", *(() if later[path] is None else (f"Retry-After: {later[path]}",)))
        return True

    return {"/": answer}


def reasons(found: list[Fetched]) -> list[Reason | int]:
    """The status of each answer, the reason of what is none."""
    return [item.status if isinstance(item, Answer) else item.reason for item in found]


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["a.example", "127.0.0.2"])
async def test_one_url_that_says_tomorrow_holds_nobody_up(name: str) -> None:
    """Links a, b, 429 with an hour to wait, c, d, e of one host: five are answered, one is not, and nobody waits an hour."""
    clock = Clock()
    async with Origin(saying({"busy": 3600}), address="127.0.0.2" if name == "127.0.0.2" else "127.0.0.1") as origin, door(clock) as way:
        found = await asyncio.gather(*(way.fetch(origin.url(f"/?{path}", name)) for path in ("a", "b", "busy", "c", "d", "e")))
    assert reasons(found) == [200, 200, Reason.RATE_LIMITED, 200, 200, 200]
    assert clock.time < 1000 + 20


@pytest.mark.anyio
async def test_who_waits_for_the_pace_ends_at_once_when_the_host_asks_for_a_day() -> None:
    """Two URLs say "tomorrow" while a third waits for the moment and others for a turn: none of them sleeps, none is sent."""
    clock = Standing()
    async with Origin(saying({"1": DAY, "2": DAY})) as origin, door(clock, pace=Pace(2, 2.0)) as way, asyncio.timeout(10):
        first = await way.fetch(origin.url("/?1", "a.example"))
        sent = asyncio.create_task(way.fetch(origin.url("/?2", "a.example")))  # waits half a second on a clock that stands still
        waiting = [asyncio.create_task(way.fetch(origin.url(f"/?{number}", "a.example"))) for number in range(3, 8)]
        await asyncio.sleep(0)
        host = way._hosts.host(f"a.example:{origin.port}", own=False)
        host.bar("http://a.example/other", DAY)
        found = [first, await sent, *await asyncio.gather(*waiting)]
        assert reasons(found) == [Reason.RATE_LIMITED] * 7
        assert len(origin.asked) == 1
        assert all(isinstance(item, NoAnswer) and item.retry_after == pytest.approx(DAY, abs=2) for item in found)


@pytest.mark.anyio
async def test_a_pause_wakes_all_who_wait() -> None:
    """Whoever sleeps, stands in line or waits for a turn is told at once that it takes too long, and every turn is free again."""
    host = Host(Pace(3, 1.0), Standing())
    await host.enter()
    waiting = [asyncio.create_task(host.enter()) for _ in range(6)]
    await asyncio.sleep(0)
    host.pause(3600)
    host.leave()
    async with asyncio.timeout(10):
        found = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(item) for item in found] == [TooLong] * 6
    assert host._free == 3


@pytest.mark.anyio
async def test_short_pauses_add_up_to_a_bound() -> None:
    """However often a host asks for a little more, who waits is told after 60 seconds of pauses; a new one begins anew."""
    clock = Standing()
    host = Host(Pace(2, 0.0), clock)
    host.pause(25)
    waiting = asyncio.create_task(host.enter())
    await asyncio.sleep(0)
    for _ in range(2):
        clock.time += 20
        host.pause(15)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not waiting.done()
    clock.time += 10
    host.pause(20)  # 25 + 10 + 15 + 15 seconds, less none that passed free
    async with asyncio.timeout(10):
        with pytest.raises(TooLong):
            await waiting
    late = asyncio.create_task(host.enter())
    await asyncio.sleep(0)
    clock.time += 20
    host.pause(0)
    assert await late == 20


@pytest.mark.anyio
async def test_one_url_waits_a_minute_for_pauses_in_all() -> None:
    """Its tries share one patience: a second "in 40 seconds" is not waited for after the first."""
    clock = Clock()
    async with Origin(saying({"x": 40})) as origin, door(clock) as way:
        found = await way.fetch(origin.url("/?x"))
        assert isinstance(found, NoAnswer)
        assert (found.reason, found.retry_after, len(origin.asked), clock.time) == (Reason.RATE_LIMITED, 40.0, 2, 1040.0)


@pytest.mark.anyio
async def test_a_host_is_granted_three_minutes_of_pauses_in_a_run() -> None:
    """After that its Retry-After ends the URL that got it, at once, and the others go on."""
    clock = Clock()
    async with Origin(saying({"1": 40, "2": 40, "3": 40, "4": 40, "5": 40})) as origin, door(clock) as way:
        for number in range(1, 6):
            assert reasons([await way.fetch(origin.url(f"/?{number}"))]) == [Reason.RATE_LIMITED]
            assert reasons([await way.fetch(origin.url(f"/?good{number}"))]) == [200]
        assert clock.time <= 1000 + RESTS + 5


@pytest.mark.anyio
async def test_what_was_said_before_this_run_holds_in_it() -> None:
    """An address that asked for time is not asked until then, and its host's other links are: one address says nothing about its host."""
    clock = Clock()
    async with Origin(saying({})) as origin, door(clock) as way:
        way.wait({origin.url("/?1"): 1000.0})
        found = await way.fetch(origin.url("/?1"))
        assert isinstance(found, NoAnswer)
        assert (found.reason, found.status, found.retry_after) == (Reason.RATE_LIMITED, None, 1000.0)
        assert reasons([await way.fetch(origin.url("/?2"))]) == [200]
        clock.time += 1001
        assert reasons([await way.fetch(origin.url("/?1"))]) == [200]


@pytest.mark.anyio
async def test_what_two_addresses_said_before_this_run_holds_for_their_host() -> None:
    """Two addresses that asked for time mean their host: nothing of it is asked until the first of them may be, not even robots.txt."""
    clock = Clock()
    async with Origin(saying({})) as origin, door(clock) as way:
        way.wait({origin.url("/?1", "a.example"): 1000.0, origin.url("/?2", "a.example"): 2000.0})
        found = await way.fetch(origin.url("/?3", "a.example"), robots=True)
        assert isinstance(found, NoAnswer)
        assert (found.reason, found.status, found.retry_after) == (Reason.RATE_LIMITED, None, 1000.0)
        assert not origin.asked
        assert reasons([await way.fetch(origin.url("/?3", "b.example"))]) == [200]
        clock.time += 1001
        there = await asyncio.gather(*(way.fetch(origin.url(f"/?{number}", "a.example")) for number in (1, 2, 3)))
        assert reasons(there) == [200, Reason.RATE_LIMITED, 200]


@pytest.mark.anyio
async def test_a_redirect_to_what_waits_has_no_status_of_its_own() -> None:
    """A redirect that leads to an address that asked for time: nobody answered, so there is no status."""

    async def leads(asked: Asked) -> bool:
        await asked.answer("302 Found", b"", "Location: /?busy")
        return True

    async with Origin({"/away": leads}) as origin, door(Clock()) as way:
        way.wait({origin.url("/?busy"): 1000.0})
        found = await way.fetch(origin.url("/away"))
        assert isinstance(found, NoAnswer)
        assert (found.reason, found.status, found.final_url) == (Reason.RATE_LIMITED, None, origin.url("/?busy"))
        assert len(origin.asked) == 1


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=20))
@settings(max_examples=60, deadline=None)
def test_nobody_is_let_in_after_more_pauses_than_patience(asks: list[tuple[float, float]]) -> None:
    """Whatever pauses come and whenever: who is let in waited at most 60 seconds of them; who is not, would have waited longer."""

    async def run() -> None:
        clock = Standing()
        host = Host(Pace(1, 0.0), clock)
        host.pause(30)
        waiting = asyncio.create_task(host.enter())
        await asyncio.sleep(0)
        for passes, pause in asks:
            clock.time += passes
            host.pause(pause)
            for _ in range(4):
                await asyncio.sleep(0)
        if not waiting.done():
            assert round(host._pauses, 3) <= SHORT_WAIT
            waiting.cancel()
        found = (await asyncio.gather(waiting, return_exceptions=True))[0]
        if isinstance(found, TooLong):
            assert host._pauses > SHORT_WAIT
        else:
            assert isinstance(found, asyncio.CancelledError) or (isinstance(found, float) and 30 <= found <= SHORT_WAIT)

    asyncio.run(run())


@pytest.mark.anyio
async def test_another_port_is_another_host() -> None:
    """What one port of a host asks for does not concern another."""
    clock = Clock()
    async with Origin(saying({"1": DAY, "2": DAY})) as origin, Origin(saying({})) as other, door(clock) as way:
        for number in (1, 2, 3):
            assert reasons([await way.fetch(origin.url(f"/?{number}"))]) == [Reason.RATE_LIMITED]
        assert reasons([await way.fetch(other.url("/?3"))]) == [200]


@pytest.mark.anyio
async def test_hosts_that_the_settings_name_have_our_own_pace() -> None:
    """An allowed address and an allowed name are asked as our own are; a name that only leads there is not, nor one with a pace."""
    clock = Clock()
    async with Origin(saying({})) as origin, door(clock, allow=("127.0.0.0/8", "a.example"), pace=Pace(1, 1.0)) as way:
        for name in ("127.0.0.1", "a.example"):
            for number in range(5):
                await way.fetch(origin.url(f"/?{number}", name))
        assert clock.time == 1000.0
        for number in range(5):
            await way.fetch(origin.url(f"/?{number}", "b.example"))
        assert clock.time == 1004.0
    hosts = Hosts(Network(paces=(("a.example", Pace(1, 3.0)),)), clock)
    assert hosts.host("a.example:80", own=True).pace == Pace(1, 3.0)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("intranet.example", True),
        ("Intranet.example.", True),
        ("10.20.1.1", True),
        ("[fd00::1]", True),
        ("10.21.1.1", False),
        ("sub.wild.example", False),
        ("www.intranet.example", False),
        ("8.8.8.8", False),
    ],
)
def test_which_hosts_the_settings_name(host: str, *, expected: bool) -> None:
    """An exact name, and an internal address within an allowed network; no wildcard, and no public address."""
    guard = Guard(Network(allow=("intranet.example", "10.20.0.0/16", "*.wild.example", "fd00::/8", "8.0.0.0/8")))
    assert guard.chosen(host) is expected


@pytest.mark.anyio
async def test_a_few_busy_answers_do_not_slow_a_host_of_ours_for_long() -> None:
    """32 links of one allowed host, four of them 503, those asked three times each: well under 20 seconds."""
    clock = Clock()
    busy = ("3", "11", "19", "27")
    async with Origin(saying(dict.fromkeys(busy), "503 Busy")) as origin, door(clock) as way:
        found = await asyncio.gather(*(way.fetch(origin.url(f"/?{number}")) for number in range(32)))
        assert reasons(found).count(200) == 28
        for _ in range(2):
            await asyncio.gather(*(way.fetch(origin.url(f"/?{number}")) for number in busy))
            way.trust(origin.url("/"))
    assert clock.time - 1000 < 14


def test_slowing_down_has_bounds() -> None:
    """A stranger is asked every ten seconds at least, one of ours every second, and never more often than its robots.txt wants."""
    for ours, slowest in ((False, 10.0), (True, 1.0)):
        host = Host(Pace(8, 0.0), Clock(), ours=ours)
        for _ in range(9):
            host.slower()
        assert host._interval == slowest
        host.faster()
        assert host._interval == (0.0 if ours else 5.0)
        host.at_least(30)
        host.slower()
        assert host._interval == 30
