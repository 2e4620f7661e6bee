"""A label in brackets: whose date it is depends on what stands before them."""

from __future__ import annotations

import pytest

from tests.read.dated import stated


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("<p>This policy (next review: 3 May 2030) is for all staff.</p>", {"due": "2030-05-03"}),
        ("<p>(Next review: 3 May 2030)</p>", {"due": "2030-05-03"}),
        ("<p>The Harbour Bylaws (next review: 3 May 2030) are kept by the port.</p>", {}),
    ],
)
def test_what_stands_before_the_brackets_says_whose_date_it_is(text: str, dates: dict[str, str]) -> None:
    """The page's, when it speaks of the page or nothing stands there; not, when it names something else."""
    assert stated(text) == dates
