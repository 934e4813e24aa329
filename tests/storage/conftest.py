"""The same memory three ways: Jalon's own in memory, SQLite, PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.testing import Memory
from storage import migrate
from tests.storage import postgres as pg
from tests.storage.stores import Database, Store, render


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'jalon.db'}", [])
    migrate.upgrade(database.url)
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:12]
    with pg.server(run) as url:
        yield url


@pytest.fixture(scope="session")
def _postgres_url(postgres_server: str) -> Iterator[str]:
    with pg.database(postgres_server) as url:
        migrate.upgrade(url)
        yield url


@pytest.fixture
def postgres(_postgres_url: str) -> Iterator[Database]:
    """An empty database on PostgreSQL; made once, emptied for each test."""
    pg.empty(_postgres_url)
    database = Database(_postgres_url, [])
    yield database
    database.close()


@pytest.fixture
def fresh_postgres(postgres_server: str) -> Iterator[Database]:
    """A database on PostgreSQL without a table."""
    with pg.database(postgres_server) as url:
        database = Database(url, [])
        yield database
        database.close()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return Memory(render)
    database: Database = request.getfixturevalue(request.param)
    return database.open()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """A database of either kind, up to date and empty."""
    database: Database = request.getfixturevalue(request.param)
    return database
