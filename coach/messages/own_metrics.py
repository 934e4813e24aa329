"""What a workspace adds to the catalogue: its list, the two forms, and what is said of a change."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Message, MetricName
from coach.metrics import Polarity
from coach.quantity import Quantity, Unit


class OwnField(StrEnum):
    """The fields of the two forms."""

    NAME = "name"
    NAMES = "names"
    UNIT = "unit"
    POLARITY = "polarity"
    LOWEST = "lowest"
    HIGHEST = "highest"
    FIGURE = "figure"
    SOURCE = "source"


# --- the list ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class OwnMetricsTitle(Message):
    """Heading of the workspace's own metrics."""


@dataclass(frozen=True)
class OwnMetricsNone(Message):
    """The workspace added none yet, and what adding one is good for."""


@dataclass(frozen=True)
class OwnMetricsWho(Message):
    """Who may add and change, for whoever may not."""


@dataclass(frozen=True)
class OwnUnit(Message):
    """What a metric is told in."""

    variant: ClassVar[str | None] = "unit"
    unit: Unit


@dataclass(frozen=True)
class OwnMetricEntry(Message):
    """One of them: its name and its unit. One entry a polarity."""

    variant: ClassVar[str | None] = "polarity"
    metric: MetricName
    polarity: Polarity
    unit: OwnUnit


@dataclass(frozen=True)
class OwnMetricBetween(Message):
    """What it can be at the least and at the most."""

    lowest: Quantity
    highest: Quantity


@dataclass(frozen=True)
class OwnMetricFrom(Message):
    """What it can be at the least."""

    lowest: Quantity


@dataclass(frozen=True)
class OwnMetricUpTo(Message):
    """What it can be at the most."""

    highest: Quantity


@dataclass(frozen=True)
class OwnMetricNames(Message):
    """By what other names it is recognised."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class QuotedOwn(Message):
    """The workspace's own reference of a metric of the catalogue, in the place of the trade's."""

    figure: Quantity
    source: str


@dataclass(frozen=True)
class LabelOwnMetrics(Message):
    """Button: the workspace's own metrics."""


@dataclass(frozen=True)
class LabelAddMetric(Message):
    """Button: opens the form for a new one."""


@dataclass(frozen=True)
class LabelChangeMetric(Message):
    """Button: opens the form of one of them."""

    metric: MetricName


@dataclass(frozen=True)
class LabelOwnReference(Message):
    """Button: opens the form for the workspace's own reference of a metric."""

    metric: MetricName


@dataclass(frozen=True)
class LabelRemoveMetric(Message):
    """Button: drops a metric of the workspace's own."""

    metric: MetricName


@dataclass(frozen=True)
class LabelRemoveReference(Message):
    """Button: drops the workspace's own reference of a metric."""

    metric: MetricName


@dataclass(frozen=True)
class LabelMoreOwn(Message):
    """Button: the next ones of the list."""


@dataclass(frozen=True)
class ChoiceMetricHeld(Message):
    """A metric of the catalogue in the list of figures, with the workspace's own reference."""

    metric: MetricName
    figure: Quantity


# --- the forms -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class OwnMetricTitle(Message):
    """Title of the form for a metric (24 characters at most)."""


@dataclass(frozen=True)
class OwnReferenceTitle(Message):
    """Title of the form for a reference (24 characters at most)."""


@dataclass(frozen=True)
class OwnReferenceIntro(Message):
    """What the reference is for, above its fields."""

    metric: MetricName


@dataclass(frozen=True)
class OwnFieldLabel(Message):
    """Label of a field."""

    variant: ClassVar[str | None] = "field"
    field: OwnField


@dataclass(frozen=True)
class OwnFieldHint(Message):
    """Hint below a field."""

    variant: ClassVar[str | None] = "field"
    field: OwnField


@dataclass(frozen=True)
class ChoicePolarity(Message):
    """Which way is better, in the form's list."""

    variant: ClassVar[str | None] = "polarity"
    polarity: Polarity


@dataclass(frozen=True)
class OwnNameEmpty(Message):
    """The name has too few letters to be recognised by."""


@dataclass(frozen=True)
class OwnNameTaken(Message):
    """The workspace has a metric of this name."""

    name: str


@dataclass(frozen=True)
class OwnNameKnown(Message):
    """The catalogue has this metric."""

    metric: MetricName


@dataclass(frozen=True)
class OwnFigureNotRead(Message):
    """The field holds no figure, or several."""


@dataclass(frozen=True)
class OwnBoundsCrossed(Message):
    """The most is not above the least."""


@dataclass(frozen=True)
class OwnSourceMissing(Message):
    """A reference figure, and nothing about where it comes from."""


@dataclass(frozen=True)
class OwnFigureMissing(Message):
    """A source, and no reference figure."""


@dataclass(frozen=True)
class OwnMetricsFull(Message):
    """The workspace has as many metrics as it may."""

    most: int


# --- what is said of a change ----------------------------------------------------------------------
@dataclass(frozen=True)
class OwnMetricAdded(Message):
    """A metric was added; how to use it."""

    name: str


@dataclass(frozen=True)
class OwnMetricChanged(Message):
    """A metric was changed; goals under way keep it as it was."""

    name: str


@dataclass(frozen=True)
class OwnMetricRemoved(Message):
    """A metric was removed; goals under way keep it."""

    name: str


@dataclass(frozen=True)
class OwnReferenceSet(Message):
    """The workspace's own reference of a metric from now on."""

    metric: MetricName
    figure: Quantity
    source: str


@dataclass(frozen=True)
class OwnReferenceRemoved(Message):
    """The trade's references count again."""

    metric: MetricName


@dataclass(frozen=True)
class OwnUndone(Message):
    """It is as it was before."""

    metric: MetricName


@dataclass(frozen=True)
class OwnChangedSince(Message):
    """It was changed again meanwhile, so that nothing was taken back."""

    metric: MetricName


@dataclass(frozen=True)
class OwnMetricsNotYours(Message):
    """Only leads and administrators may."""
