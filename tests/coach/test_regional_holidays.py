"""A holiday of the region alone counts there, wherever days are: Good Friday in Moselle, not in Lyon."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from coach.goal import Goal
from coach.making import with_baseline
from coach.metrics import MetricKey
from coach.nudges import catch_up
from coach.progress import Progress, Status
from coach.quantity import Quantity, Unit
from coach.scheduling import next_check_in, next_post
from tests.coach.desk import MONDAY, PARIS, goal, person

MOSELLE = "57"
GOOD_FRIDAY = datetime(2027, 3, 26, 9, 0, tzinfo=PARIS)
BEFORE = GOOD_FRIDAY - timedelta(days=2)


def asked_on_thursdays() -> Goal:
    """Its posts come on Fridays."""
    made = goal()
    return made.model_copy(update={"check_in": made.check_in.model_copy(update={"weekday": 3})})


@pytest.mark.parametrize(("region", "weekday"), [(None, 4), (MOSELLE, 1)])
def test_a_first_post_does_not_come_on_it(region: str | None, weekday: int) -> None:
    """Easter Monday is off too: in Moselle it comes on the Tuesday."""
    lead = person("lead").model_copy(update={"country": "FR", "region": region})
    due = next_post(asked_on_thursdays(), lead, BEFORE)
    assert due is not None
    assert due.astimezone(PARIS).weekday() == weekday


@pytest.mark.parametrize(("region", "weekday"), [(None, 4), (MOSELLE, 1)])
def test_nobody_whose_country_is_not_known_is_asked_on_a_holiday_of_the_goals_region(
    region: str | None, weekday: int
) -> None:
    made = goal().model_copy(update={"country": "FR", "region": region})
    made = made.model_copy(update={"check_in": made.check_in.model_copy(update={"weekday": 4})})
    due = next_check_in(made, person("agent").model_copy(update={"country": None}), BEFORE)
    assert due is not None
    assert due.astimezone(PARIS).weekday() == weekday


@pytest.mark.parametrize(("region", "a_day"), [(None, 2), (MOSELLE, 3)])
def test_what_is_needed_a_day_is_shared_out_over_the_days_that_are_worked(
    region: str | None, a_day: int
) -> None:
    """Six short on the Wednesday: three days to the week's end in Lyon, two in Moselle."""
    made = goal().model_copy(
        update={
            "metric": MetricKey.APPOINTMENTS,
            "target": Quantity(value=Decimal(100), unit=Unit.COUNT),
            "country": "FR",
            "region": region,
        }
    )
    made = with_baseline(made, Quantity(value=Decimal(0), unit=Unit.COUNT), MONDAY.date())
    assert made.plan is not None
    week = next(one for one in made.plan.weeks if one.end >= BEFORE.date())
    latest = Quantity(value=week.level - 6, unit=Unit.COUNT)
    standing = Progress(status=Status.OFF_TRACK, today=BEFORE.date(), latest=latest)
    assert catch_up(made, standing, BEFORE.date()) == (a_day, Quantity(value=week.level, unit=Unit.COUNT))
