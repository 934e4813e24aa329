"""What a check-in asks, how it is answered, and the buttons below it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.messages.base import Message, MetricName
from coach.metrics import Kind
from coach.quantity import Quantity


@dataclass(frozen=True)
class CheckInFigure(Message):
    """Where does the metric stand? With what the plan expects."""

    metric: MetricName
    expected: Quantity


@dataclass(frozen=True)
class CheckInFigureMonth(Message):
    """Where does a metric stand that is counted by the month? With what the plan expects."""

    metric: MetricName
    expected: Quantity


@dataclass(frozen=True)
class CheckInFigureFirst(Message):
    """Where does the metric stand? It is the baseline that is asked."""

    metric: MetricName


@dataclass(frozen=True)
class CheckInGoal(Message):
    """Small print: the goal's target and end."""

    target: Quantity
    deadline: date


@dataclass(frozen=True)
class CheckInAction(Message):
    """Did you do your part so far this week?"""

    plural: ClassVar[str | None] = "count"
    count: int
    text: str


@dataclass(frozen=True)
class CheckInActionLast(Message):
    """Did you do your part last week?"""

    plural: ClassVar[str | None] = "count"
    count: int
    text: str


@dataclass(frozen=True)
class CheckInActionOpen(Message):
    """Did you do your part so far this week, where nobody said how often it is done?"""

    text: str


@dataclass(frozen=True)
class CheckInActionOpenLast(Message):
    """Did you do your part last week, where nobody said how often it is done?"""

    text: str


@dataclass(frozen=True)
class CheckInActionDays(Message):
    """Did you do your part each day of this week so far? Only days are counted."""

    days: int
    text: str


@dataclass(frozen=True)
class CheckInActionDaysLast(Message):
    """Did you do your part each day of last week? Only days are counted."""

    days: int
    text: str


@dataclass(frozen=True)
class CheckInHow(Message):
    """Small print: how to answer in words, with a figure near the goal's own. One entry a kind of metric."""

    variant: ClassVar[str | None] = "kind"
    kind: Kind
    example: Quantity
    done: int
    """So many of `total` is about the example, where it is a share."""
    total: int


@dataclass(frozen=True)
class CheckInHowMonth(Message):
    """Small print: how to answer in words about a count of a month, with figures near the goal's own."""

    example: Quantity
    week: Quantity
    """So many in a week are about the example."""


@dataclass(frozen=True)
class CheckInHowAction(Message):
    """Small print: how to answer in words about an action."""


@dataclass(frozen=True)
class LabelOnPlan(Message):
    """Button: the figure is what the plan expects."""

    expected: Quantity


@dataclass(frozen=True)
class LabelFigure(Message):
    """Button: enter another figure."""


@dataclass(frozen=True)
class LabelFirstFigure(Message):
    """Button: enter the figure, where none is expected yet."""


@dataclass(frozen=True)
class LabelDone(Message):
    """Button: done."""


@dataclass(frozen=True)
class LabelNotYet(Message):
    """Button: not yet, of a week that goes on."""


@dataclass(frozen=True)
class LabelNotLastWeek(Message):
    """Button: not done, of a week that has passed."""


@dataclass(frozen=True)
class LabelBlocked(Message):
    """Button: something blocks me."""
