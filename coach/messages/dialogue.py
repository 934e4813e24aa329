"""What the coach says while a goal is being made: questions, what was noted, what does not work."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.language.reading import Cadence, Direction, Origin, Resource, Slot
from coach.messages.base import Message, MetricName, Person
from coach.quantity import Quantity, Unit


# --- the questions -------------------------------------------------------------------------------
@dataclass(frozen=True)
class AskPart(Message):
    """Two goals joined by "and": which first?"""

    first: str
    second: str


@dataclass(frozen=True)
class AskMetric(Message):
    """Which figure will show it, where none was recognised."""


@dataclass(frozen=True)
class AskMetricAmong(Message):
    """Which of these figures, where several fit."""

    words: str


@dataclass(frozen=True)
class AskBaseline(Message):
    """Where is it today?"""

    metric: MetricName


@dataclass(frozen=True)
class AskBaselineVague(Message):
    """Faster than what, and where is it today?"""

    metric: MetricName
    vague: str


@dataclass(frozen=True)
class AskTarget(Message):
    """Where should it be, from the baseline that is known."""

    metric: MetricName
    baseline: Quantity


@dataclass(frozen=True)
class AskTargetBlind(Message):
    """Where should it be, while the baseline is not known."""

    metric: MetricName


@dataclass(frozen=True)
class AskChange(Message):
    """Points or percent? With what each would make."""

    change: Quantity
    in_points: Quantity
    in_percent: Quantity


@dataclass(frozen=True)
class AskChangeBlind(Message):
    """Points or percent, while the baseline is not known."""

    change: Quantity


@dataclass(frozen=True)
class AskUnit(Message):
    """Which unit is this figure in?"""

    figure: Quantity


@dataclass(frozen=True)
class AskDeadline(Message):
    """By when?"""


@dataclass(frozen=True)
class AskLever(Message):
    """By doing what, and who leads?"""

    metric: MetricName
    owner: Person


@dataclass(frozen=True)
class AskOrigin(Message):
    """Where does that figure come from?"""

    target: Quantity


@dataclass(frozen=True)
class AskResources(Message):
    """People, budget, expertise, all within the team?"""


@dataclass(frozen=True)
class AskReach(Message):
    """Both of the above, in one question."""

    target: Quantity


@dataclass(frozen=True)
class AskReachOfChange(Message):
    """Both, where the target is a change and no level is known."""

    change: Quantity


@dataclass(frozen=True)
class AskOriginOfChange(Message):
    """Where does that change come from?"""

    change: Quantity


@dataclass(frozen=True)
class AskRelevance(Message):
    """What for?"""

    metric: MetricName


@dataclass(frozen=True)
class Why(Message):
    """Why do you ask? One entry a question."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class NotUnderstood(Message):
    """The answer was not read; what would help. One entry a question."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class HelpFind(Message):
    """The person does not know; what helps them to find out. One entry a question."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


# --- labels of choices ---------------------------------------------------------------------------
@dataclass(frozen=True)
class ChoiceText(Message):
    """A choice in the person's own words."""

    text: str


@dataclass(frozen=True)
class ChoiceMetric(Message):
    """A metric to choose."""

    metric: MetricName


@dataclass(frozen=True)
class Lever(Message):
    """A usual lever of a metric, by its key. One entry a lever of the catalogue."""

    variant: ClassVar[str | None] = "lever"
    lever: str


@dataclass(frozen=True)
class ChoiceUnknown(Message):
    """I do not know yet. One entry a question where it may be said."""

    variant: ClassVar[str | None] = "slot"
    slot: Slot


@dataclass(frozen=True)
class ChoiceUnit(Message):
    """A unit to choose."""

    unit: Unit


@dataclass(frozen=True)
class ChoiceLevel(Message):
    """A level to choose, with how it is meant."""

    variant: ClassVar[str | None] = "unit"
    unit: Unit
    level: Quantity


@dataclass(frozen=True)
class ChoiceChange(Message):
    """Points or percent, where no level can be shown."""

    unit: Unit


@dataclass(frozen=True)
class ChoiceDate(Message):
    """A date to choose."""

    day: date


@dataclass(frozen=True)
class ChoiceOrigin(Message):
    """Where a figure may come from."""

    origin: Origin


@dataclass(frozen=True)
class ChoiceAllThere(Message):
    """We have all that it takes."""


@dataclass(frozen=True)
class ChoiceLacking(Message):
    """A resource that may be missing."""

    resource: Resource


@dataclass(frozen=True)
class OrLacking(Message):
    """Beside the list of what may be missing."""


@dataclass(frozen=True)
class WhoTakesPart(Message):
    """Beside the list of people, for those who take part."""


@dataclass(frozen=True)
class PickLacking(Message):
    """Label of the list of what may be missing."""


@dataclass(frozen=True)
class PickMetric(Message):
    """Label of the list of all metrics."""


@dataclass(frozen=True)
class PickDate(Message):
    """Label of the calendar."""


@dataclass(frozen=True)
class PickOwner(Message):
    """Label of the list of people, for the owner."""


@dataclass(frozen=True)
class PickContributors(Message):
    """Label of the list of people, for those who take part."""


@dataclass(frozen=True)
class PickChannel(Message):
    """Label of the list of channels."""


@dataclass(frozen=True)
class PickWeekday(Message):
    """Label of the list of weekdays."""


@dataclass(frozen=True)
class PickHour(Message):
    """Label of the list of hours."""


@dataclass(frozen=True)
class LabelWhy(Message):
    """Button: why do you ask?"""


@dataclass(frozen=True)
class LabelBack(Message):
    """Button: one question back."""


@dataclass(frozen=True)
class LabelCancel(Message):
    """Button: give up this goal."""


