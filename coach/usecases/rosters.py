"""Those who take part, named together: by a user group, or by the channel that they are in."""

from coach.draft import Draft, DraftState
from coach.language.rosters import Roster, rosters_as_people
from coach.people import FocusKind
from coach.usecases import drafting
from coach.usecases.absences import absences_of
from coach.usecases.call import Call
from coach.usecases.replanning import may_change

MOST = 50
"""People who can take part in one goal by a group or a channel."""


def rosters_meant(call: Call, text: str) -> tuple[Roster, ...]:
    """The groups and channels that a text names as people: of the card, or of a goal under way."""
    draft = _draft(call)
    if draft is not None:
        return rosters_as_people(text, alone=False) if draft.asked is None else ()
    found = rosters_as_people(text, alone=True)
    if not found:
        return ()
    goals = call.uow.goals.of_person(call.workspace, call.user)
    return found if any(may_change(goal, call.user) for goal in goals) else ()


def add_people(call: Call, draft_id: str, people: tuple[str, ...]) -> None:
    """These people take part too; the card is shown anew with them.

    Args:
        call: Whose draft it is.
        draft_id: The draft.
        people: Slack user ids, at most `MOST`.
    """
    draft = call.uow.drafts.get(call.workspace, draft_id)
    known = draft.contributors if draft is not None else ()
    everybody = tuple(dict.fromkeys((*known, *people)))
    away = absences_of(call.uow, call.workspace, everybody, call.today)
    drafting.edit(call, draft_id, {"contributors": everybody, "absences": away})


def _draft(call: Call) -> Draft | None:
    """The draft in the making that the person's words are about."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.DRAFT:
        return None
    draft = call.uow.drafts.get(call.workspace, focus.id)
    return draft if draft is not None and draft.state is DraftState.OPEN else None
