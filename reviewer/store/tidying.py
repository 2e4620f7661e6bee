"""Retention: what is older than the config keeps is let go. The last state of every page, link and open issue stays."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import sqlalchemy as sa

from reviewer.model import IssueState, LetterState
from reviewer.store import tables

PAYLOAD_DAYS: Final = 90
"""Days for which the bytes of a message are kept after it was sent or refused; that it was sent is kept as long as everything else."""

LEAST_PERIODS: Final = dt.timedelta(days=400)
"""Periods that are done are remembered for more than a year, whatever retention says: a forgotten one would run again."""

OVER: Final = (LetterState.SENT.value, LetterState.REFUSED.value)


def tidy(connection: sa.Connection, *, now: dt.datetime, keep_days: int) -> int:
    """Let go of what is older than ``keep_days``; returns how many rows went."""
    t, before = tables, now - dt.timedelta(days=keep_days)
    connection.execute(
        t.outbox.update()
        .where(t.outbox.c.state.in_(OVER), t.outbox.c.changed < now - dt.timedelta(days=PAYLOAD_DAYS), t.outbox.c.payload.is_not(None))
        .values(payload=None)
    )
    gone: list[sa.Delete] = [
        t.outbox_events.delete().where(t.outbox_events.c.key.in_(_old_letters(before))),
        t.outbox.delete().where(t.outbox.c.state.in_(OVER), t.outbox.c.changed < before),
        t.issue_events.delete().where(t.issue_events.c.issue_id.in_(_old_issues(before))),
        t.issue_tellings.delete().where(t.issue_tellings.c.issue_id.in_(_old_issues(before))),
        t.issues.delete().where(t.issues.c.state == IssueState.RESOLVED.value, t.issues.c.changed < before),
        t.observations.delete().where(t.observations.c.at < before),
        t.page_changes.delete().where(t.page_changes.c.at < before),
        t.visits.delete().where(t.visits.c.checked < before),
        t.pages.delete().where(t.pages.c.last_seen < before),
        t.periods.delete().where(t.periods.c.done < min(before, now - LEAST_PERIODS)),
        t.runs.delete().where(t.runs.c.started < before),
        t.urls.delete().where(*(~sa.exists().where(column == t.urls.c.id) for column in _uses())),
    ]
    return sum(connection.execute(each).rowcount for each in gone)


def _old_letters(before: dt.datetime) -> sa.Select[Any]:
    """The keys of messages that go."""
    return sa.select(tables.outbox.c.key).where(tables.outbox.c.state.in_(OVER), tables.outbox.c.changed < before)


def _old_issues(before: dt.datetime) -> sa.Select[Any]:
    """The ids of issues that go."""
    return sa.select(tables.issues.c.id).where(tables.issues.c.state == IssueState.RESOLVED.value, tables.issues.c.changed < before)


def _uses() -> tuple[sa.Column[int], ...]:
    """Every column that names a URL."""
    return (tables.pages.c.url_id, tables.page_changes.c.url_id, tables.visits.c.url_id, tables.observations.c.url_id)
