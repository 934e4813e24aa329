"""Migrations: from nothing, back to nothing, and again with data in the tables."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from coach.people import Choices
from storage import migrate
from storage.engine import create
from storage.tables import metadata
from tests.storage.samples import (
    T,
    check_in,
    draft,
    goal,
    leave,
    measurement,
    outgoing,
    own_metric,
    own_reference,
    post,
    profile,
    rhythm,
    schedule,
)
from tests.storage.stores import Database


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without a table."""
    if request.param == "postgres":
        yield request.getfixturevalue("fresh_postgres")
        return
    database = Database(f"sqlite:///{tmp_path / 'jalon.db'}", [])
    yield database
    database.close()


@pytest.fixture
def database(empty: Database) -> Database:
    """A database that is up to date."""
    migrate.upgrade(empty.url)
    return empty


def tables_of(url: str) -> set[str]:
    engine = create(url)
    try:
        with engine.connect() as connection:
            return set(inspect(connection).get_table_names())
    finally:
        engine.dispose()


def test_an_empty_one_becomes_the_newest_database(empty: Database) -> None:
    assert migrate.current(empty.url) is None
    migrate.upgrade(empty.url)
    assert migrate.current(empty.url) == migrate.head()
    assert tables_of(empty.url) == {*metadata.tables, "alembic_version"}
    migrate.upgrade(empty.url)
    assert migrate.current(empty.url) == migrate.head()


def test_the_migrations_make_the_very_tables_of_the_code(database: Database) -> None:
    engine = create(database.url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_down_and_up_again_with_data_in_the_tables(database: Database) -> None:
    storage = database.open()
    with storage.open_uow() as work:
        work.people.put(profile())
        work.drafts.add(draft())
        work.leaves.add(leave())
        work.goals.add(goal())
        work.measurements.add(T, measurement())
        work.check_ins.add(check_in())
        work.schedules.put(schedule())
        work.posts.set_rhythm(rhythm())
        work.posts.put(post())
        work.own_metrics.put(own_metric())
        work.own_metrics.put(own_reference())
        work.outbox.add(outgoing("k"))
        work.commit()
    storage.close()
    migrate.downgrade(database.url, "base")
    assert migrate.current(database.url) is None
    assert tables_of(database.url) == {"alembic_version"}
    migrate.upgrade(database.url)
    with database.open().open_uow() as work:
        assert work.goals.get(T, "g1") is None
        assert work.own_metrics.metrics(T) == []
        assert work.own_metrics.overrides(T) == []


def test_people_who_were_met_before_they_could_choose_are_kept(database: Database) -> None:
    storage = database.open()
    with storage.open_uow() as work:
        work.people.put(profile())
        work.commit()
    storage.close()
    migrate.downgrade(database.url, "0001")
    migrate.upgrade(database.url)
    with database.open().open_uow() as work:
        assert work.people.get(T, "U1") == profile(region=None, admin=False, choices=Choices())


def test_figures_of_before_their_source_was_kept_are_a_persons(database: Database) -> None:
    storage = database.open()
    with storage.open_uow() as work:
        work.goals.add(goal())
        work.measurements.add(T, measurement())
        work.commit()
    storage.close()
    migrate.downgrade(database.url, "0004")
    migrate.upgrade(database.url)
    with database.open().open_uow() as work:
        assert work.measurements.get(T, "m1") == measurement()


def test_a_path_with_a_percent_sign_is_only_a_path(tmp_path: Path) -> None:
    (tmp_path / "80%").mkdir()
    url = f"sqlite:///{tmp_path / '80%' / 'jalon.db'}"
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()


def test_two_processes_may_migrate_at_once(empty: Database) -> None:
    code = "import sys; from storage import migrate; migrate.upgrade(sys.argv[1])"
    command = [sys.executable, "-W", "error", "-c", code, empty.url]
    running = [
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own code
        for _ in range(2)
    ]
    for process in running:
        _, error = process.communicate()
        assert (process.returncode, error) == (0, "")
    assert migrate.current(empty.url) == migrate.head()
