"""Figures of a goal: checked, kept, said back with where the goal stands."""

from datetime import date, timedelta
from decimal import Decimal

from coach.broken_guard import instead_of_praise
from coach.cards import plan_lines
from coach.catalogue import METRICS
from coach.errors import Refused
from coach.following import CheckIn, CheckInState
from coach.goal import Goal, Measurement, Period
from coach.goal_levels import level_of
from coach.language.check_in import CheckInReading
from coach.language.negative import is_negative
from coach.language.provisional import is_provisional
from coach.making import was_measured, with_baseline, without_baseline
from coach.messages import following as say
from coach.messages import posts
from coach.messages.base import Channel, Message
from coach.messages.figures import (
    FigureBeforeStart,
    FigureKnown,
    FigureNotedOf,
    FigureStillLatest,
    WhichLevelThen,
    WhichOfTwo,
)
from coach.messages.guards import band_warning
from coach.messages.metrics import MadeOf
from coach.metrics import Kind
from coach.milestones import was_reached
from coach.naming import metric_of
from coach.plausible import is_doubtful
from coach.post_speech import at_risk_words, forecast_words, milestone_words, needed_a_week, planned_anew
from coach.progress import Status, assess, expected_level, valid_measurements
from coach.quantity import Quantity, Unit
from coach.raw_answers import read_raw
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.targets import kind_in
from coach.usecases.answers import ANSWERED, keep_words, mark, undo_button
from coach.usecases.call import Call
from coach.usecases.days_told import day_told
from coach.usecases.guards import feed_guards
from coach.usecases.per_period import month_or_week, whole_rate
from coach.usecases.posting import put_right
from coach.usecases.settling import figure_replaced, standing_figures

WORDS_IN_BUTTON = 200
"""Characters of an answer that a button remembers it by."""


def figure_in_words(
    call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str, *, sure: bool = False
) -> None:
    """Take an answer to where the metric stands; what is no figure is kept, and asked about once.

    Args:
        call: Whose answer it is.
        check_in: The question.
        goal: Its goal.
        reading: What the answer says.
        text: Their words.
        sure: Whether they were asked if the figure is right, and it is.
    """
    metric = metric_of(goal)
    try:
        raw = read_raw(text, goal.metric, unit_of(goal))
    except Refused as refusal:
        keep_words(call, check_in, text)
        call.say(refusal.says)
        return
    if raw is not None:
        record(call, check_in, goal, raw.figure, text, sample=raw.sample, sure=sure)
    elif reading.total and reading.count is not None:
        figure_of(call, check_in, goal, reading.count, reading.total, text, sure=sure)
    elif reading.level is not None:
        record(call, check_in, goal, reading.level, text, sure=sure)
    elif reading.either is not None:
        keep_words(call, check_in, text)
        call.say(WhichOfTwo(metric, *(level_of(goal, one) for one in reading.either)))
    elif reading.same and (before := latest(call, goal)) is not None:
        record(call, check_in, goal, before.value, text, sure=sure)
    elif reading.unit_open and (last := standing_level(call, goal)) is not None:
        keep_words(call, check_in, text)
        call.say(WhichLevelThen(metric, last))
    elif reading.increment is not None and (last := standing_level(call, goal)) is not None:
        level = Quantity(value=last.value + reading.increment, unit=last.unit)
        if not sure and is_negative(text, call.person.language):
            keep_words(call, check_in, text)
            yes = Button(Verb.SURE, say.LabelSure(level), check_in.id, value=text[:WORDS_IN_BUTTON])
            call.say(Speech((Line(say.LessThanBefore(metric, last, level)), Row((yes,)))))
            return
        record(call, check_in, goal, level, text, sure=sure)
    elif reading.no_figure or reading.not_done:
        mark(call, check_in, CheckInState.ANSWERED, text)  # an answer, too: nobody is reminded of it
        call.say(say.NoFigureNoted(metric))
    elif reading.vague or reading.done:
        keep_words(call, check_in, text)
        call.say(say.VagueFigure(metric))
    else:
        keep_words(call, check_in, text)
        call.say(say.FigureNotRead(metric, kind_of(goal)))


def figure_of(
    call: Call, check_in: CheckIn, goal: Goal, done: int, total: int, text: str, *, sure: bool = False
) -> None:
    """Take "42 of 50": a share of 84 % with its sample, or 42 where the metric is counted."""
    if METRICS[goal.metric].kind is Kind.SHARE or unit_of(goal) is Unit.PERCENT:
        share = (Decimal(done) * 100 / Decimal(total)).quantize(Decimal("0.1"))
        record(call, check_in, goal, Quantity(value=share, unit=Unit.PERCENT), text, sample=total, sure=sure)
    else:
        record(call, check_in, goal, Quantity(value=Decimal(done), unit=Unit.COUNT), text, sure=sure)


