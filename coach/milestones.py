"""Milestones on the way that are worth celebrating: the month ends of the plan, each once."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from coach.earlier_plans import earlier_plans
from coach.goal import Goal, Measurement, Period, Plan
from coach.noise import interval
from coach.progress import all_figures, is_beyond, is_reached, usual_sample, valid_measurements
from coach.quantity import Quantity
from coach.rounding import plain

SHORTEST = 5
"""Working days below which a month has hardly begun when it ends."""


NEAR = timedelta(days=3)
"""A Friday's figure is that of a month which ends on the Sunday."""


def stages(plan: Plan) -> tuple[Period, ...]:
    """The months of a plan, as stages; one that changes nothing, or has hardly begun, joins the next."""
    found: list[Period] = []
    start, days, share = plan.start, 0, Decimal(0)
    for month in plan.months:
        days, share = days + month.working_days, plain(share + month.share)
        if month is not plan.months[-1] and (not share or days < SHORTEST):
            continue
        found.append(month.model_copy(update={"start": start, "working_days": days, "share": share}))
        start, days, share = month.end + timedelta(days=1), 0, Decimal(0)
    return tuple(found)


def first_stage(plan: Plan) -> Period:
    """What a goal that begins is to reach first: a month's end, else a week's that changes something."""
    months = stages(plan)
    if len(months) > 1:
        return months[0]
    weeks = (week for week in plan.weeks if week.share and week.working_days >= SHORTEST)
    return next(weeks, plan.weeks[-1])


def milestones(goal: Goal) -> tuple[Period, ...]:
    """The stages on the way; the last one of the plan is the target itself, and none of them."""
    return stages(goal.plan)[:-1] if goal.plan is not None else ()


def was_reached(goal: Goal, figures: Sequence[Measurement]) -> bool:
    """Whether one of these figures, in the goal's unit, was at the target already: it is celebrated once."""
    if goal.plan is None or goal.baseline is None or goal.target is None:
        return False
    return any(is_reached(goal, one.value.value) for one in figures)


def best_past_target(goal: Goal, measurements: Sequence[Measurement], today: date) -> Measurement | None:
    """The best figure that reached the target, where the latest one does not; the first of equals.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the owner is.
    """
    if goal.target is None or goal.baseline is None or goal.plan is None:
        return None
    figures = all_figures(goal, measurements, today)
    if not figures or is_reached(goal, figures[-1].value.value):
        return None
    there = [one for one in figures if is_reached(goal, one.value.value)]
    best: Measurement | None = None
    for one in there:
        if best is None or is_beyond(goal, one.value, best.value):
            best = one
    return best


def reached(goal: Goal, measurements: Sequence[Measurement], today: date) -> int:
    """How many of the milestones, in their order, a figure has reached; it stays so when figures fall.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the owner is.
    """
    figures = valid_measurements(goal, measurements, today)
    levels = [_borne_out(goal, now, before) for before, now in pairwise([None, *figures]) if now is not None]
    known = [level for level in levels if level is not None]
    if not known:
        return 0
    best = min(known) if _falls(goal) else max(known)
    count = 0
    for stage in milestones(goal):
        if not _is_there(goal, best, stage.level):
            break
        count += 1
    return count


def held(goal: Goal, level: Quantity) -> int:
    """How many of the milestones, in their order, a figure holds."""
    count = 0
    for stage in milestones(goal):
        if not _is_there(goal, level.value, stage.level):
            break
        count += 1
    return count


def on_the_way(goal: Goal, measurements: Sequence[Measurement], today: date) -> tuple[int, int]:
    """How many milestones were reached, and how many there were until now, over every plan that it had.

    One whose day is still to come counts where it was reached ahead of it; what an earlier plan's figures
    reached was celebrated, and stays so when the rest is planned anew.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the owner is.
    """
    told: dict[date, bool] = {}
    before = ((one, revision.at.date()) for one, revision in earlier_plans(goal))
    for one, until in (*before, (goal, min(today, goal.deadline))):
        figures = valid_measurements(one, measurements, until)
        count = reached(one, measurements, until)
        if one is goal and figures:
            count = max(count, held(one, figures[-1].value))
        for number, stage in enumerate(milestones(one)):
            if number < count:
                told[stage.end] = True
            elif stage.end <= until:
                told.setdefault(stage.end, False)
    return sum(told.values()), len(told)


def stage_missed(goal: Goal, measurements: Sequence[Measurement], today: date) -> Period | None:
    """The last milestone whose day is past, where no figure has reached it; None where one has.

    Args:
        goal: The goal.
        measurements: All of its measurements.
        today: The day, where the owner is.
    """
    past = [stage for stage in milestones(goal) if stage.end < today]
    figures = valid_measurements(goal, measurements, today)
    best = max(reached(goal, measurements, today), held(goal, figures[-1].value) if figures else 0)
    return past[-1] if len(past) > best else None


def tells_of(stage: Period, measured_on: date) -> bool:
    """Whether a figure of a day tells how a stage ended: the last ones before its day do too."""
    return measured_on > stage.end - NEAR


def _borne_out(goal: Goal, now: Measurement, before: Measurement | None) -> Decimal | None:
    """The level that a figure stands for: one of a survey only counts as far as the one before bears it out.

    One lucky week is no more a milestone than one unlucky week is a failure.
    """
    if interval(goal.metric, now.value, now.sample or usual_sample(goal)) is None:
        return now.value.value
    if before is None:
        return None
    worse = max if _falls(goal) else min
    return worse(now.value.value, before.value.value)


def coming_stage(goal: Goal, today: date, latest: Quantity | None) -> Period | None:
    """The next week's end of the plan that lies ahead and is not reached yet."""
    if goal.plan is None:
        return None
    ahead = (week for week in goal.plan.weeks if week.end > today)
    return next(
        (week for week in ahead if latest is None or not _is_there(goal, latest.value, week.level)), None
    )


def _falls(goal: Goal) -> bool:
    if goal.plan is None or goal.baseline is None:
        return goal.decrease
    return goal.plan.reaches < goal.plan.weeks[0].level - goal.plan.weeks[0].share


def _is_there(goal: Goal, best: Decimal, level: Decimal) -> bool:
    return best <= level if _falls(goal) else best >= level
