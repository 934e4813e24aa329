"""The lead's weekly overview."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from coach.guard import Side
from coach.messages.base import Message, MetricName, Person
from coach.messages.following import Standing
from coach.quantity import Quantity


@dataclass(frozen=True)
class DigestTitle(Message):
    """Heading of the lead's weekly overview."""


@dataclass(frozen=True)
class DigestGoal(Message):
    """One goal with its latest figure."""

    metric: MetricName
    value: Quantity
    measured_on: date
    target: Quantity
    deadline: date
    standing: Standing


@dataclass(frozen=True)
class DigestGoalNoFigure(Message):
    """One goal without a figure yet."""

    metric: MetricName
    deadline: date


@dataclass(frozen=True)
class DigestLedBy(Message):
    """Who leads a goal that the reader has set."""

    owner: Person


@dataclass(frozen=True)
class DigestPlannedAnew(Message):
    """The goal was planned anew since the last overview, from this day on."""

    day: date


@dataclass(frozen=True)
class DigestChanged(Message):
    """The status is another one than a week ago."""

    before: Standing
    after: Standing


@dataclass(frozen=True)
class DigestBlocked(Message):
    """Somebody is blocked, and on what."""

    who: Person
    reason: str


@dataclass(frozen=True)
class DigestBlockedOnly(Message):
    """Somebody is blocked and did not say on what."""

    who: Person


@dataclass(frozen=True)
class DigestNoAnswer(Message):
    """Who has not answered."""

    plural: ClassVar[str | None] = "count"
    count: int
    people: tuple[Person, ...]


@dataclass(frozen=True)
class DigestQuiet(Message):
    """How many no longer answer, and are asked nothing more: they were named before."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class DigestGuard(Message):
    """What must not break is past its limit. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    value: Quantity
    measured_on: date
    limit: Quantity


@dataclass(frozen=True)
class DigestAway(Message):
    """Who is away."""

    plural: ClassVar[str | None] = "count"
    count: int
    people: tuple[Person, ...]


class Suggestion(StrEnum):
    """The one thing that helps most now."""

    THANK = "thank"  # on track: recognition
    UNBLOCK = "unblock"
    ONE_LEVER = "one_lever"  # behind: one lever at a time, reviewed after a month
    CHANGE = "change"  # far off: ease or plan anew
    TALK = "talk"  # people do not answer
    MEASURE = "measure"  # no figure
    CELEBRATE = "celebrate"
    GUARD = "guard"  # what must not break does: before all else
    HOLD = "hold"  # just off the plan
    WAIT = "wait"  # behind, by no more than chance explains


@dataclass(frozen=True)
class DigestSuggestion(Message):
    """One suggested action."""

    variant: ClassVar[str | None] = "suggestion"
    suggestion: Suggestion
