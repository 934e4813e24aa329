"""What people say and press while a goal is being made."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from coach import dialogue
from coach.dialogue import Pressed, Said
from coach.draft import Draft, DraftState
from coach.following import CheckIn
from coach.hearing import LONGEST_TEXT, is_a_wish, says_values, unreadable
from coach.language import understand, what_is_wanted
from coach.language.check_in import says_not_done
from coach.language.ending import ends_goal
from coach.language.plain import plain
from coach.language.reading import Intent, Language, Understanding
from coach.messages import dialogue as say
from coach.messages import home
from coach.messages.base import Message, Person
from coach.outcomes import Outcome
from coach.own_metrics import named_in
from coach.people import Focus, FocusKind
from coach.speech import Button, Line, Row, Speech, Style, Verb, can_be_pressed
from coach.templates import Template
from coach.usecases import absence, rhythm
from coach.usecases.absences import absences_of
from coach.usecases.answers import ANSWERED
from coach.usecases.call import Call
from coach.usecases.changing_in_words import hear_change
from coach.usecases.check_ins import answer_in_words, reads_as_answer
from coach.usecases.commands import Command, carry_out, command_help, given_back, read_command, rests_any
from coach.usecases.confirming import confirm
from coach.usecases.draft_messages import headed, settle, take_buttons_off
from coach.usecases.ending_early import hear_end
from coach.usecases.last_figure import hear_last_figure
from coach.usecases.looking_back import look_back, look_back_told
from coach.usecases.orders import hear_cancel, hear_order, hear_question
from coach.usecases.own_figures import own_figures, with_own_metrics
from coach.usecases.parts import answer_parts
from coach.usecases.previewing import hear_preview
from coach.usecases.putting_right import tells_figures
from coach.usecases.several import answer_the_one_named, answer_the_one_open, lead_on
from coach.usecases.told_figures import hear_bare_figure
from coach.welcome import greeting, help_speech

_NO = re.compile(r"^(?:non|no|nan|nope)[ ,.;:!]+", re.IGNORECASE)
NEW_GOAL_WORDS = ("nouvel objectif", "new goal")


def hear(call: Call, text: str) -> None:
    """Somebody wrote to Jalon in their conversation: it belongs to what was asked last, or begins a goal."""
    wish = _announced(text)
    if wish is not None:
        begin(call, wish)
        return
    draft = _open_draft_in_focus(call)
    if draft is None and (hear_end(call, text) or absence.put_right(call, text) or hear_order(call, text)):
        return
    if draft is not None and _drops(text):
        _turn(call, draft, Pressed(Verb.CANCEL, draft.version))
        return
    waiting = _waiting(call) if draft is None else ()
    if draft is None and (look_back_told(call, text, waiting) or tells_figures(call, text, waiting)):
        return
    if draft is None and (hear_last_figure(call, text, waiting) or look_back(call, text, waiting)):
        return
    if draft is None and len(text) > LONGEST_TEXT:
        call.say(say.TooLong(len(text), LONGEST_TEXT))
        return
    if draft is None and (hear_change(call, text) or _cancels(call, text)):
        return
    if (
        answer_parts(call, text, waiting)
        or answer_the_one_named(call, text, waiting)
        or answer_the_one_open(call, text, waiting, _check_in_focus(call))
        or _answers_check_in_focus(call, text)
    ):
        lead_on(call, waiting)
        return
    if absence.heard(call, text):
        return
    if draft is not None:
        _turn(call, draft, Said(text))
        return
    if waiting and reads_as_answer(call, waiting[0], text):
        answer_in_words(call, waiting[0], text)
        lead_on(call, waiting)
        return
    _out_of_the_blue(call, text)


def _waiting(call: Call) -> Sequence[CheckIn]:
    """Their questions without an answer, the last asked first; what they put off comes behind."""
    waiting = call.uow.check_ins.waiting_for(call.workspace, call.user)
    return sorted(waiting, key=lambda one: one.resting)


def _drops(text: str) -> bool:
    """Whether a text gives up the goal in the making: "non, laisse tomber", "delete the goal"."""
    words = _NO.sub("", plain(text))
    return ends_goal(text) == "" or (words != plain(text) and what_is_wanted(words) is Intent.CANCEL)


def _cancels(call: Call, text: str) -> bool:
    """Take "cancel" for the goal in the making, though another question came since; else say what it is."""
    drafts = call.open_drafts()
    if drafts and what_is_wanted(text) is Intent.CANCEL:
        _turn(call, drafts[0], Pressed(Verb.CANCEL, drafts[0].version))
        return True
    return hear_cancel(call, text)


def _check_in_focus(call: Call) -> CheckIn | None:
    """The check-in that was asked or answered last, where the person's words are about it."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.CHECK_IN:
        return None
    return call.uow.check_ins.get(call.workspace, focus.id)


