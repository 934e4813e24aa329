"""What must not break while a metric moves: a guard metric, and the limit that it is to keep to.

A faster contact is easily bought at the customers' or the agents' cost (DOMAIN.md, sections 3 and 7), so a
speed goal has a guard. Where nobody names one, the trade's figure is proposed, and said to be a proposal.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from coach.catalogue import METRICS
from coach.errors import Refused
from coach.metrics import Kind, Metric, MetricKey, Polarity
from coach.quantity import Quantity, Unit, Value
from coach.targets import band, in_metric_unit


class Side(StrEnum):
    """On which side of its limit a guard metric is to stay."""

    FLOOR = "floor"
    CEILING = "ceiling"


class Guard(Value):
    """A metric that must not break, and how far it may go."""

    metric: MetricKey
    limit: Quantity | None = None
    """In the metric's unit; None while only the metric was named."""

    @property
    def side(self) -> Side:
        """Below a floor it breaks where more is better; above a ceiling where less is."""
        return side_of(self.metric)

    def breaks_at(self, level: Quantity) -> bool:
        """Whether a figure of the guard metric is past the limit."""
        if self.limit is None:
            return False
        try:
            value = in_metric_unit(self.metric, level, like=self.limit).value
        except Refused:
            return False
        return value < self.limit.value if self.side is Side.FLOOR else value > self.limit.value


class GuardFigure(Value):
    """A figure of a goal's guard metric. A correction is a new one that names the old one, which stays."""

    value: Quantity
    measured_on: date
    author: str
    """Slack user id."""
    id: str = ""
    """Empty: it was kept before figures of guards could be taken back."""
    recorded_at: datetime | None = None
    words: str | None = None
    """What the person wrote."""
    measurement: str | None = None
    """Id of the measurement of the guard metric's own goal that it is, where it is one."""
    corrects: str | None = None
    """Id of the guard figure that it takes the place of."""
    undone: bool = False


USUAL = frozenset({MetricKey.CSAT, MetricKey.OCCUPANCY})
"""Metrics whose reference figure is a standard; other figures of the trade are demanding ones (FCR 75 %)."""
OwnLevels = Mapping[MetricKey, Quantity]
"""Where the team's own metrics stand, as far as other goals tell it."""


def _is_speed(entry: Metric) -> bool:
    return bool(entry.guards) and (entry.kind is Kind.DURATION or entry.polarity is Polarity.BAND)


SPEED = frozenset(key for key, entry in METRICS.items() if _is_speed(entry))
"""Metrics that are easily bought at the customers' or the agents' cost: lengths of time, and occupancy."""


def side_of(metric: MetricKey) -> Side:
    """Whether a guard metric has a floor or a ceiling."""
    return Side.FLOOR if METRICS[metric].polarity is Polarity.HIGHER else Side.CEILING


def guards_offered(metric: MetricKey, own: OwnLevels) -> tuple[Guard, ...]:
    """The natural guards of a metric, with the limit to suggest: the team's own figure, else the trade's.

    Args:
        metric: The metric that is to move.
        own: Where the team's own metrics stand.
    """
    limits = ((guard, own.get(guard) or _of_the_trade(guard)) for guard in METRICS[metric].guards)
    return tuple(Guard(metric=guard, limit=limit) for guard, limit in limits)


def proposed(metric: MetricKey, own: OwnLevels, named: MetricKey | None = None) -> Guard:
    """The guard that is proposed where nobody gave a limit.

    Args:
        metric: The metric that is to move.
        own: Where the team's own metrics stand.
        named: The guard metric that was named without a limit, if any.
    """
    if named is not None:
        limit = own.get(named) or _of_the_trade(named)
        if limit is not None:
            return Guard(metric=named, limit=limit)
    limited = [guard for guard in guards_offered(metric, own) if guard.limit is not None]
    return limited[0] if limited else Guard(metric=MetricKey.CSAT, limit=_of_the_trade(MetricKey.CSAT))


def _of_the_trade(metric: MetricKey) -> Quantity | None:
    """The figure that the trade quotes for a metric, where it is usual enough to be a limit."""
    figures = METRICS[metric].references if metric in USUAL else ()
    return next((one.high or one.low for one in figures), None)


def above_band(metric: MetricKey, level: Quantity | None) -> tuple[Quantity, Quantity] | None:
    """The band that a level is above, where the metric has one and it is: more is not better there."""
    limits = band(metric)
    if limits is None or level is None or level.value <= limits[1]:
        return None
    low, high = (Quantity(value=limit, unit=level.unit) for limit in limits)
    return low, high


def guard_as_text(guard: Guard) -> str:
    """A guard in the value of a button."""
    if guard.limit is None:
        return f"{guard.metric}||"
    return f"{guard.metric}|{guard.limit.value.normalize():f}|{guard.limit.unit}"


def guard_of_text(text: str) -> Guard:
    """The guard behind a button.

    Raises:
        ValueError: the text is none of ours.
    """
    metric, value, unit = text.split("|")
    if not value:
        return Guard(metric=MetricKey(metric))
    if not value.replace(".", "", 1).isdigit():
        raise ValueError(text)
    return Guard(metric=MetricKey(metric), limit=Quantity(value=Decimal(value), unit=Unit(unit)))
