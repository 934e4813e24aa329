"""What people write to Jalon, and what it belongs to: a question, a goal under way, one in the making."""

import re
from collections.abc import Sequence

from coach.dialogue import Pressed, Said
from coach.draft import Draft, DraftState
from coach.following import CheckIn
from coach.hearing import LONGEST_TEXT, is_a_wish, says_values, unreadable
from coach.language import what_is_wanted
from coach.language.check_in import says_not_done
from coach.language.ending import ends_goal
from coach.language.limit_figures import tells_only_limits
from coach.language.mentions import find_metrics
from coach.language.plain import fold, plain
from coach.language.reading import Intent, Language
from coach.language.second_thoughts import with_second_thoughts
from coach.messages import dialogue as say
from coach.messages import home
from coach.messages.base import Message, Person
from coach.own_metrics import named_in
from coach.people import FocusKind
from coach.speech import Button, Line, Row, Speech, Verb
from coach.usecases import absence, rhythm
from coach.usecases.answers import ANSWERED
from coach.usecases.call import Call
from coach.usecases.changing_in_words import hear_change
from coach.usecases.check_ins import answer_in_words, reads_as_answer
from coach.usecases.commands import Command, carry_out, command_help, given_back, read_command, rests_any
from coach.usecases.drafting import begin, draft_in_focus, open_draft_in_focus, resume_latest, turn
from coach.usecases.ending_early import hear_end
from coach.usecases.goal_orders import hear_goal_order
from coach.usecases.last_figure import hear_last_figure
from coach.usecases.looking_back import look_back, look_back_told
from coach.usecases.mixed import hear_mixed
from coach.usecases.orders import hear_cancel, hear_order, hear_question
from coach.usecases.own_actions import without_team_actions
from coach.usecases.parts import answer_parts
from coach.usecases.previewing import hear_preview
from coach.usecases.putting_right import tells_figures
from coach.usecases.several import answer_the_one_named, answer_the_one_open, lead_on
from coach.usecases.snoozing import hear_later
from coach.usecases.taking_back import hear_undo
from coach.usecases.told_figures import hear_bare_figure
from coach.usecases.two_things import hear_two_things
from coach.welcome import greeting, help_speech

_NO = re.compile(r"^(?:non|no|nan|nope)[ ,.;:!]+", re.IGNORECASE)
NEW_GOAL_WORDS = ("nouvel objectif", "new goal")


def hear(call: Call, text: str) -> None:
    """Somebody wrote to Jalon in their conversation: it belongs to what was asked last, or begins a goal."""
    wish = _announced(text)
    if wish is not None:
        begin(call, wish)
        return
    draft = open_draft_in_focus(call) or _limited(call, text)
    if draft is None:
        said = with_second_thoughts(text, call.person.language)
        text = without_team_actions(call, said, _waiting(call))
        if said and not text:
            return
        if _is_two_things(call, text):
            return
    _hear_one(call, text, draft)


def _is_two_things(call: Call, text: str) -> bool:
    """Hear a figure, or an answer, and an order about a goal one after the other."""
    return hear_two_things(
        call,
        text,
        _waiting(call),
        hear=lambda half: _hear_one(call, half, None),
        order=lambda half: _is_ordered(call, half, None),
    )


def _hear_one(call: Call, text: str, draft: Draft | None) -> None:
    """Hear a text that is about one thing."""
    if _is_ordered(call, text, draft):
        return
    if draft is not None and _drops(text):
        turn(call, draft, Pressed(Verb.CANCEL, draft.version))
        return
    waiting = _waiting(call) if draft is None else ()
    if draft is None and (
        hear_later(call, text, waiting)
        or look_back_told(call, text, waiting)
        or hear_mixed(call, text, waiting)
        or tells_figures(call, text, waiting)
    ):
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
        turn(call, draft, Said(text))
        return
    if waiting and reads_as_answer(call, waiting[0], text):
        answer_in_words(call, waiting[0], text)
        lead_on(call, waiting)
        return
    _out_of_the_blue(call, text, ordered=True)


def _is_ordered(call: Call, text: str, draft: Draft | None) -> bool:
    """Do what a text wants of a goal under way; beside one in the making, what is not about that."""
    if draft is None and (hear_end(call, text) or hear_undo(call, text) or absence.put_right(call, text)):
        return True
    if draft is None and hear_preview(call, text):
        return True
    return hear_order(call, text, making=draft is not None) or hear_goal_order(call, text, draft)


