"""Short ways to write a catalogue entry down."""

from decimal import Decimal

from coach.metrics import Aim, Kind, Metric, MetricKey, Polarity, Reference, Source
from coach.quantity import Quantity, Unit


def percent(value: int) -> Quantity:
    """A share in percent."""
    return Quantity(value=Decimal(value), unit=Unit.PERCENT)


def minutes(value: int) -> Quantity:
    """A length of time in minutes."""
    return Quantity(value=Decimal(value), unit=Unit.MINUTES)


def score(value: int) -> Quantity:
    """A score, such as an NPS."""
    return Quantity(value=Decimal(value), unit=Unit.SCORE)


def reference(label: str, low: Quantity, high: Quantity | None = None) -> Reference:
    """A reference figure from the guides; `label` names its words (`reference.<label>`)."""
    return Reference(label=label, low=low, high=high, source=Source.GUIDES)


def share(
    key: MetricKey,
    polarity: Polarity,
    *aims: Aim,
    references: tuple[Reference, ...] = (),
    guards: tuple[MetricKey, ...] = (),
    levers: tuple[str, ...] = (),
    scale_highest: int | None = None,
) -> Metric:
    """A metric in percent, from 0 to 100."""
    return Metric(
        key=key,
        kind=Kind.SHARE,
        polarity=polarity,
        unit=Unit.PERCENT,
        aims=aims,
        highest=Decimal(100),
        scale_highest=None if scale_highest is None else Decimal(scale_highest),
        references=references,
        guards=guards,
        levers=levers,
    )


def duration(
    key: MetricKey,
    unit: Unit,
    *aims: Aim,
    references: tuple[Reference, ...] = (),
    guards: tuple[MetricKey, ...] = (),
    levers: tuple[str, ...] = (),
) -> Metric:
    """A mean length of time, the shorter the better; `unit` is the one that the trade tells it in."""
    return Metric(
        key=key,
        kind=Kind.DURATION,
        polarity=Polarity.LOWER,
        unit=unit,
        aims=aims,
        references=references,
        guards=guards,
        levers=levers,
    )


def count(
    key: MetricKey,
    polarity: Polarity,
    *aims: Aim,
    guards: tuple[MetricKey, ...] = (),
    levers: tuple[str, ...] = (),
) -> Metric:
    """A metric counted in whole units."""
    return Metric(
        key=key,
        kind=Kind.COUNT,
        polarity=polarity,
        unit=Unit.COUNT,
        aims=aims,
        guards=guards,
        levers=levers,
    )
