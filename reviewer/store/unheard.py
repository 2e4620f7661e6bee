"""Who should have heard and did not: open issues whose message never left, or for which none was ever written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from reviewer.model import IssueState, LetterState
from reviewer.store import tables

ADMINS = "%/admin/%"
"""Keys of what is written to the admin, who may be a reader of digests too."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """One reader whose message did not go: since when it waits, where it stands, what was said last, and how many open issues it names."""

    address: str
    since: dt.datetime
    state: LetterState
    says: str
    issues: int


def unheard(connection: sa.Connection, before: dt.datetime, now: dt.datetime) -> tuple[Unheard, ...]:
    """The readers of whose messages about an issue that is still open none has been sent since one was written down earlier than
    ``before``, the one who waits longest first: a reminder that was written since then, and does not go either, is no news of it. Of an
    issue that opened before then, and that nobody has heard of, the first message may be as young as it likes. What was written later than
    ``now`` was written by a clock that ran ahead, nobody knows when.

    An issue that went to another reader later is that one's now: one who left or was replaced is not waited for.
    """
    sent = LetterState.SENT.value
    telling, later = tables.issue_tellings.alias(), tables.issue_tellings.alias()
    letter, last, other = tables.outbox.alias(), tables.outbox.alias(), tables.outbox.alias()
    passed_on = (
        sa.select(later.c.issue_id)
        .join(other, (other.c.owner == later.c.address) & (other.c.prepared == later.c.last))
        .where(later.c.issue_id == telling.c.issue_id, later.c.last > telling.c.last, other.c.state == sent)
        .exists()
    )
    heard_of = (
        sa.select(later.c.issue_id)
        .join(other, (other.c.owner == later.c.address) & other.c.prepared.between(later.c.first, later.c.last))
        .where(later.c.issue_id == telling.c.issue_id, other.c.state == sent, other.c.key.not_like(ADMINS))
        .exists()
    )
    late = (letter.c.prepared < before) | (letter.c.prepared > now) | ((tables.issues.c.changed < before) & ~heard_of)
    heard_since = (
        sa.select(other.c.key)
        .where(other.c.owner == telling.c.address, other.c.state == sent, other.c.key.not_like(ADMINS))
        .where(other.c.prepared > letter.c.prepared, other.c.prepared <= telling.c.last)
        .exists()
    )
    since = sa.func.min(letter.c.prepared, type_=tables.Moment())
    query = (
        sa.select(letter.c.owner, since, letter.c.state, letter.c.says, sa.func.count(sa.distinct(telling.c.issue_id)))
        .join(last, (last.c.owner == telling.c.address) & (last.c.prepared == telling.c.last) & (last.c.state != sent))
        .join(letter, (letter.c.owner == telling.c.address) & letter.c.prepared.between(telling.c.first, telling.c.last))
        .join(tables.issues, tables.issues.c.id == telling.c.issue_id)
        .where(tables.issues.c.state == IssueState.OPEN.value, letter.c.state != sent, ~letter.c.preview)
        .where(letter.c.key.not_like(ADMINS), last.c.key.not_like(ADMINS), ~heard_since)
        .where(late, ~passed_on)
        .group_by(letter.c.owner, letter.c.state, letter.c.says)
        .order_by(since, letter.c.owner)
    )
    return tuple(Unheard(address, at, LetterState(state), says, count) for address, at, state, says, count in connection.execute(query))


def untold(connection: sa.Connection, before: dt.datetime) -> int:
    """How many issues opened earlier than ``before``, are open still, and stand in no message that is to leave the house."""
    table, told = tables.issues, tables.issue_tellings
    written = sa.select(told.c.issue_id).where(told.c.issue_id == table.c.id, ~told.c.preview).exists()
    query = sa.select(sa.func.count()).select_from(table).where(table.c.state == IssueState.OPEN.value, table.c.changed < before, ~written)
    return int(connection.execute(query).scalar_one())
