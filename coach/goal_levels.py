"""Levels of a goal's metric, as people write them."""

from coach.goal import Goal
from coach.own_levels import check_own_level, in_own_unit
from coach.quantity import Quantity
from coach.targets import check_level, in_metric_unit


def level_of(goal: Goal, figure: Quantity) -> Quantity:
    """A figure as it was written, as a level of the goal's metric, in the unit of its other figures.

    Raises:
        Refused: it cannot be one of this metric.
    """
    like = goal.baseline or goal.target
    level = in_metric_unit(goal.metric, in_own_unit(goal.own_metric, figure), like, goal.metric_words)
    check_level(goal.metric, level, goal.metric_words)
    check_own_level(goal.own_metric, level)
    return level
