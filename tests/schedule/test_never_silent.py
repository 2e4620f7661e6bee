"""Never silent, as a model: ledger, outbox, clock, network and mail server together, on a real state.

Whatever happens in whatever order, an owner with an open issue does not go unheard for longer than two periods of the digest without
health, exit code, figures, the dead man's switch and a message to the admin saying so.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import Any, Self
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reviewer import deliver, tell
from reviewer.deliver import AnswerLost, NoConnection, NotDelivered, blame
from reviewer.model import (
    Broken,
    DateClaim,
    DateKind,
    IssueState,
    Looked,
    Mailbox,
    Message,
    Owner,
    Page,
    PageState,
    PartialDate,
    Reason,
    Visit,
)
from reviewer.schedule import Logged, Standing, Work, health, unheard
from reviewer.schedule.duty import Duty
from reviewer.settings import Config, Directory, Email, Organisation, Site, State, Timetable, Watching
from reviewer.stopping import Stop
from reviewer.store import Store
from tests.store.samples import works

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
START = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
HOME = "https://pages.example/a"
UTC = ZoneInfo("UTC")
ANN, BOB, ADMIN = Owner("Ann", "ann@pages.example"), Owner("Bob", "bob@pages.example"), Mailbox("Web", "web@pages.example")
TWO_PERIODS = 3 * 7 * DAY
"""A digest is due within a week of the issue, and then two periods more."""

FAST = Path("/dev/shm")
"""Where a state costs no disk, when there is such a place."""

NETWORKS = ("up", "up", "cut off", "site is down", "raises", "dead links")
SERVERS = (
    "takes",
    "takes",
    "away",
    "450 later",
    "550 5.1.1 no such user",
    "550 5.7.60 not allowed to send as",
    "554 no",
    "loses answers",
    "hangs up",
)


class Crash(BaseException):
    """The process dies here."""


class Wire:
    """A mail server with a mood, and what arrived."""

    def __init__(self) -> None:
        self.mood = "takes"
        self.crash = 0
        self.arrived: list[tuple[str, str]] = []
        self.now = START
        self.heard: dict[str, dt.datetime] = {}

    def __enter__(self) -> Self:
        if self.mood == "away":
            raise NoConnection("nobody there")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing to let go of."""

    def send(self, message: Message, committing: Callable[[], None]) -> None:
        """One message, as the mood is; the admin's own goes like all others."""
        self._step()
        if self.mood[0].isdigit():
            code, _, says = self.mood.partition(" ")
            raise NotDelivered(f"the mail server said: {self.mood}", permanent=code >= "500", fault=blame.fault(int(code), says))
        if self.mood == "hangs up":
            raise NoConnection("it went away")
        committing()
        self._step()
        self.arrived.append((message.key, message.to.email))
        self.heard[message.to.email] = self.now
        self._step()
        if self.mood == "loses answers":
            raise AnswerLost("silence")

    def _step(self) -> None:
        self.crash -= 1
        if self.crash == 0:
            raise Crash


