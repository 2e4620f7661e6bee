"""Families of phrasing of notices, met on pages unseen before. All wording is invented."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Banner
from reviewer.read import Hints


def banner(text: str) -> Banner | None:
    """The banner of a text."""
    return read.read(text.encode(), url="https://harbour.example/notes", content_type="text/plain", hints=Hints()).banner


BANNERS = [
    "This manual should have been reviewed in October 2031.",
    "This page was to have been reviewed by 5 October 2031.",
    "We are reviewing the content of this page.",
    "We're rewriting this manual.",
    "This content is more than 18 months past its review date.",
]
NO_BANNERS = [
    '"This manual is overdue for review," said the harbour master.',
    "We are updating this page every spring tide.",
    "We are updating the moorings.",
    "The pilots should have been asked.",
]


@pytest.mark.parametrize("text", BANNERS)
def test_a_page_that_says_so_is_under_review(text: str) -> None:
    """The page's own words are a banner."""
    assert banner(text) is not None


@pytest.mark.parametrize("text", NO_BANNERS)
def test_words_of_others_are_no_banner(text: str) -> None:
    """What somebody said, or a sentence about something else, is none."""
    assert banner(text) is None
