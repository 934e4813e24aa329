"""What a database may refuse. `bot` turns the reason into words."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a database cannot be used."""

    LOCKED = "locked"
    """Another process writes to it and does not let go."""
    READ_ONLY = "read_only"
    """The file, its directory or the server lets nobody write."""
    MISSING = "missing"
    """The directory of the file does not exist."""
    TOO_NEW = "too_new"
    """A later version of Jalon has migrated it."""
    TOO_OLD = "too_old"
    """It was not yet migrated to this version of Jalon."""
    OTHER = "other"
    """Something else; the driver's words stand in `detail`."""


class DatabaseUnavailable(Exception):
    """The database cannot be used at present."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        """Why, for `bot` to put into words."""
        self.detail = detail
        """What the driver said, for the log; it may name the file."""
