"""A goal whose safeguard is past its limit: told beside its standing wherever that is told."""

from collections.abc import Sequence

from coach.goal import Goal
from coach.guard import GuardFigure
from coach.messages import guards
from coach.messages.base import Message, MetricName
from coach.messages.digest import DigestGuard
from coach.progress import Status, is_beyond
from coach.quantity import Quantity

_WELL = frozenset({Status.ON_TRACK, Status.CLOSE, Status.WITHIN_NOISE})


def broken_guard(goal: Goal) -> GuardFigure | None:
    """The latest figure of what must not break, where it is past its limit."""
    seen = next(reversed(goal.guard_standing), None)
    if goal.guard is None or seen is None or not goal.guard.breaks_at(seen.value):
        return None
    return seen


def gained(goal: Goal, levels: Sequence[Quantity]) -> bool:
    """Whether the last of a goal's levels is better than where it began, and no worse than the one before.

    Args:
        goal: The goal.
        levels: Its figures in its unit, oldest first.
    """
    if goal.baseline is None or goal.target is None or not levels:
        return False
    fell = len(levels) > 1 and is_beyond(goal, levels[-2], levels[-1])
    return is_beyond(goal, levels[-1], goal.baseline) and not fell


def guard_line(goal: Goal) -> Message | None:
    """The broken guard in a line, with its figure and its day; None where it holds."""
    guard, seen = goal.guard, broken_guard(goal)
    if guard is None or guard.limit is None or seen is None:
        return None
    return DigestGuard(guard.side, MetricName(guard.metric), seen.value, seen.measured_on, guard.limit)


def instead_of_praise(goal: Goal, status: Status) -> Message | None:
    """What is said in the place of "on track" or a cheer where the guard is broken; None where it holds."""
    if broken_guard(goal) is None:
        return None
    if status is Status.ACHIEVED:
        return guards.ReachedButGuard()
    return guards.OnTrackButGuard() if status in _WELL else None
