"""A goal's picture as places in a frame: what was planned and measured, the target, where it leads.

Pure geometry. The words and the colours are the painter's (`bot/charts.py`).
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from coach.calendar import month_end
from coach.quantity import SECONDS_IN, Quantity, Unit, Value
from coach.series import Point, Series

TICKS = 7
"""Levels that the scale names at most."""
MONTHS = 6
"""Dates that the calendar below names at most."""
AIR = Decimal("0.08")
"""Room above and below the lines, as a part of the height."""
_TIME_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400)
_WHOLE = frozenset({Unit.COUNT, Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH})


class Frame(Value):
    """Where the lines are drawn, in the picture's own units; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Place(Value):
    """A point of the picture."""

    x: float
    y: float


class Mark(Value):
    """A figure: its place, and how far chance reaches, where its sample is known."""

    at: Place
    high: float | None = None
    low: float | None = None
    """The two ends of the interval, on the picture's y axis."""


class Level(Value):
    """A line across, with the level that it stands for."""

    y: float
    level: Quantity


class Day(Value):
    """A date on the calendar below."""

    x: float
    day: date


class Chart(Value):
    """Everything in its place."""

    frame: Frame
    planned: tuple[Place, ...]
    milestones: tuple[Place, ...]
    measured: tuple[Mark, ...]
    latest: Quantity | None
    target: Level
    stretch: Level | None = None
    band: tuple[Place, ...] = ()
    """The corners of where it leads: from the latest figure to the deadline, with its range."""
    ends: tuple[Level, Level] | None = None
    """The upper and lower end of the range on the deadline."""
    scale: tuple[Level, ...]
    days: tuple[Day, ...]
    today: float


def chart(series: Series, frame: Frame) -> Chart:
    """Lay a goal's lines into a frame. Whatever the figures, every place lies within it.

    Args:
        series: The goal's lines.
        frame: Where they go; wider and higher than nothing.
    """
    ruler = _Ruler(series, frame)
    unit = series.unit
    ahead, last = series.forecast, series.measured[-1] if series.measured else None
    band: tuple[Place, ...] = ()
    ends = None
    if ahead is not None and ahead.low is not None and ahead.high is not None and last is not None:
        low, high = sorted((ahead.low, ahead.high))
        ends = (ruler.across(high, unit), ruler.across(low, unit))
        end = ruler.x(series.deadline)
        corners = (Place(x=end, y=ends[0].y), Place(x=end, y=ends[1].y))
        band = (ruler.place(last), *corners) if ruler.x(last.day) < end else ()
        ends = ends if band else None
    return Chart(
        frame=frame,
        planned=tuple(ruler.place(point) for point in series.planned),
        milestones=tuple(ruler.place(point) for point in series.milestones),
        measured=tuple(
            Mark(
                at=ruler.place(point),
                high=ruler.y(point.high) if point.high is not None else None,
                low=ruler.y(point.low) if point.low is not None else None,
            )
            for point in series.measured
        ),
        latest=Quantity(value=last.level, unit=unit) if last is not None else None,
        target=ruler.across(series.target, unit),
        stretch=ruler.across(series.stretch, unit) if series.stretch is not None else None,
        band=band,
        ends=ends,
        scale=tuple(ruler.across(level, unit) for level in ruler.levels()),
        days=tuple(Day(x=ruler.x(day), day=day) for day in _dates(series.start, series.deadline)),
        today=ruler.x(series.today),
    )


class _Ruler:
    """From levels and days to places."""

    def __init__(self, series: Series, frame: Frame) -> None:
        self._frame, self._unit = frame, series.unit
        self._start, self._length = series.start, max(1, (series.deadline - series.start).days)
        levels = [*_levels(series)]
        self._bottom, self._top = _stretched(min(levels), max(levels), series.unit)

    def x(self, day: date) -> float:
        """Where a day stands; what lies outside stands at the edge."""
        part = (day - self._start).days / self._length
        return _within(self._frame.left, self._frame.right, part)

    def y(self, level: Decimal) -> float:
        """Where a level stands; what lies outside stands at the edge."""
        part = float((level - self._bottom) / (self._top - self._bottom))
        return _within(self._frame.bottom, self._frame.top, part)

    def place(self, point: Point) -> Place:
        """Where a level on a day stands."""
        return Place(x=self.x(point.day), y=self.y(point.level))

    def across(self, level: Decimal, unit: Unit) -> Level:
        """A level as a line across."""
        return Level(y=self.y(level), level=Quantity(value=level, unit=unit))

    def levels(self) -> list[Decimal]:
        """Round levels that the scale names."""
        step = _step(self._top - self._bottom, self._unit)
        first = (self._bottom / step).to_integral_value(ROUND_CEILING)
        found = [(first + number) * step for number in range(TICKS + 1)]
        return [level for level in found if self._bottom <= level <= self._top]


def _within(start: float, end: float, part: float) -> float:
    return round(start + (end - start) * min(1.0, max(0.0, part)), 2)


def _levels(series: Series) -> Iterable[Decimal]:
    """Every level that has to be seen; intervals and ranges may be cut where they are very wide."""
    yield from (series.baseline, series.target)
    yield from (point.level for point in (*series.planned, *series.milestones, *series.measured))
    if series.stretch is not None:
        yield series.stretch
    if series.forecast is not None:
        way = abs(series.target - series.baseline) or abs(series.target) or Decimal(1)
        floor, roof = min(series.baseline, series.target) - way, max(series.baseline, series.target) + way
        for level in (series.forecast.low, series.forecast.high):
            if level is not None:
                yield min(max(level, floor), roof)


def _stretched(low: Decimal, high: Decimal, unit: Unit) -> tuple[Decimal, Decimal]:
    """A little room around the lines, without going below zero or above a hundred percent for it."""
    height = (high - low) or abs(high) / 5 or Decimal(1)
    bottom, top = low - height * AIR, high + height * AIR
    if low >= 0:
        bottom = max(bottom, Decimal(0))
    if unit is Unit.PERCENT and high <= 100:
        top = min(top, Decimal(100))
    return (bottom, top) if top > bottom else (bottom, bottom + 1)


def _step(height: Decimal, unit: Unit) -> Decimal:
    """The smallest round step with which the height takes at most `TICKS` levels."""
    if unit in SECONDS_IN:
        seconds = height * SECONDS_IN[unit]
        for size in _TIME_STEPS:
            if seconds / size < TICKS:
                return Decimal(size) / SECONDS_IN[unit]
    power = Decimal(1).scaleb((height / TICKS).adjusted())
    steps = (power, power * 2, power * 5, power * 10, power * 20)
    step = next(step for step in steps if height / step < TICKS)
    return max(step, Decimal(1)) if unit in _WHOLE else step


def _dates(start: date, deadline: date) -> Sequence[date]:
    """The month ends on the way, thinned out, with both ends; those close to the deadline give way to it."""
    close = max(3, (deadline - start).days // 7)
    found, day = [start], month_end(start)
    while (deadline - day).days >= close:
        if (day - found[-1]).days >= close:
            found.append(day)
        day = month_end(day + timedelta(days=1))
    inside = found[1:]
    every = -(-len(inside) // (MONTHS - 2)) if inside else 1
    return (start, *inside[every - 1 :: every], deadline)
