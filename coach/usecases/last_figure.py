"""The last figure of a goal often comes after its deadline: it still says how the goal ended."""

from datetime import timedelta

from coach.errors import Refused
from coach.goal import Goal, GoalState, Measurement
from coach.goal_levels import level_of
from coach.language.check_in import read_check_in
from coach.language.plain import plain
from coach.language.provisional import is_provisional
from coach.messages import following as said
from coach.messages import posts as say
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.quantity import Quantity
from coach.raw_answers import read_raw
from coach.roles import Deed, may
from coach.speech import Line, Part, Speech, Style
from coach.usecases.call import Call
from coach.usecases.check_ins import LONGEST_FIGURE
from coach.usecases.closing import ending
from coach.usecases.figures import unit_of

UNTIL = timedelta(days=45)
"""So long after the deadline its figure is still taken: what closes a month comes in the month after."""


def hear_last_figure(call: Call, text: str) -> bool:
    """Take a bare figure as the one of the deadline, where a goal just ended; False where it is none."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.LOOK_BACK:
        return False
    goal = call.uow.goals.get(call.workspace, focus.id)
    if goal is None or call.today > goal.deadline + UNTIL or not may(call.user, Deed.STEER, goal):
        return False
    text = plain(text)
    try:
        figure, sample = _figure(call, goal, text)
        if figure is None:
            return False
        value = level_of(goal, figure)
    except Refused as refusal:
        call.say(refusal.says)
        return True
    _keep(call, goal, value, sample, text)
    return True


def _figure(call: Call, goal: Goal, text: str) -> tuple[Quantity | None, int | None]:
    """A figure that is all that the text says, and of how many answers it is made."""
    unit = unit_of(goal)
    if (raw := read_raw(text, goal.metric, unit)) is not None:
        return raw.figure, raw.sample
    if len(text.split()) > LONGEST_FIGURE:
        return None, None
    language = call.person.language
    return read_check_in(text, language=language, today=call.today, metric=goal.metric, unit=unit).level, None


def _keep(call: Call, goal: Goal, value: Quantity, sample: int | None, text: str) -> None:
    known = call.uow.measurements.of_goal(call.workspace, goal.id)
    old = next((one for one in known if one.measured_on == goal.deadline and not one.undone), None)
    if old is not None:
        call.uow.measurements.undo(call.workspace, old.id)
    measurement = Measurement(
        id=call.ids.new(),
        goal=goal.id,
        author=call.user,
        value=value,
        measured_on=goal.deadline,
        recorded_at=call.now,
        sample=sample,
        words=text[:500] or None,
        corrects=old.id if old is not None else None,
        provisional=is_provisional(text),
    )
    call.uow.measurements.add(call.workspace, measurement)
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
