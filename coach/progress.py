"""Where a goal stands against its plan, where it is heading, and what it takes from here."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from coach.calendar import calendar_in, working_days
from coach.catalogue import METRICS
from coach.earlier_plans import held_on
from coach.errors import Refused
from coach.goal import Goal, GoalState, Measurement, Period, Plan
from coach.metrics import Kind, Polarity
from coach.noise import interval
from coach.own_levels import bounds_of
from coach.quantity import SECONDS_IN, Quantity, Unit, Value
from coach.rounding import plain, rounded
from coach.samples import DAYS_IN
from coach.targets import band, in_metric_unit, kind_in
from coach.trend import Forecast, forecast

CLOSE = Decimal("0.05")
"""Behind by no more than this part of the whole change is easily made up."""
SLIGHT = Decimal("0.1")
FAR = Decimal("0.25")
"""Behind by more than this, with no trend to go by, is off track."""
EARLY = 0.25
"""Before this part of the plan a trend alone alarms nobody, and is not told."""
RUN = 3
"""So many figures in a row behind the plan are no chance, however small the samples."""
_SHOWN_STEP = {Unit.PERCENT: Decimal("0.1"), Unit.SCORE: Decimal("0.1"), Unit.SECONDS: Decimal(1)}
"""How finely people follow a level; what is not listed is told in whole units."""


OVER_A_WEEKEND = 4
"""Days from a Friday's figure to the Tuesday on which it is missed."""


class Status(StrEnum):
    """Where a goal stands."""

    WAITING = "waiting"  # no figure yet
    ON_TRACK = "on_track"
    CLOSE = "close"  # behind the plan, by so little that it is easily made up
    WITHIN_NOISE = "within_noise"  # behind the plan, by no more than chance alone explains
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    ACHIEVED = "achieved"
    MISSED = "missed"
    PAUSED = "paused"
    STALE = "stale"  # the latest figure is too old to tell


class Progress(Value):
    """A goal's standing on a day. Levels are in the goal's unit."""

    status: Status
    today: date
    planned: Quantity | None = None
    """What the plan expects on the day."""
    latest: Quantity | None = None
    measured_on: date | None = None
    gap: Decimal | None = None
    """Latest figure minus what the plan expected when it was measured, with its sign."""
    behind: bool = False
    """Whether the gap is on the wrong side of the plan."""
    noise: tuple[Decimal, Decimal] | None = None
    """95 % interval of the latest figure, where its sample is known."""
    within_noise: bool = False
    """Whether being behind may be chance alone."""
    forecast: Forecast | None = None
    needed_per_week: Decimal | None = None
    """Change a week of five working days that still reaches the target, with its sign."""
    needed_per_working_day: Decimal | None = None


def valid_measurements(goal: Goal, measurements: Sequence[Measurement], today: date) -> list[Measurement]:
    """The figures that count, in order: since the plan's start, up to today, not undone, not corrected.

    Of a goal that was planned anew the last figure before counts too: it is where the new plan starts from.
    Figures in another unit than the goal's are converted where they can be, else left out.
    """
    like = goal.baseline or goal.target
    start = goal.plan.start if goal.plan is not None else goal.start
    corrected = {one.corrects for one in measurements if not one.undone}
    kept: list[Measurement] = []
    for one in sorted(measurements, key=lambda one: (one.measured_on, one.recorded_at)):
        if one.undone or one.id in corrected or not goal.start <= one.measured_on <= today:
            continue
        try:
            value = in_metric_unit(goal.metric, one.value, like, goal.metric_words)
        except Refused:
            continue
        if kept and kept[-1].measured_on < start:
            kept.pop()
        if one.measured_on >= start or goal.history:
            kept.append(one if value is one.value else one.model_copy(update={"value": value}))
    return kept


def all_figures(goal: Goal, measurements: Sequence[Measurement], today: date) -> list[Measurement]:
    """Every figure that counts since the goal began, in order, whatever was planned anew since.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the owner is.
    """
    return valid_measurements(goal.model_copy(update={"plan": None}), measurements, today)


