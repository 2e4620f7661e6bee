"""The tables of work in hand: what the parts of a look found in a period that is not settled yet. Emptied when it is.

They are the fleet's own: made where one works, and made anew when their form changes, since nothing in them outlives a period but how long
the looks took.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

FORM: Final = "2"
"""Names the form of these tables; another one in the state is made anew."""

OPEN, SETTLING, KEPT, ENDED = "open", "settling", "kept", "ended"
"""The states of a period."""

METADATA: Final = sa.MetaData()

_MOMENT: Final = sa.DateTime(timezone=True)


def _period() -> sa.Column[int]:
    """The period that a row belongs to."""
    return sa.Column("period", sa.ForeignKey("fleet_periods.id", ondelete="CASCADE"), nullable=False)


periods = sa.Table(
    "fleet_periods",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("state", sa.String(10), nullable=False, index=True, comment="open, settling, kept or ended"),
    sa.Column("now", _MOMENT, nullable=False, comment="what the period takes for now"),
    sa.Column("as_of", sa.Date, nullable=False, comment="what it takes for today"),
    sa.Column("opened", _MOMENT, nullable=False, comment="when it was opened, by the clock"),
    sa.Column("deadline", _MOMENT, nullable=False, comment="when it ends with what is there"),
    sa.Column("check_period", sa.String(20), comment="the period of the timetable that it does"),
    sa.Column("digest_period", sa.String(20), comment="the digests that it sends; empty: none"),
    sa.Column("send_first", sa.Boolean, nullable=False),
    sa.Column("config", sa.String(32), nullable=False, comment="the fingerprint of the config by which it was handed out"),
    sa.Column("run_id", sa.Integer, comment="its run, once the look is kept"),
    sa.Column("baseline", sa.Boolean, nullable=False, server_default=sa.false(), comment="nothing was known before"),
    sa.Column("whole", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("outcome", sa.String(20), nullable=False, server_default=""),
    sa.Column("says", sa.Text, nullable=False, server_default=""),
    sa.Column("notes", sa.Text, nullable=False, server_default="[]", comment="JSON: sentences for the admin"),
    sa.Column("incomplete", sa.Text, nullable=False, server_default="[]", comment="JSON: why it is incomplete"),
    sa.Column("waits", sa.Integer, comment="first digests that wait for a person"),
    sa.Column("told", sa.Text, comment="JSON: what its messages are, before they are written down; empty: not known yet"),
    sa.Column("sent", sa.Text, nullable=False, server_default="{}", comment="JSON: why sending ended early, and which messages wait"),
    sa.Column("unsaid", sa.Text, nullable=False, server_default="[]", comment="JSON: what a chat could not be told"),
    sa.Column("ended", _MOMENT),
    sa.Column("published", _MOMENT, comment="when the schedule had said what came of it, and written the report"),
)

looks = sa.Table(
    "fleet_looks",
    METADATA,
    sa.Column("period", sa.ForeignKey("fleet_periods.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("lane", sa.Text, primary_key=True),
    sa.Column("sites", sa.Text, nullable=False, comment="JSON: the names of its sites"),
    sa.Column("round", sa.Integer, nullable=False, server_default="1", comment="2 and more: looked at again for what others link to"),
    sa.Column("started", _MOMENT),
    sa.Column("ended", _MOMENT),
    sa.Column("worker", sa.Text, nullable=False, server_default=""),
    sa.Column("pages", sa.Integer, nullable=False, server_default="0"),
    sa.Column("failed", sa.Text, nullable=False, server_default="", comment="why nobody could look; empty: it was looked at"),
    sa.Column("said", sa.Text, nullable=False, server_default="{}", comment="JSON: notes, and why it is incomplete"),
)

pages = sa.Table(
    "fleet_pages",
    METADATA,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    _period(),
    sa.Column("hash", sa.String(32), nullable=False),
    sa.Column("lane", sa.Text, nullable=False),
    sa.Column("site", sa.Text, nullable=False),
    sa.Column("asked", sa.Text, nullable=False, comment="the address that was asked for"),
    sa.Column("depth", sa.Integer, nullable=False),
    sa.Column("facts", sa.Text, nullable=False),
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
    sa.Column("body_hash", sa.String(64)),
    sa.Column("known", sa.Boolean, nullable=False),
    sa.UniqueConstraint("period", "hash"),
    sa.Index("ix_fleet_pages_lane", "period", "lane"),
)

links = sa.Table(
    "fleet_links",
    METADATA,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    _period(),
    sa.Column("hash", sa.String(32), nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("host", sa.Text, nullable=False),
    sa.Column("lane", sa.Text, comment="who asks it; empty: not dealt yet"),
    sa.Column("round", sa.Integer, nullable=False, server_default="0"),
    sa.Column("offer", sa.Text, comment="JSON: what kind of link it is, and where it stands"),
    sa.Column("verdict", sa.String(10), comment="empty: not visited yet"),
    sa.Column("evidence", sa.Text),
    sa.Column("believed", sa.Boolean, nullable=False, server_default=sa.false(), comment="the state's own visit stands"),
    sa.UniqueConstraint("period", "hash"),
    sa.Index("ix_fleet_links_lane", "period", "lane"),
)
sa.Index("ix_fleet_links_open", links.c.period, links.c.lane, postgresql_where=links.c.verdict.is_(None) & ~links.c.believed)

tries = sa.Table(
    "fleet_tries",
    METADATA,
    sa.Column("period", sa.ForeignKey("fleet_periods.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("task", sa.Text, primary_key=True),
    sa.Column("lane", sa.Text, primary_key=True),
    sa.Column("failed", sa.Integer, nullable=False, server_default="0", comment="how often it failed by itself"),
    sa.Column("died", sa.Integer, nullable=False, server_default="0", comment="how often its worker died over it"),
)

turns = sa.Table(
    "fleet_turns",
    METADATA,
    sa.Column("host", sa.Text, primary_key=True),
    sa.Column("next", _MOMENT, nullable=False, comment="when it may be asked again, whoever asks"),
    prefixes=["UNLOGGED"],
)

manners = sa.Table(
    "fleet_manners",
    METADATA,
    sa.Column("period", sa.ForeignKey("fleet_periods.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("host", sa.Text, primary_key=True),
    sa.Column("said", sa.Text, nullable=False, comment="JSON: pauses and failures of a host, for the next worker that asks it"),
    sa.Column("at", _MOMENT, nullable=False),
)

INDEXES: Final = (
    "CREATE INDEX IF NOT EXISTS ix_pages_site ON pages (site)",
    "CREATE INDEX IF NOT EXISTS ix_visits_verdict ON visits (verdict)",
    "CREATE INDEX IF NOT EXISTS ix_visits_checked ON visits (checked)",
)
"""What the state is asked once for each site, and would otherwise read whole."""
