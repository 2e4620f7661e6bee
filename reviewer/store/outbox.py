"""The outbox: messages with their final bytes, and where each stands on its way. Every step is one transaction, on disk when it returns."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import sqlalchemy as sa

from reviewer.model import Letter, LetterState, Mailbox, Message
from reviewer.store import tables

WAITING = (LetterState.PREPARED, LetterState.SENDING, LetterState.COMMITTING, LetterState.DEFERRED)
"""States in which the walk still has something to do."""

SUM = "sha256 "
"""How the first line of a message's history begins; the digest of its bytes follows."""

LONGEST_PAUSE = dt.timedelta(hours=4)
"""The longest pause that the walk makes before a next try. A moment further away was written by a clock that ran ahead: it has come."""

Transaction = Callable[[], AbstractContextManager[sa.Connection]]


def put(connection: sa.Connection, messages: Sequence[Message], now: dt.datetime, *, preview: bool = False) -> frozenset[str]:
    """Write messages down, *prepared*. A key that is there already stays as it is, whatever became of it: returns the keys that are new.

    ``preview``: they do not leave the house. Those that do take the place of previews with their keys.
    """
    every = [message.key for message in messages]
    known = keys(connection, every, previews=preview)
    for key in keys(connection, every) - known:
        connection.execute(tables.outbox_events.delete().where(tables.outbox_events.c.key == key))
        connection.execute(tables.outbox.delete().where(tables.outbox.c.key == key))
    new = {message.key: message for message in messages if message.key not in known}
    if new:
        connection.execute(tables.outbox.insert(), [_row(message, now, preview=preview) for message in new.values()])
        connection.execute(
            tables.outbox_events.insert(),
            [
                {"key": key, "at": now, "state": LetterState.PREPARED.value, "says": f"{SUM}{_sum(message.payload)}"}
                for key, message in new.items()
            ],
        )
    return frozenset(new)


def keys(connection: sa.Connection, wanted: Iterable[str], *, previews: bool = True) -> frozenset[str]:
    """Those of the keys that are in the outbox, as more than a preview if so wanted."""
    every, table = list(wanted), tables.outbox
    found: set[str] = set()
    for start in range(0, len(every), 500):
        query = sa.select(table.c.key).where(table.c.key.in_(every[start : start + 500]))
        found |= set(connection.execute(query if previews else query.where(~table.c.preview)).scalars())
    return frozenset(found)


def damaged(connection: sa.Connection) -> frozenset[str]:
    """The keys of messages that are yet to go and whose bytes are not those that were written down."""
    table, events = tables.outbox, tables.outbox_events
    going = [*(state.value for state in WAITING), LetterState.HELD.value]
    query = (
        sa.select(table.c.key, table.c.payload, events.c.says)
        .join(events, events.c.key == table.c.key)
        .where(events.c.says.startswith(SUM), table.c.state.in_(going))
    )
    return frozenset(key for key, payload, says in connection.execute(query) if says != f"{SUM}{_sum(payload or b'')}")


def _sum(payload: bytes) -> str:
    """What tells changed bytes."""
    return hashlib.sha256(payload).hexdigest()