def unit_of(goal: Goal) -> Unit:
    """The unit that the goal's figures are in."""
    known = goal.baseline or goal.target
    return known.unit if known is not None else METRICS[goal.metric].unit


def kind_of(goal: Goal) -> Kind:
    """How the goal's figures are made, which says how one is written."""
    return kind_in(goal.metric, unit_of(goal))


def latest(call: Call, goal: Goal) -> Measurement | None:
    """The goal's last figure that stands."""
    return next(reversed(standing_figures(call, goal)), None)


def standing_level(call: Call, goal: Goal) -> Quantity | None:
    """What a figure is held against, and "+2" is added to: the last figure, else the baseline."""
    last = latest(call, goal)
    return last.value if last is not None else goal.baseline


def keep_figure(
    call: Call,
    goal: Goal,
    value: Quantity,
    text: str,
    *,
    on: date,
    sample: int | None = None,
    instead_of: Measurement | None = None,
) -> Measurement:
    """Keep a figure of a goal; the one that it corrects stays, as undone.

    Args:
        call: Who tells it.
        goal: The goal.
        value: The level, in the goal's unit.
        text: Their words.
        on: The day that it is measured on.
        sample: How many answers it is made of, where that was told.
        instead_of: The figure that it puts right.
    """
    if instead_of is not None:
        call.uow.measurements.undo(call.workspace, instead_of.id)
    measurement = Measurement(
        id=call.ids.new(),
        goal=goal.id,
        author=call.user,
        value=value,
        measured_on=on,
        recorded_at=call.now,
        sample=sample,
        words=text[:500] or None,
        corrects=instead_of.id if instead_of is not None else None,
        provisional=is_provisional(text),
    )
    call.uow.measurements.add(call.workspace, measurement)
    return measurement


def record(
    call: Call,
    check_in: CheckIn,
    goal: Goal,
    figure: Quantity,
    text: str,
    *,
    sample: int | None = None,
    sure: bool = False,
    on: date | None = None,
) -> None:
    """A figure came in: check it, keep it, and say what was understood and where the goal stands.

    Args:
        call: Who tells it.
        check_in: The question that it answers.
        goal: Its goal.
        figure: The figure, as it was written.
        text: Their words.
        sample: How many answers it is made of, where that was told.
        sure: Whether they were asked if it is right, and it is.
        on: The day that it is of; None: today.
    """
    try:
        value = whole_rate(level_of(goal, figure), figure)
    except Refused as refusal:
        if check_in.state not in ANSWERED:
            keep_words(call, check_in, text)
        call.say(refusal.says)
        return
    named = day_told(call, text) if check_in.measurement is None else None
    old = figure_replaced(call, check_in, goal, text, named)
    if old is not None and _says_the_same(old, value, sample, text) and old.id == check_in.measurement:
        known = Line(FigureKnown(metric_of(goal), value, old.measured_on))
        call.say(Speech((known, Row((undo_button(check_in, old.id),)))))
        return
    if not sure and (before := _far_from(call, goal, value, old)) is not None:
        keep_words(call, check_in, text)
        yes = Button(Verb.SURE, say.LabelSure(value), check_in.id, value=text[:WORDS_IN_BUTTON])
        really = Speech((Line(say.ReallySo(metric_of(goal), value, before)), Row((yes,))))
        call.say(month_or_week(goal, check_in, figure, before, call.person.language) or really)
        return
    day = old.measured_on if old is not None else on or named or call.today
    if old is not None and was_measured(goal) and standing_figures(call, goal) == [old]:
        goal = without_baseline(goal)  # the baseline was that figure: it is this one now
        call.uow.goals.save(goal)
    measurement = keep_figure(call, goal, value, text, on=day, sample=sample, instead_of=old)
    mark(call, check_in, CheckInState.ANSWERED, text, measurement=measurement.id)
    parts = _figure_parts(call, goal, measurement, of_day=named is not None and old is None)
    if sample is not None and value.unit is Unit.PERCENT:
        parts.insert(1, Line(say.FigureOf(_of(value, sample), sample), Style.QUIET))
    elif sample is not None:
        parts.insert(1, Line(MadeOf(sample), Style.QUIET))
    if (warning := band_warning(metric_of(goal), value)) is not None:
        parts.append(Line(warning))
    if old is not None:
        parts.insert(1, Line(_replaces(old, measurement), Style.QUIET))
    if measurement.provisional:
        parts.insert(1, Line(posts.FigureProvisional(), Style.QUIET))
    parts += [Line(message) for message in feed_guards(call, goal, measurement)]
    if put_right(call.uow, goal, call.now) and goal.channel is not None:
        parts.append(Line(posts.PostPutRight(Channel(goal.channel)), Style.QUIET))
    parts.append(Row((undo_button(check_in, measurement.id),)))
    call.say(Speech(tuple(parts)))


