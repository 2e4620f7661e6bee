"""Titles without the site's name."""

from __future__ import annotations

from reviewer.model import Page
from reviewer.settings import Config, Organisation, Site
from reviewer.tell.titles import own_titles


def titles(*said: str, config: Config | None = None) -> list[str]:
    """The titles of pages of one host."""
    pages = {f"https://a.example/{number}": Page(f"https://a.example/{number}", title=title) for number, title in enumerate(said)}
    return [page.title for page in own_titles(pages, config or Config()).values()]


def test_what_half_of_the_pages_end_with_is_the_sites_name() -> None:
    """Behind or in front, with any usual sign between; what only one page has is its own."""
    assert titles("Tips - Part 2 | GPs in Fenland", "FIT | GPs in Fenland", "Skin | GPs in Fenland") == ["Tips - Part 2", "FIT", "Skin"]
    assert titles("Fenland: no", "Trust – Tips", "Trust – FIT", "Trust – Skin – A to Z") == ["Fenland: no", "Tips", "FIT", "Skin – A to Z"]
    assert titles("Tips | One", "FIT | Two", "Skin | Three") == ["Tips | One", "FIT | Two", "Skin | Three"]


def test_the_configs_own_names_are_cut_from_one_page_too() -> None:
    """The organisation and the sites are known by name; a title that is nothing else stays."""
    config = Config(organisation=Organisation(name="Fen Trust"), sites=(Site("GP site", ()),))
    assert titles("Tips | GP site | Fen Trust", "Fen Trust", "", config=config) == ["Tips", "Fen Trust", ""]
    assert titles("Fen Trust | Fen Trust", config=config) == ["Fen Trust"]


def test_every_part_behind_the_pages_own_is_cut() -> None:
    """Page, site, school, university: three names hang on each title, and the site's own home has the first of them twice."""
    name = " | Handbook | School | University"
    assert titles(f"Tips{name}", f"FIT{name}", f"Skin{name}", f"Handbook{name}") == ["Tips", "FIT", "Skin", "Handbook"]
