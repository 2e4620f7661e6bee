"""How sure each finding is, what that rests on, and the further pages on which the same stands."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FACTS = "packed JSON: everything that was read, as of the last run that could read the page; `reviewer state export` writes it plainly"
"""What the column holds from now on; facts that were written before are plain until their page is read again, and are read as they are."""

KNOWN = (
    """UPDATE issues SET confidence = 'stated' WHERE "check" IN ('review_date', 'superseded_page', 'superseded_target')""",
    """UPDATE issues SET confidence = 'guessed', severity = 1 WHERE "check" IN ('lapsed_promise', 'stale_period')""",
)
"""What the checks of the first release found was stated by pages, or guessed; the next run says it of each finding anew. A guess is a note,
so that nobody is written to because of it before that run."""


def upgrade() -> None:
    """Add the columns, and say of the issues that there are what is known."""
    op.add_column(
        "issues", sa.Column("confidence", sa.String(10), nullable=False, server_default="seen", comment="stated, seen or guessed")
    )
    op.add_column("issues", sa.Column("rests_on", sa.Text, nullable=False, server_default="", comment="what the confidence rests on"))
    op.add_column(
        "issues",
        sa.Column("also", sa.Text, nullable=False, server_default="[]", comment="JSON: further pages on which the same stands, told once"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"COMMENT ON COLUMN pages.facts IS '{FACTS}'")
    for statement in KNOWN:
        op.execute(statement)
