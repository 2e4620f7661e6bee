"""Words and sums that formats share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.model import Place
from reviewer.report.words import conclusion, fixed, label, number, quoted, suggested, sums, where
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
    """What is overdue says so; the rest is named by how grave it is."""
    assert [label(finding) for finding in (OVERDUE, replace(OVERDUE, reason="x"), BROKEN, SOON, MOVED)] == [
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
    assert (counted.to_act, counted.fixed) == (3, 1)
    assert sums(ALONE).to_act == 4
    assert conclusion(REPORTED, counted) == "3 pages need attention (1 review overdue)."


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
