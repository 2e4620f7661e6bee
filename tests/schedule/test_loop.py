"""What the schedule does for due periods: a run, a digest from the state, what waits; pings, figures, and the lock around it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from reviewer import deliver, logs, schedule
from reviewer.model import Broken, DateClaim, DateKind, LetterState, Link, Looked, Mailbox, Owner, Page, PageState, PartialDate, Reason
from reviewer.schedule import BASELINE, Logged, Silence, Standing, Work, begin_anew, chatted, unheard
from reviewer.schedule import health as wellness
from reviewer.schedule.duty import Duty
from reviewer.settings import Admin, Chat, Config, Directory, Email, Network, Organisation, Site, State, Timetable, Watching
from reviewer.stopping import Stop
from reviewer.store import Locked, StateRefused, Store, lock
from reviewer.tell import RELEASED, Happened, outage_since
from reviewer.timetable.periods import CHECK, DIGEST, Due
from tests.logging_kept import as_before as as_before
from tests.store.samples import message, works

MONDAY = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
HOME = "https://pages.example/a"


class World:
    """A state, a site of one overdue page, a folder for mail; and a count of the looks."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, via: str | None = None) -> None:
        self.folder = folder
        self.looks = 0
        self.pings: list[str] = []
        self.answer = self.overdue
        self.config = Config(
            organisation=Organisation("Pages", Mailbox("Web", "web@pages.example")),
            email=Email(sender=Mailbox("Review", "review@pages.example"), via=via or f"folder:{folder / 'outbox'}"),
            sites=(Site("Pages", ("https://pages.example/",)),),
            directory=Directory((Owner("Ann", "ann@pages.example"),)),
            overrides=((HOME, "ann@pages.example"),),
            state=State(str(folder / "state.sqlite3")),
            watching=Watching(ping="https://hc.example/1"),
            report_folder=str(folder / "report"),
        )
        self.stop = Stop()
        self.store = Store.open(self.config.state.at, now=MONDAY - dt.timedelta(days=30))
        monkeypatch.setattr("reviewer.run.look_now", self.look)
        monkeypatch.setattr("reviewer.schedule.ping.ping", self.ping)

    def overdue(self) -> Looked:
        claim = DateClaim(DateKind.DUE, PartialDate(2024, 5, 31), "Review date: 31 May 2024")
        return Looked(
            {HOME: Page(HOME, title="A", claims=(claim,), links=(Link("https://ok.example/", "https://ok.example/"),))},
            {HOME: "Pages"},
            {"https://ok.example/": works("https://ok.example/")},
        )

    def look(self, *_args: Any, **_more: Any) -> Looked:
        self.looks += 1
        return self.answer()

    async def ping(self, _door: object, _url: str, what: str) -> bool:
        self.pings.append(what)
        return True

    def tick(self, now: dt.datetime) -> bool:
        work = Work(self.config, self.store, stop=self.stop, progress=Logged())
        return Duty(Timetable(), ZoneInfo("UTC"), Standing(self.store), work, self.stop).tick(now)

    def mails(self) -> list[str]:
        return sorted(file.name for file in (self.folder / "outbox").glob("*.eml"))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A world."""
    made = World(tmp_path, monkeypatch)
    yield made
    made.store.close()


def test_a_check_and_a_digest_are_one_look(world: World) -> None:
    """When both are due the sites are looked at once, the mail goes, the report is written, and the switch is told."""
    assert world.tick(MONDAY)
    assert world.looks == 1
    assert len(world.mails()) >= 1
    assert world.pings == ["start", "success"]
    assert (world.folder / "report" / "index.html").exists()
    assert world.store.periods_done(CHECK) == {"2026-11-23"}
    assert world.store.periods_done(DIGEST) == {"2026-11-23"}
    assert not world.tick(MONDAY + HOUR)
    assert world.looks == 1


def test_a_digest_after_its_check_looks_no_second_time(world: World) -> None:
    """At eight the digest is made from what was seen at six."""
    world.store.mark_period(DIGEST, "2026-11-16", now=MONDAY - 7 * 24 * HOUR)
    world.tick(MONDAY - 2 * HOUR)
    assert (world.looks, world.mails()) == (1, [])
    world.tick(MONDAY)
    assert world.looks == 1
    assert len(world.mails()) >= 1


def test_a_digest_from_an_old_look_looks_first(world: World) -> None:
    """What was seen on Friday is not what owners are told on Monday."""
    world.store.mark_period(CHECK, "2026-11-23", now=MONDAY - 3 * 24 * HOUR)
    world.tick(MONDAY)
    assert world.looks == 1
    assert "2026-11-23" in world.store.periods_done(DIGEST)


def test_first_digests_that_would_leave_the_house_wait_for_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a real mail server the first digests wait until somebody has looked; the schedule does not ask again at each tick."""
    world = World(tmp_path, monkeypatch, via="smtp://mail.pages.example:587")
    with world.store:
        assert world.tick(MONDAY)
        assert world.store.periods_done(DIGEST) == frozenset()
        assert world.store.periods_done(BASELINE) == {"2026-11-23"}
        assert world.store.pending(MONDAY) == 0
        assert not world.tick(MONDAY + HOUR)
        assert world.looks == 1


