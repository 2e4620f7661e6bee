"""What a page says of itself as a whole: withdrawn, replaced, archived ..., what takes its place, and what only looks like it."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Page, Superseded
from reviewer.read import Hints, may_be_over
from reviewer.read.facts.superseded import newer_edition
from reviewer.read.lexicon import publishers
from tests.read import publishers as published
from tests.read.notices import GONE, NOT_GONE, ORDINARY, SUCCESSORS
from tests.read.small_pdf import pdf
from tests.read.tongues import NOT_OVER, OVER

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


def under(sentence: str, language: str = "en", title: str = "Falls") -> Page:
    """A page with a sentence right under its heading."""
    html = f"<!doctype html><html lang={language}><title>{title}</title><h1>Falls</h1><p>{sentence}</p><p>Text.</p><h2>More</h2><p>x</p></html>"
    return read.read(html.encode(), url=URL, content_type="text/html; charset=utf-8", hints=Hints())


@pytest.mark.parametrize(("language", "sentence"), [(language, each) for language, those in OVER.items() for each in those])
def test_a_page_says_so_in_its_language(language: str, sentence: str) -> None:
    """By a pronoun, with "the page", with verbs before the page or behind it, with straight apostrophes or not; and the gate lets it through."""
    found = under(sentence, language)
    assert found.superseded is not None or (found.banner is not None and found.banner.outdated)
    assert may_be_over(f"<p>{sentence}</p>")


@pytest.mark.parametrize(("language", "sentence"), [(language, each) for language, those in NOT_OVER.items() for each in those])
def test_a_page_that_only_sounds_like_it(language: str, sentence: str) -> None:
    """Buildings, services and products, what the reader is to do with old things, and what a page tells of something else."""
    assert under(sentence, language).superseded is None


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("This page is kept here for its readers. It has been superseded by the Safety policy.", True),
        ("This guidance was withdrawn. It was replaced in 2020.", True),
        ("This was our plan for the years 2021 to 2025. It has been replaced by the plan 2026.", True),
        ("Withdrawn. It was replaced in 2020.", True),
        ("This page tells of the old scheme. It was closed and has been replaced.", False),
        ("It has been superseded by the Safety policy.", False),
    ],
)
def test_it_is_the_page_behind_a_sentence_of_the_page_alone(sentence: str, said: bool) -> None:
    """A pronoun means the page only where the sentence before says nothing of anything else."""
    assert (under(sentence).superseded is not None) is said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("ZZ OLD - DO NOT USE - Checklist - Team wiki", True),
        ("[Old] Checklist", True),
        ("Checklist (old)", True),
        ("OLD: Checklist", True),
        ("Old age - what to expect", False),
        ("Young and old", False),
        ("Old", False),
        ("Keys - Alt - Shift", False),
        ("Poultry (hen)", False),
    ],
)
def test_a_name_says_that_a_page_was_put_aside(title: str, said: bool) -> None:
    """A part of the title that is nothing but a mark, in English or the language of the page; the gate looks at the title, too."""
    assert (under("Text.", "en", title).superseded is not None) is said
    assert may_be_over(f"<title>{title}</title>") or not said


def test_a_page_is_called_by_its_initials() -> None:
    """What the page is called by the initials of its name is the page, wherever on it that is said; another set of letters is not."""
    body = "<h1>Patient group direction: drops</h1><h2>Dose</h2><p>One.</p><h2>Storage</h2><p>Cold.</p><p>This {} ceased to be valid on 3 May 2025.</p>"
    assert page(body.format("PGD"), "Patient group direction: drops").superseded is not None
    assert page(body.format("MDT"), "Patient group direction: drops").superseded is None
    assert page(body.format("pgd"), "Patient group direction: drops").superseded is None


def test_what_a_name_repeals_is_not_the_page() -> None:
    """Of a name with several numbers the first one is the page's own."""
    title = "Directive 2014/53 on radios, and repealing Directive 1999/5"
    assert page(f"<h1>{title}</h1><p>Directive 1999/5 is repealed.</p>", title).superseded is None
    assert page(f"<h1>{title}</h1><p>Directive 2014/53 is repealed.</p>", title).superseded is not None


