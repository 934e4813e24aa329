"""Inserts that meet a row already there, for both databases."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def _insert(connection: Connection, table: Table[Any]) -> sqlite.Insert | postgresql.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def insert_new(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> bool:
    """Insert a row; False, with nothing changed, where one of its keys is already there."""
    statement = _insert(connection, table).on_conflict_do_nothing()
    return connection.execute(statement, row).rowcount == 1


def put(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> None:
    """Insert a row, or replace the one with the same primary key."""
    statement = _insert(connection, table)
    key = [column.name for column in table.primary_key]
    changed = {name: statement.excluded[name] for name in row if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed), row)
