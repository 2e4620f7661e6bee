"""The browser tells a bad page from a good one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.browser import Chromium, executable

pytestmark = pytest.mark.browser

GOOD = "<!doctype html><html lang=en><head><title>Good</title></head><body><main><h1>Good</h1><p>Fine.</p></main></body></html>"
BAD = "<!doctype html><html><head><title></title></head><body><img src='data:,'><p style='width:900px;color:#ccc'>Bad</p></body></html>"


def test_axe_finds_what_is_wrong_and_nothing_else(chromium: Chromium) -> None:
    """A page with faults has violations, a sound page has none."""
    assert chromium.axe_violations(GOOD, width=375, dark=True) == []
    assert {line.split(" ")[0] for line in chromium.axe_violations(BAD)} >= {"document-title", "html-has-lang", "image-alt"}


def test_overflow_is_measured(chromium: Chromium) -> None:
    """A block that is wider than the window makes the page scroll sideways."""
    assert chromium.overflow(GOOD) == 0
    assert chromium.overflow(BAD) > 500


def test_requests_and_pictures(chromium: Chromium, tmp_path: Path) -> None:
    """What a page asks for is listed, and a picture of it is a PNG."""
    page = tmp_path / "page.html"
    page.write_text(GOOD + "<img alt='' src='other.png'>", "utf-8")
    assert [url.rpartition("/")[2] for url in chromium.asked_for(page)] == ["other.png"]
    assert chromium.asked_for(GOOD) == []
    chromium.screenshot(page, tmp_path / "page.png", width=320)
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_dark_and_scripts_are_as_asked(chromium: Chromium) -> None:
    """The colour scheme follows ``dark``, and the browser leaves no event loop in the way of other tests."""
    dark: object = chromium.look(GOOD, lambda page: page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"), dark=True)
    assert dark is True
    asyncio.run(asyncio.sleep(0))


def test_a_missing_browser_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Chromium the path is None, so that the fixture can skip; a named one wins."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("REVIEWER_CHROMIUM", raising=False)
    assert executable() is None
    monkeypatch.setenv("REVIEWER_CHROMIUM", "/opt/chromium")
    assert executable() == "/opt/chromium"
