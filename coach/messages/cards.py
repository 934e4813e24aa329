"""The SMART card, its sentence, and what is said when a goal is confirmed."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from coach.goal import SubGoalKind
from coach.language.reading import Cadence, Origin, Resource
from coach.messages.base import Change, Channel, Message, MetricName, Person
from coach.quantity import Quantity


# --- the goal as one sentence --------------------------------------------------------------------
@dataclass(frozen=True)
class GoalRaise(Message):
    """From here up to there."""

    metric: MetricName
    baseline: Quantity
    target: Quantity
    deadline: date
    owner: Person
    lever: str


@dataclass(frozen=True)
class GoalLower(Message):
    """From here down to there."""

    metric: MetricName
    baseline: Quantity
    target: Quantity
    deadline: date
    owner: Person
    lever: str


@dataclass(frozen=True)
class GoalKeep(Message):
    """Stay at this level."""

    metric: MetricName
    target: Quantity
    deadline: date
    owner: Person
    lever: str


@dataclass(frozen=True)
class GoalReach(Message):
    """To that level; the baseline is being measured."""

    metric: MetricName
    target: Quantity
    deadline: date
    owner: Person
    lever: str


@dataclass(frozen=True)
class GoalRaiseBy(Message):
    """Up by so much; the baseline is being measured."""

    metric: MetricName
    change: Quantity
    deadline: date
    owner: Person
    lever: str


@dataclass(frozen=True)
class GoalLowerBy(Message):
    """Down by so much; the baseline is being measured."""

    metric: MetricName
    change: Quantity
    deadline: date
    owner: Person
    lever: str


# --- the card ------------------------------------------------------------------------------------
@dataclass(frozen=True)
class CardTitle(Message):
    """Heading of the card."""


@dataclass(frozen=True)
class Specific(Message):
    """S: what, how, who."""

    metric: MetricName
    lever: str
    owner: Person


@dataclass(frozen=True)
class SpecificFor(Message):
    """S, where a team, channel or ticket type is named."""

    metric: MetricName
    lever: str
    owner: Person
    scope: str


@dataclass(frozen=True)
class Measurable(Message):
    """M: from, to."""

    metric: MetricName
    baseline: Quantity
    target: Quantity
    change: Change


@dataclass(frozen=True)
class MeasurableKeep(Message):
    """M: stay there."""

    metric: MetricName
    target: Quantity


@dataclass(frozen=True)
class MeasurableTo(Message):
    """M: to, with the baseline to be measured."""

    metric: MetricName
    target: Quantity


@dataclass(frozen=True)
class MeasurableBy(Message):
    """M: by how much, with the baseline to be measured."""

    metric: MetricName
    change: Quantity


@dataclass(frozen=True)
class MeasurableStretch(Message):
    """M: and at best."""

    stretch: Quantity


@dataclass(frozen=True)
class Achievable(Message):
    """A: where the figure comes from; everything is there. One entry an origin."""

    variant: ClassVar[str | None] = "origin"
    origin: Origin


@dataclass(frozen=True)
class AchievableLacking(Message):
    """A: where the figure comes from; what has to be obtained. One entry an origin."""

    variant: ClassVar[str | None] = "origin"
    origin: Origin
    lacking: tuple[Resource, ...]


@dataclass(frozen=True)
class Relevant(Message):
    """R: what for."""

    relevance: str


@dataclass(frozen=True)
class TimeBound(Message):
    """T: by when, and how long that is."""

    plural: ClassVar[str | None] = "weeks"
    deadline: date
    weeks: int


@dataclass(frozen=True)
class WishWas(Message):
    """Small print: what it all began with."""

    wish: str


# --- steps, plan and settings ---------------------------------------------------------------------
@dataclass(frozen=True)
class StepsTitle(Message):
    """Heading: what has to be true first."""


@dataclass(frozen=True)
class Step(Message):
    """A sub-goal with its date. One entry a kind."""

    variant: ClassVar[str | None] = "kind"
    kind: SubGoalKind
    due: date


@dataclass(frozen=True)
class PlanTitle(Message):
    """Heading of the plan."""


@dataclass(frozen=True)
class PlanWaits(Message):
    """The plan is made once the baseline is known."""

    known_on: date


@dataclass(frozen=True)
class MonthsLabel(Message):
    """Above the month ends."""


@dataclass(frozen=True)
class WeeksLabel(Message):
    """Above the weeks."""


@dataclass(frozen=True)
class MilestoneOfMonth(Message):
    """A month end and its level."""

    end: date
    level: Quantity
    share: Change


@dataclass(frozen=True)
class MilestoneOfWeek(Message):
    """A week and its level."""

    start: date
    end: date
    level: Quantity
    share: Change


@dataclass(frozen=True)
class MilestoneOfWeekFlat(Message):
    """A week in which the level stays where it is."""

    start: date
    end: date
    level: Quantity


@dataclass(frozen=True)
class WeeksBehind(Message):
    """Weeks of the plan that have gone by, and are not shown."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class AndMoreWeeks(Message):
    """Weeks that are not shown here."""

    plural: ClassVar[str | None] = "count"
    count: int
    last: date


