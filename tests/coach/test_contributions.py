"""Each person's part adds up to the plan, whoever joins, leaves or is away."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.calendar import Absence, WorkingCalendar
from coach.contributions import Member, contributions
from coach.goal import Period
from coach.metrics import MetricKey
from coach.plan import PlanRequest, make_plan
from coach.quantity import Unit

START = date(2027, 1, 4)


def weeks(target: int, calendar: WorkingCalendar) -> tuple[Period, ...]:
    request = PlanRequest(
        metric=MetricKey.APPOINTMENTS,
        unit=Unit.COUNT,
        baseline=Decimal(0),
        target=Decimal(target),
        start=START,
        deadline=date(2027, 1, 31),
        calendar=calendar,
    )
    return make_plan(request).weeks


def test_a_late_joiner_and_an_absent_agent_carry_less() -> None:
    away = Absence(start=date(2027, 1, 11), end=date(2027, 1, 17), person="U2")
    calendar = WorkingCalendar(absences=(away,))
    members = [Member(person="U1"), Member(person="U2"), Member(person="U3", joins=date(2027, 1, 18))]
    one, two, three = contributions(weeks(48, WorkingCalendar()), members, calendar)
    assert one.parts == tuple(map(Decimal, (6, 12, 4, 4)))
    assert two.parts == tuple(map(Decimal, (6, 0, 4, 4)))
    assert three.parts == tuple(map(Decimal, (0, 0, 4, 4)))
    assert one.total + two.total + three.total == 48


def test_hours_share_in_proportion() -> None:
    members = [Member(person="U1", weight=Decimal(35)), Member(person="U2", weight=Decimal("17.5"))]
    one, two = contributions(weeks(36, WorkingCalendar()), members, WorkingCalendar())
    assert (one.total, two.total) == (Decimal(24), Decimal(12))


def test_a_plan_without_anybody_cannot_be_shared() -> None:
    with pytest.raises(ValueError, match="nothing to split by"):
        contributions(weeks(4, WorkingCalendar()), [], WorkingCalendar())


@given(
    target=st.integers(1, 500),
    spells=st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 40)), min_size=1, max_size=8
    ),
)
def test_the_parts_always_add_up(target: int, spells: list[tuple[int, int, int]]) -> None:
    members = [
        Member(
            person=f"U{index}",
            weight=Decimal(weight),
            joins=START + timedelta(days=joins),
            leaves=START + timedelta(days=joins + stays),
        )
        for index, (joins, stays, weight) in enumerate(spells)
    ]
    periods = weeks(target, WorkingCalendar())
    split = contributions(periods, members, WorkingCalendar())
    for index, period in enumerate(periods):
        assert sum(one.parts[index] for one in split) == period.share
