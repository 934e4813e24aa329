"""The day's message to a person: the questions of their check-ins, each as it stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from coach.action_week import WEEK, action_week
from coach.broken_guard import broken_guard
from coach.catalogue import METRICS
from coach.cues import moment_of
from coach.following import CheckIn, CheckInAsks, CheckInState, SkipReason
from coach.goal import Goal, LeverAction
from coach.language.addressing import to_you
from coach.language.reading import Cadence
from coach.messages import check_in_questions as asks
from coach.messages import home as label
from coach.messages import nudges as words
from coach.messages.base import Change, Message
from coach.messages.cues import RightMoment
from coach.messages.guards import OnTrackButGuard
from coach.metrics import Kind
from coach.naming import metric_of
from coach.nudges import (
    MOST_SNOOZES,
    Opening,
    Tone,
    is_ahead,
    next_step,
    opening,
    wants_confirming,
    without_answer,
    wording,
)
from coach.nudges import Step as NextStep
from coach.outgoing import Lane, Outgoing
from coach.people import Profile
from coach.ports import UnitOfWork
from coach.quantity import Quantity, Unit
from coach.sharing import has_parts, own_part
from coach.speech import Button, Divider, Line, Part, Picker, PickerKind, Row, Speech, Style, Verb
from coach.targets import kind_in
from coach.usecases.absences import absences_for
from coach.usecases.guards import guard_question
from coach.usecases.remembering import remembered

SHORTEST_STREAK = 3
"""Answers in a row from which on they are worth a word."""


def day_speech(
    uow: UnitOfWork, person: Profile, check_ins: Sequence[CheckIn], today: date, *, caught_up: bool = False
) -> Speech:
    """Everything that is asked of a person in one message; what was dealt with has lost its buttons.

    Args:
        uow: Where the goals and figures are.
        person: Who is asked.
        check_ins: What is asked, in order.
        today: The day, where the person is.
        caught_up: Whether it stands for questions that were missed.
    """
    parts: list[Part] = []
    told: set[int] = set()
    if caught_up:
        parts.append(Line(words.CaughtUp(), Style.QUIET))
    if len(check_ins) > 1:
        parts.append(Line(words.SeveralToday(len(check_ins))))
    for number, check_in in enumerate(check_ins):
        goal = uow.goals.get(person.workspace, check_in.goal)
        if goal is None:
            continue
        if number:
            parts.append(Divider())
        if check_in.state is CheckInState.ASKED and not check_in.resting:
            parts += _once(_question(uow, goal, check_in, today), told)
        else:
            parts.append(Line(_settled(uow, goal, check_in)))
    return Speech(tuple(parts))


_SAID_ONCE: tuple[tuple[type[Message], ...], ...] = (
    (words.OpenBack,),
    (words.OpenReminder,),
    (words.OpenOnTrack, words.OpenStreak),
    (words.OpenLastCall, words.OpenLastCallOwner, words.OpenLastCallReached),
)
"""What is about the person or all is well: said before the first question of a message that has it."""


def _once(parts: Sequence[Part], told: set[int]) -> list[Part]:
    """A question's parts without what the message has said already."""
    kept: list[Part] = []
    for part in parts:
        said = part.message if isinstance(part, Line) else None
        group = next((number for number, kinds in enumerate(_SAID_ONCE) if isinstance(said, kinds)), None)
        if group is None or group not in told:
            kept.append(part)
        if group is not None:
            told.add(group)
    return kept


def in_order(uow: UnitOfWork, check_ins: Sequence[CheckIn]) -> list[CheckIn]:
    """Check-ins in the order of their goals, the first confirmed first: each week the same."""

    def rank(one: CheckIn) -> tuple[float, str]:
        goal = uow.goals.get(one.workspace, one.goal)
        return (goal.confirmed_at.timestamp(), goal.id) if goal is not None else (0.0, one.goal)

    return sorted(check_ins, key=rank) if len(check_ins) > 1 else list(check_ins)


