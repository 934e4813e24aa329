"""Jalon's memory: SQLite by default, PostgreSQL for several replicas."""

from storage.facts import Facts
from storage.store import Storage, open_storage

__all__ = ["Facts", "Storage", "open_storage"]
