"""Manners towards hosts: pace, pauses, breaker, robots. On a clock that nobody waits for."""

import asyncio
import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.fetch import Door
from reviewer.fetch.hosts import Breaker, Hosts
from reviewer.fetch.journey import retry_after
from reviewer.fetch.pace import Host
from reviewer.fetch.robots import rules
from reviewer.model import Answer, Fetched, NoAnswer, Reason
from reviewer.settings import Limits, Network, Pace
from tests.doubles.clocks import Clock
from tests.origin import Asked, Behaviour, Origin, names
from tests.origin.behaviours import BEHAVIOURS

LIMITS = Limits()
NO_PACE = Pace(8, 0.0)
ANY = ((1, 65535),)


def door(clock: Clock, *, pace: Pace = NO_PACE, **more: object) -> Door:
    """A door to this machine on that clock."""
    network = Network(allow=("127.0.0.0/8",), ports=ANY, pace=pace, limits=LIMITS, **more)  # type: ignore[arg-type]
    lookup = names(a_example="127.0.0.1", b_example="127.0.0.1")
    return Door(network, version="1.2", contact="web@trust.example", clock=clock, lookup=lookup)


def reason(fetched: Fetched) -> Reason:
    """The reason of what is no answer."""
    assert isinstance(fetched, NoAnswer), fetched
    return fetched.reason


@pytest.mark.anyio
async def test_requests_to_one_host_keep_their_distance() -> None:
    """Two requests a second are half a second apart; another host need not wait for them."""
    clock = Clock()
    async with Origin(BEHAVIOURS) as origin, door(clock, pace=Pace(2, 2.0)) as way:
        for _ in range(5):
            await way.fetch(origin.url("/plain", "a.example"))
        assert clock.time == 1002.0
        await way.fetch(origin.url("/plain", "b.example"))
        assert clock.time == 1002.0


@pytest.mark.anyio
async def test_one_host_is_asked_two_things_at_once_at_most() -> None:
    """Connections to one host at once are bounded by its pace, however many ask."""
    now = most = 0

    async def busy(asked: Asked) -> bool:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.01)
        now -= 1
        await asked.answer()
        return True

    async with Origin({"/": busy}) as origin, door(Clock(), pace=Pace(2, 0.0)) as way:
        await asyncio.gather(*(way.fetch(origin.url(f"/?{number}", "a.example")) for number in range(12)))
        assert most == 2
        assert origin.connections <= 2


@pytest.mark.anyio
async def test_our_own_hosts_and_named_ones_have_their_own_pace() -> None:
    """``own`` and ``[network] paces`` change the pace of a host."""
    clock = Clock()
    async with (
        Origin(BEHAVIOURS) as origin,
        door(clock, pace=Pace(1, 0.1), own_pace=Pace(8, 0.0), paces=(("b.example", Pace(1, 1.0)),)) as way,
    ):
        await way.fetch(origin.url("/plain", "a.example"))
        for _ in range(3):
            await way.fetch(origin.url("/plain", "a.example"), own=True)
        assert clock.time == 1000.0
        for _ in range(3):
            await way.fetch(origin.url("/plain", "b.example"), own=True)
        assert clock.time == 1002.0


@pytest.mark.anyio
async def test_a_short_retry_after_is_waited_for() -> None:
    """A host that says "in 30 seconds" is asked again after 30 seconds, in the same run; nobody else asks it meanwhile."""
    clock = Clock()
    times: list[float] = []

    async def later(asked: Asked) -> bool:
        times.append(clock.time)
        if len(times) == 1:
            await asked.answer("429 Too Many Requests", b"", "Retry-After: 30")
        else:
            await asked.answer()
        return True

    async with Origin({"/": later}) as origin, door(clock) as way:
        fetched = await way.fetch(origin.url("/"))
        assert isinstance(fetched, Answer)
        assert fetched.status == 200
        assert fetched.seconds < 30
        assert times == [1000.0, 1030.0]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "expected"), [("429 Too Many", Reason.RATE_LIMITED), ("503 Busy", Reason.SERVER_BUSY)])
