"""The tables of sums."""

from __future__ import annotations

from dataclasses import replace

from reviewer.model import Looked, Page, Reason, Skipped, Unsure
from reviewer.report import Reported
from reviewer.report.tables import NOBODY, by_owner, by_section, walls
from tests.report.sample import REPORTED, TIPS, TODAY, VISITS


def test_nobody_comes_first() -> None:
    """The pages that nobody owns are the first row; then who has most to do, then by name."""
    assert [row.name for row in by_owner(REPORTED)] == [NOBODY, "Ada Example", "Web team"]
    assert [row.pages for row in by_owner(REPORTED)] == [2, 1, 3]


def sections(*paths: str, site: str = "") -> list[tuple[str, int]]:
    """Sections and their counts for pages at these paths."""
    pages = {f"https://gps.example{path}": Page(f"https://gps.example{path}") for path in paths}
    return [(row.name, row.pages) for row in by_section(Reported(TODAY, Looked(pages, dict.fromkeys(pages, site), {})))]


def test_sections_begin_where_paths_part() -> None:
    """Folders that all pages share say nothing; the first folder in which they differ does. A file is no folder."""
    assert sections("/care/early/a", "/care/early/b", "/care/late/c", "/care/d") == [("/care", 1), ("/care/early", 2), ("/care/late", 1)]
    assert sections("/a", "/b") == [("/", 2)]
    assert sections("/care/x/1/2", "/care/x/1/3", site="Care") == [("Care: /care/x/1", 2)]
    assert sections() == []


def test_sites_have_their_own_sections() -> None:
    """Two sites do not share a section, whatever their paths."""
    assert [row.name for row in by_section(REPORTED)] == ["Alliance: /primary-care", "GP website: /care-resources"]


def test_hosts_that_block_us() -> None:
    """Counted by host, the most common reason named; a timeout is no wall, and a skipped link none either."""
    url = "https://wall.example/b"
    more = VISITS | {
        "https://gps.example/fit": Unsure(url, Reason.RATE_LIMITED),
        "https://old.example/guide": Unsure("https://old.example/guide", Reason.TIMEOUT),
        "https://fine.example/": Skipped("https://fine.example/", Reason.RULE),
    }
    (wall,) = walls(replace(REPORTED, looked=replace(REPORTED.looked, visits=more)))
    assert (wall.host, wall.links, wall.pages, wall.why) == ("wall.example", 2, 1, "asks us to slow down")
    assert TIPS.links