class Outbox:
    """The outbox of a state, for ``deliver.send_batch`` and for people. ``read`` and ``write`` are the state's transactions."""

    def __init__(self, read: Transaction, write: Transaction) -> None:
        self._read = read
        self._write = write

    def letters(self, *states: LetterState, period: str | None = None, owner: str | None = None) -> tuple[Letter, ...]:
        """The letters in these states (all, when none is named), of one period, to one address; by key."""
        table = tables.outbox
        query = sa.select(table).order_by(table.c.key)
        if states:
            query = query.where(table.c.state.in_([state.value for state in states]))
        if period is not None:
            query = query.where(table.c.period == period)
        if owner is not None:
            query = query.where(table.c.owner == owner.casefold())
        with self._read() as connection:
            return tuple(_letter(dict(row)) for row in connection.execute(query).mappings())

    def due(self, now: dt.datetime) -> tuple[Letter, ...]:
        """What may be tried now: all that waits, but what was put off only when its time has come."""
        waiting = self.letters(*WAITING)
        with self._read() as connection:
            bad = damaged(connection)
        return tuple(
            replace(letter, damaged=letter.message.key in bad)
            for letter in waiting
            if letter.next_try is None or not now < letter.next_try <= now + LONGEST_PAUSE
        )

    def next_try(self) -> dt.datetime | None:
        """When the first letter that was put off may be tried again."""
        table = tables.outbox
        query = sa.select(sa.func.min(table.c.next_try, type_=tables.Moment())).where(table.c.state.in_([state.value for state in WAITING]))
        with self._read() as connection:
            return connection.execute(query).scalar_one_or_none()

    def move(
        self,
        key: str,
        state: LetterState,
        *,
        now: dt.datetime,
        says: str = "",
        next_try: dt.datetime | None = None,
        attempts: int | None = None,
        repeats: int | None = None,
    ) -> None:
        """Put a letter into a state. On disk when this returns. Raises ``StateFailed`` when the disk does."""
        values: dict[str, Any] = {"state": state.value, "changed": now, "says": says, "next_try": next_try}
        values |= {name: value for name, value in (("attempts", attempts), ("repeats", repeats)) if value is not None}
        with self._write() as connection:
            connection.execute(tables.outbox.update().where(tables.outbox.c.key == key).values(values))
            connection.execute(tables.outbox_events.insert().values(key=key, at=now, state=state.value, says=says))

    def volume(self, period: str) -> tuple[int, int | None]:
        """How many digests this period has, and the one before it; None when there is none before it. The admin's summary is none."""
        table = tables.outbox
        digests = sa.select(table.c.period, sa.func.count()).where(table.c.key.not_like("%/admin/%")).group_by(table.c.period)
        with self._read() as connection:
            counts: dict[str, int] = dict(connection.execute(digests).all())
        before = [each for each in counts if each < period]
        return counts.get(period, 0), counts[max(before)] if before else None

    def taken(self, wanted: Iterable[str], *, previews: bool = True) -> frozenset[str]:
        """Those of the keys that are in the outbox already, as more than a preview if so wanted."""
        with self._read() as connection:
            return keys(connection, wanted, previews=previews)

    def released(self) -> bool:
        """Whether digests of this installation were ever written down to leave the house. The admin's summary is none."""
        table = tables.outbox
        query = sa.select(table.c.key).where(~table.c.preview, table.c.key.not_like("%/admin/%")).limit(1)
        with self._read() as connection:
            return connection.execute(query).first() is not None

    def written(self, ending: str, since: dt.datetime, until: dt.datetime) -> bool:
        """Whether a message whose key ends so was written down between two moments."""
        table = tables.outbox
        query = sa.select(table.c.key).where(table.c.key.endswith(ending), table.c.prepared >= since, table.c.prepared <= until).limit(1)
        with self._read() as connection:
            return connection.execute(query).first() is not None

    def held(self) -> int:
        """How many messages wait for a person; a preview is told anew by mail and does not."""
        table = tables.outbox
        query = sa.select(sa.func.count()).select_from(table).where(table.c.state == LetterState.HELD.value, ~table.c.preview)
        with self._read() as connection:
            return int(connection.execute(query).scalar_one())

    def threads(self, *, previews: bool = True) -> dict[str, tuple[str, ...]]:
        """The Message-IDs of all that was sent (as previews, too, if so wanted), oldest first, by what stands behind the period in its
        key."""
        table = tables.outbox
        query = (
            sa.select(table.c.key, table.c.message_id).where(table.c.state == LetterState.SENT.value).order_by(table.c.period, table.c.key)
        )
        query = query if previews else query.where(~table.c.preview)
        made: dict[str, list[str]] = defaultdict(list)
        with self._read() as connection:
            for key, message_id in connection.execute(query):
                made[key.partition("/")[2]].append(message_id)
        return {thread: tuple(ids) for thread, ids in made.items()}

    def history(self, key: str) -> tuple[tuple[dt.datetime, str, str], ...]:
        """What happened to a letter: when, which state, what was said."""
        table = tables.outbox_events
        query = sa.select(table.c.at, table.c.state, table.c.says).where(table.c.key == key).order_by(table.c.id)
        with self._read() as connection:
            return tuple((row.at, row.state, row.says) for row in connection.execute(query))


def _row(message: Message, now: dt.datetime, *, preview: bool) -> dict[str, Any]:
    """One message as a new row."""
    return {
        "key": message.key,
        "period": message.key.partition("/")[0],
        "owner": message.to.email.casefold(),
        "message_id": message.message_id,
        "to_name": message.to.name,
        "to_email": message.to.email,
        "sender_name": message.sender.name,
        "sender_email": message.sender.email,
        "subject": message.subject,
        "payload": message.payload,
        "state": LetterState.PREPARED.value,
        "prepared": now,
        "changed": now,
        "preview": preview,
    }


def _letter(row: Mapping[str, Any]) -> Letter:
    """One row as a letter; its text and HTML are read back from its bytes (empty when those were let go)."""
    payload = row["payload"] or b""
    mail = message_from_bytes(payload, _class=EmailMessage, policy=SMTP)
    message = Message(
        key=row["key"],
        message_id=row["message_id"],
        to=Mailbox(row["to_name"], row["to_email"]),
        sender=Mailbox(row["sender_name"], row["sender_email"]),
        subject=row["subject"],
        payload=payload,
        text=_body(mail, "plain"),
        html=_body(mail, "html"),
    )
    return Letter(
        message,
        period=row["period"],
        state=LetterState(row["state"]),
        prepared=row["prepared"],
        changed=row["changed"],
        attempts=row["attempts"],
        repeats=row["repeats"],
        next_try=row["next_try"],
        says=row["says"],
        preview=row["preview"],
    )


def _body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    return str(part.get_content()).replace("\r\n", "\n") if isinstance(part, EmailMessage) else ""
