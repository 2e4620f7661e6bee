"""What was not found again and is not therefore mended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reviewer.judge import Judged
from reviewer.model import (
    SHEET,
    Broken,
    DateClaim,
    DateKind,
    Finding,
    Issue,
    IssueState,
    Link,
    Looked,
    Moved,
    Page,
    PageState,
    PartialDate,
    Reason,
    Severity,
    Skipped,
    Unsure,
    Visit,
    Works,
)
from reviewer.settings import Config, Site
from reviewer.settle import Closed, Fate, Held, Mended
from reviewer.settle.closing import ELSEWHERE, FORM, JOINED, SHELL, TEMPLATE, UNUSED, fates
from tests.makers import broken, by_id, opened

PAGE = "https://gps.example.org/tips"
URL = "https://other.example/fit"
SITE_OF = {PAGE: "GPs"}


def link(url: str | None = URL, **more: Any) -> Link:
    """A link of the page."""
    return Link(url or "http://[", url, words="FIT", **more)


def issue(check: str = "broken_link", subject: str = URL, page: str = PAGE) -> Issue:
    """An open issue of a link."""
    return opened(broken(page, subject, check=check))


def after(
    one: Issue,
    *visits: Visit,
    links: tuple[Link, ...] = (link(),),
    state: PageState = PageState.READ,
    findings: tuple[Finding, ...] = (),
    config: Config | None = None,
    merged: frozenset[str] = frozenset(),
    **more: Any,
) -> str | None:
    """What became of the issue: why it is closed, empty when it is held, None when the look counts."""
    looked = Looked({PAGE: Page(PAGE, state, links=links)}, more.pop("looked_at", SITE_OF), {visit.url: visit for visit in visits})
    given = config or Config(sites=(Site("GPs", (PAGE,)),))
    judged = Judged(looked, findings, merged=merged)
    made = fates(by_id(one), judged, **{"before": {}, "site_of": SITE_OF, "config": given, **more})
    return _words(made.get(one.id, Mended()))


def _words(fate: Fate) -> str | None:
    """A fate for a table."""
    match fate:
        case Closed(why=why):
            return why
        case Held():
            return ""
        case Mended():
            return None


@pytest.mark.parametrize(
    ("check", "visit", "fate"),
    [
        ("broken_link", Works(URL), None),
        ("broken_link", Moved(URL, "https://other.example/new"), None),
        ("broken_link", Broken(URL, Reason.NOT_FOUND), None),
        ("broken_link", Unsure(URL, Reason.BOT_WALL), ""),
        ("broken_link", Unsure(URL, Reason.INTERRUPTED), ""),
        ("broken_link", Skipped(URL, Reason.NOT_ASKED, "more than 5 pages"), ""),
        ("broken_link", Skipped(URL, Reason.RULE, "they know"), "a link rule leaves it alone (they know)"),
        ("broken_link", Skipped(URL, Reason.RULE), "a link rule leaves it alone"),
        ("moved_link", Works(URL), None),
        ("moved_link", Unsure(URL, Reason.TIMEOUT), ""),
        ("moved_link", Broken(URL, Reason.REFUSED), ""),
        ("superseded_target", Skipped(URL, Reason.RULE), "a link rule leaves it alone"),
    ],
)
def test_what_is_said_of_the_link_now(check: str, visit: Visit, fate: str | None) -> None:
    """A link that works is mended; of one that nobody could see nothing is said; one that a rule leaves alone ends without thanks."""
    assert after(issue(check), visit) == fate


def test_a_link_that_nobody_visited_says_nothing() -> None:
    """A site that was cut before the link was reached leaves its issue as it was."""
    assert after(issue()) == ""


def test_a_link_that_is_gone_is_mended() -> None:
    """When the page has other links only, or was not read, the ledger decides by itself."""
    assert after(issue(), links=(link("https://other.example/new"), link(None))) is None
    assert after(issue(), state=PageState.UNREACHABLE) is None
    assert after(issue(page="https://gps.example.org/other")) is None
    assert after(opened(broken(PAGE, "due", check="review_date"))) is None


def test_a_link_that_would_act_ends_without_thanks() -> None:
    """Once its words say that following it logs out, it is not visited and will not be."""
    assert after(issue(), links=(replace(link(), words="Log out"),)) == "following it might do something, so it is left alone"
    assert after(issue(subject="about:x"), links=(link("about:x"),)) == "it is no link of the web"


def test_a_form_that_sends_data_ends_without_thanks() -> None:
    """Its host is back and refuses a GET, which proves nothing, today and tomorrow."""
    form = Link("/fit", URL, "form", "post")
    assert after(issue(), Broken(URL, Reason.CLIENT_ERROR), links=(form,)) == FORM


def test_one_place_that_was_seen_is_enough() -> None:
    """Of several places of a link the one that could be judged counts, then the one that may be judged again."""
    acts = replace(link(), words="Log out")
    assert after(issue(), Works(URL), links=(acts, link())) is None
    assert after(issue(), Unsure(URL, Reason.BOT_WALL), links=(acts, link())) == ""


def test_subjects_of_the_other_checks() -> None:
    """A missing place is known by the whole address, an updated target by its address and date."""
    there = link(f"{URL}#part")
    assert after(issue("missing_anchor", f"{URL}#part"), Unsure(URL, Reason.BOT_WALL), links=(there,)) == ""
    assert after(issue("missing_anchor", f"{URL}#part"), Works(URL, anchors=frozenset({"part"})), links=(there,)) is None
    assert after(issue("updated_target", f"{URL} 2026-01-01"), Unsure(URL, Reason.BOT_WALL)) == ""
    assert after(issue("moved_link"), Works(URL, anchors=frozenset()), links=(there,)) is None


def test_what_the_template_owner_is_told_ends_without_thanks() -> None:
    """The same fault on most pages is told once: those of single pages are over, and not mended."""
    assert after(issue(), Broken(URL, Reason.NOT_FOUND), merged=frozenset({issue().id})) == TEMPLATE


def test_a_check_that_failed_says_nothing() -> None:
    """A check that stopped with an exception found nothing, and cleared nothing."""
    trouble = Finding("trouble", PAGE, "check broken_link", Severity.PROBLEM, "x", "y")
    assert after(issue(), Works(URL), findings=(trouble,)) == ""
    assert after(opened(trouble), Works(URL), config=Config(only=("broken_link",))) is None


@pytest.mark.parametrize("config", [Config(skip=("broken_link",)), Config(only=("gap",))])
def test_a_check_that_is_not_asked_any_more(config: Config) -> None:
    """Who switches a check off has mended nothing."""
    assert after(issue(), Works(URL), config=config) == "the check broken_link is not asked any more"


def test_a_site_whose_links_are_not_followed_any_more() -> None:
    """Who switches a site's links off has mended none."""
    config = Config(sites=(Site("GPs", (PAGE,), links=False),))
    assert after(issue(), config=config) == "the links of GPs are not followed any more"


