"""Where a goal stands: fair to small samples, early about real trouble, clear about what it takes."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.goal import Goal, GoalState, Measurement, Path
from coach.language.reading import Language
from coach.metrics import MetricKey
from coach.noise import chance_of_at_most, interval, smallest_visible_change, wilson
from coach.outlook import outlook
from coach.plan import PlanRequest, make_plan
from coach.progress import Status, assess, planned_level
from coach.quantity import Quantity, Unit
from coach.series import series
from coach.trend import forecast

START, DEADLINE = date(2027, 2, 1), date(2027, 4, 11)
NOON = datetime(2027, 2, 1, 12, tzinfo=UTC)


def percent(figure: str) -> Quantity:
    return Quantity(value=Decimal(figure), unit=Unit.PERCENT)


def goal(**changes: object) -> Goal:
    """CSAT from 70 % to 80 % in ten weeks: a point a week."""
    plan = make_plan(
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
    made = Goal(
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
        plan=plan,
        confirmed_at=NOON,
    )
    return made.model_copy(update=changes)


def figure(day: date, level: str, sample: int | None = None, **changes: object) -> Measurement:
    made = Measurement(
        id=f"m-{day}-{level}",
        goal="g",
        author="U1",
        value=percent(level),
        measured_on=day,
        recorded_at=NOON + (day - START),
        sample=sample,
    )
    return made.model_copy(update=changes)


def weeks(*levels: str, sample: int | None = None) -> list[Measurement]:
    """One figure each Monday morning, from the second week on."""
    return [figure(START + timedelta(weeks=n + 1), level, sample) for n, level in enumerate(levels)]


def status(measured: list[Measurement], today: date | None = None, one: Goal | None = None) -> Status:
    return assess(one or goal(), measured, today or measured[-1].measured_on).status


def test_the_plan_expects_last_weeks_level_on_a_monday_and_part_of_this_weeks_later() -> None:
    expected = [planned_level(goal(), START + timedelta(days=day)) for day in (0, 7, 9, 12, 14)]
    assert [one.value for one in expected if one] == [
        Decimal(70),
        Decimal(71),
        Decimal("71.4"),
        Decimal(72),
        Decimal(72),
    ]


def test_on_the_deadline_and_after_it_the_plan_expects_the_target() -> None:
    assert planned_level(goal(), DEADLINE) == percent("80")
    assert planned_level(goal(), DEADLINE + timedelta(days=9)) == percent("80")


def test_a_goal_whose_baseline_is_being_measured_waits() -> None:
    measuring = goal(baseline=None, target=None, plan=None)
    assert planned_level(measuring, START) is None
    assert assess(measuring, weeks("72"), date(2027, 2, 8)).status is Status.WAITING
    assert series(measuring, [], START) is None


def test_without_a_figure_a_goal_waits() -> None:
    progress = assess(goal(), [], date(2027, 2, 8))
    assert (progress.status, progress.latest) == (Status.WAITING, None)


def test_figures_on_the_plan_are_on_track() -> None:
    assert status(weeks("71", "72", "73.2")) is Status.ON_TRACK


def test_a_figure_a_little_behind_is_close_and_further_behind_at_risk() -> None:
    assert status(weeks("70.6")) is Status.CLOSE
    assert status(weeks("71")) is Status.ON_TRACK
    assert status(weeks("70", "70.5")) is Status.AT_RISK


def test_a_trend_that_cannot_make_it_is_off_track() -> None:
    assert status(weeks("70.2", "70.1", "70.4", "70.3", "70.5")) is Status.OFF_TRACK


def test_being_behind_with_a_trend_that_makes_up_for_it_is_at_risk_only() -> None:
    assert status(weeks("69", "69.5", "71", "72.5", "74")) is Status.AT_RISK


def test_far_behind_without_a_trend_is_off_track() -> None:
    assert status([figure(date(2027, 3, 29), "70")]) is Status.OFF_TRACK


def test_one_low_figure_of_few_answers_alarms_nobody() -> None:
    progress = assess(goal(), weeks("71", "61", sample=18), date(2027, 2, 15))
    assert progress.behind
    assert progress.within_noise
    assert progress.status is Status.WITHIN_NOISE


def test_three_low_figures_in_a_row_are_at_risk_however_few_the_answers() -> None:
    assert status(weeks("66", "65", "66", sample=18)) is Status.AT_RISK


@given(
    levels=st.lists(st.integers(0, 18), min_size=1, max_size=10),
)
def test_chance_alone_never_puts_a_goal_off_track(levels: list[int]) -> None:
    measured = weeks(*(str(round(Decimal(good * 100) / 18, 2)) for good in levels), sample=18)
    progress = assess(goal(), measured, measured[-1].measured_on)
    assert progress.status is not Status.OFF_TRACK or not progress.within_noise


def test_many_answers_make_the_same_shortfall_real() -> None:
    progress = assess(goal(), weeks("71", "61", sample=4000), date(2027, 2, 15))
    assert not progress.within_noise
    assert progress.status in {Status.OFF_TRACK, Status.AT_RISK}


def test_reaching_the_target_is_achieved_and_falling_short_at_the_end_is_missed() -> None:
    assert status(weeks("80")) is Status.ACHIEVED
    assert status(weeks("75"), DEADLINE + timedelta(days=1)) is Status.MISSED


def test_paused_and_ended_goals_keep_their_state() -> None:
    assert status(weeks("70"), one=goal(state=GoalState.PAUSED)) is Status.PAUSED
    assert status(weeks("70"), one=goal(state=GoalState.MISSED)) is Status.MISSED


def test_undone_and_corrected_figures_do_not_count() -> None:
    wrong = figure(date(2027, 2, 8), "17")
    right = figure(date(2027, 2, 8), "71", corrects=wrong.id)
    undone = figure(date(2027, 2, 9), "99", undone=True)
    progress = assess(goal(), [wrong, right, undone], date(2027, 2, 10))
    assert progress.latest == percent("71")


def test_what_it_takes_is_said_a_week_and_a_day() -> None:
    progress = assess(goal(), weeks("71"), date(2027, 2, 8))
    assert progress.needed_per_week == 1
    assert progress.needed_per_working_day == Decimal("0.2")
    assert assess(goal(), weeks("80"), date(2027, 2, 8)).needed_per_week is None


def test_a_falling_metric_is_followed_downwards() -> None:
    plan = make_plan(
        PlanRequest(
            metric=MetricKey.WAIT_TIME,
            unit=Unit.MINUTES,
            baseline=Decimal(8),
            target=Decimal(4),
            start=START,
            deadline=date(2027, 3, 14),
        )
    )
    waiting = goal(
        metric=MetricKey.WAIT_TIME,
        baseline=Quantity(value=Decimal(8), unit=Unit.MINUTES),
        target=Quantity(value=Decimal(4), unit=Unit.MINUTES),
        deadline=date(2027, 3, 14),
        plan=plan,
        decrease=True,
    )
    seconds = Quantity(value=Decimal(7 * 60 + 12), unit=Unit.SECONDS)
    measured = [figure(date(2027, 2, 8), "1", value=seconds)]
    progress = assess(waiting, measured, date(2027, 2, 8))
    assert progress.latest == Quantity(value=Decimal("7.2"), unit=Unit.MINUTES)
    assert progress.status is Status.ON_TRACK
    assert progress.needed_per_week is not None
    assert progress.needed_per_week < 0


def test_a_level_to_be_kept_is_on_track_while_it_is_kept() -> None:
    kept = goal(baseline=percent("80"), target=percent("80"), plan=None)
    assert status(weeks("81"), one=kept) is Status.ON_TRACK
    assert status(weeks("74"), one=kept) is Status.AT_RISK
    assert status(weeks("81"), DEADLINE, kept) is Status.ACHIEVED


def test_a_slow_start_that_was_planned_is_no_bad_trend() -> None:
    request = PlanRequest(
        metric=MetricKey.CSAT,
        unit=Unit.PERCENT,
        baseline=Decimal(70),
        target=Decimal(80),
        start=START,
        deadline=DEADLINE,
        path=Path.RAMP,
    )
    ramp = goal(plan=make_plan(request))
    assert ramp.plan is not None
    measured = weeks(*(str(week.level) for week in ramp.plan.weeks[:5]))
    progress = assess(ramp, measured, measured[-1].measured_on)
    assert progress.status is Status.ON_TRACK
    assert progress.forecast is not None
    assert abs(progress.forecast.level - 80) < Decimal("0.01")


def test_the_picture_has_the_plan_the_figures_and_where_they_lead() -> None:
    measured = weeks("71", "72.1", "73", "74.1", sample=100)
    picture = series(goal(stretch=percent("85")), measured, date(2027, 3, 1))
    assert picture is not None
    assert picture.planned[0].level == 70
    assert picture.planned[-1].level == 80
    assert [point.day for point in picture.milestones][-1] == DEADLINE
    assert len(picture.measured) == 4
    assert picture.measured[0].low is not None
    assert picture.stretch == 85
    assert picture.forecast is not None


def test_a_figure_that_looks_like_what_the_plan_had_is_on_track() -> None:
    counted = goal(metric=MetricKey.APPOINTMENTS)
    day = START + timedelta(days=9)  # the plan has 71.4, told as 71
    levels = {name: Quantity(value=Decimal(name), unit=Unit.COUNT) for name in ("70", "71", "80")}
    assert counted.plan is not None
    counted = counted.model_copy(update={"baseline": levels["70"], "target": levels["80"]})
    assert status([figure(day, "71", value=levels["71"])], one=counted) is Status.ON_TRACK


def test_a_figure_of_weeks_ago_does_not_say_where_a_goal_stands() -> None:
    (old,) = weeks("71")
    assert status([old], old.measured_on + timedelta(days=14)) is Status.ON_TRACK
    assert status([old], old.measured_on + timedelta(days=15)) is Status.STALE
    (reached,) = weeks("81")
    assert status([reached], reached.measured_on) is Status.ACHIEVED
    assert status([reached], reached.measured_on + timedelta(days=15)) is Status.STALE
    assert status([reached], DEADLINE) is Status.ACHIEVED


def test_a_total_that_was_reached_stays_reached_without_a_new_figure() -> None:
    none, all_of_them = (Quantity(value=Decimal(value), unit=Unit.COUNT) for value in (0, 45))
    total = goal(metric=MetricKey.APPOINTMENTS, baseline=none, target=all_of_them)
    made = figure(START + timedelta(weeks=5), "46", value=Quantity(value=Decimal(46), unit=Unit.COUNT))
    assert status([made], DEADLINE - timedelta(days=1), total) is Status.ACHIEVED


def test_where_it_leads_is_told_from_four_figures_and_a_quarter_of_the_way_on() -> None:
    levels = ("71", "72.1", "73", "74.1")
    for count in (1, 2, 3):
        measured = weeks(*levels[:count])
        assert outlook(goal(), assess(goal(), measured, measured[-1].measured_on)) is None
    measured = weeks(*levels)
    assert outlook(goal(), assess(goal(), measured, measured[-1].measured_on)) is not None
    assert outlook(goal(), assess(goal(), measured, measured[-1].measured_on + timedelta(days=15))) is None


@pytest.mark.parametrize(
    "levels",
    [
        ("71", "75", "70.5", "76"),  # the range is wider than half of the way
        ("72", "76", "79", "84"),  # the line ends far beyond the target
        ("75", "83", "91", "99"),  # cut at a hundred percent, the range would look narrow
    ],
)
def test_a_forecast_that_says_nothing_is_not_told(levels: tuple[str, ...]) -> None:
    measured = weeks(*levels)
    progress = assess(goal(), measured, measured[-1].measured_on)
    assert progress.forecast is not None
    assert outlook(goal(), progress) is None
    picture = series(goal(), measured, measured[-1].measured_on)
    assert picture is not None
    assert picture.forecast is None


@given(st.lists(st.integers(690, 810), min_size=4, max_size=9))
def test_no_goal_is_on_track_beside_a_forecast_that_misses_its_target(tenths: list[int]) -> None:
    measured = weeks(*(str(Decimal(one) / 10) for one in tenths))
    progress = assess(goal(), measured, measured[-1].measured_on)
    ahead = outlook(goal(), progress)
    if ahead is not None and ahead.high is not None and ahead.high < 80:
        assert progress.status not in {Status.ON_TRACK, Status.CLOSE}


@pytest.mark.parametrize(
    ("share", "answers", "low", "high"),
    [(0.83, 18, 0.596, 0.942), (1.0, 10, 0.722, 1.0), (0.0, 10, 0.0, 0.278)],
)
def test_wilsons_interval_is_the_textbooks(share: float, answers: int, low: float, high: float) -> None:
    assert wilson(share, answers) == pytest.approx((low, high), abs=0.02)


def test_of_eighteen_answers_seventy_two_percent_or_less_come_up_one_time_in_six() -> None:
    assert chance_of_at_most(0.83, 18, 13) == pytest.approx(1 / 6, abs=0.02)


def test_few_answers_show_large_changes_only() -> None:
    assert smallest_visible_change(0.8, 18) > 0.25
    assert smallest_visible_change(0.8, 2000) < 0.03


def test_means_and_scores_have_the_widest_interval_that_their_bounds_allow() -> None:
    mean = Quantity(value=Decimal(4), unit=Unit.SCORE)
    low, high = interval(MetricKey.CSAT, mean, 12) or (None, None)
    assert low is not None
    assert high is not None
    assert 3 <= low < 4 < high <= 5
    assert interval(MetricKey.AHT, Quantity(value=Decimal(4), unit=Unit.MINUTES), 12) is None
    assert interval(MetricKey.CSAT, mean, None) is None


def test_a_forecast_needs_two_figures_and_a_range_three() -> None:
    assert forecast([(0.1, 70)]) is None
    assert forecast([(0.1, 70), (0.1, 71)]) is None
    two = forecast([(0.0, 70), (0.5, 75)])
    three = forecast([(0.0, 70), (0.25, 72.4), (0.5, 75)], (Decimal(0), Decimal(80)))
    assert two is not None
    assert two.level == 80
    assert two.low is None
    assert three is not None
    assert three.low is not None
    assert three.low <= three.level <= 80
