"""Inserts that meet a row already there, for both databases. Each statement is made once."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> bool:
    """Insert a row; False, with nothing changed, where one of its keys is already there."""
    statement = _insert_new(connection.dialect.name, table)
    return connection.execute(statement, row).rowcount == 1


def put(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> None:
    """Insert a whole row, or replace the one with the same primary key."""
    connection.execute(_put(connection.dialect.name, table), row)


def _insert(dialect: str, table: Table[Any]) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def _insert_new(dialect: str, table: Table[Any]) -> sqlite.Insert | postgresql.Insert:
    # psycopg forgets the row count with the cursor, and what a RETURNING would give is not needed
    return _insert(dialect, table).on_conflict_do_nothing().inline().execution_options(preserve_rowcount=True)


@cache
def _put(dialect: str, table: Table[Any]) -> sqlite.Insert | postgresql.Insert:
    statement = _insert(dialect, table)
    key = [column.name for column in table.primary_key]
    changed = {column.name: statement.excluded[column.name] for column in table.c if column.name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)
