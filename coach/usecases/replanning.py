"""A goal under way is changed, by its form or in words: proposed with before and after, then confirmed."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from coach.cards import joined_actions
from coach.cascade import may_feed
from coach.changing import changed, differences, is_eased, terms_of
from coach.errors import Refused
from coach.following import CheckInState
from coach.goal import Goal, GoalLevel, GoalState, Path, Proposal, Revision, Terms
from coach.goal_levels import level_of
from coach.language import read_reply
from coach.language.reading import Slot
from coach.messages import choices
from coach.messages import home as gone
from coach.messages import replanning as say
from coach.messages.announcing import JoinedTitle
from coach.messages.base import Message, Person
from coach.messages.cascade import CannotLink
from coach.messages.dialogue import DeadlineIsPast, PersonIsGone
from coach.messages.replanning import ChangeField
from coach.naming import metric_of
from coach.outgoing import Lane
from coach.people import FocusKind
from coach.progress import valid_measurements
from coach.quantity import Quantity
from coach.rescheduling import rescheduled
from coach.speech import Button, Line, Part, Row, Speech, Style, Verb
from coach.usecases.absences import absences_of
from coach.usecases.call import Call
from coach.usecases.overtaken import overtake

RUNNING = frozenset({GoalState.ACTIVE, GoalState.PAUSED})
LONGEST_REASON = 400
NO_PARENT = "none"


@dataclass(frozen=True, slots=True)
class ChangeForm:
    """What the form holds; an empty field is None, or no people."""

    target: str | None = None
    deadline: str | None = None
    owner: str | None = None
    contributors: tuple[str, ...] = ()
    channel: str | None = None
    weekday: str | None = None
    hour: str | None = None
    path: str | None = None
    parent: str | None = None
    level: str | None = None
    reason: str | None = None


def may_change(goal: Goal, user: str) -> bool:
    """Whether somebody may change a goal: its owner and its author, while it runs."""
    return goal.state in RUNNING and user in {goal.owner, goal.author}


def goal_to_change(call: Call, goal_id: str) -> Goal | None:
    """The goal, where the person may change it."""
    goal = call.uow.goals.get(call.workspace, goal_id)
    return goal if goal is not None and may_change(goal, call.user) else None


def change_by_form(call: Call, goal_id: str, form: ChangeForm) -> dict[str, Message]:
    """Take the form: errors by field, or a proposal that waits for a yes."""
    goal = goal_to_change(call, goal_id)
    if goal is None:
        call.say(gone.GoneAlready())
        return {}
    after, errors = _read_form(call, goal, form)
    reason = (form.reason or "").strip()[:LONGEST_REASON]
    if not errors and is_eased(goal, after) and not reason:
        errors[ChangeField.REASON] = say.EasingNeedsReason()
    if errors:
        return {field.value: error for field, error in errors.items()}
    try:
        _preview(call, goal, after, reason or "-")
    except Refused as refused:
        field = ChangeField.TARGET if after.target != goal.target else ChangeField.DEADLINE
        return {field.value: refused.says}
    propose(call, goal, after, reason)
    return {}


def _read_form(call: Call, goal: Goal, form: ChangeForm) -> tuple[Terms, dict[ChangeField, Message]]:
    update: dict[str, Any] = {"contributors": form.contributors, "channel": form.channel}
    errors: dict[ChangeField, Message] = {}
    if form.target:
        try:
            update["target"] = _target(call, goal, form.target)
        except Refused as refused:
            errors[ChangeField.TARGET] = refused.says
    if form.deadline:
        update["deadline"] = date.fromisoformat(form.deadline)
        if update["deadline"] != goal.deadline and update["deadline"] <= call.today:
            errors[ChangeField.DEADLINE] = DeadlineIsPast(update["deadline"])
    if form.owner and (form.owner != goal.owner or goal.owner_name is None):
        update |= {"owner": form.owner, "owner_name": None}
    update |= _picked(goal, form)
    after = terms_of(goal).model_copy(update=update)
    if after.parent and after.parent != goal.parent and not _may_feed(call, goal, after.parent):
        errors[ChangeField.PARENT] = CannotLink()
    for field, users in ((ChangeField.OWNER, (after.owner,)), (ChangeField.CONTRIBUTORS, after.contributors)):
        for user in users:
            profile = call.uow.people.get(call.workspace, user)
            if profile is not None and profile.deactivated:
                errors[field] = PersonIsGone(Person(user=user))
    return after, errors


def _may_feed(call: Call, goal: Goal, parent_id: str) -> bool:
    parent = call.uow.goals.get(call.workspace, parent_id)
    return parent is not None and may_feed(goal, parent, call.uow.goals.active(call.workspace))


def _picked(goal: Goal, form: ChangeForm) -> dict[str, Any]:
    """What was chosen in lists: the check-in's time, the path, the goal that this one feeds."""
    check_in, update = goal.check_in, dict[str, Any]()
    if form.weekday:
        check_in = check_in.model_copy(update={"weekday": int(form.weekday) % 7})
    if form.hour:
        at = time.fromisoformat(form.hour)
        check_in = check_in.model_copy(update={"at": at, "chosen": check_in.chosen or at != check_in.at})
    if form.path and (goal.plan is None or form.path != goal.plan.path):
        update["path"] = Path(form.path)
    if form.parent:
        update["parent"] = None if form.parent == NO_PARENT else form.parent
    if form.level:
        update["level"] = GoalLevel(form.level)
    return {**update, "check_in": check_in}


