"""A goal as a picture's lines: what was planned, what was measured, where it leads."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from coach.goal import Goal, Measurement
from coach.milestones import stages
from coach.noise import interval
from coach.outlook import outlook
from coach.progress import assess, valid_measurements
from coach.quantity import Unit, Value
from coach.trend import Forecast


class Point(Value):
    """A level on a day."""

    day: date
    level: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    """95 % interval, where the sample of a figure is known."""


class Series(Value):
    """Everything that a picture of a goal shows. Levels are in `unit`."""

    unit: Unit
    start: date
    deadline: date
    today: date
    baseline: Decimal
    target: Decimal
    stretch: Decimal | None = None
    planned: tuple[Point, ...]
    """The plan by week ends, from the baseline on the start to the end level on the deadline; of a goal that
    was planned anew, each plan as far as it held."""
    milestones: tuple[Point, ...]
    """The month ends of the plan."""
    measured: tuple[Point, ...]
    """The figures that count, in order of time."""
    forecast: Forecast | None = None


def series(goal: Goal, measurements: Sequence[Measurement], today: date) -> Series | None:
    """The lines of a goal's picture; None while baseline or target is not known.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the owner is.
    """
    if goal.baseline is None or goal.target is None:
        return None
    progress = assess(goal, measurements, today)
    planned = _planned(goal, goal.baseline.value, goal.target.value)
    whole = goal.model_copy(update={"plan": None})  # the figures before it was planned anew too
    return Series(
        unit=goal.baseline.unit,
        start=planned[0].day,
        deadline=goal.deadline,
        today=today,
        baseline=goal.baseline.value,
        target=goal.target.value,
        stretch=goal.stretch.value if goal.stretch is not None else None,
        planned=planned,
        milestones=tuple(
            Point(day=stage.end, level=stage.level) for stage in (stages(goal.plan) if goal.plan else ())
        ),
        measured=tuple(_point(goal, one) for one in valid_measurements(whole, measurements, today)),
        forecast=outlook(goal, progress),
    )


def _planned(goal: Goal, baseline: Decimal, target: Decimal) -> tuple[Point, ...]:
    """The way that was planned: each plan from its start until the next one took its place."""
    if goal.plan is None:
        return Point(day=goal.start, level=baseline), Point(day=goal.deadline, level=target)
    points: list[Point] = []
    for plan in (*(one.plan for one in goal.history if one.plan is not None), goal.plan):
        points = [one for one in points if one.day < plan.start]
        first = plan.weeks[0]
        points.append(Point(day=plan.start, level=first.level - first.share))
        points += [Point(day=week.end, level=week.level) for week in plan.weeks]
    return tuple(points)


def _point(goal: Goal, figure: Measurement) -> Point:
    around = interval(goal.metric, figure.value, figure.sample)
    low, high = around if around is not None else (None, None)
    return Point(day=figure.measured_on, level=figure.value.value, low=low, high=high)