def all_levels(goal: Goal, measurements: Sequence[Measurement], today: date) -> list[Decimal]:
    """The levels of `all_figures`."""
    return [one.value.value for one in all_figures(goal, measurements, today)]


def planned_level(goal: Goal, today: date) -> Quantity | None:
    """The level that the plan expects on the morning of a day; on the deadline, the target.

    Between two week ends it is interpolated by working days. None while the baseline is being measured.
    """
    if goal.target is None or goal.baseline is None:
        return None
    if goal.plan is None:
        return goal.target
    return Quantity(value=plain(_level_on(goal, goal.plan, today)), unit=goal.baseline.unit)


def _level_on(goal: Goal, plan: Plan, today: date) -> Decimal:
    """The level of a plan on the morning of a day, to four decimals."""
    if today >= plan.deadline:
        return round(plan.reaches, 4)
    place = bisect_left(plan.weeks, today, key=lambda week: week.end)
    level = plan.weeks[place - 1].level if place else _plan_start(plan)
    if place < len(plan.weeks) and plan.weeks[place].start <= today:
        level += plan.weeks[place].share * _part_done(goal, plan.weeks[place], today)
    return round(level, 4)


def expected_level(goal: Goal, day: date, known_at: datetime | None = None) -> Quantity | None:
    """The level that the plan of a day had for it, as finely as people follow the metric.

    Args:
        goal: The goal.
        day: The day; where the goal was planned anew since, the plan that held then tells.
        known_at: When the day's figure was told; None: after any change of that day.
    """
    return _told_level(held_on(goal, day, known_at), day)


def _told_level(goal: Goal, day: date) -> Quantity | None:
    """The level of the goal's plan for a day as people read it; a week's end is told as the plan tells it."""
    level = planned_level(goal, day)
    if level is None or goal.plan is None:
        return level if level is None else shown_level(level)
    ends = {round(week.level, 4) for week in goal.plan.weeks}
    return level if level.value in ends and not level.is_duration else shown_level(level)


def shown_level(level: Quantity) -> Quantity:
    """A level that was computed, as finely as people follow the metric."""
    if level.is_duration:
        seconds = rounded(level.converted(Unit.SECONDS).value, Decimal(1))
        return Quantity(value=seconds, unit=Unit.SECONDS).converted(level.unit)
    return Quantity(value=rounded(level.value, _SHOWN_STEP.get(level.unit, Decimal(1))), unit=level.unit)


def shown_share(period: Period, unit: Unit) -> Decimal:
    """What a period brings, between the levels as they are shown: what a reader would subtract."""
    if unit not in SECONDS_IN:
        return period.share
    levels = (period.level, period.level - period.share)
    end, start = (shown_level(Quantity(value=level, unit=unit)).value for level in levels)
    return end - start


def _plan_start(plan: Plan) -> Decimal:
    """The level that the plan starts from: the baseline, or where the goal stood when it was planned anew."""
    return plan.weeks[0].level - plan.weeks[0].share


def _part_done(goal: Goal, week: Period, today: date) -> Decimal:
    """The part of a week's working days that lies before the day."""
    calendar = calendar_in(goal.country, goal.region)
    whole = working_days(week.start, week.end, calendar)
    return (
        Decimal(working_days(week.start, today - timedelta(days=1), calendar)) / whole
        if whole
        else Decimal(0)
    )


def assess(goal: Goal, measurements: Sequence[Measurement], today: date) -> Progress:
    """A goal's standing: its status with the reasons for it, and what it takes from here.

    Off track needs a shortfall that is more than chance and a trend that does not make up for it. A paused
    goal, or one that is closed, keeps its state.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the owner is.
    """
    figures = valid_measurements(goal, measurements, today)
    base = Progress(status=Status.WAITING, today=today, planned=planned_level(goal, today))
    if figures:
        latest = figures[-1]
        base = base.model_copy(update={"latest": latest.value, "measured_on": latest.measured_on})
        base = _measured(goal, figures, base)
        if goal.target is not None and goal.baseline is not None:
            base = base.model_copy(update=_needed(goal, latest, today))
    settled = _SETTLED.get(goal.state)
    return base if settled is None else base.model_copy(update={"status": settled})