def test_another_address_of_a_page_ends_without_thanks() -> None:
    """What was told of a variant is told of the page's own address from now on."""
    assert after(issue(), state=PageState.SKIPPED) == JOINED


def test_what_was_told_of_a_shell_ends_without_thanks() -> None:
    """A page that scripts make was once read as one that says nothing: what was told of that was a mistake, and is not told again. What a
    page did say once stays as it is, and so does what is about its links."""
    undated = opened(broken(PAGE, "no date", check="review_date"))
    dated = Page(PAGE, claims=(DateClaim(DateKind.DUE, PartialDate(2024), "q"),))
    shell = PageState.NEEDS_BROWSER
    assert after(undated, before={PAGE: Page(PAGE)}, state=shell) == SHELL
    assert after(undated, before={PAGE: dated}, state=shell) is None
    assert after(undated, state=shell) is None
    assert after(issue(), before={PAGE: Page(PAGE)}, state=shell) is None


def test_what_was_found_or_is_over_is_passed_by() -> None:
    """Only unresolved issues that were not found need a reason."""
    assert after(issue(), findings=(broken(PAGE, URL),)) is None
    assert after(replace(issue(), state=IssueState.RESOLVED)) is None


SHEET_URL = "https://gps.example.org/v1.css"


@pytest.mark.parametrize(
    ("loads", "more", "closed"),
    [
        ((), {}, True),
        ((Link("v2.css", "https://gps.example.org/v2.css", "link"),), {}, True),
        ((Link("v1.css", SHEET_URL, "link"),), {}, False),
        ((Link("base.css", "https://gps.example.org/base.css", "link"),), {}, False),
        ((), {"interrupted": True}, False),
        ((), {"incomplete": ("x",)}, False),
        ((Link("x.css", "https://gps.example.org/x.css", "link"),), {}, False),
        ((Link("x.css", "https://cdn.example/x.css", "link"), Link("http://[", None, "link")), {}, True),
    ],
)
def test_a_style_sheet_that_no_page_loads_any_more(loads: tuple[Link, ...], more: dict[str, Any], closed: bool) -> None:
    """Its issues end without thanks: what it holds was not mended. Not when it may be loaded by what could not be read or asked for."""
    imports = (Link("v1.css", SHEET_URL, "style", "import"),)
    sheets = {
        url: Page(url, content_type=SHEET, links=links) for url, links in ((SHEET_URL, ()), ("https://gps.example.org/base.css", imports))
    }
    visits: dict[str, Visit] = {url: Unsure(url, Reason.TIMEOUT) for url in ("https://gps.example.org/x.css", "https://cdn.example/x.css")}
    looked = Looked({PAGE: Page(PAGE, links=loads)}, SITE_OF, visits, **more)
    one = issue(page=SHEET_URL)
    made = fates(by_id(one), Judged(looked, ()), before=sheets, site_of={}, config=Config())
    assert made == {one.id: Closed(UNUSED) if closed else Mended()}


