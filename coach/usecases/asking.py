"""A check-in that comes due: who is asked what."""

from datetime import date, datetime

from coach.catalogue import METRICS
from coach.cues import moment_of
from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import Goal, GoalState, LeverAction
from coach.messages import following as say
from coach.messages.cues import RightMoment
from coach.outgoing import Lane
from coach.people import Focus, FocusKind, Profile
from coach.progress import expected_level
from coach.scheduling import next_check_in
from coach.sharing import own_part
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.targets import kind_in
from coach.usecases.absences import absences_for
from coach.usecases.check_ins import metric_of
from coach.usecases.due import Due
from coach.usecases.guards import guard_question


def ask(due: Due, goal: Goal) -> datetime | None:
    """Ask whom the schedule names for their check-in; when they are asked next, None where it is over."""
    person = due.person(due.schedule.user)
    if person is None or person.deactivated:
        return None
    following = next_check_in(goal, person, due.now)
    if goal.state is GoalState.PAUSED:
        return following
    today = due.now.astimezone(person.tz).date()
    if today > goal.deadline:
        return None
    asked = _question(due, goal, person, today)
    if asked is None:
        return following
    for old in due.uow.check_ins.of_goal(goal.workspace, goal.id):
        if old.user == person.user and old.state is CheckInState.ASKED:
            due.uow.check_ins.save(old.model_copy(update={"state": CheckInState.MISSED}))
    check_in, speech = asked
    due.uow.check_ins.add(check_in)
    due.uow.people.put(person.model_copy(update={"focus": Focus(kind=FocusKind.CHECK_IN, id=check_in.id)}))
    due.say(speech, person.user, goal, Lane.NUDGE, person)
    return following


def _question(due: Due, goal: Goal, person: Profile, today: date) -> tuple[CheckIn, Speech] | None:
    """The owner is asked for the figure, a contributor for their action; None where there is none."""
    base = CheckIn(
        id=due.ids.new(),
        workspace=goal.workspace,
        goal=goal.id,
        user=person.user,
        asked_at=due.now,
        due_on=today,
    )
    if person.user == goal.owner:
        check_in = base.model_copy(update={"expected": expected_level(goal, today)})
        return check_in, figure_question(goal, check_in)
    action = next(iter(goal.actions), None)
    if action is None:
        return None
    check_in = base.model_copy(update={"asks": CheckInAsks.ACTION, "wanted": action.a_week})
    asked, *rest = action_question(check_in, action).parts
    return check_in, Speech((asked, *_beside(due, goal, action, person, today), *rest))


def _beside(due: Due, goal: Goal, action: LeverAction, person: Profile, today: date) -> tuple[Part, ...]:
    """The moment that the action is tied to, and the person's part of the plan, where there are such."""
    away = absences_for(due.uow, goal)
    moment, part = moment_of(action), own_part(goal, person.user, today, away)
    lines = (RightMoment(moment) if moment is not None else None, part)
    return tuple(Line(line, Style.QUIET) for line in lines if line is not None)


def figure_question(goal: Goal, check_in: CheckIn) -> Speech:
    """The owner's check-in: the figure, with what the plan expects."""
    metric = metric_of(goal)
    known = goal.baseline or goal.target
    kind = kind_in(goal.metric, known.unit) if known is not None else METRICS[goal.metric].kind
    buttons: list[Button] = []
    if check_in.expected is not None:
        parts: list[Part] = [Line(say.CheckInFigure(metric, check_in.expected))]
        buttons.append(Button(Verb.ON_PLAN, say.LabelOnPlan(check_in.expected), check_in.id, primary=True))
    else:
        parts = [Line(say.CheckInFigureFirst(metric))]
    other = say.LabelFigure() if check_in.expected is not None else say.LabelFirstFigure()
    buttons += [
        Button(Verb.CHECK_IN, other, check_in.id),
        Button(Verb.BLOCKED, say.LabelBlocked(), check_in.id),
    ]
    if goal.target is not None:
        parts.append(Line(say.CheckInGoal(goal.target, goal.deadline), Style.QUIET))
    below: list[Part] = [Line(say.CheckInHow(kind), Style.QUIET)]
    if (guard := guard_question(goal)) is not None:
        below.append(Line(guard, Style.QUIET))
    return Speech((*parts, Row(tuple(buttons)), *below))


def action_question(check_in: CheckIn, action: LeverAction) -> Speech:
    """A contributor's check-in: was the week's action done?"""
    wanted = check_in.wanted or 1
    buttons = (
        Button(Verb.DONE, say.LabelDone(), check_in.id, primary=True),
        Button(Verb.NOT_YET, say.LabelNotYet(), check_in.id),
        Button(Verb.BLOCKED, say.LabelBlocked(), check_in.id),
    )
    return Speech(
        (
            Line(say.CheckInAction(wanted, action.text)),
            Row(buttons),
            Line(say.CheckInHowAction(), Style.QUIET),
        )
    )
