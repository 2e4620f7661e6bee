"""A check is one file: it is asked, listed, and its links are held when they turn unsure."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer import checks
from reviewer.judge import across, judge
from reviewer.model import (
    Broken,
    Issue,
    IssueState,
    Link,
    Looked,
    Moved,
    Page,
    PageState,
    Reason,
    Severity,
    Skipped,
    Unsure,
    Visit,
    Works,
)
from reviewer.settings import Config, Site
from reviewer.settle import Closed, Fate, Held, Mended, fates
from tests.plugins.conftest import Plug

TODAY = dt.date(2026, 11, 21)
PAGE = "https://a.example/"
THERE = "https://b.example/files"
CONFIG = Config(sites=(Site("Ours", (PAGE,)),), only=("downloads",))

SHOUTING = """
from reviewer.model import Finding, Severity

SUMMARY = "Titles in capitals"
ABOUT = "page"


def check(page, context):
    if page.title.isupper():
        yield Finding("shouting", page.url, page.title, Severity.NOTE, says="The title shouts.", fix="Use small letters.")
"""

DOWNLOADS = """
from reviewer.model import Finding, Severity, Works

SUMMARY = "Links to files that are not said to be files"
ABOUT = "link"


def check(page, context):
    for link, visit in context.said(page):
        if isinstance(visit, Works) and visit.url.endswith("/files") and "file" not in link.words:
            yield Finding("downloads", page.url, f"{link.url} unsaid", Severity.NOTE, says="It is a file.", fix="Say so.")
"""


def looked(*visits: Visit, links: tuple[Link, ...] = (Link(THERE, THERE, words="Results"),), pages: int = 1) -> Looked:
    """A look at pages with these links."""
    made = {f"{PAGE}{number or ''}": Page(f"{PAGE}{number or ''}", links=links) for number in range(pages)}
    return Looked(made, dict.fromkeys(made, "Ours"), {visit.url: visit for visit in visits})


def test_a_new_check_is_asked(plug: Plug) -> None:
    """What a check that was plugged in finds comes out with what the others find."""
    plug("reviewer.checks", "shouting", SHOUTING)
    context = checks.Context(TODAY, Site("Ours", (PAGE,)))
    found = list(checks.ask(Page(PAGE, title="LOUD"), context))
    assert "The title shouts." in [finding.says for finding in found]
    assert len({finding.check for finding in found}) > 1
    assert checks.summaries()["shouting"] == "Titles in capitals"
    assert "shouting" not in [finding.check for finding in checks.ask(Page(PAGE, title="Calm"), context)]


@pytest.mark.parametrize(
    ("visit", "fate"),
    [
        (Unsure(THERE, Reason.BOT_WALL), Held()),
        (Broken(THERE, Reason.REFUSED), Held()),
        (Skipped(THERE, Reason.NOT_ASKED), Held()),
        (Skipped(THERE, Reason.RULE), Closed("a link rule leaves it alone")),
        (Moved(THERE, "https://b.example/new"), Mended()),
    ],
)
def test_a_link_that_turns_unsure_is_not_mended(plug: Plug, visit: Visit, fate: Fate) -> None:
    """A check of links from a third party is no less one than those of the house: nobody is thanked for what nobody could see."""
    plug("reviewer.checks", "downloads", DOWNLOADS)
    (finding,) = judge(looked(Works(THERE)), CONFIG, TODAY).findings
    now = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    issue = Issue(finding, IssueState.OPEN, first_seen=now, last_seen=now, changed=now)
    judged = judge(looked(visit), CONFIG, TODAY)
    assert judged.findings == ()
    assert fates({issue.id: issue}, judged, before={}, site_of={}, config=CONFIG) == {issue.id: fate}
    gone = judge(looked(visit, links=()), CONFIG, TODAY)
    assert fates({issue.id: issue}, gone, before={}, site_of={}, config=CONFIG) == {issue.id: Mended()}


def test_a_link_of_the_template_is_told_once(plug: Plug) -> None:
    """The same link on most pages of a site is one finding, also of a check from outside."""
    plug("reviewer.checks", "downloads", DOWNLOADS)
    judged = judge(looked(Works(THERE), pages=5), CONFIG, TODAY)
    assert [finding.says for finding in judged.findings] == ["On 5 of 5 pages of the site: it is a file."]
    assert across(judged.looked, judged.findings) == judged.findings


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SHOUTING.replace('ABOUT = "page"', ""), 'it has to declare ABOUT = "page" or "link"'),
        (SHOUTING.replace('"page"', '"site"'), 'it has to declare ABOUT = "page" or "link"'),
        (SHOUTING.replace('"page"', '"link"'), "no link of the page has the address with which 'LOUD' begins"),
    ],
)
def test_a_check_that_breaks_its_promise_says_so(plug: Plug, text: str, says: str) -> None:
    """Whoever writes a check learns at once what is missing; a promise that is not kept would cost an owner's trust."""
    plug("reviewer.checks", "shouting", text)
    context = checks.Context(TODAY, Site("Ours", (PAGE,)))
    (trouble,) = checks.ask(Page(PAGE, PageState.READ, "LOUD"), context, only=("shouting",))
    assert (trouble.check, trouble.severity) == ("trouble", Severity.PROBLEM)
    assert says in trouble.says


def test_a_check_that_was_taken_out_mends_nothing(plug: Plug) -> None:
    """The issues of a plug-in that is not installed any more end without thanks."""
    now = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    plug("reviewer.checks", "downloads", DOWNLOADS)
    (finding,) = judge(looked(Works(THERE)), CONFIG, TODAY).findings
    gone = Issue(
        finding.__class__("gone_check", PAGE, "x", Severity.NOTE, "s", "f"), IssueState.OPEN, first_seen=now, last_seen=now, changed=now
    )
    judged = judge(looked(Works(THERE)), Config(), TODAY)
    assert fates({gone.id: gone}, judged, before={}, site_of={}, config=Config()) == {
        gone.id: Closed("the check gone_check is not asked any more")
    }
