"""A goal's guard at the check-ins: its figure is taken from the answer, kept, and warned of."""

from coach.goal import ENDED, UNTIL, Goal, GoalState
from coach.guard import GuardFigure
from coach.guard_reading import without_guard_figure
from coach.messages import guards as say
from coach.messages.base import Message, MetricName
from coach.naming import metric_of
from coach.quantity import Quantity
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
    call.say(guard_says(goal, found.limit))
    return goal, rest


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


def guard_says(goal: Goal, level: Quantity) -> Message:
    """Whether the guard holds at a level."""
    assert goal.guard is not None
    if goal.guard.breaks_at(level):
        return say.guard_broken(goal.guard, level)
    return say.GuardNoted(MetricName(goal.guard.metric), level, say.guard_holds(goal.guard))


def guard_question(goal: Goal) -> Message | None:
    """The small print of a check-in that asks for the guard's figure too."""
    if goal.guard is None or goal.guard.limit is None:
        return None
    return say.AskGuardFigure(MetricName(goal.guard.metric), say.guard_holds(goal.guard))
