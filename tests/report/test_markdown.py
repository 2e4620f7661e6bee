"""The summary for CI, read by markdown-it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from reviewer.report import Reported
from reviewer.report.formats import markdown
from tests.goldens import assert_golden
from tests.report.sample import ALONE, FINDINGS, NOTHING, OVERDUE, QUIET, REPORTED, TIPS, TODAY

READER = MarkdownIt("commonmark", {"html": False}).enable("table")


def test_golden() -> None:
    """Line for line."""
    assert_golden("report/report.md", markdown.write(REPORTED))


def test_another_reader_sees_one_table() -> None:
    """Every finding is a row of five cells, whatever its text holds."""
    tokens = READER.parse(markdown.write(ALONE))
    assert sum(token.type == "tr_open" for token in tokens) == len(FINDINGS) + 1
    assert sum(token.type == "td_open" for token in tokens) == 5 * len(FINDINGS)


def test_links_lead_to_the_page() -> None:
    """The page's title links to the page."""
    html = READER.render(markdown.write(ALONE))
    assert f'<a href="{TIPS.url}">Tips &amp; tricks for &lt;b&gt;everyone&lt;/b&gt;</a>' in html


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>",
        "| a | b |",
        "[x](https://evil.example)",
        "`code`",
        "**bold** _it_",
        "<!-- gone",
        "a\\|b",
        "&lt;b&gt;",
        "# head",
    ],
)
def test_page_text_makes_no_markup(hostile: str) -> None:
    """Page text comes out as it went in, as text."""
    changed = replace(OVERDUE, quote=hostile)
    tokens = READER.parse(markdown.write(Reported(TODAY, REPORTED.looked, findings=(changed,))))
    cells = [token for token in tokens if token.type == "inline" and "Review" not in token.content]
    (cell,) = [token for token in tokens if token.type == "inline" and "was due for review" in token.content]
    assert cells
    assert {child.type for child in cell.children or ()} <= {"text", "text_special", "html_inline", "softbreak"}
    said = "".join(child.content for child in cell.children or () if child.type in {"text", "text_special"}).replace("\u200b", "")
    assert f"“{hostile}”" in said


def test_nobody_is_called() -> None:
    """A page cannot mention a person or an issue of the code host."""
    assert "@\u200beverybody" in markdown.escaped("@everybody").replace("\\", "")
    assert "#\u200b12" in markdown.escaped("#12").replace("\\", "")


def test_a_comment_has_a_size() -> None:
    """What a code host would refuse as too long is cut between rows, and says how much is left."""
    many = tuple(replace(OVERDUE, subject=str(number), quote="word " * 40) for number in range(400))
    made = markdown.write(Reported(TODAY, REPORTED.looked, findings=many))
    assert len(made) < 65_536
    shown = made.count("| **Overdue** |")
    assert f"And {400 - shown} more findings: see the whole report." in made


def test_nothing_to_do_has_no_table() -> None:
    """A good page gets a sentence."""
    made = markdown.write(Reported(TODAY, replace(REPORTED.looked, pages={QUIET.url: QUIET}, incomplete=(), notes=()), findings=()))
    assert made.startswith("## Content review: Nothing needs attention on 1 page.\n")
    assert "|" not in made
    assert "No page was found." in markdown.write(NOTHING)


def test_a_file_is_named() -> None:
    """A page from disk shows its file."""
    made = markdown.write(Reported(TODAY, REPORTED.looked, findings=(OVERDUE,), files={TIPS.url: "public/tips.html"}))
    assert "public/tips.html" in made
