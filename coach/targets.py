"""From the figures as somebody wrote them to levels of the metric: units, changes, and what cannot be."""

from decimal import Decimal

from coach.catalogue import METRICS
from coach.errors import Refused
from coach.language.reading import Direction
from coach.messages.base import MetricName
from coach.messages.figures import (
    ChangeDoesNotFit,
    ChangeIsNothing,
    FigureAsAmount,
    FigureAsCount,
    FigureAsDuration,
    FigureAsScore,
    FigureInPercent,
    FiguresOnTwoScales,
    LevelTooHigh,
    LevelTooLow,
    PercentOfNothing,
    TargetAboveWish,
    TargetBelowWish,
    TargetEqualsBaseline,
    TargetOutsideBand,
    TargetRunsDown,
    TargetRunsUp,
)
from coach.metrics import Kind, MetricKey, Polarity
from coach.quantity import MONEY, SECONDS_IN, Quantity, Unit
from coach.rounding import rounded

PER_YEAR: dict[Unit, Decimal] = {
    Unit.PER_DAY: Decimal(260),
    Unit.PER_WEEK: Decimal(52),
    Unit.PER_MONTH: Decimal(12),
}
"""How often each comes in a year of 52 weeks of five working days."""

COUNTED = frozenset({Unit.COUNT, *PER_YEAR})
"""Units of what is counted."""

EITHER_WAY = frozenset({MetricKey.OTHER, MetricKey.CONTACT_VOLUME})
"""Metrics that may be meant to rise or to fall: the person's own; contacts (more handled, fewer received)."""

_WrongUnit = FigureInPercent | FigureAsScore | FigureAsDuration | FigureAsCount | FigureAsAmount

_KIND_OF_UNIT: dict[Unit, Kind] = {
    Unit.PERCENT: Kind.SHARE,
    Unit.SCORE: Kind.MEAN,
    Unit.POINTS: Kind.MEAN,
    **dict.fromkeys(MONEY, Kind.MONEY),
    **dict.fromkeys(SECONDS_IN, Kind.DURATION),
    **dict.fromkeys(COUNTED, Kind.COUNT),
}


def kind_in(metric: MetricKey, unit: Unit) -> Kind:
    """How the metric is made when it is told in `unit`: CSAT in percent is a share, as a score a mean."""
    known = METRICS[metric]
    if metric is MetricKey.OTHER or (known.scale_highest is not None and unit is Unit.SCORE):
        return _KIND_OF_UNIT[unit]
    if known.kind is Kind.COUNT and unit in SECONDS_IN:
        return Kind.DURATION
    return known.kind


