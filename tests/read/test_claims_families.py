"""Families of phrasing that pages use for their dates, met on pages unseen before. All wording is invented."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Page
from reviewer.read import Hints
from tests.read.dated import named as stated


def page(body: str, *, kind: str | None = None) -> Page:
    """Read a text (or a fragment of HTML, when it begins with a tag) as a page."""
    kind = kind or ("text/html" if body.startswith("<") else "text/plain")
    content = f"<!doctype html><title>Tide tables</title><body>{body}" if kind == "text/html" else body
    return read.read(content.encode(), url="https://harbour.example/notes", content_type=kind, hints=Hints())


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
    ("To be reviewed: 7/31\nChart 9", {"due": "2031-07"}),
    ("For review: Jul 31", {}),
    ("The buoys were checked in 7/31 places", {}),
    ("Review date: 3/4", {}),
    ("Release 7/31", {}),
    ("Review date: 07/08/31", {"due": "2031-08-07"}),
]


@pytest.mark.parametrize(("text", "dates"), BRIEF)
def test_a_month_with_two_digits_of_a_year_is_a_date_behind_a_label(text: str, dates: dict[str, str]) -> None:
    """Leaflets print "10/31"; elsewhere it is a number."""
    assert stated(page(text)) == dates


WHOSE = [
    ("RCP guideline KG77 is due for review in 2031", {}),
    ("In the bay, the 9 knot limit was reviewed in 2028 and is due to be reviewed again in 2031.", {}),
    ("The review was due in 2031.", {}),
    ("A review is due in October 2031.", {"due": "2031-10"}),
    ("Sound depths\nThe review of the mooring strategy is due in October 2031.", {}),
    ("Mooring strategy\nThe review of the mooring strategy is due in October 2031.", {"due": "2031-10"}),
    ("Sound depths\n\nThe dredging strategy is due for review in 2031.", {}),
    ("Sound depths\n\nThe dredging strategy will be reviewed in 2031.", {}),
    ("Dredging plans\n\nThe dredging strategy is due for review in 2031.", {"due": "2031"}),
    ("The strategy is due for review in 2031.", {"due": "2031"}),
    ("This policy was adopted in July 2028 and is due for review in July 2031.", {"due": "2031-07", "published": "2028-07"}),
    ("Adopted July 2028 and is due for review in July 2031.", {"due": "2031-07", "published": "2028-07"}),
    ("The pilots reported that the berth policy would be due for review in July 2031.", {}),
    ("Minutes of the pilots' forum\nThe policy will be reviewed in July 2031.", {}),
    ("Minutes of the pilots' forum\nThe policy on filming was reviewed. Next review: July 2031.", {}),
    ("Minutes of the pilots' forum\nNext review: July 2031", {"due": "2031-07"}),
    ("Minutes of the pilots' forum\nThis policy will be reviewed in July 2031.", {"due": "2031-07"}),
    ('"It was due for review in July 2031," said the harbour master.', {}),
    ("“Last reviewed: 4 July 2030” stands at the foot.", {}),
    ('The "quay" page. Last reviewed: 4 July 2030', {"last": "2030-07-04"}),
    ("Example letter: Review date: 4 July 2031", {}),
    ("Last updated: 4 July 2030. Prices may have changed since then.", {}),
    ("Chandlery test. Rating 3/5. Review date: 4 July 2031", {}),
]
CITED = [
    ("<h2>References</h2><p>2. Pilots' Union. Knots. Last updated July 2030.</p>", {}),
    ("<h2>References</h2><p>2. Knots.</p><p>Page last reviewed: 4 July 2030</p>", {"last": "2030-07-04"}),
    ("<h2>References</h2><p>Knots.</p><h2>This page</h2><p>Issue 4. Last reviewed: 4 July 2030</p>", {"last": "2030-07-04"}),
    ("Further reading\nPilots' guide to knots. Published July 2028. Review date July 2031.", {}),
    ("Knots and hitches\nFurther reading\nBends\n\nReview date: July 2031", {"due": "2031-07"}),
    ("Ropes\nHSE guidance L77: Ropes. Last updated: 4 July 2030.", {}),
    ("Ropes L77\nHSE guidance L77: Ropes. Last updated: 4 July 2030.", {"updated": "2030-07-04"}),
]


@pytest.mark.parametrize(("text", "dates"), WHOSE)
def test_a_date_of_something_else_is_not_the_pages(text: str, dates: dict[str, str]) -> None:
    """A sentence speaks of the page, or of what the page's title names; quotations, reports and examples do not."""
    assert stated(page(text)) == dates


