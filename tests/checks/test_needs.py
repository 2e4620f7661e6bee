"""What the chosen checks need of a page: facts, or its links alone."""

from __future__ import annotations

from types import ModuleType

import pytest

from reviewer import checks, read
from reviewer.read import Document, Hints, reading


def test_links_alone_are_enough_for_checks_that_say_so() -> None:
    """Each check says for itself what it needs; all that are chosen have to say that links are enough."""
    assert not checks.needs_facts(only=("broken_link", "missing_anchor", "moved_link"))
    assert checks.needs_facts(only=("broken_link", "review_date"))
    assert not checks.needs_facts(only=("broken_link", "review_date"), skip=("review_date",))
    assert checks.needs_facts()


def test_a_check_that_says_nothing_needs_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check from outside was written before anybody asked."""
    monkeypatch.setattr(checks, "_all", lambda: {"theirs": ModuleType("theirs")})
    assert checks.needs_facts(only=("theirs",))


def test_a_page_without_facts_keeps_its_links_title_and_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers of the house are not asked; one from outside is, since what it finds may be links."""
    theirs, asked = ModuleType("their.reader"), []

    def facts(document: Document, hints: Hints) -> tuple[()]:
        asked.append((document, hints))
        return ()

    theirs.facts = facts  # type: ignore[attr-defined]
    ours = reading._readers()
    monkeypatch.setattr(reading, "_readers", lambda: (*ours, ("theirs", theirs)))
    monkeypatch.setattr(reading, "outside", lambda *_: {"theirs": theirs})
    body = b'<title>T</title><h1 id="top">T</h1><p>Review date: 1 May 2024. <a href="/a">a</a></p>'
    whole, alone = (
        read.read(body, url="http://a.example/", content_type="text/html", hints=Hints(facts=wanted)) for wanted in (True, False)
    )
    assert len(asked) == 2
    assert whole.claims
    assert not alone.claims
    assert (alone.links, alone.title, alone.anchors) == (whole.links, whole.title, whole.anchors)
