"""Who is told what, when: the policy of check-ins, reminders and what follows, pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from zlib import crc32

from coach.calendar import calendar_in, working_days
from coach.catalogue import METRICS
from coach.earlier_plans import as_of
from coach.following import CheckIn, CheckInAsks, CheckInState, SkipReason
from coach.goal import Goal, Intensity, Measurement
from coach.language.reading import Cadence
from coach.metrics import Kind
from coach.progress import Progress, Status, adds_up, assess, is_beyond, is_stale
from coach.quantity import Quantity, Unit

MOST_MESSAGES = 3
"""Messages in a row that may stay without an answer: the check-in, its reminder, one last question."""
MOST_SNOOZES = 2
REMIND_AFTER = 2
"""Days after which a check-in without an answer is asked once more."""
LAST_WEEK = timedelta(days=7)
"""How near the deadline the owner is asked whether the target still stands, and asked once more where they
were left alone: nobody else knows how it ends."""
LAST_DAYS = timedelta(days=3)
"""A figure of these last days before the deadline is enough: only the deadline's own is asked after it."""
REMEMBERED = 12
"""Check-ins of a person and goal that are looked back on."""
LATEST = 12
"""Figures that are looked through for a fresh one."""
_CADENCE_DAYS = {Cadence.DAILY: 1, Cadence.WEEKLY: 7, Cadence.MONTHLY: 28, Cadence.QUARTERLY: 84}
_OPEN = frozenset({CheckInState.ASKED, CheckInState.MISSED})
BEGINS_ANEW = frozenset({SkipReason.AWAY, SkipReason.PAUSED})
"""Who was away, or whose goal rested, is asked as if for the first time."""
HAD_NO_ROOM = frozenset({SkipReason.CAPPED, SkipReason.DOWNTIME})
"""What was left out for our own reasons: whatever was asked before still waits."""


class Step(StrEnum):
    """What comes next for somebody and a goal."""

    ASK = "ask"
    LAST_CALL = "last_call"  # once more, with a proposal to do it otherwise
    QUIET = "quiet"  # nothing, until they answer


class Tone(StrEnum):
    """What the state of a goal has a check-in say before its question."""

    PLAIN = "plain"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"  # it became so since the last check-in
    NEAR = "near"
    STALE = "stale"
    BLOCKED = "blocked"
    BACK = "back"  # from a leave
    ACHIEVED = "achieved"
    REMINDER = "reminder"
    LAST_CALL = "last_call"


@dataclass(frozen=True, slots=True)
class Opening:
    """What goes before the question, with the figures that it needs."""

    tone: Tone
    streak: int = 0
    """Check-ins answered in a row."""
    a_day: int | None = None
    """How many more a working day until the week's end (running totals, and what is counted a day)."""
    missing: Quantity | None = None
    """How many more are needed, in the metric's own unit (what is counted a week or a month)."""
    aim: Quantity | None = None
    """The level that puts the goal back on its plan by the week's end."""
    words: str | None = None
    """What blocked, in the person's words."""
    reached: bool = False
    """Whether the target is reached."""
    missed: int = 1
    """Questions in a row without an answer (`LAST_CALL`)."""
    ahead: bool = False
    """Whether the latest figure lies beyond what the plan has: nobody is offered to say that it fell."""
    confirms: bool = False
    """Whether it is asked, too, if target and deadline still stand."""


def cadence_days(goal: Goal) -> int:
    """The days from one check-in to the next."""
    return _CADENCE_DAYS[goal.check_in.cadence]


def unanswered(history: Sequence[CheckIn]) -> int:
    """How many messages in a row have had no answer.

    Args:
        history: Somebody's check-ins of a goal, the latest first.
    """
    return sum(2 if one.nudged else 1 for one in without_answer(history))


def without_answer(history: Sequence[CheckIn]) -> list[CheckIn]:
    """The questions in a row that have had no answer, the latest first.

    Args:
        history: Somebody's check-ins of a goal, the latest first.
    """
    found: list[CheckIn] = []
    for one in history:
        if one.skipped in BEGINS_ANEW:
            break
        if one.state is CheckInState.SKIPPED:
            continue
        if one.state not in _OPEN or one.words:  # what could not be read is an answer all the same
            break
        found.append(one)
    return found


def next_step(history: Sequence[CheckIn]) -> Step:
    """Whether somebody is asked as usual, asked a last time, or left alone until they answer."""
    count = unanswered(history)
    if count >= MOST_MESSAGES:
        return Step.QUIET
    return Step.LAST_CALL if count == MOST_MESSAGES - 1 else Step.ASK


def may_remind(goal: Goal, history: Sequence[CheckIn], intensity: Intensity) -> bool:
    """Whether a check-in that was just asked is followed by a reminder where it gets no answer.

    Where somebody is asked daily, the next day's question is reminder enough.
    """
    daily = goal.check_in.cadence is Cadence.DAILY
    return intensity is not Intensity.LIGHT and not daily and unanswered(history) == 1


