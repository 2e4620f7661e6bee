"""Families of phrasing of notices, met on pages unseen before. All wording is invented."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Banner
from reviewer.read import Hints


def banner(text: str) -> Banner | None:
    """The banner of a text."""
    return read.read(text.encode(), url="https://harbour.example/notes", content_type="text/plain", hints=Hints()).banner


BANNERS = [
    "This manual should have been reviewed in October 2031.",
    "This page was to have been reviewed by 5 October 2031.",
    "We are reviewing the content of this page.",
    "We're rewriting this manual.",
    "This content is more than 18 months past its review date.",
]
NO_BANNERS = [
    '"This manual is overdue for review," said the harbour master.',
    "We are updating this page every spring tide.",
    "We are updating the moorings.",
    "The pilots should have been asked.",
]


@pytest.mark.parametrize("text", BANNERS)
def test_a_page_that_says_so_is_under_review(text: str) -> None:
    """The page's own words are a banner."""
    assert banner(text) is not None


@pytest.mark.parametrize("text", NO_BANNERS)
def test_words_of_others_are_no_banner(text: str) -> None:
    """What somebody said, or a sentence about something else, is none."""
    assert banner(text) is None


PAGES = (
    "<p>This page is currently under review.</p>",
    "<p>Please note this policy is being reviewed and may change.</p>",
    "<p>This guidance is out of date and is being rewritten.</p>",
    "<p>Some of the information on this page may be out of date.</p>",
    "<p>The content of this page is due to be updated.</p>",
    "<p>Warning: this document is past its review date.</p>",
    "<p>This guideline is overdue for review but remains valid.</p>",
    "<p>Under review</p><p>Text</p>",
    "<p>Status: under review</p>",
    "<p>Policy under review</p>",
    "<p>This section is undergoing revision.</p>",
    "<p>We are currently updating this guide.</p>",
    "<p>This page needs updating.</p>",
    "<p>This page is out-of-date.</p>",
    "<p>This page has not been reviewed since 2016 and may be out of date.</p>",
    "<p>The review of this policy is overdue.</p>",
    "<p>The review date of this policy has passed.</p>",
    "<p>This policy has passed its review date.</p>",
    "<p>This policy has exceeded its review date.</p>",
    "<p>This document has expired its review date and is under review.</p>",
    "<p>This SOP is currently in the process of being updated.</p>",
    "<p>The information here is out of date.</p>",
    "<p>This page was due for review in May 2021.</p>",
    "<p>Review of this guideline is in progress.</p>",
    "<p>These pages are being updated.</p>",
    "<p>This article is outdated.</p>",
    "<p>This content may no longer be accurate.</p>",
    "<p>This page may not reflect current practice.</p>",
    "<p>Note: this leaflet is awaiting review.</p>",
    "<div class=alert>Content under review: this page will be updated soon.</div>",
    "<p>Diese Leitlinie wird derzeit überarbeitet.</p>",
    "<p>Diese Seite ist veraltet.</p>",
    "<p>Cette fiche est en cours de révision.</p>",
    "<p>Ce document est en cours de mise à jour.</p>",
    "<p>Este documento está en revisión.</p>",
    "<p>Esta página está desactualizada.</p>",
    "<p>Deze pagina wordt momenteel herzien.</p>",
    "<p>Deze richtlijn is verouderd.</p>",
    "<p>Questa pagina è in aggiornamento.</p>",
    "<p>Este guia está em revisão.</p>",
    "<p>Aquesta guia està en revisió.</p>",
    "<p>Denna riktlinje är under revidering.</p>",
    "<p>Denne veilederen er under revisjon.</p>",
    "<p>Denne vejledning er under revision.</p>",
    "<p>Ten dokument jest w trakcie aktualizacji.</p>",
    "<p>Mae'r polisi hwn dan adolygiad.</p>",
)
NOT_PAGES = (
    "<p>The policy is reviewed every two years.</p>",
    "<p>This page is updated weekly.</p>",
    "<p>This policy will be reviewed in 2027.</p>",
    "<p>This page was reviewed in May 2024.</p>",
    "<p>If this page is out of date, tell us.</p>",
    "<p>Printed copies of this document may be out of date.</p>",
    "<p>This policy is due for review in May 2027.</p>",
    "<p>Your case is under review.</p>",
    "<p>Applications under review are listed below.</p>",
    "<p>This page explains how papers under review are handled.</p>",
    "<p>The drugs listed as out of date must be destroyed.</p>",
    "<p>This leaflet tells you what to do with medicines that are out of date.</p>",
    "<p>Please tell us if anything on this page is out of date.</p>",
    "<p>Is this page out of date?</p>",
    "<p>This study reviews papers that are outdated.</p>",
    "<p>This form is to be updated by the ward clerk.</p>",
    "<p>This record must be updated daily.</p>",
    "<p>This page should be reviewed by the owner every year.</p>",
    "<p>We are reviewing our services. This page tells you more.</p>",
    "<p>We are updating our website. Some pages may look different.</p>",
    "<p>To keep this page up to date, we check it.</p>",
    "<p>Report outdated content</p>",
    "<p>Records awaiting review are kept.</p>",
    "<p>This register is being updated every day.</p>",
    "<p>This guideline needs to be reviewed again by May 2028.</p>",
    "<p>When this policy is overdue for review, the owner is told.</p>",
    "<p>Diese Seite wird jährlich überprüft.</p>",
    "<p>Cette page est mise à jour chaque mois.</p>",
    "<p>Esta página se revisa cada año.</p>",
    "<p>Information may be out of date if you printed it.</p>",
    "<p>The committee said that this policy was out of date.</p>",
    "<table><tr><th>Policy</th><th>State</th></tr><tr><td>A</td><td>Under review</td></tr><tr><td>B</td><td>Live</td></tr></table>",
    "<ul><li>Policy A - under review</li><li>Policy B</li></ul>",
)


def on_a_page(body: str) -> Banner | None:
    """The banner of a page of HTML."""
    html = f"<!doctype html><html><title>A guide</title><body><h1>A</h1>{body}</body></html>"
    found = read.read(html.encode(), url="https://harbour.example/x", content_type="text/html; charset=utf-8", hints=Hints())
    assert found.trouble is None
    return found.banner


@pytest.mark.parametrize("body", PAGES)
def test_a_page_is_under_review_or_out_of_date(body: str) -> None:
    """Under review, overdue for it or out of date, in all languages of the lexicon."""
    assert on_a_page(body) is not None


@pytest.mark.parametrize("body", NOT_PAGES)
def test_a_page_that_says_nothing_of_its_state(body: str) -> None:
    """Cadences, plans, conditions, copies, records, drugs and other people's words are no banner."""
    assert on_a_page(body) is None