def redraw(uow: UnitOfWork, person: Profile, said: str | None, now: datetime, key: str) -> None:
    """Draw a message anew as its questions stand now, where it has arrived.

    Args:
        uow: The transaction.
        person: Whose message it is.
        said: The message's dedupe key.
        now: The instant.
        key: What makes it necessary: the same event redraws once.
    """
    ref = uow.outbox.sent(person.workspace, said) if said is not None else None
    if said is None or ref is None:
        return
    left = in_order(uow, uow.check_ins.in_message(person.workspace, person.user, said))
    today = now.astimezone(person.tz).date()
    speech = (
        day_speech(uow, person, left, today) if left else Speech((Line(words.AskedBelow(), Style.QUIET),))
    )
    uow.outbox.add(
        Outgoing(
            workspace=person.workspace,
            to=person.user,
            language=person.language,
            speech=speech,
            dedupe_key=f"redraw:{said}:{key}",
            lane=Lane.ANSWER,
            at=now,
            replaces=ref,
        )
    )


def _question(uow: UnitOfWork, goal: Goal, check_in: CheckIn, today: date) -> tuple[Part, ...]:
    recent = remembered(uow, goal.workspace, goal.id, check_in.user)
    history = [one for one in recent if one.id != check_in.id and one.asked_at < check_in.asked_at]
    if check_in.asks is CheckInAsks.FIGURE:
        figures = uow.measurements.of_goal(goal.workspace, goal.id)
        opened = opening(goal, figures, history, check_in)
        confirms = opened.tone is not Tone.ACHIEVED and wants_confirming(goal, history, check_in)
        opened = replace(opened, confirms=confirms, ahead=is_ahead(goal, figures, check_in))
        return figure_question(goal, check_in, opened).parts
    action = next(iter(goal.actions), None)
    if action is None:
        return ()
    asked, *rest = action_question(goal, check_in, action, today, _action_opening(history, check_in)).parts
    return (asked, *_beside(uow, goal, action, check_in), *rest)


def _beside(uow: UnitOfWork, goal: Goal, action: LeverAction, check_in: CheckIn) -> tuple[Part, ...]:
    """The moment that the action is tied to, and the person's part of the plan, where there are such."""
    moment, part = moment_of(action), None
    if has_parts(goal):
        part = own_part(goal, check_in.user, check_in.due_on, absences_for(uow, goal))
    lines = (RightMoment(moment) if moment is not None else None, part)
    return tuple(Line(line, Style.QUIET) for line in lines if line is not None)


def _action_opening(history: Sequence[CheckIn], check_in: CheckIn) -> Opening:
    """What goes before a contributor's question: no figures of the team's."""
    if check_in.nudged:
        return Opening(Tone.REMINDER)
    if next_step(history) is NextStep.LAST_CALL:
        return Opening(Tone.LAST_CALL, missed=len(without_answer(history)))
    last = next((one for one in history if one.state is not CheckInState.SKIPPED), None)
    if last is not None and last.state is CheckInState.BLOCKED and last.words:
        return Opening(Tone.BLOCKED, words=last.words)
    if history and history[0].skipped is SkipReason.AWAY:
        return Opening(Tone.BACK)
    return Opening(Tone.PLAIN)


def opening_line(opened: Opening, goal: Goal, check_in: CheckIn) -> Message | None:  # noqa: C901, PLR0912
    """What goes before the question, in the words of the week."""
    if opened.tone is Tone.ON_TRACK and broken_guard(goal) is not None:
        return OnTrackButGuard()
    way = tuple(words.Way)[wording(goal.id, check_in.due_on, len(words.Way))]
    match opened.tone:
        case Tone.ON_TRACK if opened.streak >= SHORTEST_STREAK:
            return words.OpenStreak(way, opened.streak)
        case Tone.ON_TRACK:
            return words.OpenOnTrack(way)
        case Tone.AT_RISK | Tone.BEHIND if opened.a_day is not None:
            return words.OpenBehindADay(opened.a_day)
        case Tone.AT_RISK | Tone.BEHIND if opened.aim is not None and opened.missing is not None:
            return words.OpenBehindMissing(opened.aim, Change(opened.missing))
        case Tone.AT_RISK | Tone.BEHIND if opened.aim is not None:
            return words.OpenBehind(way, opened.aim)
        case Tone.AT_RISK:
            return None  # that it is at risk is said beside this
        case Tone.BEHIND:
            return words.OpenBehindOnly()
        case Tone.NEAR:
            days = (goal.deadline - check_in.due_on).days
            return words.OpenNear(days) if days > 0 else words.OpenToday()
        case Tone.STALE:
            return words.OpenStale()
        case Tone.BACK:
            return words.OpenBack()
        case Tone.BLOCKED:
            return words.OpenBlocked(opened.words or "")
        case Tone.ACHIEVED:
            return words.OpenAchieved()
        case Tone.REMINDER:
            return words.OpenReminder(way)
        case Tone.LAST_CALL if opened.reached:
            return words.OpenLastCallReached(opened.missed)
        case Tone.LAST_CALL:
            kind = words.OpenLastCallOwner if check_in.user == goal.owner else words.OpenLastCall
            return kind(opened.missed)
        case _:
            return None


