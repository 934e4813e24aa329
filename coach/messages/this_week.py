"""What the Home says of this week: who is away, and what is done."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.messages.base import Message, MetricName, Person
from coach.quantity import Quantity


@dataclass(frozen=True)
class HomeMyLeaveDay(Message):
    """The reader's own coming absence of a day."""

    day: date


@dataclass(frozen=True)
class HomeMyLeave(Message):
    """The reader's own coming absence."""

    start: date
    end: date


@dataclass(frozen=True)
class HomeAway(Message):
    """Somebody of the team is away, for those who lead; nothing is asked of them meanwhile."""

    who: Person
    end: date


@dataclass(frozen=True)
class HomeWeekActionAll(Message):
    """In the Home of who takes part: this week's part is done, all of it."""

    text: str


@dataclass(frozen=True)
class HomeWeekActionDone(Message):
    """The reader's part of this week, answered: how often it was done, of how often it was asked."""

    text: str
    done: int
    wanted: int


@dataclass(frozen=True)
class HomeWeek(Message):
    """Heading: this week."""


@dataclass(frozen=True)
class HomeNothingThisWeek(Message):
    """Nothing is asked this week."""


@dataclass(frozen=True)
class HomeWeekLevel(Message):
    """What the plan expects at the end of this week."""

    metric: MetricName
    level: Quantity
    end: date


@dataclass(frozen=True)
class HomeWeekAction(Message):
    """My part this week."""

    text: str


@dataclass(frozen=True)
class HomeWeekReached(Message):
    """Every stage of the plan is reached."""

    metric: MetricName


@dataclass(frozen=True)
class HomeWeekAhead(Message):
    """This week's level is reached; the next stage that is not."""

    metric: MetricName
    level: Quantity
    end: date


@dataclass(frozen=True)
class HomeMyActions(Message):
    """My own part in the last weeks."""

    plural: ClassVar[str | None] = "wanted"
    done: int
    wanted: int
    text: str
    since: date
