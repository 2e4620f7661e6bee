"""The calendar, read by icalendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from icalendar import Calendar

from reviewer.model import Change, DateClaim, DateKind, DigestItem, DigestPage, Looked, PartialDate
from reviewer.render.calendar import calendar as digest_calendar
from reviewer.report import Reported
from reviewer.report.formats import ics
from tests.goldens import assert_golden
from tests.report.sample import ALONE, ISSUES, NOON, NOTHING, OPEN_DAY, QUIET, REPORTED, SOON, TIPS, TODAY


def test_golden() -> None:
    """Line for line, folded as RFC 5545 asks."""
    assert_golden("report/report.ics", ics.write(REPORTED))


def test_another_reader_sees_every_due_date() -> None:
    """One all-day event for each page that has a date, those that have passed too; a month is due on its last day."""
    parsed = Calendar.from_ical(ics.write(REPORTED))
    assert (parsed["version"], bool(parsed["prodid"])) == ("2.0", True)
    days = {str(event["url"]): event.decoded("dtstart") for event in parsed.walk("VEVENT")}
    assert days[TIPS.url] == dt.date(2024, 5, 31)
    assert days[OPEN_DAY.url] == dt.date(2026, 12, 12)
    assert days[QUIET.url] == dt.date(2027, 12, 31)
    assert list(days.values()) == sorted(days.values())
    assert not Calendar.from_ical(ics.write(NOTHING)).walk("VEVENT")


def test_each_event_has_what_the_rfc_demands() -> None:
    """UID, DTSTAMP and DTSTART stand in every event (RFC 5545, 3.6.1), lines end with CRLF and hold at most 75 octets (3.1)."""
    for event in Calendar.from_ical(ics.write(REPORTED)).walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
    data = ics.write(REPORTED)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


def test_uids_are_stable_and_those_of_the_digest() -> None:
    """Two reports and the digest name a page's event by one UID, so that no calendar has it twice."""
    page = DigestPage(OPEN_DAY.url, OPEN_DAY.title, (DigestItem(ISSUES[SOON.id], Change.COMING),))
    told = digest_calendar([page], installation="abc", now=NOON)
    assert told is not None
    (event,) = Calendar.from_ical(told).walk("VEVENT")
    assert str(event["uid"]) == ics.uid(OPEN_DAY.url, "abc")
    assert len({ics.uid(page.url, "abc") for page in (TIPS, OPEN_DAY, QUIET)}) == 3


def test_page_text_is_text() -> None:
    """What a page says cannot end a line and begin a property."""
    parsed = Calendar.from_ical(ics.write(REPORTED))
    event = next(event for event in parsed.walk("VEVENT") if str(event["url"]) == TIPS.url)
    assert 'The page says: "Next review: Friday, 31 May 2024"' in str(event["description"])
    assert "Looked after by Web team, Ada Example." in str(event["description"])


def test_what_is_not_known_is_left_out() -> None:
    """Without owners there is no line about them, and an address that nobody can open is no URL of the event."""
    assert "Looked after" not in ics.write(ALONE).decode()
    odd = replace(QUIET, url="file:///srv/page.html")
    made = ics.write(Reported(TODAY, Looked({odd.url: odd}, {}, {})))
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert "url" not in event


def test_a_date_by_policy_is_not_the_pages() -> None:
    """A date that follows from the site's period is in the calendar, and nothing is put into the page's mouth."""
    reviewed = DateClaim(DateKind.LAST_REVIEWED, PartialDate.parse("2026-03-01"), "Last reviewed 1 March 2026")
    page = replace(QUIET, url="https://www.alliance.example/primary-care/new", claims=(reviewed,))
    made = ics.write(replace(ALONE, looked=Looked({page.url: page}, {page.url: "Alliance"}, {})))
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert event.decoded("dtstart") == dt.date(2027, 3, 1)
    assert "The page says" not in str(event["description"])
