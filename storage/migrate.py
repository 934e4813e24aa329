"""Migrations, run by the program itself; the scripts lie beside, in `storage/migrations`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select
from sqlalchemy import func as sql

from storage import engine as engines
from storage.errors import DatabaseUnavailable, Reason

MIGRATING = 0x6A616C6F6E
"""The number of PostgreSQL's lock that one process at a time migrates under."""
SCRIPTS = Path(__file__).parent / "migrations"


def head() -> str:
    """The revision that this version of Jalon wants."""
    revision = ScriptDirectory(str(SCRIPTS)).get_current_head()
    assert revision is not None
    return revision


def current(url: str) -> str | None:
    """The revision that a database stands at; None where it is empty.

    Raises:
        DatabaseUnavailable: it does not answer.
    """
    engine = engines.create(url)
    try:
        with engines.reading(engine) as connection:
            return revision_of(connection)
    finally:
        engine.dispose()


def upgrade(url: str, *, patience: timedelta = engines.PATIENCE) -> None:
    """Bring a database up to date, from nothing or from any earlier version, in one transaction.

    Two processes may start at once: the second waits for the first and finds nothing to do.

    Raises:
        DatabaseUnavailable: it is locked, read-only, missing, or newer than this version of Jalon.
    """
    with _connected(url, patience) as (connection, config):
        revision = revision_of(connection)
        if revision != head():
            _require_known(revision)
            command.upgrade(config, "head")


def downgrade(url: str, revision: str) -> None:
    """Take a database back to an earlier revision (`base`: to nothing).

    Raises:
        DatabaseUnavailable: it is locked, read-only, missing, or newer than this version of Jalon.
    """
    with _connected(url, engines.PATIENCE) as (connection, config):
        _require_known(revision_of(connection))
        command.downgrade(config, revision)


def write_revision(url: str, message: str) -> None:
    """Draft the next migration: what `storage/tables.py` has and the database has not (for developers)."""
    with _connected(url, engines.PATIENCE) as (_, config):
        command.revision(config, message=message, autogenerate=True)


def revision_of(connection: Connection) -> str | None:
    """The revision that the database of a connection stands at."""
    return MigrationContext.configure(connection).get_current_revision()


def require_head(revision: str | None) -> None:
    """Check that a database stands where this version of Jalon wants it.

    Raises:
        DatabaseUnavailable: it is older or newer.
    """
    _require_known(revision)
    if revision != head():
        raise DatabaseUnavailable(Reason.TOO_OLD, f"at {revision}, wanted {head()}")


def _require_known(revision: str | None) -> None:
    known = {script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()}
    if revision is not None and revision not in known:
        raise DatabaseUnavailable(Reason.TOO_NEW, f"at {revision}, known up to {head()}")


@contextmanager
def _connected(url: str, patience: timedelta) -> Iterator[tuple[Connection, Config]]:
    """A transaction that nobody else migrates beside, and Alembic set up to work in it.

    References are not checked meanwhile: SQLite rebuilds a table to change it.
    """
    engine = engines.create(url, patience=patience, foreign_keys=False)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(sql.pg_advisory_xact_lock(MIGRATING)))
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
            config.set_main_option("path_separator", "os")
            yield connection, config
    finally:
        engine.dispose()
