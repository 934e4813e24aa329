"""A goal that rests up to a day goes on by itself when that is past."""

from datetime import date

from coach.goal import Goal, GoalState
from coach.ports import UnitOfWork


def awake(uow: UnitOfWork, goal: Goal, today: date) -> Goal:
    """The goal, under way again where the last day of its pause is past.

    Args:
        uow: The transaction.
        goal: The goal.
        today: The day, where the person is that something is due for.
    """
    if goal.state is not GoalState.PAUSED or goal.paused_until is None or today <= goal.paused_until:
        return goal
    update = {"state": GoalState.ACTIVE, "paused_until": None, "version": goal.version + 1}
    goes_on = goal.model_copy(update=update)
    uow.goals.save(goes_on)
    return goes_on
