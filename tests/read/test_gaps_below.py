"""reviewer.read.gaps.below: what is said to stand below, and does not."""

from __future__ import annotations

import pytest

from reviewer.model import GapKind
from reviewer.read import parse
from reviewer.read.document import Hints
from reviewer.read.facts.gaps import facts

LISTED = "<p>Our opening times are listed below.</p>"
TAKEN = "<p>Please download the checklist below, sign it and hand it in.</p>"
PROSE = "<h2>Getting here</h2><p>The bus stops outside.</p>"


def gaps(body: str) -> list[GapKind]:
    """The kinds of gaps of a small page."""
    page = parse(f"<main><h1>Help</h1>{body}</main>".encode(), url="https://quay.example/", content_type="text/html")
    return [one.kind for one in facts(page, Hints())]


def test_what_stands_below_has_to_be_there() -> None:
    """A list before the next section, a thing to take anywhere behind its words."""
    assert gaps(f"<p>Each of us works.</p>{LISTED}{PROSE}") == [GapKind.MISSING_LIST]
    assert gaps(f"{TAKEN}{PROSE}") == [GapKind.MISSING_THING]


@pytest.mark.parametrize(
    "body",
    [
        f"{TAKEN}{PROSE}<p><a href='/times'>Times</a></p>",
        f"{TAKEN}{PROSE}<div id='times-list'></div>",
        f"{TAKEN}<p><img src='a.png' alt='Checklist'></p>",
        f"{TAKEN}<form method='post' action='/send'><button>Send</button></form>",
        "<p>Please download the <a href='/a.pdf'>checklist</a> below.</p>",
        f"<p>If you want to, download the checklist below.</p>{PROSE}",
    ],
)
def test_what_may_be_there_is_believed(body: str) -> None:
    """A link, a box that a script fills, a picture, a form; and what is only supposed."""
    assert gaps(body) == []


def test_a_form_in_the_head_answers_too() -> None:
    """Wherever it stands: what is to be filled in may be it."""
    form = "<header><form method='post' action='/send'><input></form></header>"
    page = parse(f"{form}<main><h1>Help</h1>{TAKEN}</main>".encode(), url="https://quay.example/", content_type="text/html")
    assert list(facts(page, Hints())) == []