def _waiting(call: Call) -> Sequence[CheckIn]:
    """Their questions without an answer, the last asked first; what they put off comes behind."""
    waiting = call.uow.check_ins.waiting_for(call.workspace, call.user)
    return sorted(waiting, key=lambda one: one.resting)


def _limited(call: Call, text: str) -> Draft | None:
    """The goal in the making that a limit is for ("csat jamais sous 76"), whatever was asked since."""
    drafts = call.open_drafts()
    if not drafts or not tells_only_limits(text, call.person.language):
        return None
    words = plain(text)
    named = {one.metric for one in find_metrics(words, fold(words), call.person.language)}
    asked = [call.uow.goals.get(call.workspace, one.goal) for one in _waiting(call)]
    return drafts[0] if named and not any(one is not None and one.metric in named for one in asked) else None


def _drops(text: str) -> bool:
    """Whether a text gives up the goal in the making: "non, laisse tomber", "delete the goal"."""
    words = _NO.sub("", plain(text))
    return ends_goal(text) == "" or (words != plain(text) and what_is_wanted(words) is Intent.CANCEL)


def _cancels(call: Call, text: str) -> bool:
    """Take "cancel" for the goal in the making, though another question came since; else say what it is."""
    drafts = call.open_drafts()
    if drafts and what_is_wanted(text) is Intent.CANCEL:
        turn(call, drafts[0], Pressed(Verb.CANCEL, drafts[0].version))
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
    reading = call.understood(text)
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
            resume_latest(call)
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
    reading = call.understood(text)
    values = reading.target or reading.baseline or reading.deadline
    named = named_in(text, call.uow.own_metrics.metrics(call.workspace))
    return bool(is_a_wish(reading) or values or named)


def _is_carried_out(call: Call, text: str, *, ordered: bool = False) -> bool:
    """Do what a text says, where it is a command. "Resume" is the draft's where no goal rests.

    Args:
        call: Who says it.
        text: What they wrote.
        ordered: Whether it is known to order nothing of a goal under way.
    """
    found = read_command(text)
    if not ordered and (hear_order(call, text) or hear_goal_order(call, text)):
        return True
    if found is None or (found[0] is Command.RESUME and not rests_any(call)):
        return False
    return carry_out(call, *found)


def ways_to_begin(call: Call) -> tuple[Language, tuple[Message, ...]] | None:
    """Things to say for whoever opens the conversation; none while something waits for their answer."""
    if open_draft_in_focus(call) or call.uow.check_ins.waiting_for(call.workspace, call.user):
        return None
    wishes = (home.HelpExampleOne(), home.HelpExampleTwo(), home.HelpExampleThree())
    return call.person.language, wishes


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


def _announced(text: str) -> str | None:
    """The wish in "new goal: …", or None."""
    start = text.strip()
    for words in NEW_GOAL_WORDS:
        if start.casefold().startswith(words):
            return start[len(words) :].lstrip(" :,–—-\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
    return None


def _out_of_the_blue(call: Call, text: str, *, ordered: bool = False) -> None:
    """Words that answer nothing: a wish begins a goal, anything else gets a kind word.

    Args:
        call: Who writes.
        text: What they wrote.
        ordered: Whether it is known to order nothing of a goal under way.
    """
    refusal = unreadable(text)
    if refusal is not None:
        call.say(refusal)
        return
    if _is_carried_out(call, text, ordered=ordered):
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
            resume_latest(call)
        case _:
            reading = call.understood(text)
            values = says_values(reading, today, language)
            over = draft_in_focus(call, DraftState.CANCELLED, DraftState.CONFIRMED) if values else None
            if over is not None:
                turn(call, over, Said(text))
            elif is_a_wish(reading) or named_in(text, call.uow.own_metrics.metrics(call.workspace)):
                begin(call, text, reading=reading)
            else:
                call.say(_is_it_a_goal(text))


def _is_it_a_goal(text: str) -> Speech:
    button = Button(Verb.NEW_GOAL, home.LabelNewGoal(), "", value=text[:1900], primary=True)
    return Speech((Line(home.IsItAGoal()), Row((button,))))
