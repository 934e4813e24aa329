"""The words on a goal's picture, and the sentence that tells it to whoever does not see it."""

from dataclasses import dataclass
from datetime import date

from coach.messages.base import Message, MetricName
from coach.quantity import Quantity


@dataclass(frozen=True)
class ChartTitle(Message):
    """The metric."""

    metric: MetricName


@dataclass(frozen=True)
class ChartTarget(Message):
    """Beside the line of the target."""

    target: Quantity


@dataclass(frozen=True)
class ChartFigures(Message):
    """Legend: what was measured."""


@dataclass(frozen=True)
class ChartPlan(Message):
    """Legend: the plan."""


@dataclass(frozen=True)
class ChartMilestones(Message):
    """Legend: the milestones."""


@dataclass(frozen=True)
class ChartChance(Message):
    """Legend: how far chance reaches around a figure of few answers."""


@dataclass(frozen=True)
class ChartAhead(Message):
    """Legend: where it leads."""


@dataclass(frozen=True)
class ChartTold(Message):
    """The picture in a sentence."""

    metric: MetricName
    baseline: Quantity
    value: Quantity
    expected: Quantity
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class ChartToldAhead(Message):
    """The picture in a sentence, with where it leads."""

    metric: MetricName
    baseline: Quantity
    value: Quantity
    expected: Quantity
    target: Quantity
    deadline: date
    low: Quantity
    high: Quantity


@dataclass(frozen=True)
class ChartToldPlan(Message):
    """The picture in a sentence, without a figure yet."""

    metric: MetricName
    baseline: Quantity
    target: Quantity
    deadline: date
