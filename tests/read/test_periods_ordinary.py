"""Whole ordinary pages that say years and dates all over and have nothing that is out of date: the reader must be silent on them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reviewer import read
from reviewer.read import Hints

TODAY = dt.date(2026, 2, 1)
PAGES = sorted((Path(__file__).parent / "ordinary").iterdir())
TYPES = {".html": "text/html", ".md": "text/markdown"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_an_ordinary_page_is_silent(path: Path) -> None:
    """Menus, minutes, news, references, versions, code, prices, studies, archives and decisions hold no period that is told as current."""
    at = {"newsitem": "news/car-park", "decision": "adr/0012"}.get(path.stem, path.stem)
    page = read.read(path.read_bytes(), url=f"https://site.example/{at}", content_type=TYPES[path.suffix], hints=Hints())
    told = [
        (one.kind.value, str(one.end), one.quote) for one in page.periods if not one.historical and (one.end is None or one.end < TODAY)
    ]
    assert told == []
