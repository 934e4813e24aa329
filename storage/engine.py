"""The one place that makes an engine: its pragmas, its transactions, its errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from pydantic_core import to_json
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from coach.errors import Stale
from storage.errors import DatabaseUnavailable, Reason

PATIENCE = timedelta(seconds=5)
"""How long SQLite waits for another process to let go of the database."""

OVERTAKEN = frozenset({"40001", "40P01"})
"""PostgreSQL's codes for a transaction that lost to another: serialisation failure, deadlock."""

DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",  # as some hosts write it
    "postgresql+psycopg": "postgresql+psycopg",
}
"""The beginnings of addresses that Jalon knows, with the drivers that it brings."""


def _as_json(value: object) -> str:
    """How messages are written: pydantic's way takes half the time of Python's, and a letter is a letter."""
    return to_json(value).decode()


_READS = "jalon_reads"
"""Marks a connection whose next transaction only reads."""


def create(url: str, *, patience: timedelta = PATIENCE, foreign_keys: bool = True) -> Engine:
    """An engine for SQLite or PostgreSQL; nothing is connected yet.

    Args:
        url: SQLAlchemy's URL (`sqlite:///jalon.db`, `postgresql://user@host/jalon`).
        patience: how long to wait for another process's lock (SQLite).
        foreign_keys: whether references are checked (SQLite); a migration that rebuilds a table turns it off.

    Raises:
        DatabaseUnavailable: the URL is not one of ours, its driver is not installed, or the directory of the
            file does not exist.
    """
    parsed = parse(url)
    if parsed.get_backend_name() == "sqlite":
        directory = Path((parsed.database or "").removeprefix("file:")).absolute().parent
        if not directory.is_dir():
            raise DatabaseUnavailable(Reason.MISSING, str(directory))
    try:
        if parsed.get_backend_name() != "sqlite":
            return _translating(create_engine(parsed, pool_pre_ping=True, json_serializer=_as_json))
        engine = create_engine(
            parsed, connect_args={"timeout": patience.total_seconds()}, json_serializer=_as_json
        )
    except ImportError as error:
        raise DatabaseUnavailable(Reason.OTHER, str(error)) from error

    @event.listens_for(engine, "connect")
    def settle(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is ours, below
        for pragma in ("journal_mode=WAL", "synchronous=FULL", f"foreign_keys={int(foreign_keys)}"):
            connection.execute(f"PRAGMA {pragma}").close()

    # not SQLAlchemy's "begin" event: with any of those, each statement takes a third longer
    engine.dialect.do_begin = _begin  # type: ignore[assignment]
    return _translating(engine)


def _begin(connection: PoolProxiedConnection) -> None:
    """Begin a transaction on SQLite: to write, unless the connection is marked."""
    connection.cursor().execute("BEGIN" if connection.info.get(_READS) else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads: on SQLite it takes no write lock."""
    with engine.connect() as connection:
        connection.info[_READS] = True
        try:
            connection.begin()
        finally:
            del connection.info[_READS]
        yield connection


def parse(url: str) -> URL:
    """The address of a database, with the driver that Jalon brings; nothing is looked at.

    Raises:
        DatabaseUnavailable: it is of no database that Jalon knows, or cannot be read.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number; what it quotes may be a password
        raise DatabaseUnavailable(Reason.UNKNOWN) from None
    if parsed.drivername not in DRIVERS:
        raise DatabaseUnavailable(Reason.UNKNOWN, parsed.drivername)
    parsed = parsed.set(drivername=DRIVERS[parsed.drivername])
    # SQLite in memory is lost with its connection: what wants that uses coach.testing
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise DatabaseUnavailable(Reason.UNKNOWN, "SQLite without a file")
    return parsed


def _translating(engine: Engine) -> Engine:
    """Make the engine raise `DatabaseUnavailable` where the database, not our statement, is at fault.

    Where PostgreSQL ended the transaction in favour of another one, that is `Stale`: done anew, it succeeds.
    """

    @event.listens_for(engine, "handle_error")
    def translate(context: ExceptionContext) -> DatabaseUnavailable | Stale | None:
        error = context.sqlalchemy_exception
        if getattr(context.original_exception, "sqlstate", None) in OVERTAKEN:
            return Stale()
        if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
            return None
        original = context.original_exception
        said, password = str(original), engine.url.password
        return DatabaseUnavailable(_reason(original), said.replace(password, "***") if password else said)

    return engine


def _reason(error: BaseException) -> Reason:
    """What lies behind a driver's OperationalError."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return Reason.LOCKED
        if code.startswith("SQLITE_READONLY"):
            return Reason.READ_ONLY
    return Reason.OTHER
