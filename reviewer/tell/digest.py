"""Issues to one digest for each owner: changes are told, reminders keep their intervals, nothing to say is no digest. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from reviewer import checks, owners, settle
from reviewer.model import (
    Assignment,
    Change,
    Digest,
    DigestItem,
    Event,
    Finding,
    Issue,
    IssueState,
    Owner,
    Page,
    Severity,
    ToldTo,
)
from reviewer.settings import Config, Remind
from reviewer.tell.ordering import Order, worst

MOST_PAGES: Final = 12
"""Pages in one part of a digest; the rest are told in the next one (DESIGN section 4, rule 6)."""

MOST_GUESSES: Final = 3
MOST_GUESSED: Final = 5
"""Guesses of one page, and pages with guesses; the rest are in the report."""

COMING: Final = "coming"
"""The reason of what ``upcoming`` makes: review dates that are known and not yet due for a reminder."""


def digests(
    issues: Mapping[str, Issue],
    assignments: Mapping[str, tuple[Assignment, ...]],
    *,
    pages: Mapping[str, Page],
    period: str,
    config: Config,
    linked: Mapping[str, int] = MappingProxyType({}),
) -> tuple[Digest, ...]:
    """What each owner is told in this period, sorted by address; who has nothing to be told has no digest.

    ``issues`` by id (those of ``upcoming`` may be among them: they fill a digest and never cause one); ``assignments`` by issue id;
    ``pages`` by URL, for their titles; ``linked`` says how many pages link to each; ``period`` is today in the organisation's zone (ISO).
    Managers get a digest of their own for each owner whose issues stayed through ``remind.escalate_after`` digests. A guess is told once,
    at the end of a digest that there is anyway. What a check keeps for the report (``checks.quiet``) is in no digest.
    """
    today = dt.date.fromisoformat(period)
    people: dict[tuple[str, str], _Gathered] = {}
    standing: Counter[str] = Counter()
    for issue in issues.values():
        if checks.quiet(issue.finding):
            continue
        for assignment in assignments.get(issue.id, ()):
            owner = assignment.owner
            change = why_now(issue, owner, today, config)
            if change is None and issue.state is IssueState.OPEN and not issue.finding.guessed:
                standing[owner.email.casefold()] += 1
            if change is not None:
                item = DigestItem(issue, change, _since(issue, owner, config))
                people.setdefault((owner.email.casefold(), ""), _Gathered(owner)).add(item, assignment.why)
            _escalate(people, issue, owner, change, config, today)
    reached = {each.address for issue in issues.values() for each in issue.tellings}
    order = Order(config, linked)
    made = (
        _digest(each, pages, period, order, first=address not in reached) for (address, _), each in sorted(people.items()) if each.causes
    )
    return tuple(each if each.escalated_from else replace(each, standing=standing[each.owner.email.casefold()]) for each in made)


def why_now(issue: Issue, owner: Owner, today: dt.date, config: Config) -> Change | None:
    """Why this owner is told of the issue today, or None: they were told and no reminder is due, or it is nobody's business yet or any
    more. ``today`` is a day of the organisation's zone, and so are the days of earlier tellings."""
    was = _told_to(issue, owner)
    if issue.state is IssueState.RESOLVED:
        thanks = was is not None and not was.fixed and not issue.finding.guessed
        return Change.FIXED if thanks and settle.mended(issue) else None
    if issue.state is not IssueState.OPEN or (was is not None and issue.finding.guessed):
        return None
    if was is not None and not _reminder_due(issue, _day(was.last, config), today, config.remind):
        return None
    if _ahead(issue, today):
        return Change.COMING
    moves = [event.what for event in issue.history if event.what not in {"told", "noted"}]
    return Change.STILL if was is not None or moves[-1:] == ["woke"] else Change.NEW


def _told_to(issue: Issue, reader: Owner, about: Owner | None = None) -> ToldTo | None:
    """What this reader (a manager: about this owner) was told of the issue; None when nothing was."""
    key = (reader.email.casefold(), about.email.casefold() if about else "")
    return next((each for each in issue.tellings if (each.address, each.about) == key), None)


