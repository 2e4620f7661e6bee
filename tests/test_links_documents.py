"""Whole documents: the addresses that our reader finds are those that a browser has."""

from __future__ import annotations

import pytest

from reviewer.read import read
from tests.links_origin.documents import DOCUMENTS, Document

MAIN, OTHER = "http://main.example", "http://other.example"


@pytest.mark.parametrize(
    "document",
    [pytest.param(one, id=one.id, marks=pytest.mark.xfail(strict=True, reason=one.short) if one.short else ()) for one in DOCUMENTS],
)
def test_addresses(document: Document) -> None:
    """Every address of a document, resolved, and nothing else."""
    page = read(document.body.replace(b"$OTHER", OTHER.encode()), url=document.at(MAIN), content_type=document.kind)
    assert {link.url for link in page.links} == document.expected(MAIN, OTHER), document.because
