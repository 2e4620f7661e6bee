"""Links to visits: each address once, however many ask; failures are tried again at the end of their host's queue."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from reviewer import urls, verdicts
from reviewer.fetch import SHORT_WAIT, Fetching, Guard
from reviewer.look.visit.documents import Documents, Reading
from reviewer.look.visit.glance import glance
from reviewer.look.visit.opening import HEADERS, Opening
from reviewer.look.visit.sheets import Sheets
from reviewer.look.visit.turns import PAGES, Turns
from reviewer.model import Answer, Broken, Evidence, Fetched, Moved, Reason, Skipped, Unsure, Visit, Works
from reviewer.settings import LinkRule, Network
from reviewer.verdicts import Glance

DELAYS = (1.0, 3.0)
"""Seconds before the two further tries of what failed, before jitter."""

LONGEST_WAIT = 7 * 86400.0
"""The most seconds of a Retry-After that are believed: a server that asks for more is asked again after a week. Otherwise it could silence
checks for ever."""

LONGEST_WAIT_OURS = 86400.0
"""The same for our own sites: what they say of their pages is what people read, and a day's blindness is long enough."""

_AGAIN = frozenset(
    {
        *(Reason.TIMEOUT, Reason.SERVER_BUSY, Reason.TLS_FAILED, Reason.PROTOCOL_ERROR),
        *(Reason.REFUSED, Reason.RESET, Reason.SERVER_ERROR, Reason.HOST_DOWN),
    }
)
"""What may pass: worth another try. A 404 does not pass within seconds."""


_LOST = frozenset(
    {
        *(Reason.NOT_FOUND, Reason.GONE, Reason.SOFT_404, Reason.REDIRECT_TO_BROKEN),
        *(Reason.HOST_NOT_FOUND, Reason.PARKED_DOMAIN),
    }
)
"""What an archive may still have."""


class VisitProgress(Protocol):
    """Who is told how the visits go: a progress bar."""

    def asked(self) -> None:
        """One more address is to be visited."""
        ...

    def visited(self, url: str, visit: Visit) -> None:
        """An address was visited."""
        ...