async def test_a_long_retry_after_ends_the_url_and_from_a_second_one_the_host(status: str, expected: Reason) -> None:
    """A URL that says "tomorrow" is not asked for again; when a second one says so, nobody asks that host; the outcome says when."""

    async def tomorrow(asked: Asked) -> bool:
        await asked.answer(status, b"", "Retry-After: 86400")
        return True

    clock = Clock()
    async with Origin({"/": tomorrow}) as origin, door(clock) as way:
        first = await way.fetch(origin.url("/"))
        assert isinstance(first, NoAnswer)
        assert (first.reason, first.status, first.retry_after) == (expected, int(status[:3]), 86400.0)
        again = await way.fetch(origin.url("/"))
        assert isinstance(again, NoAnswer)
        assert (again.reason, again.status, again.retry_after) == (Reason.RATE_LIMITED, None, 86400.0)
        assert len(origin.asked) == 1
        second = await way.fetch(origin.url("/?2"))
        assert reason(second) is expected
        third = await way.fetch(origin.url("/?3"))
        assert isinstance(third, NoAnswer)
        assert (third.reason, third.status) == (Reason.RATE_LIMITED, None)
        assert third.retry_after == pytest.approx(86400, abs=2)
        assert len(origin.asked) == 2
        assert clock.time < 1002


@pytest.mark.anyio
async def test_a_retry_after_may_be_a_date() -> None:
    """A server that names the moment is heeded as one that counts the seconds (RFC 9110, 10.2.3)."""
    clock = Clock()
    moment = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)

    async def then(asked: Asked) -> bool:
        await asked.answer("503 Service Unavailable", b"", f"Retry-After: {format_datetime(moment, usegmt=True)}")
        return True

    async with Origin({"/": then}) as origin, door(clock) as way:
        fetched = await way.fetch(origin.url("/"))
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.SERVER_BUSY
        assert fetched.retry_after == pytest.approx(7200, abs=60)
        assert len(origin.asked) == 1


@pytest.mark.anyio
async def test_a_host_that_always_says_later_is_believed_in_the_end() -> None:
    """After two more tries the answer is what the host said; without a Retry-After it is not asked again at all."""

    async def later(asked: Asked) -> bool:
        await asked.answer("503 Busy", b"", *(("Retry-After: 1",) if "?" in asked.path else ()))
        return True

    async with Origin({"/": later}) as origin, door(Clock()) as way:
        fetched = await way.fetch(origin.url("/?1"))
        assert isinstance(fetched, Answer)
        assert fetched.status == 503
        assert len(origin.asked) == 3
        fetched = await way.fetch(origin.url("/"))
        assert isinstance(fetched, Answer)
        assert len(origin.asked) == 4


@pytest.mark.anyio
async def test_a_busy_host_is_asked_less_until_it_recovers() -> None:
    """429 and 503 slow a host down by half each time; good answers bring it back to its pace."""
    clock = Clock()
    busy = True

    async def answer(asked: Asked) -> bool:
        await asked.answer("503 Busy" if busy else "200 OK")
        return True

    async with Origin({"/": answer}) as origin, door(clock) as way:
        gaps = []
        for number in range(12):
            busy = number < 3
            before = clock.time
            await way.fetch(origin.url(f"/?{number}"))
            gaps.append(clock.time - before)
    assert gaps[1] == 0.5
    assert gaps[2] > gaps[1]
    assert gaps[-1] == 0.0


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/closes", "/resets", "/garbage"])
async def test_a_host_that_fails_five_times_in_a_row_is_left_alone(path: str) -> None:
    """After 5 failures in a row the rest of a host is HOST_DOWN, without a request; other hosts are not."""
    async with Origin(BEHAVIOURS) as origin, Origin(BEHAVIOURS) as other, door(Clock()) as way:
        found = [reason(await way.fetch(origin.url(f"{path}?{number}"))) for number in range(8)]
        assert found[5:] == [Reason.HOST_DOWN] * 3
        assert Reason.HOST_DOWN not in found[:5]
        before = len(origin.asked)
        assert reason(await way.fetch(origin.url("/plain"))) is Reason.HOST_DOWN
        assert len(origin.asked) == before
        assert isinstance(await way.fetch(other.url("/plain")), Answer)


