"""The same memory three ways; PostgreSQL joins where a server is given."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.testing import Memory
from storage import migrate
from tests.storage.stores import Sqlite, Store, render


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Sqlite]:
    database = Sqlite(f"sqlite:///{tmp_path / 'jalon.db'}", [])
    migrate.upgrade(database.url)
    yield database
    for storage in database.opened:
        storage.close()


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return Memory(render)
    database: Sqlite = request.getfixturevalue("sqlite")
    return database.open()
