"""What is said when a goal is planned anew."""

from dataclasses import dataclass
from datetime import date

from coach.messages.base import Change, Message, MetricName
from coach.quantity import Quantity


@dataclass(frozen=True)
class NothingToReplan(Message):
    """The goal has no plan yet: its baseline is being measured, or it is to be kept."""

    metric: MetricName


@dataclass(frozen=True)
class EasingNeedsReason(Message):
    """A goal is made easier only with a reason, which is kept."""


@dataclass(frozen=True)
class TargetMoved(Message):
    """The target before and after."""

    before: Quantity
    after: Quantity


@dataclass(frozen=True)
class DeadlineMoved(Message):
    """The deadline before and after."""

    before: date
    after: date


@dataclass(frozen=True)
class PaceChanged(Message):
    """The change a week before and after."""

    before: Change
    after: Change
