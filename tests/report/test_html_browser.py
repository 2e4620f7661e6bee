"""The report page in a real browser: accessible, readable at every width, sortable, and whole in print."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from reviewer.model import IssueState
from reviewer.report.formats import html
from reviewer.settings import Config
from tests.browser import Chromium
from tests.report.sample import ALONE, FINDINGS, ISSUES, NOT_READ, OVERDUE, REPORTED

pytestmark = pytest.mark.browser


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The sample's page as a file."""
    path = tmp_path / "report.html"
    path.write_text(html.write(REPORTED), "utf-8")
    return path


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """The sample's page when the page that cannot be read is no longer only suspected: three pages to act on, one of them without a date."""
    path = tmp_path / "three.html"
    opened = replace(ISSUES[NOT_READ.id], state=IssueState.OPEN)
    path.write_text(html.write(replace(REPORTED, issues={**ISSUES, NOT_READ.id: opened})), "utf-8")
    return path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 700, 1100])
def test_axe_finds_nothing(chromium: Chromium, report: Path, width: int, dark: bool) -> None:
    """No violation of axe-core's rules, in light and dark, on a phone, a tablet and a desk."""
    assert chromium.axe_violations(report, width=width, dark=dark) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("brand", ["nhs", "govuk"])
def test_every_brand_has_contrast(chromium: Chromium, tmp_path: Path, brand: str, dark: bool) -> None:
    """The other brands' colours pass as well."""
    path = tmp_path / "report.html"
    path.write_text(html.write(replace(REPORTED, config=replace(REPORTED.config, brand=brand))), "utf-8")
    assert chromium.axe_violations(path, dark=dark) == []
    assert isinstance(REPORTED.config, Config)


def test_nothing_is_fetched(chromium: Chromium, report: Path) -> None:
    """The file opens without asking anybody for anything."""
    assert chromium.asked_for(report) == []


@pytest.mark.parametrize("width", [320, 375, 700])
def test_it_never_scrolls_sideways(chromium: Chromium, report: Path, width: int) -> None:
    """At 320 CSS pixels everything fits (WCAG 1.4.10)."""
    assert chromium.overflow(report, width=width) == 0


def test_it_reads_without_scripts(chromium: Chromium, report: Path) -> None:
    """Without scripts every page's block unfolds by a click, and every finding is there; only the filter is missing."""

    def act(page: Any) -> str:
        for fold in page.locator("details:not([open]) > summary").all()[::-1]:
            fold.click()
        seen: str = page.inner_text("body")
        return seen

    text = chromium.look(report, act, scripts=False)
    for finding in FINDINGS:
        assert finding.says in text
    assert "Filter by words" not in text


def test_sorting_by_each_column(chromium: Chromium, three: Path) -> None:
    """A click sorts, a second one turns it round, and the header says which; a page without a date stays last."""

    def act(page: Any) -> list[tuple[list[str], str | None]]:
        seen = []
        for name in ("Due", "Due", "Page", "Page", "Owner", "Why"):
            page.click(f"#act-table thead button:text-is('{name}')")
            titles = page.eval_on_selector_all("#act-table tbody th a", "all => all.map(a => a.textContent.slice(0, 5))")
            seen.append((titles, page.get_attribute(f"#act-table thead th:has(button:text-is('{name}'))", "aria-sort")))
        return seen

    tips, slow, pecyn = "Tips ", "https", "Pecyn"
    assert chromium.look(three, act) == [
        ([tips, pecyn, slow], "ascending"),
        ([tips, pecyn, slow], "descending"),
        ([slow, pecyn, tips], "ascending"),
        ([tips, pecyn, slow], "descending"),
        ([pecyn, slow, tips], "ascending"),
        ([tips, pecyn, slow], "ascending"),
    ]


def test_a_suspected_page_is_none_to_act_on(chromium: Chromium, report: Path) -> None:
    """What was seen once and is only suspected makes no row of the table, and no count of "n of m shown" has it."""
    rows: tuple[int, str] = chromium.look(
        report, lambda page: (page.locator("#act-table tbody tr").count(), page.inner_text("#filters [role=status]"))
    )
    assert rows == (2, "2 of 2 pages shown")


