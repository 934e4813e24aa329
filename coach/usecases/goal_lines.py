"""A goal in a few lines, as its reader may see it: in the Home, and in answer to a command."""

from collections.abc import Sequence
from datetime import timedelta

from coach.broken_guard import guard_line
from coach.cards import person_of
from coach.draft import Draft
from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import Goal, GoalState
from coach.language.addressing import to_you
from coach.messages import home as say
from coach.messages.base import Message, Person
from coach.messages.following import Standing
from coach.messages.orders import RestsUntil
from coach.messages.this_week import HomeAway, HomeMyActions, HomeWeekAhead, HomeWeekLevel, HomeWeekReached
from coach.naming import metric_of
from coach.nudges import is_silent, silent_people
from coach.people import Leave
from coach.progress import Progress, Status, all_levels, assess
from coach.quantity import Quantity
from coach.roles import Deed, may
from coach.smart import missing, question
from coach.sparkline import sparkline
from coach.speech import Button, Line, Part, Row, Style, Verb
from coach.usecases.absences import just_away
from coach.usecases.call import Call
from coach.usecases.figures import next_stage_week

RUNNING = frozenset({GoalState.ACTIVE, GoalState.PAUSED})
RECENT = timedelta(days=35)
"""How far back somebody's own answers are added up: the last month of weekly check-ins."""
WEEK = timedelta(days=7)
CURRENT = timedelta(days=14)
"""A check-in asked longer ago than this says nothing of how things are now."""
NAMED = 5
"""People who are named one by one."""


def goal_parts(call: Call, goal: Goal) -> list[Part]:
    """The goal with its figures, its standing, what the team's answers say, and its buttons."""
    progress = progress_of(call, goal)
    parts: list[Part] = [
        Line(goal_line(goal, progress)),
        Line(_standing_line(call, goal, progress), Style.QUIET),
        *rest_lines(goal),
    ]
    if (broken := guard_line(goal)) is not None and goal.state is GoalState.ACTIVE:
        parts.append(Line(broken))
    if may(call.user, Deed.SEE_ANSWERS, goal):
        parts += _team(call, goal)
    if (mine := _my_actions(call, goal)) is not None:
        parts.append(Line(mine, Style.QUIET))
    buttons = [Button(Verb.OPEN_GOAL, say.LabelOpen(), goal.id, goal.version)]
    if may(call.user, Deed.STEER, goal, admin=call.person.admin):
        buttons.append(pause_button(goal))
    return [*parts, Row(tuple(buttons))]


def rest_lines(goal: Goal) -> list[Part]:
    """Until when a paused goal rests, where that was said."""
    if goal.state is not GoalState.PAUSED or goal.paused_until is None:
        return []
    return [Line(RestsUntil(goal.paused_until), Style.QUIET)]


def pause_button(goal: Goal) -> Button:
    """Let the goal rest, or go on."""
    if goal.state is GoalState.PAUSED:
        return Button(Verb.UNPAUSE, say.LabelUnpause(), goal.id, goal.version)
    return Button(Verb.PAUSE, say.LabelPause(), goal.id, goal.version)


def progress_of(call: Call, goal: Goal) -> Progress:
    """Where the goal stands today."""
    return assess(goal, call.uow.measurements.of_goal(call.workspace, goal.id), call.today)


def standing_of(goal: Goal, progress: Progress) -> Standing:
    """The goal's standing in a word."""
    if goal.state is GoalState.PAUSED:
        return Standing.PAUSED
    waits = goal.state is GoalState.ACTIVE and progress.status is Status.MISSED  # for its last figure
    if waits or (progress.status is Status.MISSED and progress.latest is None):
        return Standing.WAITING  # nobody knows
    return Standing(progress.status)


def goal_line(goal: Goal, progress: Progress) -> Message:
    """The goal in one sentence, with the latest figure."""
    metric, owner = metric_of(goal), person_of(goal)
    if goal.target is None or goal.baseline is None:
        return say.HomeGoalMeasuring(metric, goal.deadline, owner)
    if progress.latest is None:
        return say.HomeGoalNoFigure(metric, goal.target, goal.deadline, owner)
    day = progress.measured_on or progress.today
    return say.HomeGoal(metric, progress.latest, day, goal.target, goal.deadline, owner)


