"""What is said of an answer about a lever action."""

from dataclasses import dataclass

from coach.messages.base import Message


@dataclass(frozen=True)
class ActionNoted(Message):
    """Which action, and how often it was done."""

    text: str
    done: int
    wanted: int


@dataclass(frozen=True)
class ActionNotedMore(Message):
    """Which action, and that it was done more often than was planned."""

    text: str
    done: int
    wanted: int


@dataclass(frozen=True)
class ActionNotedTimes(Message):
    """Which action, and how often it was done, where nobody said how often it is to be."""

    text: str
    done: int


@dataclass(frozen=True)
class HowManyInAll(Message):
    """Something was added to what was done already: how often was it in all?"""

    done: int
    total: int


@dataclass(frozen=True)
class ActionThanks(Message):
    """The week's part is done."""


@dataclass(frozen=True)
class ActionNotDone(Message):
    """Not in the week that has passed: no blame."""


@dataclass(frozen=True)
class ActionInPart(Message):
    """Not all of it in the week that has passed: what was done counts."""


@dataclass(frozen=True)
class ActionOnPace(Message):
    """As much is done as should be by then, of a week that goes on."""


@dataclass(frozen=True)
class ActionGoesOn(Message):
    """Less is done, of a week that goes on."""


@dataclass(frozen=True)
class VagueAction(Message):
    """The same, about an action."""


@dataclass(frozen=True)
class ActionUnknown(Message):
    """Nobody knows yet whether the action is done: when to ask again."""


@dataclass(frozen=True)
class ActionNotRead(Message):
    """The answer about an action was not read."""
