"""A goal's picture for a message: its lines, and the sentence that tells it."""

from collections.abc import Sequence
from datetime import date

from coach.goal import Goal, GoalState, Measurement
from coach.messages import charts as say
from coach.messages.base import Message
from coach.naming import metric_of
from coach.progress import all_figures, expected_level, shown_level
from coach.quantity import Quantity
from coach.series import series
from coach.speech import Picture


def picture_of(goal: Goal, measurements: Sequence[Measurement], today: date) -> Picture | None:
    """The picture of a goal; None while its baseline is being measured.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the reader is.
    """
    lines = series(goal, measurements, today)
    if lines is None or goal.baseline is None or goal.target is None:
        return None
    if today >= goal.deadline or goal.state is not GoalState.ACTIVE:
        lines = lines.model_copy(update={"forecast": None})  # it leads nowhere any more
    metric = metric_of(goal)
    tells: Message
    if not lines.measured:
        tells = say.ChartToldPlan(metric, goal.baseline, goal.target, goal.deadline)
        return Picture(lines, metric, tells)
    last = lines.measured[-1]
    value = Quantity(value=last.level, unit=lines.unit)
    told_at = all_figures(goal, measurements, today)[-1].recorded_at
    expected = expected_level(goal, last.day, told_at) or goal.target
    told = (metric, goal.baseline, value, expected, goal.target, goal.deadline)
    ahead = lines.forecast
    if ahead is not None and ahead.low is not None and ahead.high is not None and last.day < goal.deadline:
        ends = [shown_level(Quantity(value=one, unit=lines.unit)) for one in sorted((ahead.low, ahead.high))]
        tells = say.ChartToldAhead(*told, ends[0], ends[1])
    else:
        tells = say.ChartTold(*told)
    return Picture(lines, metric, tells)
