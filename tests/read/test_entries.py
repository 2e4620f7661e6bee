"""reviewer.read.entries: which parts of a page have a day of their own."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.model import DateKind
from reviewer.read import parse
from reviewer.read.document import Hints
from reviewer.read.entries import entries, former
from reviewer.read.facts.dates import facts

MAY = dt.date(2026, 5, 4)
WORDS = "The lift is out of use until 20 May 2026."


def days(body: str) -> dict[str, dt.date]:
    """The day of each entry, by the words of its blocks."""
    document = parse(f'<html lang="en"><main>{body}</main></html>'.encode(), url="https://quay.example/", content_type="text/html")
    return {document.blocks[number].text: day for number, day in entries(document).items()}


@pytest.mark.parametrize(
    "body",
    [
        f"<h3>4 May 2026</h3><p>{WORDS}</p>",
        f"<h3>Monday 4 May 2026</h3><p>{WORDS}</p>",
        f"<h3>Lifts (4 May 2026)</h3><p>{WORDS}</p>",
        f"<h3>4 May 2026: lifts</h3><h4>North tower</h4><p>{WORDS}</p>",
        f"<ol><li><time>4 May 2026</time><p>{WORDS}</p></li><li><time>1 April 2026</time><p>First published.</p></li></ol>",
        f"<dl><dt>4 May 2026</dt><dd>{WORDS}</dd><dt>Next</dt><dd>More.</dd></dl>",
        f"<table><tr><th>Date</th><th>Change</th></tr><tr><td>4 May 2026</td><td>{WORDS}</td></tr></table>",
    ],
)
def test_an_entry_has_a_day(body: str) -> None:
    """Below a heading with a day, below lines that are days, in the row of one: what is said there was said then."""
    assert days(body)[WORDS] == MAY


@pytest.mark.parametrize("head", ["2026-05-04: ", "4 May 2026 - ", "04/05/2026 | ", "(4 May 2026) – "])
def test_a_line_begins_with_its_day(head: str) -> None:
    """A sign parts the day from what happened then."""
    assert days(f"<ul><li>{head}{WORDS}</li></ul>") == {f"{head}{WORDS}": MAY}


@pytest.mark.parametrize(
    "body",
    [
        f"<p>4 May 2026</p><p>{WORDS}</p>",
        f"<h3>Fees from 4 May 2026</h3><p>{WORDS}</p>",
        f"<h3>May 2026</h3><p>{WORDS}</p>",
        f"<h3>4 May 2026 is the day</h3><p>{WORDS}</p>",
        f"<h3>4 May 2026</h3><p>Old.</p><h3>Lifts</h3><p>{WORDS}</p>",
        f"<table><tr><td>Begins</td><td>4 May 2026</td></tr><tr><td>Lifts</td><td>{WORDS}</td></tr></table>",
        f"<p>On 4 May 2026 we wrote:</p><p>{WORDS}</p>",
        f"<pre>4 May 2026</pre><p>{WORDS}</p>",
        f"<dl><dt>4 May 2026</dt><dd>Old.</dd><dt>Lifts</dt><dd>{WORDS}</dd></dl>",
    ],
)
def test_a_day_near_by_is_not_the_day_of_an_entry(body: str) -> None:
    """One date on a line is the page's, a heading with a day in its sentence is about that day, and another heading ends an entry."""
    assert WORDS not in days(body)


def test_an_item_begins_with_a_time() -> None:
    """What the page marks up as a time parts itself from the rest."""
    told = f"4 May 2026 {WORDS}"
    assert days(f'<ol><li><time datetime="2026-05-04">4 May 2026</time> {WORDS}</li></ol>') == {told: MAY}
    assert days(f"<ol><li>{told}</li></ol>") == {}


def test_days_in_a_row_are_no_words() -> None:
    """A cell that says little is a value of the row; one that is a day is none of the entry."""
    body = "<table><tr><td>4 May 2026</td><td>30 June 2026</td><td>Room 4</td></tr></table>"
    assert days(body) == {}


VERSIONS = (
    "<table><tr><th>Version</th><th>Change</th></tr><tr><td>1.0</td><td>First issue.</td></tr>"
    "<tr><td>1.10</td><td>Acids added.</td></tr><tr><td>v1.9</td><td>Review by June 2023.</td></tr></table>"
)


def test_rows_of_versions_that_are_gone() -> None:
    """All but that of the latest, by its number and not by its place."""
    document = parse(VERSIONS.encode(), url="https://quay.example/", content_type="text/html")
    assert {document.blocks[number].text for number in former(document)} == {"1.0", "First issue.", "v1.9", "Review by June 2023."}


def test_a_table_of_something_else_has_no_former_rows() -> None:
    """A record of one document, a list with numbers."""
    for body in (
        "<table><tr><td>Version</td><td>2.0</td></tr><tr><td>Review</td><td>June 2023</td></tr></table>",
        "<table><tr><th>No</th><th>Policy</th></tr><tr><td>1</td><td>Travel</td></tr><tr><td>2</td><td>Pay</td></tr></table>",
        "<p>1.0</p>",
    ):
        assert former(parse(body.encode(), url="https://quay.example/", content_type="text/html")) == frozenset()


@pytest.mark.parametrize(
    "body",
    [
        VERSIONS,
        "<h1>New hours</h1><p>1 October 2025, by Bea Tolland</p><p>We shall have this page reviewed by June 2023.</p>",
        "<h1>Ferries</h1><p>NICE guideline NG12 (2015, to be reviewed 2020) applies.</p>",
        "<h1>Ferries</h1><h2>Standards</h2><ul><li>ISO 9001:2015, review due June 2020</li></ul>",
        "<h1>News</h1><h2>4 May 2023</h2><p>The risk register is to be reviewed by June 2023.</p>",
    ],
)
def test_what_was_to_be_reviewed_then_is_not_the_pages_review(body: str) -> None:
    """In the row of an old version, in a dated post, in a dated entry."""
    page = parse(body.encode(), url="https://quay.example/stories/hours", content_type="text/html")
    assert [one for one in facts(page, Hints()) if getattr(one, "kind", None) is DateKind.DUE] == []
