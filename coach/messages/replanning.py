"""What is said when a goal is planned anew."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from coach.goal import GoalLevel, Path
from coach.messages.base import Change, Channel, Message, MetricName, Person
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


class ChangeField(StrEnum):
    """A field of the form that changes a goal under way."""

    TARGET = "target"
    DEADLINE = "deadline"
    OWNER = "owner"
    CONTRIBUTORS = "contributors"
    CHANNEL = "channel"
    WEEKDAY = "weekday"
    HOUR = "hour"
    PATH = "path"
    PARENT = "parent"
    LEVEL = "level"
    REASON = "reason"


@dataclass(frozen=True)
class ChangeTitle(Message):
    """Title of that form (24 characters at most)."""


@dataclass(frozen=True)
class ChangeLabel(Message):
    """Label of a field."""

    variant: ClassVar[str | None] = "field"
    field: ChangeField


@dataclass(frozen=True)
class ChangeHint(Message):
    """Hint below a field; not every field has one."""

    variant: ClassVar[str | None] = "field"
    field: ChangeField


@dataclass(frozen=True)
class LabelChangeGoal(Message):
    """Button: opens the form."""


@dataclass(frozen=True)
class LabelHistory(Message):
    """Button: shows what was changed since the goal was confirmed."""


@dataclass(frozen=True)
class LabelKeepAsIs(Message):
    """Button: the goal stays as it is."""


@dataclass(frozen=True)
class ChoicePath(Message):
    """A way to lay the plan, in a list."""

    variant: ClassVar[str | None] = "path"
    path: Path


@dataclass(frozen=True)
class PickPath(Message):
    """Placeholder of that list."""


@dataclass(frozen=True)
class TargetSet(Message):
    """There was no target before."""

    after: Quantity


@dataclass(frozen=True)
class PathChanged(Message):
    """How the way is laid, before and after."""

    before: Path
    after: Path


@dataclass(frozen=True)
class OwnerChanged(Message):
    """Who leads, before and after."""

    before: Person
    after: Person


@dataclass(frozen=True)
class JoinNow(Message):
    """Who takes part from now on."""

    people: tuple[Person, ...]


@dataclass(frozen=True)
class LeaveNow(Message):
    """Who takes part no more."""

    people: tuple[Person, ...]


@dataclass(frozen=True)
class ChannelChanged(Message):
    """Where the news goes from now on."""

    channel: Channel


@dataclass(frozen=True)
class ChannelDropped(Message):
    """News is posted nowhere any more."""


@dataclass(frozen=True)
class CheckInChanged(Message):
    """When figures are asked for from now on."""

    weekday: int
    at: time


@dataclass(frozen=True)
class LevelChanged(Message):
    """At whose level the goal stands, before and after."""

    before: GoalLevel
    after: GoalLevel


@dataclass(frozen=True)
class ParentChanged(Message):
    """The goal feeds another one from now on."""


@dataclass(frozen=True)
class ParentDropped(Message):
    """The goal stands alone again."""


@dataclass(frozen=True)
class ReasonIs(Message):
    """Why, in the person's words."""

    reason: str


@dataclass(frozen=True)
class ProposedChange(Message):
    """What would change, before it is confirmed; the lines follow."""

    metric: MetricName


@dataclass(frozen=True)
class ChangeAsked(Message):
    """A change that waits for its reason; the lines follow, and `EasingNeedsReason`."""

    metric: MetricName


@dataclass(frozen=True)
class ChangeDone(Message):
    """The change holds; the lines follow."""

    metric: MetricName


@dataclass(frozen=True)
class ChangeDropped(Message):
    """The goal stays as it is."""

    metric: MetricName


@dataclass(frozen=True)
class ChangeIsOld(Message):
    """The proposal that was pressed waits no more."""


@dataclass(frozen=True)
class NothingChanges(Message):
    """The goal is like that already."""


@dataclass(frozen=True)
class NewTargetNotRead(Message):
    """No level was read in the form's field."""


@dataclass(frozen=True)
class HandedOver(Message):
    """To the new owner: somebody entrusts them with the goal."""

    by: Person
    metric: MetricName


@dataclass(frozen=True)
class HandedOverFrom(Message):
    """To the owner up to now: who takes over."""

    to: Person
    metric: MetricName


@dataclass(frozen=True)
class GoalInShort(Message):
    """A goal in one line: target and deadline."""

    metric: MetricName
    target: Quantity
    deadline: date


@dataclass(frozen=True)
class GoalInShortOpen(Message):
    """The same while the target is not known."""

    metric: MetricName
    deadline: date


@dataclass(frozen=True)
class AskedFromNow(Message):
    """To the new owner: when the figure is asked of them."""

    weekday: int
    at: time


@dataclass(frozen=True)
class PartEnded(Message):
    """To somebody who takes part no more."""

    owner: Person
    metric: MetricName


@dataclass(frozen=True)
class TeamToldOfChange(Message):
    """To the channel, or to those who take part: the goal was changed; the lines follow."""

    owner: Person
    metric: MetricName


@dataclass(frozen=True)
class HistoryTitle(Message):
    """Heading of a goal's history."""

    metric: MetricName


@dataclass(frozen=True)
class HistoryEntry(Message):
    """One change: when, and by whom."""

    on: date
    by: Person


@dataclass(frozen=True)
class HistoryBegan(Message):
    """The first line: what was confirmed, and when."""

    on: date


@dataclass(frozen=True)
class WhichGoalToChange(Message):
    """The words fit several goals: a button for each follows."""


@dataclass(frozen=True)
class OneGoal(Message):
    """The label of such a button."""

    metric: MetricName
