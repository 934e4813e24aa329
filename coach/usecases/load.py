"""Too many goals at once hide the aim: it is said, and which matter most is asked."""

from coach.goal import Goal, GoalState
from coach.messages.load import LabelPauseGoal, LoadHint
from coach.naming import metric_of
from coach.speech import Button, Line, Part, Row, Style, Verb
from coach.templates import load_note
from coach.usecases.call import Call

OFFERED = 5
"""Goals that can be paused from one message."""


def load_parts(call: Call, goal: Goal) -> list[Part]:
    """What to say of how much the new goal's owner and team carry, with buttons that let others rest."""
    mine = [one for one in _active(call, goal.owner) if goal.owner in {one.owner, *one.contributors}]
    team = _of_team(call, goal)
    note = load_note(len(mine), len(team))
    if note is None:
        return []
    others = [one for one in (*mine, *team) if one.id != goal.id and call.user in {one.owner, one.author}]
    unique = list({one.id: one for one in others}.values())[:OFFERED]
    parts: list[Part] = [Line(note)]
    if unique:
        parts.append(Line(LoadHint(), Style.QUIET))
    label = [LabelPauseGoal(metric_of(one), one.deadline) for one in unique]
    parts += [
        Row((Button(Verb.PAUSE, words, one.id, one.version),))
        for one, words in zip(unique, label, strict=True)
    ]
    return parts


def _active(call: Call, user: str) -> list[Goal]:
    goals = call.uow.goals.of_person(call.workspace, user)
    return [one for one in goals if one.state is GoalState.ACTIVE]


def _of_team(call: Call, goal: Goal) -> list[Goal]:
    """The active goals of the same team: posted in the same channel, or with the same people taking part."""
    if goal.channel is None and not goal.contributors:
        return []
    people = set(goal.contributors)
    return [
        one
        for one in call.uow.goals.active(call.workspace)
        if (goal.channel is not None and one.channel == goal.channel) or people & set(one.contributors)
    ]
