"""What a workspace measures in its own words, and the figures that it holds its metrics against."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from coach.catalogue import METRICS
from coach.language.plain import fold
from coach.language.reading import Role, Understanding
from coach.metrics import MetricKey, Polarity, Reference
from coach.quantity import Quantity, Unit, Value

OWN = "own"
"""Label of a workspace's own reference."""
CHOICE = "own:"
"""What the value of a choice begins with that stands for a workspace's own metric."""


LONGEST_NAME = 60
"""Characters of a metric's name."""
MOST = 60
"""Metrics that a workspace may add: with the catalogue's they fill a list in Slack."""


class OwnReference(Value):
    """A figure that the workspace holds a metric against, and where it has it from."""

    figure: Quantity
    source: str = Field(min_length=1)

    def as_reference(self) -> Reference:
        """The same, as the verdict on a goal's reach takes it."""
        return Reference(label=OWN, low=self.figure, source=self.source)


class OwnMetric(Value):
    """A metric that the workspace added."""

    workspace: str
    key: str = Field(min_length=1)
    """Its id in the workspace; never the key of a metric of the catalogue."""
    name: str = Field(min_length=1)
    unit: Unit
    polarity: Polarity
    lowest: Decimal | None = None
    highest: Decimal | None = None
    """Bounds of what it can be, in `unit`."""
    reference: OwnReference | None = None
    names: tuple[str, ...] = ()
    """Other names that it is recognised by."""
    version: int = 1
    """Up with every change, so that only the last one can be taken back."""

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.key in set(MetricKey):
            raise ValueError("the catalogue has this key")
        if self.lowest is not None and self.highest is not None and self.lowest >= self.highest:
            raise ValueError("the lowest value is not below the highest")
        if self.reference is not None and self.reference.figure.unit is not self.unit:
            raise ValueError("the reference is in another unit")
        return self


class Override(Value):
    """The workspace's own reference of a metric of the catalogue, which counts instead of the trade's."""

    workspace: str
    metric: MetricKey
    reference: OwnReference
    version: int = 1
    """Up with every change, so that only the last one can be taken back."""


def as_figure(one: OwnMetric, value: Decimal | None) -> Quantity | None:
    """A bound of a metric with its unit; None where there is none."""
    return Quantity(value=value, unit=one.unit) if value is not None else None


def held_against(
    metric: MetricKey, own: OwnMetric | None, overrides: Iterable[Override]
) -> tuple[Reference, ...]:
    """What a goal is held against.

    Args:
        metric: Its metric.
        own: What the workspace knows of it, where it is one of its own.
        overrides: The workspace's own references.
    """
    if own is None:
        return references_of(metric, overrides)
    return (own.reference.as_reference(),) if own.reference is not None else ()


def references_of(metric: MetricKey, overrides: Iterable[Override]) -> tuple[Reference, ...]:
    """What a metric is held against: the workspace's own reference, else what the trade quotes."""
    own = tuple(one.reference.as_reference() for one in overrides if one.metric is metric)
    return own or METRICS[metric].references


def named_in(text: str, metrics: Iterable[OwnMetric]) -> OwnMetric | None:
    """The metric that a text names by whole words, whatever their case and accents; the longest name wins."""
    words = f" {_plain(text)} "
    found = [
        (len(plain), one)
        for one in metrics
        for name in (one.name, *one.names)
        if (plain := _plain(name)) and f" {plain} " in words
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def choice_of(one: OwnMetric) -> str:
    """The value of a choice that stands for a metric."""
    return f"{CHOICE}{one.key}"


def chosen(value: str, metrics: Iterable[OwnMetric]) -> OwnMetric | None:
    """The metric that a choice stands for; None where it stands for none of these."""
    key = value.removeprefix(CHOICE)
    return next((one for one in metrics if one.key == key), None) if key != value else None


def meant_in(reading: Understanding, metrics: Iterable[OwnMetric]) -> OwnMetric | None:
    """The metric that a text is about: one that is named where the text names its metric.

    A name inside of a lever ("by listening to calls") or beside another metric is not what is to move.
    """
    text = reading.text
    for aside in (reading.lever, reading.relevance):
        text = text.replace(aside, " ") if aside else text
    found = named_in(text, metrics)
    if found is None:
        return None
    said = [_plain(reading.text[one.start : one.end]) for one in reading.mentions if one.role is Role.METRIC]
    if not said:
        return found if reading.metric is None else None
    names = [_plain(name) for name in (found.name, *found.names)]
    together = any(_share(name, words) for name in names for words in said)
    return found if together else None


def _share(one: str, other: str) -> bool:
    """Whether one of two names holds the other, by whole words."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _plain(text: str) -> str:
    """Folded words with single spaces between them."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())
