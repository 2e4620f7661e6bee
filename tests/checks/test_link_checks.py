"""What the checks of links say: broken_link, moved_link, missing_anchor, superseded_target, updated_target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from types import ModuleType

import pytest

from reviewer import verdicts
from reviewer.checks import Context, broken_link, missing_anchor, moved_link, superseded_target, updated_target
from reviewer.model import (
    Broken,
    DateClaim,
    DateKind,
    Doubt,
    Evidence,
    Finding,
    Hop,
    Link,
    Moved,
    Page,
    PartialDate,
    Place,
    Reason,
    Severity,
    Skipped,
    Superseded,
    Unsure,
    Visit,
    Works,
)
from reviewer.settings import Site

HERE = "http://a.example/here"
THERE = "http://b.example/there"


def link(href: str = THERE, line: int = 4, words: str = "Blood test rooms", **more: str) -> Link:
    """A link on the page."""
    return Link(href, href, words=words, place=Place("Referral", line), **more)  # type: ignore[arg-type]


def found(
    check: ModuleType, links: Iterable[Link], visits: Iterable[Visit] = (), *, page: Page | None = None, **more: object
) -> list[Finding]:
    """The findings of a check on a page with these links."""
    subject = replace(page or Page(HERE, anchors=frozenset({"own"})), links=tuple(links))
    context = Context(dt.date(2026, 11, 21), Site("s", ()), {visit.url: visit for visit in visits}, **more)  # type: ignore[arg-type]
    return list(check.check(subject, context))


def test_broken_link() -> None:
    """A broken link is told with its words, its place, its reason and what to do."""
    (finding,) = found(broken_link, [link(f"{THERE}#part")], [Broken(THERE, Reason.NOT_FOUND, Evidence(404))])
    assert finding.check == "broken_link"
    assert finding.subject == THERE
    assert finding.says == "The link “Blood test rooms” does not work (404, page not found)."
    assert finding.quote == "Blood test rooms"
    assert finding.place == Place("Referral", 4)
    assert finding.severity is Severity.PROBLEM
    assert finding.doubt is Doubt.BROKEN
    assert finding.reason == "not_found"


@pytest.mark.parametrize(
    ("visit", "doubt", "severity"),
    [
        (Broken(THERE, Reason.GONE, Evidence(410)), Doubt.GONE, Severity.PROBLEM),
        (Broken(THERE, Reason.REFUSED), Doubt.BROKEN, Severity.PROBLEM),
        (Unsure(THERE, Reason.TIMEOUT), Doubt.SLOW, Severity.NOTE),
        (Unsure(THERE, Reason.SERVER_BUSY), Doubt.SLOW, Severity.NOTE),
        (Unsure(THERE, Reason.TLS_CHAIN), Doubt.NEVER, Severity.NOTE),
        (Unsure(THERE, Reason.BOT_WALL), Doubt.NEVER, Severity.NOTE),
        (Unsure(THERE, Reason.LOGIN), Doubt.NEVER, Severity.NOTE),
    ],
)
def test_doubt_before_blame(visit: Visit, doubt: Doubt, severity: Severity) -> None:
    """How often something has to be seen depends on why it failed; unsure is a note, never a problem."""
    (finding,) = found(broken_link, [link()], [visit])
    assert (finding.doubt, finding.severity) == (doubt, severity)


def test_facts_of_the_page_need_one_look() -> None:
    """A mistake in an address is a fact of the page, unless only the failed visit makes it one."""
    sure, mail = found(broken_link, [link("www.b.example/x"), link("mailto:a")])
    assert (sure.doubt, mail.doubt) == (Doubt.NONE, Doubt.NONE)
    assert sure.suggestion == "https://www.b.example/x"
    (suspected,) = found(broken_link, [link(f"{THERE}.")], [Broken(f"{THERE}.", Reason.NOT_FOUND, Evidence(404))])
    assert suspected.reason == "bad_address"
    assert suspected.doubt is Doubt.BROKEN
    assert THERE in suspected.fix


def test_one_finding_for_one_address() -> None:
    """An address that stands twice on a page is told once, with both places."""
    (finding,) = found(broken_link, [link(line=4), link(line=9), link(line=12)], [Broken(THERE, Reason.NOT_FOUND, Evidence(404))])
    assert finding.place.line == 4
    assert "on the page 3 times" in finding.says


def test_what_works_is_not_told() -> None:
    """Nothing is said of links that work, moved, were skipped, or were not visited."""
    assert not found(broken_link, [link()], [Works(THERE)])
    assert not found(broken_link, [link()], [Skipped(THERE, Reason.RULE)])
    assert not found(broken_link, [link()])
    assert not found(broken_link, [link("#none", words="x")], page=Page(HERE))


def test_nearest_page_is_suggested() -> None:
    """For a broken link within the site the nearest page that exists is suggested."""
    target = "http://a.example/brest-screening"
    pages = {"http://a.example/breast-screening": Page("http://a.example/breast-screening", title="Breast screening")}
    (finding,) = found(broken_link, [link(target)], [Broken(target, Reason.NOT_FOUND, Evidence(404))], pages=pages)
    assert finding.suggestion == "http://a.example/breast-screening"
    assert "http://a.example/breast-screening" in finding.fix


def test_moved_link() -> None:
    """A link to what moved for good is told with the address to paste."""
    (finding,) = found(moved_link, [link(), link(line=8)], [Moved(THERE, "http://c.example/")])
    assert finding.fix == "Link to http://c.example/ instead."
    assert finding.suggestion == "http://c.example/"
    assert finding.severity is Severity.NOTE
    assert "on the page 2 times" in finding.says


def test_silent_redirects_are_told_only_when_asked_for() -> None:
    """A redirect to https is silent, unless the config wants to hear of it; a temporary redirect is never told."""
    secure = Works(THERE, Evidence(200, (Hop(THERE, 301, "https://b.example/there"),)))
    temporary = Works(THERE, Evidence(200, (Hop(THERE, 302, "http://c.example/"),)))
    assert not found(moved_link, [link()], [secure])
    (finding,) = found(moved_link, [link()], [secure], tell_silent_redirects=True)
    assert finding.suggestion == "https://b.example/there"
    assert not found(moved_link, [link()], [temporary], tell_silent_redirects=True)
    assert not found(moved_link, [link()], [Works(THERE)], tell_silent_redirects=True)


def test_missing_anchor() -> None:
    """A place that is not there is a note; the place that is there is nothing."""
    own = [Link("#own", f"{HERE}#own"), Link("#gone", f"{HERE}#gone", words="Part"), Link("#gone", f"{HERE}#gone", place=Place(None, 7))]
    (finding,) = found(missing_anchor, own)
    assert finding.subject == f"{HERE}#gone"
    assert finding.severity is Severity.NOTE
    assert finding.doubt is Doubt.NONE
    assert "“gone”" in finding.says
    assert "on the page 2 times" in finding.says


@pytest.mark.parametrize(
    ("told", "fix", "suggestion"),
    [
        (Superseded("Withdrawn", "New guidance", "http://b.example/new"), "http://b.example/new", "http://b.example/new"),
        (Superseded("Withdrawn", "New guidance"), "New guidance", None),
        (Superseded("Withdrawn"), "Find what takes its place", None),
    ],
)
def test_superseded_target(told: Superseded, fix: str, suggestion: str | None) -> None:
    """What the target says of itself is quoted, with what takes its place."""
    (finding,) = found(superseded_target, [link(), link(line=6)], [Works(THERE, superseded=told)])
    assert "“Withdrawn”" in finding.says
    assert fix in finding.fix
    assert finding.suggestion == suggestion
    assert found(superseded_target, [link()], [Moved(THERE, "x", superseded=told)])


def test_superseded_speaks_of_pages_only() -> None:
    """A target that says nothing of the kind, or that is a picture, is no finding."""
    assert not found(superseded_target, [link()], [Works(THERE)])
    assert not found(superseded_target, [link(element="img")], [Works(THERE, superseded=Superseded("Withdrawn"))])
    assert not found(superseded_target, [link()], [Broken(THERE, Reason.NOT_FOUND)])


def test_a_withdrawn_page_may_link_to_others() -> None:
    """On a page that says of itself that it is over, a link to what is over is no news."""
    over = Page(HERE, superseded=Superseded("Archived"))
    assert not found(superseded_target, [link()], [Works(THERE, superseded=Superseded("Withdrawn"))], page=over)


def reviewed(kind: DateKind) -> Page:
    """A page with a date in May 2024."""
    return Page(HERE, claims=(DateClaim(kind, PartialDate(2024, 5), "Last reviewed May 2024"),))


@pytest.mark.parametrize("kind", [DateKind.LAST_REVIEWED, DateKind.UPDATED, DateKind.PUBLISHED])
def test_updated_target(kind: DateKind) -> None:
    """Guidance that is newer than the page's last review (its update, its publication) is told with both dates."""
    (finding,) = found(updated_target, [link()], [Works(THERE, updated=PartialDate(2024, 6, 1))], page=reviewed(kind))
    assert finding.subject == f"{THERE} 2024-06-01"
    assert "2024-06-01" in finding.says
    assert "Last reviewed May 2024" in finding.says
    assert finding.severity is Severity.SOON


