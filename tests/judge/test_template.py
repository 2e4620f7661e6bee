"""What is the same on many pages of a site is told once, to the person who can change it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from reviewer.judge import across, judge
from reviewer.model import Audience, Confidence, Finding, Looked, Page, PageState, Severity
from reviewer.settings import Config, Site

THERE = "http://b.example/there"
TODAY = dt.date(2026, 11, 21)


def looked(count: int, *more: Page) -> Looked:
    """A site of so many pages, and one that was not read."""
    pages = {f"http://a.example/{number}": Page(f"http://a.example/{number}") for number in range(count)}
    lost = Page("http://a.example/lost", PageState.FAILED)
    every = {**pages, lost.url: lost} | {page.url: page for page in more}
    return Looked(every, dict.fromkeys(every, "site"), {})


def on(page: int, check: str = "broken_link", quote: str = "here", **more: object) -> Finding:
    """The same finding on a page."""
    found = Finding(check, f"http://a.example/{page}", THERE, Severity.PROBLEM, "The link does not work.", "Remove it.", quote)
    return replace(found, **more)  # type: ignore[arg-type]


def test_a_link_of_the_template_is_told_once() -> None:
    """What stands on most pages of a site is told once, to the owner of the template, of the page with the shortest address; it says on how
    many pages, and names them."""
    (finding,) = across(looked(12), [on(number, quote=str(number)) for number in range(11, 3, -1)])
    assert finding.audience is Audience.TEMPLATE
    assert finding.page == "http://a.example/4"
    assert finding.says == "On 8 of 12 pages of the site: the link does not work."
    assert len(finding.also) == 7


def test_a_banner_of_the_template_is_told_once() -> None:
    """The same words of most pages are one notice, not eight withdrawn pages; a page with words of its own keeps its finding."""
    banner = [on(number, "superseded_page", "Viewing archived information") for number in range(8)]
    own = on(9, "superseded_page", "This guide was withdrawn")
    told = across(looked(12), [*banner, own])
    assert [finding.says for finding in told] == ["On 8 of 12 pages of the site: the link does not work.", own.says]


@pytest.mark.parametrize(
    ("pages", "bearing", "check", "more"),
    [
        (12, 6, "broken_link", {}),
        (2, 2, "broken_link", {}),
        (4, 4, "review_date", {"due": TODAY, "reason": "overdue"}),
        (4, 4, "review_date", {"quote": ""}),
        (4, 4, "same_page_twice", {"audience": Audience.TEMPLATE}),
    ],
)
def test_what_is_each_pages_own_is_told_on_each(pages: int, bearing: int, check: str, more: dict[str, object]) -> None:
    """On half of the pages or fewer, on a site of two, what has no words, and a review date that all pages share: each page keeps its own."""
    findings = [on(number, check, **more) for number in range(bearing)]  # type: ignore[arg-type]
    assert across(looked(pages), findings) == tuple(findings)


def test_a_period_in_the_footer_is_told_once() -> None:
    """A guess has a day that has passed and is no review date: the same words on most pages are the template's."""
    guess: dict[str, Any] = {"due": TODAY, "confidence": Confidence.GUESSED}
    (told,) = across(looked(4), [on(number, "stale_period", **guess) for number in range(4)])
    assert told.audience is Audience.TEMPLATE


def test_a_menu_of_a_part_of_the_site_is_told_once() -> None:
    """Ten pages with one link in the same words share a menu, on a site of any size; who wrote a link in words of its own is told of it."""
    menu = [on(number) for number in range(44)]
    own = on(99, quote="the guide that we wrote about")
    told = across(looked(200), [*menu, own])
    assert [(finding.audience, len(finding.also)) for finding in told] == [(Audience.TEMPLATE, 43), (Audience.OWNER, 0)]
    assert told[0].says.startswith("On 44 of 200 pages of the site")


def test_no_review_date_on_most_pages_is_one_line() -> None:
    """Pages without a review date, "212 of 230", are one thing for the site's owner, whatever each page says besides."""
    few = [on(number, "review_date", "", reason="no_date", subject="no date") for number in range(3)]
    (told,) = across(looked(4), few)
    assert told.says == "3 of 4 pages of the site give no review date."
    assert "review_every" in told.fix
    assert told.audience is Audience.TEMPLATE
    assert across(looked(200), few) == tuple(few)
    (many,) = across(looked(200), [replace(few[0], page=f"http://a.example/{number}", quote=str(number)) for number in range(20)])
    assert many.says == "20 of 200 pages of the site give no review date."
    assert "review_every" not in many.fix, "the template gives the others theirs"
    five = [replace(few[0], page=f"http://a.example/{number}") for number in range(5)]
    assert len(across(looked(200), five)) == 1


def test_pages_that_are_too_large_are_one_line_for_the_admin() -> None:
    """What a program made is over the limit many times: that is one decision, and none of an owner."""
    large = [Page(f"http://a.example/huge{number}", PageState.TOO_LARGE) for number in range(60)]
    judged = judge(looked(3, *large), Config(sites=(Site("site", ()),), only=("unreadable_page",)), TODAY)
    (told,) = [finding for finding in judged.findings if finding.reason == "too_large"]
    assert (told.audience, told.severity, len(told.also)) == (Audience.ADMIN, Severity.NOTE, 59)
    assert told.says.startswith("60 pages of the site are too large to be read")
    assert "page_bytes" in told.fix


def test_what_was_made_one_is_not_called_mended() -> None:
    """The findings that went into the one are known, so that nobody is thanked for them."""
    pages = [Page(f"http://a.example/{number}") for number in range(4)]
    judged = judge(
        Looked({page.url: page for page in pages}, {page.url: "site" for page in pages}, {}), Config(only=("review_date",)), TODAY
    )
    assert (len(judged.findings), len(judged.merged)) == (1, 3)


def test_a_notice_of_a_part_of_the_site_is_told_once() -> None:
    """Ten pages with one notice, word for word, have it from a template, on a site of any size; nine may each have been given theirs."""
    notice = [on(number, "superseded_page", "Viewing information archived from 2021") for number in range(10)]
    (told,) = across(looked(200), notice)
    assert told.says.startswith("On 10 of 200 pages of the site")
    assert across(looked(200), notice[:9]) == tuple(notice[:9])
