"""States for tests: a SQLite file, and a database on a PostgreSQL server where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.store import Store
from tests.store.server import database, server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A server."""
    with server() as url:
        yield url


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """An empty database."""
    with database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def at(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new state may be made: the same tests hold on both."""
    return str(tmp_path / "state.sqlite3") if request.param == "sqlite" else str(request.getfixturevalue("postgres"))


@pytest.fixture
def store(at: str) -> Iterator[Store]:
    """A new state."""
    with Store.open(at) as store:
        yield store
