"""What must not break while a metric moves: asked, noted, shown on the card, and warned of."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coach.guard import Guard, Side, above_band
from coach.messages.base import Message, MetricName
from coach.messages.choices import ChoiceMetric
from coach.quantity import Quantity


@dataclass(frozen=True)
class AskGuard(Message):
    """What must not break while this gets faster, and how far may it go?"""

    metric: MetricName


@dataclass(frozen=True)
class AskGuardBesides(Message):
    """What must not slip while this moves, where it is no matter of speed?"""

    metric: MetricName


@dataclass(frozen=True)
class NotedNoGuard(Message):
    """Said back: nothing is to be watched besides."""


@dataclass(frozen=True)
class AskGuardLimit(Message):
    """The metric that must not break is known: how far may it go?"""

    metric: MetricName


@dataclass(frozen=True)
class GuardHolds(Message):
    """The guard and its limit, in a few words. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    limit: Quantity


@dataclass(frozen=True)
class GuardChoice(Message):
    """The guard and its limit, to press. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    limit: Quantity


@dataclass(frozen=True)
class NotedGuard(Message):
    """Said back: what must not break, and its limit."""

    holds: GuardHolds


@dataclass(frozen=True)
class NotedGuardMetric(Message):
    """Said back: what must not break; its limit is open."""

    metric: MetricName


@dataclass(frozen=True)
class GuardOnCard(Message):
    """On the card and in the goal's view: what must not break."""

    holds: GuardHolds


@dataclass(frozen=True)
class GuardProposed(Message):
    """On the card: a guard that the coach proposes, which Confirm accepts."""

    holds: GuardHolds
    metric: MetricName


@dataclass(frozen=True)
class LabelChangeGuard(Message):
    """Button: another guard, or another limit."""


@dataclass(frozen=True)
class GuardNoted(Message):
    """A figure of the guard came in, and it holds."""

    metric: MetricName
    level: Quantity
    holds: GuardHolds


@dataclass(frozen=True)
class GuardBroken(Message):
    """The guard is past its limit. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    level: Quantity
    limit: Quantity


@dataclass(frozen=True)
class GuardPaysForGain(Message):
    """The same, where the goal's own figure got better: the gain is paid for there. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    level: Quantity
    limit: Quantity


@dataclass(frozen=True)
class GuardWasBroken(Message):
    """At the end of a goal: its guard was past its limit on the way. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    level: Quantity
    limit: Quantity
    on: date


@dataclass(frozen=True)
class GuardDay(Message):
    """A figure of a guard, and its day: "76% on 12 Jan"."""

    level: Quantity
    on: date


@dataclass(frozen=True)
class GuardBrokenOnTheWay(Message):
    """At the end of a goal: the days on which its guard was past its limit. One entry a side."""

    variant: ClassVar[str | None] = "side"
    side: Side
    metric: MetricName
    limit: Quantity
    days: tuple[GuardDay, ...]


@dataclass(frozen=True)
class OnTrackButGuard(Message):
    """In the place of "you are on track": the figure is, and what must not break is past its limit."""


@dataclass(frozen=True)
class ReachedButGuard(Message):
    """In the place of a cheer: the target is reached, and what must not break is past its limit."""


@dataclass(frozen=True)
class StageReachedButGuard(Message):
    """In the place of a cheer: a milestone is reached, and what must not break is past its limit."""

    level: Quantity


@dataclass(frozen=True)
class EndedButGuard(Message):
    """At the end of a goal, in the place of a cheer: the same of its target."""

    metric: MetricName


@dataclass(frozen=True)
class GuardOfAnotherBroken(Message):
    """A goal's figure is past the limit that another goal of the same owner has for it."""

    metric: MetricName
    """The other goal's."""
    holds: GuardHolds


@dataclass(frozen=True)
class AskGuardFigure(Message):
    """With the check-in: the guard's figure, where it is at hand."""

    metric: MetricName
    holds: GuardHolds


@dataclass(frozen=True)
class AboveBand(Message):
    """The metric is above the band that it should stay in: more is not better."""

    metric: MetricName
    level: Quantity
    low: Quantity
    high: Quantity


def guard_holds(guard: Guard) -> GuardHolds:
    """The words of a guard whose limit is known."""
    assert guard.limit is not None
    return GuardHolds(guard.side, MetricName(guard.metric), guard.limit)


def guard_choice(guard: Guard) -> Message:
    """A guard to press; without a limit, its name."""
    if guard.limit is None:
        return ChoiceMetric(MetricName(guard.metric))
    return GuardChoice(guard.side, MetricName(guard.metric), guard.limit)


def guard_noted(guard: Guard) -> Message:
    """What is said back of a guard."""
    if guard.limit is None:
        return NotedGuardMetric(MetricName(guard.metric))
    return NotedGuard(guard_holds(guard))


def guard_broken(guard: Guard, level: Quantity, *, gained: bool = False) -> GuardBroken | GuardPaysForGain:
    """The warning that a figure is past the guard's limit.

    Args:
        guard: The guard.
        level: Its figure.
        gained: Whether the goal's own figure got better, so that something is paid for.
    """
    assert guard.limit is not None
    says = GuardPaysForGain if gained else GuardBroken
    return says(guard.side, MetricName(guard.metric), level, guard.limit)


def band_warning(metric: MetricName, level: Quantity | None) -> AboveBand | None:
    """What to say of a level above the metric's band (occupancy above 85 %); None where all is well."""
    limits = above_band(metric.key, level)
    return AboveBand(metric, level, *limits) if limits is not None and level is not None else None
