"""What `jalon plan` writes around its figures: a title, the headings of its columns, the units."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Message, MetricName
from coach.quantity import Quantity, Unit


class Column(StrEnum):
    """A column of a table."""

    MONTH = "month"
    WEEK = "week"
    WORKING_DAYS = "working_days"
    LEVEL = "level"
    """The level expected at the end."""
    CHANGE = "change"
    EACH = "each"
    """What each contributor brings."""
    KEY = "key"
    NAME = "name"
    UNIT = "unit"


@dataclass(frozen=True)
class ColumnHead(Message):
    """The heading of a column."""

    variant: ClassVar = "column"
    column: Column


@dataclass(frozen=True)
class PlanTableTitle(Message):
    """What the table is about."""

    metric: MetricName
    baseline: Quantity
    target: Quantity
    start: date
    deadline: date


@dataclass(frozen=True)
class FiguresIn(Message):
    """The unit of a metric's figures."""

    unit: Unit


@dataclass(frozen=True)
class FiguresInOrMean(Message):
    """The unit of a metric's figures, which may be the mean of answers instead."""

    unit: Unit
    highest: int


@dataclass(frozen=True)
class FiguresWithin(Message):
    """The unit of a metric's figures, and what they can be."""

    unit: Unit
    lowest: int
    highest: int
