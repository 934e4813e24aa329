"""The App Home of one person: what is asked of them, their goals, their drafts; and a goal's own view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coach.broken_guard import gained, instead_of_praise
from coach.cards import action_lines, person_of, plan_lines
from coach.draft import Draft
from coach.following import CheckIn
from coach.goal import Goal, GoalState
from coach.language.addressing import to_you
from coach.language.reading import Cadence
from coach.messages import announcing, choices, commands, orders, replanning
from coach.messages import home as say
from coach.messages.base import Message
from coach.messages.cascade import LabelCascade
from coach.messages.ending import GoalEndedEarly
from coach.messages.following import HowItStands, Standing
from coach.messages.guards import GuardOnCard, guard_holds
from coach.messages.sharing import LabelShareOut
from coach.messages.this_week import (
    HomeMyLeave,
    HomeMyLeaveDay,
    HomeNothingThisWeek,
    HomeWeek,
    HomeWeekAction,
    HomeWeekActionAll,
    HomeWeekActionDone,
)
from coach.naming import metric_of
from coach.people import FocusKind
from coach.pictures import picture_of
from coach.progress import valid_measurements
from coach.roles import Deed, may
from coach.sharing import parts_of_goal
from coach.speech import Button, Divider, Line, Part, Row, Speech, Style, Verb
from coach.usecases.absences import worked_week
from coach.usecases.call import Call
from coach.usecases.goal_lines import (
    RUNNING,
    aim_of_week,
    goal_line,
    goal_parts,
    progress_of,
    questions_left,
    rest_lines,
    standing_of,
)
from coach.usecases.guards import guard_says
from coach.usecases.previewing import preview_button
from coach.usecases.replanning import may_change
from coach.usecases.sharing import shared_parts

SHOWN = 10
"""What waits, and what to aim at, that "this week" lists."""
PER_PAGE = 10
"""Goals and drafts of one page: at most seven blocks each, of the hundred that the Home holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the Home's lists, with the heading that it stands under."""

    heading: Message
    parts: tuple[Part, ...]