def _openings(opened: Opening, goal: Goal, check_in: CheckIn) -> list[Part]:
    line = opening_line(opened, goal, check_in)
    risk = [Line(words.OpenAtRisk())] if opened.tone is Tone.AT_RISK else []
    return [*risk, *([Line(line)] if line is not None else [])]


def later(check_in: CheckIn) -> tuple[Picker, ...]:
    """The list to put a question off; gone once that was done twice."""
    if check_in.snoozes >= MOST_SNOOZES:
        return ()
    choices = tuple((until.value, words.LaterChoice(until)) for until in words.SnoozeUntil)
    return (Picker(PickerKind.ONE_OF, Verb.LATER, words.PickLater(), check_in.id, options=choices),)


def figure_question(goal: Goal, check_in: CheckIn, opened: Opening | None = None) -> Speech:
    """The owner's check-in: the figure, with what the plan expects."""
    opened = opened or Opening(Tone.PLAIN)
    metric = metric_of(goal)
    parts = _openings(opened, goal, check_in)
    buttons: list[Button] = []
    if check_in.expected is not None:
        question = asks.CheckInFigureMonth if _by_month(goal) else asks.CheckInFigure
        parts.append(Line(question(metric, check_in.expected)))
        if not opened.ahead:
            on_plan = asks.LabelOnPlan(check_in.expected)
            buttons.append(Button(Verb.ON_PLAN, on_plan, check_in.id, primary=True))
    else:
        parts.append(Line(asks.CheckInFigureFirst(metric)))
    other = asks.LabelFigure() if buttons else asks.LabelFirstFigure()
    buttons += [
        Button(Verb.CHECK_IN, other, check_in.id, primary=not buttons),
        Button(Verb.BLOCKED, asks.LabelBlocked(), check_in.id),
    ]
    if goal.target is not None:
        parts.append(Line(asks.CheckInGoal(goal.target, goal.deadline), Style.QUIET))
    below: list[Part] = [Line(_how(goal), Style.QUIET)]
    if (guard := guard_question(goal)) is not None:
        below.append(Line(guard, Style.QUIET))
    return Speech((*parts, Row((*buttons, *later(check_in))), *below, *_about_the_goal(opened, goal)))


_EXAMPLES: dict[Kind, tuple[str, Unit]] = {
    Kind.SHARE: ("80", Unit.PERCENT),
    Kind.MEAN: ("4.2", Unit.SCORE),
    Kind.DURATION: ("220", Unit.SECONDS),
    Kind.MONEY: ("12000", Unit.COUNT),
}
"""Figures to show how one is written, where nothing is known of the goal's own level."""
OF = 50
"""Answers of which a share is told as so many."""


def _how(goal: Goal) -> Message:
    """How a figure is written, by one near the goal's own level."""
    kind = kind_of(goal)
    value, unit = _EXAMPLES.get(kind, ("48", Unit.COUNT))
    known = goal.baseline or goal.target
    example = known or Quantity(value=Decimal(value), unit=unit)
    if _by_month(goal):
        week = (example.value * 12 / 52).to_integral_value()
        return asks.CheckInHowMonth(example, Quantity(value=week, unit=Unit.COUNT))
    total = OF if example.value * OF >= 100 else OF * 10
    done = int((example.value * total / 100).to_integral_value()) if kind is Kind.SHARE else 0
    return asks.CheckInHow(kind, example, done, total)


def _by_month(goal: Goal) -> bool:
    """Whether the goal's figures are counts of a month."""
    return kind_of(goal) is Kind.COUNT and goal.target is not None and goal.target.unit is Unit.PER_MONTH


def kind_of(goal: Goal) -> Kind:
    """How the goal's figures are told: as a share, a length of time, and so on."""
    known = goal.baseline or goal.target
    return kind_in(goal.metric, known.unit) if known is not None else METRICS[goal.metric].kind


