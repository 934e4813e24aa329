"""A goal whose safeguard is past its limit: told beside its standing wherever that is told."""

from coach.goal import Goal
from coach.guard import GuardFigure
from coach.messages import guards
from coach.messages.base import Message, MetricName
from coach.messages.digest import DigestGuard
from coach.progress import Status

_WELL = frozenset({Status.ON_TRACK, Status.CLOSE, Status.WITHIN_NOISE})


def broken_guard(goal: Goal) -> GuardFigure | None:
    """The latest figure of what must not break, where it is past its limit."""
    seen = next(reversed(goal.guard_standing), None)
    if goal.guard is None or seen is None or not goal.guard.breaks_at(seen.value):
        return None
    return seen


def guard_line(goal: Goal) -> Message | None:
    """The broken guard in a line, with its figure and its day; None where it holds."""
    guard, seen = goal.guard, broken_guard(goal)
    if guard is None or guard.limit is None or seen is None:
        return None
    return DigestGuard(guard.side, MetricName(guard.metric), seen.value, seen.measured_on, guard.limit)


def instead_of_on_track(goal: Goal, status: Status) -> Message | None:
    """What is said in the place of "on track" where the guard is broken; None where that may be said."""
    return guards.OnTrackButGuard() if status in _WELL and broken_guard(goal) is not None else None
