"""A goal's guard at the check-ins: its figure is taken from the answer, kept, and warned of."""

from datetime import date

from coach.broken_guard import gained
from coach.errors import Refused
from coach.goal import ENDED, UNTIL, Goal, GoalState, Measurement
from coach.guard import GuardFigure
from coach.guard_reading import without_guard_figure
from coach.language.check_in import read_check_in
from coach.messages import following
from coach.messages import guards as say
from coach.messages.base import Channel, Message, MetricName
from coach.messages.figures import FigureOfDay
from coach.messages.posts import PostPutRight
from coach.naming import metric_of
from coach.progress import valid_measurements
from coach.quantity import Quantity
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.targets import in_metric_unit
from coach.usecases.call import Call
from coach.usecases.days_told import day_told
from coach.usecases.posting import put_right


def hear_guard(call: Call, goal: Goal, text: str) -> tuple[Goal, str]:
    """Take the guard's figure out of an answer ("5 min 40, CSAT 78 %") and say what it means.

    Returns:
        The goal with that figure, and what is left of the answer: nothing where that was all.
    """
    if goal.guard is None or goal.guard.limit is None:
        return goal, text
    found, rest = without_guard_figure(text, call.person.language, goal.guard)
    if found is None or found.limit is None:
        return goal, text
    return note_guard_figure(call, goal, found.limit, text, beside=rest), rest


def _has_gained(call: Call, goal: Goal, rest: str) -> bool:
    """Whether the goal's own figure got better: the one told beside the guard's, else the latest one."""
    figures = valid_measurements(goal, call.uow.measurements.of_goal(call.workspace, goal.id), call.today)
    levels = [one.value for one in figures]
    if goal.target is not None and rest:
        unit = goal.target.unit
        read = read_check_in(
            rest, language=call.person.language, today=call.today, metric=goal.metric, unit=unit
        )
        if read.level is not None:
            try:
                levels.append(in_metric_unit(goal.metric, read.level, goal.baseline, goal.metric_words))
            except Refused:
                return False  # what it is will be said of the figure itself
    return gained(goal, levels)


def note_guard_figure(
    call: Call,
    goal: Goal,
    level: Quantity,
    text: str,
    *,
    beside: str = "",
    instead_of: GuardFigure | None = None,
) -> Goal:
    """Keep a figure of the goal's guard and say whether the guard holds; it can be taken back.

    Args:
        call: Who tells it.
        goal: The goal.
        level: The figure, in the guard metric's unit.
        text: Their words.
        beside: What else they say: the goal's own figure, maybe.
        instead_of: The figure that it puts right; None: one of the same day, where there is one.
    """
    day = instead_of.measured_on if instead_of is not None else day_told(call, text) or call.today
    old = instead_of or _of_day(goal, day)
    if old is not None and old.value == level:
        kept, figure = goal, old
    else:
        figure = GuardFigure(
            id=call.ids.new(),
            value=level,
            measured_on=day,
            author=call.user,
            recorded_at=call.now,
            words=text[:500] or None,
            corrects=old.id or None if old is not None else None,
        )
        kept = _keep(call, goal, figure, old)
    parts: list[Part] = [Line(guard_says(kept, figure.value, gained=_has_gained(call, kept, beside)))]
    if instead_of is None and day != call.today:
        parts.append(Line(FigureOfDay(day), Style.QUIET))
    if old is not None and old is not figure:
        parts.append(Line(following.FigureCorrects(old.value, old.measured_on), Style.QUIET))
        parts += _told_right(call, kept)
    if figure.id:
        parts.append(Row((_undo_button(kept, figure),)))
    call.say(Speech(tuple(parts)))
    return kept


def _undo_button(goal: Goal, figure: GuardFigure) -> Button:
    return Button(Verb.UNDO_GUARD, following.LabelUndo(), goal.id, value=figure.id)


def _told_right(call: Call, goal: Goal) -> list[Part]:
    """Edit the channel's last post where it told a guard's figure that stands no more; what says so."""
    if not put_right(call.uow, goal, call.now) or goal.channel is None:
        return []
    return [Line(PostPutRight(Channel(goal.channel)), Style.QUIET)]


def _of_day(goal: Goal, day: date) -> GuardFigure | None:
    return next((one for one in reversed(goal.guard_standing) if one.measured_on == day), None)


def _keep(call: Call, goal: Goal, figure: GuardFigure, old: GuardFigure | None) -> Goal:
    """Keep a figure of the goal's guard; what it takes the place of, as any of its day, stays as undone."""
    kept = (
        one.model_copy(update={"undone": True})
        if one is old or one.measured_on == figure.measured_on
        else one
        for one in goal.guard_figures
    )
    return _saved(call, goal, (*kept, figure))


def _saved(call: Call, goal: Goal, figures: tuple[GuardFigure, ...]) -> Goal:
    kept = goal.model_copy(update={"guard_figures": figures, "version": goal.version + 1})
    call.uow.goals.save(kept)
    return kept


