"""The one door to the network.

    async with Door(network, contact="web@trust.example", version="1.0") as door:
        fetched = await door.fetch("https://trust.example/page")

``fetch`` never raises for what a server or a name does: it returns ``Answer`` or ``NoAnswer``. It asks the guard, waits for the
host's pace, follows redirects, and keeps to the deadline and the caps. Nothing but GET leaves through here (docs/decisions/0005), but for
a login's own form (0023).
Longer than 300 lines: the order of these steps is what keeps hosts from being asked too much, and it can be read only in one place.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import functools
import resource
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Self

import httpx

from reviewer.fetch import body
from reviewer.fetch.faults import fault, refused, whole
from reviewer.fetch.fetching import Robots
from reviewer.fetch.guard import Guard
from reviewer.fetch.hosts import Breaker, Hosts
from reviewer.fetch.journey import Journey, retry_after
from reviewer.fetch.names import Lookup, Names, system
from reviewer.fetch.pace import SHORT_WAIT, Clock, Host, Manner, RealClock, TooLong, Turn
from reviewer.fetch.robots import Rules, rules
from reviewer.fetch.targets import Jar, Target, target
from reviewer.fetch.tls import context as tls
from reviewer.fetch.tls.second import SecondLook
from reviewer.fetch.wire.choosing import Headers, Reply, Wire
from reviewer.fetch.wire.own import OwnTransport
from reviewer.fetch.within import Pulse, Within
from reviewer.model import Answer, Fetched, NoAnswer, Reason
from reviewer.settings import Network

REDIRECTS = {301, 302, 303, 307, 308}
BUSY = {429: Reason.RATE_LIMITED, 503: Reason.SERVER_BUSY}
FAILED = {429, 502, 503, 504}
"""Statuses that count against a host, as timeouts and broken connections do."""

REFUSED = {Reason.CERTIFICATE, Reason.TLS_CHAIN}
"""A certificate was shown, and not believed."""

HOST_FAULTS = {Reason.REFUSED, Reason.RESET, Reason.TIMEOUT, Reason.PROTOCOL_ERROR, Reason.TLS_FAILED}

TRIES = 2
"""How often a URL is asked again because its host said "later"."""

FILES = 4096


def _nobody(said: Mapping[str, Manner]) -> None:
    """Nobody wants to know."""
    del said


class Door:
    """Fetches, politely and within limits."""

    def __init__(
        self,
        network: Network,
        *,
        contact: str = "",
        version: str,
        lookup: Lookup = system,
        clock: Clock | None = None,
        turn: Turn | None = None,
    ) -> None:
        """Take the settings, who can be written to about us, and our version.

        ``lookup`` and ``clock`` stand in for DNS and time in tests; ``turn`` tells when it is our turn at a host that other processes ask,
        too.
        """
        self.network = network
        self._limits = network.limits
        self._clock = clock or RealClock()
        self._guard = Guard(network)
        self._names = Names(seconds=network.limits.dns_seconds, most=network.limits.addresses, lookup=lookup)
        self._hosts = Hosts(network, self._clock, turn)
        self._told: Callable[[Mapping[str, Manner]], None] = _nobody
        self._pulse = Pulse()
        self._second = SecondLook(network, self._guard, self._names, self._pulse)
        self._slots = asyncio.Semaphore(network.connections)
        self._robots: dict[str, asyncio.Task[Rules]] = {}
        self._credentials = {target(origin).origin: secret for origin, secret in network.credentials}
        self._sessions: dict[str, str] = {}
        self._wire: Wire = self._made()
        agent = f"reviewer/{version} (+{contact})" if contact else f"reviewer/{version}"
        self._headers: Headers = (
            ("User-Agent", "".join(letter for letter in agent if " " <= letter <= "~")),
            ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
            ("Accept-Encoding", "gzip"),
        )

    def _made(self) -> Wire:
        """The wire that the settings choose.

        Behind a proxy it dials the proxy only, wherever that stands; what a name leads to is then the proxy's to judge.
        """
        proxy = target(self.network.proxy).host if self.network.proxy else None
        ahead = replace(self.network, allow=(*self.network.allow, proxy), ports=((1, 65535),)) if proxy else self.network
        guard = Guard(ahead) if proxy else self._guard
        if self.network.transport == "httpx":
            from reviewer.fetch.wire.stock import HttpxWire, StockTransport

            context = tls.context(self.network.ca_file)
            kept, spare = (
                functools.partial(StockTransport, self.network, guard, self._names, context, keep=keep) for keep in (True, False)
            )
            return HttpxWire(kept(), self.network, spare)
        return OwnTransport(self.network, guard, self._names, self._pulse, lambda: tls.context(self.network.ca_file))

    async def __aenter__(self) -> Self:
        """Nothing is opened yet; only the system's bound on open files is lifted as far as it may be, since each connection is one."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = FILES if hard == resource.RLIM_INFINITY else min(hard, FILES)
        if soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close all connections."""
        for task in self._robots.values():
            task.cancel()
        await self._wire.aclose()
        self._names.close()

    async def fetch(
        self,
        url: str,
        *,
        cap: int | None = None,
        own: bool = False,
        robots: Robots = False,
        headers: Headers = (),
        jar: Jar | None = None,
        form: tuple[str, bytes] | None = None,
    ) -> Fetched:
        """Fetch a URL (its fragment is not sent), redirects followed.

        ``cap``: so many decoded bytes are kept (default: as many as a page may have). ``own``: the host is one of ours, so our own pace
        holds. ``robots``: ask robots.txt first, at every hop (``"own"``: at those on our host). ``headers`` are added; secret ones only
        go to the first origin, conditions (If-None-Match and its like) only to the first address. ``jar`` holds cookies to send, each to
        its own host, and takes those that redirects set; the time and the hops that it was on the way already count here: what goes on by
        a page's own refresh is one journey. ``form`` (its type and its bytes) is sent by POST, once, and only to an origin whose login the
        settings name; what it leads to is asked for by GET.
        """
        journey = Journey(url, self._limits.page_bytes if cap is None else cap, headers, self._clock, own=own, robots=robots, jar=jar)
        if len(url) > self._limits.url_characters:
            return journey.ended(Reason.TOO_LARGE, f"the address has {len(url)} characters, more than {self._limits.url_characters}")
        try:
            journey.start(target(url))
        except ValueError as error:
            return journey.ended(Reason.BAD_ADDRESS, str(error))
        if form is not None and journey.at.origin not in {login.origin for login in self.network.logins}:
            return journey.ended(Reason.BLOCKED_ADDRESS, f"the config has no login with a form on {journey.at.origin}")
        journey.form = form
        while True:
            outcome = await self._hop(journey)
            if outcome is not None:
                return outcome

    async def allowed(self, url: str, *, own: bool = False) -> bool:
        """Whether robots.txt lets us fetch a URL. An address that no browser could open is not allowed."""
        try:
            at = target(url)
        except ValueError:
            return False
        return (await self._rules(at.origin, own=own)).allowed(at.href)

    async def sitemaps(self, origin: str, *, own: bool = False) -> tuple[str, ...]:
        """The sitemaps that an origin's robots.txt names."""
        return (await self._rules(target(origin).origin, own=own)).sitemaps

    def trust(self, url: str) -> None:
        """Ask the host of ``url`` again although it failed too often: somebody has a reason to think that only some addresses failed."""
        self._hosts.trust(target(url).authority)

    def manners(self) -> dict[str, Manner]:
        """What the hosts said that holds for the next one who asks them, too."""
        return self._hosts.manners()

    def tell(self, told: Callable[[Mapping[str, Manner]], None]) -> None:
        """From now on tell somebody the manners of all hosts whenever one asks for time, or fails too often."""
        self._told = told

    def take(self, manners: Mapping[str, Manner], own: Callable[[str], bool] = lambda _: False) -> None:
        """Go on where another process ended; ``own`` tells hosts of ours."""
        self._hosts.take(manners, lambda lane: own(lane) or self._guard.chosen(lane.partition(":")[0]))

    def sign_in(self, origin: str, cookies: str) -> None:
        """From now on send these cookies (``name=value; ...``) to that origin, and to nobody else: we are logged in there."""
        self._sessions[target(origin).origin] = cookies

    def wait(self, seconds: Mapping[str, float]) -> None:
        """Leave addresses alone for so many seconds yet, and their host when there are several of them: as if they had asked for that in
        this run."""
        bars: dict[Host, dict[str, float]] = {}
        for url, left in seconds.items():
            at = target(url)
            bars.setdefault(self._host(at, own=False), {})[at.href] = left
        for host, those in bars.items():
            host.remember(those)

    async def _rules(self, origin: str, *, own: bool) -> Rules:
        """The rules of an origin, asked for once; those who ask meanwhile wait for the same answer."""
        asked = self._robots.get(origin)
        if asked is None:
            asked = self._robots[origin] = asyncio.create_task(self._ask_rules(origin, own=own))
        return await asyncio.shield(asked)

    async def _ask_rules(self, origin: str, *, own: bool) -> Rules:
        """Fetch robots.txt and keep to its crawl-delay."""
        found = rules(await self.fetch(f"{origin}/robots.txt", cap=self._limits.robots_bytes, own=own))
        if found.delay:
            self._host(target(origin), own=own).at_least(found.delay)
        return found

    async def _hop(self, journey: Journey) -> Fetched | None:
        """Ask one server. None: the journey goes on, to another place or to the same once more."""
        at = journey.at
        barred = self._barred(journey)
        if barred:
            return journey.ended(Reason.BLOCKED_ADDRESS, barred)
        if journey.seconds >= self._limits.total_seconds:
            journey.status = None
            return journey.ended(Reason.TIMEOUT, f"the way there took all of the {self._limits.total_seconds:g} seconds")
        host = self._host(at, own=journey.own_here)
        waits = self._waits(journey, host)  # before robots.txt: its host would not be asked for that either
        if waits:
            return waits
        if journey.robots is True or (journey.robots and journey.own_here):
            obeyed = await self._rules(at.origin, own=journey.own_here)
            if obeyed.missing:
                return journey.ended(Reason.ROBOTS_UNKNOWN, f"its robots.txt could not be had {obeyed.missing}")
            if not obeyed.allowed(at.href):
                return journey.ended(Reason.ROBOTS, f"robots.txt of {at.host} asks us not to fetch this")
        breaker = self._hosts.breaker(at.authority)
        left_alone = self._left_alone(journey, breaker, host)
        if left_alone:
            return left_alone
        try:
            journey.spent.waited += await host.enter(journey.patience)
        except TooLong:
            return self._left_alone(journey, breaker, host) or self._too_long(journey, host)
        try:
            left_alone = self._left_alone(journey, breaker, host)  # what happened while we waited for our turn
            if left_alone:
                return left_alone
            async with self._slots:
                turn = breaker.turn
                outcome = await self._in_time(journey)
        finally:
            host.leave()
        faulty = outcome.reason in HOST_FAULTS if isinstance(outcome, NoAnswer) else journey.status in FAILED
        breaker.count(failed=faulty, turn=turn)
        said = breaker.down
        if isinstance(outcome, Answer) and outcome.status in BUSY:
            outcome, said = self._later(journey, host, outcome), True
        elif not isinstance(outcome, NoAnswer):
            host.faster()
        if said:
            self._told(self.manners())
        return outcome

    def _host(self, at: Target, *, own: bool) -> Host:
        """The manners towards a host and port: our own pace also for what the settings allow by name."""
        return self._hosts.host(at.authority, own=own or self._guard.chosen(at.host))

    def _barred(self, journey: Journey) -> str | None:
        """What can be refused before any socket is made: a port, and an address written as such."""
        at = journey.at
        if not self._guard.port(at.host, at.port):
            return f"port {at.port} of {at.host} is not among [network] ports"
        return self._guard.literal(at.host)

    def _left_alone(self, journey: Journey, breaker: Breaker, host: Host) -> NoAnswer | None:
        """A host that failed too often, or asked for a long pause, is not asked."""
        if breaker.down:
            return journey.ended(Reason.HOST_DOWN, f"{journey.at.host} failed too often in this run and was left alone")
        return self._waits(journey, host)

    def _waits(self, journey: Journey, host: Host) -> NoAnswer | None:
        """What asked for a long pause is not asked: an address, or its whole host."""
        barred = host.barred(journey.at.href)
        if barred:
            return self._unasked(journey, "asked to come back later", barred)
        return self._too_long(journey, host) if host.paused() > SHORT_WAIT else None

    def _too_long(self, journey: Journey, host: Host) -> NoAnswer:
        """A host that asked for more pause than anybody has patience for."""
        return self._unasked(journey, "asked to be left alone for now", host.paused())

    def _unasked(self, journey: Journey, what: str, seconds: float) -> NoAnswer:
        """The end before a request: whatever status a redirect had that led here, nobody answered."""
        journey.status = None
        return journey.ended(Reason.RATE_LIMITED, f"{journey.at.host} {what}", retry_after=seconds)

    def _later(self, journey: Journey, host: Host, outcome: Answer) -> Fetched | None:
        """Heed a host that is asked too much: slower, and once more when it says when.

        A long wait is first a matter of this URL alone: one that is closed for a day says nothing about its host.
        """
        host.slower()
        wait = retry_after(outcome.header("retry-after"), dt.datetime.now(dt.UTC))
        if wait is None:
            return outcome
        if host.grants(wait):
            host.pause(wait)
            if journey.tries >= TRIES:
                return outcome
            if wait <= journey.patience:
                journey.tries += 1
                return None
        else:
            host.bar(journey.at.href, wait)
        return journey.ended(BUSY[outcome.status], f"{journey.at.host} asked to come back later", retry_after=wait)

    async def _in_time(self, journey: Journey) -> Fetched | None:
        """One exchange within what is left of the time limit."""
        left = max(0.0, self._limits.total_seconds - journey.seconds)
        journey.tick()
        try:
            async with Within(self._pulse, left):
                return await self._exchange(journey)
        except (httpx.TransportError, TimeoutError) as error:
            return await self._failed(journey, error)
        finally:
            journey.tock()

    async def _failed(self, journey: Journey, error: Exception) -> NoAnswer:
        """Say why there is no answer; of a certificate that was refused, with what is left of the time, all that is wrong with it."""
        reason, says = fault(error)
        code = refused(error) if reason in REFUSED else None
        left = self._limits.total_seconds - journey.seconds
        shown = await self._second.certificate(journey.at, left) if code is not None else None
        if code is None or shown is None:
            return journey.ended(reason, says)
        return journey.ended(*whole(code, reason, says, shown, journey.at.host), certificate=shown)

    async def _exchange(self, journey: Journey) -> Fetched | None:
        """Send one request and read its answer; None after a redirect."""
        journey.status = None
        headers = journey.headers(self._headers, self._credentials, self._sessions)
        form, journey.form = journey.form, None  # sent once
        reply = await self._wire.exchange(journey.at.href, headers, form[1] if form else None)
        try:
            return await self._answer(journey, reply)
        finally:
            await reply.close()

    async def _answer(self, journey: Journey, reply: Reply) -> Fetched | None:
        """Read an answer, or go where it leads."""
        journey.status = reply.status
        size = sum(len(name) + len(value) + 4 for name, value in reply.headers)
        if size > self._limits.header_bytes or len(reply.headers) > self._limits.headers:
            return journey.ended(Reason.TOO_LARGE, f"the answer has {len(reply.headers)} headers of {size} bytes")
        named = dict(reversed(reply.headers))
        location = named.get("location")
        if reply.status in REDIRECTS and location:
            if any(name == "location" and value != location for name, value in reply.headers):  # browsers refuse it too
                return journey.ended(Reason.PROTOCOL_ERROR, "it redirects to several addresses at once")
            return self._redirect(journey, reply, location)
        try:
            content, cut = await body.read(reply, journey.cap, named.get("content-encoding"))
        except body.Undecodable as error:
            return journey.ended(Reason.PROTOCOL_ERROR, str(error))
        return journey.answered(reply.status, reply.headers, content, cut=cut)

    def _redirect(self, journey: Journey, reply: Reply, location: str) -> NoAnswer | None:
        """Go where a redirect leads, within bounds."""
        with contextlib.suppress(UnicodeDecodeError):  # what is not UTF-8 stays latin-1, as in a browser
            location = location.encode("latin-1").decode("utf-8")
        try:
            to = target(location, journey.at.href)
        except ValueError:
            return journey.ended(Reason.PROTOCOL_ERROR, f"it redirects to what is not a web address: {location[:200]}")
        if len(to.href) > self._limits.url_characters:
            return journey.ended(Reason.TOO_LARGE, f"it redirects to an address of {len(to.href)} characters")
        if journey.spent.hops >= self._limits.hops:
            return journey.ended(Reason.TOO_MANY_REDIRECTS, f"it redirects more than {self._limits.hops} times")
        cookies = [value for name, value in reply.headers if name == "set-cookie"]
        if not journey.redirected(reply.status, to, cookies):
            return journey.ended(Reason.REDIRECT_LOOP, "its redirects go round in circles")
        return None