def _answers_check_in_focus(call: Call, text: str) -> bool:
    """Take a text as the answer to the check-in that was asked last, unless it names a new wish."""
    check_in = _check_in_focus(call)
    if check_in is None or (not reads_as_answer(call, check_in, text) and _is_new_wish(call, text)):
        return False
    if check_in.state in ANSWERED and hear_bare_figure(call, text, check_in):
        return True
    return answer_in_words(call, check_in, text)


def _is_new_wish(call: Call, text: str) -> bool:
    """Whether a text that answers nothing names something to get better."""
    reading = understand(text, None, call.today, fallback=call.person.language)
    return reading.metric is not None and (bool(reading.vague_words) or reading.direction is not None)


def command(call: Call, text: str) -> None:
    """`/goal` or `/objectif` with its text: one of the commands, else a wish."""
    if absence.command(call, text) or rhythm.command(call, text) or hear_end(call, text, typed=True):
        return
    if _is_carried_out(call, text):
        return
    if len(text) > LONGEST_TEXT:
        call.say(given_back(text))
        return
    match what_is_wanted(text):
        case Intent.RESUME:
            _resume_latest(call)
        case Intent.HELP:
            call.say(command_help())
        case _:
            wish = _announced(text)
            if wish is None and not _may_be_a_wish(call, text):
                call.say(_is_it_a_goal(text))
            else:
                begin(call, text if wish is None else wish)


def _may_be_a_wish(call: Call, text: str) -> bool:
    """Whether a goal is begun with what was typed: something in it can become one, or why not is said."""
    if unreadable(text) is not None:
        return True
    reading = understand(text, None, call.today, fallback=call.person.language)
    values = reading.target or reading.baseline or reading.deadline
    named = named_in(text, call.uow.own_metrics.metrics(call.workspace))
    return bool(is_a_wish(reading) or values or named)


def _is_carried_out(call: Call, text: str) -> bool:
    """Do what a text says, where it is a command. "Resume" is the draft's where no goal rests."""
    found = read_command(text)
    if hear_order(call, text):
        return True
    if found is None or (found[0] is Command.RESUME and not rests_any(call)):
        return False
    return carry_out(call, *found)


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
    others = call.open_drafts()
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
    outcome = dialogue.begin(with_own_metrics(call, draft), call.today, template, reading)
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


def ways_to_begin(call: Call) -> tuple[Language, tuple[Message, ...]] | None:
    """Things to say for whoever opens the conversation; none while something waits for their answer."""
    if _open_draft_in_focus(call) or call.uow.check_ins.waiting_for(call.workspace, call.user):
        return None
    wishes = (home.HelpExampleOne(), home.HelpExampleTwo(), home.HelpExampleThree())
    return call.person.language, wishes


def begin_by_form(call: Call, field: str, wish: str) -> dict[str, Message]:
    """The form for a new goal was sent; an error at its field where there is nothing to read."""
    refusal = unreadable(wish)
    if refusal is not None:
        return {field: refusal}
    begin(call, wish)
    return {}


def mentioned(call: Call, text: str, channel: str, thread: str) -> None:
    """Somebody called Jalon in a channel: the conversation is theirs, and the thread says where it goes on.

    Args:
        call: Who called.
        text: What they wrote, without Jalon's own name.
        channel: Where.
        thread: The message to answer below.
    """
    if text.strip():
        _out_of_the_blue(call, text)
    else:
        call.say(command_help())
    call.say(home.AnsweringInPrivate(Person(user=call.user)), to=channel, thread=thread)


def begin_pressed(call: Call, wish: str, template: Template | None = None) -> None:
    """A button that begins a goal was pressed: twice, it is one goal all the same."""
    text = understand(wish, None, call.today, fallback=call.person.language).text[:LONGEST_TEXT]
    drafts = call.open_drafts()
    same = next((draft for draft in drafts if draft.wish == text), None)
    if same is None:
        begin(call, wish, template)
    elif same.touched_at > same.created_at or call.person.focus != _focus(same):
        _turn(call, same, Pressed(Verb.RESUME, same.version))


