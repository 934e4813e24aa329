"""Whether a figure is so far from the one before that it may be a slip of the pen."""

from decimal import Decimal

from coach.metrics import Kind, MetricKey
from coach.quantity import Quantity, Unit
from coach.targets import kind_in

SHARE_LEAP = Decimal(20)
"""Points of a percentage that no team gains or loses from one check-in to the next."""
LOAD_LEAP = Decimal(40)
"""The same where the load of a day decides: one bad week of staffing moves a service level so far."""
_OF_LOAD = frozenset(
    {MetricKey.SERVICE_LEVEL, MetricKey.ABANDONMENT_RATE, MetricKey.OCCUPANCY, MetricKey.OTHER}
)
SHARE_STEP, SHARE_TIMES = Decimal(15), Decimal("2.5")
"""Nor does a small percentage grow or shrink so many times, by so many points: 25 % to 9 %."""
INDEX_LEAP = Decimal(80)
"""The same for an index from -100 to 100."""
TIMES = Decimal(5)
"""A length of time, a mean or an amount does not grow or shrink so many times at once."""
TIMES_WORKED = Decimal("1.6")
"""Nor does the time that a contact takes: it is the mean of hundreds of them ("4 min 10" after 6 min 52)."""
_WORKED = frozenset({MetricKey.AHT, MetricKey.WRAP_UP_TIME})
TIMES_COUNTED = Decimal(20)
"""Counts leap more: a backlog, a running total."""
TIMES_A_PERIOD, STEP_A_PERIOD = Decimal(2), Decimal(5)
"""What is counted by the day, week or month stays within these; a week's count for a month's does not."""
_RATES = frozenset({Unit.PER_DAY, Unit.PER_WEEK, Unit.PER_MONTH})


def is_doubtful(metric: MetricKey, value: Quantity, before: Quantity | None) -> bool:
    """Whether somebody should be asked if they are sure.

    Args:
        metric: The metric.
        value: The figure that came in.
        before: The figure before it, in the same unit, or the baseline.
    """
    if before is None or before.unit is not value.unit:
        return False
    match kind_in(metric, value.unit):
        case Kind.SHARE:
            return _share_leaps(value.value, before.value, LOAD_LEAP if metric in _OF_LOAD else SHARE_LEAP)
        case Kind.INDEX:
            return abs(value.value - before.value) >= INDEX_LEAP
        case Kind.COUNT if value.unit in _RATES:
            return _rate_leaps(value.value, before.value)
        case Kind.COUNT:
            return _leaps(value.value, before.value, TIMES_COUNTED)
        case _:
            return _leaps(value.value, before.value, TIMES_WORKED if metric in _WORKED else TIMES)


def _share_leaps(value: Decimal, before: Decimal, leap: Decimal) -> bool:
    """Whether a percentage moved further than it does, for how small it was."""
    step = abs(value - before)
    return step >= leap or (step >= SHARE_STEP and _leaps(value, before, SHARE_TIMES))


def _rate_leaps(value: Decimal, before: Decimal) -> bool:
    """Whether a count a period is below half of the one before or above twice it, by more than a few."""
    far = value > before * TIMES_A_PERIOD or value * TIMES_A_PERIOD < before
    return before > 0 and far and abs(value - before) >= STEP_A_PERIOD


def _leaps(value: Decimal, before: Decimal, times: Decimal) -> bool:
    """Whether one is so many times the other; from nothing, anything may come."""
    if before <= 0:
        return False
    return value >= before * times or value * times <= before
