"""A goal's last day is past: it is achieved or missed, and looked back on."""

from coach.goal import Goal, GoalState
from coach.messages import following as say
from coach.outgoing import Lane
from coach.progress import assess
from coach.speech import Button, Line, Part, Row, Speech, Verb
from coach.usecases.check_ins import metric_of
from coach.usecases.due import Due


def close(due: Due, goal: Goal) -> None:
    """End the goal, tell its channel and its owner how it ended."""
    owner = due.leader(goal)
    today = (due.now.astimezone(owner.tz) if owner is not None else due.now).date()
    figures = due.uow.measurements.of_goal(goal.workspace, goal.id)
    progress = assess(goal, figures, today)
    standing = say.Standing(progress.status)
    state = GoalState.ACHIEVED if standing is say.Standing.ACHIEVED else GoalState.MISSED
    due.uow.goals.save(goal.model_copy(update={"state": state, "version": goal.version + 1}))
    ended: list[Part] = [Line(say.GoalEnded(_final(standing, any_figure=progress.latest is not None)))]
    if progress.latest is not None and goal.baseline is not None and goal.target is not None:
        ended.append(Line(say.GoalEndedFigures(metric_of(goal), goal.baseline, progress.latest, goal.target)))
    if goal.channel is not None:
        due.say(Speech((*ended, Line(say.PostThanks()))), goal.channel, goal, Lane.POST)
    if owner is not None:
        new = Button(Verb.HELP, say.LabelNextGoal(), goal.id)
        due.say(Speech((*ended, Line(say.LookBack()), Row((new,)))), owner.user, goal, Lane.NUDGE, owner)


def _final(standing: say.Standing, *, any_figure: bool) -> say.Standing:
    if standing is say.Standing.ACHIEVED:
        return standing
    return say.Standing.MISSED if any_figure else say.Standing.WAITING
