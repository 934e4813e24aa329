"""Putting a check-in off, and confirming in the last week that a goal still stands."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from coach.calendar import instant, next_local, next_working_instant
from coach.following import CheckIn, CheckInState, ScheduleKind
from coach.goal import Goal
from coach.language.asides import ask_again
from coach.language.patterns import rx
from coach.language.plain import fold, plain
from coach.messages import following
from coach.messages import nudges as say
from coach.messages.nudges import SnoozeUntil
from coach.nudges import MOST_SNOOZES
from coach.people import FocusKind, Profile
from coach.scheduling import calendar_of, hours_of, reminder
from coach.usecases.asking import redraw
from coach.usecases.call import Call

MORNING = time(9, 30)
_COURTESY = rx(
    r"(?<!\w)(?:ok|d'accord|plutot|svp|stp|s'il (?:te|vous) plait|merci|please|pls|thanks|thank you|rather"
    r"|instead|(?:je n'ai |on n'a )?pas le temps|no time|(?:today )?i'm busy|about (?:it|that|this|them|all)"
    r"|for (?:all|both)|pour (?:tout|tous|toutes)|les? deux|all|both|tout)(?!\w)"
)
"""What may stand around "tomorrow" where it is meant for every question."""


def snooze(call: Call, check_in_id: str, value: str) -> bool:
    """Ask a check-in again later; False where the person has no such one."""
    check_in = call.uow.check_ins.get(call.workspace, check_in_id)
    goal = call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
    if check_in is None or goal is None or check_in.user != call.user or value not in set(SnoozeUntil):
        return False
    if check_in.state is not CheckInState.ASKED:
        call.say(following.CheckInIsOver())
        return True
    if check_in.snoozes >= MOST_SNOOZES:
        call.say(say.LaterNoMore())
        return True
    until = SnoozeUntil(value)
    _put_off(call, [(check_in, goal)], until)
    call.say(say.LaterNoted(until))
    return True


def hear_later(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take "demain" and nothing else for all the questions of the message that was asked last; else False.

    Args:
        call: Who says it.
        text: What they wrote.
        waiting: Their questions without an answer, the last asked first.
    """
    value, rest = ask_again(_COURTESY.sub(" ", fold(plain(text))).strip(" ,;.!"))
    open_ = [one for one in waiting if not one.resting and one.said == waiting[0].said]
    if value is None or len(open_) < 2 or any(map(str.isalnum, rest)):
        return False
    goals = ((one, call.uow.goals.get(call.workspace, one.goal)) for one in open_)
    mine = [(one, goal) for one, goal in goals if goal is not None and one.snoozes < MOST_SNOOZES]
    if not mine:
        call.say(say.LaterNoMore())
        return True
    until = SnoozeUntil(value)
    _put_off(call, mine, until)
    call.say(say.LaterAllNoted(until) if len(mine) > 1 else say.LaterNoted(until))
    return True


def _put_off(call: Call, questions: Sequence[tuple[CheckIn, Goal]], until: SnoozeUntil) -> None:
    """Questions of one message come again later; the message shows those that are left."""
    for check_in, goal in questions:
        put_off = check_in.model_copy(update={"snoozes": check_in.snoozes + 1, "resting": True})
        call.uow.check_ins.save(put_off)
        own = _schedule_id(call, goal, put_off)
        if own is not None:
            call.uow.schedules.put(reminder(own, goal, call.person, later(call.now, call.person, until)))
    last = questions[-1][0]
    redraw(call.uow, call.person, last.said, call.now, call.event)
    _turn_to_next(call, last)


def _turn_to_next(call: Call, put_off: CheckIn) -> None:
    """Their next words are about a question that is still open, those of the same message first."""
    waiting = call.uow.check_ins.waiting_for(call.workspace, call.user)
    still = [one for one in waiting if one.id != put_off.id and not one.resting]
    still.sort(key=lambda one: one.said != put_off.said)
    if still:
        call.focus(FocusKind.CHECK_IN, still[0].id)


def later(now: datetime, person: Profile, until: SnoozeUntil) -> datetime:
    """When a question comes again: in the person's working hours, on a working day."""
    opens, closes = hours_of(person)
    local = now.astimezone(person.tz)
    match until:
        case SnoozeUntil.HOUR:
            at = now + timedelta(hours=1)
        case SnoozeUntil.TOMORROW:
            clock = local.time().replace(second=0, microsecond=0)
            at = instant(local.date() + timedelta(days=1), clock, person.tz)
        case SnoozeUntil.MONDAY:
            tomorrow = instant(local.date() + timedelta(days=1), time(0), person.tz)
            at = next_local(tomorrow, person.tz, 0, max(opens, MORNING))
    return next_working_instant(at, person.tz, calendar_of(person), opens, closes).astimezone(UTC)


def _schedule_id(call: Call, goal: Goal, check_in: CheckIn) -> str | None:
    """The person's check-in schedule of the goal."""
    rows = call.uow.schedules.of_goal(call.workspace, goal.id)
    return next(
        (one.id for one in rows if one.user == check_in.user and one.kind is ScheduleKind.CHECK_IN), None
    )


def stands(call: Call, goal_id: str) -> bool:
    """The owner confirms that target and deadline still stand; False where they lead no such goal."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    if goal is None or goal.owner != call.user or goal.target is None:
        return False
    if goal.stands_on is None:
        changed = goal.model_copy(update={"stands_on": call.today, "version": goal.version + 1})
        call.uow.goals.save(changed)
    call.say(say.StandsNoted(goal.target, goal.deadline))
    return True
