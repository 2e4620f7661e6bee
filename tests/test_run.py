"""Tests of the whole job, on the sample site, over real sockets, on a real SQLite file, into a real folder."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewer import checks
from reviewer import config as configs
from reviewer.console.progress import Counting
from reviewer.demo import serve
from reviewer.demo.job import Week, next_week, show, write_config
from reviewer.demo.serve import SampleAnswer, serving
from reviewer.model import Change, Finding, Issue, IssueState, Page, PageState, Reason, Unsure
from reviewer.publish import reported
from reviewer.read.document import Hints
from reviewer.report import Reported
from reviewer.report.words import fixed
from reviewer.run import Ran, read_now, run
from reviewer.settings import Config, LinkRule, Network, Pace, Site
from reviewer.store import Store
from reviewer.workers import reader
from reviewer.workers.apart import Apart, Overrun
from tests.links_origin.case import Reply as Answering
from tests.links_origin.origin import Origin

START = dt.date(2026, 11, 21)
NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
OVERDUE_TIPS = "due 2024-05-31"


@contextmanager
def site(folder: Path, week: int = 1, ports: tuple[int, int] = (0, 0)) -> Iterator[tuple[Config, tuple[int, int]]]:
    """The sample site of a week, and the demo's config for it with state, outbox and report below ``folder``."""
    with serving(START, week, ports) as served:
        yield configs.load(write_config(served, folder / "outbox", folder / "report"), {}), served.ports


def go(config: Config, *, day: int = 0, digest: bool = True) -> Ran:
    """One run, ``day`` days after the first."""
    now = NOON + dt.timedelta(days=day)
    with Store.open(config.state.at, now=now) as store:
        return run(
            config,
            store,
            now=now,
            today=now.date(),
            progress=Counting(),
            digest_period=now.date().isoformat() if digest else None,
            send_first=True,
        )


def found(ran: Ran, check: str, path: str) -> list[Finding]:
    """The findings of one check on the pages whose URL ends so."""
    return [finding for finding in ran.judged.findings if finding.check == check and finding.page.endswith(path)]


def changes(ran: Ran) -> dict[str, set[str]]:
    """For each kind of change, the checks whose issues were told with it."""
    assert ran.told is not None
    told: dict[str, set[str]] = {change.value: set() for change in Change}
    for digest in ran.told.digests:
        for page in (*digest.pages, *digest.fixed, *digest.coming):
            for item in page.items:
                told[item.change.value].add(item.issue.finding.check)
    return told


def mails(folder: Path) -> dict[str, bytes]:
    """The written messages, by file name."""
    return {file.name: file.read_bytes() for file in sorted((folder / "outbox").glob("*.eml"))}


def test_the_whole_job_finds_what_the_sample_site_has(tmp_path: Path) -> None:
    """Every kind of trouble of the sample site is found where it is, and history is spared."""
    with site(tmp_path) as (config, _):
        ran = go(config)
    overdue = found(ran, "review_date", "tips-and-tricks.html")
    assert [(one.reason, one.due) for one in overdue] == [("overdue", dt.date(2024, 5, 31))]
    assert "31 May 2024" in overdue[0].quote
    assert found(ran, "stale_period", "tips-and-tricks.html")
    assert found(ran, "lapsed_promise", "tips-and-tricks.html")
    assert found(ran, "gap", "tips-and-tricks.html")
    assert [one.reason for one in found(ran, "broken_link", "tips-and-tricks.html")] == ["not_found"]
    assert [one.reason for one in found(ran, "review_date", "bowel-screening.html")] == ["overdue"]
    assert not found(ran, "stale_period", "bowel-screening.html"), "2018/19 is history there"
    assert [one.reason for one in found(ran, "review_date", "skin-referrals.html")] == ["due_soon"]
    assert found(ran, "moved_link", "skin-referrals.html")
    assert found(ran, "missing_anchor", "safety-netting.html")
    assert found(ran, "stale_period", "alliance/primary-care.html")
    assert found(ran, "superseded_page", "lung-pathway.html")
    assert [one.reason for one in found(ran, "review_date", "referral-form-guide.pdf")] == ["overdue"]
    assert [one.reason for one in found(ran, "review_date", "cyngor.html")] == ["overdue"]
    assert not found(ran, "review_date", "home-test-protocol.docx")
    assert {page.state for page in ran.judged.looked.pages.values()} == {PageState.READ}
    assert len(ran.judged.looked.pages) >= 14
    walled = next(visit for url, visit in ran.judged.looked.visits.items() if "/walled/" in url)
    assert (walled.verdict, walled.reason.value) == ("unsure", "bot_wall")


