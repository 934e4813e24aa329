"""The end of a goal, before its date or at it: how it ended, and the look back."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.messages.base import Change, Channel, Message, MetricName, Person
from coach.messages.following import Standing
from coach.quantity import Quantity


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


@dataclass(frozen=True)
class GoalEnded(Message):
    """The deadline has come. One entry a standing (achieved, missed, waiting: no figure)."""

    variant: ClassVar[str | None] = "standing"
    standing: Standing
    metric: MetricName


@dataclass(frozen=True)
class GoalEndedShort(Message):
    """The deadline has come; the target was reached on the way, and is not by the last figure."""

    metric: MetricName
    value: Quantity


@dataclass(frozen=True)
class RecapBest(Message):
    """The best figure on the way, at the target or beyond it, where the last one is short of it."""

    best: Quantity
    on: date


@dataclass(frozen=True)
class GoalEndedFigures(Message):
    """From, to, where it ended."""

    metric: MetricName
    baseline: Quantity
    value: Quantity
    target: Quantity


@dataclass(frozen=True)
class GoalEndedFiguresOf(Message):
    """The same, where the last figure is of a day before the end: with its day."""

    metric: MetricName
    baseline: Quantity
    value: Quantity
    measured_on: date
    target: Quantity


@dataclass(frozen=True)
class GoalEndedNoFigure(Message):
    """A goal that ended before its date, without a figure."""

    metric: MetricName


@dataclass(frozen=True)
class LabelNextGoal(Message):
    """Button: what comes next."""


@dataclass(frozen=True)
class LastFigureAsk(Message):
    """To the owner, after the deadline: the last figure is asked for; so long the end waits for it."""

    metric: MetricName
    deadline: date
    until: date


@dataclass(frozen=True)
class LastFigureMayCome(Message):
    """To the owner of a goal that has ended: the figure of the deadline is taken later too."""

    deadline: date


@dataclass(frozen=True)
class RecapMilestones(Message):
    """How many milestones were reached on the way."""

    plural: ClassVar[str | None] = "all"
    reached: int
    all: int


@dataclass(frozen=True)
class RecapMoved(Message):
    """How far the metric came, from start to end."""

    change: Change


@dataclass(frozen=True)
class RecapLeft(Message):
    """How far it still was to the target."""

    left: Quantity


@dataclass(frozen=True)
class RecapChanged(Message):
    """What was aimed at when the goal began, where it was changed on the way."""

    target: Quantity
    deadline: date


@dataclass(frozen=True)
class LookBackAsk(Message):
    """To the owner: what helped, and what next? An answer in words is kept."""


@dataclass(frozen=True)
class LookBackKept(Message):
    """The look back is kept with the goal, in these words; shall the channel read them?"""

    metric: MetricName
    text: str
    channel: Channel


@dataclass(frozen=True)
class LookBackKeptAlone(Message):
    """The look back is kept with a goal that has no channel, in these words."""

    metric: MetricName
    text: str


@dataclass(frozen=True)
class LookBackUndone(Message):
    """What was written is not kept as the look back; what helped?"""

    metric: MetricName


@dataclass(frozen=True)
class EndCorrected(Message):
    """Above how a goal ended: the last figure came after that was told first."""

    on: date


@dataclass(frozen=True)
class LookBackTold(Message):
    """What the owner wrote, looking back."""

    who: Person
    metric: MetricName
    text: str


@dataclass(frozen=True)
class LabelShare(Message):
    """Button: tell the channel what was written."""


@dataclass(frozen=True)
class LookBackShared(Message):
    """The channel reads it now."""

    channel: Channel
