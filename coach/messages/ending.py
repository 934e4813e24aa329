"""A goal is ended before its date."""

from dataclasses import dataclass

from coach.messages.base import Message, MetricName, Person


@dataclass(frozen=True)
class NothingToEnd(Message):
    """No goal under way is theirs to end."""


@dataclass(frozen=True)
class WhichToEnd(Message):
    """Several goals are under way: which one is to end?"""


@dataclass(frozen=True)
class LabelEndOf(Message):
    """Button: the goal that is meant."""

    metric: MetricName


@dataclass(frozen=True)
class ReallyEnd(Message):
    """What ending it means, and that it can rest instead."""

    metric: MetricName


@dataclass(frozen=True)
class LabelEnd(Message):
    """Button: end it."""


@dataclass(frozen=True)
class GoalEndedEarly(Message):
    """It is over; its figures are kept."""

    metric: MetricName


@dataclass(frozen=True)
class TeamToldOfEnd(Message):
    """To the team: the goal is ended before its date, and by whose lead."""

    owner: Person
    metric: MetricName


@dataclass(frozen=True)
class ThanksForTheWay(Message):
    """Small print to the team: what was done counts."""
