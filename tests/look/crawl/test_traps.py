"""Traps: addresses without end."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.look.crawl.traps import Traps, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.example/x?a=1&b=2", "http://a.example/x?b=2&a=1"),
        ("http://a.example/x?sid=9f8a7c6b5d4e3f2a", "http://a.example/x"),
        ("http://a.example/x?session_id=k7Qm2Xv9aZ41bT0cRw8eYg%3D%3D&a=1", "http://a.example/x?a=1"),
        ("http://a.example/x?uid=o3k5v0q8l2m1a9c7r4t6s8b0e2", "http://a.example/x"),
        ("http://a.example/x;sid=9f8a7c6b5d4e3f2a", "http://a.example/x"),
        ("http://a.example/x?jsessionid=1", "http://a.example/x?ASPSESSIONIDABC=2"),
        ("http://a.example/x?PHPSESSID=1&a=1", "http://a.example/x?a=1"),
        ("http://a.example/x;jsessionid=12?a=1", "http://a.example/x?a=1"),
        ("http://a.example/(S(abc))/x", "http://a.example/x"),
        ("http://a.example/x?utm_source=mail", "http://a.example/x?"),
    ],
)
def test_one_page_under_two_addresses(one: str, other: str) -> None:
    """Session ids, tracking and the order of the query do not make another page."""
    assert plain(one) == plain(other)


def test_other_queries_are_other_pages() -> None:
    """What the query says counts."""
    assert plain("http://a.example/x?a=1") != plain("http://a.example/x?a=2")
    assert plain("http://a.example/x?inside=1") == "http://a.example/x?inside=1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/staff?uid=1", "/staff?uid=2"),
        ("/staff;sid=1", "/staff;sid=2"),
        ("/list?sid=8812345678901234567", "/list?sid=8812345678901234568"),
        ("/talk?session=keynote-2024-opening", "/talk?session=keynote-2025-opening"),
        ("/talk?session=Room1-Day2-Slot-30", "/talk?session=Room1-Day2-Slot-31"),
        ("/talk?session_id=0b8f6f1e-6d0b-4c1e-9a57-0d6f2f5f4a11", "/talk?session_id=5a1c2f3e-6d0b-4c1e-9a57-0d6f2f5f4a11"),
    ],
)
def test_what_may_be_a_session_and_looks_like_none_is_another_page(one: str, other: str) -> None:
    """A name that may stand for a person, a section or a talk goes only with a value that a machine made up: each other value is a page."""
    assert plain(f"http://a.example{one}") != plain(f"http://a.example{other}")


@pytest.mark.parametrize(
    "path",
    ["/a/a/a", "/a/b/a/b/a/b", "/a/b/c/a/b/c/a/b/c/", "/x/a/y/a/z/a/w/a", "/" + "/".join(map(str, range(30)))],
)
def test_paths_that_repeat_themselves(path: str) -> None:
    """The same folders again and again, or a path of very many, are a trap."""
    assert Traps(20).objection(f"http://a.example{path}")


@pytest.mark.parametrize("path", ["/", "/a/a", "/a/b/a/b", "/services/cancer/services", "/a/b/c/d/e/f", "/2024/a-report", "/2024/"])
def test_ordinary_paths(path: str) -> None:
    """Ordinary paths are read, as often as they come."""
    traps = Traps(1)
    assert [traps.objection(f"http://a.example{path}") for _ in range(5)] == [None] * 5


MONTHS = [dt.date(2020 + n // 12, n % 12 + 1, n % 28 + 1) for n in range(40)]


@pytest.mark.parametrize(
    "template",
    [
        "/cal/{0:%Y/%m}/",
        "/cal/{0:%Y/%m/%d}",
        "/cal/{0:%Y-%m-%d}",
        "/cal/{0:%d-%m-%Y}",
        "/cal/{0:%m/%Y}",
        "/cal/{0.year}_{0.month}",
        "/cal/{0:%Y/%b}/",
        "/cal/{0:%B-%Y}",
        "/calendar/month/{0:%Y%m}",
        "/calendar/month-{0:%Y%m}",
        "/calendar/day/{0:%Y%m%d}",
        "/whats-on/{0:%Y%m%d}",
        "/week-of-{0:%Y-%m-%d}",
        "/{0:%G-W%V}",
        "/{0:%G/week/%V}/",
        "/events/{0:%Y-%m-%d}/list",
        "/events/{0.year}/{0.month}/list/",
        "/events/{0:%Y/%m/%d}/day/print",
        "/cal/{0:%Y/%m}/index.html",
        "/cal/{0:%Y-%m}.html",
    ],
)
def test_a_calendar_is_read_so_far(template: str) -> None:
    """Of the pages of a calendar (a month, week or day, whatever it looks like, and the name of a view) so many are read and no more."""
    traps = Traps(3)
    said = [traps.objection("http://a.example" + template.format(month)) for month in MONTHS]
    assert said == [None] * 3 + ["more than 3 variants of a calendar or archive"] * 37


@pytest.mark.parametrize(
    "template",
    [
        "/reports/annual-report-{1}",
        "/reports/{1}/",
        "/reports/{1}.html",
        "/news/{0:%Y/%m}/title-words-{1}",
        "/news/{0:%Y/%m}/monthly-newsletter",
        "/news/{0:%Y/%m/%d}/{1}9/index.html",
        "/news/{0:%Y-%m-%d}-title-words",
        "/minutes/board-{0:%Y-%m-%d}",
        "/minutes/{0:%Y-%m}.pdf",
        "/article/{0:%Y%m}",
        "/calendar/{1}13",
        "/tariff/{1}-13",
    ],
)
def test_pages_of_years_and_articles_under_a_date_are_no_calendar(template: str) -> None:
    """A page for each year, a document, and a page with a title of its own below or beside a date are all read, however many there are."""
    traps = Traps(3)
    assert {traps.objection("http://a.example" + template.format(month, 1990 + n)) for n, month in enumerate(MONTHS)} == {None}


def test_queries_are_counted() -> None:
    """Of one path with ever new queries so many are read and no more; another path has a count of its own."""
    traps = Traps(3)
    said = [traps.objection(f"http://a.example/p?n={number}") for number in range(5)]
    assert said == [None] * 3 + ["more than 3 variants of one path with ever new queries"] * 2
    assert traps.objection("http://a.example/q?n=1") is None


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="/ab?&=;0129-", max_size=60))
def test_traps_are_total(text: str) -> None:
    """Any address has an answer, and its plain form is stable."""
    traps = Traps(2)
    traps.objection(f"http://a.example/{text}")
    assert plain(plain(text)) == plain(text)
