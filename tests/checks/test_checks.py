"""Tests of the door of the checks: each is asked, one that fails costs itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import ModuleType

import pytest

from reviewer import checks
from reviewer.checks import TROUBLE, Context, ask, gist, gists, names, of_broken_links, of_links, summaries
from reviewer.model import Confidence, Contact, ContactKind, Finding, Owner, Page, Severity, Unknown
from reviewer.settings import Directory, Site

TODAY = dt.date(2026, 11, 21)
SITE = Site("s", ())


def test_without_a_directory_nobody_is_known() -> None:
    """A context that nobody gave a directory to matches nobody."""
    context = Context(dt.date(2026, 11, 21), Site("s", ()))
    assert isinstance(context.match(Contact(ContactKind.PERSON, "Ada Quill", "Owner: Ada Quill")), Unknown)


def test_a_person_is_unknown_while_the_directory_has_somebody_else() -> None:
    """The check of contacts asks the context, whatever it is."""
    directory = Directory((Owner("Tomos Larch", "tomos@example.org"),))
    page = Page("https://a.example/", contacts=(Contact(ContactKind.PERSON, "Ada Quill", "Owner: Ada Quill"),))
    found = list(ask(page, Context(dt.date(2026, 11, 21), Site("s", ()), directory=directory), only=("named_contact",)))
    assert [finding.reason for finding in found] == ["unknown_person"]


def test_every_check_has_a_summary() -> None:
    """What `reviewer checks` lists is what is asked."""
    assert tuple(summaries()) == names()


def test_which_checks_call_a_link_broken() -> None:
    """Those of links that declare to see broken ones; a check of moved links says nothing of them."""
    assert of_broken_links() == {"broken_link"}
    assert of_broken_links() < of_links()


def test_a_gist_is_the_one_of_the_reason_or_of_the_check() -> None:
    """A check says what its findings are about, by their reasons; what it does not say, and what no check says, has none."""

    def said(check: str, reason: str = "") -> tuple[str, str] | None:
        return gist(Finding(check, "https://a.example/", "x", Severity.NOTE, "It is so.", "Mend it.", reason=reason))

    known = gists()["review_date"]
    assert (said("review_date", "overdue"), said("review_date", "other")) == (known["overdue"], known[""])
    assert known["overdue"] != known[""]
    assert (said("same_page_twice"), said(TROUBLE)) == (None, None)


def test_every_check_says_how_sure_it_is() -> None:
    """Each check of the house declares what its findings rest on, with a word for every reason that has one of its own."""
    for name, module in checks._all().items():
        assert "" in module.RESTS_ON, name
        for confidence, rests_on in module.RESTS_ON.values():
            assert isinstance(confidence, Confidence)
            assert rests_on, name


def test_a_guess_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a check says of its gravity: no guess fails a build or makes a page one to act on."""

    def found(page: Page, context: Context) -> tuple[Finding, ...]:
        del context
        sure = Finding("mine", page.url, "a", Severity.PROBLEM, "a", "b", reason="sure")
        own = replace(sure, subject="c", confidence=Confidence.GUESSED, rests_on="a word of it")
        return sure, replace(sure, subject="b", reason=""), own

    module = ModuleType("mine")
    module.ABOUT, module.check = "page", found  # type: ignore[attr-defined]
    module.RESTS_ON = {"": (Confidence.GUESSED, "its words"), "sure": (Confidence.STATED, "a label")}  # type: ignore[attr-defined]
    monkeypatch.setattr(checks, "_all", lambda: {"mine": module})
    told = [(each.confidence, each.rests_on, each.severity) for each in checks.ask(Page("https://a.example/"), Context(TODAY, SITE))]
    assert told == [
        (Confidence.STATED, "a label", Severity.PROBLEM),
        (Confidence.GUESSED, "its words", Severity.NOTE),
        (Confidence.GUESSED, "a word of it", Severity.NOTE),
    ]


def test_a_check_that_says_nothing_has_seen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of a third party that knows no confidence goes on as it did, and has its place among the rest."""
    finding = Finding("mine", "https://a.example/", "a", Severity.PROBLEM, "a", "b")
    module = ModuleType("mine")
    module.ABOUT, module.check = "page", lambda page, context: (finding,)  # type: ignore[attr-defined]
    monkeypatch.setattr(checks, "_all", lambda: {"mine": module})
    assert list(checks.ask(Page("https://a.example/"), Context(TODAY, SITE))) == [finding]
    assert (finding.confidence, checks.rank(finding)) == (Confidence.SEEN, checks.Rank.REST)