def take_back_guard(call: Call, goal_id: str, figure_id: str) -> bool:
    """Take a guard's figure back; what it had put right stands again. False where the goal is not theirs."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    figure = next((one for one in goal.guard_figures if one.id == figure_id), None) if goal else None
    if goal is None or figure is None or figure.author != call.user:
        return False
    if figure.undone:
        call.say(following.NothingToUndo())
        return True
    goal, before = _without(call, goal, figure)
    told: Message = following.UndoneAlone()
    if before is not None and goal.guard is not None:
        told = following.UndoneTo(MetricName(goal.guard.metric), before.value, before.measured_on)
    parts: list[Part] = [Line(told)]
    parts += _told_right(call, goal)
    if before is not None and before.id:
        parts.append(Row((_undo_button(goal, before),)))
    call.say(Speech(tuple(parts)))
    return True


def _without(call: Call, goal: Goal, figure: GuardFigure) -> tuple[Goal, GuardFigure | None]:
    """The goal with a guard's figure undone, and the one that it had put right, which stands again."""
    before = next((one for one in goal.guard_figures if one.id and one.id == figure.corrects), None)
    changed = {figure.id: True} | ({before.id: False} if before is not None else {})
    figures = tuple(
        one.model_copy(update={"undone": changed[one.id]}) if one.id in changed else one
        for one in goal.guard_figures
    )
    return _saved(call, goal, figures), before


def feed_guards(call: Call, goal: Goal, figure: Measurement) -> list[Message]:
    """A goal's figure is also that of the owner's other goals whose guard it is: one figure, one truth.

    Args:
        call: Who tells it.
        goal: The goal that it is of.
        figure: The figure; where it puts another one right, that one counts for no guard any more.

    Returns:
        A warning for each guard that does not hold.
    """
    warnings: list[Message] = []
    value = figure.value
    for other in call.uow.goals.of_person(call.workspace, call.user):
        guard = other.guard
        if other.owner != call.user or not _counts(call, other) or other.id == goal.id:
            continue
        same = guard is not None and guard.limit is not None and guard.metric is goal.metric
        if not same or guard is None or guard.limit is None or guard.limit.unit is not value.unit:
            continue
        fed_before = (one for one in other.guard_standing if one.measurement)
        right = next((one for one in fed_before if one.measurement == figure.corrects), None)
        old = right or _of_day(other, figure.measured_on)
        fed = GuardFigure(
            id=call.ids.new(),
            value=value,
            measured_on=figure.measured_on,
            author=call.user,
            recorded_at=call.now,
            words=figure.words,
            measurement=figure.id,
            corrects=old.id or None if old is not None else None,
        )
        _told_right(call, _keep(call, other, fed, old))
        if guard.breaks_at(value) and other.state in ENDED:
            name = MetricName(guard.metric)
            warnings.append(say.GuardWasBroken(guard.side, name, value, guard.limit, figure.measured_on))
        elif guard.breaks_at(value):
            warnings.append(say.GuardOfAnotherBroken(metric_of(other), say.guard_holds(guard)))
    return warnings


def unfeed_guards(call: Call, measurement: str, again: Measurement | None) -> None:
    """A goal's figure is taken back: it counts for no guard any more.

    Args:
        call: Who takes it back.
        measurement: Its id.
        again: The figure that stands again in its place, if one does.
    """
    for goal in call.uow.goals.of_person(call.workspace, call.user):
        for figure in goal.guard_standing:
            if figure.measurement != measurement:
                continue
            kept, before = _without(call, goal, figure)
            if before is not None and before.measurement and again is not None:
                now = before.model_copy(update={"measurement": again.id, "undone": False})
                figures = (now if one.id == before.id else one for one in kept.guard_figures)
                kept = _saved(call, kept, tuple(figures))
            _told_right(call, kept)
            break


def _counts(call: Call, goal: Goal) -> bool:
    """Whether a guard's figure still says something of a goal: it is under way, or has just ended."""
    over = goal.state in {GoalState.ACHIEVED, GoalState.MISSED}
    return goal.state is GoalState.ACTIVE or (over and call.today <= goal.deadline + UNTIL)


def names_guard(call: Call, goal: Goal, text: str) -> bool:
    """Whether an answer tells the guard's figure."""
    if goal.guard is None or goal.guard.limit is None:
        return False
    return without_guard_figure(text, call.person.language, goal.guard)[0] is not None


def guard_says(goal: Goal, level: Quantity, *, gained: bool) -> Message:
    """Whether the guard holds at a level; `gained`: whether the goal's own figure got better."""
    assert goal.guard is not None
    if goal.guard.breaks_at(level):
        return say.guard_broken(goal.guard, level, gained=gained)
    return say.GuardNoted(MetricName(goal.guard.metric), level, say.guard_holds(goal.guard))


def guard_question(goal: Goal) -> Message | None:
    """The small print of a check-in that asks for the guard's figure too."""
    if goal.guard is None or goal.guard.limit is None:
        return None
    return say.AskGuardFigure(MetricName(goal.guard.metric), say.guard_holds(goal.guard))
