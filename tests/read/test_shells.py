"""Shells, which a script fills once they stand in a browser, told from pages that say little."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import PageState

APP = '<script type="module" src="/assets/index-4f2a.js"></script>'
GTM = "<noscript><iframe src='https://tags.example/ns.html?id=1' height=0 width=0></iframe></noscript>"


def state(body: str, head: str = "<title>Tips</title>", *, reference: bool = False) -> PageState:
    """What such a page is read as."""
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return read.read(page.encode(), url="https://site.example/tips", content_type="text/html", reference=reference).state


SHELLS = {
    "root": f"<div id=root></div>{APP}",
    "asks": f"<noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div>{APP}",
    "asks in German": f"<noscript><strong>Bitte aktivieren Sie JavaScript.</strong></noscript><div id=app></div>{APP}",
    "element of its own": f"<app-root></app-root>{APP}",
    "loading": f"<div id=root><p>Loading, please wait</p></div><div id=modal></div>{APP}",
    "spinner": f"<div id=root><img src=spinner.svg alt=Loading></div><div id=toasts></div>{APP}",
    "loading in its place": f"<app-root>Loading...</app-root>{APP}",
    "waiting in its place": f"<div id=root><p>Please wait</p></div>{APP}",
    "waiting in Italian": f"<div id=root><div>Caricamento in corso</div></div>{APP}",
    "a sentence that breaks off": f"<nav><a href=/>Home</a></nav><div id=app>One moment …</div>{APP}",
    "nothing at all": "<script>document.write('<h1>Tips</h1>')</script>",
    "menus around an empty main": f"<nav>{'<a href=/a>Referrals</a> ' * 40}</nav><main id=content></main><footer>Example Trust</footer>{APP}",
    "a role for main": f"<header>{'Example Trust ' * 20}</header><div role=main></div>{APP}",
    "inline data": f"<div id=__next></div><script id=d type=application/json>{{'words': '{'many words ' * 90}'}}</script>{APP}",
    "hidden text": f"<div id=root></div><div hidden>{'Session expired, sign in again. ' * 20}</div>{APP}",
    "a long apology": f"<noscript>This needs JavaScript</noscript><div id=app></div><p>{'Your browser is old. ' * 9}</p>{APP}",
    "a heading and no more": f"<noscript>This needs JavaScript</noscript><header>x</header><h1>My app</h1><div id=app></div>{APP}",
    "a hidden part within": f"<div id=root><span hidden>menu</span></div>{APP}",
}


@pytest.mark.parametrize("body", SHELLS.values(), ids=SHELLS)
@pytest.mark.parametrize("reference", [False, True])
def test_a_shell_is_told_as_such(body: str, reference: bool) -> None:
    """A page without text, on which a script runs that will make it, is never said to have no review date."""
    assert state(body, reference=reference) is PageState.NEEDS_BROWSER


PAGES = {
    "short": f"<div id=fb-root></div><h1>Tips</h1><p>Ask your doctor.</p>{APP}",
    "no script": "<div id=root></div>",
    "only data": "<div id=root></div><script type=application/ld+json>{}</script>",
    "an ordinary page that asks": f"<noscript>Turn on JavaScript.</noscript><div id=ads></div><p>{'Wash your hands. ' * 20}</p>{APP}",
    "a short page that asks": f"<noscript>Turn on JavaScript for the map.</noscript><h1>Find us</h1><p>{'12 Hill Street. ' * 9}</p>{APP}",
    "a list in a menu": f"<h1>Services</h1><nav>{'<a href=/a>Referrals</a> ' * 40}</nav><div id=cookies></div>{APP}",
    "a picture": f"<img src=poster.png alt=''>{APP}",
    "a frame": f"<iframe src=/map></iframe><div id=map></div>{APP}",
    "a tag manager": f"{GTM}<p>{'Wash your hands. ' * 6}</p>{APP}",
    "only a menu": f"<nav>{'<a href=/a>Referrals</a> ' * 40}</nav><div id=cookies></div>{APP}",
    "a hidden place": f"<p>Ask your doctor.</p><div id=cookies hidden></div><div id=x style='display:none'></div>{APP}",
    "a place that is filled": f"<div id=root><p>Ask your doctor.</p></div>{APP}",
    "words about loading": f"<div id=root><p>Mind the loading bay.</p></div>{APP}",
    "words that begin like it": f"<div id=root><p>Ventilation and patient care</p></div>{APP}",
    "more than words of waiting": f"<div id=root><p>Wait at the gate until you are called, then come in and sit down by the window.</p></div>{APP}",
    "hidden words of waiting": f"<p>Ask your doctor.</p><div id=x hidden>Loading...</div>{APP}",
    "a date and no more": f"<div id=root></div><p>Review date: 1 May 2024</p>{APP}",
    "a contact and no more": f"<noscript>Turn on JavaScript.</noscript><div id=ads></div><p>Page owner: Cancer team</p>{APP}",
    "a heading that asks": f"<noscript>Turn on JavaScript.</noscript><div id=ads></div><h1>Find us</h1><p>{'12 Hill Street. ' * 6}</p>{APP}",
    "Chinese": f"<div id=ads></div><p>{'请洗手。' * 30}</p>{APP}",
}


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_page_that_says_little_is_a_page(body: str) -> None:
    """Who has a heading, a picture, a frame, a date or more than a few words says something without a script."""
    assert state(body) is PageState.READ


def test_much_text_in_an_empty_looking_place_ends_the_search() -> None:
    """Of a place with thousands of pieces only the first are looked at, and it is still empty when no letter is among them."""
    assert state(f"<div id=root>{'<i>1</i>' * 500}</div>{APP}") is PageState.NEEDS_BROWSER


def test_a_shell_keeps_its_links() -> None:
    """The scripts and styles that a shell loads are still visited: where they are dead, nobody will see the page."""
    body = b"<!doctype html><link rel=stylesheet href=/a.css><div id=root></div><script src=/a.js></script>"
    page = read.read(body, url="https://site.example/", content_type="text/html")
    assert {link.url for link in page.links} >= {"https://site.example/a.css", "https://site.example/a.js"}
    assert page.trouble == "its text is made by scripts, and none of it stands in what the server sends"
