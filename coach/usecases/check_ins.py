"""Answers to check-ins, by button or in words: what was understood is said back, and can be taken back."""

from datetime import date, timedelta
from decimal import Decimal

from coach.cards import person_of, plan_lines
from coach.catalogue import METRICS
from coach.errors import Refused
from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import Goal, Measurement, Period
from coach.language.absence import read_absence
from coach.language.check_in import CheckInReading, read_check_in
from coach.language.plain import plain
from coach.language.provisional import is_provisional
from coach.making import was_measured, with_baseline, without_baseline
from coach.messages import following as say
from coach.messages import home, posts
from coach.messages.base import Change, Channel, Message, MetricName, Person
from coach.messages.guards import band_warning
from coach.messages.metrics import MadeOf
from coach.metrics import Kind
from coach.outgoing import Lane
from coach.own_levels import check_own_level, in_own_unit
from coach.people import FocusKind
from coach.post_speech import forecast_words, milestone_words
from coach.progress import assess
from coach.quantity import Quantity, Unit
from coach.raw_answers import read_raw
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.targets import check_level, in_metric_unit
from coach.usecases.absence import keep_leave
from coach.usecases.asking import action_of, redraw
from coach.usecases.call import Call
from coach.usecases.guards import hear_guard, names_guard
from coach.usecases.posting import put_right

LONGEST_FIGURE = 3
"""Words of an answer that is only a figure ("42 sur 50"); what is longer says something."""
ANSWERED = frozenset({CheckInState.ANSWERED, CheckInState.BLOCKED, CheckInState.AWAY})


def metric_of(goal: Goal) -> MetricName:
    """The goal's metric as it is named to people."""
    return MetricName(goal.metric, goal.metric_words, goal.within)


def reads_as_answer(call: Call, check_in: CheckIn, text: str) -> bool:
    """Whether a text that came out of the blue is an answer to this check-in."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    return goal is not None and (_read(call, goal, text).is_answer or names_guard(call, goal, text))


def _read(call: Call, goal: Goal, text: str) -> CheckInReading:
    unit = goal.target.unit if goal.target is not None else METRICS[goal.metric].unit
    return read_check_in(text, language=call.person.language, today=call.today, metric=goal.metric, unit=unit)


def answer_in_words(call: Call, check_in: CheckIn, text: str) -> bool:
    """An answer in words; False where the text is about something else."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    if goal is None:
        return False
    goal, text = hear_guard(call, goal, plain(text))
    if not text:
        return True
    reading = _read(call, goal, text)
    if _is_reason(check_in, reading, text):
        blocked(call, check_in, goal, text)
        return True
    if check_in.state in ANSWERED and not reading.is_answer:
        return False
    if reading.blocked:
        blocked(call, check_in, goal, reading.reason)
    elif reading.away:
        _away(call, check_in, reading)
    elif check_in.asks is CheckInAsks.ACTION:
        _action_in_words(call, check_in, goal, reading, text)
    else:
        _figure_in_words(call, check_in, goal, reading, text)
    return True


def _is_reason(check_in: CheckIn, reading: CheckInReading, text: str) -> bool:
    """Whether a text says what is in the way: it was just asked, and is more than a figure."""
    asked = check_in.state is CheckInState.BLOCKED and not check_in.words
    return asked and (not reading.is_answer or len(text.split()) > LONGEST_FIGURE)


def _action_in_words(call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str) -> None:
    wanted = check_in.wanted or 1
    if reading.done:
        action_done(call, check_in, goal, wanted, text)
    elif reading.not_done:
        action_done(call, check_in, goal, 0, text)
    elif reading.total is not None and reading.count is not None:
        counted = check_in.model_copy(update={"wanted": reading.total})  # their own count of what was due
        action_done(call, counted, goal, reading.count, text)
    elif reading.level is not None:
        action_done(call, check_in, goal, int(reading.level.value), text)
    elif reading.increment is not None:
        action_done(call, check_in, goal, (check_in.done or 0) + int(reading.increment), text)
    elif reading.vague:
        _keep_words(call, check_in, text)
        call.say(say.VagueAction())
    else:
        _keep_words(call, check_in, text)
        call.say(say.ActionNotRead())


