"""The App Home of one person: what is asked of them, their goals, their drafts; and a goal's own view."""

from coach.cards import action_lines, person_of, plan_lines
from coach.draft import Draft
from coach.following import CheckIn
from coach.goal import Goal, GoalState
from coach.messages import choices, noted, replanning
from coach.messages import home as say
from coach.messages.base import Message
from coach.messages.following import HowItStands, Standing
from coach.messages.guards import GuardOnCard, guard_holds
from coach.people import FocusKind
from coach.progress import Progress, assess
from coach.quantity import Quantity
from coach.speech import Button, Divider, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call
from coach.usecases.check_ins import metric_of
from coach.usecases.conversation import questions_left
from coach.usecases.guards import guard_says
from coach.usecases.replanning import may_change

SHOWN = 10
"""Goals, drafts and ended goals that each list shows; the Home holds 100 blocks."""
RUNNING = frozenset({GoalState.ACTIVE, GoalState.PAUSED})


def home(call: Call) -> Speech:
    """Everything that concerns the person, the most pressing first."""
    goals = call.uow.goals.of_person(call.workspace, call.user)
    drafts = call.uow.drafts.open_of(call.workspace, call.user)
    running = [goal for goal in goals if goal.state in RUNNING]
    parts: list[Part] = [Line(say.HomeHello(), Style.HEADING), Line(say.HomeIntro())]
    parts.append(Row((Button(Verb.HELP, say.LabelNewGoal(), "", primary=True),)))
    if running:
        parts += [Divider(), *_week(call, running)]
    parts += [Divider(), Line(say.HomeGoals(), Style.HEADING)]
    if not running:
        parts.append(Line(say.HomeNoGoals()))
    for goal in running[:SHOWN]:
        parts += _goal(call, goal)
    parts += _more(len(running))
    if drafts:
        parts += [Divider(), Line(say.HomeDrafts(), Style.HEADING)]
        for draft in drafts[:SHOWN]:
            parts += _draft(draft)
        parts += _more(len(drafts))
    ended = [goal for goal in goals if goal.state not in RUNNING]
    if ended:
        parts += [Divider(), Line(say.HomeEnded(), Style.HEADING)]
        parts += [Line(_ended(goal), Style.ITEM) for goal in ended[:SHOWN]]
        parts += _more(len(ended))
    return Speech(tuple(parts))


def _more(count: int) -> list[Part]:
    return [Line(say.HomeMore(count - SHOWN), Style.QUIET)] if count > SHOWN else []


def _week(call: Call, goals: list[Goal]) -> list[Part]:
    """What is asked of the person, and what the plan expects, this week."""
    parts: list[Part] = [Line(say.HomeWeek(), Style.HEADING)]
    for check_in in call.uow.check_ins.waiting_for(call.workspace, call.user)[:SHOWN]:
        goal = call.uow.goals.get(call.workspace, check_in.goal)
        if goal is not None:
            parts += _waiting(check_in, goal)
    for goal in goals[:SHOWN]:
        if (line := _expected_this_week(call, goal)) is not None:
            parts.append(Line(line, Style.ITEM))
    if len(parts) == 1:
        parts.append(Line(say.HomeNothingThisWeek()))
    return parts


def _waiting(check_in: CheckIn, goal: Goal) -> list[Part]:
    button = Button(Verb.CHECK_IN, say.LabelAnswer(), check_in.id)
    return [Line(say.HomeWaiting(metric_of(goal))), Row((button,))]


def _expected_this_week(call: Call, goal: Goal) -> Message | None:
    mine = goal.owner == call.user
    if not mine and goal.actions:
        return say.HomeWeekAction(goal.actions[0].text)
    if goal.plan is None or goal.target is None:
        return None
    for week in goal.plan.weeks:
        if week.start <= call.today <= week.end:
            level = Quantity(value=week.level, unit=goal.target.unit)
            return say.HomeWeekLevel(metric_of(goal), level, week.end)
    return None


def _goal(call: Call, goal: Goal) -> list[Part]:
    progress = _progress(call, goal)
    buttons = [Button(Verb.OPEN_GOAL, say.LabelOpen(), goal.id, goal.version)]
    if goal.owner == call.user:
        buttons.append(_pause_button(goal))
    return [
        Line(_goal_line(goal, progress)),
        Line(say.HomeStanding(_standing(goal, progress)), Style.QUIET),
        Row(tuple(buttons)),
    ]


