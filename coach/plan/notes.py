"""What a plan has to say for itself: why it runs so, where it really leads, and what to do first."""

from datetime import timedelta
from decimal import Decimal

from coach.calendar import WORKDAYS, days
from coach.goal import Path, Period, Plan
from coach.messages.base import Change, Message
from coach.messages.planning import (
    DailyFewer,
    DailyFewerAbout,
    DailyMore,
    DailyMoreAbout,
    FirstMonth,
    FirstWeek,
    OneFewerEvery,
    OneMoreEvery,
    PathCompounding,
    PathRamp,
    PathSteady,
    PathSteadyShort,
    RateFallsShort,
    RateGoesBeyond,
    RateReaches,
    ShortWeeks,
    WeeksWithoutWork,
)
from coach.plan.backwards import PlanRequest, daily_step, needed_rate, step_of
from coach.plan.paths import PRACTICE, RAMP_DAYS, Stretch, month_lengths, stretch
from coach.quantity import Quantity, Unit
from coach.rounding import rounded

_FORTNIGHT = timedelta(days=14)
"""A month end nearer than this to the start or the deadline says nothing more than the weeks do."""
_TENTH = Decimal("0.1")
_ONE_EVERY_BELOW = Decimal("0.7")
"""Below this many a day, "one every so many days" reads better."""
_RAREST = 10
"""One in more working days than this says nothing of a day."""


def plan_notes(request: PlanRequest, plan: Plan) -> tuple[Message, ...]:
    """What to say beside the plan's own tables: its path and honest end, a day of it, short weeks."""
    daily = daily_note(request, _first_worked(plan.weeks))
    said = (daily,) if daily is not None else ()
    return (path_note(request, plan), *said, *plan_warnings(request, plan))


def path_note(request: PlanRequest, plan: Plan) -> Message:
    """Why the plan runs as it does; where a rate was wished, where it really ends.

    Five percent less a month over twelve months are 46 % less (0.95 ** 12), not 60 %, and not 50 %.
    """
    if plan.path is Path.STEADY:
        short = (plan.deadline - plan.start).days + 1 < RAMP_DAYS
        learns = request.path is None and request.metric in PRACTICE
        return PathSteadyShort() if short and learns else PathSteady()
    if plan.path is Path.RAMP or plan.rate is None:
        return PathRamp()
    way = stretch(plan.start, plan.deadline, request.calendar, request.contributors)
    return _rate_note(request, plan, plan.rate, way)


def _rate_note(request: PlanRequest, plan: Plan, rate: Decimal, way: Stretch) -> Message:
    months = max(int(rounded(sum(month_lengths(way), Decimal(0)), Decimal(1))), 1)
    if request.rate is None:
        return PathCompounding(months, _percent(rate), _percent(plan.reaches / request.baseline - 1))
    told, reached = _percent(rate), _percent(plan.reaches / request.baseline - 1)
    target = request.target
    reaches_it = target is None or abs(plan.reaches - target) <= step_of(request, plan.reaches, way)
    if target is None or target <= 0 or reaches_it:
        return RateReaches(months, told, reached)
    wished = _percent(target / request.baseline - 1)
    short = abs(plan.reaches - request.baseline) < abs(target - request.baseline)
    kind = RateFallsShort if short else RateGoesBeyond
    return kind(months, told, reached, wished, needed=_percent(needed_rate(request, way)))


def _percent(share: Decimal) -> Change:
    """A share as a signed percentage, to one decimal."""
    return Change(Quantity(value=rounded(share * 100, _TENTH), unit=Unit.PERCENT))


def first_steps(request: PlanRequest, plan: Plan) -> tuple[Message, ...]:
    """A large goal told as a short one, where no table is shown: the first month, the first week, a day."""
    notes: list[Message] = []
    earliest, latest = plan.start + _FORTNIGHT, plan.deadline - _FORTNIGHT
    ahead = [month for month in plan.months if earliest <= month.end <= latest]
    if ahead:
        notes.append(FirstMonth(ahead[0].end, request.quantity(ahead[0].level)))
    week = _first_worked(plan.weeks)
    if week.end < plan.deadline:
        notes.append(FirstWeek(week.end, request.quantity(week.level)))
    daily = daily_note(request, week)
    return (*notes, daily) if daily is not None else tuple(notes)


def _first_worked(periods: tuple[Period, ...]) -> Period:
    """The first period in which somebody works and something moves, else the last."""
    return next((one for one in periods if one.working_days and one.share), periods[-1])


def daily_note(request: PlanRequest, period: Period) -> Message | None:
    """What a period asks for each day, in words: "one more a day"; None where a day says nothing."""
    step = daily_step(request, period)
    if not step:
        return None
    size, more = abs(step), step > 0
    if size < _ONE_EVERY_BELOW:
        every = int(rounded(1 / size, Decimal(1)))
        if every > _RAREST:
            return None
        return OneMoreEvery(every) if more else OneFewerEvery(every)
    told = rounded(size, _TENTH)
    if told == told.to_integral_value():
        return DailyMore(int(told)) if more else DailyFewer(int(told))
    return DailyMoreAbout(told) if more else DailyFewerAbout(told)


def plan_warnings(request: PlanRequest, plan: Plan) -> tuple[Message, ...]:
    """What makes weeks lighter than they look, and a rate that misses the target."""
    notes: list[Message] = []
    empty = sum(_is_workable(week, request) and not week.working_days for week in plan.weeks)
    if empty:
        notes.append(WeeksWithoutWork(empty))
    usual = len(request.calendar.weekdays & WORKDAYS)
    full = (week for week in plan.weeks if (week.end - week.start).days == 6)
    short = sum(0 < week.working_days < usual for week in full)
    if short:
        notes.append(ShortWeeks(short))
    return tuple(notes)


def _is_workable(week: Period, request: PlanRequest) -> bool:
    """Whether the week has a day that would be worked, were nobody away."""
    return any(day.weekday() in request.calendar.weekdays for day in days(week.start, week.end))
