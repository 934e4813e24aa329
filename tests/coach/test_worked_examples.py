"""The five worked examples of the trade's guides come out of the planner as they stand there."""

from datetime import date
from decimal import Decimal

from coach.calendar import WorkingCalendar
from coach.goal import Path, Plan
from coach.messages.base import Change, Message
from coach.messages.planning import (
    DailyMore,
    FirstMonth,
    FirstWeek,
    PathSteady,
    RateFallsShort,
    RateReaches,
)
from coach.metrics import MetricKey
from coach.plan import PlanRequest, first_steps, make_plan, plan_notes
from coach.quantity import Quantity, Unit
from coach.targets import level_after

FRANCE = WorkingCalendar(country="FR")


def percent(figure: str) -> Quantity:
    return Quantity(value=Decimal(figure), unit=Unit.PERCENT)


def told(request: PlanRequest) -> tuple[Plan, tuple[Message, ...]]:
    plan = make_plan(request)
    return plan, plan_notes(request, plan)


def test_ten_percent_more_issues_this_week_are_fifty_five_and_one_more_a_day() -> None:
    baseline = Quantity(value=Decimal(50), unit=Unit.PER_WEEK)
    target = level_after(baseline, percent("10"), decrease=False)
    plan, notes = told(
        PlanRequest(
            metric=MetricKey.OTHER,
            metric_words="issues resolved",
            unit=target.unit,
            baseline=baseline.value,
            target=target.value,
            start=date(2026, 11, 23),
            deadline=date(2026, 11, 27),
        )
    )
    assert [week.level for week in plan.weeks] == [55]
    assert notes == (PathSteady(), DailyMore(1))


def test_the_same_told_a_day_is_one_more_a_day_too() -> None:
    _, notes = told(
        PlanRequest(
            metric=MetricKey.OTHER,
            unit=Unit.PER_DAY,
            baseline=Decimal(10),
            target=Decimal(11),
            start=date(2026, 11, 23),
            deadline=date(2026, 11, 27),
        )
    )
    assert DailyMore(1) in notes


def test_a_quarter_more_csat_over_a_quarter_has_three_month_ends_and_weekly_increments() -> None:
    baseline = percent("60")
    target = level_after(baseline, percent("25"), decrease=False)
    assert target == percent("75")
    request = PlanRequest(
        metric=MetricKey.CSAT,
        unit=Unit.PERCENT,
        baseline=baseline.value,
        target=target.value,
        start=date(2027, 1, 4),
        deadline=date(2027, 3, 31),
        calendar=FRANCE,
    )
    plan = make_plan(request)
    assert [month.end for month in plan.months] == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]
    assert plan.months[-1].level == 75
    assert len(plan.weeks) == 13
    assert all(week.share > 0 for week in plan.weeks)
    assert sum(week.share for week in plan.weeks) == 15
    assert first_steps(request, plan) == (
        FirstMonth(date(2027, 1, 31), percent(str(plan.months[0].level))),
        FirstWeek(date(2027, 1, 10), percent(str(plan.weeks[0].level))),
    )


def test_five_percent_fewer_calls_a_month_are_forty_six_percent_fewer_a_year_and_that_is_said() -> None:
    plan, notes = told(
        PlanRequest(
            metric=MetricKey.CONTACT_VOLUME,
            unit=Unit.PER_MONTH,
            baseline=Decimal(12000),
            target=Decimal(6000),
            rate=Decimal("-0.05"),
            start=date(2027, 1, 1),
            deadline=date(2027, 12, 31),
        )
    )
    assert plan.path is Path.COMPOUNDING
    assert [month.level for month in plan.months[:2]] == [11400, 10830]
    assert plan.reaches == plan.months[-1].level == plan.weeks[-1].level == 6484
    assert notes[0] == RateFallsShort(
        months=12,
        rate=Change(percent("-5")),
        reached=Change(percent("-46")),
        wished=Change(percent("-50")),
        needed=Change(percent("-5.6")),
    )


def test_without_a_rate_the_same_goal_gets_the_rate_that_it_needs() -> None:
    plan, _ = told(
        PlanRequest(
            metric=MetricKey.CONTACT_VOLUME,
            unit=Unit.PER_MONTH,
            baseline=Decimal(12000),
            target=Decimal(6000),
            start=date(2027, 1, 1),
            deadline=date(2027, 12, 31),
        )
    )
    assert plan.path is Path.COMPOUNDING
    assert plan.reaches == 6000
    assert plan.rate is not None
    assert round(plan.rate, 3) == Decimal("-0.056")


def test_five_percent_more_page_views_a_month_are_planned_as_a_lever() -> None:
    plan, notes = told(
        PlanRequest(
            metric=MetricKey.OTHER,
            metric_words="page views of the help centre",
            unit=Unit.PER_MONTH,
            baseline=Decimal(2000),
            rate=Decimal("0.05"),
            start=date(2027, 1, 1),
            deadline=date(2027, 12, 31),
        )
    )
    assert [month.level for month in plan.months[:2]] == [2100, 2205]
    assert notes[0] == RateReaches(12, rate=Change(percent("5")), reached=Change(percent("79.6")))


def test_half_the_waiting_time_in_six_weeks_has_six_weekly_levels() -> None:
    baseline = Quantity(value=Decimal(8), unit=Unit.MINUTES)
    target = level_after(baseline, percent("50"), decrease=True)
    plan, _ = told(
        PlanRequest(
            metric=MetricKey.WAIT_TIME,
            unit=target.unit,
            baseline=baseline.value,
            target=target.value,
            start=date(2027, 2, 1),
            deadline=date(2027, 3, 14),
        )
    )
    levels = [week.level for week in plan.weeks]
    assert len(levels) == 6
    assert levels == sorted(levels, reverse=True)
    assert levels[-1] == 4


def test_productivity_is_followed_for_eight_weeks_after_the_release() -> None:
    plan, notes = told(
        PlanRequest(
            metric=MetricKey.OTHER,
            metric_words="issues resolved a day",
            unit=Unit.PER_DAY,
            baseline=Decimal(10),
            target=Decimal(18),
            start=date(2027, 2, 1),
            deadline=date(2027, 3, 28),
        )
    )
    assert [week.level for week in plan.weeks] == [11, 12, 13, 14, 15, 16, 17, 18]
    assert DailyMore(1) in notes
