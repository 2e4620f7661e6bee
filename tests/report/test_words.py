"""Words and sums that formats share."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from reviewer.model import Broken, Finding, Issue, IssueState, Link, Looked, Page, Place, Reason, Severity
from reviewer.report import Reported
from reviewer.report.formats import json as json_format
from reviewer.report.formats import text
from reviewer.report.words import conclusion, fixed, label, number, quoted, suggested, sums, suspicion, where
from tests.report.sample import ALONE, BROKEN, FINDINGS, GONE, MOVED, NOT_READ, OVERDUE, REPLACED, REPORTED, SOON


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(), ""),
        (Place("A", 3), 'under "A", line 3'),
        (Place("A"), 'under "A"'),
        (Place(None, 3), "line 3"),
        (Place("\u202eA\nB"), 'under "A B"'),
    ],
)
def test_where(place: Place, said: str) -> None:
    """Heading and line, as far as they are known, in harmless words."""
    assert where(place) == said


def test_numbers_have_their_noun() -> None:
    """One page, two pages, five thousand pages."""
    assert [number(count, "page") for count in (0, 1, 2, 5000)] == ["0 pages", "1 page", "2 pages", "5,000 pages"]
    assert number(2, "reply", "replies") == "2 replies"


def test_labels_are_words() -> None:
    """What is overdue says so; the rest is named by how grave it is; what nobody is told of yet is only suspected."""
    assert label(REPORTED, NOT_READ) == "Suspected"
    assert [label(ALONE, finding) for finding in (OVERDUE, replace(OVERDUE, reason="x"), BROKEN, SOON, MOVED)] == [
        "Overdue",
        "Act now",
        "Fix",
        "Soon",
        "Note",
    ]


def test_sums() -> None:
    """Pages by review state, links once each by verdict, pages with anything graver than a note, what was fixed."""
    counted = sums(REPORTED)
    assert (counted.pages, counted.unread, counted.overdue, counted.due_soon) == (5, 1, 1, 1)
    assert (counted.links, counted.works, counted.moved, counted.broken, counted.unsure, counted.skipped) == (5, 1, 1, 1, 1, 1)
    assert (counted.to_act, counted.noted, counted.fixed) == (2, 1, 1)
    assert sums(ALONE).to_act == 4
    assert conclusion(REPORTED, counted) == "2 pages need attention (1 review overdue)."


def test_pages_that_nobody_could_read_do_not_pass_for_well() -> None:
    """Only pages that were read count for "Nothing needs attention"."""
    counted = replace(sums(REPORTED), to_act=0, overdue=0)
    assert conclusion(REPORTED, replace(counted, pages=1, unread=1)) == "1 page could not be read."
    assert conclusion(REPORTED, replace(counted, pages=3, unread=1)) == "Nothing needs attention on 2 pages; 1 page could not be read."
    assert conclusion(REPORTED, replace(counted, pages=2, unread=0)) == "Nothing needs attention on 2 pages."


def test_what_was_put_aside_is_not_active() -> None:
    """Snoozed and accepted issues wait; suspected ones are shown."""
    assert set(REPORTED.active) == {OVERDUE, BROKEN, REPLACED, NOT_READ}
    assert set(ALONE.active) == set(FINDINGS)


def test_fixed_since_the_run_before() -> None:
    """What was resolved after the run before this one; older thanks were said already."""
    assert fixed(REPORTED) == (GONE,)
    assert fixed(replace(REPORTED, runs=())) == (GONE,)
    gone = REPORTED.issues[GONE.id]
    old = replace(gone, changed=gone.first_seen)
    assert fixed(replace(REPORTED, issues={GONE.id: old})) == ()


def test_a_quote_is_not_said_twice() -> None:
    """A sentence that quotes the page, even shortened, is not followed by the same words; an address in the instruction neither."""
    long = "This area supports practices with the early diagnosis measures in the network contract for 2020/21 and for later years"
    assert quoted(replace(OVERDUE, says=f"It says “{long[:60]}…”.", quote=long)) == ""
    assert quoted(OVERDUE) == OVERDUE.quote
    assert quoted(replace(OVERDUE, quote="")) == ""
    assert suggested(MOVED) == ""
    assert suggested(BROKEN) == BROKEN.suggestion
    assert suggested(OVERDUE) == ""


def test_suspected_stands_apart_from_broken() -> None:
    """A link that failed once is counted as suspected, everywhere, and a sentence says what it takes; one certain issue makes it broken."""
    page = Page("https://a.example/", links=(Link("/x", "https://a.example/x"), Link("/x#p", "https://a.example/x#p")))
    looked = Looked({page.url: page}, {}, {"https://a.example/x": Broken("https://a.example/x", Reason.NOT_FOUND)})
    finding = Finding("broken_link", page.url, "https://a.example/x", Severity.PROBLEM, "It does not work.", "Mend it.")
    moment = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    issue = Issue(finding, IssueState.SUSPECTED, moment, moment, moment)
    day = dt.date(2026, 11, 21)
    once = Reported(day, looked, findings=(finding,), issues={finding.id: issue})
    counted = sums(once)
    assert (counted.links, counted.broken, counted.suspected, counted.to_act, counted.noted) == (1, 0, 1, 0, 1)
    assert suspicion(counted, once.config.patience) == (
        "1 link failed and is not called broken yet: it has to fail in 3 looks over 24 hours first."
    )
    assert suspicion(counted, once.config.patience) in text.write(once, width=100).replace("\n", " ")
    assert json.loads(json_format.write(once))["counts"] == {
        "pages": 1, "links": 1, "works": 0, "moved": 0, "broken": 0, "unsure": 0, "skipped": 0, "suspected": 1,
    }  # fmt: skip
    certain = sums(replace(once, issues={finding.id: replace(issue, state=IssueState.OPEN)}))
    assert (certain.broken, certain.suspected, certain.to_act) == (1, 0, 1)
    assert suspicion(certain, once.config.patience) == ""
    place = replace(issue, finding=replace(finding, check="missing_anchor"), state=IssueState.OPEN)
    both = sums(replace(once, issues={finding.id: issue, place.finding.id: place}))
    assert (both.broken, both.suspected) == (0, 1)
