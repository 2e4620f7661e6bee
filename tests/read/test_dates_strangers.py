"""Kinds of labels, layouts and owners of dates that pages of strangers were read wrongly for, each with its neighbours.

All wording is invented.
"""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import DateKind
from reviewer.read import Hints
from tests.read.dated import stated

LOOKED = [
    ("<p>Gone through by the wardens on 3 May 2029</p>", {"last": "2029-05-03"}),
    ("<p>Checked over: 3 May 2029</p>", {"last": "2029-05-03"}),
    ("<p>Contenu contrôlé le 3 mai 2029</p>", {"last": "2029-05-03"}),
    ("<p>Hemos releído esta página el 3 de mayo de 2029</p>", {"last": "2029-05-03"}),
    ("<p>Op juistheid nagelopen: 3 mei 2029</p>", {"last": "2029-05-03"}),
    ("<p>Sidan faktakollad 2029-05-03</p>", {"last": "2029-05-03"}),
    ("<p>We looked over this page on 3 May 2029.</p>", {"last": "2029-05-03"}),
]
AGAIN = [
    (
        "<table><tr><th>Version</th><th>Must be looked at again no later than</th></tr><tr><td>3</td><td>3 May 2031</td></tr></table>",
        "2031-05-03",
    ),
    ("<p>Verify again: 3 May 2031</p>", "2031-05-03"),
    ("<p>Date for reconsideration May 2031</p>", "2031-05"),
    ("<p>Re-approval due: May 2031</p>", "2031-05"),
    ("<p>Fecha tope para repasarla: 03/05/2031</p>", "2031-05-03"),
    ("<p>Toca revisarla de nuevo en: mayo de 2031</p>", "2031-05"),
    ("<p>À réexaminer au plus tard en mai 2031</p>", "2031-05"),
    ("<p>Kigges efter igen: 03.05.2031</p>", "2031-05-03"),
    ("<p>I'w ailystyried: Mai 2031</p>", "2031-05"),
    ("---\nopnieuw langslopen: 2031-05-03\n---\n# Kade\n\nVerlof.\n", "2031-05-03"),
    ("<p>Herzien voor 3 mei 2031</p>", "2031-05-03"),
]
ALTERED = [
    ("<p>Retouchée le 3 mai 2029</p>", {"updated": "2029-05-03"}),
    ("<p>Teksten ble sist rørt 03.05.2029</p>", {"updated": "2029-05-03"}),
    ("<p>Zuletzt überholt: 3. Mai 2029</p>", {"updated": "2029-05-03"}),
    ("<p>Tidied up: 3 May 2029</p>", {"updated": "2029-05-03"}),
    ("<p>First shown 3 May 2029.</p>", {"published": "2029-05-03"}),
    ("<p>In Verkehr gebracht: 03.05.2029</p>", {"published": "2029-05-03"}),
    ("<p>Edición: mayo de 2029</p>", {"published": "2029-05"}),
    ("<p>Última edición: 3 de mayo de 2029</p>", {"updated": "2029-05-03"}),
    ("<p>Signed off and shared: May 2029</p>", {"published": "2029-05"}),
    ("<p>These rules came into force on 3 May 2029.</p>", {"published": "2029-05-03"}),
    ("<p>This page ceases to apply on 3 May 2031.</p>", {"expires": "2031-05-03"}),
]


@pytest.mark.parametrize(("body", "want"), LOOKED + ALTERED)
def test_other_words_for_the_same_things(body: str, want: dict[str, str]) -> None:
    """Looking at a page, altering it and showing it have many words: with an aspect, as a field or said of the page they count."""
    assert stated(body, "Quay") == want


@pytest.mark.parametrize(("body", "day"), AGAIN)
def test_what_is_done_again_is_due(body: str, day: str) -> None:
    """A check that is to be done again, by whatever word, is the page's next review."""
    assert stated(body, "Quay") == {"due": day}


OTHERS = [
    "<p>The crane was looked over on 3 May 2029 and launched on 4 May 2029.</p>",
    "<p>Members were shown the boat on 3 May 2029.</p>",
    "<p>The council touched on rents in May 2029.</p>",
    "<p>A check in May 2029 found two leaks.</p>",
    "<p>The Fisheries Act came into force on 3 May 2029.</p>",
    "<p>Next check-over: Setpember 2031</p>",
]


@pytest.mark.parametrize("body", OTHERS)
def test_words_that_are_said_of_much_else(body: str) -> None:
    """The same words say nothing of the page in a sentence about something else."""
    assert stated(body, "Quay") == {}


