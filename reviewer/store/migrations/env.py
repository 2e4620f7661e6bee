"""Alembic's way in: the connection is the caller's, and so is the transaction."""

from __future__ import annotations

from alembic import context

from reviewer.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True, compare_server_default=True
)
context.run_migrations()
