"""What can go wrong that a person should read about, in one tree."""

from enum import StrEnum

from coach.messages.base import Message


class JalonError(Exception):
    """An error that knows whether trying again can help, and what the person reads."""

    permanent = True

    def __init__(self, says: Message | None = None) -> None:
        super().__init__(type(says).key() if says is not None else type(self).__name__)
        self.says = says


class Refused(JalonError):
    """The person asked for something that cannot be; `says` tells them why and what to do."""

    says: Message

    def __init__(self, says: Message) -> None:
        super().__init__(says)


class Stale(JalonError):
    """A row changed under our feet; the whole use case may be run again."""

    permanent = False


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
    UNKNOWN = "unknown"
    """Its address is of no database that Jalon knows, or cannot be read."""
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
