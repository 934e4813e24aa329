"""A clock that stands still, and ids that count."""

from datetime import datetime, timedelta


class FrozenClock:
    """A clock that moves when it is told to."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant

    def now(self) -> datetime:
        """The instant that it stands at (aware)."""
        return self._instant

    def move_to(self, instant: datetime) -> None:
        """Stand at another instant (aware)."""
        self._instant = instant

    def advance(self, by: timedelta) -> None:
        """Move on by a length of time."""
        self._instant += by


class CountingIds:
    """Ids in order: `id-1`, `id-2` and so on."""

    def __init__(self, prefix: str = "id") -> None:
        self._prefix = prefix
        self._given = 0

    def new(self) -> str:
        """The next id."""
        self._given += 1
        return f"{self._prefix}-{self._given}"
