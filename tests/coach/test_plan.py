"""Plans add up, whatever the metric, the dates and the people."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coach.calendar import Absence, WorkingCalendar, presence
from coach.catalogue import METRICS
from coach.errors import Refused
from coach.goal import Path, Plan
from coach.language.reading import Direction
from coach.messages import figures, planning
from coach.messages.base import Message
from coach.metrics import Kind, MetricKey, Polarity
from coach.plan import PlanRequest, make_plan, plan_notes, split_share
from coach.quantity import Unit
from coach.rounding import largest_remainder, plain, rounded
from coach.targets import COUNTED, bounds_in, kind_in

COUNTRIES = [None, ("FR", None), ("FR", "57"), ("CA", "QC"), ("US", None), ("GB", "SCT")]


@st.composite
def requests(draw: st.DrawFn) -> PlanRequest:
    """Anything that a team could ask to have planned."""
    key = draw(st.sampled_from(MetricKey))
    metric = METRICS[key]
    unit = draw(st.sampled_from(sorted(COUNTED))) if metric.kind is Kind.COUNT else metric.unit
    lowest, highest = bounds_in(key, unit)
    places = 0 if metric.kind is Kind.COUNT else draw(st.integers(0, 2))
    level = st.decimals(
        min_value=lowest if lowest is not None else -1000,
        max_value=highest if highest is not None else 100_000,
        places=places,
    )
    one, other = draw(level), draw(level)
    assume(one != other)
    low, high = min(one, other), max(one, other)
    rises = metric.polarity is Polarity.HIGHER or (key is MetricKey.OTHER and draw(st.booleans()))
    if metric.polarity is Polarity.BAND:
        low, high, rises = Decimal(draw(st.integers(0, 74))), Decimal(draw(st.integers(75, 85))), True
    start = draw(st.dates(date(2025, 1, 1), date(2028, 12, 31)))
    deadline = start + timedelta(days=draw(st.integers(0, 420)))
    path = draw(st.sampled_from([None, Path.STEADY, Path.RAMP, Path.COMPOUNDING]))
    assume(path is not Path.COMPOUNDING or low > 0)
    contributors = draw(st.integers(1, 6))
    country = draw(st.sampled_from(COUNTRIES))
    absences = draw(
        st.lists(
            st.builds(
                lambda day, length, person: Absence(
                    start=day, end=day + timedelta(days=length), person=person
                ),
                st.dates(start, deadline),
                st.integers(0, 30),
                st.sampled_from([None, "U1", "U2"]),
            ),
            max_size=3,
        )
    )
    return PlanRequest(
        metric=key,
        unit=unit,
        baseline=low if rises else high,
        target=high if rises else low,
        start=start,
        deadline=deadline,
        path=path,
        contributors=contributors,
        calendar=WorkingCalendar(
            country=country[0] if country else None,
            region=country[1] if country else None,
            absences=tuple(absences),
        ),
    )


def plan_or_nothing(request: PlanRequest) -> Plan:
    try:
        return make_plan(request)
    except Refused as refused:
        assert isinstance(refused.says, planning.PlanWithoutWorkingDay)  # noqa: PT017 - the one way out
        assume(False)
        raise


@settings(max_examples=150, deadline=None)
@given(requests())
def test_any_plan_adds_up_and_keeps_to_its_way(request_: PlanRequest) -> None:
    plan = plan_or_nothing(request_)
    assert request_.target is not None
    change = request_.target - request_.baseline
    lowest, highest = bounds_in(request_.metric, request_.unit)
    for periods in (plan.months, plan.weeks):
        assert periods[0].start == request_.start
        assert periods[-1].end == request_.deadline
        assert periods[-1].level == request_.target == plan.reaches
        assert sum(period.share for period in periods) == change
        level = request_.baseline
        for period in periods:
            assert period.level == level + period.share
            assert period.share * change >= 0
            assert period.share == 0 or period.working_days > 0
            assert lowest is None or period.level >= lowest
            assert highest is None or period.level <= highest
            level = period.level
        assert all(after.start == before.end + timedelta(days=1) for before, after in pairwise(periods))
    if kind_in(request_.metric, request_.unit) is Kind.COUNT:
        assert all(period.share == int(period.share) for period in (*plan.months, *plan.weeks))


@settings(max_examples=60, deadline=None)
@given(requests())
def test_weeks_that_end_with_a_month_stand_where_the_month_stands(request_: PlanRequest) -> None:
    plan = plan_or_nothing(request_)
    month_levels = {month.end: month.level for month in plan.months}
    assert all(month_levels.get(week.end, week.level) == week.level for week in plan.weeks)


@settings(max_examples=60, deadline=None)
@given(requests())
def test_every_month_and_week_counts_its_own_working_days(request_: PlanRequest) -> None:
    made = plan_or_nothing(request_)
    for period in (*made.months, *made.weeks):
        its_days = (period.start + timedelta(days=n) for n in range((period.end - period.start).days + 1))
        worked = [day for day in its_days if presence(day, request_.calendar, request_.contributors) > 0]
        assert period.working_days == len(worked)


@given(requests())
def test_every_plan_has_something_to_say(request_: PlanRequest) -> None:
    assert plan_notes(request_, plan_or_nothing(request_))


QUARTER = PlanRequest(
    metric=MetricKey.APPOINTMENTS,
    unit=Unit.COUNT,
    baseline=Decimal(0),
    target=Decimal(120),
    start=date(2027, 1, 4),
    deadline=date(2027, 3, 28),
)


def asked(**changes: object) -> PlanRequest:
    return PlanRequest(**{**QUARTER.model_dump(), **changes})


def test_equal_weeks_get_equal_shares() -> None:
    assert [week.share for week in make_plan(QUARTER).weeks] == [10] * 12


def test_a_week_cut_by_holidays_carries_less_and_a_closed_one_nothing() -> None:
    closed = Absence(start=date(2027, 2, 8), end=date(2027, 2, 14))
    half = Absence(start=date(2027, 2, 15), end=date(2027, 2, 21), person="U1")
    request = asked(contributors=2, calendar=WorkingCalendar(absences=(closed, half)))
    plan = make_plan(request)
    assert plan.weeks[5].share == 0
    assert plan.weeks[6].share == 6
    assert planning.WeeksWithoutWork(1) in plan_notes(request, plan)


def test_a_ramp_asks_for_less_in_the_first_half() -> None:
    plan = make_plan(asked(path=Path.RAMP))
    assert 40 < sum(week.share for week in plan.weeks[:6]) < 50


def test_what_can_be_learnt_starts_gently_and_the_rest_steadily() -> None:
    csat = asked(metric=MetricKey.CSAT, unit=Unit.PERCENT, baseline=Decimal(60), target=Decimal(75))
    assert make_plan(csat).path is Path.RAMP
    assert make_plan(QUARTER).path is Path.STEADY


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"deadline": date(2027, 1, 3)}, planning.PlanDeadlinePast),
        ({"deadline": date(2040, 1, 3)}, planning.PlanTooLong),
        ({"start": date(2027, 1, 9), "deadline": date(2027, 1, 10)}, planning.PlanWithoutWorkingDay),
        ({"target": Decimal(0)}, figures.TargetEqualsBaseline),
        ({"target": Decimal(-5)}, figures.LevelTooLow),
        ({"target": None}, planning.PlanNeedsTarget),
        ({"target": Decimal("1E+30")}, planning.FigureBeyondPlanning),
        ({"path": Path.COMPOUNDING}, planning.CompoundingFromZero),
        ({"rate": Decimal("0.05")}, planning.CompoundingFromZero),
        ({"baseline": Decimal(5), "rate": Decimal(0)}, planning.CompoundingFromZero),
        ({"baseline": Decimal(5), "rate": Decimal(-1)}, planning.RateImpossible),
        ({"metric": MetricKey.AHT, "unit": Unit.MINUTES}, figures.TargetRunsUp),
        ({"direction": Direction.DECREASE}, figures.TargetAboveWish),
        (
            {"metric": MetricKey.CSAT, "unit": Unit.PERCENT, "baseline": 90, "target": 95, "rate": "0.1"},
            figures.LevelTooHigh,
        ),
    ],
)
def test_what_cannot_be_planned_is_refused_with_a_reason(
    changes: dict[str, object], says: type[Message]
) -> None:
    with pytest.raises(Refused) as refused:
        make_plan(asked(**changes))
    assert isinstance(refused.value.says, says)


def test_a_rate_that_goes_beyond_the_target_says_what_would_do() -> None:
    request = asked(
        baseline=Decimal(1000),
        target=Decimal(1100),
        rate=Decimal("0.1"),
        start=date(2027, 1, 1),
        deadline=date(2027, 3, 31),
    )
    plan = make_plan(request)
    note = plan_notes(request, plan)[0]
    assert plan.reaches == 1331
    assert isinstance(note, planning.RateGoesBeyond)
    assert note.needed.quantity.value == Decimal("3.2")


def test_a_rate_takes_the_targets_direction() -> None:
    plan = make_plan(
        asked(
            metric=MetricKey.CONTACT_VOLUME,
            baseline=Decimal(1000),
            target=Decimal(500),
            rate=Decimal("0.05"),
        )
    )
    assert plan.reaches < 1000


def test_parts_of_a_share_add_up_to_it() -> None:
    assert split_share(Decimal(10), [Decimal(1)] * 3) == tuple(map(Decimal, (4, 3, 3)))
    by_hours = split_share(Decimal(-10), [Decimal(35), Decimal(35), Decimal(20)])
    assert by_hours == tuple(map(Decimal, (-4, -4, -2)))
    assert sum(split_share(Decimal("1.7"), [Decimal(1)] * 3, whole=False)) == Decimal("1.7")


@given(
    total=st.decimals(-10_000, 10_000, places=2),
    weights=st.lists(st.integers(0, 100).map(Decimal), min_size=1, max_size=30),
    step=st.sampled_from([Decimal(1), Decimal("0.1"), Decimal("0.25")]),
)
def test_the_largest_remainder_gives_out_everything_and_nothing_to_no_weight(
    total: Decimal, weights: list[Decimal], step: Decimal
) -> None:
    assume(any(weights))
    parts = largest_remainder(total, weights, step)
    assert sum(parts) == total
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)
    assert all(part * total >= 0 for part in parts)


def test_nothing_can_be_split_by_no_weight() -> None:
    with pytest.raises(ValueError, match="nothing to split by"):
        largest_remainder(Decimal(1), [Decimal(0)], Decimal(1))


def test_figures_are_told_without_stray_digits() -> None:
    assert [str(plain(Decimal(text))) for text in ("75.00", "1E+2", "4.50")] == ["75", "100", "4.5"]
    assert str(rounded(Decimal("2.25"), Decimal("0.1"))) == "2.3"


def test_a_rate_that_moves_once_in_a_month_says_nothing_of_a_day() -> None:
    request = PlanRequest(
        metric=MetricKey.APPOINTMENTS,
        unit=Unit.PER_MONTH,
        baseline=Decimal(120),
        target=Decimal(150),
        start=date(2026, 11, 30),
        deadline=date(2027, 6, 30),
    )
    told = plan_notes(request, make_plan(request))
    assert not any(isinstance(one, planning.OneMoreEvery) for one in told)
