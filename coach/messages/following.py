"""What becomes of an answer: what was noted, what it means for the goal, what could not be kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from coach.messages.base import Change, Channel, Message, MetricName, Person
from coach.metrics import Kind
from coach.quantity import Quantity


@dataclass(frozen=True)
class LabelUndo(Message):
    """Button: take back what was noted."""


@dataclass(frozen=True)
class FigureNoted(Message):
    """The figure that was understood, beside the planned one."""

    metric: MetricName
    value: Quantity
    expected: Quantity


@dataclass(frozen=True)
class FigureNotedAlone(Message):
    """The figure that was understood, where nothing is planned yet."""

    metric: MetricName
    value: Quantity


@dataclass(frozen=True)
class FigureCorrects(Message):
    """Small print: the figure takes the place of one that was told before."""

    before: Quantity
    on: date


@dataclass(frozen=True)
class FigureSettles(Message):
    """Small print: the figure takes the place of a provisional one."""

    before: Quantity
    on: date


@dataclass(frozen=True)
class FigureConfirms(Message):
    """Small print: the provisional figure of a day stands as it was."""

    on: date


@dataclass(frozen=True)
class UndoneTo(Message):
    """The figure is taken back; the one that it had taken the place of stands again."""

    metric: MetricName
    value: Quantity
    on: date


@dataclass(frozen=True)
class UndoneAlone(Message):
    """The figure is taken back; nothing had been asked."""


@dataclass(frozen=True)
class ReallySo(Message):
    """The figure is so far from the one before that it may be a slip: is it right?"""

    metric: MetricName
    value: Quantity
    before: Quantity


@dataclass(frozen=True)
class LessThanBefore(Message):
    """A figure with a minus: is it so much less than before?"""

    metric: MetricName
    before: Quantity
    value: Quantity


@dataclass(frozen=True)
class LabelSure(Message):
    """Button: the figure is right."""

    value: Quantity


@dataclass(frozen=True)
class WhichGoalIsIt(Message):
    """A figure came by itself, and fits several goals."""

    value: Quantity
    metric: MetricName
    """One of them, for the example."""


@dataclass(frozen=True)
class NotFollowed(Message):
    """Beside what was kept: a figure of a metric that no goal of theirs follows."""

    words: str
    metric: MetricName


@dataclass(frozen=True)
class NotKept(Message):
    """Beside what was kept: a figure of which nobody knows whose it is."""

    words: str
    metric: MetricName
    """One that they follow, for the example."""


@dataclass(frozen=True)
class FigureOf(Message):
    """Small print: the figure came from so many of so many."""

    done: int
    total: int


@dataclass(frozen=True)
class BaselineKnown(Message):
    """The starting point is known; the plan is made."""

    baseline: Quantity
    target: Quantity


class Standing(StrEnum):
    """Where a goal stands against its plan."""

    WAITING = "waiting"
    ON_TRACK = "on_track"
    CLOSE = "close"
    WITHIN_NOISE = "within_noise"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    ACHIEVED = "achieved"
    MISSED = "missed"
    PAUSED = "paused"
    STALE = "stale"


@dataclass(frozen=True)
class HowItStands(Message):
    """One sentence on where the goal stands. One entry a standing."""

    variant: ClassVar[str | None] = "standing"
    standing: Standing


@dataclass(frozen=True)
class TargetHeld(Message):
    """The target was reached before, which was celebrated then, and by a new figure still is."""


@dataclass(frozen=True)
class TargetReachedThen(Message):
    """No figure came since the one that reached the target: that is told, with its day."""

    value: Quantity
    measured_on: date


@dataclass(frozen=True)
class NeededAWeek(Message):
    """What it takes from here on."""

    change: Change


@dataclass(frozen=True)
class NextStage(Message):
    """The next milestone."""

    end: date
    level: Quantity


@dataclass(frozen=True)
class BlockedNoted(Message):
    """Being blocked is an answer; the owner is told, and of which goal."""

    owner: Person
    metric: MetricName


@dataclass(frozen=True)
class BlockedOwnNoted(Message):
    """The owner is blocked, and with which goal."""

    metric: MetricName


@dataclass(frozen=True)
class BlockedWhy(Message):
    """What is in the way?"""


@dataclass(frozen=True)
class ToldBlocked(Message):
    """To the owner: somebody is blocked, and on what."""

    who: Person
    metric: MetricName
    reason: str


@dataclass(frozen=True)
class AwayNotedOpen(Message):
    """Absent, no date said: this check-in is let go."""


@dataclass(frozen=True)
class VagueFigure(Message):
    """One friendly question after "it is coming along"."""

    metric: MetricName


@dataclass(frozen=True)
class NoFigureNoted(Message):
    """There is no figure this time: kept as an answer."""

    metric: MetricName


@dataclass(frozen=True)
class QuestionIsOver(Message):
    """A question was answered whose goal has ended."""

    metric: MetricName


@dataclass(frozen=True)
class FigureNotRead(Message):
    """No figure was found in the answer, and how one is written. One entry a kind of metric."""

    variant: ClassVar[str | None] = "kind"
    metric: MetricName
    kind: Kind


@dataclass(frozen=True)
class Undone(Message):
    """What was noted is taken back; the question is open again."""


@dataclass(frozen=True)
class ActionOfTheTeam(Message):
    """Whoever leads counted what their team does; the answers of those who do it are what counts."""

    words: str


@dataclass(frozen=True)
class NothingNotedLately(Message):
    """Somebody takes back what they said, and nothing was noted of them these last days."""


@dataclass(frozen=True)
class NothingToUndo(Message):
    """It was taken back already."""


@dataclass(frozen=True)
class CheckInIsOver(Message):
    """An answer came to a check-in that was answered already."""


@dataclass(frozen=True)
class AndNext(Message):
    """One figure of several is in; the next one is asked for."""

    metric: MetricName


@dataclass(frozen=True)
class SettledNoted(Message):
    """What was in the way no longer is."""

    metric: MetricName


@dataclass(frozen=True)
class ToldSettled(Message):
    """To the owner: what was in somebody's way no longer is."""

    who: Person
    metric: MetricName


@dataclass(frozen=True)
class AndNextAction(Message):
    """One of somebody's parts is answered; the next one is asked about."""

    plural: ClassVar[str | None] = "count"
    count: int
    text: str


@dataclass(frozen=True)
class CannotPost(Message):
    """Jalon is not in the channel, or the channel is gone."""

    channel: Channel
