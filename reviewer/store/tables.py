"""The tables of the state, one ``MetaData``. What each holds is told to people in ``docs/state.md`` and to the database as comments.

Moments are text in UTC (``2026-11-21T06:00:00.000000Z``), which sorts as time and reads well in Datasette; days are dates. Every URL is
kept once, in ``urls``. History is kept on change only: a link that answers the same for a year has one row in ``observations``.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import sqlalchemy as sa


class Moment(sa.TypeDecorator[dt.datetime]):
    """An aware datetime, kept as text in UTC with microseconds."""

    impl = sa.String(27)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> str | None:
        """Write in UTC; a naive datetime is a mistake of the caller (``ValueError``)."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a time zone: {value!r}")
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> dt.datetime | None:
        """Read back as an aware datetime in UTC."""
        del dialect
        return None if value is None else dt.datetime.fromisoformat(value)


METADATA: Final = sa.MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}
)

FACTS: Final = (
    "packed JSON: everything that was read, as of the last run that could read the page; `reviewer state export` writes it plainly"
)

about = sa.Table(
    "about",
    METADATA,
    sa.Column("key", sa.String(40), primary_key=True, comment="installation, created, created_by"),
    sa.Column("value", sa.Text, nullable=False),
    comment="What the state says of itself: the installation's random id (Message-IDs are made from it), when and by whom it was made.",
)

runs = sa.Table(
    "runs",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False, comment="check, digest or run (both)"),
    sa.Column("started", Moment, nullable=False),
    sa.Column("ended", Moment, comment="empty: it runs now, or was killed"),
    sa.Column("as_of", sa.Date, nullable=False, comment="what the run took for today"),
    sa.Column("outcome", sa.String(20), nullable=False, comment="running, done, incomplete, interrupted, failed or killed"),
    sa.Column("says", sa.Text, nullable=False, server_default="", comment="one sentence for the admin when it is not done"),
    sa.Column("pages", sa.Integer, nullable=False, server_default="0"),
    sa.Column("unread", sa.Integer, nullable=False, server_default="0", comment="pages that could not be read"),
    sa.Column("works", sa.Integer, nullable=False, server_default="0", comment="links by verdict, each URL once"),
    sa.Column("moved", sa.Integer, nullable=False, server_default="0"),
    sa.Column("broken", sa.Integer, nullable=False, server_default="0"),
    sa.Column("unsure", sa.Integer, nullable=False, server_default="0"),
    sa.Column("skipped", sa.Integer, nullable=False, server_default="0"),
    sa.Column("issues_open", sa.Integer, nullable=False, server_default="0", comment="open issues after the run"),
    sa.Column("overdue", sa.Integer, nullable=False, server_default="0", comment="open issues with the reason overdue"),
    sa.Column("messages", sa.Integer, nullable=False, server_default="0", comment="messages that were accepted in the run"),
    sa.Column("notes", sa.Text, nullable=False, server_default="[]", comment="JSON: sentences for the admin"),
    sa.Column("version", sa.String(40), nullable=False, comment="the program's version"),
    comment="One row for each run. The trend for the board is drawn from it.",
)

periods = sa.Table(
    "periods",
    METADATA,
    sa.Column("kind", sa.String(20), primary_key=True, comment="check or digest"),
    sa.Column("period", sa.String(20), primary_key=True, comment="the day it was due, in the organisation's zone: 2026-11-23"),
    sa.Column("done", Moment, nullable=False),
    sa.Column("run_id", sa.Integer, sa.ForeignKey("runs.id", ondelete="SET NULL")),
    comment="Which periods of the timetable are done. A period that stands here never runs again.",
)

urls = sa.Table(
    "urls",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column(
        "hash", sa.String(32), nullable=False, unique=True, comment="the first half of the URL's SHA-256: an index that holds any length"
    ),
    comment="Every address, once; other tables name its number.",
)

