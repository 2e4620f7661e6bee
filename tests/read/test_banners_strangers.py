"""Notices that a page is being rewritten, in every language, and sentences that only look like one.

All wording is invented.
"""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read import Hints


def warned(body: str) -> bool:
    """Whether the page has a banner."""
    page = f"<!doctype html><title>Quay</title><main><h1>Quay</h1><p>{body}</p><p>Moor here.</p></main>"
    return read.read(page.encode(), url="https://harbour.example/quay", content_type="text/html", hints=Hints()).banner is not None


BEING_REWRITTEN = [
    "Heads up: we are busy reworking this guideline.",
    "This guideline is being reworked.",
    "This policy is under revision.",
    "This content is more than four years old.",
    "Some of it may be out of date.",
    "The information here might not be accurate any more.",
    "Rydym wrthi'n ailysgrifennu'r dudalen hon.",
    "Cette fiche est en cours de refonte.",
    "Fiche en chantier : une nouvelle version est en préparation.",
    "Nous sommes en train de mettre à jour cette page.",
    "Wir überarbeiten diese Seite gerade.",
    "Dieses Merkblatt wird derzeit umgeschrieben.",
    "Este documento se está reescribiendo.",
    "Estamos actualizando esta página.",
    "Deze pagina wordt momenteel herschreven.",
    "Questa pagina è in fase di riscrittura.",
    "Esta página está a ser reformulada.",
    "Aquesta pàgina s'està reescrivint.",
    "Vi håller på att skriva om den här sidan.",
    "Denne siden er under omarbeiding.",
    "Denne side er ved at blive skrevet om.",
    "Ta strona jest właśnie przerabiana.",
]


@pytest.mark.parametrize("body", BEING_REWRITTEN)
def test_a_page_that_is_being_rewritten(body: str) -> None:
    """The page says that somebody is at work on it, or that its age tells."""
    assert warned(body)


NO_NOTICE = [
    "We keep this policy under review and will tell you of changes.",
    "This statement is kept under constant review.",
    "This notice is under regular review.",
    "This scheme is under review by the harbour board.",
    "This course is being reviewed by the harbour board.",
    "The moorings app is no longer kept up to date.",
    "Deze pagina wordt jaarlijks herzien.",
    "Diese Seite wird regelmäßig überarbeitet.",
    "If we are reworking this page, wait.",
    "We are reworking the moorings.",
    "The crane is being rewritten off.",
]


@pytest.mark.parametrize("body", NO_NOTICE)
def test_what_is_always_so_or_said_of_something_else(body: str) -> None:
    """A text that is looked at all the time, and a thing that the page tells of, give no banner."""
    assert not warned(body)


def test_a_page_that_is_no_longer_kept_up_to_date() -> None:
    """That nobody keeps it is the end of a page; that nobody keeps something else is none."""
    page = "<!doctype html><title>Quay</title><main><h1>Quay</h1><p>{}</p></main>"

    def over(body: str) -> bool:
        found = read.read(page.format(body).encode(), url="https://harbour.example/quay", content_type="text/html", hints=Hints())
        return found.superseded is not None

    assert over("This page is no longer kept up to date.")
    assert not over("The old leaflet is no longer kept up to date, so use the app.")
