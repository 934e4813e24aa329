"""Migrations: from nothing, back to nothing, and again with data in the tables."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

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
    post,
    profile,
    rhythm,
    schedule,
)
from tests.storage.stores import Sqlite


def tables_of(url: str) -> set[str]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_an_empty_file_becomes_the_newest_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'jalon.db'}"
    assert migrate.current(url) is None
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()
    assert tables_of(url) == {*metadata.tables, "alembic_version"}
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()


def test_the_migrations_make_the_very_tables_of_the_code(sqlite: Sqlite) -> None:
    engine = create(sqlite.url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_down_and_up_again_with_data_in_the_tables(sqlite: Sqlite) -> None:
    storage = sqlite.open()
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
        work.outbox.add(outgoing("k"))
        work.commit()
    storage.close()
    migrate.downgrade(sqlite.url, "base")
    assert migrate.current(sqlite.url) is None
    assert tables_of(sqlite.url) == {"alembic_version"}
    migrate.upgrade(sqlite.url)
    with sqlite.open().open_uow() as work:
        assert work.goals.get(T, "g1") is None


def test_people_who_were_met_before_they_could_choose_are_kept(sqlite: Sqlite) -> None:
    storage = sqlite.open()
    with storage.open_uow() as work:
        work.people.put(profile())
        work.commit()
    storage.close()
    migrate.downgrade(sqlite.url, "0001")
    migrate.upgrade(sqlite.url)
    with sqlite.open().open_uow() as work:
        assert work.people.get(T, "U1") == profile(region=None, admin=False, choices=Choices())


def test_figures_of_before_their_source_was_kept_are_a_persons(sqlite: Sqlite) -> None:
    storage = sqlite.open()
    with storage.open_uow() as work:
        work.goals.add(goal())
        work.measurements.add(T, measurement())
        work.commit()
    storage.close()
    migrate.downgrade(sqlite.url, "0003")
    migrate.upgrade(sqlite.url)
    with sqlite.open().open_uow() as work:
        assert work.measurements.get(T, "m1") == measurement()


def test_a_path_with_a_percent_sign_is_only_a_path(tmp_path: Path) -> None:
    (tmp_path / "80%").mkdir()
    url = f"sqlite:///{tmp_path / '80%' / 'jalon.db'}"
    migrate.upgrade(url)
    assert migrate.current(url) == migrate.head()


def test_two_processes_may_migrate_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'jalon.db'}"
    code = "import sys; from storage import migrate; migrate.upgrade(sys.argv[1])"
    command = [sys.executable, "-W", "error", "-c", code, url]
    running = [
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own code
        for _ in range(2)
    ]
    for process in running:
        _, error = process.communicate()
        assert (process.returncode, error) == (0, "")
    assert migrate.current(url) == migrate.head()
