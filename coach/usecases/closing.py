"""A goal's last day is past: it is achieved or missed, and looked back on."""

from collections.abc import Sequence
from datetime import date, datetime

from coach.achievability import difference_unit
from coach.broken_guard import broken_guard
from coach.following import CheckInState
from coach.goal import Goal, GoalState, Measurement
from coach.messages import ending as at_end
from coach.messages import following as said
from coach.messages import guards
from coach.messages import posts as say
from coach.messages.base import Change, Message, MetricName
from coach.milestones import best_past_target, on_the_way
from coach.naming import metric_of
from coach.nudges import LAST_DAYS
from coach.outgoing import Lane
from coach.people import Focus, FocusKind, Profile
from coach.pictures import picture_of
from coach.ports import UnitOfWork
from coach.progress import Progress, assess, is_reached, is_stale
from coach.quantity import Quantity
from coach.scheduling import close_at
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.asking import redraw
from coach.usecases.due import Due


def close(due: Due, goal: Goal) -> datetime | None:
    """End the goal, tell its channel and its owner how it ended; the owner is asked to look back.

    Where its last figure is still to come, the owner is asked for it first, and the end waits a few days.

    Returns:
        When it is due again, where it waits; else None.
    """
    owner = due.leader(goal)
    today = (due.now.astimezone(owner.tz) if owner is not None else due.now).date()
    figures = due.uow.measurements.of_goal(goal.workspace, goal.id)
    if owner is not None and awaits_figure(goal) and not last_is_in(goal, figures):
        until = close_at(goal, owner, waited=True)
        if due.now < until:
            _ask_last(due, goal, owner, until)
            return until
    state, ended = ending(goal, figures, today)
    due.uow.goals.save(goal.model_copy(update={"state": state, "version": goal.version + 1}))
    close_questions(due.uow, goal, due.now, "close")
    if goal.channel is not None:
        told = Speech((*ended, Line(say.PostThanks(), Style.QUIET)))
        due.say(told, goal.channel, goal, Lane.POST, key=end_key(goal))
    if owner is not None:
        new = Button(Verb.HELP, at_end.LabelNextGoal(), goal.id)
        asks: list[Part] = [Line(at_end.LookBackAsk()), Row((new,))]
        if not any(one.measured_on == goal.deadline and not one.undone for one in figures):
            asks.append(Line(at_end.LastFigureMayCome(goal.deadline), Style.QUIET))
        due.say(Speech((*ended, *asks)), owner.user, goal, Lane.NUDGE, owner)
        focus = Focus(kind=FocusKind.LOOK_BACK, id=goal.id)
        due.uow.people.put(owner.model_copy(update={"focus": focus}))
    return None


def _ask_last(due: Due, goal: Goal, owner: Profile, until: datetime) -> None:
    """Ask the owner for the last figure; the questions before it wait no more."""
    close_questions(due.uow, goal, due.now, "close")
    day = until.astimezone(owner.tz).date()
    asked = Speech((Line(at_end.LastFigureAsk(metric_of(goal), goal.deadline, day)),))
    due.say(asked, owner.user, goal, Lane.NUDGE, owner)
    focus = Focus(kind=FocusKind.LOOK_BACK, id=goal.id)
    due.uow.people.put(owner.model_copy(update={"focus": focus}))


def awaits_figure(goal: Goal) -> bool:
    """Whether a goal past its deadline, or at it, still has an end that a figure can tell."""
    return goal.state is GoalState.ACTIVE and goal.baseline is not None and goal.target is not None


def last_is_in(goal: Goal, figures: Sequence[Measurement]) -> bool:
    """Whether a figure of the deadline, or of the last days before it, is known."""
    since = goal.deadline - LAST_DAYS
    return any(since < one.measured_on <= goal.deadline and not one.undone for one in figures)


def end_key(goal: Goal) -> str:
    """The dedupe key of what the goal's channel reads of its end."""
    return f"ended:{goal.id}"


def ending(goal: Goal, figures: Sequence[Measurement], today: date) -> tuple[GoalState, list[Part]]:
    """How a goal ended, and the words for it.

    Args:
        goal: The goal, whose last day is past.
        figures: All of its measurements.
        today: The day, where its owner is.
    """
    progress = assess(goal.model_copy(update={"state": GoalState.ACTIVE}), figures, today)
    standing = said.Standing(progress.status)
    state = GoalState.ACHIEVED if standing is said.Standing.ACHIEVED else GoalState.MISSED
    first = _first_words(goal, _final(goal, standing, progress), progress, figures)
    return state, [Line(first), *how_it_went(goal, figures, today)]


