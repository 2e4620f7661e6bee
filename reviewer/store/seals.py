"""What a report shows of the state, as a hash: its seal. Nothing is decoded, so it costs a hundredth of what the report does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Final

import sqlalchemy as sa

from reviewer.store import looks, tables

UNSEEN: Final = frozenset({"last_seen", "looks", "runs", "failing_since", "flaps", "told", "last_told", "fixed_told"})
"""Columns of an issue that no report shows: each look moves some of them. ``looks`` is shown of one that is suspected only."""


def seal(connection: sa.Connection) -> tuple[str, str]:
    """Two hashes: of pages with their facts, the last visits, issues with their history, and since when links fail; and of how often what
    is not certain yet was seen, which each look moves. Runs are in neither."""
    return (
        _hash(_pages(connection), _visits(connection), _issues(connection), _events(connection), looks.failing_since(connection).items()),
        _hash(_doubted(connection)),
    )


def _hash(*of: Iterable[Iterable[Any]]) -> str:
    made = hashlib.blake2b(digest_size=16)
    for rows in of:
        for row in rows:
            made.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
        made.update(b"\n")
    return made.hexdigest()


def _pages(connection: sa.Connection) -> Iterable[sa.Row[Any]]:
    table, urls = tables.pages, tables.urls
    chosen = sa.select(urls.c.url, table.c.site, table.c.state, table.c.facts).join(urls, urls.c.id == table.c.url_id)
    return connection.execute(chosen.order_by(table.c.url_id))


def _visits(connection: sa.Connection) -> Iterable[sa.Row[Any]]:
    table, urls = tables.visits, tables.urls
    chosen = sa.select(urls.c.url, table.c.verdict, table.c.evidence).join(urls, urls.c.id == table.c.url_id)
    return connection.execute(chosen.order_by(table.c.url_id))


def _issues(connection: sa.Connection) -> Iterable[sa.Row[Any]]:
    table = tables.issues
    return connection.execute(sa.select(*(column for column in table.c if column.name not in UNSEEN)).order_by(table.c.id))


def _events(connection: sa.Connection) -> Iterable[sa.Row[Any]]:
    return connection.execute(sa.select(tables.issue_events).order_by(tables.issue_events.c.id))


def _doubted(connection: sa.Connection) -> Iterable[sa.Row[Any]]:
    table = tables.issues
    return connection.execute(sa.select(table.c.id, table.c.looks).where(table.c.state == "suspected").order_by(table.c.id))
