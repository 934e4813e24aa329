"""What belongs to a database lies beside it, and two processes may keep it at once."""

import multiprocessing
from pathlib import Path

import pytest

from bot.playground import persist
from bot.trial import home_of

DATA = Path("/data")


@pytest.mark.parametrize(
    ("database", "home"),
    [
        (None, "/data/playground"),
        ("sqlite:////srv/mine.sqlite3", "/srv/mine.sqlite3.playground"),
        ("sqlite:///mine.sqlite3", "mine.sqlite3.playground"),
        ("no address at all", "/data/playground"),
    ],
)
def test_a_database_of_ones_own_has_a_workspace_of_its_own(database: str | None, home: str) -> None:
    assert home_of(database, DATA) == Path(home)


def test_two_servers_databases_have_two_workspaces_and_no_password_names_them() -> None:
    first, second = (home_of(f"postgresql+psycopg://me:secret@db/{name}", DATA) for name in ("one", "two"))
    assert first != second
    assert first == home_of("postgresql+psycopg://me:another@db/one", DATA)
    assert first.parent == DATA / "playgrounds"


def _keeps(path: Path, body: str) -> None:
    for _ in range(150):
        persist.write(path, body)


def test_two_processes_that_keep_the_same_workspace_do_not_trip_over_each_other(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"
    spawn = multiprocessing.get_context("spawn")
    both = [spawn.Process(target=_keeps, args=(path, body * 500)) for body in "ab"]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    assert path.read_text() in {"a" * 500, "b" * 500}
    assert [found.name for found in tmp_path.iterdir()] == ["workspace.json"]