@pytest.mark.parametrize(("text", "dates"), CITED)
def test_the_dates_of_cited_documents_are_theirs(text: str, dates: dict[str, str]) -> None:
    """Under references, or behind a publisher's number, a date belongs to the document that the line names."""
    assert stated(page(text)) == dates


SIBLINGS = [
    "<h1>Charts</h1><h3>North</h3><p>Review date: 1 July 2030</p><h3>South</h3><p>Review date: 1 October 2031</p>",
    '<ol><li><a href="/n">North</a><p>Last reviewed: 4 July 2029</p></li><li><a href="/s">South</a><p>Last reviewed: 5 July 2030</p></li></ol>',
    "<ul><li>North chart, review date: 4 July 2030</li><li>South chart, review date: 4 July 2031</li></ul>",
    "<p>Berth 1: silt. Review date: 4 July 2030.</p><p>Berth 2: piles. Review date: 4 July 2031.</p>",
    "Berths\nBerth 1: silt. Review date: 4 July 2030.\nBerth 2: piles. Review date: 4 July 2031.",
]
ALONE = [
    ("<h1>Charts</h1><p>Review date: 1 July 2030</p><h2>Control</h2><p>Review date: 1 July 2031</p>", {"due": "2030-07-01"}),
    ("<ul><li>Review date: 4 July 2028</li><li>Next review date: 4 July 2031</li></ul>", {"last": "2028-07-04", "due": "2031-07-04"}),
    ("<h2>North</h2><p>Review date: 1 July 2030</p><h2>South</h2><p>Review date: 1 July 2030</p>", {"due": "2030-07-01"}),
    ("<table><tr><td>Review date<td>July 2030</table><p>Review date: July 2031</p>", {"due": "2030-07"}),
    (
        "<h2>References</h2><ol><li>Pilots' Union. Review date: July 2028.</li><li>Pilots' Union. Review date: July 2029.</li></ol><p>Review date: July 2031</p>",
        {"due": "2031-07"},
    ),
]


@pytest.mark.parametrize("text", SIBLINGS)
def test_two_cards_or_rows_with_dates_of_their_own_are_a_register(text: str) -> None:
    """Dates in places of the same shape belong to what stands beside them, and are items."""
    found = page(text)
    assert stated(found) == {}
    assert len(found.items) == 2


@pytest.mark.parametrize(("text", "dates"), ALONE)
def test_two_dates_in_different_places_are_the_pages(text: str, dates: dict[str, str]) -> None:
    """Places of another shape, the same date twice, or cited dates make no register."""
    assert stated(page(text)) == dates


CADENCE = [
    ("Review: Every 3 years\nDate approved: 4 July 2028", "2031-07-04"),
    ("Frequency of review: 3 yearly. Approval date: July 2028.", "2031-07"),
    ("Last reviewed July 2028 (review every 3 years)", "2031-07"),
    ("Review cycle: Triennial\nLast reviewed: July 2028", "2031-07"),
    ("Last reviewed: July 2029. Review cycle: biennial", "2031-07"),
    ("Last reviewed: 2030-07-04. Review frequency: every 12 months", "2031-07-04"),
    ("Approved: July 2028. This manual will be reviewed no later than three years from approval.", "2031-07"),
    ("Date of issue: July 2029\nReview: 2 years from date of issue", "2031-07"),
    ("<table><tr><td>Review cycle<td>3 years<tr><td>Last reviewed<td>July 2028<tr><td>Chart<td>Nine</table>", "2031-07"),
]


@pytest.mark.parametrize(("text", "due"), CADENCE)
def test_a_period_in_a_field_gives_the_due_date(text: str, due: str) -> None:
    """A cadence in a field, a bracket or the next cell counts from the page's last review or issue."""
    assert stated(page(text))["due"] == due


