"""What a database may refuse, under the names that `bot` knows them by."""

from coach.errors import DatabaseUnavailable, Reason

__all__ = ["DatabaseUnavailable", "Reason"]
