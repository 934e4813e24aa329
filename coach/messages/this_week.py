"""What the Home says of this week: who is away, and what is done."""

from dataclasses import dataclass
from datetime import date

from coach.messages.base import Message, Person


@dataclass(frozen=True)
class HomeMyLeave(Message):
    """The reader's own coming absence."""

    start: date
    end: date


@dataclass(frozen=True)
class HomeAway(Message):
    """Somebody of the team is away, for those who lead; nothing is asked of them meanwhile."""

    who: Person
    end: date


@dataclass(frozen=True)
class HomeWeekActionAll(Message):
    """In the Home of who takes part: this week's part is done, all of it."""

    text: str


@dataclass(frozen=True)
class HomeWeekActionDone(Message):
    """The reader's part of this week, answered: how often it was done, of how often it was asked."""

    text: str
    done: int
    wanted: int
