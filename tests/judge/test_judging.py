"""What a whole look means as of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reviewer.judge import Past, gone_for_good, judge
from reviewer.model import Broken, Contact, ContactKind, DateClaim, DateKind, Link, Looked, Owner, Page, PageState, PartialDate, Reason
from reviewer.settings import Config, Directory, Site

TODAY = dt.date(2026, 11, 21)
URLS = tuple(f"https://gps.example/{number}" for number in range(4))
DUE = DateClaim(DateKind.DUE, PartialDate(2026, 5, 31), "Review date: 31 May 2026")
CONFIG = Config(sites=(Site("GPs", ("https://gps.example/start",)),))


def looked(*pages: Page) -> Looked:
    """A look at these pages of one site."""
    return Looked({page.url: page for page in pages}, dict.fromkeys([page.url for page in pages], "GPs"), {})


def past(*pages: Page) -> Past:
    """These pages as they were read before."""
    return Past({page.url: page for page in pages})


def test_dates_that_went_with_the_template_are_nobodys_fault() -> None:
    """Pages that lost their dates together are not told as pages without a date; the admin is told once, with what to do if it is meant."""
    before = past(*(Page(url, claims=(DUE,)) for url in URLS))
    judged = judge(looked(*(Page(url) for url in URLS)), CONFIG, TODAY, before)
    assert judged.lost == set(URLS)
    assert "review_date" not in {finding.check for finding in judged.findings}
    assert {finding.check for finding in judged.findings} == {"named_contact"}
    assert "4 pages that had a review date have none now" in judged.notes[0]
    one = judge(looked(Page(URLS[0])), CONFIG, TODAY, past(Page(URLS[0], claims=(DUE,))))
    assert "review_date" in {finding.check for finding in one.findings}
    assert (one.lost, one.notes) == (frozenset(), ())


def test_a_page_that_was_taken_down_is_told_no_more() -> None:
    """Not found twice running is gone, unless it is a page at which a look begins."""
    gone = Page(URLS[0], PageState.NOT_FOUND)
    assert judge(looked(gone), CONFIG, TODAY).findings
    assert judge(looked(gone), CONFIG, TODAY, past(gone)).findings == ()
    start = Page("https://gps.example/start", PageState.NOT_FOUND)
    assert not gone_for_good(start, {start.url: start}, CONFIG)


def test_contacts_are_asked_of_the_directory() -> None:
    """Somebody who has left is told of, by the directory of the config."""
    page = Page(URLS[0], contacts=(Contact(ContactKind.PERSON, "Win Marlow", "please contact Win Marlow"),), claims=(DUE,))
    config = Config(sites=CONFIG.sites, directory=Directory((Owner("Win Marlow", "win@gps.example", left=True),)))
    assert "left" in {finding.reason for finding in judge(looked(page), config, TODAY).findings}


def test_a_person_who_looks_once_sees_what_each_link_said() -> None:
    """In a run the links of a host that is down are unsure; without ``soften`` they are as they were."""
    links = tuple(Link(url, url) for url in (f"https://down.example/{number}" for number in range(20)))
    visits = {link.href: Broken(link.href, Reason.REFUSED) for link in links}
    seen = replace(looked(Page(URLS[0], links=links)), visits=visits)
    assert {visit.verdict for visit in judge(seen, CONFIG, TODAY).looked.visits.values()} == {"unsure"}
    once = judge(seen, CONFIG, TODAY, soften=False)
    assert ({visit.verdict for visit in once.looked.visits.values()}, once.notes) == ({"broken"}, ())
