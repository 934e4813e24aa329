"""A figure of a day gone by is kept on that day, beside what stands today ("csat 80 vendredi")."""

from datetime import datetime, time

from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import Goal
from coach.language.check_in import CheckInReading
from coach.nudges import cadence_days
from coach.progress import expected_level
from coach.usecases.answers import mark
from coach.usecases.call import Call
from coach.usecases.days_told import day_told
from coach.usecases.settling import standing_figures


def check_in_of_day(
    call: Call, check_in: CheckIn, goal: Goal, reading: CheckInReading, text: str
) -> CheckIn | None:
    """The question that a figure of a day gone by belongs to; None where the text tells no such figure.

    It is the one that has that day's figure already, which is put right; else one of its own. A question that
    waits is answered with it, unless it is of long before.

    Args:
        call: Who tells it.
        check_in: The question that the text came to.
        goal: Its goal.
        reading: What the text says.
        text: Their words.
    """
    day = day_told(call, text) if reading.level is not None or reading.total is not None else None
    if day is None or check_in.asks is not CheckInAsks.FIGURE:
        return None
    known = {one.id for one in standing_figures(call, goal) if one.measured_on == day}
    for one in call.uow.check_ins.of_goal(call.workspace, goal.id):
        if one.user == call.user and one.measurement in known:
            return one
    waits = check_in.state is CheckInState.ASKED and not check_in.words
    own = check_in if waits and check_in.said is None else None  # made for these very words
    if waits and own is None and (call.today - day).days <= cadence_days(goal):
        mark(call, check_in, CheckInState.ANSWERED, text)
    noon = datetime.combine(day, time(12), call.person.tz)
    of_day = CheckIn(
        id=own.id if own is not None else call.ids.new(),
        workspace=call.workspace,
        goal=goal.id,
        user=call.user,
        asked_at=min(noon, call.now),
        due_on=day,
        expected=expected_level(goal, day),
    )
    if own is not None:
        call.uow.check_ins.save(of_day)
    else:
        call.uow.check_ins.add(of_day)
    return of_day