def test_updated_target_needs_two_dates_apart() -> None:
    """In the same month, before it, without a date of the target or of the page: nothing is told."""
    for updated in (PartialDate(2024, 5, 31), PartialDate(2024), None):
        assert not found(updated_target, [link()], [Works(THERE, updated=updated)], page=reviewed(DateKind.LAST_REVIEWED))
    assert not found(updated_target, [link()], [Works(THERE, updated=PartialDate(2025))])
    assert not found(updated_target, [link()], [Works(THERE, updated=PartialDate(2025))], page=reviewed(DateKind.DUE))


def test_http_that_nobody_answers() -> None:
    """A link that works by https only is a note, whatever the settings say of silent redirects."""
    secure = THERE.replace("http:", "https:")
    (finding,) = found(moved_link, [link()], [Works(THERE, Evidence(200, (Hop(THERE, 0, secure),), secure))])
    assert (finding.severity, finding.reason, finding.suggestion) == (Severity.NOTE, "only_https", secure)
    assert finding.says.endswith("nobody answers at its http address.")
    assert finding.fix == f"Link to {secure} instead."


def test_a_front_that_drops_programs() -> None:
    """What breaks off for this page and answers for others is doubted for days, and then told with care."""
    visit = Unsure(THERE, Reason.BOT_WALL, Evidence(detail=verdicts.DROPPED))
    (finding,) = found(broken_link, [link()], [visit])
    assert (finding.doubt, finding.severity) == (Doubt.SLOW, Severity.NOTE)
    assert finding.says == (
        "The link “Blood test rooms” may be broken (the site breaks off our connection for this page, and answers for others)."
    )
    assert finding.fix.startswith("Open the link yourself.")
    assert found(broken_link, [link()], [Unsure(THERE, Reason.BOT_WALL)])[0].doubt is Doubt.NEVER