def test_what_a_killed_run_left_in_the_outbox_goes(world: World) -> None:
    """With nothing due, messages that wait are sent, without a look and without a ping."""
    world.tick(MONDAY)
    before, world.pings[:] = len(world.mails()), []
    world.store.prepare([message("late@pages.example")], {}, now=MONDAY)
    assert world.tick(MONDAY + HOUR)
    assert len(world.mails()) == before + 1
    assert (world.looks, world.pings) == (1, [])


def test_a_run_that_fails_is_told_to_the_switch(world: World) -> None:
    """An exception in a run is a /fail ping; the period is still open."""

    def fails() -> Looked:
        raise RuntimeError("a bug")

    world.answer = fails
    assert world.tick(MONDAY)
    assert world.pings == ["start", "fail"]
    assert world.store.periods_done(CHECK) == frozenset()
    assert [run.outcome for run in world.store.runs()] == ["running"]
    begin_anew(world.config, world.store, MONDAY)
    assert [run.outcome for run in world.store.runs()] == ["killed"]


def test_a_site_that_is_down_is_told_to_the_switch_but_is_no_illness(world: World) -> None:
    """A run that could not read a site is incomplete: /fail for the person on call, and still a sign of life."""
    world.answer = lambda: Looked(
        {HOME: Page(HOME, PageState.UNREACHABLE)}, {HOME: "Pages"}, {}, incomplete=("Pages: no page could be read.",)
    )
    world.tick(MONDAY)
    assert world.pings == ["start", "fail"]
    assert just_after(MONDAY, Standing(world.store).success())


def just_after(start: dt.datetime, moment: dt.datetime | None) -> bool:
    """Whether a run that began at ``start`` ended then: later by what the run took, which nobody can say beforehand."""
    return moment is not None and start <= moment < start + dt.timedelta(hours=1)


def cut_off() -> Looked:
    """A look in which not even our own site answered."""
    return Looked({HOME: Page(HOME, PageState.UNREACHABLE)}, {HOME: "Pages"}, {HOME: Broken(HOME, Reason.TIMEOUT)}, incomplete=("Pages.",))


def test_an_outage_of_ours_is_tried_again_and_told_after_a_day(world: World) -> None:
    """Nothing is settled and no period is done; each try rings /fail, and after a day health is bad and the admin has one message."""
    world.answer = cut_off
    now, health = MONDAY, []
    for _ in range(10):
        world.tick(now)
        silence = Standing(world.store).silence(now, Timetable(), ZoneInfo("UTC"))
        health.append(wellness(now, Timetable(), ZoneInfo("UTC"), success=MONDAY, up=MONDAY, hours=48, silence=silence).well)
        now += 4 * HOUR
    assert world.store.periods_done(CHECK) == frozenset()
    assert Standing(world.store).success() is None
    assert world.pings == ["start", "fail"] * 10
    assert health == [True] * 6 + [False] * 4, "24 hours later somebody is told"
    assert world.mails() == ["2026-11-24-admin-web@pages.example-alarm.eml"], "once for each outage"
    assert "neither our own sites" in (world.folder / "outbox" / world.mails()[0]).with_suffix(".html").read_text()
    assert {run.outcome for run in world.store.runs()} == {"incomplete"}
    world.answer = world.overdue
    assert world.tick(now)
    assert outage_since(world.store, now) is None
    assert "2026-11-25-ann@pages.example.eml" in world.mails()