def _says_the_same(old: Measurement, value: Quantity, sample: int | None, text: str) -> bool:
    """Whether a figure is told again that stands already: no other value, sample or standing."""
    same = old.value.value == value.value and old.value.unit is value.unit
    return same and sample in {None, old.sample} and old.provisional == is_provisional(text)


def _replaces(old: Measurement, new: Measurement) -> Message:
    """What the new figure does to the old one."""
    if old.provisional and not new.provisional:
        same = old.value.value == new.value.value
        return say.FigureConfirms(old.measured_on) if same else say.FigureSettles(old.value, old.measured_on)
    return say.FigureCorrects(old.value, old.measured_on)


def _far_from(call: Call, goal: Goal, value: Quantity, corrected: Measurement | None) -> Quantity | None:
    """The figure before, where this one is so far from it that it may be a slip."""
    standing = [one for one in standing_figures(call, goal) if corrected is None or one.id != corrected.id]
    before = standing[-1].value if standing else goal.baseline
    return before if is_doubtful(goal.metric, value, before) else None


def _of(value: Quantity, sample: int) -> int:
    return int((value.value * sample / 100).to_integral_value())


def _figure_parts(call: Call, goal: Goal, figure: Measurement, *, of_day: bool) -> list[Part]:
    """What was understood, then where the goal stands; a first figure makes the baseline and the plan.

    It is told beside what the plan has for the day that it counts for, as the channel and the picture do.
    Of a day gone by that they named (`of_day`) only that is said which it changes.
    """
    metric, value, day = metric_of(goal), figure.value, figure.measured_on
    if of_day and goal.baseline is not None:
        parts: list[Part] = [Line(FigureNotedOf(metric, value, day))]
        last = latest(call, goal)
        if day < goal.start:
            return [*parts, Line(FigureBeforeStart(goal.start), Style.QUIET)]
        if last is not None and last.id != figure.id:
            return [*parts, Line(FigureStillLatest(last.value, last.measured_on), Style.QUIET)]
        return parts + standing_parts(call, goal)
    if goal.baseline is None:
        goal = with_baseline(goal, value, call.today)
        call.uow.goals.save(goal)
        parts = [Line(say.FigureNotedAlone(metric, value))]
        if goal.target is not None and goal.plan is not None:
            parts.append(Line(say.BaselineKnown(value, goal.target)))
            parts += plan_lines(goal.plan, value.unit)
        return parts
    expected = expected_level(goal, day)
    if expected is None:
        return [Line(say.FigureNotedAlone(metric, value))]
    parts = [Line(say.FigureNoted(metric, value, expected))]
    parts += standing_parts(call, goal)
    return parts


def standing_parts(call: Call, goal: Goal) -> list[Part]:
    """Where the goal stands, what it takes from here, and the next stage."""
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    progress = assess(goal, figures, call.today)
    standing = valid_measurements(goal, figures, call.today)
    held = progress.status is Status.ACHIEVED and was_reached(goal, standing[:-1])
    instead = at_risk_words(goal, progress) or instead_of_praise(goal, progress.status)
    stands = instead or say.HowItStands(say.Standing(progress.status))
    if standing and progress.status is not Status.ACHIEVED:
        stands = planned_anew(goal, standing[-1]) or stands
    stands = say.TargetHeld() if held and instead is None else stands
    parts: list[Part] = [Line(stands)]
    if (needed := needed_a_week(progress)) is not None:
        parts.append(Line(say.NeededAWeek(needed)))
    if (ahead := forecast_words(goal, progress)) is not None:
        parts.append(Line(ahead))
    if goal.channel is None:
        parts += [Line(message) for message in milestone_words(goal, figures, call.today)]
    if goal.plan is not None and (stage := next_stage(goal, call.today, progress.latest)) is not None:
        parts.append(Line(stage, Style.QUIET))
    return parts


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