class NeverSilent(RuleBasedStateMachine):
    """The schedule of one installation over months, with one page that is overdue, and everything that can go wrong around it."""

    @initialize()
    def installed(self) -> None:
        """A new state, a mail server that works, and nobody who has looked at the first digests."""
        self.folder = tempfile.TemporaryDirectory(dir=FAST if FAST.is_dir() else None)
        self.wire, self.network, self.now, self.stop = Wire(), "up", START, Stop()
        self.owner, self.since, self.pings, self.failing = ANN, START, [""], False
        self.wrong_clock = dt.timedelta(0)
        self.unheard = 0
        self.patches: list[Any] = [
            mock.patch("reviewer.run.look_now", self.look),
            mock.patch("reviewer.schedule.loop.publish"),
            mock.patch("reviewer.logs.log"),
            mock.patch("reviewer.schedule.ping.ring", lambda _, what: self.pings.append(what)),
            mock.patch("reviewer.deliver.walk.way", return_value=SimpleNamespace(connect=lambda _: self.wire, LEAVES=True)),
        ]
        for each in self.patches:
            each.start()
        self.store = Store.open(f"{self.folder.name}/state.sqlite3", now=START)

    def config(self) -> Config:
        """The config as it is now."""
        return Config(
            organisation=Organisation("Pages", ADMIN),
            email=Email(sender=Mailbox("Review", "review@pages.example"), via="smtp://mail.example"),
            sites=(Site("Pages", ("https://pages.example/",)),),
            directory=Directory((self.owner,)),
            overrides=((HOME, self.owner.email),),
            state=State(f"{self.folder.name}/state.sqlite3"),
            watching=Watching(ping="https://hc.example/1"),
        )

    def look(self, *_args: Any, **_more: Any) -> Looked:
        """What a look sees."""
        if self.network == "raises":
            raise RuntimeError("a fault of ours")
        silent = {"cut off": Reason.TIMEOUT, "site is down": Reason.SERVER_ERROR}.get(self.network)
        if silent is not None:
            return Looked({HOME: Page(HOME, PageState.UNREACHABLE)}, {HOME: "Pages"}, {HOME: Broken(HOME, silent)}, incomplete=("Pages.",))
        claim = DateClaim(DateKind.DUE, PartialDate(2024, 5, 31), "Review date: 31 May 2024")
        dead = {f"https://no{n}.example/": Broken(f"https://no{n}.example/", Reason.HOST_NOT_FOUND) for n in range(6)}
        visits: dict[str, Visit] = {HOME: works(HOME), **(dead if self.network == "dead links" else {})}
        return Looked({HOME: Page(HOME, title="A", claims=(claim,))}, {HOME: "Pages"}, visits)

    @rule(network=st.sampled_from(NETWORKS), server=st.sampled_from(SERVERS), crash=st.integers(0, 6), days=st.integers(1, 10))
    def days_pass(self, network: str, server: str, crash: int, days: int) -> None:
        """Some days like this, with a tick on Mondays and Thursdays; the process may die in one of them."""
        self.network, self.wire.mood, self.wire.crash = network, server, crash
        for _ in range(days):
            self.now += DAY
            if self.now.weekday() in {0, 3}:  # a machine that is on twice a week sees all that there is to see
                self.morning()

    @rule(server=st.sampled_from(SERVERS), network=st.sampled_from(NETWORKS))
    def a_long_time_passes(self, server: str, network: str) -> None:
        """Five weeks without any change."""
        self.days_pass(network, server, 0, 35)

    @rule(ahead=st.sampled_from([3650, -3650, 70]))
    def the_clock_runs_wrong_for_a_day(self, ahead: int) -> None:
        """Nobody believes it."""
        self.now += DAY
        self.wrong_clock = ahead * DAY
        self.morning()
        self.wrong_clock = dt.timedelta(0)

    @rule(ahead=st.sampled_from([3650, 70]))
    def somebody_believes_a_wrong_clock(self, ahead: int) -> None:
        """A person says that it is right, and the next day says so of the right one."""
        self.now += DAY
        for moment in (self.now + ahead * DAY, self.now):
            self.morning(moment, sure=True)

    @rule()
    def somebody_lets_the_first_digests_go(self) -> None:
        """``digest --send --yes``, whatever the mail server does."""
        told = tell.telling(self.config(), self.store, now=self.now, today=self.now.date())
        tell.write_down(self.config(), self.store, told, now=self.now, period=("digest", self.now.date().isoformat()))
        self.batch(yes=True)

    @rule()
    def somebody_sends_again(self) -> None:
        """``digest --resend``."""
        self.batch(again=True)

    def batch(self, *, yes: bool = False, again: bool = False) -> None:
        """Send, and perhaps die."""
        self.wire.now = self.now
        with suppress(Crash):
            deliver.send_batch(self.store.outbox, self.config().email, self.now, yes=yes, again=again)

    @rule()
    def the_owner_leaves(self) -> None:
        """The directory and the page name somebody else."""
        self.owner, self.since = (BOB if self.owner is ANN else ANN), self.now

    def morning(self, moment: dt.datetime | None = None, *, sure: bool = False) -> None:
        """One tick of a schedule that has just started, so that no pause is on."""
        self.wire.now, seen = self.now, len(self.pings)
        work = Work(self.config(), self.store, stop=self.stop, progress=Logged(), sure=sure)
        with suppress(Crash):
            Duty(Timetable(), UTC, Standing(self.store), work, self.stop).tick(moment or self.now + self.wrong_clock)
        if self.pings[seen:]:
            self.failing = self.pings[-1] == "fail"
        self.check()

    @invariant()
    def check(self) -> None:
        """Who has not heard of what is open for two periods is not met with silence."""
        issue = next((each for each in self.store.issues().values() if each.finding.reason == "overdue"), None)
        if issue is None or issue.state is not IssueState.OPEN or self.wrong_clock:
            return
        waits_since = max(self.since, min(issue.changed, self.now), self.wire.heard.get(self.owner.email, START))
        if self.owner.email in self.wire.heard and self.wire.heard[self.owner.email] >= self.since:
            return
        if self.now - waits_since <= TWO_PERIODS:
            return
        self.unheard += 1
        standing, table = Standing(self.store), Timetable()
        silence = standing.silence(self.now, table, UTC)
        found = health(self.now, table, UTC, success=standing.success(), up=self.store.created, hours=48, silence=silence)
        assert not found.well, found.says
        assert unheard(silence, self.now), "without these words `reviewer run` ends with 0, and not with 4"
        figures = standing.figures(silence)
        late = figures.success is None or self.now - figures.success > 4 * DAY or figures.success > self.now
        assert figures.unheard or figures.untold or figures.outage or late
        assert self.failing, "the dead man's switch was told that all is well"
        letters = [each for each in self.store.outbox.letters(owner=ADMIN.email) if self.now - each.prepared <= TWO_PERIODS]
        words = (self.owner.email, "told to nobody", "has not worked", "not got mail")
        assert any(word in " ".join(each.message.text.split()) for each in letters for word in words), [
            each.message.text for each in letters
        ]

    def teardown(self) -> None:
        """Let go."""
        if hasattr(self, "store"):
            self.store.close()
            for each in self.patches:
                each.stop()
            self.folder.cleanup()