def _pause_button(goal: Goal) -> Button:
    if goal.state is GoalState.PAUSED:
        return Button(Verb.UNPAUSE, say.LabelUnpause(), goal.id, goal.version)
    return Button(Verb.PAUSE, say.LabelPause(), goal.id, goal.version)


def _progress(call: Call, goal: Goal) -> Progress:
    return assess(goal, call.uow.measurements.of_goal(call.workspace, goal.id), call.today)


def _standing(goal: Goal, progress: Progress) -> Standing:
    return Standing.PAUSED if goal.state is GoalState.PAUSED else Standing(progress.status)


def _goal_line(goal: Goal, progress: Progress) -> Message:
    metric, owner = metric_of(goal), person_of(goal)
    if goal.target is None or goal.baseline is None:
        return say.HomeGoalMeasuring(metric, goal.deadline, owner)
    if progress.latest is None:
        return say.HomeGoalNoFigure(metric, goal.target, goal.deadline, owner)
    return say.HomeGoal(metric, progress.latest, goal.target, goal.deadline, owner)


def _draft(draft: Draft) -> list[Part]:
    return [
        Line(say.HomeDraft(draft.wish, questions_left(draft))),
        Row(
            (
                Button(Verb.RESUME, choices.LabelResume(), draft.id, draft.version),
                Button(Verb.CANCEL, choices.LabelCancel(), draft.id, draft.version),
            )
        ),
    ]


def _ended(goal: Goal) -> Message:
    standing = Standing.ACHIEVED if goal.state is GoalState.ACHIEVED else Standing.MISSED
    return say.HomeEndedGoal(metric_of(goal), standing, goal.deadline)


def show_goal(call: Call, goal_id: str) -> bool:
    """Say everything about one goal to somebody whom it concerns; False where there is no such goal."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None:
        return False
    if not concerns(goal, call.user):
        call.say(say.NotYours(person_of(goal)))
        return True
    progress = _progress(call, goal)
    parts: list[Part] = [
        Line(_goal_line(goal, progress)),
        Line(HowItStands(_standing(goal, progress))),
    ]
    if goal.relevance:
        parts.append(Line(noted.NotedRelevance(goal.relevance), Style.QUIET))
    if goal.guard is not None and goal.guard.limit is not None:
        latest = goal.guard_figures[-1].value if goal.guard_figures else None
        holds = guard_holds(goal.guard)
        parts.append(Line(guard_says(goal, latest) if latest is not None else GuardOnCard(holds)))
    if goal.plan is not None and goal.target is not None:
        parts += plan_lines(goal.plan, goal.target.unit)
    parts += action_lines(goal.actions)
    if (row := goal_buttons(goal, call.user)) is not None:
        parts.append(row)
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.DRAFT:
        call.focus(FocusKind.GOAL, goal.id)
    call.say(Speech(tuple(parts)))
    return True


def goal_buttons(goal: Goal, user: str) -> Row | None:
    """What can be done with a goal from its own view."""
    buttons: list[Button] = []
    if may_change(goal, user):
        buttons.append(Button(Verb.CHANGE_GOAL, replanning.LabelChangeGoal(), goal.id, goal.version))
    if goal.history:
        buttons.append(Button(Verb.HISTORY, replanning.LabelHistory(), goal.id, goal.version))
    return Row(tuple(buttons)) if buttons else None


def concerns(goal: Goal, user: str) -> bool:
    """Whether somebody may see a goal's details: owner, author and contributors."""
    return user in {goal.owner, goal.author, *goal.contributors}


def pause(call: Call, goal_id: str, *, resting: bool) -> bool:
    """Let a goal rest, or go on; False where there is no such goal."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None:
        return False
    if call.user not in {goal.owner, goal.author}:
        call.say(say.NotYours(person_of(goal)))
        return True
    state = GoalState.PAUSED if resting else GoalState.ACTIVE
    if goal.state in RUNNING and goal.state is not state:
        call.uow.goals.save(goal.model_copy(update={"state": state, "version": goal.version + 1}))
    call.say(say.GoalPaused() if resting else say.GoalUnpaused())
    return True