pages = sa.Table(
    "pages",
    METADATA,
    sa.Column("url_id", sa.ForeignKey("urls.id"), primary_key=True),
    sa.Column("site", sa.Text, nullable=False, server_default="", comment="the site's name in the config"),
    sa.Column("state", sa.String(20), nullable=False, comment="read, or why not, in the last run that looked"),
    sa.Column("title", sa.Text, nullable=False, server_default=""),
    sa.Column("due", sa.String(20), comment="the due date that the page states, as exactly as it states it: 2024-05-31, 2024-05, 2024-Q3"),
    sa.Column("last_reviewed", sa.String(20)),
    sa.Column("fingerprint", sa.Text, nullable=False, server_default="", comment="hash of the main text without its dates"),
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
    sa.Column("body_hash", sa.String(64), comment="SHA-256 of the body: the same body is not parsed again"),
    sa.Column("facts", sa.Text, comment=FACTS),
    sa.Column("reader", sa.String(40), nullable=False, server_default="", comment="the program's version that read the facts"),
    sa.Column("first_seen", Moment, nullable=False),
    sa.Column("last_read", Moment, comment="the last run that could read it"),
    sa.Column("last_seen", Moment, nullable=False, comment="the last run that looked"),
    comment="What is known of each page now.",
)

page_changes = sa.Table(
    "page_changes",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("url_id", sa.ForeignKey("urls.id"), nullable=False, index=True),
    sa.Column("run_id", sa.ForeignKey("runs.id", ondelete="SET NULL")),
    sa.Column("at", Moment, nullable=False),
    sa.Column("state", sa.String(20), nullable=False),
    sa.Column("due", sa.String(20)),
    sa.Column("last_reviewed", sa.String(20)),
    sa.Column("fingerprint", sa.Text, nullable=False, server_default=""),
    comment="History of pages: a row only when the state, a review date or the main text changed.",
)

visits = sa.Table(
    "visits",
    METADATA,
    sa.Column("url_id", sa.ForeignKey("urls.id"), primary_key=True),
    sa.Column("verdict", sa.String(10), nullable=False, comment="works, moved, broken, unsure or skipped"),
    sa.Column("reason", sa.String(40), nullable=False),
    sa.Column("status", sa.Integer, comment="the last HTTP status"),
    sa.Column("target", sa.Text, comment="where it leads, when that is elsewhere"),
    sa.Column(
        "evidence", sa.Text, nullable=False, comment="JSON: the whole visit, as it was when verdict, reason, status or target last changed"
    ),
    sa.Column("since", Moment, nullable=False, comment="since when it answers like this"),
    sa.Column("checked", Moment, nullable=False, comment="the last visit"),
    comment="The last visit of each link.",
)

observations = sa.Table(
    "observations",
    METADATA,
    sa.Column("url_id", sa.ForeignKey("urls.id"), primary_key=True),
    sa.Column("at", Moment, primary_key=True),
    sa.Column("run_id", sa.ForeignKey("runs.id", ondelete="SET NULL")),
    sa.Column("verdict", sa.String(10), nullable=False),
    sa.Column("reason", sa.String(40), nullable=False),
    sa.Column("status", sa.Integer),
    comment="History of links: a row only when verdict, reason, status or target changed.",
)

