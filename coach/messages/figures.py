"""What is said of a figure that cannot be taken as it stands. Each says what to do instead."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coach.messages.base import Message, MetricName, Person
from coach.quantity import Quantity


@dataclass(frozen=True)
class LevelTooHigh(Message):
    """The metric cannot be that high."""

    metric: MetricName
    level: Quantity
    highest: Quantity


@dataclass(frozen=True)
class LevelTooLow(Message):
    """The metric cannot be that low."""

    metric: MetricName
    level: Quantity
    lowest: Quantity


@dataclass(frozen=True)
class FigureInPercent(Message):
    """The metric is a share: the figure came in another unit."""

    metric: MetricName
    figure: Quantity


@dataclass(frozen=True)
class FigureAsScore(Message):
    """The metric is a score: the figure came in another unit."""

    metric: MetricName
    figure: Quantity


@dataclass(frozen=True)
class FigureAsDuration(Message):
    """The metric is a length of time: the figure came in another unit."""

    metric: MetricName
    figure: Quantity


@dataclass(frozen=True)
class FigureAsCount(Message):
    """The metric is counted: the figure came in another unit."""

    metric: MetricName
    figure: Quantity


@dataclass(frozen=True)
class FigureAsAmount(Message):
    """The metric is an amount of money: the figure came in another unit."""

    metric: MetricName
    figure: Quantity


@dataclass(frozen=True)
class FiguresOnTwoScales(Message):
    """Baseline and target cannot be compared: one is a mean of answers, the other a share, for example."""

    metric: MetricName
    known: Quantity
    figure: Quantity


@dataclass(frozen=True)
class TargetEqualsBaseline(Message):
    """The target is where the team stands already."""

    metric: MetricName
    level: Quantity


@dataclass(frozen=True)
class TargetRunsDown(Message):
    """The metric is better higher, and the target is below the baseline."""

    metric: MetricName
    baseline: Quantity
    target: Quantity


@dataclass(frozen=True)
class TargetRunsUp(Message):
    """The metric is better lower, and the target is above the baseline."""

    metric: MetricName
    baseline: Quantity
    target: Quantity


@dataclass(frozen=True)
class TargetBelowWish(Message):
    """The wish was to raise the metric, and the target is below the baseline."""

    metric: MetricName
    baseline: Quantity
    target: Quantity


@dataclass(frozen=True)
class TargetAboveWish(Message):
    """The wish was to lower the metric, and the target is above the baseline."""

    metric: MetricName
    baseline: Quantity
    target: Quantity


@dataclass(frozen=True)
class TargetOutsideBand(Message):
    """The metric is good inside a band, and the target leads out of it."""

    metric: MetricName
    target: Quantity
    low: Quantity
    high: Quantity


@dataclass(frozen=True)
class ChangeIsNothing(Message):
    """The change wished is zero."""

    metric: MetricName


@dataclass(frozen=True)
class PercentOfNothing(Message):
    """A percentage of a baseline of zero stays zero."""

    metric: MetricName
    change: Quantity


@dataclass(frozen=True)
class ChangeDoesNotFit(Message):
    """The change is in a unit that cannot be added to the baseline."""

    change: Quantity
    baseline: Quantity


@dataclass(frozen=True)
class NothingToCompute(Message):
    """There is no answer or contact to compute the metric from."""

    metric: MetricName


@dataclass(frozen=True)
class PartAboveWhole(Message):
    """More good ones than there are in all."""

    metric: MetricName
    part: Decimal
    whole: Decimal


@dataclass(frozen=True)
class AnswerOffScale(Message):
    """An answer that the scale does not have."""

    answer: int
    lowest: int
    highest: int


@dataclass(frozen=True)
class WhichOfTwo(Message):
    """Two figures were told as possible: which of them is kept."""

    metric: MetricName
    one: Quantity
    other: Quantity


@dataclass(frozen=True)
class FigureKnown(Message):
    """The same figure was told again: nothing has changed."""

    metric: MetricName
    value: Quantity
    on: date


@dataclass(frozen=True)
class FigureNotedOf(Message):
    """A figure of a day gone by is kept, on that day."""

    metric: MetricName
    value: Quantity
    day: date


@dataclass(frozen=True)
class FigureStillLatest(Message):
    """Below a figure of a day gone by: the newest one stands as it is."""

    value: Quantity
    on: date


@dataclass(frozen=True)
class FigureBeforeStart(Message):
    """Below a figure of a day before the goal began: it is kept, and does not count for it."""

    start: date


@dataclass(frozen=True)
class FigureOfDay(Message):
    """Below a safeguard's figure: the day gone by on which it is kept."""

    day: date


@dataclass(frozen=True)
class WhatIsRight(Message):
    """The figure that was noted is said to be wrong: what the right one is."""

    metric: MetricName
    value: Quantity


@dataclass(frozen=True)
class NoFigureOfDay(Message):
    """A figure of a day is to be put right, and the day has none."""

    metric: MetricName
    day: date


@dataclass(frozen=True)
class MonthOrWeek(Message):
    """A count that is far from the month's: is it the month's all the same, or the week's alone?"""

    metric: MetricName
    month: Quantity
    week: Quantity
    as_month: Quantity
    """What the week's would make in a month."""
    before: Quantity


@dataclass(frozen=True)
class WhichLevelThen(Message):
    """So much more or less of a length of time, without its unit: the level is asked for."""

    metric: MetricName
    before: Quantity


@dataclass(frozen=True)
class FigureOfAnother(Message):
    """A figure of a goal that the person takes part in, and somebody else leads and tells the figures of."""

    metric: MetricName
    owner: Person
