"""How often somebody is asked, and how closely they are followed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Message, MetricName


@dataclass(frozen=True)
class RhythmOf(Message):
    """How often a goal is asked about, above the lists that change it."""

    metric: MetricName


@dataclass(frozen=True)
class RhythmNone(Message):
    """The person leads no goal."""


class Rhythm(StrEnum):
    """How often a goal is asked about."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    STAND_UP = "stand_up"


class Closeness(StrEnum):
    """How closely people are followed."""

    LIGHT = "light"
    STANDARD = "standard"
    ACTIVE = "active"


@dataclass(frozen=True)
class PickRhythm(Message):
    """Label of the list of rhythms."""


@dataclass(frozen=True)
class RhythmChoice(Message):
    """One rhythm."""

    variant: ClassVar[str | None] = "rhythm"
    rhythm: Rhythm


@dataclass(frozen=True)
class PickCloseness(Message):
    """Label of the list: how closely."""


@dataclass(frozen=True)
class ClosenessChoice(Message):
    """One closeness."""

    variant: ClassVar[str | None] = "closeness"
    closeness: Closeness


@dataclass(frozen=True)
class RhythmNoted(Message):
    """The rhythm is changed."""

    metric: MetricName
    rhythm: Message


@dataclass(frozen=True)
class ClosenessNoted(Message):
    """How closely is changed."""

    metric: MetricName
    closeness: Message
