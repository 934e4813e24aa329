"""What is said to an order about a goal under way that cannot be carried out as it stands."""

from dataclasses import dataclass
from datetime import date

from coach.messages.base import Message, MetricName
from coach.quantity import Quantity


@dataclass(frozen=True)
class NoGoalOn(Message):
    """An order names a metric that no goal of theirs under way follows; a button begins one."""

    metric: MetricName


@dataclass(frozen=True)
class ChangeToWhat(Message):
    """A target or a date is to change, and no new one was read."""

    metric: MetricName


@dataclass(frozen=True)
class FollowedAlready(Message):
    """A whole new wish is about a metric whose figure is asked: the goal is changed, or another one begun."""

    metric: MetricName
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class NoChannelForNews(Message):
    """The day of the posts is to change, and the goal is posted nowhere."""

    metric: MetricName


@dataclass(frozen=True)
class WhichNews(Message):
    """The day of the posts is to change, and several channels have some."""


@dataclass(frozen=True)
class FewerQuestions(Message):
    """To whoever leads: where it is chosen how often, and when, they are asked."""


@dataclass(frozen=True)
class FewerReminders(Message):
    """To somebody who takes part: where it is chosen when, and how closely, they are asked."""


@dataclass(frozen=True)
class WhoIsNewOwner(Message):
    """A name alone does not say whose account is to lead a goal."""

    name: str
