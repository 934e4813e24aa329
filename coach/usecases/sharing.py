"""The plan is shared out among those who take part: equally, by hours, or by hand."""

from decimal import Decimal, InvalidOperation

from coach.cards import smart_card
from coach.draft import Draft, DraftState
from coach.goal import Goal, Sharing
from coach.making import goal_of
from coach.messages import home as gone
from coach.messages import sharing as say
from coach.messages.base import Message
from coach.naming import metric_of
from coach.sharing import part_lines, parts_of_goal, whole_change, with_sharing
from coach.speech import Line, Part, Speech, Style
from coach.usecases.absences import absences_for
from coach.usecases.call import Call
from coach.usecases.replanning import goal_to_change

HOW = "how"
"""The field that says how; every other one is named after its person's Slack id."""
MOST = Decimal(10) ** 6


def goal_to_share(call: Call, goal_id: str) -> tuple[Goal, dict[str, str]] | None:
    """The goal with the names of those who take part, where the person may share it out.

    A goal in the making is the goal that it would be today, under the draft's id.
    """
    draft = _draft(call, goal_id)
    goal = goal_of(draft, draft.id, call.now, call.today) if draft else goal_to_change(call, goal_id)
    if goal is None or not parts_of_goal(goal):
        return None
    found = {user: call.uow.people.get(call.workspace, user) for user in goal.contributors}
    return goal, {user: profile.name if profile else user for user, profile in found.items()}


def share_out(call: Call, goal_id: str, form: dict[str, str]) -> dict[str, Message]:
    """Take the form: errors by field, else the parts hold at once."""
    asked = goal_to_share(call, goal_id)
    if asked is None:
        call.say(gone.GoneAlready())
        return {}
    goal, names = asked
    sharing = Sharing(form.get(HOW, goal.sharing))
    weights, errors = _weights(names, form) if sharing is not Sharing.EQUAL else ({}, {})
    if sharing is not Sharing.EQUAL and not errors:
        wrong = _wrong(goal, sharing, sum(weights.values(), Decimal(0)))
        errors = {next(iter(names)): wrong} if wrong is not None else {}
    if errors:
        return errors
    shared = with_sharing(goal, sharing, weights)
    if (draft := _draft(call, goal_id)) is not None:
        _show(call, draft.model_copy(update={"sharing": shared.sharing, "members": shared.members}))
        return {}
    call.uow.goals.save(shared)
    call.say(Speech((Line(say.SharedOut(metric_of(shared))), *shared_parts(call, shared))))
    return {}


def _draft(call: Call, draft_id: str) -> Draft | None:
    """The person's goal in the making, once it is whole."""
    draft = call.uow.drafts.get(call.workspace, draft_id)
    if draft is None or draft.author != call.user or draft.state is not DraftState.OPEN:
        return None
    return draft if draft.deadline is not None and draft.asked is None else None


def _show(call: Call, draft: Draft) -> None:
    """Keep the draft, and show its card with the parts as they are shared now, where it stands."""
    draft = draft.model_copy(update={"version": draft.version + 1, "touched_at": call.now})
    ref = call.uow.outbox.sent(call.workspace, draft.said) if draft.said is not None else None
    key = call.say(smart_card(draft, call.today), language=draft.language, replaces=ref)
    call.uow.drafts.save(draft if ref is not None else draft.model_copy(update={"said": key}))


def _weights(names: dict[str, str], form: dict[str, str]) -> tuple[dict[str, Decimal], dict[str, Message]]:
    """What each field says; an empty one is nothing."""
    weights: dict[str, Decimal] = {}
    errors: dict[str, Message] = {}
    for user in names:
        text = form.get(user, "0").strip().replace(",", ".").removesuffix("h").strip()
        try:
            weight = Decimal(text)
        except InvalidOperation:
            weight = Decimal(-1)
        if weight.is_finite() and 0 <= weight <= MOST:
            weights[user] = weight
        else:
            errors[user] = say.ShareNotANumber()
    return weights, errors


def _wrong(goal: Goal, sharing: Sharing, total: Decimal) -> Message | None:
    whole = whole_change(goal)
    if total == 0:
        return say.SharesMissing()
    if sharing is Sharing.BY_HAND and whole is not None and total != whole:
        return say.SharesDoNotAddUp(total, whole)
    return None


def shared_parts(call: Call, goal: Goal) -> list[Part]:
    """Each person's part, as lines; none where parts make no sense."""
    parts = parts_of_goal(goal, absences_for(call.uow, goal))
    if not parts or goal.target is None:
        return []
    lines = part_lines(parts, goal.target.unit)
    return [Line(say.PartsLabel(goal.sharing)), *(Line(line, Style.ITEM) for line in lines)]