_SETTLED = {
    GoalState.PAUSED: Status.PAUSED,
    GoalState.ACHIEVED: Status.ACHIEVED,
    GoalState.MISSED: Status.MISSED,
}


def _measured(goal: Goal, figures: Sequence[Measurement], base: Progress) -> Progress:
    """The standing where there is a figure."""
    latest = figures[-1]
    planned = planned_level(goal, latest.measured_on)
    if planned is None or goal.target is None or goal.baseline is None:
        return base
    gap = latest.value.value - planned.value
    noise = interval(goal.metric, latest.value, latest.sample or usual_sample(goal))
    behind = is_behind(goal, latest)
    chance = behind and noise is not None and noise[0] <= planned.value <= noise[1]
    ahead = _forecast(goal, figures)
    found = base.model_copy(
        update={
            "gap": plain(gap),
            "behind": behind,
            "noise": noise,
            "within_noise": chance,
            "forecast": ahead,
        }
    )
    return found.model_copy(update={"status": _status(goal, figures, found)})


def usual_sample(goal: Goal) -> int | None:
    """How many answers a figure is usually made of, where it was said how many come in."""
    return goal.answers.within(DAYS_IN[goal.check_in.cadence]) if goal.answers is not None else None


def is_behind(goal: Goal, figure: Measurement) -> bool:
    """Whether a figure is on the wrong side of what the plan expected that day."""
    planned = planned_level(goal, figure.measured_on)
    if planned is None:
        return False
    if goal.target is not None and _is_outside_band(goal, figure.value.value):
        return True
    return figure.value.value > planned.value if _falls(goal) else figure.value.value < planned.value


def _falls(goal: Goal) -> bool:
    """Whether the metric is to go down (or, where it is to be kept, not up)."""
    assert goal.target is not None
    if goal.baseline is None or goal.baseline.value == goal.target.value:
        return goal.decrease or METRICS[goal.metric].polarity is Polarity.LOWER
    return goal.target.value < goal.baseline.value


def is_reached(goal: Goal, level: Decimal) -> bool:
    """Whether a level is at the target, or beyond it on the side that is better."""
    assert goal.target is not None
    if _is_outside_band(goal, level):
        return False
    return level <= goal.target.value if _falls(goal) else level >= goal.target.value


def is_beyond(goal: Goal, level: Quantity, other: Quantity) -> bool:
    """Whether a level lies further on the goal's way than another one, both in the goal's unit."""
    return level.value < other.value if _falls(goal) else level.value > other.value


def _is_outside_band(goal: Goal, level: Decimal) -> bool:
    """Whether a level is out on the far side of a band that the target lies in: more is not better there."""
    assert goal.target is not None
    limits = band(goal.metric)
    if limits is None or not limits[0] <= goal.target.value <= limits[1]:
        return False
    return level < limits[0] if _falls(goal) else level > limits[1]


def is_stale(goal: Goal, measured_on: date | None, today: date) -> bool:
    """Whether the latest figure is older than two cadences: it says nothing of today any more."""
    last = measured_on or goal.start
    return (today - last).days > max(2 * DAYS_IN[goal.check_in.cadence], OVER_A_WEEKEND)


def adds_up(goal: Goal) -> bool:
    """Whether the figures are a running total, which never falls: what is reached stays so."""
    assert goal.target is not None
    assert goal.baseline is not None
    counted = kind_in(goal.metric, goal.target.unit) is Kind.COUNT and goal.target.unit is Unit.COUNT
    return counted and goal.baseline.value == 0 and not _falls(goal)


def _status(goal: Goal, figures: Sequence[Measurement], found: Progress) -> Status:
    """The rules, the surest first."""
    kept = goal.plan is None
    over, stale = found.today >= goal.deadline, is_stale(goal, figures[-1].measured_on, found.today)
    lasts = not kept and (not stale or adds_up(goal))
    if is_reached(goal, figures[-1].value.value) and (over or lasts):
        return Status.ACHIEVED
    if found.today > goal.deadline:
        return Status.MISSED
    if stale:
        return Status.STALE
    if found.within_noise:
        row = figures[-RUN:]
        lasting = len(row) == RUN and all(is_behind(goal, one) for one in row)
        return Status.AT_RISK if lasting else Status.WITHIN_NOISE
    return _against_plan(goal, figures[-1].value, found, plan_part(goal, figures[-1].measured_on))


