"""What all formats are made from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reviewer import report
from reviewer.model import Broken, Link, Looked, Page, Reason
from reviewer.report import Figures, Reported, by_page
from reviewer.settings import Config
from reviewer.store.runs import Run as StoredRun
from tests.report.sample import BROKEN, FINDINGS, OPEN_DAY, OVERDUE, POLICY, QUIET, REPORTED, TIPS, TODAY, UNREAD


def test_the_formats_of_the_issue_are_there() -> None:
    """Each format is one file, found by its name; their endings differ."""
    found = report.writers()
    assert set(found) >= {"text", "json", "csv", "markdown", "junit", "sarif", "html", "ics"}
    assert len({module.SUFFIX for module in found.values()}) == len(found)
    assert all(isinstance(module.write(REPORTED), (str, bytes)) for module in found.values())


def test_pages_come_in_the_order_of_the_config() -> None:
    """Sites in the order of the config, pages by address, a page of no site last: two looks print alike."""
    assert [page.url for page in REPORTED.pages] == [QUIET.url, OPEN_DAY.url, TIPS.url, UNREAD.url, POLICY.url]
    assert next(iter(replace(REPORTED, config=Config()).pages)).url == QUIET.url


def test_the_most_urgent_page_comes_first() -> None:
    """Overdue and withdrawn pages, then broken links, moved ones, the rest; each by severity, by how many pages link to the page, by the
    oldest due date, and by address."""
    assert [url for url, _ in by_page(FINDINGS)] == [TIPS.url, POLICY.url, UNREAD.url, OPEN_DAY.url]
    far = replace(OVERDUE, page=OPEN_DAY.url)
    assert by_page([OVERDUE, far])[0][0] == OPEN_DAY.url
    assert by_page([OVERDUE, far], {TIPS.url: 2, OPEN_DAY.url: 1})[0][0] == TIPS.url
    older = replace(OVERDUE, page=QUIET.url, due=dt.date(2020, 1, 1))
    assert by_page([*FINDINGS, older])[0][0] == QUIET.url


def test_a_row_of_the_state_is_a_run() -> None:
    """The trend takes the state's runs as they are."""
    wanted = set(Figures.__dataclass_fields__)
    assert wanted <= set(StoredRun.__dataclass_fields__)


def test_a_page_without_a_title_is_named_by_its_address() -> None:
    """Nothing is nameless."""
    assert REPORTED.title(UNREAD.url) == UNREAD.url
    assert REPORTED.title("https://gps.example/other") == "https://gps.example/other"
    assert REPORTED.site("https://gps.example/other").name == ""


def test_a_link_of_many_pages_is_judged_once_and_in_its_place() -> None:
    """A menu's link says the same on every page; a link to the page itself is judged as such there only."""
    menu = Link("https://gps.example/fit", "https://gps.example/fit", words="FIT")
    own = Link("#here", TIPS.url + "#here", words="here")
    pages = {page.url: replace(page, links=(menu, own)) for page in (TIPS, QUIET)}
    reported = replace(REPORTED, looked=replace(REPORTED.looked, pages=pages))
    assert [visit.verdict for visit in reported.visits[TIPS.url]] == ["broken", "broken"]
    assert [visit.verdict for visit in reported.visits[QUIET.url]] == ["broken", "skipped"]
    assert reported.visits[TIPS.url][0] is reported.visits[QUIET.url][0]


@pytest.mark.parametrize("name", sorted(report.writers()))
def test_every_format_is_written_in_one_way(name: str) -> None:
    """Bit by bit or whole: the bytes are the same, and whoever writes them need not know which it is."""
    form = report.writers()[name]
    whole = form.write(REPORTED)
    assert b"".join(report.data(form, REPORTED)) == (whole if isinstance(whole, bytes) else whole.encode())


@pytest.mark.parametrize("name", sorted(report.writers()))
def test_no_format_shows_a_secret_of_an_address(name: str) -> None:
    """A token in a page's own address, in a link, in a finding and what it suggests: masked on every way out."""
    secret = "s3cr3tV4lue"
    url, target = f"https://gps.example/a?token={secret}", f"https://me:{secret}@x.example/?sig={secret}#access_token={secret}"
    page = Page(url, title="A", links=(Link(f"/x?key={secret}", f"https://gps.example/x?key={secret}"), Link(target, target)))
    finding = replace(
        BROKEN, page=url, subject=target, says=f"The link {target} does not work.", suggestion=f"https://x.example/?key={secret}"
    )
    due = replace(OVERDUE, page=url)
    visits = {link.url: Broken(link.url, Reason.NOT_FOUND) for link in page.links if link.url}
    made = Reported(as_of=TODAY, looked=Looked({url: page}, {url: "GP"}, visits), findings=(finding, due))
    out = b"".join(report.data(report.writers()[name], made)).decode()
    assert secret not in out
    assert name == "ics" or "***" in out
