"""The last figure of a goal often comes after its deadline: it still says how the goal ended."""

from collections.abc import Sequence

from coach.errors import Refused
from coach.following import CheckIn, CheckInAsks, CheckInState, ScheduleKind
from coach.goal import UNTIL, Goal, GoalState, Measurement
from coach.goal_levels import level_of
from coach.language.check_in import read_check_in
from coach.language.detection import detect
from coach.language.mentions import find_metrics
from coach.language.named_days import names_day, without_days
from coach.language.plain import fold, plain
from coach.language.reply import takes_back
from coach.messages import ending as at_end
from coach.messages import following as said
from coach.messages import posts as say
from coach.messages.base import Channel
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.plausible import is_doubtful
from coach.quantity import Quantity, Unit
from coach.raw_answers import read_raw
from coach.roles import Deed, may
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.call import Call
from coach.usecases.check_ins import LONGEST_FIGURE
from coach.usecases.closing import awaits_figure, close_questions, end_key, ending
from coach.usecases.figures import keep_figure, latest, unit_of
from coach.usecases.guards import hear_guard

LONGEST_REPORT = 8
"""Words of "the target was met, 86 %": a figure with its unit. Who looks back says more."""


def hear_last_figure(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take a bare figure as the one of the deadline, where a goal just ended; False where it is none.

    Where another goal's question is open that it may answer just as well, it is asked which one is meant.

    Args:
        call: Who tells it.
        text: The words.
        waiting: Their questions without an answer.
    """
    text = plain(text)
    goal = _in_focus(call) or _asked_beside(call, text, waiting)
    if goal is None or not awaits_last_figure(call, goal):
        return False
    if _names_another(call, goal, text) or _is_of_a_part(call, goal, text, waiting):
        return False
    if goal.state is GoalState.ACTIVE and _has_none(call, goal, text):
        end_now(call, goal)
        return True
    corrects = takes_back(text)
    asked = goal.state is GoalState.ACTIVE
    whole = asked or corrects or _level_in(call, goal, text) is not None
    longest = LONGEST_REPORT if whole else LONGEST_FIGURE
    level = _level_in(call, goal, text, bare=True)
    if level is not None and len(text.split()) <= longest:
        others = _answered_today(call) if corrects else waiting
        if _last_of(call, goal) is not None and corrects:
            others = ()
        if any(_answers_as_well(call, one, level) for one in others):
            call.say(said.WhichGoalIsIt(level, metric_of(goal)))
            return True
    elif _answers_another(call, text, waiting):
        return False
    return take_last_figure(call, goal, text, longest=longest)


def _in_focus(call: Call) -> Goal | None:
    """The goal whose end was spoken of last."""
    focus = call.person.focus
    looks_back = focus is not None and focus.kind is FocusKind.LOOK_BACK
    return call.uow.goals.get(call.workspace, focus.id) if focus is not None and looks_back else None


def _asked_beside(call: Call, text: str, waiting: Sequence[CheckIn]) -> Goal | None:
    """The one goal whose last figure is waited for, where a bare figure fits it, and no other question.

    Another question may have come since: a decimal, or more than is due, is no count of a part.
    """
    focus, language = call.person.focus, call.person.language
    every = [goal for goal in call.uow.goals.of_person(call.workspace, call.user) if goal.owner == call.user]
    ended = [goal for goal in every if goal.state is GoalState.ACTIVE and awaits_last_figure(call, goal)]
    if not ended:
        return None
    reading = read_check_in(text, language=language, today=call.today, metric=None, unit=None)
    if reading.level is None or len(text.split()) > LONGEST_REPORT or takes_back(text):
        return None
    asked = [goal for goal in ended if _level_in(call, goal, text, bare=True) is not None]
    if len(asked) != 1 or any(_may_count(one, reading.level) for one in waiting):
        return None
    if focus is None or focus.kind is not FocusKind.CHECK_IN:
        return asked[0]
    last = call.uow.check_ins.get(call.workspace, focus.id)
    level = _level_in(call, asked[0], text, bare=True)
    told = last is not None and last.state is not CheckInState.ASKED
    if told and last is not None and level is not None and _answers_as_well(call, last, level):
        return None  # it may put right what was told just before
    return asked[0]


def _may_count(one: CheckIn, level: Quantity) -> bool:
    """Whether a bare figure may say how often a part was done that is asked about."""
    whole = level.unit is Unit.COUNT and level.value == int(level.value)
    return one.asks is CheckInAsks.ACTION and whole and level.value <= (one.wanted or 1)


def _is_of_a_part(call: Call, goal: Goal, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Whether a figure that is far from the goal's own may count a part that is asked about."""
    reading = read_check_in(text, language=call.person.language, today=call.today, metric=None, unit=None)
    level = reading.level
    if level is None or _level_in(call, goal, text, bare=True) is not None:
        return False
    return any(_may_count(one, level) for one in waiting)


def _has_none(call: Call, goal: Goal, text: str) -> bool:
    """Whether whoever is asked for the last figure says that there is none."""
    reading = read_check_in(
        text, language=call.person.language, today=call.today, metric=goal.metric, unit=unit_of(goal)
    )
    return reading.level is None and (reading.no_figure or reading.not_done)


def _names_another(call: Call, goal: Goal, text: str) -> bool:
    """Whether a text names the metric of another goal of theirs, and not this one's."""
    named = {one.metric for one in find_metrics(text, fold(text), detect(text, call.person.language))}
    if not named or goal.metric in named:
        return False
    every = call.uow.goals.of_person(call.workspace, call.user)
    return any(one.state is GoalState.ACTIVE and one.metric in named for one in every)


def _answers_another(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Whether a figure that is far from the goal's own may be the answer to an open question."""
    for one in waiting:
        goal = call.uow.goals.get(call.workspace, one.goal)
        level = _level_in(call, goal, text, bare=True) if goal is not None else None
        if level is not None and _answers_as_well(call, one, level):
            return True
    return False


def _answered_today(call: Call) -> list[CheckIn]:
    """The questions for figures that they answered today: what corrects a figure may be about these."""
    found = []
    for goal in call.uow.goals.of_person(call.workspace, call.user):
        if goal.state is not GoalState.ACTIVE or goal.owner != call.user:
            continue
        last = next(iter(call.uow.check_ins.recent(call.workspace, goal.id, call.user, 1)), None)
        if last is not None and last.measurement is not None and last.answered_at is not None:
            found += [last] if last.answered_at.astimezone(call.person.tz).date() == call.today else []
    return found


def _last_of(call: Call, goal: Goal) -> Measurement | None:
    """The figure of the goal's deadline, where it came in."""
    known = call.uow.measurements.of_goal(call.workspace, goal.id)
    return next((one for one in known if one.measured_on == goal.deadline and not one.undone), None)


def _level_in(call: Call, goal: Goal, text: str, *, bare: bool = False) -> Quantity | None:
    """The level that a text tells with its unit, where it may be the goal's last; else None.

    Args:
        call: Who tells it.
        goal: The goal.
        text: The words.
        bare: Whether a number without a unit is one too.
    """
    unit = unit_of(goal)
    language, today = call.person.language, call.today
    told = read_check_in(text, language=language, today=today, metric=None, unit=None).level
    if told is None or (told.unit is Unit.COUNT and not bare):
        return None
    level = read_check_in(text, language=language, today=today, metric=goal.metric, unit=unit).level
    if level is None or level.unit is not unit:
        return None
    return None if _is_far(call, goal, level) else level


def _answers_as_well(call: Call, check_in: CheckIn, level: Quantity) -> bool:
    """Whether a level may be the answer to an open question."""
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    if goal is None or check_in.asks is not CheckInAsks.FIGURE or unit_of(goal) is not level.unit:
        return False
    return not _is_far(call, goal, level)


def _is_far(call: Call, goal: Goal, level: Quantity) -> bool:
    last = latest(call, goal)
    return is_doubtful(goal.metric, level, last.value if last is not None else goal.baseline)


def awaits_last_figure(call: Call, goal: Goal) -> bool:
    """Whether the figure of a goal's deadline is still taken, from this person."""
    waits = awaits_figure(goal) and call.today > goal.deadline
    over = waits or goal.state in {GoalState.ACHIEVED, GoalState.MISSED}
    return over and call.today <= goal.deadline + UNTIL and may(call.user, Deed.STEER, goal)


def take_last_figure(call: Call, goal: Goal, text: str, *, longest: int | None = None) -> bool:
    """Take the figure in a text as the one of the deadline; False where there is none.

    Args:
        call: Who tells it.
        goal: The goal that ended.
        text: The words.
        longest: Of how many words at most, where they do not name the metric; where they name the day of the
            deadline, a figure with its unit may stand among more.
    """
    goal, text = hear_guard(call, goal, text)
    if not text:
        return True
    try:
        figure, sample = _figure(call, goal, text, longest)
        if figure is None:
            return False
        value = level_of(goal, figure)
    except Refused as refusal:
        call.say(refusal.says)
        return True
    _keep(call, goal, value, sample, text)
    return True


def _figure(call: Call, goal: Goal, text: str, longest: int | None) -> tuple[Quantity | None, int | None]:
    """The figure that a text tells, and of how many answers it is made."""
    unit = unit_of(goal)
    if (raw := read_raw(text, goal.metric, unit)) is not None:
        return raw.figure, raw.sample
    language = call.person.language
    if longest is not None and len(without_days(text).split()) > longest:
        read = read_check_in(text, language=language, today=call.today, metric=goal.metric, unit=None)
        bare = read.level is None or read.level.unit is Unit.COUNT
        if bare or not names_day(text, goal.deadline, language):
            return None, None
    return read_check_in(text, language=language, today=call.today, metric=goal.metric, unit=unit).level, None


def _keep(call: Call, goal: Goal, value: Quantity, sample: int | None, text: str) -> None:
    old = _last_of(call, goal)
    measurement = keep_figure(call, goal, value, text, on=goal.deadline, sample=sample, instead_of=old)
    noted = Line(said.FigureNotedAlone(metric_of(goal), value))
    if goal.state is GoalState.ACTIVE:
        end_now(call, goal, noted)
        return
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    state, parts = ending(goal, figures, call.today)
    if state is not goal.state:
        goal = goal.model_copy(update={"state": state, "version": goal.version + 1})
        call.uow.goals.save(goal)
    asks: list[Part] = [Line(at_end.LookBackAsk())] if goal.look_back is None else []
    if goal.look_back is None:
        call.focus(FocusKind.LOOK_BACK, goal.id)
    before = call.uow.outbox.sent(call.workspace, end_key(goal))
    if goal.channel is not None and before is not None:
        asks.insert(0, Line(say.PostPutRight(Channel(goal.channel)), Style.QUIET))
    call.say(Speech((noted, *parts, *asks)))
    if goal.channel is not None:
        corrected = Line(at_end.EndCorrected(call.today), Style.QUIET)
        call.say(
            Speech((corrected, *parts, Line(say.PostThanks(), Style.QUIET))),
            to=goal.channel,
            language=goal.language,
            lane=Lane.POST,
            replaces=before,
            key=f"last-figure:{measurement.id}",
        )


def end_now(call: Call, goal: Goal, *first: Part) -> None:
    """End a goal whose last figure was waited for: it came in, or its owner has none.

    Args:
        call: Who told it.
        goal: The goal, past its deadline.
        first: What they read before how it ended.
    """
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    state, parts = ending(goal, figures, call.today)
    call.uow.goals.save(goal.model_copy(update={"state": state, "version": goal.version + 1}))
    close_questions(call.uow, goal, call.now, "close")
    for row in call.uow.schedules.of_goal(call.workspace, goal.id):
        if row.kind is ScheduleKind.CLOSE:
            call.uow.schedules.put(row.model_copy(update={"due_at": None}))
    new = Row((Button(Verb.HELP, at_end.LabelNextGoal(), goal.id),))
    asks: list[Part] = [Line(at_end.LookBackAsk()), new] if goal.look_back is None else [new]
    call.say(Speech((*first, *parts, *asks)))
    call.focus(FocusKind.LOOK_BACK, goal.id)
    if goal.channel is not None:
        told = Speech((*parts, Line(say.PostThanks(), Style.QUIET)))
        call.say(told, to=goal.channel, language=goal.language, lane=Lane.POST, key=end_key(goal))
