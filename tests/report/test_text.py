"""The report for a terminal."""

from __future__ import annotations

import re

import pytest

from reviewer.model import Finding, Looked, Severity
from reviewer.report import Reported
from reviewer.report.formats import text
from tests.goldens import assert_golden
from tests.report.sample import ALONE, FINDINGS, NOTHING, OVERDUE, QUIET, REPORTED, TODAY

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [48, 100])
def test_golden(width: int) -> None:
    """What, where and what to do, page by page, at two widths."""
    assert_golden(f"report/report-{width}.txt", text.write(ALONE, width=width))


@pytest.mark.parametrize("width", [40, 57, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Only an address may be longer than the terminal is wide, so that it can still be opened."""
    for line in text.write(ALONE, width=width).splitlines():
        assert len(line) <= width or "https://" in line, line


def test_the_width_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal's width is used between 40 and 120 columns: longer lines are hard to read."""
    monkeypatch.setenv("COLUMNS", "300")
    assert text.write(ALONE) == text.write(ALONE, width=120)
    monkeypatch.setenv("COLUMNS", "10")
    assert text.write(ALONE) == text.write(ALONE, width=40)


def test_colour_changes_no_word() -> None:
    """Colour comes on top: without it the words are the same, and by default there is none."""
    coloured = text.write(ALONE, width=80, colour=True)
    assert "\x1b[1;31m" in coloured
    assert ESCAPES.sub("", coloured) == text.write(ALONE, width=80)
    assert "\x1b" not in text.write(ALONE, width=80)


def test_page_text_cannot_move_the_cursor() -> None:
    """A page cannot paint on the terminal, nor write the console's own markup."""
    evil = Finding("c", QUIET.url, "s", Severity.NOTE, "\x1b[2J[red]wiped[/red] \u202egnp", "f")
    made = text.write(Reported(TODAY, REPORTED.looked, findings=(evil,)), width=80)
    assert "\x1b" not in made
    assert "\u202e" not in made
    assert "[2J[red]wiped[/red] gnp" in made


def test_the_sums_at_the_end() -> None:
    """The last lines say how it stands."""
    assert text.write(NOTHING).splitlines()[0] == "No page was found."
    fine = Reported(TODAY, Looked({QUIET.url: QUIET}, {}, {}))
    assert text.write(fine, width=100).splitlines() == [
        "Nothing needs attention on 1 page.",
        "Looked at 1 page and 0 links. As of Saturday 21 November 2026.",
    ]
    one = Reported(TODAY, REPORTED.looked, findings=(OVERDUE,))
    assert "1 page needs attention (1 review overdue)." in text.write(one)


def test_what_is_put_aside_is_not_shown() -> None:
    """Snoozed and accepted issues ask nobody to act."""
    made = text.write(REPORTED, width=100)
    assert "new address" not in made
    assert "new address" in text.write(ALONE, width=100)
    assert len(FINDINGS) == 6


def test_a_file_is_named_by_its_path() -> None:
    """A page from disk is shown by its file, which can be opened in an editor."""
    made = text.write(Reported(TODAY, REPORTED.looked, findings=(OVERDUE,), files={OVERDUE.page: "public/tips.html"}))
    assert "public/tips.html" in made
    assert OVERDUE.page not in made