def _figure_in_words(call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str) -> None:
    metric = metric_of(goal)
    try:
        raw = read_raw(text, goal.metric, unit_of(goal))
    except Refused as refusal:
        _keep_words(call, check_in, text)
        call.say(refusal.says)
        return
    if raw is not None:
        record(call, check_in, goal, raw.figure, text, sample=raw.sample)
    elif reading.total and reading.count is not None:
        figure_of(call, check_in, goal, reading.count, reading.total, text)
    elif reading.level is not None:
        record(call, check_in, goal, reading.level, text)
    elif reading.increment is not None and (last := _last_level(call, goal)) is not None:
        record(call, check_in, goal, Quantity(value=last.value + reading.increment, unit=last.unit), text)
    elif reading.vague or reading.done or reading.not_done:
        _keep_words(call, check_in, text)
        call.say(say.VagueFigure(metric))
    else:
        _keep_words(call, check_in, text)
        call.say(say.FigureNotRead(metric))


def _keep_words(call: Call, check_in: CheckIn, text: str) -> None:
    """What is no figure is kept all the same."""
    call.uow.check_ins.save(check_in.model_copy(update={"words": text[:500]}))


def figure_of(call: Call, check_in: CheckIn, goal: Goal, done: int, total: int, text: str) -> None:
    """Take "42 of 50": a share of 84 % with its sample, or 42 where the metric is counted."""
    if METRICS[goal.metric].kind is Kind.SHARE or unit_of(goal) is Unit.PERCENT:
        share = (Decimal(done) * 100 / Decimal(total)).quantize(Decimal("0.1"))
        record(call, check_in, goal, Quantity(value=share, unit=Unit.PERCENT), text, sample=total)
    else:
        record(call, check_in, goal, Quantity(value=Decimal(done), unit=Unit.COUNT), text)


def unit_of(goal: Goal) -> Unit:
    """The unit that the goal's figures are in."""
    known = goal.baseline or goal.target
    return known.unit if known is not None else METRICS[goal.metric].unit


def latest(call: Call, goal: Goal) -> Measurement | None:
    """The goal's last figure that stands."""
    standing = [m for m in call.uow.measurements.of_goal(call.workspace, goal.id) if not m.undone]
    return standing[-1] if standing else None


def _last_level(call: Call, goal: Goal) -> Quantity | None:
    """What "+2" is added to: the last figure, else the baseline."""
    last = latest(call, goal)
    return last.value if last is not None else goal.baseline


def record(
    call: Call, check_in: CheckIn, goal: Goal, figure: Quantity, text: str, *, sample: int | None = None
) -> None:
    """A figure came in: check it, keep it, and say what was understood and where the goal stands."""
    try:
        own = in_own_unit(goal.own_metric, figure)
        value = in_metric_unit(goal.metric, own, goal.baseline or goal.target)
        check_level(goal.metric, value)
        check_own_level(goal.own_metric, value)
    except Refused as refusal:
        if check_in.state not in ANSWERED:
            _keep_words(call, check_in, text)
        call.say(refusal.says)
        return
    old = call.uow.measurements.get(call.workspace, check_in.measurement) if check_in.measurement else None
    measurement = Measurement(
        id=call.ids.new(),
        goal=goal.id,
        author=call.user,
        value=value,
        measured_on=old.measured_on if old is not None else call.today,
        recorded_at=call.now,
        sample=sample,
        words=text[:500] or None,
        corrects=check_in.measurement,
        provisional=is_provisional(text),
    )
    if check_in.measurement is not None:
        call.uow.measurements.undo(call.workspace, check_in.measurement)
    call.uow.measurements.add(call.workspace, measurement)
    _answered(call, check_in, CheckInState.ANSWERED, text, measurement=measurement.id)
    parts = _figure_parts(call, check_in, goal, value)
    if sample is not None and value.unit is Unit.PERCENT:
        parts.insert(1, Line(say.FigureOf(_of(value, sample), sample), Style.QUIET))
    elif sample is not None:
        parts.insert(1, Line(MadeOf(sample), Style.QUIET))
    if (warning := band_warning(metric_of(goal), value)) is not None:
        parts.append(Line(warning))
    if measurement.provisional:
        parts.insert(1, Line(posts.FigureProvisional(), Style.QUIET))
    if put_right(call.uow, goal, call.now) and goal.channel is not None:
        parts.append(Line(posts.PostPutRight(Channel(goal.channel)), Style.QUIET))
    parts.append(Row((_undo(check_in, measurement.id),)))
    call.say(Speech(tuple(parts)))


