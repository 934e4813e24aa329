"""What feeds what: from an ambition down to an agent's own goal, levers told apart from objectives.

A lever indicator (service level at 90 %) is not an aim in itself: it serves an objective (satisfied above
85 %) that it drives (DOMAIN.md, sections 3 and 4).
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from coach.goal import Goal, GoalLevel, GoalState
from coach.metrics import MetricKey

_REACH = (
    MetricKey.WAIT_TIME,
    MetricKey.SERVICE_LEVEL,
    MetricKey.ABANDONMENT_RATE,
    MetricKey.FIRST_RESPONSE_TIME,
)
_CARE = (
    MetricKey.FCR,
    MetricKey.QUALITY_SCORE,
    MetricKey.TRANSFER_RATE,
    MetricKey.RESOLUTION_TIME,
    MetricKey.TRAINING,
)
_SATISFIED = (MetricKey.CSAT, MetricKey.NPS, MetricKey.CES)
_SALES = (
    MetricKey.CONVERSION_RATE,
    MetricKey.CROSS_SELL,
    MetricKey.UPSELL,
    MetricKey.ADDITIONAL_SALES,
    MetricKey.APPOINTMENTS,
    MetricKey.LEADS,
)

DRIVEN_BY: Mapping[MetricKey, frozenset[MetricKey]] = MappingProxyType(
    {
        MetricKey.CSAT: frozenset((*_REACH, *_CARE)),
        MetricKey.NPS: frozenset((*_REACH, *_CARE, MetricKey.CSAT, MetricKey.CES)),
        MetricKey.CES: frozenset((*_REACH, *_CARE, MetricKey.SELF_SERVICE_RATE)),
        MetricKey.SENTIMENT: frozenset((*_SATISFIED, *_REACH)),
        MetricKey.RETENTION_RATE: frozenset((*_SATISFIED, *_CARE)),
        MetricKey.CHURN_RATE: frozenset((*_SATISFIED, *_CARE)),
        MetricKey.SERVICE_LEVEL: frozenset(
            (MetricKey.AHT, MetricKey.WRAP_UP_TIME, MetricKey.OCCUPANCY, MetricKey.ABSENTEEISM)
        ),
        MetricKey.WAIT_TIME: frozenset(
            (MetricKey.AHT, MetricKey.WRAP_UP_TIME, MetricKey.CONTACT_VOLUME, MetricKey.ABSENTEEISM)
        ),
        MetricKey.ABANDONMENT_RATE: frozenset((MetricKey.WAIT_TIME, MetricKey.SERVICE_LEVEL)),
        MetricKey.AHT: frozenset((MetricKey.WRAP_UP_TIME, MetricKey.KNOWLEDGE_ARTICLES)),
        MetricKey.FCR: frozenset(
            (
                MetricKey.TRANSFER_RATE,
                MetricKey.KNOWLEDGE_ARTICLES,
                MetricKey.TRAINING,
                MetricKey.QUALITY_SCORE,
            )
        ),
        MetricKey.CONTACT_VOLUME: frozenset(
            (MetricKey.SELF_SERVICE_RATE, MetricKey.KNOWLEDGE_ARTICLES, MetricKey.FCR)
        ),
        MetricKey.TICKET_BACKLOG: frozenset((MetricKey.RESOLUTION_TIME, MetricKey.CONTACT_VOLUME)),
        MetricKey.SELF_SERVICE_RATE: frozenset((MetricKey.KNOWLEDGE_ARTICLES,)),
        MetricKey.QUALITY_SCORE: frozenset((MetricKey.TRAINING,)),
        MetricKey.REVENUE: frozenset((*_SALES, MetricKey.REVENUE_PER_CUSTOMER, MetricKey.RETENTION_RATE)),
        MetricKey.REVENUE_PER_CUSTOMER: frozenset(
            (MetricKey.CROSS_SELL, MetricKey.UPSELL, MetricKey.ADDITIONAL_SALES)
        ),
        MetricKey.CONVERSION_RATE: frozenset((MetricKey.QUALITY_SCORE, MetricKey.LEADS)),
        MetricKey.APPOINTMENTS: frozenset((MetricKey.CALLS_MADE, MetricKey.LEADS, MetricKey.CONVERSION_RATE)),
    }
)
"""Which metrics move each metric."""

RUNNING = frozenset({GoalState.ACTIVE, GoalState.PAUSED})
DEEPEST = 8
"""Steps from an ambition down that a view follows."""


class Part(StrEnum):
    """What a goal is to the one above it."""

    OBJECTIVE = "objective"
    """Stands for itself: nothing is above it."""
    LEVER = "lever"
    """Its metric drives the metric above."""
    SHARE = "share"
    """The same metric, nearer to those who do the work."""
    STEP = "step"
    """Feeds it in another way."""


def drives(lever: MetricKey, objective: MetricKey) -> bool:
    """Whether a metric moves another one."""
    return lever in DRIVEN_BY.get(objective, frozenset())


def part_of(goal: Goal, parent: Goal | None) -> Part:
    """What a goal is to its parent."""
    if parent is None:
        return Part.OBJECTIVE
    if drives(goal.metric, parent.metric):
        return Part.LEVER
    return Part.SHARE if goal.metric is parent.metric is not MetricKey.OTHER else Part.STEP


def may_feed(goal: Goal, parent: Goal, goals: Iterable[Goal]) -> bool:
    """Whether a goal can hang below another: not below itself, nor below what hangs below it."""
    by_id = {one.id: one for one in goals} | {parent.id: parent}
    above: Goal | None = parent
    for _ in range(len(by_id) + 1):
        if above is None:
            return parent.state in RUNNING
        if above.id == goal.id:
            return False
        above = by_id.get(above.parent) if above.parent else None
    return False


def tree(goals: Sequence[Goal]) -> tuple[tuple[int, Goal], ...]:
    """The goals with how deep each hangs, those below right after the one above, the highest level first."""
    by_id = {goal.id: goal for goal in goals}
    below: dict[str | None, list[Goal]] = {}
    order = tuple(GoalLevel)
    for goal in sorted(goals, key=lambda one: (order.index(one.level), one.confirmed_at, one.id)):
        above = goal.parent if goal.parent in by_id else None
        below.setdefault(above, []).append(goal)
    found: list[tuple[int, Goal]] = []
    seen: set[str] = set()

    def walk(goal: Goal, depth: int) -> None:
        if goal.id in seen:
            return
        seen.add(goal.id)
        found.append((min(depth, DEEPEST), goal))
        for child in below.get(goal.id, ()):
            walk(child, depth + 1)

    for goal in [*below.get(None, ()), *goals]:  # those in a circle, if there ever were any, come last
        walk(goal, 0)
    return tuple(found)


def link_offered(goal: Goal, goals: Sequence[Goal]) -> tuple[Goal, Goal] | None:
    """A lever and its objective that could be linked, the new goal being either; None where nothing fits.

    Args:
        goal: The new goal.
        goals: The person's other goals.
    """
    others = [one for one in goals if one.id != goal.id and one.state in RUNNING]
    if goal.parent is None:
        for one in others:
            if drives(goal.metric, one.metric) and may_feed(goal, one, goals):
                return goal, one
    for one in others:
        if one.parent is None and drives(one.metric, goal.metric) and may_feed(one, goal, [*goals, goal]):
            return one, goal
    return None
