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
    """The plan by week ends, from the baseline on the start to the end level on the deadline."""
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
    start = goal.plan.start if goal.plan is not None else goal.start
    weeks = goal.plan.weeks if goal.plan is not None else ()
    first = Point(day=start, level=weeks[0].level - weeks[0].share if weeks else goal.baseline.value)
    end = goal.plan.reaches if goal.plan is not None else goal.target.value
    last = () if weeks else (Point(day=goal.deadline, level=end),)
    return Series(
        unit=goal.baseline.unit,
        start=start,
        deadline=goal.deadline,
        today=today,
        baseline=goal.baseline.value,
        target=goal.target.value,
        stretch=goal.stretch.value if goal.stretch is not None else None,
        planned=(first, *(Point(day=week.end, level=week.level) for week in weeks), *last),
        milestones=tuple(
            Point(day=stage.end, level=stage.level) for stage in (stages(goal.plan) if goal.plan else ())
        ),
        measured=tuple(_point(goal, one) for one in valid_measurements(goal, measurements, today)),
        forecast=outlook(goal, progress),
    )


def _point(goal: Goal, figure: Measurement) -> Point:
    around = interval(goal.metric, figure.value, figure.sample)
    low, high = around if around is not None else (None, None)
    return Point(day=figure.measured_on, level=figure.value.value, low=low, high=high)
