"""What a page says of itself as a whole: under review, out of date, replaced, withdrawn, archived."""

from __future__ import annotations

import pytest

from reviewer import read
from reviewer.model import Page
from reviewer.read import Hints


def page(body: str, title: str = "A guide") -> Page:
    """Read a fragment of HTML as a page."""
    html = f'<!doctype html><html lang="en"><title>{title}</title><body>{body}</body></html>'
    return read.read(html.encode(), url="https://www.example.org/guide", content_type="text/html; charset=utf-8")


BANNERS = [
    "<p>Under Review — somebody should have reviewed this page by Friday, 21 June 2024.</p>",
    "<p>This page is under review and only a draft.</p>",
    "<div>This policy is currently under review.</div>",
    "<p>This guideline is overdue for review.</p>",
    "<p>This page is past its review date.</p>",
    "<p>This page was set for review before 6 May 2024. Its content is perhaps out of date.</p>",
    "<p>The information on this page may be out of date.</p>",
    "<p>The details shown here might be outdated.</p>",
    "<p>This content is being updated.</p>",
    "<h2>Under review</h2>",
    "<p>Diese Seite wird derzeit überarbeitet.</p>",
    "<p>Cette page est en cours de révision.</p>",
    "<p>Esta página está en revisión.</p>",
    "<p>Mae'r dudalen hon yn cael ei hadolygu ar hyn o bryd.</p>",
]
NO_BANNERS = [
    "<div hidden>This page is under review.</div>",
    "<p>Guides that are under review are to be treated as archive copies.</p>",
    "<p>If you print this page it may be out of date.</p>",
    "<p>A printed copy of this guide may be out of date.</p>",
    "<p>We last reviewed this page on 3 May 2024.</p>",
    "<p>We will look at this policy in June 2027.</p>",
    "<p>This page is updated every week.</p>",
    "<p>The outdated model of care is being reviewed by the board.</p>",
    "<nav><p>This page is under review.</p></nav>",
    "<p>A review of the service is under way.</p>",
    "<p>The notice said:</p><blockquote>This page is under review.</blockquote>",
    "<p>This page has to be reviewed again on 6 October 2027.</p>",
]
REPLACED = [
    ("<p>This guidance has been updated and replaced by our 2024 guide.</p>", "our 2024 guide"),
    ("<p>This page has been replaced by <a href='/new'>the new guide</a>.</p>", "new guide"),
    ("<p>This guidance was withdrawn on 3 May 2024.</p>", None),
    ("<p>This document is no longer current. See the Pain guideline.</p>", "Pain guideline"),
    ("<p>From 1 August 2021 this site will no longer be updated. For newer advice, visit www.new.example.</p>", "www.new.example"),
    ("<p>This page is archived.</p>", None),
    ("<p>This page has moved to www.new.example.</p>", "www.new.example"),
    ("<p>Diese Leitlinie wurde durch eine neue ersetzt.</p>", None),
    ("<h1>Withdrawn</h1>", None),
    ("<h1>BS 1234:2010</h1><p>Status: Withdrawn. Superseded by BS 1234:2020.</p>", "BS 1234:2020"),
    ("<p>Status: Withdrawn</p>", None),
    ("<div><p>The National Archives, UK Government Web Archive. This snapshot was taken on <b>07/01/2013</b>.</p></div><p>Words.", None),
    ("<div>Wayback Machine - 14 captures 12 Mar 2010 - 4 Jan 2016</div><p>Words.", None),
    ("<p>“This guidance has been withdrawn.”</p>", None),
]
NOT_REPLACED = [
    "<p>This guidance replaces the 2019 guideline.</p>",
    "<p>This page supersedes all earlier versions, which have been withdrawn.</p>",
    "<p>If this page is replaced, we will tell you.</p>",
    "<p>The old policy has been replaced.</p>",
    "<p>Patients withdrawn from the trial were followed up.</p>",
    "<footer><p>This website is archived.</p></footer>",
    '<p>The Trust told us that "this guidance has been withdrawn".</p>',
    "<p>A letter of May said: “This guidance has been withdrawn”, which was a mistake.</p>",
    '<p>"This guidance has been withdrawn," said Dr Example in May.</p>',
    "<p>Old pages can be found with the Wayback Machine, which captures the web.</p>",
    "<p>The UK Government Web Archive holds our old site.</p>",
    "<p>Status: withdrawn consent is recorded here.</p>",
]


@pytest.mark.parametrize("body", BANNERS)
def test_banner(body: str) -> None:
    """A page that says that it is under review or out of date has a banner, with its words."""
    found = page(body).banner
    assert found is not None
    assert found.quote


@pytest.mark.parametrize("body", NO_BANNERS)
def test_no_banner(body: str) -> None:
    """Hidden sentences, other documents, conditions and plans are no banner."""
    assert page(body).banner is None


@pytest.mark.parametrize(("body", "by"), REPLACED)
def test_superseded(body: str, by: str | None) -> None:
    """A page that says that it was replaced, withdrawn or archived is superseded, by what it names."""
    found = page(body).superseded
    assert found is not None
    if by is not None:
        assert found.by is not None
        assert by in found.by


@pytest.mark.parametrize("body", NOT_REPLACED)
def test_not_superseded(body: str) -> None:
    """What a page replaces itself, and what else was replaced, does not make it superseded."""
    assert page(body).superseded is None


def test_replacement_address() -> None:
    """The link in the sentence is where the replacement is."""
    found = page("<p>This page has been replaced by <a href='/new'>the new guide</a>.</p>").superseded
    assert found is not None
    assert found.url == "https://www.example.org/new"


def test_link_names_the_replacement() -> None:
    """Without words for it, the link's own words name what replaces the page."""
    found = page("<p>This page is archived. <a href='https://new.example/'>Newer advice</a></p>").superseded
    assert found is not None
    assert (found.by, found.url) == ("Newer advice", "https://new.example/")


def test_title_mark() -> None:
    """The mark "[Withdrawn]" in the title is enough."""
    assert page("<p>Text.</p>", title="[Withdrawn] A guide").superseded is not None


def test_long_quote_is_cut() -> None:
    """A quote keeps the words around what was found, not a whole page."""
    found = page(f"<p>{'word ' * 60}this page is out of date {'word ' * 60}</p>").banner
    assert found is not None
    assert "this page is out of date" in found.quote
    assert len(found.quote) < 300


def test_explained() -> None:
    """What only looks like a banner or a replacement is shown with the reason."""
    html = (
        b"<p>If you print this page it may be old, and this page may be out of date.</p><p>If this page is replaced, we will tell you.</p>"
    )
    document = read.parse(html, url="https://www.example.org/", content_type="text/html")
    whys = [candidate.why for name, candidate in read.explain(document, Hints()) if name in {"banners", "superseded"}]
    assert whys == ["only on a condition, or of copies", "only on a condition, or to come"]