def test_filtering(chromium: Chromium, three: Path) -> None:
    """Words, kind and owner narrow the table together, and a status says how many are left."""

    def act(page: Any) -> list[str]:
        status = "#filters [role=status]"
        seen = [page.inner_text(status)]
        page.fill("#filter-words", "REPLACED")
        seen.append(page.inner_text(status) + ": " + page.inner_text("#act-table tbody tr:visible th a"))
        page.fill("#filter-words", "")
        page.select_option("#filter-kind", "urgent")
        seen.append(page.inner_text(status))
        page.select_option("#filter-kind", "")
        page.select_option("#filter-owner", "nobody")
        seen.append(page.inner_text(status))
        page.fill("#filter-words", "there is no such word")
        seen.append(page.inner_text(status))
        return seen

    assert chromium.look(three, act) == [
        "3 of 3 pages shown",
        "1 of 3 pages shown: Pecyn cymorth · مجموعة أدوات",
        "1 of 3 pages shown",
        "2 of 3 pages shown",
        "0 of 3 pages shown",
    ]


def test_the_keyboard_is_enough(chromium: Chromium, report: Path) -> None:
    """Tab reaches the skip link first and everything else after it, in order and with a visible focus; Enter sorts and follows."""

    def act(page: Any) -> dict[str, Any]:
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        skipped = page.evaluate("document.activeElement.id")
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input, select, summary')].filter(each => each.checkVisibility()).length"
        )
        page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
        page.reload()
        reached, unseen = 0, []
        while True:
            page.keyboard.press("Tab")
            here = page.evaluate(
                "() => { const e = document.activeElement, s = getComputedStyle(e); return [e.tagName, e.textContent.slice(0, 30), s.backgroundColor, s.boxShadow] }"
            )
            if here[0] == "BODY":
                break
            reached += 1
            if here[3] == "none":
                unseen.append(here)
        page.focus("#act-table thead button")
        page.keyboard.press("Enter")
        sorted_by = page.get_attribute("#act-table thead th", "aria-sort")
        return {"first": first, "skipped": skipped, "wanted": wanted, "reached": reached, "unseen": unseen, "sorted": sorted_by}

    found = chromium.look(report, act)
    assert found["first"] == "Skip to the report"
    assert found["skipped"] == "main"
    assert found["reached"] == found["wanted"]
    assert found["unseen"] == []
    assert found["sorted"] == "ascending"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_print_is_complete(chromium: Chromium, report: Path, tmp_path: Path, dark: bool) -> None:
    """On paper stands everything, also what was filtered away on the screen, in black on white."""

    def act(page: Any) -> bytes:
        page.fill("#filter-words", "there is no such word")
        made: bytes = page.pdf(format="A4")
        return made

    document = pypdfium2.PdfDocument(chromium.look(report, act, dark=dark))
    try:
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()
    for finding in FINDINGS:
        assert finding.says.replace("=", "") in text.replace("=", ""), finding.says
    assert "Filter by words" not in text
    assert "Overdue" in text


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_split_report_is_accessible_too(chromium: Chromium, tmp_path: Path, dark: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The front page of a large estate and its parts have no violation and never scroll sideways."""
    for bound, value in (("IN_ONE_FILE", 5), ("A_PART", 4), ("ROWS", 7)):
        monkeypatch.setattr(html, bound, value)
    many = tuple(replace(OVERDUE, page=f"https://gps.example/many/{number}") for number in range(9))
    for name, text in html.parts(replace(ALONE, findings=many)).items():
        (tmp_path / name).write_text(text, "utf-8")
    for name in ("index.html", "index-3.html", "index-4.html"):
        assert chromium.axe_violations(tmp_path / name, width=700, dark=dark) == []
        assert chromium.overflow(tmp_path / name) == 0


def test_paper_is_black_on_white(chromium: Chromium, tmp_path: Path) -> None:
    """Whatever the brand and the colour scheme of the screen, print has black links on white paper."""
    path = tmp_path / "report.html"
    path.write_text(html.write(replace(REPORTED, config=replace(REPORTED.config, brand="nhs"))), "utf-8")

    def act(page: Any) -> list[str]:
        page.emulate_media(media="print")
        colours: list[str] = page.evaluate(
            "() => ['main a', 'header', '.tag'].map(s => getComputedStyle(document.querySelector(s)))"
            ".flatMap((s, i) => i == 1 ? [s.backgroundColor, s.color] : [s.color])"
        )
        return colours

    black, white = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    assert chromium.look(path, act, dark=True) == [black, white, black, black]
