"""The report page as a file; ``test_html_browser.py`` opens it."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from icalendar import Calendar

from reviewer.report import Reported, sums
from reviewer.report.formats import html
from reviewer.settings import BRANDS, Config
from tests.goldens import assert_golden
from tests.report.sample import ALONE, BROKEN, FINDINGS, NOTHING, OVERDUE, QUIET, REPORTED, SOON, TIPS, TODAY, UNREAD


def page(reported: Reported) -> BeautifulSoup:
    """The page as a foreign parser reads it."""
    return BeautifulSoup(html.write(reported), "lxml")


def section(soup: BeautifulSoup, name: str) -> Tag:
    """The section with that heading id."""
    found = soup.select_one(f"section:has(> h2#{name})")
    assert found is not None, name
    return found


def words(tag: Tag) -> str:
    """Its text, on one line."""
    return " ".join(tag.get_text(" ").split())


def test_golden() -> None:
    """Byte for byte, as it was looked at in light, dark, on a phone and in print."""
    assert_golden("report/report.html", html.write(REPORTED))


def test_it_is_self_contained() -> None:
    """Nothing is fetched: no address in src, no style sheet, no font, no image of others; only links that a person follows."""
    made = html.write(REPORTED)
    soup = BeautifulSoup(made, "lxml")
    assert not soup.select("[src], link, iframe, object, img, base")
    assert "url(" not in made
    assert "@import" not in made
    assert all(re.match(r"https?://|#|data:text/calendar", str(a["href"])) for a in soup.select("a[href]"))


def test_only_our_script_may_run() -> None:
    """The page's own policy names the hash of its one script, so that page text could not bring another."""
    soup = page(REPORTED)
    (script,) = soup.select("script")
    (policy,) = soup.select('meta[http-equiv="Content-Security-Policy"]')
    digest = base64.b64encode(hashlib.sha256(script.string.encode() if script.string else b"").digest()).decode()
    assert f"script-src 'sha256-{digest}'" in str(policy["content"])
    assert "default-src 'none'" in str(policy["content"])


def test_page_text_is_text() -> None:
    """Markup in a title is shown, not obeyed; what is no web address is not linked."""
    assert "<b>everyone</b>" not in html.write(REPORTED)
    assert "&lt;b&gt;everyone&lt;/b&gt;" in html.write(REPORTED)
    evil = replace(OVERDUE, suggestion="javascript:alert(1)", quote="</style><script>alert(1)</script>")
    soup = page(Reported(TODAY, REPORTED.looked, findings=(evil,)))
    assert len(soup.select("script")) == 1
    assert not soup.select('a[href^="javascript"]')


def test_pages_to_act_on_come_most_urgent_first() -> None:
    """Each row says page, why with the quote and place, owner and due date; what was put aside is not there."""
    rows = section(page(REPORTED), "act").select("tbody tr")
    assert [words(row.select("th a")[0]) for row in rows] == [
        "Tips & tricks for <b>everyone</b>",
        "Pecyn cymorth · مجموعة أدوات",
    ]
    first = words(rows[0])
    for part in (
        "Overdue",
        OVERDUE.says,
        OVERDUE.quote,
        'under "About this page", line 88',
        "Web team, Ada Example",
        "31 May 2024",
        "and 1 more",
    ):
        assert part in first
    noted = section(page(REPORTED), "noted").select("tbody tr")
    assert [words(row.select("th a")[0]) for row in noted] == [UNREAD.url]
    assert "Nobody" in words(noted[0])
    assert len(rows) == sums(REPORTED).to_act


def test_every_link_inside_the_page_arrives() -> None:
    """Each #fragment is the id of something, and no id stands twice."""
    soup = page(REPORTED)
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for a in soup.select('a[href^="#"]')} <= set(ids)


def test_the_trend_is_a_picture_and_a_table() -> None:
    """Three lines that are told apart by dashes, marks and words, and every figure again in a table; one run is no trend."""
    trend = section(page(REPORTED), "trend")
    assert len({str(line["stroke-dasharray"]) for line in trend.select("polyline")}) == 3
    assert [bool(trend.select(mark)) for mark in ("svg circle", "svg rect", "svg g path")] == [True, True, True]
    assert words(trend.select("tbody tr")[0]) == f"21 Nov 2026 1 1 {sums(REPORTED).open} 1 5"
    assert len(trend.select("tbody tr")) == 4
    assert page(replace(REPORTED, runs=REPORTED.runs[-1:])).select_one("#trend") is None


