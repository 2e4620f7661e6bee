"""Notices that a page gives of itself in the words of many offices, and sentences of the same words that are about something else."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read import Hints

OWN = [
    ("en", "Work in progress: this page is being brought up to date."),
    ("en", "We know that some of this advice has dated. A fresh version is on its way."),
    ("en", "This page has not been checked since 2019 and may contain errors."),
    ("en", "This document has passed its review date but remains valid until replaced."),
    ("en", "Heads up: this doc is stale, we're reworking it."),
    ("en", "The information below is awaiting update."),
    ("en", "Draft – this page is in the middle of a rewrite, expect gaps."),
    ("en", "These details are being revised."),
    ("en", "This procedure has been flagged for revision and should be used with caution."),
    ("en", "Content review in progress"),
    ("en", "The author is rewriting this chapter; treat it as provisional."),
    ("en", "An update to this leaflet is in preparation."),
    ("en", "This web page needs a refresh."),
    ("en", "This factsheet is being revised in the light of the 2025 Act."),
    ("cy", "Mae'r polisi hwn wrthi'n cael ei ddiwygio."),
    ("fr", "Les informations de cette page ne sont plus d'actualité."),
    ("fr", "Nous sommes en train de revoir cette page."),
    ("de", "Hinweis: Dieses Merkblatt befindet sich in Überarbeitung."),
    ("it", "Le informazioni di questa pagina potrebbero non essere aggiornate."),
    ("pl", "Informacje na tej stronie mogą być nieaktualne."),
    ("cy", "Sylwer: mae'r wybodaeth hon wedi dyddio."),
    ("fr", "Ces informations ne sont plus à jour."),
    ("de", "Der Inhalt ist möglicherweise nicht mehr aktuell."),
    ("de", "Diese Seite wird gerade auf den neuesten Stand gebracht."),
    ("es", "Este documento está pendiente de actualización."),
]
OTHERS = [
    ("en", "This page was under review in 2021 and was published again in May 2022."),
    ("en", "Your application is under review until the panel meets."),
    ("en", "If the information is out of date, tell us."),
    ("en", "Printed copies of this page may be out of date."),
    ("en", "The Trust is reviewing its catering contract."),
    ("en", "We keep this page under review."),
    ("en", "This formulary is being updated one section after another on a rolling programme."),
    ("en", "This page is updated every Monday."),
    ("en", "The author is writing a chapter on owls."),
    ("de", "Diese Seite wird täglich aktualisiert."),
    ("es", "Esta página se actualiza cada semana."),
    ("cy", "Mae eich cais yn cael ei adolygu."),
    ("fr", "Votre dossier est en cours de révision."),
    ("de", "Ihr Antrag wird derzeit geprüft."),
    ("es", "Su solicitud se encuentra en revisión."),
]


def told(lang: str, text: str) -> bool:
    """Whether a page with this sentence at its top has a banner."""
    html = f"<html lang='{lang}'><body><main><h1>Annual leave</h1><p>{text}</p><p>Text of the page.</p></main></body></html>"
    page = read.read(html.encode(), url="https://site.example/leave", content_type="text/html", hints=Hints())
    return page.banner is not None


@pytest.mark.parametrize(("lang", "text"), OWN, ids=[text for _, text in OWN])
def test_what_a_page_says_of_itself_is_its_banner(lang: str, text: str) -> None:
    """The page or what is written on it, and that it is worn, was not looked at, or is being worked on."""
    assert told(lang, text)


@pytest.mark.parametrize(("lang", "text"), OTHERS, ids=[text for _, text in OTHERS])
def test_what_is_said_of_others_or_of_other_times_is_none(lang: str, text: str) -> None:
    """Applications, contracts, copies, conditions and what was under review once."""
    assert not told(lang, text)
