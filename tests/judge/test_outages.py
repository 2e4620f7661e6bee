"""When many links fail at once, it is not the links."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.judge.outages import Outages, Past, hosts_of, lost_dates, outages, sentences, softened
from reviewer.model import (
    Broken,
    DateClaim,
    DateKind,
    Evidence,
    Looked,
    Moved,
    Page,
    PageState,
    PartialDate,
    Reason,
    Skipped,
    Unsure,
    Visit,
    Works,
)
from reviewer.settings import Patience
from tests.makers import NOW

PATIENCE = Patience()


def visits(host: str, reason: Reason, count: int, start: int = 0) -> dict[str, Visit]:
    """So many links of one host, each with this outcome."""
    urls = [f"https://{host}/{n}" for n in range(start, start + count)]
    return {url: Works(url) if reason is Reason.OK else Broken(url, reason, certain=False) for url in urls}


def test_a_host_that_fails_for_most_of_its_links_is_down() -> None:
    """Five failures of nine are an outage; the other host is not concerned."""
    seen = visits("a.example", Reason.SERVER_ERROR, 5) | visits("a.example", Reason.OK, 4, 5) | visits("b.example", Reason.OK, 3)
    assert outages(seen, PATIENCE) == Outages(("a.example",), ours=False)


@pytest.mark.parametrize(("failing", "working"), [(4, 0), (5, 5), (5, 20)])
def test_few_failures_or_less_than_most_are_no_outage(failing: int, working: int) -> None:
    """Four dead links of a host are four dead links, and so are half of its links."""
    seen = visits("a.example", Reason.REFUSED, failing) | visits("a.example", Reason.OK, working, 50)
    assert outages(seen, PATIENCE).hosts == ()


def test_pages_that_are_not_found_are_no_outage() -> None:
    """A host that answers 404 is up: a site that moved all its pages is told to owners."""
    assert outages(visits("a.example", Reason.NOT_FOUND, 50), PATIENCE) == Outages()


def test_a_host_that_fails_for_longer_than_a_week_is_dead() -> None:
    """An outage ends: what fails for eight days counts no more, and owners hear of it."""
    seen = visits("a.example", Reason.REFUSED, 6)
    since = dict.fromkeys(seen, NOW - dt.timedelta(days=8))
    assert outages(seen, PATIENCE, Past(failing_since=since, now=NOW)) == Outages()
    assert outages(seen, PATIENCE, Past(failing_since=since)).hosts == ("a.example",)
    since = dict.fromkeys(seen, NOW - dt.timedelta(days=6))
    assert outages(seen, PATIENCE, Past(failing_since=since, now=NOW)).hosts == ("a.example",)


def dead(count: int) -> dict[str, Visit]:
    """One link each to so many hosts that give no answer."""
    return {url: visit for n in range(count) for url, visit in visits(f"h{n}.example", Reason.TIMEOUT, 1).items()}


def test_a_page_of_links_to_hosts_that_never_existed_is_no_outage_of_ours() -> None:
    """Six dead hosts of eight on one page once silenced every digest for ever: what pages link to is no witness of our network."""
    seen = dead(6) | visits("x.example", Reason.OK, 1) | visits("ours.example", Reason.OK, 1)
    assert outages(seen, PATIENCE, own={"ours.example": True}) == Outages()
    assert (
        outages(dead(60) | visits("ours.example", Reason.OK, 1), PATIENCE, Past(answered=["x.example"]), own={"ours.example": True})
        == Outages()
    )


@pytest.mark.parametrize(
    ("own", "others", "ours"),
    [
        ({"a.example": False, "b.example": False}, Reason.TIMEOUT, True),
        ({"a.example": False}, Reason.OK, False),
        ({"a.example": False, "b.example": True}, Reason.TIMEOUT, False),
        ({}, Reason.TIMEOUT, False),
    ],
)
def test_our_network_is_judged_by_our_own_sites(own: dict[str, bool], others: Reason, ours: bool) -> None:
    """None of our sites answered, and nothing else did: it is us. One of ours that answers, or anybody else, says that it is not."""
    seen = visits("other.example", others, 1)
    for host, answers in own.items():
        seen |= visits(host, Reason.OK if answers else Reason.TIMEOUT, 1)
    assert outages(seen, PATIENCE, own=own).ours is ours


def test_hosts_that_worked_before_and_fall_silent_together_are_unsure() -> None:
    """Our sites are near and the way to the world is cut: nobody is blamed for a link, and everything else goes on."""
    seen = dead(5) | visits("x.example", Reason.OK, 1) | visits("ours.example", Reason.OK, 1) | visits("new.example", Reason.TIMEOUT, 1)
    known = [*(f"h{n}.example" for n in range(5)), "x.example", "ours.example"]
    found = outages(seen, PATIENCE, Past(answered=known), own={"ours.example": True})
    assert found == Outages(together=tuple(known[:5]))
    soft = softened(seen, found)
    assert {url: visit.reason for url, visit in soft.items() if isinstance(visit, Unsure)} == dict.fromkeys(dead(5), Reason.HOST_DOWN)
    assert isinstance(soft["https://new.example/0"], Broken), "one that never answered is as dead as ever"
    assert "5 sites that worked before fell silent together (h0.example" in sentences(found)[0]
    assert "and 1 more)" in sentences(Outages(together=(*known[:5], "z.example")))[0]
    since = dict.fromkeys(dead(5), NOW - dt.timedelta(days=8))
    assert outages(seen, PATIENCE, Past(answered=known, failing_since=since, now=NOW), own={"ours.example": True}).together == ()


def test_what_was_believed_and_not_asked_is_no_answer() -> None:
    """A good visit of yesterday, not made again, does not say that its host works today."""
    seen = dead(5) | {f"https://h{n}.example/good": Works(f"https://h{n}.example/good") for n in range(5)}
    known = [f"h{n}.example" for n in range(5)]
    good = {url for url in seen if url.endswith("good")}
    assert outages(seen, PATIENCE, Past(answered=known)).together == ()
    assert outages(seen, PATIENCE, Past(answered=known, believed=good)).together == tuple(known)


def test_our_hosts_are_those_whose_pages_were_asked() -> None:
    """A page that was read, or whose server said anything, answers for its host; one that waits, and one that nobody asked, says nothing."""
    pages = {
        "https://a.example/1": PageState.UNREACHABLE,
        "https://a.example/2": PageState.READ,
        "https://b.example/": PageState.UNREACHABLE,
        "https://c.example/": PageState.WAITING,
        "https://d.example/": PageState.SKIPPED,
        "https://e.example/": PageState.UNREACHABLE,
        "folder:/x": PageState.READ,
    }
    seen: dict[str, Visit] = {
        url: Broken(url, Reason.REFUSED) for url in ("https://a.example/1", "https://b.example/", "https://c.example/")
    }
    seen["https://e.example/"] = Broken("https://e.example/", Reason.SERVER_ERROR)
    looked = Looked({url: Page(url, state=state) for url, state in pages.items()}, {}, seen)
    assert hosts_of(looked) == {"a.example": True, "b.example": False, "e.example": True}


def test_what_was_not_asked_says_nothing_of_its_host() -> None:
    """Links that wait, as their server asked, are neither failures nor answers: not of their host, and not of our network."""
    until = NOW + dt.timedelta(days=2)
    waits: dict[str, Visit] = {url: Unsure(url, Reason.RATE_LIMITED, until=until) for url in visits("a.example", Reason.OK, 20, 100)}
    assert outages(waits, PATIENCE) == Outages()
    assert outages(waits | visits("a.example", Reason.REFUSED, 5), PATIENCE).hosts == ("a.example",)
    silent = dead(5) | {f"https://w{n}.example/": Unsure(f"https://w{n}.example/", Reason.RATE_LIMITED, until=until) for n in range(5)}
    assert outages(silent, PATIENCE, own={"h0.example": False}).ours


def test_a_busy_host_is_remembered_to_have_asked_for_time() -> None:
    """What is softened still knows until when its server asked us to wait."""
    until = NOW + dt.timedelta(days=2)
    seen: dict[str, Visit] = {url: Unsure(url, Reason.SERVER_BUSY, Evidence(503), until=until) for url in visits("a.example", Reason.OK, 5)}
    soft = softened(seen, outages(seen, PATIENCE))
    assert {(visit.reason, visit.until) for visit in soft.values() if isinstance(visit, Unsure)} == {(Reason.HOST_DOWN, until)}


def test_answers_of_any_kind_prove_our_network() -> None:
    """Seven hosts that answer 500 are seven hosts that answer."""
    seen: dict[str, Visit] = {}
    for n in range(7):
        seen |= visits(f"h{n}.example", Reason.SERVER_ERROR, 1)
    assert not outages(seen, PATIENCE, own={"h0.example": False}).ours


def test_canaries_that_do_not_answer_are_our_own_network() -> None:
    """Well-known addresses answer whenever our network works; one that answers is enough, and one that was not asked says nothing."""
    silent = visits("canary.example", Reason.TIMEOUT, 2)
    assert outages(silent, PATIENCE, canaries=tuple(silent)).ours
    assert not outages(silent | visits("canary.example", Reason.OK, 1, 9), PATIENCE, canaries=[*silent, "https://canary.example/9"]).ours
    assert not outages(visits("a.example", Reason.OK, 1), PATIENCE, canaries=["https://canary.example/"]).ours


def test_what_was_not_visited_says_nothing() -> None:
    """Skipped links and mail addresses are no answers and no failures."""
    seen: dict[str, Visit] = {f"https://s{n}.example/": Skipped(f"https://s{n}.example/", Reason.RULE) for n in range(9)}
    seen |= {f"mailto:a{n}@x.example": Broken(f"mailto:a{n}@x.example", Reason.BAD_MAIL) for n in range(9)}
    assert outages(seen, PATIENCE) == Outages()


def test_failing_links_of_a_host_that_is_down_become_unsure() -> None:
    """During an outage nobody is told that a link is broken; what worked, moved or was found missing stays as it was."""
    url = "https://a.example/"
    seen: dict[str, Visit] = {
        url + "0": Broken(url + "0", Reason.SERVER_ERROR, Evidence(status=503)),
        url + "1": Unsure(url + "1", Reason.TIMEOUT, Evidence(detail="no answer in 20 s")),
        url + "2": Broken(url + "2", Reason.NOT_FOUND),
        url + "3": Moved(url + "3", "https://b.example/"),
        "https://b.example/": Broken("https://b.example/", Reason.SERVER_ERROR),
    }
    soft = softened(seen, Outages(("a.example",)))
    assert soft[url + "0"] == Unsure(
        url + "0", Reason.HOST_DOWN, Evidence(status=503, detail="most links of this host failed (server_error)")
    )
    assert soft[url + "1"] == Unsure(url + "1", Reason.HOST_DOWN, Evidence(detail="no answer in 20 s"))
    for untouched in (url + "2", url + "3", "https://b.example/"):
        assert soft[untouched] is seen[untouched]


def test_the_admin_hears_one_line_for_each_outage() -> None:
    """One line a host; when it was us, one line and no list."""
    assert sentences(Outages(("a.example", "b.example")))[1].startswith("b.example failed for most")
    assert len(sentences(Outages(("a.example",), ours=True))) == 1


def dated(n: int, kind: DateKind | None) -> Page:
    """A page with a date of that kind, or without one."""
    claims = (DateClaim(kind, PartialDate(2026), "2026"),) if kind else ()
    return Page(f"https://a.example/{n}", claims=claims)


def by_url(*pages: Page) -> dict[str, Page]:
    """Pages by URL."""
    return {page.url: page for page in pages}


def test_many_lost_dates_are_a_changed_template() -> None:
    """Three of ten pages lose their review date in one run: the pages are named, and owners are not told."""
    before = by_url(*(dated(n, DateKind.DUE if n % 2 else DateKind.LAST_REVIEWED) for n in range(10)))
    after = by_url(*(dated(n, DateKind.PUBLISHED if n < 3 else DateKind.DUE) for n in range(10)))
    assert lost_dates(before, after, PATIENCE) == tuple(f"https://a.example/{n}" for n in range(3))


def test_few_lost_dates_were_lost_by_people() -> None:
    """Two of ten, or one of two, may be two edits; what was not read both times does not count."""
    before = by_url(*(dated(n, DateKind.DUE) for n in range(10)))
    after = by_url(*(dated(n, None if n < 2 else DateKind.DUE) for n in range(10)))
    assert lost_dates(before, after, PATIENCE) == ()
    assert (
        lost_dates(by_url(dated(0, DateKind.DUE), dated(1, DateKind.DUE)), by_url(dated(0, None), dated(1, DateKind.DUE)), PATIENCE) == ()
    )
    gone = {url: Page(url, state=PageState.UNREACHABLE) for url in before}
    assert lost_dates(before, gone, PATIENCE) == ()
    assert lost_dates(gone, by_url(dated(0, None)), PATIENCE) == ()
