"""How much of a figure is chance: intervals for shares and means of few answers.

The formulas are the textbook ones: Wilson's score interval for a share (Wilson 1927), the binomial
distribution, and the bound on a variance inside a range (Bhatia and Davis 2000).
"""

from decimal import Decimal
from functools import lru_cache
from math import comb, sqrt

from coach.metrics import Kind, MetricKey
from coach.quantity import Quantity
from coach.targets import bounds_in, kind_in

Z95 = 1.959963984540054
"""The normal distribution holds 95 % within so many standard deviations."""

NOW_AND_THEN = 0.2
"""What comes up in one period out of five surprises nobody."""
MANY = 500
"""Answers up to which chances are counted one by one."""


def wilson(share: float, answers: int, z: float = Z95) -> tuple[float, float]:
    """The range in which the true share lies, 95 times out of 100 (Wilson's score interval).

    Args:
        share: The share seen, from 0 to 1.
        answers: How many answers it is made of, one or more.
        z: Half-width in standard deviations; 1.96 for 95 %.
    """
    spread = z * z / answers
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / answers + spread / (4 * answers))
    return max(0.0, middle - half), min(1.0, middle + half)


@lru_cache(maxsize=256)
def chance_of_at_most(share: float, answers: int, met: int) -> float:
    """How likely it is that at most `met` of the answers are good, where the true share is `share`.

    With a true 83 % and 18 answers, 13 good ones (72 %) or fewer come up about one time in six.
    """
    return sum(comb(answers, good) * share**good * (1 - share) ** (answers - good) for good in range(met + 1))


def usual_dip(share: float, answers: int) -> tuple[float, int]:
    """A low figure that chance alone brings now and then, and one period in how many does.

    The highest figure that comes up, or a lower one does, in no more than one period in five.
    """
    chance, good = 0.0, 0
    for met in range(answers + 1):
        more = comb(answers, met) * share**met * (1 - share) ** (answers - met) if answers <= MANY else 1.0
        if chance + more > NOW_AND_THEN:
            break
        chance, good = chance + more, met
    if chance == 0:  # too many to count one by one, or hardly any: the normal distribution's one in five
        low = share - 0.8416 * sqrt(share * (1 - share) / answers)
        return max(0.0, low), round(1 / NOW_AND_THEN)
    return good / answers, round(1 / chance)


def smallest_visible_change(share: float, answers: int) -> float:
    """The smallest difference between two periods that is more than chance, 95 times out of 100, as a share.

    `1.96 * sqrt(2 * p * (1 - p) / n)`: two periods with `answers` each, at about the same share.
    """
    return Z95 * sqrt(2 * share * (1 - share) / answers)


def interval(metric: MetricKey, level: Quantity, sample: int | None) -> tuple[Decimal, Decimal] | None:
    """The range in which the true level lies, 95 times out of 100, in the level's unit; None if unknown.

    Shares get Wilson's interval. Means and scores inside bounds get the widest that their bounds allow (the
    variance is at most `(highest - mean) * (mean - lowest)`), so that chance is never underrated.

    Args:
        metric: The metric.
        level: The figure seen.
        sample: How many answers or contacts it is made of.
    """
    if sample is None or sample < 1:
        return None
    lowest, highest = bounds_in(metric, level.unit)
    if lowest is None or highest is None or not lowest <= level.value <= highest:
        return None
    if kind_in(metric, level.unit) is Kind.SHARE:
        low, high = wilson(float(level.value) / 100, sample)
        return _decimal(low * 100), _decimal(high * 100)
    value = float(level.value)
    half = Z95 * sqrt((float(highest) - value) * (value - float(lowest)) / sample)
    return max(lowest, _decimal(value - half)), min(highest, _decimal(value + half))


def _decimal(figure: float) -> Decimal:
    return round(Decimal(figure), 4)
