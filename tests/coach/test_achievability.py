"""Within reach or not: the sum is shown, and the team's own weeks count more than any rule."""

from datetime import date
from decimal import Decimal

import pytest

from coach.achievability import guard_note, verdict, verdict_lines
from coach.catalogue import METRICS
from coach.guard import SPEED
from coach.messages.achievability import (
    FromRuleOfThumb,
    OwnPace,
    OwnReferencePoint,
    Reach,
    Reference,
    ReferenceBand,
    ReferenceLabel,
    ReferencePoint,
    RequiredPace,
    RoomTaken,
    VerdictIs,
    WatchGuards,
)
from coach.messages.base import Change
from coach.metrics import MetricKey
from coach.metrics import Reference as Figure
from coach.plan import PlanRequest
from coach.quantity import Quantity, Unit


def asked(
    metric: MetricKey, unit: Unit, baseline: str, target: str, deadline: date = date(2027, 3, 28)
) -> PlanRequest:
    return PlanRequest(
        metric=metric,
        unit=unit,
        baseline=Decimal(baseline),
        target=Decimal(target),
        start=date(2027, 1, 4),
        deadline=deadline,
    )


CSAT = asked(MetricKey.CSAT, Unit.PERCENT, "60", "75")


def points(figure: str) -> Change:
    return Change(Quantity(value=Decimal(figure), unit=Unit.POINTS))


def test_the_sum_is_shown_with_the_trades_figure_and_the_rule_says_that_it_is_one() -> None:
    found = verdict(CSAT)
    assert found.reach is Reach.PLAUSIBLE
    assert found.lines == (
        VerdictIs(Reach.PLAUSIBLE),
        RequiredPace(12, change=points("15"), per_week=points("1.3")),
        RoomTaken(Quantity(value=Decimal(38), unit=Unit.PERCENT)),
        ReferencePoint(
            Quantity(value=Decimal(80), unit=Unit.PERCENT), Reference(ReferenceLabel.CSAT_STANDARD)
        ),
        FromRuleOfThumb(),
    )


@pytest.mark.parametrize(
    ("request_", "reach"),
    [
        (asked(MetricKey.OTHER, Unit.PER_WEEK, "50", "55", date(2027, 1, 8)), Reach.ROUTINE),
        (asked(MetricKey.CSAT, Unit.PERCENT, "60", "62"), Reach.ROUTINE),
        (asked(MetricKey.FCR, Unit.PERCENT, "74", "77"), Reach.PLAUSIBLE),
        (asked(MetricKey.WAIT_TIME, Unit.MINUTES, "8", "4", date(2027, 2, 14)), Reach.PLAUSIBLE),
        (asked(MetricKey.WAIT_TIME, Unit.MINUTES, "8", "1"), Reach.RARE),
        (asked(MetricKey.CSAT, Unit.PERCENT, "60", "85", date(2027, 1, 8)), Reach.RARE),
        (asked(MetricKey.LEADS, Unit.COUNT, "0", "40"), Reach.PLAUSIBLE),
    ],
)
def test_without_history_the_rule_of_thumb_decides(request_: PlanRequest, reach: Reach) -> None:
    assert verdict(request_).reach is reach


@pytest.mark.parametrize(
    ("history", "reach"),
    [
        (["50", "52", "54", "56", "58", "60"], Reach.ROUTINE),
        (["56", "55", "56", "58", "60", "62", "60"], Reach.PLAUSIBLE),
        (["60", "60", "61", "60", "60", "60"], Reach.RARE),
    ],
)
def test_the_teams_own_weeks_decide_where_there_are_some(history: list[str], reach: Reach) -> None:
    found = verdict(CSAT, history=[Decimal(figure) for figure in history])
    assert found.reach is reach
    assert isinstance(found.lines[-1], OwnPace)


def test_every_reference_of_the_catalogue_has_a_label() -> None:
    labels = {reference.label for metric in METRICS.values() for reference in metric.references}
    assert labels | {ReferenceLabel.OWN} == set(ReferenceLabel)


def test_a_workspaces_own_reference_takes_the_trades_place() -> None:
    own = Figure(label="last year's best", low=Quantity(value=Decimal(72), unit=Unit.PERCENT), source="us")
    lines = verdict(CSAT, references=(own,)).lines
    assert OwnReferencePoint(own.low, "us") in lines


def test_lengths_of_time_are_held_against_the_references_in_their_own_unit() -> None:
    lines = verdict(asked(MetricKey.WRAP_UP_TIME, Unit.SECONDS, "600", "420")).lines
    six_minutes = Quantity(value=Decimal(360), unit=Unit.SECONDS)
    assert ReferencePoint(six_minutes, Reference(ReferenceLabel.WRAP_UP_USUAL)) in lines


def test_occupancy_is_shown_its_band_and_what_it_must_not_cost() -> None:
    lines = verdict_lines(asked(MetricKey.OCCUPANCY, Unit.PERCENT, "70", "80"))
    assert any(isinstance(line, ReferenceBand) for line in lines)
    assert isinstance(lines[-1], WatchGuards)


def test_every_speed_goal_has_guards() -> None:
    assert all(guard_note(metric) is not None for metric in SPEED)
    assert guard_note(MetricKey.OTHER) is None


def test_a_plan_by_rate_alone_has_no_verdict() -> None:
    assert verdict(CSAT.model_copy(update={"target": None})).lines == ()


def test_the_sum_can_be_done_again_from_what_is_told() -> None:
    minutes = asked(MetricKey.WAIT_TIME, Unit.SECONDS, "95", "30", date(2027, 4, 1))  # 12.8 weeks
    (pace,) = [one for one in verdict(minutes).lines if isinstance(one, RequiredPace)]
    assert pace.weeks == 13
    assert pace.per_week == Change(Quantity(value=Decimal(-5), unit=Unit.SECONDS))
    twelve = asked(MetricKey.WAIT_TIME, Unit.SECONDS, "95", "30", date(2027, 3, 30))  # 12.4 weeks
    (pace,) = [one for one in verdict(twelve).lines if isinstance(one, RequiredPace)]
    assert pace.weeks == 12
    assert pace.per_week == Change(Quantity(value=Decimal("-5.4"), unit=Unit.SECONDS))