def home(call: Call, page: int = 0) -> Speech:
    """Everything that concerns the person, the most pressing first.

    Args:
        call: Whose Home it is.
        page: Which page, from 0; beyond the last one it is the last.
    """
    goals = call.uow.goals.of_person(call.workspace, call.user)
    running = [goal for goal in goals if goal.state in RUNNING]
    entries = _entries(call, goals)
    pages = max(1, -(-len(entries) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    parts: list[Part] = [Line(say.HomeHello(), Style.HEADING)]
    if page == 0:
        parts += [Line(say.HomeIntro()), _doors(running)]
        if running:
            parts += [Divider(), *_week(call, running)]
        if not running:
            parts += [Divider(), Line(say.HomeGoals(), Style.HEADING), Line(say.HomeNoGoals())]
    parts += _page_of(entries[page * PER_PAGE : (page + 1) * PER_PAGE])
    if pages > 1:
        parts += [Divider(), _turning(page, pages), Line(say.HomePage(page + 1, pages), Style.QUIET)]
    return Speech(tuple(parts))


def _doors(running: Sequence[Goal]) -> Row:
    """A new goal, what feeds what where there is a goal, and the buttons that do what the commands do."""
    cascade = (Button(Verb.CASCADE, LabelCascade(), ""),) if running else ()
    return Row(
        (
            Button(Verb.HELP, say.LabelNewGoal(), "", primary=True),
            *cascade,
            Button(Verb.METRICS, commands.LabelMetrics(), ""),
            Button(Verb.SETTINGS, commands.LabelSettings(), ""),
            Button(Verb.PRIVACY, commands.LabelPrivacy(), ""),
        )
    )


def _entries(call: Call, goals: Sequence[Goal]) -> list[Entry]:
    """Goals that the person leads, those that they take part in, drafts, what is over: in this order."""
    running = [goal for goal in goals if goal.state in RUNNING]
    led = [goal for goal in running if may(call.user, Deed.SEE_ANSWERS, goal)]
    shared = [goal for goal in running if goal not in led]
    team = any(set(goal.contributors) - {call.user} for goal in led)
    heading: Message = say.HomeTeam() if team else say.HomeGoals()
    made = [Entry(heading, tuple(goal_parts(call, goal))) for goal in led]
    mine: Message = say.HomeShared() if led else say.HomeGoals()
    made += [Entry(mine, tuple(goal_parts(call, goal))) for goal in shared]
    drafts = call.uow.drafts.open_of(call.workspace, call.user)
    made += [Entry(say.HomeDrafts(), _draft(draft)) for draft in drafts]
    ended = [goal for goal in goals if goal.state not in RUNNING]
    made += [Entry(say.HomeEnded(), (Line(_ended(goal), Style.ITEM),)) for goal in ended]
    return made


def _page_of(entries: list[Entry]) -> list[Part]:
    """The entries of one page, each heading once."""
    parts: list[Part] = []
    above: Message | None = None
    for entry in entries:
        if entry.heading != above:
            parts += [Divider(), Line(entry.heading, Style.HEADING)]
            above = entry.heading
        parts += entry.parts
    return parts


def _turning(page: int, pages: int) -> Row:
    """Buttons to the pages beside this one."""
    buttons = []
    if page > 0:
        buttons.append(Button(Verb.PAGE, say.LabelPageBefore(), "", value=str(page - 1)))
    if page < pages - 1:
        buttons.append(Button(Verb.PAGE, say.LabelPageAfter(), "", value=str(page + 1)))
    return Row(tuple(buttons))


def _week(call: Call, goals: list[Goal]) -> list[Part]:
    """What is asked of the person, and what the plan expects, this week."""
    parts: list[Part] = [Line(HomeWeek(), Style.HEADING)]
    for check_in in call.uow.check_ins.waiting_for(call.workspace, call.user)[:SHOWN]:
        goal = call.uow.goals.get(call.workspace, check_in.goal)
        if goal is not None:
            parts += _waiting(check_in, goal)
    for goal in goals[:SHOWN]:
        if goal.state is GoalState.ACTIVE and (line := _expected_this_week(call, goal)) is not None:
            parts.append(Line(line, Style.ITEM))
    if len(parts) == 1:
        parts.append(Line(HomeNothingThisWeek()))
    for leave in call.uow.leaves.of_person(call.workspace, call.user, call.today)[:1]:
        one_day = leave.start == leave.end
        away = HomeMyLeaveDay(leave.start) if one_day else HomeMyLeave(leave.start, leave.end)
        parts.append(Line(away, Style.QUIET))
    return parts


def _waiting(check_in: CheckIn, goal: Goal) -> list[Part]:
    button = Button(Verb.CHECK_IN, say.LabelAnswer(), check_in.id)
    return [Line(say.HomeWaiting(metric_of(goal))), Row((button,))]


def _expected_this_week(call: Call, goal: Goal) -> Message | None:
    if goal.owner != call.user and call.user in goal.contributors and goal.actions:
        text = to_you(goal.actions[0].text, goal.language)
        done = _done_this_week(call, goal)
        if done is None:
            return HomeWeekAction(text)
        return HomeWeekActionAll(text) if done[0] >= done[1] else HomeWeekActionDone(text, *done)
    return aim_of_week(goal, progress_of(call, goal), call)


def _done_this_week(call: Call, goal: Goal) -> tuple[int, int] | None:
    """How often the reader did their part, and was to; None where this week's question is not answered."""
    monday = call.today - timedelta(days=call.today.weekday())
    action = goal.actions[0]
    for one in call.uow.check_ins.of_goal(call.workspace, goal.id, monday):
        week = worked_week(call.uow, goal, call.person, one.due_on)
        if one.user == call.user and one.done and not week.is_over:
            daily = action.count * week.whole if action.per is Cadence.DAILY else 0
            return one.done, max(one.wanted or 1, daily)
    return None


def _draft(draft: Draft) -> tuple[Part, ...]:
    return (
        Line(say.HomeDraft(draft.wish, questions_left(draft))),
        Row(
            (
                Button(Verb.RESUME, choices.LabelResume(), draft.id, draft.version),
                Button(Verb.CANCEL, choices.LabelCancel(), draft.id, draft.version),
            )
        ),
    )


def _ended(goal: Goal) -> Message:
    standing = Standing.ACHIEVED if goal.state is GoalState.ACHIEVED else Standing.MISSED
    if goal.state is GoalState.CLOSED:
        return say.HomeClosedGoal(metric_of(goal))
    return say.HomeEndedGoal(metric_of(goal), standing, goal.deadline)


def show_goal(call: Call, goal_id: str) -> bool:
    """Say everything about one goal to somebody whom it concerns; False where there is no such goal."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None:
        return False
    if not may(call.user, Deed.SEE, goal):
        call.say(say.NotYours(person_of(goal)))
        return True
    progress = progress_of(call, goal)
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    early = goal.state is GoalState.CLOSED
    instead = instead_of_praise(goal, progress.status)
    stands = instead if instead is not None else HowItStands(standing_of(goal, progress))
    parts: list[Part] = [
        Line(goal_line(goal, progress)),
        Line(GoalEndedEarly(metric_of(goal)) if early else stands),
        *rest_lines(goal),
    ]
    if goal.relevance:
        parts.append(Line(announcing.ChannelGoalWhy(goal.relevance), Style.QUIET))
    if goal.guard is not None and goal.guard.limit is not None:
        seen = next(reversed(goal.guard_standing), None)
        levels = [one.value for one in valid_measurements(goal, figures, call.today)]
        says: Message = GuardOnCard(guard_holds(goal.guard))
        if seen is not None:
            says = guard_says(goal, seen.value, gained=gained(goal, levels))
        parts.append(Line(says))
    if goal.source:
        parts.append(Line(say.FromMessage(goal.source), Style.QUIET))
    if (picture := picture_of(goal, figures, call.today)) is not None:
        parts.append(picture)
    if goal.plan is not None and goal.target is not None and not early:
        parts += plan_lines(goal.plan, goal.target.unit, call.today)
    if goal.state in RUNNING:
        parts += shared_parts(call, goal)
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
        if parts_of_goal(goal):
            buttons.append(Button(Verb.SHARE_OUT, LabelShareOut(), goal.id, goal.version))
    buttons.append(Button(Verb.CASCADE, LabelCascade(), goal.id, goal.version))
    if may(user, Deed.POST, goal) and (preview := preview_button(goal)) is not None:
        buttons.append(preview)
    if goal.history:
        buttons.append(Button(Verb.HISTORY, replanning.LabelHistory(), goal.id, goal.version))
    return Row(tuple(buttons)) if buttons else None


def pause(call: Call, goal_id: str, *, resting: bool, until: date | None = None) -> bool:
    """Let a goal rest, or go on; False where there is no such goal.

    Args:
        call: Who wants it.
        goal_id: The goal.
        resting: Whether it is to rest.
        until: The last day of its rest; None: until somebody lets it go on.
    """
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None:
        return False
    if not may(call.user, Deed.STEER, goal, admin=call.person.admin):
        call.say(say.NotYours(person_of(goal)))
        return True
    metric = metric_of(goal)
    if goal.state not in RUNNING:
        call.say(orders.GoalIsOver(metric))
        return True
    state = GoalState.PAUSED if resting else GoalState.ACTIVE
    if (goal.state, goal.paused_until) != (state, until):
        update = {"state": state, "paused_until": until, "version": goal.version + 1}
        call.uow.goals.save(goal.model_copy(update=update))
    if not resting:
        call.say(say.GoalUnpaused(metric))
    else:
        call.say(say.GoalPaused(metric) if until is None else orders.GoalPausedUntil(metric, until))
    return True
