"""Tests of the sample site: what the demo stands on."""

from __future__ import annotations

import datetime as dt
import http.client
from urllib.parse import urlsplit

import pytest

from reviewer.demo.serve import SITE, filled, other, own, serving

START = dt.date(2026, 11, 21)


def reply(path: str, week: int = 1) -> tuple[int, str]:
    """Status and text of the alliance's own answer."""
    answer = own(path, week=week, today=START, base="http://here", elsewhere="http://there")
    return answer.status, answer.body.decode("utf-8", "replace")


def ask(base: str, path: str, method: str = "GET") -> tuple[int, bytes]:
    """One request over a real socket."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=5)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_marks_are_filled_from_the_first_day() -> None:
    """Dates that move are counted from the day the demo began; the financial year begins on 1 April."""
    assert filled("{{+20}} {{-100}} {{elsewhere}}", START, "http://there") == "11 December 2026 13 August 2026 http://there"
    assert filled("{{this-year}}", dt.date(2026, 3, 31), "") == "2025-26"
    assert filled("{{this-year}}", dt.date(2026, 4, 1), "") == "2026-27"


def test_no_page_keeps_an_unfilled_mark() -> None:
    """Every mark on every page of both weeks is one that the server knows."""
    for file in SITE.rglob("*.html"):
        assert "{{" not in filled(file.read_text(encoding="utf-8"), START, "http://there"), file


def test_week_two_is_week_one_with_changes() -> None:
    """The changed pages are served from week 2 on, the others stay; a page of week 1 is gone."""
    assert "Friday, 31 May 2024" in reply("/gp-resources/tips-and-tricks.html")[1]
    assert "Friday, 31 May 2024" not in reply("/gp-resources/tips-and-tricks.html", week=2)[1]
    assert reply("/gp-resources/bowel-screening.html", week=3) == reply("/gp-resources/bowel-screening.html")
    assert (reply("/alliance/annual-report.html")[0], reply("/alliance/annual-report.html", week=2)[0]) == (200, 404)
    assert "annual-report" in reply("/sitemap.xml")[1]
    assert "annual-report" not in reply("/sitemap.xml", week=2)[1]


@pytest.mark.parametrize("path", ["/../serve.py", "/%2e%2e/serve.py", "/nothing.html", "/gp-resources"])
def test_nothing_outside_the_sample_site_is_served(path: str) -> None:
    """A path that leaves the folder, or names nothing, is 404."""
    assert reply(path)[0] == 404


def test_elsewhere_has_a_redirect_a_withdrawn_page_and_a_wall() -> None:
    """The other host shows what links run into."""
    assert (other("/old/photo-guide").status, other("/walled/x").status, other("/none").status) == (301, 403, 404)
    assert b"withdrawn" in other("/guidance/skin-lesions").body


def test_both_sites_answer_on_loopback_until_the_block_ends() -> None:
    """Real sockets on free ports; HEAD has no body; the same ports can be asked for again."""
    with serving(START, 1) as served:
        ports = served.ports
        status, body = ask(served.own, "/robots.txt?x=1")
        assert (status, b"Sitemap: " + served.own.encode() in body) == (200, True)
        assert ask(served.own, "/", "HEAD") == (200, b"")
        assert ask(served.own, "/gp-resources/documents/referral-form-guide.pdf")[1].startswith(b"%PDF-1.4")
        assert ask(served.own, "/gp-resources/documents/home-test-protocol.docx")[1].startswith(b"PK")
        assert ask(served.elsewhere, "/guides/photographs")[0] == 200
    with serving(START, 2, ports) as again:
        assert again.ports == ports
        assert ask(again.own, "/alliance/annual-report.html")[0] == 404
    with pytest.raises(OSError):
        ask(again.own, "/")
