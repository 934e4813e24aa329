"""The slash commands: lists of goals, which one is meant, and the words on their buttons."""

from dataclasses import dataclass
from typing import ClassVar

from coach.messages.base import Message, MetricName


@dataclass(frozen=True)
class CommandsTitle(Message):
    """Above the list of what can follow `/goal`."""


@dataclass(frozen=True)
class CommandsList(Message):
    """What can follow `/goal`, each with what it does."""


@dataclass(frozen=True)
class YourGoals(Message):
    """Above the list of somebody's goals."""


@dataclass(frozen=True)
class NoGoalsYet(Message):
    """Asked for a list or a status, and there is no goal."""


@dataclass(frozen=True)
class MoreInHome(Message):
    """More goals than a message shows."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class WhichToPause(Message):
    """Several goals are under way: which one is to rest?"""


@dataclass(frozen=True)
class WhichToResume(Message):
    """Several goals rest: which one is to go on?"""


@dataclass(frozen=True)
class NothingToPause(Message):
    """No goal that the person may let rest is under way."""


@dataclass(frozen=True)
class GoalInAList(Message):
    """A goal in a list to choose from."""

    metric: MetricName


@dataclass(frozen=True)
class LabelList(Message):
    """Button: my goals."""


@dataclass(frozen=True)
class LabelStatus(Message):
    """Button: where my goals stand."""


@dataclass(frozen=True)
class LabelMetrics(Message):
    """Button: the metrics that can be followed."""


@dataclass(frozen=True)
class LabelSettings(Message):
    """Button: language, time zone, working hours."""


@dataclass(frozen=True)
class LabelPrivacy(Message):
    """Button: what is kept, and who sees it."""


@dataclass(frozen=True)
class LabelHelp(Message):
    """Button: what can be done."""


@dataclass(frozen=True)
class NothingToResume(Message):
    """No goal that the person leads rests."""
