"""Tests of the door of the checks: each is asked, one that fails costs itself."""

from __future__ import annotations

import datetime as dt

from reviewer.checks import TROUBLE, Context, ask, gist, gists, names, of_broken_links, of_links, summaries
from reviewer.model import Contact, ContactKind, Finding, Owner, Page, Severity, Unknown
from reviewer.settings import Directory, Site


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
