"""The calendar: every review date that is known, one all-day event for each page (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Final

from reviewer import neutral
from reviewer.model import Page
from reviewer.report.reported import Reported

SUFFIX: Final = ".ics"


def write(reported: Reported) -> bytes:
    """All due dates, those that have passed too, in the order of their days. It holds days only: that a look was stopped early is told
    beside it."""
    return calendar(reported, dated(reported))


def dated(reported: Reported) -> list[tuple[dt.date, Page]]:
    """The pages that were read and have a day by which they are to be reviewed, the earliest first."""
    days = [(reported.reviews[page.url].by, page) for page in reported.pages if page.url in reported.reviews]
    return sorted(((day, page) for day, page in days if day is not None), key=lambda entry: (entry[0], entry[1].url))


def calendar(reported: Reported, entries: Iterable[tuple[dt.date, Page]]) -> bytes:
    """A calendar of the given days and pages. A page keeps its UID for ever, so a date that moved moves in its reader's calendar too."""
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//reviewer//review dates//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"Reviews due: {neutral.words(reported.config.organisation.name)}")
    stamp = dt.datetime.combine(reported.as_of, dt.time(), dt.UTC)
    for day, page in entries:
        event = Event()
        event.add("uid", uid(page.url, reported.installation))
        event.add("dtstamp", stamp)
        event.add("sequence", (day - dt.date(2000, 1, 1)).days)
        event.add("dtstart", day)
        event.add("dtend", day + dt.timedelta(days=1))
        event.add("summary", f"Review due: {neutral.words(page.title) or neutral.address(page.url)}")
        event.add("description", _description(reported, page))
        if link := neutral.link(page.url):
            event.add("url", link)
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def uid(url: str, installation: str) -> str:
    """The event's id for a page, the same as in the calendar of a digest (``upcoming.py``): who opens both has each date once."""
    return hashlib.sha256(f"{installation}\x00{url}".encode()).hexdigest()[:32] + "@reviewer"


def _description(reported: Reported, page: Page) -> str:
    due = reported.reviews[page.url].due
    owners = ", ".join(assignment.owner.name for assignment in reported.owners.get(page.url, ()))
    lines = [neutral.address(page.url)]
    if due is not None:
        lines.append(f'The page says: "{neutral.words(due.quote)}"')
    if owners:
        lines.append(f"Looked after by {neutral.words(owners)}.")
    return "\n".join(lines)
