"""Two pages that say the same."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

import pytest

from reviewer.checks import Context, same_page_twice
from reviewer.model import Finding, Link, Page, PageState
from reviewer.read.alike import LEAST, sketch
from reviewer.settings import Site

WORDS = random.Random(7).choices([f"word{chr(97 + n)}{chr(97 + m)}" for n in range(26) for m in range(26)], k=300)


def page(name: str, words: Iterable[str], links: tuple[str, ...] = (), **more: str) -> Page:
    """A page with this text."""
    url = f"https://a.example/{name}"
    found = tuple(Link(f"/{each}", f"https://a.example/{each}") for each in links)
    return Page(url, sketch=sketch([" ".join(words)]), links=found, **more)  # type: ignore[arg-type]


def found(*pages: Page) -> list[Finding]:
    """The findings on all of them."""
    context = Context(dt.date(2026, 11, 21), Site("s", ()), {}, {each.url: each for each in pages})
    return [finding for each in pages for finding in same_page_twice.check(each, context)]


def test_two_pages_with_one_text() -> None:
    """Told once, of the page that is linked less, with both figures; a changed word or date does not make another page of it."""
    near = [*WORDS[:150], "other", *WORDS[151:], "2024"]
    (finding,) = found(page("b", WORDS, ("a",)), page("a", near), page("c", WORDS[::-1], ("a", "b", "c")), page("d", (), ("a",)))
    assert (finding.page, finding.subject) == ("https://a.example/b", "https://a.example/a")
    assert "(3 pages link to it; this page 1 page links to it)" in finding.says
    assert finding.suggestion == "https://a.example/a"


def test_three_of_one_text() -> None:
    """Each further one is told against the same page."""
    assert [finding.subject for finding in found(page("a", WORDS), page("b", WORDS), page("c", WORDS))] == ["https://a.example/a"] * 2


@pytest.mark.parametrize(
    "other",
    [
        page("b", WORDS[:200]),
        page("b", WORDS, lang="cy"),
        page("b", WORDS, state=PageState.SKIPPED),
        Page("https://b.example/b", sketch=sketch([" ".join(WORDS)])),
    ],
)
def test_what_is_not_the_same(other: Page) -> None:
    """A part of a text, another language, another site, what was not read."""
    assert found(page("a", WORDS), other) == []


def test_short_texts_and_boilerplate() -> None:
    """A few words, and what dozens of pages share, are no reason."""
    assert sketch(WORDS[: LEAST - 1]) == ""
    assert found(page("a", WORDS[:20]), page("b", WORDS[:20])) == []
    assert found(*(page(f"p{number}", WORDS) for number in range(31))) == []


def test_a_folder_is_its_index() -> None:
    """Two addresses of one page are no doubles."""
    assert found(page("x/", WORDS), page("x/index.html", WORDS)) == []


def test_a_series_is_written_alike() -> None:
    """What differs in the number of its title only is the next of a series; the same title, or other words, are one text twice."""
    one = page("a", WORDS, title="Pay award 2019-20")
    assert not found(one, page("b", WORDS, title="Pay award 2020-21"))
    assert found(one, page("b", WORDS, title="Pay award 2019-20"))
    assert found(one, page("b", WORDS, title="The award of 2020-21"))


def test_the_copy_is_told_and_not_what_was_copied() -> None:
    """Of two that are linked as often, the one whose address has the other's in it was copied from it."""
    for copy in ("copy-of-tuesdays", "tuesdays-2"):
        (finding,) = found(page(copy, WORDS), page("tuesdays", WORDS))
        assert (finding.page, finding.subject) == (f"https://a.example/{copy}", "https://a.example/tuesdays")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Borrowing - A library", "Borrowing books - A library", True),
        ("Fluids for adults - A ward", "Fluids for children - A ward", False),
        ("Clinic", "Clinic", True),
    ],
)
def test_pages_with_names_of_their_own_have_to_be_more_alike(one: str, other: str, same: bool) -> None:
    """Four of five passages are enough under one name; two names, each with a word of its own, are two things that are described alike."""
    few = WORDS[:60]
    changed = [*few[:20], "new", *few[21:40], "newer", *few[41:]]
    assert bool(found(page("a", few, title=one), page("b", changed, title=other))) is same
