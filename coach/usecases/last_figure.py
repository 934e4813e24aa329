"""The last figure of a goal often comes after its deadline: it still says how the goal ended."""

from datetime import timedelta

from coach.errors import Refused
from coach.goal import Goal, GoalState
from coach.goal_levels import level_of
from coach.language.check_in import read_check_in
from coach.language.named_days import names_day, without_days
from coach.language.plain import plain
from coach.messages import following as said
from coach.messages import posts as say
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.quantity import Quantity, Unit
from coach.raw_answers import read_raw
from coach.roles import Deed, may
from coach.speech import Line, Part, Speech, Style
from coach.usecases.call import Call
from coach.usecases.check_ins import LONGEST_FIGURE
from coach.usecases.closing import ending
from coach.usecases.figures import keep_figure, unit_of

UNTIL = timedelta(days=45)
"""So long after the deadline its figure is still taken: what closes a month comes in the month after."""


def hear_last_figure(call: Call, text: str) -> bool:
    """Take a bare figure as the one of the deadline, where a goal just ended; False where it is none."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.LOOK_BACK:
        return False
    goal = call.uow.goals.get(call.workspace, focus.id)
    text = plain(text)
    if goal is None or not awaits_last_figure(call, goal):
        return False
    return take_last_figure(call, goal, text, longest=LONGEST_FIGURE)


def awaits_last_figure(call: Call, goal: Goal) -> bool:
    """Whether the figure of a goal's deadline is still taken, from this person."""
    over = goal.state in {GoalState.ACHIEVED, GoalState.MISSED}
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
    known = call.uow.measurements.of_goal(call.workspace, goal.id)
    old = next((one for one in known if one.measured_on == goal.deadline and not one.undone), None)
    measurement = keep_figure(call, goal, value, text, on=goal.deadline, sample=sample, instead_of=old)
    figures = call.uow.measurements.of_goal(call.workspace, goal.id)
    state, parts = ending(goal, figures, call.today)
    if state is not goal.state:
        goal = goal.model_copy(update={"state": state, "version": goal.version + 1})
        call.uow.goals.save(goal)
    asks: list[Part] = [Line(say.LookBackAsk())] if goal.look_back is None else []
    noted = Line(said.FigureNotedAlone(metric_of(goal), value))
    call.say(Speech((noted, *parts, *asks)))
    if goal.channel is not None and goal.state in {GoalState.ACHIEVED, GoalState.MISSED}:
        call.say(
            Speech((*parts, Line(say.PostThanks(), Style.QUIET))),
            to=goal.channel,
            language=goal.language,
            lane=Lane.POST,
            key=f"last-figure:{measurement.id}",
        )
