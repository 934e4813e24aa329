"""A goal's guard at the check-ins: its figure is taken from the answer, kept, and warned of."""

from coach.broken_guard import gained
from coach.errors import Refused
from coach.goal import ENDED, UNTIL, Goal, GoalState
from coach.guard import GuardFigure
from coach.guard_reading import without_guard_figure
from coach.language.check_in import read_check_in
from coach.messages import guards as say
from coach.messages.base import Message, MetricName
from coach.naming import metric_of
from coach.progress import valid_measurements
from coach.quantity import Quantity
from coach.targets import in_metric_unit
from coach.usecases.call import Call


def hear_guard(call: Call, goal: Goal, text: str) -> tuple[Goal, str]:
    """Take the guard's figure out of an answer ("5 min 40, CSAT 78 %") and say what it means.

    Returns:
        The goal with that figure, and what is left of the answer: nothing where that was all.
    """
    if goal.guard is None or goal.guard.limit is None:
        return goal, text
    found, rest = without_guard_figure(text, call.person.language, goal.guard)
    if found is None or found.limit is None:
        return goal, text
    goal = _with_guard_figure(call, goal, found.limit)
    call.say(guard_says(goal, found.limit, gained=_has_gained(call, goal, rest)))
    return goal, rest


def _has_gained(call: Call, goal: Goal, rest: str) -> bool:
    """Whether the goal's own figure got better: the one told beside the guard's, else the latest one."""
    figures = valid_measurements(goal, call.uow.measurements.of_goal(call.workspace, goal.id), call.today)
    levels = [one.value for one in figures]
    if goal.target is not None and rest:
        unit = goal.target.unit
        read = read_check_in(
            rest, language=call.person.language, today=call.today, metric=goal.metric, unit=unit
        )
        if read.level is not None:
            try:
                levels.append(in_metric_unit(goal.metric, read.level, goal.baseline, goal.metric_words))
            except Refused:
                return False  # what it is will be said of the figure itself
    return gained(goal, levels)


def _with_guard_figure(call: Call, goal: Goal, level: Quantity) -> Goal:
    """Keep a figure of the goal's guard."""
    figure = GuardFigure(value=level, measured_on=call.today, author=call.user)
    kept = goal.model_copy(
        update={"guard_figures": (*goal.guard_figures, figure), "version": goal.version + 1}
    )
    call.uow.goals.save(kept)
    return kept


def feed_guards(call: Call, goal: Goal, value: Quantity) -> list[Message]:
    """A goal's figure is also that of the owner's other goals whose guard it is: one figure, one truth.

    Returns:
        A warning for each guard that does not hold.
    """
    warnings: list[Message] = []
    for other in call.uow.goals.of_person(call.workspace, call.user):
        guard = other.guard
        if other.owner != call.user or not _counts(call, other) or other.id == goal.id:
            continue
        same = guard is not None and guard.limit is not None and guard.metric is goal.metric
        if not same or guard is None or guard.limit is None or guard.limit.unit is not value.unit:
            continue
        _with_guard_figure(call, other, value)
        if guard.breaks_at(value) and other.state in ENDED:
            name = MetricName(guard.metric)
            warnings.append(say.GuardWasBroken(guard.side, name, value, guard.limit, call.today))
        elif guard.breaks_at(value):
            warnings.append(say.GuardOfAnotherBroken(metric_of(other), say.guard_holds(guard)))
    return warnings


def _counts(call: Call, goal: Goal) -> bool:
    """Whether a guard's figure still says something of a goal: it is under way, or has just ended."""
    over = goal.state in {GoalState.ACHIEVED, GoalState.MISSED}
    return goal.state is GoalState.ACTIVE or (over and call.today <= goal.deadline + UNTIL)


def names_guard(call: Call, goal: Goal, text: str) -> bool:
    """Whether an answer tells the guard's figure."""
    if goal.guard is None or goal.guard.limit is None:
        return False
    return without_guard_figure(text, call.person.language, goal.guard)[0] is not None


def guard_says(goal: Goal, level: Quantity, *, gained: bool) -> Message:
    """Whether the guard holds at a level; `gained`: whether the goal's own figure got better."""
    assert goal.guard is not None
    if goal.guard.breaks_at(level):
        return say.guard_broken(goal.guard, level, gained=gained)
    return say.GuardNoted(MetricName(goal.guard.metric), level, say.guard_holds(goal.guard))


def guard_question(goal: Goal) -> Message | None:
    """The small print of a check-in that asks for the guard's figure too."""
    if goal.guard is None or goal.guard.limit is None:
        return None
    return say.AskGuardFigure(MetricName(goal.guard.metric), say.guard_holds(goal.guard))
