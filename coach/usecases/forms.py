"""The two forms: every part of a draft, and a figure for a check-in."""

from coach.draft import Draft, DraftState
from coach.editing import Edits, check
from coach.errors import Refused
from coach.following import CheckIn, CheckInAsks
from coach.goal import ENDED, Goal
from coach.goal_levels import level_of
from coach.language.check_in import read_check_in
from coach.messages import home as say
from coach.messages.actions import ActionNotRead
from coach.messages.base import Message, Person
from coach.messages.dialogue import PersonIsGone
from coach.messages.following import FigureNotRead
from coach.messages.forms import EditField
from coach.naming import metric_of
from coach.people import FocusKind
from coach.usecases import drafting
from coach.usecases.absences import absences_of
from coach.usecases.answers import ANSWERED
from coach.usecases.call import Call
from coach.usecases.check_ins import answer_in_words, reads_as_answer
from coach.usecases.figures import kind_of, unit_of
from coach.usecases.own_figures import with_own_metrics

FIGURE = "figure"
"""The one field of the check-in's form."""


def draft_to_edit(call: Call, draft_id: str) -> Draft | None:
    """The person's open draft, or None."""
    draft = call.uow.drafts.get(call.workspace, draft_id)
    if draft is None or draft.author != call.user or draft.state is not DraftState.OPEN:
        return None
    return with_own_metrics(call, draft)


def check_in_to_answer(call: Call, check_in_id: str) -> tuple[CheckIn, Goal] | None:
    """The person's check-in that still waits, with its goal, or None."""
    check_in = call.uow.check_ins.get(call.workspace, check_in_id)
    if check_in is None or check_in.user != call.user or check_in.state in ANSWERED:
        return None
    goal = call.uow.goals.get(call.workspace, check_in.goal)
    return (check_in, goal) if goal is not None and goal.state not in ENDED else None


def edit(call: Call, draft_id: str, edits: Edits) -> dict[str, Message]:
    """Take the edit form; errors by field where something does not hold, and then nothing is changed."""
    draft = draft_to_edit(call, draft_id)
    if draft is None:
        drafting.edit(call, draft_id, {})  # which says what became of it
        return {}
    checked = check(draft, edits, call.today)
    errors = _gone(call, edits) | checked.errors
    if errors:
        return {field.value: error for field, error in errors.items()}
    away = absences_of(call.uow, call.workspace, edits.contributors, call.today)
    drafting.edit(call, draft_id, checked.facts | {"absences": away})
    return {}


def _gone(call: Call, edits: Edits) -> dict[EditField, Message]:
    """Those who were chosen and have left, at their fields."""
    errors: dict[EditField, Message] = {}
    for field, users in (
        (EditField.OWNER, (edits.owner,) if edits.owner else ()),
        (EditField.CONTRIBUTORS, edits.contributors),
    ):
        for user in users:
            profile = call.uow.people.get(call.workspace, user)
            if profile is not None and profile.deactivated:
                errors[field] = PersonIsGone(Person(user=user))
    return errors


def answer(call: Call, check_in_id: str, text: str) -> dict[str, Message]:
    """Take the check-in's form; an error at its field where nothing was understood."""
    asked = check_in_to_answer(call, check_in_id)
    if asked is None:
        call.say(say.GoneAlready())
        return {}
    check_in, goal = asked
    if not reads_as_answer(call, check_in, text):
        wrong = (
            ActionNotRead()
            if check_in.asks is CheckInAsks.ACTION
            else FigureNotRead(metric_of(goal), kind_of(goal))
        )
        return {FIGURE: wrong}
    if check_in.asks is CheckInAsks.FIGURE and (refusal := _refusal(call, goal, text)) is not None:
        return {FIGURE: refusal}
    call.focus(FocusKind.CHECK_IN, check_in.id)
    answer_in_words(call, check_in, text)
    return {}


def _refusal(call: Call, goal: Goal, text: str) -> Message | None:
    """Why the metric does not allow the figure that a text names; None where it does, or names none."""
    reading = read_check_in(
        text, language=call.person.language, today=call.today, metric=goal.metric, unit=unit_of(goal)
    )
    if reading.level is None:
        return None
    try:
        level_of(goal, reading.level)
    except Refused as refused:
        return refused.says
    return None