def _day(moment: dt.datetime, config: Config) -> dt.date:
    """The day that people of the organisation had then."""
    return moment.astimezone(ZoneInfo(config.organisation.timezone)).date()


def _since(issue: Issue, owner: Owner, config: Config) -> dt.date | None:
    """The day on which the owner was first told."""
    was = _told_to(issue, owner)
    return _day(was.first, config) if was is not None else None


def _ahead(issue: Issue, today: dt.date) -> bool:
    """Whether it is a date to come."""
    return issue.finding.due is not None and issue.finding.due >= today and issue.finding.severity <= Severity.SOON


def _reminder_due(issue: Issue, last: dt.date, today: dt.date, remind: Remind) -> bool:
    """Before a review is due: once for each lead time that has come since the last telling. After it, and for the rest: at intervals. A
    telling of a day to come was dated by a clock that ran ahead: nobody knows when it was."""
    if last > today:
        return True
    due = issue.finding.due
    if due is None:
        return today - last >= dt.timedelta(days=remind.other)
    if today <= due:
        return any(last < due - dt.timedelta(days=days) <= today for days in remind.before)
    return last <= due or today - last >= dt.timedelta(days=remind.overdue)


def upcoming(due: Mapping[str, dt.date], now: dt.datetime, today: dt.date, remind: Remind) -> dict[str, Issue]:
    """Issues for the review dates to come within ``remind.coming_days``: they are shown in a digest that is sent anyway, and in its
    calendar, and are never kept. ``due`` maps a page's URL to the last day on which its review is in time."""
    last = today + dt.timedelta(days=remind.coming_days)
    made = {}
    for url, day in due.items():
        if today <= day <= last:
            finding = Finding(COMING, url, COMING, Severity.NOTE, "A review is due soon.", "", reason=COMING, due=day)
            made[finding.id] = Issue(finding, IssueState.OPEN, first_seen=now, last_seen=now, changed=now)
    return made


def after_telling(issues: Mapping[str, Issue], sent: Iterable[Digest], now: dt.datetime, *, preview: bool = False) -> dict[str, Issue]:
    """The issues after these digests were written down: for each reader, those their digest names are told once more, fixed ones for good.

    Returns only the issues that changed, by id. ``preview``: the digests do not leave the house.
    """
    named: dict[str, Issue] = {}
    for each in sent:
        for page in (*each.pages, *each.fixed, *each.coming, *each.maybe):
            for item in page.items:
                for id_ in (item.issue.id, *(issue.id for issue in item.same)):
                    if id_ in issues:
                        named[id_] = _told_once(named.get(id_, issues[id_]), item.change, each, now, preview=preview)
    return named


def unrehearsed(issues: Mapping[str, Issue]) -> dict[str, Issue]:
    """The issues as if nobody had been told by a preview: what counts when messages leave the house."""
    return {
        id_: _summed(issue, tuple(each for each in issue.tellings if not each.preview))
        if any(each.preview for each in issue.tellings)
        else issue
        for id_, issue in issues.items()
    }


def _told_once(issue: Issue, change: Change, to: Digest, now: dt.datetime, *, preview: bool) -> Issue:
    """The issue after one reader was told. A line of history says so, and not to whom: two owners' digests of one day are one line."""
    was = _told_to(issue, to.owner, to.escalated_from)
    fixed = change is Change.FIXED
    telling = ToldTo(
        to.owner.email.casefold(),
        (was.times if was else 0) + (not fixed),
        first=was.first if was else now,
        last=now,
        fixed=fixed,
        preview=preview and (was is None or was.preview),
        about=to.escalated_from.email.casefold() if to.escalated_from else "",
    )
    others = (each for each in issue.tellings if (each.address, each.about) != (telling.address, telling.about))
    event = Event(now, "told", reason=f"{change.value}, digest of {to.period}{' to the manager' if telling.about else ''}")
    history = issue.history if event in issue.history else (*issue.history, event)
    return _summed(replace(issue, history=history), tuple(sorted((*others, telling), key=lambda each: (each.address, each.about))))