@pytest.mark.anyio
async def test_a_host_is_asked_again_when_somebody_trusts_it() -> None:
    """``trust`` begins anew with a host that was left alone."""
    async with Origin(BEHAVIOURS) as origin, door(Clock()) as way:
        for number in range(6):
            await way.fetch(origin.url(f"/closes?{number}"))
        assert reason(await way.fetch(origin.url("/plain"))) is Reason.HOST_DOWN
        way.trust(origin.url("/plain"))
        assert isinstance(await way.fetch(origin.url("/plain")), Answer)


@pytest.mark.anyio
async def test_many_at_once_do_not_run_past_the_breaker() -> None:
    """Those who wait for their turn when a host goes down are not sent any more."""
    async with Origin(BEHAVIOURS) as origin, door(Clock(), pace=Pace(1, 0.0)) as way:
        found = await asyncio.gather(*(way.fetch(origin.url(f"/resets?{number}", "a.example")) for number in range(30)))
        assert sum(reason(item) is Reason.HOST_DOWN for item in found) == 25


@given(st.lists(st.booleans(), max_size=60))
@settings(max_examples=80, deadline=None)
def test_the_breaker_counts_as_it_says(outcomes: list[bool]) -> None:
    """Down after 5 failures in a row, or when half of at least 20 failed; down stays down."""
    breaker = Breaker()
    down = False
    for number, failed in enumerate(outcomes, 1):
        breaker.count(failed=failed)
        so_far = outcomes[:number]
        if so_far[-5:] == [True] * 5 or (number >= 20 and failed and 2 * sum(so_far) >= number):
            down = True
        assert breaker.down == down


@pytest.mark.anyio
async def test_pages_that_are_missing_do_not_count_against_a_host() -> None:
    """404 and 500 are answers: a site with many dead pages is not down."""
    async with Origin(BEHAVIOURS) as origin, door(Clock()) as way:
        for number in range(12):
            assert isinstance(await way.fetch(origin.url(f"/missing?{number}")), Answer)
            assert isinstance(await way.fetch(origin.url(f"/500?{number}")), Answer)


