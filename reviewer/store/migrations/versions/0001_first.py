"""The tables of the first release. Written out: a migration does not change when the tables of a later version do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "about",
        sa.Column("key", sa.String(length=40), nullable=False, comment="installation, created, created_by"),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_about")),
        comment="What the state says of itself: the installation's random id (Message-IDs are made from it), when and by whom it was made.",
    )
    op.create_table(
        "issues",
        sa.Column("id", sa.String(length=16), nullable=False, comment="hash of check, page and subject"),
        sa.Column("check", sa.String(length=60), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False, comment="1 note, 2 soon, 3 problem, 4 urgent"),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("fix", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("audience", sa.String(length=20), nullable=False, comment="owner, template or admin"),
        sa.Column("doubt", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=60), server_default="", nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("suggestion", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False, comment="suspected, open, resolved, snoozed or accepted"),
        sa.Column("first_seen", sa.String(27), nullable=False),
        sa.Column("last_seen", sa.String(27), nullable=False),
        sa.Column("changed", sa.String(27), nullable=False, comment="the last change of state"),
        sa.Column("looks", sa.Integer(), nullable=False, comment="looks that failed in a row"),
        sa.Column("runs", sa.Integer(), nullable=False, comment="the runs they were in"),
        sa.Column("failing_since", sa.String(27), nullable=True),
        sa.Column("flaps", sa.Integer(), nullable=False, comment="how often it came back after a success"),
        sa.Column("told", sa.Integer(), nullable=False, comment="digests that named it since it opened, the most that one owner had"),
        sa.Column("last_told", sa.String(27), nullable=True),
        sa.Column("fixed_told", sa.Boolean(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True, comment="the last day of a snooze"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issues")),
        comment="Findings over time.",
    )
    op.create_index(op.f("ix_issues_page"), "issues", ["page"], unique=False)
    op.create_index(op.f("ix_issues_state"), "issues", ["state"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("key", sa.Text(), nullable=False, comment="period/address: the same key is never sent twice"),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False, comment="the address that the digest is for"),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("to_name", sa.Text(), nullable=False),
        sa.Column("to_email", sa.Text(), nullable=False),
        sa.Column("sender_name", sa.Text(), nullable=False),
        sa.Column("sender_email", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column(
            "payload",
            sa.LargeBinary(),
            nullable=True,
            comment="the whole message; text and HTML are its parts. Emptied when retention or forgetting says so",
        ),
        sa.Column("state", sa.String(length=20), nullable=False, comment="prepared, sending, committing, sent, deferred, refused or held"),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("repeats", sa.Integer(), server_default="0", nullable=False, comment="times it was sent again because nobody could know"),
        sa.Column("prepared", sa.String(27), nullable=False),
        sa.Column("changed", sa.String(27), nullable=False, comment="the last change of state"),
        sa.Column("next_try", sa.String(27), nullable=True, comment="when a deferred message is tried again"),
        sa.Column("says", sa.Text(), server_default="", nullable=False, comment="what the mail server or we said last"),
        sa.Column(
            "preview", sa.Boolean(), server_default=sa.false(), nullable=False, comment="written for a folder, not to leave the house"
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_outbox")),
        comment="Messages: written once with their final bytes, then sent.",
    )
    op.create_index(op.f("ix_outbox_owner"), "outbox", ["owner"], unique=False)
    op.create_index(op.f("ix_outbox_period"), "outbox", ["period"], unique=False)
    op.create_index(op.f("ix_outbox_state"), "outbox", ["state"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="check, digest or run (both)"),
        sa.Column("started", sa.String(27), nullable=False),
        sa.Column("ended", sa.String(27), nullable=True, comment="empty: it runs now, or was killed"),
        sa.Column("as_of", sa.Date(), nullable=False, comment="what the run took for today"),
        sa.Column("outcome", sa.String(length=20), nullable=False, comment="running, done, incomplete, interrupted, failed or killed"),
        sa.Column("says", sa.Text(), server_default="", nullable=False, comment="one sentence for the admin when it is not done"),
        sa.Column("pages", sa.Integer(), server_default="0", nullable=False),
        sa.Column("unread", sa.Integer(), server_default="0", nullable=False, comment="pages that could not be read"),
        sa.Column("works", sa.Integer(), server_default="0", nullable=False, comment="links by verdict, each URL once"),
        sa.Column("moved", sa.Integer(), server_default="0", nullable=False),
        sa.Column("broken", sa.Integer(), server_default="0", nullable=False),
        sa.Column("unsure", sa.Integer(), server_default="0", nullable=False),
        sa.Column("skipped", sa.Integer(), server_default="0", nullable=False),
        sa.Column("issues_open", sa.Integer(), server_default="0", nullable=False, comment="open issues after the run"),
        sa.Column("overdue", sa.Integer(), server_default="0", nullable=False, comment="open issues with the reason overdue"),
        sa.Column("messages", sa.Integer(), server_default="0", nullable=False, comment="messages that were accepted in the run"),
        sa.Column("notes", sa.Text(), server_default="[]", nullable=False, comment="JSON: sentences for the admin"),
        sa.Column("version", sa.String(length=40), nullable=False, comment="the program's version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        comment="One row for each run. The trend for the board is drawn from it.",
    )
    op.create_table(
        "urls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column(
            "hash", sa.String(length=32), nullable=False, comment="the first half of the URL's SHA-256: an index that holds any length"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_urls")),
        sa.UniqueConstraint("hash"),
        comment="Every address, once; other tables name its number.",
    )
    op.create_table(
        "issue_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False, comment="a person, or reviewer"),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["issue_id"], ["issues.id"], name=op.f("fk_issue_events_issue_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_events")),
        comment="The history of each issue.",
    )
    op.create_index(op.f("ix_issue_events_issue_id"), "issue_events", ["issue_id"], unique=False)
    op.create_table(
        "issue_tellings",
        sa.Column("issue_id", sa.String(length=16), nullable=False),
        sa.Column("address", sa.String(length=400), nullable=False, comment="who was told, in small letters"),
        sa.Column("about", sa.String(length=400), nullable=False, comment="the owner for whom a manager was told; else empty"),
        sa.Column("times", sa.Integer(), nullable=False, comment="digests that named it since it opened"),
        sa.Column("first", sa.String(27), nullable=False),
        sa.Column("last", sa.String(27), nullable=False),
        sa.Column("fixed", sa.Boolean(), nullable=False, comment="was thanked"),
        sa.Column("preview", sa.Boolean(), nullable=False, comment="only into a folder: counts for nothing once messages leave the house"),
        sa.ForeignKeyConstraint(["issue_id"], ["issues.id"], name=op.f("fk_issue_tellings_issue_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("issue_id", "address", "about", name=op.f("pk_issue_tellings")),
        comment="Who was told of each issue since it opened.",
    )
    op.create_table(
        "observations",
        sa.Column("url_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_observations_run_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["url_id"], ["urls.id"], name=op.f("fk_observations_url_id")),
        sa.PrimaryKeyConstraint("url_id", "at", name=op.f("pk_observations")),
        comment="History of links: a row only when verdict, reason, status or target changed.",
    )
    op.create_table(
        "outbox_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("says", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["key"], ["outbox.key"], name=op.f("fk_outbox_events_key"), onupdate="CASCADE", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_events")),
        comment="The history of each message.",
    )
    op.create_index(op.f("ix_outbox_events_key"), "outbox_events", ["key"], unique=False)
    op.create_table(
        "page_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("due", sa.String(length=20), nullable=True),
        sa.Column("last_reviewed", sa.String(length=20), nullable=True),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_page_changes_run_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["url_id"], ["urls.id"], name=op.f("fk_page_changes_url_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_changes")),
        comment="History of pages: a row only when the state, a review date or the main text changed.",
    )
    op.create_index(op.f("ix_page_changes_url_id"), "page_changes", ["url_id"], unique=False)
    op.create_table(
        "pages",
        sa.Column("url_id", sa.Integer(), nullable=False),
        sa.Column("site", sa.Text(), server_default="", nullable=False, comment="the site's name in the config"),
        sa.Column("state", sa.String(length=20), nullable=False, comment="read, or why not, in the last run that looked"),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "due",
            sa.String(length=20),
            nullable=True,
            comment="the due date that the page states, as exactly as it states it: 2024-05-31, 2024-05, 2024-Q3",
        ),
        sa.Column("last_reviewed", sa.String(length=20), nullable=True),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False, comment="hash of the main text without its dates"),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.String(length=64), nullable=True, comment="SHA-256 of the body: the same body is not parsed again"),
        sa.Column("facts", sa.Text(), nullable=True, comment="JSON: everything that was read, as of the last run that could read the page"),
        sa.Column("reader", sa.String(length=40), server_default="", nullable=False, comment="the program's version that read the facts"),
        sa.Column("first_seen", sa.String(27), nullable=False),
        sa.Column("last_read", sa.String(27), nullable=True, comment="the last run that could read it"),
        sa.Column("last_seen", sa.String(27), nullable=False, comment="the last run that looked"),
        sa.ForeignKeyConstraint(["url_id"], ["urls.id"], name=op.f("fk_pages_url_id")),
        sa.PrimaryKeyConstraint("url_id", name=op.f("pk_pages")),
        comment="What is known of each page now.",
    )
    op.create_table(
        "periods",
        sa.Column("kind", sa.String(length=20), nullable=False, comment="check or digest"),
        sa.Column("period", sa.String(length=20), nullable=False, comment="the day it was due, in the organisation's zone: 2026-11-23"),
        sa.Column("done", sa.String(27), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_periods_run_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("kind", "period", name=op.f("pk_periods")),
        comment="Which periods of the timetable are done. A period that stands here never runs again.",
    )
    op.create_table(
        "visits",
        sa.Column("url_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False, comment="works, moved, broken, unsure or skipped"),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True, comment="the last HTTP status"),
        sa.Column("target", sa.Text(), nullable=True, comment="where it leads, when that is elsewhere"),
        sa.Column(
            "evidence",
            sa.Text(),
            nullable=False,
            comment="JSON: the whole visit, as it was when verdict, reason, status or target last changed",
        ),
        sa.Column("since", sa.String(27), nullable=False, comment="since when it answers like this"),
        sa.Column("checked", sa.String(27), nullable=False, comment="the last visit"),
        sa.ForeignKeyConstraint(["url_id"], ["urls.id"], name=op.f("fk_visits_url_id")),
        sa.PrimaryKeyConstraint("url_id", name=op.f("pk_visits")),
        comment="The last visit of each link.",
    )