def _of(value: Quantity, sample: int) -> int:
    return int((value.value * sample / 100).to_integral_value())


def _figure_parts(call: Call, check_in: CheckIn, goal: Goal, value: Quantity) -> list[Part]:
    """What was understood, then where the goal stands; a first figure makes the baseline and the plan."""
    metric = metric_of(goal)
    if goal.baseline is None:
        goal = with_baseline(goal, value, call.today)
        call.uow.goals.save(goal)
        parts: list[Part] = [Line(say.FigureNotedAlone(metric, value))]
        if goal.target is not None and goal.plan is not None:
            parts.append(Line(say.BaselineKnown(value, goal.target)))
            parts += plan_lines(goal.plan, value.unit)
        return parts
    if check_in.expected is None:
        return [Line(say.FigureNotedAlone(metric, value))]
    parts = [Line(say.FigureNoted(metric, value, check_in.expected))]
    parts += standing_parts(call, goal)
    return parts


def standing_parts(call: Call, goal: Goal) -> list[Part]:
    """Where the goal stands, what it takes from here, and the next stage."""
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    progress = assess(goal, figures, call.today)
    parts: list[Part] = [Line(say.HowItStands(say.Standing(progress.status)))]
    behind = {say.Standing.AT_RISK, say.Standing.OFF_TRACK}
    if say.Standing(progress.status) in behind and progress.needed_per_week is not None:
        parts.append(Line(say.NeededAWeek(_change(goal, progress.needed_per_week))))
    if (ahead := forecast_words(goal, progress)) is not None:
        parts.append(Line(ahead))
    if goal.channel is None:
        parts += [Line(message) for message in milestone_words(goal, figures, call.today)]
    if goal.plan is not None and (stage := next_stage(goal, call.today, progress.latest)) is not None:
        parts.append(Line(stage, Style.QUIET))
    return parts


def _change(goal: Goal, step: Decimal) -> Change:
    unit = unit_of(goal)
    return Change(Quantity(value=step, unit=Unit.POINTS if unit is Unit.PERCENT else unit))


def next_stage(goal: Goal, today: date, latest: Quantity | None) -> Message | None:
    """The next week's end of the plan, after today, that is not reached yet."""
    week = next_stage_week(goal, today + timedelta(days=1), latest)
    if week is None or goal.target is None:
        return None
    return say.NextStage(week.end, Quantity(value=week.level, unit=goal.target.unit))


def next_stage_week(goal: Goal, today: date, latest: Quantity | None) -> Period | None:
    """The first week of the plan that ends today or later and whose level is not reached yet."""
    for week in goal.plan.weeks if goal.plan is not None else ():
        reached = latest is not None and (
            latest.value <= week.level if goal.decrease else latest.value >= week.level
        )
        if week.end >= today and not reached:
            return week
    return None


def action_done(call: Call, check_in: CheckIn, goal: Goal, done: int, text: str) -> None:
    """How often the lever action was done this period."""
    wanted = check_in.wanted or 1
    done = max(0, done)
    _answered(call, check_in, CheckInState.ANSWERED, text, done=done)
    words: Message = say.ActionThanks() if done >= wanted else say.ActionNotDone()
    parts: list[Part] = [Line(words), Line(say.ActionNoted(action_of(goal), done, wanted), Style.QUIET)]
    call.say(Speech((*parts, Row((_undo(check_in),)))))


