"""Inserts that meet a row already there, for both databases. Each statement is made once."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, Update, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from coach.errors import Stale


def insert_new(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> bool:
    """Insert a row; False, with nothing changed, where one of its keys is already there."""
    statement = _insert_new(connection.dialect.name, table)
    return connection.execute(statement, row).rowcount == 1


def put(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> None:
    """Insert a whole row, or replace the one with the same primary key."""
    connection.execute(_put(connection.dialect.name, table), row)


class Later:
    """Rows that are written at the end of a transaction, many in one statement, each in its last state."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._new: dict[Table[Any], list[Mapping[str, Any]]] = {}
        self._rows: dict[Table[Any], dict[tuple[Any, ...], Mapping[str, Any]]] = {}
        self._changes: dict[Table[Any], dict[tuple[Any, ...], dict[str, Any]]] = {}

    def insert(self, table: Table[Any], row: Mapping[str, Any]) -> None:
        """Insert a row of which it is known that none of its keys is there."""
        self._new.setdefault(table, []).append(row)

    def put(self, table: Table[Any], row: Mapping[str, Any]) -> None:
        """Insert a whole row, or replace the one with the same primary key."""
        self._rows.setdefault(table, {})[_key(table, row)] = row

    def change(self, table: Table[Any], row: Mapping[str, Any], before: Mapping[str, Any]) -> None:
        """Write of a row that is there what is different; what others wrote of the rest meanwhile stays."""
        key, rows = _key(table, row), self._rows.get(table, {})
        if key in rows:
            rows[key] = row
            return
        changed = {name: value for name, value in row.items() if value != before[name]}
        if changed:
            self._changes.setdefault(table, {}).setdefault(key, {}).update(changed)

    def write(self, *tables: Table[Any]) -> None:
        """Write what belongs to some tables now; to all of them where none is named.

        Raises:
            Stale: somebody else inserted meanwhile what was not there.
        """
        for table in tables or tuple({**self._new, **self._rows, **self._changes}):
            new = self._new.pop(table, None)
            if new:
                statement = _insert_new(self._connection.dialect.name, table)
                if self._connection.execute(statement, new).rowcount != len(new):
                    raise Stale
            rows, changes = self._rows.pop(table, {}), self._changes.pop(table, {})
            if rows:  # in the order of their keys: two workers never wait for each other
                ordered = [rows[key] for key in sorted(rows)]
                self._connection.execute(_put(self._connection.dialect.name, table), ordered)
            for names in sorted({tuple(sorted(changed)) for changed in changes.values()}):
                keys = sorted(key for key, changed in changes.items() if tuple(sorted(changed)) == names)
                given = [dict(zip(_KEYS, key, strict=False)) | changes[key] for key in keys]
                self._connection.execute(_change(table, names), given)


_KEYS = ("key_0", "key_1", "key_2")
"""The parameters of a primary key: a column of the same name may be among those written."""


def _key(table: Table[Any], row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _names_of_key(table))


@cache
def _names_of_key(table: Table[Any]) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key)


@cache
def _change(table: Table[Any], names: tuple[str, ...]) -> Update:
    mine = (column == bindparam(key) for column, key in zip(table.primary_key, _KEYS, strict=False))
    return update(table).where(*mine).values({name: bindparam(name) for name in names})


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