def test_coming_up_and_its_calendar() -> None:
    """The reviews of the next 90 days, and a calendar file inside the page that another reader can read."""
    coming = section(page(REPORTED), "coming")
    assert [words(row.select("td")[0]) for row in coming.select("tbody tr")] == ["12 Dec 2026"]
    (button,) = coming.select("a[download]")
    data = base64.b64decode(str(button["href"]).partition("base64,")[2])
    assert [event.decoded("dtstart") for event in Calendar.from_ical(data).walk("VEVENT")] == [dt.date(2026, 12, 12)]


def test_fixed_blocked_owners_sections() -> None:
    """What was fixed, who blocks us, and the sums for each owner and section."""
    soup = page(REPORTED)
    assert "dead" in words(section(soup, "fixed"))
    assert words(section(soup, "walls").select("tbody tr")[0]) == "wall.example turns robots away 1 1"
    owners = [words(row) for row in section(soup, "owners").select("tbody tr")]
    assert owners[0].startswith("Nobody 2 1 0")
    assert owners[1:] == ["Ada Example 1 1 1 0 0 1", "Web team 3 1 1 1 0 1"]
    assert [words(row.select("th")[0]) for row in section(soup, "sections").select("tbody tr")] == [
        "Alliance: /primary-care",
        "GP website: /care-resources",
    ]


def test_each_page_has_its_block_with_its_history() -> None:
    """Everything that was found, what to do, why nobody is told, the dates with their words, and the history with its people."""
    soup = page(REPORTED)
    tips = next(block for block in soup.select("article") if "everyone" in words(block))
    said = words(tips)
    for part in (
        OVERDUE.fix,
        BROKEN.says,
        BROKEN.suggestion or "",
        "Accepted: nobody is told.",
        TIPS.claims[0].quote,
        "please contact either",
        "accepted by Bo Sample : the old address is printed",
    ):
        assert part in said, part
    rota = next(block for block in soup.select("article") if "=HYPERLINK" in words(block))
    assert "snoozed by Ada Example until 24 Dec 2026" in words(rota)
    unread = next(block for block in soup.select("article") if UNREAD.url in words(block))
    assert "Seen in 1 look so far" in words(unread)
    assert "The page did not answer." in words(unread)


def test_quiet_pages_are_listed() -> None:
    """A page on which nothing was found is in the last table, with its state and date."""
    soup = page(ALONE)
    assert [words(row) for row in section(soup, "quiet").select("tbody tr")] == [f"{QUIET.title} {QUIET.url} In time 31 Dec 2027 Nobody"]
    assert page(REPORTED).select_one("#quiet") is None


def test_an_unread_page_without_a_finding_is_listed() -> None:
    """A page that could not be read is never lost, even when no check says so."""
    soup = page(Reported(TODAY, REPORTED.looked))
    assert "The page did not answer." in words(section(soup, "quiet"))


def test_without_a_state_there_is_no_history() -> None:
    """``check`` keeps nothing, so its page claims nothing about the past."""
    soup = page(ALONE)
    for missing in ("trend", "fixed", "owners"):
        assert soup.select_one(f"#{missing}") is None
    assert "fixed since" not in words(soup)
    assert len(section(soup, "act").select("tbody tr")) == 4
    assert "HISTORY" not in words(soup).upper()


def test_nothing_at_all_is_a_page_too() -> None:
    """A look that found no page says so."""
    assert "No page was found." in words(page(NOTHING))


def test_a_finding_of_a_page_that_is_not_there() -> None:
    """A page that is gone from the look still has its findings."""
    lost = replace(OVERDUE, page="https://gps.example/gone")
    assert "The page was not found in this look." in words(page(Reported(TODAY, REPORTED.looked, findings=(lost,))))


def test_nothing_fixed_is_said() -> None:
    """With a state and nothing fixed the page says that."""
    soup = page(replace(REPORTED, issues={SOON.id: REPORTED.issues[SOON.id]}))
    assert "Nothing was fixed" in words(section(soup, "fixed"))


