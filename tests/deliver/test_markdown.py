"""The Markdown of GOV.UK Notify: what is markup is ours, and what a page says is text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.deliver import markdown
from tests.letters import written


def test_a_digest_has_headings_lists_and_links() -> None:
    """What an owner reads by mail is read by Notify too, in the same order; nothing of the HTML is left."""
    text = markdown.of_html(written("first-run").html)
    lines = text.splitlines()
    assert lines[0] == "# Pages that you look after"
    assert "## 1. [Seven habits for quicker referrals](https://gps.example.org/cancer-care-resources/tips)" in lines
    assert "Overdue: This page was due for review on Friday 31 May 2024. That was 2 years and 5 months ago." in lines
    assert "^ “Next review: Friday, 31 May 2024”" in lines
    assert not re.search(r"<\w|&\w+;|style=|prefers-color", text)
    assert text.count("2 pages that you look after need attention.") == 1, "what mail programs hide is left out"


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p># one</p>", r"\# one"),
        ("<p>* one</p><p>- two</p><p>1. three</p><p>---</p><p>```</p>", "\\* one\n\n\\- two\n\n1\\. three\n\n\\---\n\n\\```"),
        ("<p>12 May. 3 June</p><p>.5</p>", "12 May. 3 June\n\n.5"),
        ("<p>[click](https://evil.example)</p>", r"\[click\](https://evil.example)"),
        (r"<p>C:\*</p>", r"C:\\*"),
        ("<p><a href='https://a.example/b_(c)'>A [b]</a></p>", "[A (b)](https://a.example/b_%28c%29)"),
        ("<p><a href='https://a.example/'>https://a.example/</a></p>", "https://a.example/"),
        ("<p><a href='javascript:alert(1)'>no</a> <a href='/x'>nor</a></p>", "no nor"),
        ("<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul><p>end</p>", "* one\n* two\n* three\n\nend"),
        ("<blockquote>said</blockquote>", "^ said"),
        ("<h3>small</h3><p>a<br>b</p>", "small\n\na\n\nb"),
        ("<script>no</script><!-- no --><div style='display: none'>no</div><p>yes</p>", "yes"),
    ],
)
def test_marks_of_pages_are_no_marks(html: str, made: str) -> None:
    """A title such as “[click](...)” is shown as it is; a link leads to the web or to a mailbox, or is none."""
    assert markdown.of_html(html) == made


def test_a_text_is_shown_as_it_is() -> None:
    """For messages without HTML."""
    assert markdown.of_text("Hello\nyou\n\n# no heading\n\n\n") == "Hello you\n\n\\# no heading"


@given(st.text(alphabet="ab [](){}#*+-_.>`~^\\1!\n", max_size=60))
def test_no_text_makes_a_link_a_heading_or_a_list(text: str) -> None:
    """Whatever a page says."""
    for line in markdown.of_text(text).splitlines():
        assert not re.match(r"[#*+\-_~`]|\d+\.", line)
        assert not re.search(r"(?<!\\)(?:\\\\)*\]\(", line)
