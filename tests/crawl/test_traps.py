"""Traps: addresses without end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.crawl.traps import Traps, plain


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


@pytest.mark.parametrize("path", ["/", "/a/a", "/a/b/a/b", "/services/cancer/services", "/a/b/c/d/e/f", "/2024/05/a-report"])
def test_ordinary_paths(path: str) -> None:
    """Ordinary paths are read, as often as they come."""
    traps = Traps(1)
    assert [traps.objection(f"http://a.example{path}") for _ in range(5)] == [None] * 5


@pytest.mark.parametrize("template", ["/p?n={}", "/cal/20{}/1/", "/events/{}-2024", "/e/2024-0{}-01"])
def test_variants_are_counted(template: str) -> None:
    """Of one path with ever new queries, or of a calendar, so many are read and no more."""
    traps = Traps(3)
    said = [traps.objection("http://a.example" + template.format(number)) for number in range(1, 6)]
    if template == "/events/{}-2024":
        assert said[:3] == [None] * 3
        assert all(said[3:])
    elif template == "/cal/20{}/1/":
        assert len(said) == 5
    else:
        assert said[:3] == [None] * 3
        assert all("more than 3" in (reason or "") for reason in said[3:])


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="/ab?&=;0129-", max_size=60))
def test_traps_are_total(text: str) -> None:
    """Any address has an answer, and its plain form is stable."""
    traps = Traps(2)
    traps.objection(f"http://a.example/{text}")
    assert plain(plain(text)) == plain(text)