def silence_of(world: World, now: dt.datetime) -> Silence:
    """Who should have heard, at that moment."""
    return Standing(world.store).silence(now, Timetable(), ZoneInfo("UTC"))


def test_mail_that_does_not_go_is_told_after_two_periods(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused, held or waiting: two weeks later health is bad and names the reader, the figures have it, and each run rings /fail; the
    admin's next message says it. Once the letter has gone all is well."""
    world = World(tmp_path, monkeypatch, via="smtp://127.0.0.1:1")
    with world.store:
        world.store.mark_period(RELEASED, "2026-11-16", now=MONDAY)
        world.tick(MONDAY)
        (digest,) = world.store.outbox.letters(owner="ann@pages.example")
        for state in (LetterState.PREPARED, LetterState.REFUSED, LetterState.HELD):
            world.store.outbox.move(digest.message.key, state, now=MONDAY, says="for a reason")
            assert unheard(silence_of(world, MONDAY + 13 * DAY), MONDAY + 13 * DAY) == ""
            late = silence_of(world, MONDAY + 14 * DAY)
            assert "1 reader has not got mail for two periods (ann@pages.example, " in unheard(late, MONDAY)
            assert "for a reason). Mend that, then: reviewer digest --resend." in unheard(late, MONDAY)
            assert Standing(world.store).figures(late).unheard == 1
        world.pings.clear()
        world.tick(MONDAY + 14 * DAY)
        assert world.pings == ["start", "fail"]
        told = [letter for letter in world.store.outbox.letters(period="2026-12-07") if "/admin/" in letter.message.key]
        assert "Mail that waits for you: reviewer digest shows it, reviewer digest --resend" in told[0].message.text
        assert "Mail that could not go yet" in told[0].message.text
        world.store.outbox.move(digest.message.key, LetterState.SENT, now=MONDAY)
        assert silence_of(world, MONDAY + 14 * DAY).unheard == 0


def test_what_was_told_to_somebody_else_later_waits_for_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The owner left, the mail was refused, and the page has a new owner who got it: nobody is unheard."""
    world = World(tmp_path, monkeypatch, via="smtp://127.0.0.1:1")
    with world.store:
        world.store.mark_period(RELEASED, "2026-11-16", now=MONDAY)
        world.tick(MONDAY)
        world.store.outbox.move("2026-11-23/ann@pages.example", LetterState.REFUSED, now=MONDAY)
        bob = Owner("Bob", "bob@pages.example")
        world.config = replace(world.config, directory=Directory((bob,)), overrides=((HOME, bob.email),))
        world.tick(MONDAY + 7 * DAY)
        assert silence_of(world, MONDAY + 21 * DAY).unheard == 2
        world.store.outbox.move("2026-11-30/bob@pages.example", LetterState.SENT, now=MONDAY + 7 * DAY)
        assert silence_of(world, MONDAY + 21 * DAY).unheard == 0


def test_first_digests_that_nobody_looks_at_are_told_after_two_periods(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person has to look first; when nobody does, health says so, and how many issues wait."""
    world = World(tmp_path, monkeypatch, via="smtp://mail.pages.example:587")
    with world.store:
        world.tick(MONDAY)
        now = MONDAY + 14 * DAY
        says = unheard(silence_of(world, now), now)
        assert says.startswith("2 open issues have been told to nobody for two periods; the last digest was never made.")
        world.tick(now)
        world.tick(now + DAY)
        assert world.pings[-2:] == ["start", "fail"]
        assert [letter.message.key for letter in world.store.outbox.letters()] == ["2026-12-07/admin/web@pages.example/alarm"]
        assert "send with --send --yes" in " ".join(world.store.outbox.letters()[0].message.text.split())


@pytest.mark.parametrize("jump", [61 * DAY, 3650 * DAY, -HOUR, -3650 * DAY])
def test_a_clock_that_is_not_to_be_believed_does_nothing(world: World, jump: dt.timedelta) -> None:
    """Before the last run, or months after it: no look, no mail, no retention, and a sentence; once a person says it is right it goes on."""
    world.tick(MONDAY)
    world.store.mark_period(DIGEST, "2026-11-16", now=MONDAY)
    before = (world.looks, world.mails(), world.store.counts())
    work = Work(world.config, world.store, stop=world.stop, progress=Logged())
    with pytest.raises(StateRefused, match="say so once with --clock-is-right"):
        work((Due(CHECK, "x", MONDAY),), MONDAY + jump)
    assert (world.looks, world.mails(), world.store.counts()) == before
    Work(world.config, world.store, stop=world.stop, progress=Logged(), sure=True)((Due(CHECK, "x", MONDAY),), MONDAY + jump)
    assert world.looks == before[0] + 1


def test_health_does_not_believe_a_run_of_days_to_come(world: World) -> None:
    """A clock that ran ahead for one run is no success for ten years."""
    found = wellness(MONDAY, Timetable(), ZoneInfo("UTC"), success=MONDAY + 3650 * DAY, up=MONDAY, hours=48)
    assert (found.well, found.says[:33]) == (False, "The clock says 2026-11-23 08:00 U")


def test_a_page_of_dead_links_silences_nobody(world: World) -> None:
    """Links to six hosts that do not exist, of eight: the owner of the overdue page is told, and the period is done."""
    links = {f"https://gone{n}.example/": Broken(f"https://gone{n}.example/", Reason.HOST_NOT_FOUND, certain=False) for n in range(6)}
    calm = world.overdue()
    world.answer = lambda: replace(calm, visits={**calm.visits, **links, HOME: works(HOME)})
    world.tick(MONDAY)
    assert "2026-11-23-ann@pages.example.eml" in world.mails()
    assert world.store.periods_done(DIGEST) == {"2026-11-23"}
    assert world.store.runs(1)[0].outcome == "done"


def test_a_ping_that_breaks_costs_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong around a ping, the run goes on; without an address there is none."""

    async def broken(_door: object, _url: str, _what: str) -> bool:
        raise RuntimeError("a bug in the ping")

    monkeypatch.setattr("reviewer.schedule.ping.ping", broken)
    world.tick(MONDAY)
    assert "2026-11-23" in world.store.periods_done(DIGEST)


def test_a_report_that_cannot_be_written_is_a_line(world: World) -> None:
    """A full or read-only report folder costs an error line and not the run."""
    (world.folder / "report").write_text("in the way")
    world.tick(MONDAY)
    assert "2026-11-23" in world.store.periods_done(DIGEST)
    assert world.store.runs()[0].outcome == "done"


def test_what_another_run_did_meanwhile_is_not_done_again(world: World) -> None:
    """Periods that a person's own run finished while we waited for the lock are left alone."""
    for kind in (CHECK, DIGEST):
        world.store.mark_period(kind, "2026-11-23", now=MONDAY)
    work = Work(world.config, world.store, stop=world.stop, progress=Logged())
    work((Due(CHECK, "2026-11-23", MONDAY), Due(DIGEST, "2026-11-23", MONDAY)), MONDAY)
    assert (world.looks, world.pings) == (0, [])


def test_another_run_holds_the_lock(world: World) -> None:
    """While somebody else runs, work says so and does nothing; a start says nothing about runs that are under way."""
    world.store.begin_run("run", now=MONDAY, as_of=MONDAY.date())
    with lock(world.config.state.at, now=MONDAY):
        with pytest.raises(Locked):
            Work(world.config, world.store, stop=world.stop, progress=Logged())((), MONDAY)
        begin_anew(world.config, world.store, MONDAY)
    assert [run.outcome for run in world.store.runs()] == ["running"]


def test_figures_come_from_the_state(world: World) -> None:
    """What Prometheus is told is what the state holds; before the first run there is nothing to tell."""
    standing = Standing(world.store)
    assert standing.figures().success is None
    assert standing.success() is None
    world.tick(MONDAY)
    found = standing.figures()
    assert just_after(MONDAY, found.success)
    assert (found.pages, found.links["works"], found.runs) == ({"read": 1, "unread": 0}, 1, {"done": 1})
    assert found.issues.get("open", 0) >= 1
    assert found.messages["sent"] == len(world.mails())


def test_pages_and_links_are_lines_at_debug(capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each page and link, at debug."""
    progress = Logged()
    progress.page(HOME)
    progress.asked()
    progress.visited("https://ok.example/", works("https://ok.example/"))
    said = capsys.readouterr().out
    assert "page read" in said
    assert "works" in said


def test_the_schedule_runs_until_it_is_asked_to_stop(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole of it: state, port, ticks, an end; the moment of each tick comes from the clock that was handed in."""
    ticks: list[dt.datetime] = []

    def clock() -> dt.datetime:
        ticks.append(MONDAY)
        if world.store.periods_done(DIGEST):
            world.stop.ask(15)
        return MONDAY

    config = Config(**{**{name: getattr(world.config, name) for name in Config.__slots__}, "watching": Watching(port=0)})
    schedule.schedule(config, stop=world.stop, clock=clock, seconds=0.01)
    assert world.looks == 1
    assert "2026-11-23" in world.store.periods_done(DIGEST)
    assert "scheduled" in capsys.readouterr().out


def test_no_address_and_no_secret_in_logs_or_state(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A canary in the mail password, the ping address and a page's text comes out in no log line, and the secrets in no table."""
    secret, ping, text = "canary-secret-1", "canary-ping-2", "canary-text-3"
    email = Email(sender=world.config.email.sender, via=world.config.email.via, user="u", password=secret)
    world.config = Config(
        **{
            **{name: getattr(world.config, name) for name in Config.__slots__},
            "email": email,
            "watching": Watching(ping=f"https://hc.example/{ping}"),
        }
    )
    claim = DateClaim(DateKind.DUE, PartialDate(2024, 5, 31), f"Review date: 31 May 2024 {text}")
    world.answer = lambda: Looked({HOME: Page(HOME, title=text, claims=(claim,))}, {HOME: "Pages"}, {})
    logs.set_up("json", verbose=2, secrets=[secret, ping])
    world.tick(MONDAY)
    said = capsys.readouterr()
    assert all(json.loads(line) for line in said.err.splitlines())
    assert not [canary for canary in (secret, ping, text) if canary in said.err + said.out]
    assert not [canary for canary in (secret, ping) if canary in "\n".join(world.store.export())]


def test_a_chat_is_told_after_the_mail_and_stops_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run tells the admin's channels what happened once its mail has gone; a channel that refuses costs the run nothing, and is named."""
    said: list[tuple[str, str]] = []

    def post(channel: Chat, title: str, text: str, network: Network) -> None:
        del network
        if channel.name == "bad":
            raise deliver.NotTold(f"{channel} was not told: it answers 404")
        assert world.mails()
        said.append((title, text))

    monkeypatch.setattr(deliver, "post", post)
    world.config = replace(world.config, admin=Admin((), (Chat("slack", "bad"), Chat("teams", "ops"))))
    work = Work(world.config, world.store, stop=world.stop, progress=Logged())
    work((Due(CHECK, "2026-11-23", MONDAY), Due(DIGEST, "2026-11-23", MONDAY)), MONDAY)
    assert [title for title, _ in said] == ["Pages: content review, Monday 23 November 2026"]
    assert "messages in a folder" in said[0][1]
    assert work.unsaid == ("The chat slack:bad was not told: it answers 404.",)
    assert world.pings == ["start", "success"]


def test_a_chat_never_has_an_address(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who should have heard and did not is counted in a chat, and named only in the log and in the mail to the admin."""
    said: list[str] = []
    monkeypatch.setattr(deliver, "post", lambda _channel, _title, text, _network: said.append(text))
    monkeypatch.setattr(Standing, "silence", lambda *_args, **_more: Silence(unheard=2, why="ann@pages.example, held: no"))
    config = replace(world.config, admin=Admin((), (Chat("teams", "ops"),)))
    assert chatted(config, world.store, MONDAY, Happened()) == ()
    assert said == ["2 readers have not got mail for two periods (`reviewer digest` says why). Mend that, then: reviewer digest --resend."]
    assert chatted(world.config, world.store, MONDAY, Happened()) == ()
    assert len(said) == 1