REVIEWS_OF_OTHER_THINGS = [
    "<p>The last security review was completed on 3 May 2029 by an outside firm.</p>",
    "<p>Our last peer review took place in May 2029.</p>",
    "<p>The review of Adult B was completed in May 2029 and published on 3 June 2029.</p>",
    "<p>Our strategy was last reviewed in 2029.</p>",
    "<p>Satzung vom 14.11.2026, geändert am 02.12.2029</p>",
    "<p>Règlement du 4 mars 2026, modifié le 2 décembre 2029</p>",
    "<p>Decree of 4 March 2026, amended 2 December 2029</p>",
    "<p>Die Satzung wurde am 3. Mai 2029 beschlossen.</p>",
]


@pytest.mark.parametrize("body", REVIEWS_OF_OTHER_THINGS)
def test_reviews_of_other_things(body: str) -> None:
    """What was reviewed or amended is named, and is not the page."""
    assert stated(body, "Quay") == {}


OURS = [
    ("<p>The last annual review was completed on 3 May 2029.</p>", "Quay", {"last": "2029-05-03"}),
    ("<p>Our mooring policy was last reviewed in May 2029.</p>", "Mooring policy", {"last": "2029-05"}),
    ("<p>Our website was last updated on 3 May 2029.</p>", "Quay", {"updated": "2029-05-03"}),
    ("<p>Hafensatzung vom 14.11.2026, geändert am 02.12.2029</p>", "Hafensatzung", {"updated": "2029-12-02"}),
    (
        "<p>It was last updated on 3 May 2029 and is due to be reviewed in May 2031.</p>",
        "Quay",
        {"updated": "2029-05-03", "due": "2031-05"},
    ),
    ("<p>Diese Erklärung ist gültig und hat den Stand Mai 2029.</p>", "Quay", {"last": "2029-05"}),
]


@pytest.mark.parametrize(("body", "title", "want"), OURS)
def test_the_same_said_of_the_page(body: str, title: str, want: dict[str, str]) -> None:
    """The same words with the page's own name, or a pronoun, are the page's."""
    assert stated(body, title) == want


def test_what_is_said_in_a_record_of_a_meeting() -> None:
    """A sentence of the minutes tells what was agreed of another document."""
    assert "due" not in stated("<p>It was agreed that the tree policy be reviewed again by May 2031.</p>", "Minutes of the Quay Board")
    assert "due" not in stated("<p>Quay rota: To be reviewed in May 2031.</p>", "Minutes of the Quay Board")


def test_cards_of_documents_under_their_links() -> None:
    """Under two headings that are links the dates are those of what is linked; under one, or a link in the page, they are the page's."""
    card = "<h3><a href='{}'>{}</a></h3><p>PDF. Published 3 May 2029. Review due May 2031.</p>"
    assert stated(card.format("a.pdf", "Plan") + "<h3><a href='b.pdf'>Map</a></h3><p>Adopted in 2028.</p>") == {}
    assert stated(card.format("a.pdf", "Plan")) == {"published": "2029-05-03", "due": "2031-05"}
    assert stated(card.format("#a", "Plan") + "<h3><a href='#b'>Map</a></h3><p>Soon.</p>") == {"published": "2029-05-03", "due": "2031-05"}


BY_WHOM = [
    ("<p>Approved by:</p><p>Harbour Board, 3 May 2029</p>", {"published": "2029-05-03"}),
    ("<table><tr><td>Adopted</td><td>Annual Meeting, May 2029</td></tr></table>", {"published": "2029-05"}),
    ("<p>Rédaction : A. Berg, le 03/05/2029</p>", {"published": "2029-05-03"}),
    ("<dl><dt>Approved</dt><dd>Tom of the Quay (3 May 2029)</dd></dl>", {"published": "2029-05-03"}),
]


@pytest.mark.parametrize(("body", "want"), BY_WHOM)
def test_who_did_it_before_the_day(body: str, want: dict[str, str]) -> None:
    """In the value of a field the day stands behind those who did it."""
    assert stated(body, "Quay") == want


COVERS = [
    ("<p>By Hilda Marsh | 3 May 2029 | News</p><p>The quay is long.</p>", {"published": "2029-05-03"}),
    ("<p>3 May 2029 · 4 min read</p><p>The quay is long.</p>", {}),
    ("<p>3 May 2029 | 19:00 | Town Hall</p><p>The quay is long.</p>", {}),
    ("<p>3 May 2029 | A | B | C | D</p><p>The quay is long.</p>", {}),
    ("<p>A long strategy</p><p>For the years to come</p><p>May 2029</p><p>The quay is long.</p>", {"published": "2029-05"}),
    ("<p>A long strategy</p><p>For the years to come</p><p>3 May 2029</p><p>The quay is long.</p>", {}),
]


