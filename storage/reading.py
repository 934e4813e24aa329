"""Rows as plain dictionaries: SQLAlchemy's own mappings cost more than the query that they come from."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam

Row = dict[str, Any]
"""A row's values by column."""


def all_rows(connection: Connection, query: Select[Any], given: Mapping[str, Any] | None = None) -> list[Row]:
    """Every row that a query finds.

    Args:
        connection: The transaction.
        query: What is looked for.
        given: The query's parameters.
    """
    found = connection.execute(query, given)
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found.all()]


def one_row(connection: Connection, query: Select[Any], given: Mapping[str, Any] | None = None) -> Row | None:
    """The first row that a query finds, or None."""
    found = connection.execute(query, given)
    row = found.first()
    return dict(zip(found.keys(), row, strict=True)) if row is not None else None


class ByName:
    """A query for what belongs to one name or to several: for one, SQLAlchemy has no list to write out."""

    def __init__(
        self, query: Select[*tuple[Any, ...]], workspace: ColumnElement[str], name: ColumnElement[Any]
    ) -> None:
        query = query.where(workspace == bindparam("of"))
        self._one = query.where(name == bindparam("name"))
        self._several = query.where(name.in_(bindparam("names", expanding=True)))

    def rows(self, connection: Connection, workspace: str, names: Sequence[str]) -> list[Row]:
        """Every row of a workspace that belongs to one of some names."""
        if len(names) == 1:
            return all_rows(connection, self._one, {"of": workspace, "name": names[0]})
        return all_rows(connection, self._several, {"of": workspace, "names": names})