def test_the_next_week_tells_what_is_new_still_there_and_fixed(tmp_path: Path) -> None:
    """Mended things are thanked for once, a link that broke is new, what was not touched is reminded of at its interval."""
    with site(tmp_path) as (config, ports):
        first = go(config)
    with site(tmp_path, 2, ports) as (config, _):
        second = go(config, day=7)
    assert "review_date" in changes(first)["new"]
    told = changes(second)
    assert {"review_date", "broken_link"} <= told["fixed"]
    assert "broken_link" in told["new"]
    assert "review_date" in told["still"]
    with site(tmp_path, 2, ports) as (config, _):
        third = go(config, day=8)
    assert third.told is not None
    assert not changes(third)["fixed"], "thanks are said once"


def test_the_same_day_again_sends_nothing_twice(tmp_path: Path) -> None:
    """A run that is repeated the same day writes no second message and changes no first one."""
    with site(tmp_path) as (config, _):
        go(config)
        before = mails(tmp_path)
        go(config)
        go(config, digest=False)
    assert before
    assert mails(tmp_path) == before


def test_a_page_that_could_not_be_read_resolves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a page answers 500 its issues stay as they were."""
    with site(tmp_path) as (config, ports):
        first = go(config)
    real = serve.own

    def failing(path: str, *, week: int, today: dt.date, base: str, elsewhere: str) -> SampleAnswer:
        if path.endswith("tips-and-tricks.html"):
            return SampleAnswer(500, "text/html", b"<h1>Sorry</h1>")
        return real(path, week=week, today=today, base=base, elsewhere=elsewhere)

    monkeypatch.setattr(serve, "own", failing)
    with site(tmp_path, 1, ports) as (config, _):
        second = go(config, day=7)
    mine = {id_ for id_, issue in first.issues.items() if issue.finding.page.endswith("tips-and-tricks.html")}
    assert len(mine) >= 4
    assert {second.issues[id_].state for id_ in mine} == {first.issues[id_].state for id_ in mine} == {IssueState.OPEN}


def test_a_page_that_is_gone_for_two_runs_is_settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The owner may remove the page instead of reviewing it: after the second 404 nobody is reminded of it any more."""
    with site(tmp_path) as (config, ports):
        go(config)
    real = serve.own

    def removed(path: str, *, week: int, today: dt.date, base: str, elsewhere: str) -> SampleAnswer:
        if path.endswith("bowel-screening.html"):
            return SampleAnswer(404, "text/html", b"<h1>Not here</h1>")
        return real(path, week=week, today=today, base=base, elsewhere=elsewhere)

    monkeypatch.setattr(serve, "own", removed)
    states = []
    for day in (7, 14):
        with site(tmp_path, 1, ports) as (config, _):
            ran = go(config, day=day)
        assert ran.judged.looked.incomplete == (), "only a start page makes a look incomplete"
        states.append(
            {
                issue.state
                for issue in ran.issues.values()
                if issue.finding.page.endswith("bowel-screening.html") and issue.finding.check == "review_date"
            }
        )
    assert states == [{IssueState.OPEN}, {IssueState.RESOLVED}]
    assert not [
        issue for issue in ran.issues.values() if issue.finding.page.endswith("bowel-screening.html") and issue.state is IssueState.OPEN
    ]
    with site(tmp_path, 1, ports) as (config, _):
        later = go(config, day=21)
    assert later.judged.looked.incomplete == ()
    assert {issue.state for issue in later.issues.values() if issue.finding.page.endswith("bowel-screening.html")} == {IssueState.RESOLVED}


