"""What is said where somebody asks who has not answered."""

from dataclasses import dataclass
from typing import ClassVar

from coach.messages.base import Message, MetricName, Person


@dataclass(frozen=True)
class UnansweredOf(Message):
    """The goal that the lines below are of."""

    metric: MetricName


@dataclass(frozen=True)
class AskedToday(Message):
    """Who was asked today, and has not answered yet."""

    plural: ClassVar[str | None] = "count"
    count: int
    people: tuple[Person, ...]


@dataclass(frozen=True)
class EverybodyAnswered(Message):
    """Nobody of the team is left."""


@dataclass(frozen=True)
class NothingAskedYet(Message):
    """Nobody of the team has been asked anything of late."""


@dataclass(frozen=True)
class NobodyElseIsAsked(Message):
    """Nobody but the reader is asked for anything."""


@dataclass(frozen=True)
class NobodyIsAsked(Message):
    """No goal of theirs is under way."""


@dataclass(frozen=True)
class OnlyLeadsSeeAnswers(Message):
    """Who has answered is told to those who lead the goal."""
