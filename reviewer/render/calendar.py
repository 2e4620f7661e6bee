"""The calendar file of review dates to come, which is attached to a digest."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reviewer import neutral
from reviewer.model import DigestPage

if TYPE_CHECKING:  # 40 ms that most runs do not need (docs/decisions/0003)
    from icalendar import Event

NOTICE = dt.timedelta(days=7)
"""How long before the day a calendar reminds."""


def calendar(pages: Iterable[DigestPage], *, installation: str, now: dt.datetime) -> bytes | None:
    """An iCalendar file (RFC 5545) with one all-day event for each page's next review, or None when no date is to come.

    An event's UID is made from the installation and the page, so that a later file moves the event and does not add a second one.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//reviewer//review dates//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for page in pages:
        for item in page.items[:1]:
            due = item.issue.finding.due
            if due is not None:
                made.add_component(_event(page, due, installation, now))
    return made.to_ical() if made.subcomponents else None


def _event(page: DigestPage, due: dt.date, installation: str, now: dt.datetime) -> Event:
    """One day, on which nobody is busy."""
    from icalendar import Alarm, Event

    title = neutral.words(page.title) or neutral.address(page.url)
    event = Event()
    event.add("uid", hashlib.sha256(f"{installation}\x00{page.url}".encode()).hexdigest()[:32] + "@reviewer")
    event.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
    event.add("sequence", (now.date() - dt.date(2000, 1, 1)).days)
    event.add("dtstart", due)
    event.add("dtend", due + dt.timedelta(days=1))
    event.add("summary", f"Review due: {title}")
    event.add("transp", "TRANSPARENT")
    link = neutral.link(page.url)
    event.add("description", f"This page is due for review: {neutral.address(page.url)}")
    if link:
        event.add("url", link)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Review due: {title}")
    alarm.add("trigger", -NOTICE)
    event.add_component(alarm)
    return event