@pytest.mark.parametrize(
    "text", ["Last reviewed: July 2028. Mooring chains: links are reviewed annually.", "Review cycle\nLast reviewed: July 2028"]
)
def test_a_period_of_something_else_gives_none(text: str) -> None:
    """What else is reviewed regularly says nothing of the page."""
    assert "due" not in stated(page(text))


NOTES = [
    ("> [!NOTE]\n> **Chart:** Nine\n> Last reviewed: 2030-07-04\n\nTides", {"last": "2030-07-04"}),
    ("> **Last reviewed:** 2030-07-04", {"last": "2030-07-04"}),
    ("> Last reviewed: 2030-07-04", {}),
    ("> [!NOTE]\n> Chart nine\n\n> Last reviewed: 2030-07-04", {}),
    ("> [!NOTE]\n> Chart nine\nSoundings\n> Last reviewed: 2030-07-04", {}),
    ('<blockquote class="info">Last reviewed: 4 July 2030</blockquote>', {"last": "2030-07-04"}),
    ("<blockquote>Last reviewed: 4 July 2030</blockquote>", {}),
    ("Write it as `Review date: 4 July 2031` in the log.", {}),
    ("`Review date: 4 July 2031`", {"due": "2031-07-04"}),
    ('<h1>Pier</h1><ul class="reviews"><li>Reviewed 4 July 2030 by Kit</li></ul>', {}),
    ('<h1>Pier</h1><div id="comments"><p>Last updated: 4 July 2030</p></div>', {}),
]
FIELDS = [
    ("I'w adolygu: Gorffennaf 2031", {"due": "2031-07"}),
    ("Adolygir y cynllun hwn ym mis Gorffennaf 2031.", {"due": "2031-07"}),
    ("Próxima actualización: julio de 2031", {"due": "2031-07"}),
    ("Prochaine mise à jour : juillet 2031", {"due": "2031-07"}),
    ("Nächste Aktualisierung: Juli 2031", {"due": "2031-07"}),
    ("Überarbeitung von: 07/2030", {"updated": "2030-07"}),
    ("Review year: 2031", {"due": "2031"}),
    ("Review date: w/c 7 July 2031", {"due": "2031-07-07"}),
    ("Checked: 4 July 2030", {"last": "2030-07-04"}),
    ("Verified 4 July 2030", {"last": "2030-07-04"}),
    ("Last saved: 4 July 2030", {"updated": "2030-07-04"}),
    ("Valid from 5 July 2029 to 4 July 2031", {"published": "2029-07-05", "expires": "2031-07-04"}),
    ("Validity: 5 July 2029 – 4 July 2031", {"published": "2029-07-05", "expires": "2031-07-04"}),
    ("Valid from 5 July 2029 to the last ebb, see 4 July 2031", {"published": "2029-07-05"}),
    ("Valid from 5 July 2029.", {"published": "2029-07-05"}),
    ("The Harbour Board will review this charter in July 2031.", {"due": "2031-07"}),
    ("The Harbour Board will review the tolls in July 2031.", {}),
    ("Policy will be reviewed in July 2031.", {"due": "2031-07"}),
    ("Buoys will be reviewed in July 2031.", {}),
    ("This runbook will be reviewed in July 2031.", {"due": "2031-07"}),
    ("Le protocole sera réexaminé au plus tard le 4 juillet 2031.", {"due": "2031-07-04"}),
]


@pytest.mark.parametrize(("text", "dates"), NOTES)
def test_a_note_speaks_for_the_page_and_a_sample_does_not(text: str, dates: dict[str, str]) -> None:
    """A marked note in a quotation is the page's; quotations, code in a sentence and what visitors wrote are not."""
    assert stated(page(text)) == dates


@pytest.mark.parametrize(("text", "dates"), FIELDS)
def test_fields_and_sentences_of_more_kinds(text: str, dates: dict[str, str]) -> None:
    """More names of fields, the end of a time of validity, and who will review what."""
    assert stated(page(text)) == dates