def _against_plan(goal: Goal, level: Quantity, found: Progress, part: float) -> Status:
    """The standing of a figure that chance does not explain; `part` of the plan lies behind it."""
    short, misses = _shortfall(goal, found), misses_at_best(goal, found.forecast)
    if not found.behind or level == _expected_then(goal, found):
        return Status.ON_TRACK  # what lies on the plan or beyond it is never told as a risk
    if short <= CLOSE:
        if part >= EARLY and misses:
            return Status.AT_RISK
        return Status.CLOSE
    if found.forecast is None or found.forecast.low is None:
        return Status.OFF_TRACK if short > FAR else Status.AT_RISK
    return Status.OFF_TRACK if short > SLIGHT and misses else Status.AT_RISK


def _expected_then(goal: Goal, found: Progress) -> Quantity | None:
    """What people read that the plan had: a figure that equals it is no shortfall to them."""
    return _told_level(goal, found.measured_on or found.today)


def _shortfall(goal: Goal, found: Progress) -> Decimal:
    """How far behind, as a part of the whole change (of the level, where it is to be kept)."""
    assert goal.target is not None
    assert goal.baseline is not None
    if not found.behind or found.gap is None:
        return Decimal(0)
    whole = abs(goal.target.value - goal.baseline.value) or abs(goal.target.value) or Decimal(1)
    return abs(found.gap) / whole


def misses_at_best(goal: Goal, ahead: Forecast | None) -> bool:
    """Whether even the better end of the forecast's range stays short of the target."""
    if ahead is None or ahead.low is None or ahead.high is None:
        return False
    return not is_reached(goal, ahead.low if _falls(goal) else ahead.high)


def plan_part(goal: Goal, day: date) -> float:
    """The part of the plan that lies behind a day: by planned progress, else by the calendar."""
    if goal.plan is not None and goal.baseline is not None and goal.target is not None:
        start = _plan_start(goal.plan)
        whole = goal.plan.reaches - start
        if whole:
            return float((_level_on(goal, goal.plan, day) - start) / whole)
    length = (goal.deadline - goal.start).days or 1
    return (day - goal.start).days / length


def _forecast(goal: Goal, figures: Sequence[Measurement]) -> Forecast | None:
    """The trend of the figures; the first ones lean on the baseline and have no range yet."""
    assert goal.baseline is not None
    points = [(plan_part(goal, one.measured_on), float(one.value.value)) for one in figures]
    bounds = bounds_of(goal.metric, goal.baseline.unit, goal.own_metric)
    if len(points) >= RUN or goal.plan is None:
        return forecast(points, bounds)
    ahead = forecast([(0.0, float(_plan_start(goal.plan))), *points], bounds)
    return ahead and ahead.model_copy(update={"low": None, "high": None, "spread": None})


def _needed(goal: Goal, latest: Measurement, today: date) -> dict[str, Decimal | None]:
    """What it takes a working day from today (included), and a week, to the deadline.

    A week's is told from the day of the figure where that is of this week: the same in every message of it.
    """
    assert goal.target is not None
    calendar = calendar_in(goal.country, goal.region)
    left = working_days(today, goal.deadline, calendar)
    if is_reached(goal, latest.value.value) or left == 0:
        return {}
    rest = goal.target.value - latest.value.value
    of_this_week = latest.measured_on >= today - timedelta(days=today.weekday())
    weekly = working_days(latest.measured_on, goal.deadline, calendar) if of_this_week else left
    return {
        "needed_per_working_day": _enough(rest / left),
        "needed_per_week": _enough(rest / weekly * 5 if weekly > 5 else rest),
    }


def _enough(step: Decimal) -> Decimal:
    """A step rounded away from zero to two digits, so that it is enough; whole from ten on."""
    place = Decimal(10) ** min(step.adjusted() - 1, 0)
    size = (abs(step) / place).to_integral_value(ROUND_CEILING) * place
    return plain(size if step > 0 else -size)