def press(call: Call, subject: str, pressed: Pressed) -> bool:
    """A button or list of a draft was used; False where the subject is no draft."""
    draft = call.uow.drafts.get(call.workspace, subject)
    if draft is None or draft.author != call.user:
        return False
    _turn(call, draft, pressed)
    return True


def edit(call: Call, draft_id: str, facts: dict[str, object]) -> None:
    """The modal was sent: everything in it is taken at once."""
    draft = call.uow.drafts.get(call.workspace, draft_id)
    if draft is None or draft.author != call.user:
        call.say(home.GoneAlready())
        return
    if draft.state is not DraftState.OPEN:
        _turn(call, draft, Said(""))
        return
    informed = with_own_metrics(call, draft)
    _apply(call, draft, dialogue.edit(informed, facts, call.now, call.today))


def _turn(call: Call, draft: Draft, turn: Said | Pressed) -> None:
    people = (*draft.contributors, *(turn.values if _picks_contributors(turn) else ()))
    away = absences_of(call.uow, call.workspace, people, call.today)
    informed = with_own_metrics(call, draft).model_copy(update={"absences": away})
    _apply(call, draft, dialogue.step(informed, turn, call.now, call.today))


def _picks_contributors(turn: Said | Pressed) -> TypeGuard[Pressed]:
    return isinstance(turn, Pressed) and turn.verb is Verb.SET_CONTRIBUTORS


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


def _announced(text: str) -> str | None:
    """The wish in "new goal: …", or None."""
    start = text.strip()
    for words in NEW_GOAL_WORDS:
        if start.casefold().startswith(words):
            return start[len(words) :].lstrip(" :,–—-\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
    return None


def _open_draft_in_focus(call: Call) -> Draft | None:
    """The draft in the making that the person's words are about."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.DRAFT:
        return None
    return next((draft for draft in call.open_drafts() if draft.id == focus.id), None)


def _draft_in_focus(call: Call, *states: DraftState) -> Draft | None:
    """The draft that the person's words are about, where it is in one of these states."""
    focus = call.person.focus
    if focus is None or focus.kind is not FocusKind.DRAFT:
        return None
    draft = call.uow.drafts.get(call.workspace, focus.id)
    return draft if draft is not None and draft.state in states else None


def _focus(draft: Draft) -> Focus:
    return Focus(kind=FocusKind.DRAFT, id=draft.id)


def _out_of_the_blue(call: Call, text: str) -> None:
    """Words that answer nothing: a wish begins a goal, anything else gets a kind word."""
    refusal = unreadable(text)
    if refusal is not None:
        call.say(refusal)
        return
    if _is_carried_out(call, text):
        return
    if hear_bare_figure(call, text) or hear_preview(call, text) or hear_question(call, text):
        return
    today, language = call.today, call.person.language
    if says_not_done(text):
        call.say(_is_it_a_goal(text))
        return
    match what_is_wanted(text):
        case Intent.GREETING:
            call.say(greeting())
        case Intent.THANKS:
            call.say(home.YouAreWelcome())
        case Intent.HELP:
            call.say(help_speech())
        case Intent.RESUME | Intent.SUMMARY:
            _resume_latest(call)
        case _:
            reading = understand(text, None, today, fallback=language)
            values = says_values(reading, today, language)
            over = _draft_in_focus(call, DraftState.CANCELLED, DraftState.CONFIRMED) if values else None
            if over is not None:
                _turn(call, over, Said(text))
            elif is_a_wish(reading) or named_in(text, call.uow.own_metrics.metrics(call.workspace)):
                begin(call, text, reading=reading)
            else:
                call.say(_is_it_a_goal(text))


def _resume_latest(call: Call) -> None:
    drafts = call.open_drafts()
    cancelled = _draft_in_focus(call, DraftState.CANCELLED)
    latest = cancelled or next(iter(drafts), None)
    if latest is None:
        call.say(help_speech())
        return
    _turn(call, latest, Pressed(Verb.RESUME, latest.version))


def _is_it_a_goal(text: str) -> Speech:
    button = Button(Verb.NEW_GOAL, home.LabelNewGoal(), "", value=text[:1900], primary=True)
    return Speech((Line(home.IsItAGoal()), Row((button,))))