@pytest.mark.anyio
async def test_turns_are_handed_on_when_somebody_gives_up() -> None:
    """A cancelled fetch gives its turn to the next, whether it waited or slept."""
    clock = Clock()
    host = Host(Pace(1, 0.0), clock)

    async def turn() -> None:
        await host.enter()
        await asyncio.sleep(0)
        host.leave()

    async with asyncio.timeout(1):
        await host.enter()
        waiting = [asyncio.create_task(turn()) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        host.leave()
        waiting[1].cancel()  # its turn has come, but it does not know yet
        await asyncio.gather(*waiting, return_exceptions=True)
        await turn()

        class Forever(Clock):
            async def sleep(self, seconds: float) -> None:
                await asyncio.Event().wait()

        slow = Host(Pace(1, 1.0), Forever())

        async def slow_turn() -> None:
            await slow.enter()
            slow.leave()

        await slow_turn()
        sleeper = asyncio.create_task(slow_turn())
        await asyncio.sleep(0)
        sleeper.cancel()
        await asyncio.gather(sleeper, return_exceptions=True)
        assert slow._free == 1


@pytest.mark.anyio
async def test_a_pause_asked_for_during_the_wait_is_kept() -> None:
    """Who is already waiting for the moment waits on when the host asks for a pause meanwhile."""
    clock = Clock()
    host = Host(Pace(2, 1.0), clock)

    async def turn() -> float:
        await host.enter()
        host.leave()
        return clock.time

    await turn()
    waiting = asyncio.create_task(turn())
    host.pause(20)
    assert await waiting == 1020.0
    assert host.paused() == 0.0


@pytest.mark.anyio
async def test_a_host_that_turns_out_ours_lets_more_in() -> None:
    """Those who wait at a stranger's pace come in at once when the host becomes ours."""
    hosts = Hosts(Network(pace=Pace(1, 0.0), own_pace=Pace(3, 0.0)), Clock())
    host = hosts.host("a.example:80", own=False)
    inside = 0

    async def stay() -> None:
        nonlocal inside
        await host.enter()
        inside += 1

    tasks = [asyncio.create_task(stay()) for _ in range(5)]
    await asyncio.sleep(0)
    assert inside == 1
    assert hosts.host("a.example:80", own=True) is host
    assert hosts.host("a.example:80", own=True) is host
    assert hosts.host("a.example:81", own=True) is not host
    await asyncio.sleep(0)
    assert inside == 3
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.anyio
async def test_a_crawl_delay_holds_when_a_host_turns_out_ours() -> None:
    """A link may lead to a host before its site is begun: what its robots.txt asks for is kept at our own pace, too."""
    clock = Clock()
    hosts = Hosts(Network(pace=Pace(2, 2.0), own_pace=Pace(8, 0.0)), clock)
    hosts.host("a.example:443", own=False).at_least(5.0)
    host = hosts.host("a.example:443", own=True)
    for _ in range(3):
        await host.enter()
        host.leave()
    assert clock.time == 1010.0


@pytest.mark.anyio
async def test_http_and_https_of_a_host_share_its_pace() -> None:
    """Pace is per host: what is asked on port 443 counts with what is asked on port 80, another port is another service."""
    clock = Clock()
    hosts = Hosts(Network(pace=Pace(2, 2.0)), clock)
    plain, secure = hosts.host("a.example:80", own=False), hosts.host("a.example:443", own=False)
    for host in (plain, secure, plain):
        await host.enter()
        host.leave()
    assert clock.time == 1001.0
    plain.pause(10)
    assert secure.paused() == 10.0
    others = [hosts.host(authority, own=False) for authority in ("a.example:8080", "b.example:80", "[::1]:80")]
    assert [host.paused() for host in others] == [0.0, 0.0, 0.0]
    assert len({plain, secure, *others}) == 4
    assert hosts.breaker("a.example:80") is not hosts.breaker("a.example:443")
    hosts.trust("a.example:443")
    assert plain._most == 1


NOW = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("99999999999999", 999999999.0),
        ("Sat, 21 Nov 2026 12:01:00 GMT", 60.0),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0),
        ("Saturday, 21-Nov-26 12:01:00 GMT", 60.0),
        ("Sat, 21 Nov 2026 12:01:00", 60.0),
        ("-5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("1.5", None),
        ("\u0665", None),
        ("Sat, 99 Nov 2026 12:01:00 GMT", None),
    ],
)
def test_retry_after_in_both_forms(value: str | None, seconds: float | None) -> None:
    """Seconds or a date (RFC 9110, 10.2.3); anything else says nothing."""
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=60))
def test_retry_after_takes_anything(value: str) -> None:
    """A header of a wicked server is a number of seconds or nothing, never an exception."""
    found = retry_after(value, NOW)
    assert found is None or found >= 0


# --- robots --------------------------------------------------------------------------------------------------------

ROBOTS = b"""User-agent: *
Disallow: /

User-agent: Reviewer
Disallow: /private/
Allow: /private/open
Crawl-delay: 5

Sitemap: https://a.example/sitemap.xml
Sitemap: /map.xml
"""


def robots(status: str, body: bytes = b"") -> dict[str, Behaviour]:
    """An origin with that robots.txt."""

    async def answer(asked: Asked) -> bool:
        await asked.answer(status, body)
        return True

    return {**BEHAVIOURS, "/robots.txt": answer}


@pytest.mark.anyio
async def test_robots_are_obeyed_by_our_own_name() -> None:
    """The group for our name holds, not the one for all; the longest rule wins; the file is asked for once, also by many at once."""
    clock = Clock()
    async with Origin(robots("200 OK", ROBOTS)) as origin, door(clock) as way:
        asked = ["/public", "/private/x", "/private/open", "/private/"]
        found = await asyncio.gather(*(way.allowed(origin.url(path)) for path in asked))
        assert found == [True, False, True, False]
        assert origin.paths() == ["/robots.txt"]
        assert not await way.allowed("nonsense")
        assert await way.sitemaps(origin.url("/")) == ("https://a.example/sitemap.xml", "/map.xml")
        assert rules(await way.fetch(origin.url("/robots.txt"))).delay == 5.0
        assert origin.asked[0].headers["user-agent"] == "reviewer/1.2 (+web@trust.example)"