@pytest.mark.parametrize(("body", "want"), COVERS)
def test_dates_on_a_cover(body: str, want: dict[str, str]) -> None:
    """A day with an author, and a month at the foot of a cover, say when it was published; an event has an hour and a place."""
    assert stated(body, "Quay") == want


def test_a_date_over_the_title() -> None:
    """A day alone, the first of the page, over its heading."""
    page = "<!doctype html><title>Quay</title><main><p>{}</p><h1>Quay</h1><p>The quay is long.</p></main>"

    def published(words: str) -> str:
        found = read.read(page.format(words).encode(), url="https://harbour.example/", content_type="text/html", hints=Hints())
        claim = found.claim(DateKind.PUBLISHED)
        return str(claim.date) if claim else ""

    assert published("3 May 2029") == "2029-05-03"
    assert published("Sunday, 3 May 2029") == ""
    assert published("Open on 3 May 2029") == ""


def test_a_letter_that_the_page_shows() -> None:
    """A quotation that begins as a letter does is no box of metadata."""
    assert stated("# Quay\n\n> Van: jan@harbour.example\n> Datum: 3 mei 2029\n\nMoor here.\n") == {}
    assert stated("# Quay\n\n> Owner: Ann\n> Date: 3 May 2029\n\nMoor here.\n") == {"published": "2029-05-03"}


def test_a_day_at_the_beginning_of_a_line() -> None:
    """The 3 of "3. Mai" is a day, and the numbers of a list are not."""
    assert stated("# Kai\n\nVeröffentlicht am\n3. Mai 2029\n") == {"published": "2029-05-03"}
    assert stated("# Kai\n\n1. Mai gehen\n2. Stand: 3. Mai 2029\n") == {"last": "2029-05-03"}


FIELDS = [
    ("<table><tr><th>Date on which guideline must be reviewed</th><td>May 2031</td></tr></table>", {"due": "2031-05"}),
    ("<p>Date by which it should be reviewed: May 2031</p>", {"due": "2031-05"}),
    ("<p>Revisit by 3 May 2031</p>", {"due": "2031-05-03"}),
    ("<p>Pressemitteilung vom 3. Mai 2029</p>", {"published": "2029-05-03"}),
    ("<p>Press release: 3 May 2029</p>", {"published": "2029-05-03"}),
    ("<p>As our press release of 3 May 2029 said, the quay is long.</p>", {}),
    ("<p>The evaluation must be reviewed in May 2031.</p>", {}),
]


@pytest.mark.parametrize(("body", "want"), FIELDS)
def test_names_of_fields_that_seem_sentences(body: str, want: dict[str, str]) -> None:
    """A field asks for its date in words of a sentence; the kind of a text with its day tells when it was given out."""
    assert stated(body, "Quay") == want


def test_a_page_about_something_that_is_mostly_not_the_page() -> None:
    """A cookie policy is the page's where its title says so."""
    said = "<p>This cookie policy was last updated on 3 May 2029.</p>"
    assert stated(said, "Cookies") == {"updated": "2029-05-03"}
    assert stated(said.replace("This", "The"), "Quay") == {}


def test_notes_of_a_meeting() -> None:
    """Notes of a group are a record, too."""
    assert stated("<p>Website: pages updated 1 May 2029.</p>", "Notes of the Quay Users Group") == {}


THINGS = [
    "<p>Serial 44: last checked 3 May 2029, next check due May 2031.</p>",
    "<p>Pump room: last reviewed 3 May 2029</p>",
    "<p>Read our <a href='v.pdf'>volunteer rules policy</a> (last reviewed May 2029).</p>",
    "<p>Last reviewed: 3 May 2029 (example)</p>",
]


@pytest.mark.parametrize("body", THINGS)
def test_something_named_before_the_label(body: str) -> None:
    """What is named before a colon or a bracket has the date, and an example has none."""
    assert stated(body, "Quay") == {}


def test_the_page_named_before_the_label() -> None:
    """A word for a page before the colon, or its own name."""
    assert stated("<p>Document dates: last reviewed 3 May 2029</p>") == {"last": "2029-05-03"}
    assert stated("<p>Crane rota: last reviewed 3 May 2029</p>", "Crane rota") == {"last": "2029-05-03"}


def test_a_decision_is_no_meeting() -> None:
    """Rules that were decided on a day are the page, with a review to come."""
    body = "<p>Wer im Hafen liegt, zahlt.</p><p>Die Ordnung wurde am 3. Mai 2027 beschlossen. Nächste Überprüfung: Mai 2031</p>"
    assert stated(body, "Hafenordnung")["due"] == "2031-05"
