"""Whether a forecast is worth telling: the same answer for posts, check-ins and pictures."""

from decimal import Decimal

from coach.goal import Goal
from coach.progress import EARLY, Progress, Status, is_stale, misses_at_best, plan_part
from coach.trend import Forecast

FEWEST = 4
"""Three figures lie on a line by luck too often."""
WIDEST = Decimal("0.5")
"""A range wider than this part of the way leaves open whether the target is reached."""
FURTHEST = Decimal(1)
"""A line that ends beyond the target by more than this part of the way is drawn out too far."""
KEPT = Decimal("0.2")
"""Where a level is to be kept there is no way to it: this part of the level stands for it."""
_OVER = frozenset({Status.ACHIEVED, Status.MISSED, Status.PAUSED, Status.STALE})


def outlook(goal: Goal, progress: Progress) -> Forecast | None:
    """Where the goal will be on its deadline, where the figures say it well enough to be told; else None.

    Args:
        goal: The goal.
        progress: Its standing.
    """
    ahead = progress.forecast
    if ahead is None or ahead.spread is None or ahead.figures < FEWEST:
        return None
    if goal.target is None or goal.baseline is None or progress.measured_on is None:
        return None
    if progress.status in _OVER or progress.today >= goal.deadline:
        return None
    if is_stale(goal, progress.measured_on, progress.today) or plan_part(goal, progress.measured_on) < EARLY:
        return None
    if progress.status is Status.ON_TRACK and misses_at_best(goal, ahead):
        return None  # the figure lies on the plan: a line drawn out says no other thing beside that
    way = goal.target.value - goal.baseline.value
    beyond = (ahead.line - goal.target.value) / way if way else Decimal(0)
    narrow = ahead.spread <= WIDEST * (abs(way) or abs(goal.target.value) * KEPT)
    return ahead if narrow and beyond <= FURTHEST else None


def surely_misses(goal: Goal, progress: Progress) -> bool:
    """Whether the forecast that is told stays short of the target at its best."""
    ahead = outlook(goal, progress)
    return ahead is not None and misses_at_best(goal, ahead)