def _target(call: Call, goal: Goal, text: str) -> Quantity:
    """The level that a text names, in the goal's unit.

    Raises:
        Refused: none is read, or the metric does not allow it.
    """
    reading = read_reply(
        text,
        language=None,
        today=call.today,
        asked=Slot.TARGET,
        metric=goal.metric,
        fallback=call.person.language,
    )
    level = reading.understanding.target
    if level is None:
        raise Refused(say.NewTargetNotRead())
    return in_goal_unit(goal, level)


def in_goal_unit(goal: Goal, level: Quantity) -> Quantity:
    """A new target in the unit of the goal's figures; the target itself where it is the same.

    Raises:
        Refused: the metric does not allow it.
    """
    like, found = goal.baseline or goal.target, level_of(goal, level)
    if like is not None and found.unit is not like.unit:
        found = found.converted(like.unit)
    if goal.target is not None and found.value == goal.target.value:
        return goal.target
    return found


# --- proposing -----------------------------------------------------------------------------------
def propose_besides(call: Call, goal: Goal, after: Terms, reason: str) -> None:
    """Propose a change in words together with the one just proposed that waits for its yes.

    The form says what the whole goal is to be; words say what changes, and take nothing back.

    Raises:
        Refused: nothing would change, or it cannot be planned.
    """
    waiting, focus = goal.proposal, call.person.focus
    just_said = focus is not None and (focus.kind, focus.id) == (FocusKind.GOAL, goal.id)
    if waiting is None or waiting.by != call.user or not just_said:
        propose(call, goal, after, reason)
        return
    now = terms_of(goal)
    kept = {
        name: getattr(waiting.after, name)
        for name in Terms.model_fields
        if getattr(after, name) == getattr(now, name)
    }
    propose(call, goal, after.model_copy(update=kept), reason or waiting.reason or "")


