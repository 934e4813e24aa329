"""Several questions at once: one text may answer more than one of them, and what is left is asked for."""

from collections.abc import Sequence

from coach.catalogue import METRICS
from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import GoalState
from coach.language.check_in import read_check_in
from coach.language.figure_names import find_figure_names
from coach.language.plain import fold
from coach.language.reply import takes_back
from coach.language.understanding import read
from coach.messages.following import AndNext, AndNextAction
from coach.metrics import Kind, MetricKey, is_called
from coach.naming import metric_of
from coach.nudges import Step, next_step
from coach.people import FocusKind
from coach.plausible import is_doubtful
from coach.quantity import Quantity, Unit
from coach.usecases.answers import ANSWERED
from coach.usecases.asking import action_of, in_order
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words, reads_as_answer
from coach.usecases.figures import latest, unit_of
from coach.usecases.part_answers import COUNTS
from coach.usecases.remembering import remembered


def answer_the_one_named(call: Call, text: str, waiting: Sequence[CheckIn]) -> bool:
    """Take "DMT 8 min 20, CSAT 79", or a bare "8 min 20", as the answer of the one check-in that it fits."""
    if not waiting:
        return False
    reading = read(text, None, call.today, fallback=call.person.language, answering=True).understanding
    named: MetricKey | None = reading.metric if reading.metric is not MetricKey.OTHER else None
    if named is None and len(names := find_figure_names(text, fold(text), call.person.language)) == 1:
        named = names[0].metric  # by a short name that begins no goal ("sl 75")
    level = reading.target or reading.baseline
    timed = level is not None and level.is_duration
    fitting = []
    for check_in in waiting:
        goal = call.uow.goals.get(call.workspace, check_in.goal)
        if goal is None or check_in.asks is not CheckInAsks.FIGURE:
            continue
        is_timed = METRICS[goal.metric].kind is Kind.DURATION
        if (named is not None and is_called(goal.metric, named)) or (named is None and timed and is_timed):
            fitting.append(check_in)
    if len(fitting) != 1:
        return False
    return reads_as_answer(call, fitting[0], text) and answer_in_words(call, fitting[0], text)


def answer_the_one_open(call: Call, text: str, waiting: Sequence[CheckIn], focus: CheckIn | None) -> bool:
    """Take an answer for the question that it can only be meant for, where not the one asked last.

    "4 of 10" is the one that asks for ten; and what comes after an answer is the next question's, not a
    second answer to the same one, unless it puts that right.

    Args:
        call: Whose answer it is.
        text: What they wrote.
        waiting: Their questions without an answer.
        focus: The question that was asked or answered last.
    """
    if not waiting:
        return False
    language = call.person.language
    reading = read_check_in(text, language=language, today=call.today, metric=None, unit=None)
    if not reading.is_answer or (focus is not None and _asks_why(focus)):
        return False
    of_ten = [one for one in waiting if one.asks is CheckInAsks.ACTION and one.wanted == reading.total]
    if reading.total is not None and len(of_ten) != 1 and _shares_are_of_parts(call, waiting):
        of_ten = [one for one in waiting if one.asks is CheckInAsks.ACTION]
    if reading.total is not None and len(of_ten) == 1:
        return answer_in_words(call, of_ten[0], text)
    if focus is None or focus.state not in ANSWERED or takes_back(text):
        return False
    beside = [one for one in waiting if one.said == focus.said and reads_as_answer(call, one, text)]
    if not beside and focus.asks is CheckInAsks.FIGURE and (reading.done or reading.not_done):
        beside = [one for one in waiting if one.asks is CheckInAsks.ACTION]  # a figure is not "done"
    elif not beside and focus.asks is CheckInAsks.FIGURE and reading.level is not None:
        beside = _parts_counted(call, focus, reading.level, waiting)
    return bool(beside) and answer_in_words(call, beside[0], text)


def _parts_counted(
    call: Call, answered: CheckIn, level: Quantity, waiting: Sequence[CheckIn]
) -> list[CheckIn]:
    """The parts that a bare number may count, where it is far from the figure that was told just before."""
    goal = call.uow.goals.get(call.workspace, answered.goal)
    last = latest(call, goal) if goal is not None else None
    if goal is None or last is None or level.unit is not Unit.COUNT or level.value != int(level.value):
        return []
    if not is_doubtful(goal.metric, Quantity(value=level.value, unit=last.value.unit), last.value):
        return []
    return [one for one in waiting if one.asks is CheckInAsks.ACTION and level.value <= (one.wanted or 1)]


def _shares_are_of_parts(call: Call, waiting: Sequence[CheckIn]) -> bool:
    """Whether no figure that is asked for can be told as so many of so many: it is counted."""
    goals = [
        call.uow.goals.get(call.workspace, one.goal) for one in waiting if one.asks is CheckInAsks.FIGURE
    ]
    return all(goal is not None and unit_of(goal) in COUNTS for goal in goals)


def _asks_why(one: CheckIn) -> bool:
    return one.state is CheckInState.BLOCKED and not one.words


def lead_on(call: Call, before: Sequence[CheckIn]) -> None:
    """Ask the next question of the same message, once a text has answered one of them.

    Where none is left, one that its owner is no longer written to about: now they are there.
    """
    now = [call.uow.check_ins.get(call.workspace, one.id) for one in in_order(call.uow, before)]
    dealt_with = {one.said for one in now if one is not None and _is_dealt_with(one)}
    for one in now:
        if one is None or one.state is not CheckInState.ASKED or one.said not in dealt_with or one.words:
            continue  # what somebody said something of has had its own question
        goal = call.uow.goals.get(call.workspace, one.goal)
        if goal is None or one.said is None or goal.state is GoalState.PAUSED:
            continue
        if one.asks is CheckInAsks.FIGURE:
            call.say(AndNext(metric_of(goal)))
        else:
            call.say(AndNextAction(one.wanted or 1, action_of(goal)))
        call.focus(FocusKind.CHECK_IN, one.id)
        return
    if dealt_with:
        _ask_of_the_quiet(call, [one for one in now if one is not None])


def _ask_of_the_quiet(call: Call, waiting: Sequence[CheckIn]) -> None:
    for one in waiting:
        goal = call.uow.goals.get(call.workspace, one.goal)
        if goal is None or one.state is not CheckInState.ASKED or one.asks is not CheckInAsks.FIGURE:
            continue
        history = remembered(call.uow, call.workspace, goal.id, call.user)
        if next_step(history) is Step.QUIET:
            call.say(AndNext(metric_of(goal)))
            call.focus(FocusKind.CHECK_IN, one.id)
            return


def _is_dealt_with(one: CheckIn) -> bool:
    """Whether nothing more is asked about it: neither the answer, nor what is in the way.

    One of long ago is missed, once it is answered for today.
    """
    return one.state in {CheckInState.ANSWERED, CheckInState.MISSED} or (
        one.state is CheckInState.BLOCKED and not _asks_why(one)
    )
