"""A PostgreSQL server for the tests of a fleet."""

from __future__ import annotations

from tests.store.conftest import postgres as postgres
from tests.store.conftest import postgres_server as postgres_server
