"""The tables of the first release."""

from __future__ import annotations

from alembic import op

from reviewer.store.tables import METADATA

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    METADATA.create_all(op.get_bind(), checkfirst=False)
