"""Undo: what was noted last of a check-in is taken back."""

from coach.following import CheckIn, CheckInState, SkipReason
from coach.goal import Goal, Measurement
from coach.making import was_measured, with_baseline, without_baseline
from coach.messages import following as say
from coach.naming import metric_of
from coach.speech import Line, Row, Speech
from coach.usecases.answers import ANSWERED, mark, undo_button
from coach.usecases.asking import redraw
from coach.usecases.call import Call
from coach.usecases.figures import latest
from coach.usecases.guards import unfeed_guards
from coach.usecases.posting import put_right


def take_back(call: Call, check_in: CheckIn, goal: Goal, measurement: str) -> None:
    """Mark the figure of a check-in as undone. What it had put right stands again; else the question is open.

    Args:
        call: Who takes it back.
        check_in: The question.
        goal: Its goal.
        measurement: Id of the figure that the button was about; empty where it was about none.
    """
    if check_in.state not in ANSWERED or (measurement and measurement != check_in.measurement):
        call.say(say.NothingToUndo())
        return
    before = None
    if check_in.measurement is not None:
        before = _undo(call, goal, check_in.measurement)
        put_right(call.uow, goal, call.now)
    if before is None:
        _open_again(call, check_in)
        return
    mark(call, check_in, CheckInState.ANSWERED, before.words or "", measurement=before.id)
    told = say.UndoneTo(metric_of(goal), before.value, before.measured_on)
    call.say(Speech((Line(told), Row((undo_button(check_in, before.id),)))))


def _undo(call: Call, goal: Goal, measurement: str) -> Measurement | None:
    """Take a figure back; the one whose place it had taken is kept anew, and given."""
    figures = call.uow.measurements
    undone = figures.get(call.workspace, measurement)
    figures.undo(call.workspace, measurement)
    old = figures.get(call.workspace, undone.corrects) if undone is not None and undone.corrects else None
    before = old.model_copy(update={"id": call.ids.new(), "undone": False}) if old is not None else None
    if was_measured(goal) and latest(call, goal) is None:
        goal = without_baseline(goal)
        call.uow.goals.save(goal)
        if before is not None:
            call.uow.goals.save(with_baseline(goal, before.value, call.today))
    if before is not None:
        figures.add(call.workspace, before)
    unfeed_guards(call, measurement, before)
    return before


def _open_again(call: Call, check_in: CheckIn) -> None:
    told = check_in.said is None  # nobody asked: with the figure the question is gone too
    call.uow.check_ins.save(
        check_in.model_copy(
            update={
                "state": CheckInState.SKIPPED if told else CheckInState.ASKED,
                "skipped": SkipReason.UNDONE if told else None,
                "measurement": None,
                "done": None,
                "words": None,
                "answered_at": None,
            }
        )
    )
    redraw(call.uow, call.person, check_in.said, call.now, call.event)
    call.say(say.UndoneAlone() if told else say.Undone())