def test_a_page_that_was_not_read_still_loads_its_style_sheet() -> None:
    """While the page that loads it does not answer, nothing is said of the sheet."""
    before = {PAGE: Page(PAGE, links=(Link("v1.css", SHEET_URL, "link"),)), SHEET_URL: Page(SHEET_URL, content_type=SHEET)}
    looked = Looked({PAGE: Page(PAGE, PageState.UNREACHABLE)}, SITE_OF, {})
    one = issue(page=SHEET_URL)
    assert fates(by_id(one), Judged(looked, ()), before=before, site_of={}, config=Config()) == {one.id: Mended()}


def test_one_reason_is_enough() -> None:
    """A check that is not asked any more closes the issue of a sheet that is not loaded any more, too, and the history says the first."""
    looked = Looked({PAGE: Page(PAGE)}, SITE_OF, {})
    one = issue(page=SHEET_URL)
    made = fates(
        by_id(one),
        Judged(looked, ()),
        before={SHEET_URL: Page(SHEET_URL, content_type=SHEET)},
        site_of={},
        config=Config(skip=("broken_link",)),
    )
    assert made == {one.id: Closed("the check broken_link is not asked any more")}


def test_what_is_told_of_another_page_now_is_not_mended() -> None:
    """The page of which a whole site's matter was told has its date now, and 211 others have none: nobody is thanked for the 212."""
    lacking = broken(PAGE, "no date", check="review_date", reason="no_date", also=(f"{PAGE}2", f"{PAGE}3"))
    moved = replace(lacking, page=f"{PAGE}2", also=(f"{PAGE}3", f"{PAGE}4"))
    sites = SITE_OF | {moved.page: "GPs"}
    assert after(opened(lacking), findings=(moved,), site_of=sites, looked_at=sites) == ELSEWHERE
    assert after(opened(lacking)) is None
    menu = broken(PAGE, URL, also=(f"{PAGE}2", f"{PAGE}3"))
    other = replace(menu, subject="https://other.example/else")
    assert after(opened(menu), Works(URL), findings=(other,)) is None