@pytest.mark.anyio
async def test_a_fetch_that_minds_robots_asks_them_first() -> None:
    """With ``robots`` a page that is not for us is not asked for, at any hop; without it is (one link is a visit, not a crawl)."""
    async with Origin(robots("200 OK", b"User-agent: *\nDisallow: /plain")) as origin, door(Clock()) as way:
        assert reason(await way.fetch(origin.url("/plain"), robots=True)) is Reason.ROBOTS
        fetched = await way.fetch(origin.url("/to-plain"), robots=True)
        assert reason(fetched) is Reason.ROBOTS
        assert len(fetched.hops) == 1
        assert "/plain" not in origin.paths()
        assert isinstance(await way.fetch(origin.url("/plain")), Answer)


@pytest.mark.anyio
async def test_robots_are_read_up_to_500_kib() -> None:
    """A rule within the first 500 KiB of robots.txt holds, what stands behind them does not, and a file without end costs no more."""
    rest = b"# comment\n" * 60_000
    async with Origin(robots("200 OK", b"User-agent: *\nDisallow: /first\n" + rest + b"Disallow: /last\n")) as origin, door(Clock()) as way:
        assert [await way.allowed(origin.url(path)) for path in ("/first", "/last")] == [False, True]
    async with Origin({**BEHAVIOURS, "/robots.txt": BEHAVIOURS["/endless"]}) as origin, door(Clock()) as way:
        async with asyncio.timeout(10):
            assert await way.allowed(origin.url("/plain"))


@pytest.mark.anyio
async def test_a_crawl_delay_is_kept() -> None:
    """The door keeps to a crawl-delay by itself, at most a minute."""
    clock = Clock()
    async with Origin(robots("200 OK", b"User-agent: *\nCrawl-delay: 7200")) as origin, door(clock) as way:
        assert await way.allowed(origin.url("/plain"))
        await way.fetch(origin.url("/plain"))
        before = clock.time
        await way.fetch(origin.url("/plain"))
        assert clock.time - before == 60.0


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        *(("404 Not Found", True), ("403 Forbidden", True), ("410 Gone", True)),
        *(("500 Oh", False), ("503 Busy", False), ("429 Too Many Requests", False)),
    ],
)
async def test_robots_that_cannot_be_had(status: str, allowed: bool) -> None:
    """4xx means no rules, 5xx and 429 that nothing may be fetched in this run (RFC 9309, 2.3.1): they are not asked for again."""
    async with Origin(robots(status, b"User-agent: *\nDisallow: /plain")) as origin, door(Clock()) as way:
        assert await way.allowed(origin.url("/plain")) is allowed
        assert await way.allowed(origin.url("/other")) is allowed
        assert origin.paths() == ["/robots.txt"]
        assert await way.sitemaps(origin.url()) == ()
        assert rules(await way.fetch(origin.url("/robots.txt"))).delay == 0.0


@pytest.mark.anyio
async def test_an_origin_that_does_not_answer_allows_nothing() -> None:
    """No connection to robots.txt: nothing may be fetched (RFC 9309, 2.3.1.4)."""
    async with Origin(BEHAVIOURS) as origin:
        url = origin.url("/plain")
    async with door(Clock()) as way:
        assert not await way.allowed(url)
        fetched = await way.fetch(url, robots=True)
        assert isinstance(fetched, NoAnswer)
        assert fetched.reason is Reason.ROBOTS_UNKNOWN
        assert fetched.detail.startswith("its robots.txt could not be had (refused)")