def blocked(call: Call, check_in: CheckIn, goal: Goal, reason: str | None) -> None:
    """Being blocked is an answer. The owner is told, and the reason asked where it was not given."""
    first = check_in.state is not CheckInState.BLOCKED
    _answered(call, check_in, CheckInState.BLOCKED, reason or "")
    own = goal.owner == call.user
    if reason is None:
        call.say(say.BlockedWhy())
        return
    call.say(say.BlockedOwnNoted() if own else say.BlockedNoted(person_of(goal), metric_of(goal)))
    if not own:
        told = Line(say.ToldBlocked(Person(user=call.user), metric_of(goal), reason))
        see = Row((Button(Verb.OPEN_GOAL, home.LabelOpen(), goal.id, goal.version),))
        call.say(
            Speech((told, see)),
            to=goal.owner,
            language=call.language_of(goal.owner),
            lane=Lane.NUDGE,
            key=f"blocked:{check_in.id}:{'1' if first else '2'}:{call.event}",
        )


def _away(call: Call, check_in: CheckIn, reading: CheckInReading) -> None:
    until = reading.away_until
    said = read_absence(reading.text, language=call.person.language, today=call.today)
    if said.start is None or said.start <= call.today:
        _answered(call, check_in, CheckInState.AWAY, "")
    if said.start is not None and said.end is not None and said.end >= call.today:
        keep_leave(call, said.start, said.end)
    elif until is not None and until >= call.today:
        keep_leave(call, call.today, until)
    else:
        call.say(say.AwayNotedOpen())


def _answered(
    call: Call,
    check_in: CheckIn,
    state: CheckInState,
    text: str,
    *,
    measurement: str | None = None,
    done: int | None = None,
) -> None:
    answered = check_in.model_copy(
        update={
            "state": state,
            "answered_at": call.now,
            "words": text[:500] or None,
            "measurement": measurement,
            "done": done,
            "resting": False,
        }
    )
    call.uow.check_ins.save(answered)
    redraw(call.uow, call.person, answered.said, call.now, f"{call.event}:{check_in.id}")


def _undo(check_in: CheckIn, measurement: str = "") -> Button:
    return Button(Verb.UNDO, say.LabelUndo(), check_in.id, value=measurement)


def press(call: Call, subject: str, verb: Verb, value: str = "") -> bool:
    """A button of a check-in was pressed; False where the subject is no check-in of this person."""
    check_in = call.uow.check_ins.get(call.workspace, subject)
    goal = call.uow.goals.get(call.workspace, check_in.goal) if check_in is not None else None
    if check_in is None or goal is None or check_in.user != call.user:
        return False
    call.focus(FocusKind.CHECK_IN, check_in.id)
    if verb is Verb.UNDO:
        _take_back(call, check_in, goal, value)
    elif check_in.state in ANSWERED:
        call.say(say.CheckInIsOver())
    elif verb is Verb.ON_PLAN and check_in.expected is not None:
        record(call, check_in, goal, check_in.expected, "")
    elif verb is Verb.BLOCKED:
        blocked(call, check_in, goal, None)
    elif verb is Verb.DONE:
        action_done(call, check_in, goal, check_in.wanted or 1, "")
    elif verb is Verb.NOT_YET:
        action_done(call, check_in, goal, 0, "")
    else:
        return False
    return True


def _take_back(call: Call, check_in: CheckIn, goal: Goal, measurement: str) -> None:
    """Undo: the figure is marked as undone, and the question is open again."""
    if check_in.state not in ANSWERED or (measurement and measurement != check_in.measurement):
        call.say(say.NothingToUndo())
        return
    if check_in.measurement is not None:
        call.uow.measurements.undo(call.workspace, check_in.measurement)
        if was_measured(goal) and latest(call, goal) is None:
            call.uow.goals.save(without_baseline(goal))
        put_right(call.uow, goal, call.now)
    call.uow.check_ins.save(
        check_in.model_copy(
            update={
                "state": CheckInState.ASKED,
                "measurement": None,
                "done": None,
                "words": None,
                "answered_at": None,
            }
        )
    )
    redraw(call.uow, call.person, check_in.said, call.now, call.event)
    call.say(say.Undone())
