"""The one place that reads the time of day.

Everything else gets `now` as an argument, or a `Clock` from the container.
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Something that tells the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one place


class MovableClock:
    """A clock that runs as the machine's does, some time ahead of it (the playground's)."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self._base = SystemClock()
        self.offset = offset

    def now(self) -> datetime:
        """The present instant as this clock shows it, aware, in UTC."""
        return self._base.now() + self.offset

    def move_to(self, instant: datetime) -> None:
        """Show `instant` (aware) from now on. A time already past is refused.

        Raises:
            ValueError: `instant` lies before what the clock shows.
        """
        ahead = instant - self.now()
        if ahead < timedelta(0):
            raise ValueError("the clock only moves forward")
        self.offset += ahead
