"""Pages that say of themselves that they were replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.checks import quiet
from reviewer.checks.superseded_page import check
from reviewer.model import Broken, Link, Place, Reason, Severity, Superseded, Visit
from tests.checks.facts import context, page


def test_a_replaced_page_is_a_note_with_what_replaces_it() -> None:
    """The words are quoted, what replaces it is named, its address is the suggestion."""
    told = Superseded("This was replaced by the new guide.", "the new guide", "https://site.example/new", Place("Top", 1))
    (found,) = check(page(superseded=told), context())
    assert found.says == "This page says “This was replaced by the new guide”. What replaces it: the new guide."
    assert (found.severity, found.suggestion, found.place) == (Severity.NOTE, "https://site.example/new", Place("Top", 1))


def test_a_withdrawn_page_has_no_successor() -> None:
    """Nothing is named that the page does not name."""
    (found,) = check(page(superseded=Superseded("Withdrawn")), context())
    assert found.says == "This page says “Withdrawn”."


def test_other_pages_are_left_alone() -> None:
    """No finding without such words."""
    assert list(check(page(), context())) == []


def test_a_successor_that_is_gone_is_not_named() -> None:
    """What takes the page's place has to be there: a dead link in the notice is told by its own check, and is no suggestion."""
    new = "https://site.example/new"
    told = Superseded("This was replaced by the new guide.", "the new guide", new)
    visits: dict[str, Visit] = {new: Broken(new, Reason.NOT_FOUND)}
    subject = replace(page(superseded=told), links=(Link(new, new, words="the new guide"),))
    (found,) = check(subject, replace(context(), visits=visits, verdicts=None))
    assert (found.says, found.suggestion) == ("This page says “This was replaced by the new guide”.", None)


def test_an_archived_page_in_an_archive_is_as_it_should_be() -> None:
    """It stands in the report; nobody has anything to do about it, so no message has it."""
    (kept,) = check(replace(page(superseded=Superseded("Archived")), of_the_past="/archive/"), context())
    (other,) = check(page(superseded=Superseded("Archived")), context())
    assert (quiet(replace(kept, check="superseded_page")), quiet(other)) == (True, False)


@pytest.mark.parametrize(
    ("title", "quote", "told"),
    [
        ("Withdrawn guidance", "Withdrawn guidance", False),
        ("Withdrawn guidance | Ferry Office", "Withdrawn guidance", False),
        ("Fares: consultation", "This consultation has closed", False),
        ("Withdrawn: lifejackets", "Withdrawn: lifejackets", True),
        ("Lifejackets", "Withdrawn", True),
        ("Lifejackets", "This guidance was withdrawn", True),
    ],
)
def test_what_a_page_lists_or_is_about_may_be_over(title: str, quote: str, told: bool) -> None:
    """A list of what was withdrawn has that for its name, and a consultation that has closed says so: nobody has anything to do."""
    (found,) = check(replace(page(superseded=Superseded(quote)), title=title), context())
    assert quiet(found) is not told