def test_a_check_that_fails_on_one_page_costs_one_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception on one page is one finding for the admin; all other findings are as without it."""
    with site(tmp_path) as (config, ports):
        calm = go(config)
    from reviewer.checks import review_date

    real = review_date.check

    def fragile(page: Page, context: checks.Context) -> Iterator[Finding]:
        if page.url.endswith("cyngor.html"):
            raise RuntimeError("this page is cursed")
        yield from real(page, context)

    monkeypatch.setattr(review_date, "check", fragile)
    with site(tmp_path / "again", 1, ports) as (config, _):
        shaken = go(config)
    trouble = found(shaken, "trouble", "cyngor.html")
    assert len(trouble) == 1
    assert "cursed" in trouble[0].says
    lost = {one.id for one in calm.judged.findings} - {one.id for one in shaken.judged.findings}
    assert lost == {one.id for one in found(calm, "review_date", "cyngor.html")}


def test_our_own_network_failing_changes_nothing_and_tells_nobody(tmp_path: Path) -> None:
    """When the well-known addresses do not answer, no issue moves, no digest is made, and the period stays open; when they do, it is."""
    with socket.socket() as closed, site(tmp_path) as (config, ports):
        closed.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        network = replace(config.network, ports=((1, 65535),))
        cut_off = replace(config, network=replace(network, canaries=(dead,)))
        silent = go(cut_off)
        with Store.open(config.state.at) as store:
            done = store.periods_done("digest"), store.periods_done("check")
        well = go(replace(config, network=replace(network, canaries=(f"http://127.0.0.1:{ports[1]}/guides/photographs",))))
    assert silent.judged.ours_down
    assert (silent.issues, silent.told, silent.sent, done) == ({}, None, None, (frozenset(), frozenset()))
    assert not well.judged.ours_down
    assert well.sent is not None


def test_a_template_that_loses_its_dates_is_told_to_the_admin_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run after run while the dates are gone: nothing is called fixed or undated, the admin's summary says why, and the dates come back."""
    real = serve.own

    def undated(path: str, *, week: int, today: dt.date, base: str, elsewhere: str) -> SampleAnswer:
        reply = real(path, week=week, today=today, base=base, elsewhere=elsewhere)
        kept = re.sub(rb"(?i)<[^>]+>[^<>]*(review|adolyg)[^<>]*(<br>[^<>]*)?<", b"<", reply.body) if path.endswith(".html") else reply.body
        return replace(reply, body=kept.replace(b"30 September 2025", b""))

    with site(tmp_path) as (config, ports):
        first = go(config)
    overdue = {id_ for id_, issue in first.issues.items() if issue.finding.reason == "overdue" and issue.finding.page.endswith(".html")}
    assert len(overdue) >= 2
    monkeypatch.setattr(serve, "own", undated)
    for day in (7, 8, 14):
        with site(tmp_path, 1, ports) as (config, _):
            ran = go(config, day=day)
        assert ran.judged.lost
        assert {ran.issues[id_].state for id_ in overdue} == {IssueState.OPEN}
        assert not [one for one in ran.judged.findings if one.reason == "no_date" and one.page in ran.judged.lost]
    assert ran.told is not None
    summaries = [" ".join(message.text.split()) for message in ran.told.messages if message.to.email == "web.team@fenmarsh.example"]
    assert any("the template has changed" in text for text in summaries), summaries
    monkeypatch.setattr(serve, "own", real)
    with site(tmp_path, 1, ports) as (config, _):
        again = go(config, day=21)
    assert not again.judged.lost
    assert {again.issues[id_].state for id_ in overdue} == {IssueState.OPEN}


