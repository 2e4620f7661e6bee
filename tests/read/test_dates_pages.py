"""The dates of whole pages that nobody had seen when they were read first: how many are right, and how many are another's."""

from __future__ import annotations

from collections import Counter

import pytest

from reviewer import read
from reviewer.read import Hints
from tests.read.dated import SHORT, named
from tests.read.dated_pages import PAGES

FLOORS = {"due": (0.98, 0.88), "last": (0.96, 0.86), "updated": (0.92, 0.85), "published": (0.92, 0.92), "expires": (1.0, 0.7)}
"""Of each kind the least share of what is told that is right, and of what is stated that is told."""


@pytest.fixture(scope="module")
def counted() -> Counter[tuple[str, str]]:
    """Of each kind how often it is stated, told, and told rightly; and on how many pages without a due date one is told."""
    found: Counter[tuple[str, str]] = Counter()
    for body, want in PAGES:
        kind = "text/html" if body.startswith("<") else "text/markdown"
        told = named(read.read(body.encode(), url="https://quay.example/page", content_type=kind, hints=Hints()))
        for short in SHORT:
            found[short, "stated"] += short in want
            found[short, "told"] += short in told
            found[short, "right"] += short in want and told.get(short) == want[short]
        found["due", "silent"] += "due" not in want
        found["due", "false"] += "due" in told and "due" not in want
    return found


@pytest.mark.parametrize("short", SHORT)
def test_dates_of_whole_pages(counted: Counter[tuple[str, str]], short: str) -> None:
    """What is told is right, and most of what is stated is told."""
    precise, complete = FLOORS[short]
    assert counted[short, "right"] >= precise * counted[short, "told"]
    assert counted[short, "right"] >= complete * counted[short, "stated"]


def test_pages_without_a_review_date(counted: Counter[tuple[str, str]]) -> None:
    """Of a hundred pages that state no due date one is told one at most."""
    assert counted["due", "false"] <= 0.01 * counted["due", "silent"]