@dataclass(frozen=True)
class ActionsLabel(Message):
    """Above the lever actions."""


@dataclass(frozen=True)
class ActionOfTeam(Message):
    """What the team does, how often."""

    plural: ClassVar[str | None] = "count"
    count: int
    per: Cadence
    text: str


@dataclass(frozen=True)
class ActionOfEach(Message):
    """What each person does, how often."""

    plural: ClassVar[str | None] = "count"
    count: int
    per: Cadence
    text: str


@dataclass(frozen=True)
class ActionOfTeamInWords(Message):
    """What the team does, in words that say how often."""

    text: str


@dataclass(frozen=True)
class ActionOfEachInWords(Message):
    """What each person does and how many, in words that say how often, or of which nobody did."""

    plural: ClassVar[str | None] = "count"
    count: int
    text: str


@dataclass(frozen=True)
class ActionInWords(Message):
    """What is done, in the lead's words: nobody said how often."""

    text: str


@dataclass(frozen=True)
class SettingsLabel(Message):
    """Above the pickers: who takes part, where it is posted, when figures are asked."""


@dataclass(frozen=True)
class ChoiceWeekday(Message):
    """A weekday to choose: 0 is Monday."""

    weekday: int


@dataclass(frozen=True)
class ChoiceHour(Message):
    """An hour to choose."""

    at: time


# --- after Confirm --------------------------------------------------------------------------------
@dataclass(frozen=True)
class ConfirmedTitle(Message):
    """Heading of the card once it is confirmed."""


@dataclass(frozen=True)
class Confirmed(Message):
    """It is a goal now."""


@dataclass(frozen=True)
class OwnerIsTold(Message):
    """Whoever is to lead the goal is told so, and is the one who is asked."""

    owner: Person


@dataclass(frozen=True)
class FirstCheckIn(Message):
    """When the first figure is asked for."""

    day: date
    at: time


@dataclass(frozen=True)
class PostsTo(Message):
    """Where progress is posted, and when."""

    channel: Channel
    weekday: int


@dataclass(frozen=True)
class PostsWithOthers(Message):
    """Where progress is posted, on the day that other goals gave the channel, though another was told."""

    channel: Channel
    weekday: int


@dataclass(frozen=True)
class InviteToPost(Message):
    """Small print: how Jalon gets into the channel of the news, where it is not there yet."""


@dataclass(frozen=True)
class NoChannel(Message):
    """No channel was picked: nothing is posted."""


@dataclass(frozen=True)
class LaterPart(Message):
    """The other goal that was kept; shall we take it up?"""

    part: str


@dataclass(frozen=True)
class CannotConfirmYet(Message):
    """Something is still missing."""
