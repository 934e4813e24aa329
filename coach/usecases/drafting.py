"""A goal in the making: begun by a wish, taken on turn by turn, by words, buttons and the form."""

from dataclasses import replace
from typing import TypeGuard

from coach import dialogue
from coach.dialogue import Pressed, Said
from coach.draft import Draft, DraftState
from coach.hearing import LONGEST_TEXT, unreadable
from coach.language.plain import plain
from coach.language.reading import Understanding
from coach.messages import dialogue as say
from coach.messages import home
from coach.messages.base import Message
from coach.outcomes import Outcome
from coach.people import Focus, FocusKind
from coach.speech import Line, Style, Verb, can_be_pressed
from coach.templates import Template
from coach.usecases.absences import absences_of
from coach.usecases.call import Call
from coach.usecases.confirming import confirm
from coach.usecases.draft_messages import headed, settle, take_buttons_off
from coach.usecases.own_figures import own_figures, with_own_metrics
from coach.welcome import help_speech


def begin(
    call: Call,
    wish: str,
    template: Template | None = None,
    *,
    source: str | None = None,
    reading: Understanding | None = None,
) -> None:
    """A new goal from a wish; another one in the making is put aside, not mixed in.

    Args:
        call: Whose goal it is.
        wish: The words that it begins with.
        template: The usual goal that it was taken from.
        source: The link to the message that it is made of.
        reading: What the wish says, where it was read already.
    """
    _keep(call, _begun(call, wish, template, source=source, reading=reading))


def _begun(
    call: Call,
    wish: str,
    template: Template | None = None,
    *,
    source: str | None = None,
    reading: Understanding | None = None,
) -> Outcome:
    """A new goal from a wish, not kept yet."""
    draft = Draft(
        id=call.ids.new(),
        workspace=call.workspace,
        author=call.user,
        language=call.person.language,
        country=call.person.country,
        region=call.person.region,
        created_at=call.now,
        touched_at=call.now,
        wish=wish,
        source=source,
        own=own_figures(call),
    )
    return dialogue.begin(with_own_metrics(call, draft), call.today, template, reading)


def _keep(call: Call, outcome: Outcome) -> None:
    """Keep a goal that was begun, and put its first question."""
    others = call.open_drafts()
    assert outcome.speech is not None
    if not outcome.changed:
        call.say(outcome.speech, language=outcome.draft.language)
        return
    kept = tuple(Line(say.OtherDraftKept(other.wish), Style.QUIET) for other in others[:1])
    speech = replace(outcome.speech, parts=kept + outcome.speech.parts)
    key = call.say(speech, language=outcome.draft.language)
    call.uow.drafts.add(outcome.draft.model_copy(update={"said": key}))
    call.focus(FocusKind.DRAFT, outcome.draft.id)


def make_goal(call: Call, text: str, source: str | None) -> Message:
    """Make a goal of a message in Slack; what whoever asked for it reads there and then."""
    if len(text) > LONGEST_TEXT:
        return home.MessageTooLong(len(text), LONGEST_TEXT)
    if not plain(text) or unreadable(text) is not None:
        return home.NoWordsToTake()
    begin(call, text, source=source)
    return home.GoalBegun()


def begin_by_form(call: Call, field: str, wish: str) -> dict[str, Message]:
    """The form for a new goal was sent; an error at its field where there is nothing to read."""
    refusal = unreadable(wish)
    if refusal is not None:
        return {field: refusal}
    begin(call, wish)
    return {}


def begin_pressed(call: Call, wish: str, template: Template | None = None) -> None:
    """A button that begins a goal was pressed: twice, it is one goal all the same."""
    outcome = _begun(call, wish, template)
    same = next((draft for draft in call.open_drafts() if draft.wish == outcome.draft.wish), None)
    if same is None:
        _keep(call, outcome)
    elif same.touched_at > same.created_at or call.person.focus != _focus(same):
        turn(call, same, Pressed(Verb.RESUME, same.version))


def press(call: Call, subject: str, pressed: Pressed) -> bool:
    """A button or list of a draft was used; False where the subject is no draft."""
    draft = call.uow.drafts.get(call.workspace, subject)
    if draft is None or draft.author != call.user:
        return False
    turn(call, draft, pressed)
    return True


def edit(call: Call, draft_id: str, facts: dict[str, object]) -> None:
    """The modal was sent: everything in it is taken at once."""
    draft = call.uow.drafts.get(call.workspace, draft_id)
    if draft is None or draft.author != call.user:
        call.say(home.GoneAlready())
        return
    if draft.state is not DraftState.OPEN:
        turn(call, draft, Said(""))
        return
    informed = with_own_metrics(call, draft)
    _apply(call, draft, dialogue.edit(informed, facts, call.now, call.today))


def turn(call: Call, draft: Draft, step: Said | Pressed) -> None:
    """Take a goal in the making a step further: something was said of it, or pressed."""
    people = (*draft.contributors, *(step.values if _picks_contributors(step) else ()))
    away = absences_of(call.uow, call.workspace, people, call.today)
    informed = with_own_metrics(call, draft).model_copy(update={"absences": away})
    _apply(call, draft, dialogue.step(informed, step, call.now, call.today))


def _picks_contributors(step: Said | Pressed) -> TypeGuard[Pressed]:
    return isinstance(step, Pressed) and step.verb is Verb.SET_CONTRIBUTORS


def _apply(call: Call, before: Draft, outcome: Outcome) -> None:
    """Carry out what a turn leads to: save, confirm, settle the message pressed, say what comes next."""
    draft = outcome.draft
    if outcome.wants_confirmation:
        take_buttons_off(call, before)
        confirm(call, draft)
        return
    if draft.state is DraftState.OPEN:
        call.focus(FocusKind.DRAFT, draft.id)
    if outcome.settled is not None and call.pressed is not None:
        settle(call, before, outcome.settled)
    if outcome.speech is not None:
        key = call.say(headed(call, before, outcome.speech), language=draft.language)
        if outcome.changed and can_be_pressed(outcome.speech):
            take_buttons_off(call, before)
            draft = draft.model_copy(update={"said": key})
    if outcome.changed:
        call.uow.drafts.save(draft)


def open_draft_in_focus(call: Call) -> Draft | None:
    """The draft in the making that the person's words are about."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.DRAFT:
        return None
    return next((draft for draft in call.open_drafts() if draft.id == focus.id), None)


def draft_in_focus(call: Call, *states: DraftState) -> Draft | None:
    """The draft that the person's words are about, where it is in one of these states."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.DRAFT:
        return None
    draft = call.uow.drafts.get(call.workspace, focus.id)
    return draft if draft is not None and draft.state in states else None


def _focus(draft: Draft) -> Focus:
    return Focus(kind=FocusKind.DRAFT, id=draft.id)


def resume_latest(call: Call) -> None:
    """Go on with the goal given up last, else with the one in the making; help where there is none."""
    drafts = call.open_drafts()
    cancelled = draft_in_focus(call, DraftState.CANCELLED)
    latest = cancelled or next(iter(drafts), None)
    if latest is None:
        call.say(help_speech())
        return
    turn(call, latest, Pressed(Verb.RESUME, latest.version))
