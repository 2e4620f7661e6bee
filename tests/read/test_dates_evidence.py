"""The layouts and the evidence that decide to which label a date belongs, and whose it is. All wording is invented."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import DateClaim, DateKind
from reviewer.read import Hints
from reviewer.read.dates.grammar import keyed, labels
from reviewer.read.dates.tokens import tokens
from tests.read.dated import SHORT, stated

LABELS = [
    ("Date of guideline:", [("published", "Date of guideline")]),
    ("Document date:", [("published", "Document date")]),
    ("Date of tides:", []),
    ("Date of guideline", [("published", "Date of guideline")]),
    ("the date of a guideline is", []),
    ("When will this policy be reviewed?", [("due", "will this policy be reviewed")]),
    ("When may, this policy be reviewed?", [("last_reviewed", "reviewed")]),
    ("Why can any boat be reviewed?", [("last_reviewed", "reviewed")]),
    ("revised tide, review date:", [("updated", "revised"), ("due", "review date")]),
    ("next of kin: reviewed", [("last_reviewed", "reviewed")]),
    ("review of this, strategy is due", []),
    ("review of this old mooring and tide strategy here", []),
    ("last blue dull grey wet cold review:", [("due", "review")]),
    ("reviewed and moored", [("last_reviewed", "reviewed")]),
    ("Updated set of charts:", []),
    ("reviewed again in", [("due", "reviewed again")]),
    ("date for re-review due", [("due", "date for re-review due")]),
    ("Review was completed on", [("last_reviewed", "Review was completed")]),
    ("Last Modifed:", [("updated", "Last Modifed")]),
    ("Last updtaed:", [("updated", "Last updtaed")]),
    ("Last reviewer:", []),
    ("Publication/issue date", [("published", "Publication/issue date")]),
    ("ist bis 2031 zu prüfen", [("due", "ist bis ")]),
    ("wurde in 3 Teilen geprüft", [("last_reviewed", "geprüft")]),
    ("previous version: 3", []),
    ("will be dull wooden reviewed", [("last_reviewed", "reviewed")]),
    ("Review now due:", [("due", "Review now due")]),
    ("Next reviewed:", [("due", "Next reviewed")]),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_labels_are_composed(text: str, expected: list[tuple[str, str]]) -> None:
    """A concept with its aspects, as far as nothing but a blank, a small word or an unknown one stands between."""
    assert [(label.kind.value, text[label.start : label.end]) for label in labels(text, 0, len(text))] == expected


KEYS = [
    ("last_reviewed_at", DateKind.LAST_REVIEWED),
    ("nextReview", DateKind.DUE),
    ("nextreviewdate", DateKind.DUE),
    ("date-adoption", DateKind.PUBLISHED),
    ("updatedat", DateKind.UPDATED),
    ("expires_on", DateKind.EXPIRES),
    ("event_date", None),
    ("contract.review.date", None),
    ("review last", DateKind.LAST_REVIEWED),
    ("review_next", DateKind.DUE),
    ("contract review last", None),
    ("event_next", None),
    ("colour", None),
    ("to_be_reviewed", None),
]


@pytest.mark.parametrize(("name", "kind"), KEYS)
def test_keys_are_read_by_the_same_grammar(name: str, kind: DateKind | None) -> None:
    """With signs, in one word, or with capitals; the date of something else is none."""
    assert keyed(name) is kind


def test_a_word_with_hyphens_is_its_parts_unless_a_lexicon_has_it() -> None:
    """Each part knows its place."""
    assert [(word.start, word.end, word.word) for word in tokens("last-reviewed", 0, 13)] == [(0, 4, "last"), (5, 13, "reviewed")]
    assert [word.word for word in tokens("re-review", 0, 9)] == ["re-review"]


LAYOUTS = [
    ("Date for next 2031 review:", {"due": "2031"}),
    ("Date 3 for next review: none", {}),
    ("Owner and review date\n\nDate displayed on the harbour's site:\nMay 2031", {"published": "2031-05"}),
    ("Date displayed on the harbour's site:\nsoon", {}),
    ("Date displayed on the harbour's site:\n2031", {}),
    ("Next review Last review\nsoon", {}),
    ("Next review\nLast review\n3 May 2031", {"last": "2031-05-03"}),
    ("Next review\nLast review\n3 May 2031 or else in the far north 4 June 2028", {"last": "2031-05-03"}),
    ("2031 (next review)", {}),
    ("3 May 2031 (next review)", {"due": "2031-05-03"}),
    ("Approved before 4 May 2031", {}),
    ("Stand am 3. Mai 2031", {}),
    ("This page will be reviewed. In May 2031 we sail.", {}),
    ("<h2>Prochaine révision</h2><p>Date recommandée : 9 mai 2031</p>", {"due": "2031-05-09"}),
    ("<h2>Prochaine révision</h2><h3>Date recommandée</h3><p>9 mai 2031</p>", {"due": "2031-05-09"}),
    ("<h2>Next review</h2><p>The long story of the many boats in the bay: 9 May 2031</p>", {}),
    ("<h2>Next review</h2><h3>Date</h3><p>soon</p>", {}),
    ("<h2>Next review</h2>", {}),
    ("<table><tr><td>soon<td>Next review<tr><td>3 May 2031 or so<td>Last review</table>", {}),
    ("> Reviewed by a long line of people who had nothing better to do that day\n> Review date: May 2031\n> Owner: Ann", {}),
    ("<title>Quay</title><h1>Quay</h1><p>Monday 3 May 2031</p>", {}),
    ("<h1>Quay</h1><p>3 May 2031</p><p>Boats come and go.</p>", {"published": "2031-05-03"}),
    ("<h1>Quay</h1><p>Owner:</p><p>3 May 2031</p>", {}),
    ("<h1>Quay</h1><p>3 May 2031</p><p>Next pilots' review</p>", {}),
    ("<h1>Quay</h1><p>3 May 2031<br>Last</p><p>Boats come and go.</p>", {}),
    ("<h1>Quay</h1><p>3 May 2031</p><p>*</p>", {"published": "2031-05-03"}),
    ("<h1>Quay</h1><p>Boats come and go.</p><h3>The new bridge</h3><p>3 May 2031</p>", {}),
    ("<h1>Quay</h1><p>Boats come and go.</p><p>Next</p><p>3 May 2031</p>", {}),
    ("<h1>Quay</h1><p>Boats come and go.</p><p>Jane Last</p><p>3 May 2031</p>", {"published": "2031-05-03"}),
    ("<h1>Quay</h1><blockquote>Last reviewed: 3 May 2028. Next review: May 2031.</blockquote>", {"last": "2028-05-03", "due": "2031-05"}),
    ("<p>Write this at the foot:</p><blockquote>Last reviewed: May 2028<br>Next review: May 2031</blockquote>", {}),
    ("<html lang=en-US><h1>Quay</h1><p>Review date: 03/04/2031</p>", {"due": "2031-03-04"}),
    ("<p>This policy is reviewed three years after publication.</p><p>Ann Berg</p><p>May 2028</p><p>Pilots' Union</p>", {"due": "2031-05"}),
]


@pytest.mark.parametrize(("body", "dates"), LAYOUTS)
def test_the_layout_gives_a_date_its_label(body: str, dates: dict[str, str]) -> None:
    """Woven and torn columns, labels that go on to the end of their line, sub-labels, covers; and what only looks like one."""
    assert stated(body) == dates


WHOSE = [
    ("<h1>Stage 4 security review</h1><p>Review date: 3 May 2031</p>", "finished review"),
    ("<dl><dt>File size<dd>2 MB<dt>Review date<dd>3 May 2031</dl><p>x", "facts of a file"),
    ("<p>Sluice plan (PDF, 168KB)<br>Review date: 3 May 2031</p>", "name of a file"),
    ("<p>Next rent review: 3 May 2031</p>", "something else (rent)"),
    ("<p>Next review of the cranes: 3 May 2031</p>", "something else (cranes)"),
    ("<p>plan: 'Tide (Review date: 3 May 2031)',</p>", "quotation"),
    ("<ul><li><a href=/s>Sluices</a> and more: Review date: 3 May 2031</li></ul>", "link to another document"),
    ("<p>Sluice plan 9 (published May 2031)</p>", "another document"),
    ("<p>Einwohner, Stand 31.12.2031</p>", "figures"),
]


@pytest.mark.parametrize(("body", "why"), WHOSE)
def test_what_decided_is_told(body: str, why: str) -> None:
    """``--explain`` names the evidence by which a date is another's."""
    document = read.parse(f"<!doctype html>{body}".encode(), url="https://quay.example/", content_type="text/html")
    told = [candidate for name, candidate in read.explain(document, Hints()) if name == "dates"]
    assert [candidate.taken for candidate in told] == [False]
    assert why in told[0].why


def test_the_label_that_lost_its_date_is_told() -> None:
    """With what the date costs either of them."""
    body = b"<p>Next review<br>Last review<br>3 May 2031<br>4 June 2028</p>"
    document = read.parse(body, url="https://quay.example/", content_type="text/html")
    told = [candidate for name, candidate in read.explain(document, Hints()) if name == "dates"]
    facts = [candidate.fact for candidate in told if candidate.taken]
    assert {fact.kind for fact in facts if isinstance(fact, DateClaim)} == {SHORT["due"], SHORT["last"]}
    assert any("goes to" in candidate.why and "cost" in candidate.why for candidate in told)
