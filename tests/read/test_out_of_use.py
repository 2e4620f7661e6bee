"""Whole small pages, as a visit reads them: what each says of its own time, in all kinds of words and places."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.read import Hints, may_be_over
from tests.read.out_of_use import PAGES

TEXT = {
    "en": "<h2>Before you start</h2><p>Check the name and date of birth. Explain what you are going to do.</p><p>Wash your hands.</p>",
    "de": "<h2>Vor dem Beginn</h2><p>Prüfen Sie Namen und Geburtsdatum.</p><p>Waschen Sie sich die Hände.</p>",
    "fr": "<h2>Avant de commencer</h2><p>Vérifiez le nom du patient.</p><p>Lavez-vous les mains.</p>",
}
MENU = '<ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/archive">Archive</a></li></ul>'


def html(language: str, layout: str, title: str, where: str, words: str) -> str:
    """A page with these words above its heading, right below it, in its place, at the end, or beside the text."""
    at = {where: words}
    heading = at.get("h1", f"<h1>{title}</h1>")
    body = f"{at.get('before', '')}{heading}{at.get('top', '')}{TEXT.get(language, TEXT['en'])}{at.get('after', '')}"
    head = f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    if layout == "table":
        return f"{head}<body><table><tr><td width=150>{MENU}</td><td>{body}</td></tr></table></body></html>"
    return f"{head}<body><nav>{MENU}</nav><main>{body}</main><aside>{at.get('aside', '')}</aside></body></html>"


@pytest.mark.parametrize(
    ("language", "layout", "title", "where", "words", "wanted"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES]
)
def test_a_page_says_of_itself_that_it_is_out_of_use(language: str, layout: str, title: str, where: str, words: str, wanted: bool) -> None:
    """In whatever words of whatever language, as a banner, a mark, a status or a sentence; and nothing else is taken for that."""
    text = html(language, layout, title, where, words)
    page = read.read(text.encode(), url="https://www.example.org/x", content_type="text/html", hints=Hints())
    assert (page.superseded is not None or (page.banner is not None and page.banner.outdated)) is wanted
    assert may_be_over(text) or not wanted
