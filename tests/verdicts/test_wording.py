"""Verdicts in words."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer import verdicts
from reviewer.model import Broken, Certificate, Evidence, Link, Moved, Place, Reason, Skipped, Unsure, Visit, Works

URL = "http://a.example/x"
UNTIL = dt.datetime(2026, 12, 5, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
LINK = Link(URL, URL, words="Blood test rooms")


@pytest.mark.parametrize(
    ("visit", "sentence"),
    [
        (Broken(URL, Reason.NOT_FOUND, Evidence(404)), "The link “Blood test rooms” does not work (404, page not found)."),
        (Broken(URL, Reason.REFUSED), "The link “Blood test rooms” does not work (connection refused)."),
        (Broken(URL, Reason.BAD_ADDRESS, Evidence(detail="it is odd")), "The link “Blood test rooms” does not work: it is odd."),
        (Broken(URL, Reason.BAD_MAIL), "The link “Blood test rooms” does not work: mistake in the mail address."),
        (
            Broken(URL, Reason.MISSING_ANCHOR, Evidence(detail="there is no place")),
            "The link “Blood test rooms” works, but there is no place.",
        ),
        (Broken(URL, Reason.MISSING_ANCHOR), "The link “Blood test rooms” works, but no such place on the page."),
        (Moved(URL, "y"), "The link “Blood test rooms” leads to a page that has moved for good."),
        (Unsure(URL, Reason.TIMEOUT), "The link “Blood test rooms” may be broken (no answer in time)."),
        (Unsure(URL, Reason.SERVER_BUSY, Evidence(503)), "The link “Blood test rooms” may be broken (503, server error)."),
        (
            Unsure(URL, Reason.SERVER_BUSY, Evidence(503), until=UNTIL),
            "The link “Blood test rooms” may be broken (503, server error; the site asked us to wait until Saturday 5 December 2026, 06:30 UTC).",
        ),
        (
            Unsure(URL, Reason.RATE_LIMITED, until=UNTIL),
            "The link “Blood test rooms” could not be checked (the site asked us to wait until Saturday 5 December 2026, 06:30 UTC).",
        ),
        (Unsure(URL, Reason.PROTOCOL_ERROR, Evidence(200)), "The link “Blood test rooms” could not be checked (unreadable answer)."),
        (Unsure(URL, Reason.BOT_WALL, Evidence(200)), "The link “Blood test rooms” could not be checked (the site keeps programs out)."),
        (Broken(URL, Reason.CERTIFICATE), "The link “Blood test rooms” does not work (browsers warn against it)."),
        (
            Broken(URL, Reason.CERTIFICATE, Evidence(detail="the certificate has expired")),
            "The link “Blood test rooms” does not work (browsers warn against it: the certificate has expired).",
        ),
        (
            Unsure(URL, Reason.TLS_CHAIN, Evidence(detail="the server does not send it")),
            "The link “Blood test rooms” could not be checked (incomplete certificate: the server does not send it).",
        ),
        (
            Broken(URL, Reason.REDIRECT_TO_BROKEN, Evidence(302, detail="the certificate has expired", certificate=Certificate())),
            "The link “Blood test rooms” does not work (leads to a dead page: the certificate has expired).",
        ),
        (
            Broken(URL, Reason.REDIRECT_TO_BROKEN, Evidence(404, detail="anything else")),
            "The link “Blood test rooms” does not work (404, leads to a dead page).",
        ),
        (Works(URL), "The link “Blood test rooms”: works."),
        (Skipped(URL, Reason.RULE), "The link “Blood test rooms”: left alone by a rule."),
    ],
)
def test_sentences(visit: Visit, sentence: str) -> None:
    """One sentence in plain words; what nobody can be sure of is never called broken."""
    assert verdicts.sentence(LINK, visit) == sentence


@pytest.mark.parametrize(
    ("link", "name"),
    [
        (LINK, "link “Blood test rooms”"),
        (Link("/a.png", URL, "img"), "picture to /a.png"),
        (Link("/a.png", URL, "p", "style"), "background picture to /a.png"),
        (Link("a.woff2", "https://x.example/a.woff2?v=1", "style", "style"), "font to a.woff2"),
        (Link("a.css", "https://x.example/a.css", "style", "import"), "style sheet to a.css"),
        (Link("/" + "a" * 200, URL), "link to /" + "a" * 118 + "…"),
        (Link("/a", URL, words="w" * 100), "link “" + "w" * 79 + "…”"),
    ],
)
def test_names(link: Link, name: str) -> None:
    """A link is called what a person calls it, and never at length."""
    assert verdicts.name(link) == name


def test_instructions() -> None:
    """One instruction, with the address to paste when there is one."""
    assert verdicts.instruction(Moved(URL, "http://b.example/")) == "Link to http://b.example/ instead."
    assert "http://b.example/" in verdicts.instruction(Broken(URL, Reason.NOT_FOUND, suggestion="http://b.example/"))
    assert verdicts.instruction(Broken(URL, Reason.MISSING_ANCHOR, suggestion=URL)).startswith("Link to a heading")
    copy = "https://web.archive.org/web/2020/http://a.example/x"
    assert verdicts.instruction(Broken(URL, Reason.GONE, suggestion=copy)).endswith(f"an archived copy is at {copy}.")
    assert verdicts.instruction(Broken(URL, Reason.GONE)).startswith("Find where")


def test_further_places() -> None:
    """Where else on the page the same link stands."""
    at = [Link(URL, URL, place=Place(None, line)) for line in range(1, 9)]
    assert verdicts.also([]) == ""
    assert verdicts.also(at[:1]) == " It stands on the page 2 times."
    assert verdicts.also(iter(at)) == f" It stands on the page {len(at) + 1} times."


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        ("stylesheet", "style sheet"),
        ("icon", "icon of the page"),
        ("apple-touch-icon", "icon of the page"),
        ("canonical", "address that the page gives as its own"),
        ("preload", "file that the page loads"),
        ("href", "file that the page loads"),
    ],
)
def test_a_link_element_is_called_what_it_is(kind: str, noun: str) -> None:
    """What stands in the head of a page has no words of its own, so its kind tells what it is."""
    assert verdicts.name(Link("/x", URL, element="link", attribute=kind)) == f"{noun} to /x"