def _first_words(
    goal: Goal, standing: said.Standing, progress: Progress, figures: Sequence[Measurement]
) -> Message:
    """That the date has come, and how it stands then."""
    best = best_past_target(goal, figures, progress.today)
    if standing is said.Standing.MISSED and best is not None and progress.latest is not None:
        return at_end.GoalEndedShort(metric_of(goal), progress.latest)
    if standing is said.Standing.ACHIEVED and broken_guard(goal) is not None:
        return guards.EndedButGuard(metric_of(goal))
    return at_end.GoalEnded(standing, metric_of(goal))


def how_it_went(goal: Goal, figures: Sequence[Measurement], today: date) -> list[Part]:
    """From where to where it came, how far that is and how far it was to the target; the picture.

    Args:
        goal: The goal, which has ended or ends today.
        figures: All of its measurements.
        today: The day, where its owner is.
    """
    progress = assess(goal.model_copy(update={"state": GoalState.ACTIVE}), figures, today)
    parts: list[Part] = []
    if progress.latest is not None and goal.baseline is not None and goal.target is not None:
        parts.append(Line(_from_to(goal, goal.baseline, progress.latest, goal.target, progress)))
        if (changed := _changed(goal)) is not None:
            parts.append(Line(changed))
        unit = difference_unit(goal.baseline.unit)
        if step := progress.latest.value - goal.baseline.value:
            parts.append(Line(at_end.RecapMoved(Change(Quantity(value=step, unit=unit)))))
        left = abs(goal.target.value - progress.latest.value)
        if left and not is_reached(goal, progress.latest.value):
            parts.append(Line(at_end.RecapLeft(Quantity(value=left, unit=unit))))
        if (best := best_past_target(goal, figures, today)) is not None:
            parts.append(Line(at_end.RecapBest(best.value, best.measured_on)))
        passed, due = on_the_way(goal, figures, today)
        if due:
            parts.append(Line(at_end.RecapMilestones(passed, due)))
    parts += guard_broken_on_the_way(goal)
    if (picture := picture_of(goal, figures, today)) is not None:
        parts.append(picture)
    return parts


def _from_to(goal: Goal, start: Quantity, last: Quantity, target: Quantity, progress: Progress) -> Message:
    """Where it began and where it ended; a figure of a day before the end is told with its day."""
    end, day = min(goal.deadline, progress.today), progress.measured_on or progress.today
    if day >= end:
        return at_end.GoalEndedFigures(metric_of(goal), start, last, target)
    return at_end.GoalEndedFiguresOf(metric_of(goal), start, last, day, target)


def close_questions(uow: UnitOfWork, goal: Goal, now: datetime, key: str) -> None:
    """The questions of a goal that is over wait for nobody any more, and lose their buttons.

    Args:
        uow: The transaction.
        goal: The goal.
        now: The instant.
        key: What closes them.
    """
    for check_in in uow.check_ins.of_goal(goal.workspace, goal.id):
        if check_in.state is CheckInState.ASKED:
            uow.check_ins.save(check_in.model_copy(update={"state": CheckInState.MISSED}))
            if (asked := uow.people.get(goal.workspace, check_in.user)) is not None:
                redraw(uow, asked, check_in.said, now, f"{key}:{check_in.id}")


def _changed(goal: Goal) -> Message | None:
    """What was aimed at when the goal began, where that was changed on the way."""
    first = goal.history[0].before if goal.history else None
    if (
        first is None
        or first.target is None
        or (first.target, first.deadline) == (goal.target, goal.deadline)
    ):
        return None
    return at_end.RecapChanged(first.target, first.deadline)


def guard_broken_on_the_way(goal: Goal) -> list[Part]:
    """Every day on which the goal's guard was past its limit, with its figure; none where it held."""
    guard = goal.guard
    broken = [one for one in goal.guard_standing if guard is not None and guard.breaks_at(one.value)]
    if guard is None or guard.limit is None or not broken:
        return []
    days = tuple(guards.GuardDay(one.value, one.measured_on) for one in broken)
    return [Line(guards.GuardBrokenOnTheWay(guard.side, MetricName(guard.metric), guard.limit, days))]


def _final(goal: Goal, standing: said.Standing, progress: Progress) -> said.Standing:
    """How the end is told: a figure of long before it does not tell that the target was missed."""
    if standing is said.Standing.ACHIEVED:
        return standing
    if progress.latest is None:
        return said.Standing.WAITING
    old = is_stale(goal, progress.measured_on, goal.deadline)
    return said.Standing.STALE if old else said.Standing.MISSED
