"""What a digest says to an owner, who sees no source and knows no patterns."""

from __future__ import annotations

import pytest

from reviewer.render.shown import _plainly, _where


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("the directory names you for /resources/**", "the directory names you for pages below /resources/"),
        ("the configuration names you for https://a.example/r/*", "the configuration names you for pages below https://a.example/r/"),
        ("the directory names you for /**", "the directory names you for all pages"),
        ("the page names you as its contact", "the page names you as its contact"),
    ],
)
def test_no_patterns(why: str, said: str) -> None:
    """A pattern of the config is put in words."""
    assert _plainly(why) == said


def test_no_line_numbers() -> None:
    """Where is told by the heading; without one nothing is said."""
    assert _where("See also") == "under “See also”."
    assert _where(None) == ""
