"""A goal as it stood before it was planned anew: what was said of a day then is what is said of it now."""

from datetime import date, datetime

from coach.goal import Goal, Revision


def earlier_plans(goal: Goal) -> list[tuple[Goal, Revision]]:
    """The goal under each plan that was made anew since, oldest first, with the change that ended it."""
    return [
        (_before(goal, number), revision)
        for number, revision in enumerate(goal.history)
        if revision.plan is not None
    ]


def held_on(goal: Goal, day: date, known_at: datetime | None = None) -> Goal:
    """The goal under the plan that held on a day.

    Args:
        goal: The goal as it stands.
        day: The day.
        known_at: When the day's figure was told: on the day of a change, what was told before it is of the
            old plan. None: after it.
    """
    earlier = earlier_plans(goal)
    begins = [stood.plan.start for stood, _ in earlier[1:] if stood.plan is not None]
    begins += [goal.plan.start] if goal.plan is not None else []
    for (stood, revision), start in zip(earlier, begins, strict=False):
        before = known_at is not None and known_at < revision.at
        if day < start or (day == start and before):
            return stood
    return goal


def as_of(goal: Goal, at: datetime) -> Goal:
    """The goal's plan, target and deadline as they were at an instant."""
    ended = next(((stood, one) for stood, one in earlier_plans(goal) if one.at > at), None)
    return ended[0] if ended is not None else goal


def planned_anew_on(goal: Goal, measured_on: date, known_at: datetime | None = None) -> date | None:
    """The first day of the goal's plan, where that was made anew after a figure; else None.

    Args:
        goal: The goal.
        measured_on: The day of its latest figure.
        known_at: When the figure was told.
    """
    if goal.plan is None or held_on(goal, measured_on, known_at) is goal:
        return None
    return goal.plan.start


def _before(goal: Goal, number: int) -> Goal:
    """The goal as it stood before a change of its history."""
    revision = goal.history[number]
    return goal.model_copy(
        update={
            "plan": revision.plan,
            "target": revision.before.target,
            "deadline": revision.before.deadline,
            "history": goal.history[:number],
        }
    )