def test_a_picture_that_a_script_loads_is_a_note() -> None:
    """What a script may load is a note at most, unless the same address also stands where a browser opens it."""
    lazy, plain = link(element="img", attribute="data-src"), link(element="img", attribute="src")
    dead = [Broken(THERE, Reason.NOT_FOUND, Evidence(404))]
    assert found(broken_link, [lazy], dead)[0].severity is Severity.NOTE
    assert found(broken_link, [lazy, plain], dead)[0].severity is Severity.PROBLEM


@pytest.mark.parametrize(
    ("href", "visit"),
    [
        (f"{HERE}#main", Works(HERE, superseded=Superseded("archived", None))),
        (HERE, Works(HERE, superseded=Superseded("archived", None))),
        (THERE, Works(THERE, Evidence(200, (Hop(THERE, 302, HERE),), HERE), Superseded("archived", None))),
    ],
)
def test_an_archived_page_does_not_lead_to_itself(href: str, visit: Visit) -> None:
    """A link "Skip to main content" on an archived page leads to no archived page: it leads nowhere else."""
    assert found(superseded_target, [link(href)], [visit]) == []


def test_a_page_of_ours_that_was_archived_is_told_of_itself_only() -> None:
    """A list of archived pages, and forty menus that lead to one of them, are no faults: the page itself is told, once."""
    told = Superseded("archived", None)
    ours = {THERE: Page(THERE, superseded=told)}
    assert found(superseded_target, [link()], [Works(THERE, superseded=told)], pages=ours) == []
    assert found(superseded_target, [link()], [Works(THERE, superseded=told)], pages={THERE: Page(THERE)}), "a page that does not say so"
