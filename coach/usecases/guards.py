"""A goal's guard at the check-ins: its figure is taken from the answer, kept, and warned of."""

from coach.goal import Goal
from coach.guard import GuardFigure
from coach.guard_reading import without_guard_figure
from coach.messages import guards as say
from coach.messages.base import Message, MetricName
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
    goal = goal.model_copy(
        update={
            "guard_figures": (
                *goal.guard_figures,
                GuardFigure(value=found.limit, measured_on=call.today, author=call.user),
            ),
            "version": goal.version + 1,
        }
    )
    call.uow.goals.save(goal)
    call.say(guard_says(goal, found.limit))
    return goal, rest


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
