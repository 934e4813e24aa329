"""Rows as plain dictionaries: SQLAlchemy's own mappings cost more than the query that they come from."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select

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
