"""Rows as the database gives them, and the values that are made of them, once a row."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Dialect,
    Select,
    Table,
    bindparam,
    select,
    type_coerce,
)
from sqlalchemy.types import NULLTYPE

T = TypeVar("T")
Row = dict[str, Any]
"""A row's values by column."""
ROWS_KEPT = 16_384
"""Rows of a table whose values are kept: a centre's weekly figures of a year."""


class Values(Generic[T]):
    """Reads whole rows of a table as values of one kind.

    The same row gives the same value, which is made once: what is past is read again week after week. So
    that a row is cheap to compare, it is read as the driver gives it; the columns' types have their say only
    where a value is made.
    """

    def __init__(self, table: Table[Any], make: Callable[[Row], T], kept: int = ROWS_KEPT) -> None:
        """A reader of a table.

        Args:
            table: The table.
            make: Makes a value of a row's values by column.
            kept: Rows whose values are kept at the most; 0 where a row is another one each time it is read.
        """
        self._table, self._make, self._kept = table, make, kept
        self._made: dict[str, Callable[[tuple[Any, ...]], T]] = {}
        self.query: Select[*tuple[Any, ...]] = select(
            *(type_coerce(column, NULLTYPE).label(column.name) for column in table.c)
        )
        """Selects the whole rows; to be narrowed and ordered."""

    def all(
        self,
        connection: Connection,
        query: Select[Any] | CompoundSelect[Any],
        given: Mapping[str, Any] | None = None,
    ) -> list[T]:
        """Every value that a query finds.

        Args:
            connection: The transaction.
            query: What is looked for, made of `query`.
            given: The query's parameters.
        """
        made = self._made_by(connection.dialect)
        return [made(tuple(row)) for row in connection.execute(query, given).all()]

    def first(self, connection: Connection, query: Select[Any], given: Mapping[str, Any]) -> T | None:
        """The first value that a query finds, or None."""
        row = connection.execute(query, given).first()
        return None if row is None else self._made_by(connection.dialect)(tuple(row))

    def _made_by(self, dialect: Dialect) -> Callable[[tuple[Any, ...]], T]:
        """What makes a value of a row that a database's driver gives."""
        if dialect.name not in self._made:
            names = tuple(column.name for column in self._table.c)
            kinds = {column.name: column.type.dialect_impl(dialect) for column in self._table.c}
            readers = {name: kind.result_processor(dialect, None) for name, kind in kinds.items()}
            read = {name: reader for name, reader in readers.items() if reader is not None}

            @lru_cache(maxsize=self._kept)
            def made(row: tuple[Any, ...]) -> T:
                values = dict(zip(names, row, strict=True))
                return self._make(values | {name: reader(values[name]) for name, reader in read.items()})

            self._made[dialect.name] = made
        return self._made[dialect.name]


class ByName(Generic[T]):
    """A query for what belongs to one name or to several: for one, SQLAlchemy has no list to write out."""

    def __init__(
        self,
        read: Callable[[Connection, Select[Any], Mapping[str, Any]], list[T]],
        query: Select[*tuple[Any, ...]],
        workspace: ColumnElement[str],
        name: ColumnElement[Any],
    ) -> None:
        self._read = read
        query = query.where(workspace == bindparam("of"))
        self._one = query.where(name == bindparam("name"))
        self._several = query.where(name.in_(bindparam("names", expanding=True)))

    def find(self, connection: Connection, workspace: str, names: Sequence[str]) -> list[T]:
        """Everything of a workspace that belongs to one of some names."""
        if len(names) == 1:
            return self._read(connection, self._one, {"of": workspace, "name": names[0]})
        return self._read(connection, self._several, {"of": workspace, "names": names})
