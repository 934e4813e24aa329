"""The two forms: every part of a draft, and a figure for a check-in."""

from coach.draft import Draft, DraftState
from coach.editing import Edits, check
from coach.following import CheckIn, CheckInAsks
from coach.goal import Goal
from coach.messages import home as say
from coach.messages.base import Message
from coach.messages.following import ActionNotRead, FigureNotRead
from coach.people import FocusKind
from coach.usecases import conversation
from coach.usecases.call import Call
from coach.usecases.check_ins import ANSWERED, answer_in_words, metric_of, reads_as_answer

FIGURE = "figure"
"""The one field of the check-in's form."""


def draft_to_edit(call: Call, draft_id: str) -> Draft | None:
    """The person's open draft, or None."""
    draft = call.uow.drafts.get(call.workspace, draft_id)
    if draft is None or draft.author != call.user or draft.state is not DraftState.OPEN:
        return None
    return draft


def check_in_to_answer(call: Call, check_in_id: str) -> tuple[CheckIn, Goal] | None:
    """The person's check-in that still waits, with its goal, or None."""
    check_in = call.uow.check_ins.get(call.workspace, check_in_id)
    if check_in is None or check_in.user != call.user or check_in.state in ANSWERED:
        return None
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    return (check_in, goal) if goal is not None else None


def edit(call: Call, draft_id: str, edits: Edits) -> dict[str, Message]:
    """Take the edit form; errors by field where something does not hold, and then nothing is changed."""
    draft = draft_to_edit(call, draft_id)
    if draft is None:
        call.say(say.GoneAlready())
        return {}
    checked = check(draft, edits, call.today)
    if checked.errors:
        return {slot.value: error for slot, error in checked.errors.items()}
    conversation.edit(call, draft_id, checked.facts)
    return {}


def answer(call: Call, check_in_id: str, text: str) -> dict[str, Message]:
    """Take the check-in's form; an error at its field where nothing was understood."""
    asked = check_in_to_answer(call, check_in_id)
    if asked is None:
        call.say(say.GoneAlready())
        return {}
    check_in, goal = asked
    if not reads_as_answer(call, check_in, text):
        wrong = ActionNotRead() if check_in.asks is CheckInAsks.ACTION else FigureNotRead(metric_of(goal))
        return {FIGURE: wrong}
    call.focus(FocusKind.CHECK_IN, check_in.id)
    answer_in_words(call, check_in, text)
    return {}
