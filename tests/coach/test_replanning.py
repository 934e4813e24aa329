"""A goal planned anew starts from where it stands, and is eased only with a reason."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from coach.errors import Refused
from coach.goal import Goal, Path
from coach.language.reading import Language
from coach.messages.base import Change
from coach.messages.replanning import (
    DeadlineMoved,
    EasingNeedsReason,
    NothingToReplan,
    PaceChanged,
    TargetMoved,
)
from coach.metrics import MetricKey
from coach.plan import PlanRequest, make_plan
from coach.progress import planned_level
from coach.quantity import Quantity, Unit
from coach.replanning import before_and_after, replan, with_replanning

START, DEADLINE, LATER = date(2027, 2, 1), date(2027, 4, 11), date(2027, 5, 9)
TODAY = date(2027, 3, 8)


def percent(figure: str) -> Quantity:
    return Quantity(value=Decimal(figure), unit=Unit.PERCENT)


def points(figure: str) -> Change:
    return Change(Quantity(value=Decimal(figure), unit=Unit.POINTS))


PLAN = make_plan(
    PlanRequest(
        metric=MetricKey.CSAT,
        unit=Unit.PERCENT,
        baseline=Decimal(70),
        target=Decimal(80),
        start=START,
        deadline=DEADLINE,
        path=Path.STEADY,
    )
)
GOAL = Goal(
    id="g",
    workspace="T",
    author="U1",
    owner="U1",
    language=Language.EN,
    wish="better CSAT",
    metric=MetricKey.CSAT,
    baseline=percent("70"),
    target=percent("80"),
    start=START,
    deadline=DEADLINE,
    plan=PLAN,
    confirmed_at=datetime(2027, 2, 1, 12, tzinfo=UTC),
)


def test_the_new_plan_starts_today_from_the_latest_figure_and_the_old_one_is_kept() -> None:
    change = replan(GOAL, TODAY, percent("71"), reason="two people left", deadline=LATER)
    after = with_replanning(GOAL, change)
    assert change.old_plan == PLAN
    assert after.plan is not None
    assert (after.plan.start, after.deadline, after.version) == (TODAY, LATER, 2)
    assert after.baseline == percent("70")
    assert planned_level(after, TODAY) == percent("71")
    assert planned_level(after, LATER) == percent("80")


def test_before_and_after_are_shown_side_by_side() -> None:
    change = replan(
        GOAL, TODAY, percent("71"), reason="why", target=percent("78"), deadline=LATER, path=Path.STEADY
    )
    assert before_and_after(change) == (
        TargetMoved(percent("80"), percent("78")),
        DeadlineMoved(DEADLINE, LATER),
        PaceChanged(points("1"), points("0.78")),
    )


@pytest.mark.parametrize(
    ("target", "deadline"), [(percent("78"), None), (None, LATER), (percent("78"), LATER)]
)
def test_easing_asks_for_a_reason(target: Quantity | None, deadline: date | None) -> None:
    with pytest.raises(Refused) as refused:
        replan(GOAL, TODAY, percent("71"), reason="  ", target=target, deadline=deadline)
    assert refused.value.says == EasingNeedsReason()


def test_a_harder_goal_needs_none() -> None:
    assert not replan(GOAL, TODAY, percent("76"), target=percent("85")).eased


def test_without_a_figure_the_old_plans_level_is_where_it_starts() -> None:
    change = replan(GOAL, TODAY, target=percent("82"))
    assert change.new_plan.weeks[0].level - change.new_plan.weeks[0].share == 75


def test_a_goal_without_a_plan_has_nothing_to_be_planned_anew() -> None:
    with pytest.raises(Refused) as refused:
        replan(GOAL.model_copy(update={"plan": None}), TODAY)
    assert isinstance(refused.value.says, NothingToReplan)
