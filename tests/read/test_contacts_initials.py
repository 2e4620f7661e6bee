"""Names with initials that are written without a blank between, and titles of several words."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read import Hints


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Contact: P.J. Sallow, radiology manager", "P.J. Sallow"),
        ("Page owner: J.-P. Roux", "J.-P. Roux"),
        ("Page owner: A.B.C. Marlow", "A.B.C. Marlow"),
        ("Osoba odpowiedzialna za stronę: dr n. med. Lukasz Wojcik", "dr n. med. Lukasz Wojcik"),
        ("Ansprechpartner: Prof. Dr. med. J. Mueller", "Prof. Dr. med. J. Mueller"),
        ("Page owner: n. med. Marlow", None),
    ],
)
def test_a_person_with_initials(text: str, name: str | None) -> None:
    """Two or three initials are a name's beginning, and end no sentence; a degree's letters belong to the title before them only."""
    html = f"<!doctype html><title>T</title><h1>T</h1><p>{text}</p>"
    found = read.read(html.encode(), url="https://a.example/", content_type="text/html; charset=utf-8", hints=Hints())
    assert [contact.value for contact in found.contacts if contact.kind.value == "person"] == ([name] if name else [])
