"""reviewer.read.entries: which parts of a page have a day of their own."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.read import parse
from reviewer.read.entries import entries

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
    ],
)
def test_a_day_near_by_is_not_the_day_of_an_entry(body: str) -> None:
    """One date on a line is the page's, a heading with a day in its sentence is about that day, and another heading ends an entry."""
    assert WORDS not in days(body)


def test_days_in_a_row_are_no_words() -> None:
    """A cell that says little is a value of the row; one that is a day is none of the entry."""
    body = "<table><tr><td>4 May 2026</td><td>30 June 2026</td><td>Room 4</td></tr></table>"
    assert days(body) == {}