class Visits:
    """All visits of one look.

    ``own`` tells our own addresses; ``trusted`` gives a visit of an earlier run that is still believed, or None: a good one only of others'
    addresses, for ours are cheap to ask, and what they say now is what people read; ``rules`` leave links alone; ``sheets`` takes the
    style sheets of ours that are visited. ``moment`` tells what time it will be in so many seconds, for a look whose visits are
    kept with the time until which a server asked us to wait; without it that is not kept. Without ``facts`` no target is read for what it
    says of itself; ``today`` tells which days have passed where an answer has no date of its own, and ``reads`` reads the first page of a
    document. ``made`` are visits that stand already; ``written`` is told of each that is settled.
    """

    def __init__(
        self,
        door: Fetching,
        network: Network,
        *,
        own: Callable[[str], bool],
        told: VisitProgress,
        rules: Sequence[LinkRule] = (),
        watch: Sequence[str] = (),
        trusted: Callable[[str], Visit | None] = lambda _: None,
        sheets: Sheets | None = None,
        facts: bool = True,
        today: dt.date | None = None,
        reads: Reading | None = None,
        moment: Callable[[float], dt.datetime] | None = None,
        delays: Sequence[float] = DELAYS,
        jitter: Callable[[], float] = random.random,
        made: Mapping[str, Visit] = MappingProxyType({}),
        written: Callable[[str, Visit], None] = lambda *_: None,
    ) -> None:
        self._own = own
        self._told = told
        self._rules = tuple(rules)
        self._trusted = trusted
        self._moment = moment
        self._delays = tuple(delays)
        self._jitter = jitter
        self._paces = {host.lower(): pace.connections for host, pace in network.paces}
        self._network = network
        self._guard = Guard(network)
        documents = Documents(door, network.limits, reads, HEADERS) if reads is not None else None
        self._opening = Opening(
            door,
            network.limits,
            own,
            watch=watch,
            robots=network.robots_for_links,
            sheets=sheets,
            facts=facts,
            today=today,
            documents=documents,
        )
        self._visits: dict[str, Visit] = dict(made)
        self._written = written
        self._pending: dict[str, Visit | None] = {}
        self._same: dict[str, str] = {}
        self._answered: set[str] = set()
        self._left: dict[str, Skipped] = {}
        self.troubles: list[str] = []
        self._turns = Turns(network.connections, self._at_once, self._trouble)

    def _at_once(self, host: str) -> int:
        """How many connections one host (with its port) gets, as the door gives them."""
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        if name in self._paces:
            return self._paces[name]
        own = self._own(f"http://{host}/") or self._guard.chosen(name)
        return self._network.own_pace.connections if own else self._network.pace.connections

    def _trouble(self, error: Exception) -> None:
        """An exception that nobody expected: told to the admin, and the look goes on."""
        self.troubles.append(f"A visit failed with {type(error).__name__}: {error}")

    # --- for the crawl -------------------------------------------------------------------------------------------

    def turn(self, url: str, job: Callable[[], Awaitable[float | None]]) -> None:
        """Do a job of the crawl that asks this address's host, when it is its turn."""
        self._turns.add(urls.site_key(url), job, PAGES)

    async def aside(self, work: Callable[[], Awaitable[None]], size: int) -> None:
        """Within a job: do what asks no host any more, with so many bytes in hand, without a turn."""
        await self._turns.aside(work, size)

    async def open(self, url: str, *, cap: int, robots: bool, headers: tuple[tuple[str, str], ...] = ()) -> tuple[Fetched, Glance]:
        """Fetch one address as a browser would."""
        return await self._opening.open(url, cap=cap, robots=robots, headers=headers)

    async def conclude(self, fetched: Fetched, look: Glance) -> Visit:
        """The verdict on what was opened, without what the page's text says of itself: the crawl reads it."""
        return self._dated(await self._opening.conclude(fetched, look, reads=False))

    async def seen(self, answer: Answer) -> Visit:
        """The verdict on a page as a browser shows it."""
        return await self._opening.conclude(answer, glance(answer, thorough=True), reads=False)

    def told(self, answer: Answer, visit: Works | Moved) -> Works | Moved:
        """The verdict with what the page says of itself, for what the crawl does not read after all."""
        return self._opening.told(answer, visit)

    def _dated(self, visit: Visit) -> Visit:
        """A visit with the moment until which its server asked us to wait, when somebody remembers it, and it was too long for this run or
        had begun before its turn."""
        if self._moment is None or not isinstance(visit, Unsure) or visit.retry_after is None:
            return visit
        unasked = visit.reason is Reason.RATE_LIMITED and visit.evidence.status is None
        if not (unasked or _later(visit)):
            return visit
        at = visit.evidence.final_url or visit.url
        until = self._moment(min(visit.retry_after, LONGEST_WAIT_OURS if self._own(at) else LONGEST_WAIT))
        host = urls.hostname(at)
        return replace(visit, until=until, evidence=replace(visit.evidence, detail=verdicts.asked_to_wait(host, until)))

    def again(self, visit: Visit, tries: int) -> float | None:
        """After how many seconds a failed visit is tried again; None when it is final. ``tries`` counts from 0."""
        if _later(visit):
            return None  # what it answered says more than that it was not asked a second time
        most = 1 if visit.reason is Reason.TIMEOUT else 2
        if visit.reason not in _AGAIN or tries >= min(most, len(self._delays)) or not self._opening.time_for_more(visit.url):
            return None
        return self._delays[tries] * (1 + self._jitter() / 2)

    def settle(self, url: str, visit: Visit) -> None:
        """Keep the visit of an address that somebody else (the crawl) made. One that was not made because of what its server said in an
        earlier run is still the visit of that run."""
        before = self._trusted(url) if isinstance(visit, Unsure) and visit.waits else None
        if not isinstance(visit, Skipped) and visit.evidence.status is not None and not visit.evidence.hops:
            self._answered.add(urls.site_key(url))
        kept = self._visits[url] = self._ruled(url) or (before if isinstance(before, Unsure) else visit)
        self._pending.pop(url, None)
        self._written(url, kept)
        self._told.visited(url, visit)

    def alias(self, url: str, of: str) -> None:
        """One address is another in other clothes (a session id, the same query in another order): one visit stands for both."""
        self._same[url] = of

    def leave(self, url: str, why: str) -> None:
        """Leave an address of our own alone, because its site has no end; a visit that was made, or will be made yet, says more."""
        self._left.setdefault(url, Skipped(url, Reason.NOT_ASKED, why))

    # --- for links -----------------------------------------------------------------------------------------------

    def has(self, url: str) -> bool:
        """Whether somebody has asked for this address (without fragment) already: it is visited once."""
        return url in self._visits or url in self._pending

    def ask(self, url: str, *, content: bool = False) -> None:
        """Visit an http(s) address (without fragment), unless somebody has asked for it already; ``content``: of a link in the text of a
        page, so that a document is read."""
        if self.has(url):
            return
        ruled = self._ruled(url)
        if ruled:
            self._visits[url] = ruled
            self._written(url, ruled)
            return
        trusted = self._trusted(url)
        if trusted is not None and not (isinstance(trusted, Works | Moved) and self._own(url)):
            self._visits[url] = trusted
            self._written(url, trusted)
            return
        self._pending[url] = None
        self._told.asked()
        tries = 0

        async def job() -> float | None:
            nonlocal tries
            visit = self._inward(self._dated(await self._opening.link(url, content=content)))
            before = self._pending.get(url)
            if visit.reason is Reason.HOST_DOWN and before is not None:
                visit = before  # what this address itself answered says more than that its host is left alone
            self._pending[url] = visit
            wait = self.again(visit, tries)
            tries += 1
            if wait is None:
                self.settle(url, await self._with_copy(await self._another_way(visit)))
            return wait

        self._turns.add(urls.site_key(url), job)

    def _inward(self, visit: Visit) -> Visit:
        """A link that leads into a computer or a private network, where no reader outside can follow: a fault, where no site of ours is in
        there itself. Nothing internal is allowed then; a loopback address that we may not ask is nobody's site either way."""
        if not isinstance(visit, Unsure) or visit.reason is not Reason.BLOCKED_ADDRESS:
            return visit
        final = visit.evidence.final_url or visit.url
        says = urls.inward(final)
        if says is None or (self._network.allow and says != urls.OWN_COMPUTER):
            return visit
        reason = Reason.REDIRECT_TO_BROKEN if visit.evidence.hops else Reason.BAD_ADDRESS
        return Broken(visit.url, reason, replace(visit.evidence, detail=says))

    def _ruled(self, url: str) -> Skipped | None:
        """What is said of links to an address that a rule leaves alone, also when it is a page of ours, which is read all the same."""
        rule = next((rule for rule in self._rules if urls.matches(rule.pattern, url)), None)
        return Skipped(url, Reason.RULE, rule.reason) if rule else None

    async def _another_way(self, visit: Visit) -> Visit:
        """What every try broke off is asked in another way, since programs may be all that is kept out."""
        if not isinstance(visit, Broken) or visit.reason is not Reason.RESET or visit.evidence.hops:
            return visit
        return await self._opening.dropped(visit, answers=urls.site_key(visit.url) in self._answered)

    async def _with_copy(self, visit: Visit) -> Visit:
        """A dead link with an archived copy to link to, when the config wants the archive asked."""
        if not self._network.ask_archive or not isinstance(visit, Broken) or visit.reason not in _LOST or visit.suggestion is not None:
            return visit
        return replace(visit, suggestion=await self._opening.archived(visit.url))

    def claim(self, url: str) -> bool:
        """Whether nobody has asked for this address yet; from now on somebody has: the crawl, which settles it."""
        if self.has(url):
            return False
        self._pending[url] = None
        self._told.asked()
        return True

    def release(self, url: str) -> None:
        """The crawl did not look at this address after all: visit it as a link."""
        self._pending.pop(url, None)
        self._visits.pop(url, None)
        self.ask(url)

    async def finish(self) -> dict[str, Visit]:
        """Wait for all visits and return them; what was stopped is *unsure* (``interrupted``), or what its last try said."""
        try:
            await self._turns.finish()
        except asyncio.CancelledError:
            await self._turns.stop()
            raise
        return self.results()

    async def stop(self) -> None:
        """Break everything off."""
        await self._turns.stop()

    def results(self) -> dict[str, Visit]:
        """All visits as far as they are known."""
        found = dict(self._visits)
        for url, visit in self._pending.items():
            found[url] = visit or Unsure(url, Reason.INTERRUPTED, Evidence(detail="the look was stopped before its turn"))
        for url, of in self._same.items():
            if of in found:
                found.setdefault(url, found[of])
        return self._left | found


def _later(visit: Visit) -> bool:
    """Whether the server asked for more time than a run has."""
    return isinstance(visit, Unsure) and (visit.retry_after or 0.0) > SHORT_WAIT
