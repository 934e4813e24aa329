"""Moving the clock on: what the playground asks of its owner, and the jumps that it offers itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Landmark:
    """An instant worth going to, for instance the deadline of a goal.

    Attributes:
        key: Its name among the others.
        label_fr: What a French reader sees.
        label_en: What an English reader sees.
        instant: When it is, aware.
    """

    key: str
    label_fr: str
    label_en: str
    instant: datetime

    def label(self, language: str) -> str:
        """What a reader of `fr` or `en` sees."""
        return self.label_fr if language == "fr" else self.label_en


class TimeMachine(Protocol):
    """Who owns the clock; it runs what is due on the way."""

    def now(self) -> datetime:
        """The present instant on the movable clock, aware, in UTC."""
        ...

    def landmarks(self) -> Sequence[Landmark]:
        """Instants worth going to, soonest first; those past are ignored."""
        ...

    def move_to(self, instant: datetime) -> None:
        """Show `instant` (aware), having done on the way all that falls due. Returns when that is done."""
        ...


STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
"""The plain steps, by key."""


def next_monday(now: datetime, tz: str) -> datetime:
    """Monday of next week, eleven o'clock, when check-ins have come, in somebody's zone.

    Args:
        now: The present instant, aware.
        tz: An IANA zone.
    """
    zone = ZoneInfo(tz)
    local = now.astimezone(zone)
    return datetime.combine(local.date() + timedelta(days=7 - local.weekday()), time(11), zone)


def step(now: datetime, tz: str, key: str) -> datetime:
    """Where a plain step leads: the same time of day in somebody's zone, an hour, a day or a week on.

    Args:
        now: The present instant, aware.
        tz: An IANA zone.
        key: `monday`, or one of `STEPS`.

    Raises:
        KeyError: there is no such step.
    """
    if key == "monday":
        return next_monday(now, tz)
    if key == "hour":
        return now + STEPS[key]
    return now.astimezone(ZoneInfo(tz)) + STEPS[key]
