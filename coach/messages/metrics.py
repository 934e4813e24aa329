"""The catalogue's pages: what each metric is, what the trade quotes, at whose level it can be read."""

from dataclasses import dataclass
from typing import ClassVar

from coach.catalogue.strata import Stratum
from coach.messages.achievability import Reference
from coach.messages.base import Message, MetricName
from coach.metrics import Aim, Polarity, Source
from coach.quantity import Quantity


@dataclass(frozen=True)
class MetricsOfAim(Message):
    """Heading of one aim's page. One entry an aim."""

    variant: ClassVar[str | None] = "aim"
    aim: Aim


@dataclass(frozen=True)
class LabelAim(Message):
    """Button: another aim's page. One entry an aim."""

    variant: ClassVar[str | None] = "aim"
    aim: Aim


@dataclass(frozen=True)
class MetricEntry(Message):
    """One metric: its name, what it is, how it is computed, which way is better. One entry a polarity."""

    variant: ClassVar[str | None] = "polarity"
    metric: MetricName
    polarity: Polarity


@dataclass(frozen=True)
class QuotedPoint(Message):
    """A figure of the trade with its source."""

    figure: Quantity
    what: Reference
    source: Source | str


@dataclass(frozen=True)
class QuotedBand(Message):
    """A band of the trade with its source."""

    low: Quantity
    high: Quantity
    what: Reference
    source: Source | str


@dataclass(frozen=True)
class QuotedGuards(Message):
    """What must not break while the metric moves."""

    guards: tuple[MetricName, ...]


@dataclass(frozen=True)
class ReadAt(Message):
    """At whose level the metric can be read."""

    strata: tuple[Stratum, ...]


@dataclass(frozen=True)
class MadeOf(Message):
    """How many answers the figure that was taken is made of."""

    plural: ClassVar[str | None] = "answers"
    answers: int
