"""How a goal is named to people."""

from coach.goal import Goal
from coach.messages.base import MetricName


def metric_of(goal: Goal) -> MetricName:
    """The goal's metric as it is named to people."""
    return MetricName(goal.metric, goal.metric_words, goal.within)