@pytest.mark.parametrize(
    ("server", "network", "lets_go"),
    [
        *((server, "up", True) for server in dict.fromkeys(SERVERS) if server not in {"takes", "loses answers"}),
        ("takes", "up", False),
        *(("takes", network, False) for network in ("cut off", "site is down", "raises")),
    ],
)
def test_each_trouble_that_lasts_is_told(server: str, network: str, *, lets_go: bool) -> None:
    """What the machine below finds by chance is walked through here each time: an issue opens, a trouble begins, and goes on for months.
    Its owner does not hear of it, and everything else says so."""
    world = NeverSilent()
    world.installed()
    try:
        world.days_pass("up", "takes" if lets_go else server, 0, 7)
        if lets_go:
            world.somebody_lets_the_first_digests_go()
        world.the_owner_leaves()
        world.a_long_time_passes(server, network)
        world.a_long_time_passes(server, network)
        assert world.unheard
    finally:
        world.teardown()


def test_a_first_message_that_comes_late_and_is_refused_is_told_at_once() -> None:
    """The first digests waited for a person for weeks, which was told; when they are refused then, nothing is well on the next day either."""
    world = NeverSilent()
    world.installed()
    try:
        world.a_long_time_passes("takes", "up")
        world.wire.mood = "550 5.1.1 no such user"
        world.somebody_lets_the_first_digests_go()
        world.days_pass("up", "550 5.1.1 no such user", 0, 7)
        assert world.unheard
    finally:
        world.teardown()


NeverSilent.TestCase.settings = settings(
    max_examples=12, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
TestNeverSilent = NeverSilent.TestCase
