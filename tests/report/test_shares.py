"""What share of the pages each check flags, and which is noise here."""

from __future__ import annotations

from dataclasses import replace

from reviewer.model import Finding, Severity
from reviewer.report import quieter, share_of_pages

NOTE = Finding("stale_period", "https://a.example/0", "s", Severity.NOTE, "It says.", "Do.")


def on(count: int, finding: Finding = NOTE) -> list[Finding]:
    """The finding on so many pages."""
    return [replace(finding, page=f"https://a.example/{n}") for n in range(count)]


def test_shares_are_of_pages() -> None:
    """Two findings of a page are one page; the check that flags most comes first; nothing found is nothing to say."""
    broken = replace(NOTE, check="broken_link", severity=Severity.PROBLEM)
    found = share_of_pages([*on(6), *on(6), broken, replace(broken, subject="t")], 20)
    assert list(map(str, found)) == ["stale_period 30%", "broken_link 5%"]
    assert share_of_pages([], 20) == ()


def test_notes_on_every_fourth_page_are_noise() -> None:
    """The sentence has the line that switches the check off, beside those that are off; a small site has no noise."""
    (said,) = quieter(share_of_pages(on(6), 20), ("moved_link",))
    assert said.startswith("stale_period flags 6 of 20 pages")
    assert '[checks] skip = ["moved_link", "stale_period"]' in said
    assert quieter(share_of_pages(on(5), 20)) == ()
    assert quieter(share_of_pages(on(6), 9)) == ()


def test_what_is_grave_or_told_once_is_no_noise() -> None:
    """Many problems are many problems; what was told once for most pages is one line, and flags them all."""
    assert quieter(share_of_pages(on(20, replace(NOTE, severity=Severity.PROBLEM)), 20)) == ()
    once = replace(NOTE, also=tuple(f"https://a.example/{n}" for n in range(1, 18)))
    assert list(map(str, share_of_pages([once], 20))) == ["stale_period 90%"]
    assert quieter(share_of_pages([once], 20)) == ()
