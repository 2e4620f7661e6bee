"""Hints after a run: one sentence with one thing to do, and silence where there is no pattern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from reviewer.model import DateClaim, DateKind, Finding, Looked, Page, PageState, PartialDate, Reason, Severity, Unsure, Visit, Works
from reviewer.report.advice import advise


def told(look: Looked, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The hints as of a day."""
    return advise(look, findings, dt.date(2026, 11, 21))


def looked(*pages: Page, **visits: Visit) -> Looked:
    """A look at pages of the site "Care"."""
    return Looked({page.url: page for page in pages}, {page.url: "Care" for page in pages}, visits)


def page(number: int, *claims: DateClaim, state: PageState = PageState.READ) -> Page:
    """A page with claims."""
    return Page(f"https://gps.example/{number}", state=state, claims=claims)


def due(day: str) -> DateClaim:
    """A due date."""
    return DateClaim(DateKind.DUE, PartialDate.parse(day), "q")


DATED = page(0, due("2027-01-01"))


def unsure(host: str, reason: Reason, count: int) -> dict[str, Visit]:
    """So many links on a host that nobody could judge."""
    return {f"https://{host}/{number}": Unsure(f"https://{host}/{number}", reason) for number in range(count)}


def test_what_waits_has_not_answered() -> None:
    """Links that were not asked, as their server wanted, answered no 429 in this run."""
    until = dt.datetime(2026, 12, 5, tzinfo=dt.UTC)
    waits = {url: Unsure(url, Reason.RATE_LIMITED, until=until) for url in unsure("slow.example", Reason.RATE_LIMITED, 9)}
    assert told(looked(DATED, **waits), ()) == ()


def test_no_hint_without_a_pattern() -> None:
    """A good look, and one without any page, give no hints."""
    assert told(looked(DATED, **{"https://a.example/": Works("https://a.example/")}), ()) == ()
    assert told(looked(), ()) == ()


def test_no_date_on_any_page() -> None:
    """When no page has a review date, the wording may be unknown: say how to see what was read. An update date is no review date."""
    updated = DateClaim(DateKind.UPDATED, PartialDate(2026), "q")
    (said,) = told(looked(page(1), page(2, updated), page(3, state=PageState.UNREACHABLE)), ())
    assert said.startswith("No review date was recognised on any of 2 pages.")
    assert "reviewer read --explain" in said
    assert told(looked(page(1), page(2, DateClaim(DateKind.LAST_REVIEWED, PartialDate(2026), "q"))), ()) == ()
    assert told(looked(page(1, state=PageState.UNREACHABLE)), ()) == ()


@pytest.mark.parametrize(("count", "is_told"), [(2, False), (3, True)])
def test_a_host_that_asks_us_to_slow_down(count: int, is_told: bool) -> None:
    """From three answers 429 on one host: set its pace."""
    said = told(looked(DATED, **unsure("slow.example", Reason.RATE_LIMITED, count)), ())
    assert bool(said) is is_told
    assert all(f"{count} links on slow.example" in line and "pace" in line for line in said)


@pytest.mark.parametrize("reason", [Reason.BOT_WALL, Reason.FORBIDDEN])
@pytest.mark.parametrize(("count", "is_told"), [(4, False), (5, True)])
def test_a_host_that_turns_robots_away(reason: Reason, count: int, is_told: bool) -> None:
    """From five walls on one host: look yourself, or leave it alone by a rule."""
    said = told(looked(DATED, **unsure("wall.example", reason, count)), ())
    assert bool(said) is is_told
    assert all(f"{count} links on wall.example" in line for line in said)


def test_hosts_come_worst_first() -> None:
    """The host with most links is named first; other reasons, and addresses without a host, are no pattern."""
    visits = (
        unsure("b.example", Reason.RATE_LIMITED, 3)
        | unsure("a.example", Reason.RATE_LIMITED, 3)
        | unsure("c.example", Reason.RATE_LIMITED, 4)
        | unsure("d.example", Reason.TIMEOUT, 9)
        | {f"tel:{number}": Unsure(f"tel:{number}", Reason.RATE_LIMITED) for number in range(9)}
    )
    assert [line.split(" on ")[1].split(" ")[0] for line in told(looked(DATED, **visits), ())] == ["c.example", "a.example", "b.example"]


def test_robots_on_our_own_site() -> None:
    """Pages of our own site that robots.txt keeps from us are worth a word to whoever runs it; a page of no known site too."""
    kept = page(1, state=PageState.ROBOTS)
    assert told(looked(DATED, kept), ()) == (
        "robots.txt keeps us from 1 page of Care: ask whoever runs it to allow the user agent `reviewer`.",
    )
    assert "of a site" in told(Looked({DATED.url: DATED, kept.url: kept}, {}, {}), ())[0]


@pytest.mark.parametrize(("count", "is_told"), [(19, False), (20, True)])
def test_many_pages_share_a_due_date(count: int, is_told: bool) -> None:
    """From twenty pages that fall due on one day: spread them. A month is due on its last day."""
    said = told(looked(*(page(number, due("2027-03" if number % 2 else "2027-03-31")) for number in range(count))), ())
    assert bool(said) is is_told
    assert all(f"{count} pages share one due date, {dt.date(2027, 3, 31)}" in line for line in said)


def test_a_day_that_has_passed_cannot_be_spread() -> None:
    """Pages that are all late already get no advice about the calendar."""
    assert told(looked(*(page(number, due("2026-11-20")) for number in range(30))), ()) == ()


def finding(number: int, reason: str) -> Finding:
    """A finding on a page."""
    return Finding("named_contact", page(number).url, "s", Severity.NOTE, "says", "fix", reason=reason)


@pytest.mark.parametrize(("count", "is_told"), [(4, False), (5, True)])
def test_pages_that_nobody_owns(count: int, is_told: bool) -> None:
    """From five pages without an owner: one line in the config would help. Other findings do not count."""
    pages = [page(number, due(f"2027-01-{number + 1:02}")) for number in range(count)]
    said = told(looked(*pages), [finding(number, "no_owner") for number in range(count)] + [finding(9, "other")] * 9)
    assert bool(said) is is_told
    assert all(f"{count} pages of Care have no owner" in line for line in said)
    assert all(
        "of a site" in line for line in told(Looked({DATED.url: DATED}, {}, {}), [finding(number, "no_owner") for number in range(count)])
    )


def test_pages_that_scripts_make() -> None:
    """Pages that nobody can read without a browser are counted for each site, with the line of the config that lets them be read."""
    shells = (page(1, state=PageState.NEEDS_BROWSER), page(2, state=PageState.NEEDS_BROWSER))
    (said,) = told(looked(DATED, *shells), ())
    assert said == '2 pages of Care could not be read without a browser: set browser = "auto" for it in the config, or --browser auto.'
