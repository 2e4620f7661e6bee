"""Families of phrasing that pages use for their dates, met on pages unseen before. All wording is invented."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import DateKind, Page
from reviewer.read import Hints

SHORT = {
    "due": DateKind.DUE,
    "last": DateKind.LAST_REVIEWED,
    "updated": DateKind.UPDATED,
    "published": DateKind.PUBLISHED,
    "expires": DateKind.EXPIRES,
}


def page(body: str, *, kind: str | None = None, order: str = "dmy") -> Page:
    """Read a text (or a fragment of HTML, when it begins with a tag) as a page."""
    kind = kind or ("text/html" if body.startswith("<") else "text/plain")
    content = f"<!doctype html><title>Tide tables</title><body>{body}" if kind == "text/html" else body
    return read.read(content.encode(), url="https://harbour.example/notes", content_type=kind, hints=Hints(date_order=order))


def stated(found: Page) -> dict[str, str]:
    """The page's dates by short names."""
    return {name: str(claim.date) for name, kind in SHORT.items() if (claim := found.claim(kind))}


COMING = [
    ("Next update: October 2031", {"due": "2031-10"}),
    ("Next update due 4 October 2031", {"due": "2031-10-04"}),
    ("This manual will next be updated in October 2031.", {"due": "2031-10"}),
    ("This manual will be updated by 8 October 2031.", {}),
    ("The rota is to be updated in October 2031.", {}),
    ("The tide report must be published by 9 July 2030.", {}),
    ("The tide report should be published on 9 July 2030.", {}),
    ("Published by the harbour office, 9 July 2030", {"published": "2030-07-09"}),
    ("The bylaws remain in force until July 2030.", {}),
    ("Effective from 2 July 2030. In force until 1 July 2033.", {"published": "2030-07-02", "expires": "2033-07-01"}),
]
MOVED = [
    ("This manual should have been reviewed in October 2031.", {"due": "2031-10"}),
    ("This page was to have been reviewed by 5 October 2031.", {"due": "2031-10-05"}),
    ("Previous review date: July 2028\nReview date: July 2031", {"last": "2028-07", "due": "2031-07"}),
    ("Original review date: 7 July 2029. New review date: 7 July 2031", {"due": "2031-07-07"}),
    ("Review date extended to 7 July 2031", {"due": "2031-07-07"}),
    ("Review date: July 2029\nExtended review date: July 2031", {"due": "2031-07"}),
    ("First review date: July 2028. Current review date: July 2031", {"due": "2031-07"}),
]


@pytest.mark.parametrize(("text", "dates"), COMING)
def test_what_is_still_to_be_done_was_not_done(text: str, dates: dict[str, str]) -> None:
    """A coming update is no update, a deadline for publication no publication; the next update is a due date."""
    assert stated(page(text)) == dates


@pytest.mark.parametrize(("text", "dates"), MOVED)
def test_a_date_that_was_moved_gives_way_to_the_new_one(text: str, dates: dict[str, str]) -> None:
    """Previous, original and first review dates are not the due date; a moved date is no review."""
    assert stated(page(text)) == dates


BRIEF = [
    ("Reviewed: 10/28 Next review: 10/31", {"last": "2028-10", "due": "2031-10"}),
    ("To be reviewed 7/31.", {"due": "2031-07"}),
    ("<dl><dt>Next review<dd>7/31</dl>", {"due": "2031-07"}),
    ("<table><tr><th>Chart<th>Next review<tr><td>Sound<td>7/31</table>", {"due": "2031-07"}),
    ("For review: Jul 31\nChart 9", {"due": "2031-07"}),
    ("The buoys were checked in 7/31 places", {}),
    ("Review date: 3/4", {}),
    ("Release 7/31", {}),
    ("Review date: 07/08/31", {"due": "2031-08-07"}),
]


@pytest.mark.parametrize(("text", "dates"), BRIEF)
def test_a_month_with_two_digits_of_a_year_is_a_date_behind_a_label(text: str, dates: dict[str, str]) -> None:
    """Leaflets print "10/31"; elsewhere it is a number."""
    assert stated(page(text)) == dates


def test_a_month_name_with_two_digits_is_a_day_where_the_month_comes_first() -> None:
    """ "Jul 31" is the 31st of July for a reader who writes the month first."""
    assert stated(page("For review: Jul 31", order="mdy")) == {}
