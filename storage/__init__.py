"""Jalon's memory: SQLite by default, PostgreSQL for several replicas."""

from storage.store import Facts, Storage, open_storage

__all__ = ["Facts", "Storage", "open_storage"]
