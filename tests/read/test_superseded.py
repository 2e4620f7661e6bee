"""What a page says of itself as a whole: withdrawn, replaced, archived ..., what takes its place, and what only looks like it."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Page, Superseded
from reviewer.read import Hints
from reviewer.read.facts.superseded import newer_edition
from tests.read.notices import GONE, NOT_GONE, ORDINARY, SUCCESSORS
from tests.read.small_pdf import pdf

URL = "https://www.example.org/x/page"


def page(body: str, title: str = "A guide", head: str = "", url: str = URL) -> Page:
    """Read a fragment of HTML as a page."""
    html = f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    found = read.read(html.encode(), url=url, content_type="text/html; charset=utf-8", hints=Hints())
    assert found.trouble is None
    return found


@pytest.mark.parametrize(("body", "title"), [case[1:] for case in GONE], ids=[case[0] for case in GONE])
def test_a_page_says_that_its_time_is_over(body: str, title: str) -> None:
    """Banners, headings, status rows, ribbons and first paragraphs, in all languages of the lexicon and in the forms of publishers."""
    found = page(body, title).superseded
    assert found is not None
    assert found.quote


@pytest.mark.parametrize(("body", "title"), [case[1:] for case in NOT_GONE], ids=[case[0] for case in NOT_GONE])
def test_a_page_that_does_not_say_so(body: str, title: str) -> None:
    """What it replaces, rows, sections, products, people, news, conditions and plans are no notice of the page's own."""
    assert page(body, title).superseded is None


@pytest.mark.parametrize(("body", "title"), [case[1:] for case in ORDINARY], ids=[case[0] for case in ORDINARY])
def test_ordinary_pages_are_silent(body: str, title: str) -> None:
    """A whole ordinary page, with menus, history, tables and words of state on it, says nothing of the kind."""
    found = page(body, title)
    assert found.superseded is None
    assert found.banner is None
    assert found.gaps == ()


@pytest.mark.parametrize(("body", "by", "url"), [case[1:] for case in SUCCESSORS], ids=[case[0] for case in SUCCESSORS])
def test_what_takes_its_place(body: str, by: str | None, url: str | None) -> None:
    """Only what the notice names: a link in it or right behind it, or a title that one link on the page carries."""
    found = page(body).superseded
    assert found is not None
    assert (found.by, found.url) == (by, url)


@pytest.mark.parametrize(
    "text",
    [
        "Network Working Group\nRequest for Comments: 12616\nObsoleted by: 17230\n\nA protocol\n\nAbstract",
        "SOP 12\n\nThis procedure is no longer in force.\n\n1. Wash hands.",
        "# Rules of the pool\n\n> **Status:** superseded by [version 4](/v4)\n\nText.",
        "*** ARCHIVED ***\n\nOpening hours of the pool",
    ],
)
def test_plain_text_says_so(text: str) -> None:
    """Text and Markdown have the same forms."""
    assert read.read(text.encode(), url=URL, content_type="text/plain", hints=Hints()).superseded is not None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([["Falls policy", "THIS DOCUMENT HAS BEEN WITHDRAWN", "1. Falls."]], True),
        (
            [
                ["WITHDRAWN", "Falls policy", "1.", *[f"{word} of it all." for word in words.split()], "x", f"{n}"]
                for n, words in enumerate(("Some talk of falls", "Other floors", "More rails"))
            ],
            True,
        ),
        ([["Falls policy", "Owner: Estates", "1. Falls."], ["Version history", "1.0 2012 Archived", "2.0 2020 Live"]], False),
    ],
)
def test_a_pdf_says_so_on_its_first_page(lines: list[list[str]], expected: bool) -> None:
    """A stamp, a mark that runs over every page; not a row of its version history."""
    found = read.read(pdf(lines), url="https://www.example.org/falls.pdf", content_type="application/pdf", hints=Hints())
    assert (found.superseded is not None) is expected


@pytest.mark.parametrize(
    ("url", "rel", "href", "new"),
    [
        ("https://a.example/v1/guide", "canonical", "/v2/guide", "https://a.example/v2/guide"),
        ("https://a.example/guide-2019", "canonical", "/guide-2023", "https://a.example/guide-2023"),
        ("https://a.example/en/1.8/setup", "canonical", "/en/stable/setup", "https://a.example/en/stable/setup"),
        ("https://a.example/guide", "successor-version", "/new", "https://a.example/new"),
        ("https://a.example/v2/guide", "canonical", "/v1/guide", None),
        ("https://a.example/guide?page=2", "canonical", "/guide", None),
        ("https://a.example/news/12", "canonical", "/news/twelve", None),
        ("https://a.example/en/latest/setup", "canonical", "/en/stable/setup", None),
        ("https://a.example/v1/guide", "canonical", "https://b.example/v2/guide", None),
        ("https://a.example/v1/guide", "predecessor-version", "/v0/guide", None),
        ("https://a.example/v1/guide", "canonical", "", None),
    ],
)
def test_the_head_names_a_newer_edition(url: str, rel: str, href: str, new: str | None) -> None:
    """A successor (RFC 5829), or another edition as the canonical address that differs in nothing but a higher number."""
    found = page("<h1>Setup</h1><p>Text.</p>", head=f'<link rel="{rel}" href="{href}">', url=url).superseded
    assert (found.url if found else None) == new


def test_editions_of_other_depth_are_no_editions() -> None:
    """A page without a number in its address is no edition, and one of another depth is another page."""
    assert not newer_edition("https://a.example/a/1", "https://a.example/a/1/2")
    assert not newer_edition("https://a.example/guide", "https://a.example/guide2")


def test_a_status_that_stands_several_times_is_of_records() -> None:
    """Two lines of status are those of two records on the page."""
    assert page("<h1>Rules</h1><p>a</p><ul><li>Status: Obsolete</li><li>Status: Withdrawn</li></ul>").superseded is None


def test_a_notice_that_names_its_successor_goes_first() -> None:
    """Of two statements the one that helps is kept."""
    told = page("<h1>Sepsis</h1><p>WITHDRAWN</p><p>This guideline was replaced by <a href='/n'>HG204</a>.</p>").superseded
    assert told == Superseded("This guideline was replaced by HG204.", "HG204", "https://www.example.org/n", told.place if told else None)  # type: ignore[arg-type]