def test_only_read_pages_settle_issues() -> None:
    """Unread pages, and pages that lost their date with a template, resolve nothing; a page gone twice does."""
    from reviewer.judge import Judged
    from reviewer.model import Looked

    pages = {
        "read": Page("read"),
        "down": Page("down", PageState.UNREACHABLE),
        "gone": Page("gone", PageState.NOT_FOUND),
        "gone-again": Page("gone-again", PageState.NOT_FOUND),
        "lost": Page("lost"),
    }
    judged = Judged(Looked(pages, {}, {}), (), lost=frozenset({"lost"}))
    before = {"gone": Page("gone"), "gone-again": Page("gone-again", PageState.NOT_FOUND)}
    assert read_now(judged, before) == {"read", "gone-again"}


def test_the_demo_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Asked again it shows the week after, on the same addresses; week 1 begins anew."""
    report, outbox = tmp_path / "report", tmp_path / "outbox"
    assert next_week(report, START, None) == Week(1, START)
    shown = show(next_week(report, START, None), outbox, report, now=NOON, progress=Counting())
    again = next_week(report, START + dt.timedelta(days=3), None)
    assert (again.number, again.start, again.day) == (2, START, START + dt.timedelta(days=7))
    assert again.ports != (0, 0)
    assert next_week(report, START, 1) == Week(1, START)
    assert shown.ran.sent is not None
    assert shown.ran.sent.sent
    (report / "demo.json").write_text("[]")
    assert next_week(report, START, None) == Week(1, START), "a spoilt memory begins anew"


def test_a_link_that_a_rule_leaves_alone_is_not_thanked_for(tmp_path: Path) -> None:
    """An open issue of a link ends when a rule is made for it, and nobody is told that it was fixed; when the rule goes, it is back."""
    with site(tmp_path) as (config, _):
        one = next(issue for issue in go(config).issues.values() if issue.finding.check == "moved_link")
        assert one.state is IssueState.OPEN
        ruled = replace(config, link_rules=(LinkRule(one.finding.subject, "they know", "Alice"),))
        ran = go(ruled, day=1)
        over = ran.issues[one.id]
        assert (over.state, over.history[-1].reason) == (IssueState.RESOLVED, "a link rule leaves it alone (they know)")
        assert "moved_link" not in changes(ran)["fixed"]
        assert not [found for found in fixed(reported_now(ruled, 1)) if found.id == one.id]
        assert "came back" in [event.what for event in go(config, day=2).issues[one.id].history]


BUSY = (("Retry-After", "3600"),)


def test_what_asks_for_an_hour_is_left_alone_for_an_hour(tmp_path: Path) -> None:
    """A link and a page of ours whose server asks for an hour are not asked again by a run before that, however often it runs: they stay
    *unsure* with words that say until when, and no look is counted. After the hour they are asked."""
    answers = {
        ("MAIN", "/"): Answering(200, html("Home", b'<a href="$OTHER/busy">b</a> <a href="$OTHER/fine">f</a> <a href="/ours">o</a>')),
        ("MAIN", "/ours"): Answering(200, html("Ours")),
        ("OTHER", "/busy"): Answering(503, b"later", BUSY),
        ("OTHER", "/fine"): Answering(200, html("Fine")),
    }
    with Origin(answers, tmp_path) as origin, Store.open(tmp_path / "state.sqlite3", now=NOON) as store:
        busy, ours = f"{origin.places['OTHER']}/busy", f"{origin.places['MAIN']}/ours"

        def once(minutes: int) -> tuple[Ran, set[str]]:
            origin.asked.clear()
            now = NOON + dt.timedelta(minutes=minutes)
            ran = run(plain(origin, trusted_hours=0), store, now=now, today=now.date(), progress=Counting())
            return ran, {f"{origin.places[host]}{path}" for host, _, path, _ in origin.asked}

        def looks(ran: Ran) -> tuple[int, int]:
            seen = {issue.finding.subject: issue.looks for issue in ran.issues.values()}
            return seen[busy], seen[PageState.UNREACHABLE.value]

        once(-120)
        origin.answers[("MAIN", "/ours")] = Answering(503, b"later", BUSY)
        first, asked = once(0)
        assert {busy, ours} <= asked
        assert looks(first) == (2, 1)
        for minutes in (10, 50):
            ran, asked = once(minutes)
            assert not {busy, ours} & asked
            assert f"{origin.places['OTHER']}/fine" in asked
            visit = ran.judged.looked.visits[busy]
            assert (visit.verdict, visit.reason) == ("unsure", Reason.RATE_LIMITED)
            says = [finding.says for finding in ran.judged.findings if finding.subject == busy]
            assert says == ["The link “b” could not be checked (the site asked us to wait until Saturday 21 November 2026, 13:00 UTC)."]
            assert not [finding for finding in ran.judged.findings if finding.page == ours]
            assert looks(ran) == (2, 1)
        kept = store.visits()[busy]
        assert isinstance(kept, Unsure)
        assert (kept.reason, kept.evidence.status) == (Reason.SERVER_BUSY, 503)
        page = ran.judged.looked.pages[ours]
        assert (page.state, page.trouble) == (PageState.WAITING, "127.0.0.1 asked us to wait until Saturday 21 November 2026, 13:00 UTC")
        ran, asked = once(62)
        assert {busy, ours} <= asked
        assert looks(ran) == (3, 2)


def test_what_two_addresses_ask_for_holds_for_their_host(tmp_path: Path) -> None:
    """Two addresses of a host that asked for long in one run keep the next one from the whole host, its robots.txt included, as they
    would have in the same run; a server that asks for a year is asked again after a week."""
    year = (("Retry-After", str(365 * 86400)),)
    answers = {
        ("MAIN", "/"): Answering(200, html("Home", b'<a href="$OTHER/1">1</a> <a href="$OTHER/2">2</a>')),
        ("OTHER", "/1"): Answering(429, b"later", year),
        ("OTHER", "/2"): Answering(429, b"later", year),
        ("OTHER", "/3"): Answering(200, html("Three")),
    }
    with Origin(answers, tmp_path) as origin, Store.open(tmp_path / "state.sqlite3", now=NOON) as store:

        def once(hours: int) -> set[str]:
            origin.asked.clear()
            now = NOON + dt.timedelta(hours=hours)
            run(plain(origin, trusted_hours=0, robots_for_links=True), store, now=now, today=now.date(), progress=Counting())
            return {path for host, _, path, _ in origin.asked if host == "OTHER"}

        assert once(0) == {"/robots.txt", "/1", "/2"}
        more = html("Home", b'<a href="$OTHER/1">1</a> <a href="$OTHER/2">2</a> <a href="$OTHER/3">3</a>')
        origin.answers[("MAIN", "/")] = Answering(200, more)
        assert once(6 * 24) == set()
        assert "/1" in once(7 * 24 + 1)


def html(title: str, body: bytes = b"") -> bytes:
    """A page."""
    return b"<!doctype html><title>%b</title><h1>%b</h1><p>Words that say something of use. %b" % (title.encode(), title.encode(), body)


def plain(origin: Origin, **more: Any) -> Config:
    """A config for the front page of MAIN and what it links to, with loopback allowed and no manners but those that servers ask for."""
    pace = Pace(connections=1, per_second=0)
    network = Network(allow=("127.0.0.0/8",), ports=((1, 65535),), pace=pace, own_pace=pace, **more)
    return Config(network=network, sites=(Site("site", (origin.places["MAIN"] + "/",), sitemap=False),))


def reported_now(config: Config, day: int) -> Reported:
    """The report that the state gives, ``day`` days after the first run."""
    with Store.open(config.state.at) as store:
        return reported(config, store, (NOON + dt.timedelta(days=day)).date())


def test_style_sheets_are_read_once_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken reference of a style sheet is one issue, stable while the sheet stays as it is; it ends with thanks when it is mended, and
    without when no page loads the sheet any more."""
    real = serve.own
    text = "p { background: url(/no-such-picture.png) }"

    def own(path: str, *, week: int, today: dt.date, base: str, elsewhere: str) -> SampleAnswer:
        if path.endswith("style.css"):
            return SampleAnswer(200, "text/css", text.encode())
        return real(path, week=week, today=today, base=base, elsewhere=elsewhere)

    monkeypatch.setattr(serve, "own", own)

    def ours(ran: Ran) -> list[Issue]:
        return [issue for issue in ran.issues.values() if issue.finding.page.endswith("style.css")]

    with site(tmp_path) as (config, _):
        for day in range(3):
            ran = go(config, day=day)
        (one,) = ours(ran)
        assert (one.state, one.looks, one.finding.place.line) == (IssueState.OPEN, 3, 1)
        assert "style.css" not in "".join(page.url for page in reported_now(config, 2).pages)
        text = "p { }"
        (after,) = ours(go(config, day=3))
        assert (after.state, after.history[-1].what) == (IssueState.RESOLVED, "resolved")
        text = "p { background: url(/no-such-picture.png) }"
        for day in range(4, 7):
            ran = go(config, day=day)
        assert [issue.state for issue in ours(ran)] == [IssueState.OPEN]

        def bare(path: str, *, week: int, today: dt.date, base: str, elsewhere: str) -> SampleAnswer:
            reply = own(path, week=week, today=today, base=base, elsewhere=elsewhere)
            return replace(reply, body=reply.body.replace(b"stylesheet", b"icon").replace(b"/style.css", b"/favicon.ico"))

        monkeypatch.setattr(serve, "own", bare)
        ran = go(config, day=7)
        (gone,) = ours(ran)
        assert (gone.state, gone.history[-1].what) == (IssueState.RESOLVED, "closed")
        assert not [found for found in reported_now(config, 7).findings if found.page.endswith("style.css")]


