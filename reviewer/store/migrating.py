"""Bring a state to this version: make it, migrate it (after a backup), or refuse a newer one. Alembic's scripts are in ``migrations/``."""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from reviewer.store.failures import StateRefused
from reviewer.store.tables import about

HEAD: Final = "0002"
"""The newest migration. Migrations are numbered: a higher number in a state means that a newer program wrote it."""

SCRIPTS: Final = Path(__file__).parent / "migrations"

MIGRATION_LOCK: Final = 7_226_390_001
"""The PostgreSQL advisory lock that lets one container migrate while the others wait."""


def version(connection: sa.Connection) -> str | None:
    """The migration that the state is at, None when it is empty. Raises ``StateRefused`` for somebody else's tables."""
    names = set(sa.inspect(connection).get_table_names())
    if "alembic_version" in names and "about" in names:
        found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return found
    if names:
        raise StateRefused(
            f"The database holds tables that are not reviewer's ({', '.join(sorted(names)[:5])}). "
            "Set [state] at to a database of its own; this one was not touched."
        )
    return None


def check_version(found: str | None, shown: str, program: str) -> None:
    """Refuse a state that a newer program wrote. Raises ``StateRefused``."""
    if found is not None and (not found.isdigit() or int(found) > int(HEAD)):
        raise StateRefused(
            f"The state {shown} was written by a newer reviewer (its version is {found}, this program ({program}) knows up to {HEAD}). "
            "Install that version again, or put the backup in its place that was made before the upgrade. The state was not changed."
        )


def migrate(connection: sa.Connection, *, program: str, now: dt.datetime) -> None:
    """Run the missing migrations inside the caller's transaction: all or none. A new state gets its installation id."""
    import alembic.command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
    alembic.command.upgrade(config, "head")
    if not connection.execute(sa.select(about.c.key).where(about.c.key == "installation")).first():
        moment = now.astimezone(dt.UTC).isoformat(timespec="seconds")
        connection.execute(
            about.insert(),
            [
                {"key": "installation", "value": secrets.token_hex(8)},
                {"key": "created", "value": moment},
                {"key": "created_by", "value": f"reviewer {program}"},
            ],
        )
