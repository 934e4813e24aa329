"""One level of the plan is told by one figure: by the channel as what is next, by Monday's question."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.render import value_text
from coach.goal import Goal
from coach.language.reading import Language
from coach.metrics import MetricKey
from coach.milestones import coming_stage
from coach.plan import PlanRequest, make_plan
from coach.progress import expected_level
from coach.quantity import Quantity, Unit
from tests.coach.desk import DEADLINE, START, goal


def planned(metric: MetricKey, unit: Unit, baseline: str, target: str) -> Goal:
    start, end = Decimal(baseline), Decimal(target)
    plan = make_plan(
        PlanRequest(metric=metric, unit=unit, baseline=start, target=end, start=START, deadline=DEADLINE)
    )
    update = {
        "metric": metric,
        "baseline": Quantity(value=start, unit=unit),
        "target": Quantity(value=end, unit=unit),
        "decrease": end < start,
        "plan": plan,
    }
    return goal().model_copy(update=update)


@pytest.mark.parametrize(
    "running",
    [
        planned(MetricKey.CSAT, Unit.PERCENT, "78.25", "80"),
        planned(MetricKey.QUALITY_SCORE, Unit.PERCENT, "81.4", "82"),
        planned(MetricKey.AHT, Unit.MINUTES, "7.0833", "6.1167"),
        planned(MetricKey.AHT, Unit.SECONDS, "395.5", "360"),
        planned(MetricKey.APPOINTMENTS, Unit.PER_WEEK, "12", "18"),
        planned(MetricKey.APPOINTMENTS, Unit.COUNT, "0", "45"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_what_is_next_is_what_mondays_question_has(running: Goal, language: Language) -> None:
    assert running.plan is not None
    assert running.target is not None
    for week in running.plan.weeks[:-1]:
        monday = week.end + timedelta(days=1)
        stage = coming_stage(running, week.start, None)
        expected = expected_level(running, monday)
        assert stage is not None
        assert expected is not None
        ahead = Quantity(value=stage.level, unit=running.target.unit)
        assert value_text(ahead, language) == value_text(expected, language)