@dataclass(frozen=True)
class LabelConfirm(Message):
    """Button: confirm the goal."""


@dataclass(frozen=True)
class LabelEdit(Message):
    """Button: change something."""


@dataclass(frozen=True)
class LabelResume(Message):
    """Button: go on with this draft."""


@dataclass(frozen=True)
class LabelOther(Message):
    """Button: start on the part that was kept for later."""


# --- what was noted ------------------------------------------------------------------------------
@dataclass(frozen=True)
class NotedMetric(Message):
    """The metric."""

    metric: MetricName


@dataclass(frozen=True)
class NotedBaseline(Message):
    """Where it is today."""

    value: Quantity


@dataclass(frozen=True)
class NotedUnmeasured(Message):
    """The baseline will be measured first."""


@dataclass(frozen=True)
class NotedTarget(Message):
    """Where it should be."""

    value: Quantity


@dataclass(frozen=True)
class NotedStretch(Message):
    """Where it would be at best."""

    value: Quantity


@dataclass(frozen=True)
class NotedChange(Message):
    """How much it should move."""

    variant: ClassVar[str | None] = "direction"
    direction: Direction
    value: Quantity


@dataclass(frozen=True)
class NotedRate(Message):
    """How much it should move every month."""

    variant: ClassVar[str | None] = "direction"
    direction: Direction
    value: Quantity


@dataclass(frozen=True)
class NotedLevelAfter(Message):
    """How much it should move, and the level that this makes."""

    variant: ClassVar[str | None] = "direction"
    direction: Direction
    value: Quantity
    level: Quantity


@dataclass(frozen=True)
class NotedDeadline(Message):
    """By when."""

    day: date


@dataclass(frozen=True)
class NotedOwner(Message):
    """Who leads."""

    owner: Person


@dataclass(frozen=True)
class NotedLever(Message):
    """By doing what."""

    lever: str


@dataclass(frozen=True)
class NotedOrigin(Message):
    """Where the figure comes from. One entry an origin."""

    variant: ClassVar[str | None] = "origin"
    origin: Origin


@dataclass(frozen=True)
class NotedAllThere(Message):
    """Nothing is missing."""


@dataclass(frozen=True)
class NotedLacking(Message):
    """What is missing becomes a step."""

    lacking: tuple[Resource, ...]


@dataclass(frozen=True)
class NotedRelevance(Message):
    """What for."""

    relevance: str


@dataclass(frozen=True)
class NotedScope(Message):
    """For which team, channel or ticket type."""

    scope: str


@dataclass(frozen=True)
class NotedCadence(Message):
    """How often."""

    cadence: Cadence


@dataclass(frozen=True)
class Noted(Message):
    """Said back in one line: all that was understood in the last message."""

    items: tuple[Message, ...]


@dataclass(frozen=True)
class Corrected(Message):
    """As `Noted`, where something was changed."""

    items: tuple[Message, ...]


# --- the course of the conversation --------------------------------------------------------------
@dataclass(frozen=True)
class About(Message):
    """Small print: which goal this is about."""

    wish: str


@dataclass(frozen=True)
class Begun(Message):
    """First words on a new goal: few questions."""


@dataclass(frozen=True)
class OtherDraftKept(Message):
    """Another goal in the making was put aside."""

    wish: str


@dataclass(frozen=True)
class PartKept(Message):
    """The other part is kept for later."""

    part: str


@dataclass(frozen=True)
class Resumed(Message):
    """We go on with a goal that was left."""

    wish: str


@dataclass(frozen=True)
class Cancelled(Message):
    """The draft is given up."""

    wish: str


@dataclass(frozen=True)
class DraftIsCancelled(Message):
    """An answer came to a draft that was given up."""

    wish: str


@dataclass(frozen=True)
class DraftIsConfirmed(Message):
    """An answer came to a draft that is a goal by now."""

    wish: str


@dataclass(frozen=True)
class OldButton(Message):
    """A button of a question that was answered since."""


@dataclass(frozen=True)
class NothingToGoBackTo(Message):
    """There is no question before this one."""


@dataclass(frozen=True)
class CannotSkip(Message):
    """This question cannot be passed over."""


@dataclass(frozen=True)
class SummaryTitle(Message):
    """What is known so far."""


@dataclass(frozen=True)
class StillOpen(Message):
    """How many questions are left."""

    plural: ClassVar[str | None] = "count"
    count: int


@dataclass(frozen=True)
class Answered(Message):
    """Small print below a question: what was chosen."""

    answer: Message


@dataclass(frozen=True)
class WhatToChange(Message):
    """The goal is ready; say what to change."""


# --- what does not work --------------------------------------------------------------------------
@dataclass(frozen=True)
class DecidedElsewhere(Message):
    """Another department decides this; here is the part that the team can move."""


@dataclass(frozen=True)
class EmptyWish(Message):
    """Nothing was written."""


@dataclass(frozen=True)
class TooLong(Message):
    """The text is too long to be a goal or an answer."""

    length: int
    longest: int


@dataclass(frozen=True)
class NoWords(Message):
    """Only emoji or signs."""


@dataclass(frozen=True)
class DeadlineIsPast(Message):
    """The date has gone by."""

    text: str | date


@dataclass(frozen=True)
class DeadlineIsImpossible(Message):
    """There is no such date."""

    text: str


@dataclass(frozen=True)
class DeadlineIsAmbiguous(Message):
    """Day or month first?"""

    text: str


@dataclass(frozen=True)
class DeadlineIsFar(Message):
    """Further away than a goal can be planned."""

    latest: date


@dataclass(frozen=True)
class PersonIsGone(Message):
    """A person who was picked has been deactivated."""

    who: Person
