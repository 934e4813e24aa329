"""Rows, migrations, unit of work, outbox and inbox."""
