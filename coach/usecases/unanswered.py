"""Who has not answered, asked by whoever leads the goals: for them alone, in the words of the overview."""

from collections.abc import Sequence

from coach.following import CheckIn, CheckInState
from coach.goal import Goal, GoalState
from coach.messages import home
from coach.messages import unanswered as say
from coach.messages.base import Person
from coach.naming import metric_of
from coach.roles import Deed, may
from coach.speech import Line, Part, Speech, Style
from coach.usecases.call import Call
from coach.usecases.goal_lines import CURRENT, NAMED, silent_of

SHOWN = 8
"""Goals that one message lists."""


def tell_unanswered(call: Call, chosen: Sequence[Goal]) -> None:
    """Say who has not answered, goal by goal; that everybody has, where nobody is left.

    Args:
        call: Who asks.
        chosen: The goals that they name; empty: all that they lead.
    """
    goals = chosen or call.uow.goals.of_person(call.workspace, call.user)
    running = [goal for goal in goals if goal.state is GoalState.ACTIVE]
    led = [goal for goal in running if may(call.user, Deed.SEE_ANSWERS, goal)]
    if not led:
        call.say(say.OnlyLeadsSeeAnswers() if running else say.NobodyIsAsked())
        return
    asked = {goal.id: _asked_of(call, goal) for goal in led}
    parts = [part for goal in led[:SHOWN] for part in _of_goal(call, goal, asked[goal.id])]
    others = any({goal.owner, *goal.contributors} - {call.user} for goal in led)
    if parts:
        call.say(Speech(tuple(parts)))
    elif not others:
        call.say(say.NobodyElseIsAsked())
    else:
        call.say(say.EverybodyAnswered() if any(asked.values()) else say.NothingAskedYet())


def _asked_of(call: Call, goal: Goal) -> list[CheckIn]:
    """What was asked of others of late."""
    every = call.uow.check_ins.of_goal(call.workspace, goal.id, call.today - CURRENT)
    return [one for one in every if one.user != call.user]


def _of_goal(call: Call, goal: Goal, asked: Sequence[CheckIn]) -> list[Part]:
    late, open_today = silent_of(call, goal, asked), _asked_today(call, asked)
    open_today = [one for one in open_today if one not in late]
    parts: list[Part] = []
    if late:
        parts.append(Line(home.HomeNoAnswer(len(late), tuple(late[:NAMED])), Style.ITEM))
    if open_today:
        parts.append(Line(say.AskedToday(len(open_today), tuple(open_today[:NAMED])), Style.ITEM))
    return [Line(say.UnansweredOf(metric_of(goal))), *parts] if parts else []


def _asked_today(call: Call, asked: Sequence[CheckIn]) -> list[Person]:
    """Those whose question of today is open still: they have the day for it."""
    users = {
        one.user
        for one in asked
        if one.due_on == call.today and one.state is CheckInState.ASKED and not one.words
    }
    return [Person(user=user) for user in sorted(users - {call.user})]
