"""Style sheets in every format: told of where they are, and counted as no page."""

from __future__ import annotations

import datetime as dt

import pytest

from reviewer.model import SHEET, Audience, Broken, Evidence, Finding, Link, Looked, Page, Place, Reason, Severity, Visit, Works
from reviewer.report import Reported, writers
from reviewer.report.page.view import quiet_rows
from reviewer.report.words import sums

ROOT = "https://x.example/"
SHEET_URL = f"{ROOT}css/main.css"
PICTURE = f"{ROOT}css/no.png"


def made(*findings: Finding, loaded: bool = True) -> Reported:
    """A page and a style sheet with a broken picture."""
    links = (Link("css/main.css", SHEET_URL, "link"),) if loaded else ()
    sheet = Page(SHEET_URL, title="Style sheet main.css", content_type=SHEET, links=(Link("no.png", PICTURE, "style", "style"),))
    visits: dict[str, Visit] = {SHEET_URL: Works(SHEET_URL), PICTURE: Broken(PICTURE, Reason.NOT_FOUND, Evidence(404))}
    looked = Looked({ROOT: Page(ROOT, title="Home", links=links), SHEET_URL: sheet}, {ROOT: "X", SHEET_URL: "X"}, visits)
    return Reported(dt.date(2026, 11, 23), looked, findings=findings)


FOUND = Finding(
    "broken_link",
    SHEET_URL,
    PICTURE,
    Severity.PROBLEM,
    "In a style sheet of the site: the background picture to no.png does not work.",
    "Mend it.",
    place=Place(None, 7),
    audience=Audience.TEMPLATE,
)


@pytest.mark.parametrize("name", sorted(set(writers()) - {"ics"}))
def test_every_format_names_the_sheet(name: str) -> None:
    """Whoever gets a report sees in which style sheet the fault is."""
    written = writers()[name].write(made(FOUND))
    assert "css/main.css" in (written if isinstance(written, str) else written.decode())


@pytest.mark.parametrize("name", sorted(writers()))
@pytest.mark.parametrize("loaded", [True, False])
def test_a_sheet_without_faults_is_no_trouble(name: str, loaded: bool) -> None:
    """A style sheet has no review state, and no format asks it for one."""
    assert writers()[name].write(made(loaded=loaded)) is not None


def test_a_sheet_is_counted_as_no_page() -> None:
    """It stands with the page that loads it, and its links are counted; one that no page loads stands for itself."""
    report = made(FOUND)
    assert [page.url for page in report.pages] == [ROOT]
    assert {page: [sheet.url for sheet in sheets] for page, sheets in report.sheets.items()} == {ROOT: [SHEET_URL]}
    assert (sums(report).pages, sums(report).links, sums(report).broken) == (1, 2, 1)
    assert [row.state for row in quiet_rows(made(loaded=False), {})] == ["No review date", "Style sheet"]
