"""Forgetting a person: an address leaves the state, wherever it stands. That a digest was sent stays, without saying to whom."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, Final

import sqlalchemy as sa

from reviewer.store import facts, looks, tables

FORGOTTEN: Final = "[forgotten]"

NOBODY: Final = "nobody@forgotten.invalid"
"""What stands for the address in the facts of a page until it is read anew: an address still, so that no link looks broken."""

_APART: Final = {
    "outbox": {"key", "owner", "to_name", "to_email", "message_id", "payload"},
    "outbox_events": {"key"},
    "issue_tellings": {"address", "about"},
    "pages": {"facts"},
    "urls": {"url"},
}
"""Columns that are not simply written over: keys, and what is cleared as a whole."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done: rows changed, messages to this person, messages to others that named it and lost their bytes. ``waiting`` messages to
    others still name it, and go out first."""

    rows: int = 0
    messages: int = 0
    others: int = 0
    waiting: int = 0


def forget(connection: sa.Connection, address: str) -> Forgotten:
    """Remove an e-mail address from every table, in the caller's transaction. Messages to it that wait are not sent any more."""
    wanted, t = address.strip().casefold(), tables
    messages = 0
    mine = sa.select(t.outbox.c.key, t.outbox.c.period, t.outbox.c.state).where(
        (sa.func.lower(t.outbox.c.owner) == wanted) | (sa.func.lower(t.outbox.c.to_email) == wanted)
    )
    for key, period, state in connection.execute(mine).all():
        messages += 1
        connection.execute(
            t.outbox.update()
            .where(t.outbox.c.key == key)
            .values(
                key=f"{period}/forgotten/{secrets.token_hex(8)}",
                owner=FORGOTTEN,
                to_name="",
                to_email=FORGOTTEN,
                message_id=FORGOTTEN,
                payload=None,
                state=state if state == "sent" else "refused",
                next_try=None,
                says="",
            )
        )
    others, waiting = _bodies(connection, wanted)
    told = t.issue_tellings.c
    rows = connection.execute(
        t.issue_tellings.delete().where((told.address == wanted) | (told.about == wanted) | told.issue_id.in_(_about(wanted)))
    ).rowcount
    connection.execute(t.issue_events.delete().where(t.issue_events.c.issue_id.in_(_about(wanted))))
    rows += connection.execute(t.issues.delete().where(t.issues.c.id.in_(_about(wanted)))).rowcount
    rows += _urls(connection, wanted)
    rows += _facts(connection, wanted)
    for table in t.METADATA.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, sa.String) and column.name not in _APART.get(table.name, set()):
                rows += _overwrite(connection, table, column, wanted)
    return Forgotten(rows, messages, others, waiting)


def _has(column: sa.Column[Any], wanted: str) -> sa.ColumnElement[bool]:
    """Whether a text holds the address, in whatever case."""
    return sa.func.lower(column).contains(wanted, autoescape=True)


def _about(wanted: str) -> sa.Select[Any]:
    """Issues whose identity holds the address: they go, and come back under another name while the page says so."""
    return sa.select(tables.issues.c.id).where(_has(tables.issues.c.subject, wanted) | _has(tables.issues.c.page, wanted))


def _urls(connection: sa.Connection, wanted: str) -> int:
    """``mailto:`` links and their visits."""
    t, rows = tables, 0
    for number, url in connection.execute(sa.select(t.urls.c.id, t.urls.c.url).where(_has(t.urls.c.url, wanted))).all():
        for table in (t.visits, t.observations):
            rows += connection.execute(table.delete().where(table.c.url_id == number)).rowcount
        other = re.sub(re.escape(wanted), f"forgotten-{secrets.token_hex(4)}", url, flags=re.IGNORECASE)
        connection.execute(t.urls.update().where(t.urls.c.id == number).values(url=other, hash=looks.url_hash(other)))
    return rows


def _facts(connection: sa.Connection, wanted: str) -> int:
    """The packed facts of pages: those that name the address are written anew without it, and their pages are read again."""
    rows, pages = 0, tables.pages
    for number, text in connection.execute(sa.select(pages.c.url_id, pages.c.facts).where(pages.c.facts.is_not(None))).all():
        plain = facts.unpacked(text)
        if wanted in plain.lower():
            other = facts.packed(re.sub(re.escape(wanted), NOBODY, plain, flags=re.IGNORECASE))
            connection.execute(pages.update().where(pages.c.url_id == number).values(facts=other, reader=""))
            rows += 1
    return rows


def _overwrite(connection: sa.Connection, table: sa.Table, column: sa.Column[Any], wanted: str) -> int:
    """Write over the address in one column."""
    keys = list(table.primary_key.columns)
    found = connection.execute(sa.select(*keys, column.label("text_")).where(_has(column, wanted))).all()
    for *key, text in found:
        other = re.sub(re.escape(wanted), FORGOTTEN, text, flags=re.IGNORECASE)
        same = sa.and_(*(name == value for name, value in zip(keys, key, strict=True)))
        connection.execute(table.update().where(same).values({column: other}))
    return len(found)


def _bodies(connection: sa.Connection, wanted: str) -> tuple[int, int]:
    """Messages to others that name the address: those that are over lose their bytes, those that wait are counted."""
    over = waiting = 0
    rows = connection.execute(
        sa.select(tables.outbox.c.key, tables.outbox.c.state, tables.outbox.c.payload).where(tables.outbox.c.payload.is_not(None))
    )
    for key, state, payload in rows.all():
        if not any(wanted in text.casefold() for text in _texts(payload)):
            continue
        if state in {"sent", "refused"}:
            over += 1
            connection.execute(tables.outbox.update().where(tables.outbox.c.key == key).values(payload=None))
        else:
            waiting += 1
    return over, waiting


def _texts(payload: bytes) -> Iterator[str]:
    """Every text of a message, decoded: its headers and its text parts."""
    message = message_from_bytes(payload, _class=EmailMessage, policy=SMTP)
    for part in message.walk():
        yield from map(str, part.values())
        if part.get_content_maintype() == "text":
            yield str(part.get_content())