def streak(history: Sequence[CheckIn]) -> int:
    """How many check-ins in a row were answered; what was not asked does not count."""
    count = 0
    for one in history:
        if one.state is CheckInState.SKIPPED:
            continue
        if one.state is not CheckInState.ANSWERED:
            break
        count += 1
    return count


def figure_is_fresh(
    figures: Sequence[Measurement], answers: Sequence[CheckIn], today: date, cadence: int
) -> bool:
    """Whether the figure of this check-in's period came in by itself.

    A figure belongs to the check-in that it is nearest to: with a week between them, Friday's to the coming
    Monday, Tuesday's to the Monday before. One that answers a check-in is that check-in's: who answers late
    is asked the next time all the same.

    Args:
        figures: The goal's measurements.
        answers: The owner's check-ins.
        today: The day on which a check-in came due.
        cadence: The days since the one before it.
    """
    asked_for = {one.measurement for one in answers if one.said is not None}
    return any(
        one.measured_on <= today
        and (today - one.measured_on).days * 2 < cadence
        and one.id not in asked_for
        and not one.undone
        for one in figures[-LATEST:]
    )


def answer_is_fresh(history: Sequence[CheckIn], today: date, cadence: int) -> bool:
    """Whether somebody has told of their part by themselves, nearer to this check-in than to the one before.

    Args:
        history: Their check-ins of a goal.
        today: The day on which a check-in came due.
        cadence: The days since the one before it.
    """
    return any(
        one.state is CheckInState.ANSWERED and one.said is None and (today - one.due_on).days * 2 < cadence
        for one in history
        if one.asks is CheckInAsks.ACTION
    )


def last_figure_is_in(goal: Goal, figures: Sequence[Measurement], today: date) -> bool:
    """Whether a figure of the last days before the deadline is known, and the deadline's own is to come."""
    since = goal.deadline - LAST_DAYS
    return since < today < goal.deadline and any(
        since < one.measured_on <= today and not one.undone for one in figures[-LATEST:]
    )


def asks_once_more(goal: Goal, history: Sequence[CheckIn], today: date) -> bool:
    """Whether the owner, left alone after three messages, is asked once in the goal's last week.

    Args:
        goal: The goal.
        history: The owner's check-ins of it, the latest first.
        today: The day on which a check-in came due.
    """
    begins = goal.deadline - LAST_WEEK
    asked = (one for one in history if one.state is not CheckInState.SKIPPED)
    return today >= begins and all(one.due_on < begins for one in asked)


def is_silent(one: CheckIn) -> bool:
    """Whether somebody has not answered: what was asked, or what is no longer asked for that reason."""
    return (one.state in _OPEN and not one.words) or one.skipped is SkipReason.QUIET


def silent_people(check_ins: Sequence[CheckIn], today: date, since: datetime) -> dict[str, CheckIn]:
    """Who has not answered, with the last question that they had time for.

    What is asked today is still open; and who has answered an earlier question since is not silent.

    Args:
        check_ins: Some people's check-ins of a goal, in the order asked.
        today: The day.
        since: From when on an answer counts.
    """
    latest: dict[str, CheckIn] = {}
    heard: set[str] = set()
    for one in check_ins:
        if one.answered_at is not None and one.answered_at >= since:
            heard.add(one.user)
        is_open = one.due_on == today and one.state is CheckInState.ASKED
        if not is_open and (one.state is not CheckInState.SKIPPED or is_silent(one)):
            latest[one.user] = one
    return {user: latest[user] for user in sorted(latest) if is_silent(latest[user]) and user not in heard}


def opening(
    goal: Goal, figures: Sequence[Measurement], history: Sequence[CheckIn], asked: CheckIn
) -> Opening:
    """What the state of the goal has the owner's check-in say first.

    Args:
        goal: The goal.
        figures: Its measurements; those since the question was asked are left out.
        history: The owner's check-ins before this one, the latest first.
        asked: The check-in.
    """
    if asked.nudged:
        return Opening(Tone.REMINDER)
    known = [one for one in figures if one.recorded_at < asked.asked_at]
    today = assess(goal, known, asked.due_on)
    if next_step(history) is Step.LAST_CALL:
        reached = today.status is Status.ACHIEVED
        return Opening(Tone.LAST_CALL, reached=reached, missed=len(without_answer(history)))
    if (reason := _blocked_on(history)) is not None:
        return Opening(Tone.BLOCKED, words=reason)
    if history and history[0].skipped is SkipReason.AWAY:
        return Opening(Tone.BACK)
    if _is_stale(goal, today, history, asked):
        return Opening(Tone.STALE)
    match today.status:
        case Status.ACHIEVED:
            return Opening(Tone.ACHIEVED)
        case Status.AT_RISK | Status.OFF_TRACK | Status.CLOSE:
            return _behind(goal, known, history, today, asked.due_on)
    if goal.deadline - asked.due_on <= LAST_WEEK:
        return Opening(Tone.NEAR)
    if today.status is Status.ON_TRACK:
        return Opening(Tone.ON_TRACK, streak=streak(history))
    return Opening(Tone.PLAIN)


