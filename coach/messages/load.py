"""What goes with the warning that somebody carries too many goals."""

from dataclasses import dataclass
from datetime import date

from coach.messages.base import Message, MetricName


@dataclass(frozen=True)
class LoadHint(Message):
    """A goal at rest keeps all it has, and asks nothing."""


@dataclass(frozen=True)
class LabelPauseGoal(Message):
    """Button: let this goal rest."""

    metric: MetricName
    deadline: date