def _about_the_goal(opened: Opening, goal: Goal) -> list[Part]:
    """Buttons that change the goal itself: where nobody answers, and in its last week."""
    change = Button(Verb.CHANGE_GOAL, words.LabelChange(), goal.id, goal.version)
    if opened.tone is Tone.LAST_CALL:
        return [Row((change, Button(Verb.PAUSE, label.LabelPause(), goal.id, goal.version)))]
    if opened.confirms and goal.target is not None:
        stands = Button(Verb.STANDS, words.LabelStands(), goal.id, goal.version)
        return [Line(words.StillStands(goal.target, goal.deadline)), Row((stands, change))]
    return []


def action_question(
    goal: Goal, check_in: CheckIn, action: LeverAction, today: date, opened: Opening | None = None
) -> Speech:
    """A contributor's check-in: was the week's action done?"""
    is_over = _week_is_over(goal, check_in, today)
    buttons = (
        Button(Verb.DONE, asks.LabelDone(), check_in.id, primary=True),
        Button(Verb.NOT_YET, asks.LabelNotLastWeek() if is_over else asks.LabelNotYet(), check_in.id),
        Button(Verb.BLOCKED, asks.LabelBlocked(), check_in.id),
    )
    return Speech(
        (
            *_openings(opened or Opening(Tone.PLAIN), goal, check_in),
            Line(_words_of_week(goal, check_in, action, is_over=is_over)),
            Row((*buttons, *later(check_in))),
            Line(asks.CheckInHowAction(), Style.QUIET),
        )
    )


def action_words(goal: Goal, check_in: CheckIn, action: LeverAction, today: date) -> Message:
    """Whether the action was done, last week or so far this week: days are counted where it is daily."""
    return _words_of_week(goal, check_in, action, is_over=_week_is_over(goal, check_in, today))


def _words_of_week(goal: Goal, check_in: CheckIn, action: LeverAction, *, is_over: bool) -> Message:
    wanted, text = check_in.wanted or 1, to_you(action.text, goal.language)
    if not action.rhythm_told and wanted == 1:
        return asks.CheckInActionOpenLast(text) if is_over else asks.CheckInActionOpen(text)
    if action.per is Cadence.DAILY and action.count == 1 and wanted > 1:
        return asks.CheckInActionDaysLast(wanted, text) if is_over else asks.CheckInActionDays(wanted, text)
    return asks.CheckInActionLast(wanted, text) if is_over else asks.CheckInAction(wanted, text)


def action_of(goal: Goal) -> str:
    """The goal's lever action, as it is told to whoever does it."""
    return to_you(goal.actions[0].text, goal.language) if goal.actions else ""


def says_how_often(goal: Goal) -> bool:
    """Whether somebody said how often the goal's lever action is to be done."""
    return any(one.rhythm_told for one in goal.actions[:1])


def _settled(uow: UnitOfWork, goal: Goal, check_in: CheckIn) -> Message:
    """What stands in the place of a question that was dealt with."""
    metric = metric_of(goal)
    if check_in.state is CheckInState.BLOCKED:
        return words.SettledBlocked(metric)
    if check_in.state is CheckInState.AWAY:
        return words.SettledAway(metric)
    if check_in.asks is CheckInAsks.ACTION and check_in.done is not None:
        wanted = check_in.wanted or 1
        if check_in.done > wanted and not says_how_often(goal):
            return words.SettledActionTimes(action_of(goal), check_in.done)
        settled = words.SettledAction if check_in.done <= wanted else words.SettledActionMore
        return settled(action_of(goal), check_in.done, wanted)
    if check_in.state is CheckInState.MISSED:
        return words.SettledMissed(metric)
    value = _value(uow, goal, check_in)
    if value is not None:
        return words.SettledFigure(metric, value)
    nothing = check_in.state is CheckInState.ANSWERED
    return words.SettledMissed(metric) if nothing else words.SettledLater(metric)


def _value(uow: UnitOfWork, goal: Goal, check_in: CheckIn) -> Quantity | None:
    if check_in.measurement is None:
        return None
    found = uow.measurements.get(goal.workspace, check_in.measurement)
    return found.value if found is not None else None


def _week_is_over(goal: Goal, check_in: CheckIn, today: date) -> bool:
    """Whether a question is about a week that has passed, by when it was due or by when it is asked again."""
    week = action_week(goal, check_in.due_on)
    return week.is_over or week.first + WEEK - timedelta(days=week.first.weekday()) <= today
