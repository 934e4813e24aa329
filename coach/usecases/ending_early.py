"""A goal under way is ended before its date, by whoever may steer it: asked once more, told to the team."""

from collections.abc import Sequence

from coach.cards import person_of
from coach.goal import ENDED, Goal, GoalState
from coach.language.ending import ends_goal
from coach.messages import ending as say
from coach.messages import home
from coach.messages.base import Person
from coach.messages.ending import LookBackAsk
from coach.messages.replanning import ReasonIs
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import ERASED, FocusKind
from coach.progress import valid_measurements
from coach.roles import Deed, may
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call
from coach.usecases.closing import close_questions, how_it_went
from coach.usecases.commands import SHOWN, named_goals
from coach.usecases.goal_lines import RUNNING, pause_button

_YES = "yes"
LONGEST_WHY = 400
"""Characters of a reason that the team reads."""


def hear_end(call: Call, text: str, *, typed: bool = False) -> bool:
    """Take "delete the transfer goal" as what ends a goal under way; False where the text is something else.

    Args:
        call: Who says it.
        text: What they said.
        typed: Whether it follows a slash command.
    """
    named = ends_goal(text, typed=typed)
    if named is None:
        return False
    every = call.uow.goals.of_person(call.workspace, call.user)
    mine = [goal for goal in every if goal.state in RUNNING and _may(call, goal)]
    meant = [goal for goal in named_goals(call, named) if goal in mine] if named else mine
    if not mine:
        call.say(say.NothingToEnd())
        return True
    return ask_end(call, meant or mine, asks=len(meant) != 1)


def ask_end(call: Call, goals: Sequence[Goal], reason: str | None = None, *, asks: bool = False) -> bool:
    """Ask whether the goal is to end, or which of several.

    Args:
        call: Who wants it.
        goals: Those that can be meant.
        reason: Why, where it was said: the team reads it.
        asks: Whether it is asked which one, though there is only one.
    """
    if len(goals) == 1 and not asks:
        call.focus(FocusKind.GOAL, goals[0].id)
        call.say(_ask(goals[0], reason))
        return True
    parts: list[Part] = [Line(say.WhichToEnd())]
    for goal in goals[:SHOWN]:
        end = Button(Verb.END_GOAL, say.LabelEndOf(metric_of(goal)), goal.id, goal.version)
        parts.append(Row((end,)))
    call.say(Speech(tuple(parts)))
    return True


def _may(call: Call, goal: Goal) -> bool:
    return may(call.user, Deed.STEER, goal, admin=call.person.admin)


def _ask(goal: Goal, reason: str | None = None) -> Speech:
    """Whether it is to end: what that means, and that it can rest instead."""
    value = f"{_YES} {reason[:LONGEST_WHY]}" if reason else _YES
    end = Button(Verb.END_GOAL, say.LabelEnd(), goal.id, goal.version, value=value, danger=True)
    why = [Line(ReasonIs(reason[:LONGEST_WHY]), Style.QUIET)] if reason else []
    return Speech((Line(say.ReallyEnd(metric_of(goal))), *why, Row((end, pause_button(goal)))))


def press(call: Call, goal_id: str, value: str) -> bool:
    """A goal was chosen, or its end confirmed; False where there is no such goal."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None or goal.state in ENDED:
        return False
    if not _may(call, goal):
        call.say(home.NotYours(person_of(goal)))
    elif value.partition(" ")[0] == _YES:
        _end(call, goal, value.partition(" ")[2])
    else:
        call.focus(FocusKind.GOAL, goal.id)
        call.say(_ask(goal))
    return True


def _end(call: Call, goal: Goal, reason: str) -> None:
    """Nothing more is asked nor posted; the team is told, and whoever led it is asked to look back."""
    ended = goal.model_copy(update={"state": GoalState.CLOSED, "proposal": None, "version": goal.version + 1})
    call.uow.goals.save(ended)
    close_questions(call.uow, goal, call.now, "end")
    went = _how_it_went(call, goal)
    done = Line(say.GoalEndedEarly(metric_of(goal)))
    call.say(Speech((done, *went)), replaces=call.pressed)
    if goal.owner == call.user:
        call.say(Speech((Line(LookBackAsk()),)))
        call.focus(FocusKind.LOOK_BACK, goal.id)
    _tell(call, goal, went, reason)


def _how_it_went(call: Call, goal: Goal) -> list[Part]:
    """From where to where it came, by its last figure; that there is none, where none came in."""
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    if not valid_measurements(goal, figures, call.today):
        return [Line(say.GoalEndedNoFigure(metric_of(goal)))]
    return how_it_went(goal, figures, call.today)


def _tell(call: Call, goal: Goal, went: Sequence[Part], reason: str) -> None:
    first = Line(say.TeamToldOfEnd(Person(user=call.user), metric_of(goal)))
    why = [Line(ReasonIs(reason))] if reason else []
    thanks = Line(say.ThanksForTheWay(), Style.QUIET)
    news = Speech((first, *why, *went, thanks))
    if goal.channel is not None:
        key = f"end:{goal.id}"
        call.say(news, to=goal.channel, language=goal.language, lane=Lane.POST, key=key)
        news = Speech((first, *why, thanks))  # who takes part may not be in the channel
    for user in sorted({goal.owner, goal.author, *goal.contributors} - {call.user, ERASED}):
        key = f"end:{goal.id}:{user}"
        call.say(news, to=user, language=call.language_of(user), lane=Lane.NUDGE, key=key)
