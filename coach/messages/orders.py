"""What is said where something is wanted of a goal under way, in words or by an old button."""

from dataclasses import dataclass
from datetime import date, time

from coach.messages.base import Channel, Message, MetricName


@dataclass(frozen=True)
class GoalPausedUntil(Message):
    """The goal rests up to a day, and goes on by itself then."""

    metric: MetricName
    until: date


@dataclass(frozen=True)
class RestsUntil(Message):
    """The last day of a goal's rest, below "paused"."""

    until: date


@dataclass(frozen=True)
class GoalIsOver(Message):
    """The goal has ended: it can neither rest nor go on."""

    metric: MetricName


@dataclass(frozen=True)
class NextPostIs(Message):
    """When a channel has its next post."""

    channel: Channel
    on: date
    at: time


@dataclass(frozen=True)
class NothingToCancel(Message):
    """Nothing is being made; how a figure is taken back, and how a goal is ended or rests."""