def bounds_in(metric: MetricKey, unit: Unit) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest that the metric can be in `unit`; None where there is no bound."""
    known = METRICS[metric]
    if metric is MetricKey.OTHER:
        return (Decimal(0) if unit in COUNTED or unit in SECONDS_IN else None), None
    if known.scale_highest is not None and unit is Unit.SCORE:
        return Decimal(1), known.scale_highest
    return known.lowest, known.highest


def may_be_negative(metric: MetricKey | None) -> bool:
    """Whether a level of the metric may lie below nothing: an NPS may, a share may not."""
    lowest = METRICS[metric].lowest if metric is not None and metric is not MetricKey.OTHER else None
    return metric is MetricKey.OTHER or (lowest is not None and lowest < 0)


def in_metric_unit(
    metric: MetricKey, quantity: Quantity, like: Quantity | None = None, words: str | None = None
) -> Quantity:
    """A figure as it was written, in the unit that the metric is followed in.

    A bare 78 is 78 % for a share, and a score for an NPS; a bare "4,2" with CSAT is a mean out of 5. Lengths
    of time and rates (a day, a week, a month: five working days, 52 weeks a year) are converted.

    Args:
        metric: The metric that the figure belongs to.
        quantity: The figure as read.
        like: The baseline (or another level) already known: its unit wins.
        words: The metric in the person's own words, where it is `OTHER`.

    Raises:
        Refused: the figure cannot be one of this metric, or cannot be compared with `like`.
    """
    natural = (
        _natural(metric, quantity, words) if like is None or quantity.unit is not Unit.COUNT else quantity
    )
    if like is None or natural.unit is like.unit:
        return natural
    if natural.unit in {Unit.COUNT, Unit.POINTS}:
        return Quantity(value=quantity.value, unit=like.unit)
    if natural.unit in MONEY and like.unit in MONEY and Unit.CURRENCY in {natural.unit, like.unit}:
        return _told_in(quantity, like.unit)
    if natural.unit in SECONDS_IN and like.unit in SECONDS_IN:
        converted = natural.converted(like.unit)
        return Quantity(value=_tame(converted.value), unit=like.unit)
    if natural.unit in PER_YEAR and like.unit in PER_YEAR:
        return _rate(natural, like.unit)
    raise Refused(FiguresOnTwoScales(MetricName(metric, words), known=like, figure=quantity))


def _rate(quantity: Quantity, unit: Unit) -> Quantity:
    """A rate told over another period."""
    value = quantity.value * PER_YEAR[quantity.unit] / PER_YEAR[unit]
    return Quantity(value=_tame(value), unit=unit)


def _tame(figure: Decimal) -> Decimal:
    """A converted figure without endless decimals: 20 s are 0.333333 min."""
    return rounded(figure, Decimal("0.000001"))


_TAKEN: dict[Kind, tuple[frozenset[Unit], Unit | None, type[_WrongUnit]]] = {
    Kind.SHARE: (frozenset({Unit.PERCENT, Unit.COUNT, Unit.POINTS}), Unit.PERCENT, FigureInPercent),
    Kind.INDEX: (frozenset({Unit.SCORE, Unit.COUNT, Unit.POINTS, Unit.PERCENT}), Unit.SCORE, FigureAsScore),
    Kind.MEAN: (frozenset({Unit.SCORE, Unit.COUNT, Unit.POINTS}), Unit.SCORE, FigureAsScore),
    Kind.MONEY: (MONEY | COUNTED, None, FigureAsAmount),
    Kind.COUNT: (COUNTED, None, FigureAsCount),
    Kind.DURATION: (frozenset({Unit.COUNT, *SECONDS_IN}), None, FigureAsDuration),
}
"""The units that a figure may come in, the one that it is then told in (None: its own), and what is said of
any other."""


def _natural(metric: MetricKey, quantity: Quantity, words: str | None) -> Quantity:
    """The figure in a unit of the metric, where nothing else is known."""
    known = METRICS[metric]
    if metric is MetricKey.OTHER:
        return _told_in(quantity, Unit.SCORE) if quantity.unit is Unit.POINTS else quantity
    if metric is MetricKey.TRAINING and quantity.is_duration:
        return quantity
    if known.scale_highest is not None and quantity.unit in {Unit.COUNT, Unit.SCORE, Unit.POINTS}:
        mean = 0 < quantity.value <= known.scale_highest
        return _told_in(quantity, Unit.SCORE if mean else Unit.PERCENT)
    taken, unit, refusal = _TAKEN[known.kind]
    if quantity.unit not in taken:
        raise Refused(refusal(MetricName(metric, words), figure=quantity))
    if known.kind in {Kind.DURATION, Kind.MONEY} and quantity.unit in COUNTED:
        unit = known.unit
    return _told_in(quantity, unit or quantity.unit)


def _told_in(quantity: Quantity, unit: Unit) -> Quantity:
    return quantity if quantity.unit is unit else Quantity(value=quantity.value, unit=unit)


def level_after(baseline: Quantity, delta: Quantity, *, decrease: bool) -> Quantity:
    """The level that a change leads to, in the baseline's unit.

    Percent is relative to the baseline (25 % more than 60 % is 75 %); points and everything else are added.
    What is counted in whole units stays whole: 47 a week and 10 % more are 52.

    Args:
        baseline: Where the metric stands.
        delta: The change, positive.
        decrease: Whether the metric is to fall.

    Raises:
        Refused: the change's unit has nothing to do with the baseline's.
    """
    change = delta.value
    if delta.unit is Unit.PERCENT:
        change = baseline.value * delta.value / 100
    elif delta.is_duration and baseline.is_duration:
        change = delta.converted(baseline.unit).value
    elif delta.unit in PER_YEAR and baseline.unit in PER_YEAR:
        change = _rate(delta, baseline.unit).value
    elif delta.unit not in {Unit.POINTS, Unit.COUNT, Unit.CURRENCY, baseline.unit}:
        raise Refused(ChangeDoesNotFit(change=delta, baseline=baseline))
    level = baseline.value - change if decrease else baseline.value + change
    whole = baseline.unit in COUNTED - {Unit.PER_DAY} and baseline.value == baseline.value.to_integral_value()
    if delta.unit is Unit.PERCENT and whole:
        level = rounded(level, Decimal(1))
    return Quantity(value=_tame(level), unit=baseline.unit)


def check_change(
    metric: MetricKey, baseline: Quantity | None, delta: Quantity, words: str | None = None
) -> None:
    """See that a change changes something.

    Raises:
        Refused: the change is zero, a percentage of a baseline of zero, or in a unit that cannot be added.
    """
    if delta.value == 0:
        raise Refused(ChangeIsNothing(MetricName(metric, words)))
    if baseline is not None and baseline.value == 0 and delta.unit is Unit.PERCENT:
        raise Refused(PercentOfNothing(MetricName(metric, words), change=delta))
    if baseline is not None:
        level_after(baseline, delta, decrease=False)


def check_level(metric: MetricKey, quantity: Quantity, words: str | None = None) -> None:
    """See that a level is one that the metric can have. `quantity` is in the metric's unit.

    Raises:
        Refused: it is above the highest or below the lowest that there is (a CSAT of 120 %).
    """
    lowest, highest = bounds_in(metric, quantity.unit)
    name = MetricName(metric, words)
    if highest is not None and quantity.value > highest:
        raise Refused(LevelTooHigh(name, quantity, highest=Quantity(value=highest, unit=quantity.unit)))
    if lowest is not None and quantity.value < lowest:
        raise Refused(LevelTooLow(name, quantity, lowest=Quantity(value=lowest, unit=quantity.unit)))


def wished_direction(
    metric: MetricKey, direction: Direction | None, baseline: Quantity | None, target: Quantity | None
) -> Direction | None:
    """Which way the metric is to go: as said, else from the figures, else the way in which it gets better.

    None where nothing tells it: a metric of the team's own, or a band that one is inside of.
    """
    if direction is not None and direction is not Direction.REACH:
        return direction
    if baseline is not None and target is not None:
        compared = in_metric_unit(metric, target, like=baseline)
        if compared.value == baseline.value:
            return Direction.MAINTAIN
        return Direction.INCREASE if compared.value > baseline.value else Direction.DECREASE
    polarity = METRICS[metric].polarity
    if metric is MetricKey.OTHER:
        return None
    if polarity is Polarity.BAND:
        return _towards_band(metric, baseline)
    return Direction.INCREASE if polarity is Polarity.HIGHER else Direction.DECREASE


def falls(
    metric: MetricKey | None, direction: Direction | None, baseline: Quantity | None, target: Quantity | None
) -> bool:
    """Whether the metric is to fall: as the words say, else as the figures do, else as is better."""
    if metric is None:
        return direction is Direction.DECREASE
    return wished_direction(metric, direction, baseline, target) is Direction.DECREASE


def band(metric: MetricKey) -> tuple[Decimal, Decimal] | None:
    """The band that the metric should stay in, in its unit, where it has one."""
    known = METRICS[metric]
    if known.polarity is not Polarity.BAND:
        return None
    for figure in known.references:
        if figure.high is not None:
            return figure.low.value, figure.high.value
    return None


def _towards_band(metric: MetricKey, baseline: Quantity | None) -> Direction | None:
    limits = band(metric)
    if baseline is None or limits is None:
        return None
    if baseline.value < limits[0]:
        return Direction.INCREASE
    return Direction.DECREASE if baseline.value > limits[1] else None


def check_target(
    metric: MetricKey,
    baseline: Quantity | None,
    target: Quantity,
    direction: Direction | None,
    words: str | None = None,
) -> None:
    """See that a target is one to work towards.

    Args:
        metric: The metric that is to move.
        baseline: Where it stands; None where that is not known.
        target: The level wished, in the metric's unit.
        direction: Which way the person wants it to go, where they said so.
        words: The metric in the person's own words, where it is `OTHER`.

    Raises:
        Refused: the level cannot be, is the baseline's, runs against the wish or against the way in which the
            metric gets better, or leads out of the band that the metric should stay in.
    """
    check_level(metric, target, words)
    name = MetricName(metric, words)
    if baseline is not None:
        target = in_metric_unit(metric, target, like=baseline, words=words)
        _check_way(name, baseline, target, direction)
    limits = band(metric)
    if limits is not None and _leads_out(limits, baseline, target):
        low, high = (Quantity(value=limit, unit=target.unit) for limit in limits)
        raise Refused(TargetOutsideBand(name, target, low=low, high=high))


def _check_way(name: MetricName, baseline: Quantity, target: Quantity, direction: Direction | None) -> None:
    """See that the way to the target is the one wished, and one that makes things better."""
    if direction is Direction.MAINTAIN:
        return
    if target.value == baseline.value:
        raise Refused(TargetEqualsBaseline(name, target))
    rises = target.value > baseline.value
    if direction is Direction.INCREASE and not rises:
        raise Refused(TargetBelowWish(name, baseline, target))
    if direction is Direction.DECREASE and rises:
        raise Refused(TargetAboveWish(name, baseline, target))
    if name.key in EITHER_WAY and (name.key is MetricKey.OTHER or direction in _SAID):
        return
    polarity = METRICS[name.key].polarity
    if polarity is Polarity.HIGHER and not rises:
        raise Refused(TargetRunsDown(name, baseline, target))
    if polarity is Polarity.LOWER and rises:
        raise Refused(TargetRunsUp(name, baseline, target))


_SAID = frozenset({Direction.INCREASE, Direction.DECREASE})


def _leads_out(limits: tuple[Decimal, Decimal], baseline: Quantity | None, target: Quantity) -> bool:
    """Whether the target is outside the band, and not a step towards it."""
    low, high = limits
    if low <= target.value <= high:
        return False
    if baseline is None:
        return True
    above = target.value > high
    return target.value >= baseline.value if above else target.value <= baseline.value
