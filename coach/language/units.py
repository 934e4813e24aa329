"""Figures in the unit that their metric is told in."""

from decimal import Decimal

from coach.catalogue import METRICS
from coach.language.figures import Figure
from coach.metrics import Kind, MetricKey
from coach.quantity import Quantity, Unit

_SCALED = {MetricKey.CSAT: Decimal(5), MetricKey.QUALITY_SCORE: Decimal(5)}


def tidy(value: Decimal) -> Decimal:
    """The value without a tail of zeros or an exponent."""
    short = value.normalize()
    return Decimal(f"{short:f}")


def level(figure: Figure, metric: MetricKey | None) -> tuple[Quantity, bool]:
    """A level, and whether its unit is left open."""
    unit, value = figure.unit, tidy(figure.value)
    if metric is None or metric is MetricKey.OTHER:
        return Quantity(value=value, unit=unit or Unit.COUNT), False
    kind = METRICS[metric].kind
    if unit is None:
        if kind is Kind.DURATION:
            return Quantity(value=value, unit=Unit.COUNT), True
        if kind is Kind.SHARE:
            top = _SCALED.get(metric)
            small = top is not None and value <= top
            if value > 100:
                return Quantity(value=value, unit=Unit.COUNT), False
            return Quantity(value=value, unit=Unit.SCORE if small else Unit.PERCENT), False
        unit = {Kind.INDEX: Unit.SCORE, Kind.MEAN: Unit.SCORE, Kind.MONEY: Unit.CURRENCY}.get(
            kind, Unit.COUNT
        )
    elif unit is Unit.POINTS and kind in {Kind.INDEX, Kind.MEAN}:
        unit = Unit.SCORE
    elif unit is Unit.POINTS and kind is Kind.SHARE:
        unit = Unit.PERCENT
    return Quantity(value=value, unit=unit), False


def change(figure: Figure, metric: MetricKey | None) -> tuple[Quantity, bool]:
    """A change (positive), and whether points or percent is left open."""
    unit, value = figure.unit, tidy(abs(figure.value))
    if metric is None or metric is MetricKey.OTHER:
        return Quantity(value=value, unit=unit or Unit.COUNT), False
    kind = METRICS[metric].kind
    percental = kind in {Kind.SHARE, Kind.INDEX}
    if unit is None:
        if kind is Kind.SHARE:
            return Quantity(value=value, unit=Unit.POINTS), not figure.sign  # "+2" of a share are points
        if kind in {Kind.INDEX, Kind.MEAN}:
            return Quantity(value=value, unit=Unit.POINTS), False
        return Quantity(
            value=value, unit=Unit.CURRENCY if kind is Kind.MONEY else Unit.COUNT
        ), kind is Kind.DURATION
    return Quantity(value=value, unit=unit), percental and unit is Unit.PERCENT and value < 100
