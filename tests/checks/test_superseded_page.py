"""Pages that say of themselves that they were replaced."""

from __future__ import annotations

from reviewer.checks.superseded_page import check
from reviewer.model import Place, Severity, Superseded
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
