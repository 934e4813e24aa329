"""Figures without stray digits, and parts that add up to their whole."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal


def plain(figure: Decimal) -> Decimal:
    """The same figure without trailing zeros or exponent: `75.00` is 75, `1E+2` is 100."""
    if figure == figure.to_integral_value():
        return Decimal(int(figure))
    return figure.normalize()


def rounded(figure: Decimal, step: Decimal) -> Decimal:
    """The nearest multiple of `step`, halves away from zero, without stray digits."""
    return plain((figure / step).to_integral_value(ROUND_HALF_UP) * step)


def largest_remainder(total: Decimal, weights: Sequence[Decimal], step: Decimal) -> tuple[Decimal, ...]:
    """Split `total` in proportion to `weights`, in multiples of `step`, so that the parts add up exactly.

    Each part is first rounded towards zero; the steps left over go to the largest remainders, the earlier
    part first where two are equal (the largest remainder method, also called Hamilton's). A part with a
    weight of zero gets nothing. What `total` has beyond a multiple of `step` goes to the last part with a
    weight.

    Args:
        total: What is split; may be negative.
        weights: One weight a part, none negative, not all zero.
        step: The smallest unit given out, above zero.

    Raises:
        ValueError: there is no weight above zero.
    """
    whole = sum(weights, Decimal(0))
    if whole <= 0:
        raise ValueError("nothing to split by: no weight is above zero")
    sign = Decimal(-1) if total < 0 else Decimal(1)
    steps = (abs(total) / step).to_integral_value(ROUND_FLOOR)
    ideal = [steps * weight / whole for weight in weights]
    given = [part.to_integral_value(ROUND_FLOOR) for part in ideal]
    left = int(steps - sum(given, Decimal(0)))
    order = sorted(
        (index for index, weight in enumerate(weights) if weight > 0),
        key=lambda index: (given[index] - ideal[index], index),
    )
    for index in order[:left]:
        given[index] += 1
    parts = [sign * part * step for part in given]
    last = max(index for index, weight in enumerate(weights) if weight > 0)
    parts[last] += total - sign * steps * step
    return tuple(plain(part) for part in parts)
