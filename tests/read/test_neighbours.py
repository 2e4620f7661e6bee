"""The gate of the unseen neighbours: what has been learnt from them stays, as figures over all of them."""

from __future__ import annotations

import datetime as dt

from reviewer import read
from reviewer.model import Page
from reviewer.read import Hints
from tests.read.neighbours import CONTACTS, STALE

TODAY = dt.date(2026, 11, 21)
NEAR = 31
"""Days between two ends that are the same: where a year ends varies."""


def page(lang: str, text: str, kind: str) -> Page:
    """One neighbour, as the crawl reads it."""
    title = text.split("<h1>")[1].split("</h1>", maxsplit=1)[0] if "<h1>" in text else ""
    whole = (
        f'<html lang="{lang}"><head><title>{title}</title></head><body><main>{text}</main></body></html>' if kind == "text/html" else text
    )
    found = read.read(whole.encode(), url="https://site.example/page", content_type=kind, hints=Hints())
    assert not found.trouble
    return found


def test_contacts_of_neighbours() -> None:
    """Nine of ten contacts that are told are right, and nine of ten are told."""
    right = wrong = missed = 0
    for lang, text, wanted, kind in CONTACTS:
        told = {one.value for one in page(lang, text, kind).contacts}
        must = {one for one in wanted if not one.startswith("?")}
        right += len(told & must)
        wrong += len(told - must - {one.removeprefix("?") for one in wanted})
        missed += len(must - told)
    assert right / (right + wrong) >= 0.9
    assert right / (right + missed) >= 0.9


def test_stale_periods_of_neighbours() -> None:
    """Nineteen of twenty periods that are told are right, nearly nine of ten are told, and of history hardly any page is flagged."""
    right = wrong = missed = flagged = 0
    for lang, text, wanted, kind in STALE:
        told = {one.end or TODAY for one in page(lang, text, kind).periods if not one.historical and (one.end is None or one.end < TODAY)}
        must = [dt.date.fromisoformat(one) for one in wanted]
        hits = [one for one in must if any(abs((one - other).days) <= NEAR for other in told)]
        false = [one for one in told if all(abs((one - other).days) > NEAR for other in must)]
        right, wrong, missed = right + len(hits), wrong + len(false), missed + len(must) - len(hits)
        flagged += bool(false) and not wanted
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.88
    assert flagged <= 0.04 * sum(not wanted for _, _, wanted, _ in STALE)