def _summed(issue: Issue, tellings: tuple[ToldTo, ...]) -> Issue:
    """The issue with these tellings, and what they come to."""
    own = [each for each in tellings if not each.about]
    return replace(
        issue,
        tellings=tellings,
        told=max((each.times for each in own), default=0),
        last_told=max((each.last for each in own), default=None),
        fixed_told=bool(own) and all(each.fixed for each in own),
    )


@dataclass(slots=True)
class _Gathered:
    """What one person is told, while it is gathered."""

    owner: Owner
    escalated_from: Owner | None = None
    items: dict[str, DigestItem] = field(default_factory=dict)
    why: dict[str, None] = field(default_factory=dict)
    causes: bool = False

    def add(self, item: DigestItem, why: str) -> None:
        """One more item; a reason is kept once. What is only coming up some day, and what is only guessed, cause no digest."""
        self.items[item.issue.id] = item
        if item.issue.finding.reason != COMING:
            self.causes = self.causes or not item.issue.finding.guessed
            self.why[why] = None


def _escalate(
    people: dict[tuple[str, str], _Gathered], issue: Issue, owner: Owner, change: Change | None, config: Config, today: dt.date
) -> None:
    """Tell the owner's manager too, when there is one and the owner was told often enough: with each reminder, and later when the copy of
    the last reminder was not written (the cap, one owner's digest sent alone)."""
    own, least = _told_to(issue, owner), config.remind.escalate_after
    if own is None or own.times < least or issue.state is not IssueState.OPEN or _ahead(issue, today):
        return
    if change is not Change.STILL and own.times == least:
        return
    chief = owners.manager(owner, config.directory, today)
    was = _told_to(issue, chief, owner) if chief is not None else None
    if chief is not None and (change is Change.STILL or was is None or was.last < own.last):
        item = DigestItem(issue, Change.STILL, _since(issue, owner, config))
        key = (chief.email.casefold(), owner.email.casefold())
        why = (
            f"{owner.name or owner.email} was told {config.remind.escalate_after} times or more, and the directory names you as the manager"
        )
        people.setdefault(key, _Gathered(chief, owner)).add(item, why)


def _digest(each: _Gathered, pages: Mapping[str, Page], period: str, order: Order, *, first: bool) -> Digest:
    """Put the items in their parts: to do, fixed, coming, guesses; each capped, the most urgent first."""
    parts: dict[str, list[DigestItem]] = {"pages": [], "fixed": [], "coming": [], "maybe": []}
    reminded = {(item.issue.finding.page, item.issue.finding.due) for item in each.items.values() if item.issue.finding.reason != COMING}
    for item in each.items.values():
        finding = item.issue.finding
        if finding.guessed:
            parts["maybe"].append(item)
        elif finding.reason != COMING or (finding.page, finding.due) not in reminded:
            parts[{Change.FIXED: "fixed", Change.COMING: "coming"}.get(item.change, "pages")].append(item)
    items = order.gathered(parts["pages"], pages)
    todo = order.by_page(items, pages)
    shown = order.by_page(worst(items), pages) if first else todo[:MOST_PAGES]
    maybe = order.by_page(parts["maybe"], pages, MOST_GUESSES)
    zone = ZoneInfo(order.config.organisation.timezone)
    checked = max(max(item.issue.last_seen, item.issue.changed) for item in each.items.values())
    return Digest(
        period=period,
        owner=each.owner,
        why=tuple(each.why),
        pages=shown,
        fixed=order.by_page(parts["fixed"], pages)[:MOST_PAGES],
        coming=order.by_page(parts["coming"], pages)[:MOST_PAGES],
        more=len(todo) - len(shown),
        escalated_from=each.escalated_from,
        checked=checked.astimezone(zone).date(),
        overdue=len({item.issue.finding.page for item in parts["pages"] if item.issue.finding.reason == "overdue"}),
        maybe=maybe[:MOST_GUESSED],
        maybe_more=max(0, len(maybe) - MOST_GUESSED),
        first=first,
        rest=len(items) - sum(len(page.items) for page in shown) if first else 0,
    )