def test_a_message_of_the_middle_of_the_page_is_the_pages() -> None:
    """A system that gives its messages the role of the page's foot, in ``main``, does not take them out of the text."""
    body = "<main><div role=contentinfo>This protocol expired on 31 March 2025.</div><h1>Winter plan</h1><p>Text.</p></main>"
    assert page(body, "Winter plan").superseded is not None
    assert page(body.replace("main>", "div>"), "Winter plan").superseded is None


def test_a_date_below_the_heading_is_no_section() -> None:
    """What stands behind the second line of a heading is still the top of the page."""
    body = "<h1>Colours 1.0</h1><h2>{}</h2><dl><dt>Editor</dt><dd>Li Ma</dd></dl><p>This version is outdated! See <a href=/c>the latest version</a>.</p><h2>A</h2><p>x</p><h2>B</h2><p>y</p>"
    found = page(body.format("Note 4 May 2010"), "Colours 1.0").superseded
    assert found is not None
    assert found.url == "https://www.example.org/c"


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (
            "<h2>This guidance was withdrawn on 3 June 2025</h2><p>It was wrong.</p><p>Read the <a href=/s>safety guide</a> instead.</p><h1>Lone work</h1>",
            True,
        ),
        (
            "<h2>This guidance was withdrawn on 3 June 2025</h2><p>It was wrong.</p><h1>Lone work</h1><p>Read the <a href=/s>safety guide</a>.</p>",
            False,
        ),
        ("<p>This guidance was withdrawn.</p><p>See <a href=/s>the new guide</a>.</p><h1>Lone work</h1>", True),
        (
            "<p>This guidance was withdrawn.</p><p>It was <a href=/w>wrong</a>.</p><p>See <a href=/s>the new guide</a>.</p><h1>Lone work</h1>",
            False,
        ),
        ("<p>This guidance was withdrawn.</p><p>Sorry.</p><p>See <a href=/s>the new guide</a>.</p><h1>Lone work</h1>", True),
        ("<p>This page has moved. You can now find it at <a href=/s>Finance: claims</a>.</p>", True),
    ],
)
def test_a_notice_of_several_blocks_names_what_takes_its_place(body: str, url: bool) -> None:
    """Up to the next heading behind a notice that is one, and the next block but one behind a short one."""
    found = page(body, "Lone work").superseded
    assert found is not None
    assert (found.url == "https://www.example.org/s") is url


@pytest.mark.parametrize(("publisher", "body", "url"), published.OVER)
def test_the_forms_of_publishers(publisher: str, body: str, url: str | None) -> None:
    """What the bodies that pages link to most write on what is over, with what they name in its place; the gate lets it through."""
    del publisher
    found = page(body, "Of health").superseded
    assert found is not None
    assert found.url == (f"https://www.example.org{url}" if url else None)
    assert may_be_over(body)


@pytest.mark.parametrize(("publisher", "body"), published.NOT_OVER)
def test_what_looks_like_the_form_of_a_publisher(publisher: str, body: str) -> None:
    """The same words of something else, or inside a sentence."""
    del publisher
    assert page(body, "Of health").superseded is None


def test_each_publisher_has_fixtures() -> None:
    """The table has no entry that no page was written for, on either side."""
    names = {name for name, _ in publishers()}
    assert names == {name for name, *_ in published.OVER} == {name for name, _ in published.NOT_OVER}


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("Council plan 2021-2025", "This was our plan for the years 2021 to 2025. It has been replaced by the new plan.", True),
        ("Leave policy", "This is the leave policy. It has been superseded by the Safety policy.", True),
        ("Museum", "This was our plan for the years 2021 to 2025. It has been replaced by the new plan.", False),
        ("Leave policy", "This is the leave policy. It replaces the policy of 2012, which was withdrawn.", False),
    ],
)
def test_it_is_the_page_behind_a_sentence_that_says_what_the_page_is(title: str, text: str, said: bool) -> None:
    """By a word of the page's own name, and of the page only."""
    body = f"<title>{title}</title><h1>{title}</h1><p>{text}</p>"
    found = read.read(body.encode(), url="https://a.example/", content_type="text/html", hints=Hints()).superseded
    assert (found is not None) == said
