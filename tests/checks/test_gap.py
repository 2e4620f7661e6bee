"""What a page announces and does not give."""

from __future__ import annotations

import pytest

from reviewer.checks.gap import check
from reviewer.model import Gap, GapKind, Place, Severity, Superseded
from tests.checks.facts import context, page


@pytest.mark.parametrize("kind", GapKind)
def test_every_kind_is_told_with_its_words(kind: GapKind) -> None:
    """Each kind of gap has a sentence with the quote, and an instruction."""
    (found,) = check(page(gaps=(Gap(kind, "See {these}.", Place("More", 7)),)), context())
    assert "“See {these}”" in found.says
    assert found.fix
    assert (found.reason, found.quote, found.place.heading) == (kind.value, "See {these}.", "More")
    assert found.severity in {Severity.NOTE, Severity.PROBLEM}


def test_the_same_gap_twice_is_one() -> None:
    """Equal words of one kind are one finding; another kind is another."""
    gaps = (Gap(GapKind.MISSING_LIST, "x:"), Gap(GapKind.MISSING_LIST, "x:", Place(None, 9)), Gap(GapKind.MISSING_ADDRESS, "x:"))
    assert len(list(check(page(gaps=gaps), context()))) == 2


def test_an_empty_review_date_is_told_by_the_other_check() -> None:
    """What makes the page's review state is told once, by ``review_date``."""
    gaps = (Gap(GapKind.LABEL_WITHOUT_VALUE, "Review date:"), Gap(GapKind.LABEL_WITHOUT_VALUE, "Owner:"))
    assert [found.quote for found in check(page(gaps=gaps), context())] == ["Owner:"]


def test_nobody_fills_in_an_archived_page() -> None:
    """A page that says that it was archived or replaced stays as it was."""
    assert not list(check(page(gaps=(Gap(GapKind.LABEL_WITHOUT_VALUE, "Owner:"),), superseded=Superseded("archived")), context()))
