"""Which figure a new one takes the place of: the one that it puts right, or one that was provisional."""

from datetime import date, timedelta

from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal, Measurement
from coach.language.provisional import is_final
from coach.nudges import cadence_days
from coach.usecases.call import Call


def standing_figures(call: Call, goal: Goal) -> list[Measurement]:
    """The goal's figures that stand, oldest first."""
    return [one for one in call.uow.measurements.of_goal(call.workspace, goal.id) if not one.undone]


def figure_replaced(
    call: Call, check_in: CheckIn, goal: Goal, text: str, on: date | None = None
) -> Measurement | None:
    """The figure whose place the answer to a check-in takes; None where it is one more.

    Args:
        call: Who answers.
        check_in: The question.
        goal: Its goal.
        text: Their words.
        on: The day gone by that it is of, where they name one.
    """
    if check_in.measurement is not None:
        return call.uow.measurements.get(call.workspace, check_in.measurement)
    if on is not None and not is_final(text):
        return None
    return figure_settled(call, goal, text, asked=check_in.said is not None)


def figure_settled(call: Call, goal: Goal, text: str, *, asked: bool) -> Measurement | None:
    """The provisional figure that a text settles: the last one, where it was told as such.

    What is said to be final settles it at any time. Any other figure does within the same cadence, as it was
    promised to whoever told the provisional one; in answer to a new question it is the new period's.

    Args:
        call: Who tells it.
        goal: The goal.
        text: Their words.
        asked: Whether they answer a question that was asked since.
    """
    last = next(reversed(standing_figures(call, goal)), None)
    if last is None or not last.provisional:
        return None
    same_day = last.measured_on == call.today
    same_period = call.today - last.measured_on < timedelta(days=cadence_days(goal))
    return last if is_final(text) or same_day or (same_period and not asked) else None


def question_settled(call: Call, goal: Goal, text: str, *, asked: bool) -> CheckIn | None:
    """The person's question whose provisional answer a text settles; None where it settles none."""
    figure = figure_settled(call, goal, text, asked=asked)
    if figure is None:
        return None
    for one in call.uow.check_ins.of_goal(call.workspace, goal.id):
        if one.user == call.user and one.asks is CheckInAsks.FIGURE and one.measurement == figure.id:
            return one
    return None
