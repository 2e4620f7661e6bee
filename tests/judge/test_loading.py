"""Which page loads a style sheet."""

from __future__ import annotations

from reviewer.judge.loading import landed, loaders, used
from reviewer.model import SHEET, Broken, Evidence, Link, Page, Reason, Visit, Works

ROOT = "https://x.example/"


def page(path: str, *loads: str, element: str = "link") -> Page:
    """A page that loads these, or a style sheet when its name says so."""
    links = tuple(Link(name, f"{ROOT}{name}", "style" if path.endswith("css") else element) for name in loads)
    return Page(f"{ROOT}{path}", content_type=SHEET if path.endswith("css") else "text/html", links=links)


def names(found: dict[str, str]) -> dict[str, str]:
    """The same without the host."""
    return {key.removeprefix(ROOT): value.removeprefix(ROOT) for key, value in found.items()}


def test_the_first_page_that_loads_it() -> None:
    """Each sheet has the first page that loads it, also by way of other sheets, which may go round in circles."""
    pages = [
        page("a", "one.css#x", "pic"),
        page("b", "one.css", "two.css"),
        page("one.css", "in.css"),
        page("in.css", "one.css"),
        page("two.css"),
    ]
    assert names(loaders(pages, {})) == {"one.css": "a", "in.css": "a", "two.css": "b"}


def test_a_link_to_a_sheet_loads_nothing() -> None:
    """An ``a`` leads to a style sheet and does not load it; a link that no browser can read leads nowhere."""
    broken = Page(f"{ROOT}b", links=(Link("http://[", None, "link"),))
    assert loaders([page("a", "one.css", element="a"), broken, page("one.css")], {}) == {}


def test_no_sheets_no_work() -> None:
    """Pages without style sheets are not gone through."""
    assert loaders([page("a", "b")], {}) == {}


def test_where_a_link_arrives() -> None:
    """A redirected sheet is found under its final address; what failed arrives nowhere else."""
    final = f"{ROOT}v3.css"
    visits: dict[str, Visit] = {
        f"{ROOT}one.css": Works(f"{ROOT}one.css", Evidence(final_url=final)),
        f"{ROOT}bad": Broken(f"{ROOT}bad", Reason.NOT_FOUND),
    }
    assert landed(f"{ROOT}one.css#x", visits) == final
    assert landed(f"{ROOT}bad", visits) == f"{ROOT}bad"
    assert names(loaders([page("a", "one.css"), page("v3.css")], visits)) == {"v3.css": "a"}


def test_a_sheet_that_nobody_loads_is_left_out() -> None:
    """What is used are all pages, and the sheets that one of them loads."""
    pages = {made.url: made for made in (page("a", "one.css"), page("one.css"), page("old.css"))}
    assert [url.removeprefix(ROOT) for url in used(pages, {})] == ["a", "one.css"]
