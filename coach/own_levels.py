"""Figures of a metric that a workspace added: in its unit, within its bounds, the way that is better."""

from decimal import Decimal

from coach.errors import Refused
from coach.messages.base import MetricName
from coach.messages.figures import (
    FigureAsAmount,
    FigureAsCount,
    FigureAsDuration,
    FigureAsScore,
    FigureInPercent,
    LevelTooHigh,
    LevelTooLow,
    TargetRunsDown,
    TargetRunsUp,
)
from coach.metrics import Kind, MetricKey, Polarity
from coach.own_metrics import OwnMetric
from coach.quantity import Quantity, Unit
from coach.targets import COUNTED, bounds_in, in_metric_unit, kind_in

_SAID = {
    Kind.SHARE: FigureInPercent,
    Kind.MEAN: FigureAsScore,
    Kind.DURATION: FigureAsDuration,
    Kind.COUNT: FigureAsCount,
    Kind.MONEY: FigureAsAmount,
}
"""What is said of a figure that cannot be one of a metric of this kind."""


def name_of(own: OwnMetric) -> MetricName:
    """A workspace's metric as it is named to people."""
    return MetricName(MetricKey.OTHER, own.name)


def in_own_unit(own: OwnMetric | None, figure: Quantity) -> Quantity:
    """A figure as it was written, in the unit that the workspace gave the metric; as it is without one.

    Raises:
        Refused: the figure cannot be one of this metric.
    """
    if own is None or (own.unit is Unit.COUNT and figure.unit in COUNTED):
        return figure
    if figure.unit is Unit.POINTS and own.unit is Unit.SCORE:
        return Quantity(value=figure.value, unit=own.unit)
    try:
        return in_metric_unit(MetricKey.OTHER, figure, like=Quantity(value=Decimal(0), unit=own.unit))
    except Refused:
        said = _SAID[kind_in(MetricKey.OTHER, own.unit)]
        raise Refused(said(name_of(own), figure=figure)) from None


def bounds_of(metric: MetricKey, unit: Unit, own: OwnMetric | None) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest that a metric can be in `unit`, as the workspace says of its own."""
    lowest, highest = bounds_in(metric, unit)
    if own is None or unit is not own.unit:
        return lowest, highest
    return (own.lowest if own.lowest is not None else lowest), own.highest


def check_own_level(own: OwnMetric | None, level: Quantity) -> None:
    """See that a level is one that the workspace's metric can have.

    Raises:
        Refused: it is above the highest or below the lowest that the workspace gave it.
    """
    if own is None or level.unit is not own.unit:
        return
    if own.highest is not None and level.value > own.highest:
        raise Refused(LevelTooHigh(name_of(own), level, highest=Quantity(value=own.highest, unit=own.unit)))
    if own.lowest is not None and level.value < own.lowest:
        raise Refused(LevelTooLow(name_of(own), level, lowest=Quantity(value=own.lowest, unit=own.unit)))


def check_own_way(own: OwnMetric | None, baseline: Quantity | None, target: Quantity) -> None:
    """See that a target makes the workspace's metric better.

    Raises:
        Refused: it runs against the way in which the metric gets better.
    """
    if own is None or baseline is None or baseline.unit is not target.unit:
        return
    if own.polarity is Polarity.HIGHER and target.value < baseline.value:
        raise Refused(TargetRunsDown(name_of(own), baseline, target))
    if own.polarity is Polarity.LOWER and target.value > baseline.value:
        raise Refused(TargetRunsUp(name_of(own), baseline, target))