class Killing(Apart):
    """Workers that are killed on every page that the fast parser reads, and on all when ``always``."""

    def __init__(self, *, always: bool = False) -> None:
        super().__init__(seconds=1, memory=1)
        self.always = always
        self.asked: list[bool] = []

    async def run(self, function: Callable[..., Any], *args: Any, **settings: Any) -> Any:
        """Do it here, unless it kills."""
        self.asked.append(settings["reference"])
        if self.always or not settings["reference"]:
            raise Overrun("slow" if not settings["reference"] else "crashed", "it took too long")
        return function(*args, **settings)


def reading(apart: Apart, body: bytes, content_type: str) -> Page:
    """One page, read in workers only."""

    async def one() -> Page:
        return await reader(Hints(), apart, most=0)(body, "https://a.example/", content_type)

    return asyncio.run(one())


def test_a_page_that_kills_the_fast_parser_is_read_by_the_safe_one() -> None:
    """The reference reader has the last word on HTML; when it is killed too, the page says what happened first."""
    body = b"<title>Page</title><p>Review date: 31 May 2030"
    apart = Killing()
    page = reading(apart, body, "text/html; charset=utf-8")
    assert (page.state, page.title, apart.asked) == (PageState.READ, "Page", [False, True])
    apart = Killing(always=True)
    page = reading(apart, body, "text/html")
    assert (page.state, apart.asked) == (PageState.TOO_SLOW, [False, True])
    apart = Killing(always=True)
    page = reading(apart, b"%PDF-", "application/pdf")
    assert (page.state, apart.asked) == (PageState.TOO_SLOW, [False])
