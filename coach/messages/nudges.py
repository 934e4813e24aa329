"""The day's message to a person: openings, reminders, what came of them, later."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Change, Message, MetricName
from coach.quantity import Quantity


class Way(StrEnum):
    """One of several ways to say the same."""

    ONE = "one"
    TWO = "two"
    THREE = "three"


# --- the first one -------------------------------------------------------------------------------
@dataclass(frozen=True)
class FirstCheckInAbout(Message):
    """When the first figure is asked for, where no hour was chosen: within that hour."""

    day: date
    starts: time
    ends: time


# --- before the question -------------------------------------------------------------------------
@dataclass(frozen=True)
class SeveralToday(Message):
    """Several questions come in one message."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class CaughtUp(Message):
    """Jalon was down: one question takes the place of those that were missed."""


@dataclass(frozen=True)
class OpenOnTrack(Message):
    """The goal is on track."""

    variant: ClassVar[str | None] = "way"
    way: Way


@dataclass(frozen=True)
class OpenStreak(Message):
    """The goal is on track, and several check-ins in a row were answered."""

    variant: ClassVar[str | None] = "way"
    way: Way
    count: int


@dataclass(frozen=True)
class OpenBehind(Message):
    """The goal is behind its plan: the level that puts it back by the week's end."""

    variant: ClassVar[str | None] = "way"
    way: Way
    aim: Quantity


@dataclass(frozen=True)
class OpenBehindADay(Message):
    """The goal is behind its plan: so many more a day."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class OpenBehindMissing(Message):
    """The goal is behind its plan: the level that puts it back, and how many that is more."""

    aim: Quantity
    missing: Change


@dataclass(frozen=True)
class OpenBehindOnly(Message):
    """The goal is behind its plan, and no figure tells the way back."""


@dataclass(frozen=True)
class OpenAtRisk(Message):
    """The goal has come to be at risk since the last check-in."""


@dataclass(frozen=True)
class OpenNear(Message):
    """The deadline is near."""

    plural: ClassVar[str | None] = "count"
    count: int
    """Days until the deadline."""


@dataclass(frozen=True)
class OpenToday(Message):
    """The deadline is today."""


@dataclass(frozen=True)
class OpenStale(Message):
    """No figure came in for two cadences."""


@dataclass(frozen=True)
class OpenBack(Message):
    """They are back from a leave."""


@dataclass(frozen=True)
class OpenBlocked(Message):
    """Something blocked last time."""

    reason: str


@dataclass(frozen=True)
class OpenAchieved(Message):
    """The target is reached already."""


@dataclass(frozen=True)
class OpenReminder(Message):
    """The question was asked before and had no answer: once more, without blame."""

    variant: ClassVar[str | None] = "way"
    way: Way


@dataclass(frozen=True)
class OpenLastCallOwner(Message):
    """Two messages had no answer: carry on, change the goal, or let it rest?"""

    plural: ClassVar[str | None] = "missed"
    missed: int
    """Questions without an answer."""


@dataclass(frozen=True)
class OpenLastCallReached(Message):
    """The same, of a goal whose target is reached: carry on, aim higher, or let it rest?"""

    plural: ClassVar[str | None] = "missed"
    missed: int
    """Questions without an answer."""


@dataclass(frozen=True)
class OpenLastCall(Message):
    """Two messages had no answer: this is the last one until the person answers."""

    plural: ClassVar[str | None] = "missed"
    missed: int
    """Questions without an answer."""


@dataclass(frozen=True)
class StillStands(Message):
    """Last week: does the target still stand?"""

    target: Quantity
    deadline: date


@dataclass(frozen=True)
class LabelStands(Message):
    """Button: the target stands."""


@dataclass(frozen=True)
class LabelChange(Message):
    """Button: change the goal."""


@dataclass(frozen=True)
class StandsNoted(Message):
    """The target stands."""

    target: Quantity
    deadline: date


# --- later ---------------------------------------------------------------------------------------
class SnoozeUntil(StrEnum):
    """How long a check-in is put off."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    MONDAY = "monday"


@dataclass(frozen=True)
class PickLater(Message):
    """Label of the list: ask me later."""


@dataclass(frozen=True)
class LaterChoice(Message):
    """One of the list: in an hour, tomorrow, on Monday."""

    variant: ClassVar[str | None] = "until"
    until: SnoozeUntil


@dataclass(frozen=True)
class LaterNoted(Message):
    """It is put off."""

    variant: ClassVar[str | None] = "until"
    until: SnoozeUntil


@dataclass(frozen=True)
class LaterAllNoted(Message):
    """All the questions of a message are put off."""

    variant: ClassVar[str | None] = "until"
    until: SnoozeUntil


@dataclass(frozen=True)
class LaterNoMore(Message):
    """It was put off twice already."""


# --- a question that was dealt with --------------------------------------------------------------
@dataclass(frozen=True)
class SettledFigure(Message):
    """In the place of the buttons: the figure that was noted."""

    metric: MetricName
    value: Quantity


@dataclass(frozen=True)
class SettledAction(Message):
    """In the place of the buttons: how often the action was done."""

    text: str
    done: int
    wanted: int


@dataclass(frozen=True)
class SettledActionMore(Message):
    """The same, more often than was planned."""

    text: str
    done: int
    wanted: int


@dataclass(frozen=True)
class SettledActionTimes(Message):
    """The same, where nobody said how often it is to be done."""

    text: str
    done: int


@dataclass(frozen=True)
class SettledBlocked(Message):
    """In the place of the buttons: it is blocked."""

    metric: MetricName


@dataclass(frozen=True)
class SettledAway(Message):
    """In the place of the buttons: the person is away."""

    metric: MetricName


@dataclass(frozen=True)
class SettledMissed(Message):
    """In the place of a question that had no answer: a newer one is asked."""

    metric: MetricName


@dataclass(frozen=True)
class SettledLater(Message):
    """In the place of the buttons: it is put off."""

    metric: MetricName


@dataclass(frozen=True)
class AskedBelow(Message):
    """In the place of the buttons: the question was asked again in a newer message."""


@dataclass(frozen=True)
class NextQuestion(Message):
    """After an answer: the next of the day's questions."""

    metric: MetricName