def propose(call: Call, goal: Goal, after: Terms, reason: str) -> None:
    """Show what would change, and wait: for the reason where the goal is eased without one, else for a yes.

    Raises:
        Refused: nothing would change, or it cannot be planned.
    """
    preview = _preview(call, goal, after, reason or "-")
    proposal = Proposal(id=call.ids.new(), by=call.user, after=after, reason=reason or None)
    call.uow.goals.save(goal.model_copy(update={"proposal": proposal, "version": goal.version + 1}))
    _take_buttons_off(call, goal)
    call.focus(FocusKind.GOAL, goal.id)
    metric = metric_of(goal)
    lines = tuple(Line(note, Style.ITEM) for note in _notes(preview.history[-1], preview))
    if is_eased(goal, after) and not reason:
        call.say(Speech((Line(say.ChangeAsked(metric)), *lines, Line(say.EasingNeedsReason()))))
        return
    parts: list[Part] = [Line(say.ProposedChange(metric)), *lines]
    if reason:
        parts.append(Line(say.ReasonIs(reason), Style.QUIET))
    buttons = (
        Button(Verb.CONFIRM_CHANGE, choices.LabelConfirm(), goal.id, value=proposal.id, primary=True),
        Button(Verb.CHANGE_GOAL, say.LabelChangeGoal(), goal.id),
        Button(Verb.KEEP_AS_IS, say.LabelKeepAsIs(), goal.id, value=proposal.id),
    )
    call.say(Speech((*parts, Row(buttons))), key=_key(proposal))


def _key(proposal: Proposal) -> str:
    return f"proposal:{proposal.id}"


def _take_buttons_off(call: Call, goal: Goal) -> None:
    """The change that waited is settled or overtaken: its message has nothing left to press."""
    if goal.proposal is not None:
        overtake(call, _key(goal.proposal), say.ChangeIsOld())


def _preview(call: Call, goal: Goal, after: Terms, reason: str | None) -> Goal:
    figures = valid_measurements(goal, call.uow.measurements.of_goal(call.workspace, goal.id), call.today)
    latest = figures[-1].value if figures else None
    return changed(
        goal,
        after,
        by=call.user,
        at=call.now,
        today=call.today,
        latest=latest,
        reason=reason,
        absences=absences_of(call.uow, call.workspace, after.contributors, call.today),
    )


def _notes(revision: Revision, after: Goal) -> tuple[Message, ...]:
    return differences(revision.before, revision.after, revision.plan, after.plan)


# --- pressing ------------------------------------------------------------------------------------
def press(call: Call, subject: str, verb: Verb, value: str) -> bool:
    """A button about a change, or the history; False where there is no such goal."""
    goal = call.uow.goals.get(call.workspace, subject)
    if goal is None:
        return False
    if verb is Verb.HISTORY:
        if call.user in {goal.owner, goal.author, *goal.contributors}:
            call.say(history(goal))
        else:
            call.say(gone.NotYours(Person(user=goal.owner)))
    elif not may_change(goal, call.user):
        call.say(gone.NotYours(Person(user=goal.owner)) if goal.state in RUNNING else gone.GoneAlready())
    elif verb is Verb.CONFIRM_CHANGE:
        confirm_change(call, goal, value)
    elif verb is Verb.KEEP_AS_IS:
        keep_as_is(call, goal, value)
    return True


def keep_as_is(call: Call, goal: Goal, proposal: str) -> None:
    """The goal stays as it is."""
    if goal.proposal is None or goal.proposal.id != proposal:
        call.say(say.ChangeIsOld())
        return
    call.uow.goals.save(goal.model_copy(update={"proposal": None, "version": goal.version + 1}))
    _take_buttons_off(call, goal)
    _settle(call, Speech((Line(say.ChangeDropped(metric_of(goal))),)))


def _settle(call: Call, speech: Speech) -> None:
    """The message that was pressed becomes this, else it is said."""
    call.say(speech, replaces=call.pressed)


def confirm_change(call: Call, goal: Goal, proposal: str) -> None:
    """The change holds from now on: plan, schedules, and word to everybody whom it concerns."""
    waiting = goal.proposal
    if waiting is None or waiting.id != proposal:
        call.say(say.ChangeIsOld())
        return
    after = _preview(call, goal, waiting.after, waiting.reason)
    call.uow.goals.save(after)
    _take_buttons_off(call, goal)
    _follow(call, goal, after)
    revision = after.history[-1]
    lines: list[Part] = [Line(note, Style.ITEM) for note in _notes(revision, after)]
    why = [Line(say.ReasonIs(revision.reason), Style.QUIET)] if revision.reason else []
    row = Row((Button(Verb.HISTORY, say.LabelHistory(), goal.id),))
    _settle(call, Speech((Line(say.ChangeDone(metric_of(goal))), *lines, *why, row)))
    _tell(call, goal, after, [*lines, *why])


