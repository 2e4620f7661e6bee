"""The judge of what is told: it is strict with noise, and cannot be pleased by silence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bench.judged_sites.judging import ARGUABLE, RIGHT, WRONG, Score, Told, judged
from bench.judged_sites.made import Site
from bench.sites import failures

DEAD = Told("/a", "broken_link", "not_found | https://other.example/gone")
LATE = Told("/b", "review_date", "overdue | due 5 May 2026 | 5 May 2026")


def site() -> Site:
    """A site with a dead link on every page, one page that is overdue, and news about which one may argue."""
    made = Site("s", "https://s.example")
    made.fault("*", "broken_link", "https://other.example/gone", "dead in the footer", once=True)
    made.fault("/b", "review_date", "5 May 2026", "overdue")
    made.arguable("/news/*", "lapsed_promise", "", "dated news")
    made.coming["/c"] = dt.date(2026, 12, 1)
    return made


def verdicts(*told: Told) -> list[str]:
    """What the judge says of each."""
    return [each.verdict for each in judged(site(), told, pages=10).judged]


def test_a_fault_is_right_once() -> None:
    """The second time the same is told it is noise, on whatever page."""
    assert verdicts(DEAD, replace(DEAD, page="/b"), LATE, LATE) == [RIGHT, ARGUABLE, RIGHT, ARGUABLE]


@pytest.mark.parametrize(
    "told",
    [
        replace(LATE, page="/a"),
        replace(LATE, check="gap"),
        replace(LATE, words="overdue | due 5 May 2025"),
        replace(LATE, words="no_date"),
        Told("/newsroom", "lapsed_promise", "by May"),
    ],
    ids=["another page", "another check", "another day", "the same check for another reason", "a page whose name only begins alike"],
)
def test_what_no_truth_speaks_of_is_wrong(told: Told) -> None:
    """A telling is right only with its page, its check and what it has to name."""
    assert verdicts(told) == [WRONG]


def test_what_may_be_argued_is_neither() -> None:
    """Below a path, whatever it says."""
    assert verdicts(Told("/news/2", "lapsed_promise", "by May")) == [ARGUABLE]
    assert verdicts(Told("/news/2", "gap", "by May")) == [WRONG]


def test_a_review_to_come_has_its_day() -> None:
    """What is coming is right on its day only, and is no fault."""
    coming = Told("/c", "coming", "", coming=dt.date(2026, 12, 1))
    assert verdicts(coming, replace(coming, coming=dt.date(2026, 12, 2)), replace(coming, page="/b")) == [RIGHT, WRONG, WRONG]


def test_what_only_the_report_has_is_told_later() -> None:
    """A fault that the digest left to its report is no miss; one that stands in neither is."""
    score = judged(site(), [DEAD], [LATE, replace(LATE, page="/a")], pages=10)
    assert ([fault.page for fault in score.later], score.missed) == (["/b"], ())
    assert [each.verdict for each in score.besides] == [RIGHT, WRONG]
    assert [fault.page for fault in judged(site(), [DEAD], pages=10).missed] == ["/b"]


def test_a_page_with_guesses_alone_is_counted() -> None:
    """Not one that something else is told of, too; a review to come is nothing that flags a page."""
    guess = Told("/a", "gap", "x", guess=True)
    coming = Told("/a", "coming", "", coming=dt.date(2026, 12, 1))
    assert judged(site(), [guess, coming], pages=10).guessed == ("/a",)
    assert judged(site(), [guess, DEAD], pages=10).guessed == ()


def score(*told: Told) -> Score:
    """The score of these tellings on ten pages."""
    return judged(site(), told, pages=10)


def test_the_gate() -> None:
    """Everything right and told passes; noise, false alarms, silence and pages of guesses fail, each with a sentence."""
    assert failures([score(DEAD, LATE)]) == []
    assert [each.split(" ")[0:4] for each in failures([score(DEAD, LATE, LATE)])] == [["Of", "what", "is", "told"]]
    assert len(failures([score(DEAD, LATE, replace(LATE, check="gap"))])) == 2
    assert "Of the true faults 50.0% are told" in failures([score(DEAD)])[0]
    assert "flagged by guesses alone" in failures([score(DEAD, LATE, Told("/b", "gap", "x"), Told("/x", "gap", "y", guess=True))])[-1]
    assert failures([score()])