issues = sa.Table(
    "issues",
    METADATA,
    sa.Column("id", sa.String(16), primary_key=True, comment="hash of check, page and subject"),
    sa.Column("check", sa.String(60), nullable=False),
    sa.Column("page", sa.Text, nullable=False, index=True),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("severity", sa.Integer, nullable=False, comment="1 note, 2 soon, 3 problem, 4 urgent"),
    sa.Column("says", sa.Text, nullable=False),
    sa.Column("fix", sa.Text, nullable=False),
    sa.Column("quote", sa.Text, nullable=False, server_default=""),
    sa.Column("heading", sa.Text),
    sa.Column("line", sa.Integer),
    sa.Column("audience", sa.String(20), nullable=False, comment="owner, template or admin"),
    sa.Column("doubt", sa.String(20), nullable=False),
    sa.Column("reason", sa.String(60), nullable=False, server_default=""),
    sa.Column("due", sa.Date),
    sa.Column("suggestion", sa.Text),
    sa.Column("confidence", sa.String(10), nullable=False, server_default="seen", comment="stated, seen or guessed"),
    sa.Column("rests_on", sa.Text, nullable=False, server_default="", comment="what the confidence rests on"),
    sa.Column("also", sa.Text, nullable=False, server_default="[]", comment="JSON: further pages on which the same stands, told once"),
    sa.Column("state", sa.String(20), nullable=False, index=True, comment="suspected, open, resolved, snoozed or accepted"),
    sa.Column("first_seen", Moment, nullable=False),
    sa.Column("last_seen", Moment, nullable=False),
    sa.Column("changed", Moment, nullable=False, comment="the last change of state"),
    sa.Column("looks", sa.Integer, nullable=False, comment="looks that failed in a row"),
    sa.Column("runs", sa.Integer, nullable=False, comment="the runs they were in"),
    sa.Column("failing_since", Moment),
    sa.Column("flaps", sa.Integer, nullable=False, comment="how often it came back after a success"),
    sa.Column("told", sa.Integer, nullable=False, comment="digests that named it since it opened, the most that one owner had"),
    sa.Column("last_told", Moment),
    sa.Column("fixed_told", sa.Boolean, nullable=False),
    sa.Column("until", sa.Date, comment="the last day of a snooze"),
    comment="Findings over time.",
)

issue_events = sa.Table(
    "issue_events",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("issue_id", sa.ForeignKey("issues.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False, comment="a person, or reviewer"),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("until", sa.Date),
    comment="The history of each issue.",
)

issue_tellings = sa.Table(
    "issue_tellings",
    METADATA,
    sa.Column("issue_id", sa.ForeignKey("issues.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("address", sa.String(400), primary_key=True, comment="who was told, in small letters"),
    sa.Column("about", sa.String(400), primary_key=True, comment="the owner for whom a manager was told; else empty"),
    sa.Column("times", sa.Integer, nullable=False, comment="digests that named it since it opened"),
    sa.Column("first", Moment, nullable=False),
    sa.Column("last", Moment, nullable=False),
    sa.Column("fixed", sa.Boolean, nullable=False, comment="was thanked"),
    sa.Column("preview", sa.Boolean, nullable=False, comment="only into a folder: counts for nothing once messages leave the house"),
    comment="Who was told of each issue since it opened.",
)

outbox = sa.Table(
    "outbox",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True, comment="period/address: the same key is never sent twice"),
    sa.Column("period", sa.String(20), nullable=False, index=True),
    sa.Column("owner", sa.Text, nullable=False, index=True, comment="the address that the digest is for"),
    sa.Column("message_id", sa.Text, nullable=False),
    sa.Column("to_name", sa.Text, nullable=False),
    sa.Column("to_email", sa.Text, nullable=False),
    sa.Column("sender_name", sa.Text, nullable=False),
    sa.Column("sender_email", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column(
        "payload", sa.LargeBinary, comment="the whole message; text and HTML are its parts. Emptied when retention or forgetting says so"
    ),
    sa.Column("state", sa.String(20), nullable=False, index=True, comment="prepared, sending, committing, sent, deferred, refused or held"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("repeats", sa.Integer, nullable=False, server_default="0", comment="times it was sent again because nobody could know"),
    sa.Column("prepared", Moment, nullable=False),
    sa.Column("changed", Moment, nullable=False, comment="the last change of state"),
    sa.Column("next_try", Moment, comment="when a deferred message is tried again"),
    sa.Column("says", sa.Text, nullable=False, server_default="", comment="what the mail server or we said last"),
    sa.Column("preview", sa.Boolean, nullable=False, server_default=sa.false(), comment="written for a folder, not to leave the house"),
    comment="Messages: written once with their final bytes, then sent.",
)

outbox_events = sa.Table(
    "outbox_events",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.ForeignKey("outbox.key", ondelete="CASCADE", onupdate="CASCADE"), nullable=False, index=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("state", sa.String(20), nullable=False),
    sa.Column("says", sa.Text, nullable=False, server_default=""),
    comment="The history of each message.",
)
