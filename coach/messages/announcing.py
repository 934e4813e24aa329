"""A new goal, as its channel and those who take part are told of it."""

from dataclasses import dataclass
from datetime import date

from coach.messages.base import Message, Person
from coach.quantity import Quantity


@dataclass(frozen=True)
class ChannelGoalTitle(Message):
    """Heading in the channel: a new goal. Its sentence says who leads it."""


@dataclass(frozen=True)
class ChannelGoalWhy(Message):
    """In the channel: what for."""

    relevance: str


@dataclass(frozen=True)
class ChannelGoalFirst(Message):
    """In the channel: the first milestone."""

    end: date
    level: Quantity


@dataclass(frozen=True)
class JoinedTitle(Message):
    """To a contributor: you take part in this goal."""

    owner: Person


@dataclass(frozen=True)
class JoinedAction(Message):
    """To a contributor: what you will be asked, when."""

    weekday: int
    text: str
