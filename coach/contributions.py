"""Each contributor's part of the plan: equal, by hours or set by hand, adding up whoever is there when."""

from collections.abc import Sequence
from decimal import Decimal

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

    Late joiners, leavers and the absent carry less; the parts of a period add up to its share exactly, by
    largest remainder. Where nobody of the group is there, it falls to all by their weights.

    Args:
        periods: The plan's weeks or months.
        members: Who takes part; at least one with a weight above zero.
        calendar: When the team works, with who is away when.
        whole: In whole units (counted metrics).

    Raises:
        ValueError: nobody takes part.
    """
    split = []
    for period in periods:
        weights = [member.weight * _days_there(member, period, calendar) for member in members]
        if not any(weights):
            weights = [member.weight for member in members]
        split.append(split_share(period.share, weights, whole=whole))
    return tuple(
        Contribution(person=member.person, parts=tuple(parts[index] for parts in split))
        for index, member in enumerate(members)
    )


def _days_there(member: Member, period: Period, calendar: WorkingCalendar) -> int:
    """On how many working days of the period the member is there."""
    first = max(period.start, member.joins or period.start)
    last = min(period.end, member.leaves or period.end)
    away = [one for one in calendar.absences if one.person == member.person]
    return sum(
        is_working_day(day, calendar) and not any(one.covers(day) for one in away)
        for day in days(first, last)
    )
