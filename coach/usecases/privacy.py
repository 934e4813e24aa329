"""What is kept of a person: said, handed out, and erased at their word."""

from collections.abc import Iterator

from coach.forgetting import remembers, without_person
from coach.goal import Goal, GoalState
from coach.messages import privacy as say
from coach.messages.base import MetricName
from coach.messages.leave import leave_item
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import ERASED
from coach.speech import Button, Line, Row, Speech, Style, Verb
from coach.usecases.absences import absences_of
from coach.usecases.call import Call
from coach.usecases.exporting import export_file, guard_figures_of
from coach.usecases.goal_lines import RUNNING

SURE = "sure"
"""The value of the button that erases for good."""
LINES = 40
"""Lines of one message of an export."""


def show_privacy(call: Call) -> None:
    """What is kept, who sees it, for how long, and the two buttons."""
    buttons = (
        Button(Verb.EXPORT, say.LabelExport(), ""),
        Button(Verb.ERASE, say.LabelErase(), "", danger=True),
    )
    call.say(
        Speech(
            (
                Line(say.PrivacyKept()),
                Line(say.PrivacySeen()),
                Line(say.PrivacyFor(call.retention_days)),
                Row(buttons),
            )
        )
    )


def export(call: Call) -> None:
    """Everything that is kept of the person, in as many messages as it takes; then once more as a file."""
    lines = list(_records(call))
    for start in range(0, len(lines), LINES):
        last = start + LINES >= len(lines)
        file = (export_file(call),) if last else ()
        call.say(Speech((*lines[start : start + LINES], *file)))


def _records(call: Call) -> Iterator[Line]:
    person, choices = call.person, call.person.choices
    yield Line(say.ExportTitle(call.today), Style.HEADING)
    yield Line(say.ExportPerson(person.name, person.zone, choices.day_starts, choices.day_ends))
    names: dict[str, MetricName] = {}
    goals = call.uow.goals.of_person(call.workspace, call.user)
    if goals:
        yield Line(say.ExportGoals())
    for goal in goals:
        names[goal.id] = metric_of(goal)
        yield Line(say.ExportGoal(metric_of(goal), goal.wish, goal.start, goal.deadline), Style.ITEM)
    figures = call.uow.records.measurements_of(call.workspace, call.user)
    if figures:
        yield Line(say.ExportFigures())
    for figure in figures:
        metric = names.get(figure.goal) or _name_of(call, figure.goal)
        row = say.ExportUndone if figure.undone else say.ExportFigure
        yield Line(row(figure.measured_on, metric, figure.value, figure.words or "–"), Style.ITEM)
    guarded = guard_figures_of(call)
    if guarded:
        yield Line(say.ExportGuardFigures())
    for goal, seen in guarded:
        metric = MetricName(goal.guard.metric) if goal.guard is not None else metric_of(goal)
        row = say.ExportUndone if seen.undone else say.ExportFigure
        yield Line(row(seen.measured_on, metric, seen.value, seen.words or "–"), Style.ITEM)
    answers = call.uow.records.check_ins_of(call.workspace, call.user)
    if answers:
        yield Line(say.ExportAnswers())
    for answer in answers:
        metric = names.get(answer.goal) or _name_of(call, answer.goal)
        yield Line(say.ExportAnswer(answer.due_on, metric, answer.state, answer.words or "–"), Style.ITEM)
    drafts = call.uow.records.drafts_of(call.workspace, call.user)
    if drafts:
        yield Line(say.ExportDrafts())
    for draft in drafts:
        yield Line(say.ExportDraft(draft.created_at.astimezone(person.tz).date(), draft.wish), Style.ITEM)
    yield from _absences(call)


def _absences(call: Call) -> Iterator[Line]:
    absences = absences_of(call.uow, call.workspace, (call.user,), call.today)
    if absences:
        yield Line(say.ExportAbsences())
    for one in absences:
        yield Line(leave_item(one.start, one.end), Style.ITEM)


def _name_of(call: Call, goal_id: str) -> MetricName:
    goal = call.uow.goals.get(call.workspace, goal_id)
    assert goal is not None, "what hangs below a goal goes with it"
    return metric_of(goal)


def erase(call: Call, value: str = "") -> None:
    """Ask once more; then forget the person, and what only they had to do with."""
    if value != SURE:
        sure = Button(Verb.ERASE, say.LabelEraseSurely(), "", value=SURE, danger=True)
        call.say(Speech((Line(say.EraseSure()), Row((sure,)))))
        return
    for goal in call.uow.goals.of_person(call.workspace, call.user):
        _leave(call, goal)
    for goal in call.uow.goals.active(call.workspace):
        if remembers(goal, call.user):
            forgotten = without_person(goal, call.user)
            call.uow.goals.save(forgotten.model_copy(update={"version": goal.version + 1}))
    call.uow.records.erase_person(call.workspace, call.user)
    call.say(say.Erased())


def _leave(call: Call, goal: Goal) -> None:
    """Take the person out of a goal. Nobody else in it: it goes. They alone led it: it ends."""
    others = {goal.author, goal.owner, *goal.contributors} - {call.user, ERASED}
    if not others:
        call.uow.goals.save(goal.model_copy(update={"version": goal.version + 1}))
        call.uow.records.erase_goal(call.workspace, goal.id)
        return
    contributors = tuple(user for user in goal.contributors if user != call.user)
    leads = [user for user in (goal.owner, goal.author) if user not in {call.user, ERASED}]
    ends = not leads and goal.state in RUNNING
    leader = leads[0] if leads else ERASED
    changed = {
        "contributors": contributors,
        "owner": leader if goal.owner == call.user else goal.owner,
        "author": leader if goal.author == call.user else goal.author,
        "owner_name": None,
        "state": GoalState.CLOSED if ends else goal.state,
        "version": goal.version + 1,
    }
    call.uow.goals.save(without_person(goal, call.user).model_copy(update=changed))
    for schedule in call.uow.schedules.of_goal(call.workspace, goal.id):
        if ends:
            call.uow.schedules.put(schedule.model_copy(update={"due_at": None}))
        elif schedule.user == call.user:
            takes_over = goal.owner == call.user and leader not in goal.contributors
            rest = {"user": leader} if takes_over else {"due_at": None}
            call.uow.schedules.put(schedule.model_copy(update=rest))
    if ends:
        for user in contributors:
            _tell(call, user, say.GoalEndsErased(metric_of(goal)))
    elif goal.owner == call.user:
        _tell(call, leader, say.GoalIsYours(metric_of(goal)))


def _tell(call: Call, user: str, message: say.GoalEndsErased | say.GoalIsYours) -> None:
    call.say(message, to=user, language=call.language_of(user), lane=Lane.NUDGE)
