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

MOST: Final = dt.timedelta(days=31)
"""History that one run lets go: a clock that ran ahead once takes a month and not all of it."""

OVER: Final = (LetterState.SENT.value, LetterState.REFUSED.value)


def tidy(connection: sa.Connection, *, now: dt.datetime, keep_days: int) -> int:
    """Let go of what is older than ``keep_days``, a month of it at most; returns how many rows went."""
    t, limit = tables, now - dt.timedelta(days=keep_days)

    def old(column: sa.Column[Any], *of: sa.ColumnElement[bool], before: dt.datetime = limit) -> sa.ColumnElement[bool]:
        oldest = connection.execute(sa.select(sa.func.min(column, type_=tables.Moment())).where(*of)).scalar_one_or_none()
        return sa.and_(*of, column < (before if oldest is None else min(before, oldest + MOST)))

    over, kept = t.outbox.c.state.in_(OVER), t.outbox.c.payload.is_not(None)
    emptied = old(t.outbox.c.changed, over, kept, before=now - dt.timedelta(days=PAYLOAD_DAYS))
    connection.execute(t.outbox.update().where(emptied).values(payload=None))
    letters = old(t.outbox.c.changed, over)
    settled = old(t.issues.c.changed, t.issues.c.state == IssueState.RESOLVED.value)
    gone: list[sa.Delete] = [
        t.outbox_events.delete().where(t.outbox_events.c.key.in_(sa.select(t.outbox.c.key).where(letters))),
        t.outbox.delete().where(letters),
        t.issue_events.delete().where(t.issue_events.c.issue_id.in_(sa.select(t.issues.c.id).where(settled))),
        t.issue_tellings.delete().where(t.issue_tellings.c.issue_id.in_(sa.select(t.issues.c.id).where(settled))),
        t.issues.delete().where(settled),
        t.observations.delete().where(old(t.observations.c.at)),
        t.page_changes.delete().where(old(t.page_changes.c.at)),
        t.visits.delete().where(old(t.visits.c.checked)),
        t.pages.delete().where(old(t.pages.c.last_seen)),
        t.periods.delete().where(old(t.periods.c.done, before=min(limit, now - LEAST_PERIODS))),
        t.runs.delete().where(old(t.runs.c.started)),
        t.urls.delete().where(*(~sa.exists().where(column == t.urls.c.id) for column in _uses())),
    ]
    return sum(connection.execute(each).rowcount for each in gone)


def _uses() -> tuple[sa.Column[int], ...]:
    """Every column that names a URL."""
    return (tables.pages.c.url_id, tables.page_changes.c.url_id, tables.visits.c.url_id, tables.observations.c.url_id)
