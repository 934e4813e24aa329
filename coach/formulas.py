"""The trade's formulas: from raw answers and counts to a figure, with the number behind it kept.

Each is the one in `metrics.po` and DOMAIN.md, section 3. Shares come in percent, to two decimals.
"""

from collections.abc import Sequence
from decimal import Decimal

from coach.errors import Refused
from coach.messages.base import MetricName
from coach.messages.figures import AnswerOffScale, NothingToCompute, PartAboveWhole
from coach.metrics import MetricKey
from coach.quantity import SECONDS_IN, Quantity, Unit, Value
from coach.rounding import plain, rounded

SATISFIED = 4
"""From this answer out of 5 on, a customer counts as satisfied."""
PROMOTER, DETRACTOR = 9, 6
"""From 9 on somebody recommends; up to 6 they do not."""
_HUNDREDTH = Decimal("0.01")


class Computed(Value):
    """A figure and what it is made of."""

    figure: Quantity
    sample: int
    """Answers, contacts or customers behind it."""


def csat(answers: Sequence[int]) -> Computed:
    """The share of answers, 1 to 5, that are 4 or 5."""
    _on_scale(MetricKey.CSAT, answers, 1, 5)
    return _share(MetricKey.CSAT, sum(answer >= SATISFIED for answer in answers), len(answers))


def csat_mean(answers: Sequence[int]) -> Computed:
    """The mean of answers, 1 to 5."""
    return _mean(MetricKey.CSAT, answers)


def nps(answers: Sequence[int]) -> Computed:
    """The share of answers 9 and 10 minus the share of answers 0 to 6, from -100 to 100."""
    _on_scale(MetricKey.NPS, answers, 0, 10)
    for_us = sum(answer >= PROMOTER for answer in answers)
    against = sum(answer <= DETRACTOR for answer in answers)
    return _balance(MetricKey.NPS, for_us, against, len(answers))


def nps_of(promoters: int, detractors: int, answers: int) -> Computed:
    """The same score from counts."""
    return _balance(MetricKey.NPS, promoters, detractors, answers)


def ces(answers: Sequence[int]) -> Computed:
    """The mean of answers from 1 (very easy) to 5 (very hard)."""
    return _mean(MetricKey.CES, answers)


def fcr(solved_at_first: int, contacts: int) -> Computed:
    """The share of contacts that were solved at the first one."""
    return _share(MetricKey.FCR, solved_at_first, contacts)


def aht(talk: Quantity, hold: Quantity, wrap_up: Quantity, contacts: int) -> Computed:
    """Talk, hold and wrap-up time together, a contact; in seconds.

    Args:
        talk: All talking time of the period.
        hold: All time on hold.
        wrap_up: All time after contacts.
        contacts: Contacts handled in it.
    """
    if contacts < 1:
        raise Refused(NothingToCompute(MetricName(MetricKey.AHT)))
    whole = sum((part.value * SECONDS_IN[part.unit] for part in (talk, hold, wrap_up)), Decimal(0))
    mean = rounded(whole / contacts, _HUNDREDTH)
    return Computed(figure=Quantity(value=mean, unit=Unit.SECONDS), sample=contacts)


def occupancy(in_contacts: Quantity, follow_up: Quantity, logged_in: Quantity) -> Computed:
    """Time in contacts and their follow-up as a share of the time logged in. The sample is whole hours."""
    busy = sum((part.value * SECONDS_IN[part.unit] for part in (in_contacts, follow_up)), Decimal(0))
    whole = logged_in.value * SECONDS_IN[logged_in.unit]
    found = _share_of(MetricKey.OCCUPANCY, busy, whole)
    return Computed(figure=found, sample=int(whole / SECONDS_IN[Unit.HOURS]))


def service_level(in_time: int, offered: int) -> Computed:
    """The share of contacts that were answered within the time set."""
    return _share(MetricKey.SERVICE_LEVEL, in_time, offered)


def retention(kept: int, at_start: int) -> Computed:
    """The share of the customers at the start of a period who are still there at its end."""
    return _share(MetricKey.RETENTION_RATE, kept, at_start)


def attrition(lost: int, at_start: int) -> Computed:
    """The share of the customers at the start of a period who left in it."""
    return _share(MetricKey.CHURN_RATE, lost, at_start)


def cross_sell(sales: int, tickets: int) -> Computed:
    """Additional sales as a share of the tickets handled."""
    return _share(MetricKey.CROSS_SELL, sales, tickets)


def sentiment(positive: int, negative: int, mentions: int) -> Computed:
    """The share of good mentions minus the share of bad ones, from -100 to 100."""
    return _balance(MetricKey.SENTIMENT, positive, negative, mentions)


def _on_scale(metric: MetricKey, answers: Sequence[int], lowest: int, highest: int) -> None:
    for answer in answers:
        if not lowest <= answer <= highest:
            raise Refused(AnswerOffScale(answer, lowest, highest))
    if not answers:
        raise Refused(NothingToCompute(MetricName(metric)))


def _mean(metric: MetricKey, answers: Sequence[int]) -> Computed:
    _on_scale(metric, answers, 1, 5)
    mean = rounded(Decimal(sum(answers)) / len(answers), _HUNDREDTH)
    return Computed(figure=Quantity(value=mean, unit=Unit.SCORE), sample=len(answers))


def _share(metric: MetricKey, part: int, whole: int) -> Computed:
    return Computed(figure=_share_of(metric, Decimal(part), Decimal(whole)), sample=whole)


def _share_of(metric: MetricKey, part: Decimal, whole: Decimal) -> Quantity:
    if whole <= 0:
        raise Refused(NothingToCompute(MetricName(metric)))
    if not 0 <= part <= whole:
        raise Refused(PartAboveWhole(MetricName(metric), plain(part), plain(whole)))
    return Quantity(value=rounded(part * 100 / whole, _HUNDREDTH), unit=Unit.PERCENT)


def _balance(metric: MetricKey, good: int, bad: int, whole: int) -> Computed:
    _share_of(metric, Decimal(good + bad), Decimal(whole))
    score = rounded(Decimal(good - bad) * 100 / whole, _HUNDREDTH)
    return Computed(figure=Quantity(value=score, unit=Unit.SCORE), sample=whole)
