"""What was understood, said back."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.language.reading import Direction, Origin, Resource
from coach.messages.base import Message, MetricName, Person
from coach.quantity import Quantity


@dataclass(frozen=True)
class NotedMetric(Message):
    """The metric."""

    metric: MetricName


@dataclass(frozen=True)
class NotedBaseline(Message):
    """Where it is today."""

    value: Quantity


@dataclass(frozen=True)
class NotedUnmeasured(Message):
    """The baseline will be measured first."""


@dataclass(frozen=True)
class NotedTarget(Message):
    """Where it should be."""

    value: Quantity


@dataclass(frozen=True)
class NotedStretch(Message):
    """Where it would be at best."""

    value: Quantity


@dataclass(frozen=True)
class NotedChange(Message):
    """How much it should move."""

    variant: ClassVar[str | None] = "direction"
    direction: Direction
    value: Quantity


@dataclass(frozen=True)
class NotedRate(Message):
    """How much it should move every month."""

    variant: ClassVar[str | None] = "direction"
    direction: Direction
    value: Quantity


@dataclass(frozen=True)
class NotedLevelAfter(Message):
    """How much it should move, and the level that this makes."""

    variant: ClassVar[str | None] = "direction"
    direction: Direction
    value: Quantity
    level: Quantity


@dataclass(frozen=True)
class NotedDeadline(Message):
    """By when."""

    day: date


@dataclass(frozen=True)
class NotedOwner(Message):
    """Who leads."""

    owner: Person


@dataclass(frozen=True)
class NotedLever(Message):
    """By doing what."""

    lever: str


@dataclass(frozen=True)
class NotedOrigin(Message):
    """Where the figure comes from. One entry an origin."""

    variant: ClassVar[str | None] = "origin"
    origin: Origin


@dataclass(frozen=True)
class NotedAllThere(Message):
    """Nothing is missing."""


@dataclass(frozen=True)
class NotedLacking(Message):
    """What is missing becomes a step."""

    lacking: tuple[Resource, ...]


@dataclass(frozen=True)
class NotedRelevance(Message):
    """What for."""

    relevance: str


@dataclass(frozen=True)
class NotedScope(Message):
    """For which team, channel or ticket type."""

    scope: str


@dataclass(frozen=True)
class Noted(Message):
    """Said back in one line: all that was understood in the last message."""

    items: tuple[Message, ...]


@dataclass(frozen=True)
class Corrected(Message):
    """As `Noted`, where something was changed."""

    items: tuple[Message, ...]