def _standing_line(call: Call, goal: Goal, progress: Progress) -> Message:
    """The standing in words; with two figures and more, their course beside it, told in words too."""
    standing = standing_of(goal, progress)
    if goal.baseline is None or goal.target is None:
        return say.HomeStanding(standing)
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    levels = all_levels(goal, figures, call.today)
    if goal.baseline.value not in levels[:1]:
        levels.insert(0, goal.baseline.value)
    if len(levels) < 2:
        return say.HomeStanding(standing)
    unit = goal.baseline.unit
    first, last = Quantity(value=levels[0], unit=unit), Quantity(value=levels[-1], unit=unit)
    return say.HomeCourse(standing, sparkline(levels, goal.target.converted(unit).value), first, last)


def silent_of(call: Call, goal: Goal, asked: Sequence[CheckIn]) -> list[Person]:
    """Who else than the reader has not answered the last check-in that they had time for, and was there.

    Args:
        call: The reader's.
        goal: The goal.
        asked: Its check-ins of late, in the order asked.
    """
    silent = silent_people(asked, call.today, call.now - WEEK)
    not_there = just_away(call.uow, goal, silent, call.today) | {call.user}
    return [Person(user=user) for user in silent if user not in not_there]


def _team(call: Call, goal: Goal) -> list[Part]:
    """Who has not answered and who is blocked on what: for those who lead, never in public."""
    latest: dict[str, CheckIn] = {}
    asked = call.uow.check_ins.of_goal(call.workspace, goal.id, call.today - CURRENT)
    for check_in in asked:
        told = check_in.state is not CheckInState.SKIPPED or is_silent(check_in)
        if check_in.user != call.user and call.today - check_in.due_on <= CURRENT and told:
            latest[check_in.user] = check_in
    silent = silent_of(call, goal, asked)
    parts: list[Part] = []
    if silent:
        parts.append(Line(say.HomeNoAnswer(len(silent), tuple(silent[:NAMED])), Style.QUIET))
    parts += [
        Line(HomeAway(Person(user=one.user), one.end), Style.QUIET) for one in _away(call, goal)[:NAMED]
    ]
    blocked = [one for one in latest.values() if one.state is CheckInState.BLOCKED]
    for one in blocked[:NAMED]:
        who = Person(user=one.user)
        said = say.HomeBlocked(who, one.words) if one.words else say.HomeBlockedSilently(who)
        parts.append(Line(said, Style.QUIET))
    return parts


def _away(call: Call, goal: Goal) -> list[Leave]:
    """Who of the goal's people is away today."""
    people = sorted({goal.owner, *goal.contributors} - {call.user})
    leaves = call.uow.leaves.of_people(call.workspace, people, call.today)
    return [leave for leave in leaves if leave.start <= call.today]


def _my_actions(call: Call, goal: Goal) -> Message | None:
    """How often the reader has done their part in the last weeks; None where they have none to tell of."""
    asked = [
        one
        for one in call.uow.check_ins.of_goal(call.workspace, goal.id, call.today - RECENT)
        if one.user == call.user
        and one.asks is CheckInAsks.ACTION
        and (one.state is CheckInState.ANSWERED or one.done is not None)
        and call.today - one.due_on <= RECENT
    ]
    if not asked or not goal.actions:
        return None
    done, wanted = sum(one.counted for one in asked), sum(one.wanted or 1 for one in asked)
    return HomeMyActions(done, wanted, to_you(goal.actions[0].text, goal.language), asked[0].due_on)


def aim_of_week(goal: Goal, progress: Progress, call: Call) -> Message | None:
    """What to aim at now: this week's level, or the next stage where this week's is reached already."""
    week = next_stage_week(goal, call.today, progress.latest)
    if goal.plan is None or goal.target is None:
        return None
    if week is None:
        reached = progress.latest is not None and call.today <= goal.deadline
        return HomeWeekReached(metric_of(goal)) if reached else None
    level = Quantity(value=week.level, unit=goal.target.unit)
    if week.start <= call.today:
        return HomeWeekLevel(metric_of(goal), level, week.end)
    if progress.latest is None:
        return None  # the plan has not begun
    return HomeWeekAhead(metric_of(goal), level, week.end)


def questions_left(draft: Draft) -> int:
    """How many questions are left, those asked together counted once."""
    return len({question(slot) for slot in missing(draft)})