@pytest.mark.parametrize("brand", BRANDS)
def test_brands_change_colours_only(brand: str) -> None:
    """Another brand changes custom properties that are colours, and nothing else."""
    css = html._asset(f"brands/{brand}.css")
    rules = re.sub(r"@media \(prefers-color-scheme:dark\)\{(.*?\})\}", r"\1", css)
    assert re.fullmatch(r"(\s*:root\{(--[\w-]+:#[0-9a-f]{3,6};?)+\}\s*)+", rules)
    assert css.strip() in html.write(Reported(TODAY, REPORTED.looked, config=Config(brand=brand), findings=FINDINGS))


def test_an_unknown_brand_is_refused() -> None:
    """The message names the brands that there are."""
    with pytest.raises(ValueError, match="choose one of plain, nhs, govuk"):
        html.write(Reported(TODAY, REPORTED.looked, config=Config(brand="../../etc")))


def test_hints_and_notes_are_there() -> None:
    """What the admin should know stands near the top."""
    said = words(
        section(
            page(replace(REPORTED, looked=replace(REPORTED.looked, pages={UNREAD.url: UNREAD, QUIET.url: replace(QUIET, claims=())}))),
            "sums",
        )
    )
    assert "The calendar at" in said
    assert "No review date was recognised on any of 1 page." in said


def large(count: int) -> Reported:
    """A report with so many pages to act on."""
    many = tuple(replace(OVERDUE, page=f"https://gps.example/many/{number}") for number in range(count))
    return replace(ALONE, findings=many)


def test_a_large_estate_is_split() -> None:
    """Beyond what one file can hold the pages' blocks go into files beside it; every link between them arrives, and nothing is lost."""
    made = html.parts(large(600), "index.html")
    assert list(made) == ["index.html", "index-2.html", "index-3.html", "index-4.html", "index-5.html"]
    soups = {name: BeautifulSoup(text, "lxml") for name, text in made.items()}
    ids = {name: {str(tag["id"]) for tag in soup.select("[id]")} for name, soup in soups.items()}
    assert len(soups["index.html"].select("#act-table tbody tr")) == html.ROWS
    assert [len(soup.select("article")) for soup in soups.values()] == [0, 250, 250, 100, 0]
    for name, soup in soups.items():
        for a in soup.select("a[href]"):
            file, _, place = str(a["href"]).partition("#")
            if not file.startswith(("http", "data:")):
                assert not place or place in ids[file or name], a["href"]
                assert not file or file in made
    assert words(soups["index-4.html"].select("h1")[0]) == "Content review: Pages 501 to 600"
    assert words(soups["index-5.html"].select("h1")[0]) == "Content review: Nothing to do, 1 to 5"
    assert len(soups["index-5.html"].select("tbody tr")) == 5


def test_a_small_estate_is_one_file() -> None:
    """Up to the bound the parts are what ``write`` makes."""
    assert html.parts(REPORTED, "report.html") == {"report.html": html.write(REPORTED)}
    assert list(html.parts(large(html.IN_ONE_FILE))) == ["index.html"]
    assert len(html.parts(large(html.IN_ONE_FILE + 1))) == 4


def test_a_table_has_a_bound() -> None:
    """The front page's table has the most urgent pages, and says where the others are."""
    front = BeautifulSoup(html.parts(large(html.ROWS + 2))["index.html"], "lxml")
    assert len(front.select("#act-table tbody tr")) == html.ROWS
    assert "2 more pages to act on are in the files" in words(section(front, "act"))


def test_history_and_owner_are_told_to_a_third_person() -> None:
    """The newest line of history comes first, also of two at one moment; who owns the page is "them", for the reader is somebody else."""
    soup = page(REPORTED)
    fine = next(block for block in soup.select("article") if QUIET.title in words(block))
    assert [words(line) for line in fine.select(".history li")] == ["21 Nov 2026 resolved", "14 Nov 2026 opened"]
    assert "Web team (the config names them for /care-resources/**)" in words(fine)
    tips = next(block for block in soup.select("article") if "everyone" in words(block))
    lines = [words(line) for line in tips.select(".history li")]
    assert [line.split(" ")[3] for line in lines] == ["opened", "told", "opened", "suspected", "accepted"]
    assert "1 work, 1 moved, 1 broken, 1 to look at yourself, 1 skipped" in words(tips)