@pytest.mark.anyio
async def test_a_robots_file_that_fails_is_no_wish_of_the_site() -> None:
    """5xx for robots.txt keeps us out, and is told as a failure, not as what robots.txt says."""
    async with Origin(robots("502 Oh")) as origin, door(Clock()) as way:
        fetched = await way.fetch(origin.url("/plain"), robots=True)
        assert isinstance(fetched, NoAnswer)
        assert (fetched.reason, fetched.detail) == (Reason.ROBOTS_UNKNOWN, "its robots.txt could not be had (it answered 502)")
        assert "/plain" not in origin.paths()


@pytest.mark.anyio
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
async def test_a_rule_that_was_cut_is_no_rule(end: bytes) -> None:
    """Half of the last line that fits within 500 KiB is another rule, which nobody made; the lines before it hold."""
    before = b"User-agent: *" + end + b"Disallow: /first" + end
    rule = b"Disallow: /pl"
    filling = b"#" * (500 * 1024 - len(before) - len(end) - len(rule)) + end
    async with Origin(robots("200 OK", before + filling + rule + b"aces/of/others" + end)) as origin, door(Clock()) as way:
        assert [await way.allowed(origin.url(path)) for path in ("/first", "/plain")] == [False, True]


@pytest.mark.parametrize(
    ("named", "ours"),
    [
        *(("reviewer", True), ("Reviewer/1.0", True), ("reviewer/1.2 (+web@trust.example)", True), (" reviewer / 2 # for all", True)),
        *(("reviewers/1.0", False), ("my-reviewer/1.0", False), ("reviewer-bot/1.0", False), ("other/1.0 reviewer/1.0", False)),
    ],
)
def test_a_version_behind_our_name_is_passed_over(named: str, ours: bool) -> None:
    """Whoever copies our User-Agent from a log means us: only the product token counts (RFC 9309, 2.2.1)."""
    text = f"User-agent: *\nDisallow: /all\n\nUSER-AGENT: {named}\nDisallow: /reviewer/x\n"
    url = "https://a.example/robots.txt"
    found = rules(Answer(url, url, 200, body=text.encode()))
    assert found.allowed("https://a.example/reviewer/x") is not ours
    assert found.allowed("https://a.example/all") is ours


@given(st.binary(max_size=400))
@settings(max_examples=80, deadline=None)
def test_robots_of_any_bytes_are_rules(content: bytes) -> None:
    """Whatever stands in robots.txt, there is an answer for every URL."""
    found = rules(Answer("https://a.example/robots.txt", "https://a.example/robots.txt", 200, body=b"User-agent: *\nDisallow: " + content))
    assert isinstance(found.allowed("https://a.example/x"), bool)
    assert 0 <= found.delay <= 60
    assert isinstance(found.sitemaps, tuple)


@pytest.mark.anyio
async def test_a_calmed_host_is_asked_one_at_a_time_and_then_more() -> None:
    """Who was left alone and lives gets one connection; each 20 good answers one more, and after "too much" never so many again."""
    host = Host(Pace(4, 0.0), Clock())
    for _ in range(4):
        await host.enter()
    host.calm()
    waiting = [asyncio.ensure_future(host.enter()) for _ in range(6)]
    await asyncio.sleep(0)

    async def entered() -> int:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        return sum(turn.done() for turn in waiting)

    for _ in range(3):
        host.leave()
    assert await entered() == 0
    host.leave()
    assert await entered() == 1
    for _ in range(20):
        host.faster()
    assert await entered() == 2
    for _ in range(20):
        host.faster()
    assert await entered() == 3
    host.slower()
    for _ in range(60):
        host.faster()
    host.leave()
    assert await entered() == 3
    host.leave()
    assert await entered() == 4
    for _ in range(4):
        host.leave()
    await asyncio.gather(*waiting)
    host.become(Pace(8, 0.0))
    for _ in range(8):
        await asyncio.wait_for(host.enter(), 1)


def test_failures_from_before_somebody_trusted_a_host_do_not_count() -> None:
    """What was under way when a host was trusted again says nothing of it now."""
    breaker = Breaker()
    turn = breaker.turn
    breaker.trust()
    for _ in range(9):
        breaker.count(failed=True, turn=turn)
    assert not breaker.down
    for _ in range(5):
        breaker.count(failed=True, turn=breaker.turn)
    assert breaker.down
