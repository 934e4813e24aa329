"""A row of bars in a line of text, for places where no picture can stand."""

from collections.abc import Sequence
from decimal import Decimal

BARS = "▁▂▃▄▅▆▇█"
LONGEST = 12
"""Bars of a line; of more figures, the latest are shown."""


def sparkline(levels: Sequence[Decimal], target: Decimal) -> str:
    """One bar a level, drawn between the lowest and the highest of them and the target.

    Args:
        levels: The figures, oldest first.
        target: Where they are to go; it sets the frame and has no bar of its own.
    """
    shown = levels[-LONGEST:]
    low, high = min(*shown, target), max(*shown, target)
    if low == high:
        return BARS[len(BARS) // 2] * len(shown)
    top = len(BARS) - 1
    return "".join(BARS[round((level - low) * top / (high - low))] for level in shown)
