"""How much work the readers do, counted and not timed: it grows as the page does, and no step is done again for each fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from reviewer import read
from reviewer.model import Page
from reviewer.read.contacts.whose import Whose
from reviewer.read.dates import siblings

URL = "https://www.example.org/guide"
COUNTED = (20, 80)
"""Parts of the short page, and of the long one."""


def counting(monkeypatch: pytest.MonkeyPatch, where: object, name: str) -> list[int]:
    """Count the letters that are given to a function by each call, in a list that is filled from now on."""
    calls: list[int] = []
    exact: Callable[..., Any] = getattr(where, name)

    def counted(*given: Any) -> Any:
        calls.append(max((len(one) for one in given if isinstance(one, str)), default=0))
        return exact(*given)

    monkeypatch.setattr(where, name, counted)
    return calls


def page(text: str, kind: str = "text/html") -> Page:
    """What such a page is read as."""
    return read.read(text.encode(), url=URL, content_type=kind)


def test_a_list_of_names_with_dates_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of a block's labels may stand in a list of names with dates: the block is asked for one, however many labels it has."""
    calls = counting(monkeypatch, siblings, "_dated")
    counts = []
    for parts in COUNTED:
        calls.clear()
        page("".join(f"- Policy {part}, last reviewed {1 + part % 28} May 2024<br>\n" for part in range(parts)))
        counts.append(len(calls))
    assert counts == [1, 1]


def test_names_are_looked_up_among_the_words_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a name's words stand in small letters elsewhere is asked of a set: the text of the page is not searched for each name."""
    searched = counting(monkeypatch, re, "search")
    found = page("".join(f"<p>Please contact Anna Sample{'abcdefgh'[part % 8]} at 01632 96{part:04}.</p>" for part in range(80)))
    assert len(found.contacts) > 40
    assert not [letters for letters in searched if letters > 1000]


@pytest.mark.parametrize(
    ("name", "small"), [("Spring Clean", True), ("Anna O'Neil", False), ("Anna Sample", False), ("Well-Being Day", True)]
)
def test_words_in_small_letters_are_no_name(name: str, small: bool) -> None:
    """All words of a name stand in small letters on the page: as whole words, and with their marks."""
    text = "<p>A spring clean at the well-being day.</p><p>An example of o'neilly, anna.</p>"
    document = read.parse(text.encode(), url=URL, content_type="text/html")
    assert Whose(document)._words(name) is small
