"""Tests of the door of the checks: each is asked, one that fails costs itself."""

from __future__ import annotations

import datetime as dt

from reviewer.checks import Context, ask, names, summaries
from reviewer.model import Contact, ContactKind, Owner, Page, Unknown
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
