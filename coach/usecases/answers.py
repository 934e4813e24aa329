"""What becomes of a check-in once it is answered."""

from coach.following import CheckIn, CheckInAsks, CheckInState
from coach.goal import Goal
from coach.messages import following as say
from coach.nudges import cadence_days
from coach.people import FocusKind
from coach.speech import Button, Verb
from coach.usecases.asking import redraw
from coach.usecases.call import Call

ANSWERED = frozenset({CheckInState.ANSWERED, CheckInState.BLOCKED, CheckInState.AWAY})


def keep_words(call: Call, check_in: CheckIn, text: str) -> None:
    """What is no figure is kept all the same; it is asked about, and the next words answer that."""
    call.focus(FocusKind.CHECK_IN, check_in.id)
    call.uow.check_ins.save(check_in.model_copy(update={"words": text[:500]}))


def as_of_today(call: Call, check_in: CheckIn, goal: Goal) -> CheckIn:
    """The question about somebody's part that their answer is of: one of long ago is answered for today.

    After weeks without a word the last question is still open. What is told now is no news of its week: it
    ends the silence from today on.
    """
    long_ago = (call.today - check_in.due_on).days > cadence_days(goal)
    if check_in.asks is not CheckInAsks.ACTION or check_in.state is not CheckInState.ASKED or not long_ago:
        return check_in
    call.uow.check_ins.save(check_in.model_copy(update={"state": CheckInState.MISSED, "resting": False}))
    redraw(call.uow, call.person, check_in.said, call.now, f"{call.event}:{check_in.id}")
    now = check_in.model_copy(
        update={
            "id": call.ids.new(),
            "due_on": call.today,
            "asked_at": call.now,
            "said": None,
            "nudged": False,
            "snoozes": 0,
            "resting": False,
            "words": None,
        }
    )
    call.uow.check_ins.add(now)
    return now


def mark(
    call: Call,
    check_in: CheckIn,
    state: CheckInState,
    text: str,
    *,
    measurement: str | None = None,
    done: int | None = None,
) -> None:
    """Keep what became of a check-in, and draw its message anew."""
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


def undo_button(check_in: CheckIn, measurement: str = "") -> Button:
    """Takes back what was noted of a check-in."""
    return Button(Verb.UNDO, say.LabelUndo(), check_in.id, value=measurement)