def _follow(call: Call, before: Goal, after: Goal) -> None:
    """Schedules follow; questions that wait with people who have no part in it any more are closed."""
    users = {after.author, after.owner, *after.contributors}
    found = (call.uow.people.get(call.workspace, user) for user in users)
    people = {profile.user: profile for profile in found if profile is not None}
    existing = call.uow.schedules.of_goal(call.workspace, after.id)
    for schedule in rescheduled(before, after, people, existing, call.ids, call.now):
        call.uow.schedules.put(schedule)
    for check_in in call.uow.check_ins.of_goal(call.workspace, after.id):
        gone_by = check_in.user not in {after.owner, *after.contributors}
        if gone_by and check_in.state is CheckInState.ASKED:
            call.uow.check_ins.save(check_in.model_copy(update={"state": CheckInState.MISSED}))


def _tell(call: Call, before: Goal, after: Goal, lines: list[Part]) -> None:
    """Old and new owner, who joins, who leaves, and the team, each what concerns them; nobody twice.

    The team reads why as well, as whoever gives the reason is told.
    """
    metric, told = metric_of(after), {call.user}
    short = Line(_in_short(after))

    def tell(user: str, *parts: Part) -> None:
        if user not in told:
            told.add(user)
            call.say(Speech(parts), to=user, language=call.language_of(user), lane=Lane.NUDGE)

    if before.owner != after.owner:
        asked = Line(say.AskedFromNow(after.check_in.weekday, after.check_in.at), Style.QUIET)
        tell(after.owner, Line(say.HandedOver(Person(user=call.user), metric)), short, asked)
        tell(before.owner, Line(say.HandedOverFrom(Person(user=after.owner), metric)))
    for user in after.contributors:
        if user not in before.contributors:
            tell(user, *joined_parts(after, call.user))
    for user in before.contributors:
        if user not in after.contributors:
            tell(user, Line(say.PartEnded(Person(user=after.owner), metric)))
    if (before.target, before.deadline) == (after.target, after.deadline):
        return
    news = (Line(say.TeamToldOfChange(Person(user=after.owner), metric)), *lines)
    if after.channel is not None:
        call.say(Speech(news), to=after.channel, language=after.language, lane=Lane.POST)
    for user in (after.owner, *after.contributors):  # who takes part may not be in the channel
        tell(user, *news)


def joined_parts(goal: Goal, by: str) -> tuple[Part, ...]:
    """What somebody reads who takes part in a goal from now on; `by` is who let them."""
    return (Line(JoinedTitle(Person(user=by))), Line(_in_short(goal)), *joined_actions(goal))


def _in_short(goal: Goal) -> Message:
    if goal.target is None:
        return say.GoalInShortOpen(metric_of(goal), goal.deadline)
    return say.GoalInShort(metric_of(goal), goal.target, goal.deadline)


def history(goal: Goal) -> Speech:
    """What was changed since the goal was confirmed, oldest first."""
    parts: list[Part] = [
        Line(say.HistoryTitle(metric_of(goal))),
        Line(say.HistoryBegan(goal.confirmed_at.date()), Style.ITEM),
    ]
    for number, revision in enumerate(goal.history):
        parts.append(Line(say.HistoryEntry(revision.at.date(), Person(user=revision.by))))
        later = (one.plan for one in goal.history[number + 1 :] if one.plan is not None)
        new = next(later, goal.plan)
        notes = differences(revision.before, revision.after, revision.plan, new)
        parts += [Line(note, Style.ITEM) for note in notes]
        if revision.reason:
            parts.append(Line(say.ReasonIs(revision.reason), Style.QUIET))
    return Speech(tuple(parts))
