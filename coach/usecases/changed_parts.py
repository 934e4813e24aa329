"""Whose part of a plan changes because somebody is there on other days: they read it once, without names."""

from decimal import Decimal

from coach.messages import sharing as say
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.sharing import parts_of_goal, told, told_part
from coach.usecases.absences import absences_for
from coach.usecases.call import Call

Parts = dict[str, dict[str, Decimal]]
"""What each person brings in all, by user id, by the goal's id."""


def parts_now(call: Call) -> Parts:
    """The parts of the goals under way that the person takes part in, as they stand."""
    return {
        goal.id: {one.person: one.total for one in parts_of_goal(goal, absences_for(call.uow, goal))}
        for goal in call.uow.goals.active(call.workspace)
        if call.user in goal.contributors
    }


def tell_changed_parts(call: Call, before: Parts) -> None:
    """Tell everybody whose part is another one now; why, but not who is away.

    Args:
        call: Whose days have changed.
        before: The parts as they stood (`parts_now`).
    """
    for goal_id, now in parts_now(call).items():
        goal = call.uow.goals.get(call.workspace, goal_id)
        if goal is None or goal.target is None:
            continue
        unit, whole = goal.target.unit, told(sum(now.values(), Decimal(0)), goal.target.unit)
        for user, total in now.items():
            was = before.get(goal_id, {}).get(user, total)
            if was == total or user not in goal.contributors:
                continue
            changed = say.PartChanged(metric_of(goal), told_part(was, unit), told_part(total, unit), whole)
            if user == call.user:
                call.say(changed)
            else:
                key = f"part:{goal_id}:{user}:{call.event}"
                call.say(changed, to=user, language=call.language_of(user), lane=Lane.NUDGE, key=key)
