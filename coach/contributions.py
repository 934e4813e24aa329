"""Each contributor's part of the plan: equal, by hours or set by hand, adding up whoever is there when."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from coach.calendar import WorkingCalendar, days, is_working_day
from coach.goal import Member, Period
from coach.plan import split_share
from coach.quantity import Value

__all__ = ["Contribution", "Member", "contributions"]


class Contribution(Value):
    """One person's part of the plan."""

    person: str
    parts: tuple[Decimal, ...]
    """What they bring in each period."""

    @property
    def total(self) -> Decimal:
        """What they bring in all."""
        return sum(self.parts, Decimal(0))


def contributions(
    periods: Sequence[Period], members: Sequence[Member], calendar: WorkingCalendar, *, whole: bool = True
) -> tuple[Contribution, ...]:
    """Split each period's share among those who work in it, in proportion to weight and days present.

    Late joiners, leavers and the absent carry less; the parts of a period add up to its share exactly. What
    rounding takes from somebody in one period comes back in the next, so that nobody always carries the
    odd one, and parts set by hand come out as they were set. Where nobody of the group is there, it falls to
    all by their weights.

    Args:
        periods: The plan's weeks or months.
        members: Who takes part; at least one with a weight above zero.
        calendar: When the team works, with who is away when.
        whole: In whole units (counted metrics).

    Raises:
        ValueError: nobody takes part.
    """
    split = []
    owed = [Decimal(0)] * len(members)
    for period in periods:
        weights = [member.weight * _days_there(member, period, calendar) for member in members]
        if not any(weights):
            weights = [member.weight for member in members]
        whole_share = whole and period.share == period.share.to_integral_value()
        if not whole_share or not any(weights):
            split.append(split_share(period.share, weights, whole=whole))
            continue
        due = [period.share * weight / sum(weights) for weight in weights]
        wished = [before + now for before, now in zip(owed, due, strict=True)]
        parts = _whole_parts(period.share, wished, weights)
        owed = [one - part for one, part in zip(wished, parts, strict=True)]
        split.append(parts)
    return tuple(
        Contribution(person=member.person, parts=tuple(parts[index] for parts in split))
        for index, member in enumerate(members)
    )


def _whole_parts(
    share: Decimal, wished: Sequence[Decimal], weights: Sequence[Decimal]
) -> tuple[Decimal, ...]:
    """Whole parts as near as can be to what is wished, adding up to the share; none for a weight of 0."""
    sign = -1 if share < 0 else 1
    wanted = [sign * one for one in wished]
    there = [index for index, weight in enumerate(weights) if weight]
    parts = [Decimal(0)] * len(weights)
    if share:
        for index in there:
            parts[index] = max(wanted[index].to_integral_value(ROUND_FLOOR), Decimal(0))
    while (left := abs(share) - sum(parts)) > 0:
        index = max(there, key=lambda one: (wanted[one] - parts[one], -one))
        parts[index] += left if len(there) == 1 else 1
    while (left := sum(parts) - abs(share)) > 0:
        index = min((one for one in there if parts[one]), key=lambda one: (wanted[one] - parts[one], -one))
        parts[index] -= 1
    return tuple(sign * part for part in parts)


def _days_there(member: Member, period: Period, calendar: WorkingCalendar) -> int:
    """On how many working days of the period the member is there."""
    first = max(period.start, member.joins or period.start)
    last = min(period.end, member.leaves or period.end)
    away = [one for one in calendar.absences if one.person == member.person]
    return sum(
        is_working_day(day, calendar) and not any(one.covers(day) for one in away)
        for day in days(first, last)
    )