def is_ahead(goal: Goal, figures: Sequence[Measurement], asked: CheckIn) -> bool:
    """Whether the latest figure before a question lies beyond what the plan has for it."""
    known = [one for one in figures if one.recorded_at < asked.asked_at]
    latest = assess(goal, known, asked.due_on).latest
    return latest is not None and asked.expected is not None and is_beyond(goal, latest, asked.expected)


def _behind(
    goal: Goal, known: Sequence[Measurement], history: Sequence[CheckIn], now: Progress, today: date
) -> Opening:
    """What is needed this week; that it is at risk is said when it has become so."""
    last = next((one for one in history if one.state is not CheckInState.SKIPPED), None)
    before = (
        assess(goal, [one for one in known if one.recorded_at < last.asked_at], last.due_on).status
        if last is not None
        else Status.WAITING
    )
    a_day, aim = catch_up(goal, now, today)
    missing = missing_in_unit(goal, now, aim) if a_day is None else None
    tone = Tone.BEHIND if now.status in {before, Status.CLOSE} else Tone.AT_RISK
    return Opening(tone, a_day=a_day, aim=aim, missing=missing)


def catch_up(goal: Goal, progress: Progress, today: date) -> tuple[int | None, Quantity | None]:
    """What is needed to be back on the plan by the week's end: so many more a working day, and the level.

    How many a day is known of a running total and of what is counted a day; of 3 more a month it is not.
    """
    if goal.plan is None or goal.target is None or progress.latest is None:
        return None, None
    week = next((one for one in goal.plan.weeks if one.end >= today), None)
    if week is None:
        return None, None
    aim = Quantity(value=week.level, unit=progress.latest.unit)
    gap = week.level - progress.latest.value
    left = working_days(today, week.end, calendar_in(goal.country, goal.region))
    if (gap <= 0) is not goal.decrease or left == 0:
        return None, None
    if goal.decrease or METRICS[goal.metric].kind is not Kind.COUNT:
        return None, aim
    if aim.unit is Unit.PER_DAY:
        return _rounded_up(gap), aim
    return (_rounded_up(gap / Decimal(left)), aim) if adds_up(goal) else (None, aim)


def missing_in_unit(goal: Goal, progress: Progress, aim: Quantity | None) -> Quantity | None:
    """How many more a counted metric needs, in its own unit: 3 a month are not one more a day.

    Args:
        goal: The goal.
        progress: Its standing.
        aim: The level that puts it back on its plan.
    """
    counted = METRICS[goal.metric].kind is Kind.COUNT and not goal.decrease
    if aim is None or progress.latest is None or not counted:
        return None
    gap = _rounded_up(aim.value - progress.latest.value)
    return Quantity(value=Decimal(gap), unit=aim.unit) if gap > 0 else None


def _rounded_up(number: Decimal) -> int:
    return int(number.to_integral_value(ROUND_CEILING))


def _blocked_on(history: Sequence[CheckIn]) -> str | None:
    """What was in the way at the last check-in, where something was."""
    last = next((one for one in history if one.state is not CheckInState.SKIPPED), None)
    return last.words if last is not None and last.state is CheckInState.BLOCKED else None


def _is_stale(goal: Goal, today: Progress, history: Sequence[CheckIn], asked: CheckIn) -> bool:
    """Whether no figure came in for two cadences."""
    if not history or goal.baseline is None:
        return False
    return is_stale(goal, today.measured_on, asked.due_on)


def wording(goal: str, day: date, ways: int) -> int:
    """Which of several ways to say the same: another one from week to week, the same when asked again."""
    return (crc32(goal.encode()) + day.toordinal() // 7) % ways


def wants_confirming(goal: Goal, history: Sequence[CheckIn], asked: CheckIn) -> bool:
    """Whether this is the check-in, the first of the last week, that asks if target and deadline stand."""
    begins = goal.deadline - LAST_WEEK
    if goal.stands_on is not None or goal.target is None or asked.due_on < begins:
        return False
    return all(one.due_on < begins or one.state is CheckInState.SKIPPED for one in history)


def status_changed(
    goal: Goal, figures: Sequence[Measurement], now: datetime, before: datetime, today: date, then: date
) -> Status | None:
    """The status that a goal had then, by the plan of then, where it is another one now."""
    current = assess(goal, [one for one in figures if one.recorded_at <= now], today).status
    known = [one for one in figures if one.recorded_at <= before]
    earlier = assess(as_of(goal, before), known, then).status
    return earlier if earlier is not current else None
