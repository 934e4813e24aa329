"""Alembic's environment and the scripts that change the tables, one file a revision."""
