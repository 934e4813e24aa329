"""Where the recent figures lead: a straight line through them, and how far it can be trusted."""

from collections.abc import Sequence
from decimal import Decimal
from math import sqrt

from coach.quantity import Value

RECENT = 6
"""Figures that make the trend; older ones say less about now."""
_T80 = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440)
"""Student's t for an 80 % range, with 1 to 6 degrees of freedom."""


class Forecast(Value):
    """The level on the deadline if things go on as they have lately."""

    level: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    """Range that holds the level four times out of five; None with fewer than three figures."""
    line: Decimal
    """Where the line itself ends, whatever the level can be."""
    spread: Decimal | None = None
    """How wide the range is, whatever the level can be; None with fewer than three figures."""
    figures: int
    """How many figures it is made of."""


def forecast(
    points: Sequence[tuple[float, float]],
    bounds: tuple[Decimal | None, Decimal | None] = (None, None),
) -> Forecast | None:
    """Prolong a line through the last figures (least squares) to the end of the plan.

    Progress is laid against the plan's own progress, not against the calendar, so that holidays and a slow
    start do not look like a trend. The range is the usual 80 % prediction interval of a straight line.

    Args:
        points: Part of the plan done (0 at the start, 1 on the deadline) and level, in order of time.
        bounds: The lowest and highest that the level can be.

    Returns:
        None where fewer than two figures stand at different points of the plan.
    """
    recent = points[-RECENT:]
    size = len(recent)
    if size < 2:
        return None
    middle = sum(x for x, _ in recent) / size
    mean = sum(y for _, y in recent) / size
    spread = sum((x - middle) ** 2 for x, _ in recent)
    if spread < 1e-9:
        return None
    slope = sum((x - middle) * (y - mean) for x, y in recent) / spread
    end = mean + slope * (1 - middle)
    if size < 3:
        return Forecast(level=_within(end, bounds), line=_decimal(end), figures=size)
    left = sum((y - mean - slope * (x - middle)) ** 2 for x, y in recent)
    deviation = sqrt(left / (size - 2))
    half = _T80[size - 3] * deviation * sqrt(1 + 1 / size + (1 - middle) ** 2 / spread)
    return Forecast(
        level=_within(end, bounds),
        low=_within(end - half, bounds),
        high=_within(end + half, bounds),
        line=_decimal(end),
        spread=_decimal(2 * half),
        figures=size,
    )


def _within(figure: float, bounds: tuple[Decimal | None, Decimal | None]) -> Decimal:
    value = _decimal(figure)
    lowest, highest = bounds
    if lowest is not None:
        value = max(value, lowest)
    return value if highest is None else min(value, highest)


def _decimal(figure: float) -> Decimal:
    return round(Decimal(figure), 4)
